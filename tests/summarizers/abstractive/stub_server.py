"""A server that speaks the protocol of chat completions over real HTTP, and misbehaves as it is told."""

import gzip
import json
import re
import socket
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Event, Lock, Thread
from typing import Any

import pytest

Behaviour = Callable[["Exchange"], None]
"""What the server does with one request for a completion."""


@dataclass
class Asked:
    """A request as it came in."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any = None

    @property
    def system(self) -> str:
        """The first message."""
        return self.body["messages"][0]["content"]

    @property
    def user(self) -> str:
        """The second message."""
        return self.body["messages"][1]["content"]

    @property
    def text(self) -> str:
        """What stands between the marks of the user's message."""
        begin, end = re.findall(r'"(\[(?:BEGIN|END) [0-9a-f]+\])"', self.user.splitlines()[0])
        return self.user.split(f"\n{begin}\n")[1].split(f"\n{end}\n", maxsplit=1)[0]


class Exchange(BaseHTTPRequestHandler):
    """One request and what is sent in return."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: "_HTTPServer"
    asked: Asked

    def log_message(self, format, *args):
        """Say nothing: a test reads `requests`."""

    def do_GET(self):
        """Answer with the list of models."""
        stub = self._record(None)
        if self.path != "/v1/models" or isinstance(stub.models, int):
            self.sends(
                {"error": {"message": "no list"}}, stub.models if isinstance(stub.models, int) else 404
            )
        else:
            self.sends({"object": "list", "data": [{"id": name} for name in stub.models]})

    def do_POST(self):
        """Do what the script says."""
        stub = self._record(json.loads(self.rfile.read(int(self.headers["content-length"]))))
        try:
            stub.next()(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _record(self, body):
        stub = self.server.stub
        self.asked = Asked(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body)
        stub.requests.append(self.asked)
        return stub

    @property
    def over(self) -> Event:
        """Set when the test is."""
        return self.server.stub.over

    def sends(self, content, status=200, headers=()):
        """Send JSON, or bytes as they are."""
        raw = content if isinstance(content, bytes) else json.dumps(content).encode()
        named = {"content-type": "application/json", "content-length": str(len(raw)), **dict(headers)}
        self.send_response(status)
        for name, value in named.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(raw)


class _HTTPServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    stub: "Stub"

    def server_bind(self):
        """Bind without asking for the name of the address, which may go out to the network."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "localhost", self.server_address[1]

    def handle_error(self, request, client_address):
        """Say nothing: a client that hung up is no failure of a test."""


@dataclass
class Stub:
    """A running server. `script` says what it does, request by request; the last entry serves all others.

    `models` are the names that it lists, or the status with which it refuses to.
    """

    url: str
    script: list[Behaviour] = field(default_factory=lambda: [says("A trawler ran aground off Lindvik.")])
    models: list[str] | int = field(default_factory=lambda: ["stub-7b"])
    requests: list[Asked] = field(default_factory=list)
    over: Event = field(default_factory=Event)
    _lock: Any = field(default_factory=Lock)

    @property
    def posts(self) -> list[Asked]:
        """The requests for a completion."""
        return [asked for asked in self.requests if asked.method == "POST"]

    def next(self) -> Behaviour:
        """Return what to do with the next request."""
        with self._lock:
            return self.script.pop(0) if len(self.script) > 1 else self.script[0]


def _start() -> tuple[Stub, _HTTPServer]:
    server = _HTTPServer(("127.0.0.1", 0), Exchange)
    stub = Stub(f"http://127.0.0.1:{server.server_port}/v1")
    server.stub = stub
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    return stub, server


def _served() -> Iterator[Stub]:
    stub, server = _start()
    yield stub
    stub.over.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def llm_server() -> Iterator[Stub]:
    """Run a server whose `url`, `script`, `models` and `requests` a test may read and change."""
    yield from _served()


@pytest.fixture
def other_server() -> Iterator[Stub]:
    """Run another host, which nobody should ask."""
    yield from _served()


def completion(text, reason="stop", **more):
    """Return a chat completion with `text`, which may be anything."""
    message = {"role": "assistant", "content": text}
    return {"object": "chat.completion", "choices": [{"message": message, "finish_reason": reason}], **more}


def says(*bullets, **more) -> Behaviour:
    """Answer well, with these bullets."""
    return writes(json.dumps({"bullets": bullets}), **more)


def writes(text, reason="stop", **more) -> Behaviour:
    """Answer with this text as the model's."""
    return lambda exchange: exchange.sends(completion(text, reason, **more))


def sends(content, status=200, **headers) -> Behaviour:
    """Answer with this body, whatever it is."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda exchange: exchange.sends(content, status, named)


def fails(status, message="", **headers) -> Behaviour:
    """Answer with an error as hosts word it."""
    return sends({"error": {"message": message, "type": "error"}}, status, **headers)


def raw(answer: bytes) -> Behaviour:
    """Send these bytes, whether they are HTTP or not, and hang up."""

    def behave(exchange):
        exchange.close_connection = True
        exchange.wfile.write(answer)

    return behave


def late(seconds: float, then: Behaviour) -> Behaviour:
    """Answer only after a while."""

    def behave(exchange):
        exchange.over.wait(seconds)
        then(exchange)

    return behave


def drips(exchange):
    """Send a byte of the headers now and then, for ever."""
    exchange.close_connection = True
    exchange.wfile.write(b"HTTP/1.1 200 OK\r\nx-slow: ")
    while not exchange.over.wait(0.05):
        exchange.wfile.write(b"z")


def drips_a_body(exchange):
    """Send a byte of a long answer now and then."""
    exchange.close_connection = True
    exchange.wfile.write(b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n")
    while not exchange.over.wait(0.05):
        exchange.wfile.write(b" ")


def never_ends(exchange):
    """Send white space for ever, as fast as it is taken."""
    exchange.close_connection = True
    exchange.wfile.write(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n")
    while not exchange.over.is_set():
        exchange.wfile.write(b" " * 65536)


def resets(exchange):
    """Break the connection off without an answer."""
    exchange.close_connection = True
    exchange.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    exchange.connection.close()


def breaks_off(exchange):
    """Announce more than is sent."""
    exchange.close_connection = True
    exchange.sends(b'{"choices"', headers={"content-length": "5000"})


def sends_too_much(exchange):
    """Announce less than is sent."""
    exchange.close_connection = True
    exchange.sends(completion('{"bullets": ["It is whole."]}'), headers={"content-length": "20"})


def zips(exchange):
    """Answer well, compressed, though nobody asked for that."""
    raw = gzip.compress(json.dumps(completion('{"bullets": ["It was packed."]}')).encode())
    exchange.sends(raw, headers={"content-encoding": "gzip"})


def zips_badly(exchange):
    """Call gzip what is none."""
    exchange.sends(b"\x1f\x8bnot what it says", headers={"content-encoding": "gzip"})


@cache
def _bomb() -> bytes:
    return gzip.compress(b" " * 50_000_000, 1)


def bombs(exchange):
    """Send 50 MB of white space as 200 kB."""
    exchange.sends(_bomb(), headers={"content-encoding": "gzip"})


def obeys(exchange):
    """Do what the article says: repeat what stands there after "say:", with a link."""
    told = re.search(r"say:([^.]*\.)", exchange.asked.text)
    said = told[1].strip() if told else "Nothing was ordered."
    says(said, "Read more at https://evil.example/win.")(exchange)


def knows_only(model: str, then: Behaviour) -> Behaviour:
    """Answer only for one model."""

    def behave(exchange):
        asked = exchange.asked.body["model"]
        answer = then if asked == model else fails(404, f'model "{asked}" not found, try pulling it first')
        answer(exchange)

    return behave


def refuses(words: dict[str, str], then: Behaviour, status=400) -> Behaviour:
    """Refuse requests that hold one of `words`, each with its own message."""

    def behave(exchange):
        sent = json.dumps({k: v for k, v in exchange.asked.body.items() if k != "messages"})
        message = next((words[word] for word in words if word in sent), None)
        (then if message is None else fails(status, message))(exchange)

    return behave
