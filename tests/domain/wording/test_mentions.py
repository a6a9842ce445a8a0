"""Whom a few letters mean, and which form of a name stands where."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.blocks import BOLD, plain
from kcsp_desktop.domain.people import listed
from kcsp_desktop.domain.wording.mentions import (
    Named,
    form,
    matching,
    nameable,
    occurrences,
    settled,
    spoken_order,
    typed_name,
)
from tests.builders import a_body, a_meeting, a_person, a_record, a_row


def a_named(name, short, full="", **fields):
    honorific, surname = short.split(" ", 1)
    return Named(person_id=name, honorific=honorific, surname=surname, short=short,
                 full=full or f"{short} (Head of {name}, ABC)", **fields)  # fmt: skip


QUELCH = a_named("q", "Mr Quelch")
QUAYLE = a_named("y", "Ms Quayle")
ODUYA = a_named("o", "Ms Oduya")
AWAY = a_named("w", "Mr Quist", here=False)
LISLE = a_named("l", "Cllr Thane-Lisle", "Cllr Thane-Lisle")
ALL = (AWAY, QUELCH, QUAYLE, ODUYA, LISLE)


@pytest.mark.parametrize(
    ("before", "typed"),
    [
        ("Mr Qu", "Mr Qu"),
        ("the Chair asked mr qu", "mr qu"),
        ("(Ms Od", "Ms Od"),
        ("Mr Q", ""),
        ("Mr Quelch ", ""),
        ("Mr Quelch said", "Mr Quelch said"),
        ("Summr Qu", ""),
        ("Mr 12", ""),
        ("Dep Chief Inspector Ha", "Chief Inspector Ha"),
    ],
)
def test_a_name_being_typed_is_a_title_and_two_letters(before, typed):
    assert typed_name(before) == typed


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Mr Qu", ["q", "y", "w"]),
        ("Ms Qu", ["y", "q", "w"]),
        ("ms od", ["o"]),
        ("Cllr Li", ["l"]),
        ("Mr Xy", []),
    ],
)
def test_people_in_the_room_come_first_and_then_who_has_that_title(typed, found):
    assert [one.person_id for one in matching(typed, ALL)] == found


def test_of_those_in_the_room_whoever_spoke_last_comes_first():
    names = (QUELCH, a_named("z", "Mr Quince"))
    assert [one.person_id for one in matching("Mr Qu", names, ("q", "z"))] == ["z", "q"]


def test_who_is_named_last_has_spoken_last():
    texts = ["Ms Oduya asked Mr Quelch.", "Ms Oduya agreed."]
    assert spoken_order(texts, ALL) == ("q", "o")


def test_a_name_inside_a_longer_word_is_no_mention():
    assert occurrences("Mr Quelchley and Mr Quelch's plan", ALL) == ((17, 26, QUELCH, False),)


def test_the_full_form_stands_at_the_first_mention():
    assert form(QUELCH, ["Ms Oduya spoke."]) == "Mr Quelch (Head of q, ABC)"
    assert form(QUELCH, ["Mr Quelch spoke."]) == "Mr Quelch"


FULL = "Mr Quelch (Head of q, ABC)"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Mr Quelch spoke.", f"{FULL} spoke."], [f"{FULL} spoke.", "Mr Quelch spoke."]),
        ([f"{FULL} and {FULL}."], [f"{FULL} and Mr Quelch."]),
        (["Mr Quelch spoke.", "Mr Quelch left."], ["Mr Quelch spoke.", "Mr Quelch left."]),
        (["Nobody."], ["Nobody."]),
    ],
    ids=["moved", "twice in one", "never in full", "not named"],
)
def test_forms_are_put_right_where_blocks_have_moved(texts, expected):
    found = settled([plain(text) for text in texts], ALL)
    assert [runs[0][0] for runs in found] == expected


def test_marks_stay_where_a_form_is_put_right():
    runs = (("So ", 0), ("Mr Quelch", BOLD), (" spoke.", 0))
    assert settled([runs, plain(FULL)], ALL) == (
        (("So ", 0), (FULL, BOLD), (" spoke.", 0)),
        plain("Mr Quelch"),
    )


@given(st.lists(st.sampled_from(["Mr Quelch", FULL, "Ms Oduya", " said ", "x"]), max_size=8))
def test_to_settle_twice_is_to_settle_once(words):
    once = settled([plain(" ".join(words[:4])), plain(" ".join(words[4:]))], ALL)
    assert settled(once, ALL) == once


def test_those_of_the_day_are_named_as_on_the_day_and_others_as_known():
    record = a_record()
    names = nameable(record, record.meetings[0])
    assert (names[0].short, names[0].full) == ("Mrs Barden", "Mrs Barden (Head of Wardens, ABC)")
    assert {one.here for one in names} == {True, False}


def test_two_of_one_name_are_told_apart_by_initials():
    one = a_person(1, surname="Hill", honorific="Mr", initials="P")
    two = a_person(2, surname="Hill", honorific="Mr", initials="T")
    rows = tuple(a_row(n, Capacity.PRESENT, name=listed(who)) for n, who in ((1, one), (2, two)))
    record = replace(a_record(a_meeting(attendance=rows)), people=(one, two))
    names = nameable(record, record.meetings[0])
    assert [who.short for who in names] == ["Mr P Hill", "Mr T Hill"]


def test_a_body_may_want_initials_at_the_first_mention():
    record = a_record(bodies=(a_body(mention_initials=True),))
    (quelch,) = [n for n in nameable(record, record.meetings[0]) if n.surname == "Quelch"]
    assert quelch.full.startswith("Mr P M Quelch (")
    assert occurrences(f"{quelch.full} left.", (quelch,)) == ((0, len(quelch.full), quelch, True),)
