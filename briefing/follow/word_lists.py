"""Words by language that tell a change, or tell none.

One line is one meaning: its words stand for one another, and a line that opens with "!" is a turn of events,
which is news wherever it was not told before.
"""

from __future__ import annotations

_MEANINGS = {
    "en": """
!killed kill killing kills victims victim dead drowned drown died die dies dying death deaths perished fatal
!injured injure injuring injuries injury wounded wound wounding hurt
!arrested arrest arrests detained detain detention held
!released release freed free frees
!charged charge charges indicted indict indictment accused
!convicted convict convicts guilty
!sentenced sentence jailed jail imprisoned prison
!acquitted acquit cleared innocent
!resigned resign resigns resignation quit quits
!dismissed dismiss sacked sack fired
!appointed appoint appoints elected elect successor
!rescued rescue rescues saved save
!found find finds discovered discover located locate recovered recover
!missing vanished vanish disappeared disappear unaccounted
!infected infections infection cases sick ill
!identified identify
!closed close closes closure shut shuts sealed blocked
!reopened reopen reopens reopening open opens opened opening resumed resume resumes resumption
!cancelled cancel cancels canceled scrapped scrap called-off
!postponed postpone postpones delayed delay delays
!approved approve approves passed pass passes adopted adopt
!rejected reject rejects refused refuse vetoed veto
!agreed agree agrees agreement deal accord settled settlement
!failed fail fails collapsed collapse collapses
!won win wins victory
!lost lose loses defeat defeated
!confirmed confirm confirms confirmation
!withdrawn withdraw withdrew recalled recall
!evacuated evacuate evacuation evacuations
!banned ban bans forbidden forbid
!lifted lift lifts
!contained contain extinguished extinguish
!ended end ends stopped stop stops halted halt over
!rose rise rises risen rising increased increase climbed climb grew grow higher up
!fell fall falls fallen falling dropped drop declined decline lower down
!signed sign signs
!sued sue lawsuit
!apologised apologise apologized apologize apology
!appealed appeal appeals
!refloated refloat
!suspended suspend suspension
!struck strike strikes walkout walked walk
!exploded explode explosion blast
!attacked attack attacks raid
!seized seize
!moved moves
started start starts began begin begins begun broke break breaks broken erupted
fire fires blaze flames
destroyed destroy gutted burnt burned
built build building
demanded demand demands want wants wanted
fear fears feared
carry carries carried transport
take takes took taken
employ employs employees workers staff
car cars vehicle vehicles
ship ships vessel vessels
people persons person
big large huge
near close-to
firm company
money cash funds
cost costs
help aid
home homes house houses
owner owners owns belongs owned belong
cause causes caused
""",
    "fr": """
!mort morts tué tués tuée tuées décès décédé décédés décédée victimes
!blessé blessés blessée blessées
!arrêté arrêtés arrêtée arrestation interpellé interpellés garde
!libéré libérée libérés relâché relâchée
!examen inculpé inculpée accusé accusée
!condamné condamnée condamnés condamnation
!acquitté acquittée relaxé relaxée
!démissionné démission démissionne
!nommé nommée élu élue
!retrouvé retrouvés retrouvée retrouvées
!disparu disparus disparue
!fermé fermée fermés fermeture
!rouvert rouverte rouvre rouvrira réouverture
!annulé annulée annulation
!reporté reportée report
!adopté adoptée approuvé approuvée
!rejeté rejetée refusé
!accord signé
!évacué évacués évacuée évacuées
!maîtrisé éteint
!terminé fini achevé
!augmenté hausse monte monté
!baissé baisse
""",
    "de": """
!tot tote toten toter gestorben starb starben getötet leben todesopfer erlagen
!verletzt verletzte verletzten verletzungen
!festgenommen verhaftet festnahme
!freigelassen entlassen frei
!angeklagt anklage
!verurteilt urteil
!freigesprochen freispruch
!zurückgetreten rücktritt tritt
!ernannt gewählt
!gefunden entdeckt
!vermisst vermisste vermissten verschwunden
!geschlossen gesperrt sperrung
!wiedereröffnet geöffnet eröffnet
!abgesagt absage
!verschoben
!beschlossen verabschiedet zugestimmt
!abgelehnt
!einigten einigung geeinigt
!gescheitert
!evakuiert
!gelöscht
!beendet
!gestiegen stieg steigt
!gesunken sank sinkt gefallen
!ermittelt ermittlungen
!begonnen beginnt
streik streiken streiks streikt
""",
    "es": """
!muerto muertos muerta muertas murió murieron fallecido fallecidos falleció víctimas
!herido heridos herida heridas
!detenido detenida detenidos detención
!liberado liberada
!acusado acusada imputado
!condenado condenada
!absuelto absuelta
!dimitió dimisión dimite
!nombrado elegido elegida
!encontrado hallado hallados
!desaparecido desaparecidos desaparecida
!cerrado cerrada cierre
!reabierto reabre reapertura
!cancelado cancelada
!aplazado aplazada
!aprobado aprobada aprobó
!rechazado rechazó
!acuerdo
!evacuado evacuados evacuada evacuadas
!controlado extinguido
!terminado terminó
!subió subida sube
!bajó bajada baja
incendio fuego
""",
}
_DENYING = {
    "en": "not no never nor neither none nobody nothing without cannot nowhere denied denies deny declined",
    "fr": "ne pas jamais aucun aucune sans ni dément démenti",
    "de": "nicht kein keine keinen keiner keinem nie niemand nichts ohne weder dementiert dementierte",
    "es": "no nunca ningún ninguna nadie sin ni tampoco niega negó",
    "it": "non mai nessuno nessuna senza né", "nl": "niet geen nooit niemand zonder",
    "pt": "não nunca nenhum nenhuma ninguém sem nem", "ru": "не нет ни никогда никто без",
    "pl": "nie nigdy nikt bez ani", "cs": "ne není nikdy nikdo bez", "sv": "inte ingen aldrig utan",
    "ar": "لا لم لن ليس ليست دون بدون غير", "he": "לא אין בלי ללא", "hi": "नहीं न बिना",
    "vi": "không chưa chẳng", "tr": "değil yok hiç", "el": "δεν μη χωρίς κανείς",
}  # fmt: skip
_DOUBTING = {
    "en": "expected expects expect may might could would will shall should possibly perhaps probably likely"
    " thought unlikely planned plans plan planning hopes hope intends seeks vowed threatened alleged"
    " allegedly reportedly suspected believed",
    "fr": "devrait devraient pourrait pourraient peut-être probablement prévoit prévu espère soupçonné",
    "de": "soll sollen sollte könnte könnten dürfte wohl vielleicht möglicherweise wird werden plant wollen"
    " will droht drohen",
    "es": "podría podrían debería quizá probablemente prevé previsto espera presunto presunta",
}
_REPORTING = {
    "en": "said say says saying told tell tells according reported report reports wrote added spokesman"
    " spokeswoman statement officials official authorities reporters announced",
    "fr": "dit selon déclaré annoncé indiqué affirmé précisé expliqué ajouté communiqué",
    "de": "sagte sagt sagten teilte mitteilte mit laut zufolge erklärte berichtete berichteten"
    " angaben sprecher",
    "es": "dijo según declaró anunció informó explicó añadió comunicado",
}
_NUMERALS = {  # from two on: "one" is more often an article
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici",
    "pt": "dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezasseis",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien",
    "sv": "två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton",
    "pl": "dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście",
    "cs": "dva tři čtyři pět šest sedm osm devět deset jedenáct dvanáct",
    "vi": "hai ba bốn năm sáu bảy tám chín mười",
}

_TENS = {
    "fr": "vingt trente quarante cinquante soixante",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "sv": "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio",
}


def _sets(table: dict[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in table.items()}


DENYING = _sets(_DENYING)
"""By language: what denies a statement, in lower case."""
DOUBTING = _sets(_DOUBTING)
"""What says that something is not so yet, or not for sure."""
REPORTING = _sets(_REPORTING)
"""What only tells who says it, and that he does."""
NUMERALS = {
    language: {word: value for value, word in enumerate(words.split(), 2)}
    | {word: value for value, word in zip(range(20, 100, 10), _TENS.get(language, "").split(), strict=False)}
    for language, words in _NUMERALS.items()
}
"""Numbers as words, for languages other than English."""
MEANINGS = {
    language: {
        word: line.split()[0] for line in lines.strip().split("\n") for word in line.lstrip("!").split()
    }
    for language, lines in _MEANINGS.items()
}
"""By language: for a word the name of its meaning, which opens with "!" where it is a turn of events."""
MULTIPLES = frozenset(
    "cent cents mille million millions milliard milliards hundert tausend million millionen milliarde"
    " milliarden cientos mil millón millones cento mila milione milioni miliardi cem mil milhão milhões"
    " bilhões honderd duizend miljoen miljard triệu tỷ tỉ nghìn ngàn trăm prozent percent pour por per"
    " procent".split()
)
"""What makes more of a figure beside it, or a share."""
PEOPLE = frozenset(
    "personnes personne gens habitants victimes menschen personen leute einwohner opfer personas gente"
    " habitantes víctimas persone abitanti vittime pessoas mensen người".split()
)
"""Anybody at all, in languages other than English."""
_WEEK = """
monday tuesday wednesday thursday friday saturday sunday
lundi mardi mercredi jeudi vendredi samedi dimanche
montag dienstag mittwoch donnerstag freitag samstag sonntag
lunes martes miércoles jueves viernes sábado domingo
lunedì martedì mercoledì giovedì venerdì sabato domenica
segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
"""
WEEK = {day: number for line in _WEEK.strip().split("\n") for number, day in enumerate(line.split())}
"""Which day of the week a name means, from 0 for Monday, where dates are reckoned from it."""
FATES = frozenset(
    "!killed !injured !arrested !missing !evacuated !infected !found !rescued !mort !blessé !arrêté !disparu"
    " !évacué !tot !verletzt !festgenommen !vermisst !evakuiert !muerto !herido !detenido !desaparecido"
    " !evacuado".split()
)
"""The names of what may befall people."""
