"""What the short lines in a gap say: whether one of them looks like the headline of a new article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.ingest.dump.current import Current
from briefing.ingest.dump.kinds import ends_sentence
from briefing.ingest.dump.layout import Layout
from briefing.ingest.dump.vocabulary import overlap

Finding = tuple[str, float]
"""Words for the reader of an explanation, and points: above 0 for a new article, below against."""

_NUMBERED = re.compile(r"\d{1,2}[.)] ")


def headings(layout: Layout, heads: Sequence[int], below: Current, current: Current) -> Iterator[Finding]:
    """Weigh the short lines `heads` between `current` and the text `below`: length, form, whose words."""
    texts = [layout.units[i].text for i in heads]
    yield from _length(max(max(layout.units[i].words, len(layout.units[i].text) * 2 // 13) for i in heads))
    if all(map(_NUMBERED.match, texts)):
        yield ("a numbered item of a newsletter", 3.0) if layout.newsletter else ("a numbered heading", -3.0)
    if all(map(ends_sentence, texts)):
        yield "a line that ends like a sentence", -1.0
    yield from _number(texts)
    stems = [layout.stems[i] for i in heads]
    new = max(sum(stem in below.words and stem not in current.words for stem in head) for head in stems)
    if new > 1:
        yield "words that return in the text below alone", 0.5 * min(new - 1, 3)
    if not current.titles:
        own = max(overlap(head, current.words) - overlap(head, below.words) for head in stems)
        yield "a headline for the text above, which has none", 4.0 * max(own, 0.0) - 0.5


def _length(words: int) -> Iterator[Finding]:
    """Weigh the longest line; 6.5 characters count as a word where words are long."""
    if words <= 4:
        yield "a line as short as a subhead", -2.0
    elif words == 5:
        yield "a line hardly longer than a subhead", -1.0
    elif words >= 7:
        yield "a line as long as a headline", 1.5 if words <= 16 else 0.5


def _number(texts: Sequence[str]) -> Iterator[Finding]:
    counts = Counter(map(str.casefold, texts))
    if any(count > 1 and len(text.split()) > 2 for text, count in counts.items()):
        yield "a headline that stands twice", 3.0
    if len(counts) > 1:
        yield "two headlines", 1.0


def one_of_many(layout: Layout, i: int, below: Current, current: Current) -> bool:
    """Tell whether a line under "Read more" or in a table is no headline of the text below."""
    fit, other = overlap(layout.stems[i], below.words), overlap(layout.stems[i], current.words)
    return (i in layout.teased or i in layout.rows) and (fit < 0.4 or fit <= other)
