"""A sheet without a window: the model and the rules of its keys, as the widget joins them."""

from __future__ import annotations

from time import thread_time
from typing import TYPE_CHECKING

from kcsp_desktop.domain.prediction import taking
from kcsp_desktop.domain.prediction.memory import Memory
from kcsp_desktop.domain.prediction.suggester import Suggester
from kcsp_desktop.domain.prediction.taught import name_texts
from tests.keys.meetings import BODY, block_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.prediction.likelihood import Weights
    from kcsp_desktop.domain.prediction.suggester import Suggestion
    from kcsp_desktop.domain.prediction.vocabulary import Vocabulary
    from tests.keys.meetings import Meeting

LEAD = f"RESOLVED that the {BODY} "
WORD = "RESOLVED "


class ModelSheet:
    """The sheet of a meeting; ``suggester`` None is prediction switched off."""

    def __init__(self, suggester: Suggester | None, meeting: Memory, *, lead: str = LEAD) -> None:
        self.suggester = suggester
        self.meeting = meeting
        self.lead = lead
        self.seconds: list[float] = []
        self._text = self._kind = ""
        self._taking = taking.Taking()
        self._offered: Suggestion | None = None
        self._lead_is_fresh = False

    def next_item(self) -> int:
        return 0  # the key of its first block is counted there

    def open_block(self, kind: str) -> int:
        """Leave the block, which is learnt, and make one; return the keys for that."""
        self.meeting.learn(self._text, self._kind)
        keys = 1 + (kind != self._kind and kind != "resolution" and bool(self._kind))
        self._kind, self._text = kind, ""
        self._taking = taking.Taking(space_due=kind == "resolution")
        self._lead_is_fresh = kind == "resolution"
        if self._lead_is_fresh:
            self._text = self.lead.rstrip()
        self._ask()
        return keys

    def type(self, letter: str) -> None:
        self._change(taking.typed(self._taking, self._text, letter, self._offered))

    def backspace(self) -> None:
        if self._lead_is_fresh:  # the words that nobody typed go at once, all but the first
            self._text = WORD.rstrip()
            self._taking = taking.Taking(space_due=True)
            self._lead_is_fresh = False
        else:
            self._text = self._text[:-1]
            self._taking = taking.Taking()
        self._ask()

    def take(self) -> None:
        self._change(taking.taken(self._taking, self._offered))

    def take_word(self) -> None:
        self._change(taking.taken(self._taking, self._offered, one_word=True))

    def suggestion(self) -> str:
        return taking.shown(self._taking, self._offered)

    def text(self) -> str:
        return self._text

    def _change(self, change: taking.Change) -> None:
        self._lead_is_fresh = False
        self._text = self._text[: len(self._text) - change.removed] + change.inserted
        self._taking = change.taking
        self._ask()

    def _ask(self) -> None:
        if self.suggester is None:
            return
        start = thread_time()
        asked = taking.asked(self._taking, self._text)
        self._offered = self.suggester.suggest(asked, self._kind, self._taking.passed)
        self.seconds.append(thread_time() - start)


def taught(
    vocabulary: Vocabulary, meeting: Meeting, store: list[Meeting], weights: Weights | None = None
) -> tuple[Suggester, Memory]:
    """Return a suggester taught by the store, the agenda and the roster; and the meeting's memory.

    Who is in the room is known from the meeting's list, or, where it has none, from the others'.
    """
    record, room, own = (Memory(vocabulary.counts) for _ in range(3))
    for one in store:
        for row in one["attendance"]:
            record.learn_all(_names(row))
        record.learn_all((item["title"], "title") for item in one["items"])
        record.learn_all(block_texts(one))
    room.learn_all((item["title"], "title") for item in meeting["items"])
    for one in [meeting] if meeting["attendance"] else store:
        for row in one["attendance"]:
            room.learn_all(_names(row))
    suggester = Suggester(vocabulary, record=record, room=room, meeting=own, weights=weights)
    return suggester, own


def _names(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    return name_texts(row["name"], row["post"])
