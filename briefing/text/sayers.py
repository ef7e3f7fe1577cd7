"""Who says what an English sentence tells, and whether it says that others say otherwise."""

from __future__ import annotations

import re

_SAYS = (
    r"(?:said|says?|told|report(?:ed|s)?|announced|claim(?:ed|s)?|puts?|estimate[ds]?"
    r"|confirm(?:ed|s)?|count(?:ed|s)?"
    r"|insist(?:ed|s)?|acknowledged|stated|added|believes?|maintain(?:ed|s)?|disputed?)"
)
_WHO = r"[^,;:\"“”()\d]{2,80}?"
# A stop that ends no name: "Lt. Eric Point".
_NO_END = "".join(
    rf"(?<!\b{title})" for title in "Lt Sgt Gen Col Maj Capt Dr Mr Mrs Ms Sen Rep Gov St Rev".split()
)
_STOP = rf"(?=[,;]|{_NO_END}\.|$)"
_RULES = (
    re.compile(r"\b[Aa]ccording to (?P<who>[^,;:\"“”()]{2,80}?)(?=[,.;]|$| (?:who|which|in|on)\b)"),
    re.compile(rf", (?P<who>{_WHO}) (?:has |have |had |also |later )?{_SAYS}\b"),
    re.compile(rf", (?:said|says|added) (?P<who>{_WHO}){_STOP}"),
    re.compile(
        rf"^(?:(?:On|In|Late|Early) [^,]{{2,30}}, |But |However, )?(?P<who>{_WHO})"
        rf" (?:has |have |had |also |later )?{_SAYS}\b"
    ),
)
# Whoever these are, another sentence tells.
_NOBODY = re.compile(r"(?:he|she|they|it|who|which|i|we|that|this|and|but|as)\b", re.IGNORECASE)
_CONTRAST = re.compile(
    r"\b(?:puts? (?:the|their|its) (?:[\w-]+ ){1,4}at"
    r"|(?:different|another|other) (?:account|version|figure|toll)"
    r"|disput\w+|contradict\w+|denied|denies|reject\w+"
    r"|conflicting|whereas|inflated)\b",
    re.IGNORECASE,
)


_ANY_SAYING = re.compile(rf"\b(?:{_SAYS}|[Aa]ccording to)\b")
_ALLEGED = re.compile(
    r"\b(?:alleg|accus|suspect|purport|reported|apparent|so-called|charg(?:ed|es)|wanted)", re.IGNORECASE
)
# "the ministry on Monday": when it was said is no part of who said it.
_WHEN = re.compile(
    r",? (?:(?:late |early )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in a statement|has|had|later)$"
)

# One who says something is named, or is told by what he is.
_SOMEBODY = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Ll]ocal|[Ss]tate|[Ff]ederal|[Cc]ourt|[Mm]any|[Ss]ome|[Ss]everal"
    r"|[Oo]ther|[Tt]wo|[Ss]enior|[Mm]edical|[Mm]ilitary|[Pp]olice|[Oo]fficials?|[Aa]uthorities|[Rr]esidents|[Ww]itnesses"
    r"|[Aa]ctivists|[Rr]ebels|[Pp]rosecutors|[Aa]nalysts|[Ee]xperts|[Rr]escuers|[Dd]octors|[Rr]esearchers|[Ss]cientists"
    r"|[Ii]nvestigators|[Ll]awyers|[Ss]ources|[Cc]ritics)\b|[A-Z])(?:[\w.'’&-]* ?){0,12}$"
)

# "It said", and the body that the sentence before opens with: "The army gave a different account."
_IT_SAID = re.compile(r"(?:^|[ ,\"”])[Ii]t (?:said|says|added)\b")
_BODY = re.compile(
    r"(?P<who>(?:The|[A-Z][\w-]+['’]s?) (?:[\w-]+ ){0,3}?(?:army|military|navy|air force|police|government"
    r"|ministry|union|federation|company|council|committee|agency|organi[sz]ation|coalition|party|movement"
    r"|hospital|court|authority|board))\b(?! of\b)"
)


def who_says(text: str, before: str = "") -> str:
    """Return the one who says what `text` tells, as written; "" where nobody does, or a "he".

    `before` is the sentence before it, whose subject an "it said" may stand for.
    """
    for rule in _RULES:
        found = rule.search(text)
        if found and not _NOBODY.match(found["who"]):
            return found["who"]
    body = _BODY.match(before) if _IT_SAID.search(text) else None
    return body["who"] if body else ""


def contrasts(text: str) -> bool:
    """Say whether `text` sets its word against another's: "put the toll at", "disputed", "activists"."""
    return bool(_CONTRAST.search(text))


def speaker(text: str) -> str:
    """Return who says what `text` tells where that is plainly a person, a body or their papers; else ""."""
    who = _WHEN.sub("", who_says(text))
    return who if _SOMEBODY.match(who) else ""


def speaks_alone(text: str) -> bool:
    """Return whether nobody but one says anything in `text`."""
    return len(_ANY_SAYING.findall(text)) == 1


def names_a_speaker(text: str) -> bool:
    """Return whether `text` says of anything in it that it is somebody's word."""
    return bool(_ANY_SAYING.search(text) or _ALLEGED.search(text))
