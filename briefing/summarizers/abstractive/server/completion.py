"""A server's answer as the protocol has it: the model's words, why they ended and what they took."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import EngineError
from briefing.summarizers.abstractive.server.failures import Unusable


@dataclass(frozen=True, slots=True)
class Completion:
    """What a model wrote."""

    text: str
    cut: bool
    """Whether it was stopped because it had written all the tokens it was given."""


def completion(content: object) -> Completion:
    """Return the first choice of a chat completion, which may be anything that JSON can hold.

    Raises EngineError where the model declined, and Unusable where there are no words.
    """
    choice = _choice(content)
    message, reason = _of(choice, "message"), _of(choice, "finish_reason")
    if reason == "content_filter" or _of(message, "refusal"):
        raise EngineError("the model declined to write about this text")
    text = words(content)
    if not text.strip():
        said = "the model wrote nothing" if choice else "the server's answer holds no choices"
        raise Unusable(
            f"{said} within the tokens it was given" if reason == "length" else said, reason == "length"
        )
    return Completion(text, reason == "length")


def words(content: object) -> str:
    """Return the text of the first choice's message: a string, or a list of parts."""
    told = _of(_of(_choice(content), "message"), "content")
    if isinstance(told, list):
        parts = [part if isinstance(part, str) else _of(part, "text") for part in told]
        return "".join(part for part in parts if isinstance(part, str))
    return told if isinstance(told, str) else ""


def used(content: object) -> tuple[int | None, int | None]:
    """Return how many tokens the server counted, read and written; None where it doesn't tell."""
    usage = _of(content, "usage")
    return _count(_of(usage, "prompt_tokens")), _count(_of(usage, "completion_tokens"))


def names(content: object) -> list[str]:
    """Return the names of a server's list of models, in its order."""
    listed = _of(content, "data")
    found = [_of(model, "id") for model in listed] if isinstance(listed, list) else []
    return [name for name in found if isinstance(name, str) and name]


def _choice(content: object) -> object:
    choices = _of(content, "choices")
    return choices[0] if isinstance(choices, list) and choices else None


def _of(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, dict) else None


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and value > 0 and not isinstance(value, bool) else None
