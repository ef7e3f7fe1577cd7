"""Page furniture by its words: share buttons, notices, captions, "Read more", in several languages.

A line is furniture only as a whole: a known label, or a short line that begins like one.
"""

from __future__ import annotations

import re

from briefing.ingest.dump.furniture_words import LABELS, TEASERS

_OPENING = re.compile(
    r"share (?:this|on|via|to)\b|compartilh(?:e|ar) (?:no|na|em|via)\b"
    r"|tweet this|follow @|(?:click|tap) here\b"
    r"|(?:like|follow|join|find) (?:us|the .{1,30}) on (?:facebook|twitter|x\b|instagram|whatsapp|telegram"
    r"|youtube|linkedin|threads|bluesky|tiktok|google|social)"
    r"|(?:sign up|subscribe) (?:for|to|here|now|today)\b|download (?:the|our) .{0,20}app\b"
    r"|get (?:our|the) (?:[\w-]+ ){0,4}(?:newsletter|news|alerts|headlines|stories|updates|app)\b"
    r"|(?:we|this (?:web)?site|our (?:web)?site)(?: and our partners)? uses? (?:cookies|technologies such)"
    r"|by (?:continuing|using) (?:to |this |our )|this article (?:was|is) (?:originally|first) published"
    r"|\(?(?:additional )?(?:reporting|writing|editing|compiled) by |our standards:|©|\(c\) ?\d{4}"
    r"|\((?:adds|updates|recasts|corrects|refiles|repeats|writes through)\b|\([$€£¥]?\d[\d.,]* ?= ?|\(\("
    r"|this is a (?:breaking|developing) (?:news )?story\b|we (?:value|respect|care about) your privacy\b"
    r"|we and our (?:\d+ )?(?:trusted )?partners\b|thank you for (?:reading|subscribing)\b"
    r"|already a subscriber\b|you(?: are|[’']re) receiving this\b"
    r"|(?:press|media) (?:contacts?|enquiries|inquiries) ?:"
    r"|copyright\b.{0,40}\d{4}"
    r"|image (?:source|caption)\b"
    r"|\[?(?:photo|image|picture|photograph|credit|file photo|photo credit|photo by"
    r"|image credit|illustration|foto|bild|crédit|crédits photo|фото|صورة|図|图)(?: by)? ?[:/©]"
    r"|(?:topics|tags|keywords|filed under|category|categories|section|schlagworte|themen|mots-clés|sujets"
    r"|etiquetas|теги) ?:|do you have (?:a|any) (?:story|news tip)|have you been affected"
    r"|comments (?:are )?(?:closed|off)\b|(?:your|please enable|javascript) .{0,30}(?:browser|javascript)\b"
    r"|the post .{5,200} appeared first on"
    r"|diesen artikel (?:teilen|drucken)|wir (?:verwenden|nutzen) cookies|folgen sie uns|abonnieren sie"
    r"|diese (?:web)?seite (?:verwendet|nutzt) cookies|melden sie sich"
    r"|nous utilisons (?:des )?cookies|ce site utilise des cookies|suivez[- ]nous|abonnez[- ]vous"
    r"|inscrivez[- ]vous|partager (?:sur|cet|l)|cet article (?:est )?réservé"
    r"|utilizamos cookies|este sitio (?:web )?utiliza cookies|síguenos|suscríbete (?:a|para)|compartir en"
    r"|utilizziamo i cookie|questo sito utilizza i cookie|seguici su|iscriviti|usamos cookies|siga[- ]nos"
    r"|мы используем (?:файлы )?cookie|этот сайт использует (?:файлы )?cookie|подписывайтесь|подпишитесь"
    r"|نستخدم ملفات تعريف الارتباط|يستخدم هذا الموقع|تابعونا|تابعنا|اشترك في"
    r"|我们使用cookie|本网站使用|关注我们|版权所有",
    re.IGNORECASE,
)
# What stands before the colon in "Read more: a headline".
_ANNOUNCED = re.compile(r"([^:：|»>→]{3,32})(?:[:：|»>→]|\.{3}|…)")
_COUNTED = re.compile(
    r"[(\[]?\d[\d.,]*k?[)\]]? ?(?:comments?|shares?|views?|likes?|replies|followers?|kommentare|commentaires?"
    r"|partages|comentarios|commenti|комментари\w{1,3}|تعليقات?|min(?:ute)?s? read|min\. de lecture"
    r"|min(?:utes?)? de lecture|min\.? lesezeit|minuten lesezeit|评论)"
    r"|(?:reading time|lesezeit|temps de lecture|tiempo de lectura|время чтения) ?:? ?\d.{0,20}"
    r"|(?:page|seite|strona|página) \d+ ?(?:of|von|/|sur|de) ?\d+|\d{1,3} ?/ ?\d{1,3}",
    re.IGNORECASE,
)
_TRIM = " \t:.…!>»›→▶►|•·-–—+#()[]0123456789"
_SPLIT = re.compile(r"\s*(?:[|•·/,]|\s{2,})\s*")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}|@\w{2,30}")
_PHONE = re.compile(r"(?:tel|phone|fax)?[.:]? ?\+\d[\d ()/-]{6,24}", re.IGNORECASE)
_GREETING = re.compile(
    r"good (?:morning|afternoon|evening)[.!,] (?:it[’']s|it is|here|welcome|this is)\b"
    r"|welcome to (?:the|our|your) (?:[\w-]+ ){0,3}(?:newsletter|briefing|digest)\b",
    re.IGNORECASE,
)
_LONGEST = 240  # characters: a longer line is text


def is_teaser(line: str) -> bool:
    """Tell whether `line` announces other pages' headlines on the lines below ("Read more", "Related:")."""
    return len(line) <= _LONGEST and line.casefold().strip(_TRIM) in TEASERS


def is_furniture(line: str) -> bool:
    """Tell whether `line` as a whole is a button, a notice, a caption's credit or the like."""
    if len(line) > _LONGEST or not line.strip():
        return False
    folded = line.casefold().strip(_TRIM)
    if folded in LABELS or is_greeting(line) or _OPENING.match(line.strip()):
        return True
    if _COUNTED.fullmatch(line.strip()):
        return True
    if _is_row(folded) or _MAIL.fullmatch(folded) or _PHONE.fullmatch(line.strip()):
        return True
    announced = _ANNOUNCED.match(line)
    return announced is not None and announced[1].casefold().strip(_TRIM) in TEASERS


def is_greeting(line: str) -> bool:
    """Tell whether `line` greets the readers of a newsletter, whose numbered items are articles."""
    return len(line) <= _LONGEST and _GREETING.match(line.strip()) is not None


def _is_row(folded: str) -> bool:
    """Tell whether the line is a row of buttons ("Facebook | X | E-mail")."""
    parts = [part.strip(_TRIM) for part in _SPLIT.split(folded)]
    return len(parts) > 1 and any(parts) and all(part in LABELS or not part for part in parts)
