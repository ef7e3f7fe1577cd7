import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.factory import BODY

CHECKOUT = Path(__file__).parents[1]


def _run(*command: object, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run with nothing of Python's own settings; a failure shows what the command said."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    arguments = [str(part) for part in command]
    done = subprocess.run(arguments, cwd=cwd, env=clean | env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{arguments}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Build the wheel with what is installed here: no network."""
    folder = tmp_path_factory.mktemp("dist")
    build = ("-m", "build", "--no-isolation", "--wheel", "--outdir", folder)
    _run(sys.executable, *build, CHECKOUT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def home(wheel, tmp_path_factory) -> Path:
    """Install the wheel by itself: in an environment that sees these libraries, but not the checkout."""
    folder = tmp_path_factory.mktemp("an environment")
    venv.create(folder, symlinks=True, with_pip=False)
    python = folder / "bin" / "python"
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(_run(python, "-c", where, cwd=folder).stdout.strip())
    # Python reads no .pth in a folder that a .pth names: an editable install's way to the checkout ends here.
    libraries = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "libraries.pth").write_text("\n".join(sorted(libraries)))
    install = ("-m", "pip", "install", "--no-deps", "--no-index", "--ignore-installed")
    _run(python, *install, wheel, cwd=folder, PIP_USER="0")
    return folder


@pytest.fixture
def news(tmp_path) -> Path:
    """Make a source far from the checkout."""
    source = tmp_path / "harbour.txt"
    source.write_text(f"Fallen crane closes Lindvik harbour\n\n{BODY}\n", "utf-8")
    return source


def test_wheel_carries_what_the_package_reads(wheel):
    """Every file of briefing/ and templates/ is in the wheel, and nothing else is in its package."""
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("briefing/")}
    skipped = {"__pycache__", ".mypy_cache", ".ruff_cache"}
    here = {
        path.relative_to(CHECKOUT)
        for folder in ("briefing", "templates")
        for path in (CHECKOUT / folder).rglob("*")
        if path.is_file() and not skipped & set(path.parts)
    }
    expected = {str(Path("briefing") / path if path.parts[0] == "templates" else path) for path in here}
    assert expected == inside
    assert {"briefing/py.typed", "briefing/templates/print.html"} <= inside
    assert any(name.endswith(".woff2") for name in inside)
    assert any(name.endswith(".schema.json") for name in inside)


def test_installed_package_is_not_the_checkout(home, tmp_path):
    """The test's environment imports the wheel's package, and the checkout is not on its path."""
    code = "import briefing, sys; print(briefing.__file__, *sys.path, sep='\\n')"
    places = _run(home / "bin" / "python", "-c", code, cwd=tmp_path).stdout.splitlines()
    assert Path(places[0]).is_relative_to(home)
    assert str(CHECKOUT) not in places[1:]


def test_installed_command_makes_every_format(home, news):
    """The wheel's command, run in another folder, makes each format, the PDF in the package's typefaces."""
    out = news.parent / "out"
    formats = "pdf,html,json,md,txt"
    done = _run(home / "bin" / "briefing", "make", news, "--out", out, "--format", formats, cwd=news.parent)
    made = {path.suffix: path for path in map(Path, done.stdout.splitlines())}
    assert set(made) == {".pdf", ".html", ".json", ".md", ".txt"}
    shipped = tuple({path.stem.split("-")[0] for path in (CHECKOUT / "templates" / "fonts").glob("*.woff2")})
    fonts = _fonts(made[".pdf"])
    assert fonts
    assert all(font.startswith(shipped) for font in fonts)
    assert json.loads(made[".json"].read_text("utf-8"))["schema"] == "briefing/1"
    assert "Fallen crane closes Lindvik harbour" in made[".html"].read_text("utf-8")


def _fonts(pdf: Path) -> list[str]:
    """Return the names of the first page's typefaces, without the tag of a subset and without hyphens."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
        names = {text.get_font().get_base_name() for text in texts}
    finally:
        document.close()
    return [name.split("+")[-1].replace("-", "") for name in names]
