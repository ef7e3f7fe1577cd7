"""`briefing search`: what was in the news, from the library."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import options
from briefing.errors import BriefingError, ConfigError

if TYPE_CHECKING:
    from briefing.store.search import Hit

_INDENT = " " * 12
_PIPED = 100  # columns, where there is no terminal


def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS",
            help='What an article must hold: each word, a "quoted phrase", elect* for the start of a word.',
            show_default=False,
        ),
    ],
    most: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="The most articles.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object with the articles.")] = False,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Look through all articles that are remembered; the best come first.

    Accents and capitals don't matter. Each article says in which briefings it was.

    Examples:

      briefing search harbour crane

      briefing search '"prime minister"' elect* --json
    """
    from briefing.store import FILE, Library, home
    from briefing.store.query import terms

    options.set_up_logging(verbose, quiet)
    if not terms(words):
        raise ConfigError("nothing to look for: name at least one word")
    with Library(home() / FILE) as library:
        hits = library.search(words, most)
        if library.problem is not None:
            raise BriefingError(f"{library.problem.source}: {library.problem.message}")
    if as_json:
        _print_json(hits)
    elif hits:
        _print(hits)
    elif not quiet:
        typer.echo("briefing: nothing in the library holds all of that", err=True)


def _print_json(hits: tuple[Hit, ...]) -> None:
    from briefing.render.json_ import article_data, dumps

    found = [
        {
            "id": hit.article.id,
            **article_data(hit.article),
            "snippet": hit.snippet,
            "briefings": [day.isoformat() for day in hit.briefings],
        }
        for hit in hits
    ]
    typer.echo(dumps({"articles": found}, indent=2))


def _print(hits: tuple[Hit, ...]) -> None:
    """Print each article on a few lines, as wide as the terminal; nothing that a source wrote acts on it."""
    from briefing.render.wrap import wrap
    from briefing.text.clean import one_line

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _PIPED
    for hit in hits:
        article = hit.article
        day = f"{article.published:%Y-%m-%d}" if article.published else "no date   "
        days = ", ".join(day.isoformat() for day in hit.briefings)
        headline = f"{one_line(article.title)} ({one_line(article.source)})"
        for told in wrap(headline, width, f"{day}  ", _INDENT):
            typer.echo(told)
        for part in (hit.snippet, article.url or "", f"in the briefing of {days}" if days else ""):
            for told in wrap(one_line(part), width, _INDENT, _INDENT) if part else ():
                typer.echo(told)
