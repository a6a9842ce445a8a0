"""Every document begins on a right-hand page and ends on a left-hand one (house-format 3)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.ids import FileId, ItemId, PaperId
from kcsp_desktop.domain.paging import open_items, page_ranges, placed
from kcsp_desktop.domain.reports import Paper
from tests.builders import a_meeting, an_item

PACK = ["1 - 6", "7 - 46", "47 - 54"]


def a_paper(pages, name="paper", *, restricted=False):
    """Return a paper of so many pages."""
    return Paper(
        id=PaperId(name),
        label="Report",
        file_name="report.pdf",
        file_id=FileId("0" * 64),
        pages=pages,
        restricted=restricted,
    )


def with_papers(number, *counts, **fields):
    """Return an item with papers of so many pages."""
    papers = tuple(a_paper(count, f"paper-{number}-{n}") for n, count in enumerate(counts))
    return an_item(number, papers=papers, **fields)


def printed(*items, own=None):
    ranges = page_ranges(items, own)
    return [ranges[item.id].printed if item.id in ranges else "" for item in items]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (
            (with_papers(1, 6), with_papers(2, 40), with_papers(3, 8)),
            ["1 - 6", "7 - 46", "47 - 54"],
        ),
        ((with_papers(1, 5), with_papers(2, 1)), ["1 - 6", "7 - 8"]),
        ((with_papers(1, 3, 4), with_papers(2, 2)), ["1 - 8", "9 - 10"]),
        ((with_papers(1), with_papers(2, 2)), ["", "1 - 2"]),
        ((with_papers(1, pages="1 - 5"), with_papers(2, 2)), ["1 - 5", "7 - 8"]),
        ((with_papers(1, pages="to follow"), with_papers(2, 2)), ["", "1 - 2"]),
        ((with_papers(1, 2), with_papers(2, 4, 0), with_papers(3, 2)), ["1 - 2", "", ""]),
        ((with_papers(1, 0, pages="pages 1\u20136"), with_papers(2, 2)), ["1 - 6", ""]),
    ],
)
def test_ranges_follow_one_another_by_whole_sheets(items, expected):
    assert printed(*items) == expected


def test_the_record_up_for_approval_stands_before_the_papers_of_its_item():
    items = with_papers(1, 2), with_papers(2, 40)
    assert printed(*items, own={ItemId("item-1"): 5}) == ["1 - 8", "9 - 48"]
    assert placed(items, {ItemId("item-1"): 5})[0].paper_id is None


def test_what_is_restricted_is_not_counted():
    half = an_item(1, papers=(a_paper(9, "closed", restricted=True), a_paper(2, "open")))
    meeting = a_meeting((half, with_papers(2, 30, restricted=True), with_papers(3, 4)))
    found = {one: pages.printed for one, pages in page_ranges(open_items(meeting)).items()}
    assert found == {"item-1": "1 - 2", "item-3": "3 - 6"}


@given(st.lists(st.lists(st.integers(1, 90), max_size=3), max_size=6))
def test_documents_lie_without_gap_from_an_odd_page_to_an_even_one(counts):
    items = tuple(with_papers(number, *pages) for number, pages in enumerate(counts))
    found, upcoming = placed(items), 1
    assert len(found) == sum(map(len, counts))
    for one, count in zip(found, (n for pages in counts for n in pages), strict=True):
        assert (one.pages.first, one.pages.first % 2, one.pages.last % 2) == (upcoming, 1, 0)
        assert one.pages.last - one.pages.first + 1 == count + one.fillers
        upcoming = one.pages.last + 1
    ranges = page_ranges(items)
    assert [ranges[one.id].last for one in items if one.papers][-1:] == [upcoming - 1][: len(found)]
