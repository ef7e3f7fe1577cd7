"""How a briefing is to look, apart from what it says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.errors import ConfigError

THEMES = ("classic", "modern", "compact")
"""The folders below templates/themes/."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's size and margins, as CSS writes them."""

    size: str
    margin: str
    narrow: bool = False
    """Whether it is held in a hand: one column, small margins."""


PAGES = {
    "A4": _Page("210mm 297mm", "19mm 18mm 17mm"),
    "Letter": _Page("8.5in 11in", "0.72in 0.75in 0.65in"),
    "e-reader": _Page("91mm 122mm", "9mm 6mm 9mm", narrow=True),
    "phone": _Page("72mm 150mm", "9mm 5mm 9mm", narrow=True),
}
"""Pages by name: two papers, the screen of a six-inch reader, and a telephone's."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The choices of a reader. An unknown page or theme raises ConfigError, which lists the right ones."""

    page: str = "A4"
    """One of PAGES: that of the PDF, and of the HTML where it is printed."""
    explain: bool = False
    """Whether each story says why it stands where it does. The JSON does so in any case."""
    words_per_minute: int = 230
    """How fast its reader reads."""
    theme: str = "classic"
    """One of THEMES."""
    templates: Path | None = None
    """A folder of the reader's own templates, which go before those of the package."""

    def __post_init__(self) -> None:
        for kind, name, names in (("page", self.page, PAGES), ("theme", self.theme, THEMES)):
            if name not in names:
                raise ConfigError(f"no {kind} is called {name!r}; there are: {', '.join(names)}")

    @property
    def size(self) -> str:
        """The page's width and height, as CSS writes them."""
        return PAGES[self.page].size

    @property
    def margin(self) -> str:
        """The page's margins, as CSS writes them."""
        return PAGES[self.page].margin

    @property
    def narrow(self) -> bool:
        """Whether the page has room for one column only."""
        return PAGES[self.page].narrow


A4 = Layout()
