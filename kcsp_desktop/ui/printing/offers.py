"""Which documents can be made of a meeting beside its record, and the making of one in Word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from kcsp_desktop.documents.agenda import agenda, holds_detail
from kcsp_desktop.documents.brief import brief
from kcsp_desktop.documents.names import agenda_name, named, notes_name, report_name
from kcsp_desktop.documents.parts import Document
from kcsp_desktop.documents.record import notes
from kcsp_desktop.documents.registers.action_log import action_log
from kcsp_desktop.documents.registers.decision_log import decision_sheet
from kcsp_desktop.documents.registers.extract import extract
from kcsp_desktop.documents.registers.file_names import actions_name, extract_name, sheet_name
from kcsp_desktop.documents.registers.rows import decision_lines
from kcsp_desktop.documents.report import report
from kcsp_desktop.documents.signing_in import signing_in
from kcsp_desktop.documents.supplement import has_news, supplement
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.ids import ItemId
from kcsp_desktop.domain.meeting import holds_restricted
from kcsp_desktop.domain.notice import issued_on
from kcsp_desktop.domain.planning.briefing import briefing
from kcsp_desktop.domain.registers.actions import meeting_days
from kcsp_desktop.domain.registers.editions import editions as editions_of
from kcsp_desktop.ui.printing.pack import own_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from kcsp_desktop.domain.disclosure import Edition, EditionItem
    from kcsp_desktop.domain.ids import BodyId, FileId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A document that can be made: its words in the list, its file's name, and what makes it.

    Those of one ``group`` are one entry of the list, and which of them is asked apart, by ``one``.
    ``late_name`` stands for a name that takes a while to find; a ``wide`` one is not printed here.
    """

    words: str
    name: str = ""
    make: Callable[[], Document]
    group: str = ""
    one: str = ""
    item_id: ItemId | None = None
    late_name: Callable[[], str] | None = None
    wide: bool = False

    def file_name(self) -> str:
        """Return the file's name."""
        return self.late_name() if self.late_name is not None else self.name


def offers(record: Record, meeting: Meeting, today: date) -> Iterator[Offer]:
    """Yield what can be made of a meeting; one with restricted detail only where there is any."""
    public = edition(record, meeting, Audience.PUBLIC)
    entitled = edition(record, meeting, Audience.RESTRICTED)
    own = edition(record, meeting, Audience.SECRETARY)
    issued = issued_on(meeting)
    yield Offer(
        words="Agenda, for everybody",
        name=agenda_name(public),
        make=partial(_agenda, record, meeting, public, issued),
    )
    if holds_detail(entitled):
        yield Offer(
            words="Agenda, with the restricted detail",
            name=agenda_name(entitled),
            make=partial(_agenda, record, meeting, entitled, issued),
        )
    if issued is not None and has_news(public):
        yield Offer(
            words="Supplement to the agenda",
            name=named(public, "Agenda Supplement"),
            make=partial(supplement, public, issued=issued, day=today),
        )
    chair = public.body.chair_word
    yield Offer(
        words=f"{chair}'s brief",
        name=named(public, f"{chair}s Brief"),
        make=lambda: brief(briefing(record, meeting)),
    )
    yield Offer(
        words="Signing-in sheet",
        name=named(public, "Signing-in Sheet"),
        make=partial(signing_in, own),
    )
    for item in entitled.items:
        if item.item.report is not None:
            yield Offer(
                words=f"Report cover, {item.code} {item.item.title}",
                name=report_name(entitled, item.code),
                make=partial(report, entitled, item.code),
            )
    if not entitled.draft:
        yield Offer(
            words=f"{public.body.record_word.capitalize()} to be signed",
            name=notes_name(entitled, signing=True),
            make=partial(notes, entitled, signing=True),
        )

    yield from _of_registers(record, meeting, today, public, entitled)


def _of_registers(
    record: Record, meeting: Meeting, today: date, public: Edition, entitled: Edition
) -> Iterator[Offer]:
    """Yield what was decided, what the body's actions are, and the extracts, for each audience."""
    editions = ((entitled, "for members"), (public, "for everybody"))
    for told, whom in editions:
        if decision_lines((told,)):
            yield Offer(
                words=f"Decisions of the meeting, {whom}",
                name=sheet_name(told),
                make=partial(decision_sheet, told),
            )
    body = meeting.body_id
    if any(one.actions for one in record.meetings if one.body_id == body):
        for told, whom in editions:
            yield Offer(
                words=f"Action log, {whom}",
                late_name=partial(_log_name, record, body, told.audience, today),
                make=partial(_log, record, body, told.audience, today),
                wide=True,
            )
    for told, whom in editions if holds_restricted(meeting) else ((public, ""),):
        kind = ", ".join(part for part in ("Extract of one minute", whom) if part)
        for item in told.items:
            if item.number and item.blocks:
                yield _extract(told, item, kind)


def _extract(told: Edition, item: EditionItem, group: str) -> Offer:
    one = f"{item.number}. {item.item.title}".strip()
    return Offer(
        words=f"{group}: {one}",
        name=extract_name(told, item.item.id),
        make=partial(extract, told, item.item.id),
        group=group,
        one=one,
        item_id=item.item.id,
    )


def _log(record: Record, body: BodyId, audience: Audience, today: date) -> Document:
    return action_log(editions_of(record, audience, body), meeting_days(record), today)


def _log_name(record: Record, body: BodyId, audience: Audience, today: date) -> str:
    return actions_name(editions_of(record, audience, body), today)


def _agenda(record: Record, meeting: Meeting, told: Edition, issued: date | None) -> Document:
    """Make the agenda; its page ranges need the pages of the record that the pack will have."""
    return agenda(told, issued=issued, own=own_pages(record, meeting))


def write(
    offer: Offer, folder: Path, store: Path | None, template: FileId | None
) -> tuple[Path, str]:
    """Make a document and write it; runs off the UI thread, over frozen values.

    ``template`` is the body's own, kept in the ``store``; ``None``: the delivered one.
    """
    # Imported on the first export: python-docx is heavy and a meeting may pass without it.
    from kcsp_desktop.documents.word import write_document
    from kcsp_desktop.store.files import template_file

    folder.mkdir(parents=True, exist_ok=True)
    return write_document(offer.make(), folder / offer.file_name(), template_file(store, template))
