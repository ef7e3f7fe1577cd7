"""The process that runs WeasyPrint: HTML on stdin, PDF on stdout, one JSON string a log message on stderr.

It imports nothing of this package, so that it can be run by its path. Hostile pages hang, crash or
bloat WeasyPrint; here they cost a process with a memory limit, and its parent keeps the time.
"""

from __future__ import annotations

import errno
import json
import logging
import os
import sys

from briefing.confine import confine

NO_PANGO = 3
"""The exit status where Pango's libraries cannot be loaded."""


class _Lines(logging.Handler):
    """Writes each message as one line of JSON, so that no text in it can be taken for another message."""

    def emit(self, record: logging.LogRecord) -> None:
        print(json.dumps(record.getMessage()), file=sys.stderr)  # noqa: T201


def to_pdf(html: str) -> bytes:
    """Return `html` as a tagged PDF (PDF/UA-1). No address but `data:` is followed."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    fetcher = URLFetcher(allowed_protocols=["data"])
    document = HTML(string=html, url_fetcher=fetcher)
    return bytes(document.write_pdf(pdf_variant="pdf/ua-1"))


def main() -> int:
    """Turn stdin into stdout; the arguments are the limits of memory, in bytes, and of time, in seconds."""
    confine(int(sys.argv[1]), int(sys.argv[2]))
    logging.getLogger("weasyprint").addHandler(_Lines(logging.WARNING))
    # Whatever a library prints must not end up in the PDF.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        import weasyprint  # noqa: F401
    except OSError as error:
        if "failed to map" in str(error) or error.errno == errno.ENOMEM:
            raise  # the library is there, and the memory for it isn't
        return NO_PANGO
    with out:
        out.write(to_pdf(sys.stdin.buffer.read().decode("utf-8")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
