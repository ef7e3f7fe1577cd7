"""Nouns for organisations, and what in a name or beside it tells that an organisation is one of that kind."""

from __future__ import annotations

_COMPANY = (
    "company firm business maker manufacturer retailer carmaker automaker giant startup start-up chain brand"
    " publisher developer supplier studio producer distributor builder brewer insurer operator"
)
_COMPANY_NAMES = (
    "inc inc. corp corp. corporation ltd ltd. limited llc plc ag gmbh holdings motors technologies systems"
    " industries pharmaceuticals electronics foods brands stores laboratories company co. bros bros. pictures"
    " entertainment software airlines airways"
)
_GROUP = "group organization organisation charity nonprofit alliance coalition movement network"
_GROUP_NAMES = (
    "organization organisation association foundation society union federation council committee group"
    " alliance coalition movement front fund trust"
)

KINDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    noun: (frozenset(beside.split()), frozenset(names.split()))
    for nouns, beside, names in (
        ("company firm", _COMPANY, _COMPANY_NAMES),
        ("group organization organisation", _GROUP, _GROUP_NAMES),
        ("charity", "charity", "foundation trust fund"),
        ("bank", "bank lender", "bank bancorp"),
        ("airline carrier", "airline carrier", "airlines airways airline air aviation"),
        ("university", "university", "university"),
        ("college", "college", "college"),
        ("school", "school", "school academy"),
        ("hospital", "hospital", "hospital clinic"),
        ("museum", "museum", "museum"),
        ("agency", "agency", "agency administration bureau"),
        ("commission", "commission", "commission"),
        ("council", "council", "council"),
        ("ministry", "ministry", "ministry"),
        ("department", "department", "department"),
        ("club", "club", "f.c. fc"),
        ("newspaper paper", "newspaper paper daily tabloid", "times post journal herald tribune gazette"),
        ("magazine", "magazine", "magazine"),
        ("station network broadcaster", "station network broadcaster", "network television tv radio"),
        ("zoo", "zoo", "zoo"),
        ("studio", "studio", "studios pictures"),
        ("retailer", "retailer", "stores"),
    )
    for noun in nouns.split()
}
"""By a noun, in the singular: the nouns that may stand beside a name, and the words that may stand in one."""

TEAMS = frozenset("team side squad band union league party".split())
"""Nouns for organisations that names tell nothing of."""
