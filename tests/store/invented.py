"""Reports that nobody wrote: many of one topic, and what becomes of one on its way through other papers."""

from __future__ import annotations

import random
from collections.abc import Sequence

from briefing.model import Article

_PLACES = "Lindvik Havnstad Talora Selwyn Brenmark Oststrand Karvala Mirefield Dunmore Eskvaer".split()
_PEOPLE = "Anders Holt,Mira Castellane,Jon Werrick,Sela Adomako,Pavel Drenn,Ines Quarto,Tove Lund".split(",")
_BODIES = (
    "the port authority,the harbour police,the dockers' union,the ministry of transport,the weather office"
    ",the insurers,the fire service,the regional council,the shipping line,the coast guard"
).split(",")
_CAUSES = (
    "after a crane fell,because the ice came early,while talks went on,when the lights failed"
    ",before the night shift began,although nobody was hurt,since the dredger is late,as the wind rose"
    ",despite a ruling of the court,until the ferry sails again,where the old pier stood"
).split(",")
_SAYING = "said,told reporters,wrote in a letter,confirmed,argued,admitted,repeated".split(",")
_ENDINGS = {"noun": "er or an ik um el".split(), "verb": "ed oke ent".split(), "kind": "al ish ous".split()}


def _coined(kind: str, count: int) -> list[str]:
    """Return words that are in no dictionary."""
    chance = random.Random(kind)
    parts = "bra cen dor fil gan hul jev kor lin mar nos pel quar ros sta tir ul ven wex yar".split()
    return [
        "".join(chance.choices(parts, k=chance.randint(1, 2))) + chance.choice(_ENDINGS[kind])
        for _ in range(count)
    ]


_NOUNS, _VERBS, _KINDS = _coined("noun", 400), _coined("verb", 150), _coined("kind", 150)


def report(seed: int, sentences: int = 18) -> str:
    """Return a report of a harbour town; two of different seeds share a topic and its words, and no more."""
    chance = random.Random(seed)
    return "\n".join(
        " ".join(_sentence(chance) for _ in range(min(3, sentences - start)))
        for start in range(0, sentences, 3)
    )


def reworded(text: str, seed: int, share: float = 0.04) -> str:
    """Return a text with some of its words replaced, as an editor would, but for its figures."""
    chance = random.Random(seed)
    told = (
        chance.choice(_NOUNS) if word.isalpha() and chance.random() < share else word
        for word in text.split(" ")
    )
    return " ".join(told)


def headed(text: str, paper: str) -> str:
    """Return a text with what a paper sets above and below it."""
    return f"{paper.upper()} — From our correspondent and agencies.\n{text}\nMore from {paper} in the app."


def shortened(text: str, share: float) -> str:
    """Return the first part of a text, as of a paper with little room: whole paragraphs."""
    lines = text.split("\n")
    return "\n".join(lines[: max(1, round(len(lines) * share))])


def followed(text: str, seed: int) -> str:
    """Return what is written the day after: news at the top, and most of the old report below."""
    return f"{report(seed + 1_000_000, 4)}\n{shortened(text, 0.9)}"


def articles(texts: Sequence[str], **fields: str) -> list[Article]:
    """Return an article for each text, with an address and a source of its own."""
    return [
        Article(
            f"a{number}",
            f"Headline number {number}",
            text,
            fields.get("source", f"Paper {number}"),
            url=f"https://paper{number}.example/{fields.get('path', 'story')}/{number}",
            origin=f"https://paper{number}.example/feed",
        )
        for number, text in enumerate(texts)
    ]


def _sentence(chance: random.Random) -> str:
    first, second = chance.sample(_BODIES, 2)
    noun, verb, kind = (lambda words=words: chance.choice(words) for words in (_NOUNS, _VERBS, _KINDS))
    return (
        f"{chance.choice(_PEOPLE)} of {chance.choice(_PLACES)} {chance.choice(_SAYING)} that {first} {verb()}"
        f" a {kind()} {noun()} {chance.choice(_CAUSES)}, and {second} {verb()} {chance.randint(2, 900)}"
        f" {noun()}s"
        f" of the {kind()} {noun()} in {chance.choice(_PLACES)} for its {noun()}."
    )
