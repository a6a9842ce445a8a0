"""The tokens of the look: every colour role in three themes, type, space and measures, once.

How this works: these are plain values, no Qt. `look.Look` puts the text size on top and turns them
into colours, fonts and pixels; nothing else in the window holds a colour or a pixel number.
What must stay in step: `tests/ui/test_theme.py` computes the contrast of every pair in use.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

ThemeName = Literal["light", "dark", "high_contrast"]
ThemeChoice = Literal["system", "light", "dark", "high_contrast"]

Role = Literal[
    "chrome", "panel", "sheet", "raised", "hover", "soft", "softer", "select", "on_select",
    "ink", "ink2", "ink3", "line", "edge", "accent", "on_accent", "focus",
    "ok", "ok_soft", "warn", "warn_soft", "bad", "bad_soft", "lock", "lock_soft",
    "private", "private_soft", "ghost", "flag", "spell",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One colour for every role. `framed`: a selected row has a frame and no ground."""

    name: ThemeName
    chrome: str  # menu bar, strip, status bar
    panel: str  # side columns, table heads, Home
    sheet: str  # the sheet, lists
    raised: str  # fields, buttons, cards, popups
    hover: str
    soft: str  # selected row, state pill
    softer: str  # resolution
    select: str  # ground of selected text
    on_select: str
    ink: str
    ink2: str  # second text, icons
    ink3: str  # painted numbers, placeholders, section names
    line: str  # hairlines: decoration, carry no meaning
    edge: str  # borders of fields, buttons, boxes, keycaps
    accent: str  # links, what is current, RESOLVED, the main button
    on_accent: str
    focus: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    lock: str  # restricted, and nothing else
    lock_soft: str
    private: str  # private note, and nothing else
    private_soft: str
    ghost: str  # completion after the caret
    flag: str
    spell: str
    framed: bool = False


LIGHT: Final = Theme(
    name="light",
    chrome="#EEF0F2",
    panel="#F6F7F8",
    sheet="#FFFFFF",
    raised="#FFFFFF",
    hover="#E6E9EC",
    soft="#E1EDF6",
    softer="#F3F8FB",
    select="#C7DFF3",
    on_select="#15191D",
    ink="#15191D",
    ink2="#454D55",
    ink3="#5C656D",
    line="#D5D9DD",
    edge="#7A828A",
    accent="#1A5A8C",
    on_accent="#FFFFFF",
    focus="#0F6CBD",
    ok="#1B6B3A",
    ok_soft="#E5F3E9",
    warn="#7A4A00",
    warn_soft="#FDF1D7",
    bad="#A3221A",
    bad_soft="#FBE8E6",
    lock="#5B2A86",
    lock_soft="#F1E9F8",
    private="#5A5346",
    private_soft="#F5F2EA",
    ghost="#646D75",
    flag="#B45309",
    spell="#C2261C",
)

DARK: Final = Theme(
    name="dark",
    chrome="#1A1D20",
    panel="#1F2326",
    sheet="#25292D",
    raised="#2C3135",
    hover="#30363B",
    soft="#26405A",
    softer="#283038",
    select="#2F5478",
    on_select="#E7EAEC",
    ink="#E7EAEC",
    ink2="#BCC3CA",
    ink3="#A8B0B8",
    line="#3A4147",
    edge="#868F98",
    accent="#86BDEB",
    on_accent="#0E1B26",
    focus="#5AAEF2",
    ok="#7CCB96",
    ok_soft="#22382B",
    warn="#F0BE62",
    warn_soft="#3B3220",
    bad="#F59A92",
    bad_soft="#442624",
    lock="#CDB0EE",
    lock_soft="#372C47",
    private="#CFC5B0",
    private_soft="#302E29",
    ghost="#949DA6",
    flag="#F0A04B",
    spell="#F59A92",
)

_BLACK, _WHITE, _YELLOW = "#000000", "#FFFFFF", "#FFE14D"

HIGH_CONTRAST: Final = Theme(
    name="high_contrast",
    chrome=_BLACK,
    panel=_BLACK,
    sheet=_BLACK,
    raised=_BLACK,
    hover=_BLACK,
    soft=_BLACK,
    softer=_BLACK,
    select=_YELLOW,
    on_select=_BLACK,
    ink=_WHITE,
    ink2=_WHITE,
    ink3=_WHITE,
    line=_WHITE,
    edge=_WHITE,
    accent=_YELLOW,
    on_accent=_BLACK,
    focus=_YELLOW,
    ok=_WHITE,
    ok_soft=_BLACK,
    warn=_WHITE,
    warn_soft=_BLACK,
    bad=_WHITE,
    bad_soft=_BLACK,
    lock=_WHITE,
    lock_soft=_BLACK,
    private=_WHITE,
    private_soft=_BLACK,
    ghost="#C8C8C8",
    flag=_WHITE,
    spell=_WHITE,
    framed=True,
)

THEMES: Final[dict[ThemeName, Theme]] = {t.name: t for t in (LIGHT, DARK, HIGH_CONTRAST)}


class Type:
    """Sizes of type in pixels at 100 %."""

    KEYCAP: Final = 11
    SMALL: Final = 12  # status, notes, small heads
    SECOND: Final = 13  # menu, second text, outline
    UI: Final = 14
    NUMBER: Final = 15  # painted paragraph numbers
    SHEET: Final = 16
    PANEL_TITLE: Final = 16
    CARD_TITLE: Final = 18
    PAGE_TITLE: Final = 20
    DAY: Final = 22  # the date on Home
    SHEET_LINE: Final = 1.48  # line height of the sheet, as a factor


class Weight:
    """Weights of type."""

    PLAIN: Final = 400
    NAME: Final = 500  # names, tabs
    TITLE: Final = 600  # titles, what is current
    TYPED: Final = 700  # only the typed letters in a completion


class Space:
    """Distances in pixels at 100 %: steps of four."""

    XS: Final = 4
    S: Final = 8
    M: Final = 12
    L: Final = 16
    XL: Final = 24
    XXL: Final = 40


class Measure:
    """Sizes of things in pixels at 100 %."""

    LINE: Final = 1
    RING: Final = 2  # focus ring
    BAR: Final = 3  # bar at the left of what is current
    RADIUS: Final = 4
    RADIUS_CARD: Final = 6
    RADIUS_KEYCAP: Final = 3
    CONTROL: Final = 32
    BOX: Final = 16  # the square of a check box
    KEYCAP: Final = 18
    PILL: Final = 22
    ROW: Final = 31
    ROW_WIDE: Final = 34
    ROW_OUTLINE: Final = 29
    ROW_OUTLINE_TWO: Final = 45
    ROW_PEOPLE: Final = 26
    ROW_DEED: Final = 54  # issue list
    ROW_CARD: Final = 58  # Home's "Needs you"
    SECTION: Final = 33
    TABLE_HEAD: Final = 29
    MENU_BAR: Final = 26
    STRIP: Final = 46
    STATUS: Final = 26
    NOTICE: Final = 54
    NOTICE_ONE_LINE: Final = 40
    ICON: Final = 16
    ICON_SMALL: Final = 14
    ICON_LARGE: Final = 18
    OUTLINE: Final = 280  # left column of the minutes
    PEOPLE: Final = 288  # right column of the minutes
    SHEET_TEXT: Final = 640  # widest line of the sheet
    SHEET_TEXT_AT: Final = 84  # where the text begins, behind marks and numbers
    SHEET_SIDES: Final = (36, 40)  # free space beside marks and text
    SHEET_SIDES_NARROW: Final = (0, 20)
    SHEET_NARROW: Final = 700  # a sheet of less has the narrow sides
    HEAD_LOW: Final = 420  # a page of less height has a short head over the sheet
    DIALOG: Final = 627
    NAMES: Final = 440  # the popup of names
    NAME_ABOUT: Final = 124  # where the post begins in it
    ROW_NAME: Final = 32
    KEYS_SHEET: Final = (760, 600)
    WINDOW: Final = (1000, 620)  # the smallest window


class RoomMeasure:
    """Sizes of the room view in pixels where its window is 768 high; they grow with it."""

    WINDOW: Final = (1024, 576)
    HEIGHT: Final = 768
    SIDE: Final = 120
    RULE: Final = 88
    FOOT: Final = 68
    SMALL: Final = 20
    TITLE: Final = 34
    TEXT: Final = 28
    RESOLUTION: Final = 34
    TEXT_AT: Final = 76
    STEP: Final = 40
    LINE: Final = 1.5
    NATURAL_LINE: Final = 1.21  # the interface font's own line height, as a factor of its size


class Narrow:
    """Effective widths (width divided by the text size) under which the window folds."""

    PEOPLE: Final = 1180
    OUTLINE: Final = 960
    TABS: Final = 800
    FIELDS: Final = 560  # of a form


SMALLEST_PERCENT: Final = 100
LARGEST_PERCENT: Final = 200
STEP_PERCENT: Final = 10
