"""What the library knows of addresses, as fetching asks for it, and what it is to learn of them."""

from __future__ import annotations

from briefing.model import Article, Validators
from briefing.store import Library


class Known:
    """Tells what is known of an address, and keeps what is learned until all that it gave is in the library.

    So a run that is killed in between asks again, and loses nothing.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lessons: dict[str, Validators] = {}
        self._named: dict[str, str] = {}
        """By where an address moved to, the address under which the library has what it gave."""

    def validators(self, url: str) -> Validators | None:
        """Return what is known of an address.

        Where the library has nothing that it gave, that is no more than where it moved to: it is to be read.
        """
        known = self._library.validators(url)
        if known is None:
            return None
        if known.moved_to:
            self._named[known.moved_to] = url
        return (
            known if self._library.gives(self._named.get(url, url)) else Validators(moved_to=known.moved_to)
        )

    def learn(self, url: str, validators: Validators) -> None:
        """Take note of what is to be remembered of an address."""
        self._lessons[url] = validators

    def learn_all(self) -> None:
        """Remember it."""
        for url, validators in self._lessons.items():
            self._library.learn(url, validators)
        self._lessons.clear()

    def failed(self, url: str, reason: str) -> None:
        """Remember that an address could not be read."""
        self._library.failed(url, reason)

    def given(self, url: str) -> tuple[Article, ...]:
        """Return the articles that an address gave last."""
        return self._library.given(url)
