"""Summarizing: articles about one event in, bullets with their receipts out. One engine a file."""

from __future__ import annotations

from briefing.registry import Registry
from briefing.summarizers.engine import Engine, Factory
from briefing.summarizers.ladder import summarize

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
    },
)

__all__ = ["Engine", "Factory", "engines", "summarize"]
