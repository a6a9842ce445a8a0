"""Reads people from a table of commas or semicolons, as spreadsheet programs write it.

How this works: the first line has the heads of the columns, in any order and as many as there
are; a name may stand in one column as lists print it ("name") or in its parts. Nothing is guessed:
a head or a line that cannot be understood and nothing comes in. Must stay in step:
``documents/lists/people_csv`` (writes the same table).
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from kcsp_desktop.domain.dates import understood_date
from kcsp_desktop.domain.ids import PersonId
from kcsp_desktop.domain.people import Person, Post
from kcsp_desktop.domain.people import understood as understood_name
from kcsp_desktop.importing.people_found import Brought, Card, brought
from kcsp_desktop.importing.tables import UNREADABLE, numbered_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kcsp_desktop.domain.people import Organisation

_SAME = {
    "honorific": "title", "forename": "first name", "last name": "surname", "email": "e-mail",
    "telephone": "phone", "spellings": "other spellings", "represents": "organisation",
}  # fmt: skip
_HEADS = frozenset({
    "name", "title", "initials", "first name", "surname", "letters", "organisation", "e-mail",
    "phone", "other spellings", "reference",
})  # fmt: skip
_POST = re.compile(r"post(?: (\d{1,2}))?(?: (for|from|to))?")


def understood(
    text: str,
    people: tuple[Person, ...],
    organisations: tuple[Organisation, ...],
    new_id: Callable[[], str],
) -> Brought:
    """Return what ``text`` brings beside who is there."""
    try:
        lines = [(line, cells) for line, cells in numbered_rows(text) if cells]
    except csv.Error:
        return Brought(wrong=(UNREADABLE,))
    if not lines:
        return Brought()
    heads = [_SAME.get(cell.casefold(), cell.casefold()) for cell in lines[0][1]]
    wrong = _wrong_heads(heads)
    if wrong:
        return Brought(wrong=(f"Line {lines[0][0]}: {wrong}",))
    cards = (_card(f"Line {line}", heads, cells) for line, cells in lines[1:])
    return brought(cards, people, organisations, new_id)


def _wrong_heads(heads: list[str]) -> str:
    for head in heads:
        if head not in _HEADS and not _POST.fullmatch(head):
            known = "name, title, initials, first name, surname, letters, organisation, post, …"
            return f"there is no column “{head}”. The first line has the heads: {known}"
    if len(set(heads)) < len(heads):
        return "a column stands there twice."
    if "surname" not in heads and "name" not in heads:
        return "a column “surname” or “name” is needed."
    return ""


def _card(where: str, heads: list[str], cells: list[str]) -> Card:
    told = dict(zip(heads, (*cells, *[""] * len(heads)), strict=False))
    posts, wrong = _posts(told)
    if len(cells) > len(heads):
        wrong = "it has more cells than there are heads."
    email = told.get("e-mail", "")
    if email and "@" not in email:
        wrong = f"“{email}” is no e-mail address."
    parts = understood_name(told.get("name", ""))
    spellings = (one.strip() for one in told.get("other spellings", "").split(";"))
    person = Person(
        id=PersonId(told.get("reference", "")),
        honorific=told.get("title") or parts["honorific"],
        initials=told.get("initials") or parts["initials"],
        surname=told.get("surname") or parts["surname"],
        forename=told.get("first name") or parts["forename"],
        post_nominals=told.get("letters") or parts["post_nominals"],
        posts=posts,
        email=email,
        phone=told.get("phone", ""),
        spellings=tuple(dict.fromkeys(one for one in spellings if one)),
    )
    return Card(where=where, person=person, organisation=told.get("organisation", ""), wrong=wrong)


def _posts(told: Mapping[str, str]) -> tuple[tuple[Post, ...], str]:
    """Return the posts of a line, the present one first, and why one cannot be read."""
    rows: dict[int, dict[str, str]] = {}
    for head, cell in told.items():
        match = _POST.fullmatch(head)
        if match and cell:
            rows.setdefault(int(match[1] or 1), {})[match[2] or "title"] = cell
    posts = []
    for row in (rows[number] for number in sorted(rows)):
        if "title" not in row:
            return (), f"a post is needed for “{next(iter(row.values()))}”."
        dates = {}
        for word in ("from", "to"):
            typed = row.get(word, "")
            day = understood_date(typed) if typed else None
            if typed and day is None:
                return (), f"“{typed}” is no date."
            dates[word] = day.isoformat() if day else ""
        if dates["from"] and dates["to"] and dates["to"] < dates["from"]:
            return (), f"“{row['title']}” ends before it begins."
        posts.append(
            Post(
                title=row["title"],
                organisation=row.get("for", ""),
                begins=dates["from"],
                ends=dates["to"],
            )
        )
    return tuple(posts), ""
