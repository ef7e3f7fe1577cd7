import pytest
from hypothesis import settings

# How long an example takes depends on the machine; what a test proves does not.
settings.register_profile("briefing", deadline=None)
settings.load_profile("briefing")


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory, monkeypatch):
    """Remember nothing from one test to the next, nor in the place of the person who runs them."""
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path_factory.mktemp("home")))
