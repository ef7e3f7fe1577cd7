"""How the small models learn: batches of lines of like length, and the steps."""

import random
from collections.abc import Callable, Sequence
from typing import Any

import torch
from tokenizers import Tokenizer

from tests.summarizers.abstractive.invented import News

Loss = Callable[[], torch.Tensor]
_LEFT_OUT = -100  # where a loss does not look


def seq2seq_losses(
    model: Any, tokens: Tokenizer, articles: Sequence[News], prefix: str, padding: int
) -> list[Loss]:
    """Return what gives the loss of each batch of articles and their points."""
    texts = [e.ids for e in tokens.encode_batch([prefix + " ".join(a.sentences) for a in articles])]
    points = [e.ids for e in tokens.encode_batch([" ".join(a.points) for a in articles])]

    def loss(batch: Sequence[int]) -> torch.Tensor:
        given = _padded([texts[i] for i in batch], padding)
        wanted = _padded([points[i] for i in batch], _LEFT_OUT)
        return model(input_ids=given, attention_mask=(given != padding).long(), labels=wanted).loss

    return _batches(texts, 32, loss)


def answer_losses(
    model: Any, tokens: Tokenizer, asked: Sequence[str], answers: Sequence[str], size: int
) -> list[Loss]:
    """Return what gives the loss of each batch, that of the answers alone."""
    questions = [e.ids for e in tokens.encode_batch(list(asked))]
    said = [e.ids for e in tokens.encode_batch(list(answers))]
    lines = [question + answer for question, answer in zip(questions, said, strict=True)]

    def loss(batch: Sequence[int]) -> torch.Tensor:
        given = _padded([lines[i] for i in batch], 0)
        wanted = _padded([[_LEFT_OUT] * len(questions[i]) + said[i] for i in batch], _LEFT_OUT)
        answered = int((wanted != _LEFT_OUT).any(0).sum())  # the last columns; the rest needs no words
        logits = model(input_ids=given, logits_to_keep=answered + 1).logits[:, :-1]
        return torch.nn.functional.cross_entropy(logits.transpose(1, 2), wanted[:, -answered:])

    return _batches(lines, size, loss)


def _batches(
    lines: Sequence[Sequence[int]], size: int, loss: Callable[[Sequence[int]], torch.Tensor]
) -> list[Loss]:
    """Return the losses of batches of lines of about one length."""
    order = sorted(range(len(lines)), key=lambda i: len(lines[i]))
    return [
        lambda batch=order[start : start + size]: loss(batch)
        for start in range(0, len(order) - size + 1, size)
    ]


def _padded(rows: Sequence[Sequence[int]], padding: int) -> torch.Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[padding] * (longest - len(row))] for row in rows])


def teach(model: Any, losses: Sequence[Loss], steps: int, rate: float) -> None:
    """Take `steps` steps, each on one of the losses; `rate` is the highest of the schedule."""
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps, pct_start=0.1)
    chance = random.Random(0)
    model.train()
    for _ in range(steps):
        optimizer.zero_grad()
        chance.choice(losses)().backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
    model.eval()
