"""A server on this machine that answers well, badly or never, as a test tells it to.

    with Server() as server:
        server.pages["/feed"] = page(b"...", ETag='"1"')
        server.pages["/slow"] = drip
        server.url("/feed")

A page is a coroutine function of a `Visit`, which holds the request and writes the answer, however raw.
"""

from __future__ import annotations

import asyncio
import gzip
import socket
import ssl
import struct
import zlib
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from http import HTTPStatus
from threading import Event, Thread

import trustme


@dataclass
class Visit:
    """A request, and the way back to who sent it."""

    path: str
    headers: dict[str, str]
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    host: str = ""

    async def send(self, data: bytes) -> None:
        """Write raw bytes."""
        self.writer.write(data)
        await self.writer.drain()

    async def answer(self, status: int = 200, body: bytes = b"", **headers: str) -> None:
        """Write a whole answer; `Content_Type="text/html"` is a header."""
        headers = {**({} if status == 304 else {"Content_Length": str(len(body))}), **headers}
        await self.send(head(status, **headers) + body)


Page = Callable[[Visit], Awaitable[None]]


@dataclass
class Server:
    """A server at a port of its own, in a thread of its own. Unknown pages are 404, and so is robots.txt."""

    address: str = "127.0.0.1"
    tls: ssl.SSLContext | None = None
    pages: dict[str, Page] = field(default_factory=dict)
    visits: list[Visit] = field(default_factory=list)
    connections: int = 0
    """How many connections were made to it, whatever they asked."""

    def __enter__(self) -> Server:
        self._up, self._tasks = Event(), set()
        self._thread = Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        assert self._up.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._down.set)
        self._thread.join(10)
        assert not self._thread.is_alive()

    @property
    def place(self) -> str:
        """Its address and port, as `Rules.allow` takes them."""
        return f"{self.address}:{self.port}"

    def url(self, path: str = "/", host: str = "") -> str:
        """Return the address of a page, under another name of the host if one is given."""
        return f"http{'s' * bool(self.tls)}://{host or self.address}:{self.port}{path}"

    def paths(self) -> list[str]:
        """Return what was asked for, robots.txt apart, in order."""
        return [visit.path for visit in self.visits if visit.path != "/robots.txt"]

    async def _serve(self) -> None:
        self._loop, self._down = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._connected, self.address, 0, ssl=self.tls)
        self.port = server.sockets[0].getsockname()[1]
        self._up.set()
        await self._down.wait()
        server.close()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await server.wait_closed()
        await asyncio.sleep(0)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        task = asyncio.current_task()
        self._tasks.add(task)
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError, asyncio.CancelledError):
                while await self._visit(reader, writer):
                    pass
        finally:
            self._tasks.discard(task)
            writer.transport.abort()

    async def _visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        pairs = (line.partition(":") for line in lines[1:] if line)
        headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
        visit = Visit(lines[0].split()[1], headers, reader, writer, headers.get("host", ""))
        self.visits.append(visit)
        await self.pages.get(visit.path, missing)(visit)
        return not writer.is_closing()


def secure(issuer: trustme.CA, *names: str, **validity: datetime) -> Server:
    """Return a server with a certificate for these names."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    issuer.issue_cert(*names, **validity).configure_cert(context)
    return Server(tls=context, pages={"/": page(b"safe")})


def head(status: int = 200, **headers: str) -> bytes:
    """Return the head of an answer."""
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n{lines}\r\n".encode("latin-1")


def page(body: bytes, status: int = 200, **headers: str) -> Page:
    """Return a page that always answers this."""
    return lambda visit: visit.answer(status, body, **headers)


def redirect(target: str, status: int = 302) -> Page:
    """Return a page that leads elsewhere."""
    return page(b"", status, Location=target)


def in_turn(*pages: Page) -> Page:
    """Return a page that answers differently each time, and as the last from then on."""
    left = list(pages)
    return lambda visit: (left.pop(0) if len(left) > 1 else left[0])(visit)


def tagged(body: bytes, etag: str = '"1"', **headers: str) -> Page:
    """Return a page that says 304 to who knows its tag."""

    async def answer(visit: Visit) -> None:
        same = visit.headers.get("if-none-match") == etag
        await visit.answer(304 if same else 200, b"" if same else body, ETag=etag, **headers)

    return answer


async def missing(visit: Visit) -> None:
    """Say 404."""
    await visit.answer(404, b"nothing here")


async def hang(visit: Visit) -> None:
    """Say nothing, ever."""
    await visit.reader.read()


async def hang_in_head(visit: Visit) -> None:
    """Stop in the middle of a header."""
    await visit.send(b"HTTP/1.1 200 OK\r\nContent-Ty")
    await hang(visit)


async def hang_in_body(visit: Visit) -> None:
    """Stop in the middle of the body."""
    await visit.send(head(Content_Length="1000") + b"<rss>")
    await hang(visit)


async def drip(visit: Visit) -> None:
    """Send a body a byte at a time, for hours."""
    await visit.send(head(Content_Length="1000000"))
    while True:
        await visit.send(b".")
        await asyncio.sleep(0.02)


async def drip_error(visit: Visit) -> None:
    """Say 404, and why a byte at a time."""
    await visit.send(head(404, Content_Length="1000"))
    while True:
        await visit.send(b".")
        await asyncio.sleep(0.02)


async def drip_head(visit: Visit) -> None:
    """Send headers a byte at a time, for hours."""
    await visit.send(b"HTTP/1.1 200 OK\r\nX: ")
    while True:
        await visit.send(b".")
        await asyncio.sleep(0.02)


async def reset(visit: Visit) -> None:
    """Break off the connection the hard way, before any answer."""
    raw = visit.writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    visit.writer.transport.abort()


async def reset_in_body(visit: Visit) -> None:
    """Break it off in the middle of the body."""
    await visit.send(head(Content_Length="1000") + b"<rss>")
    await reset(visit)


async def too_short(visit: Visit) -> None:
    """Announce more than is sent."""
    await visit.send(head(Content_Length="1000") + b"<rss></rss>")
    visit.writer.close()


async def too_long(visit: Visit) -> None:
    """Send more than is announced."""
    await visit.send(head(Content_Length="5") + b"<rss></rss> and so on\r\n\r\n")


async def contradictory(visit: Visit) -> None:
    """Announce two lengths."""
    await visit.send(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\n<rss/>")


async def babble(visit: Visit) -> None:
    """Speak another protocol."""
    await visit.send(b"220 mail.example ESMTP ready\r\n\r\n")
    visit.writer.close()


async def endless(visit: Visit) -> None:
    """Send a body without end."""
    await visit.send(head(Content_Type="text/xml"))
    while True:
        await visit.send(b"<item>again</item>" * 4000)


async def endless_head(visit: Visit) -> None:
    """Send headers without end."""
    await visit.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        await visit.send(b"X-Again: and again\r\n" * 1000)


async def endless_chunks(visit: Visit) -> None:
    """Send a body without end in chunks of one byte."""
    await visit.send(head(Transfer_Encoding="chunked"))
    while True:
        await visit.send(b"1\r\n.\r\n" * 4000)


async def false_gzip(visit: Visit) -> None:
    """Call gzip what is none."""
    await visit.answer(200, b"<rss></rss>", Content_Encoding="gzip")


async def cut_gzip(visit: Visit) -> None:
    """Send half of what gzip made."""
    await visit.answer(200, gzip.compress(bytes(range(256)) * 40)[:-20], Content_Encoding="gzip")


async def bomb(visit: Visit) -> None:
    """Send what swells from 10 MB to 10 GB."""
    await visit.send(head(Content_Encoding="gzip", Content_Type="application/xml"))
    for part in bomb_parts():
        await visit.send(part)
    visit.writer.close()


def bomb_parts(blocks: int = 1000) -> Iterator[bytes]:
    """Give 10 kB of gzip for every 10 MB of zeros. A block flushed in full may be repeated."""
    first, block = _bomb()
    yield first
    for _ in range(blocks - 1):
        yield block


@cache
def _bomb() -> tuple[bytes, bytes]:
    packer, zeros = zlib.compressobj(9, zlib.DEFLATED, 31), bytes(10_000_000)
    first = packer.compress(zeros) + packer.flush(zlib.Z_FULL_FLUSH)
    return first, packer.compress(zeros) + packer.flush(zlib.Z_FULL_FLUSH)
