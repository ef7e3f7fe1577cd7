"""How one article is asked about: in the server's dialect, within the budget, and read for statements."""

from __future__ import annotations

import logging

from briefing.summarizers.abstractive.instructions import messages
from briefing.summarizers.abstractive.server import estimate
from briefing.summarizers.abstractive.server.answer import statements
from briefing.summarizers.abstractive.server.budget import Budget, Usage
from briefing.summarizers.abstractive.server.client import Client
from briefing.summarizers.abstractive.server.completion import completion, used, words
from briefing.summarizers.abstractive.server.dialect import Dialect
from briefing.summarizers.abstractive.server.failures import refusal
from briefing.summarizers.abstractive.server.reply import Reply
from briefing.summarizers.abstractive.server.settings import Server
from briefing.summarizers.abstractive.writer import Request, Written

_log = logging.getLogger(__name__)

_OVERHEAD = 32
"""Tokens that a chat template puts around two messages."""
_SURELY_LONG = 1000
"""Tokens from which on an estimate tells whether a server has read all of a text."""


def answer_tokens(bullets: int) -> int:
    """Return how many tokens an answer with `bullets` statements may take, in scripts that take many."""
    return 128 + 96 * bullets


class Inquiry:
    """Asks a server about articles, one at a time or several at once; learns how it wants to be asked."""

    def __init__(self, server: Server, client: Client) -> None:
        self._server, self._client = server, client
        self._budget = Budget(server)
        self._dialect = Dialect()
        self._understood = False
        self._warned = False

    async def __call__(self, request: Request, model: str, effort: int = 1) -> Written:
        """Return the statements about `request`, from an answer of up to `effort` times the usual length.

        Raises Spent, Fault, Unusable, NoModel and EngineUnavailable.
        """
        system, user = messages(request, as_json=True)
        read = estimate.tokens(system) + estimate.tokens(user) + _OVERHEAD
        usual = answer_tokens(request.bullets)
        limit = max(usual, min(usual * effort, self._server.window - read))
        reply = await self._paid(model, system, user, Usage(read, limit))
        answer = completion(reply.content)
        return statements(answer.text, request.bullets, answer.cut)

    async def _paid(self, model: str, system: str, user: str, most: Usage) -> Reply:
        """Return an answer under 200; what it took is counted, or all it may have taken if it broke off."""
        self._budget.hold(most)
        took = most
        try:
            reply = await self._understood_reply(model, system, user, most.written)
            took = self._usage(reply, most) if reply.status == 200 else Usage()
        finally:
            self._budget.settle(most, took)
        if reply.status != 200:
            raise refusal(self._server, reply.status, reply.told, reply.wait, bool(self._client.key))
        return reply

    async def _understood_reply(self, model: str, system: str, user: str, limit: int) -> Reply:
        """Return the reply to the first dialect that the server does not refuse, which is then kept."""
        dialect: Dialect | None = self._dialect
        while dialect:
            reply = await self._client.post(dialect.body(model, system, user, limit))
            if reply.status == 200:
                self._dialect, self._understood = dialect, True
                break
            refused, dialect = dialect, dialect.after(reply.status, reply.told)
            if dialect is None and not self._understood:
                dialect = refused.unclear(reply.status)
            _log.debug("%s refused %s (%d)", self._server.origin, refused, reply.status)
        return reply

    def _usage(self, reply: Reply, most: Usage) -> Usage:
        """Return what the server counted, or where it doesn't tell, an estimate."""
        read, written = used(reply.content)
        if read and 2 * read < most.read > _SURELY_LONG and not self._warned:
            self._warned = True
            message = "%s read only %d tokens of about %d: does its own context hold llm.window, %d tokens?"
            _log.warning(message, self._server.origin, read, most.read, self._server.window)
        return Usage(read or most.read, written or estimate.tokens(words(reply.content)))
