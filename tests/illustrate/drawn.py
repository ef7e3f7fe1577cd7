"""Pictures drawn for these tests."""

from __future__ import annotations

import zlib
from io import BytesIO
from struct import pack
from typing import Any

from PIL import Image


def drawn(width: int = 640, height: int = 400, mode: str = "RGB", seed: int = 0) -> Image.Image:
    """Return a picture of many colours; another `seed` gives another one."""
    side = Image.linear_gradient("L").resize((width, height)).rotate(90 * (seed % 2))
    ripples = Image.effect_mandelbrot((width, height), (-2.0 + seed / 9, -1.2, 0.8, 1.2), 40)
    return Image.merge("RGB", (side, ripples, side.rotate(180))).convert(mode)


def encoded(picture: Image.Image, kind: str = "JPEG", **how: Any) -> bytes:
    """Return a picture's bytes."""
    target = BytesIO()
    picture.save(target, kind, **how)
    return target.getvalue()


def opened(data: bytes) -> Image.Image:
    """Return the picture in bytes."""
    return Image.open(BytesIO(data))


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of a few kilobytes that says it is as large as that, and is black to its end."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))

    rows = zlib.compressobj(9)
    line = bytes(1 + width // 8)
    data = b"".join(rows.compress(line) for _ in range(min(height, 2000))) + rows.flush()
    head = pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
