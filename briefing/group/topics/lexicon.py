"""The words of each topic, by language: written by hand, in `words/`.

A language has a file of its own there: under each topic the words that are `sure` signs of it and those that
are `likely` ones. A phrase of two words or more is joined by "_", without stop words.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from itertools import product

TOPICS = ("World", "Politics", "Business", "Technology", "Science", "Health", "Sport", "Culture")
"""The names of the sections, in the order in which a newspaper's readers expect them."""
SURE, LIKELY = 2.0, 1.0
"""What words of the two kinds weigh."""
# Hebrew joins "the", "in", "to", "from", "that", "and" and "as" to the word that follows.
_JOINED = {"he": ("", "ה", "ב", "ל", "מ", "ש", "ו", "כ", "וה", "בה", "של", "מה", "שה", "ול", "וב")}

Weights = dict[str, dict[str, float]]
"""Of each term what it weighs for which topics."""


def languages() -> list[str]:
    """Return the languages (ISO 639-1) that there are words for."""
    return sorted(file.name.removesuffix(".json") for file in (files(__package__) / "words").iterdir())


@lru_cache(maxsize=32)
def lexicon(language: str) -> Weights:
    """Return the terms of a language, with what they weigh; none where no words are known."""
    from briefing.group.topics.terms import entry

    file = files(__package__) / "words" / f"{language}.json"
    found: Weights = {}
    if not language.isalpha() or not file.is_file():
        return found
    for topic, kinds in json.loads(file.read_text("utf-8")).items():
        for kind, weight in (("likely", LIKELY), ("sure", SURE)):
            for prefix, written in product(_JOINED.get(language, ("",)), kinds[kind].split()):
                terms = entry(prefix + written, language)
                for term in terms:
                    by_topic = found.setdefault(term, {})
                    by_topic[topic] = max(weight / len(terms), by_topic.get(topic, 0.0))
    return found
