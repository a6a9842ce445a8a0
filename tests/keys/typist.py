"""A practised user, who types a text with the help of what a sheet shows, and counts the keys.

How this works: the user knows only the words to be written, the text in the block and the pale
text behind the caret (``Sheet``); never the model. Each key is one, a chord too; Shift is free.
What is shown is taken where that saves a key at once: all of it; else its first word; else all
of it and the surplus is rubbed out. The user knows that a space comes by itself behind what was
taken. What an item and a block cost the sheet says. Whatever went wrong is rubbed out letter by
letter, and not tried again there. No key is spent to look for more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

CLOSING = ",.;:)?!%"
JOINED = "-/'\u2019@_&+"


class Sheet(Protocol):
    """What a user of the sheet can see and press. ``text`` is that of the block in hand."""

    def next_item(self) -> int: ...
    def open_block(self, kind: str) -> int: ...
    def type(self, letter: str) -> None: ...
    def backspace(self) -> None: ...
    def take(self) -> None: ...
    def take_word(self) -> None: ...
    def suggestion(self) -> str: ...
    def text(self) -> str: ...


@dataclass
class Keys:
    """Keys pressed in the sheet, by what they were for."""

    letters: int = 0
    taken: int = 0
    words_taken: int = 0
    corrections: int = 0
    blocks: int = 0

    @property
    def all(self) -> int:
        return self.letters + self.taken + self.words_taken + self.corrections + self.blocks


def type_items(sheet: Sheet, items: Iterable[dict[str, Any]], keys: Keys) -> int:
    """Type the blocks of items, as ``show --json`` writes them; return their characters."""
    characters = 0
    for item in items:
        keys.blocks += sheet.next_item()
        for block in item["blocks"]:
            text = " ".join(block["text"].split())
            type_block(sheet, text, block["kind"], keys)
            characters += len(text)
    return characters


def type_block(sheet: Sheet, target: str, kind: str, keys: Keys) -> None:
    """Make a block and write ``target`` into it."""
    keys.blocks += sheet.open_block(kind)
    behind_taken = False
    mistaken = set()  # what stood where taking brought other words than were meant
    while sheet.text() != target:
        have = sheet.text()
        if not target.startswith(have):
            sheet.backspace()
            keys.corrections += 1
            behind_taken = False
            continue
        rest = target[len(have) :]
        ghost = sheet.suggestion()
        gain, surplus, way = _best_way(rest, ghost)
        if gain > 0 and have not in mistaken:
            _take(sheet, keys, way, surplus)
            behind_taken = not surplus
            if sheet.text() == have or not target.startswith(sheet.text()):
                mistaken.add(have)
        else:
            behind_taken = _type_on(sheet, rest, behind_taken, keys)


def _take(sheet: Sheet, keys: Keys, way: str, surplus: int) -> None:
    if way == "word":
        sheet.take_word()
        keys.words_taken += 1
    else:
        sheet.take()
        keys.taken += 1
    for _ in range(surplus):
        sheet.backspace()
        keys.corrections += 1


def _type_on(sheet: Sheet, rest: str, behind_taken: bool, keys: Keys) -> bool:
    """Press one letter; return whether a space still comes by itself."""
    skips = behind_taken and rest[0] == " " and len(rest) > 1 and rest[1] not in JOINED
    letter = rest[1] if skips else rest[0]
    sheet.type(letter)
    keys.letters += 1
    return behind_taken and letter in CLOSING


def _best_way(rest: str, ghost: str) -> tuple[int, int, str]:
    """Return the keys that the best way of taking saves, what it leaves to rub out, its name."""
    if not ghost:
        return 0, 0, ""
    end = ghost.find(" ", 1)
    ways = [(_gain(rest, ghost), 0, "all")]
    if end > 0:
        ways.append((_gain(rest, ghost[:end]), 0, "word"))
    ways += [(_letters(rest, ghost[:-n]) - 1 - n, n, "all") for n in (1, 2, 3)]
    return max(ways, key=lambda way: way[0])


def _letters(rest: str, text: str) -> int:
    return len(text) if rest.startswith(text) else 0


def _gain(rest: str, text: str) -> int:
    """Return the keys saved if ``text`` stands behind one key; a space that follows is free."""
    gained = _letters(rest, text) - 1
    behind = rest[len(text) :]
    if gained < 0 or behind[:1].isalnum():
        return 0
    return gained + (behind.lstrip(CLOSING)[:1] == " ")
