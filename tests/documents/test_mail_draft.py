"""The reminder to an author: a draft letter that holds nothing restricted."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes
from email.policy import default

import pytest

from kcsp_desktop.documents.mail_draft import chaser, chaser_name
from kcsp_desktop.documents.plain.draft_letter import draft
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.reports import Report
from tests.builders import a_meeting, a_record, an_item, some_details
from tests.domain.test_disclosure import OPEN, SECRET


def public(*items, **details):
    meeting = a_meeting(items, details=some_details(**details))
    return edition(a_record(meeting), meeting, Audience.PUBLIC)


def letter(content):
    return message_from_bytes(content, policy=default)


def test_a_reminder_is_a_draft_to_the_author_in_plain_words():
    made = public(
        an_item(title="Wardens \u2013 a plan"), contact="Nora Quelch", contact_phone="01632 9"
    )
    found = letter(chaser(made, made.items[0].item.id, "a.barden@abc.example", date(2026, 3, 2)))
    assert (found["X-Unsent"], found["To"]) == ("1", "a.barden@abc.example")
    assert found["Subject"] == "Report for ACP, item B1: Wardens \u2013 a plan"
    text = "\n".join(found.get_content().splitlines())
    assert "item B1, Wardens \u2013 a plan, of the Alder Community Partnership on Thursday" in text
    assert "asked for by Monday 2 March 2026" in text
    assert text.endswith("Thank you.\n\nNora Quelch\n01632 9")
    assert found["From"] is None


def test_of_a_restricted_item_there_is_its_title_alone():
    item = an_item(
        section="D", title=OPEN, detail=SECRET, restriction=SECRET, presenter=SECRET,
        report=Report(summary=SECRET, subject=SECRET, by=(SECRET,)),
    )  # fmt: skip
    made = public(item)
    content = chaser(made, item.id, "", None)
    found = letter(content)
    assert OPEN in found.get_content()
    assert SECRET not in content.decode() + found.get_content() + str(found.items())
    assert found["To"] is None


def test_only_a_public_edition_makes_a_reminder():
    meeting = a_meeting(1)
    made = edition(a_record(meeting), meeting, Audience.RESTRICTED)
    with pytest.raises(ValueError, match="restricted"):
        chaser(made, meeting.items[0].id, "", None)


def test_an_address_that_is_none_is_told():
    made = public(an_item())
    with pytest.raises(KcspError, match="no e-mail address"):
        chaser(made, made.items[0].item.id, "nobody at home", None)


def test_a_line_end_in_a_title_adds_no_line_to_the_head():
    found = letter(draft("", "One\nBcc: all@abc.example", "Text\n"))
    assert found["Bcc"] is None


def test_the_file_is_called_after_body_day_and_item():
    made = public(an_item())
    assert chaser_name(made, made.items[0].item.id) == "ACP Chaser 2026-03-12 B1.eml"
