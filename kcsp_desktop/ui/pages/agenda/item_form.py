"""The form of one agenda item: each line is kept when it is left, as one edit.

How this works: the form makes the item as it would be and tells it in ``given``; the page submits
and shows the item again, so that what the rules refuse goes back to what it was. The title of an
item that approves a record is made from the meeting that is chosen, and is no line to type in.
Must stay in step: ``restriction`` (why it is closed), ``papers`` (report and files).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.domain.body import Body
from kcsp_desktop.domain.dates import spoken
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.meeting import AgendaItem, Meeting, Section
from kcsp_desktop.domain.paging import Pages
from kcsp_desktop.domain.planning.last_record import record_meant, with_record_of
from kcsp_desktop.ui.committing import CommitField
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.fields import FieldColumn
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.pages.agenda.papers import PapersGroup
from kcsp_desktop.ui.pages.agenda.restriction import RestrictionGroup
from kcsp_desktop.ui.pages.agenda.rows import kind_words, understood_title
from kcsp_desktop.ui.theme import Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from kcsp_desktop.ui.look import Look

_NO_FIGURE: Final = "This cannot be read: type the minutes in figures, like 15."


_SAY_WHY: Final = "Say why it cannot wait: the reason is minuted."
_URGENT: Final = frozenset({ItemKind.URGENT, ItemKind.OTHER_BUSINESS})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownItem:
    """An item and what the form tells of it; ``held`` are meetings whose record it can approve."""

    item: AgendaItem
    section: Section | None
    body: Body
    code: str
    minute: str
    held: tuple[Meeting, ...]
    pages: Pages | None
    today: date

    @property
    def in_closed_section(self) -> bool:
        """Whether its whole section is restricted."""
        return self.section is not None and self.section.restricted


class ItemLine(CommitField):
    """A line of the form; Enter keeps it and is told, so that the page can go back to its list."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter after the text has been kept."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()


class ItemForm(QWidget):
    """Everything that is set of an item on the agenda."""

    given = Signal(object, str)  # AgendaItem as it would be, words for undo
    left = Signal()  # Enter kept a line: back to the list
    section_restricts = Signal()  # the box was pressed, but the section decides
    standing_given = Signal(bool)  # on each agenda of the body, or on this one alone

    def __init__(self, look: Look) -> None:
        """Build the fields; ``show_item`` fills them."""
        super().__init__()
        self._look = look
        self._shown: ShownItem | None = None
        self.heading = Words(look, size=Type.PANEL_TITLE, weight=Weight.TITLE)
        self.heading.setObjectName("itemHeading")
        self.minute = Words(look, role="ink2")
        self.minute.setObjectName("itemMinute")
        self.form = FieldColumn(look)
        self._add_lines()
        self.minuted = CheckBox(look, "This item is minuted")
        self.standing = CheckBox(look, "Standing item: on each new agenda of the body")
        self.restricted = CheckBox(look, "Restricted: not open to the press and public")
        boxes = {"itemMinuted": self.minuted, "itemStanding": self.standing}
        for name, box in {**boxes, "itemRestricted": self.restricted}.items():
            box.setObjectName(name)
            self.form.add_widget(box)
        self.restriction = RestrictionGroup(look)
        self.form.add_widget(self.restriction)
        self.papers = PapersGroup(look)
        self._wire()
        self._lay_out()

    @property
    def _item(self) -> AgendaItem | None:
        return self._shown.item if self._shown is not None else None

    def _add_lines(self) -> None:
        look, add = self._look, self.form.add_field
        self.title = ItemLine(look, hint="For example: Road Safety Update")
        self.kind = Choice(look, [(kind, kind_words(kind)) for kind in ItemKind])
        self.planned = ItemLine(look, tabular=True)
        self.presenter = ItemLine(look, hint="For example: Chair, Mr Okafor")
        self.record = Choice(look)
        self.urgent = ItemLine(look, hint="For example: the grant must be claimed by Friday")
        add("itemTitle", "Title, public", self.title)
        add("itemKind", "Kind", self.kind, stretch=3)
        add("itemTime", "Minutes planned", self.planned, beside=True, stretch=2)
        self._record = add("itemRecord", "Record up for approval: it makes the title", self.record)
        add("itemPresenter", "Presenter", self.presenter)
        self._urgent = add("itemUrgent", "Why it is taken, for the minutes", self.urgent)

    def _wire(self) -> None:
        self.title.settled.connect(self._on_title)
        self.kind.activated.connect(self._on_kind)
        self.record.activated.connect(self._on_record)
        self.planned.settled.connect(self._on_planned)
        self.presenter.settled.connect(
            lambda text: self._give("presenter", lambda item: replace(item, presenter=text))
        )
        self.urgent.settled.connect(
            lambda text: self._give("reason", lambda item: replace(item, urgent_reason=text))
        )
        self.minuted.clicked.connect(
            lambda on: self._give("minuted or not", lambda item: replace(item, minuted=on))
        )
        self.standing.clicked.connect(self.standing_given)
        self.restricted.clicked.connect(self._on_restricted)
        self.restriction.given.connect(self.given)
        self.planned.textEdited.connect(lambda: self.form.fields["itemTime"].show_wrong(""))
        for line in (self.title, self.planned, self.presenter, self.urgent):
            line.entered.connect(self._on_entered)

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.heading)
        self._head.addStretch(1)
        self._head.addWidget(self.minute)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.form)
        self._column.addWidget(self.papers)
        self._column.addStretch(1)
        self._look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        side = self._look.px(Space.XL)
        self._column.setContentsMargins(side, self._look.px(Space.L), side, side)
        self._column.setSpacing(self._look.px(Space.M))
        self._head.setSpacing(self._look.px(Space.M))

    def add_part(self, part: QWidget) -> None:
        """Add something that belongs to some kinds of item, under the fields."""
        self._column.insertWidget(self._column.indexOf(self.papers), part)

    # --- what is shown ---------------------------------------------------------------------

    def show_item(self, shown: ShownItem) -> None:
        """Show another item, or the same as it is now."""
        item = shown.item
        if self._item is None or self._item.id != item.id:
            for field in self.form.fields.values():
                field.show_wrong("")
        self._shown = shown
        self.heading.setText(f"Item {shown.code}")
        self.minute.setText(shown.minute)
        self.title.show_text(item.title)
        self.kind.choose(item.kind)
        self.planned.show_text(str(item.minutes_planned) if item.minutes_planned else "")
        self.presenter.show_text(item.presenter)
        self.urgent.show_text(item.urgent_reason)
        self.minuted.setChecked(item.minuted)
        self.standing.setChecked(item.standing)
        closed = item.restricted or shown.in_closed_section
        self.restricted.setChecked(closed)
        self._show_record(shown)
        self._urgent.setVisible(item.kind in _URGENT)
        self._urgent.show_wrong("" if item.urgent_reason else _SAY_WHY)
        self.restriction.setVisible(closed)
        self.restriction.show_item(item, cites=shown.body.cites_exempt)
        self.papers.show_item(item, shown.pages, shown.today, closed=closed)

    def _show_record(self, shown: ShownItem) -> None:
        """Offer the meetings whose record the item can approve; then its title is made."""
        approves = shown.item.kind is ItemKind.LAST_NOTES and bool(shown.held)
        self._record.setVisible(approves)
        self.title.setReadOnly(approves and shown.item.notes_of is not None)
        none = [] if shown.item.notes_of else [("", "Choose the meeting")]
        days = [(one.id, spoken(one.details.date)) for one in shown.held]
        self.record.set_entries([*none, *days])
        self.record.choose(shown.item.notes_of or "")

    def begin_title(self) -> None:
        """Go to the title, all of it selected."""
        self.title.setFocus(Qt.FocusReason.TabFocusReason)
        self.title.selectAll()

    # --- what was set ----------------------------------------------------------------------

    def _give(self, what: str, change: Callable[[AgendaItem], AgendaItem]) -> None:
        if self._item is not None:
            changed = change(self._item)
            if changed != self._item:
                self.given.emit(changed, f"set {what}")

    def _on_title(self, text: str) -> None:
        """Keep the title; what it tells counts while the kind is nobody's choice."""
        item, shown = self._item, self._shown
        if item is None or shown is None:
            return
        kind, minuted = understood_title(text)
        if item.kind is not ItemKind.INFORMATION or kind is ItemKind.INFORMATION:
            self._give("title", lambda item: replace(item, title=text))
            return
        made = replace(item, title=text, kind=kind, minuted=minuted and item.minuted)
        held = record_meant(text, shown.held) if kind is ItemKind.LAST_NOTES else None
        self.given.emit(with_record_of(shown.body, made, held) if held else made, "set title")

    def _on_kind(self) -> None:
        item, shown, kind = self._item, self._shown, ItemKind(self.kind.chosen())
        if item is None or shown is None or kind is item.kind:
            return
        held = record_meant(item.title, shown.held) if kind is ItemKind.LAST_NOTES else None
        if held is not None:
            self.given.emit(with_record_of(shown.body, item, held), "set kind")
        else:
            self._give("kind", lambda item: replace(item, kind=kind, notes_of=None))

    def _on_record(self) -> None:
        item, shown = self._item, self._shown
        if item is None or shown is None:
            return
        chosen = next((one for one in shown.held if one.id == self.record.chosen()), None)
        if chosen is not None:
            self.given.emit(with_record_of(shown.body, item, chosen), "set the record")

    def _on_planned(self, text: str) -> None:
        figure = text.removesuffix("min").strip()
        if figure and not (figure.isascii() and figure.isdigit() and len(figure) <= 4):
            self.planned.restore()
            self.form.fields["itemTime"].show_wrong(_NO_FIGURE)
            return
        self.form.fields["itemTime"].show_wrong("")
        self.planned.restore()  # "15 min" is shown as 15 again, even where nothing changes
        self._give("time", lambda item: replace(item, minutes_planned=int(figure or 0)))

    def _on_entered(self) -> None:
        if not self.form.fields["itemTime"].wrong():
            self.left.emit()

    def _on_restricted(self, on: bool) -> None:
        if self._shown is not None and self._shown.in_closed_section:
            self.restricted.setChecked(True)
            self.section_restricts.emit()
        else:
            self._give("restricted or open", lambda item: replace(item, restricted=on))
