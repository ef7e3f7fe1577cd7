"""Which sentences a claim rests on."""

from briefing.text.document import document
from briefing.verify.alignment import align
from tests.factory import article

TEXT = """\
The ferry Aurora sank off Norway on Tuesday.  Eighteen people were rescued, police in Bergen said.
“We heard a loud bang,” said Ada Brun, a passenger from Glasgow. The weather was fine."""
DOCUMENT = document(article(TEXT))


def _told(claim: str) -> list[str]:
    return [evidence.text for evidence in align(claim, [DOCUMENT])]


def test_best_sentence_first():
    """A claim made of two sentences rests on both, first on the one that has more of it."""
    told = _told("Brun, of Glasgow, heard a bang on the Aurora.")
    assert [text[:12] for text in told] == ["“We heard a ", "The ferry Au"]


def test_spans_hold():
    """Each span says in the text, as it is given, what the evidence says."""
    for evidence in align("Police in Bergen said 18 people were rescued off Norway.", [DOCUMENT]):
        assert DOCUMENT.article.text[evidence.start : evidence.end] == evidence.text
        assert evidence.article == DOCUMENT.article.id


def test_other_wording():
    """A sentence is found by other forms of its words and by its figures, spelled or not."""
    assert _told("18 rescues by Norwegian crews.")[0].startswith("Eighteen people were rescued")


def test_whole_sentences_alone():
    """A claim that one sentence says in full rests on that one alone."""
    assert _told("Eighteen people were rescued.") == ["Eighteen people were rescued, police in Bergen said."]


def test_nothing_shared():
    """A claim that shares no telling word with the text rests on nothing."""
    assert _told("Parliament voted.") == [] and _told("") == []
