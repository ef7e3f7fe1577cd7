"""The file: from every older form, and in every state that a file or a disk may be in."""

import os
import sqlite3
import stat
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from briefing.model import Problem, Validators
from briefing.store import Cache, Database, Library
from briefing.store.migrate import OURS, scripts
from tests.factory import article, briefing
from tests.store.children import run, start

TIME = "2026-11-01T06:30:00.000000+00:00"
ONE = article(url="https://a.org/x")


def older(path, version):
    """Make a library of an older form, with an article where it has any."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection, connection:
        for script in scripts()[:version]:
            connection.executescript(script.read_text("utf-8"))
        if version:
            connection.execute(f"PRAGMA application_id = {OURS}")
        connection.execute(f"PRAGMA user_version = {version}")
        if version:
            connection.execute(
                "INSERT INTO articles (key, first_seen, last_seen, changed_at) VALUES ('k', ?, ?, ?)",
                [TIME] * 3,
            )


def forms(path):
    """Return all that defines the tables and indexes of a file."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY name").fetchall()


def work(library):
    """Do everything that a run does; return whether the library remembers any of it."""
    library.add([ONE])
    library.give("https://a.org/feed", [ONE])
    library.learn("https://a.org/feed", Validators("x"))
    library.failed("https://b.org/feed", "it hung")
    assert library.unseen([ONE]) == ((ONE,), ())
    name = library.record(briefing(ONE))
    delivered = library.deliver(name or "")
    library.search(["harbour"])
    Cache(library.database, "1").put("a", "b")
    return delivered


@pytest.mark.parametrize("version", range(len(scripts()) + 1))
def test_every_older_form_is_brought_up(path, tmp_path, version):
    """A library of any older form becomes one of today's, and keeps what it has."""
    older(path, version)
    with Library(path) as library, Library(tmp_path / "new.sqlite") as new:
        assert work(library) and work(new)
        assert library.problem is None
        assert library.holdings().articles == (2 if version else 1)
    assert forms(path) == forms(tmp_path / "new.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(scripts()),)


def test_migration_is_whole_or_not_at_all(path, monkeypatch, tmp_path):
    """A script that fails half-way leaves the form, and everything in it, as it was."""
    older(path, 1)
    before = forms(path)
    broken = tmp_path / "9999_broken.sql"
    broken.write_text("CREATE TABLE half (a);\nCREATE TABLE half (a);\n")
    first = scripts()[0]
    monkeypatch.setattr("briefing.store.migrate.scripts", lambda: [first, broken])
    database = Database(path)
    assert database.read(lambda c: c.execute("SELECT 1").fetchone(), None) is None
    assert "half" in database.problem.message
    assert forms(path) == before


def test_newer_form_is_refused(path):
    """A library of a newer program is refused with what to do, and not a byte of it changes."""
    older(path, len(scripts()))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with Library(path) as library:
        assert not work(library)
        assert "newer briefing" in library.problem.message and "update" in library.problem.message
    assert path.read_bytes() == before


def test_other_programs_file_is_refused(path):
    """A database of another program is left alone."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE theirs (a)")
    before = path.read_bytes()
    with Library(path) as library:
        assert not work(library)
        assert "another program" in library.problem.message
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"no database at all", b"SQLite format 3\0" + b"\1" * 5000])
def test_file_that_is_no_library_is_named(path, content):
    """What is no database is named, with what to do, and stays as it is."""
    path.parent.mkdir()
    path.write_bytes(content)
    with Library(path) as library:
        assert not work(library)
        assert library.problem.source == str(path)
        assert "--set-aside" in library.problem.message and "\n" not in library.problem.message
    assert path.read_bytes() == content


def test_damaged_pages_are_named(path):
    """A library of which pages were overwritten is said to be damaged, and stops nobody."""
    with Library(path) as library:
        library.add([article(str(n), url=f"https://a.org/{n}") for n in range(300)])
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)
    with Library(path) as library:
        assert not work(library)
        assert "damaged" in library.problem.message


def test_first_failure_is_the_only_one(path, tmp_path):
    """After the first failure nothing is tried any more, and everything answers as if nothing were known."""
    (tmp_path / "home").write_text("a file where a folder should be")
    with Library(path) as library:
        assert not work(library)
        (tmp_path / "home").unlink()
        assert not work(library)
        assert library.given("https://a.org/feed") == () and library.briefings(3) == ()
        assert isinstance(library.problem, Problem)
    assert not path.exists()


@pytest.mark.parametrize("what", ["file", "folder"])
def test_read_only_place_stops_nobody(what):
    """A library that may not be written is a problem with a remedy, and no error."""
    program = """
import os
from tests.store.test_database import work
if os.getuid() == 0:
    os.setuid(65534)  # whom permissions concern
with Library(path) as library:
    print(work(library), library.problem.message)
"""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        path = place / "library.sqlite"
        with Library(path) as library:
            library.add([ONE])
        place.chmod(0o755 if what == "folder" else 0o777)
        path.chmod(0o444)
        told = run(program, path)
        place.chmod(stat.S_IRWXU)
    assert told.startswith("False ") and "BRIEFING_HOME" in told


def test_full_disk_stops_nobody(path):
    """On a full disk nothing is remembered, that is said, and what was there before is whole."""
    program = """
import resource
with Library(path) as library:
    library.add(articles([report(seed) for seed in range(20)]))
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 200_000, resource.RLIM_INFINITY))
    for start in range(100, 1000, 50):
        library.add(articles([report(seed) for seed in range(start, start + 50)], path=str(start)))
    print(library.unseen([])[0], library.problem.message)
    library.database.problem = None
    print(library.holdings().articles)
"""
    first, count = run(program, path).splitlines()
    assert first.startswith("() the disk")
    with Library(path) as library:
        assert library.holdings().articles == int(count) >= 20 and library.problem is None
        assert library.database.read(lambda c: c.execute("PRAGMA integrity_check").fetchall(), []) == [
            ("ok",)
        ]
        assert work(library)


def test_file_that_is_held_is_waited_for(path):
    """A library that another process writes is waited for; one that is held too long is a problem."""
    with Library(path) as library:
        library.add([ONE])
    program = """
import time, sqlite3
held = sqlite3.connect(path, isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(float(sys.argv[2]))
"""
    with start(program, path, 1.0) as holder:
        assert holder.stdout.readline() == "held\n"
        with Library(path) as library:
            assert work(library)
    with start(program, path, 60) as holder:
        assert holder.stdout.readline() == "held\n"
        impatient = Database(path, patience=0.1)
        assert impatient.write(lambda c: c.execute("DELETE FROM seen").rowcount, -1) == -1
        assert "another process" in impatient.problem.message
        holder.kill()


def test_bugs_are_raised(library):
    """A fault of the program is no problem of the file: it is raised, and nothing of the step is kept."""

    def wrong(connection):
        connection.execute("DELETE FROM articles")
        connection.execute("INSERT INTO told (briefing, name, version) VALUES ('none', 'x', 1)")

    library.add([ONE])
    with pytest.raises(sqlite3.IntegrityError):
        library.database.write(wrong, None)
    assert library.holdings().articles == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_forked_process_opens_its_own(path):
    """A forked process works with the library, and so does its parent afterwards."""
    program = """
import os
with Library(path) as library:
    library.add(articles([report(1)]))
    child = os.fork()
    if child == 0:
        library.add(articles([report(2)], path="two"))
        os._exit(0 if library.problem is None else 1)
    assert os.waitpid(child, 0)[1] == 0
    library.add(articles([report(3)], path="three"))
    print(library.holdings().articles, library.problem)
"""
    assert run(program, path) == "3 None\n"


@pytest.mark.parametrize(
    "statement", ["UPDATE versions SET body = x'00'", "UPDATE versions SET body = x'789c030000000001'"]
)
def test_damaged_articles_are_named(path, statement):
    """An article that is no longer what was put there is named as damage, and stops nobody."""
    with Library(path) as library:
        library.give("https://a.org/feed", [ONE])
        library.database.write(lambda c: c.execute(statement).rowcount, 0)
        assert library.given("https://a.org/feed") == ()
        assert "damaged" in library.problem.message


def test_damaged_sketches_and_times_are_named(path):
    """So are sketches and times."""
    with Library(path) as library:
        assert work(library)
        library.database.write(lambda c: c.execute("UPDATE seen SET sketch = x'00'").rowcount, 0)
        assert library.unseen([article("Else.")])[0] and "damaged" in library.problem.message
    with Library(path) as library:
        library.database.write(lambda c: c.execute("UPDATE articles SET first_seen = 'x'").rowcount, 0)
        assert library.holdings().articles == 0 and "damaged" in library.problem.message
