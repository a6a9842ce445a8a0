"""Names as lists print them, and as people type them (house-format 4 and 5)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.ids import PersonId
from kcsp_desktop.domain.people import HONORIFICS, Person, Post, first_mention, listed, short
from kcsp_desktop.domain.people import understood as read
from tests.builders import a_person


def from_name(name: str) -> Person:
    return Person(id=PersonId("p"), **read(name))


@pytest.mark.parametrize(
    ("name", "honorific", "initials", "forename", "surname", "nominals"),
    [
        ("Mr P M Hill, OBE", "Mr", "P M", "", "Hill", "OBE"),
        ("Mr Rivers", "Mr", "", "", "Rivers", ""),
        ("Matthew Burbeck", "", "", "Matthew", "Burbeck", ""),
        ("Widden", "", "", "", "Widden", ""),
        ("Cllr S Mochrie-Cox", "Cllr", "S", "", "Mochrie-Cox", ""),
        ("Supt P Steenhuis", "Supt", "P", "", "Steenhuis", ""),
        ("Ms S Danesteh-Pour", "Ms", "S", "", "Danesteh-Pour", ""),
        ("Ms Alison Oates", "Ms", "", "Alison", "Oates", ""),
        ("Chief Inspector L Connor", "Chief Inspector", "L", "", "Connor", ""),
        ("Detective Chief Inspector Loose", "Detective Chief Inspector", "", "", "Loose", ""),
        ("van der Berg", "", "", "", "van der Berg", ""),
        ("Dr J van der Berg", "Dr", "J", "", "van der Berg", ""),
        ("Mr P Hill, OBE, DL", "Mr", "P", "", "Hill", "OBE, DL"),
        ("Peter M Hill", "", "", "Peter M", "Hill", ""),
        ("Mr. P.M. Hill", "Mr", "P M", "", "Hill", ""),
        ("  Mr  J   Rabey ", "Mr", "J", "", "Rabey", ""),
        ("Mr", "", "", "", "Mr", ""),
        ("", "", "", "", "", ""),
    ],
)
def test_a_name_is_read_as_people_write_it(
    name, honorific, initials, forename, surname, nominals
) -> None:
    expected = {
        "honorific": honorific,
        "initials": initials,
        "forename": forename,
        "surname": surname,
        "post_nominals": nominals,
    }
    assert expected == read(name)


@pytest.mark.parametrize(
    "name",
    [
        "Mr P M Hill, OBE", "Mr Rivers", "Matthew Burbeck", "Widden", "Cllr S Mochrie-Cox",
        "Supt P Steenhuis", "Ms S Danesteh-Pour", "Chief Inspector L Connor", "DCI M Loose",
        "Detective Inspector Ross", "Mr A de Souza", "Ms D O'Brien", "Mr J Smith, MBE",
    ],
)  # fmt: skip
def test_a_listed_name_comes_back_as_it_was_printed(name: str) -> None:
    assert name == listed(from_name(name))


capital = st.sampled_from("ABCDEFGHJKLMNOPRSTWÉØ")
word = st.builds(
    lambda first, rest: first + rest, capital, st.text("abcdefghijklé'-", min_size=2, max_size=8)
)
surname = st.builds(
    lambda prefix, rest: prefix + rest,
    st.sampled_from(["", "van ", "van der ", "de la ", "Mac"]),
    word,
)
middle = st.one_of(
    st.just(""), word, st.lists(capital, min_size=1, max_size=3).map(" ".join), capital
)


@given(
    honorific=st.sampled_from(["", *HONORIFICS]),
    middle=middle,
    surname=surname,
    nominals=st.sampled_from(["", ", OBE", ", CBE, DL"]),
)
def test_any_name_of_a_list_is_understood_and_printed_again(
    honorific, middle, surname, nominals
) -> None:
    name = " ".join(part for part in (honorific, middle, surname) if part) + nominals
    assert name == listed(from_name(name))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mr P M Hill, OBE", "Mr Hill"),
        ("Supt P Steenhuis", "Supt Steenhuis"),
        ("Matthew Burbeck", "Matthew Burbeck"),
        ("J Rabey", "J Rabey"),
        ("Widden", "Widden"),
    ],
)
def test_a_later_mention_is_title_and_surname(name: str, expected: str) -> None:
    assert expected == short(from_name(name))


def test_the_first_mention_gives_the_post() -> None:
    person = a_person(2)
    assert first_mention(person) == "Mr Quelch (Head of Wardens, ABC)"
    assert first_mention(person, initials=True) == "Mr P M Quelch (Head of Wardens, ABC)"


def test_a_person_without_a_post_is_mentioned_by_name_alone() -> None:
    assert first_mention(a_person(2, posts=())) == "Mr Quelch"
    assert a_person(posts=()).post == ""


def test_a_post_without_an_organisation_stands_alone() -> None:
    assert Post(title="Clerk").printed == "Clerk"
