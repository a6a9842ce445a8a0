"""A table of people: read, told where it is wrong, and the same again when written."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.documents.lists.people_csv import as_table, write_table
from kcsp_desktop.domain.people import Organisation, Person, Post, listed
from kcsp_desktop.importing.people_csv import understood
from kcsp_desktop.importing.people_found import Brought, change_words
from kcsp_desktop.importing.tables import read_text
from tests.builders import a_person, an_organisation, fresh_ids

ABC = an_organisation(1)  # Alder Borough Council (ABC)
QUELCH = a_person(2, email="q@example.org", organisation_id=ABC.id)


def brought(text, people=(), organisations=(ABC,)):
    return understood(text, people, organisations, fresh_ids())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("surname\nHill\n", "Hill"),
        ('name\n"Mr P M Hill, OBE"\n', "Mr P M Hill, OBE"),
        ("Title;Initials;Surname\nMr;P M;Hill\n", "Mr P M Hill"),
        ("\ntitle,first name,last name,letters\n\nMs,Ada,Hill,CBE,,\n", "Ms Ada Hill, CBE"),
        ("name,surname\nMr P Hill Smith,Hill Smith\n", "Mr P Hill Smith"),
    ],
)
def test_a_name_is_read_from_one_column_or_from_its_parts(text, expected):
    found = brought(text)
    assert [listed(one) for one in found.new] == [expected]
    assert (found.wrong, found.changed) == ((), ())


def test_posts_have_dates_as_people_type_them():
    text = (
        "name,post,post for,post from,post to,post 2\n"
        "Mr P Hill,Head of Wardens,ABC,1/9/2023,,Clerk\n"
    )
    assert brought(text).new[0].posts == (
        Post(title="Head of Wardens", organisation="ABC", begins="2023-09-01"),
        Post(title="Clerk"),
    )


def test_an_organisation_is_known_by_either_name_and_a_new_one_comes_once():
    text = (
        "name,organisation\nMr A,abc\nMr B,Alder Borough Council\n"
        "Mr C,Birch Police (BP)\nMr D,Birch Police\n"
    )
    found = brought(text)
    assert [one.organisation_id for one in found.new[:2]] == [ABC.id, ABC.id]
    (made,) = found.organisations
    assert (made.name, made.short_name) == ("Birch Police", "BP")
    assert [one.organisation_id for one in found.new[2:]] == [made.id, made.id]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,shoe size\nMr P Hill,9", "Line 1: there is no column “shoe size”."),
        ("phone\n1", "Line 1: a column “surname” or “name” is needed."),
        ("name,name\nA,B", "Line 1: a column stands there twice."),
        ("surname,title\n,Mr", "Line 2: the surname is needed."),
        ("name\nMr P Hill,x", "Line 2: it has more cells than there are heads."),
        ("name,e-mail\nMr P Hill,hill", "Line 2: “hill” is no e-mail address."),
        ("name,post,post from\nMr P Hill,Clerk,soon", "Line 2: “soon” is no date."),
        ("name,post from\nMr P Hill,2020-01-01", "Line 2: a post is needed for “2020-01-01”."),
        (
            "name,post,post from,post to\nMr P Hill,Clerk,2021-01-01,2020-01-01",
            "Line 2: “Clerk” ends before it begins.",
        ),
        ('name\n"Mr P Hill', "The file is not a table"),
    ],
)
def test_a_wrong_line_is_named_and_nothing_comes_in(text, said):
    found = brought(text)
    assert found.wrong[0].startswith(said)
    assert found == Brought(wrong=found.wrong)


def test_one_wrong_line_keeps_all_others_out():
    found = brought("name,e-mail\nMs L Tran,l@example.org\nMr P Hill,hill\n")
    assert found == Brought(wrong=("Line 3: “hill” is no e-mail address.",))


def test_somebody_who_is_there_is_changed_and_nothing_known_is_lost():
    text = "name,e-mail,phone,post\nmr p m quelch,,03000 1,Clerk\n"
    ((before, after),) = brought(text, (QUELCH,)).changed
    assert before == QUELCH
    assert after.email == QUELCH.email
    assert after.phone == "03000 1"
    assert after.posts == (Post(title="Clerk"), *QUELCH.posts)


def test_a_name_changed_in_the_table_is_known_by_its_reference():
    table = as_table((QUELCH,), (ABC,)).replace("Quelch", "Quelsh")
    ((before, after),) = brought(table, (QUELCH,)).changed
    assert (before, after) == (QUELCH, replace(QUELCH, surname="Quelsh"))
    assert change_words(before, after) == (
        "Mr P M Quelch: name Mr P M Quelch becomes Mr P M Quelsh"
    )


def test_two_of_one_name_are_told_apart_by_reference_only():
    two = (QUELCH, replace(QUELCH, id="person-7"))
    assert brought("name\nMr P M Quelch\n", two).wrong[0].startswith("Line 2: Mr P M Quelch")
    assert brought("name,reference\nMr P M Quelch,person-7\n", two).same == 1


def test_who_stands_there_twice_is_taken_once_and_told():
    found = brought("name\nMr P Hill\nMr P Hill\n")
    assert len(found.new) == 1
    assert found.passed_over == ("Line 3: Mr P Hill stands on line 2 already.",)


@pytest.mark.parametrize("text", ["", "\n", ",,\n", "name\n"])
def test_a_table_of_nobody_brings_nobody(text):
    assert brought(text) == Brought()


# --- laws --------------------------------------------------------------------------------------

CLEAN = (
    st.text(st.characters(codec="utf-8"), max_size=12)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: not text.startswith("'"))
)
ODD = st.sampled_from("=+-@';,\"").flatmap(lambda sign: CLEAN.map(lambda text: f"{sign}{text}x"))
WORDS = CLEAN | ODD
NEEDED = WORDS.filter(bool)
DAY = st.just("") | st.dates().map(lambda day: day.isoformat())
POSTS = st.builds(Post, title=NEEDED, organisation=WORDS, begins=DAY, ends=st.just(""))
PEOPLE = st.lists(
    st.builds(
        Person,
        id=st.uuids().map(str),
        honorific=WORDS,
        initials=WORDS,
        surname=NEEDED,
        forename=WORDS,
        post_nominals=WORDS,
        organisation_id=st.sampled_from([None, "o1", "o2"]),
        posts=st.lists(POSTS, max_size=3, unique_by=lambda one: one.title.casefold()).map(tuple),
        email=st.just("") | NEEDED.map(lambda text: f"{text}@x"),
        phone=WORDS,
        spellings=st.lists(
            NEEDED.filter(lambda text: ";" not in text), max_size=2, unique=True
        ).map(tuple),
    ),
    max_size=5,
    unique_by=lambda one: one.id,
).map(tuple)
SENDERS = (
    Organisation(id="o1", name="Birch Police", short_name="BP"),
    Organisation(id="o2", name="=1+1"),
)


@given(PEOPLE)
def test_what_is_written_is_read_back_on_another_computer(people):
    found = understood(as_table(people, SENDERS), (), SENDERS, fresh_ids())
    assert found.wrong == ()
    names = {listed(replace(one, post_nominals="")).casefold() for one in people}
    if len(names) == len(people):
        assert found == Brought(new=people)


@given(PEOPLE)
def test_what_is_written_changes_nothing_where_it_came_from(people):
    found = understood(as_table(people, SENDERS), people, SENDERS, fresh_ids())
    assert found == Brought(same=len(people))


@given(PEOPLE)
def test_no_cell_that_is_written_is_a_formula(people):
    for cells in csv.reader(io.StringIO(as_table(people, SENDERS), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


def test_a_file_is_written_and_read_with_its_mark(tmp_path):
    path, sentence = write_table(tmp_path / "people.csv", (QUELCH,), (ABC,))
    assert sentence == ""
    assert path.read_bytes().startswith(b"\xef\xbb\xbftitle,initials")
    assert brought(read_text(path), (QUELCH,)).same == 1


def test_the_columns_are_documented():
    text = (Path(__file__).parents[2] / "docs" / "people.md").read_text(encoding="utf-8")
    table = as_table((a_person(1, posts=(Post(title="x"),) * 2),), ())
    written = set(table.splitlines()[0].split(","))
    assert written <= set(re.findall(r"`([^`]+)`", text))
