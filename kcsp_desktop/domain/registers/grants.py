"""Grants and their projects, computed to the penny. Amounts are pence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.domain.entries import Grant, Project, ProjectState

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantTotals:
    """What a grant comes to. ``left`` is what no project has; ``notes`` say what does not add up.

    ``to_return`` is what was allocated and not spent, less what was returned already; nothing while
    a project goes on.
    """

    bid: int
    approved: int
    spent: int
    returned: int
    left: int
    to_return: int
    notes: tuple[str, ...]


def totals(grant: Grant, projects: Iterable[Project]) -> GrantTotals:
    """Return the sums of a grant's projects, withdrawn ones aside, and what does not add up."""
    own = [
        one
        for one in projects
        if one.grant_id == grant.id and one.state is not ProjectState.WITHDRAWN
    ]
    approved, spent = sum(one.approved for one in own), sum(one.spent for one in own)
    returned = sum(one.returned for one in own)
    left = grant.allocation - approved
    return GrantTotals(
        bid=sum(one.bid for one in own),
        approved=approved,
        spent=spent,
        returned=returned,
        left=left,
        to_return=grant.allocation - spent - returned if _is_over(own) else 0,
        notes=tuple(_notes(grant, own, left)),
    )


def _is_over(projects: list[Project]) -> bool:
    ended = (ProjectState.DELIVERED, ProjectState.PART_DELIVERED)
    return bool(projects) and all(one.state in ended for one in projects)


def _notes(grant: Grant, own: list[Project], left: int) -> Iterable[str]:
    stated = grant.upfront + grant.tactical
    if stated and stated != grant.allocation:
        gap = grant.allocation - stated
        much = "less" if gap > 0 else "more"
        yield (
            f"Upfront and tactical pot come to {pounds(stated)}, "
            f"{pounds(abs(gap))} {much} than the allocation."
        )
    if left < 0:
        yield f"The projects are approved for {pounds(-left)} more than the allocation."
    for share, from_tactical, words in (
        (grant.upfront, False, "upfront share"),
        (grant.tactical, True, "tactical pot"),
    ):
        used = sum(one.approved for one in own if one.from_tactical is from_tactical)
        if share and used > share:
            yield f"The {words} of {pounds(share)} is exceeded by {pounds(used - share)}."
    for one in own:
        if one.spent + one.returned > one.approved:
            over = pounds(one.spent + one.returned - one.approved)
            yield f"{one.name}: {over} more is spent and returned than was approved."


def pounds(pence: int) -> str:
    """Return an amount as it is printed: "£39,661", "£1,200.50", "-£3"."""
    whole, rest = divmod(abs(pence), 100)
    sign = "-" if pence < 0 else ""
    return f"{sign}£{whole:,}" + (f".{rest:02d}" if rest else "")


_AMOUNT = re.compile(r"^-?£?\s*(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d{1,2}))?$")


def understood_pounds(text: str) -> int | None:
    """Read an amount in pence: "£39,661", "1200.5", "39 661"; ``None`` where it is none."""
    text = text.strip().replace("\u00a0", " ")
    match = _AMOUNT.match(re.sub(r"(?<=\d) (?=\d{3}\b)", "", text))
    if match is None:
        return None
    pence = int(match[1].replace(",", "")) * 100 + int((match[2] or "0").ljust(2, "0"))
    return -pence if text.startswith("-") else pence
