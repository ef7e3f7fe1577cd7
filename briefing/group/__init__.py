"""Grouping: which articles tell of one event, under which headline, and which stories stand together."""

from briefing.group.headlines import headline
from briefing.group.sections import arrange, assign
from briefing.group.stories import Grouping, continuing, grouping
from briefing.group.topics import Judge, ZeroShot

__all__ = ["Grouping", "Judge", "ZeroShot", "arrange", "assign", "continuing", "grouping", "headline"]
