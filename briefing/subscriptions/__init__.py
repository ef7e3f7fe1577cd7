"""The sources that a user has: what an address is before it becomes one, and their list in the settings.

content   bytes of an address → what a source of it would give
look      addresses → what they hold, fetched side by side, nothing remembered
find      what a user names → what is to be added: a home page's feed, where an address moved for good
trial     sources → whether they can be read now
identity  which two sources are one
array     the text of the settings → the same with sources added or taken out, its comments kept
settings  the file, replaced whole or not at all
choose    addresses, names and numbers → the sources that they mean
lists     sources ↔ the feeds of an OPML list
"""

from briefing.subscriptions.choose import chosen
from briefing.subscriptions.content import Content
from briefing.subscriptions.find import Finding, find
from briefing.subscriptions.lists import exported, imported, listed_in
from briefing.subscriptions.settings import Listed, Settings
from briefing.subscriptions.trial import Trial, tried

__all__ = [
    "Content",
    "Finding",
    "Listed",
    "Settings",
    "Trial",
    "chosen",
    "exported",
    "find",
    "imported",
    "listed_in",
    "tried",
]
