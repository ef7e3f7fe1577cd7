"""No host is asked for too much at once."""

import asyncio

from briefing.fetch import Ask, fetch
from briefing.fetch.slots import Slots
from tests.fetch.quick import body, named, rules
from tests.fetch.server import page


class Crowd:
    """A page that counts how many read it at once, waits until they are enough, and notes when they came."""

    def __init__(self, until: int = 0):
        self.now, self.most, self.starts, self.until = 0, 0, [], until

    async def come(self, visit):
        """Be read."""
        self.now += 1
        self.most = max(self.most, self.now)
        self.starts.append(asyncio.get_running_loop().time())
        for _ in range(20):  # long enough for one more than there should be to come, too
            if self.most < self.until:
                await asyncio.sleep(0.02)
        await visit.answer(200, b"x")
        self.now -= 1


def test_few_read_one_host_at_once(server):
    """At one host no more are under way than the rules say."""
    crowd = Crowd(until=3)
    server.pages["/"] = crowd.come
    list(fetch([Ask(server.url("/"), robots=False)] * 6, rules(server, per_host=2, per_url=30.0)))
    assert (crowd.most, len(crowd.starts)) == (2, 6)


def test_few_read_at_once(server):
    """Altogether no more are under way than the rules say."""
    crowd = Crowd(until=4)
    server.pages["/"] = crowd.come
    hosts = [f"{name}.example" for name in "abcdef"]
    asks = [Ask(server.url("/", host), robots=False) for host in hosts]
    list(fetch(asks, rules(**named(*hosts), parallel=3, per_host=1, per_url=30.0)))
    assert (crowd.most, len(crowd.starts)) == (3, 6)


def test_many_hosts_are_read_side_by_side(server):
    """Hosts don't wait for one another."""
    crowd = Crowd(until=5)
    server.pages["/"] = crowd.come
    hosts = [f"{name}.example" for name in "abcde"]
    asks = [Ask(server.url("/", host), robots=False) for host in hosts]
    list(fetch(asks, rules(**named(*hosts), per_host=1, per_url=30.0)))
    assert crowd.most == 5


def test_a_host_has_its_pause(server):
    """Between two requests to a host lies the pause of the rules, or the longer one that the host wants."""
    crowd = Crowd()
    server.pages["/"] = crowd.come
    list(fetch([Ask(server.url("/"), robots=False)] * 3, rules(server, pause=0.3)))
    server.pages["/robots.txt"] = page(b"User-agent: *\nCrawl-delay: 60")
    list(fetch([Ask(server.url("/"))] * 3, rules(server, most_delay=0.4)))
    gaps = [after - before for before, after in zip(crowd.starts, crowd.starts[1:], strict=False)]
    assert min(gaps[:2]) > 0.2
    assert min(gaps[3:]) > 0.3


def test_a_connection_is_used_again(server):
    """Pages of one host, one after another, need one connection."""
    server.pages["/"] = page(b"x")
    outcomes = list(fetch([Ask(server.url("/"))] * 5, rules(server, per_host=1)))
    assert [body(each) for each in outcomes] == [b"x"] * 5
    assert server.connections == 1


def test_what_has_begun_goes_on_before_more_is_begun(server):
    """A host's page follows its robots.txt at once, on the same connection, however many hosts there are."""
    server.pages["/"] = page(b"x")
    hosts = [f"{number}.example" for number in range(60)]
    changes = {**named(*hosts), "parallel": 2, "per_url": 30.0}
    list(fetch([Ask(server.url("/", host)) for host in hosts], rules(**changes)))
    assert server.connections == 60
    assert [visit.path for visit in server.visits[:30]].count("/") > 5


def test_slots_are_handed_on_whoever_gives_up():
    """A slot goes to the next who waits, those ahead first, and is not lost on one who waits no more."""

    async def wait() -> list[str]:
        slots, got = Slots(1), []

        async def take(name: str, ahead: bool) -> None:
            async with slots.one(ahead):
                got.append(name)
                await asyncio.sleep(0)

        async with slots.one(True):
            names = {"late": False, "gone": True, "early": True}
            tasks = {name: asyncio.create_task(take(name, ahead)) for name, ahead in names.items()}
            await asyncio.sleep(0)
        tasks["gone"].cancel()  # in the moment in which it is its turn
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        await take("last", True)
        return got

    assert asyncio.run(asyncio.wait_for(wait(), 20)) == ["early", "late", "last"]
