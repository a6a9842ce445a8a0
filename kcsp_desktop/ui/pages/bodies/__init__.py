"""The Bodies page: the committees, and everything that is set of one."""

from __future__ import annotations

from kcsp_desktop.ui.pages.bodies.page import BodiesPage

__all__ = ["BodiesPage"]
