"""A committee that takes minutes, votes and cites Schedule 12A is set up from nothing, by key."""

from datetime import time

import pytest

from tests.journeys.keyboard import press
from tests.journeys.secretary import (
    closed,
    focus_name,
    go_to_field,
    make_body,
    make_meeting,
    opened,
    wait_for,
)

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def window(qapp, tmp_path):
    """Open the application on an empty store and make the committee."""
    window = opened(tmp_path / "store.db")
    make_body("Alder Regulation Committee", "ARC", "Alder County Council")
    yield window
    closed(window)


def committee(window):
    return window.workspace.record.bodies[0]


def fill(**fields: str) -> None:
    """Type into fields of the form, each reached by Tab."""
    for name, text in fields.items():
        go_to_field(name)
        press(f"<Ctrl+A>{text}<Enter>")


def take(*names: str, key: str = "<Down>") -> None:
    """Take the second of two, or tick a box, in fields reached by Tab."""
    for name in names:
        go_to_field(name)
        press(key)


def test_a_committee_with_votes_is_set_up_by_key_alone(window):
    take("bodyRecordWord")
    fill(bodyChairWord="Chairman", bodyMemberWord="Member")
    take("bodyMode")
    fill(bodyStart="10am", bodyVenue="Committee Room 2", bodyQuorum="3", bodyContact="Ms L Tran")
    fill(bodyEmail="l.tran@example.org", bodyNoticeDays="5")
    take("bodyRecordsVotes", "bodyCitesExempt", key="<Space>")
    take("bodyParagraphs", "bodyDateForm", "bodyMentionReach")
    take("bodyPrintPosts", "bodyPrintApologies", "bodyPrintRestricted", key="<Space>")
    body = committee(window)
    assert (body.record_word, body.paragraph_form, body.mention_reach) == (
        "minutes", "(1)", "meeting",
    )  # fmt: skip
    assert (body.chair_word, body.member_word) == ("Chairman", "Member")
    assert (body.usual_start, body.usual_venue, body.quorum) == (time(10), "Committee Room 2", 3)
    assert (body.contact, body.contact_email) == ("Ms L Tran", "l.tran@example.org")
    assert (body.records_votes, body.cites_exempt, body.print_posts) == (True, True, True)
    assert (body.notice.days, str(body.notice.kind)) == (5, "clear working days")


def test_its_pattern_and_its_members_make_its_meeting(window):
    go_to_field("bodyStanding")
    press("<Down><Down><Ins>Exclusion of the press and public<Tab><Tab>dec<Enter>")
    press("<Down>s")
    go_to_field("bodyMembersAdd")
    press("<Ins>Cllr A Reid<Tab><Up><Up><Enter>")
    press("<Ins>Cllr B Moss<Tab><Tab>Birch Council<Tab>1/9/2020<Tab><Tab>Cllr D Fenn<Enter>")
    press("<Ins>Mr O Dale<Tab><Down><Tab><Tab><Tab><Tab><Tab><Space><Enter>")
    press("<Ins>Cllr C Past<Tab><Tab><Tab><Tab>31/8/2021<Enter>")
    body = committee(window)
    assert [one.voting for one in body.members] == [True, True, False, True]
    assert body.members[1].substitute_id is not None
    press("<Esc>")
    wait_for(lambda: focus_name() == "bodiesList")
    make_meeting("14 March 2030", "Committee Room 2")
    (meeting,) = window.workspace.record.meetings
    assert [row.name for row in meeting.attendance] == ["Cllr A Reid", "Cllr B Moss", "Mr O Dale"]
    titles = [item.title for item in meeting.items]
    assert "Exclusion of the press and public" in titles
    assert not any(title.startswith("Notes of the meeting") for title in titles)
