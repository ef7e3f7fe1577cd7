"""From a briefing to letters: what is mailed, and what would be."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import render
from briefing.deliver import write_whole
from briefing.deliver.mail import Letter, Part, messages
from briefing.errors import RenderError
from briefing.model import Briefing, Problem
from briefing.pipeline.output import layout
from briefing.pipeline.steps import Step, no_step
from briefing.render import mail
from briefing.store.records import briefing_id

if TYPE_CHECKING:
    from briefing.config import Config


def written(
    briefing: Briefing, config: Config, *, explain: bool = False, step: Step = no_step
) -> tuple[Letter, Briefing]:
    """Return a briefing as a letter, and the briefing with what went wrong in the making.

    A PDF that cannot be made costs the PDF alone: the letter goes without, and says so.
    """
    step("writing", 0, 1)
    look = layout(config, explain=explain)
    files: tuple[Part, ...] = ()
    if config.mail.attach_pdf:
        try:
            data = render.renderers.get("pdf")(briefing, look)
            files = (Part(f"briefing-{briefing.date.isoformat()}.pdf", "application/pdf", data),)
        except RenderError as error:
            briefing = replace(briefing, problems=(*briefing.problems, Problem("pdf", str(error))))
    page = mail.render(briefing, look)
    letter = Letter(
        briefing=briefing_id(briefing),
        title=briefing.title,
        subject=page.subject,
        text=page.text,
        html=page.html,
        made=briefing.generated,
        pictures=tuple(Part(name, image.type, image.data) for name, image in page.pictures),
        files=files,
    )
    return letter, briefing


def write_messages(
    briefing: Briefing, config: Config, *, explain: bool = False, step: Step = no_step
) -> tuple[tuple[Path, ...], Briefing]:
    """Write what would be mailed into the output folder; return the paths, and the briefing as it was made.

    Without a recipient it is one message to nobody. Raises RenderError where it cannot be written.
    """
    letter, briefing = written(briefing, config, explain=explain, step=step)
    settings = config.mail if config.mail.to else config.mail.model_copy(update={"each": False})
    made = tuple(messages(letter, settings))
    paths = []
    for message in made:
        to = f".{re.sub(r'[^A-Za-z0-9@.-]', '_', message.recipients[0])}" if len(made) > 1 else ""
        path = config.out / f"briefing-{briefing.date.isoformat()}{to}.eml"
        paths.append(write_whole(path, message.data))
    return tuple(paths), briefing
