"""The ladder: where the engine that was asked for cannot work, the next plainer one does, and says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.errors import EngineError
from briefing.model import Bullet, Document, Problem, Summary
from briefing.summarizers.engine import Engine


def summarize(documents: Sequence[Document], bullets: int, ladder: Iterable[Engine]) -> Summary:
    """Return at most `bullets` bullets by the first engine of `ladder` that can work on the documents.

    Each one that could not becomes a Problem. Where none could, the summary has no bullets.
    """
    problems: list[Problem] = []
    found: tuple[Bullet, ...] = ()
    for engine in ladder:
        try:
            found = engine(documents, bullets)
            break
        except EngineError as error:
            problems.append(Problem(_where(documents), f"{engine.name} could not summarize it: {error}"))
    return Summary(found, tuple(problems))


def _where(documents: Sequence[Document]) -> str:
    article = documents[0].article
    return article.origin or article.source
