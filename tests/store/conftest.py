from datetime import UTC, datetime, timedelta

import pytest

from briefing.store import Library


class Clock:
    """A clock that a test sets."""

    def __init__(self):
        self.now = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)

    def __call__(self):
        """Return what it shows."""
        return self.now

    def pass_(self, **time):
        """Let time go by."""
        self.now += timedelta(**time)


@pytest.fixture
def clock():
    """Return a clock that stands at half past six."""
    return Clock()


@pytest.fixture
def path(tmp_path):
    """Return the place of a library that is not there yet."""
    return tmp_path / "home" / "library.sqlite"


@pytest.fixture
def library(path, clock):
    """Return an empty library; whatever a test does to it, no failure goes unnoticed."""
    with Library(path, clock) as library:
        yield library
        assert library.problem is None
