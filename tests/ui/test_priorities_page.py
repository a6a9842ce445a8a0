"""The Priorities page, worked by key."""

from datetime import datetime

import pytest

from kcsp_desktop.domain.entries import Tag, TagKind
from kcsp_desktop.domain.ids import EntryId
from tests.builders import BODY, a_meeting, a_record, an_action, an_item
from tests.ui.pressing import Shown, focused

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ROADS = Tag(id=EntryId("roads"), body_id=BODY, name="Road Safety", lead="Head of Wardens, ABC")
EARLY = Tag(id=EntryId("early"), body_id=BODY, name="Early help", kind=TagKind.THEME, ends=2025)


def opened(qtbot, *entries):
    held = a_meeting((an_item(1, tags=(ROADS.id,)),), actions=(an_action(1),))
    shown = Shown(qtbot, "priorities", a_record(held, entries=entries))
    shown.workspace.now = lambda: datetime(2026, 7, 10).astimezone()
    shown.page.open(None)
    shown.page.focus_first()
    return shown


def cells(shown):
    model = shown.page.model
    return [[cell.text for cell in model.row(n).cells] for n in range(model.rowCount())]


def test_a_year_shows_what_was_done_about_each_priority(qtbot):
    shown = opened(qtbot, ROADS, EARLY)
    assert cells(shown) == [
        ["Priorities"],
        ["Road Safety", "Head of Wardens, ABC", "always", "1", "1", "1", "1, 1 open"],
    ]
    assert shown.page.facts() == ("1 in 2026",)


def test_ins_adds_one_with_lead_and_years(qtbot):
    shown = opened(qtbot, ROADS)
    shown.press("Ins", "Rivers", "Tab", "Tab", "Mr Quelch", "Tab", "2025 to 2028", "Enter")
    new = shown.record.entries[-1]
    assert (new.name, new.kind, new.lead, new.begins, new.ends) == (
        "Rivers", TagKind.PRIORITY, "Mr Quelch", 2025, 2028,
    )  # fmt: skip
    assert shown.page.table.current_key() == new.id
    shown.undo()
    assert shown.record.entries == (ROADS,)


@pytest.mark.parametrize(
    ("years", "said"), [("soon", "write 2025 to 2028"), ("2028 to 2025", "after the last")]
)
def test_years_that_are_none_are_said(qtbot, years, said):
    shown = opened(qtbot, ROADS)
    shown.press("Ins", "Rivers", "Tab", "Tab", "Tab", years, "Enter")
    assert said in shown.child("priorityDialog").wrong()
    shown.press("Esc")
    assert shown.record.entries == (ROADS,)


@pytest.mark.parametrize(
    ("typed", "begins", "ends"),
    [("2026", 2026, 2026), ("from 2025", 2025, 0), ("to 2027", 0, 2027)],
)
def test_enter_changes_the_years(qtbot, typed, begins, ends):
    shown = opened(qtbot, ROADS)
    shown.press("Enter", "Tab", "Tab", "Tab", typed, "Enter")
    assert (shown.record.entries[0].begins, shown.record.entries[0].ends) == (begins, ends)


def test_del_removes_one_and_undo_brings_it_back(qtbot):
    shown = opened(qtbot, ROADS)
    shown.press("Del")
    assert shown.record.entries == ()
    shown.undo()
    assert shown.record.entries == (ROADS,)


def test_without_any_a_card_makes_the_first(qtbot):
    opened(qtbot)
    assert focused().objectName() == "firstPriority"


def test_an_action_is_tagged_from_the_actions_page(qtbot):
    held = a_meeting(actions=(an_action(1),))
    shown = Shown(qtbot, "actions", a_record(held, entries=(ROADS,)))
    shown.press("T", "Tab", "Space", "Enter")
    assert shown.record.meetings[0].actions[0].tags in ((), (ROADS.id,))
