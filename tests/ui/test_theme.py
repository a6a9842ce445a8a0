"""The tokens: contrast in every theme, and what `Look` makes of them."""

import re
from dataclasses import fields
from itertools import product
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QPalette

from kcsp_desktop.ui.look import Look
from kcsp_desktop.ui.theme import DARK, HIGH_CONTRAST, LIGHT, THEMES, Role

ICONS = Path(__file__).parents[2] / "resources" / "icons"
# The program's own icon has a colour and a grid of its own (tests/ui/test_app_icon.py).
LINE_ICONS = sorted(set(ICONS.glob("*.svg")) - {ICONS / "app.svg"})
GROUNDS = ("chrome", "panel", "sheet", "raised", "hover", "soft", "softer")
STATES = ("ok", "warn", "bad")

TEXT_PAIRS = [
    *product(("ink", "ink2", "ink3", "accent", *STATES), GROUNDS),
    *product(("ink", "ink2"), [f"{state}_soft" for state in (*STATES, "lock", "private")]),
    *((state, f"{state}_soft") for state in (*STATES, "lock", "private")),
    *product(("lock",), ("panel", "sheet", "raised", "soft")),
    *product(("ghost",), ("sheet", "softer", "private_soft")),
    ("on_select", "select"),
    ("on_accent", "accent"),
]
SHAPE_PAIRS = [
    *product(("edge", "focus"), GROUNDS),
    *product(("focus", "edge"), [f"{state}_soft" for state in STATES]),
    *product(("flag", "spell"), ("panel", "sheet", "softer", "private_soft")),
    *product(("private", "lock"), ("panel", "sheet")),
]


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture
def look(qapp):
    return Look(ICONS, choice="light")


def test_the_formula_of_contrast_is_the_one_of_wcag():
    assert (contrast("#000000", "#FFFFFF"), round(contrast("#777777", "#FFFFFF"), 2)) == (21, 4.48)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize(("asked", "pairs"), [(4.5, TEXT_PAIRS), (3.0, SHAPE_PAIRS)])
def test_every_pair_in_use_can_be_read(theme, asked, pairs):
    weak = {
        (role, ground): round(found, 2)
        for role, ground in pairs
        if (found := contrast(getattr(theme, role), getattr(theme, ground))) < asked
    }
    assert weak == {}


def test_every_role_has_a_colour_and_every_colour_a_role():
    colours = {field.name for field in fields(LIGHT)} - {"name", "framed"}
    assert set(get_args(Role)) == colours


def test_lengths_and_fonts_grow_with_the_size_of_text(look):
    look.set_percent(150)
    assert (look.px(14), look.font(16).pixelSize(), look.effective(1200)) == (21, 24, 800)


@pytest.mark.parametrize(("asked", "kept"), [(90, 100), (114, 110), (125, 130), (230, 200)])
def test_the_size_of_text_is_kept_in_steps_of_ten_within_100_and_200(look, asked, kept):
    look.set_percent(asked)
    assert look.percent == kept


def test_one_step_more_and_less(look):
    look.larger()
    look.larger()
    look.smaller()
    assert look.percent == 110


def test_a_font_has_its_weight_and_figures_of_one_width(look):
    font = look.font(12, 600, tabular=True)
    assert (font.weight(), [tag.toString() for tag in font.featureTags()]) == (600, [b"tnum"])
    assert QFontInfo(font).pixelSize() == 12


def test_another_theme_is_told_without_a_restart(look, qtbot):
    with qtbot.waitSignal(look.changed):
        look.choose_theme("dark")
    assert look.colour("ink").name().upper() == DARK.ink


def test_nothing_is_told_when_nothing_changes(look, qtbot):
    with qtbot.assertNotEmitted(look.changed):
        look.choose_theme("light")
        look.set_percent(100)


def test_following_the_system_is_the_default(qapp):
    assert (Look(ICONS).choice, Look(ICONS).theme) == ("system", LIGHT)


def test_the_application_wears_the_theme(look, qapp):
    look.dress(qapp)
    look.choose_theme("high_contrast")
    worn = qapp.palette().color(QPalette.ColorRole.Highlight).name().upper()
    look.choose_theme("system")
    assert worn == HIGH_CONTRAST.select


def test_an_icon_is_sharp_on_a_fine_screen_and_has_the_colour_of_its_role(look):
    picture = look.pixmap("half", "accent", 20, ratio=2.0)
    painted = picture.toImage().pixelColor(10, 20).name().upper()
    assert (picture.width(), picture.deviceIndependentSize().width()) == (40, 20)
    assert painted == LIGHT.accent


def test_a_picture_is_made_once_for_each_theme(look):
    first = look.pixmap("home").cacheKey()
    assert look.pixmap("home").cacheKey() == first
    look.choose_theme("dark")
    assert look.pixmap("home").cacheKey() != first


@pytest.mark.parametrize("path", LINE_ICONS, ids=lambda path: path.stem)
def test_every_icon_is_a_line_drawing_in_one_colour(path, look):
    drawing = ElementTree.fromstring(path.read_text("utf-8"))
    asked = {"viewBox": "0 0 24 24", "stroke": "currentColor", "stroke-width": "1.8"}
    assert {name: drawing.get(name) for name in asked} == asked
    picture = look.pixmap(path.stem, size=16).toImage()
    assert any(picture.pixelColor(x, y).alpha() for x in range(16) for y in range(16))


def test_no_colour_is_written_outside_the_theme():
    colour = re.compile(r'"#[0-9A-Fa-f]{3,8}"|rgba?\(|GlobalColor\.(?!transparent)')
    folder = Path(__file__).parents[2] / "kcsp_desktop" / "ui"
    paper = folder / "printing"  # it is white and the ink black, whatever the screen's theme
    rest = (
        path
        for path in folder.rglob("*.py")
        if path.name != "theme.py" and paper not in path.parents
    )
    assert [path.name for path in rest if colour.search(path.read_text("utf-8"))] == []


def test_the_system_is_told_of_a_dark_choice(look, qapp):
    look.dress(qapp)
    look.choose_theme("dark")
    told = qapp.styleHints().colorScheme()
    look.choose_theme("system")
    assert told in (Qt.ColorScheme.Dark, Qt.ColorScheme.Unknown)
