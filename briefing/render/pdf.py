"""PDF: the print template, set by WeasyPrint in a process of its own."""

from __future__ import annotations

import json
import logging
import math
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.errors import RenderError
from briefing.model import Briefing
from briefing.render import pdf_worker
from briefing.render.layout import A4, Layout
from briefing.render.templates import fill
from briefing.render.view import view
from briefing.text.clean import one_line

_LOG = logging.getLogger(__name__)
# WeasyPrint's words for a character that no font has; it ends in the code point.
_MISSING_GLYPH = re.compile(r"\.notdef glyph .*\((U\+[0-9A-F]+)\)", re.DOTALL)
_INSTEAD = "write another format, or fewer stories"
_TRIES = (
    2  # Pango crashes once in some hundred runs, for no reason of the page's; the same page then succeeds
)
PANGO = "apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
FONTS = "apt-get install fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one PDF may cost."""

    seconds: float = 120
    memory: int = 4 << 30
    """In bytes of address space."""


LIMITS = Limits()


def render(briefing: Briefing, layout: Layout = A4, /, limits: Limits = LIMITS) -> bytes:
    """Return the briefing as a PDF. A crash, a hang or missing libraries raise RenderError.

    Characters that no font has are logged as a warning: the PDF shows empty boxes there.
    """
    return to_pdf(fill("print.html", layout.templates, page=view(briefing, layout), layout=layout), limits)


def to_pdf(html: str, limits: Limits = LIMITS) -> bytes:
    """Return `html`, which may refer to nothing outside itself, as a PDF."""
    done = _run(html.encode(), limits)
    _hint(done.stderr)
    if done.returncode == pdf_worker.NO_PANGO:
        raise RenderError(f"the PDF needs Pango, which is not installed: {PANGO}")
    if done.returncode or not done.stdout.startswith(b"%PDF"):
        raise RenderError(f"the PDF could not be made ({_cause(done)}): {_INSTEAD}")
    return done.stdout


def _run(html: bytes, limits: Limits) -> subprocess.CompletedProcess[bytes]:
    # -P keeps this folder, where some names are those of standard modules, off the child's path.
    command = [sys.executable, "-P", pdf_worker.__file__, str(limits.memory), str(math.ceil(limits.seconds))]
    # A child that is stopped cannot clear its temporary fonts away: they are put where they go in any case.
    with tempfile.TemporaryDirectory(prefix="briefing-pdf-") as folder:
        try:
            for _ in range(_TRIES):
                done = subprocess.run(
                    command,
                    input=html,
                    capture_output=True,
                    timeout=limits.seconds,
                    env={**os.environ, "TMPDIR": folder},
                    check=False,
                )
                if done.returncode != -signal.SIGSEGV:
                    break
            return done
        except subprocess.TimeoutExpired:
            late = f"the PDF was not ready after {limits.seconds:g} seconds"
            raise RenderError(f"{late}: {_INSTEAD}") from None


def _hint(stderr: bytes) -> None:
    """Pass on, in one line, the characters that no font has; the rest is for debugging."""
    missing: dict[str, None] = {}
    for message in _messages(stderr):
        if found := _MISSING_GLYPH.fullmatch(message):
            missing[found[1]] = None
        else:
            _LOG.debug("weasyprint: %s", one_line(message))
    if missing:
        names = ", ".join(list(missing)[:5]) + (" and others" if len(missing) > 5 else "")
        _LOG.warning("no font here has %s, shown as empty boxes in the PDF: %s", names, FONTS)


def _messages(stderr: bytes) -> Iterator[str]:
    for line in stderr.decode("utf-8", "replace").splitlines():
        try:
            message = json.loads(line)
        except ValueError:  # what a C library had to say
            message = line
        yield str(message)


def _cause(done: subprocess.CompletedProcess[bytes]) -> str:
    if done.returncode < 0:
        return f"WeasyPrint was stopped by {signal.Signals(-done.returncode).name}"
    lines = done.stderr.decode("utf-8", "replace").split("\n")
    last = one_line(next((line for line in reversed(lines) if line.strip()), ""))
    return last[:200] or f"WeasyPrint ended with status {done.returncode}"
