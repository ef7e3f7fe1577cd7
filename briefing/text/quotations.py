"""Quotations and brackets that stay whole: no sentence ends between their marks."""

from __future__ import annotations

import regex as re

# A longer one is told sentence by sentence; so is everything after a mark that nobody closed.
_LONGEST_QUOTATION = 500
_LONGEST_BRACKET = 300

# Opening mark, what must follow, what is inside, closing mark. Each scan stops at the next mark of its kind.
_PAIRS = (
    (r"\(", "", r"[^()\n]", r"\)"),
    (r"\[", "", r"[^\[\]\n]", r"\]"),
    ("（", "", r"[^（）\n]", "）"),
    ("“", "", r"[^“”\n]", "”"),
    ("„", "", r"[^„“”\n]", "[“”]"),
    ("«", "", r"[^«»\n]", "»"),
    ("»", r"(?=\w)", r"[^«»\n]", "[«»]"),
    ("”", r"(?<![^\s(\[]”)(?=\w)", r"[^“”\n]", "”"),
    ("「", "", r"[^「」\n]", "」"),
    ("『", "", r"[^『』\n]", "』"),
    # An apostrophe inside a word is no mark.
    ("‘", "", r"(?:[^‘’\n]|’(?=\w))", "’"),
    ("`", r"`?(?=\w)", r"(?:[^`'\n]|(?<=\w)'(?=\w))", "''?"),
    # The straight ones tell by their neighbours whether they open or close.
    ('"', r'(?<![^\s(\[‘\'—–-]")(?=[^\s"])', r'[^"\n]', r'(?:(?<=\S)|(?<=[\'’] ))"(?![a-z0-9])'),
    ("'", r"(?<![^\s(\[“\"—–-]')(?=\w)", r"(?:[^'\n]|(?<=\w)'(?=\w))", r"(?<=[.,!?…])'(?!\w)"),
)


def _whole() -> re.Pattern[str]:
    """Compile the pairs. Nothing is given back, so the work stays linear however many marks are left open.

    The class in front lets the engine skip everything else at full speed.
    """
    branches = []
    for opening, then, inside, closing in _PAIRS:
        longest = _LONGEST_BRACKET if opening in (r"\(", r"\[", "（") else _LONGEST_QUOTATION
        branches.append(f"(?<={opening}){then}{inside}{{1,{longest}}}+{closing}")
    return re.compile(f"[{''.join(opening for opening, *_ in _PAIRS)}](?:{'|'.join(branches)})")


_WHOLE = _whole()


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the spans of `text` that are quoted or bracketed, in order, marks included."""
    return [match.span() for match in _WHOLE.finditer(text)]
