"""Pictures of stories, over a real server."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta

import pytest

from briefing.fetch import Rules
from briefing.illustrate import Means, illustrate
from briefing.model import Article, Picture, Story
from briefing.store import Database
from briefing.store.pictures import Pictures
from tests.factory import article
from tests.fetch import server as bad
from tests.fetch.conftest import _no_proxy, server
from tests.fetch.server import Server, page, redirect, tagged
from tests.illustrate.drawn import bomb, drawn, encoded, opened

__all__ = ["_no_proxy", "server"]

NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
PHOTO = encoded(drawn(1200, 800))


@pytest.fixture
def memory(tmp_path):
    """Return where pictures are remembered."""
    database = Database(tmp_path / "library.sqlite")
    yield Pictures(database)
    assert database.problem is None
    database.close()


@pytest.fixture
def shown(server):
    """Show stories of one article each, with the pictures at these paths, by rules that don't wait."""

    def shown(*paths: str | None, now: datetime = NOW, memory: Pictures | None = None, **rules):
        given = {"allow": frozenset({server.place}), "per_url": 2.0, "pause": 0.0, "tries": 1, "per_host": 8}
        articles = {str(number): with_picture(server, str(number), path) for number, path in enumerate(paths)}
        stories = [Story(f"Story {name}", (), (name,)) for name in articles]
        seconds = rules.pop("seconds", 60.0)
        means = Means(Rules(**(given | rules)), now, memory, seconds)
        found = illustrate(stories, articles, means)
        assert [story.headline for story in found] == [story.headline for story in stories]
        return [story.image for story in found]

    return shown


def with_picture(server: Server, name: str, path: str | None, **said: str) -> Article:
    """Return an article with a picture on the server."""
    return article(id=name, picture=Picture(server.url(path), **said) if path else None)


def test_a_picture_is_shown(server, shown):
    """A story shows the picture of its article: a JPEG of at most 960 pixels across."""
    server.pages["/a"] = page(PHOTO, Content_Type="image/jpeg")
    image, none = shown("/a", None)
    assert none is None
    assert (image.type, image.width, image.height, image.article) == ("image/jpeg", 960, 640, "0")
    assert opened(image.data).size == (960, 640)


def test_what_is_said_of_it(server):
    """With a picture comes what its source says of it."""
    server.pages["/a"] = page(PHOTO)
    one = with_picture(server, "a", "/a", alt="Dawn", credit="Ann Lee")
    means = Means(Rules(allow=frozenset({server.place})), NOW)
    (story,) = illustrate([Story("x", (), ("a",))], {"a": one}, means)
    assert (story.image.alt, story.image.credit) == ("Dawn", "Ann Lee")


def test_the_next_article_has_one(server):
    """Where the first article's picture cannot be shown, that of the next is."""
    server.pages["/b"] = page(PHOTO)
    articles = {name: with_picture(server, name, f"/{name}") for name in "ab"}
    means = Means(Rules(allow=frozenset({server.place})), NOW)
    (story,) = illustrate([Story("x", (), ("a", "b"))], articles, means)
    assert story.image.article == "b"


def test_its_bytes_tell_what_it_is(server, shown):
    """A picture is one whatever its server calls it, and a page is none though it is called one."""
    server.pages["/a"] = page(PHOTO, Content_Type="text/html; charset=utf-8")
    server.pages["/b"] = page(b"<html><body>Sign in to go on</body></html>", Content_Type="image/jpeg")
    image, none = shown("/a", "/b")
    assert image is not None and none is None


FAULTY = {
    "/bomb": page(bomb(50_000, 50_000)),
    "/swollen": bad.bomb,
    "/cut": page(PHOTO[:20_000]),
    "/page": page(b"<!doctype html><p>no picture</p>"),
    "/drawing": page(b"<svg xmlns='http://www.w3.org/2000/svg'/>", Content_Type="image/svg+xml"),
    "/plain": page(encoded(drawn(600, 400).point(lambda _: 128))),
    "/tiny": page(encoded(drawn(40, 40), "PNG")),
    "/endless": bad.endless,
    "/hang": bad.hang,
    "/drip": bad.drip,
    "/reset": bad.reset_in_body,
    "/empty": page(b""),
    "/gone": bad.missing,
    "/circle": redirect("/circle"),
    "/file": redirect("file:///etc/passwd"),
}


def test_what_cannot_be_shown_costs_nothing_else(server, shown, caplog):
    """Of good and faulty pictures the good ones are shown; the others are told in one line of the log."""
    caplog.set_level(logging.INFO, "briefing.illustrate")
    server.pages |= FAULTY | {"/good": page(PHOTO)}
    with Server() as inside:
        inside.pages["/secret"] = page(PHOTO)
        server.pages["/private"] = redirect(inside.url("/secret"))
        found = shown(*FAULTY, "/private", "/good")
        assert inside.connections == 0
    assert [image is not None for image in found] == [False] * (len(FAULTY) + 1) + [True]
    (line,) = [one.message for one in caplog.records if one.name == "briefing.illustrate"]
    assert line.startswith(f"{len(FAULTY) + 1} pictures of 127.0.0.1 are not shown: ")


def test_private_addresses_are_refused(server, shown):
    """A picture at a private address is not asked for, unless the user has allowed its host."""
    server.pages["/a"] = page(PHOTO)
    assert shown("/a", allow=frozenset()) == [None]
    assert server.connections == 0


def test_robots_have_a_say(server, shown):
    """A picture that robots.txt keeps from programs is left alone."""
    server.pages |= {"/robots.txt": page(b"User-agent: *\nDisallow: /a"), "/a": page(PHOTO)}
    assert shown("/a") == [None]
    assert server.paths() == []


def test_there_is_an_end(server, shown):
    """When the time is over, what is there is shown."""
    server.pages |= {"/a": page(PHOTO), "/slow": bad.drip}
    image, none = shown("/a", "/slow", seconds=1.5, per_url=60.0)
    assert image is not None and none is None


def test_same_day_again(server, shown, memory):
    """On the same day nothing is asked for again, neither pictures nor what is none."""
    server.pages |= {"/a": page(PHOTO), "/page": page(b"<p>no</p>")}
    first = shown("/a", "/page", memory=memory)
    asked = server.paths()
    assert shown("/a", "/page", memory=memory, now=NOW + timedelta(hours=1)) == first
    assert server.paths() == asked


def test_next_day(server, shown, memory):
    """On the next day a server is asked whether its picture has changed; what was none is fetched again."""
    server.pages |= {"/a": tagged(PHOTO), "/page": page(b"<p>no</p>")}
    (first, _) = shown("/a", "/page", memory=memory)
    server.pages["/page"] = page(encoded(drawn(seed=1)))
    server.visits.clear()
    again, late = shown("/a", "/page", memory=memory, now=NOW + timedelta(days=1))
    assert again == first and late is not None
    told = {visit.path: visit.headers.get("if-none-match") for visit in server.visits}
    assert told["/a"] == '"1"' and told["/page"] is None


def test_what_could_not_be_had_is_asked_for_soon(server, shown, memory):
    """A picture that could not be had is left alone for an hour, and no longer."""
    assert shown("/a", memory=memory) == [None]
    server.pages["/a"] = page(PHOTO)
    assert shown("/a", memory=memory, now=NOW + timedelta(minutes=30)) == [None]
    assert shown("/a", memory=memory, now=NOW + timedelta(minutes=90)) != [None]


def test_no_time_is_no_fault_of_a_picture(server, shown, memory):
    """What there was no time for is asked for by the next run."""
    server.pages["/a"] = bad.drip
    assert shown("/a", memory=memory, seconds=0.5) == [None]
    server.pages["/a"] = page(PHOTO)
    assert shown("/a", memory=memory) != [None]


def test_the_same_picture_under_many_addresses(server, shown):
    """A picture of several stories under different addresses is shown with the first of two, or none."""
    server.pages |= {path: page(PHOTO) for path in ("/a", "/b", "/c")}
    two = shown("/a", "/b")
    assert two[0] is not None and two[1] is None
    assert shown("/a", "/b", "/c") == [None, None, None]


def test_wrong_environment_costs_pictures_alone(server, shown, monkeypatch):
    """A proxy that is none costs the pictures, and no story."""
    monkeypatch.setenv("http_proxy", "nonsense://")
    assert shown("/a") == [None]


def test_only_the_first_stories_show_one(server, shown):
    """A briefing of hundreds of stories shows the pictures of its first sixty."""
    server.pages |= {f"/{n}": page(b"x") for n in range(70)}
    shown(*(f"/{n}" for n in range(70)))
    assert len(server.paths()) == 60
