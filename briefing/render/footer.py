"""The footer: what was found, used and left out, what was checked, what went wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model import Briefing
from briefing.render.words import count, listed, long_date, zone
from briefing.text.clean import one_line

NAMES = 12
"""How many names a reason is given with; the JSON has all."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A reason, how many it kept out, and their names."""

    reason: str
    number: int
    names: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """A source and what went wrong with it."""

    source: str
    message: str


@dataclass(frozen=True, slots=True)
class FooterView:
    """What a reader is told about the making of the briefing."""

    sentences: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    problems: tuple[Trouble, ...]
    notice: str
    """For the top of the page: that something went wrong. Empty where nothing did."""
    quiet: tuple[str, str] | None
    """The headline and the sentence of a day without stories."""


def footer(briefing: Briefing) -> FooterView:
    """Return the footer of `briefing`."""
    return FooterView(
        sentences=tuple(filter(None, (say(briefing) for say in (_articles, _checked, _engines, _made)))),
        left_out=_left_out(briefing),
        problems=tuple(Trouble(one_line(p.source), one_line(p.message)) for p in briefing.problems),
        notice=f"{count(len(briefing.problems), 'problem')}, listed at the end" if briefing.problems else "",
        quiet=None if briefing.stories else _quiet(briefing),
    )


def _articles(briefing: Briefing) -> str:
    used = len({name for story in briefing.stories for name in story.articles})
    dropped = len(briefing.dropped)
    told = f"{count(used, 'article was', 'articles were')} found and used" if used else "No article was found"
    return f"{told}; {count(dropped, 'other file or article', 'others')} left out." if dropped else f"{told}."


def _checked(briefing: Briefing) -> str:
    bullets = [bullet for story in briefing.stories for bullet in story.bullets]
    held = sum(bullet.verified for bullet in bullets)
    if not bullets:
        return ""
    mended = sum(bullet.verified and bool(bullet.reasons) for bullet in bullets)
    if held == len(bullets):
        told = f"{'Every' if held > 1 else 'The one'} bullet was checked against its source and held."
    elif not held:
        told = f"{'No' if len(bullets) > 1 else 'The one'} bullet is {'un' * (len(bullets) == 1)}verified."
    else:
        rest = len(bullets) - held
        were = "was checked against its source" if held == 1 else "were checked against their sources"
        told = (
            f"Of {count(len(bullets), 'bullet')}, {held:,} {were} and held; "
            f"{rest:,} {'is' if rest == 1 else 'are'} marked as unverified."
        )
    return told + (f" {_mended(mended)}" if mended else "")


def _mended(number: int) -> str:
    """Say how many bullets were mended, or stand in for others."""
    are = "is" if number == 1 else "are"
    return f"{number:,} {are} corrected from the source or told in its words: the engine’s did not hold."


def _made(briefing: Briefing) -> str:
    when = briefing.generated
    return f"Made on {long_date(when.date())} at {when:%H:%M} ({zone(when)}); times are in that zone."


def _engines(briefing: Briefing) -> str:
    bullets = Counter(one_line(bullet.engine) for story in briefing.stories for bullet in story.bullets)
    if len(bullets) < 2:
        return "".join(f"Engine: {name}." for name in bullets)
    told = listed(f"{name} ({count(number, 'bullet')})" for name, number in bullets.items())
    return f"Engines: {told}."


def _left_out(briefing: Briefing) -> tuple[LeftOut, ...]:
    reasons: dict[str, list[str]] = {}
    for item in briefing.dropped:
        reasons.setdefault(one_line(item.reason), []).append(one_line(item.source))
    return tuple(LeftOut(reason, len(names), _names(names)) for reason, names in reasons.items())


def _names(names: Iterable[str]) -> str:
    """Name each once, with how often it occurs, and no more than `NAMES` of them."""
    times = Counter(names)
    shown = [name if number == 1 else f"{name} ({number:,})" for name, number in times.items()]
    more = [f"{len(shown) - NAMES:,} more"] if len(shown) > NAMES else []
    return listed([*shown[:NAMES], *more])


def _quiet(briefing: Briefing) -> tuple[str, str]:
    if briefing.problems:
        problems = count(len(briefing.problems), "problem")
        return "No stories today", f"Nothing could be put together; {problems} came up, listed below."
    if briefing.dropped:
        reason = "Everything that was found is accounted for below."
        return "A quiet day", f"There is nothing new to tell. {reason}"
    return "A quiet day", "The sources had nothing to tell."
