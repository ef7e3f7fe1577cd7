"""The front: asks in, answers out as they come, while the network works in a thread of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from briefing.fetch.ask import Answer, Ask, Failure, Known, Rules

if TYPE_CHECKING:
    from briefing.fetch.answer import Landed


def fetch(
    asks: Iterable[Ask], rules: Rules | None = None, *, known: Known | None = None
) -> Iterator[Answer | Failure]:
    """Read addresses and give each one's answer, or why there is none, as soon as it is there.

    Everything goes on while an answer is dealt with; only when dozens of them wait is no more asked. Closing
    the iterator, as an interruption of the program does, breaks everything off. What is learned of an address
    is told to `known` when the answer after it is asked for. Raises ConfigError for hosts in `rules.allow`
    that are none, and for proxies and certificates in the environment that cannot be used.
    """
    from briefing.fetch.answer import starts
    from briefing.fetch.run import Plan
    from briefing.fetch.worker import Worker

    plans = [Plan(ask, starts(ask, known)) for ask in asks]
    with closing(Worker(plans, rules or Rules())) as worker:
        for outcome in worker.outcomes():
            if isinstance(outcome, Failure):
                yield outcome
            else:
                yield outcome.whole()
                _learn(known, outcome)


def _learn(known: Known | None, landed: Landed) -> None:
    if known is not None:
        for url, validators in landed.lessons:
            known.learn(url, validators)
