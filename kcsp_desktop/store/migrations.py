"""The schema, step by step. Append only: a step that has been released is never edited.

Plain SQL, since ``transform()`` drops triggers without a word. Each step runs with foreign keys
off, in one transaction with its ledger row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

migrations = Migrations("kcsp_desktop")

_FIRST = """
CREATE TABLE bodies (
    id TEXT PRIMARY KEY, rank REAL NOT NULL, name TEXT NOT NULL, short_name TEXT NOT NULL,
    authority TEXT NOT NULL, record_word TEXT NOT NULL, chair_word TEXT NOT NULL,
    vice_chair_word TEXT NOT NULL, member_word TEXT NOT NULL, resolution_shape TEXT NOT NULL,
    sections TEXT NOT NULL, print_apologies INTEGER NOT NULL,
    print_restricted_heading INTEGER NOT NULL, bold_resolved INTEGER NOT NULL,
    quorum INTEGER NOT NULL, usual_venue TEXT NOT NULL, members TEXT NOT NULL
) STRICT;
CREATE TABLE organisations (
    id TEXT PRIMARY KEY, rank REAL NOT NULL, name TEXT NOT NULL, short_name TEXT NOT NULL
) STRICT;
CREATE TABLE people (
    id TEXT PRIMARY KEY, rank REAL NOT NULL, honorific TEXT NOT NULL, initials TEXT NOT NULL,
    surname TEXT NOT NULL, forename TEXT NOT NULL, post_nominals TEXT NOT NULL,
    organisation_id TEXT, posts TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL
) STRICT;
CREATE TABLE meetings (
    id TEXT PRIMARY KEY, rank REAL NOT NULL, body_id TEXT NOT NULL REFERENCES bodies(id),
    date TEXT NOT NULL, start TEXT NOT NULL, end TEXT NOT NULL, mode TEXT NOT NULL,
    venue TEXT NOT NULL, contact TEXT NOT NULL, contact_phone TEXT NOT NULL,
    contact_email TEXT NOT NULL, first_number INTEGER NOT NULL, first_number_reason TEXT NOT NULL,
    state TEXT NOT NULL, issued_numbers TEXT NOT NULL
) STRICT;
CREATE TABLE sections (
    id TEXT PRIMARY KEY, rank REAL NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meetings(id) ON DELETE CASCADE,
    letter TEXT NOT NULL, title TEXT NOT NULL, restricted INTEGER NOT NULL
) STRICT;
CREATE TABLE items (
    id TEXT PRIMARY KEY, rank REAL NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meetings(id) ON DELETE CASCADE,
    section_id TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, presenter TEXT NOT NULL,
    pages TEXT NOT NULL, minutes_planned INTEGER NOT NULL, minuted INTEGER NOT NULL,
    restricted INTEGER NOT NULL, restriction TEXT NOT NULL, no_outcome TEXT NOT NULL
) STRICT;
CREATE TABLE blocks (
    id TEXT PRIMARY KEY, rank REAL NOT NULL,
    item_id TEXT NOT NULL REFERENCES items(id) ON DELETE CASCADE,
    kind TEXT NOT NULL, runs TEXT NOT NULL, text TEXT NOT NULL, visibility TEXT NOT NULL,
    noted_at TEXT NOT NULL
) STRICT;
CREATE TABLE attendance (
    id TEXT PRIMARY KEY, rank REAL NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meetings(id) ON DELETE CASCADE,
    person_id TEXT NOT NULL, name TEXT NOT NULL, post TEXT NOT NULL, organisation TEXT NOT NULL,
    role TEXT NOT NULL, capacity TEXT NOT NULL, substitute_for TEXT, arrived TEXT NOT NULL,
    left TEXT NOT NULL
) STRICT;
CREATE TABLE actions (
    id TEXT PRIMARY KEY, rank REAL NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meetings(id) ON DELETE CASCADE,
    item_id TEXT NOT NULL, block_id TEXT, text TEXT NOT NULL, owner TEXT NOT NULL,
    due_kind TEXT NOT NULL, due_words TEXT NOT NULL, due_date TEXT NOT NULL,
    state TEXT NOT NULL, note TEXT NOT NULL, visibility TEXT NOT NULL
) STRICT;
CREATE TABLE history (
    number INTEGER PRIMARY KEY, entity TEXT NOT NULL, entity_id TEXT NOT NULL,
    meeting_id TEXT NOT NULL, former TEXT NOT NULL, run TEXT NOT NULL, at TEXT NOT NULL,
    who TEXT NOT NULL
) STRICT;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO facts VALUES ('revision', '0'), ('product', 'KCSP Desktop');
CREATE UNIQUE INDEX history_once_a_run ON history (entity, entity_id, run) WHERE run <> '';
CREATE INDEX history_of_row ON history (entity, entity_id);
CREATE INDEX history_of_meeting ON history (meeting_id);
CREATE INDEX sections_of_meeting ON sections (meeting_id, rank);
CREATE INDEX items_of_meeting ON items (meeting_id, rank);
CREATE INDEX blocks_of_item ON blocks (item_id, rank);
CREATE INDEX attendance_of_meeting ON attendance (meeting_id, rank);
CREATE INDEX actions_of_meeting ON actions (meeting_id, rank);
"""


_ROOM = """
ALTER TABLE bodies ADD COLUMN records_votes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bodies ADD COLUMN mention_reach TEXT NOT NULL DEFAULT 'item';
ALTER TABLE bodies ADD COLUMN mention_initials INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bodies ADD COLUMN words TEXT NOT NULL DEFAULT '[]';
ALTER TABLE items ADD COLUMN course TEXT NOT NULL DEFAULT 'taken';
ALTER TABLE items ADD COLUMN began TEXT NOT NULL DEFAULT '';
ALTER TABLE items ADD COLUMN spent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blocks ADD COLUMN flagged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blocks ADD COLUMN vote TEXT NOT NULL DEFAULT '';
ALTER TABLE attendance ADD COLUMN arrived_item TEXT;
ALTER TABLE attendance ADD COLUMN left_item TEXT;
CREATE TABLE declarations (
    id TEXT PRIMARY KEY, rank REAL NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meetings(id) ON DELETE CASCADE,
    item_id TEXT NOT NULL, person_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    text TEXT NOT NULL, left_room INTEGER NOT NULL
) STRICT;
CREATE INDEX declarations_of_meeting ON declarations (meeting_id, rank);
CREATE TABLE abbreviations (
    id TEXT PRIMARY KEY, rank REAL NOT NULL, short TEXT NOT NULL, full TEXT NOT NULL,
    acronym INTEGER NOT NULL
) STRICT;
"""


_LIFE = """
ALTER TABLE bodies ADD COLUMN parent_id TEXT;
ALTER TABLE bodies ADD COLUMN contact TEXT NOT NULL DEFAULT '';
ALTER TABLE bodies ADD COLUMN contact_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE bodies ADD COLUMN contact_email TEXT NOT NULL DEFAULT '';
ALTER TABLE bodies ADD COLUMN usual_mode TEXT NOT NULL DEFAULT 'in person';
ALTER TABLE bodies ADD COLUMN usual_start TEXT NOT NULL DEFAULT '';
ALTER TABLE bodies ADD COLUMN notice TEXT NOT NULL DEFAULT
    '{"days":5,"kind":"clear working days","holidays":"England"}';
ALTER TABLE bodies ADD COLUMN chair_days INTEGER NOT NULL DEFAULT 5;
ALTER TABLE bodies ADD COLUMN circulate_days INTEGER NOT NULL DEFAULT 10;
ALTER TABLE bodies ADD COLUMN standing TEXT NOT NULL DEFAULT
    '[{"section":"A","title":"Introduction","kind":"introduction","minuted":false},
      {"section":"A","title":"Apologies","kind":"apologies","minuted":false},
      {"section":"A","title":"Declarations of Interest","kind":"declarations"},
      {"section":"A","title":"Notes of the meeting held on","kind":"last notes"},
      {"section":"C","title":"Date of Future Meetings","kind":"dates"}]';
ALTER TABLE bodies ADD COLUMN paragraph_form TEXT NOT NULL DEFAULT '1.';
ALTER TABLE bodies ADD COLUMN date_form TEXT NOT NULL DEFAULT 'Thursday, 14th March, 2024';
ALTER TABLE bodies ADD COLUMN print_future_dates INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bodies ADD COLUMN print_posts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bodies ADD COLUMN cites_exempt INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bodies ADD COLUMN template_id TEXT;
ALTER TABLE organisations ADD COLUMN kind TEXT NOT NULL DEFAULT 'other';
ALTER TABLE organisations ADD COLUMN responsible INTEGER NOT NULL DEFAULT 0;
ALTER TABLE people ADD COLUMN spellings TEXT NOT NULL DEFAULT '[]';
ALTER TABLE meetings ADD COLUMN provisional INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meetings ADD COLUMN presided_by TEXT;
ALTER TABLE meetings ADD COLUMN adjournments TEXT NOT NULL DEFAULT '[]';
ALTER TABLE meetings ADD COLUMN inquorate INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meetings ADD COLUMN future_dates TEXT NOT NULL DEFAULT '[]';
ALTER TABLE meetings ADD COLUMN moved_from TEXT NOT NULL DEFAULT '[]';
ALTER TABLE meetings ADD COLUMN amendments TEXT NOT NULL DEFAULT '[]';
ALTER TABLE meetings ADD COLUMN approval TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN log TEXT NOT NULL DEFAULT '[]';
ALTER TABLE meetings ADD COLUMN issued TEXT NOT NULL DEFAULT '[]';
ALTER TABLE items ADD COLUMN standing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE items ADD COLUMN exempt TEXT NOT NULL DEFAULT '[]';
ALTER TABLE items ADD COLUMN detail TEXT NOT NULL DEFAULT '';
ALTER TABLE items ADD COLUMN urgent_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE items ADD COLUMN notes_of TEXT;
ALTER TABLE items ADD COLUMN report TEXT NOT NULL DEFAULT '';
ALTER TABLE items ADD COLUMN papers TEXT NOT NULL DEFAULT '[]';
CREATE TABLE files (id TEXT PRIMARY KEY, content BLOB NOT NULL, kept_at TEXT NOT NULL) STRICT;
"""


_MEMORY = """
ALTER TABLE bodies ADD COLUMN annex_actions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bodies ADD COLUMN keeps_grants INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bodies ADD COLUMN keeps_cases INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meetings ADD COLUMN outcomes TEXT NOT NULL DEFAULT '[]';
ALTER TABLE meetings ADD COLUMN dismissed TEXT NOT NULL DEFAULT '[]';
ALTER TABLE items ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE actions ADD COLUMN closed_on TEXT NOT NULL DEFAULT '';
ALTER TABLE actions ADD COLUMN dormant_until TEXT NOT NULL DEFAULT '';
ALTER TABLE actions ADD COLUMN updates TEXT NOT NULL DEFAULT '[]';
ALTER TABLE actions ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
CREATE TABLE entries (
    id TEXT PRIMARY KEY, rank REAL NOT NULL, body_id TEXT NOT NULL REFERENCES bodies(id),
    list TEXT NOT NULL, value TEXT NOT NULL
) STRICT;
"""


def _perform(db: Database, statements: str) -> None:
    for statement in statements.split(";"):
        if statement.strip():
            db.execute(statement)


@migrations(name="0001_first")
def first(db: Database) -> None:
    """Make every table of the first version."""
    _perform(db, _FIRST)


@migrations(name="0002_room")
def room(db: Database) -> None:
    """Keep what happens in the room: flags, votes, the course of items, declarations."""
    _perform(db, _ROOM)


@migrations(name="0003_life")
def life(db: Database) -> None:
    """Keep what the whole life of a meeting needs: pattern, notice, reports, papers, approval."""
    _perform(db, _LIFE)


@migrations(name="0004_memory")
def memory(db: Database) -> None:
    """Keep what came of actions and decisions, and the lists of a body."""
    _perform(db, _MEMORY)
