"""What earlier meetings owe to a later one."""

from dataclasses import replace
from datetime import date

import pytest

from kcsp_desktop.domain.actions import ActionState, Due, DueKind, Update
from kcsp_desktop.domain.blocks import BlockKind, Visibility
from kcsp_desktop.domain.body import STANDING, StandingItem
from kcsp_desktop.domain.ids import ItemId, MeetingId, SectionId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.life import MovedDate
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.numbering import numbers
from kcsp_desktop.domain.planning.owing import open_actions, report_backs
from kcsp_desktop.domain.planning.pattern import new_meeting, written
from kcsp_desktop.domain.wording.due_words import understood_due
from tests.builders import (
    BODY,
    DAY,
    a_body,
    a_meeting,
    a_record,
    an_action,
    an_item,
    fresh_ids,
    some_details,
)

JULY, NOVEMBER = date(2026, 7, 9), date(2026, 11, 5)
BACK = "report back on the wardens."


def held(*actions, **fields):
    return a_meeting(state=MeetingState.CIRCULATED, actions=actions, **fields)


def planned(day, number=2, **fields):
    known = {"id": MeetingId(f"m{number}"), "details": some_details(day), "attendance": ()}
    return a_meeting(0, **known | fields)


def said(text, words, **fields):
    return an_action(text=text, due=understood_due(words, DAY), **fields)


def due_on(record, day):
    return [
        one.action.text for one in report_backs(record, BODY, day, open_actions(record, BODY, day))
    ]


@pytest.mark.parametrize(
    ("text", "words", "july", "november"),
    [
        (BACK, "at the next meeting", True, False),
        (BACK, "meeting on 9 July 2026", True, False),
        (BACK, "meeting on 5 November 2026", False, True),
        (BACK, "November meeting", False, True),
        (BACK, "July meeting", True, False),
        (BACK, "9 July 2026", True, False),
        (BACK, "end of May", True, False),  # between the two: the later meeting's business
        (BACK, "July 2026", True, True),  # by the end of July: asked then, and again if open
        (BACK, "each meeting", True, True),
        (BACK, "annually", False, False),
        (BACK, "", False, False),
        (BACK, "at the appropriate time", False, False),
        ("Send the plan", "at the next meeting", False, False),
        ("Send the plan", "end of May", False, False),
        ("Send the plan", "9 July 2026", True, False),
        ("Send the plan", "meeting on 9 July 2026", True, False),
        ("Update the Partnership on the plan", "next meeting", True, False),
    ],
)
def test_the_words_of_a_due_date_name_a_meeting(text, words, july, november) -> None:
    record = a_record(held(said(text, words)), planned(JULY), planned(NOVEMBER, 3))
    assert (bool(due_on(record, JULY)), bool(due_on(record, NOVEMBER))) == (july, november)


def test_what_is_due_once_a_year_comes_at_the_first_meeting_from_its_month_on() -> None:
    record = a_record(held(said(BACK, "annually")), planned(NOVEMBER), planned(date(2027, 4, 8), 3))
    assert due_on(record, date(2027, 4, 8)) == [BACK]
    assert due_on(record, NOVEMBER) == []


def test_a_meeting_that_was_moved_is_still_the_one_that_was_named() -> None:
    moved = planned(date(2026, 7, 2), moved_from=(MovedDate(day=JULY.isoformat(), reason="fire"),))
    record = a_record(held(said(BACK, "meeting on 9 July 2026")), moved)
    assert due_on(record, date(2026, 7, 2)) == [BACK]


@pytest.mark.parametrize("state", [ActionState.DONE, ActionState.DROPPED])
def test_what_is_closed_is_owed_no_more(state) -> None:
    record = a_record(held(said(BACK, "next meeting", state=state, note="Done.")))
    assert due_on(record, JULY) == []


def made(record, body=None):
    return new_meeting(record, body or a_body(), some_details(JULY), fresh_ids())


def test_a_report_back_is_an_item_behind_the_standing_ones_of_its_section() -> None:
    body = a_body(standing=(*STANDING, StandingItem(section="B", title="Wardens")))
    meeting = made(a_record(held(said(BACK, "next meeting"))), body)
    codes = {one.title: numbers(meeting, 1).codes[one.id] for one in meeting.items}
    assert (codes["Wardens"], codes["Report back on the wardens"]) == ("B1", "B2")
    item = next(one for one in meeting.items if one.title == "Report back on the wardens")
    assert (item.presenter, item.standing, item.restricted) == ("Mr Quelch", False, False)


def test_the_same_words_stand_on_the_agenda_once() -> None:
    two = (said(BACK, "next meeting"), said(BACK.capitalize(), "July meeting", number=2))
    body = a_body(standing=(StandingItem(section="B", title="Report back on the wardens"),))
    assert len(made(a_record(held(*two)), body).items) == 1


def test_words_that_are_not_public_become_no_public_title() -> None:
    secret = said("Report back on Juniper House", "next meeting", visibility=Visibility.RESTRICTED)
    meeting = made(a_record(held(secret)))
    (item,) = [one for one in meeting.items if not one.standing]
    assert item.title == "Report back on minute 1"
    assert item.detail == "Report back on Juniper House"
    assert item.presenter == ""
    assert meeting.section(item.section_id).restricted


def test_an_action_of_a_restricted_item_is_closed_though_it_says_public() -> None:
    item = an_item(1, "D")
    meeting = made(a_record(held(said(BACK, "next meeting"), items=(item,))))
    (back,) = [one for one in meeting.items if not one.standing]
    assert "wardens" not in back.title


def test_what_is_still_open_is_noted_for_the_secretary_under_matters_arising() -> None:
    arising = StandingItem(section="A", title="Matters Arising", kind=ItemKind.MATTERS_ARISING)
    actions = (said("Send the plan.", "end of June"), said(BACK, "next meeting", number=2))
    meeting = made(a_record(held(*actions)), a_body(standing=(arising,)))
    item = next(one for one in meeting.items if one.kind is ItemKind.MATTERS_ARISING)
    assert [block.text for block in item.blocks] == [
        "Minute 1, Mr Quelch: Send the plan (end of June)"
    ]
    assert {block.kind for block in item.blocks} == {BlockKind.PRIVATE_NOTE}


def test_an_action_due_kind_alone_is_enough_to_name_the_next_meeting() -> None:
    action = an_action(text="Come back with figures", due=Due(kind=DueKind.NEXT_MEETING))
    assert due_on(a_record(held(action)), JULY) == ["Come back with figures"]


def test_actions_of_another_body_are_none_of_ours() -> None:
    other = replace(held(said(BACK, "next meeting")), body_id="body-2")
    record = a_record(other, bodies=(a_body(), a_body(id="body-2", short_name="B2")))
    assert due_on(record, JULY) == []


def test_a_section_the_agenda_no_longer_has_gives_way_to_the_first_open_one() -> None:
    sections = tuple(one for one in a_body().sections if one.letter != "B")
    meeting = made(a_record(held(said(BACK, "next meeting"))), a_body(sections=sections))
    item = next(one for one in meeting.items if not one.standing)
    assert meeting.section(SectionId(item.section_id)).letter == "A"
    assert item.id != ItemId("")


def test_what_was_said_of_an_action_since_stands_behind_it() -> None:
    said_later = (Update(day="2026-07-09", text="it is\nbeing printed."),)
    meeting = held(an_action(updates=said_later, due=Due(words="soon")))
    (one,) = open_actions(a_record(meeting), BODY, NOVEMBER)
    assert written(one) == (
        "Minute 1, Mr Quelch: Send the wardens' plan (soon). 9 July 2026: it is being printed"
    )
