"""The library: everything that is remembered from one run to the next, in one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType

from briefing.model import Article, Briefing, Dropped, Problem, Told, Validators
from briefing.store import (
    articles,
    briefings,
    export,
    fetched,
    given,
    housekeeping,
    imports,
    seen,
    telling,
    titles,
)
from briefing.store.articles import Added
from briefing.store.database import Database
from briefing.store.fetched import Fetched
from briefing.store.housekeeping import Holdings, Pruned
from briefing.store.records import Record
from briefing.store.search import Hit, search
from briefing.store.times import Clock, stamp, utc_now

FILE = "library.sqlite"
"""The library's name in the home folder."""
_LINES = 500  # that are taken in one transaction
_TOLD = 50  # bad lines that are told one by one


class Library:
    """Articles, briefings, what was seen, what sources gave, and how addresses fared.

    No method raises for what a file or a disk may do: the first failure becomes `problem`, and from then on
    everything answers as if nothing were remembered. Each call is done whole or not at all, whatever ends the
    process. Times are the clock's.
    """

    def __init__(self, path: Path, clock: Clock = utc_now) -> None:
        """Take the file, which is made when first needed."""
        self.database = Database(path)
        self._clock = clock

    def __enter__(self) -> Library:
        """Begin to use it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the file go."""
        self.database.close()

    @property
    def problem(self) -> Problem | None:
        """Why nothing is remembered any more; None as long as all is well."""
        return self.database.problem

    def add(self, articles_: Sequence[Article]) -> Added:
        """Keep articles: new ones, new versions of known ones, and that the others are still there."""
        return self.database.write(lambda c: articles.add(c, articles_, self._now())[0], Added())

    def give(self, address: str, articles_: Sequence[Article]) -> Added:
        """Keep the articles that a source gave, and that it was this source that gave them."""
        return self.database.write(lambda c: given.give(c, address, articles_, self._now()), Added())

    def given(self, address: str) -> tuple[Article, ...]:
        """Return the articles that a source gave last, to the letter."""
        return self.database.write(lambda c: given.given(c, address, self._now()), ())

    def gives(self, address: str) -> bool:
        """Return whether a source gave any article when it was last read."""
        return self.database.read(lambda c: given.gives(c, address), False)

    def call(self, address: str, title: str) -> None:
        """Take note of what a source calls itself."""
        self.database.write(lambda c: titles.call(c, address, title), None)

    def title(self, address: str) -> str:
        """Return what a source called itself when it was last read; empty where that is not known."""
        return self.database.read(lambda c: titles.find(c, address), "")

    def validators(self, url: str) -> Validators | None:
        """Return by what a server can be asked whether an address changed; None if it never answered."""
        found = self.fetched(url)
        return found.validators if found and found.succeeded_at else None

    def learn(self, url: str, validators: Validators) -> None:
        """Take note of an answer."""
        self.database.write(lambda c: fetched.succeed(c, url, validators, self._now()), None)

    def failed(self, url: str, reason: str) -> None:
        """Take note that an address could not be fetched, and why."""
        self.database.write(lambda c: fetched.fail(c, url, reason, self._now()), None)

    def fetched(self, url: str) -> Fetched | None:
        """Return how an address fared; None if it was never asked for."""
        return self.database.read(lambda c: fetched.find(c, url), None)

    def unseen(
        self, articles_: Sequence[Article], edition: date = date.max
    ) -> tuple[tuple[Article, ...], tuple[Dropped, ...]]:
        """Return the articles that are news to the reader, in order, and why each of the others is not.

        Left out is an article that was in a delivered briefing with the words that it has now, and a copy of
        another that was delivered in the last 30 days. A copy that gives other figures is none. The briefing
        of the day `edition` may be made again: what it delivered itself counts for nothing.
        """
        everything: tuple[tuple[Article, ...], tuple[Dropped, ...]] = (tuple(articles_), ())
        return self.database.write(lambda c: seen.unseen(c, articles_, self._clock(), edition), everything)

    def revised(self, articles_: Sequence[Article], edition: date = date.max) -> frozenset[str]:
        """Return the ids of those articles that were delivered before that day, and have changed since."""
        return self.database.read(lambda c: seen.revised(c, articles_, edition), frozenset())

    def record(self, briefing: Briefing, formats: Sequence[str] = ()) -> str | None:
        """Keep a briefing that was made, with its articles; return its id, or None where nothing is kept."""
        return self.database.write(lambda c: briefings.record(c, briefing, formats, self._now()), None)

    def deliver(self, briefing_id: str) -> bool:
        """Take note that a briefing has reached its reader; return whether that is on the disk.

        Its articles are seen from now on. Doing it twice changes nothing.
        """
        return self.database.write(
            lambda c: briefings.deliver(c, briefing_id, self._now()), False, durable=True
        )

    def briefing(self, briefing_id: str) -> Record | None:
        """Return what is remembered of a briefing."""
        return self.database.read(lambda c: briefings.find(c, briefing_id), None)

    def last(self, edition: date) -> Record | None:
        """Return the latest briefing of a day before `edition` that was delivered."""
        return self.database.read(lambda c: briefings.last(c, edition), None)

    def told(self, edition: date, days: int) -> tuple[Told, ...]:
        """Return the stories that delivered briefings of `days` days before `edition` told, the oldest first.

        Their articles are as they were then. The briefing of the day `edition` may be made again: what it
        delivered itself counts for nothing.
        """
        return self.database.read(lambda c: telling.told(c, edition, days), ())

    def briefings(self, most: int, *, delivered: bool = True) -> tuple[Record, ...]:
        """Return the latest briefings, the newest first: those that were delivered, or all."""
        return self.database.read(lambda c: briefings.recent(c, most, delivered=delivered), ())

    def search(self, words: Sequence[str], most: int = 20) -> tuple[Hit, ...]:
        """Return the articles that hold every word, the best first."""
        return self.database.read(lambda c: search(c, words, most), ())

    def holdings(self) -> Holdings:
        """Count what there is."""
        return self.database.read(housekeeping.holdings, Holdings())

    def size(self) -> int:
        """Return the size of the file in bytes, with what SQLite keeps beside it."""
        path = self.database.path
        parts = (path, path.with_name(f"{path.name}-wal"))
        return sum(part.stat().st_size for part in parts if part.exists())

    def prune(self, before: datetime) -> Pruned:
        """Let go of what was last seen before a time, and give its room back to the disk.

        What sources still give stays, and what the reader was sent stays known.
        """
        pruned = self.database.write(lambda c: housekeeping.prune(c, before, self._clock()), Pruned())
        self.database.alone("VACUUM")
        self.database.alone("PRAGMA wal_checkpoint(TRUNCATE)")
        return pruned

    def export(self, write: Callable[[str], object]) -> int:
        """Write everything as JSON lines, as it is read; return how many. `write` may raise."""
        return self.database.read(lambda c: export.export(c, write), 0)

    def take(self, lines: Iterable[str], name: str) -> tuple[int, tuple[Problem, ...]]:
        """Take JSON lines: an export, or articles. Return how many were taken, and what was wrong.

        A line that cannot be taken costs no other; `name` is what the lines come from.
        """
        taken = 0
        problems: list[Problem] = []
        numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
        while batch := tuple(islice(numbered, _LINES)):
            refused = self.database.write(partial(_take, lines=batch, now=self._now()), None)
            if refused is None:
                break
            taken += len(batch) - len(refused)
            problems += [Problem(f"{name}:{number}", reason) for number, reason in refused]
        if (left := len(problems) - _TOLD) > 0:
            problems[_TOLD:] = [Problem(name, f"{left:,} more of its lines cannot be taken")]
        return taken, tuple(problems)

    def _now(self) -> str:
        return stamp(self._clock())


def _take(connection: Connection, lines: Sequence[tuple[int, str]], now: str) -> list[tuple[int, str]]:
    """Take lines; return the numbers of those that cannot be taken, and why."""
    tried = ((number, imports.take(connection, line, now)) for number, line in lines)
    return [(number, reason) for number, reason in tried if reason is not None]
