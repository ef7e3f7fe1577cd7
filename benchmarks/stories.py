"""Measure how articles become stories, beside plain TF-IDF with average linkage, in one run.

    python benchmarks/stories.py STORIES.jsonl … [--archive ARCHIVE.jsonl] --articles ARTICLES.jsonl …

Each line of STORIES is a story {"id", "docs": [{"id", "text"}], "lang"}; the articles of all stories of a
language are shuffled together, without titles and dates. Printed are Markdown tables, of each language: B³
precision, recall and F1 (Bagga and Baldwin 1998), the adjusted Rand index, and the wrong merges (stories in a
group beyond the first, over all groups). "plain" is TF-IDF (1 + log tf, smoothed idf) of stems without stop
words, average linkage, cut at a distance; its best distance is the one with the best mean over the sets.
Then: what each part brings, there and, where one is given, in an archive with headlines (see
`story_pairs.py`); what a background does that never saw the stories; what is left when the numbers
are found on other languages; and how time and memory grow, on days that are made of the sentences of
ARTICLES: an article lends its sentences to a story of one to twenty, and its names are made the story's own.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from story_pairs import archive, figures
from train_stories import counted

from briefing.group.stories import agreement, grouping, levels, linkage, terms, vectors
from briefing.group.stories.background import NONE, Background
from briefing.model import Article
from briefing.text.words import stems

DISTANCES = [round(0.5 + 0.01 * step, 2) for step in range(48)]
SIZES = (1_000, 10_000)
DRAWS = 5
SHARES = (1, 1, 1, 2, 3, 5, 8, 20)  # articles of a made story
GRID = {
    "threshold": (0.11, 0.13, 0.15, 0.17, 0.19),
    "floor": (0.06, 0.08, 0.1, 0.12),
    "USUAL": (0.2, 0.3, 0.4),
    "POWER": (0.5, 0.65, 0.8),
}
Day = list[tuple[str, Article]]
Scores = tuple[float, float, float, float, int]


def load(paths: Sequence[Path]) -> dict[str, dict[str, Day]]:
    """Return of each file the articles by language, shuffled, each with its story."""
    sets: dict[str, dict[str, Day]] = {}
    for path in paths:
        days: dict[str, Day] = defaultdict(list)
        for line in path.read_text("utf-8").strip().split("\n"):
            row = json.loads(line)
            for doc in row["docs"]:
                article = Article(f"{row['id']}/{doc['id']}", "", doc["text"], "", row["lang"])
                days[row["lang"]].append((row["id"], article))
        for day in days.values():
            random.Random(0).shuffle(day)
        sets[path.stem] = dict(sorted(days.items()))
    return sets


def scores(gold: Sequence[str], found: Sequence[int]) -> Scores:
    """Return B³ precision, recall and F1, the adjusted Rand index, and the wrong merges."""
    number, stories, groups = len(gold), Counter(gold), Counter(found)
    shared = Counter(zip(gold, found, strict=True))
    precision = sum(n * n / groups[group] for (_, group), n in shared.items()) / number
    recall = sum(n * n / stories[story] for (story, _), n in shared.items()) / number
    both, of_gold, of_found = (
        sum(n * (n - 1) / 2 for n in counts.values()) for counts in (shared, stories, groups)
    )
    chance = of_gold * of_found / (number * (number - 1) / 2)
    rand = (both - chance) / ((of_gold + of_found) / 2 - chance)
    return precision, recall, 2 * precision * recall / (precision + recall), rand, len(shared) - len(groups)


def ours(day: Day, level: str = "stories") -> Scores:
    """Score our stories, or our threads."""
    found = grouping([article for _, article in day])
    if level == "stories":
        groups = list(found.stories)
    else:
        groups = [tuple(name for n in thread for name in found.stories[n]) for thread in found.threads]
    of = {name: number for number, group in enumerate(groups) for name in group}
    return scores([story for story, _ in day], [of[article.id] for _, article in day])


def merges(day: Day) -> list[tuple[float, int, int]]:
    """Return plain average linkage's merges: distance, the group that stays and the one that goes into it."""
    similar = _cosines([stems(article.text, article.language) for _, article in day])
    np.fill_diagonal(similar, -1.0)
    sizes = np.ones(len(day))
    found = []
    for _ in range(len(day) - 1):
        i, j = divmod(int(similar.argmax()), len(day))
        found.append((1 - float(similar[i, j]), i, j))
        row = (sizes[i] * similar[i] + sizes[j] * similar[j]) / (sizes[i] + sizes[j])
        similar[i], similar[:, i] = row, row
        similar[j], similar[:, j], similar[i, i] = -1.0, -1.0, -1.0
        sizes[i] += sizes[j]
    return found


def _cosines(texts: Sequence[Sequence[str]]) -> np.ndarray:
    frequencies = Counter(term for text in texts for term in set(text))
    numbers = {term: number for number, term in enumerate(frequencies)}
    rows = np.zeros((len(texts), len(numbers)))
    for row, text in zip(rows, texts, strict=True):
        for term, count in Counter(text).items():
            idf = np.log((1 + len(texts)) / (1 + frequencies[term])) + 1
            row[numbers[term]] = (1 + np.log(count)) * idf
    rows /= np.linalg.norm(rows, axis=1)[:, None]
    return rows @ rows.T


def plain(day: Day, found: Sequence[tuple[float, int, int]], distance: float) -> Scores:
    """Score plain average linkage, cut at a distance."""
    groups = {number: [number] for number in range(len(day))}
    for height, i, j in found:
        if height <= distance:
            groups[i] += groups.pop(j)
    of = {member: number for number, members in groups.items() for member in members}
    return scores([story for story, _ in day], [of[number] for number in range(len(day))])


def cells(found: Scores) -> str:
    """Return the cell of a table."""
    return f"{found[0]:.3f} / {found[1]:.3f} / **{found[2]:.3f}** / {found[3]:.2f} / {found[4]}"


def mean(found: Sequence[Scores]) -> Scores:
    """Return the means, and all wrong merges."""
    means = [statistics.fmean(column) for column in list(zip(*found, strict=True))[:4]]
    return means[0], means[1], means[2], means[3], sum(each[4] for each in found)


def compare(sets: Mapping[str, Mapping[str, Day]]) -> None:
    """Print ours beside plain average linkage."""
    linked = {name: {lang: merges(day) for lang, day in days.items()} for name, days in sets.items()}

    def cut(name: str, lang: str, distance: float) -> Scores:
        return plain(sets[name][lang], linked[name][lang], distance)

    def over_sets(distance: float) -> float:
        return statistics.fmean(mean([cut(n, lang, distance) for lang in sets[n]])[2] for n in sets)

    best = max(DISTANCES, key=over_sets)
    head = ["ours: stories", "ours: threads", *(f"plain at {at}" for at in (best, 0.75, 0.88))]
    print(f"P / R / **F1** / adjusted Rand / wrong merges\n\n| set, language | {' | '.join(head)} |")
    print("|---" * 6 + "|")
    for name, days in sets.items():
        columns: list[dict[str, Scores]] = [
            {lang: ours(day) for lang, day in days.items()},
            {lang: ours(day, "threads") for lang, day in days.items()},
            *({lang: cut(name, lang, at) for lang in days} for at in (best, 0.75, 0.88)),
        ]
        for lang in days:
            print(f"| {name}, {lang} | {' | '.join(cells(column[lang]) for column in columns)} |")
        if len(days) > 1:
            means = [cells(mean(list(column.values()))) for column in columns]
            print(f"| {name}, mean | {' | '.join(means)} |")


@contextmanager
def changed(module: Any, **values: Any) -> Iterator[None]:
    """Change constants of a module for a while."""
    before = {name: getattr(module, name) for name in values}
    for name, value in values.items():
        setattr(module, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(module, name, value)


def _no_background(_language: str) -> Any:
    return NONE


def parts(sets: Mapping[str, Mapping[str, Day]], titled: Sequence[Article]) -> None:
    """Print what is left without each part; the thresholds stay. `titled` is an archive with headlines."""
    variants: dict[str, tuple[Any, dict[str, Any]]] = {
        "all": (terms, {}),
        "no background": (levels, {"background": _no_background}),
        "figures weigh as words": (terms, {"FIGURE": 1.0}),
        "the opening weighs as the rest": (terms, {"ZONES": ((600, 1.0),)}),
        "no pairs in Vietnamese": (terms, {"_SYLLABIC": frozenset()}),
        "rarity of the day alone": (vectors, {"FEWEST": 1, "UNKNOWN": 1, "TRUST": 0.0}),
        "a fixed threshold": (linkage, {"POWER": 0.0}),
        "headlines need not agree": (levels, {"STORY": levels.STORY._replace(unlike=1.0)}),
        "… or leave nothing of a score": (levels, {"STORY": levels.STORY._replace(unlike=0.0)}),
        "… or agree from 0.3 on": (linkage, {"AGREED": 0.3}),
        "… or are sought in 120 words": (terms, {"OPENING": 120}),
        "one source asks for no more": (agreement, {"SAME_SOURCE": 0.0}),
        "six words instead of a headline": (terms, {"INSTEAD": 6}),
        "… or twelve that count as one": (agreement, {"UNTITLED": 1.0}),
    }
    heads = [*sets, "archive: stories of several / articles / largest / **pairs**"][
        : len(sets) + bool(titled)
    ]
    print(f"\n| stories | {' | '.join(heads)} |\n{'|---' * (len(heads) + 1)}|")
    for name, (module, values) in variants.items():
        with changed(module, **values):
            found = [cells(mean([ours(day) for day in days.values()])) for days in sets.values()]
            found += [figures(titled)] if titled else []
        print(f"| {name} | {' | '.join(found)} |")


def strangers(sets: Mapping[str, Mapping[str, Day]]) -> None:
    """Print scores with a background that is made of other stories: four tenths lend theirs to the rest."""
    print("\n| set | no background: stories | threads | background of other stories: stories | threads |")
    print("|---" * 5 + "|")
    for name, days in sets.items():
        found: list[list[Scores]] = [[], [], [], []]
        for (lang, day), seed in itertools.product(days.items(), range(DRAWS)):
            names = sorted({story for story, _ in day})
            lent = set(random.Random(seed).sample(names, len(names) * 2 // 5))
            rest = [(story, article) for story, article in day if story not in lent]
            table = _learnt([each for each in day if each[0] in lent], lang)
            for place, known in ((0, NONE), (2, table)):
                with changed(levels, background=lambda _, known=known: known):
                    found[place].append(ours(rest))
                    found[place + 1].append(ours(rest, "threads"))
        print(f"| {name} | {' | '.join(cells(mean(each)) for each in found)} |")


def _learnt(day: Day, language: str) -> Background:
    texts: dict[str, list[str]] = defaultdict(list)
    for story, article in day:
        texts[story].append(article.text)
    found = counted(list(texts.values()), language, stories_at_least=2)
    counts = {stem: int(count) for count, listed in found["stems"].items() for stem in listed.split()}
    return Background(found["articles"], counts)


def left_out(sets: Mapping[str, Mapping[str, Day]]) -> None:
    """Print each language's scores with the numbers that do best on all others."""
    days = {(name, lang): day for name, by_lang in sets.items() for lang, day in by_lang.items()}
    points = [dict(zip(GRID, values, strict=True)) for values in itertools.product(*GRID.values())]
    found = [{key: _at(point, day) for key, day in days.items()} for point in points]

    def fit(without: tuple[str, str]) -> int:
        def worth(number: int) -> tuple[bool, float]:
            others: dict[str, list[Scores]] = defaultdict(list)
            for key, each in found[number].items():
                if key != without:
                    others[key[0]].append(each)
            means = list(map(mean, others.values()))
            sure = statistics.fmean(each[0] for each in means) >= 0.96
            return sure, statistics.fmean(each[2] for each in means)

        return max(range(len(points)), key=worth)

    print("\n| left out | as in the package | numbers found on the others | of the grid: median, least F1 |")
    print("|---" * 4 + "|")
    for key, day in days.items():
        grid = sorted(each[key][2] for each in found)
        shown = f"{statistics.median(grid):.3f}, {grid[0]:.3f}"
        print(f"| {', '.join(key)} | {cells(ours(day))} | {cells(found[fit(key)][key])} | {shown} |")


def _at(point: Mapping[str, float], day: Day) -> Scores:
    story = levels.STORY._replace(threshold=point["threshold"], floor=point["floor"])
    with changed(levels, STORY=story), changed(linkage, USUAL=point["USUAL"], POWER=point["POWER"]):
        return ours(day)


def made(texts: Sequence[str], number: int) -> list[Article]:
    """Return a day of so many articles, in stories of one to twenty."""
    rng = random.Random(0)
    found: list[Article] = []
    while len(found) < number:
        own, other = (re.split(r"(?<=[.!?])\s+", rng.choice(texts)) for _ in range(2))
        rename = _names(rng)
        for _ in range(min(rng.choice(SHARES), number - len(found))):
            sentences = [s for s in own if rng.random() < 0.6] + [s for s in other if rng.random() < 0.1]
            rng.shuffle(sentences)
            text = re.sub(r"\b[A-Z][a-z]{3,}\b", rename, " ".join(sentences))
            found.append(Article(f"a{len(found)}", "", text, ""))
    return found


def _names(rng: random.Random) -> Callable[[re.Match[str]], str]:
    """Return what gives half of the names an ending of the story's own."""
    ending = f"{rng.randrange(16**6):x}"
    kept: dict[str, str] = {}

    def rename(name: re.Match[str]) -> str:
        return kept.setdefault(name[0], name[0] + ending if rng.random() < 0.5 else name[0])

    return rename


def growth(paths: Sequence[Path]) -> None:
    """Print time and memory, each size in a process of its own: the run of three that took least."""
    print(
        "\n| articles | characters | seconds | of the processor | peak memory | stories |\n"
        + "|---" * 6
        + "|"
    )
    seconds = []
    for size in SIZES:
        command = [sys.executable, __file__, "--size", str(size), "--articles", *map(str, paths)]
        runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(3)]
        found = min((json.loads(ran.stdout) for ran in runs), key=lambda run: float(run["cpu"]))
        seconds.append(found["cpu"])
        print(
            f"| {size:,} | {found['characters']:,} | {found['wall']:.1f} | {found['cpu']:.1f} "
            f"| {found['memory']:.0f} MB | {found['stories']:,} |"
        )
    print(f"\nprocessor time at {SIZES[1]:,} / at {SIZES[0]:,}: {seconds[1] / seconds[0]:.1f}")


def one_size(paths: Sequence[Path], size: int) -> None:
    """Print the figures of one size, as JSON."""
    texts = [json.loads(line)["text"] for path in paths for line in path.read_text("utf-8").splitlines()]
    articles = made(texts, size)
    wall, cpu = time.perf_counter(), time.process_time()
    found = grouping(articles)
    figures = {
        "wall": time.perf_counter() - wall,
        "cpu": time.process_time() - cpu,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "characters": sum(len(article.text) for article in articles),
        "stories": len(found.stories),
    }
    print(json.dumps(figures))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", type=Path, nargs="*")
    parser.add_argument("--articles", type=Path, nargs="+", default=[], help="for time and memory")
    parser.add_argument("--archive", type=Path, help="articles with headlines, for what the parts bring")
    parser.add_argument("--size", type=int, help="measure a day of so many articles alone")
    options = parser.parse_args()
    if options.size:
        one_size(options.articles, options.size)
        return
    if options.stories:
        sets = load(options.stories)
        compare(sets)
        parts(sets, archive(options.archive) if options.archive else [])
        strangers(sets)
        left_out(sets)
    if options.articles:
        growth(options.articles)


if __name__ == "__main__":
    main()
