"""The Actions page: who owes what by when."""

from __future__ import annotations

from kcsp_desktop.ui.pages.actions.page import ActionsPage

__all__ = ["ActionsPage"]
