"""A correction of a record: which minute and paragraph, which words, who asked for it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.ids import AmendmentId, MeetingId
from kcsp_desktop.domain.life import Amendment
from kcsp_desktop.domain.wording.approving import cited_places, why_not_correct
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField
from kcsp_desktop.ui.kit.suggesting import SuggestingField
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.domain.wording.approving import CitedPlace
    from kcsp_desktop.ui.look import Look

_LONGEST = 90  # letters of a paragraph in the list


class CorrectionDialog(QuestionDialog):
    """Asks for one correction; ``given`` carries it.

    ``later`` are the meetings that may have agreed it, where the record is approved already.
    """

    given = Signal(object)

    def __init__(
        self,
        look: Look,
        record: Record,
        meeting: Meeting,
        parent: QWidget,
        *,
        correction: Amendment | None = None,
        later: Sequence[Meeting] = (),
    ) -> None:
        """``correction`` is the one to change."""
        question = "What is to be corrected?" if correction is None else "What has changed in it?"
        super().__init__(look, question, "Record it", parent)
        self.setObjectName("correctionDialog")
        self._places = cited_places(record, meeting)
        self._correction = correction
        here = next(
            (one for one in self._places if correction and one.block.id == correction.block_id),
            None,
        )
        self._minute = TextField(look, str(here.number) if here else "")
        self._place = Choice(look)
        self._whole = Words(look, "", role="ink2", size=Type.SECOND, wrap=True)
        self._whole.setObjectName("correctionWhole")
        self._before = TextField(look, correction.before if correction else "")
        self._after = TextField(look, correction.after if correction else "")
        names = [row.name for row in meeting.attendance]
        self._asked_by = SuggestingField(look, names, correction.asked_by if correction else "")
        self._agreed = Choice(look, [(one.id, printed(one.details.date)) for one in later])
        self._add_fields(bool(later))
        self._minute.textChanged.connect(self._offer_places)
        self._place.currentIndexChanged.connect(self._show_whole)
        self._offer_places()
        if here is not None:
            self._place.choose(here.block.id)
        self._show_whole()
        self.set_check(self._wrong_now)
        self.accepted.connect(self._on_accepted)

    def _add_fields(self, approved: bool) -> None:
        self.add_field("correctionMinute", "&Minute", self._minute)
        self.add_field("correctionPlace", "&Paragraph", self._place, beside=True, stretch=4)
        self.form.add_widget(self._whole)
        self.add_field("correctionBefore", "Words as they &stand", self._before)
        self.add_field("correctionAfter", "Words as they should &read", self._after)
        self.add_field("correctionAskedBy", "&Asked for by", self._asked_by)
        if approved:
            self.add_field("correctionAgreed", "A&greed at the meeting of", self._agreed)

    def _offer_places(self) -> None:
        """Offer the places of the minute that is typed."""
        typed = self._minute.text().strip()
        found = [one for one in self._places if str(one.number) == typed]
        self._place.set_entries((one.block.id, _cut(one.shown)) for one in found)
        self._show_whole()

    def _chosen(self) -> CitedPlace | None:
        wanted = self._place.chosen()
        return next((one for one in self._places if one.block.id == wanted), None)

    def _show_whole(self) -> None:
        place = self._chosen()
        cited = f"{place.cited[:1].upper()}{place.cited[1:]}" if place else ""
        self._whole.setText(f"{cited}: {place.block.text}" if place else "")
        self._whole.setVisible(place is not None)
        self._grow()

    def _wrong_now(self) -> str:
        numbers = {str(one.number) for one in self._places}
        typed = self._minute.text().strip()
        if typed not in numbers:
            first, last = self._places[0].number, self._places[-1].number
            return f"There is no minute {typed or 'without a number'}: they are {first} to {last}."
        return why_not_correct(self._chosen(), self._before.text(), self._after.text())

    def _on_accepted(self) -> None:
        place = self._chosen()
        if place is None:
            return
        known = self._correction.id if self._correction else AmendmentId(str(uuid.uuid4()))
        agreed = self._agreed.chosen()
        self.given.emit(
            Amendment(
                id=known,
                item_id=place.item_id,
                block_id=place.block.id,
                cited=place.cited,
                before=self._before.text(),
                after=self._after.text(),
                asked_by=self._asked_by.text().strip(),
                meeting_id=MeetingId(agreed) if agreed else None,
            )
        )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
