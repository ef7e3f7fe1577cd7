import socket
from threading import Event

import pytest

from briefing.deliver.mail.deadline import Late, Line, within


def test_work_in_time_is_what_it_is():
    """What is done in time is returned, or raised, as it is; a time limit of its own is not ours."""
    assert within(20.0, Line(), lambda: 5) == 5

    def fail() -> None:
        raise TimeoutError("its own")

    with pytest.raises(TimeoutError, match="its own"):
        within(20.0, Line(), fail)


def test_work_that_hangs_without_a_connection_is_left_alone():
    """What hangs before there is a connection (on a name, say) holds nobody up, and can make none later."""
    line, go_on, ended = Line(), Event(), Event()
    ours, theirs = socket.socketpair()

    def work() -> None:
        go_on.wait(20)
        try:
            line.hold(ours)
        except Late:
            ended.set()
            raise

    with pytest.raises(Late):
        within(0.05, line, work)
    go_on.set()
    assert ended.wait(20)
    assert theirs.recv(1) == b""
    theirs.close()


def test_work_that_waits_for_an_answer_is_cut_off():
    """What waits for an answer when the time is over finds its connection gone."""
    line, heard = Line(), []
    ours, theirs = socket.socketpair()
    done = Event()

    def work() -> None:
        line.hold(ours)
        heard.append(ours.recv(1))
        done.set()

    with pytest.raises(Late):
        within(0.05, line, work)
    assert done.wait(20) and heard == [b""]
    theirs.close()
