"""Receipts numbered through a briefing from 1, and anchors that are unique in it."""

from __future__ import annotations

from collections import Counter
from itertools import count

from briefing.model import Article, Briefing, Evidence, Story
from briefing.render.sources import former, source
from briefing.render.statements import ReceiptView, SourceView
from briefing.text.clean import one_line


class Numbering:
    """What a briefing's statements rest on, in the order in which it is asked for."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._numbers = count(1)
        self._anchors: Counter[str] = Counter()

    def anchor(self, name: str) -> str:
        """Return `name`, with a number where it has been given out before."""
        self._anchors[name] += 1
        return name if self._anchors[name] == 1 else f"{name}-{self._anchors[name]}"

    def source(self, article: Article, story: Story) -> SourceView:
        """Return an article of `story` as a reader finds it."""
        return source(article, one_line(story.headline), self._briefing.generated)

    def receipt(self, evidence: Evidence, story: Story, back: str, said_by: str = "") -> ReceiptView:
        """Return the next receipt. What an earlier briefing told may rest on an article that is not in this
        one, or says something else by now: the briefing, or `said_by`, then stands for it.
        """
        number = next(self._numbers)
        article = self._briefing.articles.get(evidence.article)
        held = article is not None and article.text[evidence.start : evidence.end] == evidence.text
        return ReceiptView(
            number=number,
            anchor=f"receipt-{number}",
            quote=one_line(evidence.text),
            verbatim=False,
            span=f"characters {evidence.start:,}–{evidence.end:,}",
            source=self.source(article, story) if article and held else former(said_by, story.earlier),
            back=back,
        )
