"""Asides that a bullet can do without: "(pictured)", a remark between dashes, ", which lies on the coast,".

Other brackets stay: what they hold (a party, a conversion, "for pilots") is often what the statement needs.
"""

from __future__ import annotations

import re

from briefing.summarizers.wording.wordlists import WEIGHTY

_SIDE = r"(?:(?:far |second )?(?:left|right)|above|below|top|bottom|cent(?:re|er)|inset|here|together)"
_PICTURED = re.compile(
    rf" ?\((?:(?:not |also )?(?:pictured|shown|seen|photographed)\b[^()\d]{{0,60}}|(?:on the )?{_SIDE}"
    rf"(?:(?: and|,) {_SIDE})?|[lrc]|(?:file|stock) (?:photo|image|picture)"
    r"|see (?:[a-z]+ ){0,3}(?:video|below|above|left|right)(?: [a-z]+){0,3})\)",
    re.IGNORECASE,
)
# A verb that follows at once makes sure where the aside ends. "Said" is none of them: what tells who speaks
# stays.
_VERB = (
    r"(?=(?:is|are|was|were|has|have|had|will|did|does|took|made|began|became|went|came|won|lost|led|remains"
    r"|faces|died|opened|closed|called)\b)"
)
# "Ada Brun, pictured left, is"; an age before it keeps the comma behind it.
_BETWEEN_COMMAS = re.compile(rf"(, \d{{1,3}})?, pictured(?: {_SIDE})?,(?: {_VERB}(?P<verb>))?")
_DASHED = re.compile(rf" (--|—|–) ((?:(?! (?:--|—|–) )[^,;:()\"“”]){{3,90}}) \1 {_VERB}")
_RELATIVE = re.compile(rf"(?<=[\w.]), (?:which|who|whose|where) ([^,;:()\"“”]{{3,90}}), {_VERB}")
# What has just happened is no aside.
_RECENT = re.compile(r"(?:has|have)\b|.*(?:day|today|tonight|yesterday)\b")
_QUOTE = re.compile(r"[\"“”«»‘]|(?:^|\s)'")
_NAMED = re.compile(r"[A-Z]")
_OPENS_WEAKLY = re.compile(
    r"(?i:which|who|whose|whom|that|where|what|why|how|and|or|nor|i|we|you|my|our|your|before|after|as|while"
    r"|until)\b"
)


def without_pictured(text: str) -> str:
    """Drop what points at a picture that the reader doesn't have."""
    if "(" in text:
        text = _PICTURED.sub("", text)
    return _BETWEEN_COMMAS.sub(_joined, text) if ", pictured" in text else text


def without_dashes(text: str) -> str:
    """Drop a remark between two dashes without a name, a figure, a negation, a doubt or a condition."""
    if " -- " not in text and " — " not in text and " – " not in text:
        return text
    return text if _QUOTE.search(text) else _DASHED.sub(_dashed, text, count=1)


def without_relative(text: str) -> str:
    """Drop a relative clause between commas, on the same terms but that it may hold names."""
    if ", wh" not in text or _QUOTE.search(text):
        return text
    return _RELATIVE.sub(_relative, text, count=1)


def _joined(found: re.Match[str]) -> str:
    age, verb = found[1] or "", found["verb"] is not None
    return f"{age}{',' if age or not verb else ''}{' ' if verb else ''}"


def _dashed(found: re.Match[str]) -> str:
    aside = found[2]
    dull = not (_NAMED.search(aside) or _OPENS_WEAKLY.match(aside) or WEIGHTY.search(aside))
    return " " if dull else found[0]


def _relative(found: re.Match[str]) -> str:
    return found[0] if _RECENT.match(found[1]) or WEIGHTY.search(found[1]) else " "
