"""What needs the secretary on a day: a table of meetings and what is asked for of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.actions import ActionState, Due, DueKind
from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.domain.body import NoticeRule
from kcsp_desktop.domain.entries import CaseReview
from kcsp_desktop.domain.ids import BodyId, EntryId, ItemId, MeetingId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.life import Approval
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.reports import Report, ReportState
from kcsp_desktop.domain.today.need import About, Level
from kcsp_desktop.domain.today.needs import FEW, needs
from kcsp_desktop.domain.today.view import years_asked
from tests.builders import MEETING, a_block, a_body, a_meeting, a_record, an_action, an_item
from tests.builders import some_details as details
from tests.domain.test_disclosure import SECRET

TODAY = date(2026, 3, 12)  # a Thursday
NONE: frozenset[date] = frozenset()
S, LATE, PRESSING, WAITS = MeetingState, Level.LATE, Level.PRESSING, Level.WAITS


def on(days, **fields):
    """Return a meeting so many days from today."""
    return a_meeting(details=details(TODAY + timedelta(days)), **fields)


def asked(*meetings, **fields):
    return needs(a_record(*meetings, **fields), TODAY, NONE)


def told(*meetings, **fields):
    return [(one.about, one.level, one.second) for one in asked(*meetings, **fields)]


def approval(**fields):
    known = {"meeting_id": MEETING, "item_id": ItemId("x"), "day": "2026-01-08", "presiding": ""}
    return Approval(**{**known, **fields})


@pytest.mark.parametrize(
    ("days", "state", "expected"),
    [
        # five clear working days: a meeting on Thursday 26th must be issued by Wednesday 18th
        (14, S.PLANNED, (About.AGENDA, WAITS, "By Wednesday 18 March 2026: 6 days left")),
        (11, S.PLANNED, (About.AGENDA, PRESSING, "By Friday 13 March 2026: 1 day left")),
        (8, S.AGENDA_DRAFTED, (About.AGENDA, PRESSING,
                               "By Thursday 12 March 2026: today is the last day")),
        (5, S.AGENDA_DRAFTED, (About.AGENDA, LATE,
                               "The last lawful day was 9 March 2026, 3 days ago")),
        (0, S.AGENDA_PUBLISHED, (About.MEETS, PRESSING, "Council Chamber")),
        (0, S.IN_PROGRESS, (About.MEETS, PRESSING, "The meeting is in progress")),
        (-1, S.AGENDA_PUBLISHED, (About.NOT_BEGUN, LATE,
                                  "Begin it (Ctrl+Shift+S), move it or cancel it")),
        (-1, S.IN_PROGRESS, (About.DRAFT, WAITS,
                             "Draft to the Chair: by Wednesday 18 March 2026")),
        (-5, S.DRAFT_NOTES, (About.DRAFT, PRESSING,
                             "Draft to the Chair: by Friday 13 March 2026")),
        (-10, S.DRAFT_NOTES, (About.DRAFT, LATE,
                              "Draft to the Chair: was due on 9 March 2026, 3 days ago")),
        (-20, S.DRAFT_NOTES, (About.DRAFT, LATE,
                              "Notes circulated: was due on 6 March 2026, 6 days ago")),
        (-20, S.CIRCULATED, (About.APPROVAL, WAITS,
                             "No later meeting is planned: Ctrl+J plans it")),
        (-20, S.APPROVED, (About.SIGNING, WAITS, "Approved on 8 January 2026")),
        (-20, S.SIGNED, (About.PUBLISHING, WAITS, "Signed on 9 January 2026")),
    ],
)  # fmt: skip
def test_what_a_meeting_in_that_state_asks_for(days, state, expected) -> None:
    meeting = on(days, state=state, approval=approval(signed_on="2026-01-09"))
    assert told(meeting) == [expected]


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (60, S.PLANNED),
        (14, S.AGENDA_PUBLISHED),
        (0, S.CIRCULATED),
        (-20, S.PUBLISHED),
        (3, S.CANCELLED),
        (-3, S.CANCELLED),
    ],
)
def test_what_asks_for_nothing(days, state) -> None:
    quiet = [one for one in told(on(days, state=state)) if one[0] is not About.APPROVAL]
    assert quiet == []


def test_a_bank_holiday_brings_the_last_day_forward() -> None:
    record = a_record(on(14))
    (need,) = needs(record, TODAY, frozenset({date(2026, 3, 20)}))
    assert need.second == "By Tuesday 17 March 2026: 5 days left"


def test_a_body_without_a_rule_is_told_when_it_meets() -> None:
    body = a_body(notice=NoticeRule(days=0))
    assert told(on(2), bodies=(body,)) == [
        (About.AGENDA, PRESSING, "No notice is asked for; the meeting is in 2 days")
    ]


def test_on_the_weekend_behind_the_last_office_day_it_is_lawful_still() -> None:
    record = a_record(a_meeting(details=details(date(2026, 3, 23))))
    (need,) = needs(record, date(2026, 3, 14), NONE)
    assert need.level is PRESSING
    assert need.second == ("Lawful until Sunday 15 March 2026, but no office is open")


def later(days, state=S.AGENDA_DRAFTED, **item):
    items = (an_item(1, **item),) if item else ()
    return on(days, id=MeetingId("later"), items=items, state=state)


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        (later(60, notes_of=MEETING), ("agenda", WAITS, "On 11 May 2026")),
        (later(60, title="Other"),
         ("agenda", WAITS, "On 11 May 2026, which has no item for them")),
        (later(60, kind=ItemKind.LAST_NOTES), ("agenda", WAITS, "On 11 May 2026")),
        (later(60), ("agenda", WAITS, "On 11 May 2026")),
        (later(-3, S.CIRCULATED, notes_of=MEETING),
         ("minutes", LATE, "They were due on 9 March 2026")),
        (later(-3, S.CIRCULATED, title="Other"),
         ("agenda", LATE, "They were due on 9 March 2026, which has no item for them")),
    ],
)  # fmt: skip
def test_where_a_circulated_record_is_approved(meeting, expected) -> None:
    found = asked(on(-60, state=S.CIRCULATED), meeting)
    need = next(one for one in found if one.key == f"{About.APPROVAL}/{MEETING}")
    assert (need.page, need.level, need.second) == expected
    assert need.meeting_id == "later"


def test_flagged_places_are_counted_and_the_first_is_the_place_to_go() -> None:
    blocks = tuple(replace(a_block(block_id=f"b{n}"), flagged=n > 1) for n in (1, 2, 3))
    draft = on(-1, state=S.DRAFT_NOTES, items=(an_item(1), an_item(2, blocks=blocks)))
    need = next(one for one in asked(draft) if one.about is About.FLAGS)
    assert need.words == "2 flagged places in the notes of 11 March 2026"
    assert (need.page, need.target_id, need.block_id) == ("minutes", "item-2", "b2")
    closed = [one.about for one in asked(replace(draft, state=S.CIRCULATED))]
    assert About.FLAGS not in closed


def report(days=None, **fields):
    deadline = (TODAY + timedelta(days)).isoformat() if days is not None else ""
    return Report(by=("Ms A Barden - Warden, ABC",), deadline=deadline, **fields)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (report(-1), (LATE, "Report 1: the report has not come")),
        (report(3), (WAITS, "Report 1: the report is expected")),
        (report(3, state=ReportState.TO_FOLLOW), (PRESSING, "Report 1: the report is to follow")),
        (report(8), None),
        (report(), None),
        (report(-1, state=ReportState.RECEIVED), None),
        (report(-1, state=ReportState.WITHDRAWN), None),
    ],
)
def test_a_report_that_is_late_or_soon_wanted(one, expected) -> None:
    found = asked(on(30, state=S.AGENDA_PUBLISHED, items=(an_item(1, report=one),)))
    assert [(need.level, need.words) for need in found] == ([expected] if expected else [])


def test_who_writes_a_report_and_by_when() -> None:
    (need,) = asked(on(30, state=S.AGENDA_PUBLISHED, items=(an_item(1, report=report(-1)),)))
    assert need.second == ("Ms A Barden, wanted by 11 March 2026, for 11 April 2026")
    assert (need.page, need.target_id) == ("reports", "item-1")


def due(day="", kind=DueKind.DATE):
    return Due(kind=kind, date=day)


def with_actions(*actions):
    return on(-60, state=S.PUBLISHED, actions=actions)


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ((an_action(1, due=due("2026-03-11")),),
         (About.OVERDUE, "1 action is overdue", "by 1 day: Mr Quelch, Send the wardens' plan")),
        ((an_action(1, due=due("2026-03-11")), an_action(2, due=due("2026-03-02"), owner="Me")),
         (About.OVERDUE, "2 actions are overdue",
          "the oldest by 10 days: Me, Send the wardens' plan")),
        ((an_action(1, owner=" "),),
         (About.UNOWNED, "1 action has no owner", "Send the wardens' plan")),
        ((an_action(1, due=due(kind=DueKind.UNCLEAR)),),
         (About.UNCLEAR, "1 action has no clear date", "Ask: Mr Quelch, Send the wardens' plan")),
        ((an_action(1, due=due("2026-03-12")),), None),
        ((an_action(1, owner="", due=due("2026-03-01"), dormant_until="2026-04-01"),), None),
        ((an_action(1, owner="", due=due("2026-03-01"), state=ActionState.DONE),), None),
    ],
)  # fmt: skip
def test_actions_that_are_late_unowned_or_unclear(actions, expected) -> None:
    found = [(one.about, one.words, one.second) for one in asked(with_actions(*actions))]
    assert found == ([expected] if expected else [])


def test_words_of_a_restricted_action_are_not_shown() -> None:
    secret = an_action(1, due=due("2026-03-01"), text=SECRET, owner=SECRET)
    closed = with_actions(replace(secret, visibility=Visibility.RESTRICTED))
    section_d = replace(with_actions(secret), items=(an_item(1, "D"),))
    for meeting in (closed, section_d):
        (need,) = asked(meeting)
        assert SECRET not in need.words + need.second


def test_a_case_review_reports_without_its_name() -> None:
    body = a_body(keeps_cases=True)
    one = CaseReview(id=EntryId("c"), body_id=body.id, pseudonym=SECRET, next_report="2026-03-20")
    (need,) = asked(with_actions(), bodies=(body,), entries=(one,))
    assert (need.page, need.target_id, need.level) == ("registers", "c", WAITS)
    assert SECRET not in need.words + need.second
    far = replace(one, next_report="2026-06-20")
    assert asked(with_actions(), bodies=(body,), entries=(far,)) == ()
    assert asked(with_actions(), bodies=(a_body(),), entries=(one,)) == ()


def test_the_worst_is_first_whichever_body_it_is_of() -> None:
    other = a_body(id=BodyId("other"), short_name="OTH")
    mine = (on(14), with_actions(an_action(1, due=due("2026-03-01"))))
    late = on(5, id=MeetingId("m3"), body_id=other.id)
    ids = [MeetingId("m1"), MeetingId("m2")]
    meetings = [replace(one, id=known) for one, known in zip(mine, ids, strict=True)]
    found = asked(*meetings, late, bodies=(a_body(), other))
    assert [one.about for one in found] == [About.AGENDA, About.OVERDUE, About.AGENDA]
    assert found[0].second.startswith("OTH: The last lawful day was")


def test_of_many_alike_the_worst_few_are_shown_and_the_others_counted() -> None:
    many = [on(-900 - n, id=MeetingId(f"m{n}"), state=S.APPROVED, items=()) for n in range(12)]
    found = asked(*many)
    assert len(found) == FEW
    assert found[-1].second.endswith("(and 9 more like this)")


def test_the_years_whose_holidays_are_wanted_are_those_not_settled() -> None:
    old = on(-2000, state=S.PUBLISHED)
    draft = on(-800, id=MeetingId("m2"), state=S.DRAFT_NOTES)
    assert years_asked(a_record(old, draft), TODAY) == (2024, 2026)


STATES = st.lists(st.tuples(st.integers(-400, 400), st.sampled_from(list(S))), max_size=9)


@given(states=STATES)
def test_every_need_has_a_key_of_its_own_and_a_place_that_is_there(states) -> None:
    meetings = [
        on(days, id=MeetingId(f"m{n}"), state=state) for n, (days, state) in enumerate(states)
    ]
    record = a_record(*meetings) if meetings else a_record()
    found = needs(record, TODAY, NONE)
    assert len({one.key for one in found}) == len(found)
    assert list(found) == sorted(found, key=lambda one: one.level)
    assert all(record.meeting(one.meeting_id) for one in found if one.meeting_id)
    assert all(one.words and one.second for one in found)
