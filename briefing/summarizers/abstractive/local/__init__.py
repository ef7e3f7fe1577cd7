"""A model of transformers that runs on this machine."""

from __future__ import annotations

from pathlib import Path

from briefing.summarizers.abstractive.writer import Writer

DEFAULT_MODEL = "facebook/bart-large-cnn"
"""Taught on news (CNN/DailyMail), in English; 406 million weights, 1.6 GB, published as safetensors.

By the figures that are published with them (ROUGE-2 on CNN/DailyMail, time of one summary on a card):
bart-large-cnn 21.06 and 381 ms, distilbart-cnn-12-6 21.26 and 307 ms, distilbart-cnn-6-6 20.17 and 182 ms,
so DistilBART 12-6 is as good and a fifth faster. But on the hub its main branch holds pickles alone, which
can run code when they are loaded; who wants the copy that the hub's own converter made names its revision:
sshleifer/distilbart-cnn-12-6@refs/pr/18. For other languages name a model that was taught them (mT5 or mBART
fine-tuned for summaries), or a multilingual instruct model.
"""


def writer(model: str | None = None, cache: Path | None = None) -> Writer:
    """Return a writer for `model`, a folder or an id on the hub. Loads nothing before it is first used.

    In `cache` is kept what was made of a model so that it runs faster; without one it is made anew each time.
    """
    from briefing.summarizers.abstractive.local.model import LocalModel

    return LocalModel(model or DEFAULT_MODEL, cache)
