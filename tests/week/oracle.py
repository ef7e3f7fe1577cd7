"""What must be told on each morning, and what must not: `oracle.toml`, as tests ask for it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

ORACLE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "oracle.toml").read_text("utf-8"))


def new(day: str) -> list[str]:
    """Return the events that are told for the first time."""
    return ORACLE[day].get("told", [])


def goes_on(day: str) -> list[dict[str, Any]]:
    """Return what goes on from an earlier morning."""
    return ORACLE[day].get("goes_on", [])


def left_out(day: str) -> dict[str, str]:
    """Return the entries that are not told, and why."""
    return ORACLE[day].get("left_out", {})


def whatever(day: str) -> set[str]:
    """Return the events that are told, in whatever way."""
    return {*new(day), *(told["event"] for told in goes_on(day)), *ORACLE[day].get("either", [])}
