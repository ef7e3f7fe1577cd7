"""A day's stories in order and in a reading time: what is told, and what it costs to choose it.

    python benchmarks/day.py [--stories 200] [--days 20] [--sizes 1000,10000]

The days are made up from a fixed seed. Most stories have one source, some many; two in five are sport, and
one topic has an eighth of those with three sources or more. Printed are: who has the first places,
by our order and by simpler ones; how a reading time is used, beside whole stories until no further one fits;
and how the processor's time to choose grows.
"""

from __future__ import annotations

import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from briefing.fit import enough, fit
from briefing.model import Article, Bullet, Evidence, Story
from briefing.rank import Candidate, Ranking, rank
from briefing.text.reading_time import WORDS_A_MINUTE, story_words

NOW = datetime(2026, 11, 22, 6, tzinfo=UTC)
SECTIONS = ("Sport",) * 6 + ("World",) * 3 + ("Politics", "Business", "Science", "Health", "Culture", "News")
SOURCES = (1,) * 10 + (2, 2, 2, 3, 3, 4, 5, 8, 12)
_NOUNS = (
    "harbour council mayor bridge ferry winter budget police school bakery railway storm market museum river "
    "court farm library airport hospital factory village minister teacher driver fisher concert climate"
).split()
WORDS = (*_NOUNS, *(first + second for first in _NOUNS for second in _NOUNS))
INTERESTS, MUTE = ("climate", "airport strike", "village school"), ("concert hall", "bakery market")
WAR = -1
Order = Callable[[Sequence[Candidate], Ranking], list[int]]


def main(
    stories: Annotated[int, typer.Option(help="How many a day has.")] = 200,
    days: Annotated[int, typer.Option(help="How many days are averaged.")] = 20,
    sizes: Annotated[str, typer.Option(help="Days that are timed, by their stories.")] = "1000,10000",
) -> None:
    """Print the tables."""
    made = [day(stories, seed) for seed in range(days)]
    print_places(made, [rank(each, now=NOW) for each in made])
    print_times(made)
    print_costs([int(size) for size in sizes.split(",")])


def day(size: int, seed: int) -> list[Candidate]:
    """Return the stories of a day in the order in which they were read."""
    draw = random.Random(seed)
    return [candidate(draw, number) for number in range(size)]


def candidate(draw: random.Random, number: int) -> Candidate:
    """Return one story with articles of 240 words."""
    count = draw.choice(SOURCES)
    names = draw.sample(range(60), count)
    articles = tuple(article(draw, f"{number}.{name}", f"Paper {name}") for name in names)
    war = count > 2 and draw.random() < 1 / 8
    novelty = 1.0 if draw.random() < 0.8 else draw.random()
    section = "World" if war else draw.choice(SECTIONS)
    return Candidate(
        articles, draw.randint((count + 1) // 2, count), section, WAR if war else number, novelty
    )


def article(draw: random.Random, name: str, source: str) -> Article:
    """Return an article of some hours ago; one in ten is undated."""
    when = NOW - timedelta(hours=draw.expovariate(1 / 14)) if draw.random() < 0.9 else None
    text = "\n".join(sentence(draw, 40) for _ in range(6))
    return Article(name, sentence(draw, draw.randint(6, 13)), text, source, published=when)


def sentence(draw: random.Random, words: int) -> str:
    """Return so many words and a full stop."""
    return f"{' '.join(draw.choices(WORDS, k=words))}.".capitalize()


def ours(_day: Sequence[Candidate], ranking: Ranking) -> list[int]:
    """Return the order of `rank`."""
    return list(ranking.order)


def newest(day: Sequence[Candidate], _ranking: Ranking) -> list[int]:
    """Return the latest story first."""
    return sorted(range(len(day)), key=lambda n: day[n].latest or NOW - timedelta(days=1), reverse=True)


def most_sources(day: Sequence[Candidate], _ranking: Ranking) -> list[int]:
    """Return the story with the most independent sources first."""
    return sorted(range(len(day)), key=lambda n: -day[n].independent)


def print_places(days: Sequence[list[Candidate]], rankings: Sequence[Ranking]) -> None:
    """Print who has the first places."""
    print("| order | places | sport | the topic | sections | independent sources | hours old (median) |")
    print("|---|---|---|---|---|---|---|")
    orders: tuple[tuple[str, Order], ...] = (
        ("ours", ours), ("newest first", newest), ("most sources first", most_sources),
    )  # fmt: skip
    for name, order in orders:
        for places in (7, 20, 50):
            chosen = [
                [made[n] for n in order(made, ranking)[:places]]
                for made, ranking in zip(days, rankings, strict=True)
            ]
            print(f"| {name} | {places} | {' | '.join(_places(chosen))} |")
    print()


def _places(chosen: Sequence[list[Candidate]]) -> Iterator[str]:
    first = [each for day in chosen for each in day]
    sections = Counter(each.section for each in first)
    hours = [(NOW - each.latest) / timedelta(hours=1) for each in first if each.latest]
    yield f"{sections['Sport'] / len(first):.0%}"
    yield f"{sum(each.thread == WAR for each in first) / len(first):.0%}"
    yield f"{statistics.fmean(len({each.section for each in day}) for day in chosen):.1f}"
    yield f"{statistics.fmean(each.independent for each in first):.1f}"
    yield f"{statistics.median(hours):.1f}"


def print_times(days: Sequence[list[Candidate]]) -> None:
    """Print how reading times are used."""
    print(
        "| minutes | used | least used | in full | short | a line | asked for | enough | whole stories only |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for minutes in (1, 2, 5, 10, 20):
        rows = [_time(made, minutes, seed) for seed, made in enumerate(days)]
        used, full, short, line, asked, plain = zip(*rows, strict=True)
        means = " | ".join(f"{statistics.fmean(column):.1f}" for column in (full, short, line, asked))
        shares = f"{statistics.fmean(used):.1%} | {min(used):.1%}"
        most = enough(minutes, WORDS_A_MINUTE)
        print(f"| {minutes} | {shares} | {means} | {most} | {statistics.fmean(plain):.1%} |")
    print()


def _time(made: Sequence[Candidate], minutes: int, seed: int) -> tuple[float, ...]:
    """Return the share used; stories in full, short, in a line, asked for; the share used by whole ones."""
    draw, asked = random.Random(seed), 0
    order = rank(made, now=NOW).order
    whole = [story(draw, made[number]) for number in order]
    sections = {told.id: made[number].section for told, number in zip(whole, order, strict=True)}

    def asked_for() -> Iterator[Story]:
        nonlocal asked
        for each in whole:
            asked += 1
            yield each

    found = fit(asked_for(), minutes=minutes, words_per_minute=WORDS_A_MINUTE, sections=sections)
    budget = minutes * WORDS_A_MINUTE
    by_id = {each.id: len(each.bullets) for each in whole}
    full = sum(len(each.bullets) == by_id[each.id] for each in found.stories)
    line = sum(not each.bullets for each in found.stories)
    short = len(found.stories) - full - line
    return found.words / budget, full, short, line, asked, _plain(whole, budget) / budget


def story(draw: random.Random, candidate: Candidate) -> Story:
    """Return a story told in one to three bullets of 14 to 34 words."""
    receipt = (Evidence("a", 0, 1, "x"),)
    lengths = [draw.randint(14, 34) for _ in range(draw.choice((1, 2, 3, 3, 3)))]
    bullets = tuple(Bullet(sentence(draw, words), "news", receipt) for words in lengths)
    return Story(candidate.articles[0].title, bullets, tuple(each.id for each in candidate.articles))


def _plain(stories: Iterable[Story], budget: int) -> int:
    """Return how many words whole stories have, from the first until one does not fit."""
    words = 0
    for each in stories:
        if words + story_words(each) > budget:
            break
        words += story_words(each)
    return words


def print_costs(sizes: Sequence[int]) -> None:
    """Print the processor's seconds."""
    print("| stories | articles | rank | rank with interests and mute | fit, 20 minutes |")
    print("|---|---|---|---|---|")
    for size in sizes:
        made = day(size, size)
        draw = random.Random(size)
        whole = [story(draw, each) for each in made]
        plain = seconds(lambda made=made: rank(made, now=NOW))
        wished = seconds(lambda made=made: rank(made, now=NOW, interests=INTERESTS, mute=MUTE))
        fitted = seconds(lambda whole=whole: fit(whole, minutes=20, words_per_minute=WORDS_A_MINUTE))
        articles = sum(len(each.articles) for each in made)
        print(f"| {size:,} | {articles:,} | {plain:.2f} | {wished:.2f} | {fitted:.2f} |")


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of a call."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    typer.run(main)
