"""Who says what an English sentence tells, and whether it says that others say otherwise."""

from __future__ import annotations

import re

_SAYS = (
    r"(?:said|says?|told|report(?:ed|s)?|announced|claim(?:ed|s)?|puts?|estimate[ds]?"
    r"|confirm(?:ed|s)?|count(?:ed|s)?"
    r"|insist(?:ed|s)?|acknowledged|stated|added|believes?|maintain(?:ed|s)?|disputed?)"
)
_WHO = r"[^,;:\"“”()\d]{2,80}?"
_RULES = (
    re.compile(r"\b[Aa]ccording to (?P<who>[^,;:\"“”()]{2,80}?)(?=[,.;]|$| (?:who|which|in|on)\b)"),
    re.compile(rf", (?P<who>{_WHO}) (?:has |have |had |also |later )?{_SAYS}\b"),
    re.compile(rf", (?:said|says|added) (?P<who>{_WHO})(?=[,.;]|$)"),
    re.compile(
        rf"^(?:(?:On|In|Late|Early) [^,]{{2,30}}, |But |However, )?(?P<who>{_WHO})"
        rf" (?:has |have |had |also |later )?{_SAYS}\b"
    ),
)
# Whoever these are, another sentence tells.
_NOBODY = re.compile(r"(?:he|she|they|it|who|which|i|we|that|this|and|but)\b", re.IGNORECASE)
_CONTRAST = re.compile(
    r"\b(?:puts? (?:the|their|its) (?:[\w-]+ ){1,4}at|disput\w+|contradict\w+|denied|denies|reject\w+"
    r"|conflicting|whereas|inflated)\b",
    re.IGNORECASE,
)


def who_says(text: str) -> str:
    """Return the one who says what `text` tells, as written; "" where nobody does, or a "he"."""
    for rule in _RULES:
        found = rule.search(text)
        if found and not _NOBODY.match(found["who"]):
            return found["who"]
    return ""


def contrasts(text: str) -> bool:
    """Say whether `text` sets its word against another's: "put the toll at", "disputed", "activists"."""
    return bool(_CONTRAST.search(text))
