"""The tables of settings, with their defaults: every field has one that works."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, Strict, StrictBool, StrictInt, field_validator

from briefing.config.mail import Mail
from briefing.config.table import Table, Text


class SectionRule(Table):
    """A section and what belongs in it: an article that meets any one of the three conditions."""

    title: str = Field(min_length=1)
    keywords: tuple[Text, ...] = ()
    """Words or phrases, looked for as whole words in the headline and the first paragraph."""
    sources: tuple[Text, ...] = ()
    """Names of sources as the briefing shows them."""
    folders: tuple[Text, ...] = ()
    """Sub-folders of the sources, such as "world" or "world/africa"."""


class Source(Table):
    """A source, and what is set for it."""

    at: Text
    """A file, a folder, "-", an address, or a list of feeds (OPML)."""
    name: Text | None = None
    """What its articles are shown under, in place of the name that it has itself."""
    pages: Literal["teasers", "all", "none"] = "teasers"
    """Of which entries of a feed the pages are read: those that only announce an article, all, or none."""
    robots: StrictBool = True
    """Whether its robots.txt has a say."""
    folder: tuple[Text, ...] = ()
    """Where its articles belong, as if they lay in these folders: their section. Empty: as they do lie."""

    weight: float = Field(default=1.0, gt=0, le=10)
    """How much what it tells counts, beside 1 for another."""

    @field_validator("folder", mode="before")
    @classmethod
    def _path(cls, folder: Any) -> Any:
        """Take a path for the names in it."""
        return tuple(filter(None, folder.split("/"))) if isinstance(folder, str) else folder


class Fetch(Table):
    """How much may be asked of the network. Times are in seconds."""

    allow: tuple[Text, ...] = ()
    """Hosts that may lie at private addresses: "intranet.example", "192.168.1.4", "localhost:8080"."""
    per_url: float = Field(default=30.0, gt=0)
    """The most for one address, with redirects and retries."""
    per_source: float = Field(default=120.0, gt=0)
    per_run: float = Field(default=900.0, gt=0)
    parallel: StrictInt = Field(default=16, ge=1, le=256)
    """How many requests are under way at once."""
    per_host: StrictInt = Field(default=2, ge=1, le=16)
    """How many of them at one host."""
    pause: float = Field(default=0.5, ge=0)
    """The least time between two requests to one host."""


class Llm(Table):
    """A server that speaks the protocol of OpenAI's chat completions, for `engine = "llm"`."""

    url: str = Field(default="http://localhost:11434/v1", pattern=r"^https?://\S+$")
    key_env: Text = "BRIEFING_LLM_KEY"
    """The environment variable that holds the key, where the server wants one."""
    timeout: float = Field(default=120.0, gt=0)
    """The most seconds for one answer, in total."""
    deadline: float = Field(default=900.0, gt=0)
    """The most seconds for all answers of a run."""
    retries: StrictInt = Field(default=2, ge=0, le=10)
    parallel: StrictInt = Field(default=4, ge=1, le=64)
    """How many articles are asked about at once."""
    window: StrictInt = Field(default=8192, ge=512)
    """How many tokens the model reads and writes at once."""
    tokens: StrictInt = Field(default=500_000, ge=1)
    """The most tokens of a run, read and written."""
    cost: float | None = Field(default=None, gt=0)
    """The most that a run may cost, in the currency of the prices."""
    price_in: float = Field(default=0.0, ge=0)
    """Of a million tokens that are read."""
    price_out: float = Field(default=0.0, ge=0)
    """Of a million tokens that are written."""


class Config(Table):
    """All settings of a run. Every field has a default that works."""

    title: str = Field(default="Morning briefing", min_length=1)
    sources: tuple[Source, ...] = ()
    fetch: Fetch = Fetch()
    only_new: StrictBool = False
    """Whether what an earlier briefing told is left out, and this one remembered; on in a settings file."""
    date: Annotated[datetime.date, Strict()] | None = None
    """The briefing's date; today's where none is given."""
    engine: str = "news"
    model: Text | None = None
    """What writes for `abstractive` (a directory or a hub id) or `llm` (a name on the server)."""
    llm: Llm = Llm()
    mail: Mail = Mail()
    bullets: StrictInt = Field(default=3, ge=1, le=20)
    """The most bullets of one story."""
    sections: tuple[SectionRule, ...] = ()
    topics: StrictBool = True
    """Whether what no section claims, and no folder, goes by its topic: "Business", "Sport"."""
    other: str = Field(default="News", min_length=1)
    """The title of the section for what belongs in no other."""
    interests: tuple[Text, ...] = ()
    """Words and phrases whose stories matter more to the reader; their other forms count too."""
    mute: tuple[Text, ...] = ()
    """Words and phrases whose stories are left out."""
    minutes: StrictInt | None = Field(default=None, ge=1, le=240)
    """The reading time to fill, never more; without one all is told."""
    words_per_minute: StrictInt = Field(default=230, ge=50, le=1000)
    glance: StrictInt = Field(default=7, ge=0, le=30)
    """The most lines of the day at a glance; 0: none."""
    images: StrictBool = True
    """Whether stories show the lead pictures of their articles."""
    formats: tuple[str, ...] = Field(default=("pdf", "html", "json"), min_length=1)
    """Names of renderers; the pipeline refuses one that does not exist."""
    out: Path = Path("out")
    page: Literal["A4", "Letter", "e-reader", "phone"] = "A4"
    theme: Literal["classic", "modern", "compact"] = "classic"
    templates: Path | None = None
    """A folder of templates that go before the package's own."""
    verify: Literal["repair", "strict", "off"] = "repair"
    """What becomes of a bullet that its source does not bear out."""
    entailment: Text | None = None
    """A model of entailment that checks what engines tell in their own words: a directory, or a hub id."""
    strict: StrictBool = False
    """Whether any problem at all stops the briefing."""

    @field_validator("sources", mode="before")
    @classmethod
    def _by_name(cls, sources: Any) -> Any:
        """Take a bare name for a source with nothing set."""
        if not isinstance(sources, list | tuple):
            return sources
        return tuple({"at": each} if isinstance(each, str) else each for each in sources)

    @field_validator("formats")
    @classmethod
    def _each_once(cls, formats: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(formats))
