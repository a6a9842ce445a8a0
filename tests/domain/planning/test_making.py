"""One command makes a meeting from its body's pattern, or fills the one that is planned."""

from dataclasses import replace
from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.body import NoticeRule, StandingItem
from kcsp_desktop.domain.ids import ItemId, MeetingId, SectionId
from kcsp_desktop.domain.kinds import ItemKind, Mode
from kcsp_desktop.domain.life import FutureDate
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.meeting import AgendaItem
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.domain.planning.calendar import planning
from kcsp_desktop.domain.planning.deadline import report_deadline
from kcsp_desktop.domain.planning.making import making
from kcsp_desktop.domain.reports import Classification, Report, ReportState
from tests.builders import a_body, a_meeting, a_record, an_item, fresh_ids, some_details

JULY, NOVEMBER = date(2026, 7, 9), date(2026, 11, 5)
WARDENS = StandingItem(section="B", title="Wardens", kind=ItemKind.DECISION)


def a_year(body, *held):
    """Return a record with meetings held, and July and November planned."""
    record = a_record(*held, bodies=(body,))
    dates = (FutureDate(day=JULY.isoformat(), start="14:00:00"),
             FutureDate(day=NOVEMBER.isoformat(), provisional=True))  # fmt: skip
    return apply_all(record, planning(record, body, dates, fresh_ids("plan"))).record


def made(record, body, day=JULY, **fields):
    ids = fresh_ids(str(day))
    found = making(record, body, some_details(day, **fields), ids, lambda _: "2026-06-24")
    after = apply_all(record, found.edits)
    return after, after.record.meeting(found.meeting_id)


def test_a_planned_meeting_is_filled_and_not_made_twice() -> None:
    body = a_body(standing=(*a_body().standing, WARDENS))
    record = a_year(body, a_meeting(state=MeetingState.CIRCULATED))
    after, meeting = made(record, body, start=time(14), mode=Mode.ONLINE)
    assert [one.details.date for one in after.record.meetings] == [DAY, JULY, NOVEMBER]
    assert [one.title for one in meeting.items] == [
        "Introduction", "Apologies", "Declarations of Interest",
        "Notes of the meeting held on 12 March 2026", "Date of Future Meetings", "Wardens",
    ]  # fmt: skip
    assert meeting.details.mode is Mode.ONLINE
    assert len(meeting.attendance) == 5
    november = FutureDate(day=NOVEMBER.isoformat(), start="10:00:00", provisional=True)
    assert meeting.future_dates == (november,)
    assert apply_all(after.record, after.inverse).record == record


DAY = date(2026, 3, 12)


def test_filling_gives_what_making_from_nothing_gives() -> None:
    body = a_body(standing=(*a_body().standing, WARDENS))
    held = a_meeting(state=MeetingState.CIRCULATED)
    bare = a_record(held, bodies=(body,))
    _, filled = made(a_year(body, held), body)
    _, new = made(bare, body)
    facts = [(one.title, one.kind, one.notes_of, one.report) for one in new.items]
    assert [(one.title, one.kind, one.notes_of, one.report) for one in filled.items] == facts
    assert (filled.details, filled.attendance) == (new.details, new.attendance)


def test_an_item_put_there_early_stays_behind_the_standing_ones() -> None:
    body = a_body(standing=(WARDENS,))
    record = a_year(body)
    planned = record.meetings[-2]
    section = next(one for one in planned.sections if one.letter == "B")
    early = AgendaItem(id=ItemId("early"), section_id=SectionId(section.id), title="Floods")
    with_item = replace(planned, items=(early,))
    meetings = (*record.meetings[:-2], with_item, record.meetings[-1])
    _, meeting = made(replace(record, meetings=meetings), body)
    assert [one.title for one in meeting.items] == ["Wardens", "Floods"]
    assert {one.section_id for one in meeting.items} == {section.id}


def test_what_was_to_be_skipped_once_is_skipped_and_comes_again_in_one_step() -> None:
    body = a_body(standing=(replace(WARDENS, skip_once=True),))
    record = a_record(bodies=(body,))
    after, meeting = made(record, body)
    assert meeting.items == ()
    _, second = made(after.record, after.record.body(body.id), NOVEMBER)
    assert [one.title for one in second.items] == ["Wardens"]
    assert apply_all(after.record, after.inverse).record == record


def test_a_report_is_expected_from_those_who_wrote_the_last_one() -> None:
    report = Report(
        by=("Ms Ash - Warden, ABC",),
        classification=Classification.DECISION,
        summary="How it went.",
        state=ReportState.RECEIVED,
        received_on="2026-03-01",
        author_email="ash@alder.example",
    )
    body = a_body(standing=(WARDENS, replace(WARDENS, title="Walks")))
    held = a_meeting((an_item(1, title="Wardens", report=report),), state=MeetingState.CIRCULATED)
    _, meeting = made(a_record(held, bodies=(body,)), body)
    wardens, walks = meeting.items
    assert wardens.report == Report(
        by=report.by,
        classification=Classification.DECISION,
        author_email="ash@alder.example",
        deadline="2026-06-24",
    )
    assert walks.report is None


def test_reports_are_wanted_five_working_days_before_the_last_day_of_issue() -> None:
    meeting = date(2024, 3, 14)  # to be issued by Wednesday 6 March
    assert report_deadline(meeting, NoticeRule(), frozenset()) == "2024-02-28"
    holiday = frozenset({date(2024, 2, 28)})
    assert report_deadline(meeting, NoticeRule(), holiday) == "2024-02-27"
    assert report_deadline(meeting, NoticeRule(days=0), frozenset()) == "2024-03-07"


@given(
    skips=st.lists(st.booleans(), min_size=1, max_size=4),
    months=st.lists(st.integers(0, 12), min_size=4, max_size=4),
    planned=st.booleans(),
)
def test_making_and_undoing_is_as_if_nothing_had_been(skips, months, planned) -> None:
    standing = tuple(
        StandingItem(section="B", title=f"Item {n}", skip_once=skip, month=month)
        for n, (skip, month) in enumerate(zip(skips, months, strict=False))
    )
    body = a_body(standing=standing)
    record = a_year(body) if planned else a_record(bodies=(body,))
    after, meeting = made(record, body)
    assert meeting.id in {one.id for one in after.record.meetings}
    assert len({one.id for one in meeting.items}) == len(meeting.items)
    assert apply_all(after.record, after.inverse).record == record


def test_two_planned_meetings_of_one_day_are_told_apart_by_their_times() -> None:
    body = a_body()
    ten = a_meeting(0, id=MeetingId("m10"), attendance=(), details=some_details(JULY))
    two = a_meeting(
        0, id=MeetingId("m14"), attendance=(), details=some_details(JULY, start=time(14))
    )
    _, meeting = made(a_record(ten, two), body, start=time(14))
    assert meeting.id == "m14"
