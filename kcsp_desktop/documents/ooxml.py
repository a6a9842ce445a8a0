"""The only raw XML: elements that python-docx has no words for.

How this works: each kind of element is made once and copied, since making one by its names costs
many times what a copy does, and a document has thousands.
"""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kcsp_desktop.documents.plain.clean import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcsp_desktop.domain.blocks import Runs

_BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def safe(text: str) -> str:
    """Return text that XML can hold; a break of a line or paragraph becomes a space."""
    if text.isprintable():
        return text  # most are: such a text has neither
    return _BREAKS.sub(" ", FORBIDDEN.sub("", text))


def paragraph(style_id: str, num_id: int = 0, level: int = 0) -> Any:
    """Return an empty paragraph of a style, to be cloned; in a list of its own where ``num_id``."""
    made = OxmlElement("w:p")
    properties = OxmlElement("w:pPr")
    style = OxmlElement("w:pStyle")
    style.set(qn("w:val"), style_id)
    properties.append(style)
    if num_id:
        properties.append(_numbering(num_id, level))
    made.append(properties)
    return made


def clone(prototype: Any, runs: Runs, marks: Mapping[int, str]) -> Any:
    """Return a copy of a paragraph with runs.

    ``marks`` are the ids of the character styles by a run's flags.
    """
    made = prototype.__copy__()  # of an element that is a copy of all that is in it
    for text, flags in runs:
        style_id = marks.get(flags, "")
        for n, words in enumerate(text.split("\t")):
            if n:
                made.append(_tab(style_id).__copy__())
            if words or not n:
                run = _run(style_id).__copy__()
                run[-1].text = safe(words)
                made.append(run)
    return made


def _numbering(num_id: int, level: int) -> Any:
    numbering = OxmlElement("w:numPr")
    depth = OxmlElement("w:ilvl")
    depth.set(qn("w:val"), str(level))
    numbering.append(depth)
    which = OxmlElement("w:numId")
    which.set(qn("w:val"), str(num_id))
    numbering.append(which)
    return numbering


@cache
def _run(style_id: str) -> Any:
    """Return an empty run, to be copied."""
    run = OxmlElement("w:r")
    if style_id:
        properties = OxmlElement("w:rPr")
        style = OxmlElement("w:rStyle")
        style.set(qn("w:val"), style_id)
        properties.append(style)
        run.append(properties)
    words = OxmlElement("w:t")
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(words)
    return run


@cache
def _tab(style_id: str) -> Any:
    """Return a run that is a tab, to be copied."""
    run = _run(style_id).__copy__()
    run.remove(run[-1])
    run.append(OxmlElement("w:tab"))
    return run


def table(style_id: str, widths: tuple[int, ...], rows: list[list[list[Any]]]) -> Any:
    """Return a table of cells, each its paragraphs; the first row is marked as its heads.

    ``widths`` are in twentieths of a point: Word and LibreOffice want them in each cell too.
    """
    made = OxmlElement("w:tbl")
    properties = _child(made, "w:tblPr")
    _child(properties, "w:tblStyle", val=style_id)
    _child(properties, "w:tblW", w=str(sum(widths)), type="dxa")
    _child(properties, "w:tblLook", firstRow="1", noVBand="1", noHBand="1")
    grid = _child(made, "w:tblGrid")
    for width in widths:
        _child(grid, "w:gridCol", w=str(width))
    for n, cells in enumerate(rows):
        row = _child(made, "w:tr")
        of_row = _child(row, "w:trPr")
        _child(of_row, "w:cantSplit")
        if not n:
            _child(of_row, "w:tblHeader")
        for width, cell in zip(widths, cells, strict=True):
            holder = _child(row, "w:tc")
            _child(_child(holder, "w:tcPr"), "w:tcW", w=str(width), type="dxa")
            for paragraph_of_cell in cell:
                holder.append(paragraph_of_cell)
    return made


def _child(parent: Any, name: str, **values: str) -> Any:
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    parent.append(made)
    return made


def add_form(numbering: Any, abstract: str, form: str) -> str:
    """Add a way to count like ``abstract`` that prints its numbers as ``form``; return its id.

    Only one way can be a style's own: the copy is tied to none, and has a signature of its own,
    or Word takes the two for one.
    """
    ways = numbering.findall(qn("w:abstractNum"))
    made = deepcopy(next(way for way in ways if way.get(qn("w:abstractNumId")) == abstract))
    new_id = str(max(int(way.get(qn("w:abstractNumId"))) for way in ways) + 1)
    made.set(qn("w:abstractNumId"), new_id)
    for signature in made.findall(qn("w:nsid")):
        signature.set(qn("w:val"), f"{0x4B436000 + int(new_id):08X}")
    first = made.find(qn("w:lvl"))
    for own in first.findall(qn("w:pStyle")):
        first.remove(own)
    first.find(qn("w:lvlText")).set(qn("w:val"), safe(form))
    ways[-1].addnext(made)
    return new_id


def abstract_lists(numbering: Any) -> dict[int, str]:
    """Return the lists there are, and the id of the way in which each counts."""
    return {
        int(one.get(qn("w:numId"))): one.find(qn("w:abstractNumId")).get(qn("w:val"))
        for one in numbering.findall(qn("w:num"))
    }


def add_restarted(numbering: Any, num_id: int, abstract: str, level: int, start: int) -> None:
    """Add a list that counts the ``abstract`` way but begins ``level`` at ``start``."""
    made = OxmlElement("w:num")
    made.set(qn("w:numId"), str(num_id))
    which = OxmlElement("w:abstractNumId")
    which.set(qn("w:val"), abstract)
    override = OxmlElement("w:lvlOverride")
    override.set(qn("w:ilvl"), str(level))
    begin = OxmlElement("w:startOverride")
    begin.set(qn("w:val"), str(start))
    override.append(begin)
    made.append(which)
    made.append(override)
    numbering.append(made)
