"""Figures side by side: those that disagree, and those that changed since an earlier briefing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefing.model import Change, Conflict, Evidence, Side, Story
from briefing.render.changes import turn
from briefing.render.numbering import Numbering
from briefing.render.statements import ChangeView, ConflictView, ReceiptView, SideView
from briefing.text.clean import one_line

Receipts = dict[Evidence, ReceiptView]
"""The receipts that a story shows: what is among them is not shown again."""


def own_receipts(story: Story, anchors: Sequence[str], numbering: Numbering) -> Receipts:
    """Return the receipts of the changes of `story`, numbered, but for those that its bullets will show."""
    cited = {evidence for bullet in story.bullets for evidence in bullet.evidence}
    own: Receipts = {}
    for anchor, change in zip(anchors, story.changes, strict=True):
        for side in (change.now, change.before):
            if side.evidence not in cited and side.evidence not in own:
                own[side.evidence] = numbering.receipt(side.evidence, story, anchor, side.said_by)
    return own


def change_view(change: Change, anchor: str, shown: Receipts, own: Receipts) -> ChangeView:
    """Return a change, and add to `shown` what of its `own` receipts is shown with it."""
    now, before = _sides((change.now, change.before), shown, lambda side: own[side.evidence])
    about = one_line(change.about)
    return ChangeView(
        anchor=anchor,
        about=about[:1].upper() + about[1:],
        now=now,
        before=before,
        turn=turn(change),
        told_apart=now.said_by.casefold() != before.said_by.casefold(),
    )


def conflict_view(conflict: Conflict, story: Story, shown: Receipts, numbering: Numbering) -> ConflictView:
    """Return figures that disagree, and add to `shown` the receipts that are shown with them."""
    anchor = numbering.anchor(f"conflict-{story.id}")
    sides = _sides(conflict.sides, shown, lambda side: numbering.receipt(side.evidence, story, anchor))
    return ConflictView(anchor, one_line(conflict.about), tuple(sides))


def _sides(
    sides: Sequence[Side], shown: Receipts, receipt: Callable[[Side], ReceiptView]
) -> Iterator[SideView]:
    for side in sides:
        known = side.evidence in shown
        found = shown[side.evidence] if known else receipt(side)
        shown[side.evidence] = found
        said_by = one_line(side.said_by)
        if said_by.startswith("The "):
            said_by = f"the {said_by[4:]}"
        yield SideView(_inside(one_line(side.figure)), said_by, found, known)


def _inside(figure: str) -> str:
    """Return a figure that may have begun a sentence ("Nineteen") as it is written inside one."""
    return figure[:1].lower() + figure[1:] if figure[1:2].islower() else figure
