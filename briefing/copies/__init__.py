"""Near-duplicates: which reports are copies of another, under whatever name they come.

sketch  a report → what is kept of it to know it again
find    sketches → which are copies of which
"""

from briefing.copies.find import copies_among, copies_of
from briefing.copies.sketch import Sketch, pack, sketch, unpack

__all__ = ["Sketch", "copies_among", "copies_of", "pack", "sketch", "unpack"]
