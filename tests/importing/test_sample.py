"""The sample is a whole: two meetings that use every form there is."""

import re
from datetime import date

import pytest

from kcsp_desktop import paths
from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.blocks import BlockKind, Visibility
from kcsp_desktop.domain.body import Role
from kcsp_desktop.domain.checks import Level, check
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.meeting import is_restricted
from kcsp_desktop.domain.numbering import numbered
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.domain.record import Record, attendance_from_members, reference
from kcsp_desktop.importing.sample import sample_body_id, sample_edits
from tests.journeys.records import SAMPLES


@pytest.fixture(scope="module")
def record() -> Record:
    return apply_all(Record(), sample_edits(paths.resources() / "sample")).record


def blocks(meeting):
    return [block for item in meeting.items for block in item.blocks]


def test_there_is_one_body_with_two_meetings_of_ten_items(record):
    assert len(record.bodies) == 1
    names = [reference(record, meeting) for meeting in record.meetings]
    assert names == ["WCSP/2026-03-19", "WCSP/2026-07-09"]
    assert [len(meeting.items) for meeting in record.meetings] == [10, 10]


def test_every_kind_of_block_is_used(record):
    used = {block.kind for meeting in record.meetings for block in blocks(meeting)}
    assert used == set(BlockKind)


def test_every_way_of_being_there_is_used_but_the_unmarked_and_absent(record):
    used = {row.capacity for meeting in record.meetings for row in meeting.attendance}
    assert used == set(Capacity) - {Capacity.UNMARKED, Capacity.ABSENT}


def test_numbers_begin_where_the_reason_says_and_run_on(record):
    first, second = record.meetings
    assert first.details.first_number_reason
    given = [list(numbered(record, meeting).minutes.values()) for meeting in (first, second)]
    assert given == [list(range(31, 39)), list(range(39, 47))]
    assert [number for _, number in first.issued_numbers] == given[0]


@pytest.mark.parametrize("at", [0, 1])
def test_restricted_items_tell_the_public_a_summary_and_no_detail(record, at):
    meeting = record.meetings[at]
    public = edition(record, meeting, Audience.PUBLIC)
    read = "\n".join(b.block.text for item in public.items for b in item.blocks)
    secret = [b.text for b in blocks(meeting) if b.visibility is Visibility.RESTRICTED]
    assert secret
    assert not [text for text in secret if text in read]
    assert "Members received an update" in read
    assert any(is_restricted(meeting, item) for item in meeting.items)


def test_a_new_meeting_can_be_filled_from_the_members(record):
    body = record.body(sample_body_id())
    rows = attendance_from_members(record, body, date(2026, 3, 12))
    assert len(rows) >= 8
    assert [row.role for row in rows][:2] == [Role.CHAIR, Role.VICE_CHAIR]


def test_its_notes_can_go_out(record):
    first = record.meetings[0]
    found = check(record, first)
    assert [finding.what for finding in found if finding.level is Level.MUST] == []


def test_actions_name_an_owner_and_a_day(record):
    actions = [action for meeting in record.meetings for action in meeting.actions]
    assert actions
    assert all(action.owner and action.due.date and action.block_id for action in actions)


def test_the_ids_are_the_same_each_time(record):
    again = apply_all(Record(), sample_edits(paths.resources() / "sample")).record
    assert record == again


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the real records lie outside the project")
def test_nobody_in_it_stands_in_a_real_record(record):
    real = "\n".join(
        path.read_text(encoding="utf-8", errors="replace") for path in SAMPLES.glob("*.txt")
    )
    surnames = {person.surname for person in record.people}
    assert {name for name in surnames if re.search(rf"\b{re.escape(name)}\b", real)} == set()


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the real records lie outside the project")
def test_no_run_of_eight_words_is_a_real_record_s(record):
    real = words(" ".join(p.read_text(encoding="utf-8", errors="replace")
                          for p in SAMPLES.glob("*.txt")))  # fmt: skip
    known = {tuple(real[n : n + 8]) for n in range(len(real) - 7)}
    copied = set()
    items = [item for meeting in record.meetings for item in meeting.items]
    for item in items:
        if item.kind is ItemKind.LAST_NOTES:
            continue  # the house's own formula for signing
        for block in item.blocks:
            ours = words(block.text)
            copied |= {tuple(ours[n : n + 8]) for n in range(len(ours) - 7)} & known
    assert {" ".join(run) for run in copied} == set()


def words(text):
    return re.findall(r"[a-z]+", text.lower())
