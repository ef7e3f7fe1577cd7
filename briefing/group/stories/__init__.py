"""Stories: which articles tell of the same event, and which stories continue one another."""

from briefing.group.stories.continuing import continuing
from briefing.group.stories.levels import Grouping, grouping, stories

__all__ = ["Grouping", "continuing", "grouping", "stories"]
