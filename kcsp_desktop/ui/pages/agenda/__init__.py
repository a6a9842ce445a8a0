"""The Agenda page: sections, items, their reports and papers."""

from __future__ import annotations

from kcsp_desktop.ui.pages.agenda.page import AgendaPage

__all__ = ["AgendaPage"]
