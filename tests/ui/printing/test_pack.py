"""The agenda pack: what stands on which page, and what must be in none of them."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.ids import FileId, ItemId, MeetingId, PaperId
from kcsp_desktop.domain.reports import Paper
from kcsp_desktop.ui.printing.offers import offers
from kcsp_desktop.ui.printing.pack import own_pages, printed_pack
from tests.builders import DAY, a_block, a_meeting, a_record, an_item, some_details
from tests.domain.test_disclosure import OPEN, PRIVATE, SECRET
from tests.ui.printing.pdfs import insides, pdf_of, words

BLANK = "This page is intentionally left blank"
LAST = MeetingId("last")


@pytest.fixture(autouse=True)
def _app(qapp):
    """Fonts need an application."""


def a_paper(pages, name="paper", **fields):
    known = {"label": "Report", "file_name": f"{name}.pdf", "file_id": FileId(name)}
    return Paper(id=PaperId(name), pages=pages, **{**known, **fields})


def an_item_with(number, *papers, section="B", **fields):
    return an_item(number, section, papers=papers, blocks=(), **fields)


def the_last(*blocks):
    item = an_item(9, blocks=blocks or (a_block("Mr Quelch spoke."),), id=ItemId("last-item"))
    items, day = (replace(item, section_id="last-section-B"),), some_details(date(2025, 11, 20))
    return a_meeting(items, id=LAST, details=day)


def made(meeting, files, audience=Audience.PUBLIC, *others):
    return printed_pack(a_record(meeting, *others), meeting, audience, files.__getitem__)


def pages_of(content):
    """Return the words of each page behind the front sheet, its number taken off."""
    found = []
    for n, text in enumerate(words(content)[2:], 1):
        assert text.endswith(f"Page {n}"), text
        found.append(text.removesuffix(f"Page {n}").strip())
    return found


def test_each_document_begins_on_the_right_and_the_front_sheet_names_its_pages():
    items = (an_item_with(1, a_paper(3, "one")), an_item_with(2, a_paper(2, "two")))
    files = {"one": pdf_of("a", "b", "c"), "two": pdf_of("d", "e")}
    content = made(a_meeting(items), files)
    assert pages_of(content) == ["a", "b", "c", BLANK, "d", "e"]
    front = words(content)[0]
    assert "B1 Report 1 (Pages 1 - 4)" in front
    assert "B2 Report 2 (Pages 5 - 6)" in front
    assert words(content)[1] == BLANK


def test_the_record_up_for_approval_is_printed_as_a_draft_before_the_papers():
    items = (an_item(1, "A", notes_of=LAST, blocks=()), an_item_with(2, a_paper(1, "two")))
    meeting, last = a_meeting(items), the_last()
    content = made(meeting, {"two": pdf_of("d")}, Audience.PUBLIC, last)
    first, second, third, fourth = pages_of(content)
    assert first.startswith("ALDER COUNTY COUNCIL ALDER COMMUNITY PARTNERSHIP DRAFT NOTES of")
    assert (second, third, fourth) == (BLANK, "d", BLANK)
    assert own_pages(a_record(meeting, last), meeting) == {items[0].id: 1}


def test_the_agenda_in_word_names_the_same_pages():
    items = (an_item(1, "A", notes_of=LAST, blocks=()), an_item_with(2, a_paper(1, "two")))
    meeting, last = a_meeting(items), the_last()
    first = next(offers(a_record(meeting, last), meeting, DAY))
    text = "|".join(part.text for part in first.make().parts)
    assert "Report 1 (Pages 1 - 2)|" in text
    assert "Report 2 (Pages 3 - 4)" in text


def test_what_the_file_says_of_itself_is_ours():
    content = made(a_meeting((an_item_with(1, a_paper(1, "one")),)), {"one": pdf_of("a")})
    reader = PdfReader(io.BytesIO(content))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Agenda pack of the Alder Community Partnership, 12 March 2026"
    assert reader.metadata.author is None
    assert [one.title for one in reader.outline] == ["Agenda", "B1 Report 1"]
    assert [reader.get_destination_page_number(one) for one in reader.outline] == [0, 2]
    assert reader.page_labels == ["i", "ii", "1", "2"]


def test_the_papers_of_one_item_have_a_bookmark_each():
    papers = a_paper(1, "one"), a_paper(1, "two", label="Appendix A")
    content = made(a_meeting((an_item_with(1, *papers),)), {"one": pdf_of("a"), "two": pdf_of("b")})
    outline = PdfReader(io.BytesIO(content)).outline
    assert [one.title for one in outline[2]] == ["Report", "Appendix A"]
    assert "(Pages 1 - 4)" in words(content)[0]


def test_nothing_of_an_authors_own_work_leaves_but_the_pages():
    theirs = pdf_of("a page", author=SECRET, comment=PRIVATE)
    assert SECRET in insides(theirs)
    assert PRIVATE in insides(theirs)
    content = made(a_meeting((an_item_with(1, a_paper(1, "one")),)), {"one": theirs})
    assert pages_of(content)[0] == "a page"
    assert SECRET not in insides(content)
    assert PRIVATE not in insides(content)


def direction(page):
    """Return where the foot's words run to on the page as it lies: (1, 0) is to the right."""
    found = re.search(rb"q ([-\d. ]+) cm /KcspFoot Do", page.get_contents().get_data())
    return tuple(float(one) for one in found[1].split()[:2])


@pytest.mark.parametrize(
    ("turned", "expected"), [(0, (1, 0)), (90, (0, 1)), (180, (-1, 0)), (270, (0, -1))]
)
def test_a_page_that_is_turned_has_its_number_upright(turned, expected):
    content = made(
        a_meeting((an_item_with(1, a_paper(1, "one")),)), {"one": pdf_of("a", turned=turned)}
    )
    page = PdfReader(io.BytesIO(content)).pages[2]
    assert (page.rotation, direction(page)) == (turned, expected)


CLOSED = (
    an_item_with(1, a_paper(1, "open"), a_paper(2, "shut", restricted=True, label=SECRET)),
    an_item_with(2, a_paper(1, "d", label=SECRET), section="D", detail=SECRET, restriction=SECRET),
    an_item_with(3, a_paper(1, "r", label=SECRET), restricted=True, detail=SECRET),
    an_item_with(4, a_paper(1, "last")),
)


def closed_files():
    return {
        "open": pdf_of(OPEN), "shut": pdf_of(SECRET, SECRET), "d": pdf_of(SECRET),
        "r": pdf_of(SECRET), "last": pdf_of("last"),
    }  # fmt: skip


def test_nothing_restricted_is_in_the_public_pack():
    asked = []
    files = closed_files()

    def content_of(name):
        asked.append(name)
        return files[name]

    meeting = a_meeting(CLOSED)
    content = printed_pack(a_record(meeting), meeting, Audience.PUBLIC, content_of)
    assert pages_of(content) == [OPEN, BLANK, "last", BLANK]
    assert SECRET not in insides(content)
    assert sorted(asked) == ["last", "open"]


def test_the_restricted_pack_has_the_public_pages_first_and_goes_on_behind_them():
    content = made(a_meeting(CLOSED), closed_files(), Audience.RESTRICTED)
    public = [OPEN, BLANK, "last", BLANK]
    assert pages_of(content) == [*public, SECRET, SECRET, SECRET, BLANK, SECRET, BLANK]
    assert "RESTRICTED" in words(content)[0]
    assert "B1 Report 1 (Pages 1 - 2)" in words(content)[0]


def test_the_restricted_record_stands_behind_and_the_public_pages_stay():
    last = the_last(a_block(OPEN), a_block(SECRET, block_id="s", restricted=True))
    meeting = a_meeting((an_item(1, "A", notes_of=LAST, blocks=()),))
    public = made(meeting, {}, Audience.PUBLIC, last)
    closed = made(meeting, {}, Audience.RESTRICTED, last)
    assert SECRET not in insides(public)
    assert pages_of(closed)[:2] == pages_of(public)
    assert SECRET in pages_of(closed)[2]
    assert len(pages_of(closed)) == 4


@given(
    st.lists(
        st.tuples(st.sampled_from("ABCD"), st.lists(st.integers(1, 3), max_size=2), st.booleans()),
        min_size=1,
        max_size=5,
    )
)
@settings(max_examples=15)
def test_whatever_is_on_the_agenda_the_ranges_are_the_pages(plan):
    items, files = [], {}
    for n, (section, counts, shut) in enumerate(plan, 1):
        names = [f"{n}-{k}" for k in range(len(counts))]
        marks = [SECRET if shut or section == "D" else f"item {n}" for _ in names]
        for name, count, mark in zip(names, counts, marks, strict=True):
            files[name] = pdf_of(*[mark] * count)
        papers = [a_paper(count, name) for name, count in zip(names, counts, strict=True)]
        items.append(an_item_with(n, *papers, section=section, restricted=shut))
    content = made(a_meeting(tuple(items)), files)
    pages, front = pages_of(content), words(content)[0]
    for n, (section, counts, shut) in enumerate(plan, 1):
        mine = [at for at, text in enumerate(pages, 1) if text == f"item {n}"]
        if section == "D" or shut or not counts:
            assert mine == []
            continue
        last = mine[-1] + mine[-1] % 2
        assert mine[0] % 2 == 1
        assert f"Report {n} (Pages {mine[0]} - {last})" in front
    assert SECRET not in insides(content)


@pytest.mark.parametrize(
    ("pages", "content", "said"),
    [
        (2, lambda: pdf_of("one page"), "has not the pages that were counted"),
        (1, lambda: b"no PDF", "cannot be read"),
        (0, lambda: b"", "is not a PDF"),
    ],
)
def test_a_pack_with_a_hole_is_refused_and_the_paper_is_named(pages, content, said):
    meeting = a_meeting((an_item_with(1, a_paper(pages, "one")),))
    with pytest.raises(KcspError, match=said):
        made(meeting, {"one": content()})


def test_a_record_that_cannot_be_printed_says_which():
    last = the_last()
    last = replace(last, details=replace(last.details, venue=""))
    meeting = a_meeting((an_item(1, "A", notes_of=LAST, blocks=()),))
    with pytest.raises(KcspError, match="The record of 2025-11-20 cannot be printed"):
        made(meeting, {}, Audience.PUBLIC, last)


def test_a_range_that_was_typed_is_not_in_the_pack():
    items = (an_item_with(1, pages="1 - 6"), an_item_with(2, a_paper(1, "two")))
    content = made(a_meeting(items), {"two": pdf_of("d")})
    assert "(Pages 1 - 2)" in words(content)[0]
    assert "6)" not in words(content)[0]
