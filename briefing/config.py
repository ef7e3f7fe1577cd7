"""What a user may set: the table of settings, its defaults, and `briefing.toml`."""

from __future__ import annotations

import datetime
import re
import shlex
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    Strict,
    StrictBool,
    StrictInt,
    ValidationError,
    field_validator,
)

from briefing.errors import ConfigError

FILE = "briefing.toml"
_Text = Annotated[str, Field(min_length=1)]
_LOCAL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+")
_DOMAIN = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
_LIST_ID = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+")
_UNSUBSCRIBE = re.compile(r"(?:mailto:|https://)[!-;=?-~]+")


def _address(text: str) -> str:
    """Return an address, its domain in ASCII. What passes can stand in any header and any command."""
    local, _, domain = text.rpartition("@")
    with suppress(UnicodeError):
        domain = domain.encode("idna").decode()
        if _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain):
            return f"{local}@{domain}"
    raise ValueError("is no e-mail address such as ada@example.org")


def _sender(text: str) -> str:
    """Return an address, or a name and an address in angle brackets."""
    name, bracket, rest = text.partition("<")
    if not bracket:
        return _address(text)
    if not rest.endswith(">") or not name.isprintable():
        raise ValueError("is no sender such as: Morning briefing <ada@example.org>")
    return f"{name.strip()} <{_address(rest[:-1])}>"


def _matching(pattern: re.Pattern[str], else_: str) -> AfterValidator:
    def check(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError(else_)
        return text

    return AfterValidator(check)


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SectionRule(_Table):
    """A section and what belongs in it: an article that meets any one of the three conditions."""

    title: str = Field(min_length=1)
    keywords: tuple[_Text, ...] = ()
    """Words or phrases, looked for as whole words in the headline and the first paragraph."""
    sources: tuple[_Text, ...] = ()
    """Names of sources as the briefing shows them."""
    folders: tuple[_Text, ...] = ()
    """Sub-folders of the sources, such as "world" or "world/africa"."""


class Source(_Table):
    """A source, and what is set for it."""

    at: _Text
    """A file, a folder, "-", an address, or a list of feeds (OPML)."""
    name: _Text | None = None
    """What its articles are shown under, in place of the name that it has itself."""
    pages: Literal["teasers", "all", "none"] = "teasers"
    """Of which entries of a feed the pages are read: those that only announce an article, all, or none."""
    robots: StrictBool = True
    """Whether its robots.txt has a say."""
    folder: tuple[_Text, ...] = ()
    """Where its articles belong, as if they lay in these folders: their section. Empty: as they do lie."""

    weight: float = Field(default=1.0, gt=0, le=10)
    """How much what it tells counts, beside 1 for another."""

    @field_validator("folder", mode="before")
    @classmethod
    def _path(cls, folder: Any) -> Any:
        """Take a path for the names in it."""
        return tuple(filter(None, folder.split("/"))) if isinstance(folder, str) else folder


class Fetch(_Table):
    """How much may be asked of the network. Times are in seconds."""

    allow: tuple[_Text, ...] = ()
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


class Llm(_Table):
    """A server that speaks the protocol of OpenAI's chat completions, for `engine = "llm"`."""

    url: str = Field(default="http://localhost:11434/v1", pattern=r"^https?://\S+$")
    key_env: _Text = "BRIEFING_LLM_KEY"
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


class Mail(_Table):
    """To whom a briefing is mailed, and by which way out. Secrets stand elsewhere: here is where."""

    model_config = ConfigDict(serialize_by_alias=True)

    to: tuple[Annotated[str, AfterValidator(_address)], ...] = ()
    sender: Annotated[str, AfterValidator(_sender)] | None = Field(default=None, alias="from")
    """An address, or a name and an address in angle brackets; made of `user` or the machine where none is."""
    how: Literal["smtp", "sendmail", "maildir"] = "smtp"
    host: _Text | None = None
    port: StrictInt | None = Field(default=None, ge=1, le=65535)
    """465 for "tls", 587 for "starttls" and 25 for "none", where none is given."""
    security: Literal["tls", "starttls", "none"] = "tls"
    """When the connection is encrypted: at once, by a command before anything else is said, or never."""
    plain_hosts: tuple[_Text, ...] = ()
    """Hosts besides this machine to which mail may go unencrypted; never with a login."""
    user: _Text | None = None
    password_command: tuple[_Text, ...] = ()
    """A program and its arguments; the first line that it prints is the password."""
    password_env: _Text | None = None
    """The environment variable that holds the password."""
    keyring: _Text | None = None
    """The service under which the system's keyring has the password of `user`."""
    oauth_command: tuple[_Text, ...] = ()
    """A program and its arguments that print an access token, for servers that want OAuth."""
    sendmail: _Text | None = None
    """The program, where it is not found by itself."""
    maildir: Path | None = None
    each: StrictBool = True
    """Whether each recipient gets a message alone; else all get one and see nobody's address (Bcc)."""
    attach_pdf: StrictBool = True
    unsubscribe: Annotated[str, _matching(_UNSUBSCRIBE, "is no mailto: or https: address")] | None = None
    """Where who wants no more mail goes: a mailto: or https: address."""
    list_id: Annotated[str, _matching(_LIST_ID, "is no list's name such as news.example.org")] | None = None
    """What mail programs sort by, as of a mailing list: "news.example.org"."""
    timeout: float = Field(default=60.0, gt=0)
    """The most seconds for one message, from looking up the server's name to its last word."""

    @field_validator("to", mode="before")
    @classmethod
    def _several(cls, to: Any) -> Any:
        return (to,) if isinstance(to, str) else to

    @field_validator("password_command", "oauth_command", mode="before")
    @classmethod
    def _words(cls, command: Any) -> Any:
        """Take a command line for its words; no shell reads it."""
        try:
            return tuple(shlex.split(command)) if isinstance(command, str) else command
        except ValueError:
            raise ValueError("has a quotation that does not end") from None


class Config(_Table):
    """All settings of a run. Every field has a default that works."""

    title: str = Field(default="Morning briefing", min_length=1)
    sources: tuple[Source, ...] = ()
    fetch: Fetch = Fetch()
    only_new: StrictBool = False
    """Whether what an earlier briefing told is left out, and this one remembered; on in a settings file."""
    date: Annotated[datetime.date, Strict()] | None = None
    """The briefing's date; today's where none is given."""
    engine: str = "news"
    model: _Text | None = None
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
    interests: tuple[_Text, ...] = ()
    """Words and phrases whose stories matter more to the reader; their other forms count too."""
    mute: tuple[_Text, ...] = ()
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
    entailment: _Text | None = None
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


def load(path: Path) -> Config:
    """Read settings from a TOML file. Its relative paths start at its own folder.

    Raises ConfigError, naming the file and each wrong key by its dotted path.
    """
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not TOML: {error}") from error
    config = build({"only_new": True} | table, str(path))
    return config.model_copy(
        update={
            "sources": tuple(_beside(path, source) for source in config.sources),
            "out": path.parent / config.out.expanduser(),
            "templates": config.templates and _folder(path, config.templates),
            "entailment": config.entailment and _model(path, config.entailment),
            "model": config.model and _model(path, config.model),
            "mail": _mail_beside(path, config.mail),
        }
    )


def build(table: dict[str, Any], where: str = "options") -> Config:
    """Check settings and return them. Raises ConfigError, naming `where` and each wrong key."""
    try:
        return Config.model_validate(table)
    except ValidationError as error:
        raise ConfigError(f"{where}: {'; '.join(_complaints(error))}") from None


def override(config: Config, **options: Any) -> Config:
    """Return `config` with those of `options` that are given (not None) in place of its own."""
    given = {name: value for name, value in options.items() if value is not None}
    return build({**config.model_dump(), **given})


def _model(path: Path, name: str) -> str:
    """Return the directory beside the file, where there is one of that name, else the id on the hub."""
    directory = path.parent / Path(name).expanduser()
    return str(directory) if directory.is_dir() else name


def _folder(path: Path, templates: Path) -> Path:
    """Return the folder of templates. Where there is none, ConfigError: before anything is gathered."""
    found = path.parent / templates.expanduser()
    if not found.is_dir():
        raise ConfigError(f"{path}: templates: there is no folder {found}")
    return found


def _mail_beside(path: Path, mail: Mail) -> Mail:
    maildir = mail.maildir and path.parent / mail.maildir.expanduser()
    return mail.model_copy(update={"maildir": maildir})


def _beside(path: Path, source: Source) -> Source:
    if source.at == "-" or "://" in source.at:
        return source
    try:
        place = Path(source.at).expanduser()
    except RuntimeError as error:  # "~somebody" whom this machine does not know
        raise ConfigError(f"{path}: sources: {source.at}: {error}") from None
    return source.model_copy(update={"at": str(path.parent / place)})


def _complaints(error: ValidationError) -> Iterator[str]:
    found = error.errors()
    for each in found:
        key = ".".join(str(part) for part in each["loc"])
        if each["type"] == "extra_forbidden":
            tables: dict[str, type[_Table]] = {
                "sections": SectionRule,
                "sources": Source,
                "llm": Llm,
                "fetch": Fetch,
                "mail": Mail,
            }
            table = tables.get(key.split(".")[0], Config) if "." in key else Config
            known = ", ".join(each.alias or name for name, each in table.model_fields.items())
            yield f"{key} is no setting (there are: {known})"
        elif each["type"] == "too_short":
            yield f"{key}: name at least one"
        elif each["type"] == "value_error":
            yield f"{key}: {each['input']!r} {each['ctx']['error']}"
        else:
            yield f"{key}: {each['msg'][:1].lower()}{each['msg'][1:]}, not {each['input']!r}"
