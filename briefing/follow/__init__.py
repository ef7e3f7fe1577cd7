"""Following: what a story tells that an earlier briefing has not told."""

from briefing.follow.following import Following, follow

__all__ = ["Following", "follow"]
