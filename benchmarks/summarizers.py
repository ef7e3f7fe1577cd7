"""Measure the summarizers against human summaries, ours beside the alternatives, in one run.

    python benchmarks/summarizers.py --articles articles_en_dev.jsonl [--bullets 3] [--engines news,lead,…]

Each line of the data is {"text", "reference": text or [highlight, …], "lang"?, "title"?}, or, for several
documents about one event, {"docs": [{"text"}], "references": [text, …], "lang"}. Printed is a Markdown table:
ROUGE-1/2/Lsum (F1, in points), words a summary, and the difference to one of them with its 95 % interval
(paired bootstrap, 2,000 draws). `lead-1`, `lead-2`, … are the first sentences as they come (of several
documents in turn), without our choice of which may be told. Words are Unicode words; English is stemmed as
rouge-score does by default.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
from collections.abc import Callable, Sequence
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

from rouge_score import rouge_scorer
from rouge_score.tokenizers import DefaultTokenizer, Tokenizer

from briefing.model import Article, Document
from briefing.summarizers import Options, engines
from briefing.text.document import document
from briefing.text.words import words

METRICS = ("rouge1", "rouge2", "rougeLsum")
Summarizer = Callable[[Sequence[Document]], list[str]]


class UnicodeTokenizer(Tokenizer):
    """Words in any script; rouge-score's own tokenizer drops whatever is not ASCII."""

    def tokenize(self, text: str) -> list[str]:
        """Return the words of `text`."""
        return words(text)


def load(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a file of articles or stories in one form."""
    return [_row(json.loads(line)) for line in path.read_text("utf-8").strip().split("\n")]


def _row(row: dict[str, Any]) -> dict[str, Any]:
    docs = row.get("docs", [row])
    found = row.get("references") or [row["reference"]]
    references = ["\n".join(each) if isinstance(each, list) else each for each in found]
    language = row.get("lang", "en")
    articles = [
        Article(f"{row['id']}-{i}", doc.get("title", ""), doc["text"], "", language)
        for i, doc in enumerate(docs)
    ]
    return {"lang": language, "documents": [document(a) for a in articles], "references": references}


def by_engine(name: str, bullets: int) -> Summarizer:
    """Return a summarizer that is one of ours."""
    engine = engines.get(name)(Options())
    return lambda documents: [bullet.text for bullet in engine(documents, bullets)]


def by_lead(count: int) -> Summarizer:
    """Return a summarizer that takes the first sentences, of several documents in turn, whatever they are."""

    def first(documents: Sequence[Document]) -> list[str]:
        turns = zip_longest(*([s.text for s in d.sentences] for d in documents))
        return [text for text in chain.from_iterable(turns) if text is not None][:count]

    return first


def rouge(rows: Sequence[dict[str, Any]], summarize: Summarizer) -> tuple[list[list[float]], float]:
    """Return the three scores of each row, by its best reference, in points; and the mean of words."""
    scores, lengths = [], []
    for row in rows:
        tokenizer = DefaultTokenizer(use_stemmer=True) if row["lang"] == "en" else UnicodeTokenizer()
        scorer = rouge_scorer.RougeScorer(METRICS, tokenizer=tokenizer)
        told = summarize(row["documents"])
        found = [scorer.score(reference, "\n".join(told)) for reference in row["references"]]
        scores.append([100 * max(each[metric].fmeasure for each in found) for metric in METRICS])
        lengths.append(sum(len(words(text)) for text in told))
    return scores, statistics.mean(lengths)


def interval(differences: Sequence[float], draws: int = 2000) -> tuple[float, float]:
    """Return the 95 % interval of the mean of paired differences, by bootstrap."""
    rng = random.Random(0)
    means = sorted(statistics.fmean(rng.choices(differences, k=len(differences))) for _ in range(draws))
    return means[int(0.025 * draws)], means[int(0.975 * draws) - 1]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--bullets", type=int, default=3)
    parser.add_argument("--against", default="lead-3", help="what the differences are to")
    parser.add_argument("--engines", default=",".join(engines.names()))
    parser.add_argument("--language", help="only the rows of this language")
    options = parser.parse_args()
    rows = [row for row in load(options.articles) if options.language in (None, row["lang"])]
    contenders = {f"lead-{n}": by_lead(n) for n in sorted({1, 2, 3, options.bullets})}
    contenders |= {name: by_engine(name, options.bullets) for name in options.engines.split(",")}
    results = {name: rouge(rows, summarize) for name, summarize in contenders.items()}
    base = results[options.against][0]
    print(f"{options.articles.name}: {len(rows)} summaries, at most {options.bullets} bullets\n")
    print(f"| summarizer | ROUGE-1 | ROUGE-2 | ROUGE-Lsum | words | over {options.against} (95 % interval) |")
    print("|---|---|---|---|---|---|")
    for name, (scores, length) in results.items():
        means = [f"{statistics.fmean(column):.2f}" for column in zip(*scores, strict=True)]
        print(f"| {name} | {' | '.join(means)} | {length:.0f} | {_differences(scores, base)} |")


def _differences(scores: Sequence[Sequence[float]], base: Sequence[Sequence[float]]) -> str:
    told = []
    for column, other in zip(zip(*scores, strict=True), zip(*base, strict=True), strict=True):
        differences = [a - b for a, b in zip(column, other, strict=True)]
        low, high = interval(differences)
        told.append(f"{statistics.fmean(differences):+.2f} ({low:+.2f}…{high:+.2f})")
    return " / ".join(told)


if __name__ == "__main__":
    main()
