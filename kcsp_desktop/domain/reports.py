"""Reports to an item and the papers that come with them (house-format 3 and 4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kcsp_desktop.domain.ids import FileId, PaperId

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


class Classification(StrEnum):
    """What the meeting is to do with a report."""

    DECISION = "For Decision"
    INFORMATION = "For Information"


class ReportState(StrEnum):
    """How far a report has come. That one is late follows from its deadline and the day."""

    EXPECTED = "expected"
    RECEIVED = "received"
    TO_FOLLOW = "to follow"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask about a report."""

    name: str
    post: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What somebody writes for an item.

    ``by`` has an author a line, "Name - Title, Organisation"; an empty ``to`` is the body and the
    date, an empty ``subject`` the item's title. ``deadline`` and ``received_on`` are ISO dates;
    ``author_email`` is where a chaser goes. ``recommendations`` are what the meeting is asked to
    do, a line each: they are offered as the draft resolution.
    """

    by: tuple[str, ...] = ()
    to: str = ""
    classification: Classification = Classification.INFORMATION
    subject: str = ""
    summary: str = ""
    recommendations: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    deadline: str = ""
    received_on: str = ""
    state: ReportState = ReportState.EXPECTED
    author_email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A file that belongs to an item: the report itself, or an appendix ("Appendix A").

    ``pages`` is how many it has as a PDF; 0: not known yet. ``file_id`` names its content in the
    store; a draft is marked so by the secretary.
    """

    id: PaperId
    label: str
    file_name: str
    file_id: FileId
    pages: int = 0
    restricted: bool = False
    draft: bool = False


class Standing(StrEnum):
    """How it stands with a report on a day: its state, or late where it should be here."""

    LATE = "late"
    EXPECTED = "expected"
    TO_FOLLOW = "to follow"
    RECEIVED = "received"
    WITHDRAWN = "withdrawn"


def standing(report: Report, today: date) -> Standing:
    """Return how it stands with a report; it is late from the day after its deadline on."""
    late = bool(report.deadline) and report.deadline < today.isoformat()
    if report.state is ReportState.EXPECTED and late:
        return Standing.LATE
    return Standing(report.state)


def next_label(papers: Iterable[Paper]) -> str:
    """Return what the next paper of an item is called: "Report", "Appendix A", and so on.

    A letter that is taken is passed over; behind Z comes AA (house-format 4).
    """
    taken = {paper.label.casefold() for paper in papers}
    if not taken:
        return "Report"
    number = 1
    while (label := f"Appendix {_letters(number)}").casefold() in taken:
        number += 1
    return label


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
