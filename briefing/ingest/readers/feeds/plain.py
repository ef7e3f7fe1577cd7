"""Titles and names, which may hold markup though no format wants any → one line of plain text."""

from __future__ import annotations

import html
import re

from briefing.text.clean import one_line

_READ = 5_000  # characters of a title that are looked at
_LONGEST = 300  # and that are kept: a longer one is a text in the wrong place
_UNSEEN = re.compile(r"<(script|style)\b[^<>]{0,500}>[^<]{0,5000}</\1\s{0,9}>|<!--.{0,5000}?-->", re.I | re.S)
_BREAK = re.compile(r"<(?:br|p|div|li|h[1-6])\b[^<>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]{0,2000}>", re.IGNORECASE)
# Typographic marks that were escaped once too often; nobody means to write their numbers.
_TWICE = re.compile(
    r"&(?:#(?:8\d{3}|x20[0-9a-f]{2}|0?39|160)|nbsp|[lr][sd]quo|[mn]dash|hellip);", re.IGNORECASE
)


def plain(text: str, *, is_html: bool) -> str:
    """Return a title on one line, without tags where it is HTML; its references are resolved once."""
    text = text[:_READ]
    if is_html:
        text = html.unescape(_TAG.sub("", _BREAK.sub(" ", _UNSEEN.sub(" ", text))))
    line = one_line(_TWICE.sub(lambda found: html.unescape(found[0]), text))
    if len(line) <= _LONGEST:
        return line
    return (line[:_LONGEST].rpartition(" ")[0] or line[:_LONGEST]).rstrip(" ,;:–—-") + "…"


def paragraphs(text: str) -> str:
    """Return plain text as the markup that shows it."""
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in text.splitlines() if line.strip())
