"""What was written once."""

from briefing.errors import EngineError
from briefing.store import Cache, Database
from briefing.summarizers.abstractive.remembered import Remembered
from briefing.summarizers.abstractive.writer import Request
from tests.summarizers.abstractive.writers import Scripted

ONE = Request(("A ship sank.",), "Ship", "en", 3)
TWO = Request(("A crane fell.",), "Crane", "en", 3)


def _writer(**fields):
    return Scripted(lambda request: (f"About {request.title}.", "Über alles."), **fields)


def test_second_run_asks_nothing(tmp_path):
    """What was written in one run is not written again in the next."""
    first, second = _writer(), _writer()
    told = dict(Remembered(first, Cache(Database(tmp_path / "c"), "1"))([ONE, TWO]))
    again = dict(Remembered(second, Cache(Database(tmp_path / "c"), "1"))([ONE, TWO]))
    assert again == told == {0: ("About Ship.", "Über alles."), 1: ("About Crane.", "Über alles.")}
    assert len(first.asked) == 2 and not second.asked


def test_only_what_is_missing_is_asked(tmp_path):
    """A new article among known ones is the only one that is asked about."""
    cache, writer = Cache(Database(tmp_path / "c"), "1"), _writer()
    dict(Remembered(writer, cache)([ONE]))
    assert len(dict(Remembered(writer, cache)([TWO, ONE]))) == 2
    assert writer.asked == [ONE, TWO]


def test_other_model_text_or_version_is_another(tmp_path):
    """Another model, other bullets, another text or another version of the program is asked anew."""
    writer, other = _writer(), _writer(identity="other")
    dict(Remembered(writer, Cache(Database(tmp_path / "c"), "1"))([ONE]))
    dict(Remembered(other, Cache(Database(tmp_path / "c"), "1"))([ONE]))
    dict(Remembered(writer, Cache(Database(tmp_path / "c"), "2"))([ONE]))
    dict(
        Remembered(writer, Cache(Database(tmp_path / "c"), "1"))([Request(ONE.sentences, ONE.title, "en", 5)])
    )
    assert len(writer.asked) == 3 and len(other.asked) == 1


def test_failures_are_not_remembered(tmp_path):
    """A model that failed once is asked again."""
    failing = Scripted(lambda _: EngineError("too hot"))
    cache = Cache(Database(tmp_path / "c"), "1")
    dict(Remembered(failing, cache)([ONE]))
    ((_, told),) = Remembered(_writer(), cache)([ONE])
    assert told == ("About Ship.", "Über alles.")
