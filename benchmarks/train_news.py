"""Train the weights of the `news` engine on articles with human highlights.

    python benchmarks/train_news.py --articles TRAIN.jsonl --dev DEV.jsonl [--out WEIGHTS.json]

Each line of the data is {"text", "reference": [highlight, …], "lang"?, "title"?}. What is maximised is what
a reader gets: ROUGE-1 plus ROUGE-2 (F1) of the chosen bullets together, after redundancy control, not of
single sentences; a regression on single sentences prefers long ones and loses. The search starts at a ridge
regression and follows antithetic evolution strategies (Salimans et al., 2017) with a fixed seed; the same
data gives the same weights.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from briefing.model import Article
from briefing.summarizers.engine import candidates
from briefing.summarizers.features import features
from briefing.summarizers.news import WEIGHTS, Limits, choose
from briefing.summarizers.wording.trim import trim
from briefing.text.document import document
from briefing.text.words import stemmer, words

LIMITS = Limits(3)
# Set by hand: the training articles have no titles, and too few questions and exclamations to learn from.
FIXED = {"title": 3.0, "question": -3.0, "exclamation": -1.5}
Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(slots=True)
class Sample:
    """An article ready for training: its features (sentences × features) and what its sentences are worth."""

    rows: Array
    words: list[tuple[str, ...]]
    lengths: list[int]
    unigrams: list[Counter[str]]
    bigrams: list[Counter[tuple[str, str]]]
    wanted: tuple[Counter[str], Counter[tuple[str, str]]]


def load(path: Path, names: Sequence[str]) -> list[Sample]:
    """Return the articles of a file that have a sentence to choose."""
    rows = map(json.loads, path.read_text("utf-8").strip().split("\n"))
    return [sample for row in rows if (sample := _sample(row, names))]


def _sample(given: dict[str, Any], names: Sequence[str]) -> Sample | None:
    article = Article(str(given["id"]), given.get("title", ""), given["text"], "", given.get("lang", "en"))
    offered = candidates([document(article)], trim)
    if not offered:
        return None
    tokens = [_tokens(c.words) for c in offered]
    wanted = _tokens(words(" ".join(given["reference"])))
    columns = features(offered)
    return Sample(
        np.column_stack([columns[name] for name in names]),
        [c.words for c in offered],
        [len(c.words) for c in offered],
        [Counter(each) for each in tokens],
        [Counter(pairwise(each)) for each in tokens],
        (Counter(wanted), Counter(pairwise(wanted))),
    )


def _tokens(tokens: Iterable[str]) -> list[str]:
    stem = stemmer("en")
    return [stem(token) for token in tokens]


def worth(sample: Sample, chosen: Sequence[int]) -> tuple[float, float]:
    """Return ROUGE-1 and ROUGE-2 (F1) of the chosen sentences together."""
    return (
        _f1([sample.unigrams[i] for i in chosen], sample.wanted[0]),
        _f1([sample.bigrams[i] for i in chosen], sample.wanted[1]),
    )


def _f1(parts: Sequence[Counter[Any]], wanted: Counter[Any]) -> float:
    together: Counter[Any] = Counter()
    for part in parts:
        together.update(part)
    common = sum(min(n, together[gram]) for gram, n in wanted.items() if gram in together)
    return 2 * common / (together.total() + wanted.total()) if common else 0.0


def score(samples: Sequence[Sample], weights: Array) -> Array:
    """Return the mean ROUGE-1 and ROUGE-2 over the samples, in points."""
    results = []
    for sample in samples:
        chosen = choose((sample.rows @ weights).tolist(), sample.words, LIMITS)
        results.append(worth(sample, chosen))
    means: Array = 100 * np.mean(results, axis=0)
    return means


def ridge(samples: Sequence[Sample], scale: Array, cost: float) -> Array:
    """Return weights that predict a sentence's recall of the reference, less `cost` for each of its words."""
    rows = np.vstack([sample.rows for sample in samples]) / scale
    share = np.concatenate([np.full(len(s.rows), 1 / len(s.rows)) for s in samples])
    gain = np.array([_gain(s, i) - cost * s.lengths[i] for s in samples for i in range(len(s.rows))])
    mean = np.average(gain, weights=share)
    gram = (rows * share[:, None]).T @ rows + 10 * np.eye(rows.shape[1])
    return np.linalg.solve(gram, (rows * share[:, None]).T @ (gain - mean)) / scale


def _gain(sample: Sample, i: int) -> float:
    uni, bi = sample.wanted
    return sum((sample.unigrams[i] & uni).values()) / uni.total() + 1.5 * sum(
        (sample.bigrams[i] & bi).values()
    ) / max(1, bi.total())


def search(
    samples: Sequence[Sample], start: Array, scale: Array, rounds: int, seed: int, decay: float
) -> Array:
    """Return weights found by evolution strategies from `start`; `decay` shrinks those that earn nothing."""
    rng = np.random.default_rng(seed)
    weights, width, average = start * scale, 0.5 * np.abs(start * scale).mean(), np.zeros_like(start)
    for turn in range(rounds):
        batch = [samples[i] for i in rng.choice(len(samples), min(500, len(samples)), replace=False)]
        noise = rng.normal(size=(12, len(weights))) * width
        gains = np.array(
            [(score(batch, (weights + e) / scale) - score(batch, (weights - e) / scale)).sum() for e in noise]
        )
        weights = (1 - decay) * weights + 2 * (gains @ noise) / (np.abs(gains).sum() + 1e-9)
        if turn >= rounds // 2:
            average += weights / (rounds - rounds // 2)
        if turn % 30 == 29:
            width *= 0.75
            print(
                f"round {turn + 1}: train {_shown(score(samples, weights / scale))}",
                file=sys.stderr,
                flush=True,
            )
    return average / scale


def _shown(points: Array) -> str:
    return " / ".join(f"{value:.2f}" for value in points)


def main() -> None:
    """Train, report on both sets, and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--rounds", type=int, default=240)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--decay", type=float, default=0.004)
    options = parser.parse_args()
    old = json.loads(WEIGHTS.read_text("utf-8"))
    names = [name for name in old["en"] if name not in FIXED]
    samples = load(options.articles, names)
    scale = np.vstack([sample.rows for sample in samples]).std(axis=0) + 1e-6
    start = max(
        (ridge(samples, scale, cost) for cost in (0.004, 0.006, 0.008)), key=lambda w: score(samples, w).sum()
    )
    found = search(samples, start, scale, options.rounds, options.seed, options.decay)
    print(f"train: ridge {_shown(score(samples, start))}, found {_shown(score(samples, found))}")
    if options.dev:
        dev = load(options.dev, names)
        print(f"dev:   ridge {_shown(score(dev, start))}, found {_shown(score(dev, found))}")
    largest = np.abs(found * scale).max()
    trained = {name: round(float(weight / largest), 3) for name, weight in zip(names, found, strict=True)}
    old["en"] = trained | FIXED
    options.out.write_text(json.dumps(old, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
