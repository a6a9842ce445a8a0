"""Parts to a Word file, by the styles of the template. No rule of the council lives here.

How this works: each style gives one prototype paragraph that is cloned (python-docx's own way of
adding paragraphs is fifty times slower). Numbers are Word's: the writer counts along as Word
would, and where the printed number must be another one (the first minute, a new item, a new
resolution) it adds a list that starts there. The same parts give the same bytes, always.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from kcsp_desktop.documents import ooxml
from kcsp_desktop.documents.parts import MARKS, Style
from kcsp_desktop.documents.record import notes
from kcsp_desktop.documents.template import opened
from kcsp_desktop.documents.writing import write_beside
from kcsp_desktop.domain.errors import KcspError

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument

    from kcsp_desktop.documents.parts import Document, Part
    from kcsp_desktop.domain.disclosure import Edition

# Each counted style has a list of its own in the template; clause bullets hang in the clauses'.
_COUNTED = (Style.MINUTE, Style.PARAGRAPH, Style.LETTER, Style.CLAUSE)
_LONGEST_PROPERTY = 255  # python-docx takes no longer one
# A date on a package's entry has no other years, and no time zone.
_ZIP_BEGINS, _ZIP_ENDS = datetime(1980, 1, 1), datetime(2107, 12, 31)  # noqa: DTZ001 - no zones


def write_notes(edition: Edition, target: Path, template: Path) -> tuple[Path, str]:
    """Write the notes of an edition; see ``writing.write_beside`` for what comes back."""
    return write_beside(target, word_bytes(notes(edition), template))


def word_bytes(document: Document, template: Path) -> bytes:
    """Return the Word file of a document. Raises ``KcspError`` where the template lacks a style."""
    word = opened(template)
    writer = _Writer(word, template)
    anchor = word.element.body.sectPr
    for child in list(word.element.body):
        if child is not anchor:
            word.element.body.remove(child)
    for part in document.parts:
        anchor.addprevious(writer.paragraph(part))
    _describe(word, document)
    made = io.BytesIO()
    word.save(made)
    return _settled(made.getvalue(), document.dated)


class _Writer:
    """Clones prototypes and counts along with Word."""

    def __init__(self, word: WordDocument, template: Path) -> None:
        self._ids = {style.name: style.style_id for style in word.styles}
        missing = [name for name in (*Style, *MARKS.values()) if self._id(name) is None]
        if missing:
            raise KcspError(
                f"The Word template has no style called {missing[0]}.",
                f"{template}.",
                "Add a style of that name, or put the delivered template back.",
            )
        self._marks = {flags: self._id(name) or "" for flags, name in MARKS.items()}
        self._prototypes = {style: ooxml.paragraph(self._id(style) or "") for style in Style}
        self._style_lists = {style: self._list_of(word, style) for style in _COUNTED}
        # Asked for after the styles' lists: python-docx cannot make a numbering part.
        self._numbering: Any = word.part.numbering_part.element
        self._lists: dict[Style, int] = {}
        self._last: dict[Style, int] = {}

    def _id(self, name: str) -> str | None:
        """Return the id of a style; python-docx writes Word's own "heading 1" with a capital."""
        return self._ids.get(str(name)) or self._ids.get(name.capitalize())

    def _list_of(self, word: WordDocument, style: Style) -> int:
        element = word.styles.element.get_by_id(self._id(style) or "")
        found = element.find(f".//{qn('w:numId')}") if element is not None else None
        if found is None:
            raise KcspError(
                f"The style {style} of the Word template has no numbering.",
                todo="Put the delivered template back.",
            )
        return int(found.get(qn("w:val")))

    def paragraph(self, part: Part) -> Any:
        """Return the paragraph of a part, numbered as the part says."""
        num_id = level = 0
        if part.number and part.style in _COUNTED:
            num_id = self._list_for(part)
        elif part.style is Style.CLAUSE_BULLET:
            num_id, level = self._lists.get(Style.CLAUSE, 0), 1
        prototype = self._prototypes[part.style]
        return ooxml.clone(prototype, part.runs, self._marks, num_id, level)

    def _list_for(self, part: Part) -> int:
        """Return the list the paragraph goes on in, a new one where Word would count otherwise."""
        style = part.style
        if part.number != self._last.get(style, 0) + 1 or style not in self._lists:
            of_style = self._style_lists[style]
            self._lists[style] = ooxml.restarted(self._numbering, of_style, 0, part.number)
        self._last[style] = part.number
        return self._lists[style]


def _describe(word: WordDocument, document: Document) -> None:
    properties = word.core_properties
    properties.title = ooxml.safe(document.title)[:_LONGEST_PROPERTY]
    properties.language = "en-GB"
    properties.created = properties.modified = document.dated
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.keywords = properties.subject = properties.category = ""
    properties.revision = 1


def _settled(content: bytes, dated: datetime) -> bytes:
    """Pack again with the record's date on every entry, in the order of their names."""
    stamp = min(max(dated, _ZIP_BEGINS), _ZIP_ENDS).timetuple()[:6]
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        names = sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, old.read(name), compresslevel=6)
    return out.getvalue()
