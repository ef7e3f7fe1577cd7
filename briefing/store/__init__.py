"""What is remembered from one run to the next."""

from briefing.store.cache import Cache
from briefing.store.database import Database
from briefing.store.home import home
from briefing.store.library import FILE, Library
from briefing.store.lock import run_lock
from briefing.store.outbox import Entry, Outbox, Queued
from briefing.store.pictures import Pictures

__all__ = [
    "FILE",
    "Cache",
    "Database",
    "Entry",
    "Library",
    "Outbox",
    "Pictures",
    "Queued",
    "home",
    "run_lock",
]
