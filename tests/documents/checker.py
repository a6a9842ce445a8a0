"""The document checker: what holds for every exported Word document."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING, Any

import docx
from lxml import etree

from tests.documents.word_reader import W, outline_levels, part, read_word, style_lists, style_names

if TYPE_CHECKING:
    from pathlib import Path

_TYPED = re.compile(r"^\s*(?:\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s|[•·◦▪]\s)")
_LISTS = {
    "Minute Paragraph", "Lettered List", "Bullet 1", "Bullet 2", "Clause", "Clause Bullet",
    "heading 2", "Agenda Item",
}  # fmt: skip


def faults(path: Path) -> list[str]:
    """Return what is wrong with a document; nothing is as it should be."""
    checks = (_styles, _headings, _paragraphs, _clauses, _tables, _pages, _language, _facts)
    return [fault for check in checks for fault in check(path)]


def _styles(path: Path) -> list[str]:
    known = set(style_lists(path))
    found = []
    for properties in part(path, "word/document.xml").iter(f"{W}rPr", f"{W}pPr"):
        allowed = {f"{W}rStyle"} if properties.tag == f"{W}rPr" else {f"{W}pStyle", f"{W}numPr"}
        direct = [child.tag for child in properties if child.tag not in allowed]
        found += [f"direct formatting {etree.QName(tag).localname}" for tag in direct]
        for child in properties:
            if child.tag in (f"{W}rStyle", f"{W}pStyle") and child.get(f"{W}val") not in known:
                found.append(f"unknown style {child.get(f'{W}val')}")
    return found


def _headings(path: Path) -> list[str]:
    outline = outline_levels(path)
    levels = [outline[style] for style, _, _ in read_word(path) if style in outline]
    former, found = 0, []
    for level in levels:
        if level > former + 1:
            found.append(f"heading {level} after {former}")
        former = level
    return found


def _paragraphs(path: Path) -> list[str]:
    found = []
    for style, label, text in read_word(path):
        if not text.strip() and style != "Table Cell":
            found.append(f"an empty paragraph in {style}")
        if style in _LISTS and not label:
            found.append(f"no number in {style}: {text[:40]}")
        if style in _LISTS and _TYPED.match(text):
            found.append(f"a typed number in {style}: {text[:40]}")
    return found


def _clauses(path: Path) -> list[str]:
    """A bullet of a clause stands one level down in the very list of its clause."""
    styles, found, clause = style_lists(path), [], ""
    for properties in part(path, "word/document.xml").iter(f"{W}pPr"):
        name = styles[properties.find(f"{W}pStyle").get(f"{W}val")][0]
        one, level = (properties.find(f"{W}numPr/{W}{tag}") for tag in ("numId", "ilvl"))
        if name == "Clause":
            clause = one.get(f"{W}val") if one is not None else ""
        elif name != "Clause Bullet":
            clause = ""
        elif clause and (
            one is None or (one.get(f"{W}val"), level.get(f"{W}val")) != (clause, "1")
        ):
            found.append("a bullet of a clause outside its list")
    return found


def _tables(path: Path) -> list[str]:
    """A table has a style, a head that is marked, and as many cells in each row as columns."""
    known, found = set(style_names(path)), []
    for table in part(path, "word/document.xml").iter(f"{W}tbl"):
        if table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") not in known:
            found.append("a table of an unknown style")
        rows = table.findall(f"{W}tr")
        marked = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        if marked != [True] + [False] * (len(rows) - 1):
            found.append("a table without a marked head")
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        if any(len(row.findall(f"{W}tc")) != columns for row in rows):
            found.append("a row of other cells than the head")
        if not all(text.strip() for text in texts_of(rows[0])):
            found.append("a column without a head")
    return found


def texts_of(row: Any) -> list[str]:
    """Return the text of each cell of a row."""
    return ["".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")]


def _pages(path: Path) -> list[str]:
    """The foot of every page has the page's number, as a field."""
    with zipfile.ZipFile(path) as package:
        feet = [name for name in package.namelist() if name.startswith("word/footer")]
    used = part(path, "word/document.xml").findall(f".//{W}sectPr/{W}footerReference")
    fields = [
        (field.text or field.get(f"{W}instr") or "").split()
        for name in feet
        for field in part(path, name).iter(f"{W}instrText", f"{W}fldSimple")
    ]
    return [] if used and ["PAGE"] in fields else ["no page number"]


def _language(path: Path) -> list[str]:
    defaults = part(path, "word/styles.xml").find(f"{W}docDefaults//{W}lang")
    is_british = defaults is not None and defaults.get(f"{W}val") == "en-GB"
    return [] if is_british else ["the language is not British English"]


def _facts(path: Path) -> list[str]:
    facts = docx.Document(str(path)).core_properties
    found = [] if facts.title else ["no title"]
    if facts.language != "en-GB":
        found.append("the properties name another language")
    if facts.author or facts.last_modified_by or facts.comments:
        found.append("something personal in the properties")
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        found += [
            f"{name} has another date"
            for name in names
            if _date(package, name) != _date(package, names[0])
        ]
        found += [
            f"{name} does not belong" for name in names if "app.xml" in name or "thumb" in name
        ]
    return found


def _date(package: zipfile.ZipFile, name: str) -> tuple[int, ...]:
    return package.getinfo(name).date_time
