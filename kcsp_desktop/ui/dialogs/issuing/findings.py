"""Findings as rows under their heads, on the Issue page and before an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.checks import Finding, Level
from kcsp_desktop.ui.kit.cards import Deed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcsp_desktop.ui.theme import Role

_HEADS: dict[Level, tuple[str, Role, str]] = {
    Level.MUST: ("stop", "bad", "Must be put right"),
    Level.LOOK: ("warn", "warn", "Worth a look"),
    Level.INFO: ("info", "ink2", "Good to know"),
}


def finding_deeds(found: Sequence[Finding]) -> tuple[list[Deed], dict[str, Finding]]:
    """Return the rows of a check list under their heads, and the finding of each row's key."""
    deeds, by_key = [], {}
    for level, (icon, role, words) in _HEADS.items():
        group = [finding for finding in found if finding.level is level]
        if group:
            count = str(len(group))
            head = Deed(key=level, words=words, second=count, icon=icon, icon_role=role, head=True)
            deeds.append(head)
        for finding in group:
            key = f"{finding.what} {finding.where}"
            by_key[key] = finding
            does = "Set it" if finding.page == "details" else "Go"
            deeds.append(Deed(key=key, words=finding.what, second=finding.where, deed=does))
    return deeds, by_key
