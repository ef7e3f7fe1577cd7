"""The `lead` engine: how a news article begins is what an editor thought most important."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, zip_longest

from briefing.model import Bullet, Document
from briefing.summarizers.engine import Candidate, candidates
from briefing.summarizers.options import Options


class Lead:
    """The first sentences; of several documents the first of each, then the second of each, in turn."""

    name = "lead"
    purpose = "the first sentences, as the editor put them; of several articles each one's in turn"

    def __init__(self, _options: Options | None = None) -> None:
        """Take no option: there is none."""

    def __call__(self, documents: Sequence[Document], bullets: int) -> tuple[Bullet, ...]:
        """Return the first `bullets` sentences that may be told."""
        by_article: dict[str, list[Candidate]] = {}
        for candidate in candidates(documents):
            by_article.setdefault(candidate.article.id, []).append(candidate)
        in_turn = chain.from_iterable(zip_longest(*by_article.values()))
        return tuple(c.bullet(self.name) for c in in_turn if c is not None)[:bullets]
