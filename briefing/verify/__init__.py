"""Verification: what every bullet of every engine passes before anyone reads it.

gate ─┬─ receipts                 whether the spans are there, and what shortening them has changed
      ├─ checker ── comparison ── facts, features, score     whether a text bears a wording out
      ├─ alignment                which sentences a wording rests on
      ├─ entailment               a model that is asked in the check's place
      └─ restoration              what the source's words would be
conflicts                         figures that disagree
"""

from briefing.verify.conflicts import conflicts
from briefing.verify.gate import MODES, Judge, is_quoted, verify

__all__ = ["MODES", "Judge", "conflicts", "is_quoted", "verify"]
