"""The language codes of multilingual models: mBART's "de_DE", M2M's "__de__"."""

from __future__ import annotations

import re
from typing import Any

_CODE = re.compile(r"(?P<mbart>[a-z]{2,3})_[A-Z]{2}|__(?P<m2m>[a-z]{2,3})__")


def codes(tokenizer: Any) -> dict[str, str]:
    """Return the tokenizer's code for each language (ISO 639-1); empty where it has none."""
    if not hasattr(tokenizer, "src_lang"):
        return {}
    known = {str(token) for token in tokenizer.all_special_tokens} | set(tokenizer.get_added_vocab())
    found = ((_CODE.fullmatch(token), token) for token in sorted(known))
    return {match["mbart"] or match["m2m"]: token for match, token in found if match}
