"""One request and its answer, within its time and its length, whatever the server does."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import TYPE_CHECKING

from briefing.errors import EngineUnavailable
from briefing.summarizers.abstractive.server.failures import Fault, unreachable
from briefing.summarizers.abstractive.server.reply import Reply, read
from briefing.summarizers.abstractive.server.settings import Server

if TYPE_CHECKING:
    from ssl import SSLContext

    from httpx2 import AsyncClient

_LONGEST_ANSWER = 256_000
"""Bytes, unpacked: a hundred times what statements need."""
_LONGEST_LIST = 4_000_000
"""Bytes of the list of models, of which hosts have hundreds."""
_CONNECTING = 10.0
"""Seconds for a connection to be made, at most."""
_LISTING = 30.0
"""Seconds for the list of models, at most."""
_KEY = re.compile("[!-~]+")


@cache
def _trusted() -> SSLContext:
    """Return the certificates that are trusted; they take longer to read than a server to be asked."""
    import httpx2

    try:
        return httpx2.create_ssl_context()
    except OSError as error:
        variables = "SSL_CERT_FILE or SSL_CERT_DIR"
        raise EngineUnavailable(f"the certificates that {variables} names cannot be read") from error


class Client:
    """Asks one server. Redirects are not followed, so that neither key nor text gets to another host."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._http: AsyncClient | None = None
        self._met = False

    @property
    def key(self) -> str:
        """The key that the environment holds; empty where there is none.

        Raises EngineUnavailable where it would travel unencrypted to another machine.
        """
        server = self._server
        key = os.environ.get(server.key_env, "").strip()
        if key and not _KEY.fullmatch(key):
            raise EngineUnavailable(f"${server.key_env} holds characters that are in no key: set it anew")
        if key and not server.encrypted and not server.local:
            raise EngineUnavailable(
                f"the key in ${server.key_env} would travel unencrypted to {server.origin}: "
                "let llm.url begin with https, or unset the variable"
            )
        return key

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[None]:
        """Keep connections open for the requests made meanwhile."""
        import httpx2

        server = self._server
        headers = {"user-agent": "briefing", "accept": "application/json", "accept-encoding": "identity"}
        if key := self.key:
            headers["authorization"] = f"Bearer {key}"
        try:
            http = httpx2.AsyncClient(
                headers=headers,
                verify=_trusted(),
                timeout=httpx2.Timeout(None, connect=min(_CONNECTING, server.timeout)),
                limits=httpx2.Limits(max_connections=server.parallel),
                trust_env=not server.local,  # what runs here is asked through no proxy
                follow_redirects=False,
            )
        except (ValueError, ImportError, httpx2.InvalidURL) as error:
            raise EngineUnavailable("the proxy that the environment names cannot be used") from error
        async with http:
            self._http = http
            yield

    async def post(self, body: dict[str, object]) -> Reply:
        """Return the server's answer to a request for a chat completion.

        Raises Fault where it fails to answer within the time, and EngineUnavailable where there is no server.
        """
        path, seconds = "/chat/completions", self._server.timeout
        return await self._ask("POST", path, seconds, _LONGEST_ANSWER, body)

    async def models(self) -> Reply:
        """Return the server's answer to a request for the list of its models; raises as `post` does."""
        return await self._ask("GET", "/models", min(self._server.timeout, _LISTING), _LONGEST_LIST)

    async def _ask(
        self, method: str, path: str, seconds: float, most: int, body: dict[str, object] | None = None
    ) -> Reply:
        import httpx2

        assert self._http is not None, "ask while connected"
        origin = self._server.origin
        try:
            async with asyncio.timeout(seconds):
                request = self._http.stream(method, self._server.base + path, json=body)
                async with request as response:
                    self._met = True
                    return await read(response, most, origin, self.key)
        except TimeoutError:
            raise Fault(
                f"no whole answer from {origin} within {seconds:g} s: set llm.timeout", again=False
            ) from None
        except (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.ProxyError, httpx2.InvalidURL) as error:
            gone = unreachable(self._server, error)
            raise (Fault(str(gone)) if self._met else gone) from error
        except (httpx2.TransportError, httpx2.DecodingError) as error:
            raise Fault(f"the answer of {origin} broke off or was garbled") from error
