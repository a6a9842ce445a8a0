"""The record's own names are right, and offered where one was meant."""

import datetime

import pytest

from kcsp_desktop.domain.body import Body
from kcsp_desktop.domain.ids import BodyId, ItemId, MeetingId, OrganisationId, PersonId, SectionId
from kcsp_desktop.domain.meeting import AgendaItem, Details, Meeting
from kcsp_desktop.domain.people import Organisation, Person, Post
from kcsp_desktop.domain.record import Record
from kcsp_desktop.domain.spelling.known import is_known, known_names, near

RECORD = Record(
    bodies=(Body(id=BodyId("b"), name="Wexmoor Partnership", short_name="WexP"),),
    organisations=(Organisation(id=OrganisationId("o"), name="Tarnfold Council"),),
    people=(
        Person(
            id=PersonId("p"),
            honorific="Mr",
            surname="O\u2019Quinlan",
            posts=(Post(title="Foo lead"),),
        ),
    ),
)
MEETING = Meeting(
    id=MeetingId("m"),
    body_id=BodyId("b"),
    details=Details(date=datetime.date(2026, 7, 9), venue="Skelbrook Hall"),
    items=(
        AgendaItem(
            id=ItemId("i"),
            section_id=SectionId("s"),
            title="Comitee report on the CoastNet and MARACs",
            presenter="Dr Zemblan",
        ),
    ),
)


def test_names_come_from_people_organisations_and_bodies():
    wanted = {"O'Quinlan", "Tarnfold", "Wexmoor", "WexP", "Foo"}
    assert wanted <= known_names(RECORD)
    assert "lead" not in known_names(RECORD)


def test_a_meeting_adds_its_venue_presenters_and_the_acronyms_of_titles():
    new = known_names(RECORD, MEETING) - known_names(RECORD)
    assert new == {"Skelbrook", "Hall", "Dr", "Zemblan", "CoastNet"}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Wexmoor", True), ("WEXMOOR", True), ("wexmoor", False), ("Wexmor", False),
        ("wellbeing", True), ("Wellbeing", True), ("WELLBEING", True),
    ],
)  # fmt: skip
def test_a_name_needs_its_capital_a_word_of_the_bodys_own_does_not(word, expected):
    assert is_known(word, known_names(RECORD) | {"wellbeing"}) is expected


@pytest.mark.parametrize(
    ("word", "expected"), [("Tarnfould", ("Tarnfold",)), ("tarnfould", ()), ("Borough", ())]
)
def test_a_name_is_offered_for_a_word_near_it(word, expected):
    assert near(word, known_names(RECORD)) == expected
