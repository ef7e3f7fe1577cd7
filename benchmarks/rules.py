"""Measure what each rule of wording costs or brings, by switching it off.

    python benchmarks/rules.py --articles articles_en_train.jsonl articles_en_dev.jsonl [--bullets 3]

The data are those of benchmarks/summarizers.py, English articles with human summaries. Printed is a Markdown
table: by how much the default engine's ROUGE-1, ROUGE-2 and ROUGE-Lsum (F1, in points) are higher with the
rule than without it, and how many of the summaries it changes. A rule may cost: what it is for is that a
bullet can be read alone, which ROUGE does not see.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from summarizers import by_engine, load, rouge

from briefing.model import Document
from briefing.summarizers.engine import as_it_stands
from briefing.summarizers.wording.referents import Named

HERE = "briefing.summarizers."


def _never(*_: object, **__: object) -> bool:
    return False


def _always(*_: object) -> bool:
    return True


def _nothing(*_: object) -> tuple[str, ...]:
    return ()


def _unchanged(_document: Document, _index: int, text: str, *_: object) -> Named:
    return Named(text, ())


def _all_told(_document: Document, text: str, *_: object) -> Named:
    return Named(text, ())


RULES: dict[str, dict[str, Callable[..., object]]] = {
    "trimming (spaces, furniture, connectives, pointers to pictures, asides)": {"news.trim": as_it_stands},
    "a quotation keeps its speaker": {"wording.standalone.has_speaker": _always},
    "full names for surnames": {"wording.standalone.with_full_names": _all_told},
    "names for pronouns, or passed over": {"wording.standalone.with_referents": _unchanged},
    'names for "The company", or passed over': {"wording.standalone.with_organisation": _unchanged},
    "passed over: openings that take up another sentence": {"wording.openers.takes_up": _never},
    'passed over: "that", "such a thing", "Last week it" within': {"wording.leaning.points_back": _never},
    'passed over: "The driver", "this ruling" from the middle': {
        "wording.standalone.takes_up_middle": _never
    },
    'passed over: "The ship", "those ships", "one of the ships" that no other bullet tells': {
        "news.taken_up": _nothing
    },
    "passed over: labels, half sentences, bylines": {"wording.leaning.is_fragment": _never},
    "passed over: a few plain words, notices": {"wording.leaning.is_trivial": _never},
    "passed over: orders to the reader": {"wording.openers.addresses_reader": _never},
    'passed over: the report\'s own "I" and "we"': {"wording.leaning._first_person": _never},
    "passed over: captions": {"wording.standalone._is_caption": _never},
}
"""What stands in for each rule's functions to switch it off; all are looked up where they are called."""
ALL = "all of it together"


@contextmanager
def without(rule: str) -> Iterator[None]:
    """Switch a rule off; `ALL` of them."""
    chosen = RULES.values() if rule == ALL else [RULES[rule]]
    with ExitStack() as stack:
        for each in chosen:
            for name, stand_in in each.items():
                stack.enter_context(patch(HERE + name, stand_in))
        yield


def _told(rows: list[dict[str, Any]], bullets: int) -> tuple[list[list[float]], list[list[str]]]:
    """Return the three scores of each summary, and its bullets."""
    told: list[list[str]] = []
    engine = by_engine("news", bullets)

    def keep(documents: Any) -> list[str]:
        told.append(engine(documents))
        return told[-1]

    return rouge(rows, keep)[0], told


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    parser.add_argument("--bullets", type=int, default=3)
    options = parser.parse_args()
    rows = [row for path in options.articles for row in load(path)]
    scores, told = _told(rows, options.bullets)
    print(f"{len(rows)} summaries, at most {options.bullets} bullets\n")
    print("| rule | difference | summaries changed |\n|---|---|---|")
    for rule in (*RULES, ALL):
        with without(rule):
            others, other_told = _told(rows, options.bullets)
        means = (
            statistics.fmean(a - b for a, b in zip(one, other, strict=True))
            for one, other in zip(zip(*scores, strict=True), zip(*others, strict=True), strict=True)
        )
        changed = sum(a != b for a, b in zip(told, other_told, strict=True))
        line = f"| {rule} | {' / '.join(f'{mean:+.2f}' for mean in means)} | {changed} |"
        print(line.replace("-0.00", "0.00").replace("+0.00", "0.00"), flush=True)


if __name__ == "__main__":
    main()
