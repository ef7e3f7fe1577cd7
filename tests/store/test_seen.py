"""What a reader knows does not come back."""

import dataclasses
from datetime import date

from briefing.model import Dropped
from tests.factory import BODY, article, briefing
from tests.store.invented import articles, followed, headed, report, reworded, shortened

ONE = article(url="https://a.org/x", origin="https://a.org/feed")


def deliver(library, *told):
    """Make a briefing of these articles and deliver it."""
    assert library.deliver(library.record(briefing(*told)))


def test_only_what_was_delivered_is_seen(library):
    """An article is news until a briefing with it was delivered; then it is not."""
    library.add([ONE])
    library.record(briefing(ONE))
    assert library.unseen([ONE]) == ((ONE,), ())
    deliver(library, ONE)
    assert library.unseen([ONE]) == (
        (),
        (Dropped("https://a.org/feed", "was in the briefing of 2026-11-22"),),
    )


def test_changed_article_comes_back_once(library):
    """A delivered article comes back when a word changed, and not when it changes back or moves a comma."""
    deliver(library, ONE)
    changed = dataclasses.replace(ONE, text=BODY.replace("14 ships", "19 ships"))
    assert library.unseen([changed])[0] == (changed,)
    deliver(library, changed)
    for known in (changed, ONE, dataclasses.replace(ONE, text=BODY.replace(",", ";"))):
        assert library.unseen([known])[0] == ()


def test_small_change_of_a_long_article_is_a_change(library):
    """An article to which a paragraph was added comes back, however like it is to what was delivered."""
    told = articles([report(1)])[0]
    deliver(library, told)
    more = dataclasses.replace(told, text=told.text + "\nThe mayor was arrested in the evening.")
    assert library.unseen([more])[0] == (more,)


def test_other_spelling_of_the_address_is_no_other_article(library):
    """What was delivered does not come back under an address with tracking in it."""
    deliver(library, ONE)
    assert library.unseen([dataclasses.replace(ONE, url="http://www.a.org/x?utm_source=feed#top")])[0] == ()


def test_copy_of_what_was_delivered_is_named(library):
    """A paper's copy of a delivered report is left out, with the report and its paper."""
    text = report(7)
    told, copy = articles([text, headed(reworded(text, 1), "The Other")])
    deliver(library, told)
    fresh, dropped = library.unseen([copy])
    assert fresh == ()
    assert dropped == (
        Dropped(
            copy.origin, "the same report as “Headline number 0” (Paper 0), in the briefing of 2026-11-22"
        ),
    )


def test_copy_stays_known_when_the_sketch_is_gone(library, clock):
    """A copy that was recognised once stays known, also after the month in which new ones are."""
    text = report(7)
    told, copy, late = articles([text, reworded(text, 1), reworded(text, 2)])
    deliver(library, told)
    library.unseen([copy])
    clock.pass_(days=31)
    assert library.unseen([copy, told])[0] == ()
    assert library.unseen([late])[0] == (late,)


def test_copies_that_come_together_all_come(library):
    """Copies of one another that come at once are all news: they are one story's sources."""
    text = report(3)
    together = articles([shortened(text, 0.7), headed(text, "The Long One"), report(4)])
    assert library.unseen(together) == (tuple(together), ())


def test_other_figure_is_news(library):
    """A copy that gives another figure in the same place is not left out."""
    text = report(5) + "\nThe blast killed 12 people in the old harbour, the fire service said."
    told, update = articles([text, text.replace("12 people", "19 people")])
    assert library.unseen([told, update])[0] == (told, update)
    deliver(library, told)
    assert library.unseen([update])[0] == (update,)


def test_follow_up_is_news(library):
    """A report with news at its top is not left out for the old report below."""
    old = report(6)
    told, later = articles([old, followed(old, 6)])
    deliver(library, told)
    assert library.unseen([later])[0] == (later,)


def test_reports_without_a_text_are_not_copies(library):
    """Empty and very short texts are nobody's copies."""
    short = articles(["", "", "Yes.", "Photos of the day.", "Photos of the day."])
    assert library.unseen(short)[0] == tuple(short)


def test_scripts_without_spaces(library):
    """A copy is recognised in Japanese, too, and another report of the same place is not one."""
    text = (
        "リンドビク港は月曜日、クレーンが二つの岸壁に倒れたため閉鎖されたと港湾局が発表した。けが人はいなかったが、"
        "十四隻の船が防波堤の外で待っている。修理には九日かかる見込みだ。"
    )
    other = (
        "リンドビク港の労働組合は火曜日、賃金をめぐる話し合いが終わるまで仕事をしないと述べた。会社は新しい提案を"
        "用意しているという。市長は双方に冷静な対応を求めた。"
    )
    told, copy, news = articles([f"{text}\n", f"【共同】{text}", other])
    deliver(library, told)
    fresh, dropped = library.unseen([copy, news])
    assert fresh == (news,) and len(dropped) == 1


def test_order_is_kept(library):
    """What is left keeps its order, and every article is either left or named."""
    given = articles([report(seed) for seed in range(12)])
    deliver(library, given[3], given[8])
    fresh, dropped = library.unseen(given)
    assert fresh == tuple(each for number, each in enumerate(given) if number not in {3, 8})
    assert [each.source for each in dropped] == [given[3].origin, given[8].origin]


def test_what_told_nothing_new_is_seen(library):
    """An article that was left out of a delivered briefing for telling nothing new does not come back."""
    told, other = articles([report(7), report(8)])
    assert library.deliver(library.record(dataclasses.replace(briefing(told), known=(other,))))
    assert library.unseen([told, other])[0] == ()


def test_revised(library):
    """What was delivered is revised once its words change, what was never delivered is not."""
    told, other = articles([report(7), report(8)])
    deliver(library, told)
    edited = dataclasses.replace(told, text=f"{told.text}\nThe mayor resigned on Friday.")
    day = date(2026, 11, 22)
    assert library.revised([told, other]) == frozenset()
    assert library.revised([edited, dataclasses.replace(other, text="Else.")]) == {told.id}
    assert library.revised([edited], edition=day) == frozenset()
