"""The Minutes page: outline, sheet, room. Two hours of typing happen here."""

from __future__ import annotations

from kcsp_desktop.ui.pages.minutes.page import MinutesPage

__all__ = ["MinutesPage"]
