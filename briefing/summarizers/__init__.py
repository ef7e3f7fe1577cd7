"""Summarizing: articles about one event in, bullets with their receipts out. One engine a file."""

from __future__ import annotations

from briefing.registry import Registry
from briefing.summarizers.abstractive.server.settings import Server
from briefing.summarizers.engine import BatchEngine, Engine, Factory, NeedyEngine
from briefing.summarizers.ladder import Ladder
from briefing.summarizers.options import Memory, Options

engines: Registry[Factory] = Registry(
    "engine",
    {
        "news": "briefing.summarizers.news:News",
        "lead": "briefing.summarizers.lead:Lead",
        "lexrank": "briefing.summarizers.sumy:lexrank",
        "textrank": "briefing.summarizers.sumy:textrank",
        "lsa": "briefing.summarizers.sumy:lsa",
        "luhn": "briefing.summarizers.sumy:luhn",
        "kl": "briefing.summarizers.sumy:kl",
        "sumbasic": "briefing.summarizers.sumy:sumbasic",
        "reduction": "briefing.summarizers.sumy:reduction",
        "edmundson": "briefing.summarizers.sumy:edmundson",
        "abstractive": "briefing.summarizers.abstractive.engine:abstractive",
        "llm": "briefing.summarizers.abstractive.engine:llm",
    },
)

STAND_INS = ("news", "lead")
"""The engines that stand in, in this order, for one that cannot work."""


def ladder(engine: str, options: Options | None = None) -> Ladder:
    """Return the engine called `engine` and, below it, those that stand in for it.

    Raises ConfigError for an unknown name, which lists the right ones.
    """
    made = options or Options()
    return Ladder(tuple(engines.get(name)(made) for name in dict.fromkeys((engine, *STAND_INS))))


__all__ = [
    "BatchEngine",
    "Engine",
    "Factory",
    "Ladder",
    "Memory",
    "NeedyEngine",
    "Options",
    "Server",
    "engines",
    "ladder",
]
