"""`briefing sources`: what is read every day, changed, tried, and exchanged with other readers of feeds.

change    add and remove
report    list and test
exchange  import and export
held      the settings that all of them are about
told      what they say
"""

import typer

from briefing.cli.sources.change import add, remove
from briefing.cli.sources.exchange import export, import_
from briefing.cli.sources.report import list_, test

sources = typer.Typer(
    name="sources",
    help="The sources of briefing.toml: add, remove, list and test them; import and export them as OPML.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
for name, command in (
    ("add", add),
    ("remove", remove),
    ("list", list_),
    ("test", test),
    ("import", import_),
    ("export", export),
):
    sources.command(name)(command)
