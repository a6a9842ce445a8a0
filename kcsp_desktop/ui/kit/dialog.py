"""A dialog that asks one question: its title is the question, its main button says the deed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from kcsp_desktop.ui.kit.announcing import announce
from kcsp_desktop.ui.kit.buttons import Button
from kcsp_desktop.ui.kit.fields import FieldColumn, wrong_line
from kcsp_desktop.ui.kit.scrolling import Scroll
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Measure, Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.ui.kit.fields import Field
    from kcsp_desktop.ui.look import Look

MOST_FIELDS: Final = 6


class QuestionDialog(QDialog):
    """Asks one question; open it with `open()`, hear `accepted`, read your own widgets."""

    def __init__(
        self,
        look: Look,
        question: str,
        deed: str,
        parent: QWidget | None = None,
        *,
        explanation: str = "",
        leave: str = "Cancel",
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._check: Callable[[], str] | None = None
        self.setWindowTitle(question)
        self._title = Words(look, question, size=Type.PANEL_TITLE, weight=Weight.TITLE, wrap=True)
        self.form = FieldColumn(look)
        self._wrong = wrong_line(look)
        self._wrong.hide()
        self.main_button = Button(look, deed, main=True)
        self.leave_button = Button(look, leave)
        self._buttons = QDialogButtonBox()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._explanation: Words | None = None
        if explanation:
            self._explanation = Words(look, explanation, role="ink2", wrap=True)
            self._column.addWidget(self._explanation)
        self._scroll = Scroll(self.form)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._wrong)
        self._column.addWidget(self._buttons)
        self._wire_buttons()
        look.changed.connect(self._dress)
        self._dress()

    def add_field(
        self, key: str, label: str, widget: QWidget, *, beside: bool = False, stretch: int = 1
    ) -> Field:
        """Add a field; see `FieldColumn.add_field`. A dialog has at most six."""
        if len(self.form.fields) == MOST_FIELDS:
            raise ValueError(f"A dialog asks at most {MOST_FIELDS} things: this is for a page.")
        return self.form.add_field(key, label, widget, beside=beside, stretch=stretch)

    def set_check(self, check: Callable[[], str]) -> None:
        """Before it closes, `check` may answer with a sentence that says what is wrong."""
        self._check = check

    def show_wrong(self, sentence: str, key: str = "") -> None:
        """Say what is wrong, under the field `key` or above the buttons; "" takes it away."""
        field = self.form.fields.get(key)
        if field is not None:
            field.show_wrong(sentence)
            self._go_to(field)
        else:
            self._wrong.show_state("stop", sentence, "bad")
            self._wrong.setVisible(bool(sentence))
        self._grow()
        announce(self, sentence, at_once=True)

    def wrong(self) -> str:
        """Return the sentence above the buttons, "" if there is none."""
        return "" if self._wrong.isHidden() else self._wrong.words()

    def accept(self) -> None:
        """Close with the answer, unless something in it is wrong."""
        unread = self.form.first_wrong()
        if unread is not None:
            self._grow()
            self._go_to(unread)
            announce(self, unread.wrong(), at_once=True)
            return
        sentence = self._check() if self._check is not None else ""
        self.show_wrong(sentence)
        if sentence:
            return
        super().accept()

    def open(self) -> None:
        """Ask; the window behind waits, the program does not."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(self.sizeHint())
        super().open()

    def showEvent(self, event: QShowEvent) -> None:
        """Start in the first field, or on the main button if there is none."""
        super().showEvent(event)
        first = next(iter(self.form.fields.values()), None)
        (first.widget if first is not None else self.main_button).setFocus()

    def done(self, result: int) -> None:
        """Close, and let the window under it have the focus again, where it was."""
        super().done(result)
        parent = self.parentWidget()
        if parent is not None:
            parent.window().activateWindow()

    def sizeHint(self) -> QSize:
        """Return the usual width and the height that is needed."""
        wide = self._look.px(Measure.DIALOG)
        screen = self.screen().availableSize()
        parent = self.parentWidget()
        if parent is not None:  # as much of a frame as the window has
            window = parent.window()
            screen -= window.frameGeometry().size() - window.size()
        wide = min(wide, screen.width())
        high = self._column.totalHeightForWidth(wide) if self._column.hasHeightForWidth() else 0
        high = max(high, super().sizeHint().height()) + self._more_lines(wide)
        return QSize(wide, min(high, screen.height()))

    def _more_lines(self, wide: int) -> int:
        """Return what the form's words need more, on lines shorter than they asked for."""
        margins = self._column.contentsMargins()
        room = wide - margins.left() - margins.right()
        lines = self.form.heightForWidth(room) if self.form.hasHeightForWidth() else 0
        return max(0, lines - self._scroll.sizeHint().height())

    def _grow(self) -> None:
        """Make room for what is said; a dialog never shrinks under the hands."""
        if self.isVisible() and self.isWindow():
            self._scroll.updateGeometry()  # it is not told that what it holds has grown
            self._column.activate()
            self.resize(self.size().expandedTo(self.sizeHint()))

    def _go_to(self, field: Field) -> None:
        field.widget.setFocus()
        self._scroll.ensureWidgetVisible(field)

    def _wire_buttons(self) -> None:
        self._buttons.addButton(self.main_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.leave_button, QDialogButtonBox.ButtonRole.RejectRole)
        self.main_button.setDefault(True)
        self.leave_button.setAutoDefault(False)
        self.main_button.setObjectName("deed")
        self.leave_button.setObjectName("leave")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _dress(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, self._look.colour("raised"))
        self.setPalette(palette)
        side = self._look.px(Space.L + Space.XS)
        # What scrolls reaches a little further out, so that the ring of a box is not cut off.
        ring = self._look.px(Measure.RING + 2)
        self._column.setContentsMargins(
            side - ring, self._look.px(Space.L), side - ring, self._look.px(Space.M)
        )
        for widget in (self._title, self._explanation, self._wrong, self._buttons, self.form):
            if widget is not None:
                widget.setContentsMargins(ring, 0, ring, 0)
        self._column.setSpacing(self._look.px(Space.M))
        row = self._buttons.layout()
        if row is not None:
            row.setSpacing(self._look.px(Space.S + 2))
        if self.isVisible() and self.isWindow():
            self.resize(self.sizeHint())
