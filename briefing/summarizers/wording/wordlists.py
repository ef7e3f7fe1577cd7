"""What a statement must keep: negation, doubt, condition, number, and matters that someone may contest."""

from __future__ import annotations

import re

NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds"
    " thousand thousands million millions billion billions trillion dozen dozens half third quarter double"
    " twice once first second both several many most few all none each every couple pair"
)
_NEGATION = (
    "not no never none neither nor nobody nothing nowhere without hardly barely scarcely cannot few little"
)
_DOUBT = (
    "may might could would should can allegedly alleged reportedly reported apparently possibly perhaps"
    " probably maybe likely unlikely potential potentially purported purportedly supposed supposedly"
    " suspected seemingly seem seems seemed appear appears appeared believed believe believes thought think"
    " thinks feared fear fears expected expects estimated estimates about around nearly almost roughly"
    " approximately up plans planned planning intends hopes hoped aims wants rumored rumoured unconfirmed"
    " presumed presumably so-called claimed claims claim alleges accused accuses accusing denied denies deny"
    " denying disputed disputes charged convicted suspect suspects blamed blames"
)
_CONDITION = (
    "if unless until except excluding provided providing whether only when whenever once but although though"
    " despite because since assuming otherwise rather instead versus including include includes"
)
WEIGHTY = re.compile(
    rf"(?i)\d|%|n['’]t\b|\b(?:{'|'.join(f'{_NEGATION} {_DOUBT} {_CONDITION} {NUMBER_WORDS}'.split())})\b"
)
"""Anything that an aside must not hold if it is to go: a figure, a negation, a doubt, a condition."""
