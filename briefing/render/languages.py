"""Language tags and the direction of their scripts."""

from __future__ import annotations

import re

_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he iw ks ps sd syr ug ur yi".split())


def tag(language: str) -> str:
    """Return `language` where it is a well-formed tag (BCP 47), else "und": undetermined."""
    return language if _TAG.fullmatch(language) else "und"


def right_to_left(language: str) -> bool:
    """Whether the language's usual script runs from right to left."""
    return language.partition("-")[0].lower() in _RIGHT_TO_LEFT
