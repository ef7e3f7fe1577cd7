"""How sentences open that take up an earlier one: "They", "This", "Then", "The company said"."""

from __future__ import annotations

import re

_TIMES = (
    r"(?:week|weekend|month|year|season|summer|winter|spring|autumn|fall|morning|afternoon|evening|days"
    r"|Christmas|Easter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\b"
)
_SPANS = r"(?:seconds?|moments?|minutes?|hours?|days?|weeks?|months?|years?)"
_COUNTS = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
# What behind a number is counted: "the first six cranes", "the last two grey cranes".
_PLURAL = r"(?:[\w'’-]+ )?(?:[\w'’-]*s|people|men|women|children)\b"
_TAKES_UP = re.compile(
    r"(?:They|Them|Their|Theirs|Its|Him|Hers|Such|Then|Instead|Otherwise|Similarly|Likewise|Thus|Hence"
    r"|Therefore|Consequently|Accordingly|Also|Too|Others|Another|Neither|Either|Nor|Or|But|And|Yet|Which"
    r"|Whose|Again|Elsewhere|Afterwards?|Same|The same|The ones?|Here|Here['’]s|Both(?! [A-Z])"
    r"|Those(?! (?:who|with|in|of|under|over|living|affected)\b)|(?:Later|Earlier|Yes|No),"
    r"|Even (?:so|then|now)|In other words|(?:In order t|T)o do (?:this|that|so)"
    r"|However(?! (?:much|many|hard|long))"
    r"|So (?:do|did|does|is|was|were|are|has|have|had|far|much|many|too)"
    r"|Not (?:if|for|in|on|at|to|because|when|just|so|any|that"
    r"|even)|As a result|As such|In turn|If so|If not|For (?:example|instance)|In (?:doing so|so doing"
    r"|response|return|contrast)|Because of (?:this|that|it|these)"
    rf"|(?:After|Before|With|From|By|Since|Until|At|In|On|Of|To|Through|Over|During|Despite|For(?! th[oe]se"
    rf" who)) (?:this|that|these|those|then|it|them)(?! {_TIMES})"
    r"|(?:One|Two|Three|Four|Five|Six|Some|Many|Most|All|None|Each|Several|Half|Both|Any|Either|Neither|Part"
    r"|Much) of (?:them|these|those|which|whom|it)|One (?:is|was|said|says|has|had|of the (?:two|three)|such"
    r"|told|wrote)"
    rf"|The (?:first|last|next|other|remaining) {_COUNTS}(?! {_PLURAL})"
    r"|(?:Each|None|All|Most|Many|Some|Several|Few) (?:is|are|was|were|has|have|had|will|would|did|do"
    r"|does|could|weigh\w*))(?![\w'’-])"
)
# A time that is counted from one that the reader doesn't know.
_COUNTED = re.compile(
    rf"(?:Shortly|Soon|Not long|Immediately|(?:[\w-]+ ){{0,3}}{_SPANS}) (?:(?:later|earlier|prior)\b(?!"
    rf" than)|(?:after|afterwards?|before|thereafter),)|The (?:day|night|week|month|year) (?:before|after),"
    r"|The (?:next|following) (?:day|night|morning|week|month|year)\b",
    re.IGNORECASE,
)
_THIS = re.compile(rf"(?:This|These|That)\b(?! {_TIMES})")
_IT = re.compile(r"It(?:['’](?:s|ll|d))?(?![\w-])")
_IS = (
    r"(?:['’]s|['’]ll be| is| was| has been| had been| will be| would be| may be| might be| could be| remains"
    r"| became| becomes| is being| isn['’]t| wasn['’]t)"
)
# "It" that stands for nothing: "It is not known whether", "It was the first time", "It was Rob Ekdal who".
_EMPTY_IT = re.compile(
    rf"It{_IS}(?: (?:not|also|now|still|yet|immediately|only|already|too|very|so|far|widely|generally|perhaps"
    r"|probably|almost|often|nearly|long|increasingly|reportedly|thus))*"
    r" (?:clear|unclear|known|unknown|possible|impossible|likely|unlikely|believed|thought|understood|feared"
    r"|hoped|expected|estimated|reported|alleged|claimed|said|announced|revealed|important|hard|difficult"
    r"|easy|easier|harder|early|late|time|true|rare|common|unusual|uncertain|certain|obvious|evident"
    r"|essential|vital|necessary(?! and)|legal|illegal|official|no (?:secret|surprise|coincidence|wonder)"
    r"|been (?:\w+ )?(?:years|months|weeks|days)|(?:the )?(?:first|second|third|fourth|fifth|last|latest|only"
    r"|biggest|largest|worst|best|highest|lowest|deadliest|longest)\b"
    rf"|(?:a|about|around|nearly|almost|more than|\w+) (?:decades|{_SPANS}) since"
    r"|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3},? (?:who|that)\b)"
    r"|It (?:does(?:n['’]t| not) matter|seems|appears|seemed|appeared|emerged|turns out|turned out|takes|took"
    r"|happened that)\b"
)
# "There" that is a place; or "There was even", which adds to what is told.
_THERE = re.compile(
    r"There (?:is|was|are|were) (?:even|also|another)\b"
    r"|There\b(?!['’]s\b| (?:is|are|was|were|has|have|had|will|may|might|seems?|remains?|could|can|would"
    r"|(?:is|are|was|were|has|have)n['’]t)\b)"
)
# "The company said" takes up an earlier company; "The company that built the pier" doesn't.
_DEFINITE = re.compile(
    r"The (?:(?:two|three|four|other|same|new|latest|young|former|latter|injured|alleged|elder|younger|older"
    r"|first|second|third|last|\d+-year-old) )?"
    r"(?:company|firm|group|organi[sz]ation|pair|two|duo|trio|couple|three|others?|rest|former|latter|first"
    r"|second|incident|move|\d+-year-old|(?:father|mother)-of-\w+|man|woman|boy|girl|men|women|boys|girls"
    r"|teenagers?|teens?|suspects?|victims?|officers?|drivers?|pilot|actor|actress|singer|rapper|star|player"
    r"|striker|midfielder|defender|goalkeeper|footballer|politician|lawmaker|spokesman|spokeswoman"
    r"|spokesperson|lawyer|attorney|baby|child|infant|toddler|student|teacher)"
    r"(?: (?:also|then|later|now|has|have|had|is|are|was|were|will|would|said|says|told|added|announced|did"
    r"|does|do|can|could|may|might|came|comes|went|took|made|plans|hopes|believes|claims|claimed|denied"
    r"|denies|died|began|started|pleaded|became|remains|remained|faces|faced|posted|wrote|appeared|appears"
    r"|follows|followed|happened|occurred|sparked|means|marks|marked|found|finds|shows|showed|notes|noted"
    r"|continued|spent|gave|got|left|met|won|lost|hit|ran|fled|shot|drove)\b|['’]s\b|['’] )"
)
# An order or an address to the reader.
_TO_READER = re.compile(
    r"(?:You|Your|Let['’]s|Let us|Do(?: not|n['’]t)|Get|Click|Scroll|Watch|Read(?! by)"
    r"|See(?! [A-Z])|Check out|Take a look|Look"
    r"|Find out|Discover|Learn|Join|Share|Tell|Listen|Grab|Lend|Imagine|Consider|Remember|Think|Try|Don['’]t"
    r"|Please|Welcome|Just (?:ask|look|click)|Go (?:inside|behind|back|to)|[A-Z][a-z]+, don['’]t|Rewind"
    r"|Fast[ -]forward|Step|Picture|Meet(?! [A-Z])|Visit|Follow|Browse|Stay tuned|Keep (?:reading"
    r"|scrolling))(?![\w'’-])"
)
_HE = re.compile(r"(?:He|She|His|Her)\b")
# How the report itself goes on; somebody who is quoted may open so.
_GOES_ON = re.compile(r"(?:Sure|True|Granted|Well|OK|Look|(?:Second|Third|Final|Last)(?:ly)?),")

# "Not surprisingly, it's because of a quarrel".
_ADVERB = re.compile(r"(?:[A-Z]\w+ )?\w+ly, (?=it\b|they\b|this\b|that\b|these\b|those\b)")
# "In bold print, the company says".
_FRONTED = re.compile(r"[A-Z][\w'’-]*(?: [\w'’-]+){0,6}, (?=the )")


def takes_up(text: str, quoted: bool) -> bool:
    """Say whether `text`, English and without opening marks, takes up an earlier sentence by its first words.

    "He", "She", "His" and "Her" count in a quotation alone, where no name can be put in.
    """
    if adverb := _ADVERB.match(text):
        text = text[adverb.end() :].capitalize()
    if _IT.match(text):
        return not _EMPTY_IT.match(text)
    if (_HE if quoted else _GOES_ON).match(text):
        return True
    if not quoted and (fronted := _FRONTED.match(text)) and _DEFINITE.match("T" + text[fronted.end() + 1 :]):
        return True
    return any(rule.match(text) for rule in (_TAKES_UP, _THIS, _THERE, _DEFINITE, _COUNTED))


def addresses_reader(text: str) -> bool:
    """Say whether English `text` speaks to the reader: "You may", "Click here"."""
    return bool(_TO_READER.match(text))
