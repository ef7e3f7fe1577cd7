"""Kill a run that makes a briefing and mails it, at random points, and see what is lost, torn or sent twice.

    python benchmarks/killed.py --times 200
    python benchmarks/killed.py --times 200 --aimed

A run writes HTML and JSON, then mails the briefing to two recipients over a server of this machine; with
--pdf the mail has its PDF. It is killed (SIGKILL), then run again to its end. By default the point is a
random one of the whole run. With --aimed it is within 20 milliseconds of a random command of the
conversation with the server, which a kill hardly ever meets by chance. Exits with 1 where a message is
lost, a file torn, or a message that goes out again has another Message-ID.
"""

from __future__ import annotations

import argparse
import email
import email.policy
import json
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer

from aiosmtpd.controller import Controller

TO = ("ada@example.net", "grace@example.net")
RUN = """
import sys
from briefing.cli import main
for arguments in (["make", "--format", "html,json"], ["email"]):
    sys.argv = ["briefing", *arguments]
    try:
        main()
    except SystemExit as end:
        code = end.code
sys.exit(code)
"""
NEWS = """Fallen crane closes Lindvik harbour

The harbour of Lindvik closed on Monday after a crane fell across two quays, the port authority said.
Nobody was hurt, but 14 ships wait outside the breakwater. Repairs will take nine days.
"""
STEPS = ("EHLO", "MAIL", "RCPT", "DATA")


class Server:
    """A mail server that keeps what it takes, and can kill who talks to it."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []
        self.aim: tuple[str, float] | None = None
        self.target: subprocess.Popen[bytes] | None = None

    def _at(self, step: str) -> None:
        if self.aim and self.aim[0] == step and self.target:
            Timer(self.aim[1], kill, [self.target]).start()
            self.aim = None

    async def handle_EHLO(self, _server, session, _envelope, hostname, responses):
        """Greet."""
        self._at("EHLO")
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, _server, _session, envelope, address, _options):
        """Take the sender."""
        self._at("MAIL")
        envelope.mail_from = address
        return "250 ok"

    async def handle_RCPT(self, _server, _session, envelope, address, _options):
        """Take a recipient."""
        self._at("RCPT")
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, _server, _session, envelope):
        """Take a message."""
        self.taken.append(envelope.content)
        self._at("DATA")
        return "250 taken"


def kill(running: subprocess.Popen[bytes]) -> None:
    """Kill a run and whatever it started."""
    try:
        os.killpg(running.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(folder: Path) -> subprocess.Popen[bytes]:
    """Start a run in a folder."""
    return subprocess.Popen(
        [sys.executable, "-c", RUN],
        cwd=folder,
        env={**os.environ, "BRIEFING_HOME": str(folder / "home")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def prepare(folder: Path, port: int, *, pdf: bool) -> None:
    """Make a folder with news and settings."""
    (folder / "news").mkdir(parents=True)
    (folder / "news" / "harbour.txt").write_text(NEWS)
    (folder / "briefing.toml").write_text(
        f'sources = ["news"]\n[mail]\nto = {json.dumps(TO)}\nfrom = "news@example.org"\n'
        f'host = "127.0.0.1"\nport = {port}\nsecurity = "none"\nattach_pdf = {str(pdf).lower()}\n'
    )


def torn(folder: Path, messages: list[bytes]) -> list[str]:
    """Return what is not whole: files of the output folder, messages, the library."""
    found = []
    for path in (folder / "out").glob("briefing-*"):
        data = path.read_bytes()
        whole = data.rstrip().endswith(b"</html>") if path.suffix == ".html" else _is_json(data)
        found += [] if whole else [path.name]
    for data in messages:
        read = email.message_from_bytes(data, policy=email.policy.default)
        files = [part.get_content() for part in read.iter_attachments()]
        page = read.get_body(("html",))
        whole = page is not None and page.get_content().rstrip().endswith("</html>")
        if not whole or not all(file.rstrip().endswith(b"%%EOF") for file in files):
            found.append("a message")
    library = sqlite3.connect(folder / "home" / "library.sqlite")
    if library.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        found.append("the library")
    library.close()
    return found


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except ValueError:
        return False
    return True


@dataclass
class Result:
    """What became of the trials."""

    killed: int = 0
    lost: int = 0
    twice: int = 0
    faults: list[str] = field(default_factory=list)


def trial(
    folder: Path, server: Server, wait: Callable[[subprocess.Popen[bytes]], None], into: Result
) -> None:
    """Kill a run as `wait` says, run it again to its end, and count."""
    server.taken = []
    with start(folder) as running:
        server.target = running
        wait(running)
        into.killed += running.wait() == -signal.SIGKILL
    server.aim = None
    with start(folder) as again:
        _, said = again.communicate()
    if again.returncode:
        into.faults.append(f"{folder.name}: exit code {again.returncode}: {said.decode()}")
    ids: dict[str, list[str]] = {to: [] for to in TO}
    for data in server.taken:
        read = email.message_from_bytes(data, policy=email.policy.default)
        ids[str(read["To"])].append(str(read["Message-ID"]))
    into.lost += sum(not names for names in ids.values())
    into.twice += sum(len(names) - 1 for names in ids.values() if names)
    into.faults += [f"{folder.name}: {to} has {names}" for to, names in ids.items() if len(set(names)) > 1]
    into.faults += [f"{folder.name}: {what} is torn" for what in torn(folder, server.taken)]


def main() -> int:
    """Run the trials and print what became of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--aimed", action="store_true", help="kill during the conversation with the server")
    parser.add_argument("--pdf", action="store_true", help="with the PDF attached")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chance, server, result = random.Random(chosen.seed), Server(), Result()
    controller = Controller(server, hostname="127.0.0.1", port=free_port(), ready_timeout=60)
    controller.start()

    def aimed(_running: subprocess.Popen[bytes]) -> None:
        server.aim = (chance.choice(STEPS), chance.uniform(0, 0.02))

    def by_chance(running: subprocess.Popen[bytes]) -> None:
        time.sleep(chance.uniform(0, lasts))
        kill(running)

    with tempfile.TemporaryDirectory() as place:
        folders = [Path(place) / f"trial {number}" for number in range(chosen.times + 1)]
        for folder in folders:
            prepare(folder, controller.port, pdf=chosen.pdf)
        began = time.monotonic()
        with start(folders[0]) as unharmed:
            unharmed.communicate()
        lasts = time.monotonic() - began
        for folder in folders[1:]:
            trial(folder, server, aimed if chosen.aimed else by_chance, result)
    controller.stop()
    messages = chosen.times * len(TO)
    print(f"a run takes {lasts:.1f} s; {result.killed} of {chosen.times} were killed before their end")
    share = result.twice / messages
    print(f"messages: {messages}; lost: {result.lost}; sent twice: {result.twice} ({share:.1%})")
    print("\n".join(result.faults) or "nothing torn; each message always under the same Message-ID")
    return int(bool(result.lost or result.faults))


if __name__ == "__main__":
    sys.exit(main())
