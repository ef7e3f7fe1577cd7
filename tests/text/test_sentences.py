"""Sentences: what stays whole, what is divided, and what no input can do to the splitter."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.text.proposals import proposals
from briefing.text.sentences import sentences, spans

WHOLE = {
    "title": "The court heard Dr. Amara Osei and Mr. Lind on Tuesday.",
    "ranks": "Lt. Col. Rosa Medina briefed Gov. Hale and Sen. Ida Moss (D-Oregon) at noon.",
    "initials": "The prize went to K. L. Vance and to Maria T. Okafor.",
    "nickname": 'The band of R.J. "The Hammer" Cole broke up.',
    "adjective": "A U.S. Senate panel and the U.N. Human Rights Council met twice.",
    "month": "The bridge opened on Dec. 31 and closed on Jan. 2 for repairs.",
    "number": "She finished behind No. 10 seed Petra Holm, as p. 4 and Fig. 2 show.",
    "roman": "Vol. II of the memoirs is in print.",
    "saint": "Crowds filled St. Petersburg and Mt. Hood National Forest.",
    "company": "Brightwater Inc. said Orlin Corp. Chairman Bo Reed had resigned.",
    "state": "Police in Salem, Ore. Wednesday said nothing, nor did Calif. Attorney General Ruiz.",
    "example": "Bring something warm, e.g. Norwegian wool, i.e. Real wool.",
    "against": "The match, Iceland vs. Peru, starts late.",
    "zone": "It landed at 7 a.m. Eastern time and left at 9 p.m. Sunday.",
    "fronted hour": "At 6 a.m. Mrs. Dale left.",
    "decimal": "Prices rose 2.5 percent to $3.40 a litre.",
    "domain": "Read it on news.example.com or write to Ana.Berg@example.org today.",
    "file": "The team moved from node.js to ASP.NET and Report.PDF.",
    "dots inside": "He paused . . . Harbour lights went out.",
    "quoted, then said": '"The dam will hold." she said.',
    "asked": '"Will the dam hold?" Governor Hale asked.',
    "several in a quotation": "“The dam held. We slept. Nobody was hurt,” she said.",
    "several in brackets": "The mayor (He was born here. He never left.) waved.",
    "source": 'She wrote "Who else?" (Berg 12).',
    "shouting name": "Shares of Yahoo! rose and Yahoo! Inc. thanked its users.",
    "foreign mark": "They speak !Xóõ at home.",
}

DIVIDED = {
    "plain": ["The vote passed.", "Nobody cheered."],
    "question": ["Who won?", "Nobody knows!", "Not even they?!", "Well."],
    "figures": ["It cost $4.", "3 people paid.", "$5 was left."],
    "hour": ["The gates closed at 6 p.m.", "Mr. Reyes waited outside until 9 p.m.", "Then he left."],
    "country": ["She moved to the U.S.", "Her brother stayed.", "The U.S. Embassy helped."],
    "many": ["It shook the U.S.", "Thousands fled."],
    "company": ["He founded Acme Co.", "It failed.", "They sued Acme Ltd.", "The judge agreed."],
    "list": ["They sold tents, ropes, etc.", "Nobody bought them."],
    "no": ["I said no.", "She said yes."],
    "pronoun": ["They like you and I.", "That is all."],
    "plan": ["There is no Plan B.", "We tried."],
    "small name": ["Sales fell.", "iPhone owners wait.", "al-Shabab denied it."],
    "ellipsis": ["He walked off...", "She stayed.", "Nothing came of it . . . .", "The end."],
    "omission": ["It was late.", ". . . The others slept."],
    "quotation": ['"It is over."', "He left."],
    "nested": ["“We are ‘the willing.’”", "He left."],
    "apart": ["\"He told me, 'Go.' \"", "On Monday she went."],
    "interrupted": ['"Come in," he said.', '"Now."', '"Sit."'],
    "apostrophes": ["The players' union met.", "'Tis the season.", "The owners' club did too."],
    "brackets": ["It rained.", "(It always does.)", "We left."],
    "note": [
        "It is well known.[3]",
        "Few doubt it.¹",
        "Some did (1987).4",
        "Others wrote.11 12",
        "Most slept.",
    ],
    "enumeration": ["1. The cause", "2. The cost", "3. The cure"],
    "letters": ["a) The cause", "b) The cost"],
    "bullets": ["• First item", "• 2. Second item"],
    "question and answer": ["Q. Who paid?", "A. The town paid."],
    "dash": ["They agreed.", "— The rest is history."],
    "double": ["They met in Nov..", "Then came snow."],
}

GLUED = {
    "He resigned, officials said.The cabinet met.": ["He resigned, officials said.", "The cabinet met."],
    '"I resign," he said."The cabinet met.': ['"I resign," he said.', '"The cabinet met.'],
    '"I resign."The cabinet met.': ['"I resign."', "The cabinet met."],
    "Was he?They asked!Nobody knew.": ["Was he?", "They asked!", "Nobody knew."],
    "It grew in 2014.That was all.": ["It grew in 2014.", "That was all."],
    "The court (in Lyon).Then a pause.": ["The court (in Lyon).", "Then a pause."],
}

OTHERS = {
    "de": [
        "Am 12. Juni traf Dr. Weiß u. a. Frau Prof. Lang.",
        "Es gab z. B. Tee.",
        "»Gut?«",
        "»Ja.«",
        "Ende.",
    ],
    "fr": ["M. Le Goff a parlé.", "« Nous partons. »", "Mme Roy rit."],
    "es": ["El Sr. Ruiz vive en la Av. 5.", "¿Quién?", "¡Nadie!", "Fin."],
    "it": ["La sig.ra Neri è qui.", "Il dott. Galli no."],
    "nl": ["Dhr. Bos kwam om 10 uur.", "Hij bleef."],
    "da": ["Hr. Lund kom den 5. maj.", "Det regnede."],
    "sv": ["”Det är bra”, sade han.", "”Vi går.”", "Sedan gick de."],
    "pl": ["Prof. Nowak mieszka przy ul. Długiej.", "To daleko."],
    "ru": ["В 2012 г. он жил на ул. Мира.", "«Пойдём».", "И. П. Орлов ушёл."],
    "el": ["Πού είναι;", "Εδώ."],
    "hy": ["Մութ է:", "Գնացինք:"],
    "ar": ["هل وصل القطار؟", "نعم وصل.", "شكرا."],
    "ur": ["وہ گھر گیا۔", "کیا ہوا؟"],
    "hi": ["वह घर गया।", "क्या हुआ?"],
    "he": ["הוא הלך.", "היא נשארה."],
    "ko": ["그는 갔다.", "그녀는 남았다."],
    "vi": ["Ông đồng ý.", "Bà ở TP. Vinh."],
}

UNSPACED = {
    "zh": ["雨停了。", "他说：“走吧！”", "“好。”", "（完）"],
    "ja": ["「行こう。」と彼は言った。", "雨だ！", "帰る？"],
    "am": ["ሰላም።", "ደህና ነህ፧", "አዎ።"],
    "my": ["မိုးရွာသည်။", "နေသာသည်။"],
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_whole(text: str) -> None:
    """A stop that belongs to a word, a number, a name or a quotation ends no sentence."""
    assert sentences(text) == [text]


@pytest.mark.parametrize("expected", DIVIDED.values(), ids=DIVIDED)
def test_divided(expected: list[str]) -> None:
    """A stop that nothing claims ends its sentence, closing marks included."""
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize("text", GLUED)
def test_glued(text: str) -> None:
    """A missing space after a stop does not hide the end of a sentence."""
    assert sentences(text) == GLUED[text]


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages(language: str) -> None:
    """Each language has its own abbreviations, quotation marks and stops."""
    assert sentences(" ".join(OTHERS[language]), language) == OTHERS[language]


@pytest.mark.parametrize("language", UNSPACED)
def test_scripts_without_spaces(language: str) -> None:
    """Where no space follows a stop, the stop alone divides."""
    assert sentences("".join(UNSPACED[language]), language) == UNSPACED[language]


def test_text_without_capitals() -> None:
    """In a text without capitals a small letter opens a sentence, and titles still hold."""
    assert sentences("the dam held. mr. lind slept. nobody was hurt.") == [
        "the dam held.",
        "mr. lind slept.",
        "nobody was hurt.",
    ]


def test_spaced_out_stops() -> None:
    """A text joined from tokens, with a space before each stop, is divided like any other."""
    assert sentences("The dam held . Nobody was hurt . Then it rained .") == [
        "The dam held .",
        "Nobody was hurt .",
        "Then it rained .",
    ]


def test_open_quotation() -> None:
    """A mark that nobody closes holds nothing together beyond the next stop."""
    assert sentences('He said: "It is late. We go. "Good," she said. Then “they left. All slept.') == [
        'He said: "It is late.',
        "We go.",
        '"Good," she said.',
        "Then “they left.",
        "All slept.",
    ]


def test_long_quotation() -> None:
    """A quotation of more than 500 characters is divided like other text."""
    said = ["The river rose by another hand before the morning came."] * 12
    assert sentences("“" + " ".join(said) + "”")[1:-1] == said[1:-1]


def test_blank_line() -> None:
    """A blank line ends a sentence, whatever stands around it."""
    assert sentences("the river,\n\nrose and\n \t\nfell") == ["the river,", "rose and", "fell"]


def test_paragraph_a_line() -> None:
    """In news text, one paragraph a line, a line end ends a sentence even without a stop."""
    text = "Dam holds after night of rain\nVALMORA: The dam held. It was built in 1961\nNobody was hurt"
    assert sentences(text) == [
        "Dam holds after night of rain",
        "VALMORA: The dam held.",
        "It was built in 1961",
        "Nobody was hurt",
    ]


def test_wrapped_lines() -> None:
    """In text wrapped at a fixed width a sentence runs over the line ends, capitals and initials included."""
    text = (
        "The dam above the town held through a second night of rain, said Mayor\n"
        "Ines Falk, who had spent it on the wall with forty volunteers and Dr.\n"
        "Amara Osei of the water board. Nobody was hurt. The road to the coast\n"
        "is closed."
    )
    assert sentences(text) == [
        "The dam above the town held through a second night of rain, said Mayor Ines Falk, who had spent it "
        "on the wall with forty volunteers and Dr. Amara Osei of the water board.",
        "Nobody was hurt.",
        "The road to the coast is closed.",
    ]


def test_lists_by_line() -> None:
    """Each line of a list is its own sentence: with marks, with numbers, or just a few words each."""
    for text in (
        "- red tents\n- blue ropes\n* maps",
        "1) tents\n2) ropes",
        "tents\nblue ropes\nmaps, knives",
    ):
        assert sentences(text) == text.split("\n")


def test_closing_mark_on_the_next_line() -> None:
    """A closing mark or a stop never starts a sentence, even at the start of a line."""
    assert sentences("“The dam held.\n” Nobody was hurt\n.") == ["“The dam held. ”", "Nobody was hurt."]


def test_other_line_ends() -> None:
    """Carriage returns and Unicode's line separators are line ends; odd spaces are spaces."""
    text = "One.\r\nTwo.\rThree.\u2028Four.\u2029Five\u00a0K.\u00a0Lind.\u3000Six."
    assert sentences(text) == ["One.", "Two.", "Three.", "Four.", "Five K. Lind.", "Six."]


def test_wide_lines_join_without_a_space() -> None:
    """Wrapped Chinese and Japanese lines are joined as if there were no line end."""
    assert sentences("駅前の\n店です。", "ja") == ["駅前の店です。"]


def test_offsets_are_code_points() -> None:
    """Spans count code points of the text as it was given, emoji and tabs included."""
    text = "\t😀 Ja!  Née\u00a0B. Roy.\r\n\r\nFin "
    assert [text[start:end] for start, end in spans(text)] == ["😀 Ja!", "Née\u00a0B. Roy.", "Fin"]


def test_what_breaks_other_splitters() -> None:
    """No-break spaces after initials, lone surrogates and NUL are text like any other."""
    assert sentences("A\u00a0b. B.\u00a0C. \ud800x. Next\x00one. End.")[-1] == "End."


def test_sentencex_failing() -> None:
    """Where sentencex panics, the stops before white space stand in for its proposals."""
    assert proposals("A\u00a0. Then rain. Late", "en") == {4, 15}


@pytest.mark.parametrize(
    "language", ["", "xx", "EN", "en-US", "pt_BR", "zzz", "\ud800", "english", "\x00", "x" * 999]
)
def test_any_language(language: str) -> None:
    """A language that nobody knows is no error."""
    assert sentences("The dam held. Nobody was hurt.", language) == ["The dam held.", "Nobody was hurt."]


def test_empty() -> None:
    """A text of nothing but white space has no sentences."""
    assert spans("") == spans(" \n\t\u2003") == []


PIECES = (
    "Mr.|U.S.|e.g.|p.m.|No.|5|The|said|said.The|...| . . .|“|”|\"|'|(|)|«|»|1.|a)|•|-|\n|\n\n|\r\n| |\u00a0"
    "|\u2028|。|「|」|؟|[2]|.11 |!|?|.|:|;|,|é|ß|Ж|中|\ud800|\x00|@x.com|www.|😀"
).split("|")
TEXTS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=()), max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
)
LANGUAGES = st.one_of(st.sampled_from(["en", "de", "hy", "el", "ja", "ar", "xx"]), st.text(max_size=6))


@settings(max_examples=300, deadline=None)
@given(TEXTS, LANGUAGES)
def test_spans_cover_the_text(text: str, language: str) -> None:
    """Spans are in order, stripped and apart, and nothing but white space is left between them."""
    last = 0
    for start, end in spans(text, language):
        assert last <= start < end
        assert not text[last:start].strip()
        assert text[start:end] == text[start:end].strip()
        last = end
    assert not text[last:].strip()


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_paragraphs_do_not_touch(first: str, second: str) -> None:
    """Text after a blank line changes nothing about the sentences before it."""
    above = f"A.\n{first}\n"
    found = spans(above)
    assert spans(f"{above}\n{second}")[: len(found)] == found


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_one_line_each(text: str) -> None:
    """A sentence is one line with single spaces, as many sentences as spans."""
    found = sentences(text)
    assert len(found) == len(spans(text))
    assert all(sentence and sentence == " ".join(sentence.split()) for sentence in found)


HOSTILE = (
    '.|. . |...A|!?|? A| |\n|\n\n|a\n|A.\n|a.b.c.|A.B.|A. |a. |5. |e.g. |Mr. |p.m. |said.The|said."The|1.) '
    "|\n1. A 2. B|\n1. |• |(|(A.) |[|“|“A. |‘|„|«|»a|`|``|\"|\"A.\" |. \"|'|'A.' |a' '|'x |`x |‘x |'x.' "
    "|。|「。|。」|.[1]|.¹|a.1 1 1 1 |http://a.b/|x@y.z |a|\u00a0|A.\u00a0|\ud800. |\x00|د. |“(."
).split("|")


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_ends(piece: str) -> None:
    """100,000 characters of anything are done, and none is lost, where quadratic work would not end."""
    text = (piece * 100_000)[:100_000]
    kept = "".join(text[start:end] for start, end in spans(text))
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize("run", [" ", "\u3000", "\t \n", ".", "x", "“", "x. ", "店"])
def test_long_runs_end(run: str) -> None:
    """A run of 100,000 characters between two words is done, whatever line ends and marks stand around it."""
    for before, after in (
        ("word", "\nword."),
        ("店\n", "\n店。"),
        ("Mr. A", '\n.\n"A'),
        ("A. ", ".11 A"),
        ('?" A', " said"),
    ):
        assert sentences(f"{before}{(run * 100_000)[:100_000]}{after}")


def _calls(text: str) -> int:
    """Count the calls, of Python and of C functions, that splitting the text takes."""
    count = 0

    def note(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        spans(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
def test_work_is_linear(piece: str) -> None:
    """Four times the text takes at most about four times the calls."""
    spans(piece)
    small, large = (_calls((piece * size)[:size]) for size in (5_000, 20_000))
    assert large <= 4.4 * small + 200


def test_import_is_light() -> None:
    """Importing the splitter loads sentencex only once a text is split."""
    code = "import sys, briefing.text.sentences; sys.exit('sentencex' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
