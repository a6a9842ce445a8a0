"""The Organisations page, worked by key."""

import pytest

from kcsp_desktop.domain.people import Organisation, OrganisationKind
from kcsp_desktop.domain.record import Record
from tests.builders import a_person, a_record, an_organisation
from tests.ui.pressing import Shown, focused

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def shown(qtbot):
    """Return the page with Alder Borough Council, to which one person belongs."""
    people = (a_person(1, organisation_id=an_organisation(1).id),)
    record = a_record(people=people, bodies=(), meetings=())
    return Shown(qtbot, "organisations", record)


def test_ins_adds_an_organisation_with_its_kind(shown):
    shown.press("Ins", "Birch Police", "Tab", "BP", "Tab", "p", "Tab", "Space", "Enter")
    made = shown.record.organisations[-1]
    assert made == Organisation(
        id=made.id, name="Birch Police", short_name="BP", kind=OrganisationKind.POLICE,
        responsible=True,
    )  # fmt: skip
    assert shown.page.table.current_key() == made.id
    shown.undo()
    assert len(shown.record.organisations) == 1


def test_enter_edits_and_the_list_says_what_it_is(shown):
    shown.press("Enter", "Tab", "Tab", "d", "Tab", "Space", "Enter")
    row = shown.page.model.row(0)
    assert [cell.text for cell in row.cells] == [
        "Alder Borough Council", "ABC", "District or borough council", "Yes", "1",
    ]  # fmt: skip
    assert "responsible authority" in row.spoken


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("Enter",), "The name is needed."),
        (("abc", "Enter"), "There is an organisation called abc already."),
        (("Birch", "Tab", "Abc", "Enter"), "There is an organisation called Abc already."),
    ],
)
def test_a_name_is_one_organisations_alone(shown, keys, said):
    shown.press("Ins", *keys)
    assert shown.child("organisationDialog").wrong() == said
    shown.press("Esc")
    assert len(shown.record.organisations) == 1


def test_one_with_people_is_kept_and_one_without_goes(shown):
    shown.press("Del")
    assert shown.refusals[0].startswith("People belong to Alder Borough Council.")
    shown.press("Ins", "Birch Police", "Enter", "Del")
    assert shown.notices[0][1] == "Deleted Birch Police."
    assert [one.name for one in shown.record.organisations] == ["Alder Borough Council"]


def test_nothing_changed_is_no_edit(shown):
    shown.press("Enter", "Enter")
    assert not shown.workspace.undo_stack.canUndo()


def test_an_empty_page_offers_the_first(qtbot):
    shown = Shown(qtbot, "organisations", Record())
    assert focused().objectName() == "organisationsFirst"
    shown.press("Space", "Birch Police", "Enter")
    assert focused() is shown.page.table
    shown.undo()
    assert shown.record.organisations == ()
