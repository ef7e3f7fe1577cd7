"""The ladder: where the engine that was asked for cannot work, the next plainer one does, and says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.errors import EngineError, EngineUnavailable
from briefing.model import Document, Problem, Summary
from briefing.summarizers.engine import BatchEngine, Engine, Told


class Ladder:
    """Engines, the one that was asked for first. One that turns out not to be there at all is left out then.

    Each that could not work becomes a Problem: of the article, or once of the run where it is not there.
    """

    def __init__(self, engines: Sequence[Engine]) -> None:
        self._engines = list(engines)

    @property
    def engines(self) -> tuple[Engine, ...]:
        """Those that are still there."""
        return tuple(self._engines)

    @property
    def batches(self) -> bool:
        """Whether its first engine is faster on many stories at once."""
        return bool(self._engines) and isinstance(self._engines[0], BatchEngine)

    def below(self, engine: str) -> Ladder:
        """Return the ladder that stands below the engine of that name."""
        names = [each.name for each in self._engines]
        return Ladder(self._engines[names.index(engine) + 1 :] if engine in names else self._engines)

    def summarize(self, documents: Sequence[Document], bullets: int) -> Summary:
        """Return at most `bullets` bullets by the first engine that can work on the documents.

        Where none can, the summary has no bullets.
        """
        problems: list[Problem] = []
        for engine in self.engines:
            try:
                return Summary(engine(documents, bullets), tuple(problems))
            except EngineUnavailable as error:
                problems.append(self._left_out(engine, error))
            except EngineError as error:
                problems.append(_failure(engine, documents, error))
        return Summary((), tuple(problems))

    def each(self, stories: Sequence[Sequence[Document]], bullets: int) -> Iterator[tuple[int, Summary]]:
        """Yield each story's number and summary as soon as it is there, in any order."""
        waiting, gone = dict(enumerate(stories)), []
        first = self._engines[0] if self._engines else None
        if isinstance(first, BatchEngine):
            try:
                for number, told in first.batch(stories, bullets):
                    yield number, self._told(first, waiting.pop(number), told, bullets)
            except EngineUnavailable as error:
                gone.append(self._left_out(first, error))
        for number, documents in waiting.items():
            summary = self.summarize(documents, bullets)
            yield number, Summary(summary.bullets, (*gone, *summary.problems))
            gone.clear()

    def _told(
        self, engine: Engine, documents: Sequence[Document], told: Told | EngineError, bullets: int
    ) -> Summary:
        if not isinstance(told, EngineError):
            return Summary(told)
        summary = self.below(engine.name).summarize(documents, bullets)
        return Summary(summary.bullets, (_failure(engine, documents, told), *summary.problems))

    def _left_out(self, engine: Engine, error: EngineError) -> Problem:
        self._engines.remove(engine)
        instead = f"; {self._engines[0].name} tells instead" if self._engines else ""
        return Problem(f"engine {engine.name}", f"{error}{instead}")


def _failure(engine: Engine, documents: Sequence[Document], error: EngineError) -> Problem:
    article = documents[0].article
    return Problem(article.origin or article.source, f"{engine.name} could not summarize it: {error}")
