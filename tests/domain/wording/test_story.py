"""What has happened to a meeting, told a line each."""

from __future__ import annotations

import pytest

from kcsp_desktop.domain.checks import Finding, Level
from kcsp_desktop.domain.life import StateChange
from kcsp_desktop.domain.lifecycle import HAPPENED, Event, worded
from kcsp_desktop.domain.wording.story import confirmed, story
from tests.builders import a_meeting


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (StateChange(event="circulate the notes", at="2026-03-25T09:12:30+00:00", who="ann",
                     note="Confirmed: B1 lists no date"),
         ("Minutes circulated", "25 March 2026, 9.12, by ann. Confirmed: B1 lists no date")),
        (StateChange(event="begin the meeting", at=""), ("Meeting begun", "")),
        (StateChange(event="blown away", at="soon"), ("Blown away", "soon")),
    ],
)  # fmt: skip
def test_an_event_is_told_with_when_through_whom_and_why(change, told) -> None:
    assert story(a_meeting(log=(change,)), "minutes") == (told,)


def test_the_latest_comes_first() -> None:
    log = tuple(StateChange(event=str(event), at="") for event in Event)
    assert [what for what, _ in story(a_meeting(log=log), "notes")] == list(HAPPENED.values())[::-1]


@pytest.mark.parametrize(
    ("count", "why", "note"),
    [
        (0, "", ""),
        (0, "A wrong figure.", "A wrong figure"),
        (2, "", "Confirmed: one is odd; one is odd"),
        (1, "Late.", "Late. Confirmed: one is odd"),
    ],
)
def test_what_was_confirmed_is_kept(count, why, note) -> None:
    odd = Finding(check="c", level=Level.LOOK, what="one is odd", where="", page="agenda")
    assert confirmed((odd,) * count, why) == note


def test_a_body_s_own_word_stands_for_its_record() -> None:
    assert worded("Notes circulated: the notes", "MINUTES") == "Minutes circulated: the minutes"
