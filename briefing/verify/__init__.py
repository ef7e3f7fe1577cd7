"""Verification: what every bullet of every engine passes before anyone reads it."""

from briefing.verify.alignment import align
from briefing.verify.checker import Checker, check
from briefing.verify.conflicts import conflicts
from briefing.verify.gate import MODES, verify

__all__ = ["MODES", "Checker", "align", "check", "conflicts", "verify"]
