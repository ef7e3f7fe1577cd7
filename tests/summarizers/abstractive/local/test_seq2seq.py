import json

import pytest

pytest.importorskip("torch")

from briefing.errors import EngineError
from briefing.summarizers.abstractive.local.loading import find, tokenizer
from briefing.summarizers.abstractive.local.seq2seq import Seq2Seq, tidied
from tests.summarizers.abstractive.local.tiny import OnTorch, asking, save_words, saved

SENTENCE = "The port of Delvik opened 48 shops on Monday ."


def _family(folder):
    found = find(str(folder))
    return Seq2Seq(found, tokenizer(found))


def _says(family, request):
    """Return the words that the model is given."""
    return family._tokenizer.convert_ids_to_tokens(family.prompt(0, request).ids)


def test_special_tokens_stand_around_the_article(tmp_path):
    """An article begins and ends as the tokenizer has it."""
    assert _says(_family(saved(tmp_path)), asking("The port")) == ["<s>", "The", "port", "</s>"]


def test_an_article_cannot_end_itself(tmp_path):
    """A special token that an article spells out is taken apart, not obeyed."""
    given = _says(_family(saved(tmp_path)), asking("The </s> port"))
    assert given == ["<s>", "The", "<unk>", "<unk>", "port", "</s>"]


def test_the_prefix_of_the_configuration(tmp_path):
    """A task prefix is taken from the configuration's parameters for summarization."""
    task = {"summarization": {"prefix": "of Monday "}, "translation": {"prefix": "de "}}
    family = _family(saved(tmp_path, "T5", task_specific_params=task))
    assert _says(family, asking("The port")) == ["<s>", "of", "Monday", "The", "port", "</s>"]


@pytest.mark.parametrize(("model", "first"), [("T5", "summarize:"), ("MT5", "The"), ("Bart", "The")])
def test_the_prefix_of_a_family(tmp_path, model, first):
    """A T5 that says nothing about it was taught "summarize: "; mT5 and BART were taught none."""
    assert _says(_family(saved(tmp_path, model)), asking("The port"))[1] == first


def test_an_empty_prefix_is_one(tmp_path):
    """A T5 whose configuration has an empty prefix gets none."""
    family = _family(saved(tmp_path, "T5", prefix=""))
    assert _says(family, asking("The port"))[1] == "The"


def test_the_room(tmp_path):
    """The room is the window less special tokens; T5's is what it was taught on."""
    assert _family(saved(tmp_path / "bart", window=40)).room == 38
    assert _family(saved(tmp_path / "t5", "T5")).room == 512 - 3
    assert _family(saved(tmp_path / "led", "LED", window=96)).room == 94


def test_the_tokenizers_limit(tmp_path):
    """Where the tokenizer's own limit is less than the model's positions, it counts."""
    folder = saved(tmp_path)
    save_words(folder, model_max_length=30)
    assert _family(folder).room == 28


def test_a_text_that_fills_the_room_fits(tmp_path):
    """A text of as many tokens as there is room for is taken whole; one more is an error."""
    family = _family(saved(tmp_path, window=20))
    assert len(family.prompt(0, asking(" ".join(["port"] * 18))).ids) == 20
    with pytest.raises(EngineError, match="takes 21 tokens, and the model takes 20"):
        family.prompt(0, asking(" ".join(["port"] * 19)))


def test_counted_sentences_fit_together(tmp_path):
    """Sentences whose counts fill the room fit as one text."""
    family = _family(saved(tmp_path))
    sentences = ["The port opened .", "48 shops of Delvik .", "on Monday"]
    counted = sum(family.tokens(sentences))
    assert len(family.prompt(0, asking(*sentences)).ids) - 2 <= counted
    assert family.tokens([]) == []


def test_no_text(tmp_path):
    """A request without text is an error."""
    with pytest.raises(EngineError, match="no text"):
        _family(saved(tmp_path)).prompt(0, asking(""))


def test_settings_of_the_task_come_first(tmp_path):
    """What the configuration says of summarization comes before what it says of everything."""
    task = {"summarization": {"num_beams": 3, "max_length": 50, "length_penalty": 2.0}}
    folder = saved(tmp_path, "T5", task_specific_params=task)
    (folder / "generation_config.json").write_text(json.dumps({"num_beams": 7, "min_length": 5}))
    settings = _family(folder).settings
    assert (settings["num_beams"], settings["max_length"]) == (3, 50)
    assert (settings["min_length"], settings["length_penalty"]) == (5, 2.0)


def test_settings_of_an_old_model(tmp_path):
    """An older model keeps its settings in config.json."""
    folder = saved(tmp_path, window=200)
    (folder / "generation_config.json").unlink()
    config = json.loads((folder / "config.json").read_text())
    old = {"num_beams": 2, "max_length": 142, "min_length": 56, "num_beam_groups": 2, "do_sample": True}
    (folder / "config.json").write_text(json.dumps(config | old))
    settings = _family(folder).settings
    assert (settings["num_beams"], settings["max_length"], settings["min_length"]) == (2, 142, 56)
    assert not {"num_beam_groups", "do_sample"} & set(settings)
    assert len(list(OnTorch(str(folder))([asking(SENTENCE)]))) == 1


def test_settings_of_none(tmp_path):
    """Where nothing is said, four beams write at most three sentences' length, within the positions."""
    assert _family(saved(tmp_path / "long", window=500)).settings["max_length"] == 142
    settings = _family(saved(tmp_path / "short", window=64)).settings
    assert (settings["num_beams"], settings["max_length"]) == (4, 63)


def test_a_short_text_need_not_become_longer(tmp_path):
    """The fewest tokens that a model is to write are at most half of the text's."""
    folder = saved(tmp_path, window=300)
    (folder / "generation_config.json").write_text(json.dumps({"min_length": 56}))
    family = _family(folder)
    assert family.prompt(0, asking(" ".join(["port"] * 200))).least == 56
    assert family.prompt(0, asking(" ".join(["port"] * 46))).least == 24
    assert family.prompt(0, asking("The port")).least == 0


def test_the_language_of_mbart(tmp_path):
    """An mBART is told the article's language before the article and before the summary."""
    family, german, unknown = _mbart(tmp_path / "fifty", decoder_start_token_id=2)
    assert german.ids[0] == german.begin == family._tokenizer.convert_tokens_to_ids("de_DE")
    assert german.start is None
    assert unknown.begin is None


def test_the_language_of_the_first_mbart(tmp_path):
    """The first mBART writes in the language that its decoder starts with."""
    english = 250_004
    family, german, unknown = _mbart(tmp_path, decoder_start_token_id=english)
    assert german.start == family._tokenizer.convert_tokens_to_ids("de_DE")
    assert german.begin is None
    assert unknown.start is None


def _mbart(folder, decoder_start_token_id):
    """Return mBART-50 as a family, and its prompts for a German and for a Klingon article."""
    from transformers import MBart50Tokenizer, MBartConfig, MBartForConditionalGeneration

    tokens = MBart50Tokenizer(src_lang="en_XX")
    codes = tokens.convert_tokens_to_ids(["en_XX", "de_DE"])
    start = codes[0] if decoder_start_token_id > len(tokens) else decoder_start_token_id
    sizes = dict.fromkeys(("encoder_layers", "decoder_layers"), 1) | {
        "d_model": 16,
        "max_position_embeddings": 64,
    }
    heads = dict.fromkeys(("encoder_attention_heads", "decoder_attention_heads"), 2)
    config = MBartConfig(vocab_size=len(tokens), decoder_start_token_id=start, **sizes, **heads)
    MBartForConditionalGeneration(config).save_pretrained(folder)
    tokens.save_pretrained(folder)
    family = _family(folder)
    asked = [asking("Port .", language=language) for language in ("de", "tlh")]
    return family, *(family.prompt(number, request) for number, request in enumerate(asked))


def test_mbart_writes_in_the_articles_language(tmp_path):
    """What mBART writes begins with the code of the article's language, whatever its weights say."""
    _mbart(tmp_path, decoder_start_token_id=2)
    model = OnTorch(str(tmp_path))
    prompts = [model._family.prompt(0, asking("Port .", language=language)) for language in ("de", "en")]
    for prompt in prompts:
        assert model._runtime([prompt])[0][:2] == [2, prompt.begin]


@pytest.mark.parametrize("model", ["Bart", "Pegasus", "T5", "MT5", "LED", "MBart", "LongT5", "PegasusX"])
def test_every_family_runs(tmp_path, model):
    """Each of the families takes a batch of texts of different lengths and answers each of them."""
    writer = OnTorch(str(saved(tmp_path, model)))
    answers = dict(writer([asking(SENTENCE), asking("The port ."), asking(SENTENCE, "", SENTENCE)]))
    assert set(answers) == {0, 1, 2}
    for written in answers.values():
        assert isinstance(written, tuple) or "wrote nothing" in str(written)


def test_led_sees_all_from_its_first_token(tmp_path):
    """LED's first token is given the whole text to look at, and only that one."""
    model = OnTorch(str(saved(tmp_path, "LED")))
    given = model._runtime._padded([model._family.prompt(0, asking("The port of Delvik"))])
    assert given["global_attention_mask"].tolist() == [[1, 0, 0, 0, 0, 0]]
    assert "token_type_ids" not in given


def test_newlines_of_pegasus():
    """PEGASUS writes <n> for a new line."""
    assert tidied("The port opened .<n>Shops closed . <n> All did.", "en") == (
        "The port opened.\nShops closed.\nAll did."
    )


@pytest.mark.parametrize(
    ("language", "wrote", "text"),
    [
        ("en", " The port opened . It is big , they said .", "The port opened. It is big, they said."),
        ("en", "He did n't go . She 's here ; why ?", "He didn't go. She's here; why?"),
        ("en", "It cost $ .50 and 3.5 per cent", "It cost $ .50 and 3.5 per cent"),
        ("en", "The ' 90s", "The ' 90s"),
        ("fr", "Pourquoi ? Le port est ouvert .", "Pourquoi ? Le port est ouvert."),
        ("de", "Warum ? Der Hafen ist offen .", "Warum? Der Hafen ist offen."),
    ],
)
def test_tidied(language, wrote, text):
    """The spaces of a tokenized text are closed, as the language has it."""
    assert tidied(wrote, language) == text
