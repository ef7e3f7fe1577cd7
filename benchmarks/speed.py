"""Measure how long the summarizers take, ours beside sumy's own LexRank, in one run.

    python benchmarks/speed.py --articles articles_en_dev.jsonl

Printed are Markdown tables: the milliseconds of one text of 20, 100, 500 and 2,000 sentences (those of the
articles, one after the other), from the text to the bullets; articles a second over 1,000 articles (those of
the file, again and again), also for the whole command `briefing summarize --jsonl` from its start to its
end; what importing costs; and the peak memory of a 5 MB text. "sumy LexRank" is a bare loop: sentences split
by us, then sumy with its own stemmer and stop words, as its documentation shows. Times are medians of rounds
in which each has its turn, ratios the medians of the rounds' ratios: a busy machine slows all of a round.
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
from functools import partial
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


def seconds(work: Callable[[], object]) -> float:
    """Return how long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _sizes(texts: list[str], contenders: dict[str, Summarize]) -> None:
    sentences = [sentence for text in texts for sentence in briefing.sentences(text)]
    took: dict[str, list[float]] = {name: [] for name in contenders}
    ratios = []
    for size in SIZES:
        rounds = _rounds(" ".join(sentences[:size]), contenders, runs=9 if size < 500 else 3)
        for name, times in rounds.items():
            took[name].append(statistics.median(times))
        pairs = zip(rounds["sumy LexRank"], rounds["news"], strict=True)
        ratios.append(statistics.median(slow / fast for slow, fast in pairs))
    print(f"| summarizer | {' | '.join(f'{size:,} sentences' for size in SIZES)} |")
    print("|---|" + "---|" * len(SIZES))
    for name, times in took.items():
        print(f"| {name}, ms | {' | '.join(f'{1000 * value:,.1f}' for value in times)} |")
    print(f"| sumy LexRank / news | {' | '.join(f'{ratio:.1f}×' for ratio in ratios)} |")
    print(f"\nnews at 2,000 sentences / at 100: {took['news'][3] / took['news'][1]:.1f}", flush=True)


def _rounds(text: str, contenders: dict[str, Summarize], runs: int) -> dict[str, list[float]]:
    """Return the seconds of each contender in each round, in which each has its turn."""
    rounds: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(runs):
        for name, summarize in contenders.items():
            work, turns = partial(summarize, text), 1 if name == "sumy LexRank" else 3
            rounds[name].append(statistics.median(seconds(work) for _ in range(turns)))
    return rounds


def _corpus(texts: list[str], contenders: dict[str, Summarize]) -> None:
    thousand = list(islice(cycle(texts), MANY))
    command = f"`briefing summarize --jsonl`, start to end, {os.cpu_count()} cores"
    everyone = {name: partial(_loop, run, thousand) for name, run in contenders.items()}
    everyone[command] = partial(_command, thousand)
    took: dict[str, list[float]] = {name: [] for name in everyone}
    for _ in range(3):
        for name, work in everyone.items():
            took[name].append(seconds(work))
    print(f"\n| {MANY:,} articles | articles/s | sumy LexRank / this |\n|---|---|---|")
    for name, times in took.items():
        pairs = zip(took["sumy LexRank"], times, strict=True)
        ratio = statistics.median(slow / own for slow, own in pairs)
        print(f"| {name} | {MANY / statistics.median(times):.0f} | {ratio:.1f}× |", flush=True)


def _loop(summarize: Summarize, texts: list[str]) -> None:
    for text in texts:
        summarize(text)


def _command(texts: list[str]) -> None:
    lines = "".join(json.dumps({"id": i, "text": text}) + "\n" for i, text in enumerate(texts))
    command = [sys.executable, "-m", "briefing", "summarize", "--jsonl", "--quiet"]
    subprocess.run(command, input=lines, stdout=subprocess.DEVNULL, text=True, check=True)


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
