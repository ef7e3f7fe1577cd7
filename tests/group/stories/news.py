"""Invented news: a day of events in several wordings."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from briefing.model import Article


def article(name: str, text: str, title: str = "", **fields: Any) -> Article:
    """Return an article of the test's own."""
    return Article(id=name, title=title, text=text, source="Test Post", **fields)


def day(number: int, month: int = 3) -> datetime:
    """Return noon of a day in 2026."""
    return datetime(2026, month, number, 12, tzinfo=UTC)


# What is before the hyphen is the event.
TEXTS = {
    "ferry-1": (
        "Ferry Solveig runs aground off Marstrup with 212 aboard",
        "The ferry Solveig ran aground on Tuesday on the Skarven reef off Marstrup with 212 passengers "
        "aboard, the coastguard said. Two helicopters and four lifeboats took everyone off within three "
        "hours. Captain Jorun Haldane said the rudder had failed in the strait. Nobody was badly hurt.",
    ),
    "ferry-2": (
        "All 212 passengers rescued from stranded Solveig",
        "Lifeboats and helicopters rescued all 212 passengers of the ferry Solveig after she struck the "
        "Skarven reef near Marstrup on Tuesday. The coastguard praised the crew. According to Captain "
        "Jorun Haldane the rudder stopped answering in the strait.",
    ),
    "ferry-3": (
        "Rudder of Solveig had been repaired a week before the grounding",
        "The rudder of the Solveig, the ferry that ran onto the Skarven reef off Marstrup with 212 "
        "passengers, was repaired only a week earlier, investigators said. They questioned Captain Jorun "
        "Haldane and the shipyard. The coastguard hopes to refloat the ferry at high tide.",
    ),
    "fire-1": (
        "Fire destroys Osterby timber mill",
        "A fire destroyed the Osterby timber mill in the night to Wednesday. Sixty firefighters fought "
        "the flames until dawn; two of them were treated for smoke. The mill employs 140 people, and its "
        "owner, Ravn Wood, promised to rebuild. Police suspect a faulty dryer.",
    ),
    "fire-2": (
        "Ravn Wood vows to rebuild burnt mill",
        "Ravn Wood wants to rebuild its Osterby timber mill, which burnt down in the night to Wednesday. "
        "All 140 employees keep their wages. Sixty firefighters had fought the flames; a faulty dryer is "
        "suspected, according to the police.",
    ),
    "bank-1": (
        "Central bank of Norland lifts its rate to 4.25 percent",
        "The central bank of Norland raised its key rate by a quarter point to 4.25 percent on Thursday. "
        "Governor Ilse Brandvold cited wages and rents. Markets had expected the step; the krona gained "
        "half a percent.",
    ),
    "bank-2": (
        "Norland's key rate rises to 4.25 percent",
        "Governor Ilse Brandvold announced a key rate of 4.25 percent for Norland on Thursday, a quarter "
        "point more than before, pointing to rents and wages. The krona rose by half a percent after the "
        "central bank's widely expected decision.",
    ),
    "cup-1": (
        "Tarnvik win the cup final on penalties",
        "Tarnvik won the cup final against Holm United by five penalties to four after a goalless 120 "
        "minutes. Goalkeeper Aksel Moe saved twice before 38,000 spectators in the Vestre stadium. Holm's"
        " coach Pia Lund spoke of the bitterest evening of her career.",
    ),
    "cup-2": (
        "Moe saves two penalties as Tarnvik lift the cup",
        "Goalkeeper Aksel Moe saved two penalties and gave Tarnvik the cup: five to four against Holm "
        "United after 120 goalless minutes at the Vestre stadium, where 38,000 watched. Coach Pia Lund of"
        " Holm was in tears.",
    ),
    "comet-1": (
        "Amateur finds comet with a home-made telescope",
        "A retired plumber has discovered a comet with a telescope that he built from drainpipes. "
        "Astronomers confirmed the orbit on Friday; the comet will pass the sun in August and may be seen"
        " with the naked eye.",
    ),
}


def the_day(**fields: Any) -> list[Article]:
    """Return all of them, undated unless told otherwise."""
    return [article(name, text, title, **fields) for name, (title, text) in TEXTS.items()]


def event(name: str) -> str:
    """Return the event of an article."""
    return name.partition("-")[0]
