"""Finds the page templates, the package's and a reader's own, and fills them."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from traceback import walk_tb

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefing.errors import RenderError
from briefing.render.languages import right_to_left
from briefing.text.clean import one_line

_PACKAGE = Path(__file__).parents[1]
# In an installed package, and in a checkout, where they stand at the top.
_PLACES = (_PACKAGE / "templates", _PACKAGE.parent / "templates")


def folder() -> Path:
    """Return where the templates are. Without them the installation is broken: RenderError."""
    for place in _PLACES:
        if (place / "fonts").is_dir():
            return place
    raise RenderError(f"the templates are missing at {_PLACES[0]}: install the briefing package again")


@lru_cache
def font(name: str) -> Markup:
    """Return templates/fonts/NAME.woff2 as a data: address; base64 needs no escaping."""
    data = (folder() / "fonts" / f"{name}.woff2").read_bytes()
    return Markup("data:font/woff2;base64,") + base64.b64encode(data).decode("ascii")


@lru_cache(maxsize=2)
def environment(own: Path | None = None) -> Environment:
    """Return one environment: everything that a template is given is escaped, nothing may be missing.

    Templates in `own` go before the package's, which they reach as "briefing/NAME". They may come with
    settings that somebody else wrote, so they see the page and nothing beyond it.
    """
    loader: BaseLoader = FileSystemLoader(folder())
    if own:
        loader = ChoiceLoader([FileSystemLoader(own), loader, PrefixLoader({"briefing": loader})])
    made = (ImmutableSandboxedEnvironment if own else Environment)(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["font"] = font
    made.tests["right_to_left"] = right_to_left
    return made


def fill(template: str, own: Path | None = None, /, **values: object) -> str:
    """Return `template` (its name below the templates' folder) filled with `values`.

    What is wrong in a template of `own` is a RenderError that names its file and line.
    """
    try:
        return environment(own).get_template(template).render(**values)
    except Exception as error:  # whatever a template of somebody else's can do wrong
        if own and (place := _place(error, own)):
            raise RenderError(f"{place}: {one_line(str(error))}: mend it, or unset `templates`") from None
        raise


def _place(error: Exception, own: Path) -> str:
    """Return the file and line below `own` at which a template failed; empty where none of them did."""
    found = [(name, line) for name, line in _lines(error) if name and Path(name).is_relative_to(own)]
    return "{}, line {}".format(*found[-1]) if found else ""


def _lines(error: Exception) -> Iterator[tuple[str | None, int]]:
    """Yield the files and lines that led to an error, the innermost last."""
    for frame, line in walk_tb(error.__traceback__):
        yield frame.f_code.co_filename, line
    if isinstance(error, TemplateSyntaxError):
        yield error.filename, error.lineno
