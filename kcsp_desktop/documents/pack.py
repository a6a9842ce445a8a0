"""The agenda pack: front sheet, record of the last meeting and papers as one PDF (house-format 3).

How this works: ``contents`` says, pure, which documents stand on which pages; ``pack_bytes`` puts
them together. The public sequence comes first and is counted without what is restricted, so that
a restricted pack has the same pages and only goes on behind them. The front sheet does not count.
Of an attached file only its pages are taken, without comments, names and other metadata. Must
stay in step: ``domain.paging`` (the order and the fillers).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import TYPE_CHECKING

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.constants import PageLabelStyle
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    PdfObject,
    TextStringObject,
)

from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.ids import FileId, ItemId
from kcsp_desktop.domain.paging import Pages, placed

if TYPE_CHECKING:
    from kcsp_desktop.domain.disclosure import Edition
    from kcsp_desktop.domain.meeting import AgendaItem

_PAPER_WIDTH = 595.0  # A4, in points: what the numbers at the foot are centred in


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A document of the pack and its pages; ``file_id`` ``None`` is the record we print.

    ``closed``: it stands behind the public pages.
    """

    item_id: ItemId
    heading: str
    words: str
    file_id: FileId | None
    closed: bool
    pages: Pages
    fillers: int

    @property
    def length(self) -> int:
        """How many pages the document itself has."""
        return self.pages.last - self.pages.first + 1 - self.fillers


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What stands where: the documents in their order."""

    title: str
    dated: datetime
    pieces: tuple[Piece, ...]

    @property
    def last_page(self) -> int:
        """The number on the last page, 0 where there is no document."""
        return max((piece.pages.last for piece in self.pieces), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What is printed by us, as PDFs: ``feet`` has "Page n" at the foot of its n-th page.

    ``records`` are public; ``closed`` those with the restricted detail, where there is some.
    """

    front: bytes
    records: Mapping[ItemId, bytes]
    closed: Mapping[ItemId, bytes]
    filler: bytes
    feet: bytes


def contents(edition: Edition, own: Mapping[ItemId, int], closed: Mapping[ItemId, int]) -> Contents:
    """Return what the pack of an edition holds; ``own`` has the pages of each record we print.

    ``closed`` has those of each with the restricted detail; no public pack looks at it. Raises
    ``KcspError`` where an attached file is no PDF as yet: its pages are not known.
    """
    _check_counted(edition)
    day, start = edition.details.date, edition.details.start
    items = tuple(one.item for one in edition.items if not one.restricted)
    pieces = _pieces(edition, items, own, behind=None)
    if edition.audience is not Audience.PUBLIC:
        last = pieces[-1].pages.last if pieces else 0
        pieces += _pieces(edition, _closed(edition), closed, behind=last)
    restricted = "" if edition.audience is Audience.PUBLIC else ", with restricted papers"
    return Contents(
        title=f"Agenda pack of the {edition.body.name}, {printed(day)}{restricted}",
        dated=datetime.combine(day, start or time(0, 0)),
        pieces=pieces,
    )


def _check_counted(edition: Edition) -> None:
    for one in edition.items:
        for paper in one.item.papers:
            if not paper.pages:
                raise KcspError(
                    f"“{paper.file_name}” at item {one.code} is not a PDF.",
                    "Its pages cannot stand in the pack.",
                    "Save it as PDF, attach that, and take this one away.",
                )


def _closed(edition: Edition) -> tuple[AgendaItem, ...]:
    """Return, as items that could be placed, what stands behind the public pages."""
    out = []
    for one in edition.items:
        papers = tuple(p for p in one.item.papers if one.restricted or p.restricted)
        opened = tuple(replace(paper, restricted=False) for paper in papers)
        out.append(replace(one.item, papers=opened))
    return tuple(out)


def _pieces(
    edition: Edition,
    items: tuple[AgendaItem, ...],
    own: Mapping[ItemId, int],
    *,
    behind: int | None,
) -> tuple[Piece, ...]:
    """Return the documents of items; ``behind`` is the last public page, for closed ones."""
    codes = {one.item.id: one.code for one in edition.items}
    by_id = {item.id: item for item in items}
    out = []
    for place in placed(items, own):
        item = by_id[place.item_id]
        paper = next((one for one in item.papers if one.id == place.paper_id), None)
        heading = f"{codes[item.id]} {item.title}".strip()
        start = behind or 0
        pages = Pages(first=place.pages.first + start, last=place.pages.last + start)
        ours = f"{heading}, with the restricted detail" if behind is not None else heading
        out.append(
            Piece(
                item_id=item.id,
                heading=heading,
                words=(paper.label or paper.file_name) if paper else ours,
                file_id=paper.file_id if paper else None,
                closed=behind is not None,
                pages=pages,
                fillers=place.fillers,
            )
        )
    return tuple(out)


def page_count(content: bytes) -> int:
    """Return how many pages a PDF has; raises ``KcspError`` where it cannot be read."""
    try:
        reader = PdfReader(io.BytesIO(content))
        return 0 if reader.is_encrypted else len(reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise KcspError("A paper's PDF cannot be read.", todo="Attach it again.") from error


def pack_bytes(what: Contents, ours: Printed, files: Mapping[FileId, bytes]) -> bytes:
    """Return the pack. Raises ``KcspError`` where a file has not the pages that were counted."""
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(ours.front)), import_outline=False)
    if what.pieces and len(writer.pages) % 2:
        _append_filler(writer, ours)
    before = len(writer.pages)
    writer.add_outline_item(title="Agenda", page_number=0)
    headings: dict[ItemId, IndirectObject] = {}
    for piece in what.pieces:
        records = ours.closed if piece.closed else ours.records
        content = records[piece.item_id] if piece.file_id is None else files[piece.file_id]
        at = len(writer.pages)
        _append(writer, content, piece)
        for _ in range(piece.fillers):
            _append_filler(writer, ours)
        if piece.item_id not in headings:
            heading = writer.add_outline_item(title=piece.heading, page_number=at)
            headings[piece.item_id] = heading
        if _has_several(what, piece):
            parent = headings[piece.item_id]
            writer.add_outline_item(title=piece.words, page_number=at, parent=parent)
    _add_feet(writer, ours.feet, before)
    _describe(writer, what, before)
    # Once more from its root: what nothing leads to any more, as a comment that was taken away
    # and its author's name, stays behind.
    whole = PdfWriter(clone_from=PdfReader(io.BytesIO(_written(writer))))
    whole.pdf_header = "%PDF-1.7"
    return _written(whole)


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _has_several(what: Contents, piece: Piece) -> bool:
    return sum(one.item_id == piece.item_id for one in what.pieces) > 1


def _append(writer: PdfWriter, content: bytes, piece: Piece) -> None:
    at = len(writer.pages)
    try:
        writer.append(PdfReader(io.BytesIO(content)), import_outline=False)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise KcspError(
            f"“{piece.words}” of {piece.heading} cannot be read.", todo="Attach it again."
        ) from error
    if len(writer.pages) - at != piece.length:
        raise KcspError(
            f"“{piece.words}” of {piece.heading} has not the pages that were counted.",
            todo="Attach it again.",
        )


def _append_filler(writer: PdfWriter, ours: Printed) -> None:
    writer.append(PdfReader(io.BytesIO(ours.filler)), import_outline=False)


# --- the foot of each page -------------------------------------------------------------------


def _add_feet(writer: PdfWriter, feet: bytes, before: int) -> None:
    """Print "Page n" on each page behind the front sheet, upright as the page is read.

    The author's own content is left as it is, in brackets of its own, and the number laid over.
    """
    numbered = writer.pages[before:]
    if numbered:
        for page, stamp in zip(numbered, PdfReader(io.BytesIO(feet)).pages, strict=True):
            _lay_over(writer, page, stamp)


def _lay_over(writer: PdfWriter, page: PageObject, stamp: PageObject) -> None:
    form = DecodedStreamObject()
    found = stamp.get_contents()
    form.set_data(found.get_data() if found is not None else b"")
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject(FloatObject(value) for value in stamp.mediabox)
    form[NameObject("/Resources")] = stamp["/Resources"].clone(writer)
    name = "/KcspFoot"
    # Pages of one file may share their resources: the page gets its own before it is added to.
    resources = DictionaryObject(page.get("/Resources", DictionaryObject()).get_object())
    objects = DictionaryObject(resources.get("/XObject", DictionaryObject()).get_object())
    objects[NameObject(name)] = _added(writer, form.flate_encode())
    resources[NameObject("/XObject")] = objects
    page[NameObject("/Resources")] = resources
    matrix = " ".join(f"{value:.2f}" for value in _upright(page))
    over = DecodedStreamObject()
    over.set_data(f"\nQ q {matrix} cm {name} Do Q\n".encode("ascii"))
    begin = DecodedStreamObject()
    begin.set_data(b"q\n")
    page[NameObject("/Contents")] = ArrayObject(
        [
            _added(writer, begin),
            *_streams(page),
            _added(writer, over),
        ]
    )


def _added(writer: PdfWriter, stream: PdfObject) -> IndirectObject:
    return writer._add_object(stream)  # noqa: SLF001 - pypdf offers no other way to add a stream


def _streams(page: PageObject) -> list[object]:
    found = page.get("/Contents")
    if found is None:
        return []
    is_list = isinstance(found.get_object(), ArrayObject)
    return list(found.get_object()) if is_list else [page.raw_get("/Contents")]


def _upright(page: PageObject) -> tuple[float, ...]:
    """Return the matrix that lays an A4 stamp centred on the foot of the page as it is read."""
    box = page.cropbox
    left, bottom = float(box.left), float(box.bottom)
    right, top = float(box.right), float(box.top)
    turned = page.rotation % 360
    wide = top - bottom if turned in (90, 270) else right - left
    along = (wide - _PAPER_WIDTH) / 2
    match turned:
        case 90:
            return (0, 1, -1, 0, right, bottom + along)
        case 180:
            return (-1, 0, 0, -1, right - along, top)
        case 270:
            return (0, -1, 1, 0, left, top - along)
        case _:
            return (1, 0, 0, 1, left + along, bottom)


# --- what the file says of itself ------------------------------------------------------------

_TELLS = ("/Metadata", "/PieceInfo", "/AA", "/Thumb")
_HARMLESS = ("/URI", "/GoTo")


def _describe(writer: PdfWriter, what: Contents, before: int) -> None:
    """Set title, language and page numbers; take away what tells of the authors' own work."""
    for page in writer.pages:
        notes = page.get("/Annots")
        if notes is not None:
            kept = [one for one in notes.get_object() if _is_printed(one.get_object())]
            page[NameObject("/Annots")] = ArrayObject(kept)
    root = writer.root_object
    for one in _all_within(root):
        for key in _TELLS:
            one.pop(NameObject(key), None)
    for key in ("/AcroForm", "/OpenAction"):
        root.pop(NameObject(key), None)
    names = root.get("/Names", DictionaryObject()).get_object()
    for key in ("/EmbeddedFiles", "/JavaScript"):
        names.pop(NameObject(key), None)
    root[NameObject("/Lang")] = TextStringObject("en-GB")
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(value=True)}
    )
    root[NameObject("/PageMode")] = NameObject("/UseOutlines")
    writer.set_page_label(0, before - 1, style=PageLabelStyle.LOWERCASE_ROMAN)
    if what.pieces:
        writer.set_page_label(before, len(writer.pages) - 1, style=PageLabelStyle.DECIMAL)
    made = what.dated.strftime("D:%Y%m%d%H%M%SZ")
    writer.metadata = None
    words = {"/Title": what.title, "/Producer": "KCSP Desktop"}
    writer.add_metadata({**words, "/CreationDate": made, "/ModDate": made})


def _all_within(root: DictionaryObject) -> Iterator[DictionaryObject]:
    """Yield every dictionary that can be reached, streams too, each once."""
    waiting: list[object] = [root]
    known: set[tuple[int, int]] = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            if (one.idnum, one.generation) in known:
                continue
            known.add((one.idnum, one.generation))
            one = one.get_object()
        if isinstance(one, DictionaryObject):
            yield one
            waiting += one.values()
        elif isinstance(one, ArrayObject):
            waiting += one


def _is_printed(note: DictionaryObject) -> bool:
    """Whether an annotation stays: a filled field, or a link that leads to an address or a page."""
    if note.get("/Subtype") == "/Widget":
        return True
    deed = note.get("/A", DictionaryObject()).get_object()
    return note.get("/Subtype") == "/Link" and deed.get("/S", "/GoTo") in _HARMLESS
