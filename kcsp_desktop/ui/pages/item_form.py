"""The form of the agenda item in hand; each field is kept when it is left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcsp_desktop.domain.meeting import ItemKind
from kcsp_desktop.ui.committing import CommitField
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.fields import FieldColumn
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Space, Type, Weight

if TYPE_CHECKING:
    from kcsp_desktop.domain.meeting import AgendaItem
    from kcsp_desktop.ui.look import Look

_LINES = (
    ("title", "itemTitle", "Title", False),
    ("presenter", "itemPresenter", "Presenter", False),
    ("pages", "itemPages", "Pages", False),
    ("minutes_planned", "itemTime", "Time planned, in minutes", True),
)


class ItemForm(QWidget):
    """Shows one item and tells of changes; ``left`` when Enter or Esc goes back to the list."""

    changed = Signal(object)  # AgendaItem
    left = Signal()

    def __init__(self, look: Look) -> None:
        """Build the fields."""
        super().__init__()
        self._look = look
        self._item: AgendaItem | None = None
        self.title = Words(look, size=Type.PANEL_TITLE, weight=Weight.TITLE, wrap=True)
        self.form = FieldColumn(look)
        self.lines: dict[str, CommitField] = {}
        for field, key, label, beside in _LINES:
            self._add_line(field, key, label, beside)
            if field == "title":
                kinds = [(kind, str(kind).capitalize()) for kind in ItemKind]
                self._kind = Choice(look, kinds)
                self.form.add_field("itemKind", "Kind", self._kind)
                self._kind.activated.connect(self._on_kind)
        self.minuted = CheckBox(look, "This item is minuted")
        self.restricted = CheckBox(look, "Restricted: not open to the press and public")
        self.minuted.setObjectName("itemMinuted")
        self.restricted.setObjectName("itemRestricted")
        self.minuted.clicked.connect(lambda on: self._set("minuted", on))
        self.restricted.clicked.connect(lambda on: self._set("restricted", on))
        for box in (self.minuted, self.restricted):
            self.form.add_widget(box)
        self._add_line("restriction", "itemRestriction", "Why it is restricted", False)
        column = QVBoxLayout(self)
        side = look.px(Space.L)
        column.setContentsMargins(side, side, side, side)
        column.addWidget(self.title)
        column.addWidget(self.form)
        column.addStretch(1)

    def _add_line(self, field: str, key: str, label: str, beside: bool) -> None:
        line = self.lines[field] = CommitField(self._look)
        self.form.add_field(key, label, line, beside=beside)
        line.settled.connect(lambda text: self._on_line(field, text))
        line.installEventFilter(self)

    def show_item(self, item: AgendaItem, code: str, number: int) -> None:
        """Show an item as it is now."""
        self._item = item
        minute = f", minute {number}" if number else ""
        self.title.setText(f"Item {code}{minute}")
        for field, line in self.lines.items():
            value = getattr(item, field)
            line.show_text("" if field == "minutes_planned" and not value else str(value))
        self._kind.choose(item.kind)
        self.minuted.setChecked(item.minuted)
        self.restricted.setChecked(item.restricted)
        self.form.fields["itemRestriction"].setVisible(item.restricted)

    def begin_title(self) -> None:
        """Put the caret into the title, all of it selected."""
        self.lines["title"].setFocus()
        self.lines["title"].selectAll()

    def _on_line(self, field: str, text: str) -> None:
        value: Any = text
        if field == "minutes_planned":
            if text and not (text.isascii() and text.isdigit()):
                self.lines[field].restore()
                self.form.fields["itemTime"].show_wrong("Write the minutes in figures.")
                return
            self.form.fields["itemTime"].show_wrong("")
            value = int(text or 0)
        self._set(field, value)

    def _on_kind(self) -> None:
        self._set("kind", ItemKind(self._kind.chosen()))

    def _set(self, field: str, value: object) -> None:
        if self._item is not None and getattr(self._item, field) != value:
            self.changed.emit(replace(self._item, **{field: value}))  # type: ignore[arg-type]  # a field by _LINES

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a line by Enter and go back to the list."""
        if (
            isinstance(watched, CommitField)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            watched.settle()
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list by Enter or Esc."""
        keys = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys:
            self.left.emit()
        else:
            super().keyPressEvent(event)
