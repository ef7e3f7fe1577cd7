"""The trained weights: what the file holds."""

import json
from importlib.resources import files

import numpy as np

from briefing.group.topics.table import CLASSES, of_json, table

FILE = files("briefing.group.topics") / "weights.json"


def test_only_stems_and_numbers():
    """The file has whole numbers and single stems or pairs of them: no sentence, no figure."""
    for trained in json.loads(FILE.read_text("utf-8")).values():
        assert set(trained["bias"]) == set(trained["weights"]) == set(CLASSES)
        for by_weight in trained["weights"].values():
            assert all(str(int(weight)) == weight for weight in by_weight)
            for term in " ".join(by_weight.values()).split():
                assert term.count("_") <= 1 and (len(term) <= 40)


def test_file_is_small():
    """The weights take less than 300 kB."""
    assert len(FILE.read_bytes()) < 300_000


def test_weights_come_back():
    """A weight is read as it was written, and a phrase is two stems."""
    read = of_json(
        {"bias": {"other": 0.5}, "weights": {"Sport": {"25": "goal world_cup"}, "other": {"-3": "goal"}}}
    )
    scores = read.scores({"goal": 1.0, "world cup": 2.0, "unheard": 9.0})
    assert read.phrases == {"world cup"}
    assert np.allclose(scores[CLASSES.index("Sport")], 7.5) and np.allclose(
        scores[CLASSES.index("other")], 0.2
    )


def test_no_known_term_leaves_the_bias():
    """A text without a known term is told by the bias alone."""
    known = table("en")
    assert np.array_equal(known.scores({"zzz": 1.0}), known.bias)
