"""What comes in by paste or drop, as pieces of text; what goes out by copy."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData

from kcsp_desktop.domain.blocks import Block, BlockKind, Runs, normalised
from kcsp_desktop.ui.sheet.pasted_html import lines_of
from kcsp_desktop.ui.sheet.pasted_text import cleaned, shaped

if TYPE_CHECKING:
    from kcsp_desktop.ui.sheet.pasted_text import Piece

MIME = "application/x-kcsp-desktop-blocks+json"


def holds_words(mime: QMimeData) -> bool:
    """Whether there is anything to paste; a file or a picture is not, though it has a name."""
    if mime.hasFormat(MIME):
        return True
    files = any(url.isLocalFile() for url in mime.urls())
    return (mime.hasText() or mime.hasHtml()) and not files


def pieces_of(mime: QMimeData) -> tuple[Piece, ...]:
    """Return what a clipboard or drag holds: our own blocks, else a page, else text."""
    if mime.hasFormat(MIME):
        rows: list[Any] = json.loads(bytes(mime.data(MIME).data()).decode("utf-8"))
        return tuple(
            (BlockKind(kind) if kind else None, normalised((t, f) for t, f in runs))
            for kind, runs in rows
        )
    if not holds_words(mime):
        return ()
    text = cleaned(mime.text()) if mime.hasText() else ()
    page = shaped(lines_of(mime.html())) if mime.hasHtml() else ()
    return page if page and _offers_more(page, text) else text


def _offers_more(page: tuple[Piece, ...], text: tuple[Piece, ...]) -> bool:
    """Whether a page has more than its text: of a few words alone the text keeps the spaces."""
    if len(page) > 1 or len(text) != 1 or any(flags for _, flags in page[0][1]):
        return True
    return page[0][0] is not text[0][0] or _letters(page) != _letters(text)


def _letters(pieces: tuple[Piece, ...]) -> str:
    return "".join("".join(text.split()) for _, runs in pieces for text, _ in runs)


def mime_of(blocks: tuple[tuple[Block, Runs], ...]) -> QMimeData:
    """Return a selection for the clipboard: our own form, and plain text without private notes.

    A part of one block carries no kind: it is words.
    """
    mime = QMimeData()
    whole = len(blocks) > 1
    rows = [[str(block.kind) if whole else None, runs] for block, runs in blocks]
    mime.setData(MIME, json.dumps(rows).encode("utf-8"))
    words = [
        "".join(text for text, _ in runs)
        for block, runs in blocks
        if not whole or block.kind is not BlockKind.PRIVATE_NOTE
    ]
    if len(blocks) == 1 and blocks[0][0].kind is BlockKind.PRIVATE_NOTE:
        words = []
    mime.setText("\n".join(words))
    return mime
