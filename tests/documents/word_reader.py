"""Reads a Word file back as (style, computed number, text), by Word's rules for numbering.

Independent of the writer: it knows numbering.xml and styles.xml and counts as Word does, per list
instance and level, with startOverride and restarts under a higher level.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class Level:
    """How a level of a list counts."""

    format: str
    text: str
    start: int


@dataclass
class Numbering:
    """Lists: which abstract one each is of, its overrides, and the counts so far."""

    abstract: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    overrides: dict[tuple[str, int], int] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    overridden: set[tuple[str, int]] = field(default_factory=set)

    def next(self, num_id: str, level: int) -> str:
        """Count a paragraph and return its label."""
        abstract_id = self.lists[num_id]
        levels = self.abstract[abstract_id]
        counts = self.counts.setdefault(abstract_id, {})
        key = (num_id, level)
        if key in self.overrides and key not in self.overridden:
            self.overridden.add(key)
            counts[level] = self.overrides[key]
        else:
            counts[level] = counts.get(level, levels[level].start - 1) + 1
        for lower in [one for one in counts if one > level]:
            del counts[lower]
        label = levels[level].text
        for n, one in levels.items():
            label = label.replace(f"%{n + 1}", formatted(counts.get(n, one.start), one.format))
        return label


def formatted(number: int, how: str) -> str:
    """Return a number as Word prints it."""
    if how == "lowerLetter":
        return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    return str(number)


def part(path: Path, name: str) -> Any:
    """Return a part of the package as an element."""
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(name))


def numbering_of(path: Path) -> Numbering:
    """Read numbering.xml."""
    found = Numbering()
    root = part(path, "word/numbering.xml")
    for one in root.iter(f"{W}abstractNum"):
        levels = {}
        for level in one.iter(f"{W}lvl"):
            levels[int(level.get(f"{W}ilvl"))] = Level(
                level.find(f"{W}numFmt").get(f"{W}val"),
                level.find(f"{W}lvlText").get(f"{W}val"),
                int(level.find(f"{W}start").get(f"{W}val")),
            )
        found.abstract[one.get(f"{W}abstractNumId")] = levels
    for one in root.iter(f"{W}num"):
        num_id = one.get(f"{W}numId")
        found.lists[num_id] = one.find(f"{W}abstractNumId").get(f"{W}val")
        for override in one.iter(f"{W}lvlOverride"):
            start = override.find(f"{W}startOverride")
            found.overrides[num_id, int(override.get(f"{W}ilvl"))] = int(start.get(f"{W}val"))
    return found


def style_lists(path: Path) -> dict[str, tuple[str, str, int]]:
    """Return each paragraph style's id with its name, its list and its level."""
    out = {}
    for style in part(path, "word/styles.xml").iter(f"{W}style"):
        numbering = style.find(f"{W}pPr/{W}numPr")
        num_id, level = "", 0
        if numbering is not None:
            num_id = numbering.find(f"{W}numId").get(f"{W}val")
            depth = numbering.find(f"{W}ilvl")
            level = int(depth.get(f"{W}val")) if depth is not None else 0
        name = style.find(f"{W}name").get(f"{W}val")
        out[style.get(f"{W}styleId")] = (name, num_id, level)
    return out


def style_names(path: Path) -> dict[str, str]:
    """Return the name of each style, of every kind, by its id."""
    return {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")
        for style in part(path, "word/styles.xml").iter(f"{W}style")
    }


def outline_levels(path: Path) -> dict[str, int]:
    """Return the level, from 1, of each style that makes a heading, by its name."""
    found = {}
    for style in part(path, "word/styles.xml").iter(f"{W}style"):
        level = style.find(f"{W}pPr/{W}outlineLvl")
        if level is not None:
            found[style.find(f"{W}name").get(f"{W}val")] = int(level.get(f"{W}val")) + 1
    return found


def read_word(path: Path) -> list[tuple[str, str, str]]:
    """Return (style, computed number, text) of each paragraph of the body."""
    numbering, styles = numbering_of(path), style_lists(path)
    out = []
    for paragraph in part(path, "word/document.xml").iter(f"{W}p"):
        style_id = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        name, num_id, level = styles[style_id]
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is not None:
            num_id = own.find(f"{W}numId").get(f"{W}val")
            depth = own.find(f"{W}ilvl")
            level = int(depth.get(f"{W}val")) if depth is not None else level
        label = numbering.next(num_id, level) if num_id else ""
        pieces = paragraph.iterfind(f"{W}r/*")
        text = "".join(
            "\t" if one.tag == f"{W}tab" else one.text or ""
            for one in pieces
            if one.tag in (f"{W}t", f"{W}tab")
        )
        out.append((name, label, text))
    return out
