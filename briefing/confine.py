"""Limits that a process which meets foreign bytes puts on itself."""

from __future__ import annotations

import contextlib


def confine(memory: int, seconds: int | None = None) -> None:
    """Keep this process below `memory` bytes of address space and `seconds` of work, where the system can.

    Its parent may keep the time, too, but may itself be killed. A crash writes no core.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    soft = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if seconds is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    with contextlib.suppress(ValueError, OSError):  # macOS keeps no such limit
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
