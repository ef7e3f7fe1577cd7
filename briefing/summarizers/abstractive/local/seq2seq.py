"""Models that were taught to summarize: BART, PEGASUS, T5, mT5, mBART, LED and their like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import regex

from briefing.errors import EngineError
from briefing.summarizers.abstractive.local.languages import codes
from briefing.summarizers.abstractive.local.loading import Found
from briefing.summarizers.abstractive.local.prompts import Prompt, fitting
from briefing.summarizers.abstractive.local.settings import of_seq2seq, task_parameters
from briefing.summarizers.abstractive.local.tokens import Tokens
from briefing.summarizers.abstractive.writer import Request, Written

_WINDOWS = ("max_encoder_position_embeddings", "max_position_embeddings", "n_positions")
_T5 = 512  # T5's positions are relative, so any length runs, but this is what it was taught on
# What a family's models were taught to find before the article, where their configuration does not say.
_PREFIXES = {"t5": "summarize: ", "switch_transformers": "summarize: "}
# In steps, so that texts of about one length can share a batch.
_LEAST_STEP = 8
_NEWLINE = regex.compile(r" *(?:<n>\s*)+")  # as PEGASUS writes it
_SPACED_STOP = regex.compile(r"(?<=\S) +([.,])(?=\s|$)")
_SPACED_MARK = regex.compile(r"(?<=\S) +([;:!?])(?=\s|$)")  # not in French, where a space belongs there
_SPACED_CLITIC = regex.compile(r"(?<=\w) +((?:n't|'(?:s|re|ve|m|ll|d))(?!\w))")


class Seq2Seq:
    """An encoder reads the article, a decoder writes; nothing can be asked of it but what it was taught."""

    version = ""

    def __init__(self, found: Found, tokenizer: Any) -> None:
        self._tokenizer, self._tokens = tokenizer, Tokens(tokenizer)
        self.settings = of_seq2seq(found)
        self._window = _window(found, self._tokens.limit)
        self._prefix = _prefix(found)
        self._codes = codes(tokenizer)
        self._least = int(self.settings.get("min_new_tokens") or self.settings.get("min_length") or 0)

    @property
    def room(self) -> int:
        """The window, less the prefix and the special tokens."""
        return self._window - len(self._tokenizer(self._prefix, verbose=False)["input_ids"])

    def tokens(self, texts: Sequence[str]) -> list[int]:
        """Return how many tokens each text takes."""
        return self._tokens.counts(texts)

    def prompt(self, number: int, request: Request) -> Prompt:
        """Return prefix and article with the special tokens around them, in the article's language."""
        if not request.text:
            raise EngineError("there is no text to summarize")
        if code := self._codes.get(request.language):
            self._tokenizer.src_lang = code
        text = self._prefix + self._tokens.guarded(request.text)
        ids = self._tokenizer(text, verbose=False)["input_ids"]
        least = min(self._least, len(ids) // 2 // _LEAST_STEP * _LEAST_STEP)
        return fitting(ids, self._window, number, least=least, **self._language(code))

    def _language(self, code: str | None) -> dict[str, int]:
        """Return the token that tells the summary's language, and where it stands."""
        if code is None:
            return {}
        start = self.settings.get("decoder_start_token_id")
        ids = {self._tokenizer.convert_tokens_to_ids(known) for known in self._codes.values()}
        return {"start" if start in ids else "begin": self._tokenizer.convert_tokens_to_ids(code)}

    def written(self, ids: Sequence[int], language: str) -> Written:
        """Return the summary as one running text."""
        text = tidied(self._tokenizer.decode(list(ids), skip_special_tokens=True), language)
        if not text:
            raise EngineError("the model wrote nothing")
        return (text,)


def tidied(text: str, language: str) -> str:
    """Return what a model wrote as one types it: its newlines as such, no space before a full stop."""
    text = _SPACED_STOP.sub(r"\1", _NEWLINE.sub("\n", text))
    if language != "fr":
        text = _SPACED_MARK.sub(r"\1", text)
    if language == "en":
        text = _SPACED_CLITIC.sub(r"\1", text)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _window(found: Found, limit: int | None) -> int:
    """Return how many tokens the encoder takes, special ones included: the least that anything says."""
    says = [found.config.get(name) for name in _WINDOWS]
    known = [int(most) for most in (*says, limit) if most]
    return min(known) if known else _T5


def _prefix(found: Found) -> str:
    """Return what stands before the article, by the configuration, else by the family."""
    for says in (task_parameters(found.config).get("prefix"), found.config.get("prefix")):
        if says is not None:
            return str(says)
    return _PREFIXES.get(found.type, "")
