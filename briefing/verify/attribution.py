"""Whose word it is: what a source tells as somebody's, a bullet does not tell as a fact."""

from __future__ import annotations

from briefing.text.clean import one_line
from briefing.text.contested import CONTESTED
from briefing.text.sayers import names_a_speaker, speaker, speaks_alone

_ARTICLES = ("The ", "A ", "An ", "His ", "Her ", "Its ", "Their ", "Police", "Officials", "Prosecutors")
_ENDS = ".!"


def missing_speaker(claim: str, sentence: str, language: str) -> str:
    """Return who says in `sentence` what `claim` tells as a fact; "" where nobody does or none need be named.

    A speaker may be left out where the matter is settled: nobody contests the date of a concert. English
    alone is judged.
    """
    if language != "en" or names_a_speaker(claim) or not CONTESTED.search(claim):
        return ""
    return speaker(one_line(sentence))


def with_speaker(claim: str, sentence: str) -> str:
    """Return the claim with ", … said" at its end; "" where it is not certain whose word it is."""
    sentence = one_line(sentence)
    who = speaker(sentence) if speaks_alone(sentence) else ""
    if not who or claim[-1:] not in _ENDS or claim.count(".") > 1:
        return ""
    if who.startswith(_ARTICLES):
        who = who[:1].lower() + who[1:]
    return f"{claim[:-1]}, {who} said."
