"""Contacts as one line, there and back."""

import pytest

from kcsp_desktop.domain.reports import Contact
from kcsp_desktop.domain.wording.contacts import contact_line, is_address, understood_contact


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ms A Barden", Contact(name="Ms A Barden")),
        ("Ms A Barden, a@b.example", Contact(name="Ms A Barden", email="a@b.example")),
        (
            "Ms A Barden, Head of Wardens, ABC, a@b.example",
            Contact(name="Ms A Barden", post="Head of Wardens, ABC", email="a@b.example"),
        ),
        ("", None),
        ("a@b.example", None),
        ("Ms A Barden, a@", None),
        ("a@b.example, Ms A Barden", None),
    ],
)
def test_a_line_is_a_contact_or_none(line, expected):
    assert understood_contact(line) == expected
    if expected is not None:
        assert contact_line(expected) == line


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a.b@c.example", True), ("a@", False), ("a@b", False), ("a b@c.uk", False), ("", False)],
)
def test_an_address_has_a_name_and_a_place(text, expected):
    assert is_address(text) is expected
