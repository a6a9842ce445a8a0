"""Who was in the room, as it is printed (house-format 5)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kcsp_desktop.domain.attendance import (
    Capacity,
    Declaration,
    Quorum,
    apologies_names,
    chair_offered,
    here_at,
    in_printed_order,
    names_as,
    present_names,
    quorum,
    quorum_at,
    sentence,
    voters,
)
from kcsp_desktop.domain.body import Membership, Role
from kcsp_desktop.domain.ids import DeclarationId, ItemId, PersonId
from tests.builders import a_body, a_row

ROWS = (
    a_row(3, name="Ms S Oduya"),
    a_row(2, name="Mr P M Quelch, OBE", role=Role.VICE_CHAIR, capacity=Capacity.ONLINE),
    a_row(4, name="Cllr R Thane-Lisle", capacity=Capacity.SUBSTITUTE),
    a_row(1, name="Mrs A Barden", role=Role.CHAIR),
    a_row(5, name="Dr J van der Veld", capacity=Capacity.APOLOGIES),
)


def test_chair_and_vice_chair_come_first_with_the_words_of_the_body() -> None:
    expected = (
        "Mrs A Barden (Chairman)",
        "Mr P M Quelch, OBE (Vice-Chairman)",
        "Ms S Oduya",
        "Cllr R Thane-Lisle",
    )
    body = a_body(chair_word="Chairman", vice_chair_word="Vice-Chairman")
    assert expected == present_names(body, ROWS)


def test_members_keep_the_order_of_the_list() -> None:
    assert [row.person_id[-1] for row in in_printed_order(ROWS)] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), ""),
        (("Widden",), "Widden."),
        (("Mr Rivers", "Widden"), "Mr Rivers and Widden."),
        (("Mr P Hill, OBE", "Mr Rivers", "Widden"), "Mr P Hill, OBE, Mr Rivers and Widden."),
    ],
)
def test_names_are_joined_with_and_and_a_full_stop(names, expected) -> None:
    assert expected == sentence(names)


def test_officers_are_printed_with_their_posts() -> None:
    rows = (
        a_row(1, Capacity.IN_ATTENDANCE, name="Mrs A Barden", post="Clerk"),
        a_row(2, Capacity.IN_ATTENDANCE, name="Mr P M Quelch"),
        a_row(3, Capacity.ALSO_PRESENT, name="Ms S Oduya"),
    )
    assert names_as(Capacity.IN_ATTENDANCE, rows) == ("Mrs A Barden (Clerk)", "Mr P M Quelch")


def test_the_quorum_counts_members_who_are_here_and_nobody_else() -> None:
    others = (a_row(6, role=Role.ADVISER), a_row(7, role=Role.OFFICER))
    assert quorum(a_body(quorum=4), (*ROWS, *others)) == Quorum(here=4, needed=4)


@pytest.mark.parametrize(
    ("here", "needed", "met"), [(2, 3, False), (3, 3, True), (4, 3, True), (0, 0, True)]
)
def test_a_quorum_is_met_when_enough_are_here(here: int, needed: int, met: bool) -> None:
    assert Quorum(here=here, needed=needed).met is met


AWAY = replace(ROWS[3], capacity=Capacity.APOLOGIES)


@pytest.mark.parametrize(
    ("rows", "presided_by", "expected"),
    [
        (ROWS, None, "Mrs A Barden (Chair), Mr P M Quelch, OBE (Vice-Chair)"),
        (ROWS, "person-1", "Mrs A Barden (Chair), Mr P M Quelch, OBE (Vice-Chair)"),
        ((AWAY, *ROWS[:3]), "person-2", "Mr P M Quelch, OBE (Vice-Chair, in the Chair)"),
        ((AWAY, *ROWS[:3]), "person-4", "Cllr R Thane-Lisle (in the Chair), Mr P M Quelch, OBE"),
        (ROWS, "person-3", "Mrs A Barden (Chair), Ms S Oduya (in the Chair), Mr P M Quelch, OBE"),
    ],
)
def test_who_presided_is_printed_where_it_was_not_the_chair(rows, presided_by, expected) -> None:
    assert ", ".join(present_names(a_body(), rows, presided_by)).startswith(expected)


def test_the_vice_chair_is_offered_only_where_the_chair_is_not_here() -> None:
    assert chair_offered(ROWS) is None
    assert chair_offered((AWAY, *ROWS[:3])) == ROWS[1]
    assert chair_offered((AWAY, ROWS[0])) is None


def test_apologies_name_the_substitute() -> None:
    instead = replace(ROWS[2], substitute_for=ROWS[4].person_id)
    assert apologies_names((*ROWS[:2], instead, ROWS[4], AWAY)) == (
        "Mrs A Barden",
        "Dr J van der Veld (substitute: Cllr R Thane-Lisle)",
    )


ITEMS = (ItemId("a"), ItemId("b"), ItemId("c"))
LATE, EARLY = {"arrived_item": ItemId("b")}, {"left_item": ItemId("b")}


@pytest.mark.parametrize(
    ("noted", "here"),
    [
        ({}, "abc."),
        (LATE, "bc."),
        (EARLY, "a"),
        ({"left": "10.41"}, "abc"),
        ({"arrived_item": ItemId("a"), "left_item": ItemId("c")}, "ab"),
        ({"arrived_item": ItemId("c"), "left_item": ItemId("b")}, "ac."),
        (LATE | EARLY | {"arrived": "10.30", "left": "10.20"}, "abc."),
        (LATE | EARLY | {"arrived": "10.20", "left": "10.30"}, ""),
        ({"arrived_item": ItemId("gone")}, "abc."),
        ({"capacity": Capacity.APOLOGIES}, ""),
    ],
)
def test_who_came_and_went_is_here_from_item_to_item(noted, here) -> None:
    row = replace(a_row(1), **noted)
    found = [item for item in ITEMS if here_at(row, ITEMS, item)]
    assert "".join(found) + ("." if here_at(row, ITEMS) else "") == here


def test_the_quorum_is_counted_at_every_item() -> None:
    rows = (a_row(1), a_row(2, arrived_item=ITEMS[1]), a_row(3, left_item=ITEMS[2]))
    body = a_body(quorum=3)
    counted = [quorum_at(body, rows, ITEMS, item).here for item in (*ITEMS, None)]
    assert counted == [2, 3, 2, 2]


def test_who_left_the_room_for_an_interest_is_not_counted_at_that_item() -> None:
    declared = Declaration(
        id=DeclarationId("d"),
        person_id=PersonId("person-1"),
        name="Mrs A Barden",
        item_id=ITEMS[1],
        left_room=True,
    )
    rows = (a_row(1), a_row(2))
    counted = [quorum_at(a_body(), rows, ITEMS, item, (declared,)).here for item in ITEMS]
    assert counted == [2, 1, 2]


def test_who_may_vote_is_a_voting_member_or_their_substitute() -> None:
    members = (
        Membership(person_id=PersonId("person-1")),
        Membership(person_id=PersonId("person-2"), voting=False),
        Membership(person_id=PersonId("person-3"), ends="2020-01-01", voting=False),
    )
    rows = (
        *(a_row(n) for n in (1, 2, 3)),
        a_row(4, Capacity.SUBSTITUTE, substitute_for=PersonId("person-2")),
        a_row(5, role=Role.OFFICER),
        a_row(6, Capacity.APOLOGIES),
    )
    found = voters(a_body(members=members), rows, "2026-03-12")
    assert [row.person_id[-1] for row in found] == ["1", "3"]
