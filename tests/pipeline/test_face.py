"""What the pipeline shows, and what it takes to be loaded."""

import subprocess
import sys

from briefing import pipeline

NEEDLESS = ("briefing.ingest", "briefing.fetch", "briefing.group.stories", "briefing.deliver", "jinja2")


def test_every_name_is_there():
    """Each name that the pipeline shows is a function or a type of one of its steps."""
    assert all(callable(getattr(pipeline, name)) for name in pipeline.__all__)


def test_condensing_loads_nothing_else():
    """What condenses single texts loads neither readers nor what groups, renders and delivers."""
    program = (
        "import sys; from briefing.pipeline import condenser, summarize_text\n"
        f"print([name for name in {NEEDLESS!r} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
