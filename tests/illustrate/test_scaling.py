"""The bytes of a picture, made anew in one small form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw, ImageFile

from briefing.illustrate.scaling import Refused, Scaled, scale
from tests.illustrate.drawn import bomb, drawn, encoded, opened


def scaled(data: bytes) -> Image.Image:
    """Return the picture that is made of bytes, which has to be one."""
    found = scale(data)
    assert isinstance(found, Scaled), found
    picture = opened(found.data)
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (found.width, found.height))
    return picture


def refused(data: bytes) -> str:
    """Return why bytes give no picture."""
    found = scale(data)
    assert isinstance(found, Refused), found
    return found.reason


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_formats(kind) -> None:
    """Pictures of every usual format become a JPEG of 960 pixels across."""
    assert scaled(encoded(drawn(1920, 1200), kind)).size == (960, 600)


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "LA", "P", "1"])
def test_modes(mode) -> None:
    """Grey, colours, palettes, and black on white all become RGB."""
    found = scaled(encoded(drawn(800, 500, mode), "PNG"))
    low, high = found.convert("L").getextrema()
    assert found.size == (800, 500) and high - low > 100


def test_sixteen_bits_keep_their_light() -> None:
    """Of a grey picture of sixteen bits a level, dark stays dark."""
    levels = Image.linear_gradient("L").resize((400, 300)).convert("I;16").point(lambda level: level * 256)
    low, high = scaled(encoded(levels, "PNG")).convert("L").getextrema()
    assert low < 20 and high > 235


def test_small_ones_keep_their_size() -> None:
    """A picture is never made larger than it is."""
    assert scaled(encoded(drawn(300, 200))).size == (300, 200)


@pytest.mark.parametrize("turn", range(1, 9))
def test_upright(turn) -> None:
    """A picture stands as its camera was held, whatever way its points are written in."""
    upright = drawn(800, 500)
    ImageDraw.Draw(upright).rectangle((0, 0, 200, 120), fill="red")
    told = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # how to write it, so that this note sets it right
    written = upright if turn == 1 else upright.transpose(Image.Transpose(told[turn]))
    note = Image.Exif()
    note[0x0112] = turn
    found = scaled(encoded(written, "JPEG", exif=note, quality=95))
    assert found.size == (800, 500)
    red, green, blue = found.getpixel((60, 40))
    assert red > 200 and green < 60 and blue < 60


def test_nothing_but_the_picture() -> None:
    """Where and when it was taken, with what, comments, profiles and previews are gone."""
    note = Image.Exif()
    note[0x010F], note[0x8825] = "Camera of Ann Lee", {1: "N", 2: (59.0, 0.0, 0.0)}
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = encoded(drawn(), "JPEG", exif=note, comment="by Ann Lee", icc_profile=profile, dpi=(300, 300))
    found = scaled(data)
    assert not found.getexif() and not {"comment", "icc_profile", "exif", "dpi"} & set(found.info)
    assert b"Ann Lee" not in scale(data).data
    assert found.info.get("progressive")


def test_inks_become_light() -> None:
    """A picture in the colours of print has those of a screen."""
    inks = Image.merge("CMYK", (*drawn(400, 300).split(), Image.new("L", (400, 300), 0)))
    ImageDraw.Draw(inks).rectangle((0, 0, 100, 100), fill=(0, 255, 255, 0))
    red, green, blue = scaled(encoded(inks)).getpixel((50, 50))
    assert red > 200 and green < 60 and blue < 60


def test_broken_profile_costs_nothing() -> None:
    """A picture with a damaged colour profile is shown by its numbers."""
    assert scaled(encoded(drawn(), "JPEG", icc_profile=b"no profile" * 40)).size == (640, 400)


def test_animation() -> None:
    """Of an animation the first frame is shown."""
    first, *rest = (drawn(400, 300, seed=seed) for seed in range(3))
    ImageDraw.Draw(first).rectangle((0, 0, 100, 100), fill="red")
    for kind in ("GIF", "WEBP", "PNG"):
        red, green, _ = scaled(encoded(first, kind, save_all=True, append_images=rest)).getpixel((50, 50))
        assert red > 200 and green < 60


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_on_white(mode) -> None:
    """What can be seen through is white."""
    clear = drawn(400, 300, "RGBA")
    ImageDraw.Draw(clear).rectangle((0, 0, 100, 100), fill=(0, 0, 0, 0))
    assert min(scaled(encoded(clear.convert(mode), "PNG")).getpixel((50, 50))) > 245


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is no picture of a kind that can be shown"),
        (b"<!doctype html><html><body>Sign in</body></html>", "is no picture of a kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "is no picture of a kind"),
        (encoded(drawn(), "TIFF"), "is no picture of a kind"),
        (encoded(drawn(), "BMP"), "is no picture of a kind"),
        (encoded(drawn(800, 600))[:9000], "is damaged or cut off"),
        (encoded(drawn(800, 600), "PNG")[:-5000], "is damaged or cut off"),
        (encoded(drawn(199, 300)), "is but 199 × 300 pixels large"),
        (encoded(drawn(400, 80)), "is but 400 × 80 pixels large"),
        (encoded(drawn(1000, 120)), "is of an odd shape (1000 × 120)"),
        (encoded(drawn(300, 900)), "is of an odd shape (300 × 900)"),
        (encoded(Image.new("RGB", (600, 400), (120, 130, 140))), "is of one colour"),
        (encoded(Image.new("RGBA", (600, 400)), "PNG"), "is of one colour"),
        (bomb(60_000, 60_000), "has too many pixels"),
        (bomb(12_000, 12_000), "has too many pixels"),
        (bomb(5_000, 5_000), "has too many pixels"),
    ],
    ids=range(16),
)
def test_refused(data, why) -> None:
    """What is no picture, damaged, tiny, huge, misshapen or empty is refused, and it is said why."""
    assert refused(data).startswith(why)


def test_half_a_picture_is_none_whoever_else_takes_it(monkeypatch) -> None:
    """A picture that is cut off is refused though another part of the program lets Pillow take it."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    assert refused(encoded(drawn(800, 600))[:9000]) == "is damaged or cut off"
    assert ImageFile.LOAD_TRUNCATED_IMAGES


def test_a_mark_on_a_plain_ground_is_plain() -> None:
    """A placeholder with a small mark in its middle is one of one colour."""
    ground = Image.new("RGB", (800, 600), (230, 230, 235))
    ImageDraw.Draw(ground).ellipse((380, 280, 420, 320), fill=(200, 30, 30))
    assert refused(encoded(ground)) == "is of one colour"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
@given(st.data())
def test_any_damage(kind, data) -> None:
    """Whatever bytes of a picture are changed or lost, there is a picture, or a reason."""
    whole = bytearray(encoded(drawn(240, 160), kind))
    for _ in range(data.draw(st.integers(1, 20))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    found = scale(bytes(whole[: data.draw(st.integers(0, len(whole)))]))
    assert isinstance(found, Refused) or found.data


@given(st.binary())
def test_any_bytes(data) -> None:
    """No bytes raise anything."""
    assert isinstance(scale(data), Refused)
