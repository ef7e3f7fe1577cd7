"""Grouping: which stories stand together, under which title, in which order."""

from briefing.group.sections import group

__all__ = ["group"]
