import re
from dataclasses import replace

import pytest

from briefing.model import Problem
from briefing.render import mail
from briefing.render.view import view
from tests.factory import article, briefing
from tests.render import samples


def _many(number: int):
    return briefing(
        *(article(id=f"a{n}", title=f"Headline {n} of a day in Lindvik harbour") for n in range(number))
    )


@pytest.mark.parametrize("number", [0, 1, 7, 40, 200, 1500])
def test_page_is_never_cut_off_by_a_mail_program(number):
    """However many stories there are, the HTML stays under 95 kB; the text has all of them."""
    made = mail.render(_many(number))
    assert len(made.html.encode()) <= 95_000
    assert made.text.count("\nHeadline ") == number
    shown = made.html.count("<h3 ")
    assert shown == number or f"{number - shown:,} headline" in made.html


def test_what_does_not_fit_is_said():
    """Where the receipts' sentences do not fit they are left out, and it is said where they are."""
    made = mail.render(_many(200))
    assert "the sentences that the numbers stand for" in made.html and "in its plain text" in made.html
    assert "Receipts</h2>" not in made.html
    assert "Receipts</h2>" in mail.render(_many(7)).html


def test_same_stories_and_bullets_as_everywhere():
    """The HTML has the stories and bullets of every other format, by the same ids in the same order."""
    day = samples.day()
    page = view(day)
    anchors = [
        anchor
        for story in page.stories
        for anchor in (story.anchor, *(bullet.anchor for bullet in story.bullets))
    ]
    assert [a for a in re.findall(r'id="([^"]+)"', mail.render(day).html) if a in anchors] == anchors


def test_markup_of_a_source_is_text():
    """What a source wrote is shown as text, whatever it is."""
    hostile = article(
        "<b>Bold</b> words & more.\nAnd a second.", title="<script>alert(1)</script>", source='"><img src=x>'
    )
    made = mail.render(briefing(hostile, title="<i>News</i>"))
    assert not re.search(r"<(?:script|b|i)\b", made.html) and "<img" not in made.html
    assert "&lt;script&gt;" in made.html


def test_nothing_is_fetched():
    """The page asks nobody for anything: pictures are in the message, and there is no font or script."""
    made = mail.render(samples.day())
    assert not re.search(r'src="(?!cid:)|url\(|<link|<script|@import|@font-face', made.html)
    named = {name for name, _ in made.pictures}
    assert set(re.findall(r'src="cid:([^"]+)"', made.html)) == named


def test_rules_stand_at_the_elements():
    """Rules are at the elements, for programs that know no others; those for the dark stay in the head."""
    made = mail.render(_many(1))
    assert re.search(r"<h1 style=\"[^\"]+\">", made.html)
    assert "prefers-color-scheme: dark" in made.html
    assert "<style>@media" in made.html


def test_subject_tells_the_day_and_what_matters_most():
    """The subject has the title, the day and the first headline, a very long one cut."""
    assert mail.render(briefing()).subject == "Morning briefing, Sunday 22 November 2026"
    made = mail.render(briefing(article(title="Crane " * 40)))
    assert made.subject.startswith("Morning briefing, Sunday 22 November 2026: Crane Crane")
    assert made.subject.endswith("…") and len(made.subject) < 150


def test_problems_are_told():
    """What went wrong is at the top in a line, and at the end by name."""
    made = mail.render(replace(_many(1), problems=(Problem("feed.xml", "is gone"),)))
    assert "1 problem, listed at the end" in made.html and "feed.xml:" in made.html and "is gone" in made.html
