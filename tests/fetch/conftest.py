"""What the tests of fetching share."""

import pytest
import trustme

from tests.fetch.server import Server


@pytest.fixture
def server():
    """Return a server that is as good or as bad as its pages."""
    with Server() as running:
        yield running


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    """Let no proxy of the machine that runs the tests in between."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def authority(tmp_path, monkeypatch):
    """Return an authority that this process trusts."""
    made = trustme.CA()
    made.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return made
