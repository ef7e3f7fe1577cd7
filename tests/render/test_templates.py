import pytest
from jinja2 import UndefinedError

from briefing.render.templates import environment, fill, folder


def test_everything_is_escaped():
    """What a template is given is escaped, in every template and in what it includes."""
    template = environment().from_string("{{ text }}")
    assert template.render(text="<b>{{ 7*7 }}</b>") == "&lt;b&gt;{{ 7*7 }}&lt;/b&gt;"
    assert environment().autoescape is True


def test_nothing_may_be_missing():
    """A template that is not given what it shows fails instead of leaving a gap."""
    with pytest.raises(UndefinedError):
        fill("screen.html")


def test_templates_end_in_html_or_css():
    """Templates are named .html and .css, so that no naming rule of Jinja's turns escaping off."""
    names = {path.suffix for path in folder().iterdir() if path.is_file()}
    assert names <= {".html", ".css", ".md"}


def test_licence_names_both_families():
    """The licence beside the typefaces carries the notices of both families."""
    text = (folder() / "fonts" / "OFL.md").read_text("utf-8")
    assert "2014 - 2023 Adobe" in text
    assert "2010-2024 Adobe" in text
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
