"""The palette and the small style sheet that the application wears over Fusion.

How this works: colours come from the palette wherever Fusion can take them from there; the style
sheet only gives buttons, fields, menu bar, menus and scroll bars their shape. Boxes and lists to
choose from are painted by `kit.choices`, rows by `kit.row_painter`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from kcsp_desktop.ui.theme import Measure, Space, Theme, Type

if TYPE_CHECKING:
    from collections.abc import Callable


def palette(theme: Theme) -> QPalette:
    """Return the theme as a palette."""
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    colours = {
        role.Window: theme.panel,
        role.WindowText: theme.ink,
        role.Base: theme.raised,
        role.AlternateBase: theme.panel,
        role.Text: theme.ink,
        role.PlaceholderText: theme.ink3,
        role.Button: theme.raised,
        role.ButtonText: theme.ink,
        role.BrightText: theme.bad,
        role.Highlight: theme.select,
        role.HighlightedText: theme.on_select,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.ink,
        role.Light: theme.raised,
        role.Midlight: theme.hover,
        role.Mid: theme.line,
        role.Dark: theme.edge,
        role.Shadow: theme.edge,
    }
    made = QPalette()
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, which, QColor(theme.ink3))
    return made


def style_sheet(theme: Theme, px: Callable[[float], int]) -> str:
    """Return the style sheet for a theme; `px` gives lengths at the size of text in force."""
    return _fields(theme, px) + _buttons(theme, px) + _menus(theme, px) + _bars(theme, px)


def _fields(theme: Theme, px: Callable[[float], int]) -> str:
    line, ring, inside = px(Measure.LINE), px(Measure.RING), px(Space.S)
    high, radius = px(Measure.CONTROL), px(Measure.RADIUS)
    return f"""
QLineEdit, TextArea {{
  background: {theme.raised}; border: {line}px solid {theme.edge}; border-radius: {radius}px;
  padding: 0 {inside + ring - line}px; }}
QLineEdit {{ min-height: {high - 2 * line}px; max-height: {high - 2 * line}px; }}
TextArea {{ padding: {px(Space.XS)}px {px(Space.XS + 2)}px; }}
QLineEdit[wrong="true"], TextArea[wrong="true"] {{ border-color: {theme.bad}; }}
QLineEdit:focus {{
  border: {ring}px solid {theme.focus}; padding: 0 {inside}px;
  min-height: {high - 2 * ring}px; max-height: {high - 2 * ring}px; }}
TextArea:focus {{ border: {ring}px solid {theme.focus};
  padding: {px(Space.XS) - ring + line}px {px(Space.XS + 2) - ring + line}px; }}
"""


def _buttons(theme: Theme, px: Callable[[float], int]) -> str:
    line, high, radius = px(Measure.LINE), px(Measure.CONTROL), px(Measure.RADIUS)
    return f"""
QPushButton {{
  background: {theme.raised}; color: {theme.ink}; border: {line}px solid {theme.edge};
  border-radius: {radius}px; padding: 0 {px(Space.L)}px;
  min-height: {high - 2 * line}px; max-height: {high - 2 * line}px; }}
QPushButton:hover {{ background: {theme.hover}; }}
QPushButton:pressed {{ background: {theme.soft}; }}
QPushButton[main="true"] {{
  background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent};
  padding: 0 {px(Space.L + Space.XS)}px; }}
QPushButton[main="true"]:hover {{ border-color: {theme.ink}; }}
QPushButton[main="true"]:pressed {{ border-color: {theme.ink}; }}
"""


def _menus(theme: Theme, px: Callable[[float], int]) -> str:
    line, radius = px(Measure.LINE), px(Measure.RADIUS)
    above = (px(Measure.MENU_BAR) - px(Type.SECOND + 3)) // 2  # a line is three higher than type
    return f"""
QMenuBar, QMenu, QToolTip {{ font-size: {px(Type.SECOND)}px; }}
QMenuBar {{ background: {theme.chrome}; color: {theme.ink}; border: 0; spacing: 0;
  padding: 0 {px(Space.M - 1)}px; }}
QMenuBar::item {{ background: transparent; padding: {above}px {px(Space.M)}px;
  border-radius: {radius}px; }}
QMenuBar::item:selected {{ background: {theme.select}; color: {theme.on_select}; }}
QMenu {{ background: {theme.raised}; color: {theme.ink};
  border: {line}px solid {theme.edge}; padding: {px(Space.XS)}px; }}
QMenu::item {{ padding: {above}px {px(Space.XL)}px; border-radius: {radius}px; }}
QMenu::item:selected {{ background: {theme.select}; color: {theme.on_select}; }}
QMenu::item:disabled {{ background: transparent; color: {theme.ghost}; }}
QMenu::separator {{ height: {line}px; background: {theme.line}; margin: {px(Space.XS)}px 0; }}
Choice {{ combobox-popup: 0; }}
Choice QAbstractItemView {{ background: {theme.raised}; outline: 0; padding: {px(Space.XS)}px;
  border: {line}px solid {theme.edge}; }}
Choice QAbstractItemView::item {{ min-height: {px(Space.XL + Space.XS)}px;
  padding: 0 {px(Space.XS + 2)}px; }}
Choice QAbstractItemView::item:selected {{ background: {theme.select}; color: {theme.on_select}; }}
QToolTip {{ background: {theme.raised}; color: {theme.ink}; border: {line}px solid {theme.edge}; }}
"""


def _bars(theme: Theme, px: Callable[[float], int]) -> str:
    broad, thumb = px(Space.M), px(5)
    side = (broad - thumb) // 2
    return f"""
QScrollBar {{ background: transparent; border: 0; margin: 0; }}
QScrollBar:vertical {{ width: {broad}px; }}
QScrollBar:horizontal {{ height: {broad}px; }}
QScrollBar::handle {{ background: {theme.edge}; border-radius: {thumb // 2}px; }}
QScrollBar::handle:vertical {{ min-height: {px(Space.XXL)}px; margin: 0 {side}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(Space.XXL)}px; margin: {side}px 0; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
"""
