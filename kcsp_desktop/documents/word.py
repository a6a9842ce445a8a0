"""Parts to a Word file, by the styles of the template. No rule of the council lives here.

How this works: each style gives one prototype paragraph that is cloned (python-docx's own way of
adding paragraphs is fifty times slower). Numbers are Word's: the writer counts along as Word
would, and where the printed number must be another one (the first minute, a new item, a new
resolution) it adds a list that starts there; where it is printed in another form ("A1", "(1)") it
adds a way to count as well. The same parts give the same bytes, always.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from kcsp_desktop.documents import ooxml
from kcsp_desktop.documents.agenda import agenda
from kcsp_desktop.documents.parts import MARKS, TABLE_STYLE, Part, Style, Table
from kcsp_desktop.documents.record import notes
from kcsp_desktop.documents.template import opened
from kcsp_desktop.documents.writing import write_beside
from kcsp_desktop.domain.blocks import plain
from kcsp_desktop.domain.errors import KcspError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from docx.document import Document as WordDocument

    from kcsp_desktop.documents.parts import Document
    from kcsp_desktop.domain.disclosure import Edition
    from kcsp_desktop.domain.ids import ItemId

# Each counted style has a list of its own in the template; clause bullets hang in the clauses'.
_COUNTED = (Style.MINUTE, Style.PARAGRAPH, Style.LETTER, Style.CLAUSE, Style.ITEM)
_LONGEST_PROPERTY = 255  # python-docx takes no longer one
# A date on a package's entry has no other years, and no time zone.
_ZIP_BEGINS, _ZIP_ENDS = datetime(1980, 1, 1), datetime(2107, 12, 31)  # noqa: DTZ001 - no zones
_PRESSED = 4  # how hard the file is pressed: 6 takes three times as long for a tenth less


def write_notes(
    edition: Edition, target: Path, template: Path, *, signing: bool = False
) -> tuple[Path, str]:
    """Write the notes of an edition; see ``writing.write_beside`` for what comes back."""
    return write_document(notes(edition, signing=signing), target, template)


def write_agenda(
    edition: Edition,
    target: Path,
    template: Path,
    *,
    issued: date | None = None,
    own: Mapping[ItemId, int] | None = None,
) -> tuple[Path, str]:
    """Write the agenda of an edition; see ``agenda`` for what it takes."""
    return write_document(agenda(edition, issued=issued, own=own), target, template)


def write_document(document: Document, target: Path, template: Path) -> tuple[Path, str]:
    """Write a document; see ``writing.write_beside`` for what comes back."""
    return write_beside(target, word_bytes(document, template))


def word_bytes(document: Document, template: Path) -> bytes:
    """Return the Word file of a document. Raises ``KcspError`` where the template lacks a style."""
    word = opened(template)
    if document.wide:
        _turn(word)
    writer = _Writer(word, template, document.styles)
    anchor = word.element.body.sectPr
    for child in list(word.element.body):
        if child is not anchor:
            word.element.body.remove(child)
    for part in document.parts:
        made = writer.table(part) if isinstance(part, Table) else writer.paragraph(part)
        anchor.addprevious(made)
    _describe(word, document)
    return _packed(word, document.dated)


class _Writer:
    """Clones prototypes and counts along with Word."""

    def __init__(self, word: WordDocument, template: Path, styles: tuple[str, ...]) -> None:
        self._ids = {style.name: style.style_id for style in word.styles}
        missing = [name for name in (*styles, *MARKS.values()) if self._id(name) is None]
        if missing:
            raise KcspError(
                f"The Word template has no style called {missing[0]}.",
                f"{template}.",
                "Add a style of that name, or put the delivered template back.",
            )
        self._marks = {flags: self._id(name) or "" for flags, name in MARKS.items()}
        self._prototypes: dict[tuple[Style, int, int], Any] = {}
        list_ids = {style: self._list_of(word, style) for style in _COUNTED if style in styles}
        # Asked for after the styles' lists: python-docx cannot make a numbering part.
        self._numbering: Any = word.part.numbering_part.element
        known = ooxml.abstract_lists(self._numbering)
        self._abstracts = {(style, ""): known[list_ids[style]] for style in list_ids}
        self._latest_list = max(known)
        self._word = word
        self._lists: dict[Style, int] = {}
        self._last: dict[Style, tuple[str, int]] = {}

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
        key = part.style, num_id, level
        prototype = self._prototypes.get(key)
        if prototype is None:
            prototype = ooxml.paragraph(self._id(part.style) or "", num_id, level)
            self._prototypes[key] = prototype
        return ooxml.clone(prototype, part.runs, self._marks)

    def table(self, table: Table) -> Any:
        """Return a table, as wide as the line."""
        styles = (Style.TABLE_HEADING, *(Style.TABLE_CELL for _ in table.rows))
        rows = [
            [self._cell(style, text) for text in cells]
            for style, cells in zip(styles, (table.heads, *table.rows), strict=True)
        ]
        section = self._word.sections[0]
        edges = (section.page_width, section.left_margin, section.right_margin)
        page, left, right = (edge.twips if edge is not None else 0 for edge in edges)
        widths = tuple(round((page - left - right) * share / 100) for share in table.widths)
        return ooxml.table(self._id(TABLE_STYLE) or "", widths, rows)

    def _cell(self, style: Style, text: str) -> list[Any]:
        """Return the paragraphs of a cell, one for each line that says anything; at least one."""
        lines = [line for line in text.splitlines() if ooxml.safe(line).strip()] or [""]
        return [self.paragraph(Part(style=style, runs=plain(line))) for line in lines]

    def _list_for(self, part: Part) -> int:
        """Return the list the paragraph goes on in, a new one where Word would count otherwise."""
        style, this = part.style, (part.form, part.number)
        if self._last.get(style) != (part.form, part.number - 1):
            self._latest_list += 1
            self._lists[style] = self._latest_list
            ooxml.add_restarted(
                self._numbering, self._latest_list, self._way(style, part.form), 0, part.number
            )
        self._last[style] = this
        return self._lists[style]

    def _way(self, style: Style, form: str) -> str:
        """Return the way in which a style's numbers are counted and printed."""
        key = style, form
        if key not in self._abstracts:
            own = self._abstracts[style, ""]
            self._abstracts[key] = ooxml.add_form(self._numbering, own, form)
        return self._abstracts[key]


def _turn(word: WordDocument) -> None:
    """Lay the pages on their side: the template's own paper, its margins as they are."""
    for section in word.sections:
        section.page_width, section.page_height = section.page_height, section.page_width
        section.orientation = WD_ORIENT.LANDSCAPE


def _describe(word: WordDocument, document: Document) -> None:
    properties = word.core_properties
    properties.title = ooxml.safe(document.title)[:_LONGEST_PROPERTY]
    properties.language = "en-GB"
    properties.created = properties.modified = document.dated
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.keywords = properties.subject = properties.category = ""
    properties.revision = 1


def _packed(word: WordDocument, dated: datetime) -> bytes:
    """Pack with the record's date on every entry, in the order of their names.

    python-docx packs too, but with its own dates: it is given an empty body to do so, for to
    press a long one twice would be most of the work.
    """
    stamp = min(max(dated, _ZIP_BEGINS), _ZIP_ENDS).timetuple()[:6]
    large = {word.part.partname.membername: word.part.blob}
    body = word.element.body
    del body[: len(body) - 1]  # all but the section's own properties, which stand last
    saved, out = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(out, "w") as new:
        names = sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, large.get(name) or old.read(name), compresslevel=_PRESSED)
    return out.getvalue()
