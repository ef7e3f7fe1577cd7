"""Who said so, at the end of a sentence: dropped where nobody contests it, and kept everywhere else.

What nobody contests is narrow: an announced date or appointment, a result, a signature. All that touches
harm, guilt, conflict, cause, numbers of people, forecasts or opinion keeps the one who says it, and so does a
quotation.
"""

from __future__ import annotations

import re

from briefing.text.contested import CONTESTED

_SPEAKER = (
    r"(?:(?:[^,\"“”]{2,70}) (?:said|says|announced|confirmed|added)(?: (?:in a (?:news |press )?(?:statement"
    r"|release|conference)|on (?:its website|Twitter|Facebook|X)|[A-Z][a-z]+day))*"
    # Turned round only before a name: ", who was freed, said he was well." tells more than who said it.
    r"|(?:said|says) (?:[A-Z][\w.'’-]* ?){1,4}|according to [^,\"“”]{2,80})"
)
_TRAILING = re.compile(rf", {_SPEAKER}\.$")
_TIMES = (
    r"(?:be held|take place|open|reopen|close|begin|start|resume|end|air|run|play|host|visit|return|tour"
    r"|launch|premiere|perform|screen|meet|go on sale|be released|be published|be broadcast|be shown|be"
    r" played)"
)
_SETTLED = re.compile(
    rf"\b(?:(?:will|is to|are to|is due to|are due to|is scheduled to|are scheduled to|is set to|are set to)"
    rf" {_TIMES}"
    r"|(?:was|were|is|are|has been|have been) (?:scheduled|postponed|rescheduled|cancell?ed|held|opened"
    r"|reopened|launched|released|signed|appointed|named|elected|renewed|promoted|delayed)|(?:has|have)"
    r" (?:signed|appointed|named|elected|hired|launched|released|opened|reopened|closed|renewed|postponed)"
    r"|won|beat|signed|appointed)\b"
)
_QUOTED = re.compile(r"[\"“”«»‘]|(?:^|\s)'")


def without_attribution(text: str) -> str:
    """Drop a trailing "…, the museum said." where the matter is settled; keep it in any doubt."""
    found = _TRAILING.search(text, max(0, len(text) - 130)) if text.endswith(".") else None
    if found is None:
        return text
    matter = text[: found.start()]
    if not _SETTLED.search(matter) or CONTESTED.search(matter) or _QUOTED.search(text):
        return text
    return matter + "."
