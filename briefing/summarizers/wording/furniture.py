"""What surrounds a report and is no part of it: agencies, bylines, time stamps, calls to scroll and click."""

from __future__ import annotations

import re

from briefing.text.dateline import dateline
from briefing.text.places import AGENCIES

_AGENCY = re.compile(
    r"(?:[A-Z][\w.'’-]*,? ){0,6}\( ?(?P<agency>[^()]{2,40}?) ?\)"
    r"(?P<set_off> ?(?:--|—|–|-|:) ?| ?)(?=[A-Z\"'“‘\d])"
)
# What marks an item of a list.
_MARK = re.compile(r"^(?:[•·▪●■►*] ?)+(?=\S)")
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}),? \d{4}"
_STAMP = re.compile(
    r"(?:(?:PUBLISHED|UPDATED|CREATED|(?:First |Last )?(?:[Pp]ublished|[Uu]pdated)(?: at)?)[:.| ]*)?"
    rf"\d{{1,2}}[:.]\d\d(?: ?[AP]M)?(?:,? [A-Z]{{2,4}}\b)?(?:,| on)? {_DAY}[ .|]*"
    r"|(?:PUBLISHED|UPDATED|CREATED)[:.| ]+"
)
_BYLINE = re.compile(
    r"By \.(?: [^.|]{2,60} \.)? ?"
    r"|By [A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){1,3}(?: and [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2})?"
    r"(?: [Ff]or (?:The )?[A-Z][\w ]{2,30}?)?(?: \.| ?\|)(?: |$)"
)
_CALL = re.compile(
    r"(?:Scroll down for videos?|SCROLL DOWN FOR VIDEOS?|Story highlights|STORY HIGHLIGHTS|Pictured:"
    r"|PICTURED:|(?:EXCLUSIVE|BREAKING|UPDATE|WATCH|VIDEO):)[ .:]*"
)
# The whole of the sentence is furniture.
_WHOLE = re.compile(
    r"(?:Click(?: here| on| the| through)|CLICK HERE|Read more|READ MORE|Read the full|READ:|Related:"
    r"|RELATED:|See also:|Watch (?:the|this|more|below)|Follow us|Follow @|Sign up (?:for|to)|Share this|Like"
    r" us on|Subscribe to|Download (?:the|our)|E-?mail to a friend|Join the conversation|Tell us (?:what"
    r"|about|in)|Copyright \d|All rights reserved|(?:Photo|Image|Picture|Video)(?:graph)?s?(?: credit| by|"
    r" courtesy)?:|This (?:material|story|article) (?:may|must|was|has) (?:not )?(?:be|been"
    r"|originally)? ?(?:published|updated|corrected)|[\w']{1,20}(?: [\w']{1,20}){0,4} (?:Reporter|Mail"
    r" ?[Oo]nline|Associated Press|Foreign Service|Correspondent) ?\.?$|\[[^\[\]]{0,60}\b(?:update|story"
    r"|posted|published)\b[^\[\]]{0,60}\]?\.?$|VIDEO Scroll down\b|ADVERTISEMENT\b|Advertisement\b)"
)
_CONTRIBUTED = " contributed to this "
_CREDIT = re.compile(
    r" ?\((?:AP |AFP |Reuters |File )?(?:Photo|Image|Picture|Credit|Getty|photo)s?\b[^()]{0,80}\)"
)


def without_furniture(text: str) -> str:
    """Return what the report itself says in `text`; nothing if it is all furniture."""
    text = _MARK.sub("", text)
    if "(" in text:
        text = _without_agency(_CREDIT.sub("", text))
    if byline := _BYLINE.match(text):
        text = text[byline.end() :]
    while found := _STAMP.match(text) or _CALL.match(text):
        text = text[found.end() :].lstrip(" .|")
    if text[:4].isupper() and (opening := dateline(text)):
        text = text[opening.end :]
    return "" if _CONTRIBUTED in text or _WHOLE.match(text) else text


def _without_agency(text: str) -> str:
    """Drop an agency in brackets with the place before it: "(CNN)", "Moscow (CNN)", "WASHINGTON (AP) — "."""
    found = _AGENCY.match(text)
    if found is None:
        return text
    who = found["agency"].removeprefix("the ")
    glued = not found["set_off"] and who[:1].isupper()
    return text[found.end() :] if glued or found["agency"].casefold() in AGENCIES else text
