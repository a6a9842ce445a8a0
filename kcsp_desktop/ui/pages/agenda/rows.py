"""The agenda as rows and facts, and what a title tells of its item. Pure, no widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kcsp_desktop.domain.ids import ItemId, SectionId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.meeting import in_order, is_restricted
from kcsp_desktop.domain.reports import ReportState, Standing, standing
from kcsp_desktop.ui.kit.rows import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kcsp_desktop.domain.meeting import AgendaItem, Meeting, Section
    from kcsp_desktop.domain.numbering import Numbers
    from kcsp_desktop.domain.paging import Pages
    from kcsp_desktop.ui.theme import Role

CLOSED: Final = "Not open to the press and public"
TO_FOLLOW: Final = "to follow"  # what is written for pages while the paper is not there


def agenda_rows(
    meeting: Meeting, numbers: Numbers, ranges: Mapping[ItemId, Pages], today: date
) -> list[Row]:
    """Return every section with its items under it; a section can be taken in hand too."""
    rows: list[Row] = []
    for section in meeting.sections:
        rows.append(_section_row(section))
        for item in items_of(meeting, section.id):
            pages = _pages(item, ranges.get(item.id), closed=is_restricted(meeting, item))
            rows.append(_item_row(item, numbers.codes[item.id], pages, today))
    return rows


def items_of(meeting: Meeting, section_id: SectionId) -> list[AgendaItem]:
    """Return the items of one section, in their order."""
    return [item for item in in_order(meeting) if item.section_id == section_id]


def step_of(
    meeting: Meeting, item: AgendaItem, step: int
) -> tuple[SectionId, ItemId | None] | None:
    """Return the section, and the item behind which it stands there, one step up or down."""
    there = [one.id for one in items_of(meeting, item.section_id)]
    place = there.index(item.id) + step
    if 0 <= place < len(there):
        behind = place if step > 0 else place - 1
        return item.section_id, there[behind] if behind >= 0 else None
    sections = [section.id for section in meeting.sections]
    at = sections.index(item.section_id) + step
    if not 0 <= at < len(sections):
        return None
    others = items_of(meeting, sections[at]) if step < 0 else []
    return sections[at], others[-1].id if others else None


def place_of_drop(
    meeting: Meeting, item: AgendaItem, key: str, *, below: bool
) -> tuple[SectionId, ItemId | None] | None:
    """Return where an item goes that is dropped on the row of ``key``; ``None``: where it is.

    On a section it becomes the first item there.
    """
    target = meeting.item(ItemId(key))
    if target is None:
        section = meeting.section(SectionId(key))
        return (section.id, None) if section is not None else None
    if target.id == item.id:
        return None
    there = [one.id for one in items_of(meeting, target.section_id) if one.id != item.id]
    at = there.index(target.id) + (1 if below else 0)
    return target.section_id, there[at - 1] if at else None


def _section_row(section: Section) -> Row:
    heading = f"{section.letter}.  {section.title}"
    closed = section.restricted
    cell = Cell(
        text=heading,
        second=CLOSED if closed else "",
        italic_second=True,
        icon="lock" if closed else "",
        icon_role="lock",
        role="lock" if closed else None,
    )
    spoken = f"Section {section.letter}, {section.title}{', restricted' if closed else ''}"
    return Row(key=section.id, cells=(cell,), section=True, takes=True, spoken=spoken)


def _item_row(item: AgendaItem, code: str, pages: Cell, today: date) -> Row:
    time = f"{item.minutes_planned} min" if item.minutes_planned else ""
    said = (
        code,
        item.title or "no title yet",
        str(item.kind),
        item.presenter,
        pages.spoken,
        f"report {standing(item.report, today)}" if item.report else "",
        f"{item.minutes_planned} minutes" if time else "",
        "restricted" if item.restricted else "",
        "" if item.minuted else "not minuted",
        "standing" if item.standing else "",
    )
    cells = (
        _mark(item),
        Cell(text=code),
        Cell(text=item.title) if item.title else Cell(text="No title yet", role="ink3"),
        Cell(text=kind_words(item.kind)),
        Cell(text=item.presenter),
        report_cell(item, today),
        pages,
        Cell(text=time),
    )
    return Row(key=item.id, cells=cells, spoken=", ".join(part for part in said if part))


def _mark(item: AgendaItem) -> Cell:
    if item.restricted:
        return Cell(icon="lock", icon_role="lock", spoken="restricted")
    if not item.minuted:
        return Cell(icon="dash", icon_role="ink3", spoken="not minuted")
    if item.standing:
        return Cell(icon="repeat", icon_role="ink3", spoken="standing")
    return Cell()


_REPORTS: Final[dict[Standing, tuple[str, Role]]] = {
    Standing.LATE: ("warn", "warn"),
    Standing.EXPECTED: ("clock", "ink2"),
    Standing.TO_FOLLOW: ("warn", "warn"),
    Standing.RECEIVED: ("tick", "ok"),
    Standing.WITHDRAWN: ("dash", "ink3"),
}


def report_cell(item: AgendaItem, today: date) -> Cell:
    """Return how it stands with an item's report."""
    if item.report is None:
        return Cell()
    how = standing(item.report, today)
    icon, role = _REPORTS[how]
    late = how in (Standing.LATE, Standing.TO_FOLLOW)
    words = str(how).capitalize()
    return Cell(text=words, icon=icon, icon_role=role, role="warn" if late else None)


def follows(item: AgendaItem) -> bool:
    """Whether a paper is to follow: its report says so, or it was typed for the pages."""
    report = item.report is not None and item.report.state is ReportState.TO_FOLLOW
    return not item.papers and (report or item.pages.casefold() == TO_FOLLOW)


def _pages(item: AgendaItem, pages: Pages | None, *, closed: bool) -> Cell:
    """Return the item's range in the pack; a restricted paper is counted, but has no range."""
    if pages is not None:
        return Cell(text=pages.printed, spoken=f"pages {pages.printed}")
    if follows(item):
        return Cell(
            text=TO_FOLLOW, icon="warn", icon_role="warn", role="warn", spoken="paper to follow"
        )
    if item.papers:
        count = sum(paper.pages for paper in item.papers)
        words = "1 page" if count == 1 else f"{count} pages"
        return Cell(text=words, icon="lock" if closed else "", icon_role="lock", spoken=words)
    if item.kind is ItemKind.VERBAL:
        return Cell(text="no paper", spoken="no paper")
    return Cell(text=item.pages, spoken=f"pages {item.pages}" if item.pages else "")


def kind_words(kind: ItemKind) -> str:
    """Return a kind as lists say it."""
    return str(kind).capitalize()


def length_words(minutes: int) -> str:
    """Return "1 h 49 min", "45 min", "2 h", or nothing for nothing."""
    hours, rest = divmod(minutes, 60)
    parts = (f"{hours} h" if hours else "", f"{rest} min" if rest else "")
    return " ".join(part for part in parts if part)


def agenda_facts(meeting: Meeting) -> str:
    """Return "12 items, 1 h 49 min"."""
    count = len(meeting.items)
    if not count:
        return "No items yet."
    length = length_words(sum(item.minutes_planned for item in meeting.items))
    waiting = sum(follows(item) for item in meeting.items)
    words = "1 item" if count == 1 else f"{count} items"
    papers = f" {waiting} paper{'s' if waiting > 1 else ''} to follow." if waiting else ""
    return f"{words}, {length}.{papers}" if length else f"{words}.{papers}"


_KINDS: Final = (
    ("matters arising", ItemKind.MATTERS_ARISING, True),
    ("election of", ItemKind.ELECTION, True),
    ("urgent business", ItemKind.URGENT, True),
    ("urgent items", ItemKind.URGENT, True),
    ("any other business", ItemKind.OTHER_BUSINESS, True),
    ("other business", ItemKind.OTHER_BUSINESS, True),
    ("apologies", ItemKind.APOLOGIES, False),
    ("introduction", ItemKind.INTRODUCTION, False),
    ("declaration", ItemKind.DECLARATIONS, True),
    ("notes of meeting held on", ItemKind.LAST_NOTES, True),
    ("notes of the meeting held on", ItemKind.LAST_NOTES, True),
    ("minutes of the meeting held on", ItemKind.LAST_NOTES, True),
    ("date of next meeting", ItemKind.DATES, True),
    ("date of the next meeting", ItemKind.DATES, True),
    ("date of future meeting", ItemKind.DATES, True),
    ("dates of next meeting", ItemKind.DATES, True),
    ("dates of future meeting", ItemKind.DATES, True),
)


def understood_title(title: str) -> tuple[ItemKind, bool]:
    """Return what a title tells of its item: the kind, and whether it is minuted."""
    words = " ".join(title.casefold().split())
    for start, kind, minuted in _KINDS:
        if words.startswith(start):
            return kind, minuted
    if words.endswith("verbal update"):
        return ItemKind.VERBAL, True
    return ItemKind.INFORMATION, True
