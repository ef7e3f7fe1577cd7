"""Train the weights of `briefing.check`, or only the table of rare words.

    python benchmarks/train_check.py --articles TRAIN.jsonl [--pairs PAIRS.jsonl] [--out check.json]
    python benchmarks/train_check.py --articles TRAIN.jsonl --rarity rarity.json

Each line of the data is {"text", "reference": [highlight, …]}. Supported claims are publishers' highlights,
sentences of the article, and shorter versions of these; unsupported ones the same with an error planted,
parts of sentences spliced wrongly, and the highlights of other articles. Half of the articles are
lower-cased, since not every text writes names with a capital. What is fitted is a logistic regression with
ridge and signs; the same data gives the same weights.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from compressing import false_version, invented, true_version
from planting import KINDS, WITH_INSIDE, plant

from briefing.text.sentences import sentences
from briefing.verify.checker import Checker
from briefing.verify.facts.function_words import FUNCTION
from briefing.verify.features import features
from briefing.verify.passages import passages
from briefing.verify.score import WEIGHTS

Array = np.ndarray[Any, np.dtype[np.float64]]
AGAINST = frozenset(
    "joins unknown rarest replaced moved promoted headless number date name quote negation hedge direction "
    "roles".split()
) | {"left out"}
"""The features that speak against a claim; the others speak for it."""
STRUCTURE = "trigrams|density|joins|ordered|replaced|left out|moved|promoted|headless".split("|")
"""What pairs of a true and a false version of one sentence tell more of than claims about many texts."""
LIGHTLY = 0.15  # how much of what the pairs say is added: they are few
RIDGE = 10.0
ROUNDS = 1500
# How much each group of claims counts in all: what real claims look like more than what is easily told apart.
SHARES = {
    "highlight": 2.0, "sentence": 2.0, "shorter": 2.0, "planted": 1.0, "spliced": 1.5, "foreign": 2.0,
    "invented": 2.0,
}  # fmt: skip
PRIOR = math.log(3)  # a claim about a text is rather true than not; half of those here are false
FEWEST = 5  # articles: a rarer word is not in the table
NAMES = 0.6  # of the articles with a word: where it has a capital in more of them, it is a name
# Trained without what only English has, for every other language.
ENGLISH_ONLY = frozenset("date negation hedge direction roles promoted".split())


def claims(
    row: dict[str, Any], others: list[str], strangers: list[str], pick: random.Random
) -> Iterator[tuple[str, str, bool]]:
    """Yield (group, claim, supported) about one article."""
    text, told = row["text"], [s for s in sentences(row["text"]) if 8 <= len(s.split()) <= 45]
    for highlight in row["reference"]:
        yield "highlight", highlight, True
    for base in [*row["reference"], *pick.sample(told, min(3, len(told)))]:
        for kind in pick.sample(KINDS, 3):
            inside = kind in WITH_INSIDE and pick.random() < 0.5
            if (wrong := plant(kind, base, text, others, pick, inside)) and wrong != base:
                yield "planted", wrong, False
        if strangers and (wrong := invented(base, pick.choice(strangers), pick)):
            yield "invented", wrong, False
    for sentence in pick.sample(told, min(8, len(told))):
        if shorter := true_version(sentence, pick):
            yield "shorter", shorter, True
        if wrong := false_version(sentence, pick.choice(told), pick):
            yield "spliced", wrong, False
    yield from (("sentence", sentence, True) for sentence in pick.sample(told, min(2, len(told))))
    yield from (("foreign", stranger, False) for stranger in strangers)


def samples(rows: list[dict[str, Any]], seed: int) -> tuple[list[dict[str, float]], Array, list[str]]:
    """Return the features of all claims, whether each is supported, and its group."""
    pick, texts = random.Random(seed), [row["text"] for row in rows]
    found, supported, groups = [], [], []
    for number, row in enumerate(rows):
        small = number % 2 == 1
        strangers = pick.choice(rows)["reference"][:2]
        checker = Checker(row["text"].lower() if small else row["text"], "en")
        for group, claim, truth in claims(row, texts, strangers, pick):
            comparison, faults = checker.compare(claim.lower() if small else claim)
            found.append(features(comparison, faults))
            supported.append(truth)
            groups.append(group)
    return found, np.array(supported, dtype=float), groups


def fit(rows: Array, supported: Array, share: Array, signs: Array) -> tuple[Array, float]:
    """Return the weights, each with its sign or 0, and the intercept of a ridge logistic regression.

    Signs keep out what correlated features would otherwise do to each other: nothing that speaks for a claim
    may end up speaking against it. Found by accelerated projected gradients (Nesterov, 1983).
    """
    mean, scale = np.average(rows, axis=0, weights=share), rows.std(axis=0) + 1e-6
    inputs = np.hstack([(rows - mean) / scale, np.ones((len(rows), 1))])
    signs, ridge = np.append(signs, 0), RIDGE / len(rows)
    step = 4 * len(rows) / np.linalg.eigvalsh((inputs * share[:, None]).T @ inputs)[-1]
    beta = ahead = np.zeros(inputs.shape[1])
    for turn in range(ROUNDS):
        expected = 1 / (1 + np.exp(-inputs @ ahead))
        new = ahead - step * (inputs.T @ (share * (expected - supported)) / len(rows) + ridge * ahead)
        new[signs * new < 0] = 0.0
        beta, ahead = new, new + turn / (turn + 3) * (new - beta)
    weights = beta[:-1] / scale
    return weights, float(beta[-1] - weights @ mean)


def share_of(groups: list[str]) -> Array:
    """Return what each claim counts, so that the groups count as SHARES says."""
    sizes = Counter(groups)
    each = np.array([SHARES[group] / sizes[group] for group in groups])
    return each * len(groups) / each.sum()


def train(rows: list[dict[str, Any]], seed: int) -> dict[str, dict[str, float]]:
    """Return the weights by language: English and every other."""
    found, supported, groups = samples(rows, seed)
    trained = {}
    for language, without in (("en", frozenset[str]()), ("other", ENGLISH_ONLY)):
        names = [name for name in found[0] if name not in without]
        table = np.array([[row[name] for name in names] for row in found])
        signs = np.array([-1.0 if name in AGAINST else 1.0 for name in names])
        weights, intercept = fit(table, supported, share_of(groups), signs)
        trained[language] = {"": round(intercept + PRIOR, 3)} | {
            name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)
        }
    return trained


def refine(weights: dict[str, float], differences: list[dict[str, float]]) -> dict[str, float]:
    """Return the weights with a little of what pairs tell of structure; see `differences_of`.

    A logistic regression on each pair's difference, with the weights that are there as its offset.
    """
    rows = np.array([[row[name] for name in STRUCTURE] for row in differences])
    offset = np.array([sum(weights[name] * row[name] for name in row) for row in differences])
    signs = np.array([-1.0 if name in AGAINST else 1.0 for name in STRUCTURE])
    scale = rows.std(axis=0) + 1e-6
    inputs, beta = rows / scale, np.zeros(len(STRUCTURE))
    step = 4 / (np.linalg.eigvalsh(inputs.T @ inputs)[-1] + 3 * RIDGE)
    for _ in range(ROUNDS):
        wrong = 1 / (1 + np.exp(inputs @ beta + offset))
        beta = beta + step * (inputs.T @ wrong - 3 * RIDGE * beta)
        beta[signs * beta < 0] = 0.0
    more = dict(zip(STRUCTURE, LIGHTLY * beta / scale, strict=True))
    return {name: round(weight + float(more.get(name, 0.0)), 3) for name, weight in weights.items()}


def differences_of(path: Path) -> list[dict[str, float]]:
    """Return for each pair of a file the features of its true claim less those of the false one."""
    found = []
    for row in map(json.loads, path.read_text("utf-8").strip().split("\n")):
        checker = Checker(row["text"], "en")
        true, false = (
            features(*checker.compare(claim["summary"]))
            for claim in sorted(row["claims"], key=lambda c: -c["fact"])
        )
        found.append({name: true[name] - false[name] for name in true})
    return found


def rarity(rows: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Return words by what they are worth: the logarithm of how few articles have them, in halves from 1.

    Names are left out: they are worth most, however often they are in the news of one year.
    """
    spread: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for row in rows:
        found: dict[str, bool] = {}
        for passage in passages(row["text"], "en"):
            for i, (key, word) in enumerate(zip(passage.keys, passage.words, strict=True)):
                if word not in FUNCTION and word.isalpha() and word.isascii() and len(word) > 1:
                    found[key] = found.get(key, True) and i > 0 and passage.raw[i][0].isupper()
        spread.update(found.keys())
        names.update(key for key, capital in found.items() if capital)
    table: dict[float, list[str]] = {}
    for key in sorted(key for key, n in spread.items() if n >= FEWEST and names[key] < NAMES * n):
        table.setdefault(max(1.0, round(2 * math.log(len(rows) / spread[key])) / 2), []).append(key)
    return {f"{worth:g}": table[worth] for worth in sorted(table)}


def main() -> None:
    """Train and write what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--rarity", type=Path, help="write the table of rare words here instead")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.articles.read_text("utf-8").strip().split("\n")]
    made: dict[str, Any] = rarity(rows) if options.rarity else train(rows, options.seed)
    if options.pairs and not options.rarity:
        made["en"] = refine(made["en"], differences_of(options.pairs))
    (options.rarity or options.out).write_text(json.dumps(made, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
