"""Sources → whether they can be read now, and what they would give; nothing is remembered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.errors import SourceError
from briefing.fetch import Ask
from briefing.gather import is_address, is_list
from briefing.ingest import collect, feeds_in
from briefing.ingest.arrival import Arrival
from briefing.model import Problem
from briefing.subscriptions.content import NOTHING, Content, summed
from briefing.subscriptions.look import Look, Seen
from briefing.subscriptions.settings import Listed


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of reading a source."""

    listed: Listed
    content: Content = NOTHING
    problem: str = ""
    """Why nothing of it can be read; empty where something can."""
    moved_to: str = ""
    """The address to use from now on, where it moved for good."""
    parts: tuple[Problem, ...] = ()
    """What is wrong with parts of it: feeds of a list, files of a folder."""


def tried(sources: Sequence[Listed], look: Look) -> tuple[Trial, ...]:
    """Try each source, addresses side by side, then the feeds that lists and home pages lead to."""
    asks = [_ask(one.place, one, by_user=True) for one in sources if is_address(one.place)]
    seen = look(asks)
    trials = [_address(one, seen[one.place]) if one.place in seen else _local(one, look) for one in sources]
    further = look([_ask(url, one.listed) for one in trials for url in _leads_to(one.content)])
    return tuple(_followed(one, further) for one in trials)


def _ask(url: str, one: Listed, *, by_user: bool = False) -> Ask:
    return Ask(url, key=one.place, named_by_user=by_user, robots=one.source.robots)


def _address(one: Listed, seen: Seen) -> Trial:
    moved = seen.at if seen.at != one.place else ""
    return Trial(one, seen.content, seen.problem, moved, _parts(one, seen.content))


def _parts(one: Listed, content: Content) -> tuple[Problem, ...]:
    return (Problem(one.place, content.problem),) if content.problem and content.is_readable else ()


def _local(one: Listed, look: Look) -> Trial:
    """Try a path. Standard input is left alone: it can be read but once."""
    if one.place == "-":
        return Trial(one, Content("files"))
    if is_list(one.place):
        try:
            found = feeds_in(one.place)
        except SourceError as error:
            return Trial(one, problem=error.message)
        return Trial(one, Content("opml", found.title, feeds=found.feeds))
    reading = collect([one.place], step=look.step)
    content = summed(Arrival("files", articles=reading.articles), len(reading.articles))
    if reading.problems and not reading.articles:
        return Trial(one, content, reading.problems[0].message)
    return Trial(one, content, parts=reading.problems)


def _leads_to(content: Content) -> list[str]:
    """Return the feeds that a run would read next: all of a list, the first of a page without an article."""
    feeds = content.feeds if content.kind == "opml" else content.feeds[: not content.whole]
    return [feed.url for feed in feeds]


def _followed(one: Trial, further: dict[str, Seen]) -> Trial:
    led = {url: further[url] for url in _leads_to(one.content)}
    failed = tuple(Problem(url, seen.problem) for url, seen in led.items() if seen.problem)
    if one.content.kind != "opml":
        return _page(one, led, failed)
    if led and len(failed) == len(led):
        return replace(one, problem=f"none of its feeds can be read: {failed[0].source}: {failed[0].message}")
    return replace(one, parts=(*one.parts, *failed))


def _page(one: Trial, led: dict[str, Seen], failed: tuple[Problem, ...]) -> Trial:
    """Return the trial of a home page's feed in place of the page's."""
    if failed:
        return replace(one, problem=f"its feed {failed[0].source} {failed[0].message}")
    return replace(one, content=next((seen.content for seen in led.values()), one.content))
