"""Reads the front sheet of a real agenda, as text, into what a secretary would type.

How this works: marks of the conversion are taken off; a line is an item, a section, a date, or one
of the head. Nothing is mended here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.journeys.records import Item, cleaned

if TYPE_CHECKING:
    from pathlib import Path

_ITEM = re.compile(r"^([A-D]\d+) (.+?)(?: \(Pages (\d+) - (\d+)\))?$")
_DATE = re.compile(r"^(\w+day), (\d+ \w+ \d{4}) at (.+)$")
_ISSUED = re.compile(r"^\w+day, \d+ \w+ \d{4}$")


@dataclass
class FrontSheet:
    """An agenda. ``pages`` has the range of each item that has one; ``lines`` are all of it."""

    body: str = ""
    day: str = ""
    contact: dict[str, str] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    pages: dict[str, tuple[int, int]] = field(default_factory=dict)
    dates: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def front_sheet(path: Path) -> FrontSheet:
    """Read up to the day of issue."""
    sheet = FrontSheet()
    for raw in path.read_text(encoding="utf-8").splitlines():
        line = cleaned(raw).removeprefix("- ")
        if not line:
            continue
        sheet.lines.append(line)
        _take(sheet, line)
        if _ISSUED.match(line):
            return sheet
    raise AssertionError("no day of issue")


def _take(sheet: FrontSheet, line: str) -> None:
    item, day = _ITEM.match(line), _DATE.match(line)
    if item:
        sheet.items.append(Item(0, item[1], item[2]))
        if item[3]:
            sheet.pages[item[1]] = (int(item[3]), int(item[4]))
    elif day:
        sheet.dates.append(day[2])
    elif ", at " in line:
        sheet.day = re.sub(r"^\w+day, |(?<=\d)(st|nd|rd|th)|,|at .*$", "", line).strip()
    elif line.isupper() and len(sheet.lines) == 2:
        sheet.body = line.title()
    elif line.startswith("Ask for:"):
        sheet.contact["detailsContact"] = line.removeprefix("Ask for:").strip()
    elif line.startswith("Telephone"):
        sheet.contact["detailsPhone"] = line.removeprefix("Telephone").strip()
    elif ("detailsPhone" in sheet.contact and not sheet.items and line.islower()) or "@" in line:
        known = sheet.contact.get("detailsEmail", "")
        sheet.contact["detailsEmail"] = known + line
