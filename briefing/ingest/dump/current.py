"""What is known of an article while a dump is read: its words, its names, its headlines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import sqrt

from briefing.ingest.dump.kinds import Kind
from briefing.ingest.dump.layout import Block, Layout
from briefing.ingest.dump.vocabulary import Stems, overlap


@dataclass(slots=True)
class Current:
    """An article so far; it grows block by block."""

    words: Counter[str] = field(default_factory=Counter)
    """Each with the number of paragraphs that have it."""
    square: int = 0
    """The sum of the squares of these numbers."""
    names: set[str] = field(default_factory=set)
    titles: list[Stems] = field(default_factory=list)
    dated: bool = False
    """Whether it opens with a dateline."""

    @classmethod
    def begin(cls, layout: Layout, k: int, above: Current | None) -> Current:
        """Begin an article with block `k`. A headline that fits the text above better is not its own."""
        article = cls(dated=layout.dateline(layout.blocks[k]) is not None)
        article.add(layout, layout.blocks[k])
        heads = [layout.stems[i] for i in layout.gap(k) if layout.units[i].kind is Kind.SHORT]
        others = above.words if above else ()
        article.titles = [head for head in heads if overlap(head, article.words) >= overlap(head, others)]
        return article

    def add(self, layout: Layout, block: Block) -> None:
        """Go on with the article."""
        for i in block.prose:
            self.square += sum(2 * self.words[word] + 1 for word in layout.stems[i])
            self.words.update(layout.stems[i])
            self.names |= layout.names[i]

    def likeness(self, other: Current) -> float:
        """Return the cosine of the two articles' word counts, 0 to 1."""
        shared = sum(count * self.words[word] for word, count in other.words.items())
        return shared / sqrt(max(self.square * other.square, 1))
