"""Several processes at once, and processes that die."""

import random
import signal
import time

import pytest

from briefing.store import Library
from tests.store.children import start

RUNS = 24
WRITER = """
name, count = sys.argv[2], int(sys.argv[3])
with Library(path) as library:
    for number in range(count):
        texts = [report(hash((name, number, k)) % 10**9, 6) for k in range(3)]
        made = articles(texts, path=f"{name}{number}")
        library.give(f"https://{name}.example/feed", made)
        told = library.record(briefing(*made, title=f"{name} {number}"))
        if library.deliver(told):
            print(told, flush=True)
    assert library.problem is None, library.problem
"""


def sound(library):
    """Say what holds in every library, whatever has happened to it."""
    check = library.database.read(lambda c: c.execute("PRAGMA integrity_check").fetchall(), [])
    assert check == [("ok",)]
    rows = {
        "an article without its latest version": "SELECT count(*) FROM articles LEFT JOIN versions"
        " ON versions.id = articles.version WHERE versions.id IS NULL",
        "an article that cannot be found": "SELECT count(*) FROM articles"
        " WHERE id NOT IN (SELECT rowid FROM search)",
        "something found that is no article": "SELECT count(*) FROM search"
        " WHERE rowid NOT IN (SELECT id FROM articles)",
        "a delivered article that is not seen": "SELECT count(*) FROM told"
        " JOIN briefings ON briefings.id = briefing JOIN versions ON versions.id = told.version"
        " JOIN articles ON articles.id = article"
        " WHERE delivered_at IS NOT NULL AND (key, content) NOT IN (SELECT key, content FROM seen)",
        "a source that gave half": "SELECT count(*) FROM (SELECT address FROM given GROUP BY address"
        " HAVING count(*) <> 3)",
    }
    for what, statement in rows.items():
        found = library.database.read(lambda c, s=statement: c.execute(s).fetchone()[0], -1)
        assert found == 0, what
    assert library.database.read(lambda c: c.execute("PRAGMA foreign_key_check").fetchall(), [1]) == []


def test_two_at_once_lose_nothing(path):
    """Two processes that make the library at the same time and fill it lose nothing of either."""
    with start(WRITER, path, "one", 25) as one, start(WRITER, path, "two", 25) as two:
        told = [process.communicate(timeout=120) for process in (one, two)]
    assert [process.returncode for process in (one, two)] == [0, 0], told
    with Library(path) as library:
        sound(library)
        assert library.holdings().articles == 150
        delivered = {record.id for record in library.briefings(100)}
        assert delivered == set((told[0][0] + told[1][0]).split()) and len(delivered) == 50


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_killed_at_any_point(path):
    """Killed two dozen times at random points, a library is sound, and what was said to be delivered is."""
    chance = random.Random(9)
    said = []
    for number in range(RUNS):
        with start(WRITER, path, f"run{number}", 1000) as process:
            said += [process.stdout.readline() for _ in range(1 + chance.randrange(12))]
            time.sleep(chance.random() * 0.02)
            process.kill()
            said += process.stdout.read().splitlines(keepends=True)
        with Library(path) as library:
            if number % 6 == 0 or number == RUNS - 1:
                sound(library)
            delivered = {record.id for record in library.briefings(100_000)}
            assert {line.strip() for line in said if line.endswith("\n")} <= delivered
            assert library.problem is None
    assert len(said) >= RUNS
