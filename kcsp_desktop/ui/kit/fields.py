"""Fields with their label above and, when something is wrong, a sentence below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kcsp_desktop.ui.kit.words import IconWords, Words
from kcsp_desktop.ui.theme import Measure, Narrow, Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from kcsp_desktop.ui.look import Look

Value = TypeVar("Value")
_MANY = 3  # fields in a row that go below one another where it is narrow


class TextField(QLineEdit):
    """One line of text."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        hint: str = "",
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`hint` is shown while the field is empty."""
        super().__init__(text, parent)
        self._look, self._tabular = look, tabular
        self.setPlaceholderText(hint)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._look.font(tabular=self._tabular))


class TextArea(QPlainTextEdit):
    """Several lines of plain text; Tab goes to the next field."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        lines: int = 3,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`lines` is how many lines are seen."""
        super().__init__(text, parent)
        self._look, self._lines = look, lines
        self.setTabChangesFocus(True)
        self.setPlaceholderText(hint)
        look.changed.connect(self._dress)
        self._dress()

    def text(self) -> str:
        """Return what is typed."""
        return self.toPlainText()

    def _dress(self) -> None:
        self.setFont(self._look.font())
        line = self.fontMetrics().lineSpacing()
        self.setFixedHeight(self._lines * line + self._look.px(2 * (Space.S + Measure.LINE)))


class ParsedField(TextField, Generic[Value]):
    """A line that understands what people type: a date, a time, an amount.

    When it is left, what was understood is printed in the house form; what cannot be understood
    stays as typed, with a red border and the sentence.
    """

    value_changed = Signal()
    wrong_changed = Signal(str)

    def __init__(
        self,
        look: Look,
        parse: Callable[[str], Value | None],
        show: Callable[[Value], str],
        *,
        sentence: str,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`parse` answers None for what it cannot read; then `sentence` is shown."""
        super().__init__(look, hint=hint, tabular=True, parent=parent)
        self._parse, self._show, self._sentence = parse, show, sentence
        self._value: Value | None = None
        self._wrong = ""
        self.editingFinished.connect(self.settle)
        self.textEdited.connect(self._forgive)

    def value(self) -> Value | None:
        """Return the value as last understood; None when empty or wrong."""
        return self._value

    def set_value(self, value: Value | None) -> None:
        """Show a value without telling of a change."""
        self._value = value
        self.setText("" if value is None else self._show(value))
        self._say("")

    def wrong(self) -> str:
        """Return the sentence if what is typed cannot be read, else ""."""
        return self._wrong

    def settle(self) -> bool:
        """Read what is typed; say whether it could be read."""
        typed = self.text().strip()
        value = self._parse(typed) if typed else None
        readable = value is not None or not typed
        self._say("" if readable else self._sentence)
        if value is not None:
            self.setText(self._show(value))
        if value != self._value:
            self._value = value
            self.value_changed.emit()
        return readable

    def _forgive(self) -> None:
        if self._wrong:
            self._say("")

    def _say(self, sentence: str) -> None:
        if sentence != self._wrong:
            self._wrong = sentence
            mark_wrong(self, wrong=bool(sentence))
            self.wrong_changed.emit(sentence)


class Field(QWidget):
    """A label, what is filled in under it, and a line for what is wrong with it."""

    def __init__(
        self, look: Look, label: str, widget: QWidget, parent: QWidget | None = None
    ) -> None:
        """Name the widget by its label; the label's mnemonic leads there."""
        super().__init__(parent)
        self._look, self.widget = look, widget
        self.label = Words(look, label, size=Type.SECOND, weight=Weight.NAME)
        self.label.setBuddy(widget)
        self._wrong: IconWords | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.label)
        self._column.addWidget(widget)
        widget.setAccessibleName(label.replace("&", ""))
        if isinstance(widget, ParsedField):
            widget.wrong_changed.connect(self.show_wrong)
        look.changed.connect(self._dress)
        self._dress()

    def show_wrong(self, sentence: str) -> None:
        """Say under the field what is wrong; "" takes it away."""
        mark_wrong(self.widget, wrong=bool(sentence))
        self.widget.setAccessibleDescription(sentence)
        if self._wrong is None and sentence:
            self._wrong = wrong_line(self._look)
            self._column.addWidget(self._wrong)
        if self._wrong is not None:
            self._wrong.show_state("stop", sentence, "bad")
            self._wrong.setVisible(bool(sentence))

    def wrong(self) -> str:
        """Return the sentence shown, "" if there is none."""
        return self._wrong.words() if self._wrong is not None else ""

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(Space.XS))


class FieldColumn(QWidget):
    """A form: fields one under another, some side by side."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.fields: dict[str, Field] = {}
        self._rows: list[QHBoxLayout] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        look.changed.connect(self._dress)
        self._dress()

    def add_field(
        self, key: str, label: str, widget: QWidget, *, beside: bool = False, stretch: int = 1
    ) -> Field:
        """Add a field under the last one, or `beside` it with a share of the row."""
        field = Field(self._look, label, widget)
        self.fields[key] = field
        widget.setObjectName(widget.objectName() or key)
        if beside and self._rows:
            row = self._rows[-1]
        else:
            row = QHBoxLayout()
            row.setSpacing(self._look.px(Space.L))
            self._rows.append(row)
            self._column.insertLayout(self._column.count() - 1, row)
        row.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
        return field

    def add_widget(self, widget: QWidget) -> None:
        """Add something that carries its own words, such as a check box."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def first_wrong(self) -> Field | None:
        """Settle every field and return the first that cannot be read."""
        found = None
        for field in self.fields.values():
            if isinstance(field.widget, ParsedField) and not field.widget.settle():
                found = found or field
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put three that stood side by side one under another where they would be cut off."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self._look.effective(self.width()) < Narrow.FIELDS
        ways = QBoxLayout.Direction
        for row in self._rows:
            folds = narrow and row.count() >= _MANY
            row.setDirection(ways.TopToBottom if folds else ways.LeftToRight)
            row.setSpacing(self._look.px(Space.M if folds else Space.L))

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(Space.M))
        self._fold()


def wrong_line(look: Look) -> IconWords:
    """Return an empty line for a sentence that says what is wrong."""
    return IconWords(
        look,
        "stop",
        role="bad",
        words_role="bad",
        size=Type.SECOND,
        weight=Weight.NAME,
        wrap=True,
    )


def mark_wrong(widget: QWidget, *, wrong: bool) -> None:
    """Give a field the border of something wrong, or its own."""
    if bool(widget.property("wrong")) != wrong:
        widget.setProperty("wrong", wrong)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
