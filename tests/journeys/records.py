"""Reads a real record, as text, into what a secretary would type and what Word should show.

How this works: marks of the conversion are taken off, paragraphs that a page broke are joined,
and what is left is a title part, the lines of attendance and items with their blocks. Nothing
is mended: misspellings and missing stops stay. The records lie outside the project; tests that
need them skip where they are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"

NUMBERED, PLAIN, BULLET, RESOLVED, CLAUSE, CLAUSE_BULLET = (
    "numbered", "plain", "bullet", "resolved", "clause", "clause bullet",
)  # fmt: skip


@dataclass
class Item:
    """An item: its minute number (0: not printed), agenda code, title, and typed blocks."""

    number: int
    code: str
    title: str
    blocks: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Minutes:
    """One record. ``left_over`` are lines that belong to nothing: defects, to be accounted for."""

    authority: str = ""
    body: str = ""
    sentence: str = ""
    present: list[str] = field(default_factory=list)
    in_attendance: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    labels_seen: list[str] = field(default_factory=list)
    left_over: list[str] = field(default_factory=list)


def cleaned(line: str) -> str:
    """Take off Markdown marks, tags, link syntax and runs of spaces; words stay as they stand."""
    line = line.replace("\u00a0", " ").replace("\\_", "_")
    line = re.sub(r"</?sup>", "", line)
    line = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line)
    line = re.sub(r"<(https?://[^>]*)>", r"\1", line)
    line = re.sub(r"^#+\s*", "", line.strip())
    line = line.replace("*", "")
    return re.sub(r"\s+", " ", line).strip()


_HEADING = re.compile(r"^(\d+)\. (.+?)(?: \(Item ([A-D]\d+)\))?$")
_CODE = re.compile(r"^\(Item ([A-D]\d+)\)$")
_NUMBER = re.compile(r"^(\d+)\.\s+(.*)$")
_UNFINISHED = re.compile(r"[^.?!:;'\u2019\u201d\"]$")


def markdown_minutes(text: str) -> Minutes:
    """Read notes that were converted from Word or PDF."""
    minutes = Minutes()
    text = text.replace("****", "**\n**")
    for raw in text.splitlines():
        line = cleaned(raw)
        if line and line != "---":
            _take_line(minutes, raw.strip(), line)
    return minutes


def _take_line(minutes: Minutes, raw: str, line: str) -> None:
    is_marked = raw.startswith(("#", "**"))
    heading = _HEADING.match(line) if is_marked else None
    if heading:
        minutes.items.append(Item(int(heading[1]), heading[3] or "", heading[2]))
    elif minutes.items:
        _take_block(minutes, line)
    elif line.startswith("NOTES of"):
        minutes.sentence = line
    elif line.startswith(("PRESENT:", "ALSO PRESENT:", "IN ATTENDANCE:")):
        label, _, names = line.partition(":")
        minutes.labels_seen.append(label)
        found = _names(names)
        if label == "PRESENT":
            minutes.present = found
        elif label == "IN ATTENDANCE":
            minutes.in_attendance = found
        elif found:
            minutes.left_over.append(line)
    elif line == "UNRESTRICTED ITEMS":
        minutes.labels_seen.append(line)
    elif not minutes.authority:
        minutes.authority = line
    elif not minutes.body:
        minutes.body = line
    else:
        minutes.left_over.append(line)


def _take_block(minutes: Minutes, line: str) -> None:
    item = minutes.items[-1]
    code, number = _CODE.match(line), _NUMBER.match(line)
    if code:
        item.code = code[1]
    elif re.match(r"^- \([a-z]\) ", line):
        minutes.left_over.append(line)
    elif line.startswith("RESOLVED"):
        item.blocks.append((RESOLVED, line))
    elif number:
        item.blocks.append((NUMBERED, number[2]))
    elif item.blocks and item.blocks[-1][0] == NUMBERED and _UNFINISHED.search(item.blocks[-1][1]):
        kind, former = item.blocks[-1]
        item.blocks[-1] = (kind, f"{former} {line}")
    else:
        item.blocks.append((PLAIN, line))


def _names(text: str) -> list[str]:
    """Split a run-on list; a comma before letters after a name ("OBE") does not split."""
    text = re.sub(r"\s+and\s+(?=[A-Z])", ", ", text.strip().rstrip("."))
    text = re.sub(r", (OBE|MBE|CBE|QPM)\b", r"; \1", text)
    return [name.replace("; ", ", ").strip() for name in text.split(", ") if name.strip()]


_FURNITURE = re.compile(r"^(Minutes:|Additional documents:|Items|No\. Item)$")
_ITEM_NUMBER = re.compile(r"^(\d+)\.$")
_PDF = re.compile(r"\s*pdf icon PDF [\d.]+ [KM]B$")
_CLAUSE = re.compile(r"^([a-z])\)\s+(.*)$")
_BULLET = re.compile(r"^[·•o]\s+(.*)$")


def web_minutes(text: str) -> Minutes:
    """Read the page of a whole meeting: titles, blocks and resolutions only."""
    minutes = Minutes()
    waits_for_title = False
    for raw in text.splitlines():
        line = cleaned(raw)
        number = _ITEM_NUMBER.match(line)
        if number and int(number[1]) == len(minutes.items) + 1:
            minutes.items.append(Item(int(number[1]), "", ""))
            waits_for_title = True
        elif not line or not minutes.items or _FURNITURE.match(line):
            continue
        elif waits_for_title:
            minutes.items[-1].title = _PDF.sub("", line)
            waits_for_title = False
        else:
            _take_web_block(minutes.items[-1], line)
    return minutes


def _take_web_block(item: Item, line: str) -> None:
    resolved = any(kind == RESOLVED for kind, _ in item.blocks)
    number, clause, bullet = _NUMBER.match(line), _CLAUSE.match(line), _BULLET.match(line)
    if line.startswith("RESOLVED"):
        item.blocks.append((RESOLVED, line))
    elif clause and resolved:
        item.blocks.append((CLAUSE, clause[2]))
    elif bullet:
        item.blocks.append((CLAUSE_BULLET if resolved else BULLET, bullet[1]))
    elif number:
        item.blocks.append((NUMBERED, number[2]))
    else:
        item.blocks.append((PLAIN, line))
