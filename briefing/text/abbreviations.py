"""Abbreviations around which a sentence may or may not end, by language ("" for all of them).

The lists hold what news is full of; what they lack, sentencex may know. Entries stand without their last full
stop. A small letter stands for a capital too; a capital only for itself ("Ore." is Oregon, "ore." is a word).
"""

# A name follows: never the end of a sentence.
TITLES = {
    "": "dr prof mr mrs ms mx messrs",
    "en": (
        "Gen Sen Rep Gov Lt Sgt Capt Maj Cmdr Cdr Col Adm Rev Hon Pres Supt Det Insp Const Cpl Pvt Brig Amb "
        "Atty Msgr Gens Sens Reps Govs Drs Profs Ald Asst Assoc Dep Lieut Mme Mlle Fr Br"
    ),
    "de": "hr fr frl hrn dipl ing med phil jur nat rer habil st",
    "fr": "M MM mme mmes mlle mgr me pr st ste",
    "es": "sr sra srta sres d dña lic ing arq gral cnel sto sta mons",
    "it": "sig sigg sig.ra sig.na dott dott.ssa prof.ssa ing avv on arch geom gen col mons s",
    "pt": "sr sra srta exmo exma eng gen cel sto sta d dra",
    "nl": "dhr mevr mw drs ir ing",
    "da": "hr fru frk cand mag",
    "sv": "hr",
    "nb": "hr",
    "ru": "гр проф акад им ул пл пр пос пгт св ген гр-н г-н г-жа тов кв",
    "uk": "м вул пл проф акад ген ім обл",
    "bg": "г-н г-жа проф ул пл гр ген доц",
    "pl": "p pp inż mgr hab ks gen płk św ul al pl os red",
    "cs": "p pí ing mgr doc mudr judr gen sv ul",
    "sk": "p ing mgr doc mudr judr gen sv ul",
    "el": "κ κα κκ αγ δρ",
    "vi": "TP Q P TX ThS TS PGS GS BS LS",
}
# A number follows; without one, "no." and "art." are words like others.
NUMBERED = {
    "": (
        "no nos nr nrs num n° nº № p pp vol vols fig figs ch chap sec sect art arts ext tel op cf ca v ver "
        "ed ref rs tk kr fr usd eur"
    ),
    "en": (
        "approx app apt rte rt hwy eq ex para pt ser est circa rm ste Sun Mon Tue Tues Wed Thu Thur Thurs "
        "Fri Sat"
    ),
    "de": "abs az bd ziff s jg hs kap",
    "fr": "chap env janv févr avr juill sept oct nov déc",
    "es": "núm pág págs cap aprox cra av apdo lun mié jue vie sáb dom ene abr ago sept oct nov dic",
    "it": "pag pagg cap gen febb mar apr mag giu lug ago sett ott nov dic",
    "pt": "pág págs cap núm fev abr mai ago set out nov dez",
    "ru": "стр рис табл гл ст п пп тел д кв",
}
# The sentence goes on: an explanation, a comparison or an opponent is to come.
OPEN = {
    "": "e.g i.e vs a.k.a viz cf",
    "en": "approx v f.e",
    "de": "z.b d.h u.a bzw ca vgl sog v.a u.u o.ä z.t",
    "fr": "p.ex c.-à-d",
    "es": "p.ej",
    "it": "ad.es p.es",
    "nl": "d.w.z o.a bijv",
    "da": "bl.a f.eks",
    "sv": "bl.a t.ex",
    "nb": "bl.a f.eks",
    "ru": "т.е напр",
    "pl": "np tzn tzw m.in",
    "cs": "např tzv",
    "sk": "napr tzv",
}
# A list is closed: a capital after it opens a sentence.
LAST = {
    "": "etc",
    "de": "usw",
    "it": "ecc",
    "da": "osv",
    "sv": "osv",
    "nb": "osv",
    "nl": "enz",
    "pl": "itd itp",
    "cs": "atd apod",
    "sk": "atď apod",
    "ru": "т.д т.п",
    "el": "κλπ κ.λπ",
}
# A time of day: a time zone or a day may follow.
HOURS = {"": "a.m p.m"}
# The rest: the sentence may end here or go on, as the next word says.
GENERAL = {
    "": (
        "inc corp co ltd llc llp bros plc gmbh AG SA jr sr esq al cie ibid Jan Feb Mar Apr Jun Jul Aug Sep "
        "Sept Oct Nov Dec"
    ),
    "en": (
        "st mt ft dept govt univ assn assoc intl natl mfg bldg ave blvd rd hwy pkwy sq ctr dist admin comm "
        "spokesp treas avg ret eds repr misc prelim est esp incl excl btw Ala Ariz Ark Calif Colo Conn Del "
        "Fla Ga Ill Ind Kan Ky Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis "
        "Wyo Ont Que Alta Sask"
    ),
    "de": (
        "evtl ggf inkl exkl mio mrd gem sen geb gest verh jh jhd aufl hrsg str std sek max mind abb anm bsp "
        "zzgl abzgl allg bes einschl ehem abk"
    ),
    "fr": "av bd éd hab sté ets",
    "es": "ud uds vd vds avda depto admón cía hnos",
    "it": "cfr circ a.c d.c",
    "pt": "av cia ltda",
    "nl": "ca mln mld resp blz gem",
    "da": "ca mio mia dvs pga jf ff tlf maks inkl ekskl",
    "sv": "ca milj mdr dvs jfr",
    "nb": "ca mill mrd dvs jf tlf",
    "ru": "г гг др пр см ср руб коп дол долл тыс млн млрд вв н.э мин сек обл ок род",
    "uk": "див тис млн млрд рр грн",
    "bg": "г вкл лв хил млн млрд",
    "pl": "ok tys mln mld zł godz zob por ur",
    "cs": "tis mil mld resp popř",
    "sk": "tis mil mld resp s.r.o a.s",
    "el": "δηλ εκατ δισ",
    "kk": "т.б",
}
# "12. Juni": a number with a full stop is an ordinal.
ORDINALS = frozenset("de da nb nn no sv fi is et lv hu cs sk pl sl hr sr bs tr fo lb".split())
