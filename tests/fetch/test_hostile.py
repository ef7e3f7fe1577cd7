"""Whatever a server sends, it is an answer or a failure, and none of the program's own."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from briefing.fetch import Answer
from briefing.fetch.address import join, parse
from briefing.fetch.answer import media_type
from briefing.fetch.faults import Fault
from tests.fetch.quick import one

HEADERS = """Content-Length Content-Encoding Content-Type Transfer-Encoding Location ETag Last-Modified
    Expires Cache-Control Age Date Retry-After Connection Set-Cookie Upgrade Trailer""".split()
VALUES = some.sampled_from(
    """chunked gzip deflate identity br close keep-alive h2c 0 -1 1 99999999999999999999 1,1 / // ../../x ? #
    http: http:// https://[ http://[::1 http://127.0.0.1/ //x /%zz mailto:x text/html;charset= ;charset=x \xe9
    " W/"1" * max-age=-1 max-age=1e9 no-store Sun,22Nov2026""".split()
) | some.text(some.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=30)
STATUS = some.sampled_from(
    [100, 101, 103, 200, 204, 206, 226, 299, 300, 301, 302, 304, 307, 308, 404, 429, 503, 999]
)
BODY = some.binary(max_size=60) | some.sampled_from(
    [b"5\r\nhello\r\n0\r\n\r\n", b"fffffffffff\r\n", b"-1\r\n", b"0\r\n"]
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STATUS, some.lists(some.tuples(some.sampled_from(HEADERS), VALUES), max_size=5), BODY)
def test_no_answer_is_too_strange(server, status, headers, body):
    """Any status, headers and body come to an answer or to a failure in one plain line."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers).encode("latin-1")

    async def strange(visit):
        await visit.send(b"HTTP/1.1 %d X\r\n%s\r\n%s" % (status, lines, body))
        visit.writer.close()

    server.pages["/"] = strange
    outcome = one(server, "/", per_url=5.0, tries=1)
    assert isinstance(outcome, Answer) or _plain(outcome.reason)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.binary(max_size=300))
def test_no_protocol_is_too_strange(server, data):
    """Bytes that are no HTTP at all come to a failure in one plain line, or to what HTTP there is in them."""

    async def strange(visit):
        await visit.send(data)
        visit.writer.close()

    server.pages["/"] = strange
    outcome = one(server, "/", per_url=5.0, tries=1)
    assert isinstance(outcome, Answer) or _plain(outcome.reason)


@given(some.text() | some.text("htps:/@[]%.?#\\ \t0x7f1é\u3002\u2028"))
@example("http://a\x00b/")
@example("http://" + "a" * 300 + ".example/")
@example("http://[v1.x]/")
@example("http://[::1%25lo]/")
@example("http://xn--a.example/")
def test_no_address_is_too_strange(text):
    """Any text at all is a web address or is refused as none, in one plain line."""
    for read in (
        parse,
        lambda text: join(parse("http://news.example/a"), text),
        lambda text: parse(f"http://{text}/"),
    ):
        try:
            url = read(text)
        except Fault as fault:
            assert _plain(fault.reason)
        else:
            assert url.scheme in {"http", "https"}
            assert url.host


@given(some.text())
def test_no_media_type_is_too_strange(text):
    """Any text at all names a type and a charset, or none."""
    assert len(media_type(text)) == 2


@pytest.mark.parametrize(
    "path", ["/a b", "/ä?ö=ü", "/%", "/%zz", "/a?b?c", "/?", "//double", "/a/../b", "/;x"]
)
def test_an_odd_path_is_asked_for(server, path):
    """A path that needs quoting is quoted, and asked for."""
    outcome = one(server, path)
    assert outcome.reason == "answered 404 (not found): check the address"
    assert server.paths()[0].isascii()


def _plain(reason: str) -> bool:
    return reason.isprintable() and "fault of this program" not in reason
