"""`briefing engines`: the summarizers, and what each does."""

from __future__ import annotations

import typer

from briefing.cli import options


def engines(config: options.ConfigFile = None, model: options.Model = None) -> None:
    """List the summarizers, and what those that cannot run here need.

    Give one's name to --engine.
    """
    from briefing import pipeline
    from briefing.summarizers import NeedyEngine
    from briefing.summarizers import engines as registry

    chosen = pipeline.engine_options(options.settings_alone(config, model=model))
    for name in registry.names():
        engine = registry.get(name)(chosen)
        default = "  [the default]" if name == "news" else ""
        typer.echo(f"{name:<11}  {engine.purpose}{default}")
        if isinstance(engine, NeedyEngine) and (lacking := engine.lacks()):
            typer.echo(f"{'':<11}  cannot run here: {lacking}")
