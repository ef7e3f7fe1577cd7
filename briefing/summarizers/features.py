"""What is measured of a sentence: where it stands, how central it is, and what kind of words it is made of.

Each feature is a number of the order of 1. The names are those in `news.json`, which has a weight for each.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from briefing.summarizers.engine import Candidate
from briefing.text.words import stems, stems_of

Vector = dict[str, float]

# English words that tell what a sentence does; in other languages these features are 0.
_CUES = {
    "pronouns": "he she it they him her them his hers its their theirs himself herself itself themselves",
    "first_person": "i we me us my our mine ours i'm we're i've we've i'd we'd i'll we'll",
    "second_person": "you your yours you're you've you'd you'll",
    "speech": "said says say told tells added adds according asked tweeted wrote explained",
    "time": "monday tuesday wednesday thursday friday saturday sunday today yesterday week month year",
    "news": "new first after arrested charged accused court police found died dead killed death won win wins "
    "record revealed reveals announced announces claims claimed reported report will could",
}
_KIND = {word: kind for kind, listed in _CUES.items() for word in listed.split()}
_OPENINGS = {
    word: kind
    for kind, listed in {
        "opens_with_pronoun": "he she it they his her its their him them",
        "opens_with_pointer": "this that these those there here such",
        "opens_with_connective": "but and so yet or however meanwhile also still instead moreover "
        "nevertheless then because while although though",
    }.items()
    for word in listed.split()
}
_QUOTED = re.compile(r"[\"“”«»„].{0,400}?[\"“”«»]")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]+")
_FIGURE = re.compile(r"\d[\d,.]*")
_MONEY = re.compile(r"[$£€¥₹%]|per ?cent\b")
_ASIDE = re.compile(r"\(|--| [–—-] ")
_BANDS = ((0, "words_under_7"), (7, "words_7_to_10"), (11, "words_11_to_15"), (16, "words_16_to_21"),
          (22, "words_22_to_29"), (30, "words_30_to_39"), (40, "words_40_up"))  # fmt: skip
_LENGTHS = [max(band for band in _BANDS if band[0] <= count)[1] for count in range(41)]
"""The feature that says how long a sentence of so many words is."""


def features(offered: Sequence[Candidate]) -> list[Vector]:
    """Return what is measured of each sentence, by name; what is 0 may be left out. Linear in the words."""
    bags = [Counter(stems_of(c.words, c.article.language)) for c in offered]
    names = [frozenset(_NAME.findall(c.text)) for c in offered]
    titles = {c.article.id: frozenset(stems(c.article.title, c.article.language)) for c in offered}
    lengths = _sentences_in_each(offered)
    rows = []
    for candidate, bag, named in zip(offered, bags, names, strict=True):
        title = titles[candidate.article.id]
        row = _wording(candidate.text, candidate.words)
        row.update(_place(candidate.sentence.index, lengths[candidate.article.id]))
        row["names"] = math.log1p(len(named))
        row["title"] = len(title & bag.keys()) / len(title) if title else 0.0
        row["dense"] = bag.total() / len(candidate.words)
        rows.append(row)
    for column in (_centrality(bags), _repetition(bags), _novelty(bags), _fame(names)):
        for row, measured in zip(rows, column, strict=True):
            row.update(measured)
    return rows


def _sentences_in_each(offered: Sequence[Candidate]) -> dict[str, int]:
    """Return how many sentences each article has, up to its last that is offered."""
    counts: dict[str, int] = {}
    for candidate in offered:
        counts[candidate.article.id] = max(counts.get(candidate.article.id, 0), candidate.sentence.index + 1)
    return counts


def _place(index: int, count: int) -> Vector:
    return {
        "place": 1 / (1 + index),
        "place_root": 1 / math.sqrt(1 + index),
        "place_log": math.log1p(index),
        "place_share": index / count,
        "first": float(index == 0),
        "second": float(index == 1),
        "third": float(index == 2),
        "in_first_5": float(index < 5),
        "in_first_10": float(index < 10),
        "in_last_fifth": float(index >= 0.8 * count),
    }


def _wording(text: str, tokens: Sequence[str]) -> Vector:
    """Return what the words themselves tell, without the rest of the article."""
    count = len(tokens)
    figures = len(_FIGURE.findall(text))
    row = {
        "words": count / 40,
        "words_log": math.log1p(count),
        _LENGTHS[min(count, 40)]: 1.0,
        "figures": min(figures, 4) / 4,
        "has_figure": float(figures > 0),
        "commas": min(text.count(","), 6) / 3,
        "question": float(text.endswith(("?", "？", "؟"))),
        "exclamation": float(text.endswith(("!", "！"))),
        "opens_with_quote": float(text[0] in "\"'“‘«„"),
    }
    for kind, n in Counter(map(_KIND.get, tokens)).items():
        if kind:
            row[f"cue_{kind}"] = min(n, 4) / 2
    if opening := _OPENINGS.get(tokens[0]):
        row[opening] = 1.0
    if _MONEY.search(text):
        row["money"] = 1.0
    if _ASIDE.search(text):
        row["aside"] = 1.0
    if quotes := _QUOTED.findall(text):
        row["quoted"] = sum(map(len, quotes)) / len(text)
    return row


def tf_idf(bags: Sequence[Counter[str]]) -> Iterator[Vector]:
    """Yield a unit vector for each bag of stems; a stem's weight falls with the bags that have it."""
    spread = Counter(chain.from_iterable(bags))
    rarity = {stem: 1 + math.log(len(bags) / n) for stem, n in spread.items()}
    for bag in bags:
        vector = {
            stem: (1 + math.log(n)) * rarity[stem] if n > 1 else rarity[stem] for stem, n in bag.items()
        }
        norm = math.hypot(*vector.values()) or 1.0
        yield {stem: value / norm for stem, value in vector.items()}


def _centrality(bags: Sequence[Counter[str]]) -> Iterator[Vector]:
    """Yield each sentence's cosine with the sum of all, over the largest, and with the first three.

    Source: Radev et al., Centroid-based summarization of multiple documents (2004).
    """
    vectors = list(tf_idf(bags))
    everything, lead = _sum(vectors), _sum(vectors[:3])
    products = [_products(vector, everything, lead) for vector in vectors]
    most, nearest = (max(column) or 1.0 for column in zip(*products, strict=True))
    for with_all, with_lead in products:
        central = with_all / most
        yield {"central": central, "central_squared": central * central, "near_lead": with_lead / nearest}


def _sum(vectors: Iterable[Vector]) -> Vector:
    total: Vector = {}
    for vector in vectors:
        for stem, value in vector.items():
            total[stem] = total.get(stem, 0.0) + value
    return total


def _products(vector: Vector, one: Vector, other: Vector) -> tuple[float, float]:
    """Return the dot products of a vector with two others, of which the first has all its stems."""
    first = second = 0.0
    for stem, value in vector.items():
        first += value * one[stem]
        if stem in other:
            second += value * other[stem]
    return first, second


def _repetition(bags: Sequence[Counter[str]]) -> Iterator[Vector]:
    """Yield how much of a sentence the rest of the text takes up again.

    Source of the mean frequency: Nenkova and Vanderwende, The impact of frequency on summarization (2005).
    """
    total = Counter(chain.from_iterable(bag.elements() for bag in bags))
    spread = Counter(chain.from_iterable(bags))
    most = max(total.values(), default=1)
    for bag in bags:
        frequency = taken_up = often = 0
        for stem, n in bag.items():
            frequency += total[stem] * n
            taken_up += spread[stem] > 1
            often += spread[stem] > 3
        yield {
            "frequency": frequency / (bag.total() or 1) / most,
            "taken_up": taken_up / (len(bag) or 1),
            "often_told": math.log1p(often),
        }


def _novelty(bags: Sequence[Counter[str]]) -> Iterator[Vector]:
    """Yield the share of a sentence's stems that no earlier sentence has."""
    told: set[str] = set()
    for bag in bags:
        yield {"new_words": len(bag.keys() - told) / (len(bag) or 1)}
        told.update(bag)


def _fame(names: Sequence[frozenset[str]]) -> Iterator[Vector]:
    """Yield how often the text names those whom a sentence names, and how many it is the first to name."""
    often = Counter(chain.from_iterable(names))
    most = max(often.values(), default=1)
    told: set[str] = set()
    for named in names:
        known = sum(map(often.__getitem__, named))
        yield {"known_names": known / most / 3, "new_names": len(named - told) / 3}
        told.update(named)
