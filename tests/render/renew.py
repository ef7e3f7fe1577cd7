"""Writes the golden files anew, from samples.small(): `python -m tests.render.renew`, then read the diff."""

import re
from pathlib import Path

from briefing.render import renderers

from . import samples

GOLDEN = Path(__file__).with_name("golden")
FORMATS = ("html", "md", "txt", "json")


def rendered(name: str) -> str:
    """Return the small briefing in that format, with the typefaces' data cut out."""
    text = renderers.get(name)(samples.small()).decode("utf-8")
    return re.sub(r"(?<=;base64,)[A-Za-z0-9+/=]+", "…", text)


if __name__ == "__main__":
    for name in FORMATS:
        (GOLDEN / f"small.{name}").write_text(rendered(name), "utf-8")
