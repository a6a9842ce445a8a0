"""To whom a letter about an action goes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kcsp_desktop.domain.wording.addressees import addressees, owner_key
from tests.builders import a_person, a_record


@pytest.mark.parametrize(
    ("owner", "key"),
    [
        ("The Clerk", "clerk"),
        ("  Mr   Quelch ", "mr quelch"),
        ("Mr Quelch (Head of Wardens, ABC)", "mr quelch"),
        ("Theodora", "theodora"),
        ("", ""),
    ],
)
def test_owners_are_compared_without_case_article_and_post(owner, key) -> None:
    assert owner_key(owner) == key


@pytest.mark.parametrize(
    "owner",
    ["Mr P M Quelch, OBE", "Mr P M Quelch", "Mr Quelch", "the mr quelch", "Peter Quelch"],
)
def test_each_form_of_a_name_finds_the_person(owner) -> None:
    person = a_person(2, forename="Peter", post_nominals="OBE", email=" q@abc.example ")
    found = addressees(a_record(people=(person,)))[owner_key(owner)]
    assert (found.name, found.email) == ("Mr P M Quelch, OBE", "q@abc.example")


def test_a_form_of_two_people_is_nobody_s() -> None:
    one = a_person(2, email="q@abc.example")
    known = addressees(a_record(people=(one, replace(one, id="x", initials="Z"))))
    assert owner_key("Mr Quelch") not in known
    assert known[owner_key("Mr Z Quelch")].email == "q@abc.example"


def test_organisations_bodies_and_offices_are_known_without_an_address() -> None:
    known = addressees(a_record())
    for name in ("ABC", "Alder Borough Council", "ACP", "The Chair", "All members", "the Clerk"):
        assert known[owner_key(name)].email == ""
    assert owner_key("The family of K") not in known
