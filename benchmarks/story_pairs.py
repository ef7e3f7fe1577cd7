"""Count what stories join of one publisher's archive, and draw pairs of articles to be judged by eye.

    python benchmarks/story_pairs.py ARTICLES.jsonl --draw 100 [--without-headlines]

Each line of ARTICLES is an article {"title", "text"} without a date, all of one source; near-duplicates are
left out first. An archive of a year has many articles about each topic and few about the same event, so that
most of what is joined here is joined wrongly: fewer pairs are better. Which of the pairs drawn tell of one
event, which go on from one another, and which are different, has to be read.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from briefing.copies import copies_among, sketch
from briefing.group.stories import levels, stories
from briefing.model import Article


def archive(path: Path) -> list[Article]:
    """Return the articles of a file, each of them once."""
    rows = map(json.loads, path.read_text("utf-8").strip().split("\n"))
    found = [Article(f"{n:06}", row["title"], row["text"], path.stem) for n, row in enumerate(rows)]
    copies = copies_among([sketch(article) for article in found])
    return [article for number, article in enumerate(found) if number not in copies]


def joined(articles: Sequence[Article]) -> list[tuple[str, ...]]:
    """Return the stories of several articles."""
    return [story for story in stories(articles) if len(story) > 1]


def pairs(found: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the pairs of articles that are in one story."""
    return sorted(tuple(sorted(pair)) for story in found for pair in combinations(story, 2))


def figures(articles: Sequence[Article]) -> str:
    """Return how much is joined: stories of several articles, articles in them, the largest, and pairs."""
    found = joined(articles)
    sizes = [len(story) for story in found]
    return f"{len(found)} / {sum(sizes)} / {max(sizes, default=0)} / **{len(pairs(found))}**"


def main() -> None:
    """Print the figures and the pairs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument("--draw", type=int, default=0, help="so many pairs")
    parser.add_argument(
        "--without-headlines", action="store_true", help="whether they agree counts for nothing"
    )
    options = parser.parse_args()
    if options.without_headlines:
        levels.STORY = levels.STORY._replace(unlike=1.0)
    articles = archive(options.articles)
    print(f"{len(articles)} articles; stories of several / articles in them / largest / pairs")
    print(figures(articles))
    titles = {article.id: article.title for article in articles}
    found = pairs(joined(articles))
    for one, other in random.Random(0).sample(found, min(options.draw, len(found))):
        print(f"{one} {titles[one]} | {other} {titles[other]}")


if __name__ == "__main__":
    main()
