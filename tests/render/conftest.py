import os
import shutil

import pytest


@pytest.fixture(scope="module")
def chromium():
    """Start a Chromium without a window; skip where there is none.

    For one module at a time: as long as it runs no other test can run an event loop of its own.
    """
    playwright = pytest.importorskip("playwright.sync_api", reason="the playwright package is not installed")
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("no Chromium is installed: apt-get install chromium")
    # As root, as in a container, it refuses to start inside its own sandbox.
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=options)
        yield browser
        browser.close()
