"""Where everything that is remembered lies."""

from __future__ import annotations

import os
from pathlib import Path


def home() -> Path:
    """Return the folder: $BRIEFING_HOME, else the platform's own place for a program's data.

    It need not be there yet.
    """
    if named := os.environ.get("BRIEFING_HOME"):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("briefing", appauthor=False)
