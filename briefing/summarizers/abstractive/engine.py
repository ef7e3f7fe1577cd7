"""The engines that write: what a model makes of the articles, as bullets with their evidence yet to find."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from briefing.errors import EngineError, EngineUnavailable
from briefing.model import Bullet, Document
from briefing.summarizers.abstractive.injection import without_commands
from briefing.summarizers.abstractive.reduction import reduced
from briefing.summarizers.abstractive.remembered import Remembered
from briefing.summarizers.abstractive.statements import statements
from briefing.summarizers.abstractive.writer import Request, Writer, Written
from briefing.summarizers.engine import Told
from briefing.summarizers.options import Options


class Abstractive:
    """Has a model write a summary and tells its sentences, one a bullet.

    The articles are reduced to what the model can read at once; what in them speaks to a machine is not shown
    to it. The bullets carry no evidence: they have to be aligned with the articles and verified.
    """

    def __init__(
        self, name: str, purpose: str, make: Callable[[], Writer], lacks: Callable[[], str] = lambda: ""
    ) -> None:
        self.name = name
        self.purpose = purpose
        self.lacks = lacks
        self._make = make

    def __call__(self, documents: Sequence[Document], bullets: int) -> tuple[Bullet, ...]:
        """Return at most `bullets` bullets."""
        ((_, told),) = self.batch([documents], bullets)
        if isinstance(told, EngineError):
            raise told
        return told

    def batch(
        self, stories: Sequence[Sequence[Document]], bullets: int
    ) -> Iterator[tuple[int, Told | EngineError]]:
        """Yield each story's number and bullets as soon as they are written, in any order."""
        requests: list[Request] = []
        numbers: list[int] = []
        for number, documents in enumerate(stories):
            try:
                requests.append(reduced(without_commands(documents), bullets, self._writer))
                numbers.append(number)
            except EngineUnavailable:
                raise
            except EngineError as error:
                yield number, error
        for place, written in self._writer(requests):
            told = written if isinstance(written, EngineError) else self._bullets(written, requests[place])
            yield numbers[place], told

    @cached_property
    def _writer(self) -> Writer:
        return self._make()

    def _bullets(self, written: Written, request: Request) -> Told | EngineError:
        told = statements(written, request)
        if not told:
            return EngineError("the model wrote no sentence that can be told")
        return tuple(Bullet(text, self.name, ()) for text in told)


def abstractive(options: Options) -> Abstractive:
    """Make the engine whose model runs on this machine."""

    def make() -> Writer:
        from briefing.summarizers.abstractive.local import writer

        return _remembered(writer(options.model, options.models), options)

    def lacks() -> str:
        from briefing.summarizers.abstractive.local import readiness

        return readiness.lacks(options.model)

    purpose = "a model of transformers writes it (--model), and each bullet is verified"
    return Abstractive("abstractive", purpose, make, lacks)


def llm(options: Options) -> Abstractive:
    """Make the engine whose model answers behind a server."""

    def make() -> Writer:
        from briefing.summarizers.abstractive.server import writer

        return _remembered(writer(options.server), options)

    def lacks() -> str:
        from briefing.summarizers.abstractive.server import readiness

        return readiness.lacks(options.server)

    purpose = "a model behind a server writes it ([llm] in briefing.toml), and each bullet is verified"
    return Abstractive("llm", purpose, make, lacks)


def _remembered(writer: Writer, options: Options) -> Writer:
    return Remembered(writer, options.memory) if options.memory else writer
