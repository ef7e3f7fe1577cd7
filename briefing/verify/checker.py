"""Whether a text bears a claim out, and if not, why: no model, and linear in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

from briefing.model import Verdict
from briefing.text.clean import one_line
from briefing.text.language import detect, normalize
from briefing.verify.comparison import Comparison, Fault
from briefing.verify.facts.calendar import date_faults
from briefing.verify.facts.figures import figure_faults
from briefing.verify.facts.function_words import FUNCTION
from briefing.verify.facts.names import name_faults
from briefing.verify.facts.quotes import quote_faults
from briefing.verify.facts.roles import role_faults
from briefing.verify.facts.speakers import speaker_faults
from briefing.verify.facts.turns import turn_faults
from briefing.verify.features import features
from briefing.verify.passages import Passage, passage_of, passages
from briefing.verify.score import THRESHOLD, faulty, score_of
from briefing.verify.source import Source
from briefing.verify.verbatim import verbatim_score

_CHECKS: tuple[Callable[[Comparison], Iterator[Fault]], ...] = (
    figure_faults, date_faults, name_faults, quote_faults, turn_faults, role_faults,
    speaker_faults,
)  # fmt: skip
_LONGEST = 10_000  # characters of a claim that are read
_SAMPLE = 1_200  # characters that tell a language
_BETWEEN = 100  # characters: where "the" and "and" stand closer, the text is English
_FEWEST = 4  # words from which a language can be told
_SHARED = 0.4  # of a claim's words: more of them in the source, and it is in the source's language
_FUNCTION = 0.3  # of an English claim's words at the least that are function words
_MOST_FAULTS = 5  # of one kind that are looked for
_MOSTLY_UNKNOWN = 0.4  # the best score of a claim of which the source has less than half of the telling words
_MOST_NAMED = 5  # words that a reason lists


class Checker:
    """A text that many claims are checked against: what is prepared of it is prepared once."""

    def __init__(self, text: str, language: str | None = None) -> None:
        """Take the text; `language` is an ISO 639-1 code, detected where none is given."""
        self.source = Source(text, normalize(language) if language else _language(text))

    def __call__(self, claim: str) -> Verdict:
        """Return whether the text bears `claim` out, how surely, and what speaks against it.

        A claim of several sentences is as good as the worst of them.
        """
        said = one_line(claim)
        if not any(map(str.isalnum, said)):
            return Verdict(False, 0.0, ("the claim is empty",))
        if len(said) <= _LONGEST:
            parts = passages(said, self.source.language)
            if len(parts) == 1 and (score := verbatim_score(parts[0], self.source)) is not None:
                return Verdict(True, score)
        if not self.source.passages:
            return Verdict(False, 0.0, ("the source is empty",))
        if len(said) > _LONGEST:
            return Verdict(False, 0.0, (f"the claim is longer than {_LONGEST:,} characters",))
        if len(parts) < 2:
            whole = parts[0] if parts and parts[0].text == said else passage_of(said, self.source.language)
            return self._judge(whole)
        verdicts = [self._judge(passage_of(part.text.strip(), self.source.language)) for part in parts]
        # A quotation may have several sentences.
        across = quote_faults(Comparison(passage_of(said, self.source.language), self.source))
        reasons = [fault.reason for fault in islice(across, _MOST_FAULTS)]
        reasons += [reason for verdict in verdicts for reason in verdict.reasons]
        score = min(verdict.score for verdict in verdicts)
        return faulty(score, reasons) if reasons else Verdict(True, score)

    def compare(self, claim: str) -> tuple[Comparison, list[Fault]]:
        """Return the claim beside its source, and each thing that it says and the source does not."""
        comparison = Comparison(passage_of(claim, self.source.language), self.source)
        return comparison, _faults(comparison)

    def uncertain(self, claim: str, verdict: Verdict) -> bool:
        """Say whether nothing certain speaks against a claim: whether a model may be asked about it."""
        return verdict.score > 0.0 and len(claim) <= _LONGEST and not self.compare(claim)[1]

    def premise(self, claim: str) -> str:
        """Return the passages that a claim rests on, in the order of the text, on one line."""
        comparison = Comparison(passage_of(claim, self.source.language), self.source)
        return one_line(" ".join(self.source.passages[number].text for number in sorted(comparison.evidence)))

    def _judge(self, sentence: Passage) -> Verdict:
        if not sentence.words:
            return Verdict(True, 1.0)  # marks alone say nothing
        comparison = Comparison(sentence, self.source)
        faults = _faults(comparison)
        if reason := self._foreign(comparison):
            return Verdict(False, 0.0, (reason,))
        score = score_of(features(comparison, faults), "en" if self.source.english else "other")
        if faults:
            return faulty(score, [fault.reason for fault in faults])
        if score >= THRESHOLD and 2 * len(comparison.unknown) <= sum(map(bool, comparison.weights)):
            return Verdict(True, score)
        return Verdict(False, min(score, _MOSTLY_UNKNOWN), (_lacking(comparison),))

    def _foreign(self, comparison: Comparison) -> str:
        """Return a reason where the claim is in another language than the text.

        Only asked where next to none of its words are the text's: short texts are often taken for a
        language's neighbour.
        """
        words = comparison.claim.words
        if len(words) < _FEWEST or sum(map(self.source.index.has, words)) > _SHARED * len(words):
            return ""
        own = detect(comparison.claim.text, self.source.language)
        if own == self.source.language or (
            self.source.english and sum(word in FUNCTION for word in words) > _FUNCTION * len(words)
        ):
            return ""
        return f"the claim is in another language ({own}) than the source ({self.source.language})"


def _faults(comparison: Comparison) -> list[Fault]:
    return [fault for check in _CHECKS for fault in islice(check(comparison), _MOST_FAULTS)]


def _language(text: str) -> str:
    """Return the language of a text; most are English, which two words tell in a hundredth of the time."""
    sample = text[:_SAMPLE].lower()
    english = sample.count(" the ") + sample.count(" and ")
    return "en" if english * _BETWEEN > len(sample) else detect(text)


def check(claim: str, text: str, language: str | None = None) -> Verdict:
    """Return whether `text` bears `claim` out; the last few texts stay prepared. See `Checker`."""
    return _checker(text, language)(claim)


@lru_cache(maxsize=4)
def _checker(text: str, language: str | None) -> Checker:
    return Checker(text, language)


def _lacking(comparison: Comparison) -> str:
    """Return why a claim without a certain fault is not borne out."""
    lacking = [comparison.claim.told(i, i + 1) for i, _ in comparison.unknown]
    if lacking:
        listed = ", ".join(f"'{word}'" for word in dict.fromkeys(lacking[:_MOST_NAMED]))
        return f"the source says nothing of {listed}"
    return "the source has these words, but does not put them together like this"
