"""Countries and regions with the words for their people, so that "French" is found in "France"."""

from __future__ import annotations

_GROUPS = """
afghanistan afghan|albania albanian|algeria algerian|argentina argentine argentinian|armenia armenian
australia australian aussie|austria austrian|azerbaijan azeri azerbaijani|bahrain bahraini
bangladesh bangladeshi
belarus belarusian|belgium belgian|bolivia bolivian|bosnia bosnian|brazil brazilian
britain british briton uk u.k brit gb|bulgaria bulgarian|burma burmese myanmar|cambodia cambodian
cameroon cameroonian
canada canadian|chad chadian|chile chilean|china chinese|colombia colombian|congo congolese|croatia croatian
croatia croat
cuba cuban|cyprus cypriot|czech czechs|denmark danish dane|ecuador ecuadorian|egypt egyptian|england english
estonia estonian|ethiopia ethiopian|europe european eu e.u|finland finnish finn|france french|georgia georgian
germany german|ghana ghanaian|greece greek|haiti haitian|holland dutch netherlands|hungary hungarian
iceland icelandic|india indian|indonesia indonesian|iran iranian|iraq iraqi|ireland irish|israel israeli
italy italian|jamaica jamaican|japan japanese|jordan jordanian|kazakhstan kazakh|kenya kenyan|korea korean
kosovo kosovan|kuwait kuwaiti|latvia latvian|lebanon lebanese|liberia liberian|libya libyan
lithuania lithuanian
malawi malawian|malaysia malaysian|mali malian|malta maltese|mexico mexican|morocco moroccan
nepal nepalese nepali
nigeria nigerian|norway norwegian|pakistan pakistani|palestine palestinian|panama panamanian|peru peruvian
philippines filipino philippine|poland polish|portugal portuguese|qatar qatari|romania romanian
russia russian
rwanda rwandan|saudi saudis|scotland scottish scot|senegal senegalese|serbia serbian serb
singapore singaporean
slovakia slovak slovakian|slovenia slovenian slovene|somalia somali|spain spanish spaniard|sudan sudanese
sweden swedish swede
switzerland swiss|syria syrian|taiwan taiwanese|tanzania tanzanian|thailand thai|tunisia tunisian
turkey turkish turk
uganda ugandan|ukraine ukrainian|uruguay uruguayan|venezuela venezuelan|vietnam vietnamese|wales welsh
yemen yemeni|zambia zambian|zimbabwe zimbabwean|america american us usa u.s u.s.a|africa african|asia asian
kurdistan kurdish kurd
republican republicans gop|democrat democratic|texas texan|california californian|london londoner
paris parisian|crimea crimean|catalonia catalan
basque basques
"""

NATION = {
    word: group.split()[0]
    for line in _GROUPS.strip().split("\n")
    for group in line.split("|")
    for word in group.split()
}
"""By a country or a word for its people, in lower case: the country."""

WHOLE = {
    "united states": "america", "united states of america": "america", "united kingdom": "britain",
    "great britain": "britain", "european union": "europe", "the netherlands": "holland",
}  # fmt: skip
"""The same for names of several words."""


FORMS: dict[str, list[str]] = {}
"""By a country: every word that `nation` takes for it, "us" aside, which is a pronoun too."""
for _word, _country in NATION.items():
    FORMS.setdefault(_country, []).extend(w for w in (_word, f"{_word}s") if w != "us")


def nation(word: str) -> str:
    """Return the country that a word in lower case stands for, plural or not; or ""."""
    return NATION.get(word) or NATION.get(word.removesuffix("s"), "")
