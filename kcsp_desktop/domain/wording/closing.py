"""Why an item is closed: the paragraphs of Schedule 12A, and the reasons that are none of them.

Source: Local Government Act 1972, Schedule 12A Part 1 (England) and section 100A(2); house-format
10. The words are short forms for screens; a document cites a paragraph by its number.
"""

from __future__ import annotations

from typing import Final

PARAGRAPHS: Final[dict[int, str]] = {
    1: "Any individual",
    2: "Likely to reveal who somebody is",
    3: "Financial or business affairs",
    4: "Labour relations",
    5: "Legal professional privilege",
    6: "A notice, order or direction that is proposed",
    7: "Prevention or investigation of crime",
}

CONFIDENTIAL: Final = "Confidential: given in confidence by government, or barred by law"
AGREEMENT: Final = "Agreement of the partnership"
