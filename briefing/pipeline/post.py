"""From a letter to its readers: the outbox, the way out, and what became of each message."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.deliver.mail import Message, Refusal, messages, transport
from briefing.model import Briefing, Problem, digest
from briefing.pipeline.letters import written
from briefing.pipeline.steps import Clock, Step, local_now, no_step
from briefing.store import FILE, Database, Outbox, Queued, home

if TYPE_CHECKING:
    from briefing.config import Config

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Mailed:
    """What became of mail in a run."""

    sent: tuple[str, ...] = ()
    """Recipients that it reached."""
    refused: tuple[Problem, ...] = ()
    """Recipients (as sources) that it will not reach until somebody does something about it."""
    before: tuple[str, ...] = ()
    """Recipients that have had it from an earlier run."""

    def __add__(self, other: Mailed) -> Mailed:
        """Return what became of both."""
        return Mailed(
            (*self.sent, *other.sent), (*self.refused, *other.refused), (*self.before, *other.before)
        )


class Post:
    """The way out and the outbox, for one run."""

    def __init__(
        self, config: Config, *, again: bool = False, explain: bool = False, clock: Clock = local_now
    ) -> None:
        """Take settings, whether to send `again` what was sent, and whether stories say why they are there.

        Raises ConfigError where there is no way out, or none that is safe.
        """
        self._config, self._again, self._explain = config, again, explain
        self._edition = _edition(config, config.date or clock().date())
        self._transport = transport(config.mail)
        self._outbox = Outbox(Database(home() / FILE))
        self._stuck: Refusal | None = None

    @property
    def problem(self) -> Problem | None:
        """Why the outbox cannot be used; what is sent then is not remembered."""
        return self._outbox.problem

    def retry(self) -> Mailed:
        """Send what is due, and what waits of the day's own briefing: who runs it again wants it tried."""
        return self._send(self._outbox.due(self._edition))

    def retry_now(self, number: int | None = None) -> Mailed | None:
        """Send what waits, or was refused, due or not: one entry, or all. None where there is none."""
        woken = self._outbox.wake(number)
        return self._send(self._outbox.ready(woken)) if woken else None

    def deferred(self) -> tuple[Problem, ...]:
        """Return what waits in the outbox, of whatever run: for whom, and why."""
        waiting = (entry for entry in self._outbox.entries() if entry.state == "waiting")
        return tuple(
            Problem(
                each.recipient,
                f"deferred until {each.next_at.astimezone():%H:%M} (`briefing outbox retry` tries it now): "
                f"{each.reason or 'not tried yet'}",
            )
            for each in waiting
        )

    def left(self) -> tuple[str, ...]:
        """Return the recipients for whom the day's briefing is still to be made.

        What a run that was broken off, or refused for a while, has made for the others is theirs: it goes out
        as it is, and not a second one beside it. A run that remembers nothing makes it for all.
        """
        if self._again or not self._config.only_new:
            return self._config.mail.to
        noted = self._outbox.entries(edition=self._edition)
        have = {entry.recipient for entry in noted if entry.state != "refused"}
        return tuple(to for to in self._config.mail.to if to not in have)

    def send(self, briefing: Briefing, to: tuple[str, ...], step: Step = no_step) -> tuple[Mailed, Briefing]:
        """Mail a briefing; return what became of it, and the briefing with what went wrong in the making."""
        letter, briefing = written(briefing, self._config, explain=self._explain, step=step)
        made = tuple(messages(letter, self._config.mail.model_copy(update={"to": to})))
        step("mailing", 0, len(made))
        noted = self._outbox.put(
            [Queued(each.id, each.sender, each.recipients, each.data) for each in made],
            letter.subject,
            edition=self._edition,
            briefing=briefing if self._config.only_new else None,
            again=self._again,
        )
        if not noted:
            return self._send_unnoted(made), briefing
        waiting = self._outbox.ready([each.id for each in made])
        left = {recipient for each in waiting for recipient in each.recipients}
        return Mailed(before=tuple(each for each in to if each not in left)) + self._send(waiting), briefing

    def _send(self, waiting: Iterable[Queued]) -> Mailed:
        """Send messages, each marked as soon as it is known what became of it."""
        done = Mailed()
        for each in waiting:
            refused = self._handed_over(Message(each.id, each.sender, each.recipients, each.data))
            accepted = tuple(to for to in each.recipients if to not in refused)
            if accepted:
                self._outbox.sent(each.id, accepted)
                _LOG.info("mailed %s to %s", each.id, ", ".join(accepted))
            if refused:
                self._outbox.failed(each.id, {to: (why.cause, why.lasting) for to, why in refused.items()})
            done += Mailed(accepted, _lasting(refused))
        return done

    def _send_unnoted(self, made: Sequence[Message]) -> Mailed:
        """Send messages that cannot be noted: what does not go out now is not tried again."""
        done = Mailed()
        for each in made:
            refused = {to: replace(why, lasting=True) for to, why in self._handed_over(each).items()}
            done += Mailed(tuple(to for to in each.recipients if to not in refused), _lasting(refused))
        return done

    def _handed_over(self, message: Message) -> dict[str, Refusal]:
        """Return for whom a message was refused: for all, unasked, where the way out has failed before."""
        if self._stuck is None:
            refused = dict(self._transport(message))
            self._stuck = next((why for why in refused.values() if why.general), None)
            return refused
        return dict.fromkeys(message.recipients, self._stuck)


def _lasting(refused: Mapping[str, Refusal]) -> tuple[Problem, ...]:
    return tuple(Problem(to, why.cause) for to, why in refused.items() if why.lasting)


def _edition(config: Config, day: date) -> str:
    """Return a name for a day's briefing from these sources, by which the next run knows that it was made."""
    if not config.only_new:
        return ""
    sources = (source.at for source in config.sources)
    places = (at if "://" in at or at == "-" else str(Path(at).absolute()) for at in sources)
    return digest(day.isoformat(), config.title, *places)
