"""Clear days, counted as councils count them (house-format 10)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.body import Holidays, NoticeKind, NoticeRule
from kcsp_desktop.domain.life import StateChange
from kcsp_desktop.domain.lifecycle import Event, MeetingState
from kcsp_desktop.domain.notice import (
    clear_days,
    days_left,
    is_working,
    issued_on,
    last_lawful_day,
    last_office_day,
    notice,
    said,
    said_of,
    targets,
    working_day_after,
)
from kcsp_desktop.importing.bank_holidays import bank_holidays
from tests.builders import a_body, a_meeting, some_details

FIVE = NoticeRule()
CALENDAR = NoticeRule(days=5, kind=NoticeKind.CALENDAR)
NO_HOLIDAYS = NoticeRule(holidays=Holidays.NONE)
MARCH = date(2024, 3, 14)


def the_last(day: date, rule: NoticeRule = FIVE) -> date | None:
    return last_lawful_day(day, rule, bank_holidays(day.year))


@pytest.mark.parametrize(
    ("issued", "days"), [(date(2024, 3, 6), 5), (date(2024, 3, 7), 4), (date(2024, 3, 5), 6)]
)
def test_the_agenda_of_march_2024_had_five_clear_days_and_none_to_spare(issued, days) -> None:
    assert clear_days(issued, MARCH, FIVE, bank_holidays(2024)) == days


@pytest.mark.parametrize(
    ("issued", "rule", "days"),
    [
        (date(2024, 3, 6), CALENDAR, 7),
        (MARCH, FIVE, 0),
        (date(2024, 3, 13), FIVE, 0),
        (date(2024, 3, 20), FIVE, 0),
        (date(2024, 3, 9), FIVE, 3),  # a Saturday: Monday to Wednesday
        (date(2024, 3, 28), FIVE, 0),  # after the meeting
    ],
)
def test_neither_the_day_of_issue_nor_that_of_the_meeting_counts(issued, rule, days) -> None:
    assert clear_days(issued, MARCH, rule, bank_holidays(2024)) == days


@pytest.mark.parametrize(
    ("meeting", "last"),
    [
        # house-format 10
        (date(2024, 7, 4), date(2024, 6, 26)),
        (date(2024, 11, 21), date(2024, 11, 13)),
        (date(2025, 3, 25), date(2025, 3, 17)),
        (date(2025, 7, 3), date(2025, 6, 25)),
        (date(2025, 11, 20), date(2025, 11, 12)),
        (date(2026, 3, 31), date(2026, 3, 23)),
        # Christmas and New Year: 25 and 26 December and 1 January are none
        (date(2025, 1, 3), date(2024, 12, 23)),
        (date(2026, 12, 30), date(2026, 12, 20)),  # Boxing Day, a Saturday, is kept on the Monday
        # Good Friday and Easter Monday
        (date(2024, 4, 4), date(2024, 3, 25)),
        # both May holidays
        (date(2024, 5, 9), date(2024, 4, 30)),
        (date(2024, 5, 30), date(2024, 5, 21)),
        # the last clear day is a Monday: the Sunday before it is lawful
        (date(2025, 5, 6), date(2025, 4, 27)),
    ],
)
def test_the_last_day_to_issue(meeting, last) -> None:
    assert the_last(meeting) == last
    assert clear_days(last, meeting, FIVE, bank_holidays(meeting.year)) == 5


@pytest.mark.parametrize(
    ("rule", "last"),
    [
        (NO_HOLIDAYS, date(2024, 5, 1)),
        (CALENDAR, date(2024, 5, 3)),
        (NoticeRule(days=3), date(2024, 5, 2)),
        (NoticeRule(days=0), None),
    ],
)
def test_each_body_has_its_own_rule(rule, last) -> None:
    assert the_last(date(2024, 5, 9), rule) == last


def test_what_no_office_issues_on_a_sunday_it_issues_on_the_friday_before() -> None:
    day = last_office_day(date(2025, 5, 6), FIVE, bank_holidays(2025))
    assert day == date(2025, 4, 25)


@pytest.mark.parametrize(("on", "left"), [(date(2024, 3, 6), 0), (date(2024, 3, 8), -2)])
def test_days_left_are_counted_to_the_last_lawful_day(on, left) -> None:
    assert days_left(on, MARCH, FIVE, bank_holidays(2024)) == left


def test_without_a_rule_no_days_are_left_to_count() -> None:
    assert days_left(MARCH, MARCH, NoticeRule(days=0), frozenset()) is None
    assert notice(a_meeting(), NoticeRule(days=0), MARCH, frozenset()) is None


days = st.dates(date(1990, 1, 1), date(2090, 1, 1))
rules = st.builds(
    NoticeRule,
    days=st.integers(1, 30),
    kind=st.sampled_from(NoticeKind),
    holidays=st.sampled_from(Holidays),
)


@given(days, rules)
def test_the_last_lawful_day_is_lawful_and_the_next_is_not(day, rule) -> None:
    holidays = bank_holidays(day.year)
    last = last_lawful_day(day, rule, holidays)
    assert clear_days(last, day, rule, holidays) == rule.days
    assert clear_days(last + timedelta(days=1), day, rule, holidays) == rule.days - 1


@given(days, rules)
def test_an_office_is_open_on_the_last_office_day_and_on_none_between(day, rule) -> None:
    holidays = bank_holidays(day.year)
    last, office = (f(day, rule, holidays) for f in (last_lawful_day, last_office_day))
    assert is_working(office, holidays)
    between = [office + timedelta(days=n) for n in range(1, (last - office).days + 1)]
    assert not any(is_working(one, holidays) for one in between)


@given(days, st.integers(1, 40))
def test_a_target_is_a_working_day_with_as_many_behind_the_meeting(day, count) -> None:
    holidays = bank_holidays(day.year)
    due = working_day_after(day, count, holidays)
    between = [day + timedelta(days=n) for n in range(1, (due - day).days + 1)]
    assert sum(is_working(one, holidays) for one in between) == count
    assert is_working(due, holidays)


def logged(*events: tuple[Event, str]):
    changes = tuple(StateChange(event=str(event), at=at) for event, at in events)
    return a_meeting(details=some_details(MARCH), log=changes)


E = Event


@pytest.mark.parametrize(
    ("events", "day"),
    [
        ([], None),
        ([(E.PUBLISH_AGENDA, "2024-03-05T17:00:00+00:00")], date(2024, 3, 5)),
        ([(E.PUBLISH_AGENDA, "")], None),
        ([(E.PUBLISH_AGENDA, "2024-03-05"), (E.RECALL_AGENDA, "2024-03-05")], None),
        (
            [(E.PUBLISH_AGENDA, "2024-03-05"), (E.RECALL_AGENDA, "2024-03-05"),
             (E.PUBLISH_AGENDA, "2024-03-06")],
            date(2024, 3, 6),
        ),
    ],
)  # fmt: skip
def test_an_agenda_counts_from_the_day_it_was_last_published(events, day) -> None:
    assert issued_on(logged(*events)) == day


@pytest.mark.parametrize(
    ("meeting", "on", "sentence"),
    [
        (logged(), date(2024, 3, 4),
         "Issue the agenda by Wednesday 6 March 2024: 5 clear working days, 2 days left."),
        (logged(), date(2024, 3, 6),
         "Issue the agenda by Wednesday 6 March 2024: 5 clear working days, today."),
        (logged(), date(2024, 3, 7),
         "The last day to issue the agenda was Wednesday 6 March 2024. Issued on Thursday 7 March"
         " 2024 it has 4 clear working days, 1 short of 5."),
        (logged((E.PUBLISH_AGENDA, "2024-03-06")), date(2024, 3, 12),
         "Issued on Wednesday 6 March 2024: 5 clear working days, 5 are needed."),
        (logged((E.PUBLISH_AGENDA, "2024-03-12")), date(2024, 3, 12),
         "Issued on Tuesday 12 March 2024: 1 clear working day, 4 short of 5."),
        (a_meeting(details=some_details(date(2025, 5, 6))), date(2025, 4, 24),
         "Issue the agenda by Friday 25 April 2025, lawful until Sunday 27 April 2025:"
         " 5 clear working days, 1 day left."),
        (a_meeting(details=some_details(date(2025, 5, 6))), date(2025, 4, 26),
         "Issue the agenda by Sunday 27 April 2025 at the latest: 5 clear working days are"
         " needed."),
    ],
)  # fmt: skip
def test_the_notice_is_said_in_sentences(meeting, on, sentence) -> None:
    found = notice(meeting, FIVE, on, bank_holidays(on.year))
    assert said(found) == sentence


def test_after_a_meeting_the_draft_and_the_circulation_are_due() -> None:
    meeting = a_meeting(details=some_details(date(2024, 3, 21)), state=MeetingState.DRAFT_NOTES)
    draft, out = targets(a_body(), meeting, bank_holidays(2024))
    assert (draft.words, draft.by) == ("Draft to the Chair", date(2024, 3, 28))
    assert (out.words, out.by) == ("Notes circulated", date(2024, 4, 8))  # over Easter
    assert said_of(draft, date(2024, 3, 28)) == "Draft to the Chair: by Thursday 28 March 2024"
    late = "Draft to the Chair: was due on Thursday 28 March 2024, 1 day ago"
    assert said_of(draft, date(2024, 3, 29)) == late


@pytest.mark.parametrize(
    ("state", "done"),
    [
        (MeetingState.AGENDA_PUBLISHED, []),
        (MeetingState.CANCELLED, []),
        (MeetingState.IN_PROGRESS, [False, False]),
        (MeetingState.CIRCULATED, [True, True]),
    ],
)
def test_what_is_due_is_done_once_the_notes_are_out(state, done) -> None:
    found = targets(a_body(), a_meeting(state=state), frozenset())
    assert [one.done for one in found] == done
    assert [said_of(one, MARCH).endswith("done") for one in found] == done
