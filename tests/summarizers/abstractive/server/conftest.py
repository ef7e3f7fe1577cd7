import pytest

from briefing.summarizers.abstractive.server import served
from briefing.summarizers.abstractive.server.served import Served
from briefing.summarizers.abstractive.server.settings import Server
from briefing.summarizers.abstractive.writer import Request
from tests.summarizers.abstractive.stub_server import llm_server, other_server

__all__ = ["llm_server", "other_server"]

KEY = "sk-very-secret-0123456789"


@pytest.fixture(autouse=True)
def _bare(monkeypatch):
    """No key, no proxy and hardly a pause, unless a test wants them."""
    monkeypatch.delenv("BRIEFING_LLM_KEY", raising=False)
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setattr(served, "_FIRST_PAUSE", 0.02)


@pytest.fixture
def make(llm_server):
    """Make a writer that asks the stub."""

    def made(**settings) -> Served:
        return Served(Server(**{"url": llm_server.url, "timeout": 5.0, **settings}))

    return made


def request(text="A grey trawler ran aground off Lindvik on Monday.", bullets=3) -> Request:
    return Request((text,), "Trawler aground", "en", bullets)


def requests(count: int) -> list[Request]:
    return [request(f"Trawler {number} ran aground off Lindvik.") for number in range(count)]


def only(writer: Served, asked: Request | None = None):
    """Return what was written for one request, or its error."""
    ((number, written),) = writer([asked or request()])
    assert number == 0
    return written
