"""One request and its answer."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import aclosing, suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from tempfile import SpooledTemporaryFile

import httpcore2
import httpx2

from briefing.fetch.compression import ACCEPTED, decoder
from briefing.fetch.faults import Fault

_IN_MEMORY = 512 * 1024  # bytes of a body; the rest lies on the disk until it is asked for
_FEEDS = "application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json"
_ACCEPT = f"{_FEEDS}, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.8, */*;q=0.5"
_CRUMBS = 32  # parts that are read before others have their turn: one network read may hold thousands
_SHORT, _PATIENCE = 32 * 1024, 1.0  # bytes and seconds that are spent on a body that nobody wants

Body = SpooledTemporaryFile[bytes]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a host answered; a body that isn't wanted is not read."""

    status: int
    headers: httpx2.Headers
    body: Body | None


@cache
def agent() -> str:
    """Return who asks, as the User-Agent header says it."""
    try:
        return f"briefing/{version('briefing')} (news briefing reader)"
    except PackageNotFoundError:  # run from a checkout that isn't installed
        return "briefing (news briefing reader)"


async def exchange(
    pool: httpcore2.AsyncConnectionPool, url: httpx2.URL, headers: Mapping[str, str], most: int
) -> Reply:
    """Ask for an address and read its answer, `most` bytes at the most.

    Raises Fault, or what the network raises. No cookie and no credential is ever sent.
    """
    target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    sent = {
        "Host": url.netloc.decode("ascii"),
        "User-Agent": agent(),
        "Accept": _ACCEPT,
        "Accept-Encoding": ACCEPTED,
        **headers,
    }
    body: Body | None = None
    try:
        async with pool.stream("GET", target, headers=list(sent.items())) as response:
            received = httpx2.Headers(response.headers)
            if 200 <= response.status < 300:
                body = await _read(response, received, most)
            else:
                await _pass_over(response)
    except BaseException:  # a deadline may end it even while the connection is given back
        if body is not None:
            body.close()
        raise
    return Reply(response.status, received, body)


async def _read(response: httpcore2.Response, headers: httpx2.Headers, most: int) -> Body:
    body: Body = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - who takes the answer closes it
    try:
        await _fill(body, response, headers, most)
    except BaseException:
        body.close()
        raise
    body.seek(0)
    return body


async def _fill(body: Body, response: httpcore2.Response, headers: httpx2.Headers, most: int) -> None:
    unpacked = decoder(headers.get("content-encoding", ""))
    announced = headers.get("content-length", "")
    if announced.isdigit() and int(announced[:20]) > most:
        raise _too_large(most)
    received = number = 0
    async with aclosing(response.aiter_stream()) as parts:
        async for part in parts:
            received, number = received + len(part), number + 1
            if number % _CRUMBS == 0:
                await asyncio.sleep(0)
            for piece in unpacked.pieces(part):
                if max(body.tell() + len(piece), received) > most:
                    raise _too_large(most)
                body.write(piece)
            if received > most:
                raise _too_large(most)
    unpacked.end()


async def _pass_over(response: httpcore2.Response) -> None:
    """Read an answer that says nothing if it is short, so that its connection can be used again."""
    size = 0
    with suppress(TimeoutError, httpcore2.NetworkError, httpcore2.ProtocolError):
        async with asyncio.timeout(_PATIENCE), aclosing(response.aiter_stream()) as parts:
            async for part in parts:
                size += len(part)
                if size > _SHORT:
                    return


def _too_large(most: int) -> Fault:
    return Fault(f"is larger than {most / 1e6:g} MB")
