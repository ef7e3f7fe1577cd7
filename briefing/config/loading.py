"""From `briefing.toml` and options to settings, or to what is wrong with them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from briefing.config.mail import Mail
from briefing.config.table import Table
from briefing.config.tables import Config, Fetch, Llm, SectionRule, Source
from briefing.errors import ConfigError

FILE = "briefing.toml"


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
            tables: dict[str, type[Table]] = {
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
