"""The one application object: present values, ``submit``, undo, and the state of saving.

How this works: ``submit`` applies edits to the record at once (pure, microseconds), puts one
command on the undo stack, says what changed, and lets the record be saved a short pause later.
The writer is handed the whole record, a frozen value, and writes the difference; so nothing
pending can be lost or done twice, and to try again is to send the latest record. Must stay in
step: ``writer`` (saves), ``domain/applying`` (what an edit does).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from kcsp_desktop.domain.errors import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kcsp_desktop.domain.edits import Edit  # noqa: TC004 - the frame is painted before it
    from kcsp_desktop.domain.performing.applying import Applied
    from kcsp_desktop.domain.record import Record

QUIET_MS = 300  # a pause in typing: save
LATEST_MS = 1000  # and never later than this
SHOWN_AFTER_MS = 400  # "Saving…" is not shown for less
RETRY_MS = (1000, 2000, 4000, 8000, 16000, 30000)


class Saving(StrEnum):
    """How it stands with the disk."""

    SAVED = "saved"
    SAVING = "saving"
    NOT_SAVED = "not saved"
    READ_ONLY = "read only"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveState:
    """``at`` is the time of the last commit ("10:42:07"); ``why`` a sentence when it failed."""

    saving: Saving
    at: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a change was made, so that undo can go back to it. ``caret`` is the page's own."""

    page: str
    meeting_id: str = ""
    item_id: str = ""
    caret: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """Edits that belong together, and what the undo stack is told of them.

    ``merge`` joins typing: two submissions become one command where the former's ``merge[1]``
    is the later's ``merge[0]`` and less than a second lies between.
    """

    edits: tuple[Edit, ...]
    text: str = ""
    before: Place | None = None
    after: Place | None = None
    merge: tuple[object, object] | None = None


_MERGE_WITHIN_MS = 1000


class EditCommand(QUndoCommand):
    """One change, undone by its inverse. The first ``redo`` (Qt's own, at push) does nothing."""

    def __init__(self, workspace: Workspace, what: Submission, inverse: tuple[Edit, ...]) -> None:
        """Keep ``what`` was done and the ``inverse`` that takes it back."""
        super().__init__(what.text)
        self._workspace = workspace
        self.what = what
        self.inverse = inverse
        self._done = True
        self.clock = QElapsedTimer()
        self.clock.start()

    def takes_in(self, later: Submission) -> bool:
        """Join the next letters to these where they follow on without a pause.

        Asked before anything is pushed: of a command that Qt itself joins to the one before, the
        Python half stays in memory for ever, and a long meeting is some ten thousand letters.
        """
        if not self.what.merge or not later.merge or self.what.merge[1] != later.merge[0]:
            return False
        if self.clock.elapsed() > _MERGE_WITHIN_MS:
            return False
        self.what = Submission(
            edits=_run_on(self.what.edits, later.edits),
            text=self.what.text,
            before=self.what.before,
            after=later.after,
            merge=(self.what.merge[0], later.merge[1]),
        )
        self.clock.restart()
        return True

    def undo(self) -> None:
        """Take the change back."""
        self._workspace.perform(self.inverse, self.what.before)

    def redo(self) -> None:
        """Do it again."""
        if self._done:
            self._done = False
            return
        self._workspace.perform(self.what.edits, self.what.after)


def _run_on(former: tuple[Edit, ...], later: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Join two steps of typing; a whole text set again makes the one before it needless."""
    from kcsp_desktop.domain.edits import SetBlockText

    last, first = former[-1], later[0]
    if (
        isinstance(last, SetBlockText)
        and isinstance(first, SetBlockText)
        and last.block_id == first.block_id
    ):
        former = former[:-1]
    return (*former, *later)


def _applied(record: Record, edits: tuple[Edit, ...]) -> Applied:
    # Imported with the first edit: the window is up long before, and the rules cost some 30 ms.
    from kcsp_desktop.domain.performing.applying import apply_all

    return apply_all(record, edits)


class Workspace(QObject):
    """Present values and the only way to change them."""

    changed = Signal(object, object)  # Changes, the initiator (which has redrawn itself)
    save_state = Signal(object)  # SaveState
    opened = Signal()  # the record has been read
    refused = Signal(str)  # a rule refused an edit: a sentence to show
    returned = Signal(object)  # Place: undo or redo has been there
    save_wanted = Signal(object, str, int)  # Record, run, serial: for the writer
    keep_wanted = Signal(bytes)  # a paper's content: for the writer
    file_kept = Signal(str)  # the name of a paper's content that is on disk now
    file_not_kept = Signal(str)  # a sentence

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty, read-only until a store has been opened."""
        super().__init__(parent)
        self._record: Record | None = None
        self.store_path: Path | None = None  # where papers' contents are read from
        self.now: Callable[[], datetime] = lambda: datetime.now().astimezone()
        self.documents: Path | None = None  # where documents are to lie, once it was chosen
        self.undo_stack = QUndoStack(self)
        self.is_open = False
        self.read_only = ""
        self._runs = 0
        self._run_prefix = ""
        self._serial = 0
        self._saved_serial = 0
        self._saved_at = ""
        self._failures = 0
        self._sent_serial = 0
        self._sending = False
        self._unsent_since = QElapsedTimer()
        self._quiet = self._timer(self.flush)
        self._shown = self._timer(self._show_saving)
        self._retry = self._timer(self.flush)

    def _timer(self, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer

    def today(self) -> date:
        """Return the day where people sit."""
        return self.now().date()

    @property
    def record(self) -> Record:
        """Everything, as it is now."""
        if self._record is None:
            from kcsp_desktop.domain.record import Record

            self._record = Record()
        return self._record

    @record.setter
    def record(self, record: Record) -> None:
        self._record = record

    def begin(self, record: Record, run_prefix: str, read_only: str = "") -> None:
        """Take the record that was read; ``read_only`` says why nothing may be changed."""
        self.record = record
        self.read_only = read_only
        self._run_prefix = run_prefix
        self.is_open = True
        self.opened.emit()
        kind = Saving.READ_ONLY if read_only else Saving.SAVED
        self.save_state.emit(SaveState(saving=kind, why=read_only))

    def submit(self, what: Submission, initiator: object = None) -> bool:
        """Apply edits as one change; ``False`` where a rule refused and nothing happened."""
        if self.read_only:
            self.refused.emit(self.read_only)
            return False
        try:
            applied = _applied(self.record, what.edits)
        except RuleBroken as error:
            self.refused.emit(str(error))
            return False
        self.record = applied.record
        if not self._runs_on(what):
            self.undo_stack.push(EditCommand(self, what, applied.inverse))
            self._runs += 1
        self._note_pending()
        self.changed.emit(applied.changes, initiator)
        return True

    def _runs_on(self, what: Submission) -> bool:
        """Join a change to the one done last, unless something stands to be done again."""
        stack = self.undo_stack
        if not stack.index() or stack.index() < stack.count():
            return False
        last = stack.command(stack.index() - 1)
        return isinstance(last, EditCommand) and last.takes_in(what)

    def note(self, *edits: Edit) -> None:
        """Apply edits that are no deed of the secretary's (the clock): no step of undo."""
        if self.read_only:
            return
        applied = _applied(self.record, edits)
        self.record = applied.record
        self._note_pending()
        self.changed.emit(applied.changes, self)

    def perform(self, edits: tuple[Edit, ...], place: Place | None) -> None:
        """Apply edits for undo or redo, then say where that was."""
        applied = _applied(self.record, edits)
        self.record = applied.record
        self._runs += 1
        self._note_pending()
        self.changed.emit(applied.changes, None)
        if place is not None:
            self.returned.emit(place)

    @property
    def pending(self) -> bool:
        """Whether something is not on disk yet."""
        return self._serial > self._saved_serial

    @property
    def failing(self) -> bool:
        """Whether the last save failed."""
        return self._failures > 0

    def _note_pending(self) -> None:
        if not self.pending:
            self._shown.start(SHOWN_AFTER_MS)
        if self._serial == self._sent_serial:
            self._unsent_since.start()
        self._serial += 1
        self._wait_for_a_pause()

    def _wait_for_a_pause(self) -> None:
        """Let what has not been sent wait for a pause, at the latest until its second is over."""
        left = LATEST_MS - self._unsent_since.elapsed() - 50
        self._quiet.start(max(0, min(QUIET_MS, left)))

    def flush(self) -> None:
        """Send what is pending to the writer now."""
        self._quiet.stop()
        self._retry.stop()
        if self.pending and not self._sending:
            self._sending = True
            self._sent_serial = self._serial
            run = f"{self._run_prefix}:{self._runs}"
            self.save_wanted.emit(self.record, run, self._serial)

    def note_saved(self, serial: int, at: str) -> None:
        """Note that the writer has committed everything up to ``serial``."""
        self._sending = False
        self._failures = 0
        self._saved_serial = serial
        self._saved_at = at
        if self.pending:
            self._wait_for_a_pause()
            return
        self._shown.stop()
        self.save_state.emit(SaveState(saving=Saving.SAVED, at=at))

    def note_failed(self, why: str) -> None:
        """Note that the writer could not commit: say so, keep everything, try again."""
        self._sending = False
        self._shown.stop()
        self._retry.start(RETRY_MS[min(self._failures, len(RETRY_MS) - 1)])
        self._failures += 1
        self.save_state.emit(SaveState(saving=Saving.NOT_SAVED, at=self._saved_at, why=why))

    def _show_saving(self) -> None:
        if self.pending and not self._failures:
            self.save_state.emit(SaveState(saving=Saving.SAVING, at=self._saved_at))
