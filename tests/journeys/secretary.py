"""What a secretary does, told in keys. Nothing here knows a widget."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QMimeData, QTimer
from PySide6.QtGui import QGuiApplication

from kcsp_desktop.app import open_window
from tests.journeys.keyboard import press
from tests.journeys.records import (
    BULLET,
    CLAUSE,
    CLAUSE_BULLET,
    NUMBERED,
    PLAIN,
    RESOLVED,
    Item,
)

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow

CAPACITIES = {"present": "p", "in attendance": "i"}


def wait(milliseconds: int) -> None:
    """Let the application work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(what, within: int = 15_000) -> None:
    """Wait until ``what()`` is true."""
    for _ in range(within // 20):
        if what():
            return
        wait(20)
    raise AssertionError("waited in vain")


def opened(store: Path) -> QMainWindow:
    """Open the application and wait until the store has been read."""
    window = open_window(store)
    window.activateWindow()
    wait_for(lambda: window.workspace.is_open)
    wait(50)
    return window


def closed(window: QMainWindow) -> None:
    """Close the window; everything is saved by then."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete


def make_body(name: str, short_name: str, authority: str) -> None:
    """Make the first body from the empty store's card."""
    press(f"<Enter>{name}<Tab>{short_name}<Tab>{authority}<Enter>")


def set_office_words(chair: str, vice_chair: str) -> None:
    """Change the words for chair and vice-chair, in the form of the body in hand."""
    for name, word in (("bodyChairWord", chair), ("bodyViceChairWord", vice_chair)):
        go_to_field(name)
        press(f"<Ctrl+A>{word}<Enter>")


def go_to_field(name: str) -> None:
    """Press Tab until the field of that name has the focus."""
    for _ in range(60):
        if focus_name() == name:
            return
        press("<Tab>")
    raise AssertionError(f"no way by Tab to {name}")


def focus_name() -> str:
    """Return the name of what has the focus."""
    from PySide6.QtWidgets import QApplication

    focus = QApplication.focusWidget()
    return focus.objectName() if focus is not None else ""


def make_meeting(day: str, venue: str) -> None:
    """Make a meeting of the one body; online where no venue is given."""
    press(f"<Ctrl+N>{day}<Tab><Tab>")
    press(f"<Tab>{venue}<Enter>" if venue else "o<Enter>")
    wait(100)


def set_first_number(number: int, reason: str) -> None:
    """Set the number of the first minute on the Details page."""
    press("<Ctrl+1>")
    go_to_field("detailsFirstNumber")
    press(f"<Ctrl+A>{number}<Tab>{reason}<Enter>")


def type_attendance(present: list[str], in_attendance: list[str], words: dict[str, str]) -> None:
    """Add everybody from nothing; ``words`` are the office words and the letters of their roles."""
    press("<Ctrl+2>")
    for capacity, names in (("present", present), ("in attendance", in_attendance)):
        first = True
        for printed in names:
            name, bracket = printed_parts(printed)
            role = words.get(bracket, "")
            post = "" if role else bracket
            press(f"<Ins>{name}<Tab>")
            press(f"{CAPACITIES[capacity]}<Tab>" if first else "<Tab>")
            press(f"{post}<Tab>{role}<Enter>")
            first = False


def printed_parts(printed: str) -> tuple[str, str]:
    """Split "Mr P M Hill, OBE (Chairman)" into the name and what stands in brackets."""
    match = re.match(r"^(.*?)(?: \((.*)\))?$", printed)
    assert match is not None
    return match[1], match[2] or ""


def type_agenda(items: list[Item]) -> None:
    """Make the agenda of the items given, by section, from the standing one."""
    press("<Ctrl+3>")
    for _ in range(10):
        press("<Del>")
    by_section: dict[str, list[Item]] = {}
    for item in items:
        by_section.setdefault(item.code[:1], []).append(item)
    sections = sorted(by_section)
    for n, letter in enumerate(sections):
        _type_section(by_section[letter], downs="ABCD".index(letter), first=n == 0)


def _type_section(items: list[Item], downs: int, *, first: bool) -> None:
    """Type a section's items; where a code leaves a gap, an item that is not minuted fills it."""
    place = 0
    for item in items:
        wanted = int(item.code[1:])
        while place < wanted:
            place += 1
            title = item.title if place == wanted else "Standing item"
            press(f"<Ins>{title}<Enter>")
            if place == 1:
                _carry_down(downs, first=first)
            if place < wanted:
                press("M")


def _carry_down(downs: int, *, first: bool) -> None:
    """Move the first item of a section there: it began behind the item in hand."""
    if first:  # it stands where the last standing item was: to the top, then down
        press("<Alt+Up>" * 3)
        for _ in range(downs):
            press("<Alt+Down>")
        return
    press("<Alt+Down>")


def type_minutes(items: list[Item], *, public: bool = True) -> None:
    """Type every item's text, going on from item to item."""
    press("<Ctrl+4>")
    for item in items:
        if item.code.startswith("D") and public:
            press("<F7>")
        type_blocks(item.blocks)
        press("<Ctrl+Enter>")


def type_blocks(blocks: list[tuple[str, str]]) -> None:
    """Type blocks as a secretary does: Enter between, Tab for a bullet, Ctrl+R to resolve."""
    former = ""
    for kind, text in blocks:
        _open(kind, former)
        press(text)
        former = kind


def _open(kind: str, former: str) -> None:
    if former:
        press("<Enter>")
    if kind == RESOLVED:
        if former == BULLET:
            press("<Enter>")
        press("<Ctrl+R><Shift+Home>")
    elif kind == BULLET and former != BULLET:
        press("<Tab>")
    elif kind == NUMBERED and former == BULLET:
        press("<Enter>")
    elif kind == PLAIN:
        press("<Ctrl+Shift+L>")
    elif kind == CLAUSE_BULLET and former == CLAUSE:
        press("<Tab>")


def go_to_item(code: str) -> None:
    """Go to the end of an item's text, from any other."""
    press(f"<Ctrl+G>{code}<Enter><Ctrl+End>")


def note_arrival(name: str, at: str) -> None:
    """Note at the item in hand that somebody has come, and say so in the minutes."""
    press(f"<Ctrl+Shift+A>{name}<Tab><Tab><Ctrl+A>{at}<Enter>")


def log_action(what: str, who: str, by: str) -> None:
    """Log an action on the block in hand."""
    press(f"<Ctrl+T><Ctrl+A>{what}<Tab>{who}<Tab><Ctrl+A>{by}<Enter>")


def move_block_to(code: str) -> None:
    """Move the block in hand to the end of another item."""
    press(f"<Ctrl+Shift+G>{code}<Enter>")


def paste_page(html: str) -> None:
    """Paste what another program has put on the clipboard."""
    page = QMimeData()
    page.setHtml(html)
    QGuiApplication.clipboard().setMimeData(page)
    press("<Ctrl+V>")
