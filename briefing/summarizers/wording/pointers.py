"""Words inside a sentence that point at another one: "that defense", "such a thing", "Last week it"."""

from __future__ import annotations

import re

from briefing.summarizers.wording.quoted import quoted

_POINTS = re.compile(
    r"(?<![\w'’-])(?:(?:about|for|from|with|by|despite|like|after|before|to|do|does|did|doing|done|figure|sort"
    r"|find|all|than|think|thinks|believe|believes|deny|denies|call|calls) (?:that|this|these|those)"
    r"(?=[.;]|, | out\b| up\b| (?:was|were|has|have|had|and|but|if|when)\b)"
    r"|(?:think|thinks|believe|believes|thought|say|says|said) (?:these|those)\b"
    r"|(?:making|doing|having|facing|getting|need|want|wants|wanted|have|has|had) one"
    r"(?= (?:now|too|again|themselves|yet|already|today)\b|\.)"
    r"|(?:is|are|was|were) there,? too\b"
    r"|such (?:an? )?(?:thing|move|claim|case|step|action|act|decision|incident|attack|event|behaviou?r"
    r"|comment|remark|threat|plan|deal|law|change|result|situation|scenario)s?\b(?! (?:as|that|a)\b)"
    r"|(?:still|already|been|stay(?:ed|s)?|live[ds]?|remain(?:ed|s)?|got|get|going|go|went) there\b"
    r"(?! (?:is|are|was|were)\b)|here(?=[.;]|, )|having none of it\b)"
)
_NO_NOUN = (
    r"(?:week|weekend|month|year|season|summer|winter|spring|autumn|fall|morning|afternoon|evening|time|days?"
    r"|weeks|months|years|country|is|was|are|were|has|have|had|will|would|in|of|at|on|from|to|for|by|and|or"
    r"|but|any|being|as|so)"
)
# "How these men fled", "an end to this drive": what they are, another sentence tells.
_THESE = re.compile(rf"(?<![\w'’-])(?:this|these) (?!{_NO_NOUN}\b)[a-z]")
_TIME = (
    r"(?:[A-Z][a-z]{2,8}(?: \d{1,2})?|\d{4}|(?:recent|the past|the last|late|early) [\w ]{3,20})"
    r"(?: (?:morning|afternoon|evening|night))?"
)
# "Last week it claimed", "On Monday, it said": nothing before "it" can be meant.
_FRONTED = re.compile(
    rf"(?:(?:On|In|At|By|Since|Until|During|After|Before|From) {_TIME}"
    r"|(?:Last|Next|This|Earlier this|Later this) \w+"
    r"|Now|Today|Yesterday|Currently|Recently|Previously|Eventually|Initially|Already|Once|Ultimately"
    r"|(?:\w+ ){1,3}ago),? (?P<word>it|they|its|their|them)(?:['’](?:re|ve|ll|d))?(?= (?P<next>[\w'’]+))"
)
# "Now it is clear", "Today it seems": an "it" that stands for nothing.
_EMPTY = re.compile(
    r"(?:is|was|will|would|may|has|(?:seem|appear|emerge|turn|take|took|look|rain|snow|happen|matter"
    r"|becomes?|became)\w*)$"
)
# "As its name suggests, it is fast".
_OWN = re.compile(
    r"(?:As|With|In|On|For|Like|Unlike|Despite|Given|By) (?:its|their) [^,]{1,60}, (?:it|they)\b"
)
# What another sentence has begun.
_ENDS = (" too.", " as well.", " was there.", " were there.")
_ENOUGH = 12
"""Words that may hold what is pointed at."""


def points_back(text: str) -> bool:
    """Say whether English `text` points, outside quotations, at what another sentence tells."""
    fronted = _FRONTED.match(text)
    if fronted and not (fronted["word"] == "it" and _EMPTY.match(fronted["next"])):
        return True
    more = text.endswith(_ENDS) and not quoted(text, len(text) - 1)
    return more or bool(_OWN.match(text)) or _any_early(_POINTS, text)


def points_at_thing(text: str) -> bool:
    """Say whether English `text` speaks of "this ruling" or "these men" as of something told before."""
    return _any_early(_THESE, text)


def _any_early(rule: re.Pattern[str], text: str) -> bool:
    """Say whether the rule holds outside quotations, where too little stands before to hold what is meant."""
    return any(
        "," not in text[: found.start()]
        and text.count(" ", 0, found.start()) < _ENOUGH
        and not quoted(text, found.start())
        for found in rule.finditer(text)
    )
