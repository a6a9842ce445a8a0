"""Who was in the room, as it is printed (house-format 5)."""

from __future__ import annotations

import pytest

from kcsp_desktop.domain.attendance import (
    Capacity,
    Quorum,
    in_printed_order,
    names_as,
    present_names,
    quorum,
    sentence,
)
from kcsp_desktop.domain.body import Role
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
