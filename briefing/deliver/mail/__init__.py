"""Mail: a letter becomes messages, and a way out takes them.

letter → headers, message → messages ─┬─ smtp (connection, deadline, secrets, causes)
                                      ├─ sendmail
                                      └─ maildir
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.config import Mail
from briefing.deliver.mail.letter import Letter, Message, Part, Refusal, Transport
from briefing.deliver.mail.maildir import Maildir
from briefing.deliver.mail.message import messages
from briefing.deliver.mail.sendmail import Sendmail
from briefing.deliver.mail.smtp import Smtp

__all__ = ["Letter", "Message", "Part", "Refusal", "Transport", "messages", "transport"]

_WAYS: dict[str, Callable[[Mail], Transport]] = {"smtp": Smtp, "sendmail": Sendmail, "maildir": Maildir}


def transport(settings: Mail) -> Transport:
    """Return the way out that is set. Raises ConfigError for settings that it can do nothing with."""
    return _WAYS[settings.how](settings)
