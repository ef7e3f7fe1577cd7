"""What this machine offers a model: processor or graphics card, how many threads, which numbers pay."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Overflow in sixteen bits with five for the exponent: they were trained with eight.
_WIDE = {"t5", "mt5", "umt5", "longt5", "switch_transformers", "pegasus", "pegasus_x", "gemma", "gemma2"}
_CPUINFO = Path("/proc/cpuinfo")
_QUOTAS = (Path("/sys/fs/cgroup/cpu.max"),)
_TOPOLOGY = Path("/sys/devices/system/cpu")


@dataclass(frozen=True, slots=True)
class Machine:
    """Where a model runs, and in which numbers (the name of a dtype of torch)."""

    device: str
    dtype: str
    threads: int


def machine(family: str) -> Machine:
    """Return what suits a model of `family` (transformers' model_type) best. Imports torch.

    On a processor with instructions for bfloat16 (AMX, AVX-512) that halves the time of a model of
    DistilBART's size against float32 (6.1 and 3.3 s, measured on one core); elsewhere float32 is used.
    """
    import torch

    wide = family in _WIDE or family.startswith(("gemma", "t5gemma"))
    if torch.cuda.is_available():
        if torch.cuda.is_bf16_supported(including_emulation=False):
            return Machine("cuda", "bfloat16", 1)
        return Machine("cuda", "float32" if wide else "float16", 1)
    if torch.backends.mps.is_available():
        return Machine("mps", "float32" if wide else "float16", 1)
    return Machine("cpu", "bfloat16" if _has_bfloat16() else "float32", threads())


def threads() -> int:
    """Return one thread for each physical core that this process may use, or what OMP_NUM_THREADS says.

    More threads than cores make a model many times slower, not faster.
    """
    if (wanted := os.environ.get("OMP_NUM_THREADS", "")).isdecimal() and int(wanted) > 0:
        return int(wanted)
    allowed = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set(range(os.cpu_count() or 1))
    cores = len({_core(cpu) for cpu in allowed})
    return max(1, min(cores, *(_quota(file) for file in _QUOTAS)))


def _core(cpu: int) -> str:
    """Return a name for the physical core of a logical one."""
    try:
        return (_TOPOLOGY / f"cpu{cpu}/topology/thread_siblings_list").read_text("ascii")
    except OSError:
        return str(cpu)


def _quota(file: Path) -> int:
    """Return how many processors' time a control group may use ("150000 100000": one and a half)."""
    try:
        most, period = file.read_text("ascii").split()
        return sys.maxsize if most == "max" else max(1, int(most) // int(period))
    except (OSError, ValueError):
        return sys.maxsize


def _has_bfloat16() -> bool:
    try:
        flags = _CPUINFO.read_text("utf-8", "replace")
    except OSError:
        return False
    return "avx512_bf16" in flags or "amx_bf16" in flags


def dtype(name: str) -> Any:
    """Return torch's dtype of that name."""
    import torch

    return getattr(torch, name)
