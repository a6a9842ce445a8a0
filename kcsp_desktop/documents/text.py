"""A meeting as plain text to read in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.dates import printed_with_weekday

if TYPE_CHECKING:
    from kcsp_desktop.domain.disclosure import Edition


def meeting_text(edition: Edition) -> str:
    """Return the meeting as text, with a final line end."""
    lines = [
        f"{edition.body.name}, {printed_with_weekday(edition.details.date)} ({edition.state})",
        "",
    ]
    for item in edition.items:
        number = f"{item.number}. " if item.number else ""
        lock = " [restricted]" if item.restricted else ""
        lines.append(f"{item.code}  {number}{item.item.title}{lock}")
        for block in item.blocks:
            label = block.label.text or "-"
            lines.append(f"    {label} {block.block.text}")
    return "\n".join(lines) + "\n"
