"""The right side of the Agenda page: the item in hand as a form, its report, or what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.ui.kit.empty_state import EmptyState
from kcsp_desktop.ui.pages.agenda.item_form import ItemForm
from kcsp_desktop.ui.pages.agenda.report_form import ReportForm
from kcsp_desktop.ui.pages.forward_plan.dates_part import DatesPart

if TYPE_CHECKING:
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.pages.agenda.item_form import ShownItem
    from kcsp_desktop.ui.pages.forward_plan.deeds import PlanningDeeds

_FILL = "Fill from the pattern"
_PAPER_KEYS = (
    ("Ins", "Attach"), ("Enter", "Name"), ("O", "Open a copy"), ("R", "Restrict"), ("D", "Draft"),
    ("Alt+Up", "Move up"), ("Del", "Take out"), ("Esc", "Back to the list"),
)  # fmt: skip
_SECTION_KEYS = (("Ins", "New item in it"), ("Enter", "Edit the section"), ("S", "New section"))


class AgendaSide(QWidget):
    """One of: the form of the item, the form of its report, a hint where there is no item."""

    def __init__(self, look: Look, planning: PlanningDeeds) -> None:
        """``planning`` are the deeds of the later meetings, for the item that lists them."""
        super().__init__()
        self.in_report = False  # the report is in hand, and not the item
        self.form, self.report_form = ItemForm(look), ReportForm(look)
        self._dates = DatesPart(look, planning)
        self.form.add_part(self._dates)
        self.nothing = EmptyState(look, "No items yet", (("Ins", "New item"),), deed=_FILL)
        self._on_section_row = EmptyState(look, "A section is in hand", _SECTION_KEYS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self.report_form)
        column.addWidget(self.nothing, 1)
        column.addWidget(self._on_section_row, 1)

    def show_item(self, shown: ShownItem | None, meeting: Meeting | None) -> None:
        """Show an item of a meeting; ``None``: a section is in hand, or there is nothing yet."""
        self.in_report = self.in_report and shown is not None
        self.form.setVisible(shown is not None and not self.in_report)
        self.report_form.setVisible(self.in_report)
        if meeting is None:
            return
        self.nothing.setVisible(not meeting.items)
        self._on_section_row.setVisible(bool(meeting.items) and shown is None)
        if shown is not None:
            self.form.show_item(shown)
            self.report_form.show_report(shown.item, shown.code, shown.today)
            self._dates.show_dates(meeting if shown.item.kind is ItemKind.DATES else None)

    def keys(self, focus: QWidget | None) -> tuple[tuple[str, str], ...]:
        """Return the keys of what has the focus on this side."""
        if focus is self.nothing.button and self.nothing.isVisible():
            return (("Enter", _FILL), ("Ins", "New item"))
        if focus is self.form.papers.table:
            return _PAPER_KEYS
        if self.in_report:
            return (("Tab", "Next field"), ("Esc", "Back to the item"))
        return (("Enter", "Keep"), ("Esc", "Back to the list"))
