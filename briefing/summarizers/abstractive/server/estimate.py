"""How many tokens a text takes, where no tokenizer is at hand: rather too many than too few."""

from __future__ import annotations

import math
import re

# Letters by how many of them a token holds in common vocabularies. Those of the last row often take
# several tokens each.
_GREEK_OR_CYRILLIC = re.compile("[\u0370-\u058f]")
_WIDE = re.compile("[\u0590-\u1dff\u2e80-\uffff]")
_RARE = re.compile("[\U00010000-\U0010ffff]")


def tokens(text: str) -> int:
    """Return about how many tokens `text` takes, in linear time.

    A token holds 3.5 characters of Latin script, 2 of Greek or Cyrillic, one of Chinese, Japanese, Korean
    and the scripts of South and West Asia.
    """
    if not text:
        return 0
    middle = 0 if text.isascii() else len(_GREEK_OR_CYRILLIC.findall(text))
    wide = 0 if text.isascii() else len(_WIDE.findall(text))
    rare = 0 if text.isascii() else len(_RARE.findall(text))
    return 1 + math.ceil((len(text) - middle - wide - rare) / 3.5 + middle / 2 + wide + 3 * rare)
