"""What the form of a body asks, as tables: lines, choices and boxes, in groups with a title.

How this works: each entry names a field of ``Body`` ("notice.days" is a field of a field) and how
it is read and shown. The form makes the widgets and knows nothing of any one field. Must stay in
step: ``domain/body`` (the fields), ``docs/driving.md`` (the names).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kcsp_desktop.domain.body import (
    Body,
    DateForm,
    Holidays,
    MentionReach,
    NoticeKind,
    ParagraphForm,
    ResolutionShape,
    may_be_above,
    preamble,
    words_spelt,
)
from kcsp_desktop.domain.dates import printed_time, understood_time
from kcsp_desktop.domain.ids import BodyId
from kcsp_desktop.domain.kinds import Mode
from kcsp_desktop.domain.record import Record

if TYPE_CHECKING:
    from datetime import time

Entries = tuple[tuple[str, str], ...]

MOST_DAYS = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of text. ``reads`` raises ``ValueError`` with a sentence where it cannot."""

    field: str
    key: str
    label: str
    beside: bool = False
    stretch: int = 1
    hint: str = ""
    reads: Callable[[str], Any] = str
    shows: Callable[[Any], str] = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One of several; ``entries`` gives them for a body as it is."""

    field: str
    key: str
    label: str
    entries: Callable[[Body, Record], Entries]
    made: Callable[[str], Any] = str
    beside: bool = False
    stretch: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Something that is so or is not."""

    field: str
    key: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Fields that belong together."""

    title: str
    entries: tuple[Line | Pick | Box, ...]


def value_of(body: Body, field: str) -> object:
    """Return the value of a field, or of a field of a field."""
    value: object = body
    for name in field.split("."):
        value = getattr(value, name)
    return value


def with_value(body: Body, field: str, value: object) -> Body:
    """Return the body with another value in a field, or in a field of a field."""
    name, _, inner = field.partition(".")
    # The names are those of Body's own fields, each with its type, given in the tables below.
    changes: dict[str, Any] = {name: value}
    if inner:
        changes[name] = replace(getattr(body, name), **{inner: value})
    return replace(body, **changes)


# --- how they are read and shown ---------------------------------------------------------------


def _number(sentence: str) -> Callable[[str], int]:
    def read(text: str) -> int:
        if text and not (text.isascii() and text.isdigit() and len(text) <= 6):
            raise ValueError(sentence)
        return int(text or 0)

    return read


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= MOST_DAYS):
        raise ValueError(f"This is a number of days in figures, at most {MOST_DAYS}; 0 for none.")
    return int(text)


def _email(text: str) -> str:
    if text and "@" not in text.strip("@"):
        raise ValueError("This is no e-mail address: it needs an @ in it.")
    return text


def _start(text: str) -> time | None:
    at = understood_time(text) if text else None
    if text and at is None:
        raise ValueError("This is not a time: type it like 10.00 am or 14:30.")
    return at


def _some(value: int) -> str:
    return str(value) if value else ""


def _fixed(*entries: tuple[str, str]) -> Callable[[Body, Record], Entries]:
    return lambda _body, _record: entries


def _shapes(body: Body, _record: Record) -> Entries:
    return tuple(
        (shape, f"{preamble(replace(body, resolution_shape=shape)).strip()} …")
        for shape in ResolutionShape
    )


def _parents(body: Body, record: Record) -> Entries:
    above = sorted(may_be_above(record.bodies, body), key=lambda one: one.name.casefold())
    return (("", "None: it is no sub-group"), *((one.id, one.name) for one in above))


# --- what is asked -----------------------------------------------------------------------------

GROUPS = (
    Group(
        title="Names and words",
        entries=(
            Line(field="name", key="bodyName", label="Name", stretch=3),
            Line(field="short_name", key="bodyShortName", label="Short name", beside=True),
            Line(
                field="authority", key="bodyAuthority",
                label="Authority, printed first on every document",
            ),
            Pick(
                field="parent_id", key="bodyParent", label="Sub-group of", entries=_parents,
                made=lambda key: BodyId(key) if key else None, stretch=3,
            ),
            Pick(
                field="record_word", key="bodyRecordWord", label="The record is",
                entries=_fixed(("notes", "Notes"), ("minutes", "Minutes")), beside=True, stretch=2,
            ),
            Line(field="chair_word", key="bodyChairWord", label="Word for the chair"),
            Line(
                field="vice_chair_word", key="bodyViceChairWord",
                label="Word for the vice-chair", beside=True,
            ),
            Line(
                field="member_word", key="bodyMemberWord",
                label="Word for a member who is not named",
            ),
            Line(
                field="words", key="bodyWords", label="Words spelt so, that no dictionary has",
                reads=lambda text: words_spelt(text.replace(",", " ").split()), shows=", ".join,
            ),
        ),
    ),
    Group(
        title="A usual meeting",
        entries=(
            Pick(
                field="usual_mode", key="bodyMode", label="Usual mode",
                entries=_fixed(*((mode, str(mode).capitalize()) for mode in Mode)), made=Mode,
            ),
            Line(
                field="usual_start", key="bodyStart", label="Usual start", beside=True,
                hint="as 10.00 am", reads=_start, shows=lambda at: printed_time(at) if at else "",
            ),
            Line(field="usual_venue", key="bodyVenue", label="Usual venue", stretch=3),
            Line(
                field="quorum", key="bodyQuorum", label="Quorum", beside=True, hint="none",
                reads=_number("A quorum is a whole number, or empty where none is set."),
                shows=_some,
            ),
            Line(field="contact", key="bodyContact", label="Ask for", stretch=3),
            Line(
                field="contact_phone", key="bodyPhone", label="Telephone", beside=True, stretch=2
            ),
            Line(field="contact_email", key="bodyEmail", label="E-mail", reads=_email),
        ),
    ),
    Group(
        title="Notice and targets",
        entries=(
            Line(
                field="notice.days", key="bodyNoticeDays", label="Days of notice", reads=_days,
                stretch=2,
            ),
            Pick(
                field="notice.kind", key="bodyNoticeKind", label="Counted as",
                entries=_fixed(
                    (NoticeKind.WORKING, "Clear working days"), (NoticeKind.CALENDAR, "Clear days")
                ),
                made=NoticeKind, beside=True, stretch=3,
            ),
            Pick(
                field="notice.holidays", key="bodyHolidays", label="Bank holidays left out",
                entries=_fixed(
                    (Holidays.ENGLAND, "Those of England"), (Holidays.NONE, "None: they count")
                ),
                made=Holidays,
            ),
            Line(
                field="chair_days", key="bodyChairDays", label="Draft to the chair, working days",
                reads=_days,
            ),
            Line(
                field="circulate_days", key="bodyCirculateDays",
                label="Circulated, working days", beside=True, reads=_days,
            ),
        ),
    ),
    Group(
        title="How it resolves",
        entries=(
            Pick(
                field="resolution_shape", key="bodyResolution", label="A resolution begins",
                entries=_shapes, made=ResolutionShape,
            ),
            Box(field="records_votes", key="bodyRecordsVotes", label="Records votes"),
            Box(field="bold_resolved", key="bodyBoldResolved", label="Bold RESOLVED"),
            Box(
                field="cites_exempt", key="bodyCitesExempt",
                label="What is closed cites a paragraph of Schedule 12A",
            ),
        ),
    ),
    Group(
        title="How it is printed",
        entries=(
            Pick(
                field="paragraph_form", key="bodyParagraphs", label="Paragraphs",
                entries=_fixed((ParagraphForm.STOP, "1. 2. 3."),
                               (ParagraphForm.BRACKETS, "(1) (2) (3)")),
                made=ParagraphForm, stretch=2,
            ),
            Pick(
                field="date_form", key="bodyDateForm", label="Day on an agenda",
                entries=_fixed(*((form, str(form)) for form in DateForm)), made=DateForm,
                beside=True, stretch=3,
            ),
            Pick(
                field="mention_reach", key="bodyMentionReach",
                label="First mention of a person reaches",
                entries=_fixed((MentionReach.ITEM, "The item"),
                               (MentionReach.MEETING, "The whole meeting")),
                made=MentionReach,
            ),
            Box(
                field="mention_initials", key="bodyMentionInitials",
                label="First mention has initials",
            ),
            Box(
                field="print_posts", key="bodyPrintPosts",
                label="Print posts behind names in the lists of those present",
            ),
            Box(
                field="print_apologies", key="bodyPrintApologies",
                label="Print apologies in the record",
            ),
            Box(
                field="print_restricted_heading", key="bodyPrintRestricted",
                label="Print the heading of restricted items",
            ),
            Box(
                field="print_future_dates", key="bodyPrintDates",
                label="Print the dates of future meetings in the record",
            ),
            Box(
                field="annex_actions", key="bodyAnnexActions",
                label="Print the actions behind the record, as an annex",
            ),
        ),
    ),
    Group(
        title="Small registers",
        entries=(
            Box(field="keeps_grants", key="bodyKeepsGrants", label="Grants and their projects"),
            Box(field="keeps_cases", key="bodyKeepsCases", label="Case reviews, restricted"),
        ),
    ),
)  # fmt: skip
