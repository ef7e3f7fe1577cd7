"""The models that a server has: which one is asked where none is named, and which a user could have meant."""

from __future__ import annotations

import logging
import re

from briefing.errors import EngineError, EngineUnavailable
from briefing.summarizers.abstractive.server.client import Client
from briefing.summarizers.abstractive.server.completion import names
from briefing.summarizers.abstractive.server.failures import refusal
from briefing.summarizers.abstractive.server.settings import Server
from briefing.text.clean import one_line

_log = logging.getLogger(__name__)

_NO_WRITER = re.compile(r"embed|rerank|whisper|\btts\b|bge-|minilm|moderation|dall-e", re.IGNORECASE)
"""What stands in the names of models that write no text."""
_SHOWN = 8


async def first(client: Client, server: Server) -> str:
    """Return the name of the first of the server's models that writes; raises EngineUnavailable."""
    found = await _names(client, server)
    writing = [name for name in found if not _NO_WRITER.search(name)] or found
    if not writing:
        load = "load one (ollama pull NAME)" if server.local else "name one with llm.model"
        raise EngineUnavailable(f"{server.origin} lists no model: {load}")
    _log.info("%s writes, %s at %s", _shown(writing[:1]), _place(writing), server.origin)
    return writing[0]


async def missing(client: Client, server: Server, model: str, error: EngineError) -> EngineUnavailable:
    """Return what to tell where the server does not have `model`: the names of those that it has."""
    try:
        found = await _names(client, server)
    except EngineError:
        found = []
    has = f"it has {_shown(found)}; set llm.model" if found else f"set llm.model ({error})"
    return EngineUnavailable(f'{server.origin} has no model "{_shown([model])}": {has}')


async def _names(client: Client, server: Server) -> list[str]:
    reply = await client.models()
    if reply.status in (401, 402, 403):
        raise refusal(server, reply.status, reply.told, reply.wait, bool(client.key))
    if reply.status != 200:
        said = f"{reply.status} {reply.told}".strip()
        raise EngineUnavailable(f"{server.base} has no list of models ({said}): name one with llm.model")
    return names(reply.content)


def _shown(found: list[str]) -> str:
    told = ", ".join(one_line(name)[:80] for name in found[:_SHOWN])
    return told + (f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else "")


def _place(found: list[str]) -> str:
    return "the only model" if len(found) == 1 else f"the first of {len(found)} models"
