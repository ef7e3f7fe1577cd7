"""Dumps of many shapes, each with what is expected of it in a file beside it."""

import json
from pathlib import Path

import pytest

from briefing.ingest.dump import Segmentation, segment
from briefing.text.clean import clean

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def _articles(found: Segmentation) -> list[dict[str, object]]:
    return [
        {
            "title": piece.title,
            "place": piece.place,
            "url": piece.url,
            "published": piece.published.isoformat() if piece.published else None,
            "points": list(piece.points),
            "body": piece.text.split("\n"),
        }
        for piece in found.pieces
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_articles(case: Path) -> None:
    """Each dump comes apart into its articles, each with its own headline, place, link, points and text."""
    expected = json.loads(case.with_suffix(".json").read_text("utf-8"))
    assert _articles(segment(clean(case.read_text("utf-8")))) == expected["articles"]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_roles(case: Path) -> None:
    """Each line has the role and the article that a reader would give it."""
    expected = json.loads(case.with_suffix(".json").read_text("utf-8"))
    lines = segment(clean(case.read_text("utf-8"))).lines
    roles = ["-" if line.role == "blank" else line.role.value for line in lines]
    owners = ["" if line.article is None else f" {line.article}" for line in lines]
    assert [role + owner for role, owner in zip(roles, owners, strict=True)] == expected["roles"]


def test_every_case_has_its_expectation() -> None:
    """No dump lies without the file that says what is expected of it, and none of those without its dump."""
    folder = Path(__file__).parent / "cases"
    assert {path.stem for path in folder.glob("*.json")} == {path.stem for path in CASES}
    assert len(CASES) >= 14
