"""Where a text has a reader's words."""

from __future__ import annotations

import pytest

from briefing.rank.phrases import Phrases


def has(text: str, phrase: str, language: str = "en") -> bool:
    """Say whether a text has a phrase."""
    return bool(Phrases([phrase]).found(text, language))


@pytest.mark.parametrize(
    ("text", "phrase", "language"),
    [
        ("Elections in Talora", "election", "en"),
        ("ELECTION DAY", "elections", "en"),
        ("The premier leagues of Ostra", "Premier League", "en"),
        ("Talora's climate-change plan", "climate change", "en"),
        ("A café in Ostra", "cafe", "fr"),
        ("Un cafe a Ostra", "Cafés", "fr"),
        ("Les élections de mai", "election", "fr"),
        ("Die Häuser der Stadt", "Haus", "de"),
        ("Grosse Strasse", "große Straße", "de"),
        ("Na Ostravě se volilo", "ostrava", "cs"),
        ("Łódź i Ostra", "lodz", "pl"),
        ("выборов в Остре", "выборы", "ru"),
        ("قرار المناخ", "مناخ", "ar"),
        ("السَّلام", "السلام", "ar"),
        ("चुनावों में", "चुनाव", "hi"),
        ("בבחירות בעיר", "בחירות", "he"),
        ("오스트라에서 선거가 열렸다", "선거", "ko"),
        ("奥斯特拉通过气候变化法案", "气候变化", "zh"),
        ("オストラ市の選挙結果", "選挙", "ja"),
        ("การเลือกตั้งในเมือง", "เลือกตั้ง", "th"),
        ("Một đội bóng đá mới", "bóng đá", "vi"),
        ("Một đội bóng đá mới", "bong da", "vi"),
        ("Bank of Ostra raises rates", "Bank of Ostra", "en"),
        ("Trains to St. Ulla resume", "St Ulla", "en"),
        ("Trains to St Ulla resume", "St. Ulla", "en"),
        ("L'état d'urgence", "état", "fr"),
        ("The WHO warns of heat", "WHO", "en"),
        ("AI in schools", "AI", "en"),
        ("5G masts in Ostra", "5g", "en"),
    ],
)
def test_found(text, phrase, language):
    """A word is found in its other forms, with or without accents; a phrase by its words in a row."""
    assert has(text, phrase, language)


@pytest.mark.parametrize(
    ("text", "phrase", "language"),
    [
        ("The premier of Talora met a league of cities", "Premier League", "en"),
        ("He met the premier. League matches go on", "Premier League", "en"),
        ("Talora's premier\nLeague table", "Premier League", "en"),
        ("Premier", "Premier League", "en"),
        ("Selections were made", "election", "en"),
        ("Klimawandel in Ostra", "Klima", "de"),
        ("The man who won", "WHO", "en"),
        ("J'ai dit non", "AI", "fr"),
        ("Một người má khác", "mạ", "vi"),
        ("奥斯特拉通过法案", "气候变化", "zh"),
        ("Nothing", "气候", "en"),
        ("", "election", "en"),
    ],
)
def test_not_found(text, phrase, language):
    """Parts of words, other words, and words that stand apart are not what is looked for."""
    assert not has(text, phrase, language)


def test_stems_of_names():
    """A name is found in words of the same stem, unless it stands in quotation marks."""
    assert has("Two apples a day", "Apple")
    assert not has("Two apples a day", '"Apple"')
    assert has("APPLE opens a shop", '"Apple"')
    assert has("Apple’s shop", "“Apple”")


def test_several():
    """Each phrase that a text has is found, once."""
    phrases = Phrases(["storm", "ferry line", "storm warning", "museum"])
    assert phrases.found("Storm warning: the storms hit the ferry line", "en") == {0, 1, 2}
    assert not Phrases([])


def test_hostile_text():
    """A text of one word, ten thousand times over, is read in one go."""
    phrases = Phrases(["league league league champion", "a b"])
    assert phrases.found("league " * 10_000, "en") == frozenset()
    assert phrases.found("league " * 10_000 + "champion", "en") == {0}
