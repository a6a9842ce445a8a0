"""PySide6 6.12 on CPython 3.11 loses references to None, and dies within seconds of typing.

Every call of a void function took more references to None than it gave back; when none is left
the process stops with "deallocating None". So ``pyproject.toml`` bounds PySide6 below 6.12, and
here the calls that a keystroke makes are counted, in a process of their own. From CPython 3.12
on, None is immortal and cannot be lost.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

TURNS = 300
COUNTING = f"""
import sys
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit


class Sheet(QTextEdit):
    def paintEvent(self, event):
        super().paintEvent(event)

    def keyPressEvent(self, event):
        super().keyPressEvent(event)


app = QApplication([])
sheet = Sheet()
sheet.show()
app.processEvents()
for name, call in {{
    "events": app.processEvents,
    "painting": lambda: sheet.viewport().repaint(),
    "typing": lambda: QTest.keyClicks(sheet, "a"),
    "inserting": lambda: QTextCursor(sheet.document()).insertText("a"),
    "setting": lambda: sheet.setPlainText("abc"),
}}.items():
    call()
    before = sys.getrefcount(None)
    for _ in range({TURNS}):
        call()
    lost = (before - sys.getrefcount(None)) / {TURNS}
    if lost > 0.5:
        print(f"{{name}} loses {{lost:.1f}} references to None a call")
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from CPython 3.12 on")
def test_no_call_of_a_keystroke_loses_none():
    done = subprocess.run(
        [sys.executable, "-c", COUNTING], check=False, text=True, capture_output=True, timeout=60
    )
    assert (done.stdout, done.returncode) == ("", 0), done.stderr
