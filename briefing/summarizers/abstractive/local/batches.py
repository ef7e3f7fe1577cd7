"""Which requests run together: of like length, within a budget, and halved where memory runs out."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence

from briefing.errors import EngineError, EngineUnavailable
from briefing.summarizers.abstractive.local.prompts import Prompt, Runtime
from briefing.text.clean import one_line

_log = logging.getLogger(__name__)


def planned(prompts: Iterable[Prompt], budget: int) -> Iterator[tuple[Prompt, ...]]:
    """Yield batches of prompts, the longest first: what does not fit into memory shows at once.

    A batch pads each text to its longest, and that many tokens are at most `budget`, unless one text alone
    takes more. Its prompts are of one kind.
    """
    batch: list[Prompt] = []
    for prompt in sorted(prompts, key=_likeness):
        if batch and (prompt.kind != batch[0].kind or len(batch[0].ids) * (len(batch) + 1) > budget):
            yield tuple(batch)
            batch = []
        batch.append(prompt)
    if batch:
        yield tuple(batch)


def run(runtime: Runtime, batch: Sequence[Prompt]) -> Iterator[tuple[Prompt, list[int] | EngineError]]:
    """Yield what was written for each prompt; a batch that fails is halved, down to the one that is at fault.

    Raises EngineUnavailable where the model itself is.
    """
    try:
        written = runtime(batch)
    except EngineUnavailable:
        raise
    except (MemoryError, RuntimeError, IndexError) as error:
        _log.debug("a batch of %d failed: %s", len(batch), error)
        cause = f"the model failed on this text: {one_line(str(error))[:200] or type(error).__name__}"
    else:
        yield from zip(batch, written, strict=True)
        return
    # Outside of `except`, where the error would keep the failed batch's tensors alive.
    if len(batch) == 1:
        yield batch[0], EngineError(cause)
        return
    middle = len(batch) // 2
    yield from run(runtime, batch[:middle])
    yield from run(runtime, batch[middle:])


def _likeness(prompt: Prompt) -> tuple[tuple[int, int, int], int, int]:
    return prompt.kind, -len(prompt.ids), prompt.number
