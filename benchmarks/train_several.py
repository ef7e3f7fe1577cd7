"""Try the numbers of the choice for several articles, on stories that did not choose them.

    python benchmarks/train_several.py STORIES.jsonl …

The data are those of `several.py`. A grid of numbers around those in the package is tried. What counts is
ROUGE-1 over `lead` (a sentence from each article in turn) and ROUGE-2 as much, at 3, 5, 7 and 10 bullets;
what is lost counts double, for never to be below matters more than to be far above. Languages count alike.
Printed is what is earned over `lead` (ROUGE-1 / ROUGE-2, the mean of the languages, and the language that is
least in ROUGE-1): by the package's numbers; by the best of the grid; for each event and for each language, by
those that are best on all others; and by the median of the grid. An event's stories in several languages (ids
alike up to the first dot) are translations of one another, so leaving out a language alone leaves its events
in.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import numpy as np
from rouge_score.tokenizers import DefaultTokenizer
from several import Row, stories
from summarizers import UnicodeTokenizer, by_engine

from briefing.summarizers.engine import Candidate, candidates
from briefing.summarizers.news import Teller
from briefing.summarizers.several import TASTE, Taste, choose_several
from briefing.summarizers.wording.trim import trim

BULLETS = (3, 5, 7, 10)
GRID = {
    "early": (0.25, 0.5, 0.75),
    "place": (0.3, 0.4, 0.5),
    "words": (0.05, 0.15, 0.25),
    "again": (0.35, 0.5, 0.65),
    "same_article": (0.5, 0.67),
}
Grams = tuple[Counter[Any], Counter[Any]]
Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Story:
    """A story ready for trying."""

    language: str
    event: str
    offered: Sequence[Candidate]
    fits: Callable[[int], bool]
    grams: Sequence[Grams]
    """Of each sentence that is offered."""
    references: Sequence[Grams]
    lead: Array
    """ROUGE-1 and ROUGE-2 of `lead` at each number of bullets."""


def ready(row: Row) -> Story:
    """Prepare a story."""
    tokenizer = DefaultTokenizer(use_stemmer=True) if row["lang"] == "en" else UnicodeTokenizer()

    def grams(text: str) -> Grams:
        tokens = tokenizer.tokenize(text)
        return Counter(tokens), Counter(pairwise(tokens))

    offered = candidates(row["documents"], trim)
    teller = Teller(row["documents"])
    alone = [teller.can_tell(candidate) for candidate in offered]
    references = list(map(grams, row["references"]))
    first = list(map(grams, by_engine("lead", max(BULLETS))(row["documents"])))
    return Story(
        row["lang"],
        row["event"],
        offered,
        alone.__getitem__,
        [grams(candidate.text) for candidate in offered],
        references,
        np.array([rouge(first[:most], references) for most in BULLETS]),
    )


def rouge(told: Sequence[Grams], references: Sequence[Grams]) -> tuple[float, float]:
    """Return ROUGE-1 and ROUGE-2 (F1, in points), each by its best reference."""
    ones = [_f1([each[0] for each in told], reference[0]) for reference in references]
    twos = [_f1([each[1] for each in told], reference[1]) for reference in references]
    return max(ones), max(twos)


def _f1(parts: Sequence[Counter[Any]], wanted: Counter[Any]) -> float:
    together: Counter[Any] = Counter()
    for part in parts:
        together.update(part)
    common = sum(min(n, together[gram]) for gram, n in wanted.items() if gram in together)
    return 200 * common / (together.total() + wanted.total()) if common else 0.0


def over_lead(story: Story, taste: Taste) -> Array:
    """Return by how much a choice is above `lead`: numbers of bullets × (ROUGE-1, ROUGE-2)."""
    chosen = choose_several(story.offered, max(BULLETS), story.fits, taste)
    told = [story.grams[i] for i in chosen]
    return np.array([rouge(told[:most], story.references) for most in BULLETS]) - story.lead


def best(differences: Array, kept: Array) -> int:
    """Return which of the tastes (differences: taste × story × bullets × metric) earns most on the stories.

    `kept` weighs the stories.
    """
    earned = (differences + np.minimum(differences, 0)).mean(axis=(2, 3))
    return int(np.argmax(earned @ kept))


def shares(languages: Sequence[str]) -> Array:
    """Return a weight for each story, so that languages count alike."""
    counted = Counter(languages)
    return np.array([1 / counted[language] / len(counted) for language in languages])


def left_out(differences: Array, groups: Sequence[str], weights: Array) -> tuple[Array, set[int]]:
    """Return for each story what those tastes earn that are best on all other groups, and which these are."""
    earned, picked = np.zeros(differences.shape[1:]), set()
    for group in sorted(set(groups)):
        within = np.array([each == group for each in groups])
        taste = best(differences, np.where(within, 0.0, weights))
        earned[within] = differences[taste][within]
        picked.add(taste)
    return earned, picked


def line(name: str, earned: Array, languages: Sequence[str]) -> str:
    """Return a line of the table: means over languages, and the least of them, in ROUGE-1."""
    known = sorted(set(languages))
    means = np.array([earned[np.array(languages) == each].mean(axis=0) for each in known])
    cells = []
    for at in range(len(BULLETS)):
        low = int(means[:, at, 0].argmin())
        one, two = means[:, at].mean(axis=0)
        cells.append(f"{one:+.1f} / {two:+.1f} ({known[low]} {means[low, at, 0]:+.1f})")
    return f"| {name} | {' | '.join(cells)} |"


def main() -> None:
    """Try, and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", type=Path, nargs="+")
    options = parser.parse_args()
    given = [ready(row) for path in options.stories for row in stories(path)]
    tried = [
        TASTE,
        *(replace(TASTE, **dict(zip(GRID, values, strict=True))) for values in product(*GRID.values())),
    ]
    differences = np.array([[over_lead(story, taste) for story in given] for taste in tried])
    languages, events = [story.language for story in given], [story.event for story in given]
    weights = shares(languages)
    top = best(differences, weights)
    by_event, of_events = left_out(differences, events, weights)
    by_language, of_languages = left_out(differences, languages, weights)
    print(f"| numbers | {' | '.join(f'{most} bullets' for most in BULLETS)} |")
    print("|---" * (len(BULLETS) + 1) + "|")
    print(line("those in the package", differences[0], languages))
    print(line("the best of the grid on these stories", differences[top], languages))
    print(line(f"each event left out ({len(of_events)} found best)", by_event, languages))
    print(line(f"each language left out ({len(of_languages)} found best)", by_language, languages))
    print(line("the median of the grid", np.median(differences[1:], axis=0), languages))
    print(f"\nThe best of the grid: {asdict(tried[top])}")


if __name__ == "__main__":
    main()
