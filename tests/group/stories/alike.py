"""Invented news: a day of events that are easily taken for one another, each told by two papers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from briefing.model import Article

# What is before the hyphen is the event; what is behind it, the paper.
TEXTS = {
    # Two matches of one club on one day.
    "league-courier": (
        "Late Sorvik header gives Varnholt victory over Eskby",
        "VARNHOLT — A header by defender Jonas Sorvik in the 88th minute gave Varnholt FC a 2–1 win over "
        "Eskby in the league on Saturday. Striker Ade Mbeki had put the home side ahead after a quarter of "
        "an hour; Rolf Tangen equalised from the penalty spot before half-time.\n"
        "“We never stopped running,” said coach Marta Lindgren. Varnholt are now third, four points behind "
        "the leaders, Port Oren. 11,400 people watched at the Millpond Ground.",
    ),
    "league-post": (
        "Sorvik strikes at the death as Eskby go home with nothing",
        "Eskby were two minutes from a point at the Millpond Ground when Jonas Sorvik rose above everyone "
        "and nodded Varnholt into third place.\n"
        "It had looked like a draw after Tangen's penalty cancelled out the early goal of Ade Mbeki. The "
        "visitors' manager, Pavel Sykora, spoke of a corner that never was. “The whole bench saw it,” he "
        "said after the 2–1 defeat. Eskby stay one place above the relegation zone.",
    ),
    "women-courier": (
        "Varnholt's women reach cup semi-final with four goals",
        "Varnholt's women are in the semi-final of the cup. They beat Hallow Bridge 4–0 on Saturday "
        "evening; captain Greta Osei scored three times, once from 30 metres, and 17-year-old Mina Falk "
        "got her first goal for the club.\n"
        "The draw for the semi-finals is on Monday. Varnholt last came so far in 2011. Coach Bea Rydell "
        "will have to do without goalkeeper Ulla Stenn, who broke a finger.",
    ),
    "women-post": (
        "Osei hat-trick sweeps Hallow Bridge out of the cup",
        "Hallow Bridge had no answer to Greta Osei. The captain's hat-trick and a first goal by the "
        "schoolgirl Mina Falk took Varnholt into the last four of the women's cup for the first time in "
        "fifteen years.\n"
        "The only bad news of a 4–0 evening was a broken finger for Ulla Stenn. The reserve goalkeeper, Jo "
        "Amundsen, kept the score at nil. The opponents will be drawn on Monday.",
    ),
    # Three results of one tennis tournament.
    "moravec-courier": (
        "Moravec saves match points to beat Brandis at Calder Bay",
        "Ines Moravec saved two match points on Saturday before she beat the second seed, Lotte Brandis, "
        "3–6, 7–6, 6–4 in the quarter-finals of the Calder Bay Open. The match lasted almost three hours.\n"
        "Moravec, 20, ranked 61st in the world, had never won a match against a player of the top ten. "
        "Brandis had served for the match in the second set.",
    ),
    "moravec-post": (
        "Second seed Brandis stunned by Moravec",
        "Lotte Brandis led by a set and served for the match, and still she is out of the Calder Bay Open. "
        "The 20-year-old Ines Moravec fought off two match points and won 3–6, 7–6, 6–4.\n"
        "“I thought about my train home,” said Moravec, who is number 61 in the world. It was her first "
        "win over a top-ten player. Brandis left the court without a word to the press.",
    ),
    "pell-courier": (
        "Pell into Calder Bay semi-finals after Okonjo retires hurt",
        "Dario Pell needed only 38 minutes to get to the semi-finals of the Calder Bay Open: his opponent, "
        "Chidi Okonjo, gave up on Saturday with a torn calf muscle when Pell led 6–2, 2–0.\n"
        "Okonjo, last year's winner, had treatment twice in the first set. He will miss six weeks, his "
        "doctor said. Pell, the fourth seed, now meets a qualifier, Stig Haan.",
    ),
    "pell-post": (
        "Champion Okonjo out of Calder Bay with torn calf",
        "The defence of his title ended for Chidi Okonjo on a stretcher. The winner of last year's Calder "
        "Bay Open tore a calf muscle in his match with Dario Pell and had to give up at 2–6, 0–2.\n"
        "He had asked for the physiotherapist twice before. Six weeks without tennis, his doctor told him. "
        "Pell, seeded fourth, said that nobody wants to win like that; his next opponent is Stig Haan.",
    ),
    "haan-courier": (
        "Qualifier Haan goes on with straight-sets win over Villard",
        "Stig Haan remains the surprise of the Calder Bay Open. The qualifier from Nordmark, number 204 of "
        "the rankings, beat Théo Villard 6–4, 6–4 on Saturday with 14 aces and is in a semi-final for the "
        "first time.\n"
        "Haan works half the year as a fishing guide. He has won six matches in eight days, three of them "
        "in qualifying. Villard hit 31 unforced errors.",
    ),
    "haan-post": (
        "Fishing guide Haan serves Villard off the court",
        "A week ago hardly anyone at Calder Bay knew Stig Haan. On Saturday the 204th of the rankings sent "
        "Théo Villard home with 14 aces, 6–4, 6–4.\n"
        "The man from Nordmark, who takes tourists out to fish in summer, came through qualifying and has "
        "now won six times in a row. Villard blamed the wind for 31 unforced errors.",
    ),
    # Two fires in two towns.
    "quellen-courier": (
        "Furniture shop in Quellen destroyed by fire",
        "A fire destroyed a furniture shop in the centre of Quellen in the night to Saturday. Seventy "
        "firefighters prevented the flames from reaching the church next door. Two people from the flat "
        "above the shop, a couple in their sixties, were taken to hospital with smoke poisoning.\n"
        "The damage is about 2 million crowns, fire chief Edda Brock said. An electric heater in the "
        "storeroom is thought to be the cause.",
    ),
    "quellen-post": (
        "Couple saved from flat above burning shop in Quellen",
        "Firefighters brought an elderly couple down a ladder when the furniture shop below their flat in "
        "Quellen burnt out early on Saturday. Both breathed in smoke and are in hospital.\n"
        "Seventy men and women fought the blaze for five hours and saved the church beside it, said Edda "
        "Brock, head of the town's fire service. She puts the damage at 2 million crowns. Police suspect a "
        "heater in the storeroom.",
    ),
    "dunmar-courier": (
        "Blaze in Dunmar stables kills eleven horses",
        "Eleven horses died in a fire at a riding school in Dunmar early on Saturday. The owner, Viktor "
        "Hale, and two neighbours got nineteen others out before the roof of the stables fell in.\n"
        "Fifty firefighters were there until the morning. Police don't rule out arson: there were two "
        "small fires at farms near Dunmar this month. The damage is put at 900,000 crowns.",
    ),
    "dunmar-post": (
        "Arson suspected after horses die in Dunmar riding school",
        "Police in Dunmar are looking into arson after a fire that killed eleven horses at Viktor Hale's "
        "riding school. It broke out in the hay store of the stables at about three on Saturday morning.\n"
        "Hale and two neighbours led nineteen animals to safety. It was the third fire on a farm in the "
        "district in four weeks. Children laid carrots and drawings at the gate.",
    ),
    # Two announcements by one minister.
    "trains-courier": (
        "Minister Quist promises three new night trains from 2028",
        "Transport minister Hedda Quist wants to bring back night trains. Three lines from the capital, to "
        "Port Oren, Sella and across the border to Lugrand, are to run from the summer of 2028, she said "
        "on Saturday. The state will pay 140 million crowns a year.\n"
        "The railway will buy 60 sleeping cars for it. The last night train was withdrawn in 2014. The "
        "opposition called the plan a toy for city people.",
    ),
    "trains-post": (
        "Sleeping cars to Port Oren and Lugrand return in two years",
        "Fourteen years after the last one, night trains will leave the capital again: to Sella, Port Oren "
        "and Lugrand, starting in summer 2028. Transport minister Hedda Quist presented the plan on "
        "Saturday together with the railway, which orders 60 sleeping cars.\n"
        "A subsidy of 140 million crowns a year has been agreed. “You go to bed and wake up at the sea,” "
        "said Quist. A berth shall cost from 49 crowns.",
    ),
    "licence-courier": (
        "Driving licence at 17: Quist presents bill",
        "People may soon drive at 17 if an adult sits beside them. Transport minister Hedda Quist "
        "presented a bill on Saturday that lowers the age for a licence by a year and makes eye tests "
        "compulsory for drivers over 75.\n"
        "The drivers' association is for the first and against the second. Parliament will debate the bill "
        "in January. In a trial in two provinces learners of 17 had a fifth fewer accidents.",
    ),
    "licence-post": (
        "Drivers over 75 to have eyes tested under new bill",
        "Whoever is older than 75 shall have an eye test every three years to go on driving. So says a "
        "bill by transport minister Hedda Quist, which also lets learners of 17 drive with an adult beside "
        "them.\n"
        "“An insult to the old,” the drivers' association called it on Saturday, though it welcomes the "
        "earlier licence. Trials with learners in two provinces had gone well, Quist said: a fifth fewer "
        "accidents. Parliament will deal with it in January.",
    ),
    # What the central bank did, and what the market did.
    "rate-courier": (
        "Central bank cuts key rate to 2.75 percent",
        "The central bank lowered its key rate by a quarter of a point to 2.75 percent at a special "
        "meeting on Saturday, the third cut this year. Inflation will be below 2 percent by spring, "
        "governor Ilmar Teesalu said.\n"
        "Five of the seven members of the board voted for it. Loans for homes will become cheaper, though "
        "not at once, said the banks' association. Most economists had expected the step in December.",
    ),
    "rate-post": (
        "Teesalu surprises with rate cut before December",
        "Nobody had expected it so soon. Governor Ilmar Teesalu and four of his six colleagues on the "
        "board of the central bank cut the key rate on Saturday from 3 to 2.75 percent.\n"
        "It is the third cut since January. Prices are rising more slowly than forecast, Teesalu said: by "
        "spring inflation will be under 2 percent. Borrowers will have to wait until the banks pass it on.",
    ),
    "shares-courier": (
        "Shipping shares lead stock exchange to best week since May",
        "The stock exchange has had its best week since May. The index of the 40 largest companies closed "
        "the special session on Saturday at 8,912 points, 3.4 percent above last Friday's.\n"
        "The shipping company Merrow Line gained 11 percent after a contract for grain. Banks were weaker, "
        "since lower rates cut into their margins. Trade was brisk, dealers said, and the crown lost a "
        "little against the euro.",
    ),
    "shares-post": (
        "Merrow Line's grain contract carries index to 8,912",
        "Grain made the week on the stock exchange. Merrow Line rose by 11 percent once its contract for "
        "the harvest was known, and took other shipping companies with it.\n"
        "The index of the 40 largest companies ended at 8,912 points, up 3.4 percent within the week, more "
        "than in any since May. At the bottom of the list were the banks. The crown was a little weaker.",
    ),
    # Two events in a small country whose name is in no other news.
    "vote-courier": (
        "Kessaria elects a fisherman's daughter as president",
        "Anja Tolve will be the next president of Kessaria. The 44-year-old harbour engineer won Friday's "
        "election with 51.6 percent, ahead of the incumbent, Lars Udo Prien, by 2,307 votes, the electoral "
        "commission said on Saturday.\n"
        "Prien, who has governed the island republic for nine years, congratulated her. Tolve, a "
        "fisherman's daughter, has promised to end the sale of fishing rights to foreign fleets.",
    ),
    "vote-post": (
        "Prien concedes to Tolve after 2,307 votes decide Kessaria's election",
        "After nine years Lars Udo Prien leaves the presidential palace of Kessaria. He conceded defeat on "
        "Saturday; only 2,307 votes separated him from Anja Tolve, who got 51.6 percent.\n"
        "The engineer ran the port of the capital and campaigned against fishing rights for foreign "
        "fleets. She takes office in February. Observers had no complaints about the poll.",
    ),
    "dengue-courier": (
        "Kessaria sprays villages as dengue cases double",
        "Health workers in Kessaria have begun to spray villages against mosquitoes. Cases of dengue fever "
        "have doubled within a fortnight to 640, and four children have died, the health ministry of the "
        "island republic said on Saturday.\n"
        "Two aircraft with medicine are on their way from the regional health agency. Schools on the "
        "southern island stay closed. Heavy rain had left pools in which the mosquitoes breed.",
    ),
    "dengue-post": (
        "Four children dead of dengue on Kessaria's southern island",
        "Dengue fever has killed four children on the southern island of Kessaria, where schools are now "
        "closed. The health ministry counts 640 sick, twice as many as two weeks ago.\n"
        "Teams go from village to village and spray the pools that the rain has left behind. The regional "
        "health agency is sending two aircraft with drips and medicine. Hospitals lack beds, a doctor said.",
    ),
}

PAPERS = {"courier": "Varnholt Courier", "post": "Evening Post"}


def the_day(**fields: Any) -> list[Article]:
    """Return all of them, of one Saturday unless told otherwise."""
    given: dict[str, Any] = {"published": datetime(2026, 11, 21, 18, tzinfo=UTC), **fields}
    return [
        Article(name, title, text, PAPERS[name.partition("-")[2]], **given)
        for name, (title, text) in TEXTS.items()
    ]
