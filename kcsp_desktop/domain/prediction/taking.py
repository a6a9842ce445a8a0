"""What the keys do with a suggestion: take it, take a word of it, refuse it, type past it.

How this works: the sheet keeps one ``Taking`` beside its caret and asks here what a key puts
into the text. Behind words that were taken **a space is due**: it is not in the text, but the
next word brings it along, taken or typed, and a comma or a stop does not. So nobody types a
space after taking, and no text ends in a space that nobody typed. A letter typed is never
changed. Wherever the caret goes by any other way (arrows, mouse, Enter, paste, undo) the sheet
begins with ``Taking()`` again. Must stay in step: ``words.spaced``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.prediction.words import tokens

if TYPE_CHECKING:
    from kcsp_desktop.domain.prediction.suggester import Suggestion

_CLOSING = frozenset(",.;:)?!%]\u201d")  # the space is due behind them still
_JOINING = frozenset(" -/'\u2019@_&+")  # no space comes before them, nor is one due behind
_ARROW = " \u2192 "


@dataclass(frozen=True, slots=True)
class Taking:
    """What the last keys have done; ``passed`` are words shown in this place and typed past."""

    space_due: bool = False
    passed: frozenset[str] = frozenset()
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What a key does to the text before the caret: so many letters go, these come."""

    removed: int
    inserted: str
    taking: Taking


def asked(taking: Taking, before: str) -> str:
    """Return the text for which a suggestion is wanted."""
    return f"{before} " if taking.space_due else before


def shown(taking: Taking, found: Suggestion | None) -> str:
    """Return the pale text; an arrow and the whole where taking would change what is typed."""
    if found is None or taking.refused:
        return ""
    if found.changes_typed:
        return f"{_ARROW}{found.text}"
    return f" {found.rest}" if taking.space_due else found.rest


def typed(taking: Taking, before: str, letters: str, found: Suggestion | None = None) -> Change:
    """Put ``letters`` behind ``before`` while ``found`` is shown, with the space due if any."""
    inside = letters[-1:].isalnum() or letters in _JOINING - {" "}
    passed = taking.passed | {_first_word(found)} if inside and found else taking.passed
    after = Taking(
        space_due=taking.space_due and letters in _CLOSING,
        passed=passed if inside else frozenset(),
        refused=taking.refused and inside,
    )
    space = " " if taking.space_due and _wants_space(before, letters) else ""
    return Change(removed=0, inserted=space + letters, taking=after)


def taken(taking: Taking, found: Suggestion, *, one_word: bool = False) -> Change:
    """Take ``found``, or its first word only."""
    end = found.text.find(" ", len(found.typed)) if one_word else -1
    text = found.text if end < 0 else found.text[:end]
    space = " " if taking.space_due else ""
    after = Taking(space_due=True)
    if found.changes_typed:
        return Change(removed=len(found.typed), inserted=space + text, taking=after)
    return Change(removed=0, inserted=space + text[len(found.typed) :], taking=after)


def refused(taking: Taking) -> Taking:
    """Show nothing more until the next word."""
    return Taking(space_due=taking.space_due, passed=taking.passed, refused=True)


def _first_word(found: Suggestion) -> str:
    behind = found.text[found.typed.rfind(" ") + 1 :]
    return (tokens(behind) or [""])[0].lower()


def _wants_space(before: str, letters: str) -> bool:
    """Whether a space comes before ``letters``: not in a number, an address or "no one's"."""
    first, last = letters[:1], before[-1:]
    if first in _CLOSING or first in _JOINING:
        return False
    if first == '"':
        return before.count('"') % 2 == 0
    if last == ".":
        return first.isupper() or not first.isalnum()
    return not (first.isdigit() and last in ",:" and before[-2:-1].isdigit())
