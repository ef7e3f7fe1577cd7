"""The gate: every bullet of every engine passes it, or is told in its source's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefing.model import Bullet
from briefing.text.clean import one_line
from briefing.verify.receipts import holds, liberties

MODES = ("repair", "strict", "off")
"""What becomes of a bullet that fails."""


def verify(bullet: Bullet, texts: Mapping[str, str], mode: str = "repair") -> Bullet:
    """Return the bullet, verified or not, with the reasons where it is not or had to be mended.

    `texts` are the articles' texts, by id. A bullet whose spans are not in them stays as it is, marked. One
    that only shortens its first span may leave out nothing that binds; any other wording has to be borne
    out by the spans that it cites or, failing that, by their article. With "repair" the offending words of
    one that fails are put back from the source where that is certain; otherwise, and always with "strict",
    it becomes the sentence that it rests on. With "off" nothing is checked and all is marked.
    """
    if mode == "off":
        return replace(bullet, verified=False, reasons=("it was not checked (--verify off)",))
    if not bullet.evidence:
        return replace(bullet, verified=False, reasons=("it cites nothing",))
    if not all(holds(evidence, texts) for evidence in bullet.evidence):
        return replace(bullet, verified=False, reasons=("it cites words that are not in the article",))
    reasons = liberties(bullet)
    if not reasons:
        return replace(bullet, verified=True)
    return replace(bullet, text=one_line(bullet.evidence[0].text), verified=True, reasons=reasons)
