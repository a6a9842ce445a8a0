"""Find and replace over the whole meeting: joins the bar to the sheet and the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcsp_desktop.domain.blocks import spliced
from kcsp_desktop.domain.edits import SetBlockText
from kcsp_desktop.domain.meeting import in_order
from kcsp_desktop.domain.wording.replacing import Place, as_written, places, replacements

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.ui.find_bar import FindBar
    from kcsp_desktop.ui.pages.minutes.deeds import Deeds
    from kcsp_desktop.ui.pages.minutes.hand import Hand
    from kcsp_desktop.ui.pages.page import Page
    from kcsp_desktop.ui.sheet.sheet import MinuteSheet


class Finding(QObject):
    """Goes from place to place; replaces one, or all as one step of undo."""

    def __init__(
        self, page: Page, hand: Hand, sheet: MinuteSheet, bar: FindBar, deeds: Deeds
    ) -> None:
        """``deeds`` knows the way to a block of any item."""
        super().__init__(page)
        self._page, self._hand, self._sheet = page, hand, sheet
        self._bar, self._deeds = bar, deeds
        bar.step_wanted.connect(self.step)
        bar.replace_wanted.connect(self._replace)
        bar.closed.connect(sheet.setFocus)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands by name."""
        return {
            "find": lambda: self._bar.appear(self._sheet.selected_text()),
            "find-next": lambda: self.step(1),
        }

    def _found(self) -> tuple[Place, ...]:
        meeting = self._hand.meeting
        return places(meeting, self._bar.search()) if meeting is not None else ()

    def _here(self) -> tuple[int, int, int, int]:
        """Return where the selection is: item, block, start, end, as places are ordered."""
        meeting, caret = self._hand.meeting, self._sheet.caret()
        items = in_order(meeting) if meeting else ()
        at = next((n for n, one in enumerate(items) if one.id == self._hand.item_id), 0)
        blocks = [block.id for block in items[at].blocks] if items else []
        block = blocks.index(caret.block_id) if caret.block_id in blocks else -1
        start, end = sorted((caret.offset, caret.anchor_offset))
        return at, block, start, end

    def _order(self, place: Place) -> tuple[int, int, int, int]:
        meeting = self._hand.meeting
        items = in_order(meeting) if meeting else ()
        at = next(n for n, one in enumerate(items) if one.id == place.item_id)
        block = [one.id for one in items[at].blocks].index(place.block.id)
        return at, block, place.start, place.end

    def step(self, by: int) -> None:
        """Go to the next place behind the caret, or the former one before it, round and round."""
        found = self._found()
        if not found:
            self._bar.show_count(0, 0)
            return
        here, order = self._here(), [self._order(place) for place in found]
        if by > 0:
            at = next((n for n, one in enumerate(order) if one[:3] >= (*here[:2], here[3])), 0)
        else:
            before = [n for n, one in enumerate(order) if one[:3] < here[:3]]
            at = before[-1] if before else len(found) - 1
        self._go(found[at])
        self._bar.show_count(at + 1, len(found))

    def _go(self, place: Place) -> None:
        focus = self._bar.words.hasFocus() or self._bar.by.hasFocus()
        field = self._bar.by if self._bar.by.hasFocus() else self._bar.words
        self._deeds.go_to_block(place.item_id, place.block, place.start, place.end)
        if focus:
            field.setFocus()

    def _replace(self, everywhere: bool) -> None:
        meeting, by = self._hand.meeting, self._bar.by.text()
        if meeting is None:
            return
        if everywhere:
            edits = replacements(meeting, self._bar.search(), by)
            count = len(self._found())
            if edits and self._page.submit(*edits, text="replace all", place=self._hand.place()):
                words = f"Replaced in {count} place{'s' if count != 1 else ''}."
                self._page.notice.emit("info", words, "Ctrl+Z brings them back.")
            self._bar.show_count(0, 0)
            return
        here = self._here()
        place = next((one for one in self._found() if self._order(one) == here), None)
        if place is not None:
            found = place.block.text[place.start : place.end]
            words = by if self._bar.search().exactly else as_written(found, by)
            runs = spliced(place.block.runs, place.start, place.end, words)
            edit = SetBlockText(
                meeting_id=meeting.id, item_id=place.item_id, block_id=place.block.id, runs=runs
            )
            self._page.submit(edit, text="replace", place=self._hand.place(self._sheet.caret()))
        self.step(1)
