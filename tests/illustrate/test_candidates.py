"""Which pictures of its articles a story may show."""

from briefing.illustrate.candidates import candidates
from briefing.model import Article, Picture, Story
from tests.factory import article


def one(name: str, picture: str | None, host: str = "post.org") -> Article:
    """Return an article with a picture."""
    return article(id=name, picture=Picture(f"https://{host}/{picture}.jpg") if picture else None)


def chosen(*stories: str, **pictures: str | None) -> list[list[str]]:
    """Return the names of the pictures of each story, given as its articles' one-letter ids."""
    articles = {name: one(name, picture) for name, picture in pictures.items()}
    told = [Story("Headline", (), tuple(names)) for names in stories]
    found = candidates(told, articles)
    return [[each.url.rpartition("/")[2].removesuffix(".jpg") for each in own] for own in found]


def test_the_first_article_leads() -> None:
    """A story's pictures are tried in the order of its articles, each once, a few of them at the most."""
    assert chosen("abc", a=None, b="x", c="y") == [["x", "y"]]
    assert chosen("abc", a="x", b="x", c="y") == [["x", "y"]]
    assert chosen("abcde", a="1", b="2", c="3", d="4", e="5") == [["1", "2", "3"]]
    assert chosen("ab", a=None, b=None) == [[]]


def test_a_picture_of_two_stories() -> None:
    """A picture that two stories have is shown with the first of them."""
    assert chosen("a", "b", a="x", b="x") == [["x"], []]
    assert chosen("a", "bc", a="x", b="x", c="y") == [["x"], ["y"]]
    assert chosen("a", a="x", b="x") == [["x"]]


def test_a_sites_own_picture() -> None:
    """A picture that three stories have, or articles of which no story tells, is nobody's."""
    assert chosen("a", "b", "c", a="x", b="x", c="x") == [[], [], []]
    assert chosen("a", a="x", b="x", c="x") == [[]]
    assert chosen("abc", a="x", b="x", c="x") == [["x"]]


def test_nothing_is_at_the_names_of_samples() -> None:
    """The addresses in samples and documentation are not asked for."""
    for host in ("lindvik.example", "img.example.com", "example.org", "a.test", "b.invalid"):
        assert candidates([Story("x", (), ("a",))], {"a": one("a", "x", host)}) == ((),)
    assert candidates([Story("x", (), ("a",))], {"a": one("a", "x", "myexample.com")})[0]


def test_articles_that_are_not_there() -> None:
    """A story of articles that nobody has any more shows none."""
    assert candidates([Story("x", (), ("a",))], {}) == ((),)
