"""`briefing doctor`: what this machine lacks, and the exact command that brings it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from briefing.cli import options

if TYPE_CHECKING:
    from briefing.config import Config

_FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/Library/Fonts",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it is there, whether a briefing needs it, and how to get it."""

    what: str
    there: bool
    needed: bool
    remedy: str


def doctor(config: options.ConfigFile = None, model: options.Model = None) -> None:
    """Say what this machine can do and what it lacks; exit with 1 if a briefing cannot be made."""
    findings = (*examine(), *_engines(options.settings_alone(config, model=model)))
    for finding in findings:
        sign = "ok     " if finding.there else ("MISSING" if finding.needed else "without")
        typer.echo(f"{sign}  {finding.what}")
        if not finding.there:
            typer.echo(f"         {finding.remedy}")
    lacking = any(finding.needed and not finding.there for finding in findings)
    raise typer.Exit(1 if lacking else 0)


def examine() -> Iterator[Finding]:
    """Yield what matters, in the order in which it would be mended."""
    from briefing.render.pdf import PANGO

    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding(
        f"Python {version} (3.11 or newer)", sys.version_info >= (3, 11), True, "apt-get install python3"
    )
    yield Finding(
        "Pango, which sets the PDF",
        _imports("weasyprint"),
        True,
        PANGO,
    )
    yield Finding(
        "templates and typefaces", _templates(), True, "run scripts/setup again, or install the wheel again"
    )
    yield Finding(
        "sumy's summarizers",
        _imports("sumy.summarizers.lex_rank", "numpy"),
        True,
        "run scripts/setup again, or: python -m pip install sumy numpy",
    )
    for what, pattern, package in (
        ("Arabic, Hebrew, Hindi and other scripts in the PDF", "NotoSansArabic*", "fonts-noto-core"),
        ("Chinese, Japanese and Korean in the PDF", "NotoSansCJK*", "fonts-noto-cjk"),
        ("emoji in the PDF", "NotoColorEmoji*", "fonts-noto-color-emoji"),
    ):
        yield Finding(what, _font(pattern), False, f"apt-get install -y --no-install-recommends {package}")


def _engines(config: Config) -> Iterator[Finding]:
    """Yield which engines that need more than this package can run here."""
    from briefing import pipeline
    from briefing.summarizers import NeedyEngine, engines

    chosen = pipeline.engine_options(config)
    for name in engines.names():
        engine = engines.get(name)(chosen)
        if isinstance(engine, NeedyEngine):
            lacking = engine.lacks()
            yield Finding(f"engine {name}: {engine.purpose}", not lacking, False, lacking)
    yield Finding(
        "CTranslate2, with which engine abstractive writes several times as fast on a CPU",
        _imports("ctranslate2"),
        False,
        f"{sys.executable} -m pip install ctranslate2 (0.1 GB)",
    )


def _imports(*modules: str) -> bool:
    try:
        for module in modules:
            __import__(module)
    except (ImportError, OSError):
        # WeasyPrint raises OSError where Pango's libraries are not there to be loaded.
        return False
    return True


def _templates() -> bool:
    from briefing.render.templates import folder

    return any((folder() / "fonts").glob("*.woff2"))


def _font(pattern: str) -> bool:
    return any(any(Path(folder).expanduser().rglob(pattern)) for folder in _FONT_FOLDERS)
