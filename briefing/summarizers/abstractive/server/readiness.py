"""Whether a server can be asked."""

from __future__ import annotations

from dataclasses import replace

from briefing.errors import EngineUnavailable
from briefing.summarizers.abstractive.server.served import Served
from briefing.summarizers.abstractive.server.settings import Server

_PATIENCE = 3.0  # seconds


def lacks(server: Server) -> str:
    """Return what is wrong with the server and what would help; "" where it names its models."""
    asked = Served(replace(server, model=None, timeout=_PATIENCE, deadline=_PATIENCE, retries=0))
    try:
        asked.identity  # noqa: B018  # the name of its first model, which has to be asked for
    except EngineUnavailable as error:
        return str(error)
    return ""
