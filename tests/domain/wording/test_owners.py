"""Who may owe an action, and what kind of owner words name."""

import pytest

from kcsp_desktop.domain.wording.owners import OwnerKind, known_owners, owner_kind
from tests.builders import a_record

K = OwnerKind


def test_those_in_the_room_are_offered_first_and_nobody_twice():
    record = a_record()
    owners = known_owners(record, record.meetings[0])
    assert owners[:2] == ("Mrs A Barden", "Mr P M Quelch")
    assert {"All members", "The Chair", "Alder Borough Council"} <= set(owners)
    assert len(set(owners)) == len(owners)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("", K.NOBODY),
        ("All members", K.ALL_MEMBERS),
        ("all partners", K.ALL_MEMBERS),
        ("The Chair", K.ROLE),
        ("clerk", K.ROLE),
        ("ABC", K.ORGANISATION),
        ("alder borough council", K.ORGANISATION),
        ("Wardens Working Group", K.SUB_GROUP),
        ("Mr Quelch", K.PERSON),
    ],
)
def test_words_name_a_kind_of_owner(words, kind):
    record = a_record()
    assert owner_kind(record, record.meetings[0], words) is kind
