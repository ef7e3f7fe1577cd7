"""What a run may spend at a server, in tokens and in money."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import EngineUnavailable
from briefing.summarizers.abstractive.server.settings import Server


class Spent(EngineUnavailable):
    """The budget doesn't hold another request. What is under way is paid for."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens that a request took, or may take at most."""

    read: int = 0
    written: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(self.read + other.read, self.written + other.written)

    def __sub__(self, other: Usage) -> Usage:
        return Usage(self.read - other.read, self.written - other.written)


class Budget:
    """Counts what was spent, and holds back what requests under way may yet spend."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._used = Usage()

    def hold(self, most: Usage) -> None:
        """Hold back `most`; raises Spent where it would overstep the budget."""
        server, wanted = self._server, self._used + most
        if wanted.read + wanted.written > server.tokens:
            raise Spent(
                f"the budget of {server.tokens:,} tokens is spent ({self._used.read + self._used.written:,} "
                f"used, the next request may take {most.read + most.written:,}): set llm.tokens"
            )
        if server.cost is not None and self._price(wanted) > server.cost:
            raise Spent(
                f"the budget of {server.cost:g} is spent ({self._price(self._used):.4g} used, the next "
                f"request may cost {self._price(most):.4g}): set llm.cost"
            )
        self._used = wanted

    def settle(self, held: Usage, used: Usage) -> None:
        """Count what was used in place of what was held back."""
        self._used = self._used - held + used

    def _price(self, usage: Usage) -> float:
        return (usage.read * self._server.price_in + usage.written * self._server.price_out) / 1e6
