"""`briefing engines`: the summarizers, and what each does."""

from __future__ import annotations

import typer


def engines() -> None:
    """List the summarizers that can run here.

    Give one's name to --engine.
    """
    from briefing.summarizers import Options
    from briefing.summarizers import engines as registry

    for name in registry.names():
        default = "  [the default]" if name == "news" else ""
        typer.echo(f"{name:<10}  {registry.get(name)(Options()).purpose}{default}")
