"""Receipts: whether the spans that a bullet cites are there, and whether shortening them changed anything."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from briefing.model import Bullet, Evidence
from briefing.text.clean import one_line
from briefing.text.organisation_words import KINDS

_TOKEN = re.compile(r"[−-]?[$£€¥₹]?\d[\d.,]*\d%?|[−-]?[$£€¥₹]?\d%?|\w+(?:['’.-]\w+)*|[,;:()\[\]–—\"“”]|--")
_BREAK = frozenset([",", ";", "(", ")", "[", "]", "–", "—", "--"])
_QUOTES = frozenset('"“”')
# What may go without a comma beside it, since it only ties a sentence to the one before.
_LOOSE = frozenset(
    "but and so yet also however meanwhile moreover furthermore indeed nevertheless nonetheless besides "
    "additionally still plus mr mrs ms".split()
)
# What a name may stand in for.
_PRONOUNS = frozenset("he she his her him hers it its they their them theirs".split())
_LINKS = frozenset("of for the and de la".split())
# What a statement cannot lose and stay the same: negation, doubt, condition, degree.
_BINDING = frozenset(
    "not no never nor neither none nobody nothing without cannot hardly barely may might could would should "
    "if unless until only except alleged allegedly reportedly apparently possibly perhaps probably likely "
    "unlikely suspected denies denied claims claimed nearly almost about around least most more less over "
    "under".split()
)
_LONGEST = 300  # tokens: what is longer is no sentence, and comparing takes the square of its length


def holds(evidence: Evidence, texts: Mapping[str, str]) -> bool:
    """Return whether the article (`texts` are theirs, by id) has these words at this span."""
    text = texts.get(evidence.article)
    if text is None or not 0 <= evidence.start < evidence.end <= len(text):
        return False
    return text[evidence.start : evidence.end] == evidence.text


def is_cut(bullet: Bullet) -> bool:
    """Return whether the bullet does no more than leave words of its first span out and put names in.

    Then `liberties` judges it. Everything else is a wording of its own.
    """
    if bullet.text == _sentence(bullet):
        return True
    source, told = (Counter(_lower(_words(_tokens(text)))) for text in (_sentence(bullet), bullet.text))
    names = {word for evidence in bullet.evidence[1:] for word in _lower(_tokens(evidence.text))}
    return all(word in names or word.removesuffix("'s") in names for word in told - source)


def liberties(bullet: Bullet) -> tuple[str, ...]:
    """Return what the bullet does to its first span beyond what changes nothing, each as a sentence.

    Nothing is changed where it says what the span says to the letter, or where a connective is left out, or
    what stands between commas, brackets or dashes and binds nothing, or where a name from a further span
    stands for a pronoun or completes a surname.
    """
    sentence = _sentence(bullet)
    if bullet.text == sentence:
        return ()
    source, told = _tokens(sentence), _tokens(bullet.text)
    if len(source) > _LONGEST:
        return ("its sentence is too long to be compared",)
    names = [_tokens(one_line(evidence.text)) for evidence in bullet.evidence[1:]]
    told = _described(source, told, names)
    changes = SequenceMatcher(None, _lower(source), _lower(told), autojunk=False).get_opcodes()
    found = (
        _liberty(source, (i, j), told[k:m], names) for change, i, j, k, m in changes if change != "equal"
    )
    return tuple(filter(None, found))


def _liberty(
    source: Sequence[str], lost: tuple[int, int], added: Sequence[str], names: Sequence[Sequence[str]]
) -> str:
    gone = source[lost[0] : lost[1]]
    if not _words(added):
        return "" if _loose(source, *lost) else f"it leaves out {_shown(gone)}"
    if _named(gone, added, names):
        return ""
    return f"it says {_shown(added)}" + (f" for {_shown(gone)}" if _words(gone) else "")


def _shown(tokens: Sequence[str]) -> str:
    return f"'{' '.join(_words(tokens))}'"


def _sentence(bullet: Bullet) -> str:
    return one_line(bullet.evidence[0].text)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _lower(tokens: Sequence[str]) -> list[str]:
    return [token.lower() for token in tokens]


def _words(tokens: Sequence[str]) -> list[str]:
    return [token for token in tokens if token not in _BREAK]


def _named(lost: Sequence[str], added: Sequence[str], names: Sequence[Sequence[str]]) -> bool:
    """Return whether what was put in is (part of) a name from a further span, and only a pronoun went."""
    run = [word.removesuffix("'s").removesuffix("’s") for word in _words(added)]
    size = len(run)
    known = any(list(name[i : i + size]) == run for name in names for i in range(len(name) - size + 1))
    gone = set(_lower(_words(lost)))
    own = {word.lower() for name in names for word in name}
    return known and run[0][:1].isupper() and gone <= _PRONOUNS | _LOOSE | own | {f"{word}'s" for word in own}


def _described(source: list[str], told: list[str], names: Sequence[list[str]]) -> list[str]:
    """Return what is told with "the company" back in its place, where a name from a further span opens it.

    The name must be nothing but one: words with capitals, and what links them.
    """
    place = next((i for i, word in enumerate(source) if _bare(word).lower() in KINDS), 0)
    if not place or source[place - 1].lower() != "the" or set(_lower(source[: place - 1])) - _LOOSE - _BREAK:
        return told
    start = int(told[:1] == ["The"])
    for name in names:
        after = start + len(name)
        same = [_bare(word) for word in told[start:after]] == name
        if same and name[0][:1].isupper() and all(w[:1].isupper() or w in _LINKS for w in name):
            return source[place - 1 : place + 1] + told[after:]
    return told


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _loose(source: Sequence[str], start: int, end: int) -> bool:
    """Return whether `source[start:end]` may go: an aside or a connective that binds nothing."""
    lost = _lower(_words(source[start:end]))
    if _QUOTES & set(lost) or _BINDING & set(lost) or any(w.endswith(("n't", "n’t")) for w in lost):
        return False
    if set(lost) <= _LOOSE:
        return True
    before = start == 0 or source[start - 1] in _BREAK or source[start] in _BREAK
    after = end == len(source) or source[end] in _BREAK or source[end - 1] in _BREAK
    return before and after and not (start == 0 and end == len(source))
