"""A daily briefing from your news: verified bullets, and nothing that its sources don't say.

>>> import briefing
>>> briefing.sentences("The U.S. team won. It was close.")
['The U.S. team won.', 'It was close.']
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model import (
    Article,
    Briefing,
    Bullet,
    Evidence,
    Problem,
    Section,
    Sentence,
    Story,
    Summary,
    Verdict,
)

if TYPE_CHECKING:
    from briefing.config import Config

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Briefing",
    "Bullet",
    "Evidence",
    "Problem",
    "Section",
    "Sentence",
    "Story",
    "Summary",
    "Verdict",
    "check",
    "make",
    "read",
    "sentences",
    "summarize",
]

# What the functions need is imported when they are called: `import briefing` stays cheap.


def read(source: str | Path) -> tuple[Article, ...]:
    """Return the articles in a file, a folder, at an address or, for "-", in standard input.

    Raises SourceError where nothing in it can be read; a part that cannot be is logged as a warning.
    """
    from briefing import ingest
    from briefing.gather import is_address

    if not is_address(str(source)):
        return ingest.read(source)
    from briefing.config import Config
    from briefing.pipeline import read_one

    return ingest.articles_of(read_one(str(source), Config()), str(source))


def sentences(text: str, language: str = "en") -> list[str]:
    """Return the sentences of `text`, each on one line. `language` is an ISO 639-1 code."""
    from briefing.text.sentences import sentences as split

    return split(text, language)


def summarize(
    text: str,
    *,
    title: str | None = None,
    language: str | None = None,
    bullets: int = 3,
    engine: str = "news",
    model: str | None = None,
) -> Summary:
    """Return at most `bullets` bullets of one text. Their evidence has offsets into `text` as it is given.

    `language` is an ISO 639-1 code, detected where none is given; `model` is what writes for the engines
    `abstractive` (a directory or a hub id) and `llm` (a name on the server). Raises ConfigError for an
    unknown engine and EngineError where the engine cannot work on this text.
    """
    from briefing.config import build
    from briefing.pipeline import summarize_text

    config = build({"engine": engine, "bullets": bullets, "model": model}, "briefing.summarize")
    return summarize_text(text, title=title, language=language, config=config)


def check(claim: str, text: str, *, language: str | None = None) -> Verdict:
    """Return whether `text` bears `claim` out, with a score from 0 to 1 and a plain reason for each fault.

    `language` is the text's ISO 639-1 code, detected where none is given. Any claim and any text get a
    verdict.
    """
    from briefing.verify.checker import check as checked

    return checked(claim, text, language)


def make(config: Config) -> Briefing:
    """Read the sources of `config` and return their briefing; nothing is written."""
    from briefing import pipeline

    return pipeline.make(config)
