"""Addresses in feeds: made whole, held to the Web, and told apart from the tracking on them."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from briefing.ingest.articles import web_address
from briefing.text.clean import one_line

TRACKING = frozenset(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id "
    "mc_cid mc_eid mkt_tok _hsenc _hsmi __hstc __hssc __hsfp hsctatracking oly_anon_id oly_enc_id vero_id "
    "vero_conv wickedid s_cid ns_mchannel ns_source ns_campaign ns_linkname ns_fee at_medium at_campaign "
    "at_custom1 at_custom2 at_custom3 at_custom4 at_link_id at_link_type at_link_origin at_bbc_team "
    "at_format at_ptr_name cmpid icid ito ocid smid smtyp xtor rb_clickid _openstat spm scid trk "
    "guccounter guce_referrer guce_referrer_sig".split()
)
"""Parameters that say where a reader came from and never which page is meant, besides those that begin with
one of `TRACKING_PREFIXES`. None of them is a plain word ("ref", "source", "id") that a site may need."""
TRACKING_PREFIXES = ("utm_", "mtm_", "pk_", "hsa_", "oft_")

_LONGEST = 4_000  # characters of an address
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{0,20}):", re.IGNORECASE)
_BARE_HOST = re.compile(r"(?:www\.)?(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}(?=[/?#:]|$)", re.IGNORECASE)
_UNSAFE = re.compile(r"[\s<>\"]")


def absolute(link: str, *bases: str | None, credentials: bool = False) -> str | None:
    """Return the http or https address that a link stands for, made whole by the first base that can.

    `credentials` in an address are left out where they do but hide the host. None for any other link.
    """
    link = one_line(link[: _LONGEST + 1]).removeprefix("feed:").strip()
    if not link or len(link) > _LONGEST:
        return None
    link = _UNSAFE.sub(_quoted, link)
    if link.lower().startswith("www."):
        link = f"https://{link}"
    scheme = _SCHEME.match(link)
    if scheme and scheme[1].lower() not in ("http", "https"):
        return None if not _BARE_HOST.match(link) else web_address(f"https://{link}")
    for base in (None,) if scheme else bases:
        if found := _joined(base, link, credentials):
            return found
    if link.startswith("//") or _BARE_HOST.match(link):
        return _joined(None, f"https://{link.removeprefix('//')}", credentials)
    return None


def without_tracking(url: str) -> str:
    """Return the address without the parameters of `TRACKING`, every other byte of it as it was."""
    head, mark, fragment = url.partition("#")
    path, question, query = head.partition("?")
    kept = [part for part in re.split("[&;]", query) if not _tracks(part)]
    if len(kept) <= query.count("&") + query.count(";"):
        head = path + (question if any(kept) else "") + "&".join(kept)
    return head if mark and _tracks(fragment) else head + mark + fragment


def _tracks(parameter: str) -> bool:
    name = parameter.partition("=")[0].casefold()
    return name in TRACKING or name.startswith(TRACKING_PREFIXES)


def _joined(base: str | None, link: str, credentials: bool) -> str | None:
    try:
        whole = urljoin(base, link) if base else link
        parts = urlsplit(whole)
        _ = parts.port  # raises where it is none
    except ValueError:
        return None
    # Not put together of its parts again, which would lose an empty query.
    host = parts.netloc if credentials else parts.netloc.rpartition("@")[2]
    return web_address(parts.scheme + whole[len(parts.scheme) :].replace(parts.netloc, host, 1))


def _quoted(match: re.Match[str]) -> str:
    return f"%{ord(match[0]):02X}"
