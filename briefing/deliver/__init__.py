"""Delivery: where a finished briefing goes."""

from briefing.deliver.files import write_whole

__all__ = ["write_whole"]
