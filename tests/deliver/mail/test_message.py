import email
import email.policy
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.deliver.mail import Letter, Part, messages
from tests.deliver.mail.conftest import PIXEL, message, settings

GOLDEN = Path(__file__).parent / "golden" / "message.eml"
HEADERS = [
    "Date",
    "From",
    "To",
    "Subject",
    "Message-ID",
    "List-Id",
    "Auto-Submitted",
    "MIME-Version",
    "Content-Type",
]
HOSTILE = [
    "Crane falls\r\nBcc: all@example.net",
    "Crane falls\nX-Evil: yes\n\nA body of my own",
    "Crane falls\r Bcc: all@example.net",
    "Crane falls\x0bBcc: a@b\x0c\x1c\x1d\x85\u2028\u2029Bcc: all@example.net",
    "=?utf-8?q?Crane=0D=0ABcc=3A_all=40example=2Enet?=",
    "\ud800 half a letter",
    "\x00\x1b[31mred\x1b]0;title\x07\u202eright to left",
    '"quoted" <evil@example.net>, other@example.net',
    "Straße " * 60,
    "x" * 3000,
    "見出し" * 500,
    "🏗️" * 100,
]


def _read(data: bytes):
    return email.message_from_bytes(data, policy=email.policy.default)


def test_message_is_the_golden_one(letter):
    """The raw message is, to the byte, the one that was read and found good."""
    chosen = settings(unsubscribe="https://example.org/no?list=1")
    data = message(letter, chosen).data
    assert data.replace(b"\r\n", b"\n").decode("ascii") == GOLDEN.read_text("ascii")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")


def test_reader_finds_every_part(letter):
    """A mail program finds the text, the HTML with its picture, and the file, each as it was."""
    read = _read(message(letter, settings()).data)
    assert read.get_content_type() == "multipart/mixed"
    assert read.get_body(("plain",)).get_content().replace("\r\n", "\n") == letter.text
    assert read.get_body(("html",)).get_content().replace("\r\n", "\n") == letter.html
    (file,) = read.iter_attachments()
    assert (file.get_filename(), file.get_content()) == ("briefing-2026-11-22.pdf", letter.files[0].data)
    (picture,) = (part for part in read.walk() if part.get_content_type() == "image/png")
    assert (picture["Content-ID"], picture.get_content()) == ("<story-1@briefing>", PIXEL)
    assert picture["Content-Disposition"].content_disposition == "inline"


@pytest.mark.parametrize("without", ["files", "pictures", "both"])
def test_message_is_no_deeper_than_it_must_be(letter, without):
    """Without a file there is no mixed part, without a picture no related one."""
    bare = replace(
        letter,
        files=letter.files if without == "pictures" else (),
        pictures=letter.pictures if without == "files" else (),
    )
    kinds = [part.get_content_type() for part in _read(message(bare, settings()).data).walk()]
    assert ("multipart/mixed" in kinds) == (without == "pictures")
    assert ("multipart/related" in kinds) == (without == "files")
    assert kinds[kinds.index("multipart/alternative") + 1] == "text/plain"


def test_message_id_is_the_briefing_s_and_the_recipient_s(letter):
    """The same briefing to the same recipient has the same Message-ID, whatever else has changed."""
    to = ["ada@example.net", "ADA@example.net", "grace@example.net"]
    first = [made.id for made in messages(letter, settings(to=to))]
    assert len(first) == len(set(first)) == 2
    assert message(letter, settings(to="Ada@example.net")).id == first[0]
    other = replace(letter, text="another", subject="another", files=())
    assert [made.id for made in messages(other, settings(to=to))] == first
    assert [made.id for made in messages(replace(letter, briefing="b"), settings(to=to))] != first
    assert all(re.fullmatch(r"<[0-9a-f]{12}\.[0-9a-f]{12}@example\.org>", name) for name in first)


def test_one_message_for_all_names_nobody(letter):
    """With each = false there is one message, in which no recipient stands."""
    made = message(letter, settings(to=["a@example.net", "b@example.net"], each=False))
    assert made.recipients == ("a@example.net", "b@example.net")
    assert b"example.net" not in made.data
    assert _read(made.data)["To"] == "undisclosed-recipients:;"


def test_unsubscribing_by_mail_has_no_button(letter):
    """A mailto: address to unsubscribe is named; only an https: one can be had with one click."""
    read = _read(message(letter, settings(unsubscribe="mailto:ada@example.org")).data)
    assert read["List-Unsubscribe"] == "<mailto:ada@example.org>"
    assert read["List-Unsubscribe-Post"] is None


@pytest.mark.parametrize(
    ("chosen", "name"),
    [
        ({"from": "ada@example.org"}, "Morning briefing"),
        ({"from": "Ädä, and “others” <ada@example.org>"}, "Ädä, and “others”"),
        ({"from": 'A "B" (C) <ada@example.org>'}, 'A "B" (C)'),
        ({"from": None, "user": "ada@example.org"}, "Morning briefing"),
    ],
)
def test_sender_is_named(letter, chosen, name):
    """The sender is the one that is set, else who logs in; one without a name is shown as the briefing."""
    made = message(letter, settings(**chosen))
    assert made.sender == "ada@example.org"
    (address,) = _read(made.data)["From"].addresses
    assert (address.display_name, address.addr_spec) == (name, "ada@example.org")


@pytest.mark.parametrize(
    "user", [None, "ada", "ada@example.org\r\nBcc: x@example.net", "a b@example.org", "<a@b.c>"]
)
def test_login_that_is_no_address_is_no_sender(letter, user):
    """A login that is not an address is not taken for one: the machine sends then."""
    made = message(letter, settings(**{"from": None, "user": user}))
    assert re.fullmatch(r"briefing@[A-Za-z0-9.-]+", made.sender)


def _sound(letter: Letter) -> None:
    """Hold a message to what any must be."""
    data = message(letter, settings()).data
    data.decode("ascii")
    assert max(map(len, data.split(b"\r\n"))) <= 998
    head = data.partition(b"\r\n\r\n")[0].decode()
    assert re.findall(r"^([\w-]+):", head, re.MULTILINE) == HEADERS
    assert all(re.match(r"[\w-]+: \S| \S", line) for line in head.split("\r\n"))
    read = _read(data)
    assert read["Subject"] and len(read["Subject"]) <= 151
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029]", read["Subject"])
    assert [address.addr_spec for address in read["To"].addresses] == ["grace@example.net"]
    assert [address.addr_spec for address in read["From"].addresses] == ["ada@example.org"]
    assert read.get_body(("plain",)) and read.get_body(("html",)) and len(list(read.iter_attachments())) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_in_their_places(letter, text):
    """Whatever a title or a headline holds, the headers are ours alone, and the parts are where they were."""
    _sound(replace(letter, title=text, subject=text, text=text, html=text))


@given(st.text(max_size=400), st.text(max_size=100))
def test_any_text_stays_in_its_place(subject, title):
    """The same holds for any text at all."""
    _sound(_any(subject, title))


@given(st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), max_size=120))
def test_subject_is_read_as_it_was_written(subject):
    """A subject of letters, of any script, is read as it was written but for blanks."""
    read = _read(message(_any(subject, "Morning briefing"), settings()).data)
    assert read["Subject"].split() == (subject.split() or ["Briefing"])


def _any(subject: str, title: str) -> Letter:
    made = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)
    pdf = Part("a.pdf", "application/pdf", b"%PDF")
    return Letter("0123456789ab", title, subject, subject, title, made, files=(pdf,))
