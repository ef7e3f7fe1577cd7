import pytest

from tests.fetch.conftest import _no_proxy
from tests.fetch.server import Server
from tests.week import simulation

__all__ = ["_no_proxy"]


@pytest.fixture(scope="session")
def week(tmp_path_factory):
    """Return what a reader found on each morning of the week, by day."""
    with pytest.MonkeyPatch.context() as patch, Server() as server:
        patch.setenv("BRIEFING_HOME", str(tmp_path_factory.mktemp("week-home")))
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            patch.delenv(name, raising=False)
            patch.delenv(name.upper(), raising=False)
        return {each.day: each for each in simulation.week(server, tmp_path_factory.mktemp("week-out"))}
