"""Slips that a machine can see in what was written (house-format 9: CHK-02, 11, 13, 19, 20)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import BlockKind, Visibility, resolutions
from kcsp_desktop.domain.body import ResolutionShape
from kcsp_desktop.domain.checks.finding import Finding, Level
from kcsp_desktop.domain.dates import MONTHS, WEEKDAYS, month_number, ordinal
from kcsp_desktop.domain.kinds import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.blocks import Block, Resolution
    from kcsp_desktop.domain.checks.finding import Looked
    from kcsp_desktop.domain.meeting import AgendaItem

_PLACEHOLDER = re.compile(
    r"\bFIELD(?:_\w+)?\b|\{\{.*?\}\}|«[^»]*»|\[TBC\]|\bX{2,}\b|\bx{4,}\b|MERGEFIELD"
)


def placeholder(text: str) -> str:
    """Return the first place in a text that was never filled in, or nothing (CHK-02)."""
    found = _PLACEHOLDER.search(text)
    return found[0] if found else ""


def placeholders_of_agenda(at: Looked) -> Iterator[Finding]:
    """CHK-02: no title and no detail of the agenda holds a place that was to be filled in."""
    for item in at.items:
        for text in (item.title, item.detail, item.presenter):
            if left := placeholder(text):
                yield _found(at, item, "CHK-02", f"“{left}” was never filled in", Level.MUST,
                             page="agenda")  # fmt: skip


def placeholders(at: Looked) -> Iterator[Finding]:
    """CHK-02: nothing that is printed holds a place that was to be filled in."""
    yield from placeholders_of_agenda(at)
    for item, block in printed_blocks(at):
        if left := placeholder(block.text):
            yield _found(at, item, "CHK-02", f"“{left}” was never filled in", Level.MUST)


def printed_blocks(at: Looked) -> Iterator[tuple[AgendaItem, Block]]:
    """Yield every block that is printed for somebody, with its item."""
    for item in at.items:
        if item.minuted:
            for block in item.blocks:
                if block.kind is not BlockKind.PRIVATE_NOTE and block.text.strip():
                    yield item, block


def _found(
    at: Looked, item: AgendaItem, check: str, what: str, level: Level, *, page: str = "minutes"
) -> Finding:
    where = f"{at.minute(item)}." if page == "minutes" else f"{at.place(item)}."
    return Finding(check=check, level=level, what=what, where=where, page=page, item_id=item.id)


_AFTER_DIGITS = frozenset(
    {"st", "nd", "rd", "th", "am", "pm", "km", "kg", "cm", "mm", "bn", "mph", "hr", "hrs", "mins",
     "s", "m", "k", "g", "h", "x", "th-century"}
)  # fmt: skip
_DIGITS = re.compile(r"(?<![\w.@/-])\d+(?:[.,]\d+)*([A-Za-z]+)\b(?![@/])")
_SENTENCES = frozenset({BlockKind.PARAGRAPH, BlockKind.PLAIN, BlockKind.POST_MEETING_NOTE})
_ENDED = re.compile(r"(?:[.?!:;]|[.?!][\u201d\u2019\"')]|https?://\S+)$")


def slips(at: Looked) -> Iterator[Finding]:
    """CHK-13: letters joined to a figure, spaces and full stops out of place."""
    for item, block in printed_blocks(at):
        for what in slips_in(block):
            yield _found(at, item, "CHK-13", what, Level.LOOK)


def slips_in(block: Block) -> Iterator[str]:
    """Say each slip of one block."""
    text = block.text.rstrip()
    for match in _DIGITS.finditer(text):
        if len(match[1]) > 1 and match[1].lower() not in _AFTER_DIGITS and not match[1].isupper():
            yield f"“{match[0]}” has lost a space"
    if "  " in text.strip():
        yield f"Two spaces stand after “{_before(text.strip(), '  ')}”"
    if spaced := re.search(r"(\S*[^\s.]) +[.,;:](?!\.|\d|\w)", text):
        yield f"A space stands before a stop after “{spaced[1]}”"
    if re.search(r"(?<!\.)\.\s*\.(?!\.)", text):
        yield f"Two full stops stand after “{_before(text, '.')}”"
    if block.kind in _SENTENCES and not _ENDED.search(text):
        yield f"A full stop is missing after “{text.split()[-1]}”"


def _before(text: str, mark: str) -> str:
    words = text.split(mark)[0].split()
    return words[-1] if words else mark


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDate:
    """A date as it stands in a text; ``day`` is ``None`` where there is no such day."""

    text: str
    weekday: str
    number: int
    ending: str
    day: date | None


_DATE = re.compile(
    rf"(?:\b({'|'.join(WEEKDAYS)}),?\s+)?\b(\d{{1,2}})(st|nd|rd|th)?\s+"
    rf"({'|'.join(MONTHS)}),?\s+(\d{{4}})\b"
)
_SHORT_DATE = re.compile(r"(?<![\d/.£-])\d{1,2}([./])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/.])")


def written_dates(text: str) -> tuple[WrittenDate, ...]:
    """Return the whole dates that a text names: "Thursday, 14th March, 2024"."""
    return tuple(
        WrittenDate(
            text=match[0],
            weekday=match[1] or "",
            number=int(match[2]),
            ending=match[3] or "",
            day=_day(int(match[5]), month_number(match[4].lower()), int(match[2])),
        )
        for match in _DATE.finditer(text)
    )


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def dates_of_agenda(at: Looked) -> Iterator[Finding]:
    """CHK-19, 20: the dates in titles are days that there are, in one form."""
    for item in at.items:
        for check, what in wrong_dates(item.title):
            yield _found(at, item, check, what, Level.LOOK, page="agenda")


def dates(at: Looked) -> Iterator[Finding]:
    """CHK-19, 20: so are those in the text."""
    yield from dates_of_agenda(at)
    for item, block in printed_blocks(at):
        for check, what in wrong_dates(block.text):
            yield _found(at, item, check, what, Level.LOOK)


def wrong_dates(text: str) -> Iterator[tuple[str, str]]:
    """Say what is wrong with each date of a text, and by which check."""
    for one in written_dates(text):
        if one.day is None:
            yield "CHK-19", f"There is no “{one.text}”"
        elif one.weekday and WEEKDAYS[one.day.weekday()] != one.weekday:
            yield "CHK-19", f"“{one.text}” was a {WEEKDAYS[one.day.weekday()]}"
        elif one.ending and ordinal(one.number) != f"{one.number}{one.ending}":
            yield "CHK-19", f"“{one.text}”: it is the {ordinal(one.number)}"
    for match in _SHORT_DATE.finditer(text):
        yield "CHK-20", f"“{match[0]}” is a date in figures: write it out"


_PAST = re.compile(
    r"\b(?:noted|agreed|approved|supported|endorsed|requested|thanked|considered|received|"
    r"recommended)\b"
)


def resolutions_alike(at: Looked) -> Iterator[Finding]:
    """CHK-11: the body's resolutions have its shape, one tense, and clauses of one make."""
    for item in at.items:
        if item.minuted and item.kind is not ItemKind.LAST_NOTES:
            for visibility in Visibility:
                blocks = [block for block in item.blocks if block.visibility is visibility]
                for one in resolutions(blocks):
                    for what in _unlike(at, one):
                        yield _found(at, item, "CHK-11", what, Level.LOOK)


def _unlike(at: Looked, one: Resolution) -> Iterator[str]:
    text = one.lead.text.strip()
    body = at.record.body_of(at.meeting)
    shortly = text.startswith("RESOLVED to ")
    if text and not text.startswith("RESOLVED") and "RESOLVED" not in text:
        yield "A resolution does not say RESOLVED"
    elif text and shortly is not (body.resolution_shape is ResolutionShape.TO):
        usual = "“RESOLVED to”" if not shortly else "“RESOLVED that”"
        yield f"A resolution does not begin with {usual}, as others of this body do"
    elif match := _PAST.search(_own_words(text, (body.name, body.short_name))):
        yield f"“{match[0]}” is in the past: resolutions say what is decided"
    yield from _clauses_unlike(one)


def _own_words(text: str, names: tuple[str, ...]) -> str:
    """Return the verb that follows the body's name, where it is there."""
    for name in names:
        before, found, after = text.partition(f"{name} ")
        if name and found and before.startswith("RESOLVED that"):
            return after.split(" ")[0]
    return ""


def _clauses_unlike(one: Resolution) -> Iterator[str]:
    texts = [clause.block.text.strip() for clause in one.clauses]
    if not texts:
        return
    if one.lead.text.strip() and not one.lead.text.rstrip().endswith(":"):
        yield "A resolution with clauses has no colon before them"
    if len({text[:1].isupper() for text in texts if text}) > 1:
        yield "Some clauses begin with a capital and some do not"
    plain = [clause.block.text.strip() for clause in one.clauses if not clause.bullets]
    ends = {text[-1:] for text in plain if text and text is not texts[-1]}
    ends = {"and" if end == "d" else end for end in ends}
    if len(ends - {"and"}) > 1:
        yield "The clauses end in different ways"
    if plain and plain[-1] is texts[-1] and not texts[-1].endswith("."):
        yield "The last clause has no full stop"
