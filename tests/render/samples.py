"""Briefings to render: made up, in our own words, with receipts that hold."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from PIL import Image as Pillow

from briefing.model import (
    Article,
    Briefing,
    Bullet,
    Change,
    Conflict,
    Dropped,
    Earlier,
    Evidence,
    Image,
    Problem,
    Section,
    Side,
    Story,
)

NOW = datetime(2026, 11, 22, 6, 30, tzinfo=timezone(timedelta(hours=1)))
TODAY = date(2026, 11, 22)


def article(name: str, title: str, text: str, source: str, **more) -> Article:
    """Return an article of that id, published the evening before unless told otherwise."""
    more = {
        "published": datetime(2026, 11, 21, 17, 5, tzinfo=UTC),
        "url": f"https://{name}.example/news/1",
    } | more
    return Article(name, title, text, source, **more)


def evidence(source: Article, *parts: str) -> tuple[Evidence, ...]:
    """Return receipts for spans of `source`, each found by its text."""
    starts = [(part, source.text.index(part)) for part in parts]
    return tuple(Evidence(source.id, start, start + len(part), part) for part, start in starts)


def bullet(source: Article, *parts: str, text: str | None = None, verified: bool = True) -> Bullet:
    """Return a bullet that rests on `parts` of `source`, and quotes the first where no text is given."""
    return Bullet(parts[0] if text is None else text, "news", evidence(source, *parts), verified)


def quoting(source: Article, bullets: int = 3) -> Story:
    """Return a story of one article, whose bullets are its first paragraphs."""
    lines = source.text.split("\n")[:bullets]
    return Story(source.title, tuple(bullet(source, line) for line in lines), (source.id,))


def briefing(sections: Iterable[Section], articles: Iterable[Article], **more) -> Briefing:
    """Return a briefing of the fixed day."""
    return Briefing("The Morning Briefing", TODAY, NOW, tuple(sections), {a.id: a for a in articles}, **more)


FERRY = article(
    "harbour",
    "Night ferry returns after eleven years",
    "The night ferry between Aldermouth and the Skerry islands will sail again from March, "
    "the harbour board said.\n"
    "Two ships with room for 240 passengers each have been chartered for five years at a cost of £18m.\n"
    "The old line was given up in 2015, when fuel prices doubled within eighteen months.\n"
    "Islanders had asked for its return in three petitions, the last with 6,100 names.\n"
    "Fares are to be published in January.",
    "The Harbour Post",
    place="ALDERMOUTH",
    points=("First sailing planned for 2 March", "Islanders travel at half price in winter"),
)
FERRY_ISLANDS = article(
    "skerry",
    "Islanders toast the return of their ferry",
    "Church bells rang on Great Skerry on Saturday when news of the ferry came in.\n"
    "The council of the islands will pay a third of the charter, about £6m.",
    "Skerry Gazette",
    published=datetime(2026, 11, 21, 20, 40, tzinfo=UTC),
)
BANK = article(
    "ledger",
    "Central bank holds its rate at 3.25 per cent and says that cuts must wait for wages",
    "The central bank left its main rate at 3.25 per cent on Friday, as nearly all economists had expected.\n"
    "Its governor said that wages, which grew by 4.8 per cent over the year, still ran ahead of what "
    "she could accept.\n"
    "Two of the nine members of the council voted for a cut of a quarter point.\n"
    "The currency gained 0.4 per cent against the dollar within the hour.",
    "The Daily Ledger",
    published=datetime(2026, 11, 20, tzinfo=UTC),
)
RIVER = article(
    "fleuve",
    "Le fleuve retrouve ses saumons après quarante ans d’absence",
    "Des pêcheurs ont compté 312 saumons à l’échelle de Pont-Rouge depuis septembre, un chiffre que "
    "personne n’espérait.\n"
    "Le dernier barrage en aval avait été démonté au printemps 2024.\n"
    "L’agence de l’eau veut désormais interdire la pêche jusqu’en 2029.",
    "Le Courrier du Fleuve",
    language="fr",
    published=None,
)
DESERT = article(
    "sahra",
    "مزارعون يزرعون القمح في الصحراء بمياه الضباب",
    "جمع المزارعون نحو أربعين ألف لتر من مياه الضباب خلال الشتاء الماضي.\n"
    "تقول المهندسة المسؤولة إن الشباك الجديدة تضاعف الكمية مرتين.",
    "صوت الواحة",
    language="ar",
    url=None,
)
CHESS = article(
    "board",
    "A 14-year-old holds the champion to a draw",
    "Ines Okafor, aged 14, drew with the world champion after 71 moves and nearly six hours.\n"
    "She had prepared the opening with her grandmother, a retired postwoman.\n"
    "The second game is on Tuesday.",
    "Sixty-Four",
)


def small() -> Briefing:
    """Return four stories in three sections: two sources, points, a doubt, two other languages."""
    ferry = Story(
        "Night ferry returns after eleven years",
        (
            bullet(FERRY, FERRY.text.split("\n")[0]),
            bullet(
                FERRY,
                FERRY.text.split("\n")[1],
                FERRY.text.split("\n")[2],
                text="Two chartered ships for 240 passengers each replace the line given up in 2015.",
            ),
            bullet(
                FERRY_ISLANDS, FERRY_ISLANDS.text.split("\n")[1], text="The islands pay £6m.", verified=False
            ),
        ),
        (FERRY.id, FERRY_ISLANDS.id),
    )
    return briefing(
        (
            Section("Home", (ferry,)),
            Section("Business", (replace(quoting(BANK), new=False),)),
            Section("Elsewhere", (quoting(RIVER, 2), quoting(DESERT, 2))),
        ),
        (FERRY, FERRY_ISLANDS, BANK, RIVER, DESERT),
        dropped=(
            Dropped("The Harbour Post", "same story as one that was kept"),
            Dropped("Skerry Gazette", "same story as one that was kept"),
            Dropped("old/fair.txt", "older than two days"),
        ),
        problems=(Problem("seeds/broken.pdf", "cannot be opened: it needs a password"),),
    )


FLOOD = article(
    "valley",
    "Search goes on in the Orle valley as flood toll reaches 19",
    "Nineteen people were killed when the Orle burst its banks on Thursday, the district said on Sunday.\n"
    "Three villages can be reached only by boat, and 2,400 people sleep in schools and barns.\n"
    "Divers are still looking for six people who are missing.\n"
    "The district had sounded its sirens at ten, two hours before the water came.",
    "Valley Courier",
    published=datetime(2026, 11, 22, 4, 20, tzinfo=UTC),
    place="ORLE",
)
FLOOD_WIRE = article(
    "wire",
    "Army brings water and bread to cut-off villages",
    "Soldiers took water and bread to the villages of the upper Orle in forty boats on Saturday.\n"
    "An army spokesman said that at least 22 people were killed.\n"
    "The road from the south is not expected to open before Wednesday.",
    "North Wire",
)
FLOOD_FARMS = article(
    "fold",
    "Flood drowns half of the valley’s sheep",
    "Farmers of the Orle valley have lost some 8,000 sheep, about half of those that winter there.\n"
    "Feed for the rest will last nine days.",
    "Field & Fold",
)
FLOOD_THEN = article(
    "valley-friday",
    "Twelve dead as the Orle floods three villages",
    "Twelve people were killed and three villages cut off by the Orle, the district said on Friday.",
    "Valley Courier",
    published=datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
)


def picture(of: Article, width: int = 640, height: int = 427, alt: str = "", credit: str = "") -> Image:
    """Return a picture that leads `of`: a sky above water."""
    sky, sea = Pillow.linear_gradient("L").resize((width, height // 2)), Pillow.new("L", (width, height), 70)
    sea.paste(sky.point(lambda shade: 120 + shade // 2))
    out = io.BytesIO()
    Pillow.merge(
        "RGB", (sea, sea.point(lambda s: min(255, s + 10)), sea.point(lambda s: min(255, s + 30)))
    ).save(out, "JPEG")
    return Image(out.getvalue(), "image/jpeg", width, height, of.id, alt, credit)


def day() -> Briefing:
    """Return a day with all there is: a story of three sources that goes on, pictures, a glance, a line."""
    lines, wire = FLOOD.text.split("\n"), FLOOD_WIRE.text.split("\n")
    dead = Side("Nineteen", "the district", evidence(FLOOD, lines[0])[0])
    boats = "Soldiers bring water to three villages that only boats reach."
    flood = Story(
        FLOOD.title,
        (
            bullet(FLOOD, lines[0]),
            replace(
                bullet(FLOOD, lines[1], text=boats),
                evidence=evidence(FLOOD, lines[1]) + evidence(FLOOD_WIRE, wire[0]),
            ),
            bullet(FLOOD_FARMS, FLOOD_FARMS.text.split("\n")[0]),
        ),
        (FLOOD.id, FLOOD_WIRE.id, FLOOD_FARMS.id),
        new=False,
        conflicts=(
            Conflict(
                "killed", (dead, Side("at least 22", "an army spokesman", evidence(FLOOD_WIRE, wire[1])[0]))
            ),
        ),
        earlier=Earlier(date(2026, 11, 21), FLOOD_THEN.title, "The Morning Briefing"),
        changes=(
            Change("killed", Side("Twelve", "the district", evidence(FLOOD_THEN, FLOOD_THEN.text)[0]), dead),
        ),
        importance=4.25,
        reasons=("3 sources", "2 hours ago", "interest: floods"),
        image=picture(FLOOD, alt="A street in Lower Orle on Saturday, seen from a boat", credit="Ada Quill"),
    )
    made = small()
    home, business, elsewhere = made.sections
    (ferry,), (bank,), (river, desert) = home.stories, business.stories, elsewhere.stories
    ferry = replace(
        ferry, image=picture(FERRY, 400, 600), importance=2.5, reasons=("2 sources", "13 hours ago")
    )
    desert = replace(desert, image=picture(DESERT, alt="حقل قمح بين الكثبان"))
    chess = Story(CHESS.title, (), (CHESS.id,))
    return replace(
        made,
        sections=(
            Section("Home", (flood, ferry)),
            business,
            Section("Elsewhere", (river, desert)),
            Section("Sport", (chess,)),
        ),
        articles={a.id: a for a in (FLOOD, FLOOD_WIRE, FLOOD_FARMS, FLOOD_THEN, CHESS)} | dict(made.articles),
        glance=(flood.id, bank.id, ferry.id),
        minutes=2,
    )


def one() -> Briefing:
    """Return a single story of one article."""
    return briefing((Section("News", (quoting(CHESS),)),), (CHESS,))


def quiet(*, problems: bool = False) -> Briefing:
    """Return a day without stories, with or without problems to blame."""
    trouble = (Problem("https://ledger.example/feed", "no answer within 20 seconds"),) if problems else ()
    return briefing((), (), dropped=(Dropped("old/fair.txt", "older than two days"),), problems=trouble)


_SUBJECTS = (
    (
        "Town council votes to keep the lido open through winter",
        "Swimmers",
        "the pool at Kessel Lane",
        "Kessel Echo",
    ),
    (
        "Rail unions and ministry agree on a four-day week for drivers",
        "Drivers",
        "the regional lines",
        "The Signal",
    ),
    ("Vaccine against cattle fever passes its last trial", "Vets", "the highland farms", "Field & Fold"),
    (
        "Museum returns 37 bronzes to the kingdom they came from",
        "Curators",
        "the east gallery",
        "Arts Weekly",
    ),
    (
        "Maker of heat pumps opens a second plant and hires 900",
        "Workers",
        "the new plant",
        "The Daily Ledger",
    ),
    (
        "Storm leaves 40,000 homes without power along the coast",
        "Crews",
        "the coast road",
        "The Harbour Post",
    ),
    ("Court strikes out the fees that tenants paid for keys", "Tenants", "the lower court", "Law Notes"),
    (
        "Telescope sees water in the air of a world 48 light years off",
        "Astronomers",
        "the southern dome",
        "Orbit",
    ),
)


def many(number: int) -> Briefing:
    """Return `number` stories of three bullets each over five sections."""
    articles = [_made_up(index) for index in range(number)]
    titles = ("Home", "World", "Business", "Science & Health", "Culture")
    share = -(-number // len(titles))
    sections = (
        Section(title, tuple(quoting(a) for a in articles[at * share : (at + 1) * share]))
        for at, title in enumerate(titles)
    )
    return briefing((s for s in sections if s.stories), articles)


def _made_up(index: int) -> Article:
    headline, who, where, source = _SUBJECTS[index % len(_SUBJECTS)]
    day, share = index % 27 + 1, 11 + index
    text = (
        f"{headline.rstrip('.')}, it was announced on day {day} of the talks, after a meeting that ran past "
        f"midnight and took in letters from {share * 13:,} people.\n"
        f"{who} who were asked at {where} put the change down to patience: “We had {share} refusals before "
        f"this one yes,” said one of them, who did not want to give a name.\n"
        f"About {share} per cent of the cost is met from a fund that was set up in 19{60 + index % 40}.\n"
        f"A review is due within {2 + index % 5} years."
    )
    more = (
        {"points": (f"Decision number {index} this year", f"Review in {2 + index % 5} years")}
        if index % 4 == 1
        else {}
    )
    return article(f"paper{index}", headline if index < 8 else f"{headline} ({index})", text, source, **more)


HOSTILE = (
    "<script>alert(1)</script> {{7*7}} {% raw %} </style></title> [x](javascript:alert(1)) `code` *b* _i_ "
    "\x1b[31mred\x1b[0m \x00nul \u202egnihtyreve\u202c &amp; <img src=file:///etc/passwd> # $x$ ~~s~~ |"
)


def hostile() -> Briefing:
    """Return a story that is markup, template syntax, escapes and overrides from end to end."""
    bad = article(
        "bad", HOSTILE, f"{HOSTILE}\nA plain sentence.", HOSTILE, url="javascript:alert(1)",
        points=(HOSTILE,), place=HOSTILE, language='en"><script>',
    )  # fmt: skip
    worse = replace(bad, id="worse", url='https://x.example/"><img src=file:///etc/passwd>')
    told = Story(
        HOSTILE,
        (bullet(bad, HOSTILE), bullet(worse, "A plain sentence.", text="1. Short #")),
        ("bad", "worse"),
    )
    made = briefing(
        (Section(HOSTILE, (told,)),),
        (bad, worse),
        dropped=(Dropped(HOSTILE, HOSTILE),),
        problems=(Problem(HOSTILE, HOSTILE),),
    )
    return replace(made, title=HOSTILE)


def extreme() -> Briefing:
    """Return a 300-character headline, a 90-character word, a story of 60 sources, one without bullets."""
    long = article(
        "long",
        ("A headline that its editor never cut, because the editor had gone home, " * 5)[:300].strip(),
        f"The word {'a' * 90} has ninety letters.\nNothing else is known.",
        "The Unabridged",
        url=None,
        published=None,
    )
    papers = [
        article(
            f"wire{n}", f"Comet seen over town {n}", f"The comet was seen over town {n}.", f"Town Crier {n}"
        )
        for n in range(60)
    ]
    comet = Story(
        "Comet seen over sixty towns", (bullet(papers[0], papers[0].text),), tuple(p.id for p in papers)
    )
    bare = Story("A story without a bullet", (), (CHESS.id,))
    return briefing((Section("Odd", (quoting(long, 2), comet, bare)),), (long, *papers, CHESS))


_MIXED = (
    (
        "he",
        "הרכבת הלילית חוזרת אחרי 11 שנה",
        "הרכבת בין חיפה לבאר שבע תצא שוב ב־3 במרץ, אמר הדובר של חברת Rail & Co בערב.\n"
        "מחיר הכרטיס יהיה 45 ש״ח (כ־12 דולר) עד סוף השנה.",
        "קול הנמל",
    ),
    (
        "ar",
        "الميناء يعيد فتح الرصيف 7 بعد إصلاح دام 18 شهرا",
        "قالت هيئة الميناء إن الرصيف 7 سيستقبل أول سفينة، وهي MV Orle، في 2 مارس.\n"
        "بلغت كلفة الإصلاح 3.5 مليون دولار، أي أقل بنسبة 12% من التقديرات.",
        "صوت الواحة",
    ),
    (
        "ja",
        "夜行フェリー、十一年ぶりに三月から運航再開へ",
        "港湾局は、本土と島々を結ぶ夜行フェリーを三月二日から再び運航すると発表した。\n"
        "定員240人の船2隻を5年間借り受け、費用は約18億円になるという。",
        "港新聞",
    ),
    (
        "zh",
        "老港口的七号码头在维修十八个月后重新开放",
        "港务局表示,七号码头将于三月二日迎来第一艘船。\n维修费用为350万美元,比预算低12%。",
        "海岸日报",
    ),
    (
        "ko",
        "밤 여객선이 열한 해 만에 다시 다닌다",
        "항만청은 본토와 섬을 잇는 밤 여객선이 3월 2일부터 다시 다닌다고 밝혔다.\n"
        "정원 240명인 배 두 척을 5년 동안 빌린다.",
        "항구신문",
    ),
    (
        "de",
        "Donaudampfschifffahrtsgesellschaft nimmt Nachtverkehr wieder auf",
        "Die Gesellschaft nimmt nach elf Jahren den Nachtverkehr zwischen Hafen und Inseln wieder auf.\n"
        "Die Geschwindigkeitsbeschränkungen im Mündungsgebiet bleiben unverändert bestehen.",
        "Küstenbote",
    ),
)


def mixed() -> Briefing:
    """Return stories in scripts that run either way, with figures and Latin names in them, and a glance."""
    articles = [
        article(f"mixed-{tag}", title, text, source, language=tag) for tag, title, text, source in _MIXED
    ]
    stories = tuple(quoting(each) for each in (CHESS, *articles))
    return briefing(
        (Section("World", stories[:4]), Section("الأخبار", stories[4:])),
        (CHESS, *articles),
        glance=tuple(story.id for story in stories[:5]),
    )
