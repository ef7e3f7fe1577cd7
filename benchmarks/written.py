"""What becomes of free wordings at the gate: the publishers' highlights, taken for what a model wrote.

    python benchmarks/written.py --articles articles_en_dev.jsonl [--show 20]

No weights come with this repository, but every article of the development set has highlights that a person
wrote freely: as fluent as a model's, and nearly all true. Printed is how many of them are told as they are,
with who said so put back, mended otherwise, or replaced by a bullet of the default engine; `--show` prints
some that were not told as they are, with the reason.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.condense import Condenser
from briefing.errors import EngineError
from briefing.model import Article, Bullet
from briefing.summarizers import Ladder, Options, engines
from briefing.summarizers.abstractive.engine import Abstractive
from briefing.summarizers.abstractive.writer import Request, Written
from briefing.text.document import document


class Person:
    """Writes what a person wrote about the text."""

    identity = "person"
    room = 1_000_000

    def __init__(self, written: Written) -> None:
        self._written = written

    def tokens(self, texts: Sequence[str]) -> list[int]:
        """Count letters."""
        return [len(text) for text in texts]

    def __call__(self, requests: Sequence[Request]) -> Iterator[tuple[int, Written | EngineError]]:
        """Write the same whatever is asked."""
        return ((number, self._written) for number in range(len(requests)))


def fate(bullet: Bullet) -> str:
    """Return what became of a statement."""
    if bullet.engine != "written":
        return "a bullet of the default engine stands in"
    if not bullet.reasons:
        return "told as it is"
    return "who said so is put back" if "has it from" in bullet.reasons[0] else "mended otherwise"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    fates: Counter[str] = Counter()
    shown: list[Bullet] = []
    statements = articles = 0
    began = time.perf_counter()
    for line in given.articles.read_text("utf-8").splitlines():
        row = json.loads(line)
        written = tuple(row["reference"])
        writer = Person(written)
        below = [engines.get(name)(Options()) for name in ("news", "lead")]
        ladder = Ladder([Abstractive("written", "", lambda writer=writer: writer), *below])
        article = Article(str(row["id"]), row.get("title") or "", row["text"], source="", language="en")
        told = Condenser(ladder, bullets=20)([document(article)])
        fates.update(map(fate, told.bullets))
        shown += [bullet for bullet in told.bullets if fate(bullet) != "told as it is"]
        statements, articles = statements + len(written), articles + 1
    seconds = time.perf_counter() - began
    print(
        f"{statements} statements about {articles} articles, {1000 * seconds / articles:.0f} ms an article\n"
    )
    print("| what became of them | bullets | |\n|---|---|---|")
    for name, count in fates.most_common():
        print(f"| {name} | {count} | {count / fates.total():.0%} |")
    for bullet in shown[: given.show]:
        print(f"\n{fate(bullet)}: {bullet.text}\n    {'; '.join(bullet.reasons)}")


if __name__ == "__main__":
    main()
