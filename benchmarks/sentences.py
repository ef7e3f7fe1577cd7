"""Measure the sentence splitter against gold segmentations, beside bare sentencex and untrained punkt.

    python benchmarks/sentences.py --gold sentences_dev.jsonl --articles articles_en_dev.jsonl

Each line of the gold is {"lang": name or ISO 639-1 code, "set", "text", "sentences"}; a text counts only if
the whole list of its sentences is right, white space aside. Each line of the articles is {"text", "lang"?}.
Printed are three Markdown tables: texts that are right, by language and in all; speed in MB (UTF-8) a second
of processor time, article by article and on one text of 5 MB; and, for hostile texts, milliseconds for 10 kB,
100 kB and 1 MB (bare sentencex, which is quadratic on some, only up to 100 kB).
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from nltk.tokenize.punkt import PunktSentenceTokenizer
from sentencex import segment

from briefing.text.sentences import sentences

GOLDEN = "GOLDEN_EN_RULES_TEST_CASES"
CODES = {
    **{
        "amharic": "am",
        "arabic": "ar",
        "armenian": "hy",
        "bulgarian": "bg",
        "burmese": "my",
        "chinese": "zh",
    },
    **{
        "danish": "da",
        "deutsch": "de",
        "dutch": "nl",
        "english": "en",
        "english_clean": "en",
        "french": "fr",
    },
    **{"greek": "el", "hindi": "hi", "italian": "it", "japanese": "ja", "kazakh": "kk", "marathi": "mr"},
    **{"persian": "fa", "polish": "pl", "russian": "ru", "slovak": "sk", "spanish": "es", "urdu": "ur"},
}
HOSTILE = (
    ".|. . |!?|...A| |\n|\n\n|a\n|A.\n|a|a.b.c.|A.B.C.|A. |a. |e.g. |Mr. |p.m. |5. |1.) |\n1. A 2. B|said.The"
    '|said."The|(|(A.) |“|“A. |«|"|"A." |. "|\'A.\' |`|• |。|「。|。」|.[1]|a.1 1 1 1 |x@y.z |“(.e.g. |A\n.) '
).split("|")
Splitter = Callable[[str, str], list[str]]


def bare_sentencex(text: str, language: str) -> list[str]:
    """Split with sentencex alone; a text on which it panics has no sentences."""
    try:
        found: list[str] = segment(language, text)
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        return []
    return found


def punkt(text: str, _language: str) -> list[str]:
    """Split with punkt as it is without a download."""
    found: list[str] = PunktSentenceTokenizer().tokenize(text)
    return found


SPLITTERS: dict[str, Splitter] = {"ours": sentences, "sentencex": bare_sentencex, "punkt, untrained": punkt}


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def table(head: list[str], body: list[list[object]]) -> None:
    """Print a Markdown table."""
    lines: list[list[object]] = [[*head], ["---"] * len(head), *body]
    for row in lines:
        print("|", " | ".join(map(str, row)), "|")
    print()


def right(splitter: Splitter, row: dict[str, Any]) -> bool:
    """Say whether the splitter finds the gold sentences, white space aside."""
    found = splitter(row["text"], CODES.get(row["lang"], row["lang"]))
    return [s.split() for s in found if s.strip()] == [s.split() for s in row["sentences"]]


def accuracy(path: Path) -> None:
    """Print how many texts each splitter has right."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(path):
        for name in ("English golden rules",) if row["set"] == GOLDEN else ("all others", row["lang"]):
            groups[name].append(row)
    body: list[list[object]] = []
    for name in sorted(groups, key=lambda name: (name.islower() and name != "all others", name)):
        group = groups[name]
        counts = [sum(right(splitter, row) for row in group) for splitter in SPLITTERS.values()]
        body.append([name, len(group), *(f"{n} ({n / len(group):.0%})" for n in counts)])
    table(["texts", "number", *SPLITTERS], body)


def seconds(splitter: Splitter, texts: list[tuple[str, str]], rounds: int = 1) -> float:
    """Return the least processor time of several rounds over the texts, each with its language."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        for text, language in texts:
            splitter(text, language)
        taken.append(time.process_time() - start)
    return min(taken)


def speed(path: Path) -> None:
    """Print how fast each splitter is on news."""
    articles = [(row["text"], row.get("lang", "en")) for row in rows(path)]
    size = sum(len(text.encode()) for text, _ in articles) / 1e6
    joined = "\n".join(text for text, _ in articles)
    long = (joined * (5_000_000 // len(joined) + 1))[:5_000_000]
    body: list[list[object]] = []
    for name, splitter in SPLITTERS.items():
        each = seconds(splitter, articles, rounds=3)
        whole = seconds(splitter, [(long, articles[0][1])])
        body.append([name, f"{size / each:.1f}", f"{len(long.encode()) / 1e6 / whole:.1f}"])
    table(["MB/s", "by article", "one text of 5 MB"], body)


def growth() -> None:
    """Print what hostile texts cost as they grow."""
    body: list[list[object]] = []
    for piece in HOSTILE:
        texts = [(piece * (size // len(piece) + 1))[:size] for size in (10_000, 100_000, 1_000_000)]
        ours = [seconds(sentences, [(text, "en")]) * 1000 for text in texts]
        bare = [seconds(bare_sentencex, [(text, "en")]) * 1000 for text in texts[:2]]
        name = f"`{json.dumps(piece, ensure_ascii=False)}`"
        body.append([name, *(f"{each:.0f}" for each in (*ours, *bare))])
    table(["repeated", "ours 10 kB", "100 kB", "1 MB", "sentencex 10 kB", "100 kB"], body)


def main() -> None:
    """Print the three tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--articles", type=Path, required=True)
    options = parser.parse_args()
    accuracy(options.gold)
    speed(options.articles)
    growth()


if __name__ == "__main__":
    main()
