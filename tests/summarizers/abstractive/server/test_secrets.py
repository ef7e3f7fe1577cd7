import logging

import pytest

from briefing.errors import EngineError, EngineUnavailable
from briefing.summarizers.abstractive.server import client
from tests.summarizers.abstractive.server.conftest import KEY, only
from tests.summarizers.abstractive.stub_server import fails, says, sends


@pytest.fixture
def _key(monkeypatch, caplog):
    monkeypatch.setenv("BRIEFING_LLM_KEY", KEY)
    caplog.set_level(logging.DEBUG)


def _chain(error):
    while error is not None:
        yield repr(error)
        error = error.__cause__ or error.__context__


def _logged(caplog) -> str:
    return "\n".join(record.getMessage() for record in caplog.records)


@pytest.mark.usefixtures("_key")
def test_key_is_sent_and_never_told(llm_server, make, caplog):
    """The key is in each request's own header and nowhere else: not in a log, not in the identity."""
    serving = make()
    assert only(serving) == ("A trawler ran aground off Lindvik.",)
    assert [asked.headers["authorization"] for asked in llm_server.requests] == [f"Bearer {KEY}"] * 2
    assert all(KEY not in str(asked.body) + asked.path for asked in llm_server.requests)
    assert caplog.records
    assert KEY not in _logged(caplog) + serving.identity + repr(serving)


@pytest.mark.usefixtures("_key")
@pytest.mark.parametrize("status", [200, 400, 401, 403, 404, 429, 500])
def test_echoed_key(llm_server, make, caplog, status):
    """A server that repeats the key in its error gets it into no error of ours, and into no log."""
    llm_server.script = [fails(status, f"Incorrect API key\u200b provided: {KEY}")]
    try:
        told = only(make(model="m", retries=1))
    except EngineUnavailable as error:
        told = error
    assert isinstance(told, EngineError)
    assert KEY not in "\n".join(_chain(told))
    assert "provided: …" in str(told)
    assert KEY not in _logged(caplog)


@pytest.mark.usefixtures("_key")
def test_refused_key(llm_server, make):
    """A key that is refused is named by its variable."""
    llm_server.script = [fails(401, "no")]
    with pytest.raises(EngineUnavailable, match=r"the key in \$BRIEFING_LLM_KEY was refused"):
        only(make())


def test_other_variable(llm_server, make, monkeypatch):
    """The key is read from the variable that the settings name."""
    monkeypatch.setenv("MY_HOST_KEY", KEY)
    only(make(key_env="MY_HOST_KEY"))
    assert llm_server.posts[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.usefixtures("_key")
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_not_followed(llm_server, other_server, make, caplog, status):
    """A redirect ends the run: neither the key nor the text gets to another host."""
    llm_server.script = [sends({}, status, location=f"{other_server.url}/chat/completions")]
    with pytest.raises(EngineUnavailable, match=r"redirects are not followed.*set llm\.url") as caught:
        only(make(model="m"))
    assert not other_server.requests
    assert KEY not in str(caught.value) + _logged(caplog)


@pytest.mark.usefixtures("_key")
def test_key_in_the_clear(make):
    """A key is not sent unencrypted to another machine."""
    with pytest.raises(
        EngineUnavailable, match=r"would travel unencrypted to http://192\.0\.2\.1:9"
    ) as caught:
        only(make(url="http://192.0.2.1:9/v1"))
    assert KEY not in str(caught.value)


def test_key_with_line_ends(llm_server, make, monkeypatch, caplog):
    """A key that no header can hold is refused without being repeated."""
    monkeypatch.setenv("BRIEFING_LLM_KEY", f"{KEY}\r\nx-more: 1")
    with pytest.raises(EngineUnavailable, match="set it anew") as caught:
        only(make())
    assert KEY not in "\n".join(_chain(caught.value)) + _logged(caplog)
    assert not llm_server.requests


def test_local_servers_need_no_proxy(llm_server, other_server, make, monkeypatch):
    """A server on this machine is asked directly, whatever proxy the environment names."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, other_server.url.removesuffix("/v1"))
    llm_server.script = [says("It came.")]
    assert only(make()) == ("It came.",)
    assert not other_server.requests


def test_unreadable_certificates(llm_server, make, monkeypatch):
    """Certificates that the environment names and nobody can read are an error that names the variable."""
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/certificates.pem")
    client._trusted.cache_clear()
    with pytest.raises(EngineUnavailable, match="SSL_CERT_FILE"):
        only(make())


def test_unusable_proxy(make, monkeypatch):
    """A proxy that cannot be used is an error that doesn't repeat its password."""
    monkeypatch.setenv("HTTPS_PROXY", "what://me:secret@proxy.example")
    with pytest.raises(EngineUnavailable, match="proxy that the environment names") as caught:
        only(make(url="https://api.example/v1"))
    assert "secret" not in str(caught.value)
