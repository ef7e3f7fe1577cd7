"""sendmail: a message handed to the mail system of this machine."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress

from briefing.config import Mail
from briefing.deliver.mail.causes import quoted
from briefing.deliver.mail.letter import Message, Refusal
from briefing.errors import ConfigError

_USUAL = ("/usr/sbin/sendmail", "/usr/lib/sendmail")
_LASTING = frozenset([64, 65, 67, 68, 69, 77])
"""Of sysexits.h: usage, data, no such user, no such host, unavailable, no permission."""


class Sendmail:
    """The way out through a program that takes a message on its standard input."""

    def __init__(self, settings: Mail) -> None:
        """Take settings. Raises ConfigError where there is no such program."""
        wanted = (settings.sendmail,) if settings.sendmail else ("sendmail", *_USUAL)
        found = next(filter(None, map(shutil.which, wanted)), None)
        if found is None:
            named = settings.sendmail or "sendmail"
            raise ConfigError(f"mail.sendmail: no program {named} is here: install one, or set mail.how")
        self._program, self._seconds = found, settings.timeout

    def __call__(self, message: Message, /) -> Mapping[str, Refusal]:
        """Hand `message` to the program; it takes it for all recipients, or for none."""
        # Without -i, a line with a single dot would end the message.
        command = [self._program, "-i", "--", *message.recipients]
        try:
            running = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        except OSError as error:
            cause, lasting = f"cannot be run: {error.strerror}", True
        else:
            cause, lasting = self._outcome(running, message.data.replace(b"\r\n", b"\n"))
        if not cause:
            return {}
        why = Refusal(f"{self._program} {cause}", lasting=lasting, general=not lasting)
        return dict.fromkeys(message.recipients, why)

    def _outcome(self, running: subprocess.Popen[bytes], data: bytes) -> tuple[str, bool]:
        """Return why it failed, nothing where it did not, and whether that will last."""
        try:
            _, said = running.communicate(data, self._seconds)
        except subprocess.TimeoutExpired:
            with suppress(OSError):
                os.killpg(running.pid, signal.SIGKILL)
            running.wait()
            for pipe in filter(None, (running.stdin, running.stderr)):
                with suppress(OSError):
                    pipe.close()
            return f"was not done after {self._seconds:g} seconds, and was stopped", False
        if not running.returncode:
            return "", False
        last = quoted(said[-1000:].strip().rpartition(b"\n")[2])
        return f"ended with status {running.returncode}: {last}", running.returncode in _LASTING
