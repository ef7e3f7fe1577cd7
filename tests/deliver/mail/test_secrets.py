import sys
from types import SimpleNamespace

import pytest

from briefing.config import Mail
from briefing.deliver.mail import transport
from briefing.deliver.mail.secrets import NoSecret, Secret, secret
from tests.deliver.mail.conftest import message, settings
from tests.deliver.mail.servers import Rude


def _settings(**given):
    return Mail(user="ada@example.org", **given)


def test_password_is_what_a_program_prints_first(monkeypatch):
    """A program's first line is the password, to the last blank."""
    assert secret(_settings(password_command=["printf", "pass word \\r\\nuser: ada\\n"])).text == "pass word "


def test_password_is_in_the_environment(monkeypatch):
    """An environment variable holds the password."""
    monkeypatch.setenv("MAIL_PASSWORD", "pw")
    assert secret(_settings(password_env="MAIL_PASSWORD")).text == "pw"


def test_password_is_in_the_keyring(monkeypatch):
    """The system's keyring has the password under a service and the user."""
    kept = {("briefing", "ada@example.org"): "pw"}
    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_password=lambda *key: kept.get(key)))
    assert secret(_settings(keyring="briefing")).text == "pw"
    with pytest.raises(NoSecret, match=r"no password of .*: keyring set other"):
        secret(_settings(keyring="other"))


def test_missing_keyring_is_told_with_what_brings_it(monkeypatch):
    """Without the package the command that brings it is said."""
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(NoSecret, match="pip install keyring"):
        secret(_settings(keyring="briefing"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"password_command": ["false"]}, "gave nothing (exit status 1)"),
        ({"password_command": ["true"]}, "gave nothing (exit status 0)"),
        ({"password_command": ["/no/such"]}, "mail.password_command cannot be run: /no/such"),
        ({"password_command": ["sh", "-c", "echo s3cret; exit 1"]}, "gave nothing"),
        ({"oauth_command": ["false"]}, "mail.oauth_command gave nothing"),
        ({"password_env": "NOT_SET_AT_ALL"}, "$NOT_SET_AT_ALL is empty"),
        ({"password_command": ["printf", "a\\rb"]}, "characters that are in no password"),
    ],
)
def test_missing_password_is_told_by_its_setting(given, said):
    """Where no password can be had, the setting is named and what to do; nothing of a password is shown."""
    with pytest.raises(NoSecret) as refused:
        secret(_settings(**given))
    assert said in str(refused.value) and "s3cret" not in str(refused.value)


def test_secret_shows_nothing_of_itself():
    """A secret is not in its own representation, nor in what is told of a server that repeats it."""
    kept = Secret("pässword")
    assert "pässword" not in f"{kept!r} {kept}"
    assert kept.hide("535 pässword cMOkc3N3b3Jk?") == "535 … …?"


def test_message_without_a_password_waits(letter):
    """Where no password can be had now, the server is not asked, and the message is for another time."""
    with Rude() as server:
        chosen = settings(server.port, security="tls", user="ada", password_command="false")
        (why,) = transport(chosen)(message(letter, chosen)).values()
    assert "mail.password_command" in why.cause and not why.lasting and why.general
    assert server.heard == []
