"""Count in how many articles each stem is found, for what `briefing/group/stories` knows of common words.

    python benchmarks/train_stories.py ARTICLES.jsonl … > briefing/group/stories/background.json

Each line of the data is an article {"text", "lang"?} (without "lang": English) or a story
{"docs": [{"text"}], "lang"}. Kept are single stems without figures that are common in their language and
found in several stories, of which an article that is alone is one: counts of words, no text.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from briefing.text.words import stems

LEAST = 0.02
"""The share of the articles that have a common stem."""
FEWEST = 3
"""So many articles have it at the least, …"""
STORIES = 3
"""… and so many stories: words of one event are none of the language's."""
Table = dict[str, dict[str, Any]]


def sources(paths: Iterable[Path]) -> dict[str, list[list[str]]]:
    """Return each language's stories, each a list of texts."""
    found: dict[str, list[list[str]]] = defaultdict(list)
    for path in paths:
        for line in path.read_text("utf-8").strip().split("\n"):
            row = json.loads(line)
            found[row.get("lang", "en")].append([doc["text"] for doc in row.get("docs", [row])])
    return found


def table(stories_by_language: dict[str, list[list[str]]]) -> Table:
    """Return the table: of each language how many articles there were, and the stems by their counts."""
    return {language: counted(found, language) for language, found in sorted(stories_by_language.items())}


def counted(stories: list[list[str]], language: str, stories_at_least: int = STORIES) -> dict[str, Any]:
    """Return what is common in one language."""
    articles: Counter[str] = Counter()
    events: Counter[str] = Counter()
    for texts in stories:
        found = [set(stems(text, language)) for text in texts]
        articles.update(stem for stem_set in found for stem in stem_set)
        events.update(set().union(*found))
    number = sum(map(len, stories))
    least = max(FEWEST, LEAST * number)
    by_count: dict[int, list[str]] = defaultdict(list)
    for stem, count in articles.items():
        if count >= least and events[stem] >= stories_at_least and not any(map(str.isdigit, stem)):
            by_count[count].append(stem)
    return {"articles": number, "stems": {str(n): " ".join(sorted(by_count[n])) for n in sorted(by_count)}}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="+")
    print(json.dumps(table(sources(parser.parse_args().data)), ensure_ascii=False, indent=0, sort_keys=True))


if __name__ == "__main__":
    main()
