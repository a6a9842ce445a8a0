"""Bodies, organisations, people and abbreviations to rows and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import time
from typing import TYPE_CHECKING, Any

from kcsp_desktop.domain.abbreviations import Abbreviation
from kcsp_desktop.domain.body import (
    Body,
    DateForm,
    Holidays,
    Membership,
    MentionReach,
    NoticeKind,
    NoticeRule,
    ParagraphForm,
    ResolutionShape,
    Role,
    SectionPattern,
    StandingItem,
)
from kcsp_desktop.domain.kinds import ItemKind, Mode
from kcsp_desktop.domain.people import Organisation, OrganisationKind, Person, Post
from kcsp_desktop.store.rows.plain import Row, to_json, without_rank

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS = (
    "resolution_shape", "mention_reach", "usual_mode", "paragraph_form", "date_form",
)  # fmt: skip
_SWITCHES = (
    "print_apologies", "print_restricted_heading", "bold_resolved", "records_votes",
    "mention_initials", "print_future_dates", "print_posts", "cites_exempt", "annex_actions",
    "keeps_grants", "keeps_cases",
)  # fmt: skip
_LISTS = ("sections", "members", "words", "standing", "notice")


def body_row(body: Body) -> Row:
    """Return the row of a body."""
    row = asdict(body)
    row["usual_start"] = body.usual_start.isoformat() if body.usual_start else ""
    for name in _WORDS:
        row[name] = str(row[name])
    for name in _LISTS:
        row[name] = to_json(row[name])
    for name in _SWITCHES:
        row[name] = int(row[name])
    return row


def body_from(row: Mapping[str, Any]) -> Body:
    """Return the body of a row."""
    values = without_rank(row)
    values["usual_start"] = time.fromisoformat(row["usual_start"]) if row["usual_start"] else None
    values["usual_mode"] = Mode(row["usual_mode"])
    values["resolution_shape"] = ResolutionShape(row["resolution_shape"])
    values["mention_reach"] = MentionReach(row["mention_reach"])
    values["paragraph_form"] = ParagraphForm(row["paragraph_form"])
    values["date_form"] = DateForm(row["date_form"])
    values["sections"] = tuple(SectionPattern(**one) for one in json.loads(row["sections"]))
    values["members"] = tuple(
        Membership(**{**one, "role": Role(one["role"])}) for one in json.loads(row["members"])
    )
    values["standing"] = tuple(
        StandingItem(**{**one, "kind": ItemKind(one["kind"])})
        for one in json.loads(row["standing"])
    )
    values["words"] = tuple(json.loads(row["words"]))
    notice = json.loads(row["notice"])
    values["notice"] = NoticeRule(
        days=notice["days"],
        kind=NoticeKind(notice["kind"]),
        holidays=Holidays(notice["holidays"]),
    )
    for name in _SWITCHES:
        values[name] = bool(values[name])
    return Body(**values)


def organisation_row(one: Organisation) -> Row:
    """Return the row of an organisation."""
    return asdict(one) | {"kind": str(one.kind), "responsible": int(one.responsible)}


def organisation_from(row: Mapping[str, Any]) -> Organisation:
    """Return the organisation of a row."""
    values = without_rank(row)
    values |= {"kind": OrganisationKind(row["kind"]), "responsible": bool(row["responsible"])}
    return Organisation(**values)


def person_row(person: Person) -> Row:
    """Return the row of a person."""
    row = asdict(person)
    row["posts"] = to_json(row["posts"])
    row["spellings"] = to_json(row["spellings"])
    return row


def person_from(row: Mapping[str, Any]) -> Person:
    """Return the person of a row."""
    values = without_rank(row)
    values["posts"] = tuple(Post(**post) for post in json.loads(row["posts"]))
    values["spellings"] = tuple(json.loads(row["spellings"]))
    return Person(**values)


def abbreviation_row(one: Abbreviation) -> Row:
    """Return the row of an abbreviation."""
    return asdict(one) | {"acronym": int(one.acronym)}


def abbreviation_from(row: Mapping[str, Any]) -> Abbreviation:
    """Return the abbreviation of a row."""
    return Abbreviation(**{**without_rank(row), "acronym": bool(row["acronym"])})
