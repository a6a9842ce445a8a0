"""Show a page in a window of its own and press keys where the focus is, as a person does."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kcsp_desktop.domain.record import Record
from kcsp_desktop.ui.look import Look
from kcsp_desktop.ui.pages.making import made
from kcsp_desktop.ui.workspace import Workspace

ICONS = Path(__file__).parents[2] / "resources" / "icons"


class Shown(QObject):
    """A page in a window, over a workspace without a store, and what the page has said."""

    def __init__(self, qtbot, name: str, record: Record, width: int = 1366) -> None:
        super().__init__()
        self.look = Look(ICONS, choice="light")
        self.look.dress(QApplication.instance())
        self.workspace = Workspace(self)
        self.workspace.begin(record, "test")
        self.page = made(name, self.workspace, self.look)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        undo = QAction("Undo", self.window, shortcut=QKeySequence.StandardKey.Undo)
        undo.triggered.connect(self.workspace.undo_stack.undo)
        self.window.addAction(undo)
        self.places, self.commands, self.notices, self.refusals = [], [], [], []
        self.page.go.connect(self.places.append)
        self.page.command.connect(self.commands.append)
        self.page.notice.connect(lambda *said: self.notices.append(said))
        self.workspace.refused.connect(self.refusals.append)
        self.window.resize(width, 670)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.page.open(None)
        self.page.focus_first()

    @property
    def record(self) -> Record:
        """The record as it is now."""
        return self.workspace.record

    def press(self, *keys: str) -> None:
        """Press keys by name ("Enter", "Ctrl+A"), or type words."""
        for key in keys:
            code, modifiers = _read(key)
            if code is None:
                QTest.keyClicks(focused(), key)
            else:
                QTest.keyClick(focused(), code, modifiers)
            QApplication.processEvents()

    def child(self, name: str) -> QWidget:
        """Return a control by its object name."""
        found = self.window.findChild(QWidget, name)
        assert found is not None, name
        return found

    def undo(self) -> None:
        """Undo, as Ctrl+Z in the window does."""
        self.workspace.undo_stack.undo()


def focused() -> QWidget:
    """Return the widget that has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


_KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Ins": Qt.Key.Key_Insert,
    "Del": Qt.Key.Key_Delete,
    "Tab": Qt.Key.Key_Tab,
    "Space": Qt.Key.Key_Space,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Home": Qt.Key.Key_Home,
    "Backspace": Qt.Key.Key_Backspace,
    **{chr(code): Qt.Key(code) for code in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)},
}
_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


def _read(key: str) -> tuple[Qt.Key | None, Qt.KeyboardModifier]:
    *held, last = key.split("+")
    if last not in _KEYS or (len(last) == 1 and not held) or any(h not in _MODIFIERS for h in held):
        return None, Qt.KeyboardModifier.NoModifier
    modifiers = Qt.KeyboardModifier.NoModifier
    for one in held:
        modifiers |= _MODIFIERS[one]
    return _KEYS[last], modifiers
