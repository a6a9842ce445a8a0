"""Grants to the penny: what is left, what must go back, and what does not add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.entries import Grant, Project, ProjectState
from kcsp_desktop.domain.ids import EntryId
from kcsp_desktop.domain.registers.grants import pounds, totals, understood_pounds
from tests.builders import BODY


def a_grant(**fields):
    return Grant(id=EntryId("g"), body_id=BODY, year="2024/25", **fields)


def a_project(n, approved=0, **fields):
    return Project(
        id=EntryId(f"p{n}"),
        body_id=BODY,
        grant_id=EntryId("g"),
        name=f"Project {n}",
        approved=approved,
        **fields,
    )


def test_the_year_2024_25_returns_what_was_not_spent() -> None:
    ended = {"state": ProjectState.DELIVERED}
    projects = [a_project(n, 4_389_00, spent=4_389_00, **ended) for n in range(1, 9)]
    going_on = [*projects, a_project(9, 4_393_00, spent=4_393_00)]
    assert totals(a_grant(allocation=39_661_00), going_on).to_return == 0
    projects.append(a_project(9, 4_393_00, spent=4_393_00, **ended))
    found = totals(a_grant(allocation=39_661_00), projects)
    assert (found.approved, found.left, found.to_return) == (39_505_00, 156_00, 156_00)
    assert found.notes == ()


def test_the_year_2025_26_is_one_pound_short_and_says_so() -> None:
    grant = a_grant(allocation=39_661_00, upfront=26_440_00, tactical=13_220_00)
    assert totals(grant, ()).notes == (
        "Upfront and tactical pot come to £39,660, £1 less than the allocation.",
    )


@pytest.mark.parametrize(
    ("grant", "projects", "note"),
    [
        (a_grant(allocation=100), [a_project(1, 150)], "for £0.50 more than the allocation"),
        (
            a_grant(allocation=300, upfront=200, tactical=100),
            [a_project(1, 250)],
            "The upfront share of £2 is exceeded by £0.50.",
        ),
        (
            a_grant(allocation=300, upfront=200, tactical=100),
            [a_project(1, 101, from_tactical=True)],
            "The tactical pot of £1 is exceeded by £0.01.",
        ),
        (a_grant(allocation=900), [a_project(1, 200, spent=150, returned=51)], "Project 1: £0.01"),
        (a_grant(allocation=100, upfront=200), [], "£1 more than the allocation"),
    ],
)
def test_what_does_not_add_up_is_said(grant, projects, note) -> None:
    assert any(note in said for said in totals(grant, projects).notes)


def test_a_withdrawn_project_and_another_years_count_for_nothing() -> None:
    gone = a_project(1, 500, state=ProjectState.WITHDRAWN)
    other = Project(
        id=EntryId("x"), body_id=BODY, grant_id=EntryId("g2"), name="Other", approved=700
    )
    assert totals(a_grant(allocation=100), [gone, other]).approved == 0


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("£39,661", 39_661_00),
        ("39661.5", 39_661_50),
        ("£ 1,200.05", 1_200_05),
        ("39 661", 39_661_00),
        ("-£3", -3_00),
        ("0", 0),
        ("about £3", None),
        ("3,66", None),
        ("1.234", None),
        ("", None),
    ],
)
def test_an_amount_is_read(text, pence) -> None:
    assert understood_pounds(text) == pence


@given(st.integers(-(10**9), 10**9))
def test_what_is_printed_is_read_again(pence) -> None:
    assert understood_pounds(pounds(pence)) == pence
