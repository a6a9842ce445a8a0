"""Commitments that the minutes record and nobody logged."""

from kcsp_desktop.ui.pages.found.page import FoundPage

__all__ = ["FoundPage"]
