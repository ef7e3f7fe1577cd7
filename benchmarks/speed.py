"""Measure how long the summarizers take, ours beside sumy's own LexRank, in one run.

    python benchmarks/speed.py --articles articles_en_dev.jsonl

Printed are Markdown tables: the milliseconds of one text of 20, 100, 500 and 2,000 sentences (those of the
articles, one after the other), from the text to the bullets, the median of several runs; articles a second
over 1,000 articles (those of the file, again and again), also for the whole command `briefing summarize
--jsonl` from its start to its end; what importing costs; and the peak memory of a 5 MB text. "sumy LexRank"
is a bare loop: sentences split by us, then sumy with its own stemmer and stop words, as its documentation
shows.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words

import briefing
from briefing.text.words import words

SIZES = (20, 100, 500, 2000)
MANY = 1000
Summarize = Callable[[str], object]
_IMPORT = "import time; t = time.perf_counter(); import {}; print(time.perf_counter() - t)"
_MEMORY = (
    "import resource, sys, briefing; text = sys.stdin.read(); briefing.summarize(text, language='en'); "
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
)


class _Tokenizer:
    """sumy's own one needs data of nltk that is downloaded."""

    to_words = staticmethod(words)


def lexrank(text: str) -> object:
    """Summarize as sumy's documentation shows."""
    summarizer = LexRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    tokenizer = _Tokenizer()
    sentences = [Sentence(sentence, tokenizer) for sentence in briefing.sentences(text)]
    return summarizer(ObjectDocumentModel([Paragraph(sentences)]), 3)


def ours(engine: str) -> Summarize:
    """Return one of our engines, from text to bullets."""
    return lambda text: briefing.summarize(text, language="en", engine=engine)


def milliseconds(summarize: Summarize, text: str, runs: int) -> float:
    """Return the median time of one call."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        summarize(text)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def _sizes(texts: list[str], contenders: dict[str, Summarize]) -> None:
    sentences = [sentence for text in texts for sentence in briefing.sentences(text)]
    cut = {size: " ".join(sentences[:size]) for size in SIZES}
    print(f"| summarizer | {' | '.join(f'{size:,} sentences' for size in SIZES)} |")
    print("|---|" + "---|" * len(SIZES))
    table = {}
    for name, summarize in contenders.items():
        summarize(cut[20])
        table[name] = [
            milliseconds(summarize, cut[size], 1 if size * (name != "news") > 900 else 7) for size in SIZES
        ]
        print(f"| {name}, ms | {' | '.join(f'{value:,.1f}' for value in table[name])} |", flush=True)
    ratios = [slow / fast for slow, fast in zip(table["sumy LexRank"], table["news"], strict=True)]
    print(f"| sumy LexRank / news | {' | '.join(f'{ratio:.0f}×' for ratio in ratios)} |")
    print(f"\nnews at 2,000 sentences / at 100: {table['news'][3] / table['news'][1]:.1f}")


def _corpus(texts: list[str], contenders: dict[str, Summarize]) -> None:
    thousand = list(islice(cycle(texts), MANY))
    print(f"\n| {MANY:,} articles | articles/s |\n|---|---|")
    for name, summarize in contenders.items():
        start = time.perf_counter()
        for text in thousand:
            summarize(text)
        print(f"| {name} | {MANY / (time.perf_counter() - start):.0f} |", flush=True)
    lines = "".join(json.dumps({"id": i, "text": text}) + "\n" for i, text in enumerate(thousand))
    command = [sys.executable, "-m", "briefing", "summarize", "--jsonl", "--quiet"]
    start = time.perf_counter()
    subprocess.run(command, input=lines, stdout=subprocess.DEVNULL, text=True, check=True)
    took = time.perf_counter() - start
    print(f"| `briefing summarize --jsonl`, start to end, {os.cpu_count()} cores | {MANY / took:.0f} |")


def _costs(texts: list[str]) -> None:
    def python(program: str, given: str = "") -> float:
        ran = subprocess.run(
            [sys.executable, "-c", program], input=given, capture_output=True, text=True, check=True
        )
        return float(ran.stdout)

    print("\n| cost | |\n|---|---|")
    for module in ("briefing", "briefing.summarizers.news", "sumy.summarizers.lex_rank"):
        took = statistics.median(python(_IMPORT.format(module)) for _ in range(5))
        print(f"| import {module} | {1000 * took:.0f} ms |")
    long = (" ".join(texts) * 10)[:5_000_000]
    print(f"| peak memory, one text of 5 MB | {python(_MEMORY, long) / 1024:.0f} MB |")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, required=True)
    lines = parser.parse_args().articles.read_text("utf-8").strip().split("\n")
    texts = [json.loads(line)["text"] for line in lines]
    contenders = {"lead": ours("lead"), "news": ours("news"), "sumy LexRank": lexrank}
    _sizes(texts, contenders)
    _corpus(texts, contenders)
    _costs(texts)


if __name__ == "__main__":
    main()
