"""The small models: real tokenizers and real architectures, taught until they copy.

What costs most steps is to find out what stands next to what. That is given to them at the start, in the
weights that later hold it; all the rest, what to copy, what to leave out and where to end, they learn.
"""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from transformers import (
    BartConfig,
    BartForConditionalGeneration,
    LlamaConfig,
    LlamaForCausalLM,
    PreTrainedTokenizerFast,
    T5Config,
    T5ForConditionalGeneration,
)

from briefing.summarizers.abstractive.instructions import messages
from briefing.summarizers.abstractive.writer import Request
from tests.summarizers.abstractive.invented import News, news
from tests.summarizers.abstractive.lessons import answer_losses, seq2seq_losses, teach
from tests.summarizers.abstractive.starts import look_back, look_back_relative, wave
from tests.summarizers.abstractive.vocabularies import byte_level, lines_and_words, unigram

_WIDTH, _HEADS = 96, 4
_TEMPLATE = (
    "{% for message in messages %}{% if message.role != 'system' %}"
    "<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n"
    "{% endif %}{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def bart(folder: Path) -> None:
    """Teach a BART and save it with its tokenizer."""
    articles = news(8000, seed=1, points=2)
    tokens = byte_level(_texts(articles))
    _begin()
    model = BartForConditionalGeneration(
        BartConfig(
            vocab_size=tokens.get_vocab_size(),
            d_model=_WIDTH,
            encoder_layers=2,
            decoder_layers=2,
            encoder_attention_heads=_HEADS,
            decoder_attention_heads=_HEADS,
            encoder_ffn_dim=2 * _WIDTH,
            decoder_ffn_dim=2 * _WIDTH,
            max_position_embeddings=256,
            init_std=0.08,
            dropout=0.0,
        )
    )
    for part in (model.model.encoder, model.model.decoder):
        wave(part.embed_positions.weight)
    teach(model, seq2seq_losses(model, tokens, articles, "", 1), steps=400, rate=2e-3)
    model.generation_config.update(num_beams=4, max_length=80, no_repeat_ngram_size=0, early_stopping=True)
    _save(folder, model, tokens, bos_token="<s>", eos_token="</s>", pad_token="<pad>", mask_token="<mask>")


def t5(folder: Path) -> None:
    """Teach a T5 with a Unigram vocabulary, as sentencepiece has it, and save it with its tokenizer."""
    articles = news(8000, seed=1, points=1)
    prefix = "summarize: "
    tokens = unigram([*_texts(articles), *[prefix] * 9])
    _begin()
    model = T5ForConditionalGeneration(
        T5Config(
            vocab_size=tokens.get_vocab_size(),
            d_model=_WIDTH,
            d_kv=_WIDTH // _HEADS,
            d_ff=2 * _WIDTH,
            num_layers=2,
            num_decoder_layers=2,
            num_heads=_HEADS,
            relative_attention_num_buckets=96,
            dropout_rate=0.0,
            decoder_start_token_id=0,
            n_positions=256,
            task_specific_params={
                "summarization": {"prefix": prefix, "num_beams": 2, "max_length": 60, "early_stopping": True}
            },
        )
    )
    for part in (model.encoder, model.decoder):
        look_back_relative(part.block[0].layer[0].SelfAttention.relative_attention_bias.weight)
    teach(model, seq2seq_losses(model, tokens, articles, prefix, 0), steps=600, rate=4e-3)
    _save(folder, model, tokens, eos_token="</s>", pad_token="<pad>", unk_token="<unk>")


def instruct(folder: Path) -> None:
    """Teach a decoder to answer what `instructions` asks: first on articles alone, then on all of it."""
    articles = news(4000, seed=1, points=1)
    chance = random.Random(1)
    asked = [
        _asked(messages(Request(article.sentences, "", "en", chance.randint(1, 5)))[1])
        for article in articles
    ]
    alone = [_asked(f"[BEGIN x]\n{' '.join(article.sentences)}") for article in articles]
    answers = [f"- {article.points[0]}<|im_end|>" for article in articles]
    tokens = lines_and_words([a + b for a, b in zip(asked[:1500], answers, strict=False)])
    _begin()
    model = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=tokens.get_vocab_size(),
            hidden_size=_WIDTH,
            intermediate_size=2 * _WIDTH,
            num_hidden_layers=2,
            num_attention_heads=_HEADS,
            num_key_value_heads=_HEADS,
            max_position_embeddings=2048,
            rope_parameters={"rope_type": "default", "rope_theta": 1e5},
            tie_word_embeddings=True,
            attention_bias=True,
            initializer_range=0.08,
            pad_token_id=0,
            bos_token_id=0,
            eos_token_id=2,
        )
    )
    look_back(model.model.layers[0].self_attn, _HEADS, base=1e5)
    for texts, size, steps in ((alone, 32, 450), (asked, 16, 220)):
        teach(model, answer_losses(model, tokens, texts, answers, size), steps=steps, rate=4e-3)
    _save(
        folder,
        model,
        tokens,
        eos_token="<|im_end|>",
        pad_token="<|endoftext|>",
        unk_token="<unk>",
        chat_template=_TEMPLATE,
    )


def _asked(message: str) -> str:
    return f"<|im_start|>user\n{message}<|im_end|>\n<|im_start|>assistant\n"


def _texts(articles: Sequence[News]) -> list[str]:
    return [" ".join(article.sentences) for article in articles[:1000]]


def _begin() -> None:
    torch.manual_seed(0)
    torch.set_num_threads(1)


def _save(folder: Path, model: Any, tokens: Tokenizer, **special: str) -> None:
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=tokens, **special)
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
