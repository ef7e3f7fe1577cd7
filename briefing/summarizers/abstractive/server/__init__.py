"""A model behind a server that speaks the protocol of OpenAI's chat completions."""

from __future__ import annotations

from briefing.summarizers.abstractive.server.settings import Server
from briefing.summarizers.abstractive.writer import Writer


def writer(server: Server, model: str | None = None) -> Writer:
    """Return a writer that asks `server`, for `model` if one is named; not before it has to."""
    from briefing.summarizers.abstractive.server.served import Served

    return Served(server, model)


__all__ = ["Server", "writer"]
