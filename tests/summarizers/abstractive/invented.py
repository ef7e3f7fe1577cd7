"""News that nobody reported: what the small models are taught with, and asked about."""

import random
from dataclasses import dataclass

_PLACES = [a + b for a in "Ban Del Fal Gor Hel Kar Lim Mor Pel Sal".split() for b in ("berg", "ford", "vik")]
_PEOPLE = [
    a + b for a in "Abr Bor Dav Ell Hal Jan Kov Lar Mat".split() for b in ("ados", "anen", "ersen", "ova")
]
_THINGS = "bridges buses clinics farms flats homes jobs libraries parks schools shops trains".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_ACTORS = "mayor minister governor council port airline court bank".split()
_DEEDS = "closed opened bought sold repaired inspected planned counted".split()
_SPEAKERS = ("officials said", "the police said", "a spokesman said", "the ministry said")
_TALES = (
    "The {actor} of {place} {deed} {number} {things} on {day}",
    "Mr {person} {deed} {number} {things} in {place}",
    "On {day} Ms {person} {deed} {number} {things}",
    "The {actor} {deed} {number} {things} for Mr {person}",
)


@dataclass(frozen=True)
class News:
    """An article, and what a good model makes of it: its first sentences without who said so."""

    sentences: tuple[str, ...]
    points: tuple[str, ...]


def news(count: int, seed: int, points: int = 1) -> list[News]:
    """Return `count` articles of two to four sentences, each with the first `points` as its summary."""
    chance = random.Random(seed)
    return [_article(chance, points) for _ in range(count)]


def _article(chance: random.Random, points: int) -> News:
    tales = [_tale(chance) for _ in range(chance.randint(2, 4))]
    said = [chance.choice(_SPEAKERS) if chance.random() < 0.4 else "" for _ in tales]
    sentences = tuple(f"{tale}, {who}." if who else f"{tale}." for tale, who in zip(tales, said, strict=True))
    return News(sentences, tuple(f"{tale}." for tale in tales[:points]))


def _tale(chance: random.Random) -> str:
    return chance.choice(_TALES).format(
        actor=chance.choice(_ACTORS),
        place=chance.choice(_PLACES),
        person=chance.choice(_PEOPLE),
        deed=chance.choice(_DEEDS),
        number=chance.randint(2, 999),
        things=chance.choice(_THINGS),
        day=chance.choice(_DAYS),
    )
