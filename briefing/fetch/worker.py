"""The thread in which the network's event loop runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from queue import SimpleQueue
from threading import Event, Thread

from briefing.fetch.answer import Landed
from briefing.fetch.ask import Failure, Rules
from briefing.fetch.run import Plan, Run

_PATIENCE = 5.0  # seconds to break off in; closing sockets takes none


class Worker:
    """A run in a thread of its own."""

    def __init__(self, plans: Sequence[Plan], rules: Rules) -> None:
        """Start it."""
        self._plans, self._rules = plans, rules
        self._outcomes: SimpleQueue[Landed | Failure | Exception | None] = SimpleQueue()
        self._taken: Callable[[], object] = _nothing
        self._break_off: Callable[[], object] = _nothing
        self._loop: asyncio.AbstractEventLoop | None = None
        self._begun = Event()
        self._thread = Thread(target=self._work, name="fetch", daemon=True)
        self._thread.start()

    def outcomes(self) -> Iterator[Landed | Failure]:
        """Give what came of each address, as it ends. Raises what stopped the run."""
        while (outcome := self._outcomes.get()) is not None:
            if isinstance(outcome, Exception):
                raise outcome
            self._tell(self._taken)
            yield outcome

    def close(self) -> None:
        """Break off what is under way, and let go of what nobody took."""
        self._begun.wait(_PATIENCE)
        self._tell(self._break_off)
        self._thread.join(_PATIENCE)
        while not self._outcomes.empty():
            outcome = self._outcomes.get()
            if isinstance(outcome, Landed) and outcome.body is not None:
                outcome.body.close()

    def _tell(self, what: Callable[[], object]) -> None:
        if self._loop is not None:
            with suppress(RuntimeError):  # it has ended already
                self._loop.call_soon_threadsafe(what)

    def _work(self) -> None:
        try:
            asyncio.run(self._run())
        except asyncio.CancelledError:
            pass  # broken off
        except Exception as error:
            self._outcomes.put(error)
        finally:
            self._begun.set()
            self._outcomes.put(None)

    async def _run(self) -> None:
        run = Run(self._rules, self._outcomes.put)
        task = asyncio.current_task()
        self._taken, self._break_off = run.turns.taken, task.cancel if task else _nothing
        self._loop = asyncio.get_running_loop()
        self._begun.set()
        await run.all(self._plans)


def _nothing() -> None:
    """Stand in for what there is before the loop runs."""
