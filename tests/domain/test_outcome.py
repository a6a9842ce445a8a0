"""How far an item has come (house-format 9)."""

from __future__ import annotations

import pytest

from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.outcome import Progress, progress
from tests.builders import a_block, an_item

K = BlockKind


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"minuted": False}, Progress.NOT_MINUTED),
        ({"blocks": ()}, Progress.NOT_STARTED),
        ({"blocks": (a_block("  "),)}, Progress.NOT_STARTED),
        ({"blocks": (a_block("Ring her", K.PRIVATE_NOTE),)}, Progress.NOT_STARTED),
        ({"blocks": (a_block(),)}, Progress.STARTED),
        ({"blocks": (a_block("", K.RESOLUTION), a_block())}, Progress.STARTED),
        ({"blocks": (a_block("RESOLVED to note it.", K.RESOLUTION),)}, Progress.OUTCOME),
        ({"blocks": (a_block("note it", K.CLAUSE),)}, Progress.OUTCOME),
        ({"blocks": (), "no_outcome": "For information only"}, Progress.OUTCOME),
    ],
)
def test_how_far_an_item_has_come(fields, expected) -> None:
    assert expected is progress(an_item(**fields))
