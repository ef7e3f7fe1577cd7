"""Verification: what every bullet of every engine passes before anyone reads it."""

from briefing.verify.conflicts import conflicts
from briefing.verify.gate import MODES, verify

__all__ = ["MODES", "conflicts", "verify"]
