"""What a user may set.

tables, mail   the settings and their defaults
loading        `briefing.toml` and options → settings, or what is wrong with them
"""

from briefing.config.loading import FILE, build, load, override
from briefing.config.mail import Mail
from briefing.config.tables import Config, Fetch, Llm, SectionRule, Source

__all__ = [
    "FILE",
    "Config",
    "Fetch",
    "Llm",
    "Mail",
    "SectionRule",
    "Source",
    "build",
    "load",
    "override",
]
