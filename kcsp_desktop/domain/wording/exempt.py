"""The words of the law where something is closed (house-format 10).

Source: Local Government Act 1972, section 100A(4) and Schedule 12A, Part 1 (England).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ACT = "Local Government Act 1972"
NOT_OPEN = "Meeting not open to the press and public and reports not for publication"
OPEN = "(During these items the meeting is likely to be open to the public)"


def cited(paragraphs: Iterable[int]) -> str:
    """Return "paragraph 3", "paragraphs 1 and 3", "paragraphs 1, 2 and 3"; "" where none is."""
    numbers = [str(number) for number in sorted(set(paragraphs))]
    if len(numbers) < 2:
        return f"paragraph {numbers[0]}" if numbers else ""
    return f"paragraphs {', '.join(numbers[:-1])} and {numbers[-1]}"


def exempt_line(paragraphs: Iterable[int]) -> str:
    """Return what stands under a closed item on the agenda; "" where no paragraph is cited."""
    found = cited(paragraphs)
    return f"Exempt information: {found} of Part 1 of Schedule 12A to the {ACT}" if found else ""


def exclusion(paragraphs: Iterable[int]) -> str:
    """Return the resolution by which press and public are excluded."""
    found = cited(paragraphs) or "the paragraph to be named"
    return (
        f"RESOLVED that under section 100A(4) of the {ACT} the press and public be excluded from "
        "the meeting for the following business on the grounds that it involves the likely "
        f"disclosure of exempt information as defined in {found} of Part 1 of Schedule 12A of "
        "that Act."
    )
