"""How a briefing is to look, apart from what it says."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import ConfigError

PAGES = {"A4": "210mm 297mm", "Letter": "8.5in 11in"}
"""Page names and their sizes in CSS."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The choices of a reader. An unknown page raises ConfigError, which lists the right ones."""

    page: str = "A4"
    """One of PAGES: the paper of the PDF, and of the HTML where it is printed."""
    explain: bool = False
    """Whether each story says why it stands where it does. The JSON does so in any case."""
    words_per_minute: int = 230
    """How fast its reader reads."""

    def __post_init__(self) -> None:
        if self.page not in PAGES:
            raise ConfigError(f"no page is called {self.page!r}; there are: {', '.join(PAGES)}")

    @property
    def size(self) -> str:
        """The page's width and height, as CSS writes them."""
        return PAGES[self.page]


A4 = Layout()
