"""Verification: what every bullet of every engine passes before anyone reads it.

gate ─┬─ receipts                 whether the spans are there, and what shortening them has changed
      ├─ checker ── comparison ── facts, features, score     whether a text bears a wording out
      ├─ alignment                which sentences a wording rests on
      └─ restoration              what the source's words would be
conflicts                         figures that disagree
"""

from briefing.verify.conflicts import conflicts
from briefing.verify.gate import MODES, verify

__all__ = ["MODES", "conflicts", "verify"]
