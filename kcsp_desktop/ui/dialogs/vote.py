"""Who moved a resolution, who seconded it, and how members voted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.attendance import voters
from kcsp_desktop.domain.blocks import Vote
from kcsp_desktop.domain.wording.voting import named_votes, written_votes
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField
from kcsp_desktop.ui.kit.suggesting import SuggestingField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.ui.look import Look

_COUNT = "This is not a number of votes: type it like 7, or leave it empty."


class VoteDialog(QuestionDialog):
    """Asks for a vote; ``vote_given`` carries it, ``None`` where nothing is left of it."""

    vote_given = Signal(object)

    def __init__(
        self, look: Look, body: Body, meeting: Meeting, vote: Vote | None, parent: QWidget
    ) -> None:
        """``vote`` is the one to change, if any; those here who may vote are offered."""
        day = meeting.details.date.isoformat()
        names = [row.name for row in voters(body, meeting.attendance, day)]
        said = f"{len(names)} of those here may vote." if names else ""
        super().__init__(look, "How was it resolved?", "Record the vote", parent, explanation=said)
        self.setObjectName("voteDialog")
        vote = vote or Vote()
        self._mover = SuggestingField(look, names, vote.mover)
        self._seconder = SuggestingField(look, names, vote.seconder)
        self._counts = [TextField(look, _shown(n)) for n in (vote.in_favour, vote.against,
                                                             vote.abstained)]  # fmt: skip
        self._named = TextField(
            look, written_votes(vote.named), hint="for: Mrs A, Mr B; against: Ms C"
        )
        self.add_field("voteMover", "&Moved by", self._mover)
        self.add_field("voteSeconder", "&Seconded by", self._seconder, beside=True)
        self.add_field("voteFor", "&For", self._counts[0])
        self.add_field("voteAgainst", "A&gainst", self._counts[1], beside=True)
        self.add_field("voteAbstained", "A&bstained", self._counts[2], beside=True)
        self.add_field("voteNamed", "&Recorded vote, by name", self._named)
        self._voters = len(names)
        for field in self._counts:
            field.textEdited.connect(self._warn_of_too_many)
        self.set_check(self._wrong_count)
        self.accepted.connect(self._on_accepted)

    def _wrong_count(self) -> str:
        texts = [field.text().strip() for field in self._counts]
        return "" if all(not text or text.isdecimal() for text in texts) else _COUNT

    def _warn_of_too_many(self) -> None:
        """Say while it is typed that more have voted than may; it is recorded all the same."""
        texts = [field.text().strip() for field in self._counts]
        total = sum(int(text) for text in texts if text.isdecimal())
        too_many = 0 < self._voters < total
        sentence = f"That is {total} votes, and {self._voters} here may vote." if too_many else ""
        if sentence != self.wrong():
            self.show_wrong(sentence)

    def _on_accepted(self) -> None:
        counts = [int(f.text()) if f.text().strip() else None for f in self._counts]
        vote = Vote(
            mover=self._mover.text().strip(),
            seconder=self._seconder.text().strip(),
            in_favour=counts[0],
            against=counts[1],
            abstained=counts[2],
            named=named_votes(self._named.text()),
        )
        self.vote_given.emit(None if vote == Vote() else vote)


def _shown(count: int | None) -> str:
    return "" if count is None else str(count)
