"""Where each item's papers stand in the pack, while the agenda is made.

How this works: the pages of attached papers are known. Those of a record that we print are counted
by printing it, off the window's thread, once for each state it is in; until then the ranges behind
it are not shown. Must stay in step: ``ui/printing/pack`` (prints the same), ``domain.paging``.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kcsp_desktop.domain.paging import open_items, page_ranges
from kcsp_desktop.domain.planning.last_record import records_in_pack
from kcsp_desktop.ui.background import Task

if TYPE_CHECKING:
    from kcsp_desktop.domain.ids import ItemId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.paging import Pages
    from kcsp_desktop.domain.record import Record

Counts = dict["ItemId", int]


def _count(record: Record, meeting: Meeting) -> Counts:
    # Imported with the first record that is up for approval; runs off the window's thread.
    from kcsp_desktop.ui.printing.pack import own_pages

    return own_pages(record, meeting)


class PackPages(QObject):
    """Knows the ranges of a meeting's items, as far as they can be known."""

    counted = Signal()

    def __init__(self, parent: QObject) -> None:
        """Know nothing."""
        super().__init__(parent)
        self._of: tuple[tuple[ItemId, Meeting], ...] = ()
        self._counts: Counts = {}
        self._task: Task | None = None
        self._wanted: tuple[tuple[ItemId, Meeting], ...] = ()

    def ranges(self, record: Record, meeting: Meeting) -> dict[ItemId, Pages]:
        """Return the ranges; ``counted`` tells when there is more to know."""
        ours = tuple(records_in_pack(record, meeting).items())
        if ours != self._of:
            self._begin(record, meeting, ours)
            own = dict.fromkeys((item_id for item_id, _ in ours), 0)
        else:
            own = self._counts
        return page_ranges(open_items(meeting), own)

    def _begin(
        self, record: Record, meeting: Meeting, ours: tuple[tuple[ItemId, Meeting], ...]
    ) -> None:
        if ours == self._wanted and self._task is not None:
            return
        self._wanted = ours
        self._task = Task(partial(_count, record, meeting), self)
        self._task.done.connect(partial(self._on_done, ours))
        self._task.start()

    def _on_done(self, ours: tuple[tuple[ItemId, Meeting], ...], counts: Counts) -> None:
        if ours != self._wanted:
            return  # another meeting, or another text, is in hand by now
        self._of, self._counts, self._task = ours, counts, None
        self.counted.emit()
