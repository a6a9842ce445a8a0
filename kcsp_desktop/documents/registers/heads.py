"""The head of a document over one or many meetings (house-format 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.documents.parts import Part, Style
from kcsp_desktop.domain.blocks import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcsp_desktop.domain.disclosure import Edition


def bodies(editions: Sequence[Edition]) -> tuple[str, ...]:
    """Return the names of the bodies, each once."""
    return tuple(dict.fromkeys(one.body.name for one in editions))


def of_whom(editions: Sequence[Edition]) -> str:
    """Return "the Alder Community Partnership", or "all bodies"."""
    names = bodies(editions)
    return f"the {names[0]}" if len(names) == 1 else "all bodies"


def head(editions: Sequence[Edition], sentence: str, *marks: str) -> Iterator[Part]:
    """Yield the council, the body where it is one, marks, and what the document is."""
    authorities = {one.body.authority.strip() for one in editions}
    if len(authorities) == 1 and (authority := authorities.pop()):
        yield Part(style=Style.COUNCIL, runs=plain(authority.upper()))
    names = bodies(editions)
    if len(names) == 1:
        yield Part(style=Style.BODY, runs=plain(names[0].upper()))
    for mark in marks:
        yield Part(style=Style.DRAFT, runs=plain(mark))
    yield Part(style=Style.OPENING, runs=plain(sentence))
