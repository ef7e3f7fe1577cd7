"""Addresses, names and numbers → the sources that they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from briefing.errors import ConfigError
from briefing.subscriptions.identity import identity
from briefing.subscriptions.settings import Listed


def chosen(
    what: Sequence[str], listed: Sequence[Listed], titles: Mapping[str, str] | None = None
) -> tuple[Listed, ...]:
    """Return the sources that are meant, each once, in the order of the list.

    A name is what the user has given to a source, or else what it calls itself, by its place in `titles`.
    Raises ConfigError for what is none of them, with those that come nearest, and for what several are.
    """
    meant = {one.number for each in what for one in [_one(each, listed, titles or {})]}
    return tuple(one for one in listed if one.number in meant)


def _one(what: str, listed: Sequence[Listed], titles: Mapping[str, str]) -> Listed:
    same = identity(what, Path.cwd())
    named = [one for one in listed if what == one.source.at or same == one.identity]
    for name in (lambda one: one.source.name, lambda one: titles.get(one.place)):
        named = named or [one for one in listed if (name(one) or "").casefold() == what.casefold()]
    if not named and what.isdecimal():
        named = [one for one in listed if one.number == int(what)]
    if len(named) > 1:
        numbers = " and ".join(str(one.number) for one in named)
        raise ConfigError(f"{what!r} means the sources {numbers}: give a number")
    if not named:
        raise ConfigError(f"{what!r} is none of the sources{_nearest(what, listed, titles)}")
    return named[0]


def _nearest(what: str, listed: Sequence[Listed], titles: Mapping[str, str]) -> str:
    """Return a hint at what may have been meant."""
    if not listed:
        return ", of which there are none: briefing sources add ADDRESS"
    shown = {name.casefold(): name for one in listed for name in _names(one, titles)}
    near = get_close_matches(what.casefold(), shown, n=3)
    if not near:
        return ": briefing sources list shows them"
    return f"; nearest are {', '.join(shown[name] for name in near)}"


def _names(one: Listed, titles: Mapping[str, str]) -> Iterator[str]:
    yield one.source.at
    yield from filter(None, (one.source.name, titles.get(one.place)))
