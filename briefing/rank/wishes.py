"""What the reader wants more of, and what nothing of."""

from __future__ import annotations

from briefing.model import Article
from briefing.rank.candidate import Candidate
from briefing.rank.phrases import Phrases

# What a find counts: an article is about what its headline says, and mostly about what its opening says.
HEADLINE, OPENING, DEPTH = 1.0, 0.7, 0.25
OPENED = 600  # characters of the first paragraph, which in some texts is the only one
READ = 6_000  # characters: about a thousand words


def interest(candidate: Candidate, interests: Phrases) -> dict[int, float]:
    """Return which interests a story touches, and how much: 1 where all its headlines say so.

    It is the mean over its typical articles, so that one reporter's aside is little among many.
    """
    found: dict[int, float] = {}
    if not interests:
        return found
    for article in candidate.typical:
        for number, strength in _strengths(article, interests).items():
            found[number] = found.get(number, 0.0) + strength / len(candidate.typical)
    return found


def _strengths(article: Article, interests: Phrases) -> dict[int, float]:
    opening = _opening(article)
    parts = (
        (DEPTH, article.text[len(opening) : READ]),
        (OPENING, opening),
        (HEADLINE, article.title),
    )
    return {
        number: worth for worth, text in parts for number in interests.found(text, article.language)
    }  # the best place, which comes last, decides


def muted(candidate: Candidate, mute: Phrases) -> int | None:
    """Return the number of the first phrase that mutes a story; None where none does.

    One does that stands in the headline of its most typical article, or in the headline or first paragraph
    of at least half of its typical ones. What is said further down, or by few, is an aside: a report on
    a strike is no sports news for its last line on a match that was called off.
    """
    if not mute:
        return None
    first, *_ = candidate.typical
    found = set(mute.found(first.title, first.language))
    said = [mute.found(f"{each.title}\n{_opening(each)}", each.language) for each in candidate.typical]
    for number in frozenset().union(*said):
        if 2 * sum(number in numbers for numbers in said) >= len(said):
            found.add(number)
    return min(found, default=None)


def _opening(article: Article) -> str:
    """Return the first paragraph, or as much as is one."""
    return article.text[:OPENED].partition("\n")[0]
