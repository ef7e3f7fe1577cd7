"""The readers, by name: one for each form in which articles come."""

from briefing.ingest.reading import Reader
from briefing.registry import Registry

READERS: Registry[Reader] = Registry(
    "reader",
    {
        "text": "briefing.ingest.readers.text:read",
        "markdown": "briefing.ingest.readers.markdown:read",
        "html": "briefing.ingest.readers.html:read",
        "jsonl": "briefing.ingest.readers.jsonl:read",
        "feed": "briefing.ingest.readers.feeds:read",
        "opml": "briefing.ingest.readers.opml:read",
        "mail": "briefing.ingest.readers.mail:read",
        "pdf": "briefing.ingest.readers.pdf:read",
    },
)
