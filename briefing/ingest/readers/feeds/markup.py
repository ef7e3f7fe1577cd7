"""The bytes of an RSS, RDF or Atom feed → XML that a strict parser takes, and what had to be done for it.

Nothing of a document type reaches a parser: no entity is ever expanded there, and none is fetched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefing.errors import SourceError
from briefing.ingest.decode import decode
from briefing.ingest.limits import check_size
from briefing.ingest.readers.feeds.references import declared, legal, mended
from briefing.ingest.reading import Raw

MAX_BYTES = 10_000_000
"""The largest feed that is read: ten thousand entries with a paragraph each."""
MAX_MARKS = 1_000_000
"""The most tags of a feed: ten thousand entries have half as many."""
MAX_NAMESPACES = 100
_SMALL = 100_000  # characters by which any feed may grow
_PROLOG = 100_000  # characters in which a feed has to begin
_ROOT = re.compile(
    r"<((?:[A-Za-z_][\w.-]{0,40}:)?(?:rss|feed|rdf|channel))(?=[\s/>])[^<>]{0,20000}>", re.IGNORECASE
)
_FIRST = re.compile(r"<((?:[A-Za-z_][\w.-]{0,40}:)?[A-Za-z_][\w.-]{0,40})(?=[\s/>])")
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_ENTRY_END = re.compile(r"</((?:[A-Za-z_][\w.-]{0,40}:)?(?:item|entry))\s{0,9}>", re.IGNORECASE)
_ENTRY_START = re.compile(r"<(?:[A-Za-z_][\w.-]{0,40}:)?(?:item|entry)[\s>]", re.IGNORECASE)
_EMBEDDED = re.compile(r"data:[\w/+.-]{0,80};base64,[A-Za-z0-9+/=%]{500,}")
_PREFIX = re.compile(r"<([A-Za-z_][\w.-]{0,40}):[A-Za-z_]")
_DECLARED_PREFIX = re.compile(r"\sxmlns:([\w.-]{1,41})\s{0,9}=")
_NAMESPACE = re.compile(r"""\sxmlns(?::[\w.-]{1,41})?\s{0,9}=\s{0,9}["']([^"'<]{0,300})""")
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding", re.IGNORECASE)
# What prefixes mean by custom, for feeds that forget to say.
_CUSTOM = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "media": "http://search.yahoo.com/mrss/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "atom": "http://www.w3.org/2005/Atom",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


@dataclass(frozen=True, slots=True)
class Markup:
    """The text of a feed from the first tag of its root element to the last."""

    text: str
    problems: tuple[str, ...] = ()


def markup(raw: Raw) -> Markup:
    """Return the feed in `raw` as text that is XML, as far as that can be mended.

    Raises SourceError for what is no feed, and says what it is.
    """
    check_size(raw.name, len(raw.data), MAX_BYTES)
    decoded = decode(_with_charset(raw), markup=True)
    text = _EMBEDDED.sub("data:,", legal(decoded.text))
    root = _ROOT.search(text, 0, _PROLOG)
    page = _PAGE.search(text, 0, root.start() if root else _PROLOG)
    if root is None or (page and not text.lstrip().startswith("<?xml")):
        raise SourceError(raw.name, _what(text, is_page=bool(page)))
    _check(raw.name, text)
    body, cut = _whole(text[root.start() :], root[1], is_empty=root[0].endswith("/>"))
    entities = declared(text[: root.start()])
    found = _with_namespaces(mended(body, entities))
    if len(found) > 2 * len(body) + _SMALL:
        raise SourceError(raw.name, "is damaged: most of it are marks that mean nothing in XML")
    return Markup(found, tuple(filter(None, (decoded.damage, cut))))


def _with_charset(raw: Raw) -> Raw:
    """Let the server's word on the encoding count where the feed itself has none."""
    if not re.fullmatch(r"[\w.:-]{1,40}", raw.charset, re.ASCII) or _ENCODING.search(raw.data[:1_000]):
        return raw
    if raw.data.startswith((b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf")) or b"\0" in raw.data[:4]:
        return raw
    return replace(raw, data=f'<?xml encoding="{raw.charset}"?>'.encode() + raw.data.lstrip())


def _what(text: str, *, is_page: bool) -> str:
    if is_page:
        return "is a web page and no feed: give the address of its feed, or add the page as a source"
    if not (first := _FIRST.search(text, 0, _PROLOG)):
        return "is no feed: it holds no XML and no JSON"
    if first[1].lower() == "opml":
        return "is a list of feeds (OPML) and no feed itself"
    return f"is no feed: its outermost element is <{first[1]}>, and a feed's is <rss>, <feed> or <rdf:RDF>"


def _check(name: str, text: str) -> None:
    if text.count("<") > MAX_MARKS:
        raise SourceError(name, f"has more than {MAX_MARKS:,} tags: no feed needs so many")
    if len({found[1] for found in _NAMESPACE.finditer(text)}) > MAX_NAMESPACES:
        raise SourceError(name, f"uses more than {MAX_NAMESPACES} vocabularies: no feed needs so many")


def _whole(text: str, root: str, *, is_empty: bool) -> tuple[str, str | None]:
    """Return the root element; of one that is cut off, as much as is whole, closed."""
    if is_empty:
        return text[: text.index(">") + 1], None
    ends = [found.end() for found in re.finditer(rf"</{re.escape(root)}\s{{0,9}}>", text, re.IGNORECASE)]
    if ends:
        return text[: ends[-1]], None
    start = _ENTRY_START.search(text)
    last = max(_ENTRY_END.finditer(text), key=re.Match.end, default=None)
    kept = text[: last.end()] if last else text[: start.start()] if start else text
    channel = "</channel>" if len(re.findall("<channel[ >]", kept)) > kept.count("</channel") else ""
    what = (
        "is cut off: only its entries up to there are read" if last else "is cut off: no entry of it is whole"
    )
    return f"{kept}{channel}</{root}>", what


def _with_namespaces(text: str) -> str:
    """Declare in the root element the prefixes that are used and never declared."""
    root = _ROOT.match(text)
    if root is None:
        return text
    missing = set(_PREFIX.findall(text)) - set(_DECLARED_PREFIX.findall(text)) - {"xml", "xmlns"}
    if not missing:
        return text
    added = "".join(
        f' xmlns:{prefix}="{_CUSTOM.get(prefix.lower(), f"urn:prefix:{prefix}")}"'
        for prefix in sorted(missing)[:MAX_NAMESPACES]
    )
    place = root.end(1)
    return text[:place] + added + text[place:]
