"""The request as a server understands it. What one of them refuses, another insists on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_SCHEMA: dict[str, object] = {
    "type": "object",
    "properties": {"bullets": {"type": "array", "items": {"type": "string"}}},
    "required": ["bullets"],
    "additionalProperties": False,
}
_FORMATS: tuple[dict[str, object], ...] = (
    {"type": "json_schema", "json_schema": {"name": "summary", "strict": True, "schema": _SCHEMA}},
    {"type": "json_object"},
)
"""How JSON is asked for, the strictest first; after the last it is asked for in words alone."""

_ABOUT_FORMAT = re.compile(
    r"response_?format|json[_ ](?:schema|object|mode)|structured|grammar|requested param", re.I
)
_UNCLEAR = frozenset((400, 422, 501))
"""Statuses of servers that don't say what they refuse."""
_REFUSALS = _UNCLEAR | {404, 415, 500}


@dataclass(frozen=True, slots=True)
class Dialect:
    """Which of the protocol's variants a server takes."""

    form: int = 0
    """The place in the list of formats."""
    limit: str = "max_tokens"
    """How the most tokens of an answer are called."""
    tempered: bool = True
    """Whether a temperature may be given."""

    def body(self, model: str, system: str, user: str, limit: int) -> dict[str, object]:
        """Return the body of a request for at most `limit` tokens."""
        body: dict[str, object] = {
            "model": model,
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
            self.limit: limit,
            "stream": False,
        }
        if self.tempered:
            body["temperature"] = 0
        if self.form < len(_FORMATS):
            body["response_format"] = _FORMATS[self.form]
        return body

    def after(self, status: int, told: str) -> Dialect | None:
        """Return what to try when a server refused this and said why, or None where it said nothing of it."""
        if status not in _REFUSALS:
            return None
        if self.limit == "max_tokens" and "max_completion_tokens" in told:
            return replace(self, limit="max_completion_tokens")
        if self.tempered and "temperature" in told:
            return replace(self, tempered=False)
        return self.plainer() if _ABOUT_FORMAT.search(told) else None

    def unclear(self, status: int) -> Dialect | None:
        """Return what to try when a server that never answered before refused this without a clear reason."""
        return self.plainer() if status in _UNCLEAR else None

    def plainer(self) -> Dialect | None:
        """Return the next of the formats, or None behind the last."""
        return replace(self, form=self.form + 1) if self.form < len(_FORMATS) else None
