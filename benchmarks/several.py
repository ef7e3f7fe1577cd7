"""Measure the summaries of several articles about one event, language by language, in one run.

    python benchmarks/several.py STORIES.jsonl … [--bullets 3,5,7,10]

Each line of the data is {"id", "docs": [{"text"}], "references": [text, …], "lang"}. Printed is a Markdown
table: ROUGE-1 and ROUGE-2 (F1, in points, by the best reference, on Unicode words) of `news`, of `lead`
(a sentence from each article in turn) and of sumy's LexRank; and by how much `news` is above `lead` in
ROUGE-1 and above LexRank in ROUGE-2, with the 95 % interval (paired bootstrap over the stories). "all" is the
mean of the languages; its interval draws whole events, since an event's stories in several languages (those
whose ids are alike up to the first dot) are translations of one another. With five stories an interval says
little.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from summarizers import by_engine, load, rouge

ENGINES = ("news", "lead", "lexrank")
DRAWS = 2000
Row = dict[str, Any]
Scores = Mapping[str, Sequence[Sequence[float]]]


def stories(path: Path) -> list[Row]:
    """Return the stories of a file, each with its event."""
    ids = [json.loads(line)["id"] for line in path.read_text("utf-8").strip().split("\n")]
    return [row | {"event": name.partition(".")[0]} for name, row in zip(ids, load(path), strict=True)]


def scores(rows: Sequence[Row], bullets: int) -> tuple[Scores, dict[str, Sequence[float]]]:
    """Return each engine's scores of each story (ROUGE-1, ROUGE-2, …), and its words a story."""
    results = {name: [rouge([row], by_engine(name, bullets)) for row in rows] for name in ENGINES}
    return (
        {name: [found[0] for found, _ in result] for name, result in results.items()},
        {name: [length for _, length in result] for name, result in results.items()},
    )


def interval(values: Sequence[float], rows: Sequence[Row]) -> tuple[float, float]:
    """Return the 95 % interval of the mean of the languages' means, by drawing events."""
    events: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        events[row["event"]].append(i)
    listed, rng = list(events.values()), random.Random(0)
    draws = ([i for event in rng.choices(listed, k=len(listed)) for i in event] for _ in range(DRAWS))
    means = sorted(by_language([values[i] for i in drawn], [rows[i] for i in drawn]) for drawn in draws)
    return means[int(0.025 * DRAWS)], means[int(0.975 * DRAWS) - 1]


def by_language(values: Sequence[float], rows: Sequence[Row]) -> float:
    """Return the mean of the languages' means."""
    found: dict[str, list[float]] = defaultdict(list)
    for value, row in zip(values, rows, strict=True):
        found[row["lang"]].append(value)
    return statistics.fmean(map(statistics.fmean, found.values()))


def line(name: str, bullets: int, rows: Sequence[Row], found: Scores, words: Mapping[str, Any]) -> str:
    """Return a line of the table."""

    def mean(values: Sequence[float]) -> float:
        return by_language(values, rows)

    def above(other: str, metric: int) -> str:
        ours, theirs = found["news"], found[other]
        differences = [a[metric] - b[metric] for a, b in zip(ours, theirs, strict=True)]
        low, high = interval(differences, rows)
        return f"{mean(differences):+.1f} ({low:+.1f}…{high:+.1f})"

    shown = [" / ".join(f"{mean([s[m] for s in found[each]]):.1f}" for m in (0, 1)) for each in ENGINES]
    lengths = ", ".join(f"{mean(words[each]):.0f}" for each in ENGINES)
    cells = [name, str(bullets), *shown, above("lead", 0), above("lexrank", 1), lengths]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", type=Path, nargs="+")
    parser.add_argument("--bullets", default="3,5,7,10")
    options = parser.parse_args()
    rows = [row for path in options.stories for row in stories(path)]
    languages = sorted({row["lang"] for row in rows})
    print("| language | bullets | news R-1 / R-2 | lead R-1 / R-2 | LexRank R-1 / R-2 ", end="")
    print("| R-1 over lead | R-2 over LexRank | words: news, lead, LexRank |")
    print("|---" * 8 + "|")
    for bullets in map(int, options.bullets.split(",")):
        found, words = scores(rows, bullets)
        for name in [*languages, "all"]:
            these = [i for i, row in enumerate(rows) if name in (row["lang"], "all")]
            pick = _picker(these)
            kept = {each: pick(values) for each, values in found.items()}
            counted = {each: pick(values) for each, values in words.items()}
            print(line(name, bullets, pick(rows), kept, counted))


def _picker(numbers: Sequence[int]) -> Callable[[Sequence[Any]], list[Any]]:
    return lambda values: [values[i] for i in numbers]


if __name__ == "__main__":
    main()
