"""What `briefing sources` says of sources: lines that hold nothing which acts on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import typer

from briefing.text.clean import clean

if TYPE_CHECKING:
    from briefing.model import Problem
    from briefing.store.fetched import Fetched
    from briefing.subscriptions import Content, Finding, Listed, Trial

_OTHERS = 3  # feeds of a page that are named
_INDENT = " " * 5
_SORTS = ("whole", "teasers of their pages", "bare headlines that are left out")


class Fared(NamedTuple):
    """A source, how it fared, and what it calls itself."""

    listed: Listed
    fetched: Fetched | None
    title: str


def added(found: Finding, listed: Listed, *, is_new: bool) -> None:
    """Say what was added, or that it was there."""
    how = "added" if is_new else "there already"
    _say(f"{listed.number:>3}  {listed.source.at}  ({how})")
    for line in _described(found):
        _say(_INDENT + line)


def removed(listed: Listed, title: str) -> None:
    """Say what was taken out."""
    _say(f"{_shown(listed, title)}  (removed)")


def listed(fared: Sequence[Fared]) -> None:
    """Print the sources, and how each fared."""
    for one in fared:
        _say(f"{one.listed.number:>3}  {_shown(one.listed, one.title)}")
        if one.fetched is not None:
            _say(_INDENT + "; ".join(_fared(one.fetched)))


def as_json(fared: Sequence[Fared]) -> None:
    """Print the sources as one JSON object."""
    from briefing.render.json_ import dumps

    typer.echo(dumps({"sources": [_row(one) for one in fared]}, indent=2))


def trial(one: Trial) -> tuple[Problem, ...]:
    """Print what became of trying a source; return its problems."""
    from briefing.model import Problem

    listed = one.listed
    _say(f"{listed.number:>3}  {'failed' if one.problem else 'ok    '}  {_shown(listed)}")
    if one.problem:
        _say(_INDENT + one.problem)
        return (Problem(listed.source.at, one.problem),)
    is_stdin = listed.place == "-"
    for line in ("standard input: not read now",) if is_stdin else _content(one.content):
        _say(_INDENT + line)
    if one.moved_to:
        _say(f"{_INDENT}has moved for good to {one.moved_to}")
    for part in one.parts:
        _say(f"{_INDENT}{part.source}: {part.message}")
    return one.parts


def count(number: int, what: str) -> str:
    """Return a number with what it counts."""
    return (
        f"1 {what}" if number == 1 else f"{number:,} {what[:-1] + 'ies' if what[-1] == 'y' else what + 's'}"
    )


def _described(found: Finding) -> Iterator[str]:
    """Yield what an address or path was found to be."""
    if found.problem:
        return
    if found.content.kind == "opml":
        yield f"a list of {count(len(found.content.feeds), 'feed')}, which are all read"
        yield f"to have them here one by one: briefing sources import {found.named}"
    elif found.content.kind != "files":
        yield from _content(found.content)
    if found.others and found.content.kind == "html":
        yield f"it is read as it is; if the site is meant, its feed is {found.others[0].url}"
    elif found.others:
        yield f"{found.named} also names {_some([one.url for one in found.others])}"


def _some(names: Sequence[str]) -> str:
    more = len(names) - _OTHERS
    return ", ".join(names[:_OTHERS]) + (f" and {more:,} more" if more > 0 else "")


def _content(content: Content) -> Iterator[str]:
    """Yield what a source holds."""
    if content.kind == "opml":
        yield f"a list of {count(len(content.feeds), 'feed')}"
        return
    if content.kind == "html":
        yield "the page of an article"
    elif content.kind == "feed":
        yield f"a feed: {content.title or 'without a title'}"
    yield ", ".join(_entries(content))
    if content.headline:
        yield f"“{content.headline}”"


def _entries(content: Content) -> Iterator[str]:
    of_feed = content.kind == "feed"
    yield count(content.entries, "entry" if of_feed else "article")
    if content.newest:
        yield f"the newest of {_day(content.newest)}"
    if of_feed and content.entries:
        told = [(number, what) for number, what in zip(_counts(content), _SORTS, strict=True) if number]
        yield told[0][1] if len(told) == 1 else ", ".join(f"{number:,} {what}" for number, what in told)


def _counts(content: Content) -> tuple[int, int, int]:
    return content.whole, content.teasers, content.entries - content.whole - content.teasers


def _shown(listed: Listed, title: str = "") -> str:
    name, folder = listed.source.name or title, "/".join(listed.source.folder)
    return "  ".join(filter(None, (name, listed.source.at, folder and f"[{folder}]")))


def _fared(fetched: Fetched) -> Iterator[str]:
    if fetched.succeeded_at:
        yield f"read {_day(fetched.succeeded_at)}"
    if fetched.failures and fetched.failed_at:
        often = "" if fetched.failures == 1 else f", {fetched.failures:,} times in a row"
        yield f"failed {_day(fetched.failed_at)}{often}: {fetched.reason}"


def _row(one: Fared) -> dict[str, object]:
    source, fetched = one.listed.source, one.fetched
    table = {"number": one.listed.number, **source.model_dump(), "folder": list(source.folder)}
    return table | {
        "title": one.title or None,
        "succeeded_at": _iso(fetched.succeeded_at if fetched else None),
        "failed_at": _iso(fetched.failed_at if fetched else None),
        "failures": fetched.failures if fetched else 0,
        "reason": fetched.reason if fetched else None,
    }


def _iso(time: datetime | None) -> str | None:
    return time.isoformat() if time else None


def _day(time: datetime) -> str:
    return f"{time.astimezone():%Y-%m-%d %H:%M}"


def _say(line: str) -> None:
    typer.echo(clean(line).replace("\n", " ").rstrip())
