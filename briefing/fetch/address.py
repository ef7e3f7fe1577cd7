"""Which addresses may be asked at all: web addresses, at public places, at ports that speak HTTP."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

import httpx2

from briefing.errors import ConfigError
from briefing.fetch.faults import Fault

# Ports of other services, which browsers refuse as well (the Fetch standard's "bad ports").
_BAD_PORTS = frozenset(
    int(port)
    for port in """0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110
    111 113 115 117 119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554
    556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667
    6668 6669 6679 6697 10080""".split()
)
# IANA's registries of special-purpose addresses. Python's own is_private differs from one 3.11 to the next.
_PRIVATE_4 = tuple(
    ipaddress.IPv4Network(network)
    for network in """0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
    192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4
    240.0.0.0/4""".split()
)
# Of IPv6 only 2000::/3 is given out. What is taken out here: Teredo and its neighbours, documentation, 6to4.
_PUBLIC_6 = ipaddress.IPv6Network("2000::/3")
_PRIVATE_6 = tuple(
    ipaddress.IPv6Network(network) for network in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_DEFAULT = {"http": 80, "https": 443}


def is_public(address: str) -> bool:
    """Whether an IP address is one that anybody on the internet reaches."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        elif ip in _NAT64:  # how a network without IPv4 names every IPv4 address
            ip = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        else:
            return ip in _PUBLIC_6 and not any(ip in network for network in _PRIVATE_6)
    return not any(ip in network for network in _PRIVATE_4)


def parse(text: str) -> httpx2.URL:
    """Return a web address, without its fragment. Raises Fault where it is none, or none to be asked."""
    try:
        return _checked(httpx2.URL(text.strip()))
    except (httpx2.InvalidURL, ValueError):
        raise Fault("is no web address") from None


def join(base: httpx2.URL, location: str) -> httpx2.URL:
    """Return where a redirect leads. Raises Fault where that is no address to be asked."""
    try:
        return _checked(base.join(location.strip()))
    except (httpx2.InvalidURL, ValueError):
        raise Fault("redirects to what is no web address") from None


def port(url: httpx2.URL) -> int:
    """Return the port of a web address."""
    return _DEFAULT[url.scheme] if url.port is None else url.port


def host(url: httpx2.URL) -> str:
    """Return the host of a web address in ASCII, an IPv6 address without brackets."""
    return url.raw_host.decode("ascii")


class Allowed:
    """The hosts that may lie at private addresses."""

    def __init__(self, entries: Iterable[str]) -> None:
        """Take names, addresses and "host:port". Raises ConfigError for what is none of these."""
        self._pairs = {_pair(entry) for entry in entries}

    def has(self, host: str, port: int) -> bool:
        """Whether a host is allowed at this port."""
        return bool({(host, None), (host, port)} & self._pairs)


def _pair(entry: str) -> tuple[str, int | None]:
    text = entry.strip()
    try:
        url = httpx2.URL(f"//[{text}]" if text.count(":") > 1 and "[" not in text else f"//{text}")
    except (httpx2.InvalidURL, ValueError):
        url = httpx2.URL("")
    if not url.host or url.userinfo or url.path.strip("/") or url.query or url.fragment:
        raise ConfigError(f"allow: {entry!r} is no host; write a name, an address or host:port")
    return host(url).rstrip("."), url.port


def _checked(url: httpx2.URL) -> httpx2.URL:
    if not url.scheme:
        raise Fault("is no web address: it starts with https://")
    if url.scheme not in _DEFAULT:
        raise Fault(f"leads to {url.scheme[:20]}:, and only http: and https: are read")
    if not host(url).strip("."):
        raise Fault("names no host")
    if url.userinfo:
        raise Fault("has a user name or a password in it: write it without")
    if port(url) in _BAD_PORTS or port(url) > 65535:
        raise Fault(f"names port {port(url)}, where no web server is")
    return url.copy_with(host=host(url).rstrip("."), fragment=None)
