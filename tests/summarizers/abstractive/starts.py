"""Where the small models start from: what stands next to what, which is slowest to find out."""

import math
from typing import Any

import torch


def wave(positions: torch.Tensor) -> None:
    """Set positions so that near ones are alike, as in the first Transformer."""
    number, width = positions.shape
    place = torch.arange(number).float()[:, None]
    speed = torch.exp(torch.arange(0, width, 2).float() * (-math.log(200.0) / width))
    positions.data[:, 0::2] = torch.sin(place * speed) * 0.15
    positions.data[:, 1::2] = torch.cos(place * speed) * 0.15


def look_back(attention: Any, heads: int, base: float) -> None:
    """Let all heads but one look back, one, two, … tokens, by the biases that are rotated with position."""
    size = attention.head_dim
    speed = 1.0 / (base ** (torch.arange(0, size, 2).float() / size))
    strength = (speed > 0.03).float() * 6.0
    for head in range(heads - 1):
        back, part = head + 1, slice(head * size, (head + 1) * size)
        attention.k_proj.bias.data[part] = torch.cat([strength, torch.zeros(size // 2)])
        turned = torch.cat([torch.cos(-back * speed), torch.sin(-back * speed)])
        attention.q_proj.bias.data[part] = strength.repeat(2) * turned
        attention.k_proj.weight.data[part] *= 0.1
        attention.q_proj.weight.data[part] *= 0.1


def look_back_relative(biases: torch.Tensor) -> None:
    """Let all heads but one look back, one, two, … tokens, by T5's biases for each distance."""
    for head in range(biases.shape[1] - 1):
        biases.data[head + 1, head] += 5.0
