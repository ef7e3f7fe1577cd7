"""The writer that asks a server: many articles at once, within a time, a budget and the server's patience."""

from __future__ import annotations

import asyncio
import random
import time
from collections import deque
from collections.abc import Callable, Coroutine, Generator, Iterator, Sequence
from contextlib import closing

from briefing.errors import EngineError, EngineUnavailable
from briefing.summarizers.abstractive.instructions import VERSION, messages
from briefing.summarizers.abstractive.server import estimate, models
from briefing.summarizers.abstractive.server.budget import Spent
from briefing.summarizers.abstractive.server.client import Client
from briefing.summarizers.abstractive.server.failures import Fault, NoModel, Unusable
from briefing.summarizers.abstractive.server.inquiry import Inquiry, answer_tokens
from briefing.summarizers.abstractive.server.settings import Server
from briefing.summarizers.abstractive.server.streamed import streamed
from briefing.summarizers.abstractive.writer import Request, Written

_FAULTS = 3
"""Articles in a row that the server failed on, after which it is taken to be down."""
_FIRST_PAUSE = 1.0
"""Seconds before a request is repeated; twice as many before the next time, and so on."""
_MOST_BULLETS = 8
"""Statements that room is kept for in the model's window."""

_Answer = tuple[int, Written | EngineError]


class Served:
    """Writes by asking a server. What it learns, spends and suffers counts for all of its life: a run."""

    def __init__(self, server: Server, model: str | None = None) -> None:
        self._server = server
        self._model = model or server.model
        self._client = Client(server)
        self._inquiry = Inquiry(server, self._client)
        self._left = server.deadline
        self._faults = 0
        self._over = ""

    @property
    def identity(self) -> str:
        """Server, model and wording of the instructions. Asks the server for its model if none is named."""
        return f"llm {self._server.base} {self._named()} temperature=0 instructions={VERSION}"

    @property
    def room(self) -> int:
        """The model's window without the instructions and the answer."""
        told = messages(Request((), "x" * 200, "en", _MOST_BULLETS), as_json=True)
        room = self._server.window - sum(self.tokens(told)) - answer_tokens(_MOST_BULLETS)
        if room <= 0:
            raise EngineUnavailable(
                f"a window of {self._server.window} tokens holds no article: set llm.window"
            )
        return room

    def tokens(self, texts: Sequence[str]) -> list[int]:
        """Return about how many tokens each text takes: rather too many than too few."""
        return [estimate.tokens(text) for text in texts]

    def __call__(self, requests: Sequence[Request]) -> Iterator[_Answer]:
        """Yield each request's number and statements as the server answers."""
        if not requests:
            return
        if self._over:
            raise EngineUnavailable(self._over)
        try:
            self._named()
            with closing(self._streamed(requests)) as answers:
                yield from answers
        except EngineUnavailable as error:
            self._over = str(error)
            raise

    def _streamed(self, requests: Sequence[Request]) -> Generator[_Answer]:
        def work(tell: Callable[[_Answer], None]) -> Coroutine[object, object, None]:
            return self._timed(requests, tell)

        return streamed(work)

    def _named(self) -> str:
        """Return the model's name, which may be the first of the server's own."""
        if not self._model:

            async def find(tell: Callable[[str], None]) -> None:
                async with self._client.connected():
                    tell(await models.first(self._client, self._server))

            try:
                (self._model,) = streamed(find)
            except Fault as error:
                raise EngineUnavailable(str(error)) from error
        return self._model

    async def _timed(self, requests: Sequence[Request], tell: Callable[[_Answer], None]) -> None:
        """Ask about all requests within what is left of the run's time."""
        began = time.monotonic()
        try:
            async with asyncio.timeout(self._left), self._client.connected():
                await self._all(deque(enumerate(requests)), tell)
        except TimeoutError:
            spent = f"the {self._server.deadline:g} seconds for all the requests of a run are over"
            raise EngineUnavailable(f"{spent}: set llm.deadline") from None
        finally:
            self._left -= time.monotonic() - began

    async def _all(self, waiting: deque[tuple[int, Request]], tell: Callable[[_Answer], None]) -> None:
        """Ask about several at once. Where one raises EngineUnavailable, the others are given up."""
        at_work = min(self._server.parallel, len(waiting))

        async def work() -> None:
            nonlocal at_work
            while waiting:
                number, request = waiting.popleft()
                try:
                    tell((number, await self._one(request)))
                except Spent:
                    at_work -= 1
                    if not at_work:  # nor can the requests under way leave anything over
                        raise
                    waiting.appendleft((number, request))
                    return
            at_work -= 1

        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(at_work):
                    group.create_task(work())
        except ExceptionGroup as errors:
            ended = [error for error in errors.exceptions if isinstance(error, EngineUnavailable)]
            if not ended:
                raise
            raise ended[0] from ended[0].__cause__

    async def _one(self, request: Request) -> Written | EngineError:
        """Return the statements or why there are none; raises EngineUnavailable where that is for good."""
        try:
            written = await self._patient(request)
        except NoModel as error:
            raise await models.missing(self._client, self._server, self._named(), error) from error
        except EngineUnavailable:
            raise
        except Fault as error:
            self._faults += 1
            if self._faults >= _FAULTS:
                raise EngineUnavailable(
                    f"the server failed on {_FAULTS} articles in a row: {error}"
                ) from error
            return error
        except EngineError as error:
            self._faults = 0
            return error
        self._faults = 0
        return written

    async def _patient(self, request: Request) -> Written:
        """Ask again where that may help: a server that fails, and once a model that wrote nonsense."""
        effort = 1
        for repeated in range(self._server.retries + 1):
            last = repeated == self._server.retries
            try:
                return await self._inquiry(request, self._named(), effort)
            except Fault as error:
                if last or not error.again:
                    raise
                pause = error.wait if error.wait is not None else _pause(repeated)
            except Unusable as error:
                if last or repeated:
                    raise
                effort, pause = (4 if error.cut else 1), 0.0
            await asyncio.sleep(pause)
        raise AssertionError("the last time raises or returns")


def _pause(repeated: int) -> float:
    """Return seconds, at random, so that not all requests come back at once."""
    return _FIRST_PAUSE * float(2**repeated) * random.uniform(0.5, 1.0)
