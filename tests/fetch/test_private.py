"""Nothing private is reached, however it is named."""

import asyncio

import httpcore2
import pytest

from briefing.fetch import Ask, fetch
from briefing.fetch.address import Allowed
from briefing.fetch.connect import Guard, PublicNetwork
from briefing.fetch.faults import Fault
from tests.fetch.quick import body, named, one, reason, rules
from tests.fetch.server import Server, page, redirect

NAMES = """localhost 127.0.0.1 127.1 127.0.1 2130706433 0x7f000001 0x7f.1 017700000001 0177.0.0.1 0 0.0.0.0
    [::1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] 127.0.0.1. LOCALHOST""".split()


@pytest.mark.parametrize("name", NAMES)
def test_this_machine_is_not_reached(server, name):
    """No spelling of this machine's own address is connected to."""
    server.pages["/"] = page(b"secret")
    said = reason(one(server, "/", host=name, allow=frozenset()))
    assert "leads to a private address" in said or said in {
        "no such host: check the address and the network",
        "is no web address",
    }
    assert server.connections == 0


@pytest.mark.parametrize("name", NAMES)
def test_no_redirect_leads_to_this_machine(server, name):
    """A redirect to this machine's own address is refused, and not connected to."""
    with Server() as secret:
        secret.pages["/"] = page(b"secret")
        server.pages["/"] = redirect(secret.url("/", name), 301)
        reason(one(server, "/"))
        assert secret.connections == 0


@pytest.mark.parametrize(
    "address",
    """127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 240.0.0.1
    255.255.255.255 198.18.0.1 192.0.2.1 ::1 :: fe80::1 fe80::1%lo fc00::1 ff02::1 ::ffff:10.0.0.1
    64:ff9b::a00:1 2002:a00:1:: 2001:0:a00:1:: ::10.0.0.1 2001:db8::1 rubbish""".split(),
)
def test_no_name_leads_to_a_private_address(server, address):
    """A name whose address is private, reserved or hides a private one is refused with that address."""
    said = reason(one(server, "/", host="news.example", resolver=lambda host, port: [address]))
    assert said == f"leads to a private address ({address})"


@pytest.mark.parametrize("address", "8.8.8.8 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808".split())
def test_public_addresses_are_public(address):
    """Public addresses are let through, also as networks without IPv4 write them."""
    guard = Guard(lambda host, port: [address], Allowed([]))
    assert asyncio.run(guard.addresses("news.example", 80)) == [address]


def test_of_mixed_addresses_only_the_public_are_tried():
    """A name with a private address among public ones leads to the public ones alone."""
    guard = Guard(lambda host, port: ["10.0.0.1", "8.8.8.8", "::1"], Allowed([]))
    assert asyncio.run(guard.addresses("news.example", 80)) == ["8.8.8.8"]


class _Listening(httpcore2.AsyncMockBackend):
    """A network that notes what is connected to."""

    def __init__(self):
        super().__init__([])
        self.reached = []

    async def connect_tcp(self, host, *rest, **more):
        self.reached.append(host)
        return await super().connect_tcp(host, *rest, **more)


def test_a_name_that_changes_its_address_gains_nothing():
    """The address that was judged is the one connected to; the next connection is judged anew."""
    answers = [["8.8.8.8"], ["127.0.0.1"]]
    network = _Listening()
    public = PublicNetwork(Guard(lambda host, port: answers.pop(0), Allowed([])), network)
    asyncio.run(public.connect_tcp("news.example", 80))
    assert (network.reached, len(answers)) == (["8.8.8.8"], 1)
    with pytest.raises(Fault, match="private address"):
        asyncio.run(public.connect_tcp("news.example", 80))
    assert network.reached == ["8.8.8.8"]


def test_a_name_that_changes_its_address_between_robots_and_page(server):
    """A name is judged at each of its connections, not once for a run."""
    with Server() as secret:
        secret.pages["/"] = page(b"secret")
        answers = [[], ["127.0.0.1"], ["127.0.0.1"]]
        said = reason(one(secret, "/", host="news.example", allow=(), resolver=lambda *_: answers.pop(0)))
        assert said == "leads to a private address (127.0.0.1)"
        assert secret.connections == 0


def test_an_allowed_host_is_read(server):
    """A host that the user allows is read, whatever its address, by name and by name and port."""
    server.pages["/"] = page(b"mine")
    for entry in ("Intra.Example", f"intra.example:{server.port}"):
        outcome = one(server, "/", host="INTRA.example.", **named(entry))
        assert body(outcome) == b"mine"


def test_to_allow_a_name_allows_no_other(server):
    """A host is allowed at the port and by the name that stand there, and no other."""
    for entry in (f"intra.example:{server.port + 1}", "example", "127.0.0.1", "x.intra.example"):
        assert "private" in reason(one(server, "/", host="intra.example", **named(entry)))
    assert server.connections == 0


def test_who_names_a_private_address_hears_what_to_do(server):
    """Only the person who wrote a private address is told how to allow it; naming it allows nothing."""
    (outcome,) = fetch([Ask(server.url("/"), named_by_user=True)], rules())
    assert reason(outcome) == (
        "leads to a private address (127.0.0.1); add 127.0.0.1 to the allowed hosts if it is yours"
    )
    (outcome,) = fetch([Ask(server.url("/"))], rules())
    assert reason(outcome) == "leads to a private address (127.0.0.1)"
    assert server.connections == 0


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("file:///etc/passwd", "leads to file:"),
        ("FILE:/etc/passwd", "leads to file:"),
        ("ftp://example.org/x", "leads to ftp:"),
        ("gopher://127.0.0.1:70/", "leads to gopher:"),
        ("data:text/html,x", "leads to data:"),
        ("javascript:alert(1)", "leads to javascript:"),
        ("http://example.org:25/", "names port 25"),
        ("http://example.org:0/", "names port 0"),
        ("http://example.org:99999/", "names port 99999"),
        ("http://me:pass@example.org/", "has a user name or a password in it"),
        ("http://example.org:x/", "redirects to what is no web address"),
    ],
)
def test_only_the_web_is_read(server, target, said):
    """Another scheme, another service's port and a password are refused, in a redirect and in an ask."""
    server.pages["/"] = redirect(target)
    assert said in reason(one(server, "/"))
    (outcome,) = fetch([Ask(target)], rules())
    assert said in reason(outcome) or reason(outcome) == "is no web address"
    assert "pass@" not in reason(outcome)
