"""Draw our own icon into the files that Windows and macOS ask of a program.

Both formats are a list of PNG pictures behind a small table, so Qt and `struct` suffice and the
drawing in resources/icons/app.svg stays the only source.
"""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parents[1] / "resources" / "icons" / "app.svg"
ICO_SIDES = (16, 20, 24, 32, 40, 48, 64, 256)
# macOS names each size, and those for a screen of double density apart.
ICNS_SIDES = {
    b"ic11": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
    b"ic10": 1024,
}


def write(folder: Path) -> dict[str, Path]:
    """Write app.ico and app.icns into a folder; return their places by their endings."""
    made = {"ico": folder / "app.ico", "icns": folder / "app.icns"}
    folder.mkdir(parents=True, exist_ok=True)
    made["ico"].write_bytes(ico({side: png(side) for side in ICO_SIDES}))
    made["icns"].write_bytes(icns({name: png(side) for name, side in ICNS_SIDES.items()}))
    return made


def png(side: int) -> bytes:
    """Return the drawing as a PNG, `side` dots wide and high."""
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG"):
        raise OSError(f"{DRAWING} could not be drawn")
    return data.data()


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon of these pictures by their sides."""
    table, at = struct.pack("<HHH", 0, 1, len(pictures)), 6 + 16 * len(pictures)
    for side, data in pictures.items():
        short = side % 256  # 0 stands for 256
        table += struct.pack("<BBBBHHII", short, short, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return table + b"".join(pictures.values())


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """Return a macOS icon of these pictures by the names of their sizes."""
    parts = [name + struct.pack(">I", 8 + len(data)) + data for name, data in pictures.items()]
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body
