"""From articles about one event to checked bullets: the engine, the gate, and what stands in for either."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing import verify
from briefing.errors import EngineError
from briefing.model import Bullet, Document, Problem, Summary
from briefing.summarizers import Ladder
from briefing.summarizers.abstractive.injection import without_commands
from briefing.text.words import trigrams, words

_SPARE = 3  # bullets more than wanted, from which those that stand in are taken


@dataclass(frozen=True, slots=True)
class Condenser:
    """Makes summaries whose every bullet is checked."""

    ladder: Ladder
    bullets: int = 3
    """The most of one summary."""
    mode: str = "repair"
    """What becomes of a bullet that fails: one of verify.MODES."""
    judge: verify.Judge | None = None
    """What is asked instead of the check that needs no model."""

    def __call__(self, documents: Sequence[Document]) -> Summary:
        """Return the bullets of articles about one event.

        One that can be neither verified nor mended is not told; it becomes a problem.
        """
        return self.checked(documents, self.ladder.summarize(documents, self.bullets))

    def each(self, stories: Sequence[Sequence[Document]]) -> Iterator[tuple[int, Summary]]:
        """Yield each story's number and summary as soon as it is there, in any order."""
        for number, summary in self.ladder.each(stories, self.bullets):
            yield number, self.checked(stories[number], summary)

    def checked(self, documents: Sequence[Document], summary: Summary) -> Summary:
        """Return the summary of the documents with its bullets checked."""
        if any(not bullet.evidence for bullet in summary.bullets):
            return self._new(documents, self._own_words(without_commands(documents), summary))
        return self._kept(documents, summary, [self._verify(b, documents) for b in summary.bullets])

    def _own_words(self, documents: Sequence[Document], summary: Summary) -> Summary:
        """Check bullets that a model wrote; for each that fails, one of the next engine stands in.

        With "strict" it is the sentence of the source instead.
        """
        checked = [self._verify(bullet, documents) for bullet in summary.bullets]
        if self.mode != "repair" or not any(map(_fell, checked)):
            return self._kept(documents, summary, _unrepeated(checked))
        engine = checked[0].engine
        spare = self._spare(documents, engine)
        if all(map(_fell, checked)):
            said = Problem(
                documents[0].article.origin, f"nothing that {engine} wrote is borne out by the article"
            )
            summary = Summary(summary.bullets, (*summary.problems, said))
        told = [bullet for bullet in checked if not _fell(bullet)]
        kept = []
        for bullet in checked:
            if not _fell(bullet):
                kept.append(bullet)
            elif instead := _instead(bullet, spare, told):
                kept.append(replace(instead, reasons=bullet.reasons))
                told.append(instead)
        return self._kept(documents, summary, kept or _unrepeated(checked))

    def _new(self, documents: Sequence[Document], summary: Summary) -> Summary:
        """Return the summary without what rests on sentences that the reader knows.

        Where nothing is left the engines below tell what is new.
        """
        known = {document.article.id: document for document in documents if document.fresh is not None}
        kept = tuple(bullet for bullet in summary.bullets if not _is_known(bullet, known))
        if not kept and summary.bullets:
            kept = tuple(self._spare(documents, summary.bullets[0].engine)[: self.bullets])
        return Summary(kept, summary.problems)

    def _spare(self, documents: Sequence[Document], engine: str) -> list[Bullet]:
        found = self.ladder.below(engine).summarize(documents, self.bullets + _SPARE).bullets
        return [bullet for b in found if (bullet := self._verify(b, documents)).verified]

    def _verify(self, bullet: Bullet, documents: Sequence[Document]) -> Bullet:
        return verify.verify(bullet, documents, self.mode, self.judge)

    def _kept(self, documents: Sequence[Document], summary: Summary, checked: Sequence[Bullet]) -> Summary:
        """Return the summary with the bullets that may be told; the others become problems."""
        if self.mode == "off":
            return Summary(tuple(checked), summary.problems)
        origin = documents[0].article.origin
        problems = (
            Problem(origin, f"{b.engine}: {b.text[:60]!r} is left out: {'; '.join(b.reasons)}")
            for b in checked
            if not b.verified
        )
        return Summary(tuple(b for b in checked if b.verified), (*summary.problems, *problems))


def judge(model: str | None) -> tuple[verify.Judge | None, tuple[Problem, ...]]:
    """Return the model of entailment that checks bullets; none, and a problem, where it cannot be loaded."""
    if model is None:
        return None, ()
    from briefing.verify.entailment import Entailment

    try:
        return Entailment(model), ()
    except EngineError as error:
        return None, (Problem(model, f"{error}; bullets were checked without it"),)


def _fell(bullet: Bullet) -> bool:
    """Return whether a checked bullet is not told in its engine's words, nor in those words mended."""
    return not bullet.verified or verify.is_quoted(bullet)


def _is_known(bullet: Bullet, known: Mapping[str, Document]) -> bool:
    """Return whether what a bullet rests on first is a sentence that its reader knows."""
    for first in bullet.evidence[:1]:
        if document := known.get(first.article):
            return not any(s.start < first.end and first.start < s.end for s in document.tellable)
    return False


def _instead(bullet: Bullet, spare: Sequence[Bullet], told: Sequence[Bullet]) -> Bullet | None:
    """Return what stands in for a bullet: it tells of the same sentence, or is the next that repeats none."""
    free = [each for each in spare if not any(_repeats(each, other) for other in told)]
    same = (each for each in free if _shares_evidence(each, bullet))
    return next(same, next(iter(free), None))


def _unrepeated(bullets: Sequence[Bullet]) -> list[Bullet]:
    """Return the bullets without those quoted ones whose sentence another tells already."""
    own = [bullet for bullet in bullets if not _fell(bullet)]
    kept: list[Bullet] = []
    for bullet in bullets:
        if not verify.is_quoted(bullet) or not any(_repeats(bullet, other) for other in (*own, *kept)):
            kept.append(bullet)
    return kept


def _repeats(bullet: Bullet, other: Bullet) -> bool:
    own, others = trigrams(words(bullet.text)), trigrams(words(other.text))
    return _shares_evidence(bullet, other) or not own.isdisjoint(others)


def _shares_evidence(bullet: Bullet, other: Bullet) -> bool:
    """Return whether the sentence that each rests on first is among those of the other."""
    firsts = (*bullet.evidence[:1], *other.evidence[:1])
    return any(evidence in bullet.evidence and evidence in other.evidence for evidence in firsts)
