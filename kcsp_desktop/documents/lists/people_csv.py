"""Writes people as a table that spreadsheet programs open and ours reads back.

How this works: one line a person, the parts of the name each in a column of its own, so that none
has to be guessed. The present post and the former ones stand side by side ("post", "post 2" …) as
far as somebody has so many. ``reference`` is by what a person is known again when the name is
changed in the table. Must stay in step: ``importing/people_csv`` (reads these columns).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.documents.tables import as_csv, write_csv
from kcsp_desktop.domain.people import named_with_short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from kcsp_desktop.domain.ids import OrganisationId
    from kcsp_desktop.domain.people import Organisation, Person

NAME_HEADS = ("title", "initials", "first name", "surname", "letters")
POST_HEADS = ("post", "post for", "post from", "post to")


def as_table(people: Iterable[Person], organisations: Iterable[Organisation]) -> str:
    """Return the table, heads first."""
    everybody = tuple(people)
    names = {one.id: named_with_short(one) for one in organisations}
    most = max((len(one.posts) for one in everybody), default=0)
    return as_csv(
        _heads(max(1, most)), (tuple(_cells(one, names, max(1, most))) for one in everybody)
    )


def write_table(
    target: Path, people: Iterable[Person], organisations: Iterable[Organisation]
) -> tuple[Path, str]:
    """Write the table; see ``write_csv``."""
    return write_csv(target, as_table(people, organisations))


def _heads(posts: int) -> tuple[str, ...]:
    """Return the heads for so many posts: "post", "post for", then "post 2", "post 2 for"."""
    numbered = (
        head if n == 1 else head.replace("post", f"post {n}", 1)
        for n in range(1, posts + 1)
        for head in POST_HEADS
    )
    return (*NAME_HEADS, "organisation", "e-mail", "phone", "other spellings", *numbered,
            "reference")  # fmt: skip


def _cells(one: Person, names: Mapping[OrganisationId, str], posts: int) -> Iterator[str]:
    yield from (one.honorific, one.initials, one.forename, one.surname, one.post_nominals)
    yield names.get(one.organisation_id, "") if one.organisation_id else ""
    yield from (one.email, one.phone, "; ".join(one.spellings))
    for n in range(posts):
        post = one.posts[n] if n < len(one.posts) else None
        yield from (post.title, post.organisation, post.begins, post.ends) if post else [""] * 4
    yield one.id
