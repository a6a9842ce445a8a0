"""Joins the window to its whereabouts: there it begins, and where it is left is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.domain.ids import BlockId, MeetingId
from kcsp_desktop.ui.remembering import Whereabouts, remember
from kcsp_desktop.ui.sheet.change import Caret
from kcsp_desktop.ui.workspace import Place

if TYPE_CHECKING:
    from pathlib import Path

    from kcsp_desktop.ui.main_window import MainWindow


class Returning(QObject):
    """Takes the window back to where it was, and from then on keeps where it is."""

    def __init__(self, window: MainWindow, store: Path) -> None:
        """To be made once the store has been read."""
        super().__init__(window)
        self._window, self._store = window, store

    def go_back(self, known: Whereabouts) -> None:
        """Show the page, the meeting, the item and the caret that were left; none that is gone."""
        record = self._window.workspace.record
        meeting = record.meeting(MeetingId(known.meeting_id)) if known.meeting_id else None
        if not known.page or (known.meeting_id and meeting is None):
            return
        caret: object = None
        if known.visibility in set(Visibility):
            block = BlockId(known.block_id)
            at = Caret(block_id=block, offset=known.offset, anchor_id=block,
                       anchor_offset=known.offset)  # fmt: skip
            caret = (Visibility(known.visibility), at if known.block_id else None)
        self._window.go_to(
            Place(page=known.page, meeting_id=known.meeting_id, item_id=known.item_id, caret=caret)
        )

    def keep(self) -> None:
        """Keep where the window is; one that only reads leaves the place alone."""
        window = self._window
        if not window.workspace.is_open or window.workspace.read_only:
            return
        place = window.page.place()
        here = Whereabouts(
            page=place.page,
            meeting_id=place.meeting_id,
            item_id=place.item_id,
            percent=window.look.percent,
            theme=window.look.choice,
        )
        if isinstance(place.caret, tuple) and isinstance(place.caret[1], Caret):
            visibility, at = place.caret
            here = replace(
                here, visibility=str(visibility), block_id=at.block_id or "", offset=at.offset
            )
        remember(self._store, here)
