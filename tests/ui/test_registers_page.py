"""Grants, projects and case reviews, worked by key."""

from dataclasses import replace

import pytest

from kcsp_desktop.domain.entries import CaseReview, Grant, Project, ProjectState
from kcsp_desktop.domain.ids import EntryId, ItemId
from tests.builders import BODY, a_body, a_record
from tests.ui.pressing import Shown, focused

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

GRANT = Grant(
    id=EntryId("g"), body_id=BODY, year="2025/26", allocation=39_661_00, upfront=26_440_00,
    tactical=13_220_00,
)  # fmt: skip
PROJECT = Project(
    id=EntryId("p"), body_id=BODY, grant_id=GRANT.id, name="Wardens", approved=4_389_00,
    spent=4_000_50, state=ProjectState.ON_TRACK,
)  # fmt: skip


def opened(qtbot, *entries, **switches):
    body = a_body(**{"keeps_grants": True, "keeps_cases": True} | switches)
    return Shown(qtbot, "registers", a_record(bodies=(body,), entries=entries))


def texts(shown):
    model = shown.page.model
    return [tuple(c.text for c in model.row(n).cells if c.text) for n in range(model.rowCount())]


def test_a_grant_shows_its_sums_and_what_does_not_add_up(qtbot):
    shown = opened(qtbot, GRANT, PROJECT)
    assert texts(shown) == [
        ("2025/26", "Grant", "£4,389", "£4,000.50"),
        ("Upfront and tactical pot come to £39,660, £1 less than the allocation.",),
        ("Wardens", "On track", "£4,389", "£4,000.50"),
    ]
    assert shown.page.model.row(0).cells[0].second == ("£39,661 allocated, £35,272 left")


def test_the_card_makes_a_grant_and_ins_a_project_of_it(qtbot):
    shown = opened(qtbot)
    shown.press("Space", "2024/25", "Tab", "39,661", "Enter")
    assert shown.record.entries[0].allocation == 39_661_00
    shown.press("Ins", "Hedges", "Tab", "ABC", "Tab", "£500 / 450.25", "Tab", "9 May 2025", "Enter")
    new = shown.record.entries[1]
    assert (new.name, new.run_by, new.bid, new.approved, new.spent, new.deadline) == (
        "Hedges", "ABC", 500_00, 450_25, 0, "2025-05-09",
    )  # fmt: skip
    assert new.grant_id == shown.record.entries[0].id
    shown.undo()
    shown.undo()
    assert shown.record.entries == ()


@pytest.mark.parametrize("typed", ["lots", "1 / 2 / 3 / 4 / 5", "£3 / three"])
def test_money_that_is_none_is_said(qtbot, typed):
    shown = opened(qtbot, GRANT, PROJECT)
    shown.press("Ins", "Hedges", "Tab", "Tab", typed, "Enter")
    assert "up to four amounts" in shown.child("projectDialog").wrong()
    shown.press("Esc")
    assert len(shown.record.entries) == 2


def test_enter_changes_a_project_and_keeps_the_rest(qtbot):
    shown = opened(qtbot, GRANT, PROJECT)
    shown.page.take("p")
    shown.press("Enter", "Ctrl+A", "Street wardens", "Enter")
    assert shown.record.entries[1] == Project(
        **{field: getattr(PROJECT, field) for field in PROJECT.__dataclass_fields__}
        | {"name": "Street wardens"}
    )


def test_a_case_review_is_a_pseudonym_and_a_year(qtbot):
    shown = opened(qtbot, GRANT)
    shown.press("V", "Diana", "Tab", "2024", "Tab", "report drafted", "Tab", "9 July 2026", "Enter")
    case = shown.record.entries[-1]
    assert (case.pseudonym, case.year, case.stage, case.next_report) == (
        "Diana", 2024, "report drafted", "2026-07-09",
    )  # fmt: skip
    assert texts(shown)[-1] == ("Diana 2024", "report drafted", "9 July 2026")


def test_a_grant_with_projects_is_not_removed(qtbot):
    shown = opened(qtbot, GRANT, PROJECT)
    shown.page.take("g")
    shown.press("Del")
    assert shown.record.entries == (GRANT, PROJECT)
    assert shown.refusals
    shown.page.take("p")
    shown.press("Del")
    assert shown.record.entries == (GRANT,)


def test_where_no_body_keeps_them_the_card_says_how_to(qtbot):
    shown = opened(qtbot, keeps_grants=False, keeps_cases=False)
    assert focused().objectName() == "registersBodies"
    shown.press("Space")
    assert shown.commands == ["bodies"]


def test_r_links_a_project_with_the_item_that_reported_it_and_g_goes_there(qtbot):
    shown = opened(qtbot, GRANT, PROJECT)
    shown.page.take("p")
    shown.press("R", "Tab", "Down", "Down", "Enter")
    assert shown.record.entries[1].items == ("item-2",)
    assert texts(shown)[-1][-1] == "12 March 2026, 2"
    shown.press("G")
    assert [(one.page, one.item_id) for one in shown.places] == [("minutes", "item-2")]
    shown.undo()
    assert shown.record.entries[1].items == ()


def test_r_takes_a_link_away_by_its_box(qtbot):
    linked = replace(PROJECT, items=(ItemId("item-1"), ItemId("item-3"), ItemId("gone")))
    shown = opened(qtbot, GRANT, linked)
    shown.page.take("p")
    assert shown.page.model.row(2).cells[-1].second == "+1"
    shown.press("R", "Tab", "Tab", "Space", "Enter")
    assert shown.record.entries[1].items == ("item-3", "gone")


def test_a_case_review_is_linked_too_and_an_unlinked_one_says_how(qtbot):
    case = CaseReview(id=EntryId("c"), body_id=BODY, pseudonym="Diana", year=2024)
    shown = opened(qtbot, case)
    shown.page.take("c")
    shown.press("G")
    assert shown.notices[-1][2] == "R says where it was reported."
    shown.press("R", "Tab", "Down", "Enter")
    assert shown.record.entries[0].items == ("item-1",)
    assert "reported 12 March 2026, minute 1" in shown.page.model.row(1).spoken


def test_n_makes_another_grant(qtbot):
    shown = opened(qtbot, GRANT)
    shown.press("N", "2026/27", "Enter")
    assert [one.year for one in shown.record.entries] == ["2025/26", "2026/27"]
