"""`briefing sources`, through the whole command, over files and a real server."""

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import config
from briefing.config import Source
from briefing.deliver import files
from briefing.ingest import Raw
from briefing.ingest.readers.opml import subscriptions
from briefing.store import FILE, Library, home
from briefing.subscriptions import Listed, array, exported, imported
from briefing.subscriptions.identity import identity
from briefing.text.clean import one_line
from tests.fetch import server as bad
from tests.fetch.conftest import _no_proxy, server
from tests.fetch.server import page, redirect
from tests.gather.lindvik import feed_of, html, item, opml, paragraphs, rss
from tests.gather.lindvik import home as front

__all__ = ["_no_proxy", "server"]

RULES = "[fetch]\nallow = ['{place}']\nper_url = 2.0\npause = 0.0\nper_host = 16\n"
LINK = b'<link rel="alternate" type="application/rss+xml" href="/feed"></head>'
WHOLE = " ".join(paragraphs("Odde", 14) * 4)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "briefing.toml"


@pytest.fixture
def settings(file, server):
    """Write settings with these sources, and rules that don't wait."""

    def written(*sources: str) -> None:
        told = f"sources = {json.dumps(list(sources))}\n" if sources else ""
        file.write_text(told + RULES.format(place=server.place), "utf-8")

    return written


def _sources(file):
    return [source.at for source in config.load(file).sources]


def _rss(*items: str) -> object:
    return page(rss("Odde Post", *items), Content_Type="application/rss+xml")


def test_feed_is_added_and_told(run, settings, server, file):
    """Of a feed its title, entries, newest date, how whole they are and the newest headline are told."""
    whole = item("Crane falls", server.url("/a"), WHOLE)
    old = item("Old crane", server.url("/b"), "The crane…", "Sun, 22 Nov 2015 05:00:00 GMT")
    server.pages["/feed"] = _rss(old, item("Bare", server.url("/c"), ""), whole)
    settings()
    ran = run("sources", "add", server.url("/feed"))
    assert (ran.code, ran.err) == (0, "")
    assert f"  1  {server.url('/feed')}  (added)" in ran.out
    assert "a feed: Odde Post" in ran.out and "3 entries" in ran.out
    assert (
        "3 entries, the newest of" in ran.out
        and "1 whole, 1 teasers of their pages, 1 bare headlines that are left out" in ran.out
    )
    assert _sources(file) == [server.url("/feed")]


def test_home_page_gives_its_best_feed(run, settings, server, file):
    """Of a home page the first feed that can be read is added, and its other feeds are named."""
    links = ("/gone", "/comments", "/feed")
    heads = "".join(f'<link rel="alternate" type="application/rss+xml" href="{x}">' for x in links)
    server.pages["/"] = page(
        f"<html><head>{heads}</head><h1>Hi</h1></html>".encode(), Content_Type="text/html"
    )
    server.pages |= {"/feed": feed_of(server, "Odde"), "/comments": feed_of(server, "Comments")}
    settings()
    ran = run("sources", "add", server.url("/"))
    assert ran.code == 0 and _sources(file) == [server.url("/feed")]
    assert f"also names {server.url('/gone')}, {server.url('/comments')}" in ran.out


def test_front_page_that_reads_as_an_article(run, settings, server, file):
    """A site's front page is never taken for an article if it names a feed."""
    body = html("Welcome", paragraphs("Odde", 1)).replace(b"</head>", LINK)
    server.pages |= {"/": page(body, Content_Type="text/html"), "/feed": feed_of(server, "Odde")}
    settings()
    assert run("sources", "add", server.url("/")).code == 0
    assert _sources(file) == [server.url("/feed")]


def test_feed_is_guessed(run, settings, server, file):
    """Where a page names no feed the usual addresses are tried."""
    server.pages["/"] = page(b"<html><h1>Hi</h1></html>", Content_Type="text/html")
    server.pages["/rss.xml"] = feed_of(server, "Odde")
    settings()
    assert run("sources", "add", server.url("/")).code == 0
    assert _sources(file) == [server.url("/rss.xml")]


def test_page_of_an_article_is_added_as_it_is(run, settings, server, file):
    """An article's page is added as it is, and the feed of its site is named."""
    body = html("Crane falls", paragraphs("Varn", 3)).replace(b"</head>", LINK)
    server.pages["/news/crane"] = page(body, Content_Type="text/html")
    settings()
    ran = run("sources", "add", server.url("/news/crane"))
    assert ran.code == 0 and _sources(file) == [server.url("/news/crane")]
    assert "the page of an article" in ran.out and "“Crane falls”" in ran.out
    assert f"its feed is {server.url('/feed')}" in ran.out


def test_list_is_added_and_how_to_import_it_is_said(run, settings, server, file, tmp_path):
    """A list of feeds, at an address or in a file, is added as one source; how to import it is told."""
    listed = opml(("World", server.url("/o")), ("Sport", server.url("/v")))
    server.pages["/list"] = page(listed.encode(), Content_Type="text/x-opml")
    (tmp_path / "mine.opml").write_text(listed, "utf-8")
    settings()
    ran = run("sources", "add", server.url("/list"), "mine.opml")
    assert ran.code == 0 and ran.out.count("a list of 2 feeds") == 2
    assert f"sources import {server.url('/list')}" in ran.out and "sources import mine.opml" in ran.out
    assert _sources(file) == [server.url("/list"), str(tmp_path / "mine.opml")]


def test_what_cannot_be_read_is_refused(run, settings, server, file):
    """What gives nothing is refused with the reason, exit 1, and the file stays as it was."""
    server.pages |= {"/binary": page(bytes(range(256)) * 40), "/gone": bad.missing}
    settings()
    before = file.read_bytes()
    ran = run("sources", "add", server.url("/binary"), server.url("/gone"), "nowhere.txt", "lindvik.example")
    assert ran.code == 1 and ran.out == "" and file.read_bytes() == before
    assert (
        f"{server.url('/gone')}: " in ran.err and "404" in ran.err and f"{server.url('/binary')}: " in ran.err
    )
    assert "nowhere.txt: there is no such file" in ran.err
    assert "for a site write https://lindvik.example" in ran.err


def test_refusal_costs_no_other(run, settings, server, file):
    """Beside one that is refused the others are added, exit 3."""
    server.pages["/feed"] = feed_of(server, "Odde")
    settings()
    assert run("sources", "add", server.url("/gone"), server.url("/feed")).code == 3
    assert _sources(file) == [server.url("/feed")]


def test_force(run, settings, server, file, tmp_path):
    """With --force what cannot be read is added all the same, and why it can't is still said."""
    settings()
    ran = run("sources", "add", "--force", server.url("/gone"), "later")
    assert ran.code == 0 and "404" in ran.err
    assert _sources(file) == [server.url("/gone"), str(tmp_path / "later")]


def test_private_address_is_not_reached(run, server):
    """An address on a private network is refused unless the settings allow its host."""
    server.pages["/feed"] = feed_of(server, "Odde")
    assert run("sources", "add", server.url("/feed")).code == 1
    assert server.connections == 0


def test_permanent_redirect_is_followed_for_good(run, settings, server, file):
    """Of an address that moved for good the new one is added; of one that leads elsewhere today, itself."""
    server.pages |= {"/feed": feed_of(server, "Odde"), "/feed2": feed_of(server, "Varn")}
    server.pages |= {"/old": redirect("/feed", 301), "/today": redirect("/feed2", 302)}
    settings()
    assert run("sources", "add", server.url("/old"), server.url("/today")).code == 0
    assert _sources(file) == [server.url("/feed"), server.url("/today")]


def test_duplicates_are_noticed(run, settings, server, file, tmp_path):
    """A source that is there, however it is written, is not added again."""
    (tmp_path / "news").mkdir()
    server.pages["/feed"] = server.pages["/feed/?utm_source=x"] = feed_of(server, "Odde")
    settings("news", server.url("/feed"))
    before = file.read_bytes()
    ran = run("sources", "add", server.url("/feed/?utm_source=x"), tmp_path / "news", "./news/")
    assert ran.code == 0 and ran.out.count("(there already)") == 3 and "(added)" not in ran.out
    assert f"  2  {server.url('/feed')}  (there already)" in ran.out
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "other",
    [
        "http://lindvik.example/feed/",
        "https://LINDVIK.example:443/feed",
        "https://lindvik.example/feed?utm_medium=x#y",
    ],
)
def test_one_source_in_other_words(other, tmp_path):
    """Scheme, slash, capitals, tracking and usual ports make no other source; a query or a port does."""
    one = identity("https://lindvik.example/feed", tmp_path)
    assert identity(other, tmp_path) == one
    assert identity("https://lindvik.example/feed?id=2", tmp_path) != one
    assert identity("https://lindvik.example:8443/feed", tmp_path) != one


def test_what_is_set_for_it(run, settings, server, file):
    """Name, pages and folder are written with the source; a name is for one alone."""
    server.pages["/feed"] = feed_of(server, "Odde")
    settings()
    url = server.url("/feed")
    assert run("sources", "add", url, "--name", "Odde", "--pages", "all", "--folder", "World/Ports").code == 0
    (source,) = config.load(file).sources
    assert source == Source(at=url, name="Odde", pages="all", folder=("World", "Ports"))
    assert run("sources", "add", "a", "b", "--name", "Odde").code == 2


def test_file_is_made(run, tmp_path):
    """Where there is no file of settings it is made, and paths are written from its own folder."""
    (tmp_path / "news").mkdir()
    assert run("sources", "add", "news", "--config", "sub/my.toml").code == 0
    assert tomllib.loads((tmp_path / "sub" / "my.toml").read_text())["sources"] == ["../news"]
    assert run("sources", "add", "news/").code == 0
    assert tomllib.loads((tmp_path / "briefing.toml").read_text())["sources"] == ["news"]


REMARKED = """\
# Mine.
title = "Lindvik"  # a town

sources = [
    # what comes first
    "news",  # a folder
    { at = "https://a.example/feed", name = "A" }, # the best
    "https://b.example/feed" # without a comma
    # the end
]

# About fetching.
[fetch]
pause = 0.5
"""
TABLES = """\
title = "Lindvik"

[[sources]]
at = "news"  # a folder

# The best.
[[sources]]
at = "https://a.example/feed"
name = "A"

# About fetching.
[fetch]
pause = 0.5
"""
NONE = '# Mine.\ntitle = "Lindvik"  # a town\n\n# About fetching.\n[fetch]\npause = 0.5\n'


@pytest.mark.parametrize("text", [REMARKED, TABLES, NONE, REMARKED.replace("\n", "\r\n"), ""])
def test_comments_stay(run, file, text):
    """Adding and removing changes no other line of the file, in either way of writing sources."""
    file.write_bytes(text.encode())
    assert run("sources", "add", "--force", "more", "--name", "More").code == 0
    new = file.read_bytes().decode()
    assert config.load(file).sources[-1].name == "More"
    closed = text.replace('/feed" # without', '/feed", # without')
    lines = iter(new.splitlines())
    assert all(line in lines for line in closed.splitlines())
    assert ("\r\n" in text) == ("\r\n" in new) and ("\n" in new.replace("\r\n", "")) == ("\r\n" not in text)
    assert run("sources", "remove", "More").code == 0
    left = file.read_bytes().decode()
    assert [x for x in left.splitlines() if "#" in x] == [x for x in closed.splitlines() if "#" in x]


def test_remark_above_a_table_stays_above_it(run, file):
    """What is remarked above a table stays there when sources are written before it."""
    for text in (NONE, TABLES):
        file.write_text(text)
        run("sources", "add", "--force", "more")
        assert "# About fetching.\n[fetch]" in file.read_text()


@pytest.mark.parametrize("text", [REMARKED, TABLES])
def test_remove_by_number_name_and_address(run, file, text):
    """A source is removed by its number, its name in any case, or its address in any form."""
    for what in ("2", "a", "http://a.example/feed/"):
        file.write_text(text)
        ran = run("sources", "remove", what)
        assert ran.code == 0 and "A  https://a.example/feed  (removed)" in ran.out
        assert "https://a.example/feed" not in _sources(file)
        assert len(_sources(file)) == len(tomllib.loads(text)["sources"]) - 1


def test_remove_several(run, file):
    """Numbers are those of the list as it is before anything is removed."""
    file.write_text(REMARKED)
    assert run("sources", "remove", "1", "2", "news").code == 0
    assert _sources(file) == ["https://b.example/feed"]


def test_remove_what_is_not_there(run, file):
    """What is no source is refused with the nearest ones, and nothing at all is removed."""
    file.write_text(REMARKED)
    ran = run("sources", "remove", "1", "https://c.example/feed")
    assert ran.code == 2 and "nearest are https://" in ran.err and file.read_text() == REMARKED
    assert "sources list shows them" in run("sources", "remove", "zzz").err
    assert run("sources", "remove", "4").code == 2 and run("sources", "remove", "0").code == 2


def test_what_a_feed_calls_itself(run, settings, server, file):
    """A source without a name has the one that its feed gives itself, from when it was added or read."""
    server.pages |= {"/": front(), "/feed": feed_of(server, "Odde"), "/other": feed_of(server, "Varn")}
    settings(server.url("/"))
    run("make")
    assert run("sources", "add", server.url("/other")).code == 0
    assert f"  1  Odde Post  {server.url('/')}\n" in run("sources", "list").out
    told = json.loads(run("sources", "list", "--json").out)["sources"]
    assert [one["title"] for one in told] == ["Odde Post", "Varn Post"]
    assert "nearest are Odde Post" in run("sources", "remove", "Oddo Post").err
    assert run("sources", "remove", "odde post", "Varn Post").code == 0 and not _sources(file)


def test_a_name_that_was_given_comes_first(run, settings, server, file):
    """Where a source was given the name that another calls itself, the name means that one."""
    server.pages["/feed"] = feed_of(server, "Odde")
    settings()
    run("sources", "add", server.url("/feed"))
    run("sources", "add", "--force", "--name", "Odde Post", "news")
    assert run("sources", "remove", "Odde Post").code == 0 and _sources(file) == [server.url("/feed")]


def test_name_of_two(run, file):
    """A name that two sources have removes neither, and their numbers are told."""
    file.write_text('sources = [{ at = "a", name = "X" }, { at = "b", name = "X" }]')
    ran = run("sources", "remove", "X")
    assert ran.code == 2 and "1 and 2" in ran.err


def test_file_is_whole_or_as_it_was(run, file, monkeypatch):
    """When the disk fails in the middle of writing, the old file is there, and nothing beside it."""
    file.write_text(REMARKED)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    ran = run("sources", "add", "--force", "more")
    assert ran.code == 1 and "No space left" in ran.err
    assert file.read_text() == REMARKED and [*file.parent.iterdir()] == [file]


def test_link_and_mode_stay(run, file, tmp_path):
    """A file that is a link stays one, and what it leads to keeps its mode."""
    real = tmp_path / "dotfiles.toml"
    real.write_text(REMARKED)
    real.chmod(0o600)
    file.symlink_to(real)
    assert run("sources", "remove", "1").code == 0
    assert file.is_symlink() and real.stat().st_mode & 0o777 == 0o600
    assert len(_sources(real)) == 2


@pytest.mark.parametrize("text", ["sources = [", "sources = 3", "nonsense = 1"])
def test_wrong_settings_are_left_alone(run, file, text):
    """A file that is wrong is named with what is wrong, and not changed."""
    file.write_text(text)
    for arguments in (("add", "--force", "x"), ("list",), ("remove", "1"), ("test",)):
        assert run("sources", *arguments).code == 2
    assert file.read_text() == text


def test_list(run, file):
    """The list has a number, name, address, folder and how the last run fared for each source."""
    file.write_text(REMARKED)
    with Library(home() / FILE) as library:
        library.failed("https://a.example/feed", "answered 500")
        library.failed("https://a.example/feed", "answered 500")
    ran = run("sources", "list")
    assert ran.code == 0 and "  1  news\n" in ran.out and "  2  A  https://a.example/feed\n" in ran.out
    assert "2 times in a row: answered 500" in ran.out
    told = json.loads(run("sources", "list", "--json").out)["sources"]
    assert [one["number"] for one in told] == [1, 2, 3]
    assert told[1]["failures"] == 2 and told[1]["name"] == "A" and told[0]["failed_at"] is None


def test_file_that_changes_meanwhile(run, settings, server, file):
    """What is written into the file while an address is looked at stays in it."""
    feed = feed_of(server, "Odde")

    async def slow(visit):
        file.write_text('title = "Mine"\n' + file.read_text())
        await feed(visit)

    server.pages["/feed"] = slow
    settings("news")
    assert run("sources", "add", server.url("/feed")).code == 0
    assert config.load(file).title == "Mine" and len(_sources(file)) == 2


def test_folder_is_a_section(run, settings, server, file, tmp_path):
    """The articles of a source with a folder stand in the section of its name, files and feeds alike."""
    ice = "The river Sund froze on Sunday for the first time in nine winters, and skaters came at once."
    (tmp_path / "ice.txt").write_text(f"Ice on the river\n\n{ice}\n\nThe mayor asked them to wait a week.")
    server.pages["/feed"] = feed_of(server, "Odde")
    settings()
    assert run("sources", "add", server.url("/feed"), "--folder", "At sea").code == 0
    assert run("sources", "add", "ice.txt", "--folder", "Rivers").code == 0
    (made,) = run("make", "--format", "json", "--all", "--date", "2026-11-23").out.split()
    sections = json.loads((tmp_path / made).read_text())["sections"]
    assert {one["title"] for one in sections} == {"At sea", "Rivers"}


def test_no_sources(run):
    """Without sources the list, a test and an export are empty, and how to add one is said."""
    for arguments in (("list",), ("test",)):
        ran = run("sources", *arguments)
        assert (ran.code, ran.out) == (0, "") and "briefing sources add" in ran.err
    assert run("sources", "export").code == 0


def test_test(run, settings, server, tmp_path):
    """Each source is told as good with what it holds, or as failed with why; exit 3, and 1 for none."""
    (tmp_path / "crane.txt").write_text("Crane falls\n\n" + "\n\n".join(paragraphs("Varn", 3)), "utf-8")
    (tmp_path / "mine.opml").write_text(opml(("W", server.url("/feed")), ("W", server.url("/gone"))))
    server.pages |= {"/feed": feed_of(server, "Odde"), "/": front(), "/moved": redirect("/feed", 308)}
    settings(*map(server.url, ("/feed", "/gone", "/", "/moved")), "crane.txt", "mine.opml", "nowhere")
    ran = run("sources", "test")
    assert ran.code == 3 and ran.out.count("  failed  ") == 2 and ran.out.count("  ok  ") == 5
    assert "1 entry, the newest of 2026-11-23" in ran.out and "teasers" in ran.out
    assert "“Fallen crane closes Odde harbour”" in ran.out and "404" in ran.out
    assert f"has moved for good to {server.url('/feed')}" in ran.out
    assert "1 article" in ran.out and "“Crane falls”" in ran.out
    assert f"a list of 2 feeds\n     {server.url('/gone')}: " in ran.out
    assert run("sources", "test", "1", "crane.txt").code == 0
    assert run("sources", "test", "2", "nowhere").code == 1
    assert run("sources", "test", "9").code == 2


def test_test_remembers_nothing(run, settings, server):
    """A test leaves no trace in the library: what comes after it is read as if it had not been."""
    server.pages["/feed"] = feed_of(server, "Odde")
    settings(server.url("/feed"))
    assert run("sources", "test").code == 0
    with Library(home() / FILE) as library:
        assert library.fetched(server.url("/feed")) is None


def test_import(run, settings, server, file, tmp_path):
    """A list's feeds are added one by one with names and folders; those that are there are counted."""
    folders = '<outline text="World"><outline text="Ports">{}</outline></outline>{}'
    listed = f'<opml version="2.0"><body>{folders}</body></opml>'
    inner = '<outline type="rss" title="A post" xmlUrl="https://a.example/feed"/>'
    outer = '<outline type="rss" xmlUrl="https://b.example/feed"/>'
    (tmp_path / "mine.opml").write_text(listed.format(inner, outer))
    settings("http://b.example/feed/")
    ran = run("sources", "import", "mine.opml")
    assert ran.code == 0 and ran.out == "1 feed added, 1 there already\n"
    assert config.load(file).sources[1] == Source(
        at="https://a.example/feed", name="A post", folder=("World", "Ports")
    )
    server.pages["/list"] = page(listed.format(inner, outer).encode())
    assert run("sources", "import", server.url("/list")).out == "0 feeds added, 2 there already\n"


def test_import_of_what_is_no_list(run, settings, server, tmp_path):
    """What is no list of feeds is refused by name."""
    (tmp_path / "x.opml").write_text("<html>")
    server.pages["/feed"] = feed_of(server, "Odde")
    settings()
    assert "x.opml: is no list of feeds" in run("sources", "import", "x.opml").err
    assert run("sources", "import", "nowhere.opml").code == 1
    assert "is no list of feeds" in run("sources", "import", server.url("/feed")).err


def test_export_and_import(run, file, tmp_path):
    """What is exported and imported elsewhere is the same sources; what no list can hold is named."""
    file.write_text(
        'sources = ["https://a.example/feed", "news", '
        '{ at = "https://b.example/?a=1&b=2", name = "B & \\"co\\"", folder = ["Arts / Film", "New"] }]'
    )
    ran = run("sources", "export", "out.opml")
    assert ran.code == 3 and "news: is no address" in ran.err
    assert run("sources", "export").out == (tmp_path / "out.opml").read_text()
    assert run("sources", "import", "out.opml", "--config", "other.toml").out == "2 feeds added\n"
    one, _, other = config.load(file).sources
    assert config.load(tmp_path / "other.toml").sources == (one, other)


def test_export_of_a_list_has_its_feeds(run, file, tmp_path):
    """The feeds of a list in a file are exported one by one."""
    (tmp_path / "mine.opml").write_text(opml(("W", "https://a.example/feed")))
    file.write_text('sources = ["mine.opml"]')
    assert 'xmlUrl="https://a.example/feed"' in run("sources", "export").out


_NAMES = st.text(min_size=1, max_size=20).map(one_line).filter(bool)
_SOURCES = st.lists(
    st.builds(
        Source,
        at=st.from_regex(
            r"https://[a-z]{1,9}\.example/[a-z0-9]{1,9}(\?[a-z]=[a-z0-9&]{0,5})?", fullmatch=True
        ),
        name=st.none() | _NAMES,
        folder=st.lists(_NAMES, max_size=3).map(tuple),
    ),
    max_size=6,
    unique_by=lambda source: source.at,
)


@given(_SOURCES)
def test_round_trip(sources):
    """Addresses, names and folders, whatever is in them, are the same after an export and an import."""
    data, problems = exported([Listed(n, one, one.at, one.at) for n, one in enumerate(sources)])
    assert not problems
    assert [*imported(subscriptions(Raw("x.opml", data)).feeds)] == sources


@given(st.sampled_from([REMARKED, TABLES, NONE, "sources = []", 'sources = ["a"] # b']), _SOURCES, st.data())
def test_any_source_can_be_written(text, sources, data):
    """Whatever is in a source's name and folder, the file holds it and all others, also after removals."""
    new = array.added(text, sources) if sources else text
    before, after = (config.build(tomllib.loads(each)).sources for each in (text, new))
    assert after == (*before, *sources)
    gone = data.draw(st.sets(st.integers(0, len(after) - 1))) if after else set()
    left = config.build(tomllib.loads(array.removed(new, sorted(gone)) if gone else new)).sources
    assert left == tuple(one for n, one in enumerate(after) if n not in gone)
