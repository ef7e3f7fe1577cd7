"""Which article it is: the same under every spelling of its address, and after every change of its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from briefing.model import Article, digest

# What is added to an address to tell who sent the reader, or through what, and changes nothing that is shown.
_TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|pk_\w+|piwik_\w+|hsa_\w+|at_(?:medium|campaign|link\w*|ptr\w*|bbc\w*|format)|ns_\w+|_hs\w+"
    r"|(?:fb|[gy])clid|dclid|gbraid|wbraid|msclkid|twclid|ttclid|igshid?|mc_[ce]id|mkt_tok|vero_\w+|oly_\w+_id|wt_mc"
    r"|ocid|cmpid|cmp|icid|ito|smid|smtyp|sref|xtor|ref|ref_src|referrer|partner|feed(?:type|name)|rss"
    r"|fb_(?:ref|source|action\w*)|guccounter|guce_\w+|_ga|_gl|s_cid|sr_share|spm",
    re.IGNORECASE,
)
_LINE = re.compile(r":\d+$")


def identities(articles: Sequence[Article]) -> list[str]:
    """Return a key for each article: its address, else its id with its source.

    Several of one page or newsletter may have one address between them; then their headlines tell them apart.
    """
    keys = [_key(article) for article in articles]
    headlines: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, article in zip(keys, articles, strict=True):
        headlines[key, _LINE.sub("", article.origin)].add(article.title)
    shared = {key for (key, _), titles in headlines.items() if len(titles) > 1}
    return [
        f"{key}#{digest(article.title)}" if key in shared else key
        for key, article in zip(keys, articles, strict=True)
    ]


def address(url: str) -> str:
    """Return what of an address tells the page: no scheme, "www.", fragment or tracking, and one order.

    It is empty for a site's front page, which tells of no article, and for what is no address.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return ""
    asked = parse_qsl(parts.query, keep_blank_values=True, errors="surrogateescape")
    query = urlencode(sorted(pair for pair in asked if not _TRACKING.fullmatch(pair[0])), errors="replace")
    path = parts.path.rstrip("/")
    if not host or not (path or query):
        return ""
    place = host if port in {None, 80, 443} else f"{host}:{port}"
    return f"{place}{path}?{query}" if query else f"{place}{path}"


def _key(article: Article) -> str:
    if article.url and (page := address(article.url)):
        return _storable(page)
    return _storable(f"{article.source}\x1f{article.id}")


def _storable(text: str) -> str:
    """Return `text` as SQLite takes it: it refuses half a character."""
    return text.encode("utf-8", "backslashreplace").decode()
