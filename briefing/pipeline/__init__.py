"""The sequence of steps, from sources to a briefing and from a briefing to files.

reading   sources → articles that are news to the reader
events    articles → those of one event together
edition   events → stories in sections: the briefing
output    a briefing → files
letters   a briefing → what is mailed
post      letters → the outbox → readers
engines   settings → what makes summaries, here and for single texts
"""

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
