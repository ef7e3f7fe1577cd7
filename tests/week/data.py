"""The stories of a week → what six feeds show on each of its mornings.

`stories/` has a file for each event, or for several that are alike. A file begins with a line that says what
is in it; an entry follows its head between lines of three dashes:

    entry      feed/name, which stays when the entry is edited
    event      what it tells of; else the name of the file
    published  day and time in the zone of the week
    edited     in place of `published`, for a new version of an earlier entry: its text is taken over
    from       another entry whose text it has, as it was first
    title      the headline
    change     old → new: what is put into a text that is taken over; what stands below is added to it
    dated      what its feed says of its date: no (nothing), daily (each day's), or a date
    pinned     yes: it stays in its feed all week
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Oslo")
"""Its clocks go back in the night to the second day."""
DAYS = {name: date(2026, 10, 24 + n) for n, name in enumerate("sat sun mon tue wed thu fri".split())}
FEEDS = {
    "courier": ("Aldhaven Courier", "en"),
    "wire": ("Velmark Press Agency", "en"),
    "herald": ("Skerrin Herald", "en"),
    "ledger": ("The Ledger", "en"),
    "touchline": ("Touchline", "en"),
    "gazette": ("La Gazette de Montreval", "fr"),
}
_SHOWN = 9
"""Entries that a feed shows: the latest, besides those that are pinned."""
_KEYS = {"entry", "event", "published", "edited", "from", "title", "change", "dated", "pinned"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed, in one version."""

    name: str
    """The feed's name, a slash, and its own."""
    event: str
    title: str
    paragraphs: tuple[str, ...]
    published: datetime
    appeared: datetime
    """When this version did."""
    dated: str = ""
    pinned: bool = False

    @property
    def feed(self) -> str:
        """The name of its feed."""
        return self.name.partition("/")[0]

    @property
    def url(self) -> str:
        """Its address, which nobody answers at."""
        feed, _, name = self.name.partition("/")
        return f"https://{feed}.example/{name}"


def morning(day: str) -> datetime:
    """Return when the briefing of a day is made."""
    return datetime.combine(DAYS[day], time(6, 30), ZONE)


def fresh(day: str) -> tuple[Entry, ...]:
    """Return what has appeared since the morning before; on the first morning, in the last two days."""
    until = morning(day)
    before = until - timedelta(days=2 if day == "sat" else 1)
    return tuple(entry for entry in entries() if before < entry.appeared <= until)


def shown(feed: str, day: str) -> tuple[Entry, ...]:
    """Return what a feed shows on a morning, the latest first (an edited one moves up), the pinned last."""
    latest = {
        entry.name: entry for entry in entries() if entry.feed == feed and entry.appeared <= morning(day)
    }
    moving = sorted((e for e in latest.values() if not e.pinned), key=lambda e: e.appeared, reverse=True)
    return (*moving[:_SHOWN], *(entry for entry in latest.values() if entry.pinned))


def rss(feed: str, day: str, *, dated: bool = True) -> bytes:
    """Return a feed as it is served on a morning, perhaps without any dates."""
    title, language = FEEDS[feed]
    items = "".join(_item(entry, _date(entry, day) if dated else "") for entry in shown(feed, day))
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title><link>https://{feed}.example/</link><language>{language}</language>"
        f"{items}</channel></rss>"
    ).encode()


def _item(entry: Entry, when: str) -> str:
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in entry.paragraphs)
    return (
        f"<item><title>{escape(entry.title)}</title><link>{entry.url}</link><guid>{entry.url}</guid>"
        f"{when and f'<pubDate>{when}</pubDate>'}<description>{escape(entry.paragraphs[0])}</description>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded></item>"
    )


def _date(entry: Entry, day: str) -> str:
    if entry.dated == "no":
        return ""
    if entry.dated == "daily":
        return format_datetime(morning(day) - timedelta(hours=1))
    if entry.dated:
        return format_datetime(datetime.combine(date.fromisoformat(entry.dated), time(9), ZONE))
    return format_datetime(entry.published)


@cache
def entries() -> tuple[Entry, ...]:
    """Return all entries in all versions, in the order in which they appeared."""
    found: dict[str, Entry] = {}
    versions: list[Entry] = []
    for path in sorted((Path(__file__).parent / "stories").glob("*.md")):
        _, *blocks = path.read_text("utf-8").split("\n---\n")
        for head, body in zip(blocks[::2], blocks[1::2], strict=True):
            versions.append(_entry(path.stem, _fields(path, head), _paragraphs(body), found))
    return tuple(sorted(versions, key=lambda entry: (entry.appeared, entry.name)))


def _entry(
    file: str, fields: dict[str, list[str]], paragraphs: tuple[str, ...], found: dict[str, Entry]
) -> Entry:
    """Return an entry; `found`, which takes it up in its first version, has those that it may build on."""
    (name,) = fields["entry"]
    changes = [change.split(" → ") for change in fields.get("change", ())]
    if "edited" in fields:
        old = found[name]
        text = _changed(old.paragraphs, changes) + paragraphs
        return replace(old, paragraphs=text, appeared=_moment(*fields["edited"]))
    if "from" in fields:
        paragraphs = _changed(found[fields["from"][0]].paragraphs, changes) + paragraphs
    when = _moment(*fields["published"])
    found[name] = Entry(
        name,
        *fields.get("event", [file]),
        *fields["title"],
        paragraphs,
        published=when,
        appeared=when,
        dated="".join(fields.get("dated", ())),
        pinned="pinned" in fields,
    )
    return found[name]


def _fields(path: Path, head: str) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for line in head.splitlines():
        key, _, value = line.partition(": ")
        assert key in _KEYS, f"{path.name}: {line}"
        fields.setdefault(key, []).append(value)
    return fields


def _paragraphs(body: str) -> tuple[str, ...]:
    return tuple(filter(None, body.strip().split("\n\n")))


def _changed(paragraphs: tuple[str, ...], changes: list[list[str]]) -> tuple[str, ...]:
    text = "\n\n".join(paragraphs)
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return _paragraphs(text)


def _moment(text: str) -> datetime:
    return datetime.strptime(f"2026 {text}", "%Y %d %b %H:%M").replace(tzinfo=ZONE)
