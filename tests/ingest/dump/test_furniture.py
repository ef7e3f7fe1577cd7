"""Page furniture by its words: buttons, notices, bylines and dates, and the sentences that resemble them."""

from datetime import datetime

import pytest

from briefing.ingest.dump.byline import is_byline
from briefing.ingest.dump.furniture import is_furniture, is_teaser
from briefing.ingest.dump.timestamp import timestamp, when

FURNITURE = [
    "Share", "Share this article", "Facebook | X | WhatsApp", "Comments (12)", "3 min read", "Advertisement",
    "Follow us on Instagram", "We use cookies to improve this site",
    "Sign up for our newsletter", "Photo: AP",
    "© 2026 The Courier", "Read more: Bus fares to rise", "Image caption, The bridge at dawn",
    "Teilen", "Abonnieren Sie unseren Newsletter", "Partager", "Nous utilisons des cookies", "Compartir",
    "Поделиться", "مشاركة", "分享", "desk@courier.example",
]  # fmt: skip
TEASERS = [
    "Read more",
    "Related stories:",
    "Most read",
    "Lire aussi",
    "Weiterlesen",
    "Lea también",
    "Читайте также",
]
TEXT = [
    "Share prices fell by three per cent.", "Join us on Sunday for the parade", "Get the figures right",
    "Photo albums are back in fashion", "Comments by the minister angered farmers",
    "Home prices double in Marn", "The site uses less power than before.",
    "Print shops close", "More rain expected", "2026",
]  # fmt: skip


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    """Buttons, notices, credits and single teasers are page furniture, in several languages."""
    assert is_furniture(line)


@pytest.mark.parametrize("line", TEASERS)
def test_teasers(line: str) -> None:
    """A line that announces the headlines below it is known as such."""
    assert is_teaser(line)


@pytest.mark.parametrize("line", TEXT)
def test_text_is_no_furniture(line: str) -> None:
    """A headline or a sentence that only begins like a button is none."""
    assert not is_furniture(line)
    assert not is_teaser(line)


@pytest.mark.parametrize(
    "line",
    ["By Ana Ruiz", "By ANA RUIZ and JO LEE", "Ana Ruiz, political editor", "Reuters", "Von Peter Emmerich",
     "Par Élise Daubert", "Staff reporter", "By our athletics staff", "بقلم سامي حداد"],
)  # fmt: skip
def test_bylines(line: str) -> None:
    """A name with "by" or with an office is a byline, and so is an agency's name alone."""
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    ["By Tuesday the water had fallen", "By the river", "Editor Quits Paper After Row", "Ana Ruiz wins", ""],
)
def test_no_bylines(line: str) -> None:
    """A headline or a sentence is no byline."""
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("2026-03-05T10:32:00Z", "2026-03-05T10:32:00+00:00"),
        ("2026-03-05T10:32:00+02:00", "2026-03-05T10:32:00+02:00"),
        ("5 March 2026", "2026-03-05T00:00:00+00:00"),
        ("March 5, 2026 10:32 pm EST", "2026-03-05T22:32:00-05:00"),
        ("Published: 21 November 2026, 07:15 CET", "2026-11-21T07:15:00+01:00"),
        ("21 November 2026, 18:20 UTC-3", "2026-11-21T18:20:00-03:00"),
        ("12.03.2026, 08:15 Uhr", "2026-03-12T08:15:00+00:00"),
        ("25/12/2025", "2025-12-25T00:00:00+00:00"),
        ("Publié le 12 mars 2026 à 10h30", "2026-03-12T10:30:00+00:00"),
        ("12 de marzo de 2026", "2026-03-12T00:00:00+00:00"),
        ("5 марта 2026, 10:30", "2026-03-05T10:30:00+00:00"),
        ("السبت 8 يناير 2005", "2005-01-08T00:00:00+00:00"),
        ("5 मार्च 2026", "2026-03-05T00:00:00+00:00"),
        ("2026年3月5日 10:30", "2026-03-05T10:30:00+00:00"),
        ("2026年3月5日 10時30分", "2026-03-05T10:30:00+00:00"),
        ("Oslo - 05 may 2026 - 05:30 CEST", "2026-05-05T05:30:00+02:00"),
        ("Oslo, 5 May 2026", "2026-05-05T00:00:00+00:00"),
    ],
)
def test_whole_dates(line: str, moment: str) -> None:
    """A whole date comes out as an aware moment, in UTC where no zone is given."""
    found = timestamp(line)
    assert found is not None
    assert found.when == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    "line", ["Updated 6 hours ago", "10:32", "5 March", "05/03/2026", "31 February 2026", "vor 3 Stunden"]
)
def test_incomplete_dates(line: str) -> None:
    """A date that is incomplete, impossible or can be read in two ways is a timestamp without a moment."""
    found = timestamp(line)
    assert found is not None
    assert found.when is None


@pytest.mark.parametrize(
    "line",
    [
        "2026",
        "In 2026",
        "May 2026 was hot",
        "24 hours in Paris",
        "5 people died in 2026",
        "10:30 Vay resigns",
    ],
)
def test_no_dates(line: str) -> None:
    """A line that says anything besides date and time is no timestamp."""
    assert timestamp(line) is None


def test_published_before_updated() -> None:
    """Of two dates that of the publication counts, also where the update stands first."""
    assert when(["Updated 6 March 2026", "5 March 2026"]) == datetime.fromisoformat("2026-03-05T00:00+00:00")
    assert when(["Updated 6 March 2026"]) == datetime.fromisoformat("2026-03-06T00:00+00:00")
    assert when(["10:32"]) is None
