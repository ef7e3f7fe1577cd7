"""From a briefing to its reader: files that are whole, and what is remembered of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import render
from briefing.deliver import write_whole
from briefing.errors import RenderError
from briefing.model import Briefing, Problem
from briefing.pipeline.steps import Step, no_step
from briefing.store import FILE, Library, home, run_lock

if TYPE_CHECKING:
    from briefing.config import Config


@contextmanager
def alone(config: Config, *, always: bool = False) -> Iterator[tuple[Problem, ...]]:
    """Keep other runs that remember what they told away from one that does; give what hinders that.

    With `always` also where nothing is remembered: what is mailed must not be mailed by two at once. Raises
    LockedError where another is under way.
    """
    if not config.only_new and not always:
        yield ()
        return
    with run_lock(home()) as problem:
        yield (problem,) if problem else ()


def write(
    briefing: Briefing, config: Config, *, explain: bool = False, step: Step = no_step
) -> tuple[tuple[Path, ...], Briefing]:
    """Write every format of `config`; return the paths in the order of its formats, and the briefing.

    With `explain` each story says why it stands where it does.

    A format that cannot be made costs no other: it becomes a problem of the briefing, which those that are
    written after it tell. So the one that fails most, the PDF, is made first.
    """
    written: dict[str, Path] = {}
    for done, name in enumerate(sorted(config.formats, key=lambda name: name != "pdf")):
        step("writing", done, len(config.formats))
        path = config.out / f"briefing-{briefing.date.isoformat()}.{name}"
        try:
            data = render.renderers.get(name)(briefing, layout(config, explain=explain))
            written[name] = write_whole(path, data)
        except RenderError as error:
            briefing = replace(briefing, problems=(*briefing.problems, Problem(name, str(error))))
    return tuple(written[name] for name in config.formats if name in written), briefing


def remember(briefing: Briefing, config: Config, paths: Sequence[Path]) -> tuple[Problem, ...]:
    """Take note that a briefing has reached its reader, in these files; return what went wrong with that."""
    if not config.only_new or not paths:
        return ()
    with Library(home() / FILE, clock=lambda: briefing.generated) as library:
        if name := library.record(briefing, [path.suffix[1:] for path in paths]):
            library.deliver(name)
        return (library.problem,) if library.problem else ()


def layout(config: Config, *, explain: bool) -> render.Layout:
    """Return how the briefing is to look."""
    return render.Layout(config.page, explain, config.words_per_minute, config.theme, config.templates)
