"""What comes in by paste or drop, cleaned into blocks; what goes out by copy. Mostly pure."""

from __future__ import annotations

import json
import re
from typing import Any

from PySide6.QtCore import QMimeData

from kcsp_desktop.domain.blocks import Block, BlockKind, Runs, normalised, plain

MIME = "application/x-kcsp-desktop-blocks+json"
_LINES = re.compile("\r\n|[\r\n\u2028\u2029\x0b\x0c\x85\ufdd0\ufdd1]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\u200b\ufeff\ufffc\ud800-\udfff]")
_SPACES = re.compile("[\t\u2000-\u200a\u202f\u205f\u3000 ]+")
_BULLET = re.compile("^[•·▪‣◦●○o\u2013-]\\s+")
_NUMBER = re.compile(r"^(?:\(?\d{1,3}[.)]|\(?[a-z][.)])\s+")

Piece = tuple[BlockKind | None, Runs]
"""A pasted paragraph: its kind, ``None`` where it takes that of its surroundings."""


def cleaned(text: str) -> tuple[Piece, ...]:
    """Return the paragraphs of pasted text: one line each, typed numbers and bullets taken off.

    One line alone keeps what looks like a number: it may be the middle of a sentence.
    """
    lines = [_SPACES.sub(" ", _CONTROL.sub("", line)) for line in _LINES.split(text)]
    if len(lines) == 1:
        return ((None, plain(lines[0])),)
    pieces: list[Piece] = []
    for line in (one.strip() for one in lines):
        if not line:
            continue
        if _BULLET.match(line):
            pieces.append((BlockKind.BULLET, plain(_BULLET.sub("", line))))
        else:
            pieces.append((None, plain(_NUMBER.sub("", line))))
    return tuple(pieces)


def pieces_of(mime: QMimeData) -> tuple[Piece, ...]:
    """Return what a clipboard or drag holds; our own blocks keep kinds and marks."""
    if mime.hasFormat(MIME):
        rows: list[Any] = json.loads(bytes(mime.data(MIME).data()).decode("utf-8"))
        return tuple(
            (BlockKind(kind) if kind else None, normalised((t, f) for t, f in runs))
            for kind, runs in rows
        )
    return cleaned(mime.text()) if mime.hasText() else ()


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
