"""Grouping: which articles tell of one event, under which headline, and which stories stand together."""

from briefing.group.headlines import headline
from briefing.group.sections import group
from briefing.group.stories import Grouping, grouping

__all__ = ["Grouping", "group", "grouping", "headline"]
