import asyncio
import threading

import pytest

from briefing.summarizers.abstractive.server.streamed import streamed


def test_items_come_before_the_error():
    """What was handed over before the work failed is yielded, then the error is raised."""

    async def work(tell):
        tell(1)
        await asyncio.sleep(0)
        tell(2)
        raise ValueError("three")

    items = streamed(work)
    assert [next(items), next(items)] == [1, 2]
    with pytest.raises(ValueError, match="three"):
        next(items)


def test_closing_cancels_the_work():
    """Who takes no more answers ends the work, which can clean up behind itself."""
    ended = threading.Event()

    async def work(tell):
        try:
            tell("first")
            await asyncio.sleep(3600)
        finally:
            ended.set()

    items = streamed(work)
    assert next(items) == "first"
    items.close()
    assert ended.wait(5)


def test_within_a_loop():
    """It works where an event loop runs already, as in a notebook."""

    async def work(tell):
        tell("inside")

    async def caller():
        return list(streamed(work))

    assert asyncio.run(caller()) == ["inside"]
