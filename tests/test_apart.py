"""Work in processes that can be killed."""

import os
import subprocess
import sys
import time

import pytest

from briefing.apart import Killed, apart


def _work(item: str) -> str:
    if item == "hangs":
        time.sleep(60)
    if item == "crashes":
        os._exit(11)
    if item == "swells":
        return str(len(bytearray(1 << 40)))
    if item == "is wrong":
        raise KeyError(item)
    return item.upper()


def _is_loaded(module: str) -> bool:
    return module in sys.modules


def test_order_is_kept():
    """Answers come in the order of the items, each with its key."""
    items = ((number, f"item {number}") for number in range(30))
    assert list(apart(_work, items, 10)) == [(number, f"ITEM {number}") for number in range(30)]


@pytest.mark.parametrize("bad", ["hangs", "crashes", "swells"])
def test_bad_item_costs_itself(bad):
    """An item on which the work hangs, crashes or runs out of memory is named; the others are done."""
    done = dict(apart(_work, enumerate(["a", bad, "b"]), 1.5))
    assert (done[0], done[2]) == ("A", "B")
    assert isinstance(done[1], Killed)


@pytest.mark.skipif(os.name == "nt", reason="processes are forked nowhere else")
def test_what_is_loaded_beforehand():
    """What one kind of work needs is there before it begins, and is let go of when another comes."""
    for preload, loaded in ((["colorsys"], True), (["colorsys"], True), ([], False)):
        assert list(apart(_is_loaded, [(0, "colorsys")], 10, preload=preload)) == [(0, loaded)]


def test_script_without_a_guard(tmp_path):
    """A script that has no guard against being run twice is run once."""
    script = tmp_path / "script.py"
    script.write_text(
        "from briefing.apart import apart\nprint(list(apart(len, [(1, b'abc'), (2, b'')], 20.0)))\n", "utf-8"
    )
    ran = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, timeout=60)
    assert (ran.stdout, ran.stderr) == ("[(1, 3), (2, 0)]\n", "")


def test_a_fault_of_ours_is_seen():
    """What the work itself raises is raised here: a bug is no bad item."""
    with pytest.raises(KeyError):
        list(apart(_work, [(0, "is wrong")], 10))


def test_nobody_waits_for_the_rest():
    """Who stops listening ends the work."""
    answers = apart(_work, enumerate(["a", "hangs"]), 30)
    assert next(answers) == (0, "A")
    began = time.monotonic()
    answers.close()
    assert time.monotonic() - began < 20
