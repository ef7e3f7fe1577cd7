import pytest

from . import renew


@pytest.mark.parametrize("name", renew.FORMATS)
def test_golden(name):
    """The small briefing is rendered to the letter as in its golden file (renew.py writes them anew)."""
    assert renew.rendered(name) == (renew.GOLDEN / f"small.{name}").read_text("utf-8")
