"""Pronouns that have nobody to stand for in their sentence, and that sentence with a name in their place."""

from __future__ import annotations

import re

from briefing.summarizers.wording.names import Mention, People
from briefing.summarizers.wording.people_words import gender as gender_of
from briefing.summarizers.wording.quoted import quotations, quoted

PRONOUNS = {
    "m": re.compile(r"(?i)(?<![\w'’/-])(?P<word>he|him|his|himself)(?P<clitic>['’](?:s|ll|d))?(?![\w'’/-])"),
    "f": re.compile(
        r"(?i)(?<![\w'’/-])(?P<word>she|her|hers|herself)(?P<clitic>['’](?:s|ll|d))?(?![\w'’/-])"
    ),
}
"""By gender, "m" and "f"."""
_EITHER = re.compile(r"(?i)\b(?:he or she|she or he|his or her|her or his|him or her|her or him)\b")
_NOUN = re.compile(r"(?<![\w'’-])(?:[A-Za-z]+(?:-[a-z]+)?(?!\w)|\d+-year-old\b(?! [a-z]))")
_THEY = re.compile(r"(?i)(?<![\w'’-])(?:they|them|their|theirs|themselves)(?![\w-])")
_SEVERAL = re.compile(
    r"(?i)\b(?:(?!(?:this|always|perhaps|does|goes|says|sometimes|besides|towards|afterwards|thus|plus"
    r"|\w+ous)\b)[a-z]{2,}[^s\W\d_]s|people|police|men|women|children|couple|family|families|group|team|company"
    r"|band|club|crew|staff|public|majority|pair|duo|trio|both|and|those|others|each|every|everyone|anyone"
    r"|someone|nobody|person|who|government|army|community|population|audience|crowd|party|council|side|some"
    r"|many|most|few|all)\b"
)
# A team, a firm, a country; no day.
_NAMED = re.compile(
    r"(?<=\w )(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z]"
    r"|^[A-Z]\w*(?= \w+ed | have | has | had | were | are |['’]s )"
)
# In "The army released them" the army is somebody else, unless one of these tells of a third.
_THIRD = re.compile(
    r"\b(?!them$)(?:and|or|that|who|which|when|while|if|because|as|to|of|for|with|from|in|on|at|by|than"
    r"|after|before|about|but|s|says?|said|between|among|behind|around|near|over|against)\b|[,:;–—-]"
)
# How "'s" goes on where it is "is" or "has"; elsewhere it is not sure.
_DAY = re.compile(r"^(?:On|In|By) \w+, |^(?:Now|Then) ")
_IS = re.compile(r" (?:a|an|the|not|now|still|in|on|at|one|too|very|so|\w+ing)\b")
_HAS = re.compile(r" (?:been|had|got|already|never|since|long)\b")
# What follows "her" where it is no possessive.
_AFTER_OBJECT = re.compile(
    r" (?:to|in|on|at|for|from|with|by|as|and|or|but|that|when|while|after|before|if|because|into|about|out"
    r"|up|off|over|away|home|back|down|the|a|an|his|not|who|is|was|of|how|what|why|where|it|this|there"
    r"|again)\b|[.,;:!?]|$"
)
_FRONTED = re.compile(
    r"(?i:(?:in|on|at|by|for|from|after|before|since|until|during|when|while|if|as|although|though|because"
    r"|with|without|under|over|despite|unlike|like|once|unless|through|throughout|following|ever|even|just|to"
    r"|of|given|born|known|\w+ing|\w+ed) (?:\S+ ){0,14})$"
)
_PLACED = re.compile(r"\b(?:in|at|from|near|to|of|for|by|with|outside|inside|across|around|the|a|an) $")


def dangling(text: str, gender: str, who: People) -> re.Match[str] | None:
    """Return the first pronoun of `gender` ("m" or "f") outside quotations, if nobody before it is meant."""
    for found in PRONOUNS[gender].finditer(text):
        if quoted(text, found.start()) or _is_either(text, found.start()):
            continue
        before = text[: found.start()]
        if _has_person(before, gender, who) or _comes_after(text, found.end(), before, gender, who):
            return None
        return found
    return None


def may_point_ahead(text: str, found: re.Match[str]) -> bool:
    """Say whether the pronoun may be explained only later: "Before he fell, a camera showed Rex"."""
    comma = text.find(", ", found.end())
    if found.start() == 0 or comma < 0 or "," in text[: found.start()]:
        return False
    return not any(not quoted(text, again.start()) for again in found.re.finditer(text, comma))


def dangling_plural(text: str, who: People) -> bool:
    """Say whether a "they" outside quotations has nothing several before it, or after the next comma.

    One person whom the article names is not several, nor is "them" whoever does it to them.
    """
    for found in _THEY.finditer(text):
        if not quoted(text, found.start()):
            comma = text.find(", ", found.end())
            after = " ".join(text[comma + 2 :].split(" ")[:6]) if comma > 0 and found.start() else ""
            before = text[: found.start()]
            if found[0] == "them" and not _THIRD.search(_DAY.sub("", before)):
                return True
            return not (
                _SEVERAL.search(before)
                or _SEVERAL.search(_THEY.sub("", after))
                or _NAMED.search(_without_people(before, who))
            )
    return False


def _without_people(text: str, who: People) -> str:
    kept, after = "", 0
    for mention in who.mentions(text):
        if mention.person:
            kept, after = f"{kept}{text[after : mention.start]}somebody", mention.end
    return kept + text[after:]


def put_in(text: str, found: re.Match[str], name: str) -> str | None:
    """Return `text` with `name` for the pronoun `found`; None where its form is not certain."""
    after = text[found.end() :]
    form = _form(found["word"].lower(), found["clitic"], after)
    if form is None or (form == "'s" and found["clitic"]):
        return None
    if form == "'s" and name.endswith("s"):
        form = "'"
    return text[: found.start()] + name + form.replace("'", "’" if "’" in text else "'") + after


def _form(word: str, clitic: str | None, after: str) -> str | None:
    """Return what is to follow the name: "'s", " is", " will" or nothing; None where that is not certain."""
    if word in ("himself", "herself", "hers"):
        return None
    if word == "his" or (word == "her" and not _AFTER_OBJECT.match(after)):
        return "'s"
    if not clitic:
        return ""
    if clitic.endswith("ll"):
        return " will"
    if clitic.endswith("s"):
        return " is" if _IS.match(after) else " has" if _HAS.match(after) else None
    return None


def competitors(text: str, gender: str) -> list[tuple[int, int]]:
    """Return where nouns for a man or a woman, whichever `gender` is, stand in `text`."""
    return [
        n.span() for n in _NOUN.finditer(text) if n[0][0].isdigit() or gender_of(n[0].lower()) in ("", gender)
    ]


def _is_either(text: str, place: int) -> bool:
    return any(found.start() <= place < found.end() for found in _EITHER.finditer(text))


def _has_person(text: str, gender: str, who: People) -> bool:
    """Say whether anybody in `text` may be meant, be it by a name that is not sure to be a person's."""
    return any(may_be(m, text, gender) for m in who.mentions(text)) or bool(competitors(text, gender))


def may_be(mention: Mention, text: str, gender: str) -> bool:
    """Say whether a pronoun of `gender` may mean the one who is named there."""
    if mention.person is not None:
        return mention.person.gender in ("", gender)
    # "Police in Vallejo", "The Lindvik Aquarium": no person.
    return mention.sure or not (_PLACED.search(text, 0, mention.start) or mention.title in ("the", "a", "an"))


def _has_full_name(text: str, gender: str, who: People) -> bool:
    return "," not in text and any(
        m.full and m.person and m.person.gender in ("", gender) for m in who.mentions(text)
    )


def _comes_after(text: str, end: int, before: str, gender: str, who: People) -> bool:
    """Say whether the name follows at once: "In his address, Macron said"."""
    comma = text.find(", ", end)
    if _FRONTED.match(before) and _has_full_name(" ".join(text[end:].split(" ")[:6]), gender, who):
        return True
    if (
        not _FRONTED.match(before)
        or "," in before
        or comma < 0
        or quotations(text[:comma])
        or ". " in text[end:comma]
    ):
        return False
    return _has_person(" ".join(text[comma + 2 :].split(" ")[:10]), gender, who)
