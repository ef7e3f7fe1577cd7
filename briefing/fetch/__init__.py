"""Fetching: addresses in, bytes out; politely, within deadlines, and never from a private place."""

from briefing.fetch.ask import Answer, Ask, Failure, Known, Resolver, Rules
from briefing.fetch.front import fetch
from briefing.model import Validators

__all__ = ["Answer", "Ask", "Failure", "Known", "Resolver", "Rules", "Validators", "fetch"]
