"""The gate: every bullet of every engine passes it, or is told in its source's own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from briefing.model import Article, Bullet, Document, Verdict
from briefing.text.clean import one_line
from briefing.verify.attribution import missing_speaker, with_speaker
from briefing.verify.receipts import holds, is_cut, liberties

Judge = Callable[[str, str], Callable[[str], Verdict]]
"""Given a text and its language, what gives a verdict on each claim: `Checker`, or a model of entailment."""
MODES = ("repair", "strict", "off")
"""What becomes of a bullet that fails."""


def verify(
    bullet: Bullet, documents: Sequence[Document], mode: str = "repair", judge: Judge | None = None
) -> Bullet:
    """Return the bullet, verified or not, with the reasons where it is not or had to be mended.

    `documents` are the articles that it may cite. One that cites nothing is given the sentences that it rests
    on, as far as there are any; one whose spans are not there stays as it is, marked. A bullet that only
    shortens its first span may leave out nothing that binds; any other wording has to be borne out by the
    spans that it cites or, failing that, by their article, and tells as somebody's word what the source tells
    so. With "repair" the words at fault are put back from the source where that is certain; otherwise, and
    always with "strict", a bullet that fails becomes the sentence that it rests on. With "off" nothing is
    checked and all is marked. `judge` is asked instead of the check that needs no model.
    """
    written = not bullet.evidence
    if written:
        bullet = _aligned(bullet, documents)
    if mode == "off":
        return replace(bullet, verified=False, reasons=("it was not checked (--verify off)",))
    if not bullet.evidence:
        return replace(bullet, verified=False, reasons=("no sentence of the source tells of it",))
    texts = {document.article.id: document.article.text for document in documents}
    if not all(holds(evidence, texts) for evidence in bullet.evidence):
        return replace(bullet, verified=False, reasons=("it cites words that are not in the article",))
    if not written and is_cut(bullet):
        reasons = liberties(bullet)
        return replace(_quoted(bullet), reasons=reasons) if reasons else replace(bullet, verified=True)
    return _own_wording(bullet, documents, mode, judge)


def is_quoted(bullet: Bullet) -> bool:
    """Return whether a checked bullet is told in its source's words because its own did not hold."""
    return bool(bullet.reasons and bullet.evidence) and bullet.text == one_line(bullet.evidence[0].text)


def _own_wording(bullet: Bullet, documents: Sequence[Document], mode: str, judge: Judge | None) -> Bullet:
    """Judge a bullet by what it cites, then by the whole article, whose sentences it then cites."""
    from briefing.verify.checker import Checker
    from briefing.verify.restoration import restored

    judge = judge or Checker
    articles = {document.article.id: document.article for document in documents}
    cited = "\n".join(evidence.text for evidence in bullet.evidence)
    if judge(cited, articles[bullet.evidence[0].article].language)(bullet.text).supported:
        return _attributed(bullet, articles, mode)
    bullet = _aligned(bullet, documents)
    article = articles[bullet.evidence[0].article]
    verdict = judge(article.text, article.language)(bullet.text)
    if verdict.supported:
        return _attributed(bullet, articles, mode)
    if mode == "repair" and (text := restored(bullet.text, Checker(article.text, article.language))):
        return replace(bullet, text=text, verified=True, reasons=verdict.reasons)
    return replace(_quoted(bullet), reasons=verdict.reasons)


def _attributed(bullet: Bullet, articles: Mapping[str, Article], mode: str) -> Bullet:
    """Return a bullet that its source bears out, with whose word it is where the source says so."""
    first = bullet.evidence[0]
    who = missing_speaker(bullet.text, first.text, articles[first.article].language)
    if not who:
        return replace(bullet, verified=True)
    reasons = (f"the source has it from {who!r}",)
    if mode == "repair" and (text := with_speaker(bullet.text, first.text)):
        return replace(bullet, text=text, verified=True, reasons=reasons)
    return replace(_quoted(bullet), reasons=reasons)


def _aligned(bullet: Bullet, documents: Sequence[Document]) -> Bullet:
    """Return the bullet with the sentences that it rests on as its evidence, where there are any."""
    from briefing.verify.alignment import align

    return replace(bullet, evidence=align(bullet.text, documents) or bullet.evidence)


def _quoted(bullet: Bullet) -> Bullet:
    """Return the sentence that the bullet rests on in its place."""
    (first, *_) = bullet.evidence
    return replace(bullet, text=one_line(first.text), evidence=(first,), verified=True)
