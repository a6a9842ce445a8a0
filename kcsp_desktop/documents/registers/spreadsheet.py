"""A sheet as CSV and as a spreadsheet, safe from formula injection.

How this works: in CSV a text that a spreadsheet program would run as a formula gets an apostrophe
before it (numbers keep their minus; what is read back is ``documents/tables``'); in a spreadsheet a
text is written as a text, whatever it begins with. Days and money are days and numbers there. The
same sheet gives the same bytes, always.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kcsp_desktop.documents.registers.sheets import Cell, Sheet

# The wide forms too: some programs take them for the narrow ones.
_FORMULA = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_LONGEST_CELL = 32_767  # a spreadsheet program refuses a longer text, and with it the file
_CUT = " … (cut)"
_FIRST_DAY = date(1900, 3, 1)  # before it spreadsheet programs count days differently
_A4 = 9
_LINE, _TALLEST = 13, 409  # points; no row can be taller


def csv_bytes(sheet: Sheet) -> bytes:
    """Return the sheet as CSV, with a mark by which Excel knows UTF-8; days are ISO."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(column.head for column in sheet.columns)
    writer.writerows(map(_in_csv, row) for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig")


def _in_csv(cell: Cell) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if _FORMULA.match(cell) else cell
    return "" if cell is None else str(cell)


def xlsx_bytes(sheet: Sheet, dated: datetime) -> bytes:
    """Return the sheet as a spreadsheet: heads that stay, a filter, days, money, wide columns."""
    # Not before a spreadsheet is asked for: it is slow to import.
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
         "strings_to_numbers": False, "default_date_format": "dd/mm/yyyy"},
    )  # fmt: skip
    book.set_properties({"title": sheet.title, "created": dated})
    _write(book, sheet)
    book.close()
    return out.getvalue()


def _write(book: Any, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.title)
    looks = _Looks(book)
    for n, column in enumerate(sheet.columns):
        adds_up = any(isinstance(row[n], Decimal) for row in sheet.rows)
        page.set_column(n, n, column.width)
        page.write_string(0, n, column.head, looks.head_of_money if adds_up else looks.head)
    for at, row in enumerate(sheet.rows, 1):
        # Not every program makes a row as tall as its text by itself.
        if (lines := _lines(sheet, row)) > 1:
            page.set_row(at, min(lines * _LINE, _TALLEST))
        for n, cell in enumerate(row):
            _write_cell(page, at, n, cell, looks)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _lines(sheet: Sheet, row: tuple[Cell, ...]) -> int:
    """Return how many lines the longest cell of a row takes, about."""
    counts = (
        sum(1 + len(line) // column.width for line in cell.split("\n"))
        for column, cell in zip(sheet.columns, row, strict=True)
        if isinstance(cell, str)
    )
    return max(counts, default=1)


class _Looks:
    """How cells look: all stand at the top and break their lines."""

    def __init__(self, book: Any) -> None:
        top = {"valign": "top", "text_wrap": True, "font_name": "Arial", "font_size": 10}
        head = top | {"bold": True, "bottom": 1}
        self.head = book.add_format(head)
        self.head_of_money = book.add_format(head | {"align": "right"})
        self.text = book.add_format(top)
        # By this a text stays a text even where somebody edits the cell and leaves it.
        self.guarded = book.add_format(top | {"quote_prefix": True})
        self.day = book.add_format(top | {"num_format": "dd/mm/yyyy", "align": "left", "indent": 1})
        self.number = book.add_format(top | {"align": "left"})
        self.money = book.add_format(top | {"num_format": "£#,##0.00"})


def _write_cell(page: Any, at: int, n: int, cell: Cell, looks: _Looks) -> None:
    if cell is None or cell == "":
        page.write_blank(at, n, None, looks.text)
    elif isinstance(cell, date):
        if cell >= _FIRST_DAY:
            page.write_datetime(at, n, datetime.combine(cell, datetime.min.time()), looks.day)
        else:
            page.write_string(at, n, cell.isoformat(), looks.text)
    elif isinstance(cell, Decimal):
        page.write_number(at, n, float(cell), looks.money)
    elif isinstance(cell, int):
        page.write_number(at, n, cell, looks.number)
    else:
        short = cell if len(cell) <= _LONGEST_CELL else cell[: _LONGEST_CELL - len(_CUT)] + _CUT
        look = looks.guarded if _FORMULA.match(short) else looks.text
        page.write_string(at, n, short, look)
