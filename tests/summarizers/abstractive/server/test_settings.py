import pytest

from briefing.errors import ConfigError
from briefing.summarizers.abstractive.server.settings import Server


@pytest.mark.parametrize(
    "url", ["", "localhost:11434/v1", "ftp://a.example", "http://", "http://a b/v1", "http://a:99999/v1"]
)
def test_no_address(url):
    """What is no address of a server is a wrong setting, and the error shows a right one."""
    with pytest.raises(ConfigError, match=r"llm\.url has to be an address such as"):
        Server(url=url)


@pytest.mark.parametrize("url", ["https://me:secret@a.example/v1", "https://a.example/v1?key=secret"])
def test_no_secrets_in_the_address(url):
    """An address with a password or a query is refused, and the error does not repeat it."""
    with pytest.raises(ConfigError, match=r"llm\.url may hold no") as caught:
        Server(url=url)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "wrong",
    [
        {"timeout": 0},
        {"timeout": float("nan")},
        {"parallel": 0},
        {"tokens": -1},
        {"retries": -1},
        {"cost": -0.5},
        {"window": 0},
    ],
)
def test_numbers_that_make_no_sense(wrong):
    """A number out of its range is a wrong setting, which is named."""
    with pytest.raises(ConfigError, match=rf"llm\.{next(iter(wrong))} has to be"):
        Server(**wrong)


def test_cost_needs_prices():
    """A limit in money without a price could never be reached, and is refused."""
    with pytest.raises(ConfigError, match=r"llm\.price_in, llm\.price_out"):
        Server(cost=1.0)
    assert Server(cost=1.0, price_out=0.6).cost == 1.0


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://localhost:11434/v1", True),
        ("http://LOCALHOST/v1", True),
        ("http://127.0.0.2:8080", True),
        ("http://[::1]:8080/v1", True),
        ("http://0.0.0.0:11434/v1", True),
        ("http://192.168.1.5/v1", False),
        ("http://localhost.example/v1", False),
        ("https://api.example/v1", False),
    ],
)
def test_what_runs_here(url, local):
    """A server is local whose host is this machine by name or by address."""
    assert Server(url=url).local is local


def test_base():
    """A slash at the end of the address changes nothing."""
    assert Server(url=" https://a.example:8443/v1/ ").base == "https://a.example:8443/v1"
    assert Server(url="https://a.example:8443/v1/").origin == "https://a.example:8443"
