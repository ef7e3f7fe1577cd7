"""The one exception tree.

    BriefingError            what a user can act on; the message says what, where and what to do
    ├── ConfigError          a setting or an option is wrong (exit 2)
    ├── SourceError          a source cannot be read; becomes a Problem when other sources can
    ├── EngineError          a summarizer cannot work on this text
    │   └── EngineUnavailable  nor on any other: its package, model or server is not there
    ├── RenderError          a format cannot be written
    └── LockedError          another run is under way (exit 5)

Only the command line catches the tree as a whole. Below it, a failure that costs one source or one
format becomes a `Problem`; anything outside the tree is a bug and keeps its traceback.
"""


class BriefingError(Exception):
    """The root. `str(error)` is one line, meant for the person who runs the command."""


class ConfigError(BriefingError):
    """A setting, an option or a name is wrong. The message names it and what would be right."""


class SourceError(BriefingError):
    """A source that cannot be read.

    `source` is the path as the user wrote it; `message` is the cause alone, without the name.
    """

    def __init__(self, source: str, message: str) -> None:
        super().__init__(f"{source}: {message}")
        self.source = source
        self.message = message


class EngineError(BriefingError):
    """A summarizer that cannot work on this text, or not at all; the message says why."""


class EngineUnavailable(EngineError):
    """A summarizer that can do nothing more in this run; the message says why and what would help."""


class RenderError(BriefingError):
    """A format that could not be made; the message says why and what to do."""


class LockedError(BriefingError):
    """Another run is under way; the message says which, since when."""
