"""Cards of people: read as address books write them, and the same again when written."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.documents.lists.people_vcard import as_cards, write_cards
from kcsp_desktop.domain.people import Person, Post, listed
from kcsp_desktop.importing.people_found import Brought
from kcsp_desktop.importing.people_vcard import understood
from kcsp_desktop.importing.tables import read_text
from tests.builders import a_person, an_organisation, fresh_ids

ABC = an_organisation(1)
QUELCH = a_person(2, email="q@example.org", phone="+44 3000", organisation_id=ABC.id)


def card(*lines, version="3.0"):
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


def brought(text, people=(), organisations=(ABC,)):
    return understood(text, people, organisations, fresh_ids())


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("N:Hill;Peter;M;Mr;OBE", "FN:Peter Hill"), "Mr M Hill, OBE"),
        (("N:Hill;Peter;;Mr;", "FN:Peter Hill"), "Mr Peter Hill"),
        (("N:Hill;P M;;Mr;", "FN:x"), "Mr P M Hill"),
        (("N:van der Veld;J;;Dr;", "FN:x"), "Dr J van der Veld"),
        (("FN:Supt C Bell",), "Supt C Bell"),
        (("N:;;;;", "FN:Supt C Bell"), "Supt C Bell"),
    ],
)
def test_a_name_is_read_from_its_parts_or_from_its_line(lines, expected):
    found = brought(card(*lines))
    assert [listed(one) for one in found.new] == [expected]


def test_a_forename_behind_initials_is_kept():
    person = brought(card("N:Hill;Peter;M;Mr;", "FN:x")).new[0]
    assert (person.forename, person.initials) == ("Peter", "M")


def test_organisation_post_and_addresses_come_with_it():
    person = brought(
        card("N:Hill;P;;Mr;", "FN:x", "ORG:Alder Borough Council;Wardens", "TITLE:Head of Wardens",
             "EMAIL;TYPE=INTERNET:p@example.org", "TEL;TYPE=WORK:03000 1")
    ).new[0]  # fmt: skip
    assert person.organisation_id == ABC.id
    assert person.posts == (Post(title="Head of Wardens", organisation="ABC"),)
    assert (person.email, person.phone) == ("p@example.org", "03000 1")


def test_another_title_is_a_new_post_and_the_former_stays():
    text = card(f"UID:{QUELCH.id}", "N:Quelch;P M;;Mr;", "FN:x", "TITLE:Clerk")
    ((_, after),) = brought(text, (QUELCH,)).changed
    assert after.posts == (Post(title="Clerk"), *QUELCH.posts)


def test_several_cards_and_new_organisations():
    text = card("FN:Mr A Hill", "ORG:Birch Police") + card("FN:Ms B Hill", "ORG:Birch Police")
    found = brought(text)
    assert len(found.new) == 2
    assert [one.name for one in found.organisations] == ["Birch Police"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name\nMr P Hill\n", "Card 1: it is damaged"),
        (card("FN:Mr A Hill") + card("EMAIL:x@example.org"), "Card 2: the surname is needed."),
        (card("FN:Mr A Hill")[:-12], "Card 1: it is damaged"),
        ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "The file holds no vCards"),
    ],
)
def test_a_wrong_card_is_named_and_nothing_comes_in(text, said):
    found = brought(text)
    assert found.wrong[0].startswith(said)
    assert found == Brought(wrong=found.wrong)


def test_an_empty_file_brings_nobody():
    assert brought("\n") == Brought()


def test_a_file_is_written_and_read(tmp_path):
    path, sentence = write_cards(tmp_path / "people.vcf", (QUELCH,), (ABC,))
    assert sentence == ""
    assert brought(read_text(path), (QUELCH,)).same == 1


# --- laws --------------------------------------------------------------------------------------

LETTERS = st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"))
CLEAN = st.text(LETTERS, max_size=12).map(lambda text: " ".join(text.split()))
NEEDED = CLEAN.filter(bool)
GIVEN = st.sampled_from(
    [("", ""), ("P", ""), ("P M", ""), ("", "Ada"), ("M", "Peter"), ("", "Ada Mary")]
)


@st.composite
def persons(draw):
    initials, forename = draw(GIVEN)
    titles = draw(st.lists(NEEDED, max_size=1))
    return Person(
        id=draw(st.uuids().map(str)),
        honorific=draw(CLEAN),
        initials=initials,
        forename=forename,
        surname=draw(NEEDED),
        post_nominals=draw(CLEAN),
        organisation_id=draw(st.sampled_from([None, ABC.id])),
        posts=tuple(Post(title=title, organisation="x") for title in titles),
        email=draw(st.sampled_from(["", "a@example.org"])),
        phone=draw(CLEAN),
    )


PEOPLE = st.lists(persons(), max_size=4, unique_by=lambda one: one.id).map(tuple)


@given(PEOPLE)
def test_what_is_written_changes_nothing_where_it_came_from(people):
    found = brought(as_cards(people, (ABC,)), people)
    assert found == (Brought(same=len(people)))


@given(persons())
def test_what_is_written_is_read_back_on_another_computer(person):
    (found,) = brought(as_cards((person,), (ABC,))).new
    short = "ABC" if person.organisation_id else ""
    posts = tuple(replace(post, organisation=short) for post in person.posts)
    assert found == replace(person, posts=posts)
