"""Words that turn the sense of a statement: negation, doubt, direction."""

from __future__ import annotations

from briefing.verify.passages import key_of

NEGATIONS = frozenset(
    "not no never nor neither none nobody nothing without cannot hardly barely t nowhere unable fails "
    "failed fail "
    "refuses refused refuse denies denied deny lack lacks lacked".split()
)
"""What denies a statement; "t" is what is left of "n't"."""

STRICT_NEGATIONS = frozenset("not no never nor neither none nobody nothing without cannot t nowhere".split())
"""Those that can be for nothing but to deny."""

HEDGES = frozenset(
    "alleged allegedly reportedly apparently possibly perhaps probably likely unlikely suspected suspect "
    "suspects accused may might could alleges allege purported purportedly supposedly rumoured rumored "
    "seemingly "
    "potentially believed thought expected unconfirmed possible potential nearly almost threatened "
    "considering".split()
)
"""What says that a statement is not sure."""

PLANS = frozenset(
    "plans plan planned planning hopes hope hoped intends wants seeks vows vowed threatens proposed".split()
)
"""What says, before "to", that something has not happened yet."""

# Pairs that turn a statement round. Each side may have several words, and every form of them.
_OPPOSITES = """
rise increase grow climb jump surge gain up higher|fall drop decline decrease plunge slump sink down lower
more|fewer less
above|below
over|under
win beat|lose
victory|defeat loss
buy purchase acquire|sell
open reopen|close shut
start begin launch|end finish stop halt
first|last final
before|after
early earlier|late later
best|worst
better|worse
largest biggest highest most|smallest lowest least
largest biggest|smallest
older oldest elder|younger youngest
high|low
strong stronger|weak weaker
arrive enter join|leave quit
accept approve back support agree allow|reject oppose refuse deny ban block disagree
legal|illegal
guilty|innocent
convict|acquit clear
north northern|south southern
east eastern|west western
northeast northeastern|southwest southwestern
northwest northwestern|southeast southeastern
male man boy father son brother husband men boys|female woman girl mother daughter sister wife women girls
alive survive|dead die
many|few
inside|outside
success succeed|failure fail
good|bad
hire appoint|fire sack dismiss
arrest detain|release free
build|demolish destroy
attack|defend
hot|cold
warm|cool
possible likely|impossible unlikely
praise|criticise criticize
love|hate
push|pull
borrow|lend
import|export
profit|loss
strengthen|weaken
expand|shrink
improve|worsen
raise|cut lower reduce
faster|slower
longer|shorter
left|right
for|against
on|off
public|private
minimum|maximum
minor|major
ally|enemy
pass|fail
present|absent
include|exclude
encourage|discourage
confirm admit|deny
find|lose
give|take
send|receive
remember|forget
"""


def _table() -> dict[str, frozenset[str]]:
    key = key_of("en")
    found: dict[str, frozenset[str]] = {}
    for line in _OPPOSITES.strip().split("\n"):
        one, other = (frozenset(map(key, side.split())) for side in line.split("|"))
        for words, against in ((one, other), (other, one)):
            for word in words:
                found[word] = found.get(word, frozenset()) | against
    return found


OPPOSITES: dict[str, frozenset[str]] = _table()
"""By the key of a word: the keys of those that turn it round."""
