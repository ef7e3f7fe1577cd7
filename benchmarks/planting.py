"""Errors planted in true statements: one changed fact each, told apart by kind.

    plant(kind, claim, text, others, pick, inside) -> the false statement, or None

`inside` takes what is put in from the same article (a figure of something else, another person of the
story), which is the hard kind; otherwise it is from nowhere in the article. Extraction here is by plain
patterns of its own: nothing is shared with what is measured.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

KINDS = ("number", "date", "name", "place", "quote", "negation", "direction", "speaker", "hedge")
WITH_INSIDE = ("number", "date", "name", "place", "speaker")
"""What can be swapped for another of its kind in the same article."""

_SPELLED = (
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty".split()
)
_NUMBER = re.compile(
    r"(?<![\w.,:-])(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\d:]|[.,]\d|(?:st|nd|rd|th)\b)"
    rf"|\b(?:{'|'.join(_SPELLED)})\b"
)
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_YEAR = r"(?<![\d$£€.,-])(?:19|20)\d\d(?![\d,%]|\.\d|s\b)"
_DATES = {
    "day": re.compile(rf"\b(?:{'|'.join(_DAYS)})\b"),
    "month": re.compile(rf"\b(?:{'|'.join(m for m in _MONTHS if m not in ('March', 'May'))})\b"),
    "year": re.compile(_YEAR),
}
_CAPITAL = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_RUN = re.compile(rf"(?<=[a-z,;] )(?:{_CAPITAL})(?: {_CAPITAL}){{0,2}}(?=[ ,.;:'’]|$)")
_PERSON = re.compile(rf"\b{_CAPITAL} {_CAPITAL}\b")
_PLACE = re.compile(rf"(?<=\b[Ii]n )({_CAPITAL}(?: {_CAPITAL})?)(?=[ ,.;]|$)")
_SAYS = r"(?:said|says|told|added|warned|claimed|insisted|admitted|wrote|tweeted)"
_SPEAKER = re.compile(rf"\b({_CAPITAL}(?: {_CAPITAL})?) (?={_SAYS}\b)|(?<=\bsaid )({_CAPITAL} {_CAPITAL})\b")
_NO_NAME = frozenset(
    "The A An In On At He She It They We I His Her But And This That There When After Before As If For "
    "From Mr Mrs "
    "Ms Dr President Minister Prime Sir Lord".split()
) | set(_MONTHS + _DAYS)
_PLACES = (
    "Oslo Lima Toronto Nairobi Vienna Osaka Lisbon Chile Norway Belfast Cardiff Tunisia Denver Adelaide "
    "Prague Ghana"
).split()
_PEOPLE = (
    "Martin Hale|Julia Brandt|Peter Okafor|Laura Stein|Simon Tran|Helen Maddox|Victor Lund|Irene "
    "Castell|Graham Voss"
).split("|")
_AUXILIARY = re.compile(
    r"\b(is|was|are|were|has|have|had|will|would|can|could|should|did|does)\b(?! not|n't)"
)
_NOT = re.compile(r"\b(?:not |never |no longer )|(?<=\w)n['’]t\b")
_DIRECTIONS = [
    tuple(pair.split("/"))
    for pair in (
        "rose/fell rise/fall rising/falling increased/decreased increase/decrease more/less more/fewer "
        "won/lost "
        "win/lose winning/losing bought/sold buy/sell above/below before/after over/under higher/lower "
        "up/down "
        "first/last opened/closed open/close started/ended begin/end largest/smallest best/worst "
        "better/worse "
        "early/late highest/lowest older/younger victory/defeat accepted/rejected supported/opposed "
        "guilty/innocent "
        "north/south east/west northern/southern eastern/western alive/dead success/failure stronger/weaker "
        "gained/lost arrived/left hired/fired profit/loss inside/outside with/without"
    ).split()
]
_TURN = {a: b for pair in _DIRECTIONS for a, b in (pair, pair[::-1])}
_HEDGE = re.compile(
    r"\b(?:alleged|allegedly|reportedly|apparently|possibly|perhaps|probably|likely|suspected|might|may|could|"
    r"nearly|almost|potentially|potential|supposedly|believed to(?: have)?|(?:is|are|was|were) expected to|"
    r"plans? to|planned to|hopes? to|seemingly) "
)
_QUOTED = re.compile(r"\"[^\"]*\"|“[^“”]*”|(?<![\w.,!?])['‘][^'‘’\"]{12,}['’](?!\w)")
_MARK = re.compile("[\"“”‘’']")
_CONTENT = re.compile(r"\b[a-z]{5,}\b")
Pick = random.Random


def plant(kind: str, claim: str, text: str, others: Sequence[str], pick: Pick, inside: bool) -> str | None:
    """Return `claim` with one error of `kind`, or None. `others` are articles to take strange words from."""
    return _PLANTERS[kind](claim, text, others, pick, inside)


def _put(claim: str, found: re.Match[str] | tuple[int, int], new: str) -> str:
    start, end = found if isinstance(found, tuple) else found.span()
    return claim[:start] + new + claim[end:]


def _number(claim: str, text: str, _others: Sequence[str], pick: Pick, inside: bool) -> str | None:
    places = [m for m in _NUMBER.finditer(claim) if not re.fullmatch(_YEAR, m[0])]
    if not places:
        return None
    place = pick.choice(places)
    used = {m[0] for m in _NUMBER.finditer(claim)}
    alike = place[0][0].isdigit()
    there = {
        m[0] for m in _NUMBER.finditer(text) if m[0][0].isdigit() == alike and not re.fullmatch(_YEAR, m[0])
    }
    if inside:
        fit = sorted(n for n in there - used if not alike or abs(len(n) - len(place[0])) <= 1)
        return _put(claim, place, pick.choice(fit)) if fit else None
    if not alike:
        fit = [w for w in _SPELLED if not re.search(rf"\b{w}\b", text, re.IGNORECASE)]
        fit = [w for w in fit if str(_value(w)) not in there]
        return _put(claim, place, pick.choice(fit)) if fit else None
    for _ in range(20):
        new = "".join(pick.choice("123456789") if c.isdigit() else c for c in place[0])
        if new not in text:
            return _put(claim, place, new)
    return None


def _value(word: str) -> int:
    return (*range(2, 13), 15, 20, 30, 40, 50)[_SPELLED.index(word)]


def _date(claim: str, text: str, _others: Sequence[str], pick: Pick, inside: bool) -> str | None:
    places = [(kind, m) for kind, form in _DATES.items() for m in form.finditer(claim)]
    if not places:
        return None
    kind, place = pick.choice(places)
    there = set(_DATES[kind].findall(text))
    known = {"day": _DAYS, "month": _MONTHS, "year": [str(y) for y in range(1985, 2016)]}[kind]
    fit = sorted(there - set(_DATES[kind].findall(claim))) if inside else [d for d in known if d not in text]
    if kind == "month" and inside:  # a month that the claim only shortens is no error
        fit = [d for d in fit if d in _MONTHS]
    return _put(claim, place, pick.choice(fit)) if fit else None


def _run_names(text: str, form: re.Pattern[str] = _RUN) -> list[re.Match[str]]:
    """Return the names in `text`: none of their words stands there with a small letter too."""
    small = set(re.findall(r"\b[a-z]+\b", text))
    found = [m for m in form.finditer(text) if not _NO_NAME & set(m[0].split())]
    return [m for m in found if not any(word.lower() in small for word in re.split("[ -]", m[0]))]


def _other_names(claim: str, names: set[str]) -> list[str]:
    """Return the names that share no word with the claim, and no first letters: "Russia" is no "Russian"."""
    said = {word[:4] for word in re.findall(r"\w+", claim)}
    return sorted(name for name in names if not said & {word[:4] for word in re.findall(r"\w+", name)})


def _name(claim: str, text: str, others: Sequence[str], pick: Pick, inside: bool) -> str | None:
    places = _run_names(claim)
    if not places:
        return None
    place = pick.choice(places)
    size = len(place[0].split())
    there = {m[0] for m in _run_names(text if inside else pick.choice(others)) if len(m[0].split()) == size}
    # A name that the article writes in another form too would be no error.
    fit = [n for n in _other_names(claim, there) if inside or not any(w in text for w in n.split())]
    return _put(claim, place, pick.choice(fit)) if fit else None


def _place(claim: str, text: str, _others: Sequence[str], pick: Pick, inside: bool) -> str | None:
    places = [m for m in _PLACE.finditer(claim) if not _NO_NAME & set(m[1].split())]
    if not places:
        return None
    place = pick.choice(places)
    there = {m[1] for m in _PLACE.finditer(text) if not _NO_NAME & set(m[1].split())}
    fit = _other_names(claim, there) if inside else [p for p in _PLACES if p not in text]
    return _put(claim, place, pick.choice(fit)) if fit else None


def _speaker(claim: str, text: str, _others: Sequence[str], pick: Pick, inside: bool) -> str | None:
    places = [m for m in _SPEAKER.finditer(claim) if not _NO_NAME & set(m[0].split())]
    if not places:
        return None
    place = pick.choice(places)
    group = 1 if place[1] else 2
    there = {m[0] for m in _run_names(text, _PERSON)}
    # Whoever stands in one sentence with the speaker may have been named as part of a longer name.
    fit = _other_names(claim, there) if inside else [p for p in _PEOPLE if p not in text]
    return _put(claim, place.span(group), pick.choice(fit)) if fit else None


def _negation(claim: str, _text: str, _others: Sequence[str], pick: Pick, _inside: bool) -> str | None:
    if place := _NOT.search(claim):
        return _put(claim, place, "")
    if places := list(_AUXILIARY.finditer(claim)):
        place = pick.choice(places)
        return _put(claim, place, f"{place[0]} not")
    return None


def _direction(claim: str, _text: str, _others: Sequence[str], pick: Pick, _inside: bool) -> str | None:
    places = [m for m in re.finditer(r"\b[a-z]+\b", claim) if m[0] in _TURN]
    if not places:
        return None
    place = pick.choice(places)
    return _put(claim, place, _TURN[place[0]])


def _hedge(claim: str, _text: str, _others: Sequence[str], pick: Pick, _inside: bool) -> str | None:
    places = list(_HEDGE.finditer(claim))
    return _put(claim, pick.choice(places), "") if places else None


def _quote(claim: str, text: str, _others: Sequence[str], pick: Pick, _inside: bool) -> str | None:
    quotations = [m for m in _QUOTED.finditer(claim) if len(m[0].split()) >= 3]
    if quotations:
        whole = pick.choice(quotations)
        inner = list(_CONTENT.finditer(claim, *whole.span()))
        fresh = [w for w in _CONTENT.findall(text) if w not in claim]
        if inner and fresh:
            return _put(claim, pick.choice(inner), pick.choice(fresh))
        return None
    return _marked(claim, text, pick)


def _marked(claim: str, text: str, pick: Pick) -> str | None:
    """Return the claim with marks around five to eight of its words that nobody is quoted with."""
    if _MARK.search(claim):
        return None
    words = claim.rstrip(".").split(" ")
    for _ in range(20):
        size = pick.randint(5, 8)
        if len(words) < size + 2:
            return None
        start = pick.randint(1, len(words) - size)
        piece = " ".join(words[start : start + size]).rstrip(",;:")
        at = text.find(piece)
        sentence = text[max(0, at - 400) : at + 400] if at >= 0 else ""
        if sum(w[0].islower() for w in piece.split()) >= size - 1 and not _MARK.search(sentence):
            return claim.replace(piece, f'"{piece}"', 1)
    return None


Planter = Callable[[str, str, Sequence[str], Pick, bool], "str | None"]
_PLANTERS: dict[str, Planter] = {
    "number": _number, "date": _date, "name": _name, "place": _place, "quote": _quote, "negation": _negation,
    "direction": _direction, "speaker": _speaker, "hedge": _hedge,
}  # fmt: skip
