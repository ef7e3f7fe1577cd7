"""Programs of schedulers, as far as a test needs them: small scripts that note what they are asked."""

import stat
from pathlib import Path

CRONTAB = """\
if [ "$1" = -l ]; then
    [ -f "$0.kept" ] && cat "$0.kept" && exit
    echo "no crontab for ada" >&2; exit 1
fi
if [ "$1" = -r ]; then exec rm "$0.kept"; fi
cat > "$0.kept"
"""
NOTES = 'echo "$*" >> "$0.asked"\n'


def program(folder: Path, name: str, script: str) -> Path:
    """Write a program; what it is asked, or keeps, lies beside it."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path
