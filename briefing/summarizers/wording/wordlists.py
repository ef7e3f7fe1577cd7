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

CONTESTED = re.compile(
    r"(?i)\b(?:kill|die[ds]?\b|dying|dead|death|wound|injur|hurt|casualt|victim|attack|bomb|blast|explo"
    r"|struck|strike|shot|shoot|shell|fire[ds]?\b|firing|fight|fought|murder|homicid|rape|assault|abus|accus"
    r"|alleg|claim|den(?:y|ie)|blam|suspec|charg|arrest|detain|custody|convict|guilt|crim|fraud|illegal"
    r"|unlawful|violat|violen|corrupt|terror|rebel|milit|troop|army|soldier|war\b|weapon|gun|estimat|expect"
    r"|forecast|predict|project|likel|probabl|perhaps|may\b|might|could|would|should|must|believ|think"
    r"|thought|fear|hop(?:e|ing)|appear|seem|apparent|report|threat|refus|reject|condemn|critici|risk|danger"
    r"|saf(?:e|ety)|not\b|no\b|never|without|because|caus|due to|reason|mistak|error|fail|protest|riot|drug"
    r"|theft|st(?:ole|eal)|robb|hack|lie[ds]?\b|lying|victor|worst|best|most|least|only|about|around|nearly"
    r"|almost|more than|less than|up to|at least)|n['’]t\b"
)
"""Matters of which one side's word is not the fact: harm, guilt, conflict, cause, doubt or opinion."""
