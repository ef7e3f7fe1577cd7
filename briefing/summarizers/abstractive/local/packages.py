"""The packages that a model on this machine needs, and the command that brings them."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable
from importlib.util import find_spec

from briefing.errors import EngineUnavailable

NEEDED = ("torch", "transformers")
"""What must be importable; the rest comes along with them."""

# By the packages' own names: this one's may mean another on an index.
_PIP = f"{shlex.quote(sys.executable)} -m pip install"
_TORCH_CPU = f"{_PIP} torch --index-url https://download.pytorch.org/whl/cpu"
_REST = f"{_PIP} 'transformers>=5,<6' sentencepiece protobuf ctranslate2"


def missing(packages: Iterable[str] = NEEDED) -> tuple[str, ...]:
    """Return which of `packages` cannot be imported. Imports none of them."""
    return tuple(name for name in packages if not _there(name))


def installing(lacking: Iterable[str] = NEEDED) -> str:
    """Return the commands that bring `lacking`, in their order, and how much disk they take.

    The sizes are of a Linux machine with Python 3.11: torch 2.13 for the CPU with what it needs, and
    transformers 5.23 and CTranslate2 with what they need beyond that. PyPI's own torch for Linux brings CUDA:
    5 GB and more.
    """
    commands, sizes = [_REST], ["transformers and CTranslate2 0.4 GB"]
    if "torch" in lacking:
        commands.insert(0, _TORCH_CPU)
        sizes.insert(0, "torch's CPU build 0.9 GB")
    return f"{' && '.join(commands)} ({', '.join(sizes)})"


def require(packages: Iterable[str] = NEEDED) -> None:
    """Raise EngineUnavailable, which says how to install what is missing."""
    if lacking := missing(packages):
        are = "is" if len(lacking) == 1 else "are"
        raise EngineUnavailable(
            f"{' and '.join(lacking)} {are} not installed; what a model on this machine needs: "
            f"{installing(lacking)}"
        )


def _there(name: str) -> bool:
    if name in sys.modules:
        return sys.modules[name] is not None
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:  # of the package that it is a part of
        return False
