import os
import stat
from pathlib import Path

import pytest

from briefing.deliver import write_whole
from briefing.errors import RenderError


def test_folder_is_made(tmp_path):
    """A file is written into a folder that is not there yet."""
    path = write_whole(tmp_path / "a" / "b.txt", b"news")
    assert path.read_bytes() == b"news"


def test_nothing_else_is_left(tmp_path):
    """Beside the file that was written lies no half-written one."""
    write_whole(tmp_path / "b.txt", b"old")
    write_whole(tmp_path / "b.txt", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["b.txt"]
    assert (tmp_path / "b.txt").read_bytes() == b"new"


def test_failure_keeps_the_old_file(tmp_path, monkeypatch):
    """When writing fails half-way, the old file is whole and the new one is gone."""
    path = write_whole(tmp_path / "b.txt", b"old")

    def full_disk(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(RenderError, match=r"b\.txt: cannot be written: No space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_file_in_place_of_the_folder(tmp_path):
    """Where the output folder is a file, the error names the path and the cause."""
    (tmp_path / "out").write_text("not a folder")
    with pytest.raises(RenderError, match=r"out.*cannot be written"):
        write_whole(tmp_path / "out" / "b.txt", b"new")


def test_permissions_follow_the_umask(tmp_path):
    """A file gets the permissions that any new file of this user gets."""
    plain = tmp_path / "plain"
    plain.touch()
    written = write_whole(tmp_path / "written", b"")
    assert _mode(written) == _mode(plain)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
