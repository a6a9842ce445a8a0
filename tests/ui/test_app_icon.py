"""Our own icon: on the window, and in the files that Windows and macOS ask of a program."""

from __future__ import annotations

import runpy

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QIcon, QImageReader

from kcsp_desktop import paths
from kcsp_desktop.ui.theme import LIGHT
from tests.gates import ROOT
from tests.journeys.secretary import closed, opened


def pictures_in(path, kind):
    data = QByteArray(path.read_bytes())
    buffer = QBuffer(data)
    assert buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    for number in range(reader.imageCount()):
        assert reader.jumpToImage(number)
        yield reader.read()


def test_the_window_carries_it(qapp, tmp_path):
    qapp.setWindowIcon(QIcon())
    window = opened(tmp_path / "store.db")
    try:
        assert not window.windowIcon().isNull()
    finally:
        closed(window)


@pytest.mark.parametrize("side", [16, 24, 32, 256])
def test_it_is_a_sheet_of_our_accent_with_white_lines(qapp, side):
    icon = QIcon(str(paths.resources() / "icons" / "app.svg"))
    picture = icon.pixmap(side, side).toImage()
    assert picture.width() == side
    dots = [picture.pixelColor(x, y) for x in range(side) for y in range(side)]
    assert picture.pixelColor(side - 1, 0).alpha() < 40, "the corner is cut off"
    names = [dot.name().upper() for dot in dots if dot.alpha() == 255]
    assert names.count(LIGHT.accent.upper()) > 0.3 * side * side
    assert names.count("#FFFFFF") > 0.03 * side * side, "the lines are not blurred away"


@pytest.mark.parametrize("kind", ["ico", "icns"])
def test_the_files_for_other_systems_hold_it_in_every_size(qapp, tmp_path, kind):
    made = runpy.run_path(str(ROOT / ".setup" / "app_icons.py"))
    path = made["write"](tmp_path)[kind]
    sides = [picture.width() for picture in pictures_in(path, kind)]
    wanted = made["ICO_SIDES"] if kind == "ico" else made["ICNS_SIDES"].values()
    assert sorted(sides) == sorted(wanted)
