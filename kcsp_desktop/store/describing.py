"""``docs/store.md``: the tables as they are, with a sentence on each. Made, never typed.

``python -m kcsp_desktop.store.describing`` prints it; a test compares it with the file.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database

from kcsp_desktop.store.migrations import migrations

_WORDS = {
    "bodies": "A committee or partnership. `sections` and `standing` (the pattern of its agendas), "
    "`members` and `notice` are JSON: they have no identity of their own and are always read with "
    "their body.",
    "organisations": "Who sends people.",
    "people": "Persons; `posts` is JSON, the latest first.",
    "meetings": "One meeting. JSON: `issued_numbers` (item and minute number as circulated), "
    "`adjournments`, `future_dates` as the agenda lists them, `moved_from`, `amendments` and "
    "`approval` of this meeting's record, `log` (each event, when and through whom), `issued` "
    "(each document that went out).",
    "sections": "The lettered parts of one agenda.",
    "items": "Agenda items. Codes and minute numbers are derived and never stored here. `report` "
    "and `papers` are JSON; `notes_of` is the meeting whose record is up for approval.",
    "blocks": "The minutes, a paragraph a row. `runs` is JSON, `[[text, marks], …]` (1 bold, "
    "2 italic); `text` is the letters alone; `vote` is JSON, of a resolution that was voted on.",
    "attendance": "One person at one meeting, with name, post and organisation as on the day.",
    "declarations": "Interests that members declared, and in which item.",
    "abbreviations": "What the secretary types for longer words; an acronym stays in the text.",
    "actions": "Who owes what by when. `block_id` stays when the block goes.",
    "entries": "The lists of a body beside its meetings: priorities and themes (`tags`), `grants` "
    "and their `projects`, `cases`, saved `filters`. `value` is JSON; money is in pence.",
    "history": "What a row was before it changed: `former` is the row as JSON, kept once for "
    "each row in each typing run. Nothing is ever taken out.",
    "files": "What is in the papers' files, by its SHA-256. Nothing is ever taken out.",
    "facts": "`revision` counts the commits; `product` says whose file this is.",
}

_HEAD = """\
# The store

Made by `python -m kcsp_desktop.store.describing`; a test compares. Do not edit.

One SQLite file (WAL, `synchronous=FULL`, foreign keys on) and beside it `….lock`, which the one
writer holds through the operating system. Ids are UUID text. `rank` is a row's place in its list:
numbers with room between them, so that what is put between two rows writes one. Dates and times
are ISO text; empty text means none. Schema steps so far: {steps}.
"""


def described() -> str:
    """Return the whole text of ``docs/store.md``."""
    conn = sqlite3.connect(":memory:")
    try:
        migrations.apply(Database(conn, execute_plugins=False))
        steps = [row[0] for row in conn.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]
        head = _HEAD.format(steps=", ".join(f"`{step}`" for step in steps))
        return "\n".join([head, *(_table(conn, table) for table in _WORDS)])
    finally:
        conn.close()


def _table(conn: sqlite3.Connection, table: str) -> str:
    lines = [f"## {table}", "", _WORDS[table], "", "| column | type | |", "|---|---|---|"]
    points = {
        row[3]: f"→ {row[2]}" + (", goes with it" if row[6] == "CASCADE" else "")
        for row in conn.execute(f"PRAGMA foreign_key_list({table})")
    }
    for _, name, kind, _, _, key in conn.execute(f"PRAGMA table_info({table})"):
        lines.append(f"| {name} | {kind} | {'key' if key else points.get(name, '')} |")
    indexes = [row[1] for row in conn.execute(f"PRAGMA index_list({table})") if row[3] == "c"]
    for index in sorted(indexes):
        columns = ", ".join(row[2] for row in conn.execute(f"PRAGMA index_info({index})"))
        lines += ["", f"Index `{index}`: {columns}."]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    print(described(), end="")
