"""The sample's lists beside its meetings: priorities, a grant with its projects, case reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcsp_desktop.domain.entries import (
    CaseReview,
    Entry,
    Grant,
    Project,
    ProjectState,
    Tag,
    TagKind,
)
from kcsp_desktop.domain.ids import EntryId
from kcsp_desktop.domain.reports import Classification, Report, ReportState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kcsp_desktop.domain.ids import BodyId


def entries(data: dict[str, Any], body: BodyId, new_id: Callable[..., str]) -> Iterator[Entry]:
    """Yield the entries, grants before their projects; ``new_id`` gives the same for the same."""
    for one in data["tags"]:
        kind = TagKind(one["kind"])
        yield Tag(id=tag_id(new_id, one["name"]), body_id=body, **{**one, "kind": kind})
    for one in data["grants"]:
        projects = one["projects"]
        facts = {name: value for name, value in one.items() if name != "projects"}
        grant = EntryId(new_id("grant", one["year"]))
        yield Grant(id=grant, body_id=body, **facts)
        for each in projects:
            yield Project(
                id=EntryId(new_id("project", one["year"], each["name"])),
                body_id=body,
                grant_id=grant,
                **{**each, "state": ProjectState(each["state"])},
            )
    for one in data["cases"]:
        yield CaseReview(id=EntryId(new_id("case", one["pseudonym"])), body_id=body, **one)


def tag_id(new_id: Callable[..., str], name: str) -> EntryId:
    """Return the id of the tag of that name."""
    return EntryId(new_id("tag", name))


def report(one: dict[str, Any]) -> Report:
    """Return the report of an item."""
    return Report(
        **{
            **one,
            "by": tuple(one["by"]),
            "recommendations": tuple(one["recommendations"]),
            "classification": Classification(one["classification"]),
            "state": ReportState(one["state"]),
        }
    )
