"""A conversation with a mail server: encrypted before anything is said that others may not hear."""

from __future__ import annotations

import smtplib
import socket
import ssl
from base64 import b64encode
from collections.abc import Callable
from typing import IO

from briefing.deliver.mail.causes import Refused, Unfit
from briefing.deliver.mail.deadline import Line
from briefing.deliver.mail.secrets import Secret

_MOST = 1 << 20
"""Bytes that a server may say in one conversation."""
_EACH_ADDRESS = 15.0  # seconds to reach one of a name's addresses, so that there is time for the next
_GRACE = 5.0  # seconds after which the socket gives up by itself, should nobody have cut it


class Conversation:
    """One connection to a server. What fails raises Refused, Unfit, OSError or SMTPException.

    `doing` says, at any time, what it is that the server is waited for.
    """

    def __init__(self, line: Line, host: str) -> None:
        self.doing = "connecting"
        self._line, self._host = line, host
        self._client = smtplib.SMTP(
            local_hostname="localhost"
        )  # the name is given below, without asking for it

    def close(self) -> None:
        """Let the connection go."""
        self._client.close()

    def connect(self, port: int, seconds: float, *, encrypted: bool) -> None:
        """Reach the server and hear its greeting."""
        reached = socket.create_connection((self._host, port), min(seconds, _EACH_ADDRESS))
        reached.settimeout(seconds + _GRACE)
        self._talk_over(reached)
        if encrypted:
            self._encrypt()
        self.doing = "waiting for its greeting"
        self._accepted(self._client.getreply(), "connecting")
        self._greet()

    def encrypt(self) -> None:
        """Go on encrypted. Raises Unfit where the server doesn't offer that: nothing has been said then."""
        if not self._client.has_extn("starttls"):
            raise Unfit(
                "does not offer STARTTLS, or somebody on the way has taken it out: nothing was sent; "
                'is it mail.security = "tls", with port 465?'
            )
        self._accepted(self._client.docmd("STARTTLS"), "STARTTLS")
        self._encrypt()
        self._client.ehlo_resp = self._client.helo_resp = None
        self._client.esmtp_features = {}
        self._greet()

    def login(self, user: str, secret: Secret, *, token: bool) -> None:
        """Say who sends: with a password, or with a token of OAuth. Tried once, so as to lock no account."""
        self.doing = "logging in"
        offered = self._client.esmtp_features.get("auth", "").upper().split()
        if token:
            self._offered("XOAUTH2", offered)
            answer = self._auth("XOAUTH2", f"user={user}\1auth=Bearer {secret.text}\1\1")
            if answer[0] == 334:  # why not, in JSON; an empty line asks for the code
                answer = self._client.docmd("")
        elif "LOGIN" in offered and "PLAIN" not in offered:
            answer = self._client.docmd("AUTH", "LOGIN")
            for each in (user, secret.text):
                if answer[0] == 334:
                    answer = self._client.docmd(_coded(each))
        else:
            self._offered("PLAIN", offered)
            answer = self._auth("PLAIN", f"\0{user}\0{secret.text}")
        if answer[0] not in {235, 503}:  # 503: who sends is known already
            advice = "check mail.user, and where its password or token comes from"
            raise Refused("the login", answer[0], secret.hide(answer[1].decode("utf-8", "replace")), advice)

    @property
    def largest(self) -> int:
        """The size in bytes of the largest message that the server takes; 0 where it doesn't say."""
        told = self._client.esmtp_features.get("size", "")
        return int(told) if told.isdecimal() and len(told) < 20 else 0

    def offer(self, sender: str, size: int) -> None:
        """Begin a message."""
        self.doing = "offering the message"
        options = [f"size={size}"] if self._client.has_extn("size") else []
        answer = self._client.mail(sender, options)
        advice = "set mail.user and where its password comes from" if answer[0] == 530 else ""
        self._accepted(answer, f"the sender {sender}", advice)

    def address(self, recipient: str) -> None:
        """Name a recipient."""
        self.doing = f"naming the recipient {recipient}"
        self._accepted(self._client.rcpt(recipient), f"the recipient {recipient}")

    def hand_over(self, data: bytes) -> None:
        """Send the message itself. When this returns, it is the server's to deliver."""
        self.doing = "handing the message over (the server may have it: the next try has the same Message-ID)"
        try:
            self._accepted(self._client.data(data), "the message")
        except smtplib.SMTPDataError as error:
            said = error.smtp_error
            raise Refused("the message", error.smtp_code, said) from None
        self._client.putcmd("QUIT")  # nobody waits for the answer: the message must be marked as sent first

    def _greet(self) -> None:
        self.doing = "saying hello"
        try:
            self._client.ehlo_or_helo_if_needed()
        except smtplib.SMTPHeloError as error:
            raise Refused("hello", error.smtp_code, error.smtp_error) from None

    def _offered(self, mechanism: str, offered: list[str]) -> None:
        if mechanism not in offered:
            known = f"it has {', '.join(offered)}" if offered else "it takes no login"
            raise Unfit(f"does not take a login by {mechanism} ({known}): check mail.user and the port")

    def _auth(self, mechanism: str, said: str) -> tuple[int, bytes]:
        return self._client.docmd("AUTH", f"{mechanism} {_coded(said)}")

    def _encrypt(self) -> None:
        self.doing = "agreeing on encryption"
        plain = self._client.sock
        assert plain is not None
        context = ssl.create_default_context()
        secure = context.wrap_socket(plain, server_hostname=self._host, do_handshake_on_connect=False)
        self._talk_over(secure)
        secure.do_handshake()

    def _talk_over(self, connection: socket.socket) -> None:
        """Take a connection; what the server said on the one before it counts for nothing."""
        self._line.hold(connection)
        name, *_ = connection.getsockname()
        self._client.local_hostname = f"[IPv6:{name}]" if ":" in name else f"[{name}]"
        if self._client.file is not None:
            self._client.file.close()
        self._client.sock = connection
        self._client.file = _Measured(connection.makefile("rb"))

    @staticmethod
    def _accepted(answer: tuple[int, bytes], doing: str, advice: str = "") -> None:
        if not 200 <= answer[0] < 300:
            raise Refused(doing, *answer, advice)


class _Measured:
    """What a server says, and no end of it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._left = file, _MOST
        self.close: Callable[[], None] = file.close

    def readline(self, most: int) -> bytes:
        """Return a line; nothing where it was cut before its end. Raises SMTPException for too many."""
        line = self._file.readline(most)
        if len(line) < most and not line.endswith(b"\n"):
            return b""
        self._left -= len(line)
        if self._left < 0:
            raise smtplib.SMTPException("the server says too much")
        return line


def _coded(text: str) -> str:
    return b64encode(text.encode()).decode()
