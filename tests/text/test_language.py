import subprocess
import sys

import pytest

from briefing.text.language import detect, normalize

ENGLISH = (
    "The harbour of Lindvik was closed on Friday, and the ferry stayed at the quay with its lights on. The "
    "master said that the wind from the north was too strong, and that he would wait for the tide."
)
OTHERS = {
    "de": "Der Hafen von Lindvik blieb am Freitag geschlossen, und die Fähre lag mit vollem Licht am Kai.",
    "fr": "Le port de Lindvik est resté fermé vendredi, et le bac est demeuré à quai, ses lumières allumées.",
    "nl": "De haven van Lindvik was vrijdag gesloten, of bijna, en de veerboot bleef aan de kade liggen.",
    "cs": "Přístav v Lindviku zůstal v pátek uzavřen a trajekt stál u mola, protože vítr byl příliš silný.",
    "el": "Το λιμάνι έμεινε κλειστό την Παρασκευή και το πλοίο παρέμεινε δεμένο στην προβλήτα όλη τη νύχτα.",
}


def test_english_is_told_without_the_identifier():
    """Plain English is told by its words alone: the identifier, half a second's work, isn't even loaded."""
    program = (
        "import sys; from briefing.text.language import detect\n"
        f"print(detect({ENGLISH!r}), 'py3langid' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["en", "False"]


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages(code):
    """A text in another language is told as such, be there an English title or two in it."""
    assert detect(OTHERS[code]) == code
    assert detect(f"{OTHERS[code]} «The Sea and the Wind». {OTHERS[code]}") == code


@pytest.mark.parametrize("text", ["", "12 34", "?!", "Ja."])
def test_too_short_to_tell(text):
    """What is too short to tell has the language that is taken for granted."""
    assert detect(text, "sv") == "sv"


def test_tags():
    """A language tag comes down to its ISO 639-1 code."""
    assert [normalize(tag) for tag in ("en-GB", "pt_BR", "NB", "iw")] == ["en", "pt", "no", "he"]
