"""What an article says, apart from how it is set: the words that a change has to change."""

from __future__ import annotations

import hashlib
import re
from unicodedata import normalize

from briefing.model import Article

_WORD = re.compile(r"[^\W_]+")


def content(article: Article) -> str:
    """Return a digest of the words of the text, or of the headline where there is no text: 32 digits.

    Capitals, punctuation, spaces and the forms of a character don't change it, nor does another headline
    above the same text; any word or figure does.
    """
    words = _WORD.findall(normalize("NFKC", article.text).casefold())
    if not words:
        words = _WORD.findall(normalize("NFKC", article.title).casefold())
    told = " ".join(words).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(told, digest_size=16).hexdigest()
