"""The keys in the documentation are the keys of the application."""

from pathlib import Path

from kcsp_desktop.ui.commands import COMMANDS, MENUS
from kcsp_desktop.ui.driving import driving_text

DOCS = Path(__file__).resolve().parents[1] / "docs"


def test_the_driving_page_is_made_from_the_commands():
    assert (DOCS / "driving.md").read_text(encoding="utf-8") == driving_text()


def test_no_key_is_given_twice_on_one_page():
    seen: dict[tuple[str, str], str] = {}
    for command in COMMANDS:
        for page in command.where or ("everywhere",):
            if command.keys:
                assert (page, command.keys) not in seen, command.name
                seen[page, command.keys] = command.name


def test_a_key_that_works_everywhere_is_nothing_else_anywhere():
    keys = [command.keys for command in COMMANDS if command.keys and not command.on_list]
    everywhere = {command.keys for command in COMMANDS if command.keys and not command.where}
    assert [key for key in sorted(everywhere) if keys.count(key) > 1] == []


def test_every_command_stands_in_a_menu():
    assert {command.menu for command in COMMANDS} <= set(MENUS)
