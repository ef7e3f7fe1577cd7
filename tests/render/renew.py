"""Writes the golden files anew, from two samples: `python -m tests.render.renew`, then read the diff."""

import re
from pathlib import Path

from briefing.render import renderers

from . import samples

GOLDEN = Path(__file__).with_name("golden")
FORMATS = ("html", "md", "txt", "json")
SAMPLES = {"small": samples.small, "day": samples.day}


def rendered(sample: str, name: str) -> str:
    """Return a sample in that format, with the data of typefaces and pictures cut out."""
    text = renderers.get(name)(SAMPLES[sample]()).decode("utf-8")
    return re.sub(r"(?<=;base64,)[A-Za-z0-9+/=]+", "…", text)


if __name__ == "__main__":
    for sample in SAMPLES:
        for name in FORMATS:
            (GOLDEN / f"{sample}.{name}").write_text(rendered(sample, name), "utf-8")
