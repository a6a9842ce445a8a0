"""The cover of a report as parts (house-format 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.documents.parts import Document, Part, Style
from kcsp_desktop.documents.record import when
from kcsp_desktop.domain.blocks import BOLD, plain
from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.wording.resolving import asked_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.blocks import Runs
    from kcsp_desktop.domain.disclosure import Edition, EditionItem
    from kcsp_desktop.domain.reports import Paper, Report


def report(edition: Edition, code: str) -> Document:
    """Return the cover of the report to the item of that code.

    Raises ``KcspError`` where there is none to be seen, or one without what every cover has.
    """
    item, found = _reported(edition, code)
    parts = (*_cover(edition, item, found), *_asked(edition, item), *_behind(item, found))
    return Document(title=report_title(edition, item), dated=when(edition), parts=parts)


def report_title(edition: Edition, item: EditionItem) -> str:
    """Return "Report to the …, 14 March 2024: Wardens"."""
    day = printed(edition.details.date)
    return f"Report to the {edition.body.name}, {day}: {_subject(item)}"


def _reported(edition: Edition, code: str) -> tuple[EditionItem, Report]:
    wanted = code.strip().casefold()
    item = next((one for one in edition.items if one.code.casefold() == wanted), None)
    if item is None:
        known = ", ".join(one.code for one in edition.items)
        raise KcspError(f"There is no item {code.strip()}: the agenda has {known or 'no items'}.")
    found = item.item.report
    if found is None:
        public = edition.audience is Audience.PUBLIC
        closed = " that everybody may see" if item.restricted and public else ""
        raise KcspError(
            f"Item {item.code} has no report{closed}.", todo="Write one under Agenda, Report."
        )
    if not any(line.strip() for line in found.by):
        raise KcspError(
            f"The report to item {item.code} has no author.",
            "Its cover would not say whom it is by.",
            "Fill in By under Agenda, Report.",
        )
    return item, found


def _subject(item: EditionItem) -> str:
    found = item.item.report.subject.strip() if item.item.report is not None else ""
    return found or item.item.title.strip()


def _cover(edition: Edition, item: EditionItem, found: Report) -> Iterator[Part]:
    if item.restricted:
        yield Part(style=Style.DRAFT, runs=plain("RESTRICTED"))
    first, *others = (line.strip() for line in found.by if line.strip())
    yield _line("By", plain(first))
    for other in others:
        yield Part(style=Style.COVER_MORE, runs=plain(other))
    to = found.to.strip() or f"{edition.body.name} \u2013 {printed(edition.details.date)}"
    yield _line("To", plain(to))
    yield _line("Classification", plain(found.classification))
    yield _line("Subject", ((_subject(item), BOLD),))
    if found.summary.strip():
        runs = (("Summary", BOLD), (f" {' '.join(found.summary.split())}", 0))
        yield Part(style=Style.SUMMARY, runs=runs)


def _line(label: str, value: Runs) -> Part:
    return Part(style=Style.COVER, runs=((f"{label}:", BOLD), ("\t", 0), *value))


def _asked(edition: Edition, item: EditionItem) -> Iterator[Part]:
    """Yield what the meeting is asked to do: what its resolution will answer."""
    asked = asked_of(item.item)
    if not asked:
        return
    yield Part(style=Style.HEADING, runs=plain("Recommendations"))
    yield Part(style=Style.OPENING, runs=plain(f"The {edition.body.name} is asked to:"))
    for n, line in enumerate(asked, 1):
        yield Part(style=Style.BULLET, runs=plain(f"{line}{'.' if n == len(asked) else ';'}"))


def _behind(item: EditionItem, found: Report) -> Iterator[Part]:
    attached = [paper for paper in item.item.papers if not _is_itself(paper)]
    if attached:
        yield Part(style=Style.HEADING, runs=plain("Attachments:"))
    for paper in attached:
        words = paper.label.strip() or paper.file_name
        yield Part(style=Style.CONTACT, runs=plain(words))
    if found.contacts:
        yield Part(style=Style.HEADING, runs=plain("For Further Information:"))
    for contact in found.contacts:
        yield Part(style=Style.CONTACT_NAME, runs=plain(contact.name.strip()))
        for line in (contact.post, contact.email):
            if line.strip():
                yield Part(style=Style.CONTACT, runs=plain(line.strip()))


def _is_itself(paper: Paper) -> bool:
    """Whether a paper is the report, and no appendix to it."""
    return paper.label.strip().casefold() in ("", "report")
