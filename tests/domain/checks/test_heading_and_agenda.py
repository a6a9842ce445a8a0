"""What would be wrong with an agenda (house-format 9: CHK-01, 04, 06, 19 to 22, 25)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kcsp_desktop.domain.checks import Level, check, guard, stops_drafts, venue_missing
from kcsp_desktop.domain.ids import FileId, MeetingId, PaperId
from kcsp_desktop.domain.kinds import ItemKind, Mode
from kcsp_desktop.domain.life import FutureDate
from kcsp_desktop.domain.lifecycle import Event, MeetingState
from kcsp_desktop.domain.notice import notice
from kcsp_desktop.domain.reports import Paper, Report, ReportState
from kcsp_desktop.importing.bank_holidays import bank_holidays
from tests.builders import DAY, a_body, a_meeting, a_record, an_item, some_details
from tests.domain.checks.looking import of_agenda, of_notes, said

LAST = ItemKind.LAST_NOTES


def test_an_agenda_in_order_has_no_findings() -> None:
    assert of_agenda() == ()


@pytest.mark.parametrize(
    ("mode", "venue", "missing"),
    [
        (Mode.IN_PERSON, " ", True),
        (Mode.HYBRID, "", True),
        (Mode.ONLINE, "", False),
        (Mode.IN_PERSON, "Town Hall", False),
    ],
)
def test_a_venue_is_needed_unless_everybody_is_online(mode, venue, missing) -> None:
    details = some_details(mode=mode, venue=venue)
    assert venue_missing(a_meeting(details=details)) is missing
    for found in (of_agenda(details=details), of_notes(details=details)):
        assert said(found, "CHK-01") == ["The venue is not set"] * missing
        assert stops_drafts(found) == missing


@pytest.mark.parametrize(
    ("body", "details", "expected"),
    [
        (a_body(), some_details(start=None), ["The time it starts is not set"]),
        (a_body(name=" "), some_details(), ["The body has no name"]),
        (a_body(), some_details(), []),
    ],
)
def test_a_document_says_whose_it_is_and_when(body, details, expected) -> None:
    record = a_record(a_meeting(details=details), bodies=(body,))
    assert said(of_agenda(record=record), "CHK-04") == expected


def test_an_item_without_a_title_stops_every_document() -> None:
    found = of_agenda(items=(an_item(1, title=" "), an_item(2)))
    assert [(one.what, one.level) for one in found] == [("Item B1 has no title", Level.MUST)]
    assert stops_drafts(found) == 1


@pytest.mark.parametrize(
    ("cites", "fields", "expected"),
    [
        (False, {"restricted": True, "restriction": "personal"}, []),
        (False, {"restricted": True}, [("reason", Level.LOOK)]),
        (False, {"restricted": True, "exempt": (3,)}, []),
        (True, {"restricted": True, "restriction": "personal"}, [("exempt", Level.MUST)]),
        (True, {"restricted": True, "exempt": (3,)}, []),
        (True, {}, []),
    ],
)
def test_a_closed_item_says_why(cites, fields, expected) -> None:
    record = a_record(a_meeting((an_item(1, **fields),)), bodies=(a_body(cites_exempt=cites),))
    assert [(one.check, one.level) for one in of_agenda(record=record)] == expected


def test_an_item_of_a_closed_section_is_closed_too() -> None:
    assert said(of_agenda(items=(an_item(1, "D"),)), "reason") == [
        "D1 Report 1 is closed without a reason"
    ]


@pytest.mark.parametrize(("reason", "count"), [("", 1), ("A bridge is closed.", 0)])
def test_an_urgent_item_is_taken_for_a_reason(reason, count) -> None:
    items = (an_item(1, kind=ItemKind.URGENT, urgent_reason=reason),)
    assert len(said(of_agenda(items=items), "urgent")) == count


def put_up(title: str, notes_of: str | None = None, *, held: bool = True):
    """Return what is said of an item of the last notes, where the body met on 20 Nov 2025."""
    item = an_item(1, title=title, kind=LAST, notes_of=notes_of)
    before = a_meeting(id=MeetingId("m0"), details=some_details(date(2025, 11, 20)))
    foreign = replace(before, id=MeetingId("mx"), body_id="body-2", sections=(), items=())
    meetings = (*((before,) if held else ()), foreign, a_meeting((item,)))
    record = a_record(*meetings, bodies=(a_body(), a_body(id="body-2", short_name="OAK")))
    return [one for one in of_agenda(record=record) if one.check == "CHK-06"]


@pytest.mark.parametrize(
    ("title", "notes_of", "expected"),
    [
        ("Notes of the meeting held on 20 November 2025", None, []),
        ("Notes of the meeting held on 20 November 2025", "m0", []),
        ("Notes", "m0", []),
        ("Notes", None, ["B1 names no meeting"]),
        ("Notes of meeting held on 20 November 2026", None,
         ["B1 names 20 November 2026, which is not before this meeting"]),
        ("Notes of meeting held on 12 March 2026", None,
         ["B1 names 12 March 2026, which is not before this meeting"]),
        ("Notes of meeting held on 21 November 2025", None,
         ["B1 names 21 November 2025: this body did not meet then"]),
        ("Notes of meeting held on 20 November 2024", "m0",
         ["B1 says 20 November 2024, and the meeting was on 20 November 2025"]),
        ("Notes", "mx", ["B1 is of a meeting of another body"]),
    ],
)  # fmt: skip
def test_last_notes_are_of_an_earlier_meeting_of_this_body(title, notes_of, expected) -> None:
    found = put_up(title, notes_of)
    assert [one.what for one in found] == expected
    assert all(one.level is Level.MUST for one in found)


def test_where_the_last_record_is_on_paper_its_date_is_only_shown() -> None:
    (found,) = put_up("Notes of the meeting held on 20 November 2025", held=False)
    assert found.level is Level.LOOK
    (wrong,) = put_up("Notes of the meeting held on 20 November 2026", held=False)
    assert wrong.level is Level.MUST


@pytest.mark.parametrize(
    ("title", "check", "expected"),
    [
        ("Visit on Thursday, 14 March 2024", "CHK-19", []),
        ("Visit on Friday, 14 March 2024", "CHK-19",
         ["“Friday, 14 March 2024” was a Thursday"]),
        ("Visit on 14rd March, 2024", "CHK-19", ["“14rd March, 2024”: it is the 14th"]),
        ("Visit on 31 June 2024", "CHK-19", ["There is no “31 June 2024”"]),
        ("Slides sent on 22.03.16", "CHK-20", ["“22.03.16” is a date in figures: write it out"]),
        ("Slides sent on 10/11/2016", "CHK-20",
         ["“10/11/2016” is a date in figures: write it out"]),
        ("A budget of £1.5.10 or 1/2", "CHK-20", []),
    ],
)  # fmt: skip
def test_dates_in_titles_are_days_that_there_are(title, check, expected) -> None:
    assert said(of_agenda(items=(an_item(1, title=title),)), check) == expected


PAPER = Paper(id=PaperId("p"), label="Report", file_name="r.pdf", file_id=FileId("f"))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": "Wardens - to follow"}, ["B1: its paper is to follow"]),
        ({"report": Report(state=ReportState.TO_FOLLOW)}, ["B1: its paper is to follow"]),
        ({"report": Report()}, ["B1: its report has not come"]),
        ({"report": Report(), "papers": (PAPER,)}, []),
        ({"report": Report(state=ReportState.RECEIVED)}, []),
        ({"pages": "1 - 6"}, []),
        ({"pages": "1 to 6"}, []),
        ({"pages": "2 - 6"}, ["B1: its paper begins on a left-hand page"]),
        ({"pages": "3 - 6"}, ["B1: its paper begins on page 3, and 1 is next"]),
        ({"pages": "5 - 1"}, ["B1: the pages end before they begin"]),
        ({"pages": "some"}, ["B1: the pages cannot be read"]),
        ({"pages": "1 - 2", "kind": ItemKind.VERBAL}, ["B1: a verbal update has no pages"]),
    ],
)
def test_papers_that_are_to_come_and_ranges_that_do_not_join(fields, expected) -> None:
    assert said(of_agenda(items=(an_item(1, **fields),)), "CHK-21") == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [("7 - 46", []), ("9 - 46", ["B2: its paper begins on page 9, and 7 is next"])],
)
def test_ranges_join_on_right_hand_pages(second, expected) -> None:
    items = (an_item(1, pages="1 - 5"), an_item(2, pages=second))
    assert said(of_agenda(items=items), "CHK-21") == expected


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ((), ["B1 lists no date"]),
        ((FutureDate(day="2026-07-09"),), ["No meeting is planned on Thursday 9 July 2026"]),
        ((FutureDate(day=DAY.isoformat()),), []),
    ],
)
def test_the_dates_item_lists_meetings_that_are_planned(listed, expected) -> None:
    items = (an_item(1, kind=ItemKind.DATES),)
    assert said(of_agenda(items=items, future_dates=listed), "CHK-22") == expected


def test_a_placeholder_in_a_title_stops_the_agenda() -> None:
    found = of_agenda(items=(an_item(1, title="Update {{subject}}"),))
    assert said(found, "CHK-02") == ["“{{subject}}” was never filled in"]


@pytest.mark.parametrize(
    ("on", "level", "what"),
    [
        (date(2026, 3, 4), Level.INFO, "5 clear working days"),
        (date(2026, 3, 5), Level.LOOK, "4 clear working days: 1 short"),
    ],
)
def test_the_clear_days_are_shown_and_too_few_are_to_be_confirmed(on, level, what) -> None:
    record = a_record()
    meeting = record.meetings[0]
    days = notice(meeting, a_body().notice, on, bank_holidays(2026))
    (found,) = guard(record, meeting, Event.PUBLISH_AGENDA, days)
    assert (found.check, found.level, found.what) == ("CHK-25", level, what)


def test_before_the_meeting_the_agenda_is_looked_at_and_then_the_notes() -> None:
    items = (an_item(1, blocks=()),)
    for state in MeetingState:
        record = a_record(a_meeting(items, state=state))
        agenda = state in ("planned", "agenda drafted", "agenda published", "cancelled")
        assert (check(record, record.meetings[0]) == ()) is agenda
