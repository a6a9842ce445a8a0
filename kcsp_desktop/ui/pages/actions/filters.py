"""What the Actions page is narrowed to: the presets, and the filters that a body has kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.entries import SavedFilter
from kcsp_desktop.domain.ids import BodyId, EntryId
from kcsp_desktop.domain.registers.actions import NOT_CLOSED, ActionFilter, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcsp_desktop.domain.record import Record

REGISTER = "actions"
PRESETS = {
    "open": ("Not closed", NOT_CLOSED),
    "overdue": ("Overdue", (str(Standing.OVERDUE),)),
    "unclear": ("No date: ask", (str(Standing.UNCLEAR),)),
    "dormant": ("Dormant", (str(Standing.DORMANT),)),
    "closed": ("Closed", (str(Standing.CLOSED),)),
    "all": ("All", ()),
}


def saved_filters(record: Record) -> list[SavedFilter]:
    """Return the filters kept for the actions."""
    return [
        one for one in record.entries if isinstance(one, SavedFilter) and one.register == REGISTER
    ]


def offered(filters: Iterable[SavedFilter]) -> list[tuple[str, str]]:
    """Return presets, then filters kept, as (key, words)."""
    own = [(str(one.id), one.name) for one in filters]
    return [*((key, words) for key, (words, _) in PRESETS.items()), *own]


def wanted(filters: Iterable[SavedFilter], chosen: str, body: str) -> ActionFilter:
    """Return what the list is narrowed to by a preset and a body, or by a filter kept."""
    saved = next((one for one in filters if one.id == chosen), None)
    if saved is None:
        return ActionFilter(body_id=body, standings=PRESETS[chosen or "open"][1])
    settings = dict(saved.settings)
    return ActionFilter(
        body_id=settings.get("body", ""),
        standings=PRESETS.get(settings.get("preset", ""), PRESETS["open"])[1],
        words=settings.get("words", ""),
    )


def kept(record: Record, chosen: str, body: str, words: str, name: str, new_id: str) -> SavedFilter:
    """Return the filter as it is chosen and typed now; one kept before is built on."""
    saved = next((one for one in saved_filters(record) if one.id == chosen), None)
    former = dict(saved.settings) if saved else {"preset": chosen}
    body = former.get("body", "") or body
    settings = (
        ("preset", former.get("preset", "open")),
        ("body", body),
        ("words", f"{former.get('words', '')} {words}".strip()),
    )
    return SavedFilter(
        id=EntryId(new_id),
        body_id=BodyId(body) if body else record.bodies[0].id,
        name=name,
        register=REGISTER,
        settings=settings,
    )
