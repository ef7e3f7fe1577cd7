"""Connections to public addresses alone: looked up, judged and connected to in one step.

The name is not looked up again between the judgement and the connection, so a name that changes its address
in between (DNS rebinding) gains nothing; and TLS still verifies the certificate against the name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import httpcore2

from briefing.fetch.address import Allowed, is_public
from briefing.fetch.ask import Resolver
from briefing.fetch.faults import Fault
from briefing.fetch.names import look_up, system
from briefing.fetch.network import Network

_NEXT = 3.0  # seconds for an address to answer when there is another one to try
_MOST = 4  # addresses of one host that are tried


class Guard:
    """Which addresses of a host may be connected to."""

    def __init__(self, resolver: Resolver | None, allowed: Allowed) -> None:
        self._resolver, self._allowed = resolver or system, allowed

    async def addresses(self, host: str, port: int) -> Sequence[str]:
        """Return the addresses to connect to. Raises Fault where there is none, or none that is public."""
        found = await self._found(host, port)
        if self._allowed.has(host, port):
            return found
        if not (public := [address for address in found if is_public(address)]):
            raise _private(f"leads to a private address ({found[0]})", host)
        return public

    async def check_all(self, host: str, port: int) -> None:
        """Raise Fault unless every address of a host is public: for a proxy, which looks it up once more."""
        if self._allowed.has(host, port):
            return
        try:
            found = await self._found(host, port)
        except OSError:
            raise _private("cannot be looked up here, only by the proxy, and may be private", host) from None
        for address in found:
            if not is_public(address):
                raise _private(f"leads to a private address ({address})", host)

    async def _found(self, host: str, port: int) -> Sequence[str]:
        try:
            found = await look_up(self._resolver, host, port)
        except UnicodeError:
            found = ()  # a label of it is too long
        if not found:
            raise Fault("no such host: check the address and the network")
        return found


class PublicNetwork(Network):
    """The network as far as it is public."""

    def __init__(self, guard: Guard, network: httpcore2.AsyncNetworkBackend | None = None) -> None:
        self._guard, self._network = guard, network or Network()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Connect to the first of a host's permitted addresses that answers."""
        addresses = list(await self._guard.addresses(host, port))[:_MOST]
        for address in addresses[:-1]:
            try:
                return await self._network.connect_tcp(address, port, _NEXT, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
        return await self._network.connect_tcp(addresses[-1], port, timeout, local_address, socket_options)


def _private(reason: str, host: str) -> Fault:
    return Fault(reason, advice=f"add {host} to the allowed hosts if it is yours")
