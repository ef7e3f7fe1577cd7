"""What the library has learned of addresses, in the words in which fetching asks for it."""

from __future__ import annotations

from briefing.fetch import Validators
from briefing.model import Article
from briefing.store import Library
from briefing.store.fetched import Validators as Remembered


class Known:
    """Tells what is known of an address, and keeps what is learned until all that it gave is in the library.

    So a run that is killed in between asks again, and loses nothing.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lessons: dict[str, Validators] = {}

    def validators(self, url: str) -> Validators | None:
        """Return what is known of an address; None where the library has nothing that it gave."""
        found = self._library.validators(url)
        if found is None:
            return None
        moved = Validators(moved_to=found.moved_to)
        if not self._library.given(found.moved_to or url) and not self._library.given(url):
            return moved
        return Validators(found.etag, found.last_modified, found.moved_to, found.fresh_until)

    def learn(self, url: str, validators: Validators) -> None:
        """Take note of what is to be remembered of an address."""
        self._lessons[url] = validators

    def learn_all(self) -> None:
        """Remember it."""
        for url, v in self._lessons.items():
            self._library.learn(url, Remembered(v.etag, v.last_modified, v.moved_to, v.fresh_until))
        self._lessons.clear()

    def failed(self, url: str, reason: str) -> None:
        """Remember that an address could not be read."""
        self._library.failed(url, reason)

    def given(self, url: str) -> tuple[Article, ...]:
        """Return the articles that an address gave last."""
        return self._library.given(url)
