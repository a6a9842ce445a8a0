"""What is to be done while people talk, each by keys alone, in the sample's meeting in hand."""

from __future__ import annotations

import pytest

from tests.journeys import secretary
from tests.journeys.command_line import blocks_in, item_in, kcsp, shown
from tests.journeys.keyboard import press

PARTNERSHIP = "Wealdshire Community Safety Partnership"
WORD_PAGE = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=EN-GB>
<p class=MsoNormal><b>Gateways:</b>&nbsp; three villages\r\nare ready.<o:p></o:p></p>
<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><![if !supportLists]><span
style="mso-list:Ignore">\u00b7<span style="font:7.0pt">&nbsp;&nbsp; </span></span><![endif]>Lower
Marl, from <i>May</i>;<o:p></o:p></p>
<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><![if !supportLists]><span
style="mso-list:Ignore">\u00b7<span style="font:7.0pt">&nbsp;&nbsp; </span></span><![endif]>
Marlhaven, later.<o:p></o:p></p></body></html>"""


@pytest.fixture
def store(qapp, tmp_path):
    """A store with the sample, its meeting in hand open at the sheet."""
    path = tmp_path / "store.db"
    kcsp(path, "sample")
    window = secretary.opened(path)
    press("<Enter>")
    assert secretary.focus_name() == "sheet"
    yield path
    secretary.closed(window)


def leave() -> None:
    """Leave the application: everything is saved by then."""
    press("<Ctrl+Q>")
    secretary.wait(100)


def test_a_resolution_with_three_clauses_and_a_bullet_is_taken(store):
    secretary.go_to_item("C1")
    press(
        "<Ctrl+R>:<Enter>note the dates;<Enter>ask for:<Enter><Tab>one in the evening; and<Enter>"
    )
    press("<Enter>thank the officers.")
    leave()
    assert blocks_in(store, "C1") == [
        ("resolution", f"RESOLVED that the {PARTNERSHIP}:"),
        ("clause", "note the dates;"),
        ("clause", "ask for:"),
        ("clause-bullet", "one in the evening; and"),
        ("clause", "thank the officers."),
    ]


def test_a_late_arrival_is_noted(store):
    secretary.go_to_item("B3")
    secretary.note_arrival("Cllr M Threlfall", "10.41")
    leave()
    row = next(one for one in shown(store)["attendance"] if one["name"] == "Cllr M Threlfall")
    assert row["arrived"] == {"at": "10.41", "item": "B3"}
    assert row["capacity"] == "present"
    assert blocks_in(store, "B3")[-1][1] == "Cllr M Threlfall joined the meeting."


def test_an_action_due_at_the_next_meeting_is_logged(store):
    secretary.go_to_item("B3")
    secretary.log_action("Measure the noise again", "Mr D Okafor", "next meeting")
    leave()
    (action,) = item_in(store, "B3")["actions"]
    assert (action["text"], action["owner"]) == ("Measure the noise again", "Mr D Okafor")
    assert action["due"]["kind"] == "next meeting"


def test_a_block_is_moved_to_another_item(store):
    here, there = blocks_in(store, "B3"), blocks_in(store, "C1")
    secretary.go_to_item("B3")
    secretary.move_block_to("C1")
    leave()
    assert blocks_in(store, "B3") == here[:-1]
    assert blocks_in(store, "C1") == [*there, here[-1]]


def test_a_page_of_word_is_pasted_as_blocks(store):
    secretary.go_to_item("C1")
    secretary.paste_page(WORD_PAGE)
    leave()
    assert blocks_in(store, "C1") == [
        ("paragraph", "Gateways: three villages are ready."),
        ("bullet", "Lower Marl, from May;"),
        ("bullet", "Marlhaven, later."),
    ]


def test_a_flagged_place_is_found_again(store):
    secretary.go_to_item("B1")
    press("<Ctrl+L>")
    secretary.go_to_item("C1")
    press("Dates.<F8><Ctrl+End> Seen again.")
    leave()
    found = [block for block in item_in(store, "B1")["blocks"] if block["flagged"]]
    assert [block["text"].endswith(" Seen again.") for block in found] == [True]
