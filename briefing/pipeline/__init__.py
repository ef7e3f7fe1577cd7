"""The sequence of steps, from sources to a briefing and from a briefing to files.

reading   sources → articles that are news to the reader
events    articles → those of one event together
edition   events → stories in sections: the briefing
output    a briefing → files
letters   a briefing → what is mailed
post      letters → the outbox → readers
engines   settings → what makes summaries, here and for single texts
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.pipeline.edition import make
    from briefing.pipeline.engines import condenser, engine_options, summarize_text
    from briefing.pipeline.letters import write_messages
    from briefing.pipeline.output import alone, remember, write
    from briefing.pipeline.post import Mailed, Post
    from briefing.pipeline.reading import read, read_one
    from briefing.pipeline.steps import Clock, Step, local_now, no_step

__all__ = [
    "Clock",
    "Mailed",
    "Post",
    "Step",
    "alone",
    "condenser",
    "engine_options",
    "local_now",
    "make",
    "no_step",
    "read",
    "read_one",
    "remember",
    "summarize_text",
    "write",
    "write_messages",
]

_STEPS = {
    "make": "edition",
    "condenser": "engines",
    "engine_options": "engines",
    "summarize_text": "engines",
    "write_messages": "letters",
    "alone": "output",
    "remember": "output",
    "write": "output",
    "Mailed": "post",
    "Post": "post",
    "read": "reading",
    "read_one": "reading",
    "Clock": "steps",
    "Step": "steps",
    "local_now": "steps",
    "no_step": "steps",
}


def __getattr__(name: str) -> Any:
    """Return a function of a step, which is loaded now: who condenses a text needs nothing of the others."""
    if name not in _STEPS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_STEPS[name]}"), name)
