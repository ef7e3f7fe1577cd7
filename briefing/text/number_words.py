"""The words and signs that figures are written with in English."""

from __future__ import annotations

_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)

ONES = {word: value for value, word in enumerate(_CARDINALS.split())}
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split())} | {
    word[:-1] + "ieth": value for word, value in TENS.items()
}
MULTIPLIERS = {
    "hundred": 100.0, "hundreds": 100.0, "thousand": 1e3, "thousands": 1e3, "million": 1e6, "millions": 1e6,
    "billion": 1e9, "billions": 1e9, "trillion": 1e12, "dozen": 12.0, "m": 1e6, "mn": 1e6, "mln": 1e6,
    "bn": 1e9, "b": 1e9, "tn": 1e12, "k": 1e3,
}  # fmt: skip
"""What a figure before it is multiplied by; the short ones only where no space parts them from it."""
SHORT_MULTIPLIERS = frozenset("m mn mln bn b tn k".split())
ORDINAL_ENDINGS = frozenset("st nd rd th".split())

UNITS = {
    name: unit
    for unit, names in {
        "$": "$ dollar dollars usd", "£": "£ pound pounds gbp sterling", "€": "€ euro euros eur",
        "¥": "¥ yen yuan", "%": "% percent pc", "km": "km kilometer kilometers kilometre kilometres kms",
        "mi": "mile miles mi", "m": "meter meters metre metres", "ft": "foot feet ft",
        "in": "inch inches", "kg": "kg kilo kilos kilogram kilograms kilogrammes", "lb": "lb lbs",
        "t": "ton tons tonne tonnes", "mph": "mph", "kph": "kph kmh", "h": "hour hours hr hrs",
        "min": "minute minutes min mins", "s": "second seconds", "d": "day days", "w": "week weeks",
        "mo": "month months", "y": "year years yr yrs", "c": "c celsius", "f": "f fahrenheit",
    }.items()
    for name in names.split()
}  # fmt: skip
"""What a figure may be counted in, as one name for each unit."""

NUMERALS = ONES.keys() | TENS.keys() | ORDINALS.keys() | (MULTIPLIERS.keys() - SHORT_MULTIPLIERS)
"""Every word that a figure can be written with."""
