import json

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from briefing.render import json_

from . import samples

SAMPLES = [samples.small, samples.day, samples.one, samples.quiet, samples.hostile, samples.extreme]


@pytest.mark.parametrize("sample", SAMPLES)
def test_schema_holds(sample):
    """Every briefing that is rendered satisfies the schema that ships with the package."""
    schema = json_.schema()
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(json_.render(sample())))


@pytest.mark.parametrize("sample", SAMPLES)
def test_offsets_hold(sample):
    """The article's text from start to end is the evidence's text, to the letter."""
    data = json.loads(json_.render(sample()))
    spans = [
        evidence
        for section in data["sections"]
        for story in section["stories"]
        for bullet in story["bullets"]
        for evidence in bullet["evidence"]
    ]
    for span in spans:
        assert data["articles"][span["article"]]["text"][span["start"] : span["end"]] == span["text"]


def test_data_survives():
    """Whatever characters a text has, JSON gives them back, and shows none that acts on a screen."""
    raw = json_.render(samples.hostile())
    assert json.loads(raw)["title"] == samples.HOSTILE
    assert not set(raw.decode()) & set("\x00\x1b\x9b\u202e\u202c\u2028")


def test_form():
    """JSON is UTF-8 as it is written, indented by two, with one newline at its end."""
    text = json_.render(samples.small()).decode()
    assert text.startswith('{\n  "schema": "briefing/1",\n')
    assert text.endswith("}\n")
    assert "مزارعون" in text


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["date"], "22 November"),
        (["sections", 0, "stories", 0, "bullets", 0, "evidence"], []),
        (["sections", 0, "stories", 0, "bullets", 0, "verified"], "yes"),
        (["sections", 0, "stories", 0, "bullets", 0, "evidence", 0, "start"], -1),
        (["articles", "harbour", "published"], "yesterday"),
    ],
)
def test_schema_refuses(path, value):
    """The schema refuses what the form does not allow."""
    data = json.loads(json_.render(samples.small()))
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(ValidationError):
        Draft202012Validator(json_.schema()).validate(data)


def test_schema_leaves_room():
    """A property that a later version adds is accepted by the schema."""
    data = json.loads(json_.render(samples.one()))
    data["later"] = data["sections"][0]["stories"][0]["later"] = True
    Draft202012Validator(json_.schema()).validate(data)
