"""Measure what goes on from earlier briefings, and what is told of it as new.

    python benchmarks/following.py STORIES.jsonl … --cases FOLDER … --articles ARTICLES.jsonl …

Each line of STORIES is a story {"id", "docs": [{"id", "text"}], "lang"}. The first half of its articles was
told earlier, the others are today's; printed is how many of today's stories find theirs, and how many pairs
are right and wrong: where each half is one story, and where each article is. "goes on" has how many of all
stories are told as going on from their own first half, and from another's, each forced upon them: they
repeat something of it.

A FOLDER has stories with labelled sentences (`tests/follow/cases.py`): precision, recall and F1 of new
sentences, beside two measures of the TREC novelty track with the threshold that does best on these very
cases: the cosine with the nearest earlier sentence, and the share of words that no earlier sentence has.

ARTICLES lend their sentences to made stories, of which 300 are today's: the time of matching, and how many
match.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from stories import Day, load, made

sys.path.insert(0, str(Path(__file__).parent.parent))

from briefing.follow import follow
from briefing.group.stories import continuing
from briefing.model import Article, Earlier, Told
from briefing.text.document import document
from briefing.text.words import stems
from tests.follow.cases import Case, cases

TODAY = 300
SIZES = (1_000, 9_000)
Story = tuple[str, list[Article]]
Score = Callable[[Case], list[float]]


def halves(day: Day, *, single: bool) -> tuple[list[Story], list[Story]]:
    """Return the stories that were told and those of today; each article is one if they are `single`."""
    by_story: dict[str, list[Article]] = {}
    for story, article in sorted(day, key=lambda each: each[1].id):
        by_story.setdefault(story, []).append(article)
    told = [(name, articles[: len(articles) // 2]) for name, articles in by_story.items()]
    today = [(name, articles[len(articles) // 2 :]) for name, articles in by_story.items()]
    return (_single(told), _single(today)) if single else (told, today)


def _single(stories: Sequence[Story]) -> list[Story]:
    return [(name, [article]) for name, articles in stories for article in articles]


def matching(day: Day, *, single: bool) -> tuple[int, int, int, int]:
    """Return how many stories there are today, how many find theirs, and of the pairs the right and wrong."""
    told, today = halves(day, single=single)
    found = continuing([articles for _, articles in today], [articles for _, articles in told])
    pairs = [[told[n][0] == name for n in places] for (name, _), places in zip(today, found, strict=True)]
    right = sum(map(sum, pairs))
    return len(today), sum(map(any, pairs)), right, sum(map(len, pairs)) - right


def continuity(day: Day) -> tuple[int, int]:
    """Return how many stories go on from their own first half, and how many from the next one's."""
    earlier, today = halves(day, single=False)
    told = [Told(Earlier(date(2026, 1, 1), "", ""), (), tuple(articles)) for _, articles in earlier]
    groups = [[document(article) for article in articles] for _, articles in today]
    own = follow(groups, told, [(n,) for n in range(len(groups))])
    others = follow(groups, told, [((n + 1) % len(groups),) for n in range(len(groups))])
    return sum(map(bool, own)), sum(map(bool, others))


def match_table(sets: dict[str, dict[str, Day]]) -> None:
    """Print how stories find theirs."""
    print("| set, language | stories today | found | right, wrong pairs | articles today | found "
          "| right, wrong pairs | goes on: own | all others |")  # fmt: skip
    print("|---" * 9 + "|")
    for name, days in sets.items():
        for language, day in days.items():
            size, found, right, wrong = matching(day, single=False)
            singles, found_single, right_single, wrong_single = matching(day, single=True)
            own, others = continuity(day)
            print(
                f"| {name}, {language} | {size} | {found} | {right}, {wrong} | {singles} | {found_single} "
                f"| {right_single}, {wrong_single} | {own} | {others} |"
            )


def ours(case: Case) -> list[float]:
    """Return 1 for each sentence that is told as new; all are where the story is told as a new one."""
    (found,) = follow([[case.today]], case.told, [range(len(case.told))])
    return [float(found is None or s.index in found.fresh[0]) for s in case.today.sentences]


def cosine(case: Case) -> list[float]:
    """Return for each sentence how far it is from the nearest earlier one, by the words that they share."""
    known = [Counter(each) for each in _earlier(case)]
    return [1 - max((_cosine(Counter(each), other) for other in known), default=0.0) for each in _today(case)]


def new_words(case: Case) -> list[float]:
    """Return for each sentence the share of its words that no earlier one has."""
    known = {stem for each in _earlier(case) for stem in each}
    return [sum(stem not in known for stem in each) / max(1, len(each)) for each in _today(case)]


def _earlier(case: Case) -> Iterator[list[str]]:
    for article in (article for told in case.told for article in told.articles):
        yield from (stems(sentence.text, article.language) for sentence in document(article).sentences)


def _today(case: Case) -> Iterator[list[str]]:
    return (stems(sentence.text, case.today.article.language) for sentence in case.today.sentences)


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    norm = math.sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))
    return sum(number * other[stem] for stem, number in one.items()) / norm if norm else 0.0


def novelty(listed: Sequence[Case], score: Score, threshold: float) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the sentences whose score is above a threshold."""
    right = told = new = 0
    for case in listed:
        for sentence, value in zip(case.today.sentences, score(case), strict=True):
            right += value > threshold and sentence.index in case.fresh
            told += value > threshold
            new += sentence.index in case.fresh
    precision, recall = right / max(1, told), right / max(1, new)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def case_table(folders: Sequence[Path]) -> None:
    """Print what is told as new, beside other measures."""
    print("\n| cases | go on: found | others: kept apart | changed figures: found, wrong "
          "| ours: P / R / F1 | nearest by cosine | new words |")  # fmt: skip
    print("|---" * 7 + "|")
    for folder in folders:
        listed = cases(folder)
        on = [case for case in listed if case.goes_on]
        found = {c.name: follow([[c.today]], c.told, [range(len(c.told))])[0] for c in listed}
        changes = {
            c.name: {(x.about, x.before.figure, x.now.figure) for x in f.changes}
            for c in listed
            if (f := found[c.name])
        }
        wanted = {c.name: set(c.changes) for c in on}
        right = sum(len(wanted[name] & changes.get(name, set())) for name in wanted)
        cells = [_cell(novelty(on, ours, 0.5))]
        for score in (cosine, new_words):
            best = max((n / 50 for n in range(50)), key=lambda at, s=score: novelty(on, s, at)[2])
            cells.append(f"{_cell(novelty(on, score, best))} at {best}")
        print(
            f"| {folder.name} ({len(listed)}) | {sum(bool(found[c.name]) for c in on)} of {len(on)} "
            f"| {sum(not found[c.name] for c in listed if not c.goes_on)} of {len(listed) - len(on)} "
            f"| {right} of {sum(map(len, wanted.values()))}, {sum(map(len, changes.values())) - right} "
            f"| {' | '.join(cells)} |"
        )


def _cell(found: tuple[float, float, float]) -> str:
    return f"{found[0]:.2f} / {found[1]:.2f} / **{found[2]:.2f}**"


def growth(paths: Sequence[Path]) -> None:
    """Print how the time of matching grows with the stories that were told."""
    texts = [json.loads(line)["text"] for path in paths for line in path.read_text("utf-8").splitlines()]
    print("\n| told | today | seconds of the processor | with a match |\n|---|---|---|---|")
    for size in SIZES:
        articles = made(texts, size + TODAY)
        random.Random(1).shuffle(articles)
        start = time.process_time()
        found = continuing([[a] for a in articles[:TODAY]], [[a] for a in articles[TODAY:]])
        print(f"| {size:,} | {TODAY} | {time.process_time() - start:.1f} | {sum(map(bool, found))} |")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", type=Path, nargs="*")
    parser.add_argument("--cases", type=Path, nargs="+", default=[], help="folders of labelled stories")
    parser.add_argument("--articles", type=Path, nargs="+", default=[], help="for the time")
    options = parser.parse_args()
    if options.stories:
        match_table(load(options.stories))
    if options.cases:
        case_table(options.cases)
    if options.articles:
        growth(options.articles)


if __name__ == "__main__":
    main()
