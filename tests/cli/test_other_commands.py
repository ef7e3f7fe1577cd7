import json
import os
import shlex
import subprocess
import sys

import pytest

from tests.factory import BODY

TEXT = f"Fallen crane closes Lindvik harbour\n\n{BODY}\n"


def test_show_is_plain_when_piped(run, tmp_path):
    """In a pipe `show` prints the headline and bullets without any terminal escape."""
    (tmp_path / "harbour.txt").write_text(TEXT, "utf-8")
    ran = run("show", "harbour.txt")
    assert ran.code == 0
    assert "Fallen crane closes Lindvik harbour" in ran.out
    assert "14 ships wait" in ran.out
    assert "\x1b" not in ran.out


def test_show_receipts(run, tmp_path):
    """With --receipts each bullet is followed by where it stands in its source."""
    (tmp_path / "harbour.txt").write_text(TEXT, "utf-8")
    assert len(run("show", "--receipts", "harbour.txt").out) > len(run("show", "harbour.txt").out)


def test_summarize_reads_stdin(run):
    """Text on standard input becomes bullets on stdout."""
    ran = run("summarize", "--bullets", "2", stdin=TEXT.encode())
    assert ran.code == 0
    assert ran.out.count("\n- ") == 2


def test_summarize_json_has_evidence_that_holds(run):
    """With --json each bullet's span leads to its text in the article that it names."""
    made = json.loads(run("summarize", "-", "--json", stdin=TEXT.encode()).out)
    assert made["bullets"]
    for bullet in made["bullets"]:
        for evidence in bullet["evidence"]:
            text = made["articles"][evidence["article"]]["text"]
            assert text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_summarize_jsonl_answers_line_by_line(run):
    """Every line gets an answer with its id, in order; offsets are into the text as it was given."""
    rows = [{"id": "x", "text": TEXT}, {"id": 7, "text": BODY.replace("\n", "\r\n\t"), "title": "Crane"}]
    ran = run("summarize", "--jsonl", stdin="\n".join(map(json.dumps, rows)).encode())
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [answer["id"] for answer in answers] == ["x", 7]
    for row, answer in zip(rows, answers, strict=True):
        assert answer["bullets"]
        for bullet in answer["bullets"]:
            for evidence in bullet["evidence"]:
                assert row["text"][evidence["start"] : evidence["end"]] == evidence["text"]


@pytest.mark.parametrize("line", ["{", "[1]", '{"id": "a"}', '{"id": "a", "text": 5}', "[" * 100_000])
def test_bad_line_costs_only_itself(run, line):
    """A line that is no article is answered with a problem, and the next one is read."""
    good = json.dumps({"id": "good", "text": BODY})
    ran = run("summarize", "--jsonl", stdin=f"{line}\n{good}\n".encode())
    bad, rest = map(json.loads, ran.out.splitlines())
    assert ran.code == 3
    assert bad["bullets"] == [] and bad["problem"]
    assert rest["id"] == "good" and rest["bullets"]


def test_summarize_missing_file(run):
    """A file that is not there is named, with exit code 1."""
    ran = run("summarize", "nowhere.txt")
    assert ran.code == 1
    assert "nowhere.txt" in ran.err


def test_articles_are_json_lines(run, seeds):
    """Each article is one JSON object with the fields of the contract."""
    ran = run("articles", seeds)
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0 and len(rows) == 23
    assert all(
        {"id", "title", "source", "url", "published", "language", "text", "points"} <= row.keys()
        for row in rows
    )


def test_explain_shows_every_line(run, tmp_path):
    """--explain prints each line of the input once, numbered, with a role and a reason."""
    (tmp_path / "harbour.txt").write_text(TEXT, "utf-8")
    lines = run("articles", "--explain", "harbour.txt").out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == [str(number + 1) for number in range(TEXT.count("\n"))]
    assert "headline" in lines[1] and "[" in lines[1]


def test_engines_are_listed(run):
    """`briefing engines` names every engine of the contract."""
    names = [line.split()[0] for line in run("engines").out.splitlines()]
    assert names[:2] == ["news", "lead"]
    assert {"lexrank", "textrank", "lsa", "luhn", "kl", "sumbasic", "reduction", "edmundson"} <= set(names)


def test_doctor_finds_this_machine_fit(run):
    """Where the tests run, nothing that a briefing needs is missing."""
    ran = run("doctor")
    assert ran.code == 0
    assert "Pango" in ran.out and "MISSING" not in ran.out


def test_version_and_help(run):
    """--version and --help answer at once and name the commands."""
    assert run("--version").out.startswith("briefing ")
    out = run("--help").out
    assert all(name in out for name in ("make", "show", "summarize", "articles", "engines", "doctor"))


@pytest.mark.parametrize("command", ["make", "show", "summarize", "articles"])
def test_help_has_examples(run, command):
    """The help of each command that takes input shows an example."""
    assert f"briefing {command}" in run(command, "--help").out.split("Examples", 1)[1]


def test_module_is_the_command():
    """`python -m briefing` is the same command."""
    ran = subprocess.run(
        [sys.executable, "-m", "briefing", "--version"], capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith("briefing ")


@pytest.mark.parametrize("command", ["articles", "show", "engines"])
def test_closed_pipe_ends_as_pipes_do(command, seeds, tmp_path):
    """A reader that closes the pipe early ends the command with 141, which is no fault of the program."""
    source = [str(seeds / "world")] if command != "engines" else []
    called = shlex.join([sys.executable, "-m", "briefing", command, *source])
    line = f"{{ {called}; echo $? > {shlex.quote(str(tmp_path / 'code'))}; }} | true"
    ran = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=True)
    assert (tmp_path / "code").read_text().strip() == "141"
    assert "fault" not in ran.stderr and "Traceback" not in ran.stderr


def test_full_disk_is_said(seeds):
    """Output that cannot be written is one line that says so, and exit code 1."""
    command = (
        shlex.join([sys.executable, "-m", "briefing", "articles", str(seeds / "world")]) + " > /dev/full"
    )
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    ran = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, env=buffered)
    assert ran.returncode == 1
    assert "cannot be written: No space left" in ran.stderr and len(ran.stderr.splitlines()) == 1


def test_bad_lines_alone_make_nothing(run):
    """Where every line is bad the exit code is 1."""
    assert run("summarize", "--jsonl", stdin=b"{\n[]\n").code == 1


def test_line_without_an_id_is_cited_by_its_number(run):
    """The evidence of a line whose id is null names the line."""
    answer = json.loads(
        run("summarize", "--jsonl", stdin=json.dumps({"id": None, "text": BODY}).encode()).out
    )
    assert answer["id"] is None and answer["bullets"][0]["evidence"][0]["article"] == "1"


def test_lone_surrogate_and_bad_bytes_cost_nothing(run):
    """A line with half a character, or with bytes that are no UTF-8, is answered like any other."""
    lines = json.dumps({"id": "a", "text": BODY + " \ud800."}).encode() + b'\n{"id": "b", "text": "\xff"}\n'
    ran = run("summarize", "--jsonl", stdin=b"\xef\xbb\xbf" + lines)
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["a", "b"]
