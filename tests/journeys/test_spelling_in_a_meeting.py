"""A misspelling is seen, reached and mended by keys alone, with the system's own dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QTextEdit

from tests.journeys import secretary
from tests.journeys.keyboard import press
from tests.journeys.secretary import wait_for

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock


@pytest.fixture
def window(qtbot, tmp_path):
    opened = secretary.opened(tmp_path / "store.db")
    yield opened
    secretary.closed(opened)


def marks(block: QTextBlock) -> list[str]:
    """Return the words underlined in a paragraph."""
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    return [
        block.text()[one.start : one.start + one.length]
        for one in block.layout().formats()
        if one.format.underlineStyle() == wave
    ]


def menu_ready() -> bool:
    menu = QApplication.activePopupWidget()
    return menu is not None and menu.actions()[0].isEnabled()


def test_a_misspelling_is_mended_by_keys(window):
    secretary.make_body("Wexmoor Harbour Partnership", "WHP", "WEXMOOR COUNCIL")
    secretary.make_meeting("9 July 2026", "The Old Customs House")
    press("<Ctrl+4>")
    wait_for(lambda: window.speller.state.name in ("ON", "NO_DICTIONARY"))
    if not window.speller.is_on:
        pytest.skip("hunspell-en-gb is not installed")
    sheet = window.findChild(QTextEdit, "sheet")
    first = sheet.document().firstBlock()
    press("The Wexmoor comittee agreed the colour. ")
    wait_for(lambda: marks(first) == ["comittee"])
    press("<Shift+F7>")
    wait_for(menu_ready)
    press("<Enter>")
    assert first.text() == "The Wexmoor committee agreed the colour. "
    press("<Ctrl+Z>")
    assert first.text() == "The Wexmoor comittee agreed the colour. "


def test_the_menu_of_the_text_opens_by_key_and_works(window):
    secretary.make_body("Wexmoor Harbour Partnership", "WHP", "WEXMOOR COUNCIL")
    secretary.make_meeting("9 July 2026", "The Old Customs House")
    press("<Ctrl+4>first")
    press("<Shift+F10>")
    press("b")  # Bullet
    meeting = window.workspace.record.meetings[0]
    kinds = [str(block.kind) for item in meeting.items for block in item.blocks]
    assert kinds == ["bullet"]
    press("<Shift+F10>u")
    assert [item for item in window.workspace.record.meetings[0].items if item.blocks]
    press("<Ctrl+Z>")
    assert not [item for item in window.workspace.record.meetings[0].items if item.blocks]
