import mailbox

from briefing.deliver.mail import messages, transport
from tests.deliver.mail.conftest import message, settings


def test_message_lies_in_new(letter, tmp_path):
    """A message is put into `new` of a folder that is made for it, and nothing stays in `tmp`."""
    chosen = settings(how="maildir", maildir=tmp_path / "a" / "mail", to=["a@example.net", "b@example.net"])
    way = transport(chosen)
    assert [way(each) for each in messages(letter, chosen)] == [{}, {}]
    found = mailbox.Maildir(chosen.maildir, create=False)
    assert {each["To"] for each in found} == {"a@example.net", "b@example.net"}
    assert list((chosen.maildir / "tmp").iterdir()) == []


def test_message_is_there_once(letter, tmp_path):
    """A message that is put there again is there once, also after it has been read."""
    chosen = settings(how="maildir", maildir=tmp_path / "mail")
    way, made = transport(chosen), message(letter, chosen)
    assert way(made) == {} and way(made) == {}
    (path,) = (chosen.maildir / "new").iterdir()
    path.rename(chosen.maildir / "cur" / f"{path.name}:2,S")
    assert way(made) == {}
    assert list((chosen.maildir / "new").iterdir()) == []


def test_folder_that_cannot_be_made_is_for_another_time(letter, tmp_path):
    """Where the folder cannot be written, it is named, and the message waits."""
    (tmp_path / "file").write_text("no folder")
    chosen = settings(how="maildir", maildir=tmp_path / "file")
    (why,) = transport(chosen)(message(letter, chosen)).values()
    assert "file: cannot be written" in why.cause and not why.lasting
