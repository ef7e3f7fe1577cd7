"""Words of page furniture: buttons, notices and announcements of other pages, in several languages."""

from __future__ import annotations

_LABELS = """
share|tweet|pin it|email|e-mail|print|copy link|link copied|copy url|facebook|twitter|x|whatsapp
telegram|linkedin
reddit|instagram|youtube|tiktok|threads|bluesky|messenger|pocket|flipboard|pinterest|google news|rss
save|saved
like|reply|report|bookmark|gift this article|listen|listen to this article|play|pause|mute|watch
watch live
advertisement|advertisements|ad|ads|sponsored|sponsored content|promoted|paid content
partner content
subscribe|subscribe now|sign in|sign up|log in|login|register|my account|menu|search|home|homepage
close|open menu
skip to content|skip to main content|skip navigation|back to top|top of page|next|previous
next article
previous article|load more|loading|show more|show less|see more|see all|view all|more|cancel|ok
got it|continue
accept|accept all|accept cookies|accept all cookies|reject|reject all|manage cookies
manage preferences
cookie settings|cookie preferences|cookie policy|privacy policy|privacy settings|privacy
terms of use|terms of service
terms and conditions|terms|contact us|about us|help|faq|careers|advertise|advertise with us
newsletters|newsletter
comments|comment|leave a comment|post a comment|join the conversation|view comments|add a comment
no comments
all rights reserved|getty images|reuters photo|ap photo|file photo|image|photo|video|gallery
image source
image caption|ends|end|-ends-|breaking news|live|topics|tags|follow|followers|follow us|followed
latest news
reuse this content|for immediate release|contact|contacts|media contact|press contact|unsubscribe
view image in fullscreen
teilen|drucken|merken|kommentare|kommentieren|anzeige|werbung|abonnieren|anmelden|nach oben|vorlesen
artikel anhören
zum inhalt springen|alle akzeptieren|datenschutz|impressum|startseite|link kopieren|schließen
partager|imprimer|commentaires|commenter|publicité|s'abonner|s’abonner|je m'abonne|je m’abonne
se connecter
envoyer|enregistrer|tout accepter|tout refuser|accepter|mentions légales|accueil|copier le lien
retour en haut
réagir|ajouter à vos favoris|écouter|écouter l'article|écouter l’article|fermer|offrir cet article
compartir|imprimir|comentarios|comentar|publicidad|suscríbete|iniciar sesión|inicio|aceptar
copiar enlace
condividi|stampa|commenti|pubblicità|abbonati|accedi|accetta|compartilhar|compartilhe|comentários
publicidade
assine|entrar|aceitar|delen|afdrukken|reacties|advertentie|abonneer|inloggen
поделиться|печать|комментарии|реклама|подписаться|войти|копировать ссылку|на главную|наверх
مشاركة|شارك|طباعة|إعلان|تعليقات|اشترك|تسجيل الدخول|نسخ الرابط|الرئيسية
分享|打印|评论|广告|登录|注册|返回顶部|シェア|印刷|コメント|広告|ログイン|공유|인쇄|댓글|광고
"""
_TEASERS = """
read more|read also|also read|read next|up next|see also|more on this|more on this story
more like this
related|related articles|related article|related stories|related story|related topics|related news
related content
related links|related coverage|recommended|recommended for you|recommended stories|you may also like
you might also like|most read|most popular|most viewed|top stories|trending|trending now|popular now
more stories
more from|more news|latest|latest stories|editor's picks|editors' picks|editor’s picks
editors’ picks|don't miss
don’t miss|in other news|keep reading|story continues below|from our partners|around the web
what to read next|explore more on these topics|more on these topics|filed under|also on this site
mehr zum thema|lesen sie auch|weiterlesen|auch interessant|mehr dazu|meistgelesen
das könnte sie auch interessieren
lire aussi|à lire aussi|lire la suite|à lire également|lire également|voir aussi|sur le même sujet
les plus lus|articles liés|à voir aussi|en savoir plus|à ne pas manquer|notre sélection
leer más|lea también|lee también|te puede interesar|más información|noticias relacionadas|más leídas
ver más|archivado en
leggi anche|leggi di più|potrebbe interessarti|articoli correlati|leia mais|leia também|veja também
saiba mais
lees ook|lees meer|lees verder|meer over dit onderwerp|meest gelezen
читайте также|читать далее|подробнее|по теме|самое читаемое|смотрите также
اقرأ أيضا|اقرأ أيضاً|اقرأ المزيد|إقرأ أيضا|المزيد|مواضيع ذات صلة|الأكثر قراءة|أخبار ذات صلة
相关阅读|相关新闻|延伸阅读|阅读更多|更多|推荐阅读|関連記事|あわせて読みたい|続きを読む|もっと見る|관련기사|더보기
"""


def _set(table: str) -> frozenset[str]:
    return frozenset(name for line in table.split("\n") for name in line.split("|") if name)


LABELS = _set(_LABELS)
"""Buttons and labels, case-folded: a line of them alone is no text."""

TEASERS = _set(_TEASERS)
"""Announcements of other pages' headlines, case-folded."""
