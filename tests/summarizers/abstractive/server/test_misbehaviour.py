import os
import signal
import socket
import subprocess
import sys

import pytest

from briefing.errors import EngineError, EngineUnavailable
from tests.summarizers.abstractive.server.conftest import only, requests
from tests.summarizers.abstractive.stub_server import (
    bombs,
    breaks_off,
    completion,
    drips,
    drips_a_body,
    fails,
    late,
    never_ends,
    raw,
    refuses,
    resets,
    says,
    sends,
    sends_too_much,
    zips,
    zips_badly,
)

WELL = says("It came.")


@pytest.mark.parametrize("slow", [drips, drips_a_body, late(5, WELL)], ids=["headers", "body", "late"])
def test_slow_servers(llm_server, make, slow):
    """A server that isn't done in time fails that article, even if it sends a byte now and then."""
    llm_server.script = [slow]
    assert "within 0.3 s: set llm.timeout" in str(only(make(timeout=0.3)))
    assert len(llm_server.posts) == 1


@pytest.mark.parametrize(
    "long", [never_ends, bombs, sends(b" " * 1_000_000)], ids=["endless", "bomb", "1 MB"]
)
def test_long_answers(llm_server, make, long):
    """An answer that is far too long, unpacked, is cut off and fails that article."""
    llm_server.script = [long]
    assert "more than 256 kB" in str(only(make()))
    assert len(llm_server.posts) == 1


@pytest.mark.parametrize(
    "broken", [resets, breaks_off, sends_too_much, zips_badly, sends(b"<html>", content_type="text/html")]
)
def test_broken_answers(llm_server, make, broken):
    """An answer that breaks off or is garbled is asked for again; then that article has failed."""
    llm_server.script = [broken, WELL]
    assert only(make()) == ("It came.",)
    llm_server.script = [broken]
    llm_server.requests.clear()
    assert isinstance(only(make(model="m", retries=1)), EngineError)
    assert len(llm_server.posts) == 2


OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 204 No Content\r\n\r\n",
        b"HTTP/1.1 999 What\r\ncontent-length: 2\r\n\r\n{}",
        b"HTTP/1.1 100 Continue\r\n\r\n" * 999,
        OK + b"content-length: -5\r\n\r\n{}",
        OK + b"transfer-encoding: chunked\r\n\r\nfffffffffffffffffffff\r\n{}",
        OK + b"x: " + b"y" * 300_000,
        OK + b"content-encoding: br\r\ncontent-length: 4\r\n\r\nabcd",
        OK + b"content-encoding: " + b"gzip," * 9 + b"\r\ncontent-length: 2\r\n\r\n{}",
        OK + b"set-cookie: \xff=\xff; max-age=9e99\r\ncontent-length: 2\r\n\r\n{}",
        OK + b"content-length: 4\r\n\r\n\xff\xfe{}",
        OK + b"content-length: 200000\r\n\r\n" + b"[" * 200_000,
    ],
    ids=lambda answer: answer[:40],
)
def test_what_is_hardly_http(llm_server, make, answer):
    """Whatever bytes a server sends, it costs that article and is an error with a name."""
    llm_server.script = [raw(answer)]
    assert isinstance(only(make(model="m", retries=0)), EngineError)


def test_packed_answers(llm_server, make):
    """An answer that comes packed is unpacked."""
    llm_server.script = [zips]
    assert only(make()) == ("It was packed.",)


@pytest.mark.parametrize("status", [408, 409, 425, 429, 500, 502, 503, 504, 529])
def test_busy_servers(llm_server, make, status):
    """A server that is busy or stumbles is asked again."""
    llm_server.script = [fails(status, "try later"), WELL]
    assert only(make()) == ("It came.",)


@pytest.mark.parametrize("retries", [0, 2])
def test_retries(llm_server, make, retries):
    """A request is repeated as often as the settings say."""
    llm_server.script = [fails(500)]
    assert "answered 500" in str(only(make(retries=retries)))
    assert len(llm_server.posts) == retries + 1


@pytest.mark.parametrize("wait", ["0", "Mon, 23 Nov 2020 05:36:13 +0000", "soon"])
def test_retry_after(llm_server, make, wait):
    """A server's wish for when to be asked again is read as seconds or as a date; nonsense is passed over."""
    llm_server.script = [fails(429, "slow down", retry_after=wait), WELL]
    assert only(make()) == ("It came.",)


def test_retry_after_hours(llm_server, make):
    """A server that wants to be left alone for an hour is not waited for."""
    llm_server.script = [fails(429, "slow down", retry_after="3600")]
    assert "to be asked again in 3600 s" in str(only(make()))
    assert len(llm_server.posts) == 1


@pytest.mark.parametrize("broken", [fails(500), late(5, WELL), resets], ids=["500", "late", "reset"])
def test_a_broken_server_is_given_up(llm_server, make, broken):
    """After three articles in a row that the server failed on, no more are asked about, now or later."""
    llm_server.script = [broken]
    serving = make(timeout=0.3, retries=0, parallel=1)
    with pytest.raises(EngineUnavailable, match="failed on 3 articles in a row"):
        list(serving(requests(40)))
    with pytest.raises(EngineUnavailable, match="failed on 3 articles in a row"):
        only(serving)
    assert len(llm_server.posts) == 3


def test_faults_between_successes(llm_server, make):
    """A server that fails now and then is not given up."""
    llm_server.script = [*[fails(500), fails(500), WELL] * 4, WELL]
    written = [told for _, told in make(retries=0, parallel=1)(requests(12))]
    assert sum(isinstance(told, EngineError) for told in written) == 8
    assert written.count(("It came.",)) == 4


def test_deadline_of_a_run(llm_server, make):
    """A run that takes too long ends, with what was written until then."""
    llm_server.script = [WELL, late(5, WELL)]
    serving = make(deadline=2.0, parallel=1)
    answers = serving(requests(5))
    assert next(answers) == (0, ("It came.",))
    with pytest.raises(
        EngineUnavailable, match=r"the 2 seconds for all the requests of a run are over: set llm\.deadline"
    ):
        next(answers)
    with pytest.raises(EngineUnavailable, match="deadline"):
        only(serving)


def test_no_server(make):
    """Where nothing listens, the error says what to start or to set."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/v1"
        for serving in (make(url=url), make(url=url, model="m")):
            with pytest.raises(
                EngineUnavailable,
                match=r"no server at http://127\.0\.0\.1:\d+: start it \(ollama serve\) or set llm\.url",
            ):
                only(serving)


def test_no_host(make):
    """A host that cannot be found is named; this one is too long for a name, so that none is asked for it."""
    host = "n" * 70 + ".invalid"
    with pytest.raises(EngineUnavailable, match=rf"no host is called {host}: check llm\.url"):
        only(make(url=f"http://{host}/v1"))
    with pytest.raises(EngineUnavailable, match="no server at"):
        only(make(url="http://[v1.a]/v1", model="m"))


def test_no_tls(llm_server, make):
    """A server that doesn't speak https is not asked in the clear instead."""
    with pytest.raises(EngineUnavailable, match="no safe connection to https://127"):
        only(make(url=llm_server.url.replace("http:", "https:")))
    assert not llm_server.requests


@pytest.mark.parametrize(
    ("status", "message", "told"),
    [
        (401, "bad key", "wants a key: put it into the environment variable BRIEFING_LLM_KEY"),
        (402, "pay first", "no credit left"),
        (429, "You exceeded your current quota", "no credit left"),
        (404, "page not found", "llm.url usually ends with /v1"),
        (405, "", "llm.url usually ends with /v1"),
    ],
)
def test_refusals_for_good(llm_server, make, status, message, told):
    """What waiting cannot mend ends the run at the first article, and the error says what can."""
    llm_server.script = [fails(status, message)]
    with pytest.raises(EngineUnavailable) as caught:
        list(make(model="m", parallel=1)(requests(5)))
    assert told in str(caught.value)
    assert len(llm_server.posts) == 1


@pytest.mark.parametrize("code", [429, "503", "server_error", None])
def test_errors_under_200(llm_server, make, code):
    """An error that comes as a success, at the top or in a choice, is taken as the error that it is."""
    error = {"message": "overloaded", "code": code}
    for content in ({"error": error}, {"choices": [{"error": error, "message": {"content": ""}}]}):
        llm_server.script = [sends(content), WELL]
        assert only(make()) == ("It came.",)
        llm_server.script = [sends(content)]
        assert "overloaded" in str(only(make(retries=0)))


def test_error_beside_an_answer(llm_server, make):
    """An answer whose error is null is an answer."""
    llm_server.script = [sends(completion('{"bullets": ["It came."]}', error=None))]
    assert only(make()) == ("It came.",)


def test_schema_refused(llm_server, make):
    """A server that refuses a schema is asked for any JSON, then without; what it takes is remembered."""
    refusing = refuses({"response_format": "response_format is not supported"}, WELL)
    llm_server.script = [refusing]
    serving = make(model="m", parallel=1)
    assert [told for _, told in serving(requests(3))] == [("It came.",)] * 3
    formats = [(asked.body.get("response_format") or {}).get("type") for asked in llm_server.posts]
    assert formats == ["json_schema", "json_object", None, None, None]


@pytest.mark.parametrize("status", [400, 422, 501])
def test_refused_without_a_word(llm_server, make, status):
    """A server that never answered and refuses without a reason is asked for less, too."""
    llm_server.script = [refuses({"json_schema": ""}, WELL, status)]
    assert only(make()) == ("It came.",)


def test_other_dialects(llm_server, make):
    """A server that insists on another name for the limit, or its own temperature, is asked as it wants."""
    words = {
        '"max_tokens"': "Unsupported parameter: use max_completion_tokens instead",
        '"temperature"': "Only the default temperature is supported",
    }
    llm_server.script = [refuses(words, WELL)]
    assert only(make()) == ("It came.",)
    assert "max_completion_tokens" in llm_server.posts[-1].body
    assert "temperature" not in llm_server.posts[-1].body
    assert llm_server.posts[-1].body["response_format"]["type"] == "json_schema"


PROGRAM = """
import sys
from briefing.summarizers.abstractive.server import Server, writer
from briefing.summarizers.abstractive.writer import Request
try:
    for _ in writer(Server(url=sys.argv[1], model="m"))([Request(("The tug sank.",), "", "en", 3)] * 8):
        print("first", flush=True)
except KeyboardInterrupt:
    sys.exit(130)
"""


def test_interrupted(llm_server):
    """Ctrl-C ends a run at once, though the server has yet to answer."""
    llm_server.script = [WELL, late(60, WELL)]
    with subprocess.Popen([sys.executable, "-c", PROGRAM, llm_server.url], stdout=subprocess.PIPE) as run:
        assert run.stdout.readline() == b"first\n"
        os.kill(run.pid, signal.SIGINT)
        assert run.wait(30) == 130
