"""Mail servers for tests: a real one, and one that does whatever a test wants."""

from __future__ import annotations

import socket
import ssl
from base64 import b64decode
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD, TOKEN = "ada@example.org", "pässword", "token-123"


@dataclass
class Taken:
    """A message that a server took."""

    sender: str
    recipients: list[str]
    data: bytes
    login: bool
    encrypted: bool


@dataclass
class Real:
    """What handles the mail of a real server: it keeps it."""

    taken: list[Taken] = field(default_factory=list)
    refuses: dict[str, str] = field(default_factory=dict)
    """What is said to a recipient instead of 250."""

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient, or refuse it."""
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Take a message."""
        login, secure = bool(session.authenticated), server.transport.get_extra_info("sslcontext") is not None
        self.taken.append(
            Taken(envelope.mail_from, list(envelope.rcpt_tos), envelope.original_content, login, secure)
        )
        return "250 taken"

    async def auth_XOAUTH2(self, server: SMTP, arguments: list[str]) -> AuthResult:
        """Let in who has the token."""
        right = f"user={USER}\1auth=Bearer {TOKEN}\1\1"
        if b64decode(arguments[1]).decode() == right:
            return AuthResult(success=True)
        await server.push("334 eyJzdGF0dXMiOiI0MDAifQ==")
        await server._reader.readline()
        return AuthResult(success=False, handled=False)


def authenticate(_server: Any, _session: Any, _envelope: Any, _mechanism: str, given: Any) -> AuthResult:
    """Let in who has the password."""
    right = isinstance(given, LoginPassword) and given == LoginPassword(USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)


def context(issuer: trustme.CA, *names: str, **validity: Any) -> ssl.SSLContext:
    """Return what a server needs to show a certificate for these names."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    issuer.issue_cert(*names, **validity).configure_cert(made)
    return made


def real(handler: Real, **options: Any) -> Controller:
    """Return a real server on a free port, running."""
    made = Controller(handler, hostname="127.0.0.1", port=free_port(), ready_timeout=30, **options)
    made.start()
    return made


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Gone(Exception):
    """The client has hung up."""


class Peer:
    """A server's side of a connection."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.file = connection.makefile("rb")
        self.last = ""
        """What came with the last command."""

    def say(self, text: str) -> None:
        """Say lines."""
        self.connection.sendall(text.replace("\n", "\r\n").encode() + b"\r\n")

    def hear(self) -> str:
        """Return the next line."""
        line = self.file.readline()
        if not line:
            raise Gone
        return line.decode("latin-1").rstrip("\r\n")

    def encrypt(self, secure: ssl.SSLContext) -> None:
        """Go on in TLS."""
        self.connection = secure.wrap_socket(self.connection, server_side=True)
        self.file = self.connection.makefile("rb")


Answer = str | Callable[[Peer], None]
EHLO = "250-rude.example\n250 SIZE 10000000"
POLITE: dict[str, Answer] = {
    "GREETING": "220 rude.example",
    "EHLO": EHLO,
    "AUTH": "235 welcome",
    "MAIL": "250 ok",
    "RCPT": "250 ok",
    "DATA": "354 go on",
    "END": "250 taken",
    "QUIT": "221 bye",
}


class Rude:
    """A server that answers each command as it is told to. It keeps what it heard, and what it took."""

    def __init__(self, *, tls: ssl.SSLContext | None = None, **answers: Answer) -> None:
        self.answers = {**POLITE, **answers}
        self.heard: list[str] = []
        self.taken: list[str] = []
        self._tls = tls
        self._stopped = Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._open: list[socket.socket] = []
        self._threads = [Thread(target=self._serve, daemon=True)]
        self._threads[0].start()

    def __enter__(self) -> Rude:
        """Begin to use it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop, and hang up on everybody."""
        self._stopped.set()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for connection in self._open:
            with suppress(OSError):
                socket.socket.shutdown(connection, socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(10)

    def _serve(self) -> None:
        with suppress(OSError):
            while not self._stopped.is_set():
                connection, _ = self._listening.accept()
                self._open.append(connection)
                self._threads.append(Thread(target=self._visit, args=(connection,), daemon=True))
                self._threads[-1].start()

    def _visit(self, connection: socket.socket) -> None:
        peer = Peer(connection)
        try:
            if self._tls is not None:
                peer.encrypt(self._tls)
            self._answer(peer, "GREETING")
            while True:
                command, _, rest = peer.hear().partition(" ")
                command, peer.last = command.upper(), rest
                self.heard.append(f"{command} {rest}")
                self._answer(peer, command)
                if command == "DATA" and self.answers["DATA"] == POLITE["DATA"]:
                    self._take(peer)
        except (OSError, ValueError, Gone):
            pass
        finally:
            peer.file.close()
            peer.connection.close()

    def _answer(self, peer: Peer, command: str) -> None:
        answer = self.answers.get(command, "500 what?")
        if callable(answer):
            answer(peer)
        else:
            peer.say(answer)

    def _take(self, peer: Peer) -> None:
        lines = []
        while (line := peer.hear()) != ".":
            lines.append(line.removeprefix(".") if line.startswith("..") else line)
        self.taken.append("\n".join(lines))
        self._answer(peer, "END")


def hang(peer: Peer) -> None:
    """Say nothing, ever."""
    while True:
        peer.hear()


def cut(peer: Peer) -> None:
    """Hang up."""
    raise Gone


def drip(peer: Peer) -> None:
    """Say a letter at a time, for hours."""
    while True:
        peer.connection.sendall(b"2")
        Event().wait(0.02)


def babble(peer: Peer) -> None:
    """Say one line after another, and never the last."""
    while True:
        peer.connection.sendall(b"250-and\r\n" * 1000)


def cut_in_message(peer: Peer) -> None:
    """Take the beginning of a message, and hang up."""
    peer.say("354 go on")
    peer.hear()
    raise Gone
