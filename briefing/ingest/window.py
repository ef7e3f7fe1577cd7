"""What counts as new since the last briefing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta, tzinfo

from briefing.ingest.dates import believed
from briefing.model import Article

LATE = timedelta(days=1)
"""How long before the last briefing an article may be dated that a feed showed only after it."""


def window(
    articles: Iterable[Article],
    since: datetime,
    now: datetime,
    *,
    seen: Mapping[str, datetime] | None = None,
    late: timedelta = LATE,
) -> tuple[Article, ...]:
    """Return the articles that are new after `since` and up to `now` (all times aware), in their order.

    `seen` tells by an article's id when it was first met; one that is not in it is met now. An article is
    new by its date; one that came late, first met after `since`, is new though it is dated up to `late`
    before. Without a date, or with one that cannot be, it is new by when it was first met.
    """
    # Two times of one zone are compared by the clock on the wall, which an hour in autumn shows twice.
    start, end, known = since.astimezone(UTC), now.astimezone(UTC), seen or {}

    def is_new(article: Article) -> bool:
        met = known.get(article.id, now).astimezone(UTC)
        dated = believed(article.published, now).when if article.published else None
        if dated is None:
            return start < met <= end
        moment = dated.astimezone(UTC)
        return start < moment or (start < met and start - late < moment)

    return tuple(filter(is_new, articles))


def yesterday(now: datetime, zone: tzinfo) -> datetime:
    """Return this hour of the day before as the clocks of `zone` show it: 23, 24 or 25 hours ago, in UTC.

    Of an hour that the clocks show twice it is the first, of one that they skip the one before.
    """
    local = now.astimezone(zone)
    wall = (local.replace(tzinfo=None) - timedelta(days=1)).replace(fold=0)
    return min(wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
