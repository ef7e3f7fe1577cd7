"""Looking up names, without ever being held up by it."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread
from typing import Any

from briefing.fetch.ask import Resolver


def system(host: str, port: int) -> Sequence[str]:
    """Return a host's addresses as the system orders them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


async def look_up(resolver: Resolver, host: str, port: int) -> Sequence[str]:
    """Return a host's addresses. Raises what the resolver raises.

    Each look-up has a thread to itself that nobody waits for: one that hangs cannot be broken off, and the
    event loop's own threads would hold up the end of the run until it is through.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Sequence[str]] = loop.create_future()

    def tell(setter: Callable[[Any], None], value: object) -> None:
        if not future.done():
            setter(value)

    def work() -> None:
        try:
            outcome: tuple[Callable[[Any], None], object] = (future.set_result, resolver(host, port))
        except Exception as error:
            outcome = (future.set_exception, error)
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(tell, *outcome)

    Thread(target=work, name=f"look up {host}", daemon=True).start()
    return await future
