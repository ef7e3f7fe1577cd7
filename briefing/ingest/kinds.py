"""Which reader an input is for: by its suffix where that says it, else by how it begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from briefing.errors import SourceError
from briefing.ingest.foreign import beginning, foreign
from briefing.ingest.readers import READERS
from briefing.ingest.readers.feeds.json_feed import is_json_feed
from briefing.ingest.readers.front_matter import opens_with_fields
from briefing.ingest.reading import Raw

_SUFFIXES = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".xml": "feed",
    ".opml": "opml",
    ".eml": "mail",
    ".emlx": "mail",
    ".mbox": "mail",
    ".pdf": "pdf",
}
# Files that may well hold an article, and that nothing here reads: a user is told of each as a problem.
_DOCUMENTS = frozenset(".doc .docx .odt .rtf .epub .pages .msg .mht .mhtml .webarchive .zip".split())
# How a whole page begins, whatever its file is called; an XML declaration and comments may come first.
_PAGE = re.compile(rb"(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
# How lists of articles by machines for machines begin.
_LISTED = re.compile(rb"(?:<[?!][^>]*>\s*)*<(?:[\w.-]{1,40}:)?(rss|feed|rdf|opml)(?=[\s>])", re.IGNORECASE)
_LISTED_BELOW = re.compile(rb"<(?:[\w.-]{1,40}:)?(rss|feed|rdf|opml)(?=[\s>])", re.IGNORECASE)
# How messages begin, and mailboxes of them, wherever they were saved.
_MAIL = re.compile(
    rb"(?:From [^\n]*\n)?(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,40}?"
    rb"(?:MIME-Version: *1\.0|Message-ID: *<|Return-Path: *<|Received: *(?:from|by) )",
    re.IGNORECASE,
)
_OBJECT = re.compile(rb'\{[ \t]*"')
_HASHES = re.compile(r" {0,3}#{1,6}[ \t]+\S.*")
_UNDERLINE = re.compile(r"={3,}\s*")
_WORDS = re.compile(r"[A-Za-z\ufffd]{2}")
_MENU = 30  # characters: no entry of a page's menu is longer


def suffix_of(name: str) -> str:
    """Return the suffix of a file's name in small letters, with its dot; empty where there is none."""
    return PurePath(name).suffix.lower()


def reader_of(suffix: str) -> str | None:
    """Return the name of the reader for files that end so; one that is plugged in is found by its name."""
    name = _SUFFIXES.get(suffix)
    return name or (suffix[1:] if suffix[1:] in READERS.names() else None)


def is_document(suffix: str) -> bool:
    """Whether files that end so are documents whose content a user may miss."""
    return suffix in _DOCUMENTS


def choose(raw: Raw) -> str:
    """Return the name of the reader for an input. Raises SourceError where there is none."""
    suffix = suffix_of(raw.name)
    name = reader_of(suffix)
    if name and suffix not in _SUFFIXES:
        return name
    if raw.content_type == "message/rfc822":  # from a folder of them, where names tell nothing
        return "mail"
    if listed := _listed(raw.data, name):
        return listed
    if what := foreign(raw.data):
        raise SourceError(raw.name, what)
    if signed := _signed(raw.data):
        return signed
    if is_document(suffix):
        raise SourceError(raw.name, f"is of a kind that is not read yet ({suffix}): save it as text or HTML")
    if name in (None, "text"):
        return _sniff(beginning(raw.data), bare=suffix not in (".txt", ".text"))
    return name or "text"


def _listed(data: bytes, name: str | None) -> str | None:
    """Return the reader for a feed or a list of feeds, which are known by how they begin."""
    head = beginning(data)
    found = _LISTED.match(head)
    if found is None and head.startswith((b"<?xml", b"<!--")) and not _PAGE.match(head):
        found = _LISTED_BELOW.search(head)
    if found:
        return "opml" if found[1].lower() == b"opml" else "feed"
    return "feed" if name != "jsonl" and is_json_feed(data) else None


def _signed(data: bytes) -> str | None:
    """Return the reader for what shows by its first bytes what it is, whatever it is called."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return "mail" if _MAIL.match(beginning(data)) else None


def _sniff(head: bytes, *, bare: bool) -> str:
    if _PAGE.match(head):
        return "html"
    if bare and _OBJECT.match(head):
        return "jsonl"
    # What the marks are made of is ASCII in every encoding.
    return "markdown" if bare and _is_markdown(head.decode("ascii", "replace").splitlines()) else "text"


def _is_markdown(lines: Sequence[str]) -> bool:
    """Whether a text opens as only Markdown does: with front matter, or with a heading above other lines.

    A heading stands alone: one that another follows at once is a comment in plain text. A text that opens
    with prose has to show two of them, each between empty lines.
    """
    if opens_with_fields(lines):
        return True
    heads = [n for n in range(len(lines)) if _is_heading(lines, n)]
    filled = [n for n, line in enumerate(lines) if line.strip()]
    if len(filled) > 2 and _UNDERLINE.fullmatch(lines[filled[1]]) and filled[1] == filled[0] + 1:
        return True
    opens = bool(heads and heads[0] == filled[0] and len(filled) > len(heads))
    return opens or sum(not "".join(lines[n + 1 : n + 2]).strip() for n in heads) > 1


def _is_heading(lines: Sequence[str], n: int) -> bool:
    above, below = ["", *lines][n].strip(), "".join(lines[n + 1 : n + 2]).strip()
    # A page that was copied whole has its menu there, word by word.
    alone = not above and not below.startswith("#") and (not below or len(below) > _MENU)
    return alone and bool(_HASHES.fullmatch(lines[n])) and bool(_WORDS.search(lines[n]))
