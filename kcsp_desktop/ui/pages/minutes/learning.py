"""What the completion has learnt: the body's record, the day's names and titles, this meeting.

How this works: the words of English and the record of the body's other meetings are read on the
pool when a meeting is opened, a moment after it is shown, and this meeting's own text with them;
until they are there nothing is offered. Then a block of this meeting is learnt when the caret
leaves it, and forgotten when its words change. **Only public text is taught** (``disclosure.seen``
and public editions); while the restricted detail of an item is in hand, that item's own text is
asked too, and only then. Must stay in step: ``domain/prediction/taught``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.domain.body import preamble
from kcsp_desktop.domain.disclosure import Audience, edition, seen
from kcsp_desktop.domain.prediction.memory import Memory
from kcsp_desktop.domain.prediction.suggester import Suggester, Suggestion
from kcsp_desktop.domain.prediction.taught import name_texts, own_texts, public_texts
from kcsp_desktop.domain.prediction.vocabulary import Vocabulary
from kcsp_desktop.domain.wording.resolving import ENDINGS
from kcsp_desktop.importing.dictionary import Manners
from kcsp_desktop.ui.background import Task

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kcsp_desktop.domain.ids import BlockId, ItemId, MeetingId
    from kcsp_desktop.domain.meeting import AgendaItem, Meeting
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.pages.minutes.hand import Hand

Texts = dict["BlockId", tuple[str, str]]
_LATER_MS = 100  # after a meeting is opened: its text is shown first


class Learning(QObject):
    """Holds the memories of the meeting in hand and answers what may follow."""

    def __init__(self, hand: Hand, parent: QObject) -> None:
        """Know nothing yet."""
        super().__init__(parent)
        self._hand = hand
        self._meeting_id: MeetingId | None = None
        self._record, self._day, self._own = Memory(), Memory(), Memory()
        self._item_memory: tuple[ItemId, Memory] | None = None
        self._learnt: Texts = {}
        self._suggester: Suggester | None = None
        self._closed_suggester: Suggester | None = None
        self._vocabulary = Vocabulary({})
        self._task: Task | None = None  # one at a time, however fast meetings are turned over
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self._begin)

    def open_meeting(self) -> None:
        """Learn for the meeting in hand, off the window's thread; nothing where it is known."""
        meeting = self._hand.meeting
        if meeting is None or meeting.id == self._meeting_id:
            return
        self._meeting_id = meeting.id
        self._suggester = self._closed_suggester = None
        self._learnt = {}
        self._later.start()

    def _begin(self) -> None:
        meeting, record = self._hand.meeting, self._hand.workspace.record
        if meeting is None or meeting.id != self._meeting_id or self._task is not None:
            return
        self._task = Task(lambda: _taught(record, meeting), self)
        self._task.done.connect(self._on_taught)
        self._task.failed.connect(self._on_failed)
        self._task.start()

    def _on_failed(self, _why: str) -> None:
        """Offer nothing: the log has said why, and the minutes are taken without it."""
        self._task = None

    def _on_taught(self, found: _Taught) -> None:
        self._task = None
        if found.meeting_id != self._meeting_id:
            self._begin()
            return
        self._vocabulary = found.vocabulary
        self._record, self._day = found.record, found.day
        self._own, self._learnt = found.own, found.learnt
        meeting = self._hand.meeting
        for item in meeting.items if meeting else ():
            self._learn(item.id, leave_out=None)  # what has changed meanwhile
        self._suggester = self._joined(found.vocabulary, None)

    def _joined(self, vocabulary: Vocabulary, own: Memory | None) -> Suggester:
        return Suggester(
            vocabulary, record=self._record, room=self._day, meeting=self._own, own=own
        )

    def learn_item(self, in_hand: BlockId | None) -> None:
        """Learn the item in hand as it is now, but for the block that is being written."""
        item, meeting = self._hand.item, self._hand.meeting
        if item is None or meeting is None or self._suggester is None:
            return
        if meeting.id != self._meeting_id:
            return  # another has just been opened: what it teaches is read beside the window
        self._learn(item.id, leave_out=in_hand)
        if self._hand.visibility is not Visibility.RESTRICTED:
            self._item_memory = self._closed_suggester = None
            return
        memory = Memory(self._vocabulary.counts)
        memory.learn_all(own_texts(item))
        self._item_memory = (item.id, memory)
        self._closed_suggester = self._joined(self._vocabulary, memory)

    def _learn(self, item_id: ItemId, leave_out: BlockId | None) -> None:
        meeting = self._hand.meeting
        item = meeting.item(item_id) if meeting else None
        if item is None:
            return
        now = _texts(item)
        if leave_out is not None:
            now.pop(leave_out, None)
        for block in item.blocks:
            was = self._learnt.get(block.id)
            if was is not None and was != now.get(block.id) and block.id != leave_out:
                self._own.forget(*self._learnt.pop(block.id))
        for block_id, text in now.items():
            if block_id not in self._learnt:
                self._own.learn(*text)
                self._learnt[block_id] = text

    def ask(self, before: str, kind: str, passed: Collection[str]) -> Suggestion | None:
        """Return what may follow; the restricted item's own words only in its own text."""
        closed = self._hand.visibility is Visibility.RESTRICTED
        own = self._item_memory is not None and self._item_memory[0] == self._hand.item_id
        suggester = self._closed_suggester if closed and own else self._suggester
        return suggester.suggest(before, kind, passed) if suggester else None


class _Taught(NamedTuple):
    """What is read on the pool; ``learnt`` are the texts that ``own`` is made of."""

    meeting_id: MeetingId
    vocabulary: Vocabulary
    record: Memory
    day: Memory
    own: Memory
    learnt: Texts


def _texts(item: AgendaItem) -> Texts:
    """Return what an item has to teach: what everybody may read of it."""
    return {block.id: (block.text, str(block.kind)) for block in seen(item.blocks, Audience.PUBLIC)}


def _taught(record: Record, meeting: Meeting) -> _Taught:
    """Read the language, the body's other meetings, the day's names, and this meeting's text.

    On the pool; the window's thread is let pass, since somebody is typing.
    """
    # Imported here: no first window waits for it.
    from kcsp_desktop.importing.base_words import base_words

    vocabulary = base_words()
    known, day, own = (Memory(vocabulary.counts) for _ in range(3))
    for other in record.meetings:
        if other.body_id == meeting.body_id and other.id != meeting.id:
            known.learn_all(_politely(public_texts(edition(record, other, Audience.PUBLIC))))
    day.learn_all(_of_the_day(record, meeting))
    learnt: Texts = {}
    for item in meeting.items:
        learnt |= _texts(item)
    own.learn_all(_politely(learnt.values()))
    return _Taught(meeting.id, vocabulary, known, day, own, learnt)


def _politely(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    manners = Manners()
    for text in texts:
        yield text
        manners.let_pass()


def _of_the_day(record: Record, meeting: Meeting) -> Iterator[tuple[str, str]]:
    body = record.body_of(meeting)
    for item in meeting.items:
        yield item.title, "title"
    yield from _names(meeting, record)
    yield f"A {body.member_word} asked", "paragraph"
    yield f"The {body.chair_word} thanked", "paragraph"
    for ending in ENDINGS:
        yield f"{preamble(body)}{ending}", "resolution"


def _names(meeting: Meeting, record: Record) -> Iterable[tuple[str, str]]:
    posts = {person.id: person.post for person in record.people}
    for row in meeting.attendance:
        yield from name_texts(row.name, row.post or posts.get(row.person_id, ""))
