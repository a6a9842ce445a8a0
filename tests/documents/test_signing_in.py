"""The sheet at the door: a true table of those expected, and rows for visitors."""

from __future__ import annotations

import zipfile

import pytest

from kcsp_desktop import paths
from kcsp_desktop.documents.parts import Table
from kcsp_desktop.documents.signing_in import signing_in
from kcsp_desktop.documents.word import write_document
from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.body import Role
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.errors import KcspError
from tests.builders import a_meeting, a_record, a_row
from tests.documents.checker import faults, texts_of
from tests.documents.outputs import unzipped
from tests.documents.word_reader import W, part
from tests.domain.test_disclosure import SECRET

C = Capacity
ROWS = (
    a_row(1, C.UNMARKED, organisation="ABC"),
    a_row(2, C.APOLOGIES),
    a_row(3, C.SUBSTITUTE, role=Role.CHAIR),
    a_row(4, C.ABSENT),
    a_row(5, C.IN_ATTENDANCE, arrived=SECRET, arrived_item=SECRET, post=SECRET),
)


def sheet(rows=ROWS, audience=Audience.SECRETARY):
    meeting = a_meeting(1, attendance=rows)
    return signing_in(edition(a_record(meeting), meeting, audience))


def test_those_expected_stand_in_printed_order_with_a_place_to_sign():
    expected, visitors = (one for one in sheet().parts if isinstance(one, Table))
    assert expected.heads == ("Name", "Organisation", "Signature")
    assert expected.rows == (
        ("Ms S Oduya (Chair)", "", ""),
        ("Mrs A Barden", "ABC", ""),
        ("Dr J van der Veld", "", ""),
    )
    assert len(visitors.rows) == 8
    assert not any(map(any, visitors.rows))


def test_the_sheet_in_word_is_faultless_and_its_heads_are_marked(tmp_path):
    path, _ = write_document(sheet(), tmp_path / "sheet.docx", paths.notes_template())
    assert faults(path) == []
    first, second = part(path, "word/document.xml").iter(f"{W}tbl")
    assert texts_of(first.find(f"{W}tr")) == ["Name", "Organisation", "Signature"]
    assert [len(one.findall(f"{W}tr")) for one in (first, second)] == [4, 9]


def test_the_sheet_tells_names_and_organisations_only():
    assert SECRET.encode() not in unzipped(sheet())
    assert unzipped(sheet()) == unzipped(sheet())


def test_a_sheet_for_nobody_is_refused():
    with pytest.raises(KcspError, match="Nobody is listed"):
        sheet(())


def test_a_sheet_is_made_of_the_secretary_s_own_edition_alone():
    with pytest.raises(ValueError, match="public"):
        sheet(audience=Audience.PUBLIC)


def test_the_checker_finds_a_head_that_is_not_marked(tmp_path):
    path, _ = write_document(sheet(), tmp_path / "sheet.docx", paths.notes_template())
    broken = tmp_path / "broken.docx"
    copy_without(path, broken, b"<w:tblHeader/>")
    assert faults(broken) == ["a table without a marked head"] * 2


def copy_without(path, target, words):
    """Copy a Word file without some of its XML, which must be there."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            content = old.read(entry.filename)
            if entry.filename == "word/document.xml":
                assert words in content
                content = content.replace(words, b"")
            new.writestr(zipfile.ZipInfo(entry.filename, entry.date_time), content)
