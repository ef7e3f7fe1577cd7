"""News paragraphs, invented for these tests, and the old encodings that their languages' files come in."""

import json
from pathlib import Path

_ROWS = [json.loads(line) for line in Path(__file__).with_suffix(".jsonl").read_text("utf-8").splitlines()]

SAMPLES: dict[str, str] = {row["language"]: row["text"] for row in _ROWS}
ENCODINGS: tuple[tuple[str, str], ...] = tuple(
    (row["language"], name) for row in _ROWS for name in row["encodings"]
)
