"""File names (house-format 8): body, kind, date, stage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcsp_desktop.documents.agenda import holds_detail, is_unissued
from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.domain.disclosure import Audience

if TYPE_CHECKING:
    from kcsp_desktop.domain.disclosure import Edition, EditionItem


def notes_name(edition: Edition, *, signing: bool = False) -> str:
    """Return "KCSP Notes 2023-11-16 DRAFT.docx", with RESTRICTED where it holds such a text."""
    closed = edition.audience is not Audience.PUBLIC and any(map(_is_restricted, edition.items))
    marks = ("DRAFT" if edition.draft else "APPROVED", *["SIGNING COPY"] * signing)
    return named(edition, edition.body.record_word.capitalize(), *marks, *["RESTRICTED"] * closed)


def agenda_name(edition: Edition) -> str:
    """Return "KCSP Agenda 2024-03-14.docx", DRAFT until it is published."""
    marks = (*["DRAFT"] * is_unissued(edition), *["RESTRICTED"] * holds_detail(edition))
    return named(edition, "Agenda", *marks)


def report_name(edition: Edition, code: str) -> str:
    """Return "KCSP Report B2 2024-03-14.docx", with RESTRICTED where its item is closed."""
    closed = any(item.restricted and item.code == code for item in edition.items)
    return named(edition, f"Report {code}", *["RESTRICTED"] * closed)


def pack_name(edition: Edition) -> str:
    """Return "KCSP Agenda pack 2024-03-14.pdf", DRAFT and RESTRICTED as the agenda."""
    closed = edition.audience is not Audience.PUBLIC
    marks = (*["DRAFT"] * is_unissued(edition), *["RESTRICTED"] * closed)
    return named(edition, "Agenda pack", *marks).removesuffix(".docx") + ".pdf"


def named(edition: Edition, kind: str, *marks: str) -> str:
    """Return the name of a Word file: body, kind, date, marks."""
    day = edition.details.date.isoformat()
    return f"{' '.join((safe_words(edition.body.short_name) or 'Body', kind, day, *marks))}.docx"


def safe_words(words: str) -> str:
    """Return words as a file's name can have them on every system."""
    return re.sub(r'[<>:"/\\|?*\x00-\x1f]', "-", words).strip(" .")


def _is_restricted(item: EditionItem) -> bool:
    """Whether there is restricted detail, in an open item too: its file is not the public one."""
    return item.restricted or any(
        one.block.visibility is Visibility.RESTRICTED for one in item.blocks
    )
