import pytest

from briefing.deliver.mail import messages, transport
from briefing.errors import ConfigError
from tests.deliver.mail.conftest import message, settings
from tests.deliver.mail.servers import EHLO, USER, Rude, authenticate, context, real

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
LOGIN = {"user": USER, "password_env": "PASSWORD"}


@pytest.fixture
def encrypted(authority, handler):
    """Return a real server that speaks TLS at once and wants a login."""
    server = real(
        handler,
        ssl_context=context(authority, "127.0.0.1"),
        authenticator=authenticate,
        auth_required=True,
        auth_require_tls=False,  # it does not know of the TLS around it
    )
    yield server
    server.stop()


@pytest.fixture
def upgrading(authority, handler):
    """Return a real server that wants STARTTLS, then a login."""
    server = real(
        handler,
        tls_context=context(authority, "127.0.0.1"),
        require_starttls=True,
        authenticator=authenticate,
        auth_required=True,
    )
    yield server
    server.stop()


def test_message_arrives_to_the_byte(letter, handler):
    """What a server takes is what was composed, also lines of a single dot."""
    server = real(handler)
    chosen = settings(server.port)
    sent = message(letter, chosen)
    assert transport(chosen)(sent) == {}
    server.stop()
    (taken,) = handler.taken
    assert taken.data == sent.data
    assert (taken.sender, taken.recipients) == ("ada@example.org", ["grace@example.net"])


def test_login_comes_after_encryption(letter, handler, encrypted):
    """Over TLS a message goes out with a login, whose password may hold any letter."""
    chosen = settings(encrypted.port, security="tls", **LOGIN)
    assert transport(chosen)(message(letter, chosen)) == {}
    (taken,) = handler.taken
    assert taken.login


def test_starttls_comes_before_login(letter, handler, upgrading):
    """Over STARTTLS the same holds: the server has seen both."""
    chosen = settings(upgrading.port, security="starttls", **LOGIN)
    assert transport(chosen)(message(letter, chosen)) == {}
    (taken,) = handler.taken
    assert taken.login and taken.encrypted


def test_token_of_oauth_is_a_login(letter, handler, encrypted):
    """A program's token logs in by XOAUTH2."""
    chosen = settings(encrypted.port, security="tls", user=USER, oauth_command="printenv TOKEN")
    assert transport(chosen)(message(letter, chosen)) == {}
    (taken,) = handler.taken
    assert taken.login


@pytest.mark.parametrize(
    "login",
    [
        {"user": USER, "password_command": ["echo", "wr0ng"]},
        {"user": USER, "oauth_command": ["echo", "wr0ng"]},
    ],
)
def test_wrong_login_is_said_and_lasts(letter, handler, encrypted, login):
    """A login that is refused is tried once, not again by itself, and its secret is not told."""
    chosen = settings(encrypted.port, security="tls", **login)
    (why,) = transport(chosen)(message(letter, chosen)).values()
    assert why.lasting and why.general
    assert "the login: 535" in why.cause and "check mail.user" in why.cause
    assert "wr0ng" not in why.cause
    assert handler.taken == []


def test_server_that_repeats_the_password_is_not_quoted(letter, authority):
    """A secret that a server says aloud is taken out of what is told of it, as it is and as it travelled."""
    tls = context(authority, "127.0.0.1")
    with Rude(tls=tls, EHLO="250-rude\n250 AUTH LOGIN", AUTH=_repeat) as server:
        chosen = settings(server.port, security="tls", user=USER, password_command=["echo", "s3cret"])
        (why,) = transport(chosen)(message(letter, chosen)).values()
    assert "535 no: …" in why.cause and "s3cret" not in why.cause and "czNjcmV0" not in why.cause


def _repeat(peer):
    peer.say("334 VXNlcm5hbWU6")
    peer.hear()
    peer.say("334 UGFzc3dvcmQ6")
    peer.say(f"535 no: {peer.hear()} s3cret")


@pytest.mark.parametrize("ehlo", [EHLO, "250-rude\n250 AUTH CRAM-MD5"])
def test_server_without_a_fit_login_is_named(letter, authority, ehlo):
    """Where a server takes no login, or none that is known here, that is said before any is tried."""
    with Rude(tls=context(authority, "127.0.0.1"), EHLO=ehlo) as server:
        chosen = settings(server.port, security="tls", **LOGIN)
        (why,) = transport(chosen)(message(letter, chosen)).values()
    assert "does not take a login by PLAIN" in why.cause and why.lasting
    assert not any(line.startswith("AUTH") for line in server.heard)


def test_each_recipient_has_an_answer(letter, handler):
    """Of several recipients of one message, those that are refused are told, each with what was said."""
    handler.refuses = {"no@example.net": "550 no such user", "later@example.net": "451 come back"}
    server = real(handler)
    chosen = settings(server.port, to=["yes@example.net", "no@example.net", "later@example.net"], each=False)
    refused = transport(chosen)(message(letter, chosen))
    server.stop()
    assert {to: why.lasting for to, why in refused.items()} == {
        "no@example.net": True,
        "later@example.net": False,
    }
    assert "550 no such user" in refused["no@example.net"].cause
    assert [taken.recipients for taken in handler.taken] == [["yes@example.net"]]


def test_message_that_nobody_may_have_is_not_sent(letter, handler):
    """Where every recipient is refused, the message stays here."""
    handler.refuses = {"grace@example.net": "550 no such user"}
    server = real(handler)
    chosen = settings(server.port)
    assert list(transport(chosen)(message(letter, chosen))) == ["grace@example.net"]
    server.stop()
    assert handler.taken == []


def test_each_recipient_has_a_message(letter, handler):
    """By default recipients get a message each, in which no other is named."""
    server = real(handler)
    chosen = settings(server.port, to=["a@example.net", "b@example.net"])
    for each in messages(letter, chosen):
        assert transport(chosen)(each) == {}
    server.stop()
    assert [taken.recipients for taken in handler.taken] == [["a@example.net"], ["b@example.net"]]
    assert b"b@example.net" not in handler.taken[0].data


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"host": None}, "mail.host is not set"),
        ({"host": "mail.example.org"}, "unencrypted to mail.example.org"),
        ({"host": "10.0.0.1"}, "unencrypted to 10.0.0.1"),
        (LOGIN, "would tell the password to the network"),
        ({"security": "tls", "user": "ada"}, "mail.user has no password"),
        ({"password_env": "PASSWORD"}, "mail.user is not set"),
        ({"how": "maildir"}, "mail.maildir is not set"),
        ({"how": "sendmail", "sendmail": "/no/such/program"}, "no program /no/such/program"),
    ],
)
def test_unsafe_settings_are_refused_before_anything_is_sent(given, said):
    """Settings that cannot work, or would show a password or the mail to the network, are refused by name."""
    with pytest.raises(ConfigError, match=said):
        transport(settings(**given))


@pytest.mark.parametrize(
    "given", [{"host": "127.0.0.1"}, {"host": "::1"}, {"host": "relay", "plain_hosts": ["relay"]}]
)
def test_plain_is_for_this_machine_and_named_hosts(given):
    """Without encryption mail goes to this machine, and to hosts that are named for it."""
    assert transport(settings(**given))
