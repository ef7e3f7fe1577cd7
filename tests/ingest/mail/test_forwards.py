import pytest

from tests.ingest.mail.messages import reading

HEAD = "From: Ada Brandt <ada@home.example>\nSubject: {subject}\nDate: Tue, 24 Nov 2026 09:00:00 +0000\n"
TEXT = "The ferry sails again from Friday."
FIELDS = (
    "From: Valley Wire <w@w.example>",
    "Date: Sat, 21 Nov 2026 06:00:00 +0000",
    "Subject: Ferry",
    "To: Ada",
)


def article(body: str, kind: str = "text/plain", subject: str = "Fwd: Ferry"):
    """Return the only article of a message."""
    head = HEAD.format(subject=subject) + f"Content-Type: {kind}; charset=utf-8\n\n"
    (found,) = reading((head + body).encode()).articles
    return found


@pytest.mark.parametrize(
    "body",
    [
        "---------- Forwarded message ---------\n" + "\n".join(FIELDS) + f"\n\n{TEXT}\n",
        "Look!\n\nBegin forwarded message:\n\n" + "\n".join(f"> {one}" for one in FIELDS) + f"\n\n{TEXT}\n",
        "\n".join(FIELDS) + f"\n\n{TEXT}\n",
        "----- Weitergeleitete Nachricht -----\nBetreff: Ferry\nDatum: Sat, 21 Nov 2026 06:00:00 +0000\n"
        f"Von: Valley Wire <w@w.example>\nAn: Ada\n\n{TEXT}\n",
    ],
    ids=["gmail", "apple", "outlook", "thunderbird"],
)
def test_forwarded_text(body: str) -> None:
    """A forwarded message is the one that was forwarded: its sender, its date, and none of its headers."""
    found = article(body)
    assert (found.title, found.source, found.published.day) == ("Ferry", "Valley Wire", 21)
    assert found.text.endswith(TEXT)
    assert "w.example" not in found.text


@pytest.mark.parametrize(
    "body",
    [
        '<div class="gmail_quote"><div>---------- Forwarded message ---------<br>'
        + "<br>".join(FIELDS).replace("<w@w.example>", "&lt;w@w.example&gt;")
        + f"<br></div><p>{TEXT}</p></div>",
        "<blockquote><div>Begin forwarded message:</div>"
        + "".join(
            f"<div><b>{one.split(':')[0]}: </b>{one.split(': ', 1)[1]}</div>" for one in FIELDS
        ).replace("<w@w.example>", "&lt;w@w.example&gt;")
        + f"<p>{TEXT}</p></blockquote>",
    ],
    ids=["gmail", "apple"],
)
def test_forwarded_html(body: str) -> None:
    """The same holds for HTML."""
    found = article(body, "text/html")
    assert (found.text, found.source, found.published.day) == (TEXT, "Valley Wire", 21)


def test_an_answer() -> None:
    """A message that answers another is its sender's own, whatever stands below it."""
    own = "I have read it, and I think that we should go on Friday, before the snow comes. " * 6
    found = article(
        f"{own}\n\n-----Original Message-----\n" + "\n".join(FIELDS) + f"\n\n{TEXT}", subject="Re: Ferry"
    )
    assert (found.source, found.published.day) == ("Ada Brandt", 24)


def test_a_list_with_colons() -> None:
    """Lines with a colon are no headers where they are not those of a message."""
    assert "From: the harbour" in article(f"From: the harbour\nTo: the castle\n\n{TEXT}").text
