import os
import sys

import pytest

from briefing.summarizers.abstractive.local import machine as module
from briefing.summarizers.abstractive.local.machine import dtype, machine, threads


@pytest.fixture
def cores(monkeypatch, tmp_path):
    """Return what sets up a machine: which logical processors may be used, their cores, and a quota."""

    def setting(allowed, siblings=(), quota=None):
        monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(allowed), raising=False)
        for together in siblings:
            for cpu in together:
                file = tmp_path / f"cpu{cpu}/topology/thread_siblings_list"
                file.parent.mkdir(parents=True)
                file.write_text(",".join(map(str, together)))
        (tmp_path / "cpu.max").write_text(quota or "max 100000\n")
        monkeypatch.setattr(module, "_TOPOLOGY", tmp_path)
        monkeypatch.setattr(module, "_QUOTAS", (tmp_path / "cpu.max", tmp_path / "no such file"))

    return setting


def test_one_thread_a_core(cores):
    """Two logical processors of one core are one thread."""
    cores(range(8), [(0, 4), (1, 5), (2, 6), (3, 7)])
    assert threads() == 4


def test_only_cores_that_may_be_used(cores):
    """Cores that the process may not use are not counted."""
    cores([0, 1, 5], [(0, 4), (1, 5), (2, 6), (3, 7)])
    assert threads() == 2


@pytest.mark.parametrize(
    ("quota", "count"), [("200000 100000", 2), ("150000 100000", 1), ("50000 100000", 1)]
)
def test_a_quota(cores, quota, count):
    """A container's share of the processors' time bounds the threads; one there always is."""
    cores(range(8), quota=quota)
    assert threads() == count


def test_an_unknown_machine(cores, monkeypatch):
    """Where the system tells nothing, every processor is a core."""
    cores(range(8))
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    assert threads() == 3


def test_the_users_word(cores, monkeypatch):
    """OMP_NUM_THREADS comes before what the machine has."""
    cores(range(8))
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    assert threads() == 3


@pytest.mark.parametrize(
    ("flags", "numbers"), [("avx2 avx512_bf16", "bfloat16"), ("avx2 avx512f", "float32")]
)
def test_numbers(monkeypatch, tmp_path, flags, numbers):
    """A processor that computes with bfloat16 is given it, any other float32."""
    torch = pytest.importorskip("torch")
    if torch.cuda.is_available() or torch.backends.mps.is_available():
        pytest.skip("the machine has a graphics card")
    (tmp_path / "cpuinfo").write_text(f"flags\t: {flags}\n")
    monkeypatch.setattr(module, "_CPUINFO", tmp_path / "cpuinfo")
    assert machine("bart").dtype == numbers
    assert dtype(numbers) is getattr(torch, numbers)


@pytest.mark.parametrize(
    ("new", "family", "numbers"),
    [(True, "t5", "bfloat16"), (False, "t5", "float32"), (False, "bart", "float16")],
)
def test_numbers_on_a_card(monkeypatch, new, family, numbers):
    """On a card without bfloat16, models that overflow in float16 keep float32."""
    torch = pytest.importorskip("torch")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda **_: new)
    assert machine(family).device == "cuda"
    assert machine(family).dtype == numbers


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's own files")
def test_this_machine(monkeypatch):
    """On this machine there is at least one thread and no more than processors."""
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    assert 1 <= threads() <= (os.cpu_count() or 1)
