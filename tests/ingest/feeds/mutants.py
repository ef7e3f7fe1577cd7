"""A small mutator: bytes that were damaged by chance, the same ones on every run."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

# What does harm in feeds: halves of marks, things that have to come in pairs, and values at the edge.
TOKENS = tuple(
    token.encode()
    for line in r"""
< > </ /> & ; " ' <![CDATA[ ]]> <!-- --> <? ?> { } [ null "version": 1e999 \ud800 xmlns:x='' xml:lang=''
&#0; &#x110000; &nbsp; &lt;script&gt; <item> </item> <entry> </channel> </rss> <title> </title> <link> <link/>
<guid> <media:group> <psc:chapters> <source> <image> <textInput> <svg:title> <math> http://[
javascript: 9999-99-99
""".splitlines()
    for token in line.split()
) + tuple(
    text.encode()
    for text in (
        "<!DOCTYPE x [",
        "<!ENTITY a '&a;'>",
        "<content type='xhtml'>",
        "<content type='application/x' mode='base64'>",
        "<georss:point>1 a</georss:point>",
        "<itunes:image href='x'/>",
        " xml:base='http://['",
        "\x0b",
        "\ufffe",
        "\u202e",
        "\x00",
    )
)


def mutants(seeds: Sequence[bytes], count: int, seed: int) -> Iterator[bytes]:
    """Yield so many damaged copies of the seeds, each with one to six faults."""
    chance = random.Random(seed)
    for number in range(count):
        data = seeds[number % len(seeds)]
        for _ in range(chance.randint(1, 6)):
            data = _damaged(data, chance.choice(seeds), chance)
        yield data


def _damaged(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return `data` with a part left out, repeated, moved, overwritten, cut off or another's."""
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    near, token = min(end, start + 40), chance.choice(TOKENS)
    return chance.choice(
        (
            data[:start] + data[near:],
            data[:start] + token + data[start:],
            data[:start] + token + data[near:],
            data[:end],
            data[:start] + data[start:near] * chance.choice((2, 50)) + data[near:],
            data[:start] + bytes([chance.randrange(256)]) + data[start + 1 :],
            data[:start] + other[chance.randrange(len(other)) :],
            data[start:near] + data[:start] + data[near:],
        )
    )
