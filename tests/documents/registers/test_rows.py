"""The rows that leave say what the secretary's own rows say, less what is not for the audience."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from kcsp_desktop.documents.registers.rows import decision_lines, open_first
from kcsp_desktop.documents.registers.telling import due, stands, told
from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.registers.actions import action_rows
from kcsp_desktop.domain.registers.decisions import decision_rows
from kcsp_desktop.domain.registers.editions import editions
from tests.builders import a_record
from tests.documents.registers.examples import TODAY, an_eventful_record, lines_of
from tests.domain.test_disclosure import meetings

OWN, PUBLIC = Audience.SECRETARY, Audience.PUBLIC


def of_line(line):
    place = line.place
    return (line.meeting_id, place.body, place.reference, place.day.isoformat(), place.code,
            place.minute)  # fmt: skip


def of_row(row, day):
    return (row.meeting_id, row.body, row.reference, day, row.code, row.minute)


@settings(max_examples=40)
@given(meetings())
def test_the_secretary_s_rows_of_editions_are_those_of_the_record(meeting) -> None:
    record = a_record(meeting)
    lines = [(of_line(one), one.letter, one.text, one.outcome, one.verb, one.place.restricted)
             for one in decision_lines(editions(record, OWN))]  # fmt: skip
    rows = [(of_row(one, one.day), one.letter, one.text, one.outcome, one.verb, one.restricted)
            for one in decision_rows(record)]  # fmt: skip
    assert lines == rows


def test_the_secretary_s_actions_stand_as_in_the_register() -> None:
    record = an_eventful_record()
    lines = [(of_line(one), one.action, one.due_day, one.standing) for one in lines_of(record, OWN)]
    rows = [(of_row(one, one.agreed_on), one.action, one.due_day, one.standing)
            for one in action_rows(record, TODAY)]  # fmt: skip
    assert sorted(lines, key=str) == sorted(rows, key=str)


def by_text(audience):
    return {one.action.text: one for one in lines_of(an_eventful_record(), audience)}


@pytest.mark.parametrize(
    ("text", "due_by", "standing"),
    [
        ("Send the wardens' plan", "30 April 2026", "Overdue"),
        ("Write to all", "Next meeting, 9 July 2026", "Overdue"),
        ("Ask when", "In time", "Open, to be asked when"),
        ("Sleep", "No date", "Sleeps until 1 January 2027"),
        ("Send it", "No date", "Done on 2 May 2026"),
        ("Report", "Each meeting, next 9 July 2026", "Overdue"),
    ],
)
def test_due_and_standing_are_told_in_words(text, due_by, standing) -> None:
    line = by_text(OWN)[text]
    assert (due(line), stands(line)) == (due_by, standing)


def test_the_public_is_told_neither_what_is_late_nor_when_a_recurring_one_is_due_next() -> None:
    shown = by_text(PUBLIC)
    assert {stands(one) for one in shown.values()} == {"Open", "Done on 2 May 2026"}
    assert due(shown["Report"]) == "Each meeting"
    assert "Visit the family" not in shown
    assert "Hush" not in shown


def test_members_are_not_told_what_sleeps() -> None:
    assert stands(by_text(Audience.RESTRICTED)["Sleep"]) == "Open"


def test_an_update_says_when_and_whether_at_a_meeting() -> None:
    (update,) = by_text(OWN)["Send the wardens' plan"].action.updates
    assert told(update) == "9 July 2026, at the meeting: Half done."


def test_open_actions_stand_first_by_their_day_and_closed_ones_behind() -> None:
    owed, done = open_first(lines_of(an_eventful_record(), OWN))
    days = [one.due_day or "9999" for one in owed]
    assert days == sorted(days)
    assert [one.action.text for one in done] == ["Send it"]


def test_a_clause_is_told_with_its_bullets_and_what_came_of_it() -> None:
    lines = decision_lines(editions(an_eventful_record(), Audience.RESTRICTED))
    assert [(one.letter, one.text, one.outcome) for one in lines if one.letter] == [
        ("a", "agree the plan", "Printed in May."),
        ("b", "send to the team: proposals; topics", ""),
    ]
    assert {one.lead for one in lines if one.letter} == {"RESOLVED that the Partnership:"}
