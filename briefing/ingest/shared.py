"""What every process that reads has to load, loaded: for the one that the others are forked from.

Most of what they take is then there once, and each is ready at once.
"""

import gc
import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # threads do not outlive a fork

import feedparser  # noqa: F401
import trafilatura  # noqa: F401

from briefing.ingest import arrival  # noqa: F401
from briefing.text.language import detect

detect("Der Hafen bleibt heute geschlossen, sagte die Sprecherin.")  # loads what tells languages apart
gc.freeze()  # what is never collected is not written to, and stays shared
