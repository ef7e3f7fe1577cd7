"""From settings to what makes summaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import __version__, condense
from briefing.condense import Condenser
from briefing.model import Article, Problem, Summary, digest
from briefing.store import FILE, Cache, Database, home
from briefing.summarizers import Options, Server, ladder
from briefing.text.clean import one_line
from briefing.text.document import document
from briefing.text.language import detect, normalize

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.group import Judge


def condenser(config: Config) -> tuple[Condenser, tuple[Problem, ...]]:
    """Return what makes summaries as `config` says, and what of it is not to be had.

    Raises ConfigError for an unknown engine.
    """
    judge, missing = condense.judge(config.entailment)
    engines = ladder(config.engine, engine_options(config))
    return Condenser(engines, config.bullets, config.verify, judge), missing


def topic_judge(condensing: Condenser) -> Judge | None:
    """Return what tells a story's topic where its words don't: the model of entailment, if there is one."""
    from briefing.group import ZeroShot
    from briefing.verify.entailment import Entailment

    model = condensing.judge
    return ZeroShot(model.probability) if isinstance(model, Entailment) else None


def engine_options(config: Config) -> Options:
    """Return what engines are made with."""
    place = home() / "cache"
    return Options(
        model=config.model,
        server=Server(**config.llm.model_dump(), model=config.model),
        memory=Cache(Database(home() / FILE), __version__),
        models=place / "models",
    )


def summarize_text(text: str, *, title: str | None, language: str | None, config: Config) -> Summary:
    """Return the bullets of a text as it is given, with offsets into it, by one engine.

    The evidence names the digest of the text as its article. Raises EngineError where the engine cannot
    work on it; another stands in only for single bullets that fail the check.
    """
    told = normalize(language) if language else detect(text)
    article = Article(digest(text), one_line(title or ""), text, source="", language=told)
    documents = [document(article)]
    condensing, missing = condenser(config)
    found = condensing.ladder.engines[0](documents, config.bullets)
    return condensing.checked(documents, Summary(found, missing))
