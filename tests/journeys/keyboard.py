"""``press``: the keys a person presses, sent to whatever has the focus."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_TOKEN = re.compile(r"<([A-Za-z0-9+]+)>|(.)", re.DOTALL)


def press(keys: str, *, handle_events: bool = True) -> None:
    """Press keys: letters as they stand, others by name, as ``<Ctrl+R>`` or ``<Enter>``.

    Behind a key with a name whatever it has led to is done, unless ``handle_events`` is false.
    """
    for match in _TOKEN.finditer(keys):
        name, letter = match.groups()
        if name:
            _press_named(name)
            if handle_events:
                QApplication.processEvents()
        else:
            _press_letter(letter)


def _press_named(name: str) -> None:
    combination = QKeySequence(name.replace("Enter", "Return"))[0]
    QTest.keyClick(_target(), combination.key(), combination.keyboardModifiers())


def _press_letter(letter: str) -> None:
    target = _target()
    if letter.isascii():
        QTest.keyClick(target, letter)
        return
    # QTest knows ASCII only; another letter comes as a keyboard with that key would send it.
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(target, event)


def _target() -> QWidget:
    popup, focus = QApplication.activePopupWidget(), QApplication.focusWidget()
    target = popup or focus or QApplication.activeWindow()
    assert target is not None, "no window has the focus"
    return target
