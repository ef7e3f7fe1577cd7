"""Which article of a newsletter each picture belongs to."""

from briefing.model import Picture
from tests.ingest.mail.messages import message, reading

HEADLINES = (
    "Council closes old bridge in Hilltown",
    "Night ferry returns to the lake",
    "School kitchens run short of cooks",
)
TEXTS = (
    "The council closed the old bridge on Monday after inspectors found rust in three cables. It stays shut.",
    "The night ferry sails again from Friday, its owner said. It had been laid up since the month of May.",
    "One in five school kitchens has no cook, a count shows. Eleven schools served cold lunches this week.",
)
BULK = (b"List-Id: <a.b>", b"Content-Type: text/html; charset=utf-8")
IMAGE = '<p><img src="https://n.example/x/{}.jpg" width="600"></p><p><a href="https://n.example/w">{}</a></p>'
TOP, END = IMAGE.format("top", "View online"), IMAGE.format("end", "Unsubscribe")


def image(name: str, **said: str) -> str:
    """Return a picture."""
    told = "".join(f' {key}="{value}"' for key, value in said.items())
    return f'<img src="https://n.example/i/{name}.jpg"{told}>'


def pictures(html: str) -> list[tuple[str, Picture | None]]:
    """Return each article's first word and the name of its picture."""
    body = f"<html><body>{html}</body></html>".encode()
    return [(one.title.split()[0], one.picture) for one in reading(message(body, *BULK)).articles]


def told(html: str) -> dict[str, str | None]:
    """Return the address of each article's picture, by its first word."""
    return {title: found and found.url.rpartition("/")[2] for title, found in pictures(html)}


def heading(number: int) -> str:
    """Return a headline."""
    return f'<h2><a href="https://n.example/{number}">{HEADLINES[number]}</a></h2>'


def test_in_a_box_of_its_own() -> None:
    """In a newsletter of cards each picture belongs to the text in its card, on whichever side it stands."""
    left = "<table><tr><td>{0}</td><td>{1}<p>{2}</p></td></tr></table>"
    right = "<table><tr><td>{1}<p>{2}</p></td><td>{0}</td></tr></table>"
    for card in (left, right):
        cards = "".join(card.format(image(str(n)), heading(n), TEXTS[n]) for n in range(3))
        assert told(TOP + cards + END) == {"Council": "0.jpg", "Night": "1.jpg", "School": "2.jpg"}


def test_in_one_column() -> None:
    """In one column a picture between two articles belongs to the one below, and one in a text to that."""
    parts = (
        heading(0) + image("0") + f"<p>{TEXTS[0]}</p>",
        image("1") + heading(1) + f"<p>{TEXTS[1]}</p>",
        heading(2) + f"<p>{TEXTS[2]}</p>",
    )
    assert told(TOP + "".join(parts) + END) == {"Council": "0.jpg", "Night": "1.jpg", "School": None}


def test_small_ones_are_none() -> None:
    """Icons, and what counts readers, lead no article."""
    small = image("a", width="20") + image("b", width="1", height="1")
    small += '<img src="https://n.example/track/open.php?u=7"><img src="cid:part1"><img>'
    assert set(told("".join(heading(n) + small + f"<p>{TEXTS[n]}</p>" for n in range(3)) + END).values()) == {
        None
    }


def test_a_sponsors_is_nobodys() -> None:
    """The picture in a sponsor's block belongs to no article."""
    paid = (
        f"<div><p>Sponsored by Acme</p>{image('acme')}<p>Acme pens write under water and in snow.</p></div>"
    )
    found = told(
        heading(0)
        + f"<p>{TEXTS[0]}</p>"
        + paid
        + "".join(heading(n) + f"<p>{TEXTS[n]}</p>" for n in (1, 2))
        + END
    )
    assert found and "acme.jpg" not in found.values()


def test_an_essay() -> None:
    """The picture below the headline of a newsletter of one article leads it, and not the one above it."""
    text = "".join(f"<p>{part}</p>" for part in TEXTS * 3)
    found = pictures(TOP + "<h1>Ferry</h1>" + image("dawn", alt="Dawn (Photo: Ann Lee)") + text + END)
    assert found == [("Ferry", Picture("https://n.example/i/dawn.jpg", "Dawn", "Ann Lee"))]
    assert pictures(TOP + "<h1>Ferry</h1>" + text + END) == [("Ferry", None)]
