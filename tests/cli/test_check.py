import json

import pytest

TEXT = (
    "The night ferry will sail again from March, the harbour board of Lindvik said on Friday. "
    "Two ships with room for 240 passengers each have been chartered at a cost of £18m."
)
TRUE, FALSE = "Two ships have been chartered at a cost of £18m.", "Three ships have been chartered for £81m."


@pytest.fixture
def page(tmp_path):
    """Return a file with the text."""
    path = tmp_path / "ferry.txt"
    path.write_text(f"Night ferry to return\n\n{TEXT}\n", "utf-8")
    return path


def test_supported(run, page):
    """A claim that the text bears out is said to be supported."""
    ran = run("check", page, "--claim", TRUE)
    assert ran.code == 0
    assert ran.out.startswith("supported (")


def test_not_supported(run, page):
    """A claim that it doesn't bear out is not, and each reason stands on a line; that is no failure."""
    ran = run("check", page, "--claim", FALSE)
    first, *reasons = ran.out.splitlines()
    assert ran.code == 0
    assert first.startswith("not supported (")
    assert any("81m" in reason for reason in reasons) and all(reason.startswith("- ") for reason in reasons)


def test_headline_counts(run, page):
    """What the headline says is said."""
    assert run("check", page, "--claim", "Night ferry to return").out.startswith("supported")


def test_json(run, page):
    """With --json the verdict is one object for a program."""
    verdict = json.loads(run("check", page, "--json", "--claim", FALSE).out)
    assert verdict["supported"] is False
    assert 0 <= verdict["score"] <= 1 and verdict["reasons"]


def test_standard_input(run):
    """The text may come on standard input."""
    assert run("check", "-", "--claim", TRUE, stdin=TEXT.encode()).out.startswith("supported")


def test_no_claim(run, page):
    """A check without a claim says how to give one."""
    ran = run("check", page)
    assert ran.code == 2 and "--claim" in ran.err


def test_lines(run):
    """Each line has its verdict, in order, with its id; one that cannot be judged costs no other."""
    rows = [
        {"id": "a", "text": TEXT, "claim": TRUE},
        {"id": "b", "text": TEXT},
        {"id": "c", "text": TEXT, "claim": FALSE},
        {"id": "d", "text": TEXT, "claim": ""},
        {"id": "e", "text": "", "claim": TRUE},
    ]
    ran = run("check", "--jsonl", stdin="\n".join(map(json.dumps, rows)).encode())
    verdicts = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 3
    assert [v["id"] for v in verdicts] == list("abcde")
    assert [v["supported"] for v in verdicts] == [True, False, False, False, False]
    assert all(v["reasons"] for v in verdicts[1:])
    assert verdicts[1]["reasons"] == ['has no "claim"']


def test_model_that_cannot_be_loaded(run, page):
    """A model that is not there is named before anything is read; it costs no briefing but its own check."""
    ran = run("check", page, "--claim", TRUE, "--model", "/nowhere/model")
    assert ran.code == 1 and "/nowhere/model" in ran.err and not ran.out
    (page.parent / "briefing.toml").write_text('entailment = "/nowhere/model"', "utf-8")
    ran = run("make", page, "--format", "json")
    assert ran.code == 3 and "checked without it" in ran.err
    made = json.loads(next((page.parent / "out").glob("*.json")).read_text("utf-8"))
    assert all(b["verified"] for s in made["sections"] for t in s["stories"] for b in t["bullets"])
