"""Finds the page templates and fills them."""

from __future__ import annotations

import base64
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from briefing.errors import RenderError
from briefing.render.languages import right_to_left

_PACKAGE = Path(__file__).parents[1]
# In an installed package, and in a checkout, where they stand at the top.
_PLACES = (_PACKAGE / "templates", _PACKAGE.parent / "templates")


def folder() -> Path:
    """Return where the templates are. Without them the installation is broken: RenderError."""
    for place in _PLACES:
        if (place / "fonts").is_dir():
            return place
    raise RenderError(f"the templates are missing at {_PLACES[0]}: install the briefing package again")


def font(name: str) -> Markup:
    """Return templates/fonts/NAME.woff2 as a data: address; base64 needs no escaping."""
    data = (folder() / "fonts" / f"{name}.woff2").read_bytes()
    return Markup("data:font/woff2;base64,") + base64.b64encode(data).decode("ascii")


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the one environment: everything that a template is given is escaped, nothing may be missing."""
    made = Environment(
        loader=FileSystemLoader(folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["font"] = lru_cache(font)
    made.tests["right_to_left"] = right_to_left
    return made


def fill(template: str, **values: object) -> str:
    """Return `template` (its name below the templates' folder) filled with `values`."""
    return environment().get_template(template).render(**values)
