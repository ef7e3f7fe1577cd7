from email import message_from_bytes
from email.policy import default

import pytest

from briefing.ingest.readers.mail.headers import headers, sender, topic, unfolded


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("=?utf-8?Q?Caf=C3=A9_closed?=", "Café closed"),
        ("=?UTF-8?b?Q2Fmw6k=?= closed", "Café closed"),
        ("=?utf-8?B?Q2Fmww==?= =?utf-8?B?qQ==?=", "Café"),
        ("=?utf-8?Q?Caf=C3?=\n =?utf-8?Q?=A9?=", "Café"),
        ("=?iso-8859-1?Q?Caf=E9?= =?koi8-r?B?0NLJ18XU?=", "Caféпривет"),
        ("a =?utf-8?Q?b?= c =?utf-8?Q?d?= e", "a b c d e"),
        ("=?utf-8?Q?Café closed?=", "Café closed"),
        ("=?utf-8?B?Q2Fm?", "=?utf-8?B?Q2Fm?"),
        ("=?x-unknown?Q?Caf=E9?=", "Café"),
        ("=?utf-8?B?Q2Fmw6k?=", "Café"),
        ("=?iso-8859-1?Q?Caf=C3=A9?=", "Café"),
        ("=?iso-2022-jp?B?GyRCNjYbKEI=?=", "橋"),
        ("=?utf-8*en?Q?Caf=C3=A9?=", "Café"),
        ("Caf\x1b[31m\u202eé", "Café"),
    ],
)
def test_encoded_words(value: str, text: str) -> None:
    """Encoded words are decoded, cut between the bytes of a letter or labelled wrongly, too."""
    assert unfolded(value) == text


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("The Valley Post <news@valley.example>", "The Valley Post"),
        ('"Post, The" <news@valley.example>', "Post, The"),
        ("'The Valley Post' <news@valley.example>", "The Valley Post"),
        ("=?utf-8?Q?Caf=C3=A9=2C_Post?= <a@b.example>", "Café, Post"),
        ("news@valley.example (The Valley Post)", "The Valley Post"),
        ("news@mail.valley.example", "valley.example"),
        ("<news@email.newsletters.valley.example>", "valley.example"),
        ('"news@valley.example" <news@valley.example>', "valley.example"),
        ("<>", ""),
        ("", ""),
        ("(" * 10_000, ""),
    ],
)
def test_senders(value: str, name: str) -> None:
    """A sender is called by the name that is shown, else by the domain without the mailer's part."""
    assert sender(value) == name


@pytest.mark.parametrize(
    ("subject", "bare"),
    [
        ("Fwd: Ferry", "Ferry"),
        ("FW: WG: Re: Ferry", "Ferry"),
        ("[Valley List] Ferry", "Ferry"),
        ("Fwd: [Valley List] Re: Ferry", "Ferry"),
        ("TR : Le bac", "Le bac"),
        ("Reform of the ferry", "Reform of the ferry"),
        ("[Ferry]", "[Ferry]"),
    ],
)
def test_subjects(subject: str, bare: str) -> None:
    """A subject comes without what forwarding and lists put before it."""
    assert topic(subject) == bare


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ("Date: Mon, 23 Nov 2026 06:00:00 +0100", "2026-11-23T06:00:00+01:00"),
        ("Date: 23 Nov 26 06:00 GMT", "2026-11-23T06:00:00+00:00"),
        ("Date: 2026-11-23 06:00:00", "2026-11-23T06:00:00+00:00"),
        ("Date: Montag, 23. November 2026 06:00", "2026-11-23T06:00:00+00:00"),
        ("Received: by a; Mon, 23 Nov 2026 06:00:00 +0000", "2026-11-23T06:00:00+00:00"),
        ("Date: soon\nReceived: by a; Mon, 23 Nov 2026 06:00:00 +0000", "2026-11-23T06:00:00+00:00"),
        (
            "Date: Thu, 1 Jan 1970 00:00:00 +0000\nReceived: by a; 23 Nov 2026 06:00 +0000",
            "2026-11-23T06:00:00+00:00",
        ),
        (
            "Date: 1 Jan 2038 00:00 +0000\nReceived: by a; 23 Nov 2026 06:00 +0000",
            "2026-11-23T06:00:00+00:00",
        ),
        ("Date: Mon, 99 Foo 2026 99:99:99", None),
        ("Date: Thu, 1 Jan 0001 00:00:00 +2359", "2001-01-01T00:00:00+23:59"),
        ("Subject: x", None),
    ],
)
def test_dates(fields: str, when: str | None) -> None:
    """A message is as old as it says; where that cannot be, as old as its first receipt."""
    found = headers(message_from_bytes(fields.encode() + b"\n\n", policy=default)).published
    assert (found.isoformat() if found else None) == when


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_bytes_in_headers(encoding: str) -> None:
    """Letters that should have been encoded are read, as UTF-8 or as what old programs wrote."""
    data = "Subject: Café geschlossen\nFrom: Zürich heute <a@b.example>\n\n".encode(encoding)
    found = headers(message_from_bytes(data, policy=default))
    assert (found.subject, found.sender) == ("Café geschlossen", "Zürich heute")


@pytest.mark.parametrize(
    "field", ["List-Id: <a.b>", "List-Unsubscribe: <https://a.example>", "Precedence: bulk"]
)
def test_what_is_sent_to_many(field: str) -> None:
    """A list's headers tell a newsletter from a letter."""
    assert headers(message_from_bytes(f"{field}\n\n".encode(), policy=default)).bulk
