import os
import threading
import time
from collections.abc import Iterator
from contextlib import closing

import pytest

from briefing.workers import in_order

HERE = os.getpid()


def square(number: int) -> int:
    """Do a little work."""
    return number * number


def where(_: int) -> int:
    """Return the process that does the work, which takes a little."""
    time.sleep(0.01)
    return os.getpid()


def die_elsewhere(item: tuple[int, int]) -> int:
    """Kill the process, unless it is the one whose number comes with the item."""
    number, here = item
    if number == 40 and os.getpid() != here:
        os._exit(9)
    return number


def test_answers_come_in_order():
    """Whoever did the work, the answers stand in the order of the items."""
    assert list(in_order(square, range(300), processes=2)) == [n * n for n in range(300)]


def test_other_processes_help():
    """A few items are done here; of many, the later ones are done by other processes."""
    assert set(in_order(where, range(20), processes=2)) == {HERE}
    done_by = list(in_order(where, range(600), processes=2))
    assert done_by[0] == HERE
    assert len(set(done_by)) == 3


def test_an_answer_does_not_wait_for_the_next_item():
    """The answer to an item is there before the next item has come, however many came before."""
    answered = threading.Event()

    def items() -> Iterator[int]:
        for number in range(40):
            yield number
            assert answered.wait(60), f"item {number} was not answered"
            answered.clear()

    for number, answer in enumerate(in_order(square, items(), processes=2)):
        assert answer == number * number
        answered.set()


def test_source_that_fails():
    """What the items' source raises is raised behind the answers to the items before."""

    def items() -> Iterator[int]:
        yield from range(50)
        raise OSError("gone")

    answers = in_order(square, items(), processes=2)
    assert [next(answers) for _ in range(50)] == [n * n for n in range(50)]
    with pytest.raises(OSError, match="gone"):
        next(answers)


def test_work_that_fails():
    """What the work raises on an item is raised in the place of its answer."""
    with pytest.raises(TypeError):
        list(in_order(square, [*range(40), "x"], processes=2))


def test_process_that_dies():
    """No item is lost with a process that dies: it is worked on here."""
    items = [(number, HERE) for number in range(100)]
    assert list(in_order(die_elsewhere, items, processes=2)) == list(range(100))


def test_answers_that_nobody_wants():
    """Whoever stops asking leaves nothing running."""
    with closing(in_order(square, iter(range(10**9)), processes=2)) as answers:
        assert [next(answers) for _ in range(60)] == [n * n for n in range(60)]
