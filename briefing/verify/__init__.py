"""Verification: what every bullet of every engine passes before anyone reads it."""

from briefing.verify.receipts import verify

__all__ = ["verify"]
