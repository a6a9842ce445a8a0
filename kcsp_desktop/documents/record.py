"""The notes of a meeting as parts: the house format, word by word (house-format 5 and 6)."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from kcsp_desktop.documents.annex import annex
from kcsp_desktop.documents.parts import Document, Part, Style
from kcsp_desktop.domain.attendance import attendance_lines, sentence
from kcsp_desktop.domain.blocks import (
    BOLD,
    ITALIC,
    RESOLUTION_PARTS,
    BlockKind,
    Runs,
    Vote,
    normalised,
    plain,
    split_runs,
)
from kcsp_desktop.domain.body import ParagraphForm
from kcsp_desktop.domain.dates import (
    printed,
    printed_clock,
    printed_short_time,
    printed_with_weekday,
)
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.kinds import ItemKind, Mode
from kcsp_desktop.domain.wording.voting import recorded, voted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.disclosure import Edition, EditionBlock, EditionItem
    from kcsp_desktop.domain.life import Amendment, FutureDate

_STYLES = {
    BlockKind.PARAGRAPH: Style.PARAGRAPH,
    BlockKind.PLAIN: Style.PLAIN,
    BlockKind.LETTER: Style.LETTER,
    BlockKind.BULLET: Style.BULLET,
    BlockKind.SUB_BULLET: Style.SUB_BULLET,
    BlockKind.RESOLUTION: Style.RESOLUTION,
    BlockKind.CLAUSE: Style.CLAUSE,
    BlockKind.CLAUSE_BULLET: Style.CLAUSE_BULLET,
    BlockKind.POST_MEETING_NOTE: Style.POST_MEETING_NOTE,
}


def notes(edition: Edition, *, signing: bool = False) -> Document:
    """Return the notes. Raises ``KcspError`` where a heading would have a hole.

    ``signing`` puts a place for the signature behind them: only what is approved can be signed.
    """
    if signing and edition.draft:
        word = edition.body.record_word.lower()
        raise KcspError(
            f"The {word} are not approved yet.",
            f"A copy to be signed is made of approved {word} only.",
            "Record the approval under Issue first.",
        )
    signature = _signature(edition) if signing else ()
    return Document(
        title=notes_title(edition),
        dated=when(edition),
        parts=(
            *_parts(edition),
            *_closing(edition),
            *_amendments(edition),
            *signature,
            *annex(edition),
        ),
    )


def when(edition: Edition) -> datetime:
    """Return what a document of this meeting is dated by: never the clock."""
    return datetime.combine(edition.details.date, edition.details.start or time(0, 0))


def without_venue() -> KcspError:
    """Return the refusal of a document that would not say where."""
    return KcspError(
        "The venue is not set.",
        "The heading would have a hole where the place belongs.",
        "Fill in the venue under Details, or choose online there.",
    )


def notes_title(edition: Edition) -> str:
    """Return the document's title: "Notes of the … of 18 November 2021", DRAFT until approved."""
    word = edition.body.record_word.capitalize()
    day = printed(edition.details.date)
    title = f"{word} of the {edition.body.name}, {day}"
    return f"DRAFT {title}" if edition.draft else title


def opening(edition: Edition) -> str:
    """Return "NOTES of a meeting of the … held in the … on Thursday, 18 November 2021."."""
    details = edition.details
    if details.mode is not Mode.ONLINE and not details.venue.strip():
        raise without_venue()
    venue = details.venue.strip()
    match details.mode:
        case Mode.ONLINE:
            place = "online"
        case Mode.HYBRID:
            place = f"in the {_without_article(venue)} and online"
        case _:
            place = f"in the {_without_article(venue)}"
    return (
        f"{edition.body.record_word.upper()} of a meeting of the {edition.body.name} held {place} "
        f"on {printed_with_weekday(details.date)}."
    )


def _without_article(venue: str) -> str:
    return venue[4:] if venue.lower().startswith("the ") else venue


def _parts(edition: Edition) -> Iterator[Part]:
    body = edition.body
    if body.authority.strip():
        yield Part(style=Style.COUNCIL, runs=plain(body.authority.upper()))
    yield Part(style=Style.BODY, runs=plain(body.name.upper()))
    if edition.draft:
        yield Part(style=Style.DRAFT, runs=plain("DRAFT"))
    yield Part(style=Style.OPENING, runs=plain(opening(edition)))
    yield from _attendance(edition)
    yield from _items(edition)


def _attendance(edition: Edition) -> Iterator[Part]:
    lines = attendance_lines(edition.body, edition.attendance, edition.presided_by)
    for label, names in lines:
        yield Part(style=Style.ATTENDANCE, runs=((f"{label}:", BOLD), (f" {sentence(names)}", 0)))


def _items(edition: Edition) -> Iterator[Part]:
    """Yield the minuted items under what they are: a restricted one never as unrestricted alone.

    Restricted items among others have a heading where the body wants it; open items that follow
    such a heading get theirs again (house-format 5).
    """
    items = [item for item in edition.items if item.number]
    told = edition.body.print_restricted_heading or all(item.restricted for item in items)
    former = ""
    for item in items:
        heading = "RESTRICTED ITEMS" if told and item.restricted else "UNRESTRICTED ITEMS"
        if heading != former:
            yield Part(style=Style.HEADING, runs=plain(heading))
        former = heading
        yield from _item(edition, item)


def _item(edition: Edition, item: EditionItem) -> Iterator[Part]:
    if not item.item.title.strip():
        raise KcspError(
            f"Item {item.code} has no title.",
            "Its minute would have a number and no heading.",
            "Give it a title under Agenda, or take it out of the minutes there.",
        )
    yield Part(style=Style.MINUTE, runs=plain(item.item.title.strip()), number=item.number)
    yield Part(style=Style.ITEM_LINE, runs=((f"(Item {item.code})", ITALIC),))
    if item.item.kind is ItemKind.DATES and edition.body.print_future_dates:
        yield from _dates(edition, item)
    form = edition.body.paragraph_form
    own_form = "" if form is ParagraphForm.STOP else form.value.replace("1", "%1")
    vote: Vote | None = None
    for block in item.blocks:
        if block.block.kind is BlockKind.RESOLUTION or block.block.kind not in RESOLUTION_PARTS:
            yield from _vote(vote)
            vote = block.block.vote if edition.body.records_votes else None
        yield Part(
            style=_STYLES[block.block.kind],
            runs=_runs(edition, block),
            number=block.label.value,
            form=own_form if block.block.kind is BlockKind.PARAGRAPH else "",
        )
    yield from _vote(vote)


def _dates(edition: Edition, item: EditionItem) -> Iterator[Part]:
    """Yield the dates of later meetings, unless the secretary has typed a list of them."""
    if any(one.block.kind is BlockKind.BULLET for one in item.blocks):
        return
    if edition.future_dates:
        yield Part(style=Style.PLAIN, runs=plain("The dates of future meetings are:"))
    for one in edition.future_dates:
        yield Part(style=Style.BULLET, runs=plain(future_date(one)))


def future_date(one: FutureDate) -> str:
    """Return "Thursday, 4 July 2024 at 10am", as dates to come are listed (house-format 2)."""
    words = printed_with_weekday(date.fromisoformat(one.day))
    if one.start:
        words += f" at {printed_short_time(time.fromisoformat(one.start))}"
    return f"{words} (provisional)" if one.provisional else words


def _closing(edition: Edition) -> Iterator[Part]:
    """Yield what became of the sitting where it was not held in one (house-format 5)."""
    lines = []
    for one in edition.adjournments:
        resumed = f" and resumed at {one.resumed}" if one.resumed else ""
        lines.append(f"The meeting was adjourned at {one.at}{resumed}.")
    if edition.inquorate:
        end = edition.details.end
        at = f" at {printed_clock(end)}" if end is not None else ""
        lines.append(f"The meeting closed{at} for want of a quorum.")
    for line in lines:
        yield Part(style=Style.CLOSING, runs=plain(line))


def _amendments(edition: Edition) -> Iterator[Part]:
    """Yield what was corrected after the approval, by the meeting that agreed it.

    What the approving meeting corrected is in the text already, and in its resolution.
    """
    approved_at = edition.approval.meeting_id if edition.approval is not None else None
    if edition.draft or approved_at is None:
        return
    later = [one for one in edition.amendments if one.meeting_id not in (None, approved_at)]
    days = dict(edition.agreed_on)
    for meeting_id in dict.fromkeys(one.meeting_id for one in later):
        day = days.get(meeting_id) if meeting_id is not None else None
        when_agreed = f"agreed on {printed(day)}" if day is not None else "agreed after approval"
        yield Part(style=Style.HEADING, runs=plain(f"Amendments {when_agreed}"))
        for one in later:
            if one.meeting_id == meeting_id:
                yield Part(style=Style.BULLET, runs=plain(_amended(one)))


def _amended(one: Amendment) -> str:
    """Return "Minute 42, paragraph 3: “ten” becomes “twelve”."."""
    place = one.cited[:1].upper() + one.cited[1:]
    if not one.before:
        return f"{place}: “{one.after}” is added."
    return f"{place}: “{one.before}” " + (
        f"becomes “{one.after}”." if one.after else "is left out."
    )


def _signature(edition: Edition) -> Iterator[Part]:
    for label in (f"Signed ({edition.body.chair_word}):", "Date:"):
        yield Part(style=Style.SIGNATURE, runs=plain(label))


def _vote(vote: Vote | None) -> Iterator[Part]:
    """Yield how it was resolved, behind all of a resolution (house-format 6)."""
    for line in (voted(vote), *recorded(vote)) if vote is not None else ():
        if line:
            yield Part(style=Style.PLAIN, runs=plain(line))


def _runs(edition: Edition, block: EditionBlock) -> Runs:
    runs = block.block.runs
    if block.block.kind is BlockKind.POST_MEETING_NOTE:
        return normalised((("POST MEETING NOTE: ", BOLD), *_without_label(runs)))
    if block.block.kind is BlockKind.RESOLUTION and edition.body.bold_resolved:
        return _with_bold_word(runs, "RESOLVED")
    return runs


_OWN_LABEL = re.compile(r"\s*post[\s-]+meeting[\s-]+note\s*:\s*", re.IGNORECASE)


def _without_label(runs: Runs) -> Runs:
    """Leave out the label where it was typed as well: it is printed once."""
    found = _OWN_LABEL.match("".join(text for text, _ in runs))
    return split_runs(runs, found.end())[1] if found else runs


def _with_bold_word(runs: Runs, word: str) -> Runs:
    out: list[tuple[str, int]] = []
    for text, flags in runs:
        before, found, after = text.partition(word)
        out += [(before, flags), (found, flags | BOLD), (after, flags)]
    return normalised(out)


def minute(edition: Edition, item: EditionItem) -> tuple[Part, ...]:
    """Return one minute as it stands in the notes: heading, item line, blocks and vote."""
    return tuple(_item(edition, item))
