"""A deadline over everything that is done on a connection, whatever that is waiting for.

A time limit on a socket is none on a conversation: a server that sends a byte a minute meets every one.
And looking up a name has none at all.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from threading import Lock, Thread
from typing import TypeVar

Answer = TypeVar("Answer")


class Late(Exception):
    """What was to be done was not done in time."""


class Line:
    """The connection that a piece of work has, so that somebody else can cut it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._socket: socket.socket | None = None
        self._cut = False

    def hold(self, connection: socket.socket) -> None:
        """Take note of a connection, or of what has taken its place. Raises Late where it is too late."""
        with self._lock:
            self._socket = connection
            if self._cut:
                connection.close()
                raise Late

    def cut(self) -> None:
        """End the connection: who reads or writes on it is told at once, and nothing more goes out."""
        with self._lock:
            self._cut = True
            if self._socket is not None:
                with suppress(OSError):
                    socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def close(self) -> None:
        """Let the connection go."""
        with self._lock:
            if self._socket is not None:
                with suppress(OSError):
                    self._socket.close()


def within(seconds: float, line: Line, work: Callable[[], Answer]) -> Answer:
    """Return what `work` returns, or raise what it raises. Raises Late when the time is over.

    It has a thread to itself, which is left alone then: its connection is cut, and it can make no other.
    """
    future: Future[Answer] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)
        finally:
            line.close()

    Thread(target=run, daemon=True, name="mail").start()
    try:
        return future.result(seconds)
    except TimeoutError:
        if future.done():  # it was the work itself that met a time limit
            raise
        raise Late from None
    finally:
        line.cut()  # also where somebody has stopped the program: nothing goes out behind its back
