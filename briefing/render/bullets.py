"""Bullets with their receipts, whose words they are, and what became of those that did not hold."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import Article, Bullet, Story
from briefing.render.languages import tag
from briefing.render.numbering import Numbering
from briefing.render.sources import names
from briefing.render.statements import BulletView
from briefing.text.clean import one_line


def bullet_view(
    bullet: Bullet, first: Article | None, story: Story, several: bool, numbering: Numbering
) -> BulletView:
    """Return a bullet, whose `first` receipt is of that article; it names its publishers where the story has
    `several`.
    """
    anchor = numbering.anchor(f"bullet-{bullet.id}")
    receipts = [numbering.receipt(evidence, story, anchor) for evidence in bullet.evidence]
    if receipts:
        verbatim = len(receipts) == 1 and _is_quoted(bullet)
        receipts[0] = replace(receipts[0], verbatim=verbatim, note=_note(bullet))
    return BulletView(
        id=bullet.id,
        anchor=anchor,
        text=one_line(bullet.text),
        language=tag(first.language) if first else "und",
        verified=bullet.verified,
        flag=_flag(bullet),
        receipts=tuple(receipts),
        publishers=names(receipt.source for receipt in receipts) if several else (),
    )


def _flag(bullet: Bullet) -> str:
    if not bullet.verified:
        return "unverified"
    return ("in the source’s words" if _is_quoted(bullet) else "corrected") if bullet.reasons else ""


def _note(bullet: Bullet) -> str:
    """Return why it is not verified, or was mended, as a sentence."""
    why = "; ".join(map(one_line, bullet.reasons))
    if not why:
        return ""
    if not bullet.verified:
        return f"Not verified: {why}."
    done = "Told in the source’s words" if _is_quoted(bullet) else "Corrected from the source"
    return f"{done}: the engine’s did not hold, since {why}."


def _is_quoted(bullet: Bullet) -> bool:
    return one_line(bullet.evidence[0].text) == one_line(bullet.text)
