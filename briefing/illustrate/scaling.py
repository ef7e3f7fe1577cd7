"""The bytes of a picture → the same picture in the one form that every page shows: a small JPEG.

What it is made from may be anything: this is for a process that can be killed.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

WIDTH, HEIGHT = 960, 1200
"""Pixels: the most of a scaled picture."""
NARROWEST, LOWEST = 200, 100
"""Pixels below which a picture is an icon, a face or a counter."""
_SHAPES = (0.4, 4.0)  # the least and the most of width to height
# Of a JPEG a part of the pixels is decoded where it is large; of others all are, four bytes each.
_MOST_OF_JPEG, _MOST = 25_000_000, 16_000_000
_QUALITY = 80
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
_PLAIN = 0.99  # of its points: a picture of which so many have about one colour shows nothing
_ABOUT = 16  # of 256 levels
_ORIENTATION = 0x0112
# How a picture has to be turned by what its camera noted, in the words of Pillow's Transpose.
_TURNED = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}


@dataclass(frozen=True, slots=True)
class Scaled:
    """A picture as it is shown: a JPEG without anything but its points."""

    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A picture that is not shown, and why, as the rest of a sentence."""

    reason: str


def scale(data: bytes) -> Scaled | Refused:
    """Return a picture, of an animation its first frame, upright, in RGB, on white, at most 960 pixels wide.

    Refused are what is no JPEG, PNG, WebP, GIF or AVIF, pictures that are damaged, tiny, huge, of an odd
    shape, or of one colour.
    """
    try:
        with _strict():
            return _scaled(data)
    except Exception:  # whatever decoders raise at bytes that somebody made for them
        return Refused("is damaged or cut off")


@contextmanager
def _strict() -> Iterator[None]:
    """Take no half of a picture, which other users of Pillow (WeasyPrint) let it do, nor warn of anything."""
    from PIL import ImageFile

    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _scaled(data: bytes) -> Scaled | Refused:
    from PIL.Image import Transpose

    opened = _opened(data)
    if isinstance(opened, Refused):
        return opened
    turn = _orientation(opened)
    on_its_side = turn > 4
    if reason := _unfit(opened, on_its_side):
        return Refused(reason)
    picture = _full(opened)
    picture.thumbnail((HEIGHT, WIDTH) if on_its_side else (WIDTH, HEIGHT), reducing_gap=2.0)
    picture = _on_white(_in_srgb(picture))
    if turn in _TURNED:
        picture = picture.transpose(Transpose[_TURNED[turn]])
    return Refused("is of one colour") if _is_plain(picture) else _encoded(picture)


def _opened(data: bytes) -> ImageFile | Refused:
    """Return a picture of which no more than its size is read."""
    from PIL import AvifImagePlugin, Image, UnidentifiedImageError, WebPImagePlugin

    assert AvifImagePlugin and WebPImagePlugin  # Pillow knows of them once they are loaded
    try:
        return Image.open(BytesIO(data), formats=_FORMATS)
    except UnidentifiedImageError:
        return Refused("is no picture of a kind that can be shown (JPEG, PNG, WebP, GIF, AVIF)")
    except Image.DecompressionBombError:
        return Refused("has too many pixels")


def _orientation(opened: ImageFile) -> int:
    try:
        return int(opened.getexif().get(_ORIENTATION, 1))
    except Exception:  # what a camera noted is damaged, and the picture need not be
        return 1


def _unfit(opened: ImageFile, on_its_side: bool) -> str:
    """Return why a picture of this size is not shown; empty for one that may be."""
    width, height = opened.size[::-1] if on_its_side else opened.size
    if width * height > (_MOST_OF_JPEG if opened.format == "JPEG" else _MOST):
        return "has too many pixels"
    if width < NARROWEST or height < LOWEST:
        return f"is but {width} × {height} pixels large"
    if not _SHAPES[0] <= width / height <= _SHAPES[1]:
        return f"is of an odd shape ({width} × {height})"
    return ""


def _full(opened: ImageFile) -> Image:
    """Return a picture in a mode that can be scaled; a JPEG is in one, and need not be decoded whole."""
    if opened.mode in ("L", "RGB", "CMYK", "RGBA"):
        return opened
    if opened.mode.startswith("I"):  # sixteen bits of grey
        return opened.point(lambda level: level * (1 / 256)).convert("L")
    return opened.convert("RGBA" if opened.has_transparency_data else "RGB")


def _in_srgb(picture: Image) -> Image:
    """Return a picture with its own colours as screens show them, as far as it says what they are."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode == "RGBA":
        return picture
    from PIL import ImageCms

    try:
        told = ImageCms.ImageCmsProfile(BytesIO(profile))
        return (
            ImageCms.profileToProfile(picture, told, ImageCms.createProfile("sRGB"), outputMode="RGB")
            or picture
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture


def _on_white(picture: Image) -> Image:
    """Return a picture in RGB, what can be seen through filled with white."""
    from PIL import Image

    if not picture.has_transparency_data:
        return picture.convert("RGB")
    full = picture.convert("RGBA")
    white = Image.new("RGB", full.size, "white")
    white.paste(full, mask=full.getchannel("A"))
    return white


def _is_plain(picture: Image) -> bool:
    """Whether nearly all of a picture has the same colour: one that stands for what isn't there."""
    from PIL import Image, ImageChops, ImageStat

    small = picture.resize((64, 64))
    usual = Image.new("RGB", small.size, tuple(int(level) for level in ImageStat.Stat(small).median))
    red, green, blue = ImageChops.difference(small, usual).split()
    levels = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()
    return sum(levels[: _ABOUT + 1]) >= _PLAIN * sum(levels)


def _encoded(picture: Image) -> Scaled:
    picture.info = {}  # else a comment would be taken over
    target = BytesIO()
    picture.save(target, "JPEG", quality=_QUALITY, progressive=True, optimize=True)
    return Scaled(target.getvalue(), *picture.size)
