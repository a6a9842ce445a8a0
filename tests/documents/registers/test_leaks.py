"""The leak law over everything that leaves of the registers (house-format 7)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.ids import ActionId
from tests.builders import a_record
from tests.documents.registers.examples import an_eventful_record, bytes_of, with_words
from tests.domain.test_disclosure import PRIVATE, SECRET, meetings

SLOW = settings(max_examples=25, deadline=None)


def told_apart(meeting):
    """Return a record of the meeting, each of its actions with an id of its own."""
    actions = tuple(
        replace(one, id=ActionId(f"action-{n}")) for n, one in enumerate(meeting.actions)
    )
    return a_record(replace(meeting, actions=actions))


@SLOW
@given(meetings())
def test_nothing_closed_is_in_any_byte_for_the_public(meeting) -> None:
    heap = bytes_of(told_apart(meeting), Audience.PUBLIC)
    assert SECRET.encode() not in heap
    assert PRIVATE.encode() not in heap


@SLOW
@given(meetings())
def test_nothing_private_is_in_any_byte_for_members(meeting) -> None:
    assert PRIVATE.encode() not in bytes_of(told_apart(meeting), Audience.RESTRICTED)


def test_the_heap_would_show_a_leak() -> None:
    record = an_eventful_record()
    for words in (b"Visit the family", b"Half done", b"Printed in May", b"Hush", b"All was sent"):
        assert words in bytes_of(record, Audience.RESTRICTED)
        assert words not in bytes_of(record, Audience.PUBLIC)


@pytest.mark.parametrize(
    "words", ["=cmd()", "@SUM", "a\nb\r\nc", "😀", "x" * 10_000, "n\x00\x0b\ud800l", "<&>\"'"]
)
def test_every_document_can_be_made_of_hostile_words(words) -> None:
    for audience in (Audience.PUBLIC, Audience.RESTRICTED):
        assert len(bytes_of(with_words(words), audience)) > len(words)
