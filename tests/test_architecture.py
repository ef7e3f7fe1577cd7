"""The house: which part may import which."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "briefing"
BASE = {"model", "errors", "config", "registry", "confine"}
SOURCES = {"fetch", "ingest", "store"}
MIDDLE = {*SOURCES, "group", "follow", "rank", "summarizers", "verify", "fit", "render", "deliver"}
# What each part may import of the package, besides itself.
ALLOWED = {
    "errors": set(),
    "model": {"errors"},
    "registry": {"errors"},
    "config": {"errors"},
    "text": {"model", "errors"},
    "copies": {"model", "errors", "text"},
    **{part: BASE | {"text"} for part in MIDDLE},
    "store": BASE | {"text", "copies"},
    "confine": set(),
    "apart": {"confine"},
    "gather": BASE | {"apart", "fetch", "ingest", "store", "text"},
    "illustrate": BASE | {"apart", "fetch", "store", "text"},
    "subscriptions": BASE | {"apart", "deliver", "fetch", "gather", "ingest", "text"},
    "schedule": {"errors"},
    "condense": BASE | {"summarizers", "verify", "text"},
    "pipeline": BASE
    | MIDDLE
    | {
        "text",
        "gather",
        "copies",
        "condense",
        "illustrate",
        "__init__",
    },  # of the package's face its version alone
    "__init__": BASE | MIDDLE | {"text", "gather", "pipeline"},
    "workers": set(),
    "cli": BASE
    | MIDDLE
    | {"text", "gather", "subscriptions", "condense", "pipeline", "schedule", "__init__", "workers"},
    "__main__": {"cli"},
}
HEAVY = {"torch", "transformers", "weasyprint", "nltk", "sumy"}


def _part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported(path: Path) -> set[str]:
    """Return the parts of the package that a module imports anywhere, even late."""
    parts = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            package, _, rest = name.partition(".")
            if package == "briefing":
                part = rest.split(".")[0]
                known = (PACKAGE / part).is_dir() or (PACKAGE / f"{part}.py").is_file()
                parts.add(part if known else "__init__")
    return parts


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.as_posix()[-40:])
def test_arrows_run_one_way(path):
    """A module imports only what stands before its part in the flow of data."""
    part = _part(path)
    assert _imported(path) - {part} <= ALLOWED[part]


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.as_posix()[-40:])
def test_possessive_groups_are_for_regex(path):
    """No pattern of Python's own re repeats a group possessively: before 3.11.5 that can loop for ever."""
    text = path.read_text("utf-8")
    if "import re\n" in text:
        assert not re.search(r"\)(?:[*+?]|\{+\d*,?\w*\}+)\+", text)


def test_help_loads_nothing_heavy():
    """`briefing --help` loads none of the heavy libraries."""
    program = (
        "import sys; from briefing.cli import main; sys.argv = ['briefing', '--help']\n"
        "try: main()\n"
        f"except SystemExit: sys.stderr.write(' '.join(sorted(set(sys.modules) & {HEAVY!r})))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "make" in ran.stdout
    assert ran.stderr == ""
