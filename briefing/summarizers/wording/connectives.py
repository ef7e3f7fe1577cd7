"""Words that only tie a sentence to the one before it: "But", "In addition,", "however", "also"."""

from __future__ import annotations

import re

from briefing.summarizers.wording.quoted import quoted

_ADVERBIAL = (
    "in addition|however|meanwhile|moreover|furthermore|of course|indeed|additionally|nevertheless"
    "|nonetheless|on the other hand|as it happens|in fact|after all|that said|even so|to be sure|besides"
    "|needless to say|for (?:his|her|its|their) part|by the way|incidentally"
)
_OPENING_ADVERBIAL = re.compile(rf"(?i:{_ADVERBIAL}|still|also|plus|then again|separately), ")
_CONJUNCTION = re.compile(r"(?:But|And|Yet|So),? (?=(?P<next>[^ ]+))")
# After these, the conjunction is more than one: "But for the rain", "And so did he", "Yet another".
_BOUND = {
    "But": frozenset("for then still first instead only rather".split()),
    "And": frozenset("so then neither nor thus therefore".split()),
    "Yet": frozenset("another to again others more unnamed unidentified undisclosed".split()),
}
# "So" is a connective before these; elsewhere it may be a degree or "likewise" ("So far", "So did he").
_AFTER_SO = frozenset(
    "the a an he she it they we you i his her its their my our these those this there in on at when while"
    " after before if as what who why how with by since although though even now police officials".split()
)
_INNER = re.compile(
    r", (?i:however|meanwhile|of course|moreover|furthermore|for example|for instance|indeed|nevertheless"
    r"|nonetheless|in fact|though|in turn)(?P<end>, |\.$)(?=(?P<next>[^ ]*))"
)
# A head that opens so needs its comma: "On Monday, however, he left" but "The plan, however, failed".
_FRONTED = re.compile(
    r"(?i:in|on|at|by|for|from|after|before|since|until|during|when|while|if|as|although|though|because|with"
    r"|without|under|over|despite|unlike|like|once|unless|where|who|according|to|of|even|just|only|so|now"
    r"|today|this|last|not|\w+ly|\w+ing|\w+ed)\b"
)
_CLAUSE = frozenset("the a an he she it they we you i his her its their there this that these those".split())
_ALSO = re.compile(r"(?<=[a-z]) also (?=(?P<next>[a-z]+))")
_KEEPS_ALSO = frozenset(
    "but while or as not and see if because when known with by only to for after before since during in on at"
    " from of through among so".split()
)
_ONLY = re.compile(r"(?i)\bonly\b|\bnot just\b|\bnot merely\b|\bbut also\b")


def without_opening(text: str) -> str:
    """Drop a connective that `text` opens with, where nothing else changes."""
    while True:
        found = _OPENING_ADVERBIAL.match(text)
        if found is None:
            found = _CONJUNCTION.match(text)
            if found is None or not _loose(found):
                return text
        text = _capital(text[found.end() :])


def without_inner(text: str) -> str:
    """Drop a connective between commas, and "also" before a verb."""
    found = _INNER.search(text) if "," in text else None
    if found and not quoted(text, found.start()):
        text = _cut(text, found)
    if " also " in text and not _ONLY.search(text):
        text = _ALSO.sub(_also, text)
    return text


def _loose(found: re.Match[str]) -> bool:
    """Say whether the conjunction does no more than link."""
    conjunction, following = found[0][:3].strip(" ,"), found["next"].strip("\"'“‘")
    if conjunction == "So":
        return "," in found[0] or following.lower() in _AFTER_SO
    return following.partition("'")[0].lower() not in _BOUND[conjunction]


def _cut(text: str, found: re.Match[str]) -> str:
    head = text[: found.start()]
    if found["end"] == ".":
        return head + "."
    if "," in head or _FRONTED.match(head):
        return f"{head}, {text[found.end() :]}"
    # Between two whole clauses one comma would not do.
    return text if found["next"].lower() in _CLAUSE else f"{head} {text[found.end() :]}"


def _also(found: re.Match[str]) -> str:
    before = found.string[: found.start()].rpartition(" ")[2]
    needed = before in _KEEPS_ALSO or found["next"] in _KEEPS_ALSO or quoted(found.string, found.start())
    return found[0] if needed else " "


def _capital(text: str) -> str:
    """Return `text` with a capital, unless its first word is a name with its own (iPhone)."""
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first.islower() else text
