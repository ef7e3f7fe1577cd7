"""A morning of many feeds: time, memory and what is downloaded, cold and when nothing has changed.

    python benchmarks/feeds.py [--feeds 500] [--entries 20]

A server on this machine, in a process of its own, serves invented feeds with whole articles in them.
`briefing make` reads them three times, each in a fresh process with the same library: on a first day, again
on that day, and on the next day with nothing new.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from functools import cache
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

_WORDS = (
    "harbour council mayor bridge ferry winter budget police school bakery railway storm market museum "
    "river court farm library airport hospital factory village minister student teacher driver fisher concert"
).split()
_DEEDS = (
    "opened closed repaired sold planned counted visited criticised praised delayed moved inspected".split()
)


class Run(NamedTuple):
    """What a run cost."""

    seconds: float
    processor: float
    megabytes: float
    """The most of the main process at once."""
    sent: float
    """Megabytes that the server sent."""
    stories: int


def main(
    feeds: Annotated[int, typer.Option(help="How many feeds.")] = 500,
    entries: Annotated[int, typer.Option(help="How many entries each has.")] = 20,
) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = get_context("spawn").Pipe()
        server = get_context("spawn").Process(target=_serve, args=(theirs, entries), daemon=True)
        server.start()
        port = ours.recv()
        _settings(Path(folder), port, feeds)
        days = (("first day", "2026-11-23"), ("the same day again", "2026-11-23"), ("next day", "2026-11-24"))
        print(f"{feeds} feeds of {entries} entries, {feeds * entries:,} articles; {os.cpu_count()} cores\n")
        print("| run | seconds | of processor | peak MB | MB sent | stories |\n|---|---|---|---|---|---|")
        for name, day in days:
            run = _run(Path(folder), day, ours)
            print(
                f"| {name} | {run.seconds:.1f} | {run.processor:.1f} | {run.megabytes:.0f} | {run.sent:.2f} "
                f"| {run.stories:,} |",
                flush=True,
            )
        server.terminate()


def _settings(folder: Path, port: int, feeds: int) -> None:
    sources = [f"http://127.0.0.1:{port}/{number}" for number in range(feeds)]
    told = f"sources = {json.dumps(sources)}\nformats = ['json']\n"
    told += f"[fetch]\nallow = ['127.0.0.1:{port}']\npause = 0.0\nper_host = 16\n"
    (folder / "briefing.toml").write_text(told, "utf-8")


_CHILD = """
import resource, sys, time
sys.argv = ["briefing", *sys.argv[1:]]
from briefing.cli import main
try:
    main()
finally:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    used = sum(each.ru_utime + each.ru_stime for each in (own, children))
    print("used", used, own.ru_maxrss / 1024, file=sys.stderr)
"""


def _run(folder: Path, day: str, server: Connection) -> Run:
    server.send("sent")
    before = server.recv()
    began = time.perf_counter()
    ran = subprocess.run(
        [sys.executable, "-c", _CHILD, "make", "--date", day],
        cwd=folder,
        env={**os.environ, "BRIEFING_HOME": str(folder / "home")},
        capture_output=True,
        text=True,
        check=True,
    )
    seconds = time.perf_counter() - began
    used = re.search(r"^used (\S+) (\S+)$", ran.stderr, re.MULTILINE)
    assert used is not None
    server.send("sent")
    sent = (server.recv() - before) / 1e6
    made = json.loads((folder / "out" / f"briefing-{day}.json").read_text("utf-8"))
    stories = sum(len(section["stories"]) for section in made["sections"])
    return Run(seconds, float(used[1]), float(used[2]), sent, stories)


def _serve(to: Connection, entries: int) -> None:
    """Serve feeds, and tell how many bytes were sent whenever asked."""
    sent = 0

    @cache
    def feed(number: int) -> bytes:
        chance = random.Random(number)
        items = "".join(_item(number, entry, chance) for entry in range(entries))
        return f'<rss version="2.0"><channel><title>Feed {number}</title>{items}</channel></rss>'.encode()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            nonlocal sent
            body = feed(int(self.path[1:])) if self.path[1:].isdigit() else b""
            tag = f'"{sha256(body).hexdigest()[:12]}"'
            status = 404 if not body else 304 if self.headers.get("If-None-Match") == tag else 200
            body = body if status == 200 else b""
            self.send_response(status)
            self.send_header("ETag", tag)
            self.send_header("Content-Type", "application/rss+xml")
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            sent += len(body)

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    from threading import Thread

    Thread(target=server.serve_forever, daemon=True).start()
    to.send(server.server_port)
    while to.recv() == "sent":
        to.send(sent)


def _item(feed: int, entry: int, chance: random.Random) -> str:
    """Return an entry of thirty-two invented sentences, dated today."""
    told = " ".join(f"<p>{_sentence(chance)} {_sentence(chance)}</p>" for _ in range(16))
    title = _sentence(chance).rstrip(".")
    date = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() - 60 * (entry + 1)))
    return (
        f"<item><title>{title}</title><link>https://f{feed}.example/{entry}</link><pubDate>{date}</pubDate>"
        f"<description><![CDATA[{told}]]></description></item>"
    )


def _sentence(chance: random.Random) -> str:
    who, what, where, by = (chance.choice(_WORDS) for _ in range(4))
    number, deed = chance.randint(2, 9999), chance.choice(_DEEDS)
    return f"The {who} near the {where} {deed} {number} {what}s for a {by} in {chance.randint(1900, 2026)}."


if __name__ == "__main__":
    typer.run(main)
