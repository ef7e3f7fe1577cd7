"""Datelines: what is one, what only looks like one, and where the first sentence begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.dateline import dateline

DATELINES = [
    ("BAMAKO: ", "BAMAKO"),
    ("PARIS — ", "PARIS"),
    ("PARIS – ", "PARIS"),
    ("PARIS (Reuters) - ", "PARIS"),
    ("LONDON, March 3 (AP) — ", "LONDON"),
    ("NEW YORK, March 3, 2026 /PRNewswire/ -- ", "NEW YORK"),
    ("TOKYO/SEOUL, Jan 5 (Reuters) - ", "TOKYO/SEOUL"),
    ("BERLIN/PARIS – ", "BERLIN/PARIS"),
    ("São Paulo, 5 mars – ", "São Paulo"),
    ("Londres, le 3 mars – ", "Londres"),
    ("WASHINGTON, D.C. — ", "WASHINGTON, D.C."),
    ("PORT-AU-PRINCE, Haiti (AP) _ ", "PORT-AU-PRINCE, Haiti"),
    ("ABOARD AIR FORCE ONE (Reuters) - ", "ABOARD AIR FORCE ONE"),
    ("LONDON, England (CNN) -- ", "LONDON, England"),
    ("Dili, East Timor (CNN)", "Dili, East Timor"),
    ("New Delhi: ", "New Delhi"),
    ("Berlin (dpa) - ", "Berlin"),
    ("ST. LOUIS (AP) — ", "ST. LOUIS"),
    ("N'DJAMENA: ", "N'DJAMENA"),
    ("RIVA.- ", "RIVA"),
    ("МОСКВА, 5 марта — ", "МОСКВА"),
    ("القاهرة (رويترز) - ", "القاهرة"),
    ("北京3月5日电 ", "北京"),
    ("新华社巴黎1月2日电（记者王明）", "巴黎"),
    ("【東京＝田中一郎】", "東京"),
    ("BAMAKO (Deskline) - ", "BAMAKO"),
    ("BAMAKO, Mar 3 (DLN) - ", "BAMAKO"),
    ("Bamako | March 3: ", "Bamako"),
    ("Bamako [Mali], March 3 (ANI): ", "Bamako [Mali]"),
    ("(BAMAKO) ", "BAMAKO"),
    ("КИЕВ. 3 июня. ИНТЕРФАКС - ", "КИЕВ"),
    ("Москва. 3 июня. ", "Москва"),
    ("ЗАРЕЧНОЕ, 3 июня. ", "ЗАРЕЧНОЕ"),
    ("Jakarta, Harian.com - ", "Jakarta"),
    ("(CNN) — ", None),
    ("(CNN)", None),
]

OTHERS = [
    "Warning: The road is closed.",
    "UPDATE: The road is closed.",
    "QUESTION: What do you do?",
    "Q: What do you do?",
    "BREAKING NEWS: A bridge has fallen.",
    "EDITOR’S NOTE: This story was updated.",
    "PUBLISHED: 5 March",
    "NATO: The alliance met.",
    "Smith — who was there — said no.",
    "Smith (28) - he was there - said no.",
    "Merkel (CDU) – The chancellor came.",
    "ANDERSON (aged 28) - The sailor came.",
    "Smith, 5 March. The men were late.",
    "(LAUGHTER) He went on.",
    "(Smith) The men were late.",
    "Yesterday — all my troubles seemed far away.",
    "The men, 5 March — were late.",
    "THE BIG QUESTION — What now?",
    'He said: "No."',
    "PARIS – die Stadt schläft nie.",
    "PARIS:",
    "PARIS",
    "",
]


@pytest.mark.parametrize(("opening", "place"), DATELINES)
def test_dateline(opening: str, place: str | None) -> None:
    """A dateline ends where the first sentence begins, and its place is given as it is written."""
    assert dateline(f"{opening}A lamp fell into the river.") == (place, len(opening))


@pytest.mark.parametrize("paragraph", OTHERS)
def test_no_dateline(paragraph: str) -> None:
    """A label, a speaker, a name in a sentence or a place alone is no dateline."""
    assert dateline(paragraph) is None


@given(st.text() | st.text(alphabet="AaZz ,./-—:()0'\n"))
def test_any_text(text: str) -> None:
    """For any text the dateline, if there is one, leaves some of it and lies at its start."""
    found = dateline(text)
    if found is not None:
        assert 0 < found.end < len(text)
        assert found.place is None or found.place in text[: found.end]
