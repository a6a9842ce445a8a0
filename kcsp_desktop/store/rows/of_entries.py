"""The entries of a body's lists to rows and back: what they hold is JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kcsp_desktop.domain.entries import (
    CaseReview,
    Entry,
    Grant,
    Project,
    ProjectState,
    SavedFilter,
    Tag,
    TagKind,
)
from kcsp_desktop.store.rows.plain import Row, to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LISTS: dict[type, str] = {
    Tag: "tags", Grant: "grants", Project: "projects", CaseReview: "cases", SavedFilter: "filters",
}  # fmt: skip


def entry_row(one: Entry) -> Row:
    """Return the row of an entry."""
    values = asdict(one)
    known = {"id": values.pop("id"), "body_id": values.pop("body_id")}
    return known | {"list": _LISTS[type(one)], "value": to_json(values)}


def entry_from(row: Mapping[str, Any]) -> Entry:
    """Return the entry of a row."""
    values = {"id": row["id"], "body_id": row["body_id"], **json.loads(row["value"])}
    return _MADE[row["list"]](values)


def _tag(values: dict[str, Any]) -> Tag:
    return Tag(**{**values, "kind": TagKind(values["kind"])})


def _project(values: dict[str, Any]) -> Project:
    state = ProjectState(values["state"])
    return Project(**{**values, "state": state, "items": tuple(values["items"])})


def _case(values: dict[str, Any]) -> CaseReview:
    return CaseReview(**{**values, "items": tuple(values["items"])})


def _filter(values: dict[str, Any]) -> SavedFilter:
    settings = tuple((name, value) for name, value in values["settings"])
    return SavedFilter(**{**values, "settings": settings})


_MADE: dict[str, Callable[[dict[str, Any]], Entry]] = {
    "tags": _tag,
    "grants": lambda values: Grant(**values),
    "projects": _project,
    "cases": _case,
    "filters": _filter,
}
