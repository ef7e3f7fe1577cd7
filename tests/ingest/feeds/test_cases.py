"""Feeds to every corner of their specifications, each with what is expected of it in a file beside it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.ingest.readers.feeds import Entry, feed
from briefing.ingest.reading import Raw
from briefing.model import Picture

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(path for path in FOLDER.iterdir() if ".expected." not in path.name)
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def _told(entry: Entry, keys: list[str]) -> dict[str, object]:
    """Return the fields of an entry that are asked for, as JSON has them."""
    return {key: _plain(getattr(entry, key)) for key in keys}


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Picture):
        return [value.url, value.alt, value.credit]
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_feed(case: Path) -> None:
    """Each feed has its title, its entries in their order, and a word on all that was left out."""
    expected = json.loads((FOLDER / f"{case.stem}.expected.json").read_text("utf-8"))
    found = feed(Raw(case.name, case.read_bytes()), now=NOW)
    for key in {"title", "home", "language"} & set(expected):
        assert getattr(found, key) == expected[key]
    told = [_told(entry, list(one)) for entry, one in zip(found.entries, expected["entries"], strict=False)]
    assert told == expected["entries"]
    assert len(found.entries) == len(expected["entries"])
    _starts([one.reason for one in found.dropped], expected.get("dropped", []))
    _starts(list(found.problems), expected.get("problems", []))


def _starts(found: list[str], expected: list[str]) -> None:
    assert [text[: len(start)] for text, start in zip(found, expected, strict=True)] == expected


def test_every_case_has_its_expectation() -> None:
    """No feed lies without the file that says what is expected of it, and none of those without its feed."""
    expected = {path.name.removesuffix(".expected.json") for path in FOLDER.glob("*.expected.json")}
    assert {path.stem for path in CASES} == expected
    assert len(CASES) >= 20
