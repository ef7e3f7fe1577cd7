"""What the words of a sentence tell without the rest of the article."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import chain, repeat

import numpy as np

from briefing.summarizers.engine import Candidate
from briefing.summarizers.features.columns import Column, Columns, Counts, column, counts

# English words that tell what a sentence does; in other languages these features are 0.
_CUES = {
    "pronouns": "he she it they him them her his hers its their theirs himself herself itself themselves",
    "first_person": "i we me us my our mine ours i'm we're i've we've i'd we'd i'll we'll",
    "second_person": "you your yours you're you've you'd you'll",
    "speech": "said says say told tells added adds according asked tweeted wrote explained",
    "time": "monday tuesday wednesday thursday friday saturday sunday today yesterday week month year",
    "news": "new first after arrested charged accused court police found died dead killed death won win wins "
    "record revealed reveals announced announces claims claimed reported report will could",
}
_KINDS = {word: kind for kind, listed in enumerate(_CUES.values(), 1) for word in listed.split()}
_OPENINGS = {
    "opens_with_pronoun": frozenset("he she it they his her its their him them".split()),
    "opens_with_pointer": frozenset("this that these those there here such".split()),
    "opens_with_connective": frozenset(
        "but and so yet or however meanwhile also still instead moreover nevertheless then because while "
        "although though".split()
    ),
}
_QUOTED = re.compile(r"[\"“”«»„].{0,400}?[\"“”«»]")
_FIGURE = re.compile(r"\d[\d,.]*")
_PER_CENT = re.compile(r"per ?cent\b")
# The names of the features that say how long a sentence is, and the fewest words of each but the first.
_BANDS = ("under_7", "7_to_10", "11_to_15", "16_to_21", "22_to_29", "30_to_39", "40_up")
_FEWEST = (7, 11, 16, 22, 30, 40)


def wording(offered: Sequence[Candidate]) -> Columns:
    """Return what the words themselves tell: length, figures, quotations, cues, opening."""
    texts = [c.text for c in offered]
    length = counts(len(c.words) for c in offered)
    figures = counts(len(_FIGURE.findall(text)) for text in texts)

    def where(told: Callable[[str], bool]) -> Column:
        return column(map(told, texts))

    return {
        "words": length / 40,
        "words_log": np.log1p(length),
        **_bands(length),
        "figures": np.minimum(figures, 4) / 4,
        "has_figure": 1.0 * (figures > 0),
        "commas": np.minimum(counts(text.count(",") for text in texts), 6) / 3,
        "question": where(lambda text: text.endswith(("?", "？", "؟"))),
        "exclamation": where(lambda text: text.endswith(("!", "！"))),
        "opens_with_quote": where(lambda text: text[0] in "\"'“‘«„"),
        "money": where(_has_money),
        "aside": where(_has_aside),
        "quoted": column(map(_quoted, texts)),
        **_cues(offered, length),
        **{name: column(c.words[0] in listed for c in offered) for name, listed in _OPENINGS.items()},
    }


def _bands(length: Counts) -> Columns:
    band = np.searchsorted(_FEWEST, length, side="right")
    return {f"words_{name}": 1.0 * (band == i) for i, name in enumerate(_BANDS)}


def _cues(offered: Sequence[Candidate], length: Counts) -> Columns:
    """Return how many words of each kind a sentence has."""
    kinds = counts(map(_KINDS.get, chain.from_iterable(c.words for c in offered), repeat(0)))
    sentence = np.repeat(np.arange(len(offered)), length)
    many = len(_CUES) + 1
    table = np.bincount(sentence * many + kinds, minlength=len(offered) * many).reshape(-1, many)
    return {f"cue_{kind}": np.minimum(table[:, i], 4) / 2 for i, kind in enumerate(_CUES, 1)}


# Each of these is asked of every sentence: marks are looked for one by one before a pattern is.


def _has_money(text: str) -> bool:
    signs = "$" in text or "%" in text or "£" in text or "€" in text or "¥" in text or "₹" in text
    return signs or ("cent" in text and bool(_PER_CENT.search(text)))


def _has_aside(text: str) -> bool:
    return "(" in text or "--" in text or " – " in text or " — " in text or " - " in text


def _quoted(text: str) -> float:
    """Return how much of the text stands between quotation marks."""
    if '"' in text or "“" in text or "”" in text or "«" in text or "»" in text or "„" in text:
        return sum(map(len, _QUOTED.findall(text))) / len(text)
    return 0.0
