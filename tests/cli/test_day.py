"""A day's briefing by what matters to its reader, through the whole command."""

import json
from pathlib import Path

import pytest

from briefing.text.reading_time import count_words

SEEDS = Path(__file__).parent.parent.parent / "seeds"


@pytest.fixture
def made(run, tmp_path):
    """Make a briefing of the samples with these options and settings; return it as its JSON has it."""

    def make(*options, **settings):
        file = tmp_path / "briefing.toml"
        told = {"formats": ["json"], "sources": [str(SEEDS)], "only_new": False, **settings}
        file.write_text("".join(f"{key} = {json.dumps(value)}\n" for key, value in told.items()), "utf-8")
        ran = run("make", "--config", str(file), "--date", "2026-11-22", *options)
        assert ran.code == 0, ran.err
        return json.loads(Path(ran.out.split()[0]).read_text("utf-8"))

    return make


def _stories(briefing):
    return [story for section in briefing["sections"] for story in section["stories"]]


def _words(briefing):
    return sum(
        count_words([story["headline"], *(bullet["text"] for bullet in story["bullets"])])
        for story in _stories(briefing)
    )


@pytest.mark.parametrize("minutes", [1, 2, 3])
def test_minutes_are_filled_and_never_more(made, minutes):
    """With --minutes the headlines and bullets take nearly that time, never more; the rest is named."""
    briefing = made("--minutes", str(minutes))
    assert 0.85 * 230 * minutes <= _words(briefing) <= 230 * minutes
    assert f"no room in {minutes} minutes" in {each["reason"] for each in briefing["dropped"]}
    assert all(bullet["verified"] for story in _stories(briefing) for bullet in story["bullets"])


def test_without_minutes_all_is_told(made):
    """Without a reading time every sample is told, in a story of its own or another's."""
    briefing = made()
    assert briefing["dropped"] == []
    told = [name for story in _stories(briefing) for name in story["articles"]]
    assert sorted(told) == sorted(briefing["articles"])


def test_interest_moves_up(made):
    """A story of what the reader is interested in counts for twice as much, and says why."""
    plain, wanted = (
        next(s for s in _stories(made(**settings)) if "Kornblad" in s["headline"])
        for settings in ({}, {"interests": ["grocers"]})
    )
    assert wanted["importance"] > 1.5 * plain["importance"]
    assert "interest: grocers" in wanted["reasons"]
    assert "interest: grocers" not in plain["reasons"]


def test_muted_is_left_out(made):
    """What the reader has muted is in no story, and is named with the word."""
    briefing = made(mute=["marathon"])
    assert not any("LINDMOUTH" in story["headline"] for story in _stories(briefing))
    assert "muted: marathon" in {each["reason"] for each in briefing["dropped"]}


def test_one_event_from_two_sources(made):
    """Two reports of one event are one story, told from both, with both their figures."""
    (strike,) = (story for story in _stories(made()) if len(story["articles"]) == 2)
    assert "port" in strike["headline"]
    cited = {bullet["evidence"][0]["article"] for bullet in strike["bullets"]}
    assert cited == set(strike["articles"])
    (ships,) = strike["conflicts"]
    assert {side["figure"] for side in ships["sides"]} == {"34", "41"}


def test_glance_names_stories(made):
    """The day at a glance is the ids of stories of the briefing, no more than are wanted; 0 is none."""
    briefing = made(glance=5)
    assert len(briefing["glance"]) == 5
    assert set(briefing["glance"]) <= {story["id"] for story in _stories(briefing)}
    assert not made(glance=0).get("glance")


def test_reasons_are_told_when_asked(run):
    """With --explain each story says why it stands where it does; without it none does."""
    assert run("show", str(SEEDS), "--explain").out.count("Why here:") == 22
    assert "Why here:" not in run("show", str(SEEDS)).out
