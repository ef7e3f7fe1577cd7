"""Figures that are no longer what was told: 19 killed, where it was 12."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from briefing.follow.mentions import Mention, mentioned, mentions
from briefing.model import Change, Document, Evidence, Side, Told
from briefing.text.counts import FATES
from briefing.text.document import document
from briefing.text.sayers import speaker

CLOSE = 0.1
"""How far a rounded figure may lie from another that is the same, as a share of it."""
ALIKE, SHARED = 0.5, 2
"""How alike two sentences are (Dice's coefficient of what they are about) that count the same thing, and how
many terms they share, unless it is what befell people."""
_AT_LEAST = re.compile(r"at least|or more$")
_BEYOND = re.compile(r"more than|over|up to|as many as|fewer than|less than|nearly|almost")
# How many are missing may fall; how many were killed falls where somebody corrects it.
_MAY_FALL = frozenset("missing !missing !disparu !vermisst !desaparecido".split())
_CORRECTS = re.compile(
    r"(?i)\b(?:revis\w+|correct\w+|lower\w*|down|not|instead|korrigier\w+|révis\w+|corrig\w+)\b"
)


def changes(
    documents: Sequence[Document], fresh: Sequence[Collection[int]], told: Sequence[Told]
) -> tuple[Change, ...]:
    """Return the figures of a story's new sentences that were others when it was told, each thing once.

    What is told latest counts, and of that what a bullet said. A part of a number ("3 of the 12"), another's
    number, and a rounded one that comes to the same is no change.
    """
    before = [mention for story in _latest_first(told) for mention in _told(story)]
    found: dict[str, Change] = {}
    for each, numbers in zip(documents, fresh, strict=True):
        for sentence in each.sentences:
            for now in mentioned(each.article, sentence) if sentence.index in numbers else ():
                then = _then(now, before)
                if then and now.kind not in found:
                    found[now.kind] = Change(now.about, _side(then), _side(now))
    return tuple(found[kind] for kind in sorted(found, key=_weight))


def _weight(kind: str) -> int:
    """Return where a kind stands: what befell people first, the worst of it before all."""
    return FATES.index(kind) if kind in FATES else len(FATES)


def _latest_first(told: Sequence[Told]) -> list[Told]:
    return sorted(told, key=lambda story: story.earlier.date, reverse=True)


def _told(story: Told) -> Iterator[Mention]:
    """Yield the figures of a story as it was told, those that a bullet gave first."""
    found = [mention for article in story.articles for mention in mentions(document(article))]
    said = " ".join(story.bullets)
    return iter(sorted(found, key=lambda mention: mention.sentence.text not in said))


def _then(now: Mention, before: Sequence[Mention]) -> Mention | None:
    """Return the figure that one is instead of; None where it was told, or nothing counts the same thing."""
    same = [then for then in before if _same_thing(now, then)]
    if not same or any(_agree(now, then) for then in same):
        return None
    return same[0] if now.value > same[0].value or _may_fall(now) else None


def _same_thing(now: Mention, then: Mention) -> bool:
    if now.article.language != then.article.language or now.whom != then.whom:
        return False
    if now.befalls:
        return now.kind == then.kind
    own, other = (one.stated.content - {one.kind} for one in (now, then))
    shared = len(own & other)
    if (now.kind, now.stated.turns, now.stated.sense) != (then.kind, then.stated.turns, then.stated.sense):
        return False
    return shared >= SHARED and 2 * shared >= ALIKE * (len(own) + len(other))


def _agree(now: Mention, then: Mention) -> bool:
    """Return whether two figures come to the same: "at least 12" goes with 12, "about 20" with 21."""
    if now.value == then.value:
        return True
    loose = any(one.rounded and not _AT_LEAST.search(one.figure) for one in (now, then))
    beyond = _BEYOND.match(then.figure) and now.value > then.value
    slack = CLOSE * (2 if beyond else 1) * max(now.value, then.value)
    return loose and abs(now.value - then.value) <= slack


def _may_fall(now: Mention) -> bool:
    return not now.befalls or now.kind in _MAY_FALL or bool(_CORRECTS.search(now.sentence.text))


def _side(mention: Mention) -> Side:
    article, start, end = mention.article, mention.sentence.start, mention.sentence.end
    by = speaker(mention.sentence.text) if article.language == "en" else ""
    return Side(
        mention.figure, by or article.source, Evidence(article.id, start, end, article.text[start:end])
    )
