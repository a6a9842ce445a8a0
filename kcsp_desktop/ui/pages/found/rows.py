"""A row of what was found: the sentence with its phrase in bold, who, by when, where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.actions import DueKind
from kcsp_desktop.domain.commitments import WHY, CommitmentKind, phrase_in
from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.wording.due_words import explained
from kcsp_desktop.ui.kit.rows import Cell, Row
from kcsp_desktop.ui.pages.found.reading import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcsp_desktop.domain.commitments import Commitment
    from kcsp_desktop.domain.numbering import Numbers
    from kcsp_desktop.ui.pages.found.reading import Found

_BEFORE = 60  # letters of a sentence before its phrase; more are left out, to keep that in sight
_ICONS = {Standing.TAKEN: "done", Standing.DISMISSED: "close"}


def is_perhaps(one: Found) -> bool:
    """Whether it is only implied."""
    return one.one.kind is CommitmentKind.IMPLIED


def section_row(body: str, found: Found, count: int) -> Row:
    """Return the head over a meeting's commitments, or over what is only perhaps one."""
    day = printed(found.meeting.details.date)
    kind = "perhaps" if is_perhaps(found) else "agreed, asked or promised"
    words = f"{body} {day}: {kind}"
    key = f"section {found.meeting.id} {is_perhaps(found)}"
    return Row(key=key, cells=(Cell(text=words, second=str(count)),), section=True)


def found_row(found: Found, numbers: Numbers) -> Row:
    """Return the row of a commitment; of one that was taken, as its action is now."""
    one = found.one
    words, strong = _excerpt(one)
    number = numbers.minutes.get(one.item_id, 0)
    where = f"Minute {number}" if number else numbers.codes.get(one.item_id, "")
    owner, due = owner_of(found), due_of(found)
    state = "" if found.standing is Standing.OPEN else found.standing.value
    said = (
        state,
        " ".join(one.sentence.split()),
        f"the words: {one.phrase}",
        WHY[one.rule],
        owner or "nobody named",
        f"due {due}" if due else "no date",
        where,
        "restricted" if one.closed else "",
    )
    icon = "lock" if one.closed else ""
    return Row(
        key=one.key,
        cells=(
            Cell(text=words, strong=strong, icon=icon, icon_role="lock"),
            Cell(text=owner or "Nobody named", role=None if owner else "ink3"),
            Cell(text=due or "No date", role=None if due else "ink3"),
            Cell(text=where),
            Cell(
                text=state.capitalize(),
                icon="" if found.standing is Standing.OPEN else _ICONS[found.standing],
                icon_role="ok" if found.standing is Standing.TAKEN else "ink2",
            ),
        ),
        spoken=", ".join(part for part in said if part),
    )


def owner_of(found: Found) -> str:
    """Return who is guessed to owe it, or who does."""
    return found.action.owner if found.action else found.one.owner


def due_of(found: Found) -> str:
    """Return when it is guessed to be due, or when it is."""
    due = found.action.due if found.action else found.one.due
    return due.words or (explained(due) if due.kind is not DueKind.OPEN else "")


def _excerpt(one: Commitment) -> tuple[str, tuple[int, int]]:
    """Return the sentence in one line, cut before where it is long, and where the phrase stands."""
    start, end = phrase_in(one)
    text = one.sentence.replace("\n", " ").replace("\t", " ")
    if start < 0:
        return text, (0, 0)
    if start > _BEFORE:
        cut = text.rfind(" ", 0, start - _BEFORE) + 1
        text, start, end = f"… {text[cut:]}", start - cut + 2, end - cut + 2
    return text, (start, end)


def count_of(found: Iterable[Found]) -> tuple[int, int]:
    """Return how many are open, and how many more are perhaps."""
    opened = [one for one in found if one.standing is Standing.OPEN]
    perhaps = sum(is_perhaps(one) for one in opened)
    return len(opened) - perhaps, perhaps
