"""What comes to which meeting."""

from dataclasses import replace
from datetime import date

from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.domain.body import STANDING, StandingItem
from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.ids import BodyId, MeetingId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.domain.planning.forward import Why, forward_plan
from kcsp_desktop.domain.planning.making import making
from kcsp_desktop.domain.reports import Report
from kcsp_desktop.domain.wording.due_words import understood_due
from tests.builders import (
    DAY,
    a_body,
    a_meeting,
    a_record,
    an_action,
    an_item,
    fresh_ids,
    some_details,
)

JULY, NOVEMBER, MARCH = date(2026, 7, 9), date(2026, 11, 5), date(2027, 3, 11)
WARDENS = StandingItem(section="B", title="Wardens", kind=ItemKind.DECISION)
PLAN = StandingItem(section="B", title="Annual plan", month=10)
BODY_WITH = a_body(standing=(*STANDING, WARDENS, PLAN))
OWN, PUBLIC = Audience.SECRETARY, Audience.PUBLIC


def planned(day, number, **fields):
    known = {"id": MeetingId(f"m{number}"), "details": some_details(day), "attendance": ()}
    return a_meeting(0, **known | fields)


def said(text, words, number=1, **fields):
    return an_action(number, text=text, due=understood_due(words, DAY), **fields)


def the_record(*actions, body=BODY_WITH, items=3):
    held = a_meeting(items, state=MeetingState.CIRCULATED, actions=actions)
    days = (JULY, NOVEMBER, MARCH)
    return a_record(held, *(planned(day, n) for n, day in enumerate(days, 2)), bodies=(body,))


def plan(record, audience=OWN, body=BODY_WITH):
    return forward_plan(record, body, audience, lambda day: "2026-06-24")


def listed(found):
    return [[(one.title, one.why) for one in meeting.items] for meeting in found.meetings]


def test_each_planned_meeting_has_what_its_pattern_would_bring() -> None:
    record = the_record(said("Report back on floods", "November meeting"))
    assert listed(plan(record)) == [
        [("Wardens", Why.STANDING)],
        [
            ("Wardens", Why.STANDING),
            ("Annual plan", Why.YEARLY),
            ("Report back on floods", Why.REPORT_BACK),
        ],
        [("Wardens", Why.STANDING)],
    ]


def test_the_plan_is_what_the_command_then_makes() -> None:
    record = the_record(said("Report back on floods", "next meeting"))
    foreseen = listed(plan(record))[0]
    found = making(record, BODY_WITH, some_details(JULY), fresh_ids())
    after = apply_all(record, found.edits).record
    made = plan(after).meetings[0]
    assert made.made
    assert [one.title for one in made.items] == [title for title, _ in foreseen]
    assert all(one.item_id is not None for one in made.items)


def test_what_is_skipped_once_is_missing_from_the_next_meeting_only() -> None:
    body = a_body(standing=(replace(WARDENS, skip_once=True),))
    found = plan(the_record(body=body), body=body)
    assert [len(meeting.items) for meeting in found.meetings] == [0, 1, 1]


def test_what_was_promised_after_the_agenda_was_made_is_seen_too() -> None:
    record = the_record()
    after = apply_all(
        record, making(record, BODY_WITH, some_details(JULY), fresh_ids()).edits
    ).record
    promised = replace(after.meetings[0], actions=(said("Report back on floods", "next meeting"),))
    found = plan(replace(after, meetings=(promised, *after.meetings[1:])))
    assert ("Report back on floods", Why.REPORT_BACK) in listed(found)[0]


def test_a_promise_without_a_meeting_is_not_lost() -> None:
    record = the_record(
        said("Report back on floods", "at the appropriate time"),
        said("Send the plan", "next week", 2),
        said("Report back on ferries", "meeting on 1 May 2028", 3),
    )
    assert [one.title for one in plan(record).loose] == [
        "Report back on floods", "Report back on ferries",
    ]  # fmt: skip


def test_a_report_that_is_expected_says_by_when() -> None:
    report = Report(by=("Ms Ash - Warden, ABC",))
    record = the_record(items=(an_item(1, title="Wardens", report=report),))
    (wardens,) = plan(record).meetings[0].items
    assert (wardens.report, wardens.by) == ("expected by 24 June 2026", "Ms Ash - Warden, ABC")
    (public,) = plan(record, PUBLIC).meetings[0].items
    assert (public.report, public.by) == ("", "Ms Ash - Warden, ABC")


def test_the_public_plan_has_titles_of_restricted_items_and_nothing_of_their_detail() -> None:
    closed = said("Report back on Juniper House", "next meeting", visibility=Visibility.RESTRICTED)
    loose = said("Report back on Juniper Lane", "", 2, visibility=Visibility.RESTRICTED)
    reviews = StandingItem(section="D", title="Reviews", presenter="Ms Juniper")
    body = a_body(standing=(reviews,))
    record = the_record(closed, loose, body=body)
    public = plan(record, PUBLIC, body)
    assert [one.title for one in public.meetings[0].items] == [
        "Reviews", "Report back on minute 1",
    ]  # fmt: skip
    assert "Juniper" not in repr(public)
    assert "Juniper House" in repr(plan(record, OWN, body))


def test_held_and_cancelled_meetings_and_other_bodies_are_no_part_of_it() -> None:
    off = planned(JULY, 2, state=MeetingState.CANCELLED)
    other = planned(NOVEMBER, 3, body_id=BodyId("body-2"))
    held = a_meeting(state=MeetingState.DRAFT_NOTES)
    second = a_body(id=BodyId("body-2"), short_name="B2")
    assert plan(a_record(held, off, other, bodies=(BODY_WITH, second))).meetings == ()


def test_a_plan_for_the_public_begins_today_whatever_was_forgotten() -> None:
    record = the_record(said("Report back on floods", "July meeting"))
    found = forward_plan(record, BODY_WITH, PUBLIC, since=date(2026, 8, 1))
    assert [meeting.day for meeting in found.meetings] == [NOVEMBER, MARCH]
    assert [one.title for one in found.loose] == ["Report back on floods"]
