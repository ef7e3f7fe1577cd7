"""Small models that are taught on the spot, as fixtures: folders as one would download them.

A test elsewhere gets them by importing the names into its module or its conftest:

    from tests.summarizers.abstractive.small_models import copying_bart  # a fixture

What each writes of an article of `invented.news`:

    copying_bart      the first two sentences, without who said so   (BART, 0.6 million weights)
    copying_t5        the first sentence, without who said so        (T5, behind "summarize: ")
    copying_instruct  the same, as a list: "- …"                     (Llama, asked as `instructions` has it)

They are taught once for a state of these files and of the libraries (20 to 60 seconds each on one core),
whichever worker comes first, and kept in pytest's cache.
"""

import hashlib
import os
import warnings
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def copying_bart(pytestconfig: pytest.Config) -> Path:
    """Return the folder of a BART that writes the first two sentences, without who said so."""
    return _taught(pytestconfig, "bart")


@pytest.fixture(scope="session")
def copying_t5(pytestconfig: pytest.Config) -> Path:
    """Return the folder of a T5 that writes the first sentence, without who said so."""
    return _taught(pytestconfig, "t5")


@pytest.fixture(scope="session")
def copying_instruct(pytestconfig: pytest.Config) -> Path:
    """Return the folder of an instruct model that writes the first sentence as a list."""
    return _taught(pytestconfig, "instruct")


def _taught(config: pytest.Config, name: str) -> Path:
    """Return the folder of the model, which is taught if it is not there yet."""
    for package in ("torch", "transformers"):
        pytest.importorskip(package)
    from filelock import FileLock

    os.environ.setdefault("OMP_NUM_THREADS", "1")  # several workers share the cores
    assert config.cache is not None
    kept = config.cache.mkdir("small-models")
    folder = kept / f"{name}-{_state()}"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            unfinished = folder.with_suffix(".unfinished")
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of libraries, about themselves
                _teacher(name)(unfinished)
            unfinished.rename(folder)
    return folder


def _teacher(name: str) -> Callable[[Path], None]:
    from tests.summarizers.abstractive import teaching

    teachers = {"bart": teaching.bart, "t5": teaching.t5, "instruct": teaching.instruct}
    return teachers[name]


def _state() -> str:
    """Return a digest of all that a model is made of."""
    from briefing.summarizers.abstractive import instructions

    here = Path(__file__).parent
    digest = hashlib.sha256(Path(instructions.__file__).read_bytes())
    for file in ("invented.py", "lessons.py", "starts.py", "teaching.py", "vocabularies.py"):
        digest.update((here / file).read_bytes())
    for package in ("torch", "transformers", "tokenizers"):
        digest.update(version(package).encode())
    return digest.hexdigest()[:12]
