"""Lead pictures: each story's is fetched under the rules of any address, and made anew in one small form.

candidates  stories → the pictures of their articles that they may show
fetching    addresses → pictures, from memory or the network
scaling     foreign bytes → a small JPEG and nothing else, in a process that can be killed
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.errors import ConfigError
from briefing.illustrate.candidates import MANY, MOST, Candidate, candidates, host
from briefing.illustrate.fetching import SECONDS, Means, Reach
from briefing.illustrate.scaling import Scaled
from briefing.model import Article, Image, Story

__all__ = ["SECONDS", "Means", "illustrate"]

_log = logging.getLogger(__name__)

_MOST = 60  # stories that show one, the first: a page of embedded pictures has to be sent and opened


def illustrate(stories: Sequence[Story], articles: Mapping[str, Article], means: Means) -> tuple[Story, ...]:
    """Return the stories, those with a picture that of the first article that offers one that can be shown.

    `articles` holds, by id, those of the stories and whatever else was read: a picture that many have is none
    of theirs. What cannot be shown costs no story, is no problem of any source, and is told in the log, a
    line a host.
    """
    wanted = candidates(stories[:_MOST], articles)
    reach = Reach(means)
    try:
        shown = _each_once(_found(wanted, reach))
    except ConfigError as error:  # in the environment, where no other address was asked for
        _log.info("no pictures are shown: %s", error)
        return tuple(stories)
    _tell(reach.refused)
    return tuple(replace(story, image=shown.get(number)) for number, story in enumerate(stories))


def _found(wanted: Sequence[Sequence[Candidate]], reach: Reach) -> dict[int, Image]:
    """Return the picture of each story by its number: of those that it wants, the first to be had."""
    shown: dict[int, Image] = {}
    for turn in range(MOST):
        asked = {n: own[turn] for n, own in enumerate(wanted) if n not in shown and turn < len(own)}
        pictures = reach(one.url for one in asked.values())
        shown |= {n: _image(one, pictures[one.url]) for n, one in asked.items() if one.url in pictures}
    return shown


def _image(one: Candidate, scaled: Scaled) -> Image:
    said = one.picture
    return Image(
        scaled.data, "image/jpeg", scaled.width, scaled.height, one.article, alt=said.alt, credit=said.credit
    )


def _each_once(shown: Mapping[int, Image]) -> dict[int, Image]:
    """Return the pictures, of those that are the same under several addresses the first one or none."""
    alike = Counter(image.data for image in shown.values())
    firsts: dict[bytes, int] = {}
    for number in sorted(shown):
        firsts.setdefault(shown[number].data, number)
    return {number: shown[number] for data, number in firsts.items() if alike[data] < MANY}


def _tell(refused: Mapping[str, str]) -> None:
    for line in _lines(refused):
        _log.info("%s", line)


def _lines(refused: Mapping[str, str]) -> Iterator[str]:
    """Yield for each host how many of its pictures are not shown, and the most common reason."""
    hosts: dict[str, list[str]] = {}
    for url, reason in refused.items():
        _log.debug("%s %s", url, reason)
        hosts.setdefault(host(url), []).append(reason)
    for name, reasons in hosts.items():
        ((reason, _), *_) = Counter(reasons).most_common(1)
        shown = f"a picture of {name} is" if len(reasons) == 1 else f"{len(reasons)} pictures of {name} are"
        yield f"{shown} not shown: {reason}"
