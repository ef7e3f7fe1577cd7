"""What is measured of a sentence: where it stands, how central it is, and what kind of words it is made of.

Each feature is a number of the order of 1. The names are those in `news.json`, which has a weight for each.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

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
    "opens_with_pronoun": frozenset("he she it they his her its their him them".split()),
    "opens_with_pointer": frozenset("this that these those there here such".split()),
    "opens_with_connective": frozenset(
        "but and so yet or however meanwhile also still instead moreover nevertheless then because while "
        "although though".split()
    ),
}
_QUOTED = re.compile(r"[\"“”«»„].{0,400}?[\"“”«»]")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]+")
_FIGURE = re.compile(r"\d[\d,.]*")
_MONEY = re.compile(r"[$£€¥₹%]|\bper ?cent\b")
_ASIDE = re.compile(r"\(|--| [–—-] ")
_LENGTHS = ((7, "words_under_7"), (11, "words_7_to_10"), (16, "words_11_to_15"), (22, "words_16_to_21"),
            (30, "words_22_to_29"), (40, "words_30_to_39"), (10**9, "words_40_up"))  # fmt: skip


def features(offered: Sequence[Candidate]) -> list[Vector]:
    """Return what is measured of each sentence, by name; what is 0 may be left out. Linear in the words."""
    bags = [Counter(stems_of(c.words, c.article.language)) for c in offered]
    names = [frozenset(_NAME.findall(c.sentence.text)) for c in offered]
    titles = {c.article.id: frozenset(stems(c.article.title, c.article.language)) for c in offered}
    lengths = _sentences_in_each(offered)
    kinds = (_wording(c.sentence.text, c.words) for c in offered)
    rows = []
    for candidate, bag, named, kind in zip(offered, bags, names, kinds, strict=True):
        title = titles[candidate.article.id]
        rows.append(
            {
                **_place(candidate.sentence.index, lengths[candidate.article.id]),
                **kind,
                "names": math.log1p(len(named)),
                "title": len(title & bag.keys()) / len(title) if title else 0.0,
                "dense": bag.total() / len(candidate.words),
            }
        )
    for column in (_centrality(bags), _repetition(bags), _novelty(bags, "new_words"), _fame(names)):
        for row, measured in zip(rows, column, strict=True):
            row.update(measured)
    return rows


def _sentences_in_each(offered: Sequence[Candidate]) -> dict[str, int]:
    """Return how many sentences each article has, up to its last that is offered."""
    return {c.article.id: c.sentence.index + 1 for c in sorted(offered, key=lambda c: c.sentence.index)}


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
    measured = {f"cue_{kind}": min(n, 4) / 2 for kind, n in Counter(map(_KIND.get, tokens)).items() if kind}
    measured |= {name: 1.0 for name, listed in _OPENINGS.items() if tokens[0] in listed}
    figures = len(_FIGURE.findall(text))
    return measured | {
        "words": count / 40,
        "words_log": math.log1p(count),
        next(name for limit, name in _LENGTHS if count < limit): 1.0,
        "figures": min(figures, 4) / 4,
        "has_figure": float(figures > 0),
        "money": float(bool(_MONEY.search(text))),
        "quoted": sum(map(len, _QUOTED.findall(text))) / len(text),
        "opens_with_quote": float(text[0] in "\"'“‘«„"),
        "question": float(text.endswith(("?", "？", "؟"))),
        "exclamation": float(text.endswith(("!", "！"))),
        "commas": min(text.count(","), 6) / 3,
        "aside": float(bool(_ASIDE.search(text))),
    }


def tf_idf(bags: Sequence[Counter[str]]) -> Iterator[Vector]:
    """Yield a unit vector for each bag of stems; a stem's weight falls with the bags that have it."""
    spread = Counter(stem for bag in bags for stem in bag)
    rarity = {stem: 1 + math.log(len(bags) / n) for stem, n in spread.items()}
    for bag in bags:
        vector = {stem: (1 + math.log(n)) * rarity[stem] for stem, n in bag.items()}
        norm = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        yield {stem: value / norm for stem, value in vector.items()}


def _centrality(bags: Sequence[Counter[str]]) -> Iterator[Vector]:
    """Yield each sentence's cosine with the sum of all, over the largest, and with the first three.

    Source: Radev et al., Centroid-based summarization of multiple documents (2004).
    """
    vectors = list(tf_idf(bags))
    with_all = _dots(vectors, vectors)
    with_lead = _dots(vectors, vectors[:3])
    largest, nearest = max(with_all) or 1.0, max(with_lead) or 1.0
    for all_, lead in zip(with_all, with_lead, strict=True):
        central = all_ / largest
        yield {"central": central, "central_squared": central * central, "near_lead": lead / nearest}


def _dots(vectors: Sequence[Vector], others: Sequence[Vector]) -> list[float]:
    total: dict[str, float] = {}
    for other in others:
        for stem, value in other.items():
            total[stem] = total.get(stem, 0.0) + value
    return [sum(value * total.get(stem, 0.0) for stem, value in vector.items()) for vector in vectors]


def _repetition(bags: Sequence[Counter[str]]) -> Iterator[Vector]:
    """Yield how much of a sentence the rest of the text takes up again.

    Source of the mean frequency: Nenkova and Vanderwende, The impact of frequency on summarization (2005).
    """
    total: Counter[str] = Counter()
    for bag in bags:
        total.update(bag)
    spread = Counter(stem for bag in bags for stem in bag)
    most = max(total.values(), default=1)
    for bag in bags:
        size = bag.total() or 1
        yield {
            "frequency": sum(total[stem] * n for stem, n in bag.items()) / size / most,
            "taken_up": sum(spread[stem] > 1 for stem in bag) / (len(bag) or 1),
            "often_told": math.log1p(sum(spread[stem] > 3 for stem in bag)),
        }


def _novelty(bags: Sequence[Collection[str]], name: str) -> Iterator[Vector]:
    """Yield the share of a sentence's stems that no earlier sentence has."""
    told: set[str] = set()
    for bag in bags:
        yield {name: sum(stem not in told for stem in bag) / (len(bag) or 1)}
        told.update(bag)


def _fame(names: Sequence[Collection[str]]) -> Iterator[Vector]:
    """Yield how often the text names those whom a sentence names, and how many it is the first to name."""
    often = Counter(name for named in names for name in named)
    most = max(often.values(), default=1)
    told: set[str] = set()
    for named in names:
        yield {
            "known_names": sum(often[name] for name in named) / most / 3,
            "new_names": sum(name not in told for name in named) / 3,
        }
        told.update(named)
