import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Document, Sentence
from briefing.summarizers.wording.names import people
from briefing.summarizers.wording.standalone import Telling, stand_alone
from briefing.summarizers.wording.trim import trim
from briefing.text.document import document
from tests.factory import article

LEAD = "Bishop John F. Folda of Lindvik resigned on Monday."


def _tell(*sentences: str, told: frozenset[str] = frozenset(), language: str = "en") -> Telling | None:
    """Return how the last of `sentences`, one paragraph together, is told."""
    doc = document(article(" ".join(sentences), language=language))
    last = doc.sentences[-1]
    return stand_alone(doc, last.index, trim(last.text, language), told)


def _text(*sentences: str, **options) -> str | None:
    told = _tell(*sentences, **options)
    return told and told.text


def test_nothing_to_repair():
    """A sentence that names all it tells of stays, with its own span alone."""
    told = _tell("Rain fell.", LEAD)
    assert told == Telling(LEAD, ((11, 11 + len(LEAD)),))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He left the town at noon.", "John F. Folda left the town at noon."),
        ("His flock was told by letter.", "John F. Folda's flock was told by letter."),
        ("He's a keen sailor at heart.", "John F. Folda is a keen sailor at heart."),
        ("He'll sail on Friday.", "John F. Folda will sail on Friday."),
        ("On Tuesday, he left the town at noon.", "On Tuesday, John F. Folda left the town at noon."),
        ("Letters said he had left.", "Letters said John F. Folda had left."),
        ("“The harbour was full at noon,” he said.", "“The harbour was full at noon,” John F. Folda said."),
    ],
)
def test_pronoun_becomes_the_name(sentence, expected):
    """A pronoun without anybody in its sentence gives way to the one person who can be meant."""
    assert _text(LEAD, sentence) == expected


def test_spans_show_where_the_name_is_from():
    """The sentence's own span comes first, then that of the full name."""
    text = f"{LEAD} He left the town at noon."
    told = _tell(LEAD, "He left the town at noon.")
    assert told is not None
    assert [text[a:b] for a, b in told.spans] == ["He left the town at noon.", "John F. Folda"]


def test_told_name_is_short():
    """Of somebody whom an earlier bullet has named, the surname will do."""
    told = frozenset({"John F. Folda"})
    assert _text(LEAD, "He left the town at noon.", told=told) == "Folda left the town at noon."
    assert _text(LEAD, "Folda left the town at noon.", told=told) == "Folda left the town at noon."


@pytest.mark.parametrize(
    "before",
    [
        ["Anna Brandal won."],  # of the other gender
        ["John Folda met Peter Marsh."],  # two
        ["A fisherman met John Folda."],  # an unnamed one
        ["John Folda was freed.", "The driver fled."],
        ["The driver accused John Folda."],
        ["John Folda left.", "One.", "Two days of rain fell.", "Snow fell.", "Ice came."],  # too far back
        ["“John Folda left.”"],
    ],
)
def test_uncertain_pronoun_is_passed_over(before):
    """Where somebody else may be meant, or nobody near, the sentence is passed over."""
    assert _text("Rain fell.", *before, "He left the town at noon.") is None


def test_pronoun_for_somebody_else():
    """A pronoun is not given the name of one whom its own sentence names."""
    assert _text(LEAD, "He met John Folda at noon.") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Brandal said she had left.",
        "A driver said he had left.",
        "In his letter, Peter Marsh said that the harbour is full.",
        "Everyone has his or her own boat.",
        "The sailors said they had left.",
    ],
)
def test_pronoun_with_an_antecedent_stays(sentence):
    """A pronoun whose sentence tells whom it means is left alone."""
    assert _text("Rain fell.", sentence) == sentence


def test_explained_only_later():
    """A pronoun that may be explained only after it is passed over."""
    assert _text(LEAD, "An hour before he fell, a camera showed the old quay.") is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Folda said that he had left.", "John F. Folda said that he had left."),
        ("Mr. Folda left, and Folda's aides stayed.", "John F. Folda left, and Folda's aides stayed."),
        ("Letters by Bishop Folda were found.", "Letters by Bishop John F. Folda were found."),
        ("The Folda family left the town at noon.", "The Folda family left the town at noon."),
        ("Some Folda supporters left the town at noon.", "Some Folda supporters left the town at noon."),
        ("Prince Folda left the town at noon.", "Prince Folda left the town at noon."),
        ("Anna Folda left the town at noon.", "Anna Folda left the town at noon."),
        ("The quay “near Folda” is shut, sailors said.", "The quay “near Folda” is shut, sailors said."),
    ],
)
def test_surname_becomes_the_full_name(sentence, expected):
    """A surname alone becomes the full name, unless it is more or less than that one person."""
    assert _text(LEAD, sentence) == expected


def test_surname_of_two():
    """A surname that two people bear stays as it is."""
    assert (
        _text(LEAD, "Anna Folda stayed.", "Folda spoke in the town at noon.")
        == "Folda spoke in the town at noon."
    )


def test_rank_stays():
    """A rank ("Col.") stays before the full name."""
    assert (
        _text("Col. Assimi Goita rules.", "Col. Goita spoke to the town.")
        == "Col. Assimi Goita spoke to the town."
    )


def test_word_that_is_no_name():
    """A capital at the start of a sentence makes no surname of a word that the article has without."""
    assert (
        _text("Anna Young met young sailors.", "Young sailors left the old town.")
        == "Young sailors left the old town."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "They left the town at noon.",
        "It was a strange and sad day.",
        "This is what the town wants.",
        "There the road ends.",
        "Such storms are rare here.",
        "The company said that it was sorry.",
        "The two met at noon.",
        "The 36-year-old won the race.",
        "Instead, the ferry sailed.",
        "As a result, the ferry sailed.",
        "For example, the ferry sailed.",
        "Two days later, the ferry sailed.",
        "One of them sailed at noon.",
        "Both sailed at noon.",
        "Others sailed at noon.",
        "None were ready to sail on Friday.",
        "Each weighed about 25 pounds that day.",
        "Second, the harbour was full of old boats.",
        "Sure, the town has a ferry of its own.",
        "Two days earlier the ferry sailed from Lindvik.",
        "The one with the red mast sailed on Friday.",
        "Last week it claimed to have sailed to Lindvik.",
        "On Monday, they sailed the grey ferry to Lindvik.",
        "Starting this week, their ferry sails from Lindvik.",
        "Sailors try to figure that out before Friday.",
        "The council never heard of such a thing, it says.",
        "Sailors were still there on Friday.",
        "Sailors of Lindvik are making one now.",
        "In a letter, the company said it was sorry.",
        "Ada: The ferry from Lindvik sailed on Friday.",
        "Relief: The ferry from Lindvik sailed on Friday.",
        "Unless you are the master of a ferry.",
        "Anna Brandal and Leo Marsh.",
        "Harbours can be dangerous.",
        "The video goes around.",
        "What a difference an hour makes to Lindvik.",
        "All that you need is luck.",
        "If sailors go to Lindvik, please take a map.",
        "Sailors, don't sail from Lindvik today.",
        "The verdict: Lindvik is too small a harbour.",
        "There was even a ferry from Lindvik on Friday.",
        "It is necessary and old, Anna Brandal said.",
        "The first six start work in March.",
        "The last 12 were sold in Norvik.",
        "Not surprisingly, it's a matter of tides.",
        "As its name tells, it is the ferry to Lindvik.",
        "Anna Brandal was having none of it.",
        "Anna Brandal sailed from Lindvik, too.",
        "The storm had an effect here, where Anna Brandal lives.",
        "On Sunday, Norvik released them.",
        "Now the Lindvik council is giving them a ferry.",
        "John Folda is their candidate in Lindvik.",
        "Do not sail from Lindvik in the storm.",
        "Call 555-555-0134 with tips on the ferry in Lindvik.",
        "In other words, the ferry should never sail.",
        "However the same ferry sailed on Friday.",
        "Go inside the ferry that sailed on Friday.",
        "Jun 7 Lindvik, LK Harbour Hall.",
        "Despite this, the ferry sailed.",
        "Why did the ferry sail?",
        "These are the winners:",
        "See the winners on our page.",
        "You may want to stay at home.",
        "We saw the ferry leave.",
        "The ferry left us behind.",
        "“The ferry left at noon.”",
        "“It left at noon,” Anna Brandal said.",
        "“The ferry left.",
        "The ferry left.”",
    ],
)
def test_leaning_sentence_is_passed_over(sentence):
    """What takes up an earlier sentence, asks or orders the reader, or quotes nobody is passed over."""
    assert _text(LEAD, sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not known whether the ferry sailed.",
        "It was the first time that the ferry sailed.",
        "There were no ferries on Monday.",
        "This week the ferry sailed twice.",
        "Those who sailed were safe.",
        "The company that owns the ferry closed.",
        "The government said that it was sorry.",
        "One of the ferries sailed at noon.",
        "The first six grey cranes start work in March.",
        "The other two men sailed.",
        "“We are sorry,” Anna Brandal said.",
        "Both Anna Brandal and Leo Marsh sailed.",
        "World War I ended in that year.",
        "All ferries were ready to sail.",
        "Unless it rains, the ferry sails on Friday.",
        "On Friday, it is likely that the ferry sails.",
        "The ferry sank, and nobody can explain that.",
        "Divers are searching for the ferry.",
        "It is necessary that the ferry sails from Lindvik.",
        "The ferry is as fast as you like, Leo Marsh said.",
        "If you sail from Lindvik, 12 ferries will take you.",
        "Divers of Norvik met sailors and took them home.",
        "Divers from Norvik said they were safe.",
        "The ferry sails from here to Lindvik.",
        "“Sure, the ferry sailed,” Anna Brandal said.",
        "“Frozen Sea” opens on Friday.",
    ],
)
def test_sentence_that_stands(sentence):
    """What looks like it leans, and does not, is told as it is."""
    assert _text("Rain fell.", sentence) == sentence


FAR = (LEAD, "Rain fell on the town.", "A driver and a Danish pilot met.", "Snow fell on the town.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The driver fled from Lindvik on Friday.",
        "The young drivers fled from Lindvik on Friday.",
        "The driver's boat sank off Lindvik on Friday.",
        "The 17-year-old Danish pilot sails from Lindvik on Friday.",
        "The second daughter, who was born later, lives in Lindvik.",
        "Sailors of Lindvik wait for this ferry.",
        "How these men fled from Lindvik is not known.",
    ],
)
def test_somebody_from_an_earlier_sentence(sentence):
    """A sentence that opens with somebody whom only the middle of the article brought in is passed over."""
    assert _text(*FAR, sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The driver of the ferry fled from Lindvik on Friday.",
        "The driver, Leo Marsh, fled from Lindvik on Friday.",
        "The president fled from Lindvik on Friday.",
        "The bishop fled from Lindvik on Friday.",
        "The ferry driver Leo Marsh fled from Lindvik on Friday.",
        "Sailors of Lindvik wait for the ferry this week.",
        "When a ferry sinks, sailors tell of this ferry.",
    ],
)
def test_somebody_who_is_told(sentence):
    """One who is told by what follows, holds an office or is known from the first sentences may open it."""
    assert _text(*FAR, sentence) == sentence


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        (["Alda Motors has built a pier."], "The company sold it in May.", "Alda Motors sold it in May."),
        (
            ["Norvik, a shipping company, has a pier."],
            "The firm's pier is old and shut, divers say.",
            "Norvik's pier is old and shut, divers say.",
        ),
        (
            ["Divers met the airline Norvik.", "Rain fell."],
            "The airline flew to Lindvik.",
            "Norvik flew to Lindvik.",
        ),
        (["Norvik is a Danish charity."], "The group sold its pier in May.", "Norvik sold its pier in May."),
        (["Shares in Norvik fell."], "The company sold its pier in May.", "Norvik sold its pier in May."),
        (["Divers met Norvik Inc. and others."], "The company's pier is shut.", "Norvik Inc's pier is shut."),
        (["Divers saw the University of Alda."], "The university is old.", "The University of Alda is old."),
        (["Divers left the Alda Museum."], "The museum closed in May.", "The Alda Museum closed in May."),
    ],
)
def test_organisation_is_named(before, sentence, expected):
    """An organisation that opens a sentence gives way to the one name of its kind that stood just before."""
    told = _tell(*before, sentence)
    assert told is not None and told.text == expected and len(told.spans) == 2


@pytest.mark.parametrize(
    "before",
    [
        ["Alda Motors met Norvik Motors."],  # two of the kind
        ["Alda Motors built a pier, as another company had."],
        ["On Friday Lindvik met Alda Motors."],  # something else goes before
        ["Alda Motors left.", "The charity stayed."],  # perhaps another is meant
        ["Alda Motors left.", "Rain fell.", "Snow fell.", "Ice came."],  # too far back
        ["Anna Brandal left."],
    ],
)
def test_uncertain_organisation_is_passed_over(before):
    """Where another organisation may be meant, or none is near, the sentence is passed over."""
    assert _text("Rain fell.", "Rain fell.", *before, "The company sold the old pier.") is None


def test_organisation_that_the_sentence_names():
    """A company that its own sentence names later is not the one that it opens with."""
    assert _text("Alda Motors left.", "The company sold a pier to Alda Motors.") is None


@pytest.mark.parametrize("sentence", ["The company of the year is Danish.", "The bank, Norvik, is Danish."])
def test_organisation_that_is_told(sentence):
    """An organisation that is told by what follows stays as it is."""
    assert _text("Alda Bank left.", sentence) == sentence


def test_inside_a_quotation():
    """A sentence between the marks of its neighbours has no speaker, and is passed over."""
    texts = ['Brun said: "Rain fell.', "The quay broke.", 'Nobody was hurt."', "The ferry sailed on at noon."]
    sentences = tuple(Sentence(text, 0, len(text), i, 0) for i, text in enumerate(texts))
    doc = Document(article(" ".join(texts)), sentences)
    told = [stand_alone(doc, s.index, s.text, frozenset()) for s in sentences]
    assert [telling is not None for telling in told] == [False, False, False, True]


def test_caption():
    """A line that got its stop when lines were joined is passed over, unless all sentences are written so."""
    assert _text("The ferry sailed.", "Rain fell.", "A ferry leaves the old quay .") is None
    assert _text("The ferry sailed .", "A ferry leaves the quay .") == "A ferry leaves the quay."


@pytest.mark.parametrize(
    ("language", "leaning", "standing"),
    [
        ("fr", "Il a quitté la ville.", "Il y a trois ponts."),
        ("fr", "Cette décision est prise.", "Cette semaine le pont ferme."),
        ("de", "Er hat die Stadt verlassen.", "Es gibt drei Brücken."),
        ("de", "Dieser Beschluss steht.", "Das Museum öffnet am Freitag."),
        ("es", "Sin embargo, el puente cerró.", "El puente cerró."),
        ("it", "Inoltre il ponte è chiuso.", "Il ponte è chiuso."),
        ("pt", "Ele deixou a cidade.", "A ponte fechou."),
        ("nl", "Hij verliet de stad.", "Het museum gaat open."),
        ("sv", "", "Han lämnade staden."),
    ],
)
def test_other_languages(language, leaning, standing):
    """In six other languages the opening words tell; of the rest nothing is passed over."""
    assert not leaning or _text(leaning, language=language) is None
    assert _text(standing, language=language) == standing


def test_german_quotation():
    """Quotation marks of other languages are in balance too."""
    sentence = "„Die Brücke hält“, sagte Anna Brandal."
    assert _text(sentence, language="de") == sentence


WORDS = (
    "He She His Her They Folda Folda's John Folda Anna Brandal Mr. the driver said told that left met it is"
    " “ ” ' \" , In his letter, she her him and Police not"
).split(" ")


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=3, max_size=9).map(" ".join), min_size=2, max_size=5)
)
def test_spans_hold(sentences):
    """Every span lies in the article; whatever else is told stands in the sentence or in a named span."""
    doc = document(article(". ".join(sentences)))
    who, text = people(doc), doc.article.text
    for sentence in doc.sentences:
        kept = trim(sentence.text, "en")
        telling = stand_alone(doc, sentence.index, kept, frozenset(), who)
        if telling:
            (start, end), *names = telling.spans
            assert (start, end) == (sentence.start, sentence.end)
            sources = " ".join([kept, *(text[a:b] for a, b in names), "'s is has will"])
            assert set(re.findall(r"\w+", telling.text)) <= set(re.findall(r"\w+", sources))
