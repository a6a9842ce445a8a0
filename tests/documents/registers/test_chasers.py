"""Letters to owners, read by Python's own mail parser: to whom, about what, nothing restricted."""

from __future__ import annotations

import email
from dataclasses import replace
from email.policy import default

import pytest

from kcsp_desktop.documents.plain.draft_letter import draft, is_address
from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.domain.ids import ActionId
from tests.builders import a_meeting, a_person, a_record, an_action
from tests.documents.registers.examples import an_eventful_record, letters, with_words


def read(chaser):
    return email.message_from_bytes(chaser.content, policy=default)


def owing(*actions, **fields):
    made = (replace(one, id=ActionId(f"a{n}")) for n, one in enumerate(actions))
    return letters(a_record(a_meeting(1, actions=tuple(made)), **fields))


def test_each_owner_has_one_letter_with_all_that_is_open() -> None:
    found = {one.owner: one for one in letters(an_eventful_record())}
    assert {name: one.actions for name, one in found.items()} == {
        "All members": 1, "Mr P M Quelch": 2, "Mrs A Barden": 1, "Ms S Oduya": 1, "The Clerk": 1,
    }  # fmt: skip
    quelch = found["Mr P M Quelch"]
    letter = read(quelch)
    assert (quelch.name, letter["To"]) == ("ACP Chaser Mr P M Quelch.eml", "p.quelch@abc.example")
    assert letter["X-Unsent"] == "1"
    assert letter["Subject"] == "Your actions for the Alder Community Partnership"
    text = letter.get_content().replace("\r\n", "\n")
    assert "1. Send the wardens' plan\n   Agreed on 12 March 2026, minute 1." in text
    assert "Due: 30 April 2026, which has passed." in text
    assert "2. A restricted action: see minute 3 of 12 March 2026." in text


def test_what_is_restricted_is_named_by_its_minute_alone() -> None:
    everything = b"\n".join(one.content for one in letters(an_eventful_record()))
    for words in (b"Visit the family", b"Hush", b"Half done", b"Case reviews"):
        assert words not in everything


def test_an_owner_whom_nobody_knows_is_not_named_for_a_restricted_action() -> None:
    closed = an_action(owner="The family of K", visibility=Visibility.RESTRICTED)
    assert owing(closed) == ()
    both = owing(closed, an_action(owner="the family of K"))
    assert [(one.owner, one.actions) for one in both] == [("the family of K", 2)]


def test_forms_of_one_name_are_one_owner_and_one_name_of_two_people_has_no_address() -> None:
    forms = ("Mr Quelch", "Mr P M Quelch", "mr  quelch", "Mr Quelch (Head of Wardens, ABC)")
    one = a_person(2, email="q@abc.example")
    (letter,) = owing(*(an_action(owner=form) for form in forms), people=(one,))
    assert (letter.to, letter.actions) == ("q@abc.example", 4)
    other = replace(a_person(2, email="z@abc.example"), id="other", initials="Z")
    (letter,) = owing(an_action(owner="Mr Quelch"), people=(one, other))
    assert letter.to == ""
    assert read(letter)["To"] is None


def test_only_wanted_actions_are_asked_for() -> None:
    (letter,) = letters(an_eventful_record(), wanted={ActionId("action-2")})
    assert letter.owner == "All members"


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        ("Kent/Medway: <all>", "ACP Chaser Kent-Medway- -all-.eml"),
        ("..\\..\\evil", "ACP Chaser -..-evil.eml"),
        ("nul\x00 and\nline", "ACP Chaser nul and line.eml"),
        ("CON", "ACP Chaser CON.eml"),
        ("\ud800", "ACP Chaser Owner.eml"),
    ],
)
def test_names_of_files_are_safe_on_every_system(owner, name) -> None:
    found = owing(an_action(owner=owner))
    assert [one.name for one in found] == ([name] if owner != "\ud800" else [])


def test_long_and_like_names_stay_apart_and_short() -> None:
    found = owing(*(an_action(owner=f"{'é' * 300}{n}") for n in range(3)))
    assert len({one.name for one in found}) == 3
    assert all(len(one.name.encode()) < 160 for one in found)


@pytest.mark.parametrize(
    "words", ["=cmd()", "a\nBcc: x@y.example\n\nb", "😀", "x" * 10_000, "n\x00\ud800l", "."]
)
def test_hostile_words_are_in_the_letter_and_make_no_header(words) -> None:
    for one in letters(with_words(words)):
        letter = read(one)
        assert set(letter) == {"X-Unsent", "Subject", "Content-Type",
                               "Content-Transfer-Encoding", "MIME-Version"}  # fmt: skip
        flat = "".join(letter.get_content().split())
        assert "".join(words.replace("\x00", "").replace("\ud800", "").split()) in flat


@pytest.mark.parametrize(
    ("to", "holds"),
    [
        ("a@b.example", True),
        ("a b", False),
        ("", False),
        ("a@b.example\nBcc: c@d.example", False),
        ("@", False),
        ("a..b@c.example", False),
        ("Ann <a@b.example>", False),
        ("a@b.example, c@d.example", False),
    ],
)
def test_what_is_no_address_is_left_out(to, holds) -> None:
    assert is_address(to) is holds
    letter = email.message_from_bytes(draft(to, "Hello\nCc: x@y.example", "text"), policy=default)
    assert (letter["To"] is not None) is holds
    assert letter["Cc"] is None
