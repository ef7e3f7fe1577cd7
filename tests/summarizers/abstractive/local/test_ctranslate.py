"""The faster runtime: the same summaries, from files that are whole or not there."""

import json
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.summarizers.abstractive.invented import news

pytest.importorskip("ctranslate2")
torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from briefing.errors import EngineError  # noqa: E402
from briefing.summarizers.abstractive.local import conversion, writer  # noqa: E402
from briefing.summarizers.abstractive.local.conversion import converted  # noqa: E402
from briefing.summarizers.abstractive.local.ctranslate import CTranslateRuntime, runs  # noqa: E402
from briefing.summarizers.abstractive.local.loading import Found, find, tokenizer  # noqa: E402
from briefing.summarizers.abstractive.local.machine import Machine  # noqa: E402
from briefing.summarizers.abstractive.local.prompts import Prompt  # noqa: E402
from briefing.summarizers.abstractive.local.quiet import quiet  # noqa: E402
from briefing.summarizers.abstractive.local.seq2seq import Seq2Seq  # noqa: E402
from briefing.summarizers.abstractive.local.settings import Settings  # noqa: E402
from briefing.summarizers.abstractive.local.torch_runtime import TorchRuntime  # noqa: E402
from briefing.summarizers.abstractive.writer import Request  # noqa: E402

CPU = Machine("cpu", "float32", 1)
ARTICLES = [Request(article.sentences, "", "en", 3) for article in news(24, seed=7)]
LANGUAGES = ("en_XX", "de_DE", "fr_XX")
SMALL = {
    "vocab_size": 120,
    "d_model": 32,
    "encoder_layers": 2,
    "decoder_layers": 2,
    "encoder_attention_heads": 4,
    "decoder_attention_heads": 4,
    "encoder_ffn_dim": 64,
    "decoder_ffn_dim": 64,
    "max_position_embeddings": 64,
    "init_std": 0.3,
}
SMALL_T5 = {
    "vocab_size": 120,
    "d_model": 32,
    "d_kv": 8,
    "d_ff": 64,
    "num_layers": 2,
    "num_heads": 4,
    "decoder_start_token_id": 0,
    "feed_forward_proj": "gated-gelu",
}


def untaught(folder: Path, family: str) -> Found:
    """Save a small model of an architecture, its weights at random."""
    torch.manual_seed(5)
    names = {"bart": "Bart", "mbart": "MBart", "pegasus": "Pegasus", "m2m_100": "M2M100"}
    name = names.get(family, family.upper())
    small = SMALL if family in names else SMALL_T5
    with quiet():
        config = getattr(transformers, f"{name}Config")(**small)
        model = getattr(transformers, f"{name}ForConditionalGeneration")(config)
        model.save_pretrained(folder)
    (folder / "tokenizer.json").write_text("{}", "utf-8")
    return find(str(folder))


def both(found: Found, settings: Settings, cache: Path) -> tuple[TorchRuntime, CTranslateRuntime]:
    """Return torch's runtime and the other, both in float32."""
    plain = TorchRuntime(found, settings, found.config["pad_token_id"], CPU)
    return plain, CTranslateRuntime(found, settings, cache, Absent(), "float32")


class Absent:
    """What must not be fallen back to."""

    name, budget = "absent", 1

    def __call__(self, asked: Sequence[Prompt]) -> list[list[int]]:
        """Fail."""
        raise AssertionError("CTranslate2 was to run it")


def said(rows: list[list[int]], *marks: int | None) -> list[list[int]]:
    """Return the rows without the tokens that are not read aloud."""
    return [[token for token in row if token not in marks] for row in rows]


def prompts(**more: int) -> list[Prompt]:
    """Return texts of several lengths, the longest first."""
    return [Prompt(i, (*range(9 + i, 40), 1 + i % 2), **more) for i in range(6)]


@pytest.fixture(autouse=True)
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several workers share the cores."""
    monkeypatch.setenv("OMP_NUM_THREADS", "1")


@pytest.mark.parametrize("model", ["copying_bart", "copying_t5"])
@pytest.mark.parametrize("beams", [{}, {"num_beams": 1}, {"early_stopping": False}, {"length_penalty": 2.0}])
def test_same_summaries(model: str, beams: Settings, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """In float32 both runtimes write the same summary of nearly every article."""
    found = find(str(request.getfixturevalue(model)))
    family = Seq2Seq(found, tokenizer(found))
    plain, fast = both(found, family.settings | beams, tmp_path)
    asked = [family.prompt(i, article) for i, article in enumerate(ARTICLES)]
    alike = 0
    for prompt in asked:
        texts = [family.written(runtime([prompt])[0], "en") for runtime in (plain, fast)]
        alike += texts[0] == texts[1]
    assert alike >= len(asked) - 1


@pytest.mark.parametrize("family", sorted(conversion.FAMILIES))
@pytest.mark.parametrize(
    "settings",
    [
        {"num_beams": 1, "max_length": 12},
        {"num_beams": 3, "max_new_tokens": 12, "min_new_tokens": 8, "early_stopping": True},
        {
            "num_beams": 1,
            "max_length": 9,
            "min_length": 9,
            "forced_bos_token_id": 7,
            "forced_eos_token_id": 1,
        },
        {"num_beams": 1, "max_length": 12, "no_repeat_ngram_size": 2, "suppress_tokens": [0]},
        {"num_beams": 1, "max_length": 12, "suppress_tokens": [4, 50], "bad_words_ids": [[51], [52, 53]]},
    ],
    ids=lambda settings: "-".join(settings),
)
def test_same_settings(family: str, settings: Settings, tmp_path: Path) -> None:
    """Each architecture writes the same tokens under the same settings, whatever its weights are."""
    found = untaught(tmp_path / "model", family)
    marks = [found.config.get(f"{name}_token_id") for name in ("bos", "eos", "pad")]
    if "forced_eos_token_id" in settings:
        settings = settings | {"forced_eos_token_id": marks[1]}
    plain, fast = both(found, settings, tmp_path)
    start = found.config.get("decoder_start_token_id")
    asked = prompts() if start is not None else prompts(start=5)
    for prompt in asked:
        assert said(fast([prompt]), *marks, prompt.start) == said(plain([prompt]), *marks, prompt.start)


def test_language_comes_first(tmp_path: Path) -> None:
    """A language that a text is written in stands first, as the start or after it."""
    found = untaught(tmp_path / "model", "mbart")
    plain, fast = both(found, {"num_beams": 2, "max_length": 9, "early_stopping": True}, tmp_path)
    for more in ({"start": 11}, {"start": 2, "begin": 12}):
        (written,), (expected,) = fast(prompts(**more)[:1]), plain(prompts(**more)[:1])
        assert said([written], 1, 2) == said([expected], 1, 2, 11)


def test_batch(copying_bart: Path, tmp_path: Path) -> None:
    """Texts of several lengths in one call are written as each one alone, in their order."""
    found = find(str(copying_bart))
    family = Seq2Seq(found, tokenizer(found))
    _, fast = both(found, family.settings, tmp_path)
    asked = [family.prompt(i, article) for i, article in enumerate(ARTICLES[:7])]
    assert fast(asked) == [fast([prompt])[0] for prompt in asked]


def test_writer(copying_bart: Path, tmp_path: Path) -> None:
    """Without a graphics card a model is run with CTranslate2 in 8 bits, and kept in the cache."""
    if torch.cuda.is_available() or torch.backends.mps.is_available():
        pytest.skip("there is a graphics card")
    local = writer(str(copying_bart), tmp_path)
    assert "ctranslate2 int8" in local.identity
    assert not list(tmp_path.iterdir())
    written = dict(local(ARTICLES))
    assert not any(isinstance(one, EngineError) for one in written.values())
    right = sum(
        written[i] == (" ".join(article.points),) for i, article in enumerate(news(24, seed=7, points=2))
    )
    assert right >= 16
    (made,) = tmp_path.iterdir()
    assert sorted(file.name for file in made.iterdir()) == [
        "config.json",
        "model.bin",
        "shared_vocabulary.json",
    ]


def test_outputs_of_an_untied_t5(tmp_path: Path) -> None:
    """A T5 whose configuration says that its outputs are not tied (Flan-T5) is converted unscaled."""
    untaught(tmp_path / "model", "t5")
    config = tmp_path / "model" / "config.json"
    says = json.loads(config.read_text("utf-8"))
    says.pop("scale_decoder_outputs", None)
    config.write_text(json.dumps(says | {"tie_word_embeddings": False}), "utf-8")
    plain, fast = both(find(str(config.parent)), {"num_beams": 1, "max_length": 12}, tmp_path)
    assert [said(fast([p]), 0, 1) for p in prompts()] == [said(plain([p]), 0, 1) for p in prompts()]


def test_a_wrong_conversion_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A conversion that makes another model of it is not used: torch runs the model itself."""
    found = untaught(tmp_path / "model", "mbart")
    settings: Settings = {"num_beams": 1, "max_length": 12}
    plain = TorchRuntime(found, settings, 1, CPU)
    fast = CTranslateRuntime(found, settings, tmp_path / "cache", plain)
    monkeypatch.setattr(conversion, "_as_before", lambda config: vars(config).update(normalize_before=False))
    assert fast(prompts(start=5)) == plain(prompts(start=5))
    assert not list((tmp_path / "cache").iterdir())


def test_a_failing_conversion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A conversion that fails costs a line in the log, is tried once, and leaves nothing behind."""
    found = untaught(tmp_path / "model", "bart")
    settings: Settings = {"num_beams": 1, "max_length": 12}
    plain = TorchRuntime(found, settings, 1, CPU)
    fast = CTranslateRuntime(found, settings, tmp_path / "cache", plain)
    tries = []

    def fail(*given: object) -> None:
        tries.append(given)
        raise KeyError("no such name")

    monkeypatch.setattr(conversion, "_convert", fail)
    with caplog.at_level(logging.INFO):
        assert fast(prompts()) == plain(prompts()) == fast(prompts())
    assert len(tries) == 1
    (line,) = [record for record in caplog.records if "torch does" in record.getMessage()]
    assert (line.levelname, "no such name" in line.getMessage()) == ("INFO", True)
    assert not list((tmp_path / "cache").iterdir())


def test_a_damaged_conversion(tmp_path: Path) -> None:
    """A converted model that cannot be loaded is thrown away, and made anew by the next run."""
    found = untaught(tmp_path / "model", "bart")
    settings: Settings = {"num_beams": 1, "max_length": 12}
    plain = TorchRuntime(found, settings, 1, CPU)
    made = converted(found, "int8", tmp_path / "cache")
    (made / "model.bin").write_bytes((made / "model.bin").read_bytes()[:999])
    assert CTranslateRuntime(found, settings, tmp_path / "cache", plain)(prompts()) == plain(prompts())
    assert not made.exists()
    CTranslateRuntime(found, settings, tmp_path / "cache", Absent())(prompts())
    assert made.is_dir()


def test_a_killed_conversion(tmp_path: Path) -> None:
    """A process killed while it converts leaves no model; what it leaves is removed an hour later."""
    found, cache = untaught(tmp_path / "model", "bart"), tmp_path / "cache"
    program = (
        "import sys, time; from pathlib import Path; from briefing.summarizers.abstractive.local import "
        "conversion, loading; conversion._check = lambda *_: (print('here', flush=True), time.sleep(600)); "
        "conversion.converted(loading.find(sys.argv[1]), 'int8', Path(sys.argv[2]))"
    )
    command = [sys.executable, "-c", program, str(found.folder), str(cache)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"here\n"
        process.send_signal(signal.SIGKILL)
    (part,) = cache.iterdir()
    assert (part / "model" / "model.bin").exists()
    made = converted(found, "int8", cache)
    assert set(cache.iterdir()) == {part, made}
    os.utime(part, (time.time() - 7200,) * 2)
    other = converted(found, "float32", cache)
    assert set(cache.iterdir()) == {made, other}


def test_two_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two processes that convert a model at once the first to end is believed, and the other goes on."""
    found, cache = untaught(tmp_path / "model", "bart"), tmp_path / "cache"
    convert = conversion._convert

    def later(*given: object) -> None:
        monkeypatch.setattr(conversion, "_convert", convert)
        first.append(converted(found, "int8", cache))
        convert(*given)

    first: list[Path] = []
    monkeypatch.setattr(conversion, "_convert", later)
    assert [converted(found, "int8", cache)] == first == list(cache.iterdir())


def test_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model is converted once for each state of its files and quantization; its folder is read only."""
    found, cache = untaught(tmp_path / "model", "t5"), tmp_path / "cache"
    before = {file.name: file.read_bytes() for file in found.folder.iterdir()}
    made = [converted(found, "int8", cache), converted(found, "float32", cache)]
    made.append(converted(replace(found, revision="another"), "int8", cache))
    assert len(set(made)) == 3
    monkeypatch.delattr(conversion, "_convert")
    assert converted(found, "int8", cache) == made[0]
    assert {file.name: file.read_bytes() for file in found.folder.iterdir()} == before


def test_without_a_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a cache the converted model lies in a temporary folder, which goes with the runtime."""
    found = untaught(tmp_path / "model", "t5")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "there"))
    (tmp_path / "there").mkdir()
    fast = CTranslateRuntime(found, {"num_beams": 1, "max_length": 12}, None, Absent())
    fast(prompts())
    assert list((tmp_path / "there").iterdir())
    del fast
    assert not list((tmp_path / "there").iterdir())


def test_no_pickle_is_read(tmp_path: Path) -> None:
    """Pickled weights that lie beside the safe ones are never opened."""
    found = untaught(tmp_path / "model", "bart")
    (found.folder / "pytorch_model.bin").write_bytes(
        b"cos\nsystem\n(S'touch " + bytes(tmp_path / "run") + b"'\ntR."
    )
    converted(found, "int8", tmp_path / "cache")
    assert not (tmp_path / "run").exists()


def test_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only on a processor, for what it knows, and where it is installed."""
    found = untaught(tmp_path / "model", "bart")
    assert runs(found, {"num_beams": 4, "repetition_penalty": 1.0}, CPU)
    assert not runs(found, {}, replace(CPU, device="cuda"))
    assert not runs(found, {"repetition_penalty": 1.2}, CPU)
    assert not runs(found, {"encoder_no_repeat_ngram_size": 3}, CPU)
    assert not runs(replace(found, config={"model_type": "led"}), {}, CPU)
    assert not runs(replace(found, kind="instruct"), {}, CPU)
    monkeypatch.setitem(sys.modules, "ctranslate2", None)
    assert not runs(found, {}, CPU)
