"""What would be wrong with the notes (house-format 9: CHK-02, 03, 05, 07 to 13, 23, 28)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.attendance import Capacity, Declaration, InterestKind
from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.body import ResolutionShape, Role
from kcsp_desktop.domain.checks import Level, guard, stops_drafts
from kcsp_desktop.domain.checks.speakers import distance, nearest
from kcsp_desktop.domain.checks.words import placeholder, slips_in
from kcsp_desktop.domain.ids import DeclarationId, MeetingId
from kcsp_desktop.domain.kinds import Course, ItemKind
from kcsp_desktop.domain.lifecycle import Event, MeetingState
from tests.builders import (
    DAY,
    a_block,
    a_body,
    a_meeting,
    a_person,
    a_record,
    a_row,
    an_item,
    some_details,
)
from tests.domain.checks.looking import of_notes, said

B = BlockKind
RESOLVED = a_block("RESOLVED that the Alder Community Partnership note it.", B.RESOLUTION,
                   block_id="r")  # fmt: skip


def noted(*texts: str, **fields):
    """Return an item with paragraphs of those texts and a resolution."""
    blocks = [a_block(text, block_id=f"b{n}") for n, text in enumerate(texts)]
    return an_item(1, **{"blocks": (*blocks, RESOLVED)} | fields)


def test_notes_in_order_have_no_findings() -> None:
    assert of_notes(items=(noted("Mr Quelch outlined the report."),)) == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("(a) FIELD", "FIELD"),
        ("(b) FIELD_TITLE", "FIELD_TITLE"),
        ("Dear {{name}}", "{{name}}"),
        ("on «date» at", "«date»"),
        ("by [TBC].", "[TBC]"),
        ("XX members", "XX"),
        ("agreed xxxx", "xxxx"),
        ("The playing field was shut; the lead is TBC.", ""),
        ("Ms Foxx and the XXI report; an xxx", ""),
    ],
)
def test_what_was_never_filled_in_is_found(text, left) -> None:
    assert placeholder(text) == left
    found = of_notes(items=(noted(text if text.endswith(".") else f"{text}."),))
    assert said(found, "CHK-02") == [f"“{left}” was never filled in"] * bool(left)
    assert stops_drafts(found) == bool(left)


SECRET = "The family of Juniper 2024 asked for a second review."


@pytest.mark.parametrize(
    ("public", "count"),
    [
        (f"Members met. {SECRET}", 1),
        (SECRET.upper(), 1),
        ("Members received an update.", 0),
        ("The family asked for a second review.", 0),
    ],
)
def test_no_sentence_of_the_restricted_detail_stands_in_the_public_text(public, count) -> None:
    blocks = (a_block(public, block_id="p"), RESOLVED,
              a_block(f"Nothing else. {SECRET}", block_id="s", restricted=True))  # fmt: skip
    found = of_notes(items=(an_item(1, "D", blocks=blocks),))
    assert len(said(found, "CHK-03")) == stops_drafts(found) == count


@pytest.mark.parametrize(
    ("closed", "found"),
    [
        (a_block(SECRET, B.PRIVATE_NOTE, block_id="s"), 1),
        (a_block(SECRET, B.RESOLUTION, block_id="s", restricted=True), 0),
        (a_block("Members noted it.", block_id="s", restricted=True), 0),
    ],
    ids=["a private note", "the resolution of both texts", "a few words"],
)
def test_what_both_texts_may_say_is_no_leak(closed, found) -> None:
    items = (noted(SECRET, "Members noted it."), an_item(2, blocks=(closed, RESOLVED)))
    assert len(said(of_notes(items=items), "CHK-03")) == found


def test_the_detail_of_an_item_does_not_stand_in_a_title() -> None:
    items = (noted(title="The landlord of nine empty shops objects", detail=SECRET),
             an_item(2, title=SECRET.removesuffix(".")))  # fmt: skip
    assert len(said(of_notes(items=items), "CHK-03")) == 1


EARLIER = MeetingId("m0")


def a_series(earlier_state=MeetingState.CIRCULATED, **fields):
    """Return two meetings of a body, three minutes each; the first issued as 1 to 3."""
    earlier = a_meeting(id=EARLIER, details=some_details(date(2025, 11, 20)), state=earlier_state)
    issued = tuple((item.id, n) for n, item in enumerate(earlier.items, 1))
    later = a_meeting(state=MeetingState.DRAFT_NOTES, **fields)
    return replace(earlier, issued_numbers=issued), later


def test_numbers_run_on_from_the_record_before() -> None:
    assert said(of_notes(record=a_record(*a_series())), "CHK-05") == []


def test_a_record_that_is_not_circulated_yet_comes_first() -> None:
    earlier, later = a_series(MeetingState.DRAFT_NOTES)
    record = a_record(replace(earlier, issued_numbers=()), later)
    assert said(of_notes(record=record), "CHK-05") == [
        "The record of 20 November 2025 is not circulated yet"
    ]


@pytest.mark.parametrize(("first", "taken"), [(2, True), (4, False), (90, False)])
def test_no_number_is_given_twice_in_a_series(first, taken) -> None:
    later_still = a_meeting(id=MeetingId("m9"), details=some_details(date(2026, 9, 1)))
    issued = tuple((item.id, first + n) for n, item in enumerate(later_still.items))
    later_still = replace(later_still, issued_numbers=issued)
    earlier, meeting = a_series()
    record = a_record(later_still, earlier, meeting)
    expected = first <= 6
    assert bool(said(of_notes(record=record), "CHK-05")) is expected
    del taken


def test_a_series_begun_anew_may_have_the_old_numbers() -> None:
    again = some_details(DAY, first_number=1, first_number_reason="A new book")
    assert said(of_notes(record=a_record(*a_series(details=again))), "CHK-05") == []


def test_a_gap_in_the_numbers_is_found() -> None:
    items = (an_item(1), an_item(2))
    issued = ((items[0].id, 4), (items[1].id, 6))
    found = of_notes(items=items, issued_numbers=issued)
    assert said(found, "CHK-05") == ["The minute numbers do not run on"]


@pytest.mark.parametrize(
    ("fields", "check", "expected"),
    [
        ({"blocks": ()}, "minuted", ["Minute 1 is empty"]),
        ({"blocks": (a_block("A note.", B.PRIVATE_NOTE),)}, "minuted", ["Minute 1 is empty"]),
        ({"blocks": (a_block(),)}, "CHK-12", ["Minute 1 has no outcome"]),
        ({"blocks": (a_block(),), "no_outcome": "For information"}, "CHK-12", []),
        ({"blocks": (), "minuted": False}, "minuted", []),
        ({"blocks": (), "course": Course.DEFERRED}, "minuted", []),
        ({"blocks": (a_block("None."),), "kind": ItemKind.DECLARATIONS}, "CHK-12", []),
    ],
)
def test_every_minuted_item_has_an_outcome_or_a_reason(fields, check, expected) -> None:
    found = of_notes(items=(an_item(1, **fields),))
    assert said(found, check) == expected
    assert all(one.level is Level.MUST for one in found if one.check == check)
    assert stops_drafts(found) == 0


def test_a_list_that_is_not_marked_is_found() -> None:
    found = of_notes(attendance=(a_row(1, Capacity.UNMARKED),))
    assert said(found, "CHK-07") == ["Nobody is marked present"]
    assert said(found, "marks") == ["Mrs A Barden is not marked"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (a_row(1), []),
        (a_row(2, Capacity.IN_ATTENDANCE), ["Mr P M Quelch has no post"]),
        (a_row(2, Capacity.IN_ATTENDANCE, post="Clerk"), []),
        (a_row(1, name="Widden"), ["Widden has no title"]),
        (a_row(1, name="Matthew Burstow"), ["Matthew Burstow has no title"]),
        (a_row(1, name="Mr Rivers"), ["Mr Rivers has no initials"]),
        (a_row(1, Capacity.ABSENT, name="Widden"), []),
    ],
)
def test_everybody_here_has_title_initials_and_officers_a_post(row, expected) -> None:
    assert said(of_notes(attendance=(row,)), "CHK-08") == expected


@pytest.mark.parametrize(
    ("sent_by", "found"),
    [(("", ""), True), (("ABC", ""), True), (("ABC", "abc"), True), (("ABC", "NHS"), False)],
)
def test_nobody_stands_twice_unless_they_are_two_people(sent_by, found) -> None:
    rows = [a_row(n, name="Mr B Plover", organisation=one) for n, one in enumerate(sent_by, 1)]
    what = said(of_notes(attendance=tuple(rows)), "CHK-09")
    assert what == ["Mr B Plover stands twice in the attendance"] * found


@pytest.mark.parametrize(
    ("text", "check", "what"),
    [
        ("Mr Quelch outlined it.", None, ""),
        ("Mr Quelch's report was thanked.", None, ""),
        ("Dr van der Veld is here.", "CHK-23", "van der Veld is named and is not marked as here"),
        ("Ms Oduia asked.", "CHK-10", "“Oduia”: is it Oduya?"),
        ("Cllr Thane-Lyle asked.", "CHK-10", "“Thane-Lyle”: is it Thane-Lisle?"),
        ("Mrs A Bardon asked.", "CHK-10", "“Bardon”: is it Barden?"),
        ("Mr Nightingale wrote.", "CHK-23", "Nightingale is named and is in no list"),
        ("A Member asked Kent Police.", None, ""),
    ],
)
def test_names_in_the_text_are_those_of_the_list(text, check, what) -> None:
    found = of_notes(items=(noted(text),))
    assert [(one.check, one.what) for one in found] == ([(check, what)] if check else [])


def test_each_name_is_told_once() -> None:
    found = of_notes(items=(noted("Mr Nightingale wrote.", "Mr Nightingale wrote again."),))
    assert len(found) == 1


WORDS = st.text("abcde", max_size=7)


def slow_distance(a: str, b: str) -> int:
    if not a or not b:
        return len(a) + len(b)
    return min(
        slow_distance(a[1:], b[1:]) + (a[0] != b[0]),
        slow_distance(a[1:], b) + 1,
        slow_distance(a, b[1:]) + 1,
    )


@given(st.text("abc", max_size=5), st.text("abc", max_size=5))
def test_the_distance_of_two_names_is_that_of_the_book(a, b) -> None:
    assert distance(a, b) == min(slow_distance(a, b), 3)


def test_a_name_is_not_near_itself_nor_are_short_ones_near() -> None:
    assert nearest("Hill", {"Hill"}) == ""
    assert nearest("Lee", {"Lea"}) == ""
    assert nearest("Wickens", {"Wickins", "Wilkins"}) == "Wickins"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The notes of 21 November 2024were right.", "“2024were” has lost a space"),
        ("The 14th, at 10am, 5G and 3 km; £5m, 30mph, 2024/25.", None),
        ("Write to team2024@kent.example.", None),
        ("It was  noted.", "Two spaces stand after “was”"),
        ("It was noted .", "A space stands before a stop after “noted”"),
        ("It was noted. .", "Two full stops stand after “noted”"),
        ("It was noted..", "Two full stops stand after “noted”"),
        ("And so on...", None),
        ("It was noted", "A full stop is missing after “noted”"),
        ("Members heard that:", None),
        ("He said “no.”", None),
    ],
)
def test_slips_of_the_hand_are_found(text, what) -> None:
    found = list(slips_in(a_block(text)))
    assert (found[:1] == [what]) if what else (found == [])


def test_a_title_or_a_bullet_needs_no_full_stop() -> None:
    assert list(slips_in(a_block("three villages;", B.BULLET))) == []
    assert list(slips_in(a_block("and more", B.SUB_BULLET))) == []


def resolved(lead: str, *clauses: str):
    """Return an item with that resolution."""
    kinds = [(lead, B.RESOLUTION), *((text, B.CLAUSE) for text in clauses)]
    blocks = [a_block(text, kind, block_id=f"r{n}") for n, (text, kind) in enumerate(kinds)]
    return an_item(1, blocks=tuple(blocks))


THAT = "RESOLVED that the Alder Community Partnership"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([f"{THAT} note the update."], []),
        (["RESOLVED to note the update."],
         ["A resolution does not begin with “RESOLVED that”, as others of this body do"]),
        ([f"{THAT} noted the update."],
         ["“noted” is in the past: resolutions say what is decided"]),
        (["RESOLVED that the ACP agreed the plan."],
         ["“agreed” is in the past: resolutions say what is decided"]),
        ([f"{THAT} note that it was agreed."], []),
        (["The update was noted."], ["A resolution does not say RESOLVED"]),
        (["RESOLVED that the date be noted."], []),
        ([f"{THAT}:", "note it; and", "agree it."], []),
        ([f"{THAT}:", "note it;", "agree it; and", "thank all."], []),
        ([f"{THAT}", "note it.", "agree it."],
         ["A resolution with clauses has no colon before them"]),
        ([f"{THAT}:", "Note it;", "agree it."],
         ["Some clauses begin with a capital and some do not"]),
        ([f"{THAT}:", "note it;", "ask.", "agree it."], ["The clauses end in different ways"]),
        ([f"{THAT}:", "note it;", "agree it"], ["The last clause has no full stop"]),
    ],
)  # fmt: skip
def test_resolutions_are_of_one_make(lines, expected) -> None:
    assert said(of_notes(items=(resolved(*lines),)), "CHK-11") == expected


def test_a_body_that_resolves_to_do_is_asked_for_that() -> None:
    body = a_body(resolution_shape=ResolutionShape.TO)
    meeting = a_meeting((resolved(f"{THAT} note it."),), state=MeetingState.DRAFT_NOTES)
    found = of_notes(record=a_record(meeting, bodies=(body,)))
    assert said(found, "CHK-11") == [
        "A resolution does not begin with “RESOLVED to”, as others of this body do"
    ]


@pytest.mark.parametrize(
    ("here", "inquorate", "found"), [(3, False, False), (2, False, True), (2, True, False)]
)
def test_a_quorum_that_was_not_there_is_asked_about(here, inquorate, found) -> None:
    rows = tuple(a_row(n, role=Role.MEMBER) for n in range(1, here + 1))
    what = said(of_notes(attendance=rows, inquorate=inquorate), "CHK-28")
    assert what == [f"{here} members are marked here, the quorum is 3"] * found


@pytest.mark.parametrize(
    ("kind", "left", "found"),
    [
        (InterestKind.PECUNIARY, False, 1),
        (InterestKind.PECUNIARY, True, 0),
        (InterestKind.OTHER, False, 0),
    ],
)
def test_a_pecuniary_interest_keeps_its_member_out(kind, left, found) -> None:
    person, item = a_person(1), an_item(1)
    told = Declaration(id=DeclarationId("d"), person_id=person.id, name="Mrs A Barden",
                       item_id=item.id, kind=kind, left_room=left)  # fmt: skip
    assert len(said(of_notes(items=(item,), declarations=(told,)), "CHK-28")) == found


def test_the_worst_comes_first() -> None:
    levels = [one.level for one in of_notes(items=(an_item(1, title=""), noted("It was noted")))]
    assert levels == sorted(levels, key=[Level.MUST, Level.LOOK, Level.INFO].index)
    assert len(set(levels)) == 2


@pytest.mark.parametrize(
    ("end", "blocks", "expected"),
    [
        (time(12), (a_block(),), []),
        (None, (a_block(),), ["The time it ended is not set"]),
        (time(12), (), ["Minute 1 is empty"]),
    ],
)
def test_a_meeting_ends_with_a_time_and_every_item_minuted(end, blocks, expected) -> None:
    meeting = a_meeting((an_item(1, blocks=blocks),), details=some_details(end=end))
    record = a_record(meeting)
    assert [one.what for one in guard(record, meeting, Event.END)] == expected
