"""Servers at their worst: the cause is said within the deadline, and no password goes over plain text."""

from datetime import UTC, datetime

import pytest
import trustme

from briefing.deliver.mail import transport
from tests.deliver.mail.conftest import message, settings
from tests.deliver.mail.servers import (
    EHLO,
    USER,
    Rude,
    babble,
    context,
    cut,
    cut_in_message,
    drip,
    free_port,
    hang,
)


def _refused(letter, server, **given):
    """Return why a message was refused, by a server that has a second at most."""
    chosen = settings(server.port, **{"timeout": 1.0, **given})
    (why,) = transport(chosen)(message(letter, chosen)).values()
    assert "\n" not in why.cause
    return why


@pytest.mark.parametrize(
    ("answers", "doing"),
    [
        ({"GREETING": hang}, "waiting for its greeting"),
        ({"GREETING": drip}, "waiting for its greeting"),
        ({"EHLO": hang}, "saying hello"),
        ({"MAIL": drip}, "offering the message"),
        ({"RCPT": hang}, "naming the recipient grace@example.net"),
        ({"DATA": hang}, "handing the message over"),
        ({"END": hang}, "the next try has the same Message-ID"),
        ({"END": drip}, "the next try has the same Message-ID"),
    ],
)
def test_slow_server_is_cut_off(letter, answers, doing):
    """Whatever a server is slow with, the message is given up in time, for a while, and that is said."""
    with Rude(**answers) as server:
        why = _refused(letter, server)
    assert "not done after 1 seconds" in why.cause and doing in why.cause
    assert not why.lasting and why.general


def test_server_that_never_stops_talking_is_cut_off(letter):
    """An answer without an end is given up, by its size or by the clock."""
    with Rude(EHLO=babble) as server:
        assert not _refused(letter, server, timeout=5.0).lasting


@pytest.mark.parametrize(
    ("answers", "lasting", "said"),
    [
        ({"GREETING": "554 go away"}, True, "to connecting: 554 go away"),
        ({"GREETING": "421 too busy"}, False, "421 too busy"),
        ({"EHLO": "550 no", "HELO": "550 no"}, True, "to hello: 550 no"),
        ({"MAIL": "451 later"}, False, "the sender ada@example.org: 451 later"),
        ({"MAIL": "530 log in first"}, True, "set mail.user"),
        ({"RCPT": "550 no such user"}, True, "the recipient grace@example.net: 550 no such user"),
        ({"RCPT": "451 greylisted"}, False, "451 greylisted"),
        ({"RCPT": "421 shutting down"}, False, "421 shutting down"),
        ({"DATA": "554 no"}, True, "the message: 554 no"),
        ({"DATA": "451 not now"}, False, "the message: 451 not now"),
        ({"END": "554 this is spam"}, True, "the message: 554 this is spam"),
        ({"END": "451 disk full"}, False, "the message: 451 disk full"),
        ({"END": "250-\x1b[31mred\n554 \x1b]0;title\x07no"}, True, "554"),
        ({"GREETING": "HTTP/1.1 400 Bad Request"}, False, "no answer of a mail server"),
    ],
)
def test_refusal_is_told_with_the_server_s_words(letter, answers, lasting, said):
    """A refusal is quoted, harmless and on one line; 4xx is for a while, 5xx for good."""
    with Rude(**answers) as server:
        why = _refused(letter, server)
    assert said in why.cause and why.lasting == lasting
    assert why.cause.isprintable()


@pytest.mark.parametrize(
    ("answers", "doing"),
    [
        ({"GREETING": cut}, "waiting for its greeting"),
        ({"EHLO": cut}, "saying hello"),
        ({"RCPT": cut}, "naming the recipient"),
        ({"DATA": cut_in_message}, "handing the message over"),
        ({"END": cut}, "the next try has the same Message-ID"),
    ],
)
def test_cut_connection_is_for_another_time(letter, answers, doing):
    """A connection that is cut, wherever that is, leaves the message to be tried again."""
    with Rude(**answers) as server:
        why = _refused(letter, server)
    assert "the connection was cut" in why.cause and doing in why.cause and not why.lasting


def test_message_that_was_kept_without_a_word_is_sent_with_the_same_id(letter):
    """A server that takes a message and hangs up has it twice in the end, under one Message-ID."""
    with Rude(END=cut) as server:
        chosen = settings(server.port)
        way, sent = transport(chosen), message(letter, chosen)
        assert way(sent)
        server.answers["END"] = "250 taken"
        assert way(sent) == {}
    assert len(server.taken) == 2 and len(set(server.taken)) == 1
    assert f"Message-ID: {sent.id}\n" in server.taken[0]


def test_large_message_is_not_begun(letter):
    """A message that is larger than the server takes is refused before it is sent, with both sizes."""
    with Rude(EHLO="250-rude\n250 SIZE 900") as server:
        why = _refused(letter, server)
    assert why.lasting and "no more than 0.0 MB" in why.cause and "attach_pdf" in why.cause
    assert not any(line.startswith("MAIL") for line in server.heard)


def test_size_that_makes_no_sense_is_no_limit(letter):
    """A server that names its limit in letters, or as nought, has none."""
    for size in ("SIZE lots", "SIZE 0", "SIZE"):
        with Rude(EHLO=f"250-rude\n250 {size}") as server:
            chosen = settings(server.port)
            assert transport(chosen)(message(letter, chosen)) == {}


def test_starttls_that_is_gone_ends_it(letter, authority):
    """Where STARTTLS is not offered, nothing is said: no login, no sender, no message."""
    with Rude(EHLO="250-rude\n250 AUTH PLAIN LOGIN") as server:
        why = _refused(letter, server, security="starttls", user=USER, password_env="PASSWORD")
    assert why.lasting and "does not offer STARTTLS" in why.cause and "nothing was sent" in why.cause
    assert [line.split()[0] for line in server.heard] == ["EHLO"]


@pytest.mark.parametrize("answer", ["454 not now", "501 what?", "220 go\n220 on"])
def test_starttls_that_fails_ends_it(letter, authority, answer):
    """Where STARTTLS is offered and does not work, nothing is said either."""
    with Rude(EHLO="250-rude\n250-STARTTLS\n250 AUTH PLAIN", STARTTLS=answer) as server:
        why = _refused(letter, server, security="starttls", user=USER, password_env="PASSWORD")
    assert why.cause
    assert not any(line.startswith(("AUTH", "MAIL")) for line in server.heard)


def test_what_was_said_before_encryption_counts_for_nothing(letter, authority):
    """What somebody has put behind the answer to STARTTLS is not taken for the server's."""
    secure = context(authority, "127.0.0.1")

    def inject(peer):
        peer.connection.sendall(b"220 go on\r\n250-evil\r\n250 AUTH PLAIN\r\n235 welcome\r\n")
        peer.encrypt(secure)

    with Rude(EHLO="250-rude\n250 STARTTLS", STARTTLS=inject) as server:
        why = _refused(letter, server, security="starttls", user=USER, password_env="PASSWORD")
    assert why.cause
    assert not any(line.startswith("AUTH") for line in server.heard)


@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize("fault", ["name", "issuer", "expired"])
def test_wrong_certificate_ends_it(letter, authority, fault, security):
    """A certificate of another name, of an unknown issuer or out of date ends it before anything is said."""
    issuer = trustme.CA() if fault == "issuer" else authority
    validity = {"not_after": datetime(2020, 1, 1, tzinfo=UTC), "not_before": datetime(2019, 1, 1, tzinfo=UTC)}
    secure = context(
        issuer, "other.example" if fault == "name" else "127.0.0.1", **validity if fault == "expired" else {}
    )

    def upgrade(peer):
        peer.say("220 go on")
        peer.encrypt(secure)

    with Rude(
        tls=secure if security == "tls" else None,
        EHLO="250-rude\n250-STARTTLS\n250 AUTH PLAIN",
        STARTTLS=upgrade,
    ) as server:
        why = _refused(letter, server, security=security, user=USER, password_env="PASSWORD", timeout=20.0)
    assert why.lasting and why.general
    assert "certificate that is not to be trusted" in why.cause and "nothing was sent" in why.cause
    assert not any(line.startswith(("AUTH", "MAIL")) for line in server.heard)


def test_server_that_hangs_in_the_handshake_is_cut_off(letter, authority):
    """The agreement on encryption has no time of its own."""
    with Rude(EHLO=EHLO, GREETING=hang) as server:
        why = _refused(letter, server, security="tls")
    assert "not done after 1 seconds, while agreeing on encryption" in why.cause


def test_server_that_speaks_no_tls_is_told_apart(letter, authority):
    """A server that answers TLS with something else is said to, with what to try."""
    with Rude() as server:
        why = _refused(letter, server, security="tls", timeout=20.0)
    assert "does not answer in TLS" in why.cause and "starttls" in why.cause and why.lasting


def test_nobody_there_is_for_another_time(letter):
    """Where nothing listens, or no such host is known, the message is tried again."""
    chosen = settings(free_port())
    (why,) = transport(chosen)(message(letter, chosen)).values()
    assert "nothing answers at this port" in why.cause and not why.lasting
    chosen = settings(host="nobody.invalid", security="tls")
    (why,) = transport(chosen)(message(letter, chosen)).values()
    assert "no such host is known" in why.cause and not why.lasting
