"""What was found in the minutes, as JSON: the secretary's alone, with the phrase and its place."""

import json
from dataclasses import replace

from kcsp_desktop.documents.actions_json import found_json
from kcsp_desktop.domain.commitments import found
from kcsp_desktop.domain.disclosure import Audience, edition
from tests.builders import DAY, a_block, a_meeting, a_record, an_item

TEXT = "Thanks were given. Mrs Barden agreed to report back in May 2026."


def record():
    blocks = (
        a_block(TEXT, block_id="said"),
        a_block("A new depot was due to open in June 2026.", block_id="plan", restricted=True),
    )
    return a_record(a_meeting((an_item(blocks=blocks),)))


def written(audience=Audience.SECRETARY, keep=lambda _: True):
    whole = record()
    meeting = whole.meetings[0]
    kept = [one for one in found(meeting, said_on=DAY) if keep(one)]
    return json.loads(found_json(edition(whole, meeting, audience), kept))


def test_each_has_its_place_its_phrase_and_why_it_is_shown():
    row = written()["commitments"][0]
    assert (row["code"], row["label"], row["kind"]) == ("B1", "1.", "explicit")
    assert (row["owner"], row["owner_kind"]) == ("Mrs Barden", "person")
    assert row["due"] == {"kind": "month", "words": "in May 2026", "date": "2026-05-31"}
    assert TEXT[row["start"] : row["end"]] == row["phrase"] == "agreed to report back"
    assert row["why"] == "Somebody agreed, offered or undertook to do it."


def test_perhaps_is_counted_apart():
    whole = written()
    assert (whole["found"], whole["perhaps"], len(whole["commitments"])) == (1, 1, 2)


def test_what_stands_in_a_closed_block_says_so():
    assert [row["restricted"] for row in written()["commitments"]] == [False, True]


def test_what_the_caller_left_out_is_not_there():
    assert written(keep=lambda one: one.block_id == "said")["perhaps"] == 0


def test_nobody_but_the_secretary_is_told():
    for audience in (Audience.PUBLIC, Audience.RESTRICTED):
        assert written(audience)["commitments"] == []


def test_what_stands_in_a_block_that_is_gone_is_left_out():
    whole = record()
    meeting = whole.meetings[0]
    kept = found(meeting, said_on=DAY)
    gone = replace(meeting, items=(replace(meeting.items[0], blocks=()),))
    after = replace(whole, meetings=(gone,))
    seen = edition(after, gone, Audience.SECRETARY)
    assert json.loads(found_json(seen, kept))["commitments"] == []
