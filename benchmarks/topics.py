"""Measure which topics stories are given, beside naive Bayes and the hand-written words alone.

    python benchmarks/topics.py TOPICS.jsonl --train READ.jsonl --read READ.jsonl …

TOPICS has articles of five topics, READ articles whose topic a person read off (`topics_read.json`); what
`train_topics.py` says of them holds here. Printed are Markdown tables:

- of TOPICS the F1 of each topic and their mean, in five folds with near-duplicates in one: an article that
  is given no topic, or one of the three others, is a mistake. "words alone" has seen none of it, nor has
  "trained without this set", which knows the other data alone;
- of each READ, by the package's weights, how many are given a topic and how many of these rightly, by how
  sure the best must be;
- how long 10,000 stories take.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
from train_topics import NAMED, Example, examples, trained

from briefing.group import topics
from briefing.group.topics.lexicon import TOPICS, lexicon
from briefing.group.topics.table import CLASSES, Table, of_json, of_lexicon
from briefing.text.words import trigrams, words

FOLDS = 5
ALIKE = 0.15
"""Articles that share so much of the shorter one's runs of three words are near-duplicates."""
SURE = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
STORIES = 10_000
Classifier = Callable[[Mapping[str, float]], str]


def folds(data: Sequence[Example]) -> list[int]:
    """Return a fold for each article; near-duplicates have the same."""
    runs = [trigrams(words(each.article.text)) for each in data]
    places: dict[tuple[str, ...], list[int]] = {}
    for number, found in enumerate(runs):
        for run in found:
            places.setdefault(run, []).append(number)
    few = (same for same in places.values() if len(same) < 20)
    shared = Counter(pair for same in few for pair in combinations(same, 2))
    group = list(range(len(data)))
    for (a, b), count in shared.items():
        if count >= ALIKE * min(len(runs[a]), len(runs[b])) and group[a] != group[b]:
            old, new = group[b], group[a]
            group = [new if each == old else each for each in group]
    order = np.random.default_rng(0).permutation(sorted(set(group)))
    fold = {name: place % FOLDS for place, name in enumerate(order.tolist())}
    return [fold[name] for name in group]


def weighed(known: Table) -> Classifier:
    """Return what names the topic that a table finds, by the rule of `topics.topic`."""

    def classify(terms: Mapping[str, float]) -> str:
        found = softmax(known.scores(terms))
        best = int(found.argmax())
        return CLASSES[best] if found[best] >= topics.SURE else "other"

    return classify


def softmax(scores: np.ndarray) -> np.ndarray:
    """Return how likely each class is."""
    odds = np.exp(scores - scores.max())
    return odds / odds.sum()


def naive_bayes(data: Sequence[Example]) -> Classifier:
    """Return a multinomial naive Bayes classifier of the same terms, with add-one smoothing."""
    of_class = {name: Counter[str]() for name in {each.topic for each in data}}
    for each in data:
        of_class[each.topic].update(each.terms)
    many = len({term for each in data for term in each.terms})
    total = {name: counts.total() + many for name, counts in of_class.items()}
    number = Counter(each.topic for each in data)

    def classify(terms: Mapping[str, float]) -> str:
        def score(name: str) -> float:
            counts, all_of_it = of_class[name], total[name]
            return float(np.log(number[name]) + sum(np.log((counts[term] + 1) / all_of_it) for term in terms))

        return max(sorted(of_class), key=score)

    return classify


def f1(gold: Sequence[str], found: Sequence[str]) -> list[float]:
    """Return the F1 of each topic in `gold`, and last their mean."""
    right = Counter(a for a, b in zip(gold, found, strict=True) if a == b)
    told, there = Counter(found), Counter(gold)
    each = [2 * right[name] / (told[name] + there[name]) for name in sorted(set(NAMED.values()))]
    return [*each, float(np.mean(each))]


def five(data: Sequence[Example], other: Sequence[Example]) -> None:
    """Print the table of five topics."""
    number, gold = folds(data), [each.topic for each in data]

    def crossed(train: Callable[[Sequence[Example]], Classifier]) -> list[str]:
        ways = [train([e for e, f in zip(data, number, strict=True) if f != fold]) for fold in range(FOLDS)]
        return [ways[fold](each.terms) for each, fold in zip(data, number, strict=True)]

    alone, without = weighed(of_lexicon("en")), weighed(of_json(trained(other, lexicon("en"))))
    rows = {
        "trained, in folds": crossed(lambda d: weighed(of_json(trained([*d, *other], lexicon("en"))))),
        "words alone": [alone(each.terms) for each in data],
        "trained without this set": [without(each.terms) for each in data],
        "naive Bayes on the five, in folds": crossed(naive_bayes),
        "naive Bayes on all, in folds": crossed(lambda d: naive_bayes([*d, *other])),
    }
    print("| | " + " | ".join(sorted(set(NAMED.values()))) + " | mean F1 |")
    print("|---|" + "---|" * (len(set(NAMED.values())) + 1))
    for name, found in rows.items():
        print(f"| {name} | " + " | ".join(f"{value:.3f}" for value in f1(gold, found)) + " |")


def sure(data: Sequence[Example], name: str) -> None:
    """Print the table of coverage and precision."""
    found = [topics.chances([each.article]) for each in data]
    print(f"\n| {name}: at least | given a topic | of these right | of those with a topic found |")
    print("|---|---|---|---|")
    for least in SURE:
        told = [(CLASSES[int(f.argmax())] if f is not None and f.max() >= least else "other") for f in found]
        given = [(t, each.topic) for t, each in zip(told, data, strict=True) if t != "other"]
        right = sum(a == b for a, b in given)
        with_topic = sum(each.topic != "other" for each in data)
        print(
            f"| {least} | {len(given) / len(data):.2f} | {right / max(1, len(given)):.2f} "
            f"| {right / with_topic:.2f} |"
        )


def confusion(data: Sequence[Example]) -> None:
    """Print what was given to articles of each topic."""
    counts = Counter((each.topic, topics.topic([each.article]) or "other") for each in data)
    print("\n| | " + " | ".join(CLASSES) + " |\n|---|" + "---|" * len(CLASSES))
    for name in CLASSES:
        print(f"| {name} | " + " | ".join(str(counts[name, told] or "") for told in CLASSES) + " |")


def speed(data: Sequence[Example]) -> None:
    """Print how long it takes to name the topics of many stories."""
    stories = [[replace(data[n % len(data)].article, id=str(n))] for n in range(STORIES)]
    start = time.perf_counter()
    named = sum(topics.topic(story) in TOPICS for story in stories)
    print(f"\n{STORIES} stories, {named} with a topic: {time.perf_counter() - start:.1f} s")


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("topics", type=Path)
    parser.add_argument("--train", type=Path, nargs="+", default=[])
    parser.add_argument("--read", type=Path, nargs="+", default=[])
    given = parser.parse_args()
    data = examples(given.topics)
    five(data, [each for path in given.train for each in examples(path)])
    for path in given.read:
        read = examples(path)
        sure(read, path.stem)
        confusion(read)
    speed(data)


if __name__ == "__main__":
    main()
