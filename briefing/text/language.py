"""Which language a text is in."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from briefing.text.words import words

# The languages of news that the identifier is asked to tell apart: fewer choices make fewer mistakes
# on short texts. Those left out are mostly regional neighbours that it confuses with their large kin.
LANGUAGES = (
    "am", "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "gl",
    "gu", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "kn", "ko", "lt", "lv", "mk",
    "ml", "mr", "nl", "no", "pa", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "te",
    "th", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
_SAMPLE = 2_000  # characters: more changes no verdict and costs time
_FEWEST_LETTERS = 12  # below this a guess is noise
# Most news is in English, and five of its words tell: they are a tenth of an English text (4 % at the least)
# and 1.4 % at most of any other that was measured. The identifier takes half a second to load.
_ENGLISH = frozenset("the and that with from".split())
_ENGLISH_SHARE = 0.035
_FEWEST_ENGLISH = 5
_TAGS = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}


def detect(text: str, default: str = "en") -> str:
    """Return the ISO 639-1 code of the language of `text`; `default` where it is too short to tell."""
    sample = text[:_SAMPLE]
    if _is_english(sample):
        return "en"
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS and not _cjk(sample):
        return default
    # Headlines in capitals are read as another language than the same words in small letters.
    code, _ = _classifier()(sample.lower() if sample.isupper() else sample)
    return code if code in LANGUAGES else default


def normalize(tag: str) -> str:
    """Return the ISO 639-1 code in a language tag such as "en-GB", "pt_BR" or "EN"."""
    code = tag.strip().replace("_", "-").split("-")[0].lower()
    return _TAGS.get(code, code)


def _is_english(sample: str) -> bool:
    """Say whether the text is plainly English; one that is not may be so all the same."""
    found = words(sample)
    telling = sum(map(_ENGLISH.__contains__, found))
    return telling >= max(_FEWEST_ENGLISH, _ENGLISH_SHARE * len(found))


def _cjk(text: str) -> bool:
    return any("\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3" for character in text)


@lru_cache(maxsize=1)
def _classifier() -> Callable[[str], tuple[str, float]]:
    from py3langid import langid

    langid.set_languages(list(LANGUAGES))
    classify: Callable[[str], tuple[str, float]] = langid.classify
    return classify
