"""The only raw XML: elements that python-docx has no words for.

How this works: each kind of element is made once and copied, since making one by its names costs
many times what a copy does, and a document has thousands.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcsp_desktop.domain.blocks import Runs

# What XML 1.0 has no place for; a form feed pasted from a PDF must not spoil a document.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def safe(text: str) -> str:
    """Return text that XML can hold; a break of a line or paragraph becomes a space."""
    if text.isprintable():
        return text  # most are: such a text has neither
    return _BREAKS.sub(" ", _FORBIDDEN.sub("", text))


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
        run = _run(marks.get(flags, "")).__copy__()
        run[-1].text = safe(text)
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
