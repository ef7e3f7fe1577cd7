"""English words that carry no topic of their own."""

from __future__ import annotations

FUNCTION = frozenset(
    "a an the this that these those and or but nor so yet for of in on at to from by with as into onto upon "
    "about "
    "after before between during through over under against among across near off out up down than then "
    "there here "
    "is are was were be been being am do does did have has had having will would shall should can could may "
    "might must "
    "i you he she it we they me him her us them my your his its our their mine yours hers ours theirs who "
    "whom whose "
    "which what when where why how if while because since until although though unless whether not no only "
    "just also "
    "too very s t re ve ll d m said says say told tells saying one own same such some any each every both "
    "all more most "
    "other another much many few several even still already again ever never now once per cent mr mrs ms dr "
    "himself herself itself themselves myself yourself ourselves got get gets getting via amid toward "
    "towards "
    "don won doesn didn isn aren wasn weren hasn haven hadn wouldn couldn shouldn".split()
)
"""Words that stand in any statement; with what is left of "n't" and of possessives."""

PRONOUNS = frozenset(
    "he she his her him hers it its they their them theirs who whose whom i we my our me us you your this "
    "that these "
    "those himself herself themselves itself".split()
)
"""What a name may stand in for."""

TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady dame president minister prime chancellor secretary "
    "senator sen "
    "rep representative governor gov general gen colonel col captain capt sergeant sgt lieutenant lt major "
    "officer "
    "judge justice bishop archbishop pope king queen prince princess duke duchess mayor chief director "
    "coach manager "
    "detective inspector superintendent constable attorney reverend rev father sister ambassador spokesman "
    "spokeswoman actor actress singer star st saint the".split()
)
"""What may stand before a name, and comes and goes."""
