"""Measure how fast a model writes, ours beside the plain loop of transformers, in one run.

    python benchmarks/abstractive.py --articles articles_en_dev.jsonl

The model is made on the spot, with weights at random: DistilBART-6-6's shape (6 + 6 layers of 1,024, 16
heads, 4 beams, 56 to 142 tokens), and a byte-level vocabulary of 50,264 that is learned from the articles.
It says nothing sensible, and never ends early; what it costs is what such a model costs. `--model` takes
another one.

"Plain loop" is transformers as its documentation shows: one article at a time, `generate`, float32 and
everything else as it is by default. Each contender has a process of its own, which has loaded its weights and
written once before the clock runs; so its peak memory is its own, too. Times are medians of rounds in which
each has its turn, ratios the medians of the rounds' ratios. With a GPU there are rows for it.
Then 40 articles, each a story of its own, go through `briefing make`.

Where other programs keep the cores busy, threads of one computation wait for each other, and the plain loop,
which uses all cores for each step, is many times slower than it need be: there compare with `--threads 1`,
and by the time that processors worked.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from bisect import bisect
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import accumulate, cycle, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import briefing

ROOM = 1000
"""The most tokens of an article; a model of BART's reads 1,024 with its special ones."""
SYLLABLES = "ba de fi go ku la me ni po ra se ti vo zu".split()
Texts = list[list[str]]
"""Articles as lists of sentences."""
PLAIN = "plain loop"
CONTENDERS = {
    PLAIN: "cpu",
    "briefing, torch": "cpu",
    "briefing, CTranslate2": "cpu",
    "plain loop on the GPU": "gpu",
    "briefing on the GPU": "gpu",
}


def invented(number: int) -> Texts:
    """Return articles of about 800 tokens, in no language."""
    chance = random.Random(1)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(4000)]
    return [
        [" ".join(chance.choices(words, k=20)).capitalize() + "." for _ in range(chance.randint(15, 25))]
        for _ in range(number)
    ]


def make_model(folder: Path, texts: Texts) -> None:
    """Save a model of DistilBART-6-6's shape, which knows nothing, with a tokenizer of `texts`."""
    import torch
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers
    from transformers import BartConfig, BartForConditionalGeneration, PreTrainedTokenizerFast

    tokens: Any = Tokenizer(models.BPE())
    tokens.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokens.decoder = decoders.ByteLevel()
    special = ["<s>", "<pad>", "</s>", "<unk>"]
    trainer = trainers.BpeTrainer(
        vocab_size=50_264,
        special_tokens=special,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokens.train_from_iterator((" ".join(text) for text in texts), trainer)
    tokens.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0), add_prefix_space=False)
    save: Any = PreTrainedTokenizerFast
    names = {"bos_token": "<s>", "pad_token": "<pad>", "eos_token": "</s>", "unk_token": "<unk>"}
    save(tokenizer_object=tokens, **names).save_pretrained(folder)
    torch.manual_seed(1)
    model: Any = BartForConditionalGeneration(
        BartConfig(
            vocab_size=50_264,
            d_model=1024,
            encoder_layers=6,
            decoder_layers=6,
            encoder_attention_heads=16,
            decoder_attention_heads=16,
            encoder_ffn_dim=4096,
            decoder_ffn_dim=4096,
            max_position_embeddings=1024,
        )
    )
    # As distilbart-cnn-6-6 has them.
    model.generation_config.update(
        num_beams=4,
        min_length=56,
        max_length=142,
        length_penalty=2.0,
        no_repeat_ngram_size=3,
        early_stopping=True,
        forced_bos_token_id=0,
        forced_eos_token_id=2,
        decoder_start_token_id=2,
    )
    model.save_pretrained(folder)


def plain(model: str, device: str) -> Callable[[Texts], int]:
    """Return transformers as its documentation shows it."""
    import torch
    from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(model)
    loaded = AutoModelForSeq2SeqLM.from_pretrained(model).to(device)

    def write(texts: Texts) -> int:
        tokens = 0
        for text in texts:
            given = tokenizer(" ".join(text), truncation=True, max_length=1024, return_tensors="pt")
            with torch.no_grad():
                out = loaded.generate(**given.to(device))
            tokenizer.decode(out[0], skip_special_tokens=True)
            tokens += out.shape[1] - 1
        return tokens

    return write


def ours(model: str, cache: Path) -> Callable[[Texts], int]:
    """Return the writer of the engine "abstractive"."""
    from briefing.errors import EngineError
    from briefing.summarizers.abstractive.local.model import LocalModel
    from briefing.summarizers.abstractive.writer import Request, Written

    local = LocalModel(model, cache)
    family, lengths = local._family, []
    read = family.written

    def counted(ids: Sequence[int], language: str) -> Written:
        lengths.append(len(ids))
        return read(ids, language)

    setattr(family, "written", counted)  # noqa: B010 (a plain assignment is none to mypy)

    def write(texts: Texts) -> int:
        lengths.clear()
        for _, said in local([Request(tuple(text), "", "en", 3) for text in texts]):
            if isinstance(said, EngineError):
                raise said
        return sum(lengths)

    return write


def possible() -> list[str]:
    """Return the contenders that can run here."""
    import torch

    return [name for name, device in CONTENDERS.items() if device == "cpu" or torch.cuda.is_available()]


def contend(name: str, model: str, cache: Path) -> None:
    """Write the articles of a file whenever told to; answer with a result."""
    if name == "briefing, torch":
        sys.modules["ctranslate2"] = None  # type: ignore[assignment]  # as if it were not installed
    device = "cuda" if CONTENDERS[name] == "gpu" else "cpu"
    write = plain(model, device) if name.startswith(PLAIN) else ours(model, cache)
    for line in sys.stdin:
        texts = json.loads(Path(line.strip()).read_text("utf-8"))
        start, worked = time.perf_counter(), time.process_time()
        tokens = write(texts)
        took, worked = time.perf_counter() - start, time.process_time() - worked
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps([took, worked, tokens, peak]), file=sys.__stdout__, flush=True)


class Result(NamedTuple):
    """What writing some articles took."""

    seconds: float
    worked: float
    """Seconds of processors' time, of all threads."""
    tokens: int
    """Generated."""
    peak: float
    """Memory of the process until now, MB."""


class Contender:
    """A contender in its process."""

    def __init__(self, name: str, model: str, cache: Path) -> None:
        hidden = {"CUDA_VISIBLE_DEVICES": ""} if CONTENDERS[name] == "cpu" else {}
        self._process = subprocess.Popen(
            [sys.executable, __file__, "--contend", name, "--model", model, "--cache", str(cache)],
            env={**os.environ, "HF_HUB_OFFLINE": "1", **hidden},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def __call__(self, articles: Path) -> Result:
        """Write them."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(articles, file=self._process.stdin, flush=True)
        return Result(*json.loads(self._process.stdout.readline()))

    def end(self) -> None:
        """Let the process end."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def writing(names: Sequence[str], model: str, texts: Texts, rounds: int, place: Path) -> None:
    """Print articles and tokens a second, and the memory that they take."""
    articles, short = place / "articles.json", place / "short.json"
    articles.write_text(json.dumps(texts), "utf-8")
    short.write_text(json.dumps([texts[0][:3]]), "utf-8")
    converting = Contender("briefing, CTranslate2", model, place / "models")
    first = converting(short)
    converting.end()
    contenders = {name: Contender(name, model, place / "models") for name in names}
    for contender in contenders.values():
        contender(short)
    results: dict[str, list[Result]] = {name: [] for name in names}
    for _ in range(rounds):
        for name, contender in contenders.items():
            results[name].append(contender(articles))
            print(f"{name}: {results[name][-1]}", file=sys.stderr, flush=True)
    for contender in contenders.values():
        contender.end()
    print(
        f"| {len(texts)} articles | articles/s | tokens/s | this / plain loop "
        "| processor s/article | plain loop / this | peak memory, MB |"
    )
    print("|---|---|---|---|---|---|---|")
    for name, mine in results.items():
        pairs = list(zip(results[PLAIN], mine, strict=True))
        seconds = statistics.median(one.seconds for one in mine)
        worked = statistics.median(one.worked for one in mine)
        print(
            f"| {name} | {len(texts) / seconds:.3f} | {mine[0].tokens / seconds:.1f} "
            f"| {statistics.median(plain.seconds / one.seconds for plain, one in pairs):.1f}× "
            f"| {worked / len(texts):.1f} "
            f"| {statistics.median(plain.worked / one.worked for plain, one in pairs):.1f}× "
            f"| {mine[-1].peak:,.0f} |"
        )
    print(
        f"\nConverting for CTranslate2, once, and a first short text: {first.seconds:.0f} s, "
        f"{first.peak:,.0f} MB.\n",
        flush=True,
    )


def making(model: str, texts: Texts, place: Path) -> None:
    """Print what a briefing of these articles costs: without a model, with it, and once it is remembered."""
    folder = place / "articles"
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:03}.txt").write_text(f"Article {number}\n\n{' '.join(text)}\n", "utf-8")
    print(f"| `briefing make`, {len(texts)} articles | seconds | peak memory, MB |\n|---|---|---|")
    for what, engine in (
        ("--engine news", ["news"]),
        ("--engine abstractive, the first time", ["abstractive", "--model", model]),
        ("--engine abstractive, again", ["abstractive", "--model", model]),
    ):
        start = time.perf_counter()
        peak = run([sys.executable, "-m", "briefing", "make", str(folder), "--engine", *engine], place)
        print(f"| {what} | {time.perf_counter() - start:.1f} | {peak:,.0f} |", flush=True)


def run(command: Sequence[str], home: Path) -> float:
    """Run a command; return its peak memory in MB."""
    where = {"BRIEFING_HOME": str(home / "home"), "HF_HUB_OFFLINE": "1"}
    with (home / "log.txt").open("ab") as log:
        process = subprocess.Popen(
            [*command, "--out", str(home / "briefing"), "--format", "html"],
            env={**os.environ, **where},
            stdout=log,
            stderr=log,
        )
        _, _, usage = os.wait4(process.pid, 0)
    if not any((home / "briefing").glob("*.html")):  # that some article fell back makes no failure of it
        raise SystemExit((home / "log.txt").read_text("utf-8", "replace")[-2000:])
    return usage.ru_maxrss / 1024


def readable(texts: Texts, model: str, number: int) -> Texts:
    """Return articles of real length: whole sentences, as many as the model can read at once."""
    from briefing.summarizers.abstractive.local import writer

    local = writer(model)
    room = min(ROOM, local.room)
    found: Texts = []
    for text in texts:
        ends = list(accumulate(local.tokens(text)))
        if len(found) < number and ends and ends[-1] > room / 2:
            found.append(text[: bisect(ends, room)])
    return found


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, help="JSON lines with a text each; else they are invented")
    parser.add_argument("--model", help="a folder with another model of transformers")
    parser.add_argument("--number", type=int, default=8, help="of articles in the first table")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", help="for each contender; else as many as it takes by itself")
    parser.add_argument("--many", type=int, default=40, help="of articles in the second table")
    parser.add_argument("--contend", choices=CONTENDERS, help=argparse.SUPPRESS)
    parser.add_argument("--cache", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.contend:
        contend(given.contend, given.model, given.cache)
        return
    if given.threads:
        os.environ["OMP_NUM_THREADS"] = given.threads
    texts = _read(given.articles) if given.articles else invented(200)
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        model = given.model or str(place / "model")
        # In a process of its own: this one must stay small, since Linux counts it among its children's peaks.
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
            if not given.model:
                apart.submit(make_model, Path(model), texts).result()
            long = apart.submit(readable, texts, model, given.number).result()
            names = apart.submit(possible).result()
        writing(names, model, long, given.rounds, place)
        making(model, list(islice(cycle(texts), given.many)), place)


def _read(articles: Path) -> Texts:
    lines = articles.read_text("utf-8").strip().split("\n")
    return [list(briefing.sentences(json.loads(line)["text"])) for line in lines]


if __name__ == "__main__":
    main()
