"""The dateline: the place, date and agency that a news report opens with ("BAMAKO: …", "PARIS (AP) — …")."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.text.months import MONTHS
from briefing.text.places import AGENCIES, CITIES

# Nothing that stands later than this can be a dateline; it also bounds the time of every pattern.
_REACH = 160

_NAME = r"[^\W\d_]++(?:(?:\. ?|['’]| |-)[^\W\d_]++){0,5}\.?"
_DATE = r"(?:\d{1,2}(?:er|st|nd|rd|th|\.)? [^\W\d_]{3,12}\.?|[^\W\d_]{3,12}\.? \d{1,2})(?:,? \d{4})?"
_MARK = r" ?:| ?--| -| ?[–—―]| _|\.[-–—]"
_AGENCY = r" ?(?:\((?P<agency>[^()\d]{2,40})\)|/ ?(?P<wire>[^\W\d_]{2,15}) ?/)"
_FORM = re.compile(
    rf"(?P<place>{_NAME}(?:(?:, ?| ?/ ?){_NAME}){{0,3}}(?: \[{_NAME}\])?)?"
    rf"(?:(?:[,.]?| \|) (?P<date>{_DATE})\.?)?"
    rf"(?:{_AGENCY}(?P<closed>{_MARK})?|(?P<mark>{_MARK})) *"
)
# "MOSCOW. 3 June. The …", "MOSCOW. 3 June. WIRE - The …"
_STOPPED = re.compile(
    rf"(?P<place>{_NAME})[,.] (?P<date>{_DATE})\.(?: [^\W\d_]{{2,15}}(?:{_MARK}))? +(?=[\"“«„]?[^\W\d_])"
)
_BRACKETED = re.compile(rf"\((?P<place>{_NAME})\)(?P<mark>{_MARK})? +")
_WIRE = re.compile(r"[^\W\d_a-z][\w.'’/ -]{1,24}")  # an agency's name, if by its look alone
_SITE = re.compile(
    r", ?[\w-]+\.(?:com|org|net|id|ru|vn|co|info)$", re.IGNORECASE
)  # in "Jakarta, Daily.com -"
_ARTICLE = re.compile(r",? (?:le|den|am|el)$")  # of the date in "Londres, le 3 mars"
# "北京3月5日电", "新华社巴黎1月2日电", "【東京＝田中一郎】", "［ロンドン ５日 ロイター］ -"
_CJK_FORM = re.compile(
    r"【?(?:[\u3400-\u9fff]{2,6}[社网網])?(?P<place>[\u3400-\u9fff]{2,8}?)"
    r"(?:\d{1,2}月)?\d{1,2}日[电電讯訊]】?(?:（[^（）]{1,30}）|\([^()]{1,30}\))?[ :：]*"
    r"|[【［\[（](?P<place2>[\u3040-\u30ff\u3400-\u9fff]{2,8})"
    r"(?:[ ・]?\d{1,2}日[^】］\]）]{0,20}|[＝=・][^】］\]）]{1,30})[】］\]）] ?[-－–—]? ?"
)

# What stands before a colon or a dash and is no place: labels, speakers, functional first words.
_LABELS = frozenset(
    """
    note notes warning update updated question answer q a exclusive breaking watch read more opinion
    analysis
    correction clarification video videos photo photos picture live listen review interview
    interviewer editor
    editor's editors’ editor’s fact key summary related source sources tip tips step day part
    chapter verdict
    result results score scores attention important caution notice disclaimer spoiler pros cons host
    moderator
    reporter speaker caller narrator voice commentary comment column profile explainer explained
    background
    timeline quiz poll podcast letter letters sponsored advertisement advert sport sports business
    politics world
    weather obituary recipe ingredients method serves conclusion introduction abstract example
    reminder alert
    urgent flash factbox highlights preview feature focus insight newsmaker special report spotlight
    trending
    photographer caption credit contact press release published updated posted subject from to date
    time place address phone email
    achtung hinweis frage antwort fazit exklusiv eilmeldung kommentar analyse meinung interview
    remarque exclusif vidéo entretien mise réponse avis info infos alerte reportage portrait récit
    décryptage
    enquête direct édito éditorial tribune pregunta respuesta nota aviso opinión análisis última
    exclusiva
    domanda risposta esclusiva nota pergunta resposta внимание вопрос ответ важно примечание видео
    the an how what when where why who which is are was were we i my our your it its this that these
    those on in
    at for with and or but if so no not yes he she they you his her their there here
    nato nasa fbi cia un eu uk us usa imf who wto fifa uefa opec unesco unicef unhcr ceo cfo cnn bbc
    ap afp nyse
    ftse dax covid ai tv pm mp mps nhs nfl nba mlb nhl ipl pga bjp spd cdu csu afd onu ue otan
    """.split()
)


class Dateline(NamedTuple):
    """Where a report was filed, and where its first sentence begins."""

    place: str | None
    """As written; None where only an agency stands there ("(CNN) — …")."""
    end: int
    """The offset of the first character after the dateline."""


def dateline(paragraph: str) -> Dateline | None:
    """Return the dateline that `paragraph` opens with, if any.

    A name and a separator are not enough ("Warning: …", "Smith — who …"): it must be in capitals and
    no label, or have a date, a known agency or a known city's name. Takes constant time.
    """
    head = paragraph[:_REACH]
    if found := _CJK_FORM.match(head):
        return Dateline(found["place"] or found["place2"], found.end())
    rare = _STOPPED.match(head) or _BRACKETED.match(head)
    if rare and (line := _set_off(rare, paragraph)):
        return line
    found = _FORM.match(head)
    if found is None or found.end() == 0 or not _separated(found):
        return None
    if not (_filed(found) or (_is_place(found) and _begins_sentence(paragraph[found.end() :]))):
        return None
    place = _SITE.sub("", _ARTICLE.sub("", found["place"])) if found["place"] else None
    return Dateline(place, found.end()) if found.end() < len(paragraph) else None


def _set_off(found: re.Match[str], paragraph: str) -> Dateline | None:
    """Return a dateline in the rarer forms, where the place is a city's name or in capitals."""
    place, named = found["place"], found.groupdict()
    dated = "date" in named and _is_date(found["date"])
    city = place.casefold() in CITIES
    told = dated or city or (named.get("mark") and len(place) > 3)
    if not told or _is_label(place) or not (city or place.isupper()):
        return None
    fits = found.end() < len(paragraph) and _begins_sentence(paragraph[found.end() :])
    return Dateline(place, found.end()) if fits else None


def _separated(found: re.Match[str]) -> bool:
    """Tell whether something sets the dateline off: a mark, or an agency's name in brackets."""
    return bool(found["mark"] or found["closed"] or found["wire"]) or _known_agency(found)


def _known_agency(found: re.Match[str]) -> bool:
    return (found["agency"] or found["wire"] or "").casefold().strip() in AGENCIES


def _filed(found: re.Match[str]) -> bool:
    """Tell whether an agency or a date vouches for the place."""
    if found["place"] and _is_label(found["place"]):
        return False
    return _known_agency(found) or bool(found["place"] and found["date"] and _is_date(found["date"]))


def _is_date(date: str) -> bool:
    return any(word.casefold() in MONTHS for word in re.findall(r"[^\W\d_]+", date))


def _is_place(found: re.Match[str]) -> bool:
    """Tell whether the name is good enough: a known city, or capitals that are no label."""
    place = found["place"] or ""
    if not place or found["date"] or _is_label(place):
        return False
    if found["agency"] and not _WIRE.fullmatch(found["agency"]):
        return False
    first = re.split(r"[,/]", place)[0].strip()
    if first.casefold() in CITIES or first.casefold().rstrip(".") in CITIES:
        return True
    longest = 3 if ":" in (found["mark"] or found["closed"] or "") else 4
    return first.isupper() and len(first) > 2 and len(first.split()) <= longest


def _is_label(place: str) -> bool:
    words = re.split(r"[ ,/]", place.casefold())
    return words[0].rstrip(".") in _LABELS and place.casefold() not in CITIES


def _begins_sentence(rest: str) -> bool:
    return re.match(r"[\"'“‘„«‚]?[^\W_]", rest) is not None and not rest[0].islower()
