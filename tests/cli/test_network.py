"""Briefings of what is fetched, through the whole command, over a real server."""

import json
import random
from pathlib import Path

import pytest

from briefing.store import home, run_lock
from tests.cli.measured import measured
from tests.fetch import server as bad
from tests.fetch.conftest import _no_proxy, server
from tests.fetch.server import Server, page, redirect
from tests.gather.lindvik import feed_of, html, item, paragraphs, rss
from tests.illustrate.drawn import bomb, drawn, encoded

__all__ = ["_no_proxy", "server"]

FAULTY = {
    "/drip": bad.drip,
    "/hang": bad.hang,
    "/hang-in-head": bad.hang_in_head,
    "/hang-in-body": bad.hang_in_body,
    "/drip-head": bad.drip_head,
    "/reset": bad.reset,
    "/reset-in-body": bad.reset_in_body,
    "/short": bad.too_short,
    "/contradictory": bad.contradictory,
    "/babble": bad.babble,
    "/endless": bad.endless,
    "/endless-head": bad.endless_head,
    "/false-gzip": bad.false_gzip,
    "/bomb": bad.bomb,
    "/loop": redirect("/loop"),
    "/to-file": redirect("file:///etc/passwd"),
    "/missing": bad.missing,
    "/broken": page(b"out of order", 500),
    "/binary": page(bytes(range(256)) * 40, Content_Type="application/octet-stream"),
}

SYLLABLES = "bra cen dor fil gan hul jev kor lin mar nos pel quar ros sta tir ul ven wex yar".split()
FERRY = (
    "The ferry Elsa ran aground off Varn in thick fog on Tuesday evening with 63 passengers on board.",
    "All were taken off by the lifeboat of the town before midnight; two had broken a wrist.",
    "Divers are to look at the hull today, and the island has no other boat until she floats.",
)


@pytest.fixture
def settings(tmp_path, server):
    """Write settings with these sources, and rules that don't wait."""

    def written(*sources: str) -> Path:
        told = (
            f"sources = {json.dumps(list(sources))}\nformats = ['json']\n"
            f"[fetch]\nallow = ['{server.place}']\nper_url = 2.0\npause = 0.0\nper_host = 16\n"
        )
        (tmp_path / "briefing.toml").write_text(told, "utf-8")
        return tmp_path / "briefing.toml"

    return written


def _made(ran):
    return json.loads(Path(ran.out.split()[0]).read_text("utf-8"))


def _titles(ran):
    return {article["title"] for article in _made(ran)["articles"].values()}


def _told(number):
    """Return paragraphs on an event of which no other number tells, in words of its own."""
    chance = random.Random(number)
    words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(60)]

    def some(count):
        return " ".join(chance.sample(words, count))

    return [f"{some(2).title()} {some(8)} on Monday. The {some(9)}, and {some(6)}." for _ in range(6)]


def _papers(server, count):
    """Put newspapers on the server, each with an article and a large picture; return their feeds."""
    for number in range(count):
        text = _told(number)
        name = f"Paper{number}"
        picture = f'<meta property="og:image" content="/{name}.jpg"></head>'.encode()
        whole = html(f"{name} headline", text).replace(b"</head>", picture)
        server.pages[f"/{name}.html"] = page(whole, Content_Type="text/html")
        server.pages[f"/{name}.jpg"] = page(encoded(drawn(2400 + number, 1600, seed=number)))
        told = item(f"{text[0][:70]}", server.url(f"/{name}.html"), f"{text[0][:60]}…", "")
        server.pages[f"/feed{number}"] = page(rss(name, told))
    return [f"/feed{number}" for number in range(count)]


@pytest.mark.slow
def test_twenty_good_and_twenty_faulty(settings, server, tmp_path):
    """Of twenty good and twenty faulty sources all the good are told, each faulty one is named, in 300 MB."""
    with Server() as inside:
        inside.pages["/secret"] = page(html("Secret", paragraphs("Sund", 2)))
        good = _papers(server, 20)
        server.pages |= {**FAULTY, "/to-private": redirect(inside.url("/secret"))}
        server.pages |= {"/Paper0.jpg": page(bomb(60_000, 60_000)), "/Paper1.jpg": bad.bomb}
        server.pages |= {"/Paper2.jpg": bad.endless, "/Paper3.jpg": redirect(inside.url("/secret"))}
        faulty = [*FAULTY, "/to-private"]
        settings(*map(server.url, [*good, *faulty]))
        ran = measured(tmp_path, "make", "--all", "--format", "pdf,html,json")
        assert inside.connections == 0
    made = json.loads((tmp_path / ran.out.split()[-1]).read_text("utf-8"))
    assert ran.code == 3 and len(faulty) == 20
    assert {one["source"] for one in made["articles"].values()} == {f"Paper{n}" for n in range(20)}
    assert {problem["source"] for problem in made["problems"]} == set(map(server.url, faulty))
    assert ran.peak < 300


def test_pictures_are_asked_for_where_the_article_was(settings, server, run, tmp_path):
    """A fetched article's picture is shown; what a file names is asked for by nobody."""
    (feed,) = _papers(server, 1)
    server.pages["/saved.jpg"] = page(encoded(drawn(1200, 800, seed=7)))
    picture = f'<meta property="og:image" content="{server.url("/saved.jpg")}"></head>'.encode()
    saved = html("Ferry aground off Varn", FERRY).replace(b"</head>", picture)
    (tmp_path / "saved.html").write_bytes(saved)
    settings(server.url(feed), str(tmp_path / "saved.html"))
    made = _made(run("make", "--all"))
    stories = [story for section in made["sections"] for story in section["stories"]]
    assert len(stories) == 2
    assert [story["headline"] for story in stories if story.get("image")] != []
    assert "/saved.jpg" not in {visit.path for visit in server.visits}
    assert "/Paper0.jpg" in {visit.path for visit in server.visits}


def test_no_source_can_be_read(run, settings, server):
    """Where nothing can be read nothing is made, and that is no quiet day."""
    settings(server.url("/none"))
    ran = run("make")
    assert ran.code == 1 and "404" in ran.err


def test_what_was_told_does_not_come_back(run, settings, server):
    """The next day tells what is new alone; the same day may be made again; a day without news says so."""
    first = item("Crane falls", server.url("/a"), " ".join(paragraphs("Odde", 14) * 4), "")
    server.pages["/feed"] = page(rss("Odde Post", first))
    settings(server.url("/feed"))
    assert _titles(run("make", "--date", "2026-11-23")) == {"Crane falls"}
    assert _titles(run("make", "--date", "2026-11-23")) == {"Crane falls"}
    quiet = run("make", "--date", "2026-11-24")
    assert quiet.code == 0 and not _titles(quiet)
    second = item("Ferry aground", server.url("/b"), " ".join(FERRY * 4), "")
    server.pages["/feed"] = page(rss("Odde Post", second, first))
    assert _titles(run("make", "--date", "2026-11-25")) == {"Ferry aground"}
    assert _titles(run("make", "--date", "2026-11-26", "--all")) == {"Ferry aground", "Crane falls"}


def test_what_is_named_is_taken_whole(run, settings, server):
    """A source named on the command line is told whatever was told before."""
    server.pages["/feed"] = feed_of(server, "Odde")
    settings(server.url("/feed"))
    assert _titles(run("make", "--date", "2026-11-23"))
    assert _titles(run("make", server.url("/feed"), "--date", "2026-11-25"))


def test_what_was_told_can_be_found(run, settings, server):
    """What came in is found again by its words."""
    server.pages["/feed"] = feed_of(server, "Odde")
    settings(server.url("/feed"))
    run("make")
    assert "Fallen crane closes Odde harbour" in run("search", "breakwater").out


def test_second_run_says_so(run, settings, server):
    """While a run that remembers is under way another ends at once, with exit code 5."""
    settings(server.url("/feed"))
    with run_lock(home()):
        ran = run("make")
    assert ran.code == 5 and "another run is under way" in ran.err


def test_address_is_summarized(run, settings, server):
    """The address of an article is condensed as its file would be; a claim is held to it."""
    settings()
    server.pages["/a"] = page(html("Crane falls", paragraphs("Varn", 3)), Content_Type="text/html")
    ran = run("summarize", server.url("/a"))
    assert ran.code == 0 and "Varn" in ran.out
    told = run("check", server.url("/a"), "--claim", "The harbour of Varn closed on Friday.")
    assert told.code == 0 and told.out.startswith("not supported")
    assert run("summarize", server.url("/none")).code == 1
