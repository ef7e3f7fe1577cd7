"""Stories of given lengths."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from hypothesis import strategies as st

from briefing.model import Bullet, Change, Conflict, Evidence, Side, Story

_numbers = count(1)
_RECEIPT = Evidence("a", 0, 1, "x")


def text(words: int) -> str:
    """Return so many words."""
    return " ".join(["word"] * words)


def story(headline: int, *bullets: int, changes: int = 0, disputed: bool = False) -> Story:
    """Return a story whose headline and bullets have so many words, of an article of its own."""
    number = next(_numbers)
    sides = Side("12", "police", _RECEIPT), Side("19", "mayor", _RECEIPT)
    return Story(
        text(headline),
        tuple(Bullet(text(words), "news", (_RECEIPT,)) for words in bullets),
        (f"a{number}",),
        changes=tuple(Change(f"count {each}", *sides) for each in range(changes)),
        conflicts=(Conflict("killed", sides),) if disputed else (),
    )


def usual(number: int) -> Iterator[Story]:
    """Yield stories as they are on most days: headlines of 6 to 13 words, three bullets of 14 to 34."""
    for each in range(number):
        yield story(6 + each * 5 % 8, *(14 + (each * 7 + place * 11) % 21 for place in range(3)))


stories = st.lists(
    st.builds(
        lambda headline, bullets, changes, disputed: story(
            headline, *bullets, changes=changes, disputed=disputed
        ),
        st.integers(0, 18),
        st.lists(st.integers(1, 60), max_size=5),
        st.integers(0, 2),
        st.booleans(),
    ),
    max_size=40,
)
"""Any stories at all."""
pieces = st.lists(
    st.builds(
        lambda headline, bullets: story(headline, *bullets),
        st.integers(3, 15),
        st.lists(st.integers(5, 23), max_size=4),
    ),
    max_size=60,
)
"""Stories with no piece of more than a tenth of a minute of 230 words."""
