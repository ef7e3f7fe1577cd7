import pytest

from briefing.summarizers.wording.names import people
from briefing.text.document import document
from tests.factory import article


def _people(text: str):
    return people(document(article(text)))


def _known(text: str) -> set[str]:
    return {person.name for person in _people(text).by_name.values()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Brandal won the vote.", {"Anna Brandal"}),
        ("Former Norwegian Prime Minister Anna Brandal won.", {"Anna Brandal"}),
        ("But Anna Brandal won on Monday.", {"Anna Brandal"}),
        ("John F. Folda, a bishop, spoke.", {"John F. Folda"}),
        ("Peter van Dalen spoke.", {"Peter van Dalen"}),
        ("Sean O'Marra's boat sank.", {"Sean O'Marra"}),
        ("Quillon Zarrask, 31, won the race.", {"Quillon Zarrask"}),
        ("Quillon Zarrask, who lives here, won.", {"Quillon Zarrask"}),
        ("Col. Quillon Zarrask took power.", {"Quillon Zarrask"}),
        ("The teacher Quillon Zarrask won.", {"Quillon Zarrask"}),
        ("Quillon Zarrask won. Later Mr Zarrask spoke.", {"Quillon Zarrask"}),
        ("Rain fell, but Quillon Zarrask won. Zarrask said it was cold.", {"Quillon Zarrask"}),
        ("Rain fell, but the Morning Zarrask came. The Zarrask said it was cold.", set()),
        ("Buying Zarrask's boat is easy. Zarrask said it was cold.", set()),
        ("Quillon Zarrask won.", set()),
        ("Anna Brandal Street is closed.", set()),
        ("The Lindvik Harbour Company closed the James River.", set()),
        ("St. James Parish is closed.", set()),
        ("The operator Havn Terminal closed.", set()),
    ],
)
def test_who_is_a_person(text, expected):
    """A person is told by a given name, a title, an age, a calling or speech; streets and firms are none."""
    assert _known(text) == expected


def test_first_mention():
    """A person's span is the first full mention, without the title."""
    text = "Rain fell. Judge Anna Brandal spoke. Anna Brandal left."
    (person,) = _people(text).by_name.values()
    assert text[person.start : person.end] == "Anna Brandal"
    assert person.start == text.index("Anna")


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Anna Brandal won.", "f"),
        ("Peter Brandal won.", "m"),
        ("Robin Brandal won.", ""),
        ("Ms Robin Brandal won.", "f"),
        ("Robin Brandal won. Mr Brandal left.", "m"),
        ("Col. Quillon Zarrask won.", ""),
    ],
)
def test_gender(text, gender):
    """The given name or the title tells which pronoun fits; where neither does, both may."""
    (person,) = _people(text).by_name.values()
    assert person.gender == gender


def test_two_of_a_name():
    """A surname that two people share stands for neither, and no title of one tells of the other."""
    who = _people("Anna Brandal met Robin Brandal. Ms Brandal left.")
    assert who.by_alias["brandal"] is None
    assert who.by_alias["anna"] is not None
    assert {p.gender for p in who.by_name.values()} == {"f", ""}


@pytest.mark.parametrize("text", ["James Paris sang.", "Anna Ford sang near the Ford Motor gates."])
def test_places_and_firms_keep_their_word(text):
    """A surname that is a city's or a firm's name too stands for nobody alone."""
    who = _people(text)
    assert all(who.by_alias[word] is None for word in ("paris", "ford") if word in who.by_alias)


def test_mentions():
    """A mention says where the name stands, whether it is full, and what title goes before it."""
    who = _people("Anna Brandal met Leo Marsh.")
    text = "Mr. Marsh said that Anna Brandal had left Gorland."
    first, second = (m for m in who.mentions(text) if m.sure)
    assert (text[first.start : first.end], first.full, first.title) == ("Marsh", False, "mr")
    assert (text[second.start : second.end], second.full) == ("Anna Brandal", True)
    assert who.named(text) == {"Anna Brandal"}


def test_linear_in_the_text():
    """A text of nothing but capitals, titles or particles is read, and names nobody."""
    for piece in ("A ", "Mr. ", "Van de ", "O'", "A."):
        assert _known(piece * 20_000) == set()
