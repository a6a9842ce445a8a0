"""What came after the agenda had gone out, as parts: late reports and urgent items (2.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.documents.agenda import head, listed
from kcsp_desktop.documents.parts import Document, Part, Style
from kcsp_desktop.documents.record import when
from kcsp_desktop.domain.blocks import plain
from kcsp_desktop.domain.dates import printed, printed_with_weekday
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.wording.exempt import NOT_OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kcsp_desktop.domain.disclosure import Edition, EditionItem


def supplement(edition: Edition, *, issued: date | None, day: date) -> Document:
    """Return the supplement of ``day`` to the agenda of ``issued``.

    Raises ``KcspError`` where no agenda is out, or nothing came after it.
    """
    if issued is None:
        raise KcspError(
            "The agenda is not published yet.", todo="What is new belongs into the agenda itself."
        )
    urgent = [item for item in edition.items if _is_urgent(item)]
    late = [item for item in edition.items if item.late and item not in urgent]
    if not has_news(edition):
        raise KcspError(
            "Nothing has come since the agenda was issued: no late report, no urgent item."
        )
    closed = any(one.restricted or item.restricted for item in late for one in item.item.papers)
    return Document(
        title=supplement_title(edition),
        dated=when(edition),
        parts=(
            *head(edition, "SUPPLEMENT TO THE AGENDA", *["RESTRICTED"] * closed),
            _words(f"This belongs to the agenda issued on {printed_with_weekday(issued)}."),
            *_group("Late reports", late),
            *_group("Urgent items", urgent),
            Part(style=Style.ISSUE_DAY, runs=plain(printed_with_weekday(day))),
        ),
    )


def has_news(edition: Edition) -> bool:
    """Whether anything came after the agenda had gone out."""
    return any(item.late or _is_urgent(item) for item in edition.items)


def supplement_title(edition: Edition) -> str:
    """Return "Supplement to the agenda of the …, 14 March 2024"."""
    return f"Supplement to the agenda of the {edition.body.name}, {printed(edition.details.date)}"


def _is_urgent(item: EditionItem) -> bool:
    return item.item.kind is ItemKind.URGENT or bool(item.item.urgent_reason.strip())


def _words(text: str) -> Part:
    return Part(style=Style.OPENING, runs=plain(text))


def _group(heading: str, items: list[EditionItem]) -> Iterator[Part]:
    if items:
        yield Part(style=Style.HEADING, runs=plain(heading))
    for item in items:
        yield listed(item, item.item.title.strip())
        if item.restricted:
            yield Part(style=Style.DETAIL, runs=plain(NOT_OPEN))
        if item.item.urgent_reason.strip():
            reason = f"Reason for urgency: {item.item.urgent_reason.strip()}"
            yield Part(style=Style.DETAIL, runs=plain(reason))
        for paper in item.item.papers:
            yield Part(style=Style.BULLET, runs=plain(paper.label.strip() or paper.file_name))
