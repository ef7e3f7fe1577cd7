"""The small models' tokenizers, trained on what they are to read."""

import math
from collections import Counter
from collections.abc import Sequence

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, processors, trainers


def byte_level(texts: Sequence[str]) -> Tokenizer:
    """Return a tokenizer as BART has it: merged bytes."""
    tokens = Tokenizer(models.BPE())
    tokens.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokens.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=1400,
        special_tokens=["<s>", "<pad>", "</s>", "<unk>", "<mask>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokens.train_from_iterator(texts, trainer)
    tokens.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return tokens


def unigram(texts: Sequence[str]) -> Tokenizer:
    """Return a Unigram tokenizer: the pieces that merging finds, each as likely as it is frequent."""
    merged = Tokenizer(models.BPE(unk_token="<unk>"))
    merged.pre_tokenizer = pre_tokenizers.Metaspace()
    merged.train_from_iterator(texts, trainers.BpeTrainer(vocab_size=1400, show_progress=False))
    seen = Counter(piece for text in merged.encode_batch(texts) for piece in text.tokens)
    pieces = [(piece, math.log((seen[piece] + 0.1) / seen.total())) for piece in sorted(merged.get_vocab())]
    tokens = Tokenizer(models.Unigram([("<pad>", 0.0), ("</s>", 0.0), ("<unk>", -20.0), *pieces], unk_id=2))
    tokens.pre_tokenizer, tokens.decoder = pre_tokenizers.Metaspace(), decoders.Metaspace()
    tokens.add_special_tokens(["<pad>", "</s>", "<unk>"])
    tokens.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    return tokens


def lines_and_words(texts: Sequence[str]) -> Tokenizer:
    """Return a tokenizer to which a word is the same at the start of a line and within it."""
    tokens = Tokenizer(models.BPE(unk_token="<unk>"))
    tokens.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex("\n|[0-9a-f]{20}"), "isolated"),
            pre_tokenizers.Metaspace(prepend_scheme="always"),
            pre_tokenizers.Split(Regex("[.,]"), "isolated"),
        ]
    )
    tokens.decoder = decoders.Metaspace()
    special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<unk>"]
    tokens.train_from_iterator(
        texts,
        trainers.BpeTrainer(vocab_size=1800, min_frequency=12, special_tokens=special, show_progress=False),
    )
    return tokens
