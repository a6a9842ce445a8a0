"""`Look`: the theme in force and the size of text, as colours, fonts, pixels and icons.

How this works: `app.py` makes one `Look`, calls `dress(app)` once and hands it to every widget.
Widgets ask it while painting and connect to `changed`, which tells of another theme or another
size. Nothing needs a restart.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPixmap,
)

from kcsp_desktop.ui import theme as tokens
from kcsp_desktop.ui.icons import Icons
from kcsp_desktop.ui.style_sheet import palette, style_sheet
from kcsp_desktop.ui.theme import Measure, Role, Theme, ThemeChoice, ThemeName, Type, Weight

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QApplication

_TABULAR: Final = "tnum"
_MOST_WIDTHS: Final = 2000
_LINUX_FAMILIES: Final = ("Inter", "Inter Variable")


class Look(QObject):
    """The theme in force, the size of text, and all that is made of them."""

    changed = Signal()

    def __init__(
        self,
        icons: Path,
        *,
        choice: ThemeChoice = "system",
        percent: int = tokens.SMALLEST_PERCENT,
        parent: QObject | None = None,
    ) -> None:
        """`icons` is the folder of our SVG icons; it is read when one is first needed."""
        super().__init__(parent)
        self._icons = Icons(icons)
        self._choice: ThemeChoice = choice
        self._percent = _within(percent)
        self._app: QApplication | None = None
        self._families: list[str] | None = None
        self._fonts: dict[tuple[float, int, bool], QFont] = {}
        self._metrics: dict[tuple[float, int, bool], QFontMetrics] = {}
        self._widths: dict[tuple[str, float, int, bool], int] = {}
        self._colours: dict[Role, QColor] = {}
        self._theme = tokens.THEMES[self._wanted()]

    # --- the theme -------------------------------------------------------------------------

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def choice(self) -> ThemeChoice:
        """What the user chose in View, Theme."""
        return self._choice

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Follow the system, or keep to one theme."""
        self._choice = choice
        if self._app is not None:
            self._tell_system()
        self._follow()

    def colour(self, role: Role) -> QColor:
        """Return the colour of a role. The value is shared: do not change it."""
        found = self._colours.get(role)
        if found is None:
            found = self._colours[role] = QColor(getattr(self._theme, role))
        return found

    # --- the size of text ------------------------------------------------------------------

    @property
    def percent(self) -> int:
        """The size of text, 100 to 200."""
        return self._percent

    @property
    def factor(self) -> float:
        """The size of text as a factor, 1.0 to 2.0."""
        return self._percent / 100

    def set_percent(self, percent: int) -> None:
        """Set the size of text; it is kept within 100 and 200, in steps of ten."""
        percent = _within(percent)
        if percent != self._percent:
            self._percent = percent
            self._renew()

    def larger(self) -> None:
        """Make everything one step larger."""
        self.set_percent(self._percent + tokens.STEP_PERCENT)

    def smaller(self) -> None:
        """Make everything one step smaller."""
        self.set_percent(self._percent - tokens.STEP_PERCENT)

    def px(self, at_100_percent: float) -> int:
        """Return a length in whole pixels at the size in force."""
        return int(at_100_percent * self._percent / 100 + 0.5)

    def effective(self, width: int) -> int:
        """Return a window's width as the folding rules count it (`theme.Narrow`)."""
        return width * 100 // self._percent

    def font(
        self, size: float = Type.UI, weight: int = Weight.PLAIN, *, tabular: bool = False
    ) -> QFont:
        """Return the interface font; `tabular` gives figures of one width."""
        key = (size, weight, tabular)
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = self._made_font(size, weight, tabular=tabular)
        return QFont(found)

    def metrics(
        self, size: float = Type.UI, weight: int = Weight.PLAIN, *, tabular: bool = False
    ) -> QFontMetrics:
        """Return the measures of that font. The value is shared, and asked for at every paint."""
        key = (size, weight, tabular)
        found = self._metrics.get(key)
        if found is None:
            found = self._metrics[key] = QFontMetrics(self.font(size, weight, tabular=tabular))
        return found

    def wide(
        self,
        words: str,
        size: float = Type.UI,
        weight: int = Weight.PLAIN,
        *,
        tabular: bool = False,
    ) -> int:
        """Return how wide a few words are; for the ones that are painted again and again."""
        key = (words, size, weight, tabular)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > _MOST_WIDTHS:
                self._widths.clear()
            measures = self.metrics(size, weight, tabular=tabular)
            found = self._widths[key] = measures.horizontalAdvance(words)
        return found

    # --- icons -----------------------------------------------------------------------------

    def icon(self, name: str, role: Role = "ink2", size: float = Measure.ICON) -> QIcon:
        """Return one of our icons in a role's colour, `size` in pixels at 100 %."""
        return QIcon(self.pixmap(name, role, size))

    def pixmap(
        self, name: str, role: Role = "ink2", size: float = Measure.ICON, ratio: float = 0.0
    ) -> QPixmap:
        """Return the picture of an icon; `ratio` is the device's, the sharpest by default."""
        app = QGuiApplication.instance()
        if not ratio:
            ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
        return self._icons.pixmap(name, getattr(self._theme, role), self.px(size), ratio)

    def paint_icon(self, painter: QPainter, name: str, role: Role, rect: QRect) -> None:
        """Paint an icon in the middle of a rectangle, as large as its shorter side."""
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatio()
        picture = self._icons.pixmap(name, getattr(self._theme, role), side, ratio)
        centre = rect.center()
        painter.drawPixmap(centre.x() - (side - 1) // 2, centre.y() - (side - 1) // 2, picture)

    # --- the application -------------------------------------------------------------------

    def dress(self, app: QApplication) -> None:
        """Give the application our style, palette, fonts and style sheet, and keep them so."""
        self._app = app
        if app.style().objectName() != "fusion":
            app.setStyle("Fusion")
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        self._tell_system()
        self._theme = tokens.THEMES[self._wanted()]
        self._colours.clear()
        self._put_on()

    def _put_on(self) -> None:
        if self._app is None:
            return
        self._app.setPalette(palette(self._theme))
        self._app.setFont(self.font())
        self._app.setStyleSheet(style_sheet(self._theme, self.px))

    def _follow(self) -> None:
        """Take the theme that is wanted now, if it is another."""
        wanted = tokens.THEMES[self._wanted()]
        if wanted is not self._theme:
            self._theme = wanted
            self._renew()

    def _renew(self) -> None:
        self._colours.clear()
        self._fonts.clear()
        self._metrics.clear()
        self._widths.clear()
        self._icons.forget()
        self._put_on()
        self.changed.emit()

    def _wanted(self) -> ThemeName:
        if self._choice != "system":
            return self._choice
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "high_contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _tell_system(self) -> None:
        """Let window frames and native dialogs be dark or light with us."""
        hints = QGuiApplication.styleHints()
        if self._choice == "system":
            hints.unsetColorScheme()
        elif self._choice == "light":
            hints.setColorScheme(Qt.ColorScheme.Light)
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark)

    def _made_font(self, size: float, weight: int, *, tabular: bool) -> QFont:
        font = QFont(self._family_names())
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        if tabular:
            font.setFeature(QFont.Tag(_TABULAR), 1)
        return font

    def _family_names(self) -> list[str]:
        """Return the platform's interface font; on Linux Inter, where it is installed."""
        if self._families is None:
            system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).families()
            inter = [f for f in _LINUX_FAMILIES if QFontDatabase.hasFamily(f)]
            self._families = inter[:1] + system if sys.platform.startswith("linux") else system
        return self._families


def _within(percent: int) -> int:
    step = tokens.STEP_PERCENT
    rounded = (percent + step // 2) // step * step
    return max(tokens.SMALLEST_PERCENT, min(tokens.LARGEST_PERCENT, rounded))
