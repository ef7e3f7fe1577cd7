from pathlib import Path

import pytest

from briefing import config
from briefing.errors import ConfigError

EXAMPLE = Path(__file__).parent.parent / "docs" / "briefing.example.toml"


def _written(folder: Path, text: str) -> Path:
    path = folder / "briefing.toml"
    path.write_text(text, "utf-8")
    return path


def test_example_loads():
    """The annotated example is a valid file of settings that names every one of them."""
    loaded = config.load(EXAMPLE)
    text = EXAMPLE.read_text("utf-8")
    assert loaded.sections
    for name in [
        *config.Config.model_fields,
        *config.SectionRule.model_fields,
        *config.Llm.model_fields,
        *config.Fetch.model_fields,
        *config.Source.model_fields,
        *(field.alias or name for name, field in config.Mail.model_fields.items()),
    ]:
        assert name in text, name


def test_unknown_key_is_named_by_its_path(tmp_path):
    """A misspelt key is refused by its dotted path, with those that exist."""
    path = _written(tmp_path, '[[sections]]\ntitle = "World"\nkeyword = ["war"]\n')
    with pytest.raises(ConfigError, match=r"sections\.0\.keyword is no setting .*keywords"):
        config.load(path)


def test_wrong_type_is_named(tmp_path):
    """A value of the wrong kind is refused with the file's and the key's name."""
    path = _written(tmp_path, 'bullets = "many"')
    with pytest.raises(ConfigError, match=r"briefing\.toml: bullets: .*integer.*not 'many'"):
        config.load(path)


def test_broken_toml_is_a_config_error(tmp_path):
    """A file that is no TOML is refused with the line."""
    path = _written(tmp_path, "title = \n")
    with pytest.raises(ConfigError, match=r"not TOML: .*line 1"):
        config.load(path)


def test_missing_file_is_a_config_error(tmp_path):
    """A settings file that is not there is named."""
    with pytest.raises(ConfigError, match=r"nowhere\.toml: cannot be read"):
        config.load(tmp_path / "nowhere.toml")


def test_relative_paths_start_at_the_file(tmp_path):
    """Sources and the output folder are found beside the settings file, wherever the command is run."""
    loaded = config.load(_written(tmp_path, 'sources = ["news", "-"]\nout = "pages"\n'))
    assert [source.at for source in loaded.sources] == [str(tmp_path / "news"), "-"]
    assert loaded.out == tmp_path / "pages"


def test_options_override_only_what_is_given():
    """An option that is not given leaves the file's setting alone."""
    base = config.Config(title="Mine", bullets=5)
    changed = config.override(base, title=None, bullets=2)
    assert (changed.title, changed.bullets) == ("Mine", 2)


def test_formats_are_made_once_each():
    """A format named twice is made once."""
    assert config.override(config.Config(), formats=("md", "md", "txt")).formats == ("md", "txt")


@pytest.mark.parametrize(
    "line", ["bullets = true", 'bullets = "3"', 'strict = "yes"', "date = 0", 'title = ""']
)
def test_value_of_another_kind_is_not_bent_to_fit(tmp_path, line):
    """A number that is a text, or a date that is a number, is refused instead of guessed at."""
    with pytest.raises(ConfigError, match=line.split()[0]):
        config.load(_written(tmp_path, line))


def test_empty_keyword_is_refused(tmp_path):
    """An empty keyword, which every text holds, is refused."""
    with pytest.raises(ConfigError, match=r"sections\.0\.keywords\.0"):
        config.load(_written(tmp_path, '[[sections]]\ntitle = "World"\nkeywords = [""]\n'))


def test_home_is_expanded(tmp_path, monkeypatch):
    """A source or output folder may begin with ~."""
    monkeypatch.setenv("HOME", "/home/ada")
    loaded = config.load(_written(tmp_path, 'sources = ["~/news"]\nout = "~/pages"\n'))
    assert [source.at for source in loaded.sources] == ["/home/ada/news"] and loaded.out == Path(
        "/home/ada/pages"
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('to = "ada"', "mail.to.0: 'ada' is no e-mail address"),
        ('to = ["a@b.example, c@d.example"]', "is no e-mail address"),
        ('to = "ada@b.example\\nBcc: x@y.example"', "is no e-mail address"),
        ('from = "News\\r\\nBcc: x@y.example <a@b.example>"', "is no sender"),
        ('unsubscribe = "http://b.example/no"', "is no mailto: or https: address"),
        ('list_id = "a b"', "is no list's name"),
        ('password_command = "pass \'mail"', "quotation"),
        ('password = "s3cret"', "mail.password is no setting"),
    ],
)
def test_mail_takes_no_address_that_is_more_than_one(tmp_path, line, said):
    """What could add a recipient, a header or a secret to the settings of mail is refused, by its name."""
    with pytest.raises(ConfigError) as refused:
        config.load(_written(tmp_path, f"[mail]\n{line}\n"))
    assert said in str(refused.value)
    assert "s3cret" not in str(refused.value)


def test_mail_addresses_are_ascii(tmp_path):
    """A domain in another script is turned into what mail servers know; a name beside an address may stay."""
    mail = config.load(
        _written(tmp_path, '[mail]\nto = "ada@bücher.example"\nfrom = "Ädä <a@b.example>"')
    ).mail
    assert (mail.to, mail.sender) == (("ada@xn--bcher-kva.example",), "Ädä <a@b.example>")
