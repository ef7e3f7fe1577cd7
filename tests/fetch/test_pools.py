"""A proxy is used, and is no way around the rules."""

import asyncio
from contextlib import suppress

import pytest

from briefing.errors import ConfigError
from briefing.fetch import Answer, Ask, Failure, fetch
from tests.fetch.quick import body, one, reason, rules
from tests.fetch.server import Server, page, secure


@pytest.fixture
def proxy(monkeypatch):
    """Return a proxy that the environment names."""
    with Server() as running:
        monkeypatch.setenv("HTTP_PROXY", f"http://me:secret@{running.place}")
        running.pages["http://news.example/"] = page(b"by proxy")
        yield running


def news(*addresses: str, url: str = "http://news.example/", **changes: object) -> Answer | Failure:
    """Return what came of a host that lies at these addresses, or is not known here."""

    def resolver(host, port):
        if addresses:
            return addresses
        raise OSError("no such name")

    (outcome,) = fetch([Ask(url)], rules(resolver=resolver, **changes))
    return outcome


def test_a_proxy_is_used(proxy):
    """What is public is asked of the proxy, with the proxy's own credentials."""
    assert body(news("8.8.8.8")) == b"by proxy"
    assert "proxy-authorization" in proxy.visits[-1].headers


def test_a_proxy_leads_to_no_private_address(proxy):
    """A name with a single private address is not asked of the proxy, nor one that isn't known here."""
    assert reason(news("8.8.8.8", "10.0.0.1")) == "leads to a private address (10.0.0.1)"
    assert reason(news()) == "cannot be looked up here, only by the proxy, and may be private"
    assert proxy.connections == 0
    assert body(news(allow=("news.example",))) == b"by proxy"


def test_no_proxy_is_heeded(proxy, server, monkeypatch):
    """A host that the environment excepts is asked without the proxy, under the same rules."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    server.pages["/"] = page(b"straight")
    assert body(one(server, "/")) == b"straight"
    assert "private" in reason(one(server, "/", allow=()))
    assert proxy.connections == 0


def test_a_proxy_that_is_not_there_is_named(proxy, monkeypatch):
    """A proxy that refuses the connection is a fault like any other."""
    with Server() as gone:
        place = gone.place
    monkeypatch.setenv("HTTP_PROXY", place)
    assert reason(news("8.8.8.8")) == "refused the connection"


def test_a_tunnel_that_is_refused_is_named(proxy, monkeypatch):
    """A proxy that does not let https through is said to be the one."""
    monkeypatch.setenv("HTTPS_PROXY", f"http://{proxy.place}")
    assert reason(news("8.8.8.8", url="https://news.example/")) == "the proxy does not let it through"


@pytest.mark.parametrize("wrong", ["socks5://127.0.0.1:1", "ftp://127.0.0.1", "http://", "http://a:x"])
def test_a_proxy_of_another_kind_is_named(server, monkeypatch, wrong):
    """A proxy that cannot be used stops the run, with the variable that names it."""
    monkeypatch.setenv("ALL_PROXY", wrong)
    with pytest.raises(ConfigError, match="ALL_PROXY"):
        one(server, "/")


def test_a_certificate_is_verified_through_a_tunnel(proxy, authority, monkeypatch):
    """What a proxy passes on is verified against the host's name, as it is without one."""
    monkeypatch.setenv("HTTPS_PROXY", f"http://{proxy.place}")
    with secure(authority, "news.example") as host:

        async def tunnel(visit):
            await visit.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
            reader, writer = await asyncio.open_connection(host.address, host.port)
            try:
                await asyncio.gather(pour(visit.reader, writer), pour(reader, visit.writer))
            finally:  # the server may end before either side does
                writer.transport.abort()

        proxy.pages |= {f"{name}.example:443": tunnel for name in ("news", "other")}
        assert body(news("8.8.8.8", url="https://news.example/")) == b"safe"
        said = reason(news("8.8.8.8", url="https://other.example/"))
    assert said == "its certificate is not valid: made out to another host"


async def pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Pass on what comes until nothing does."""
    with suppress(ConnectionError):
        while data := await reader.read(65536):
            writer.write(data)
    writer.transport.abort()
