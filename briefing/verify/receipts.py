"""Receipts: a bullet is verified when it says, to the letter, what stands at the spans that it cites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefing.model import Bullet, Evidence
from briefing.text.clean import one_line


def verify(bullet: Bullet, texts: Mapping[str, str]) -> Bullet:
    """Return the bullet, marked as verified or not. `texts` are the articles' texts by id.

    It is verified when every span holds in its article and the spans, joined, are the bullet's text.
    """
    holds = bool(bullet.evidence) and all(_holds(evidence, texts) for evidence in bullet.evidence)
    quoted = one_line(" ".join(evidence.text for evidence in bullet.evidence))
    return replace(bullet, verified=holds and quoted == bullet.text)


def _holds(evidence: Evidence, texts: Mapping[str, str]) -> bool:
    text = texts.get(evidence.article)
    if text is None or not 0 <= evidence.start < evidence.end <= len(text):
        return False
    return text[evidence.start : evidence.end] == evidence.text
