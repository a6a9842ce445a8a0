"""The actions of a meeting behind its notes, where the body wants them (house-format 5)."""

from __future__ import annotations

import pytest

from kcsp_desktop import paths
from kcsp_desktop.documents.parts import Table
from kcsp_desktop.documents.record import notes
from kcsp_desktop.documents.word import word_bytes, write_notes
from kcsp_desktop.domain.actions import ActionState, Due, DueKind, Update
from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.ids import ItemId
from tests.builders import a_body, a_meeting, a_record, an_action, an_item
from tests.documents.checker import faults

PUBLIC, MEMBERS = Audience.PUBLIC, Audience.RESTRICTED
ACTIONS = (
    an_action(1, due=Due(kind=DueKind.DATE, words="by the end of July", date="2026-07-31")),
    an_action(2, text="Count hedges", owner="", due=Due(kind=DueKind.NEXT_MEETING)),
    an_action(3, text="Hush", visibility=Visibility.RESTRICTED),
    an_action(4, text="Visit the family", item_id=ItemId("item-2"), block_id=None),
)


def made_of(audience, actions=ACTIONS, *, annexed=True):
    meeting = a_meeting((an_item(1), an_item(2, "D")), actions=actions)
    record = a_record(meeting, bodies=(a_body(annex_actions=annexed),))
    return edition(record, meeting, audience)


def rows(made):
    return [part.rows for part in notes(made).parts if isinstance(part, Table)]


def test_members_have_all_that_they_may_see_with_where_it_was_agreed():
    assert rows(made_of(MEMBERS)) == [
        (
            ("1", "Send the wardens' plan", "Mr Quelch", "By the end of July"),
            ("1", "Count hedges", "Nobody yet", "At the next meeting"),
            ("1 (restricted)", "Hush", "Mr Quelch", "No date"),
            ("2 (restricted)", "Visit the family", "Mr Quelch", "No date"),
        )
    ]
    assert [part.text for part in notes(made_of(MEMBERS)).parts][-2] == "ACTIONS"


def test_the_public_has_what_is_public():
    ((first, second),) = rows(made_of(PUBLIC))
    assert (first[1], second[1]) == ("Send the wardens' plan", "Count hedges")
    assert "Hush" not in "".join(part.text for part in notes(made_of(PUBLIC)).parts)


@pytest.mark.parametrize(("actions", "annexed"), [((), True), (ACTIONS, False)])
def test_without_actions_or_where_it_is_not_wanted_there_is_no_annex(actions, annexed):
    assert rows(made_of(MEMBERS, actions, annexed=annexed)) == []


def test_how_an_action_went_on_changes_no_byte():
    template = paths.notes_template()
    done = {"state": ActionState.DONE, "closed_on": "2026-08-01", "note": "Sent.",
            "updates": (Update(day="2026-07-09", text="Half done."),)}  # fmt: skip
    before = word_bytes(notes(made_of(MEMBERS, (an_action(1),))), template)
    after = word_bytes(notes(made_of(MEMBERS, (an_action(1, **done),))), template)
    assert before == after


def test_the_word_file_is_whole(tmp_path):
    path, _ = write_notes(made_of(MEMBERS), tmp_path / "notes.docx", paths.notes_template())
    assert faults(path) == []
