"""Letters that ask for what is owed: one for each owner, as drafts ready to be sent.

How this works: what a letter says comes from public editions alone. Of members' editions is taken
only that there is an action, in which minute, and whose it is; and that only where the owner is
somebody known, since the owner's words of a closed action are closed too. Source: house-format 7.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcsp_desktop.documents.names import safe_words
from kcsp_desktop.documents.plain.clean import clean, one_line
from kcsp_desktop.documents.plain.draft_letter import draft, is_address
from kcsp_desktop.documents.registers.rows import ActionLine, action_lines, open_first
from kcsp_desktop.documents.registers.telling import due, minute
from kcsp_desktop.domain.dates import printed, spoken
from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.wording.addressees import Addressee, owner_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date

    from kcsp_desktop.domain.disclosure import Edition
    from kcsp_desktop.domain.ids import ActionId, BodyId

_LONGEST_NAME = 120  # bytes; a file's whole name may have 255 on most systems


@dataclass(frozen=True, slots=True, kw_only=True)
class Chaser:
    """A letter: its file's name, to whom ("" where no address is known), and its bytes."""

    name: str
    owner: str
    to: str
    actions: int
    content: bytes


@dataclass(slots=True)
class _Owed:
    addressee: Addressee
    open: list[ActionLine]
    closed: list[ActionLine]


def chasers(
    public: Sequence[Edition],
    members: Sequence[Edition],
    days: Mapping[BodyId, tuple[str, ...]],
    today: date,
    known: Mapping[str, Addressee],
    wanted: Collection[ActionId] | None = None,
) -> tuple[Chaser, ...]:
    """Return a letter for each owner of an open action of one body, by the owners' names.

    ``public`` and ``members`` are editions of the same meetings; ``known`` are
    ``domain.wording.addressees``; of ``wanted`` actions alone where it is given: what sleeps is
    the secretary's own and is left out by it.
    """
    if any(one.audience is not Audience.PUBLIC for one in public):
        raise ValueError(public)
    owed = _owed(public, members, days, today, known, wanted)
    found: dict[str, Chaser] = {}
    for one in sorted(owed, key=lambda one: one.addressee.name.casefold()):
        name = _free_name(f"{safe_words(clean(public[-1].body.short_name))} Chaser", one, found)
        email = one.addressee.email if is_address(one.addressee.email) else ""
        found[name.casefold()] = Chaser(
            name=name,
            owner=one.addressee.name,
            to=email,
            actions=len(one.open) + len(one.closed),
            content=draft(email, _subject(public[-1]), _text(public[-1], one, today)),
        )
    return tuple(found.values())


def _owed(
    public: Sequence[Edition],
    members: Sequence[Edition],
    days: Mapping[BodyId, tuple[str, ...]],
    today: date,
    known: Mapping[str, Addressee],
    wanted: Collection[ActionId] | None,
) -> list[_Owed]:
    """Return what each owner owes: the lines that may be told, and those that may not."""
    lines = [line for line in action_lines(public, days, today, wanted) if not line.closed]
    told = {line.action.id for line in lines}
    found: dict[str, _Owed] = {}
    for line in lines:
        words = one_line(line.action.owner)
        if not words:
            continue
        addressee = known.get(owner_key(words), Addressee(name=words))
        key = owner_key(addressee.name)
        found.setdefault(key, _Owed(addressee, [], [])).open.append(line)
    for line in action_lines(members, days, today, wanted):
        if line.closed or line.action.id in told:
            continue
        key = owner_key(line.action.owner)
        if key in known:
            found.setdefault(owner_key(known[key].name), _Owed(known[key], [], []))
            key = owner_key(known[key].name)
        if key in found:
            found[key].closed.append(line)
    return list(found.values())


def _free_name(begin: str, one: _Owed, taken: Collection[str]) -> str:
    """Return "KCSP Chaser Mr Quelch.eml", with a number where the name is taken."""
    words = safe_words(one_line(one.addressee.name)) or "Owner"
    whole = f"{begin} {words}".encode()[:_LONGEST_NAME].decode("utf-8", "ignore").strip(" .")
    name, number = f"{whole}.eml", 2
    while name.casefold() in taken:
        name, number = f"{whole} ({number}).eml", number + 1
    return name


def _subject(edition: Edition) -> str:
    return f"Your actions for the {edition.body.name}"


def _text(edition: Edition, owed: _Owed, today: date) -> str:
    body = edition.body
    count = len(owed.open) + len(owed.closed)
    what = "this action is" if count == 1 else f"these {count} actions are"
    far = "it has" if count == 1 else "each has"
    points = "\n\n".join(
        f"{n}. {textwrap.indent(point, '   ').strip()}"
        for n, point in enumerate((*_points(owed, today), *_stubs(owed)), 1)
    )
    contact = (edition.details.contact or body.contact, edition.details.contact_phone)
    signed = "".join(f"{line.strip()}\n" for line in contact if line.strip())
    return (
        "Hello,\n\n"
        f"by the {body.record_word} of the {body.name} {what} still open with you"
        f" on {spoken(today)}:\n\n"
        f"{points}\n\n"
        f"Please tell me how far {far} come, or when it will be done.\n\n"
        f"Thank you.\n{signed and chr(10)}{signed}"
    )


def _points(owed: _Owed, today: date) -> Iterator[str]:
    """Yield what is owed, since when, and when it is due."""
    for line in open_first(owed.open)[0]:
        late = ", which has passed" if line.due_day and line.due_day < today.isoformat() else ""
        yield (
            f"{clean(line.action.text).strip()}\n"
            f"Agreed on {printed(line.place.day)}, {minute(line.place)}."
            f" Due: {one_line(due(line))}{late}."
        )


def _stubs(owed: _Owed) -> Iterator[str]:
    """Yield where to look: nothing else of what is closed may stand in a letter."""
    for line in owed.closed:
        yield (f"A restricted action: see {minute(line.place)} of {printed(line.place.day)}.")
