"""Articles become stories: one event each."""

import random
from dataclasses import replace

from briefing.group.stories import grouping, stories
from tests.group.stories.news import TEXTS, article, day, event, the_day


def together(found, *names):
    """Say whether these articles are all in one story."""
    return any(set(names) <= set(story) for story in found)


def test_wordings_of_an_event_are_one_story():
    """Reports of one event are one story, and no story holds two events."""
    found = stories(the_day())
    assert {frozenset(story) for story in found} == {
        frozenset(name for name in TEXTS if event(name) == each) for each in map(event, TEXTS)
    }


def test_every_article_is_in_one_story():
    """No article is lost, and none is in two stories."""
    names = [name for story in stories(the_day()) for name in story]
    assert sorted(names) == sorted(TEXTS)


def test_large_stories_come_first():
    """Stories come by the number of their articles."""
    sizes = list(map(len, stories(the_day())))
    assert sizes == sorted(sizes, reverse=True)


def test_the_order_of_articles_makes_no_difference():
    """Shuffled articles give the very same stories and threads."""
    articles = the_day()
    expected = grouping(articles)
    for seed in range(5):
        random.Random(seed).shuffle(articles)
        assert grouping(articles) == expected


def test_a_run_can_be_repeated():
    """The same articles give the same stories again."""
    assert grouping(the_day()) == grouping(the_day())


def test_two_events_of_one_topic_stay_apart():
    """Two fires in two towns are two stories, though they have their vocabulary in common."""
    fires = [
        article(
            "a1",
            "A fire gutted a bakery in Lower Quell on Monday. Twenty firefighters put out the flames; the"
            " baker, Tomas Grell, was treated for smoke. Police suspect an oven.",
            "Bakery in Lower Quell burns",
        ),
        article(
            "a2",
            "The oven is thought to have started the fire which gutted Tomas Grell's bakery in Lower "
            "Quell on Monday, police said. Twenty firefighters had fought it; the baker breathed smoke.",
            "Oven blamed for bakery fire in Lower Quell",
        ),
        article(
            "b1",
            "Flames damaged a school in Hartmoor on Monday evening. Forty firefighters came; the "
            "caretaker, Nora Silk, had seen smoke above the gymnasium. Lessons are cancelled until "
            "Thursday.",
            "Hartmoor school damaged by fire",
        ),
        article(
            "b2",
            "Lessons at the Hartmoor school are cancelled until Thursday after a fire in its gymnasium. "
            "Caretaker Nora Silk raised the alarm, and forty firefighters saved the classrooms.",
            "No lessons in Hartmoor after fire",
        ),
    ]
    assert {frozenset(story) for story in stories([*the_day(), *fires])} >= {
        frozenset(["a1", "a2"]),
        frozenset(["b1", "b2"]),
    }


def test_a_wire_copy_joins_its_original():
    """An agency's text with another headline and a cut end is the same story."""
    title, text = TEXTS["ferry-1"]
    copy = article("wire", text.rpartition("Nobody")[0], "Ferry stranded on reef")
    assert together(stories([*the_day(), copy]), "ferry-1", "wire")
    assert title != copy.title


def test_identical_articles_are_one_story():
    """Articles that are the same to the letter are one story, however short."""
    found = stories([article(name, "Rain.", "Weather") for name in ("c", "a", "b")])
    assert found == (("a", "b", "c"),)


def test_languages_stay_apart():
    """The same text in two languages' hands is two stories."""
    text = TEXTS["fire-1"][1]
    found = stories([article("en", text), article("de", text, language="de")])
    assert found == (("de",), ("en",))


def test_regions_of_a_language_are_one_language():
    """A language tag with a region is that language."""
    text = TEXTS["fire-1"][1]
    assert stories([article("gb", text, language="en-GB"), article("en", text)]) == (("en", "gb"),)


def test_other_languages_have_stories_too():
    """German and Chinese reports of an event find each other."""
    german = [
        (
            "d1",
            "Der Stausee von Grauental ist nach einem Riss in der Mauer geräumt worden. 3200 Menschen "
            "verließen ihre Häuser, sagte Landrätin Meike Sorge.",
        ),
        (
            "d2",
            "Nach dem Riss in der Staumauer von Grauental dürfen 3200 Menschen vorerst nicht in ihre Häuser "
            "zurück. Landrätin Meike Sorge rechnet mit einer Woche.",
        ),
        (
            "d3",
            "Der Dirigent Anton Weiher hört im Sommer an der Oper auf. Über seine Nachfolge berät der Rat.",
        ),
    ]
    chinese = [
        (
            "z1",
            "青川市周三发生列车脱轨事故，造成十七人受伤。铁路部门表示，事故原因是信号故障，线路将关闭两天。",
        ),
        ("z2", "青川市列车脱轨事故造成十七人受伤，铁路部门称信号故障是事故原因，线路关闭两天。"),
        ("z3", "白河大学的研究人员发现一种新的蝴蝶，它只生活在高山草地上，翅膀呈蓝色。"),
    ]
    articles = [article(name, text, language="de") for name, text in german]
    articles += [article(name, text, language="zh") for name, text in chinese]
    assert set(map(frozenset, stories(articles))) == {
        frozenset(["d1", "d2"]),
        frozenset(["d3"]),
        frozenset(["z1", "z2"]),
        frozenset(["z3"]),
    }


def test_time_tells_events_apart():
    """Two reports that are alike enough on one day are two stories when half a year lies between them."""
    now = "Storm closes Marl bridge; the ferry Ada sails instead. Winds of 90 km/h are expected until Friday."
    then = "The Marl bridge is closed by a storm. Trains go by Oxdale, and schools open at noon, it was said."
    near = [article("a", now, published=day(2)), article("b", then, published=day(2))]
    far = [near[0], replace(near[1], published=day(2, month=9))]
    assert len(stories(near)) == 1
    assert len(stories(far)) == 2


def test_undated_articles_join_dated_ones():
    """What has no date is not kept from its story."""
    articles = [replace(each, published=day(2) if each.id == "ferry-1" else None) for each in the_day()]
    assert together(stories(articles), "ferry-1", "ferry-2")


def test_few_or_no_articles():
    """No article gives no story, and one gives one."""
    assert grouping([]) == ((), ())
    assert stories([article("a", "A bridge fell.")]) == (("a",),)


def test_what_says_nothing_stays_alone():
    """Articles without text, or of stop words alone, are stories of their own."""
    found = stories([article("a", ""), article("b", ""), article("c", "the and of"), article("d", "of the")])
    assert found == (("a",), ("b",), ("c",), ("d",))


def test_single_words_in_common_make_no_story():
    """Two articles of a few words that share one of them are two stories."""
    assert len(stories([article("a", "Markets today"), article("b", "Weather today")])) == 2


def test_a_hostile_text_is_a_story_like_any_other():
    """A huge text of one word, and one of very many different ones, are in no other's story."""
    long = [article("x", "ferry " * 500_000), article("y", " ".join(f"w{i}" for i in range(300_000)))]
    assert set(stories([*the_day(), *long])) == {*stories(the_day()), ("x",), ("y",)}


def test_many_copies_are_one_story():
    """Three hundred reports that differ in a word are one story."""
    text = TEXTS["cup-1"][1]
    found = stories([article(f"n{i:03}", f"{text} Report {i}.") for i in range(300)] + the_day())
    assert len(found[0]) == 302


def test_the_most_typical_article_leads():
    """The article that shares most with the others of its story comes first."""
    aside = article(
        "aaa",
        "Pia Lund began as a postwoman. Before the cup final against Tarnvik she told of winters on skis,"
        " of her grandmother's letters and of a kiosk that sold liquorice. Holm United found her in a "
        "village club.",
        "A portrait of Holm United's Pia Lund",
    )
    third = article("cup-3", " ".join(reversed(TEXTS["cup-1"][1].split(". "))), TEXTS["cup-2"][0])
    story = next(each for each in stories([*the_day(), third, aside]) if "cup-1" in each)
    assert story[0] != "aaa"
