import pytest

from briefing.store import Database, Library, Outbox, Queued
from tests.factory import article, briefing

ADA, GRACE = "ada@example.net", "grace@example.net"


@pytest.fixture
def outbox(path, clock):
    """Return an empty outbox; whatever a test does to it, no failure goes unnoticed."""
    box = Outbox(Database(path), clock)
    yield box
    assert box.problem is None


def _mail(*recipients: str, name: str = "<1@example.org>", data: bytes = b"news") -> Queued:
    return Queued(name, "news@example.org", recipients or (ADA,), data)


def _states(outbox):
    return {entry.recipient: entry.state for entry in outbox.entries()}


def test_what_is_noted_is_due_at_once(outbox):
    """A message that is noted waits for its recipients, as it was given."""
    mail = _mail(ADA, GRACE)
    assert outbox.put([mail], "Today")
    assert outbox.due() == outbox.ready([mail.id]) == (mail,)
    (first, _) = outbox.entries()
    assert (first.state, first.attempts, first.subject, first.size) == ("waiting", 0, "Today", 4)
    assert outbox.data(first.number) == b"news"


def test_what_is_sent_is_not_sent_again(outbox):
    """A message that was sent stays sent when it is noted once more, and its bytes are let go."""
    outbox.put([_mail()], "Today")
    assert outbox.sent("<1@example.org>", [ADA])
    outbox.put([_mail(data=b"newer")], "Today")
    assert outbox.due() == outbox.ready(["<1@example.org>"]) == ()
    (entry,) = outbox.entries()
    assert entry.state == "sent" and outbox.data(entry.number) is None


def test_what_is_wanted_again_is_sent_again(outbox):
    """Unless it is wanted again."""
    outbox.put([_mail()], "Today")
    outbox.sent("<1@example.org>", [ADA])
    outbox.put([_mail(data=b"newer")], "Today", again=True)
    assert outbox.due() == (_mail(data=b"newer"),)


def test_bytes_stay_until_everybody_has_them(outbox):
    """A message for two is kept until both have it, and goes only to who has not."""
    outbox.put([_mail(ADA, GRACE)], "Today")
    outbox.sent("<1@example.org>", [ADA])
    assert outbox.due() == (_mail(GRACE),)
    outbox.sent("<1@example.org>", [GRACE])
    assert outbox.due() == ()
    assert [outbox.data(entry.number) for entry in outbox.entries()] == [None, None]


def test_attempts_are_further_and_further_apart(outbox, clock):
    """After each vain attempt the next is due later, up to four hours; the reason is kept."""
    outbox.put([_mail()], "Today")
    for minutes in (5, 15, 30, 60, 120, 240, 240):
        outbox.failed("<1@example.org>", {ADA: ("451 later", False)})
        clock.pass_(minutes=minutes - 1)
        assert outbox.due() == ()
        clock.pass_(minutes=1)
        assert outbox.due() == (_mail(),)
    (entry,) = outbox.entries()
    assert (entry.attempts, entry.reason) == (7, "451 later")


def test_an_edition_is_due_when_it_is_asked_for(outbox):
    """What waits of an edition is due for who asks for that one; what belongs to none is not."""
    outbox.put([_mail()], "Today", edition="monday")
    outbox.put([_mail(name="<2@example.org>")], "Today")
    for name in ("<1@example.org>", "<2@example.org>"):
        outbox.failed(name, {ADA: ("451 later", False)})
    assert outbox.due() == outbox.due("tuesday") == ()
    assert outbox.due("monday") == (_mail(),)


def test_five_days_are_enough(outbox, clock):
    """What was tried for five days in vain is given up, and kept."""
    outbox.put([_mail()], "Today")
    clock.pass_(days=5, minutes=1)
    outbox.failed("<1@example.org>", {ADA: ("451 later", False)})
    (entry,) = outbox.entries()
    assert (entry.state, entry.reason) == ("refused", "given up after 5 days: 451 later")
    assert outbox.due() == () and outbox.data(entry.number) == b"news"


def test_what_is_refused_for_good_is_kept_until_it_is_woken(outbox, clock):
    """What is refused for good is not due again by itself, but when somebody says so."""
    outbox.put([_mail(ADA, GRACE)], "Today")
    outbox.failed("<1@example.org>", {ADA: ("550 no", True), GRACE: ("451 later", False)})
    clock.pass_(days=1)
    assert outbox.due() == (_mail(GRACE),)
    assert outbox.wake(1) == ("<1@example.org>",)
    assert outbox.due() == (_mail(ADA, GRACE),)
    assert outbox.wake(99) == ()


def test_waking_all_leaves_what_was_sent(outbox, clock):
    """Waking everything makes due what waits and what was refused, and nothing that was sent."""
    outbox.put([_mail(), _mail(GRACE, name="<2@example.org>")], "Today")
    outbox.sent("<1@example.org>", [ADA])
    outbox.failed("<2@example.org>", {GRACE: ("451 later", False)})
    assert outbox.wake() == ("<2@example.org>",)
    assert outbox.due() == (_mail(GRACE, name="<2@example.org>"),)


def test_clock_that_is_set_back_holds_nothing_up(outbox, clock):
    """What a clock that ran ahead has put far off is due."""
    clock.pass_(days=300)
    outbox.put([_mail()], "Today")
    outbox.failed("<1@example.org>", {ADA: ("451 later", False)})
    clock.pass_(days=-300)
    assert outbox.due() == (_mail(),)


def test_what_is_dropped_is_gone(outbox):
    """A dropped entry is not sent; with the last of a message its bytes go too."""
    outbox.put([_mail(ADA, GRACE)], "Today")
    first, second = outbox.entries()
    assert outbox.drop(first.number) and not outbox.drop(first.number)
    assert outbox.due() == (_mail(GRACE),)
    outbox.sent("<1@example.org>", [GRACE])
    assert outbox.data(second.number) is None


def test_sent_and_seen_are_one(outbox, library, clock):
    """Articles count as seen when the first recipient has the message, and not before."""
    told = article()
    outbox.put([_mail(ADA, GRACE)], "Today", briefing=briefing(told), edition="e")
    assert library.unseen([told]) == ((told,), ())
    outbox.failed("<1@example.org>", {ADA: ("451 later", False)})
    assert library.unseen([told]) == ((told,), ())
    outbox.sent("<1@example.org>", [GRACE])
    assert library.unseen([told])[0] == ()
    (record,) = library.briefings(1)
    assert record.formats == ("eml",) and record.delivered_at == clock.now


def test_failure_of_the_disk_leaves_neither(outbox, library, path):
    """Where the mark cannot be made whole, neither the message counts as sent nor its articles as seen."""
    told = article()
    outbox.put([_mail()], "Today", briefing=briefing(told))
    library.database.write(
        lambda c: c.execute(
            "CREATE TRIGGER full BEFORE INSERT ON seen BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        ),
        None,
    )
    broken = Outbox(Database(path))
    with pytest.raises(Exception, match="disk full"):
        broken.sent("<1@example.org>", [ADA])
    assert _states(outbox) == {ADA: "waiting"}
    assert library.unseen([told]) == ((told,), ())


def test_an_edition_is_known_by_its_name(outbox):
    """What belongs to an edition is found by its name."""
    outbox.put([_mail()], "Today", edition="monday")
    outbox.put([_mail(name="<2@example.org>")], "Today", edition="tuesday")
    assert [entry.mail for entry in outbox.entries(edition="tuesday")] == ["<2@example.org>"]


def test_what_was_sent_or_refused_long_ago_is_forgotten(outbox, clock):
    """After ninety days what was sent or refused is no longer known; what waits stays."""
    outbox.put([_mail(name=f"<{n}@example.org>") for n in (1, 2, 3)], "Old")
    outbox.sent("<1@example.org>", [ADA])
    outbox.failed("<2@example.org>", {ADA: ("550 no", True)})
    clock.pass_(days=91)
    outbox.put([_mail(name="<4@example.org>")], "New")
    assert [entry.mail for entry in outbox.entries()] == ["<3@example.org>", "<4@example.org>"]


def test_what_cannot_be_noted_is_said(tmp_path):
    """Where the library cannot be used, nothing is noted, and it says why."""
    (tmp_path / "library.sqlite").write_bytes(
        b"no database at all, but long enough to look like something " * 20
    )
    with Library(tmp_path / "library.sqlite") as library:
        box = Outbox(library.database)
        assert not box.put([_mail()], "Today")
        assert box.problem is not None and box.entries() == () and box.due() == ()
