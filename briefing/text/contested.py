"""What one side's word does not settle."""

from __future__ import annotations

import re

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
