"""Home: what needs the secretary today, the next meeting, and the figures over meetings."""

from __future__ import annotations

from kcsp_desktop.ui.pages.home.page import HomePage

__all__ = ["HomePage"]
