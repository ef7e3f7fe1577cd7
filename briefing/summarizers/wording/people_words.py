"""Nouns for people, and whether they tell a man or a woman: what "he" or "she" may stand for."""

from __future__ import annotations

_MEN = (
    "man boy father dad son husband brother uncle nephew grandfather grandson king prince gentleman guy"
    " widower fiance"
)
_WOMEN = (
    "woman girl mother mom mum daughter wife sister aunt niece grandmother granddaughter queen princess lady"
    " widow fiancee actress waitress schoolgirl girlfriend bride"
)
_MEN_TOO = (
    "spokesman chairman congressman councilman businessman fireman policeman cameraman gunman boyfriend"
    " schoolboy groom fisherman salesman statesman serviceman frenchman englishman irishman scotsman welshman"
    " dutchman"
)
_WOMEN_TOO = (
    "spokeswoman chairwoman congresswoman councilwoman businesswoman policewoman servicewoman saleswoman"
)
_ANYONE = """
person child baby toddler infant teen teenager youth adult parent partner friend neighbor neighbour colleague
relative cousin sibling twin victim suspect defendant witness survivor patient passenger pedestrian motorist
driver cyclist biker rider pilot co-pilot captain sailor soldier marine officer trooper deputy sheriff
detective sergeant lieutenant colonel general admiral commander constable agent guard warden inspector
investigator prosecutor attorney lawyer solicitor barrister judge magistrate juror coroner doctor physician
surgeon nurse paramedic midwife dentist therapist psychologist scientist researcher professor lecturer teacher
student pupil principal headteacher coach trainer manager boss owner founder chief executive director
president chairman chairperson spokesperson minister secretary senator lawmaker politician governor mayor
councillor councilor candidate leader ambassador diplomat envoy official analyst expert economist historian
author writer novelist poet journalist reporter editor blogger photographer correspondent anchor presenter
host broadcaster comedian actor star singer musician rapper drummer guitarist composer conductor dancer model
designer artist painter sculptor filmmaker producer screenwriter architect engineer programmer developer
inventor entrepreneur banker trader investor broker accountant consultant employee worker staffer employer
farmer fisherman miner builder plumber electrician carpenter mechanic cleaner chef cook waiter bartender
shopkeeper customer shopper tourist traveler traveller visitor resident citizen immigrant migrant refugee
veteran hero activist campaigner protester demonstrator critic opponent supporter fan volunteer monk nun
priest pastor bishop archbishop cardinal pope imam rabbi cleric preacher player footballer striker midfielder
defender goalkeeper winger skipper quarterback batsman bowler golfer boxer wrestler sprinter runner swimmer
skier jockey racer champion athlete teammate rival winner killer murderer attacker assailant gunman shooter
bomber terrorist militant extremist jihadist hostage captive prisoner inmate detainee convict thief robber
burglar dealer hacker stalker rapist predator informant whistleblower passerby bystander landlord tenant
homeowner guest caller user viewer reader speaker someone somebody anyone anybody everyone everybody nobody
whoever billionaire millionaire tycoon heir heiress monarch ruler dictator commissioner magnate mogul native
newcomer wicketkeeper maker creator legend icon ally aide adviser advisor counterpart predecessor successor
nominee contender frontrunner challenger incumbent pensioner planner teller operator helper carer caregiver
freelancer commuter learner retiree graduate undergraduate scholar fellow assistant receptionist clerk cashier
courier messenger porter donor recipient applicant claimant complainant plaintiff petitioner signatory
speechwriter biographer narrator character
"""

GENDERS = {
    **dict.fromkeys(_ANYONE.split(), ""),
    **dict.fromkeys((_MEN + " " + _MEN_TOO).split(), "m"),
    **dict.fromkeys((_WOMEN + " " + _WOMEN_TOO).split(), "f"),
}
"""Singular nouns in lower case, with the gender that they tell ("m", "f" or "")."""
_FIRMS_TOO = frozenset(
    "operator maker owner dealer developer producer broker investor rival partner parent host employer"
    " champion leader trader creator builder manager agent carrier winner star model".split()
)
CALLINGS = frozenset(GENDERS) - {"guy", "ally"}
"""Nouns that may stand before a name with a capital: "Principal Ada Brun"."""
PEOPLE = frozenset(GENDERS) - _FIRMS_TOO
"""Nouns after which a name is a person's; after "operator" or "owner" it may be a company's."""
_NO_MEN = frozenset("human german roman ottoman talisman".split())


def gender(noun: str) -> str | None:
    """Return "m", "f" or "" for a singular noun for a person, in lower case; None for any other word."""
    if noun in GENDERS:
        return GENDERS[noun]
    if noun.endswith("woman"):
        return "f"
    return "m" if len(noun) > 4 and noun.endswith("man") and noun not in _NO_MEN else None
