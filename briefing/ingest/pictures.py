"""What may lead an article as its picture, and what is said of it."""

from __future__ import annotations

import re

from briefing.ingest.articles import web_address
from briefing.model import Picture
from briefing.text.clean import one_line

SMALL = 200
"""Pixels: what is said to be narrower is an icon, a face or a button."""
_LONGEST = 300  # characters of a caption
_LONGEST_CREDIT = 100
# Pictures that count readers, are buttons or faces, or stand in for a picture that isn't there.
_NONE = re.compile(
    r"/~r/|/~ff/|/~[a-z]/|feedburner|doubleclick|stats\.wordpress|pixel\.wp|b\.gif|feedsportal|gravatar|emoji"
    r"|/(?:track|wf|t)/open|/open\.(?:php|aspx?|ashx|gif)|/smil(?:ey|ies)|\.svg(?:$|[?#])"
    r"|(?:^|[/._-])(?:pixel|spacer|blank|tracking|beacon|1x1|logos?|icons?|favicon|apple-touch-icon|avatars?"
    r"|sprites?|placeholder|fallback|default|headshots?|badges?)(?:[/._?&-]|\d|$)",
    re.IGNORECASE,
)
_FILE = re.compile(r"\S*\.(?:jpe?g|png|gif|webp|avif)|(?:img|dsc|image|photo|untitled)[\s_-]{0,2}\d*", re.I)
_CREDIT = re.compile(
    r"(?:^|[\s.(\[|/–—-])(?:(?:photos?|photograph|image|picture|illustration|foto|fotos|bild|credits?|crédits?"
    r"|crédit photo|photo credit|image credit|фото|photographie)(?: by | courtesy of |\s{0,3}[:/©]\s{0,3})"
    r"|©\s{0,3})(?P<name>[^()\[\]]{2,100})[)\]]?\.?$",
    re.IGNORECASE,
)


def may_lead(url: str) -> bool:
    """Whether an address may be that of a lead picture, by its look."""
    return not _NONE.search(url)


def picture(url: str | None, said: str = "", credit: str = "") -> Picture | None:
    """Return the picture at an address with what is said of it; None for what is no web address.

    Whose it is, is taken from the end of its caption where that is not said by itself.
    """
    address = web_address(url)
    if address is None or not may_lead(address):
        return None
    alt, owner = _parted(one_line(said[: 4 * _LONGEST]).strip())
    owner = one_line(credit[: 4 * _LONGEST_CREDIT]).strip() or owner
    return Picture(address, _cut(alt, _LONGEST), _cut(_bare(owner), _LONGEST_CREDIT))


def _parted(caption: str) -> tuple[str, str]:
    """Return a caption and the credit at its end; a file's name is no caption."""
    found = _CREDIT.search(caption)
    alt, credit = (caption[: found.start()], found["name"]) if found else (caption, "")
    alt = alt.rstrip(" ([|/–—-") if found else alt
    return ("" if _FILE.fullmatch(alt) else alt), credit.strip()


def _bare(credit: str) -> str:
    """Return a credit without the word that says that it is one."""
    found = _CREDIT.fullmatch(credit)
    return (found["name"] if found else credit).strip(" .:|")


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return (text[:most].rpartition(" ")[0] or text[:most]).rstrip(" ,;:–—-") + "…"
