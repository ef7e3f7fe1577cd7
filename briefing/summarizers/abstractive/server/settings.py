"""Where the server is, how long it may take and what it may cost."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from briefing.errors import ConfigError

_POSITIVE = ("timeout", "deadline", "parallel", "tokens", "window")
_NOT_NEGATIVE = ("retries", "cost", "price_in", "price_out")


@dataclass(frozen=True, slots=True)
class Server:
    """A server that speaks OpenAI's chat completions: Ollama, llama.cpp, vLLM, LM Studio or a hosted one.

    Raises ConfigError, which names the setting of `[llm]`, where a value makes no sense.
    """

    url: str = "http://localhost:11434/v1"
    """What stands before `/chat/completions`; without a user, a query or a fragment."""
    model: str | None = None
    """The model's name on the server. None: the only or the first one that the server has."""
    key_env: str = "BRIEFING_LLM_KEY"
    """The environment variable that holds the key. A local server needs none."""
    timeout: float = 120.0
    """Seconds for one answer, from the request to the last byte."""
    retries: int = 2
    """How often a request is repeated that the server was too busy for, or answered with nonsense."""
    parallel: int = 4
    """Requests at once."""
    deadline: float = 900.0
    """Seconds for all the requests of a run."""
    tokens: int = 500_000
    """Tokens for all the requests of a run, read and written."""
    cost: float | None = None
    """The most that a run may cost, in the currency of the prices. None: the tokens alone are limited."""
    price_in: float = 0.0
    """Of a million tokens that the model reads."""
    price_out: float = 0.0
    """Of a million tokens that it writes."""
    window: int = 8192
    """Tokens that the model can hold at once, read and written."""

    def __post_init__(self) -> None:
        _check_address(self.url)
        for name in _POSITIVE:
            if not getattr(self, name) > 0:
                raise ConfigError(f"llm.{name} has to be above 0")
        for name in _NOT_NEGATIVE:
            value = getattr(self, name)
            if value is not None and not value >= 0:
                raise ConfigError(f"llm.{name} has to be 0 or more")
        if self.cost is not None and not self.price_in + self.price_out:
            raise ConfigError("llm.cost needs the prices of a million tokens: llm.price_in, llm.price_out")

    @property
    def base(self) -> str:
        """The address without a slash at its end."""
        return self.url.strip().rstrip("/")

    @property
    def origin(self) -> str:
        """Scheme, host and port: how the server is called in messages."""
        parts = urlsplit(self.base)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def local(self) -> bool:
        """Whether the server runs on this machine."""
        host = urlsplit(self.base).hostname or ""
        try:
            address = ip_address(host.partition("%")[0])
        except ValueError:
            return host.rstrip(".").lower() == "localhost"
        return address.is_loopback or address.is_unspecified

    @property
    def encrypted(self) -> bool:
        """Whether nobody on the way can read along."""
        return urlsplit(self.base).scheme == "https"


def _check_address(url: str) -> None:
    """Raise ConfigError where `url` is none of a server. It is not repeated: a key might stand in it."""
    parts = _parts(url.strip())
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigError('llm.url has to be an address such as "http://localhost:11434/v1"')
    if "@" in parts.netloc:
        raise ConfigError("llm.url may hold no user or password: put the key into the variable llm.key_env")
    if parts.query or parts.fragment:
        raise ConfigError("llm.url may hold no query and no fragment: it ends with a path such as /v1")


def _parts(url: str) -> SplitResult | None:
    """Return the parts of `url`, or None where it has characters, a host or a port that none can have."""
    try:
        parts = urlsplit(url)
        return parts if url.isascii() and url.isprintable() and " " not in url and parts.port != 0 else None
    except ValueError:
        return None
