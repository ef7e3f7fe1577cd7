"""The command line: one command a file. It alone prints, and it alone catches the exception tree."""

from briefing.cli.app import main

__all__ = ["main"]
