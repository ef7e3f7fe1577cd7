"""What a sentence about "the ship" or "those ships" takes up, which another one has brought in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model import Document
from briefing.summarizers.wording.name_words import NO_NAME, NO_PERSON
from briefing.summarizers.wording.quoted import quoted

_DEFINITE = re.compile(r"(?<![\w'’-])[Tt]he (?=((?:[\w'’-]+ ?){1,5}))")
# Where the noun phrase is over.
_OVER = frozenset(
    "of in on at to for from with by and or that who which is are was were has have had will would can could "
    "may might did does said says told after as but when while if not also now then still into about under "
    "over until since because came comes took takes made makes began begins became went gave found left lost "
    "won met hit ran saw led held".split()
)
# What follows tells which one is meant: "the ship of the line", "the ship that sank", "the ship Aurora".
_TOLD = re.compile(
    r",? ?(?:of|in|from|who|that|which|with|at|behind|for|to|on|near|where|between|against|about|over|by"
    r"|accused|charged|called|known|named|identified|involved|released|found|used|made|set|held|aboard|[A-Z“\"])"
)
# There is but one that everybody knows of, wherever the sentence stands.
_ONLY = frozenset(
    "government police army military president world country nation public internet economy weather media "
    "market king queen pope sun moon earth parliament congress state day year week month first last next "
    "number".split()
)
_SOME = (
    r"(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ss]ome|[Ss]everal|[Ff]ew|[Mm]any|[Mm]ost|[Aa]ll|[Nn]one|[Hh]alf|[Ee]ach)"
    r" of the (?=[a-z-]+s(?:[.;]|,(?! [A-Z])| (?:is|was|are|were|has|have|had|may|might|can|could|will|would"
    r"|said|say|did|do)\b))"
)
_NO_NOUN = (
    r"(?:weeks?|weekend|months?|years?|season|summer|winter|spring|autumn|fall|morning|afternoon|evening|night"
    r"|time|days?|decade|century|country|world|election|vote|era|age|is|was|are|were|has|have|had|will|would"
    r"|can|could|may|might|should|must|in|of|at|on|from|to|for|by|with|under|over|near|like|without|between"
    r"|and|or|but|not|as|so|an?|the|it|he|she|they|we|you|his|her|their|its|there|any|no|if|when|all|who|whom"
    r"|whose|that|which|where|being|still|already|most|left|aboard|responsible|\w+ing|\w+ed)"
)
_CLAUSE = r"(?:that|who|whom|which)\b"
# "those sailors", "one of the sailors"; what stands in their place ("those who") takes nothing up.
_POINTED = re.compile(
    rf"(?<![\w'’-])(?:{_SOME}|(?:this|these|those|such"
    r"|(?:of|on|by|with|to|at|about|into|under|against) that) )"
    rf"(?!{_NO_NOUN}\b)([a-z][\w-]*)(?![\w-])(?! [\w-]+ {_CLAUSE})"
    rf"(?: (?!{_CLAUSE})([a-z][\w-]*)(?![\w-]))?(?! {_CLAUSE})"
)
_APART = ("those", "such ")
_MARKS = "\"“”‘’'"
"""Where a sentence opens with one, its speaker follows one: “…,” the mayor said."""
_SHORTEST = 3
_EARLY = 5
"""Words before a definite that make it one of the things which the sentence is about."""
_ENOUGH = 12
"""Words before "those" that may hold what it points at."""


def taken_up(document: Document, index: int, text: str) -> tuple[str, ...]:
    """Return the words that English `text` takes up from before, of which one must be told with it.

    They are those of the first noun phrase near its beginning that "those" and the like open; or that "the"
    opens, that is not told by what follows, and that stands in an earlier sentence and not before it in its
    own. Cut to their roots, in lower case. Empty where there are none.
    """
    return _pointed(text) or _brought_in(document, index, text)


def _pointed(text: str) -> tuple[str, ...]:
    for found in _POINTED.finditer(text):
        before = text[: found.start()].lower()
        # After a comma "this" may be what the sentence has just told; "those ships" are not, unless named.
        if before.count(" ") >= _ENOUGH or ("," in before and found[0][:5].lower() not in _APART):
            break
        roots = _roots([word for word in found.groups() if word])
        if not quoted(text, found.start()) and not any(has_root(before, root) for root in roots):
            return roots
    return ()


def _brought_in(document: Document, index: int, text: str) -> tuple[str, ...]:
    earlier = ""
    for words, start in _definites(text) if index else ():
        earlier = earlier or document.article.text[: document.sentences[index].start].lower()
        own = text[:start].lower()
        roots = tuple(root for root in _roots(words[-2:]) if has_root(earlier, root))
        if roots and not any(has_root(own, root) for root in roots):
            return roots
    return ()


def _definites(text: str) -> Iterator[tuple[list[str], int]]:
    """Yield the words of each noun phrase, early or after a quotation, that "the" opens, and its place.

    Left out are those that what follows tells, and names.
    """
    opens = bool(text) and text[0] in _MARKS
    for found in _DEFINITE.finditer(text):
        if text.count(" ", 0, found.start()) > _EARLY:
            if not opens:
                break
            if text[found.start() - 2] not in _MARKS:
                continue
        words, end = _phrase(found[1].split(), found.start(1))
        told = not words or words[-1] in _ONLY or _TOLD.match(text, end)
        if not told and not quoted(text, found.start()):
            yield words, found.start()


def _phrase(words: list[str], end: int) -> tuple[list[str], int]:
    """Return the words up to where the phrase is over, and where that is; none of a name."""
    phrase: list[str] = []
    for word in words:
        if word.lower() in _OVER:
            break
        # "the Aurora" is a name, "the Irish trawler" and "the 40-year-old Florida trawler" are none.
        first = not phrase or phrase[-1].endswith("-old")
        if word[0].isupper() and not (first and _is_origin(word.lower())):
            return [], end
        end += len(word) + 1
        phrase.append(word)
    return phrase, end


def _is_origin(word: str) -> bool:
    return word in NO_NAME or word in NO_PERSON


def _roots(words: list[str]) -> tuple[str, ...]:
    return tuple(root for word in words if len(root := _root(word)) >= _SHORTEST)


def has_root(text: str, root: str) -> bool:
    """Say whether a word of `text`, in lower case, begins with `root`."""
    return bool(re.search(rf"\b{re.escape(root)}", text))


def _root(word: str) -> str:
    """Return the word without what a plural or an owner adds."""
    word = re.sub(r"['’]s?$", "", word.lower())
    return word[:-3] if word.endswith("ies") else word.rstrip("s") if not word.endswith("ss") else word
