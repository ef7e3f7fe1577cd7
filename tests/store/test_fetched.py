"""How addresses fared."""

from datetime import UTC, datetime

from briefing.model import Validators

URL = "https://a.org/feed"


def test_what_a_server_said_is_remembered(library, clock):
    """What a server said of its answer is there in the next run, to the microsecond."""
    assert library.validators(URL) is None
    said = Validators('W/"7"', "Sun, 22 Nov 2026 06:00:00 GMT", "https://b.org/", clock.now)
    library.learn(URL, said)
    assert library.validators(URL) == said
    library.learn(URL, Validators())
    assert library.validators(URL) == Validators()


def test_failures_are_counted_until_it_works(library, clock):
    """Failures in a row are counted, with the last reason; a success ends the row."""
    library.learn(URL, Validators("x"))
    first = clock.now
    for _ in range(3):
        clock.pass_(days=1)
        library.failed(URL, "it hung")
    fared = library.fetched(URL)
    assert (fared.failures, fared.reason, fared.failed_at) == (3, "it hung", clock.now)
    assert fared.succeeded_at == first and fared.validators.etag == "x"
    library.learn(URL, Validators("y"))
    assert (library.fetched(URL).failures, library.fetched(URL).reason) == (0, None)


def test_address_that_never_answered_has_no_validators(library):
    """An address that only failed can be asked nothing but everything."""
    library.failed(URL, "no such host")
    assert library.validators(URL) is None and library.fetched(URL).failures == 1


def test_time_of_any_zone_is_the_same_moment(library):
    """A time given in one zone comes back as the same moment."""
    local = datetime(2026, 3, 29, 2, 30, tzinfo=UTC).astimezone()
    library.learn(URL, Validators(fresh_until=local))
    assert library.validators(URL).fresh_until == local
