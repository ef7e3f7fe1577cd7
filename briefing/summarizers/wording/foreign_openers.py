"""Words that take up an earlier sentence when they open one, in languages other than English."""

from __future__ import annotations

import re

# What is counted from today: "cette semaine", "diese Woche", "este año".
_TIMES = {
    "fr": r"semaine|année|nuit|fois|mois|été|hiver|automne|printemps|matin|soir|après-midi|week-end|\w+di\b"
    r"|dimanche",
    "de": r"Woche|Jahr|Monat|Nacht|Tage|Sommer|Winter|Herbst|Frühjahr|Wochenende|\w+tag\b|Mittwoch|Samstag",
    "es": r"semana|año|mes|noche|tarde|mañana|verano|invierno|otoño|primavera|fin de semana|lunes|martes"
    r"|miércoles"
    r"|jueves|viernes|sábado|domingo",
    "it": r"settimana|anno|mese|notte|sera|mattina|estate|inverno|autunno|primavera|fine settimana|\w+dì\b"
    r"|sabato"
    r"|domenica",
    "pt": r"semana|ano|mês|noite|tarde|manhã|verão|inverno|outono|primavera|fim de semana|\w+-feira|sábado"
    r"|domingo",
    "nl": r"week|jaar|maand|nacht|avond|ochtend|zomer|winter|herfst|voorjaar|weekend|weekeinde|\w+dag\b",
}
_POINTING = {
    "fr": "ce|cet|cette|ces",
    "de": "dies|diese|dieser|dieses|diesem|diesen",
    "es": "este|esta|estos|estas|ese|esa|esos|esas|aquel|aquella",
    "it": "questo|questa|questi|queste|quello|quella|quelli|quelle",
    "pt": "este|esta|estes|estas|esse|essa|esses|essas|aquele|aquela",
    "nl": "deze|dit",
}
# A pronoun that stands for nothing: "Il y a", "Es gibt".
_EMPTY = {
    "fr": r"il (?:y a\b|y avait\b|faut\b|faudra\b|s['’]agit\b|reste\b|existe\b|est (?:probable|possible"
    r"|question|clair)\b)",
    "de": r"es (?:gibt|gab|ist|war|sei|wird|wurde|handelt|geht|kommt|kam|bleibt|werde)\b",
}
_TAKES_UP = {
    "fr": "il|elle|ils|elles|cela|ça|c['’]est|celui-ci|celle-ci|ceux-ci|celles-ci|son|sa|ses|leur|leurs|mais"
    "|et|or|donc|ainsi|aussi|puis|ensuite|alors|cependant|pourtant|toutefois|néanmoins|en effet|en outre|de"
    " plus|par ailleurs"
    "|par conséquent|en revanche|au contraire|là|lui|eux|tous deux",
    "de": "er|sie|es|sein|seine|seiner|ihr|ihre|ihrer|aber|und|oder|doch|jedoch|allerdings|dennoch|trotzdem"
    "|daher|deshalb|deswegen|darum|damit|dann|danach|dabei|dazu|dagegen|auch|außerdem|zudem|ferner|so|somit"
    "|also|denn|beide"
    "|letzterer|dort|hier|solche",
    "es": "él|ella|ellos|ellas|esto|eso|su|sus|pero|y|o|sin embargo|no obstante|además|también|así|entonces"
    "|luego"
    "|por eso|por lo tanto|por tanto|en cambio|mientras tanto|ambos|ambas|allí|ahí",
    "it": "lui|lei|egli|ella|esso|essa|essi|esse|loro|suo|sua|suoi|sue|ma|e|ed|o|però|tuttavia|inoltre|anche"
    "|così"
    "|quindi|poi|dunque|perciò|infatti|intanto|invece|entrambi|entrambe",
    "pt": "ele|ela|eles|elas|isto|isso|aquilo|seu|sua|seus|suas|mas|e|ou|porém|contudo|no entanto|entretanto"
    "|além disso|também|assim|então|depois|por isso|portanto|ambos|ambas|ali|lá",
    "nl": "hij|zij|ze|zijn|haar|hun|maar|en|of|echter|toch|daarom|daardoor|dus|dan|daarna|ook|bovendien"
    "|verder"
    "|intussen|ondertussen|beide|beiden|daar|hier|zo",
}
_RULES = {
    code: re.compile(
        rf"(?i)(?!{_EMPTY.get(code, '(?!)')})(?:{words}|(?:{_POINTING[code]})(?!"
        rf" (?:{_TIMES[code]})))(?![\w-])"
    )
    for code, words in _TAKES_UP.items()
}


def takes_up(text: str, language: str) -> bool:
    """Say whether `text` opens with a word that takes up an earlier sentence.

    `language` is an ISO 639-1 code; of languages other than fr, de, es, it, pt and nl nothing is known.
    """
    rule = _RULES.get(language)
    return bool(rule and rule.match(text))
