"""Measure `briefing.check` beside plain baselines, on judged claims and on errors planted in true ones.

    python benchmarks/claims.py --xsum claims_xsum_dev.jsonl --pairs claims_pairs_dev.jsonl \
        --articles articles_en_dev.jsonl [--examples FILE]

Judged claims are lines {"text", "sentences": [{"sentence", "yes", "n"}]}: a sentence counts as supported
where more than half of its n judges said yes; one with as many yes as no is left out. Pairs are lines
{"text", "claims": [{"summary", "fact"}]} with a true (1) and a false (0) version; they are told apart where
the true one scores higher, and half where both score the same. Articles are lines {"text", "reference":
[highlight, …]}.

Printed are Markdown tables: AUC over all sentences and the best accuracy of any threshold, pairs told apart,
each beside ROUGE-2 precision, the density and the coverage of copied fragments (Grusky, Naaman and Artzi,
2018); for each kind of planted error how many are caught (not supported), with the false alarms on the
untouched claims, in the bullets of the default engine and in the publishers' highlights; checks a second.
`--examples` writes what was missed and the false alarms to a file.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TextIO

import numpy as np
from planting import KINDS, WITH_INSIDE, plant
from rouge_score.rouge_scorer import RougeScorer

import briefing
from briefing.text.words import words
from briefing.verify.checker import Checker

Scorer = Callable[[str, str], float]
Rows = list[dict[str, Any]]
_ROUGE = RougeScorer(["rouge2"], use_stemmer=True)


def fragments(claim: str, text: str) -> list[int]:
    """Return the lengths of the runs of words that the claim copies and, last, how many words it has."""
    own, joined = words(claim), f" {' '.join(words(text))} "
    found, start = [], 0
    while start < len(own):
        size = 0
        while start + size < len(own) and f" {' '.join(own[start : start + size + 1])} " in joined:
            size += 1
        found.append(size)
        start += max(size, 1)
    return [*found, len(own)]


def density(claim: str, text: str) -> float:
    """Return the mean length of the copied fragment that a word of the claim is in."""
    *runs, size = fragments(claim, text)
    return sum(run * run for run in runs) / max(1, size)


def coverage(claim: str, text: str) -> float:
    """Return the share of the claim's words that are in a copied fragment."""
    *runs, size = fragments(claim, text)
    return sum(runs) / max(1, size)


SCORERS: dict[str, Scorer] = {
    "`briefing.check`": lambda claim, text: briefing.check(claim, text, language="en").score,
    "ROUGE-2 precision": lambda claim, text: _ROUGE.score(text, claim)["rouge2"].precision,
    "density of copied fragments": density,
    "coverage of copied fragments": coverage,
}


def rows(path: Path) -> Rows:
    """Return the records of a JSON lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").strip().split("\n")]


def table(head: Sequence[str], body: Iterable[Sequence[object]]) -> None:
    """Print a Markdown table."""
    for row in (head, ["---"] * len(head), *body):
        print("|", " | ".join(map(str, row)), "|")
    print(flush=True)


def auc(scores: Any, supported: Any) -> float:
    """Return how often a supported claim scores higher than one that is not; ties count half."""
    good, bad = scores[supported], scores[~supported]
    return float((good[:, None] > bad).mean() + 0.5 * (good[:, None] == bad).mean())


def judged(path: Path) -> None:
    """Print AUC and best accuracy on sentences that people judged."""
    claims = [
        (sentence["sentence"], row["text"], 2 * sentence["yes"] > sentence["n"])
        for row in rows(path)
        for sentence in row["sentences"]
        if 2 * sentence["yes"] != sentence["n"]
    ]
    supported = np.array([truth for *_, truth in claims])
    body = []
    for name, scorer in SCORERS.items():
        scores = np.array([scorer(claim, text) for claim, text, _ in claims])
        best = max(float(((scores >= least) == supported).mean()) for least in {*scores, np.inf})
        body.append([name, f"{auc(scores, supported):.3f}", f"{best:.1%}"])
    said = np.array([briefing.check(claim, text, language="en").supported for claim, text, _ in claims])
    print(f"{path.name}: {len(claims)} sentences, {supported.sum()} supported\n")
    table(["score", "AUC", "best accuracy"], body)
    print(f"`supported` as `briefing.check` gives it is right in {(said == supported).mean():.1%}.\n")


def paired(path: Path) -> None:
    """Print how many pairs of a true and a false claim are told apart."""
    pairs = [
        (
            row["text"],
            *(claim["summary"] for claim in sorted(row["claims"], key=lambda claim: -claim["fact"])),
        )
        for row in rows(path)
    ]
    body = []
    for name, scorer in SCORERS.items():
        scores = [(scorer(true, text), scorer(false, text)) for text, true, false in pairs]
        apart = sum((true > false) + 0.5 * (true == false) for true, false in scores)
        body.append([name, f"{apart / len(pairs):.1%}", sum(true == false for true, false in scores)])
    print(f"{path.name}: {len(pairs)} pairs\n")
    table(["score", "told apart", "ties"], body)


def planted(
    articles: Rows, claims_of: Callable[[dict[str, Any]], list[str]], title: str, out: TextIO | None
) -> None:
    """Print how many planted errors of each kind are caught, and the false alarms."""
    texts = [row["text"] for row in articles]
    caught: dict[tuple[str, bool], list[bool]] = defaultdict(list)
    alarms: list[bool] = []
    for number, row in enumerate(articles):
        checker = Checker(row["text"], "en")
        for place, claim in enumerate(claims_of(row)):
            verdict = checker(claim)
            alarms.append(not verdict.supported)
            if out and alarms[-1]:
                out.write(f"{title}, false alarm: {claim}\n    {'; '.join(verdict.reasons)}\n")
            for kind, inside in [(kind, inside) for kind in KINDS for inside in (False, True)]:
                pick = random.Random(f"{number}/{place}/{kind}/{inside}")
                wrong = None
                if kind in WITH_INSIDE or not inside:
                    wrong = plant(kind, claim, row["text"], texts, pick, inside)
                if wrong is None or wrong == claim:
                    continue
                caught[kind, inside].append(not checker(wrong).supported)
                if out and not caught[kind, inside][-1]:
                    out.write(f"{title}, {kind} missed{' (inside)' * inside}: {claim}\n    {wrong}\n")
    print(f"{title}: {len(alarms)} true claims, false alarms on {sum(alarms)} ({np.mean(alarms):.1%})\n")
    table(
        ["planted", "from elsewhere", "from the same article", "together"],
        [_caught(kind, caught[kind, False], caught[kind, True]) for kind in KINDS]
        + [
            _caught(
                "all", *([hit for kind in KINDS for hit in caught[kind, inside]] for inside in (False, True))
            )
        ],
    )


def _caught(kind: str, strange: list[bool], inside: list[bool]) -> list[str]:
    shown = [
        f"{np.mean(hits):.1%} of {len(hits)}" if hits else "–" for hits in (strange, inside, strange + inside)
    ]
    return [kind, *shown]


def speed(articles: Rows) -> None:
    """Print checks a second of processor time, on one core."""
    claims = [(highlight, row["text"]) for row in articles for highlight in row["reference"]]
    own = [(bullet, row["text"]) for row in articles for bullet in _bullets(row)]
    prepared = {row["text"]: Checker(row["text"], "en") for row in articles}
    ways: dict[str, Callable[[str, str], object]] = {
        "the text prepared once": lambda claim, text: prepared[text](claim),
        "as they come, `briefing.check`": lambda claim, text: briefing.check(claim, text, language="en"),
        "the text prepared anew for each": lambda claim, text: Checker(text, "en")(claim),
    }
    median = int(np.median([len(row["text"]) for row in articles]))
    print(
        f"{len(claims)} highlights and {len(own)} bullets of the default engine, of {len(articles)} articles "
        f"(median {median:,} characters), best of 4\n"
    )
    table(
        ["checks a second", "highlights", "bullets"],
        [[name, *(f"{_rate(each, way):,.0f}" for each in (claims, own))] for name, way in ways.items()],
    )


def _rate(claims: Sequence[tuple[str, str]], way: Callable[[str, str], object]) -> float:
    """Return how many claims are checked in a second of processor time, in the best of four rounds."""
    taken = []
    for _ in range(4):
        start = time.process_time()
        for claim, text in claims:
            way(claim, text)
        taken.append(time.process_time() - start)
    return len(claims) / min(taken)


def _bullets(row: dict[str, Any]) -> list[str]:
    return [bullet.text for bullet in briefing.summarize(row["text"], language="en").bullets]


def main() -> None:
    """Print the tables that the options ask for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("xsum", "pairs", "articles", "examples"):
        parser.add_argument(f"--{name}", type=Path)
    options = parser.parse_args()
    if options.xsum:
        judged(options.xsum)
    if options.pairs:
        paired(options.pairs)
    if options.articles:
        articles = rows(options.articles)
        out = options.examples.open("w", encoding="utf-8") if options.examples else None
        planted(articles, _bullets, "Bullets", out)
        planted(articles, lambda row: row["reference"], "Highlights", out)
        speed(articles)


if __name__ == "__main__":
    main()
