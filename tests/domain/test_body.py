"""How a body words its resolutions (house-format 6)."""

from __future__ import annotations

import pytest

from kcsp_desktop.domain.body import ResolutionShape, preamble
from tests.builders import a_body


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (ResolutionShape.THAT_BODY, "RESOLVED that the Alder Community Partnership "),
        (ResolutionShape.THAT_SHORT, "RESOLVED that the ACP "),
        (ResolutionShape.TO, "RESOLVED to "),
    ],
)
def test_a_new_resolution_begins_as_the_body_has_it(shape, expected) -> None:
    assert expected == preamble(a_body(resolution_shape=shape))
