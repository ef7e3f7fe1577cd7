"""A week of mornings: the feeds of each are served, read and told, with one memory for all of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefing import pipeline
from briefing.config import Config, build
from tests.fetch.server import Server, tagged
from tests.week import data

INTEREST, MUTED = "battery", "lottery"


@dataclass(frozen=True, slots=True)
class Morning:
    """What a reader finds on a morning."""

    day: str
    made: dict[str, Any]
    """The briefing, as its JSON has it."""
    text: str
    """The same as plain text."""
    again: dict[str, Any]
    """What is made when it is made a second time on that morning."""

    @property
    def stories(self) -> list[dict[str, Any]]:
        """All stories in reading order."""
        return [story for section in self.made["sections"] for story in section["stories"]]

    def section(self, story: dict[str, Any]) -> str:
        """Return the title of a story's section."""
        return next(s["title"] for s in self.made["sections"] if story in s["stories"])

    def entries(self, story: dict[str, Any]) -> set[str]:
        """Return the names of the entries that a story is told from."""
        names = {entry.url: entry.name for entry in data.entries()}
        return {names[self.made["articles"][article]["url"]] for article in story["articles"]}

    def telling(self, event: str) -> list[dict[str, Any]]:
        """Return the stories that tell of an event."""
        of_event = {entry.name for entry in data.entries() if entry.event == event}
        return [story for story in self.stories if self.entries(story) & of_event]


def serve(server: Server, day: str, *, dated: bool = True) -> None:
    """Let a server show the feeds of a morning; those that have not changed say so."""
    for feed in data.FEEDS:
        body = data.rss(feed, day, dated=dated)
        server.pages[f"/{feed}"] = tagged(
            body, f'"{sha256(body).hexdigest()[:12]}"', Content_Type="application/rss+xml"
        )


def settings(server: Server) -> dict[str, Any]:
    """Return the settings of the week's reader."""
    return {
        "sources": [server.url(f"/{feed}") for feed in data.FEEDS],
        "formats": ["json", "txt"],
        "interests": [INTEREST],
        "mute": [MUTED],
        "fetch": {"allow": [server.place], "pause": 0.0, "per_host": 6},
    }


def week(server: Server, out: Path) -> Iterator[Morning]:
    """Make the seven briefings of the week, each of them twice; files are in `out`."""
    for day in data.DAYS:
        serve(server, day)
        config = build({**settings(server), "only_new": True, "out": out})
        made = _made(config, day)
        text = (out / f"briefing-{data.DAYS[day]}.txt").read_text("utf-8")
        yield Morning(day, made, text, again=_made(config, day))


def _made(config: Config, day: str) -> dict[str, Any]:
    with pipeline.alone(config):
        briefing = pipeline.make(config, clock=lambda: data.morning(day))
        paths, written = pipeline.write(briefing, config)
        assert not pipeline.remember(written, config, paths)
    made: dict[str, Any] = json.loads(paths[0].read_text("utf-8"))
    return made
