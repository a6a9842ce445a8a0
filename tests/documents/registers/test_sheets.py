"""CSV and spreadsheets, opened by other programs: what went in is there, and does no harm."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcsp_desktop.documents.plain.clean import clean
from kcsp_desktop.documents.registers.rows import decision_lines
from kcsp_desktop.documents.registers.sheets import (
    Column,
    Sheet,
    actions_sheet,
    decisions_sheet,
    grants_sheet,
)
from kcsp_desktop.documents.registers.spreadsheet import csv_bytes, xlsx_bytes
from kcsp_desktop.domain.entries import Grant, Project
from kcsp_desktop.domain.ids import EntryId
from tests.builders import BODY
from tests.documents.registers.examples import an_eventful_record, lines_of, members

MADE = datetime.fromisoformat("2026-07-09T10:00")
HOSTILE = (
    "=cmd()|' /C calc'!A0", "=HYPERLINK(\"http://x.example\")", "+1+1", "-1", "@SUM(A1)", "\t=1",
    "\r=1", "\n=1", "\uff1d1+1", "http://x.example", "mailto:a@b.example", "a\nb\r\nc",
    "\"quoted\",\tx",
    "😀 é ﷽", "x" * 10_000, "nul\x00bell\x07", "half \ud800 letter", "_x0041_", "00123", "1e5",
    "#REF!", "{=1}", " =1", "'=1",
)  # fmt: skip


def day(iso):
    return datetime.fromisoformat(iso)


def a_sheet(*texts):
    return Sheet(
        title="Actions",
        columns=(Column(head="Text", width=40),),
        rows=tuple((clean(text),) for text in texts),
    )


def read_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content)).active


def cells(page):
    return [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_in_a_csv_and_none_begins_as_a_formula(text) -> None:
    _, (cell,) = read_csv(csv_bytes(a_sheet(text)))
    assert cell.removeprefix("'") == clean(text).removeprefix("'")
    assert cell[0] not in "=+-@\t\r\n\uff1d"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_text_in_a_spreadsheet(text) -> None:
    cell = opened(xlsx_bytes(a_sheet(text), MADE))["A2"]
    assert (cell.value, cell.data_type) == (clean(text), "s")
    assert cell.hyperlink is None


@settings(max_examples=60)
@given(st.text(st.characters(codec=None), min_size=1, max_size=60))
def test_any_text_at_all_survives_in_both(text) -> None:
    sheet = a_sheet(text)
    _, (shown,) = read_csv(csv_bytes(sheet)) if clean(text) else ("", ("",))
    assert shown in (clean(text), f"'{clean(text)}")
    assert (opened(xlsx_bytes(sheet, MADE))["A2"].value or "") == clean(text)


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    value = opened(xlsx_bytes(a_sheet("y" * 40_000), MADE))["A2"].value
    assert len(value) == 32_767
    assert value.endswith("y … (cut)")


def test_a_csv_is_known_to_be_utf_8_by_its_mark() -> None:
    assert csv_bytes(a_sheet("é")).startswith(b"\xef\xbb\xbf")


def test_actions_have_true_days_and_numbers_under_heads_that_stay() -> None:
    page = opened(xlsx_bytes(actions_sheet(lines_of(an_eventful_record()), public=False), MADE))
    first = dict(zip([cell.value for cell in page[1]], cells(page)[0], strict=True))
    assert first["Agreed on"] == day("2026-03-12")
    assert page["B2"].is_date
    assert first["Minute"] == 1
    assert first["Due on"] == day("2026-04-30")
    assert first["Updates"] == "9 July 2026, at the meeting: Half done."
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == f"A1:N{page.max_row}"


def test_csv_and_spreadsheet_of_decisions_say_the_same() -> None:
    sheet = decisions_sheet(decision_lines(members(an_eventful_record())), public=False)
    page = opened(xlsx_bytes(sheet, MADE))
    shown = [["" if v is None else str(v.date()) if isinstance(v, datetime) else str(v)
              for v in row] for row in cells(page)]  # fmt: skip
    assert shown == read_csv(csv_bytes(sheet))[1:]
    assert [row[5] for row in shown] == ["", "a", "b", "", ""]


def test_the_public_s_sheets_have_no_columns_of_what_came_after() -> None:
    heads = {column.head for column in actions_sheet((), public=True).columns}
    heads |= {column.head for column in decisions_sheet((), public=True).columns}
    assert not heads & {"Updates", "Closing note", "Outcome", "Restricted"}


def grants():
    grant = Grant(id=EntryId("g"), body_id=BODY, year="2025/26", allocation=39_661_00,
                  upfront=26_440_00, tactical=13_220_00)  # fmt: skip
    project = Project(id=EntryId("p"), body_id=BODY, grant_id=grant.id, name="=Bus",
                      approved=1_200_50, spent=1_000_05, deadline="2026-03-31")  # fmt: skip
    return grants_sheet((grant,), (project,))


def test_grants_are_pounds_to_the_penny_and_say_what_does_not_add_up() -> None:
    rows = cells(opened(xlsx_bytes(grants(), MADE)))
    assert rows[0][1:8] == ["=Bus", None, "upfront", 0, 1200.5, 1000.05, 0]
    assert rows[0][8] == day("2026-03-31")
    assert rows[1][5] == 1200.5
    assert "£1 less than the allocation" in rows[-1][1]
    assert read_csv(csv_bytes(grants()))[1][5:7] == ["1200.50", "1000.05"]


def test_the_same_rows_give_the_same_spreadsheet_dated_by_the_record() -> None:
    sheet = actions_sheet(lines_of(an_eventful_record()), public=False)
    assert xlsx_bytes(sheet, MADE) == xlsx_bytes(sheet, MADE)
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(sheet, MADE)))
    assert book.properties.created == book.properties.modified == MADE
    assert not book.properties.creator


def test_days_that_spreadsheets_do_not_know_are_written_out() -> None:
    sheet = Sheet(title="X", columns=(Column(head="Day", width=9),), rows=((date(1899, 5, 1),),))
    assert opened(xlsx_bytes(sheet, MADE))["A2"].value == "1899-05-01"
    money = Sheet(title="X", columns=sheet.columns, rows=((Decimal("-3.10"),),))
    assert read_csv(csv_bytes(money))[1] == ["-3.10"]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_libreoffice_shows_hostile_texts_as_they_are(tmp_path, ending) -> None:
    office = shutil.which("soffice")
    if office is None or not (Path(office).resolve().parent / "libsclo.so").exists():
        pytest.skip("LibreOffice has no Calc here")
    sheet = a_sheet("=1+1", "@SUM(1)", "plain", "é\nb")
    content = csv_bytes(sheet) if ending == "csv" else xlsx_bytes(sheet, MADE)
    (tmp_path / f"in.{ending}").write_bytes(content)
    command = [office, f"-env:UserInstallation=file://{tmp_path}/office", "--headless",
               "--infilter=CSV:44,34,76,1" if ending == "csv" else "--nologo", "--convert-to",
               "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(tmp_path / "out"),
               str(tmp_path / f"in.{ending}")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    text = (tmp_path / "out" / "in.csv").read_text(encoding="utf-8")
    shown = [row[0].removeprefix("'") for row in csv.reader(io.StringIO(text, newline=""))]
    assert shown == ["Text", "=1+1", "@SUM(1)", "plain", "é\nb"]
