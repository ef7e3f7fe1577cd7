"""Receipts: a bullet is verified when it says no more, and nothing else, than the spans that it cites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from briefing.model import Bullet, Evidence
from briefing.text.clean import one_line
from briefing.text.words import words

# Words that a statement cannot lose and stay the same statement: negation, doubt, condition.
_BINDING = frozenset(
    "not no never nor neither none nobody nothing without cannot hardly barely "
    "may might could would should must can if unless until "
    "alleged allegedly reportedly apparently possibly perhaps probably likely unlikely suspected accused "
    "denies denied claims claimed "
    "ne pas jamais aucun sans nicht kein keine keinen keiner nie ohne nunca ningún ninguna jamás sin não nem "
    "sem non mai senza niet geen nooit zonder".split()
)
_LONGEST = 300  # words: what is longer is no sentence, and comparing takes the square of its length


def verify(bullet: Bullet, texts: Mapping[str, str]) -> Bullet:
    """Return the bullet, marked as verified or not; one that fails is told in its source's own words instead.

    `texts` are the articles' texts by id. A bullet is verified when every span holds in its article, and its
    words are those of the first span, in their order, less some that bind nothing ("But", an aside) and with
    names put in that stand in the other spans. One whose spans hold and whose wording doesn't becomes the
    sentence of its first span. One whose spans don't hold stays as it is, marked.
    """
    if not bullet.evidence or not all(_holds(evidence, texts) for evidence in bullet.evidence):
        return replace(bullet, verified=False)
    if _says_no_more(bullet):
        return replace(bullet, verified=True)
    return replace(bullet, text=one_line(bullet.evidence[0].text), verified=True)


def _holds(evidence: Evidence, texts: Mapping[str, str]) -> bool:
    text = texts.get(evidence.article)
    if text is None or not 0 <= evidence.start < evidence.end <= len(text):
        return False
    return text[evidence.start : evidence.end] == evidence.text


def _says_no_more(bullet: Bullet) -> bool:
    sentence, *others = (evidence.text for evidence in bullet.evidence)
    if bullet.text == one_line(sentence):
        return True
    source, told = words(sentence), words(bullet.text)
    if len(source) > _LONGEST:
        return False
    names = [words(other) for other in others]
    return all(
        not _BINDING.intersection(map(_bare, source[i:j])) and _within(told[k:m], names)
        for change, i, j, k, m in SequenceMatcher(None, source, told, autojunk=False).get_opcodes()
        if change != "equal"
    )


def _bare(word: str) -> str:
    return "not" if word.endswith(("n't", "n’t")) else word


def _within(added: Sequence[str], names: Sequence[Sequence[str]]) -> bool:
    """Return whether the words that were put in stand in this order in one of the names, or are none."""
    run = [word.removesuffix("'s").removesuffix("’s") for word in added]
    size = len(run)
    return not run or any(
        list(name[i : i + size]) == run for name in names for i in range(len(name) - size + 1)
    )
