"""The cover of a report (house-format 4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kcsp_desktop import paths
from kcsp_desktop.documents.names import report_name
from kcsp_desktop.documents.report import report
from kcsp_desktop.documents.word import write_document
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.ids import FileId, PaperId
from kcsp_desktop.domain.reports import Classification, Contact, Paper, Report
from tests.builders import a_meeting, a_record, an_item
from tests.documents.checker import faults
from tests.documents.word_reader import read_word

COVER = Report(
    by=("Ann Barden - Head of Wardens, ABC", "", "Percy Quelch - Leader, ABC"),
    classification=Classification.DECISION,
    subject="Wardens at Night",
    summary="Two lines\nabout wardens.",
    recommendations=("agree the plan;", " ", "note the cost."),
    contacts=(Contact(name="Ann Barden", post="Head of Wardens", email="a@abc.example"),),
)


def a_paper(label, *, restricted=False):
    return Paper(
        id=PaperId(label),
        label=label,
        file_name="x.pdf",
        file_id=FileId("0" * 64),
        restricted=restricted,
    )


PAPERS = (a_paper("Report"), a_paper("Appendix A: Map"), a_paper("Appendix B", restricted=True))


def made_of(item, audience=Audience.PUBLIC):
    meeting = a_meeting((item,))
    return edition(a_record(meeting), meeting, audience)


def lines(made, code="B1"):
    return [part.text for part in report(made, code).parts]


def test_a_cover_is_told_in_the_house_s_order():
    assert lines(made_of(an_item(report=COVER, papers=PAPERS))) == [
        "By:\tAnn Barden - Head of Wardens, ABC",
        "Percy Quelch - Leader, ABC",
        "To:\tAlder Community Partnership \u2013 12 March 2026",
        "Classification:\tFor Decision",
        "Subject:\tWardens at Night",
        "Summary Two lines about wardens.",
        "Recommendations",
        "The Alder Community Partnership is asked to:",
        "agree the plan;",
        "note the cost.",
        "Attachments:",
        "Appendix A: Map",
        "For Further Information:",
        "Ann Barden",
        "Head of Wardens",
        "a@abc.example",
    ]


def test_what_is_not_filled_in_is_taken_from_the_item_or_left_out():
    bare = Report(by=("Ann Barden",), to="The Board")
    assert lines(made_of(an_item(title="Wardens", report=bare)))[1:] == [
        "To:\tThe Board",
        "Classification:\tFor Information",
        "Subject:\tWardens",
    ]


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.RESTRICTED])
def test_a_cover_in_word_is_faultless(tmp_path, audience):
    made = made_of(an_item(report=COVER, papers=PAPERS), audience)
    path, _ = write_document(report(made, "b1"), tmp_path / "r.docx", paths.notes_template())
    assert faults(path) == []
    shown = [text for _, _, text in read_word(path)]
    assert ("Appendix B" in shown) is (audience is Audience.RESTRICTED)
    assert shown == lines(made)


def test_the_cover_to_a_closed_item_is_for_those_entitled_alone():
    closed = an_item(1, "D", report=COVER)
    with pytest.raises(KcspError, match="D1 has no report that everybody may see"):
        report(made_of(closed), "D1")
    entitled = made_of(closed, Audience.RESTRICTED)
    assert lines(entitled, "D1")[0] == "RESTRICTED"
    assert report_name(entitled, "D1") == "ACP Report D1 2026-03-12 RESTRICTED.docx"


@pytest.mark.parametrize(
    ("item", "code", "words"),
    [
        (an_item(), "B1", "Item B1 has no report."),
        (an_item(), "B7", "There is no item B7: the agenda has B1."),
        (an_item(report=replace(COVER, by=(" ",))), "B1", "has no author"),
    ],
)
def test_a_cover_with_a_hole_is_refused(item, code, words):
    with pytest.raises(KcspError, match=words):
        report(made_of(item), code)
