"""The form of one agenda item: each line is kept when it is left, as one edit.

How this works: the form makes the item as it would be and tells it in ``given``; the page submits
and shows the item again, so that what the rules refuse goes back to what it was.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.ui.committing import CommitField
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.fields import FieldColumn
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.pages.agenda_rows import kind_words, understood_title
from kcsp_desktop.ui.theme import Space, Type, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from kcsp_desktop.domain.meeting import AgendaItem, Section
    from kcsp_desktop.ui.look import Look

_NO_FIGURE: Final = "This cannot be read: type the minutes in figures, like 15."


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

    def __init__(self, look: Look) -> None:
        """Build the fields; ``show_item`` fills them."""
        super().__init__()
        self._look = look
        self._item: AgendaItem | None = None
        self._in_closed_section = False
        self.heading = Words(look, size=Type.PANEL_TITLE, weight=Weight.TITLE)
        self.heading.setObjectName("itemHeading")
        self.minute = Words(look, role="ink2")
        self.minute.setObjectName("itemMinute")
        self.form = FieldColumn(look)
        self._add_lines()
        self.minuted = CheckBox(look, "This item is minuted")
        self.minuted.setObjectName("itemMinuted")
        self.restricted = CheckBox(look, "Restricted: not open to the press and public")
        self.restricted.setObjectName("itemRestricted")
        self.form.add_widget(self.minuted)
        self.form.add_widget(self.restricted)
        self.restriction = ItemLine(look)
        self._reason = self.form.add_field(
            "itemRestriction", "Reason, for your own record", self.restriction
        )
        self._wire()
        self._lay_out()

    def _add_lines(self) -> None:
        look, add = self._look, self.form.add_field
        self.title = ItemLine(look, hint="For example: Road Safety Update")
        self.kind = Choice(look, [(kind, kind_words(kind)) for kind in ItemKind])
        self.planned = ItemLine(look, tabular=True)
        self.presenter = ItemLine(look, hint="For example: Chair, Mr Okafor")
        self.pages = ItemLine(look, hint="as 47 - 60", tabular=True)
        add("itemTitle", "Title", self.title)
        add("itemKind", "Kind", self.kind, stretch=3)
        add("itemTime", "Minutes planned", self.planned, beside=True, stretch=2)
        add("itemPresenter", "Presenter", self.presenter, stretch=3)
        add("itemPages", "Pages", self.pages, beside=True, stretch=2)

    def _wire(self) -> None:
        self.title.settled.connect(self._on_title)
        self.kind.activated.connect(self._on_kind)
        self.planned.settled.connect(self._on_planned)
        self.presenter.settled.connect(lambda text: self._give("presenter", presenter=text))
        self.pages.settled.connect(lambda text: self._give("pages", pages=text))
        self.restriction.settled.connect(lambda text: self._give("reason", restriction=text))
        self.minuted.clicked.connect(lambda on: self._give("minuted or not", minuted=on))
        self.restricted.clicked.connect(self._on_restricted)
        self.planned.textEdited.connect(lambda: self.form.fields["itemTime"].show_wrong(""))
        for line in (self.title, self.planned, self.presenter, self.pages, self.restriction):
            line.entered.connect(self._on_entered)

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.heading)
        self._head.addStretch(1)
        self._head.addWidget(self.minute)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.form)
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
        self._column.insertWidget(self._column.count() - 1, part)

    # --- what is shown ---------------------------------------------------------------------

    def show_item(self, item: AgendaItem, section: Section | None, code: str, minute: str) -> None:
        """Show another item, or the same as it is now."""
        if self._item is None or self._item.id != item.id:
            for field in self.form.fields.values():
                field.show_wrong("")
        self._item = item
        self._in_closed_section = section is not None and section.restricted
        self.heading.setText(f"Item {code}")
        self.minute.setText(minute)
        self.title.show_text(item.title)
        self.kind.choose(item.kind)
        self.planned.show_text(str(item.minutes_planned) if item.minutes_planned else "")
        self.presenter.show_text(item.presenter)
        self.pages.show_text(item.pages)
        self.restriction.show_text(item.restriction)
        self.minuted.setChecked(item.minuted)
        self.restricted.setChecked(item.restricted or self._in_closed_section)
        self._reason.setVisible(item.restricted or self._in_closed_section)

    def begin_title(self) -> None:
        """Go to the title, all of it selected."""
        self.title.setFocus(Qt.FocusReason.TabFocusReason)
        self.title.selectAll()

    # --- what was set ----------------------------------------------------------------------

    def _give(self, what: str, **values: object) -> None:
        if self._item is not None:
            # The names are those of AgendaItem's own fields, each with its type, given above.
            changed = replace(self._item, **values)  # type: ignore[arg-type]  # see above
            if changed != self._item:
                self.given.emit(changed, f"set {what}")

    def _on_title(self, text: str) -> None:
        """Keep the title; what it tells counts while the kind is nobody's choice."""
        item = self._item
        kind, minuted = understood_title(text)
        if item is not None and item.kind is ItemKind.INFORMATION is not kind:
            self._give("title", title=text, kind=kind, minuted=minuted and item.minuted)
        else:
            self._give("title", title=text)

    def _on_kind(self) -> None:
        self._give("kind", kind=ItemKind(self.kind.chosen()))

    def _on_planned(self, text: str) -> None:
        figure = text.removesuffix("min").strip()
        if figure and not (figure.isascii() and figure.isdigit() and len(figure) <= 4):
            self.planned.restore()
            self.form.fields["itemTime"].show_wrong(_NO_FIGURE)
            return
        self.form.fields["itemTime"].show_wrong("")
        self.planned.restore()  # "15 min" is shown as 15 again, even where nothing changes
        self._give("time", minutes_planned=int(figure or 0))

    def _on_entered(self) -> None:
        if not self.form.fields["itemTime"].wrong():
            self.left.emit()

    def _on_restricted(self, on: bool) -> None:
        if self._in_closed_section:
            self.restricted.setChecked(True)
            self.section_restricts.emit()
        else:
            self._give("restricted or open", restricted=on)
