import pytest

from briefing import config
from briefing.errors import ConfigError, RenderError
from briefing.render import Layout, renderers

from . import samples


@pytest.fixture
def own(tmp_path):
    """Return a function that writes a reader's template and renders the HTML with it."""

    def render(text, name="screen.html"):
        (tmp_path / name).write_text(text, "utf-8")
        return renderers.get("html")(samples.day(), Layout(templates=tmp_path)).decode()

    return render


def test_a_block_is_replaced(own):
    """A template that overrides one block changes that block and nothing else."""
    page = own('{% extends "briefing/screen.html" %}{% block about %}<p>Made at home.</p>{% endblock %}')
    plain = renderers.get("html")(samples.day()).decode()
    assert page.partition('<footer class="footer">')[0] == plain.partition('<footer class="footer">')[0]
    assert "<p>Made at home.</p>" in page
    assert "About this briefing" not in page


def test_a_block_of_a_story_knows_its_story(own):
    """A block inside a story is filled for each story, with the macros at hand."""
    page = own(
        '{% extends "briefing/screen.html" %}'
        "{% block told %}<p>{{ section.title }}: {{ parts.short(story.headline) }}</p>{% endblock %}"
    )
    assert "<p>Home: Night ferry returns after eleven years</p>" in page
    assert "<p>Sport: A 14-year-old holds the champion to a draw</p>" in page


def test_style_is_added(own):
    """A rule put behind the style keeps the theme."""
    page = own(
        '{% extends "briefing/screen.html" %}{% block style %}{{ super() }}h1 { color: teal }{% endblock %}'
    )
    assert "h1 { color: teal }</style>" in page.replace("\n", "")
    assert "/* Classic" in page


def test_folder_without_templates_changes_nothing(tmp_path):
    """An empty folder leaves the page as it is."""
    render = renderers.get("html")
    assert render(samples.day(), Layout(templates=tmp_path)) == render(samples.day())


@pytest.mark.parametrize(
    ("text", "line", "cause"),
    [
        ("<p>\n{% if %}\n", 2, "Expected an expression"),
        ("<p>\n\n{{ page.headlines }}\n", 3, "has no attribute 'headlines'"),
        ("{% block body %}\n{{ 1 / 0 }}{% endblock %}", 2, "division by zero"),
        ('\n{% extends "nowhere.html" %}', 2, "nowhere.html"),
        ('{% include "screen.html" %}', 1, "recursion"),
        ("\n{{ page.__class__.__mro__ }}", 2, "unsafe"),
        ("{% for n in range(10 ** 9) %}{% endfor %}", 1, "Range too big"),
    ],
)
def test_broken_template_names_file_and_line(own, tmp_path, text, line, cause):
    """What is wrong in a reader's template is one line that names its file and line and what to do."""
    with pytest.raises(RenderError) as caught:
        own(text)
    message = str(caught.value)
    assert message.startswith(f"{tmp_path / 'screen.html'}, line {line}: ")
    assert cause in message
    assert message.endswith("mend it, or unset `templates`")
    assert "\n" not in message


def test_broken_template_that_is_included(own, tmp_path):
    """The file that is named is the one with the fault, not the one that was asked for."""
    (tmp_path / "mine.html").write_text("\n{{ nothing }}")
    with pytest.raises(RenderError, match=r"mine\.html, line 2: 'nothing' is undefined"):
        own('{% extends "briefing/screen.html" %}{% block about %}{% include "mine.html" %}{% endblock %}')


def test_sources_stay_escaped(tmp_path):
    """In a reader's template too, markup in a source is text."""
    (tmp_path / "screen.html").write_text("{% for story in page.stories %}{{ story.headline }}{% endfor %}")
    page = renderers.get("html")(samples.hostile(), Layout(templates=tmp_path)).decode()
    assert page.startswith("&lt;script&gt;alert(1)")


def test_missing_folder_is_refused_at_once(tmp_path):
    """Settings that name a folder which is not there are refused before anything is read."""
    path = tmp_path / "briefing.toml"
    path.write_text('templates = "mine"')
    with pytest.raises(ConfigError, match=r"briefing\.toml: templates: there is no folder .*mine"):
        config.load(path)
    (tmp_path / "mine").mkdir()
    assert config.load(path).templates == tmp_path / "mine"
