"""What the tests of mail share."""

from datetime import UTC, datetime

import pytest
import trustme

from briefing.config import Mail
from briefing.deliver.mail import Letter, Message, Part, messages
from tests.deliver.mail.servers import PASSWORD, TOKEN, Real

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082".replace(" ", "")
)


@pytest.fixture
def authority(tmp_path, monkeypatch):
    """Return an authority that this process trusts, and keep secrets where they are looked for."""
    made = trustme.CA()
    made.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    monkeypatch.setenv("PASSWORD", PASSWORD)
    monkeypatch.setenv("TOKEN", TOKEN)
    return made


@pytest.fixture
def handler():
    """Return what a real server's mail comes to."""
    return Real()


@pytest.fixture
def letter():
    """Return a letter with a picture and a file."""
    return Letter(
        briefing="0123456789ab",
        title="Morning briefing",
        subject="Morning briefing, Sunday 22 November 2026: Fallen crane closes Lindvik harbour",
        text="MORNING BRIEFING\n\nFallen crane closes Lindvik harbour\n.\nÅsa waits.\n",
        html='<p>Fallen crane</p>\n<img src="cid:story-1@briefing" alt="A crane">\n',
        made=datetime(2026, 11, 22, 6, 30, tzinfo=UTC),
        pictures=(Part("story-1@briefing", "image/png", PIXEL),),
        files=(Part("briefing-2026-11-22.pdf", "application/pdf", b"%PDF-1.7 as good as any\n%%EOF\n"),),
    )


def settings(port: int = 25, **given: object) -> Mail:
    """Return settings for a server of this machine."""
    usual = {"to": "grace@example.net", "from": "Briefing <ada@example.org>", "host": "127.0.0.1"}
    return Mail.model_validate({**usual, "port": port, "security": "none", "timeout": 20.0, **given})


def message(letter: Letter, chosen: Mail) -> Message:
    """Return the only message of a letter."""
    (made,) = messages(letter, chosen)
    return made
