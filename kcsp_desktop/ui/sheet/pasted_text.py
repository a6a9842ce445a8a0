"""What lines from elsewhere are in minutes: resolutions, lists, paragraphs. Pure; no Qt.

How this works: text, or a page read by ``pasted_html``, comes as lines, each with what its source
said of its form. ``shaped`` takes typed numbers and bullets off, since ours are drawn, and finds
by their words the resolution, its clauses and the post-meeting note. Must stay in step:
``domain.blocks`` (the kinds), ``intents.inserted`` (where the pieces go).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import BlockKind, Runs, normalised, plain, split_runs

if TYPE_CHECKING:
    from collections.abc import Iterable

Piece = tuple[BlockKind | None, Runs]
"""A pasted paragraph: its kind, ``None`` where it takes that of its surroundings."""

LINE_ENDS = re.compile("\r\n|[\r\n\u2028\u2029\x0b\x0c\x85\ufdd0\ufdd1]")
_NEVER = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufdd0-\ufdef\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_SPACES = re.compile("[\\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")

_BULLET = re.compile("^[•·▪‣●*\u2013\uf0b7\uf0d8-]\\s+|^[•·●\uf0b7](?=\\w)")
_SUB_BULLET = re.compile("^[o◦○§\uf0a7]\\s+")
_NUMBER = re.compile(r"^(?:\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+[.)])\s+")
_LETTER = re.compile(r"^\(?(?:[a-z]|[ivx]{2,4})[.)]\s+")
_RESOLVED = re.compile(r"^(?:RESOLVED\b|Resolved(?= that\b| to\b|:))")
_NOTE = re.compile(r"^post[- ]?meeting note\s*(?:[:.\u2013-]\s*|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its words, the kind its source gave it, and whether that numbered it."""

    runs: Runs
    kind: BlockKind | None = None
    numbered: bool = False

    @property
    def text(self) -> str:
        """The letters alone."""
        return "".join(text for text, _ in self.runs)


def cleaned(text: str) -> tuple[Piece, ...]:
    """Return the paragraphs of pasted text: one line each, typed numbers and bullets taken off.

    One line alone keeps what looks like a number, and its spaces: it may be the middle of a
    sentence.
    """
    parts = LINE_ENDS.split(text)
    if len(parts) == 1:
        runs = tidied(plain(text), ends=False)
        kind = BlockKind.RESOLUTION if _RESOLVED.match(text) else None
        return ((kind, runs),) if runs else ()
    return shaped([Line(plain(part)) for part in parts])


def tidied(runs: Runs, *, ends: bool = True) -> Runs:
    """Return runs without what never belongs into a text, every gap one common space.

    With ``ends``, without the spaces before the first word and behind the last.
    """
    out: list[tuple[str, int]] = []
    gap = ends  # as if a space stood before: one at the start goes
    for text, flags in runs:
        part = _SPACES.sub(" ", _NEVER.sub("", text))
        if gap:
            part = part.removeprefix(" ")
        if part:
            gap = part.endswith(" ")
            out.append((part, flags))
    if ends and out and out[-1][0].endswith(" "):
        out[-1] = (out[-1][0][:-1], out[-1][1])
    return normalised(out)


def shaped(lines: Iterable[Line]) -> tuple[Piece, ...]:
    """Return lines as pieces, empty ones left out; of a single one no number is taken off."""
    tidy = [Line(tidied(line.runs), line.kind, line.numbered) for line in lines]
    tidy = [line for line in tidy if line.runs]
    if len(tidy) == 1 and tidy[0].kind is None:
        alone = tidy[0]
        if _NOTE.match(alone.text):
            return _minuted([alone])
        return ((BlockKind.RESOLUTION if _RESOLVED.match(alone.text) else None, alone.runs),)
    return _minuted([_unmarked(line) for line in tidy])


def _minuted(lines: Iterable[Line]) -> tuple[Piece, ...]:
    minutes = _Minutes()
    for line in lines:
        minutes.take(line)
    return tuple(minutes.pieces)


def _unmarked(line: Line) -> Line:
    """Return a line without a typed number, letter or bullet, which says what it is."""
    if line.kind in (BlockKind.BULLET, BlockKind.SUB_BULLET, BlockKind.PLAIN):
        return line
    for marker, kind, numbered in (
        (_BULLET, BlockKind.BULLET, False),
        (_SUB_BULLET, BlockKind.SUB_BULLET, False),
        (_NUMBER, line.kind, True),
        (_LETTER, BlockKind.LETTER, False),
    ):
        found = marker.match(line.text)
        if found is not None and found.end() < len(line.text):
            return Line(split_runs(line.runs, found.end())[1], line.kind or kind, numbered)
    return line


_BULLETS = (BlockKind.BULLET, BlockKind.SUB_BULLET)


class _Minutes:
    """Finds resolutions with what belongs to them, and post-meeting notes, line by line."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._inside = False  # a resolution
        self._counted = False  # it has a number itself: a number then begins the next minute
        self._bullets_decide = False  # bullets straight under the lead: they are its clauses
        self._labelled = False  # "Post-meeting note:" stood alone

    def take(self, line: Line) -> None:
        """Take the next line."""
        note = _NOTE.match(line.text)
        if _RESOLVED.match(line.text):
            self._inside, self._counted = True, line.numbered
            self._put(BlockKind.RESOLUTION, line.runs)
        elif self._inside and self._is_listed(line):
            self._put(self._listed(line.kind), line.runs)
        elif note is not None:
            self._inside = False
            runs = split_runs(line.runs, note.end())[1]
            self._labelled = not runs
            if runs:
                self._put(BlockKind.POST_MEETING_NOTE, runs)
        else:
            self._inside = False
            self._put(self._usual(line.kind), line.runs)

    def _put(self, kind: BlockKind | None, runs: Runs) -> None:
        self.pieces.append((kind, runs))

    def _is_listed(self, line: Line) -> bool:
        listed = line.kind in (*_BULLETS, BlockKind.LETTER)
        return listed or (line.numbered and not self._counted)

    def _listed(self, kind: BlockKind | None) -> BlockKind:
        if self.pieces[-1][0] is BlockKind.RESOLUTION:
            self._bullets_decide = kind in _BULLETS
            return BlockKind.CLAUSE
        decides = kind not in _BULLETS or (self._bullets_decide and kind is BlockKind.BULLET)
        return BlockKind.CLAUSE if decides else BlockKind.CLAUSE_BULLET

    def _usual(self, kind: BlockKind | None) -> BlockKind | None:
        if self._labelled:
            self._labelled = False
            return BlockKind.POST_MEETING_NOTE
        former = self.pieces[-1][0] if self.pieces else None
        if kind is BlockKind.SUB_BULLET and former not in _BULLETS:
            return BlockKind.BULLET
        return kind
