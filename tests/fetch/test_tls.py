"""Certificates are verified, always, and against the host's name."""

import ssl
from datetime import UTC, datetime

import pytest
import trustme

from tests.fetch.quick import LATE, SOON, body, named, one, reason
from tests.fetch.server import Server, redirect, secure

PAST = datetime(2020, 1, 1, tzinfo=UTC)


def test_a_valid_certificate_is_trusted(authority):
    """The name is verified, though the connection is made to a number."""
    with secure(authority, "news.example") as server:
        assert body(one(server, "/", host="news.example", **named("news.example"))) == b"safe"


def test_one_connection_is_not_shared_between_names(authority):
    """Two names at one address are two hosts: each certificate is verified for its own."""
    with secure(authority, "news.example") as server:
        allowed = named("news.example", "other.example")
        server.pages["/"] = redirect(server.url("/", "other.example"))
        said = reason(one(server, "/", host="news.example", **allowed))
    assert said == "redirects to other.example: its certificate is not valid: made out to another host"


def test_a_foreign_authority_is_not_trusted(authority):
    """A certificate that signs itself, or whose issuer nobody knows, is refused."""
    with secure(trustme.CA(), "news.example") as server:
        said = reason(one(server, "/", host="news.example", **named("news.example")))
    assert said == "its certificate is not valid: its issuer is not known here"
    assert server.visits == []


def test_an_expired_certificate_is_named(authority):
    """A certificate of yesterday is refused, and said to be one."""
    with secure(authority, "news.example", not_before=PAST, not_after=PAST.replace(year=2021)) as server:
        said = reason(one(server, "/", host="news.example", **named("news.example")))
    assert said == "its certificate is not valid: expired"


def test_a_server_that_never_shakes_hands(server):
    """A server that keeps silent about TLS is given up at the deadline."""
    (said,) = {reason(one(Address(server), "/", allow=frozenset([server.place]), per_url=SOON))}
    assert said == LATE


def test_plain_http_at_a_secure_address(server):
    """A server that answers https in plain text is said not to speak it."""
    with Greeting() as greeting:
        said = reason(one(greeting, "/"))
    assert said == "does not speak https at this port: check the address"


def test_certificates_that_cannot_be_read(monkeypatch, server, tmp_path):
    """An environment that names certificates that are not there is wrong, and said to be."""
    from briefing.errors import ConfigError

    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    with pytest.raises(ConfigError, match="SSL_CERT_FILE"):
        one(server, "/")


class Address(Server):
    """Another server's place, under an https address."""

    def __init__(self, of: Server):
        super().__init__(tls=ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER))
        self.port = of.port


class Greeting(Server):
    """A server that greets in plain text and calls its address https."""

    async def _connected(self, reader, writer):
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        await writer.drain()
        writer.close()

    def url(self, path="/", host=""):
        """Return an https address."""
        return super().url(path, host).replace("http:", "https:")
