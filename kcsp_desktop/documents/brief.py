"""The chair's brief as parts: a running script with clock times (house-format 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.documents.agenda import head
from kcsp_desktop.documents.parts import Document, Part, Style
from kcsp_desktop.documents.record import when
from kcsp_desktop.domain.blocks import BOLD, BlockKind, plain
from kcsp_desktop.domain.dates import printed, printed_clock
from kcsp_desktop.domain.wording.exempt import exempt_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.planning.briefing import Briefing, BriefItem


def brief(briefing: Briefing) -> Document:
    """Return the brief. Raises ``KcspError`` where the meeting has no time or place."""
    body, details = briefing.edition.body, briefing.edition.details
    mark = f"FOR THE {body.chair_word.upper()} AND THE SECRETARY ONLY"
    return Document(
        title=f"{body.chair_word}'s brief, {body.name}, {printed(details.date)}",
        dated=when(briefing.edition),
        parts=(
            *head(briefing.edition, f"{body.chair_word.upper()}'S BRIEF", mark),
            *_script(briefing),
            *_end(briefing),
        ),
    )


def _script(briefing: Briefing) -> Iterator[Part]:
    former = ""
    for item in briefing.items:
        heading = "RESTRICTED ITEMS" if item.item.restricted else "UNRESTRICTED ITEMS"
        if heading != former:
            yield Part(style=Style.HEADING, runs=plain(heading))
        former = heading
        if item.exclude:
            yield _said(item.exclude, "Move" if item.exclude.startswith("RESOLVED") else "Say")
        yield from _item(briefing, item)


def _item(briefing: Briefing, one: BriefItem) -> Iterator[Part]:
    item = one.item.item
    clock = printed_clock(one.begins) if one.begins is not None else ""
    length = f" ({one.minutes} min)" if one.minutes else ""
    words = f"{clock}\t{one.item.code} {item.title.strip()}{length}"
    yield Part(style=Style.BRIEF_ITEM, runs=plain(words))
    presenter, chair = item.presenter.strip(), briefing.edition.body.chair_word
    facts = []
    if presenter and presenter.casefold() != chair.casefold():
        facts.append(f"Presenter: {presenter}")
    facts += [f"Pages {one.pages}"] if one.pages else []
    if one.item.restricted and briefing.edition.body.cites_exempt and item.exempt:
        facts.append(exempt_line(item.exempt))
    for fact in (*facts, *one.facts):
        yield Part(style=Style.BRIEF_TEXT, runs=plain(fact))
    for said in one.words:
        yield _said(said)
    if one.resolution:
        yield Part(style=Style.BRIEF_TEXT, runs=(("Proposed resolution", BOLD),))
    number = 0
    for kind, text in one.resolution:
        number += kind is BlockKind.CLAUSE
        style = Style.CLAUSE if kind is BlockKind.CLAUSE else Style.BRIEF_TEXT
        yield Part(style=style, runs=plain(text), number=number if style is Style.CLAUSE else 0)


def _said(words: str, label: str = "Say") -> Part:
    return Part(style=Style.BRIEF_WORDS, runs=((f"{label}: ", BOLD), (words, 0)))


def _end(briefing: Briefing) -> Iterator[Part]:
    lines = []
    if briefing.ends is not None and briefing.unplanned < len(briefing.items):
        lines.append(f"By the planned times the meeting ends at {printed_clock(briefing.ends)}.")
    if briefing.unplanned:
        count = briefing.unplanned
        lines.append("1 item has no time." if count == 1 else f"{count} items have no time.")
    for line in lines:
        yield Part(style=Style.CLOSING, runs=plain(line))
