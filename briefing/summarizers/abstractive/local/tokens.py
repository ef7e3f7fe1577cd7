"""A tokenizer, as both kinds of models use it: articles are data, whatever they look like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import regex

_SANE = 1_000_000  # a tokenizer that knows no limit says a number of thirty digits


class Tokens:
    """Counts and guards texts for one tokenizer of transformers."""

    def __init__(self, tokenizer: Any) -> None:
        self.tokenizer = tokenizer
        marks = sorted(set(_marks(tokenizer)), key=len, reverse=True)
        self._marks = regex.compile("|".join(map(regex.escape, marks))) if marks else None

    @property
    def limit(self) -> int | None:
        """The tokenizer's own limit, where it knows one."""
        most = getattr(self.tokenizer, "model_max_length", None)
        return int(most) if most and most < _SANE else None

    def counts(self, texts: Sequence[str]) -> list[int]:
        """Return how many tokens each text takes at the most as part of a longer one, with its line break."""
        if not texts:
            return []
        taken = self.tokenizer(
            ["\n" + self.guarded(text) for text in texts], add_special_tokens=False, verbose=False
        )
        return [len(ids) for ids in taken["input_ids"]]

    def guarded(self, text: str) -> str:
        """Return `text` with a space inside whatever the tokenizer would read as a special token.

        Else an article that spells out "</s>" or "<|im_end|>" could end itself and go on as someone else.
        """
        if self._marks is None:
            return text
        return self._marks.sub(lambda found: f"{found[0][0]} {found[0][1:]}", text)


def _marks(tokenizer: Any) -> list[str]:
    """Return what is not a word to the tokenizer: its special tokens, and added ones that look like marks."""
    marks = [str(token) for token in tokenizer.all_special_tokens]
    added = tokenizer.added_tokens_decoder.values()
    marks += [token.content for token in added if token.special or not token.content.isalnum()]
    return [mark for mark in marks if len(mark) > 1 and not mark.isspace()]
