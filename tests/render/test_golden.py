import pytest

from . import renew


@pytest.mark.parametrize("name", renew.FORMATS)
@pytest.mark.parametrize("sample", renew.SAMPLES)
def test_golden(sample, name):
    """The samples are rendered to the letter as in their golden files (renew.py writes them anew)."""
    assert renew.rendered(sample, name) == (renew.GOLDEN / f"{sample}.{name}").read_text("utf-8")
