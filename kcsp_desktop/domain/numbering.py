"""Item codes, running minute numbers, paragraph numbers, clause letters: derived, never typed.

How this works: ``numbers(meeting, first)`` walks the agenda once. Codes run per section. Minute
numbers run over minuted items from ``first``; once the notes are circulated the numbers as
issued are taken instead. ``labels(blocks)`` walks one item's blocks: paragraphs run 1…n in the
item, letters restart under each paragraph, clauses restart in each resolution. Must stay in
step: ``documents/word`` (Word counts by the same rules), ``ui/sheet`` (paints the labels).
Source: house-format 5 and 6.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import Block, BlockKind
from kcsp_desktop.domain.body import ParagraphForm
from kcsp_desktop.domain.ids import ItemId
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.meeting import Meeting, in_order
from kcsp_desktop.domain.record import Record, earlier_meetings

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The code of each item and the minute number of each minuted one; ``next`` is free."""

    codes: dict[ItemId, str]
    minutes: dict[ItemId, int]
    next: int


def numbers(meeting: Meeting, first: int) -> Numbers:
    """Return the numbers of a meeting whose first minuted item has the number ``first``."""
    codes: dict[ItemId, str] = {}
    minutes: dict[ItemId, int] = dict(meeting.issued_numbers)
    letters = {section.id: section.letter for section in meeting.sections}
    in_section: dict[str, int] = {}
    upcoming = max(minutes.values()) + 1 if minutes else first
    for item in in_order(meeting):
        letter = letters.get(item.section_id, "")
        in_section[letter] = in_section.get(letter, 0) + 1
        codes[item.id] = f"{letter}{in_section[letter]}"
        if item.minuted and item.id not in minutes:
            minutes[item.id] = upcoming
            upcoming += 1
    return Numbers(codes=codes, minutes=minutes, next=upcoming)


def first_number(record: Record, meeting: Meeting) -> int:
    """Return the number of the first minute: as set by the secretary, or following the series.

    The series of a body follows its meeting before this one (cancelled ones aside) and begins
    at 1 (house-format 5, numbering).
    """
    if meeting.details.first_number:
        return meeting.details.first_number
    chain: list[Meeting] = []
    for earlier in reversed(earlier_meetings(record, meeting)):
        chain.append(earlier)
        if earlier.details.first_number or earlier.issued_numbers:
            break  # its numbers hang on nothing before it
    first = 1
    for earlier in reversed(chain):
        first = numbers(earlier, earlier.details.first_number or first).next
    return first


def numbered(record: Record, meeting: Meeting) -> Numbers:
    """Return the numbers of a meeting as its place in the body's series has it."""
    return numbers(meeting, first_number(record, meeting))


def series_is_set(meeting: Meeting) -> bool:
    """Whether the numbers of this meeting stand in issued documents."""
    return bool(meeting.issued_numbers) or meeting.state is MeetingState.PUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A block's place in its list: 3 prints as "3." or "c)"; ``value`` 0 is not numbered."""

    value: int = 0
    text: str = ""


_NONE = Label()
_BULLETS = {
    BlockKind.BULLET: Label(text="•"),
    BlockKind.SUB_BULLET: Label(text="◦"),
    BlockKind.CLAUSE_BULLET: Label(text="•"),
}


def labels(
    blocks: Iterable[Block],
    *,
    count_empty: bool = True,
    form: ParagraphForm = ParagraphForm.STOP,
) -> tuple[Label, ...]:
    """Return the label of each block of one item, in order.

    Letters go on through bullets under them and restart after anything else; clauses go on
    through their bullets and private notes and restart at each resolution lead. Without
    ``count_empty`` an empty block has no label, as it will not be printed, but what hangs under
    it joins no list before it. ``form`` is how the body marks its numbered paragraphs.
    """
    marked = form.value.replace("1", "{}").format
    out: list[Label] = []
    paragraph = letter = clause = 0
    for block in blocks:
        kind = block.kind
        if kind is BlockKind.PRIVATE_NOTE:
            out.append(_NONE)
            continue
        counts = count_empty or bool(block.text.strip())
        paragraph += counts and kind is BlockKind.PARAGRAPH
        letter = _counted(letter, counts and kind is BlockKind.LETTER, kind in _IN_LETTERS)
        clause = _counted(clause, counts and kind is BlockKind.CLAUSE, kind in _IN_CLAUSES)
        if not counts:
            out.append(_NONE)
            continue
        match kind:
            case BlockKind.PARAGRAPH:
                out.append(Label(value=paragraph, text=marked(paragraph)))
            case BlockKind.LETTER:
                out.append(Label(value=letter, text=f"{lettered(letter)}."))
            case BlockKind.CLAUSE:
                out.append(Label(value=clause, text=f"{lettered(clause)})"))
            case _:
                out.append(_BULLETS.get(kind, _NONE))
    return tuple(out)


_IN_LETTERS = frozenset({BlockKind.LETTER, BlockKind.BULLET, BlockKind.SUB_BULLET})
_IN_CLAUSES = frozenset({BlockKind.CLAUSE, BlockKind.CLAUSE_BULLET})


def _counted(count: int, one_more: bool, goes_on: bool) -> int:
    return count + 1 if one_more else count if goes_on else 0


def lettered(number: int) -> str:
    """Return 1 → "a", 26 → "z", 27 → "aa", 28 → "bb", as Word counts letters."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
