"""Check reading and receipts on a corpus of single articles.

    python benchmarks/reading.py articles_en_dev.jsonl articles_fr_dev.jsonl topics_en_dev.jsonl …

Each line of a file is one article, {"text", "title"?, "lang"?}, or a story of several, {"docs": [{"text"}]}.
For each file it prints how many articles the segmenter splits, given as a dump (the headline, if any, and a
paragraph a line); and of the default engine's bullets how many there are, how many cite a span that does not
hold, and how many hold an address. All but the number of bullets ought to be 0.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import briefing
from briefing.ingest.dump import segment
from briefing.text.clean import clean

_ADDRESS = re.compile(r"https?:|www\.")


def _articles(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text("utf-8").strip().split("\n"):
        row = json.loads(line)
        yield from row.get("docs", [row])


def _is_split(article: dict[str, Any]) -> bool:
    return len(segment(clean(f"{article.get('title', '')}\n\n{article['text']}".strip())).pieces) > 1


def _bullets(article: dict[str, Any]) -> tuple[int, int, int]:
    """Return how many bullets the article has, how many cite what is not there, how many hold an address."""
    text = article["text"]
    told = briefing.summarize(text, title=article.get("title")).bullets
    wrong = sum(not b.verified or any(text[e.start : e.end] != e.text for e in b.evidence) for b in told)
    return len(told), wrong, sum(bool(_ADDRESS.search(b.text)) for b in told)


def main() -> None:
    """Print the table."""
    print("| file | articles | split | bullets | evidence that does not hold | with an address |")
    print("|---|---|---|---|---|---|")
    for path in map(Path, sys.argv[1:]):
        articles = list(_articles(path))
        split = sum(map(_is_split, articles))
        told, wrong, addresses = (sum(column) for column in zip(*map(_bullets, articles), strict=True))
        print(f"| {path.name} | {len(articles)} | {split} | {told} | {wrong} | {addresses} |", flush=True)


if __name__ == "__main__":
    main()
