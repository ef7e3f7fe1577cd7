import shlex
import subprocess
import sys

import pytest

from briefing.errors import EngineUnavailable
from briefing.summarizers.abstractive.local import writer
from briefing.summarizers.abstractive.local.packages import installing, missing

PYTHON = shlex.quote(sys.executable)


def test_a_writer_is_made_without_anything_heavy():
    """Making a writer imports neither torch nor transformers nor the hub's client."""
    program = (
        "import sys; from briefing.summarizers.abstractive.local import writer; writer(); writer('x/y')\n"
        "heavy = {'torch', 'transformers', 'huggingface_hub', 'ctranslate2', 'numpy'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize("lacking", [["torch"], ["transformers"], ["torch", "transformers"]])
def test_missing_packages(monkeypatch, tmp_path, lacking):
    """Without torch or transformers the message names what lacks, and the commands that bring it."""
    for name in lacking:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(EngineUnavailable) as refused:
        writer(str(tmp_path)).room  # noqa: B018
    message = str(refused.value)
    assert " and ".join(lacking) in message
    assert f"{PYTHON} -m pip install 'transformers" in message
    assert ("https://download.pytorch.org/whl/cpu" in message) == ("torch" in lacking)


def test_sizes():
    """The commands say how large what they bring is."""
    assert installing() == (
        f"{PYTHON} -m pip install torch --index-url https://download.pytorch.org/whl/cpu && "
        f"{PYTHON} -m pip install 'transformers>=5,<6' sentencepiece protobuf ctranslate2 "
        "(torch's CPU build 0.9 GB, transformers and CTranslate2 0.4 GB)"
    )


def test_looking_imports_nothing():
    """Whether a package is there is found out without importing it."""
    assert missing(("no_such_package", "briefing")) == ("no_such_package",)
