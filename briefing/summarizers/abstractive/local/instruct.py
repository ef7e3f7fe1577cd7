"""Instruct models: a decoder alone, asked through its own chat template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import regex
from jinja2 import TemplateError

from briefing.errors import EngineError, EngineUnavailable
from briefing.summarizers.abstractive.instructions import VERSION, messages
from briefing.summarizers.abstractive.local.loading import Found
from briefing.summarizers.abstractive.local.prompts import Prompt, fitting
from briefing.summarizers.abstractive.local.settings import of_instruct
from briefing.summarizers.abstractive.local.tokens import Tokens
from briefing.summarizers.abstractive.writer import Request, Written
from briefing.text.clean import one_line

_WINDOW = 2_048  # where neither configuration nor tokenizer says
_MOST = 8_192  # of the window that is used: what a model attends to well, and a processor in minutes
_THOUGHT = regex.compile(r"(?s)<(think|thinking|reasoning)>.*?(?:</\1>|\Z)")
_UNOPENED = regex.compile(r"(?s)\A.*</(?:think|thinking|reasoning)>")  # the template itself opened it
_ITEM = regex.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s+(\S.*)")
_NOTHING = Request((), "", "en", 9)
_SPARE = 100  # tokens for a headline, and for instructions that differ by language and article


class Instruct:
    """Asks for short statements, one a line, of an article that is fenced as data."""

    version = VERSION

    def __init__(self, found: Found, tokenizer: Any) -> None:
        if not getattr(tokenizer, "chat_template", None):
            raise EngineUnavailable(
                f"{found.name}: it has no chat template, so it does not follow instructions; choose the "
                "instruct version of this model, or one for summarization (BART, PEGASUS, T5, …)"
            )
        self._tokenizer, self._tokens = tokenizer, Tokens(tokenizer)
        self.settings = of_instruct(found)
        says = (found.config.get("max_position_embeddings"), found.config.get("n_positions"))
        known = [int(most) for most in (*says, self._tokens.limit) if most]
        self._window = min([*known, _MOST] if known else [_WINDOW]) - int(self.settings["max_new_tokens"])

    @property
    def room(self) -> int:
        """The window, less the instructions and the answer."""
        return self._window - len(self._ids(_NOTHING)) - _SPARE

    def tokens(self, texts: Sequence[str]) -> list[int]:
        """Return how many tokens each text takes."""
        return self._tokens.counts(texts)

    def prompt(self, number: int, request: Request) -> Prompt:
        """Return the conversation up to where the model is to answer."""
        if not request.text:
            raise EngineError("there is no text to summarize")
        return fitting(self._ids(request), self._window, number)

    def written(self, ids: Sequence[int], language: str) -> Written:  # noqa: ARG002 (one Protocol)
        """Return the statements of the answer."""
        answer = self._tokenizer.decode(list(ids), skip_special_tokens=True)
        if not (statements := parsed(answer)):
            raise EngineError("the model's answer holds no statement")
        return statements

    def _ids(self, request: Request) -> list[int]:
        """Return the tokens of the conversation, with the article's own marks made harmless."""
        guarded = self._tokens.guarded
        data = replace(
            request,
            sentences=tuple(guarded(sentence) for sentence in request.sentences),
            title=guarded(request.title),
        )
        system, user = messages(data)
        try:
            return self._templated([{"role": "system", "content": system}, {"role": "user", "content": user}])
        except TemplateError:  # some templates (Gemma's) know no system
            return self._templated([{"role": "user", "content": f"{system}\n\n{user}"}])

    def _templated(self, conversation: list[dict[str, str]]) -> list[int]:
        text = self._tokenizer.apply_chat_template(
            conversation,
            tokenize=False,
            add_generation_prompt=True,
            enable_thinking=False,  # a name that templates without such a switch pass over
        )
        # The template writes the special tokens itself.
        return list(self._tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"])


def parsed(answer: str) -> Written:
    """Return the statements of an answer, one for each item of its list; without a list, all its lines.

    What the model thought aloud before it answered is left out, and so are remarks around the list.
    """
    lines = _UNOPENED.sub("", _THOUGHT.sub("", answer)).splitlines()
    items = [one_line(found[1]) for line in lines if (found := _ITEM.fullmatch(line.rstrip()))]
    return tuple(items or [said for line in lines if (said := one_line(line))])
