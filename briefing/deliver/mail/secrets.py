"""Passwords and tokens: asked for when they are needed, from where they are kept, and never shown."""

from __future__ import annotations

import os
import subprocess
from base64 import b64encode
from collections.abc import Sequence
from importlib import import_module

from briefing.config import Mail

_PATIENCE = 60.0  # seconds that a program may take, which may have to ask a person


class NoSecret(Exception):
    """A password or token that cannot be had; the message says why and what to do."""


class Secret:
    """A text that nobody sees by accident."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "Secret(…)"

    def hide(self, said: str) -> str:
        """Return what a server said without the secret, also as it travels, should the server repeat it."""
        for shown in (self.text, b64encode(self.text.encode()).decode()):
            said = said.replace(shown, "…")
        return said


def secret(settings: Mail) -> Secret:
    """Return the password, or the token, of `settings.user`. Raises NoSecret."""
    if settings.oauth_command:
        found = _printed(settings.oauth_command, "mail.oauth_command")
    elif settings.password_command:
        found = _printed(settings.password_command, "mail.password_command")
    elif settings.password_env:
        found = os.environ.get(settings.password_env, "")
        if not found:
            raise NoSecret(f"${settings.password_env} is empty: put the password of mail.user into it")
    else:
        found = _kept(settings.keyring or "", settings.user or "")
    if "\0" in found or "\n" in found or "\r" in found:
        raise NoSecret("the password of mail.user holds characters that are in no password: set it anew")
    return Secret(found)


def _printed(command: Sequence[str], setting: str) -> str:
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=False
        )
    except OSError as error:
        raise NoSecret(f"{setting} cannot be run: {command[0]}: {error.strerror}") from None
    except subprocess.TimeoutExpired:
        raise NoSecret(f"{setting} was not done after {_PATIENCE:g} seconds: run it by hand") from None
    first = done.stdout.decode("utf-8", "replace").partition("\n")[0].rstrip("\r")
    if done.returncode or not first:
        raise NoSecret(f"{setting} gave nothing (exit status {done.returncode}): run it by hand to see why")
    return first


def _kept(service: str, user: str) -> str:
    try:
        keyring = import_module("keyring")
    except ImportError:
        raise NoSecret("mail.keyring needs a package that is not there: pip install keyring") from None
    try:
        found = keyring.get_password(service, user)
    except Exception as error:  # each system's keyring fails in its own way
        raise NoSecret(f"the keyring cannot be read ({type(error).__name__}): is it unlocked?") from None
    if not found:
        raise NoSecret(f"the keyring has no password of {user}: keyring set {service} {user}")
    return str(found)
