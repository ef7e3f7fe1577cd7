"""Train the weights of topics that `briefing/group/topics` has for English.

    python benchmarks/train_topics.py TOPICS.jsonl ARTICLES.jsonl … > briefing/group/topics/weights.json

Each line of TOPICS is an article {"title", "text", "topic"} of one of five topics. What the ARTICLES
({"text"}) are about was judged one by one, by their publisher's highlights, before any classifier was asked:
`topics_read.json` has a letter for each line of a file.

The model is a softmax regression on the terms of `briefing/group/topics/terms.py`, with nine classes: eight
topics and none of them. Its weights are drawn not to zero but to those of the hand-written lexicon (a
Gaussian prior around them), so that words that the data say little of keep what they mean. Names are left
out, since those in the news change from year to year, and so are figures, single letters and terms of fewer
than five articles.
What is kept is rounded: whole numbers by stem, no text.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.group.topics.lexicon import lexicon
from briefing.group.topics.table import CLASSES, SCALE
from briefing.group.topics.terms import entry, terms
from briefing.model import Article

LANGUAGE = "en"
FEWEST = 5
"""So many articles have a term at the least."""
SHARPNESS = 4.0
"""What the lexicon's weights are multiplied with, to be where the trained ones are drawn to."""
PULL = 0.05
"""How strongly they are drawn there."""
STEPS = 200
LEAST = 0.3
"""Smaller weights than this are left out."""
NAMED = {
    "business": "Business", "entertainment": "Culture", "politics": "Politics", "sport": "Sport",
    "tech": "Technology",
}  # fmt: skip
READ = json.loads(Path(__file__).with_name("topics_read.json").read_text("utf-8"))
LETTERS = dict(zip("WPBTNHXCO", CLASSES, strict=True))
Floats = NDArray[np.float32]


class Example(NamedTuple):
    """An article, its terms, and the topic that a person gave it, of `CLASSES`."""

    article: Article
    terms: Mapping[str, float]
    topic: str


def examples(path: Path) -> list[Example]:
    """Return the articles of a file whose topic is known."""
    found = []
    lines = path.read_text("utf-8").strip().split("\n")
    for number, (line, letter) in enumerate(zip_longest(lines, READ.get(path.stem, "")[: len(lines)])):
        row = json.loads(line)
        row = {**row, **row.get("docs", [{}])[0]}
        named = NAMED[row["topic"]] if "topic" in row else LETTERS.get(letter)
        if named:
            article = Article(str(number), row.get("title", ""), row["text"], "", row.get("lang", LANGUAGE))
            found.append(Example(article, terms(article, article.language, phrases(article.language)), named))
    return found


def phrases(language: str) -> frozenset[str]:
    """Return the phrases of a lexicon."""
    return frozenset(term for term in lexicon(language) if " " in term)


def names(articles: Iterable[Article]) -> set[str]:
    """Return the stems that have a capital more often than not where no sentence starts."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for article in articles:
        for match in re.finditer(r"(?<=[a-z,;] )[\"'‘“]?([A-Za-z][\w'’-]+)", article.text):
            for stem in entry(match[1].lower(), LANGUAGE):
                (capital if match[1][0].isupper() else small)[stem] += 1
    return {stem for stem, count in capital.items() if count > 1 and count > small[stem]}


def trained(data: Sequence[Example], words: Mapping[str, Mapping[str, float]]) -> dict[str, Any]:
    """Return the bias, and the terms by class and weight, as `table.of_json` reads them."""
    counts = Counter(term for each in data for term in each.terms)
    named = names(each.article for each in data)
    often = {t for t, n in counts.items() if n >= FEWEST and t.isalpha() and len(t) > 1 and t not in named}
    vocabulary = sorted(often | set(words))
    rows = {term: row for row, term in enumerate(vocabulary)}
    prior = np.zeros((len(rows), len(CLASSES)), np.float32)
    for term, by_topic in words.items():
        for topic, weight in by_topic.items():
            prior[rows[term], CLASSES.index(topic)] = SHARPNESS * weight
    inputs = np.zeros((len(data), len(rows)), np.float32)
    for number, each in enumerate(data):
        for term, count in each.terms.items():
            if term in rows:
                inputs[number, rows[term]] = count
    weights, bias = regression(inputs, np.array([CLASSES.index(each.topic) for each in data]), prior)
    return written(vocabulary, weights, bias)


def regression(inputs: Floats, classes: NDArray[np.int_], prior: Floats) -> tuple[Floats, Floats]:
    """Return the weights and biases that are most likely, by Adam (Kingma and Ba 2015) on all data at once.

    A class counts by the inverse square root of its size.
    """
    targets = np.eye(prior.shape[1], dtype=np.float32)[classes]
    sizes = targets.sum(0)
    counted = targets @ np.sqrt(sizes.sum() / len(sizes) / np.maximum(sizes, 1))
    with_bias = np.hstack([inputs, np.ones((len(inputs), 1), np.float32)])
    weights = np.vstack([prior, np.zeros((1, prior.shape[1]), np.float32)])
    start, mean, square = weights.copy(), np.zeros_like(weights), np.zeros_like(weights)
    pull = np.full((len(weights), 1), PULL, np.float32)
    pull[-1] = 0
    for step in range(1, STEPS + 1):
        scores = with_bias @ weights
        odds = np.exp(scores - scores.max(1, keepdims=True))
        error = (odds / odds.sum(1, keepdims=True) - targets) * counted[:, None]
        slope = with_bias.T @ error + pull * (weights - start)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        rate = 0.3 * (1 - step / STEPS) + 0.003
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-6)
    return weights[:-1].astype(np.float32), weights[-1].astype(np.float32)


def written(vocabulary: Sequence[str], weights: Floats, bias: Floats) -> dict[str, Any]:
    """Return the weights as whole numbers, with the terms that have each."""
    by_class: dict[str, dict[str, str]] = {}
    for column, name in enumerate(CLASSES):
        found: dict[int, list[str]] = {}
        for term, weight in zip(vocabulary, weights[:, column], strict=True):
            if abs(weight) >= LEAST:
                found.setdefault(round(float(weight) * SCALE), []).append(term.replace(" ", "_"))
        by_class[name] = {str(weight): " ".join(found[weight]) for weight in sorted(found, reverse=True)}
    return {"bias": dict(zip(CLASSES, (round(float(b), 2) for b in bias), strict=True)), "weights": by_class}


def main() -> None:
    """Print the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="+")
    data = [each for path in parser.parse_args().data for each in examples(path)]
    table = {LANGUAGE: trained(data, lexicon(LANGUAGE))}
    print(json.dumps(table, ensure_ascii=False, indent=0))


if __name__ == "__main__":
    main()
