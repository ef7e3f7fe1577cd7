import random
from pathlib import Path

import pytest

from briefing.errors import SourceError
from tests.ingest.mail.messages import message, reading

CASES = [path.read_bytes() for path in sorted((Path(__file__).parent / "cases").glob("*.eml"))]
SPLINTERS = (
    *(
        b"\r\n",
        b"\n\n",
        b"--",
        b"\x00",
        b"\xff\xfe",
        b"\x1b[31m",
        b"(((",
        b'"',
        b"=\n",
        b"From ",
        b"Subject:",
    ),
    *(b"boundary=", b"=?utf-8?B?", b"?=", b"charset=utf-7", b"charset*0*=x'y'%ff", b"filename*=''%"),
    *(b"Content-Type: multipart/mixed\n", b"Content-Type: text/html; charset=idna\n", b"message/rfc822"),
    *(b"Content-Transfer-Encoding: base64\n", b"Content-Type: multipart/alternative; boundary=x\n\n--x\n"),
    *(b"<", b">", b"<table>", b"</td>", b'<div style="display:none">', b"&#0;", b'style="font-size:'),
    *(b"<style>.a{", b"}", b"font: 0/0 ", b"Sponsored", b"Unsubscribe", b"---------- Forwarded message"),
)


def mutated(seed: int) -> bytes:
    """Return a newsletter with some of its bytes changed, moved, lost or repeated."""
    chance = random.Random(seed)
    data = bytearray(chance.choice(CASES))
    for _ in range(chance.randint(1, 12)):
        here, there = chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)
        match chance.randrange(6):
            case 0 | 1:
                data[here:here] = chance.choice(SPLINTERS)
            case 2:
                del data[here : here + chance.choice((1, 3, 20, 300))]
            case 3:
                data[here : here + 1] = bytes([chance.randrange(256)])
            case 4:
                data[here:here] = data[there : there + chance.choice((10, 200, 2_000))]
            case _ if chance.random() < 0.3 and here:
                del data[here:]
            case _:
                data[:0] = chance.choice(SPLINTERS)
    return bytes(data)


@pytest.mark.parametrize("block", range(8))
def test_mutated_messages(block: int) -> None:
    """Whatever is broken in a newsletter, it is read or refused on one line, and nothing else happens."""
    for seed in range(250 * block, 250 * (block + 1)):
        try:
            found = reading(mutated(seed))
        except SourceError as error:
            assert "\n" not in str(error), seed
        else:
            assert all(one.text.strip() and one.title and one.source for one in found.articles), seed
            assert all(line.reason for part in found.explained for line in part.lines), seed


HTML = b"Content-Type: text/html; charset=utf-8"


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 40_000 + b"The ferry sails.",
        b"<style>" * 100_000 + b"<p>The ferry sails.</p>",
        b"<style>" + b".a{" * 60_000 + b"</style><p>The ferry sails.</p>",
        b"<style>" + b"/*" * 60_000 + b"</style><p>The ferry sails.</p>",
        b'<p style="' + b"font-size:1;" * 60_000 + b'">The ferry sails.</p>',
        b"<p>" + b"a<br>" * 9_000 + b"The ferry sails.</p>",
        b"<p>" + b"&zwnj;&nbsp;" * 50_000 + b"</p><p>The ferry sails.</p>",
        b"<p>Sponsored</p>" * 4_000 + b"<p>The ferry sails.</p>",
        b'<h2><a href="https://a.example">The ferry sails today</a></h2>' * 4_000,
        b'<p><a href="https://a.example">The ferry sails today</a>: It is free.</p>' * 4_000,
        b"<p>" + b'<a href="https://a.example">a</a> ' * 15_000 + b"The ferry sails.</p>",
        b"<p>" + b"view this newsletter " * 20_000 + b"</p><p>The ferry sails.</p>",
        b"<p>" + b"(" * 200_000 + b"</p><p>The ferry sails.</p>",
        b"<p>" + b"data:" * 200_000 + b"</p><p>The ferry sails.</p>",
    ],
    ids=range(14),
)
def test_hostile_html(body: bytes) -> None:
    """HTML that is made to take for ever is read or refused in time."""
    try:
        reading(message(body, HTML, b"List-Id: <a.b>"))
    except SourceError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize(
    "body",
    [
        b"From: a@b.example\n" * 15_000,
        b"---------- Forwarded message ----------\n" * 20_000 + b"The ferry sails.\n",
        b"Sponsored\n" * 20_000 + b"The ferry sails.\n",
        b"Read more: <https://a.example/1>\n" * 20_000 + b"The ferry sails.\n",
        b"<https://a.example/1> " * 20_000 + b"The ferry sails.\n",
        b"[" * 300_000 + b"\nThe ferry sails.\n",
        b"- " * 200_000 + b"\nThe ferry sails.\n",
        b"line \n" * 90_000,
    ],
    ids=range(8),
)
def test_hostile_text(body: bytes) -> None:
    """Text that is made to take for ever is read or refused in time."""
    field = b"Content-Type: text/plain; format=flowed" if body.startswith(b"line") else b"List-Id: <a.b>"
    try:
        reading(message(body, field, b"Precedence: bulk"))
    except SourceError as error:
        assert "\n" not in str(error)
