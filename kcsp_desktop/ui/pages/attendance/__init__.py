"""The Attendance page: who was there, from when to when, and under whom."""

from __future__ import annotations

from kcsp_desktop.ui.pages.attendance.page import AttendancePage

__all__ = ["AttendancePage"]
