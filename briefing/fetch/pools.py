"""Which way a request takes: straight, or through the proxy that the environment names."""

from __future__ import annotations

import os
import ssl
from contextlib import AsyncExitStack
from functools import cache
from types import TracebackType
from urllib.request import getproxies, proxy_bypass

import httpcore2
import httpx2

from briefing.errors import ConfigError
from briefing.fetch.address import Allowed, host, port
from briefing.fetch.ask import Rules
from briefing.fetch.connect import Guard, PublicNetwork
from briefing.fetch.network import Network

_IDLE = 15.0  # seconds that a connection is kept open for the host's next request
_WAITING = 24  # and how many of these; how many are in use is not for the pool to say


class Pools:
    """Connections, straight and through proxies.

    HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY are heeded. A proxy looks names up itself, so what was
    judged here need not be what it connects to: a name is then refused as soon as one of its addresses is not
    public, or when it cannot be looked up here at all. The rest is a matter of the proxy's own rules.
    """

    def __init__(self, rules: Rules) -> None:
        """Take the rules. Raises ConfigError for a proxy or for certificates that cannot be used."""
        self._rules = rules
        self._guard = Guard(rules.resolver, Allowed(rules.allow))
        self._tls = _certificates(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
        self._proxies = getproxies()
        self._straight = self._pool(PublicNetwork(self._guard), None)
        self._through = {
            url: self._pool(Network(), _proxy(name, url))
            for name, url in self._proxies.items()
            if name in {"http", "https", "all"}
        }
        self._open = AsyncExitStack()

    async def __aenter__(self) -> Pools:
        for pool in (self._straight, *self._through.values()):
            await self._open.enter_async_context(pool)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._open.aclose()

    async def to(self, url: httpx2.URL) -> httpcore2.AsyncConnectionPool:
        """Return the connections for an address. Raises Fault where a proxy would lead to a private one."""
        proxy = self._proxies.get(url.scheme) or self._proxies.get("all")
        if not proxy or proxy_bypass(f"{host(url)}:{port(url)}"):
            return self._straight
        await self._guard.check_all(host(url), port(url))
        return self._through[proxy]

    def _pool(self, network: Network, proxy: httpcore2.Proxy | None) -> httpcore2.AsyncConnectionPool:
        return httpcore2.AsyncConnectionPool(
            ssl_context=self._tls,
            proxy=proxy,
            max_connections=self._rules.parallel + _WAITING,
            keepalive_expiry=_IDLE,
            network_backend=network,
        )


@cache
def _certificates(*places: str | None) -> ssl.SSLContext:  # a tenth of a second each time
    try:
        return httpx2.create_ssl_context()
    except OSError as error:
        named = " or ".join(place for place in places if place)
        message = f"SSL_CERT_FILE, SSL_CERT_DIR: no certificates can be read from {named}: {error.strerror}"
        raise ConfigError(message) from error


def _proxy(name: str, address: str) -> httpcore2.Proxy:
    try:
        url = httpx2.URL(address if "://" in address else f"http://{address}")
    except (httpx2.InvalidURL, ValueError):
        url = httpx2.URL("")
    if url.scheme not in {"http", "https"} or not url.host:
        raise ConfigError(f"{name.upper()}_PROXY: it is not the address of an http or https proxy")
    return httpcore2.Proxy(
        httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=port(url), target=b"/"),
        auth=(url.username, url.password) if url.userinfo else None,
    )
