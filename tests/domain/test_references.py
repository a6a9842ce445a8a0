"""What a body's short name may be."""

from __future__ import annotations

import pytest

from kcsp_desktop.domain.references import short_name_refused


@pytest.mark.parametrize(
    ("name", "refused"),
    [("ACP", False), ("", True), ("A/C", True), ("A C", True),
     ("A\u00a0C", True)]
)  # fmt: skip
def test_a_short_name_can_stand_in_a_reference(name: str, refused: bool) -> None:
    assert short_name_refused(name).endswith(".") is refused
