"""The words of a newsletter's frame: links to itself, its footer, its sponsors, a forward's top."""

from __future__ import annotations

# How readers are told to look at this newsletter elsewhere, before where.
_SEE = (
    "(?:view|read|open|see)(?: (?:this|the|it|our|full|e-?mail|message|newsletter|issue|edition|post)){0,4}"
)
_WEB_VIEW = """
{SEE} online
{SEE} (?:in|on|as) (?:a |an |your |the )?(?:web ?)?(?:browser|page|version|web|site)
web version|online version|browser version|having trouble (?:viewing|reading)|e-?mail not display
not displayed correctly
(?:problems?|trouble|can[’']t|cannot) (?:viewing|displaying|seeing|reading|view|see|read)
(?:im|in deinem|in ihrem) browser (?:ansehen|anzeigen|öffnen|lesen)
webansicht|online-?version|onlineversion|wird nicht richtig (?:dargestellt|angezeigt)
online (?:ansehen|lesen)
(?:voir|lire|afficher|consulter) (?:(?:cet?|cette|la|e-?mail|message|lettre|newsletter|version) ){0,2}en ligne
(?:voir|lire|afficher|consulter|ouvrir|visualiser) .{0,30}navigateur
version en ligne|version web
ver (?:este (?:correo|e-?mail|mensaje) |esta newsletter )?(?:en (?:el|tu|su) navegador|en línea|en la web)
versión (?:web|en línea)
(?:visualizza|leggi|apri) (?:questa e-?mail |la newsletter )?(?:nel (?:tuo )?browser|online)
versione (?:web|online)
(?:ver|ler|abrir|veja) (?:este e-?mail |esta newsletter )?(?:no (?:seu )?navegador|online)
versão (?:web|online)|bekijk (?:deze )?(?:e-?mail |nieuwsbrief )?(?:in (?:je|uw) browser|online)|webversie
открыть в браузере|посмотреть в браузере|веб-?версия|открыть письмо в браузере|عرض في المتصفح
اعرض (?:هذه )?(?:الرسالة|النشرة)? ?في المتصفح|شاهد (?:الرسالة|النشرة) في المتصفح|צפ(?:ה|ו|ייה) בדפדפן
在浏览器中(?:查看|打开)|网页版|ブラウザで(?:見る|表示|読む)|웹에서 보기|브라우저에서 보기
"""
_FOOTER = """
(?:just |simply )?(?:reply|respond) to this e-?mail|(?:want|like) to change how you receive
unsubscribe|opt[- ]?out|manage (?:your )?(?:e-?mail )?(?:preferences|subscriptions?|newsletters?|settings)
update (?:your )?(?:e-?mail )?(?:preferences|profile)|e-?mail preferences
change (?:your )?(?:subscription|preferences)
you(?:[’']re| are| were)? (?:currently )?(?:receiv(?:ing|ed)|getting|subscribed)
(?:this|the) (?:e-?mail|message|newsletter) was sent
sent (?:to|with|by) .{0,40}(?:@|mailchimp|substack|beehiiv|buttondown|mailerlite|convertkit|brevo)
no longer (?:want|wish)|stop receiving|add us to your address book
why (?:did|am) (?:i|you) (?:get|getting|receiv)|our mailing address|mailing address|all rights reserved|©
\\(c\\) ?\\d{4}|copyright \\d{4}|privacy (?:policy|notice)|terms (?:of (?:use|service)|and conditions)
was this (?:e-?mail|newsletter) forwarded|forwarded this (?:e-?mail|newsletter)|get the app
(?:read|view|open) in (?:the )?app|start writing|this e-?mail (?:and any|is (?:confidential|intended))
the information (?:contained )?in this (?:e-?mail|message)|confidentiality notice
intended (?:solely|only) for|abbestellen|abmelden|newsletter abbestellen|sie erhalten diese
du erhältst diese|diese e-?mail (?:wurde|ging) an|impressum|datenschutz(?:erklärung)?
alle rechte vorbehalten|einstellungen (?:ändern|verwalten)|se désabonner|se désinscrire|désabonnement
désinscription|désabonnez|désinscrivez|vous recevez (?:cet?|cette)
gérer (?:vos|mes) (?:préférences|abonnements)|tous droits réservés|mentions légales
politique de confidentialité|darse de baja|darte de baja|cancelar (?:la )?(?:suscripción|subscrição)
has recibido este|recibe(?:s)? este (?:correo|e-?mail|boletín)|todos los derechos reservados
política de privacidad|gestionar (?:mis |tus )?preferencias|annulla (?:l[’'])?iscrizione
disiscriv(?:iti|ersi)|cancella(?:ti|re) (?:l[’']|dalla )?iscrizione|ricevi questa|hai ricevuto questa
tutti i diritti riservati|cancelar (?:a )?inscrição|descadastr|você (?:está recebendo|recebeu)
todos os direitos reservados|afmelden|uitschrijven|u ontvangt deze|je ontvangt deze
voorkeuren (?:aanpassen|beheren)|отписаться|вы получили (?:это|данное)|все права защищены
политика конфиденциальности|إلغاء الاشتراك|الغاء الاشتراك|تصلك هذه|وصلتك هذه|جميع الحقوق محفوظة|סגירת מנוי
הסר(?:ה|ת)? מרשימת|להסרה|退订|取消订阅|版权所有|配信停止|配信解除|登録解除|수신 ?거부|구독 ?취소
"""
_SPONSORED = """
sponsored|sponsored (?:content|post|message|by .{1,60})|sponsor(?:s|[’']s message)?|our sponsors?
today[’']s sponsors?|advertisement|advertisements?|ads?|promoted|promotion
paid (?:content|post|partnership|advertisement)|advertorial|partner content
from our (?:partners?|sponsors?)
(?:a )?(?:message|word|note) from our (?:sponsors?|partners?)
(?:a )?(?:message|word|note) from (?!(?:.* )?(?:us|our|editors?|author|team|publisher)\\b).{1,60}
in partnership with .{1,60}|together with .{1,60}|presented by .{1,60}|brought to you by .{1,60}
supported by .{1,60}|powered by our sponsor.{0,60}
this (?:issue|edition|newsletter|e-?mail) is (?:sponsored|supported|presented|brought to you) by .{1,60}
(?:today[’']s|this) (?:issue|edition|newsletter)[’']?s? (?:is )?(?:sponsored|supported) by .{1,60}|anzeige
werbung|gesponsert(?: von .{1,60})?|präsentiert von .{1,60}|bezahlte anzeige|in partnerschaft mit .{1,60}
publicité|contenu sponsorisé|sponsorisé(?: par .{1,60})?|en partenariat avec .{1,60}|présenté par .{1,60}
annonce|publicidad|patrocinado(?: por .{1,60})?|contenido patrocinado|presentado por .{1,60}|pubblicità
contenuto sponsorizzato|sponsorizzato(?: da .{1,60})?|publicidade|patrocinado|conteúdo patrocinado
advertentie|gesponsord(?: door .{1,60})?|реклама|на правах рекламы|спонсор(?: выпуска)?
партнёрский материал|إعلان|إعلان مدفوع|محتوى مدفوع|برعاية .{1,60}|פרסומת|תוכן ממומן
广告|推广|广告赞助|広告|スポンサー|광고
"""
_CALLS = """
read (?:more|on|now|here|the (?:full |whole )?(?:story|article|piece|post|report))
read (?:it |this )?(?:in full|full story|full article)|(?:full|whole) story|continue reading|keep reading
learn more|find out more|see more|more|more here|more details|go deeper|watch(?: now)?|listen(?: now)?
details|here|link|open|read at .{1,40}|via .{1,40}|source|(?:→|»|>)+|weiterlesen|mehr lesen|mehr dazu
mehr erfahren|zum artikel|ganzer artikel|jetzt lesen|lire (?:la suite|plus|l[’']article)|en savoir plus
voir plus|leer más|seguir leyendo|sigue leyendo|ver más|leggi (?:tutto|di più|l[’']articolo)
continua a leggere|leia mais|saiba mais|ler mais|lees (?:meer|verder)
читать (?:далее|полностью|дальше|ещё)|подробнее|اقرأ المزيد|المزيد|تابع القراءة|קראו עוד|לקריאה נוספת|阅读更多
查看详情|続きを読む|もっと見る|더 ?보기|자세히 보기
"""
_FORWARD = """
-{2,} ?forwarded message ?-{2,}|begin forwarded message ?:|-{2,} ?original message ?-{2,}
-{2,} ?weitergeleitete (?:nachricht|e-?mail) ?-{2,}|anfang der weitergeleiteten (?:nachricht|e-?mail) ?:
-{2,} ?ursprüngliche nachricht ?-{2,}|-{2,} ?message transféré ?-{2,}
début du message (?:réexpédié|transféré) ?:|-{2,} ?message d[’']origine ?-{2,}
-{2,} ?mensaje reenviado ?-{2,}|inicio del mensaje reenviado ?:|-{2,} ?messaggio inoltrato ?-{2,}
inizio messaggio inoltrato ?:|-{2,} ?mensagem encaminhada ?-{2,}|-{2,} ?doorgestuurd bericht ?-{2,}
-{2,} ?пересылаемое сообщение ?-{2,}|-{2,} ?رسالة (?:معاد|تم) توجيهها ?-{2,}
-{2,} ?转发的?(?:邮件|信息) ?-{2,}
"""
FIELDS = {
    "from": "from|von|de|da|van|от|من|发件人|差出人|מאת",
    "date": "date|sent|gesendet|datum|envoyé|enviado|fecha|data|inviato|verzonden|дата|отправлено"
    "|التاريخ|日期|发送时间|日時|תאריך",
    "subject": "subject|betreff|objet|asunto|oggetto|assunto|onderwerp|тема|الموضوع|主题|件名|נושא",
    "to": "to|cc|an|à|para|a|aan|кому|إلى|收件人|抄送|宛先|reply-to|antwort an|אל",
}
"""The names of a forwarded message's headers, by what they are."""


def _pattern(table: str) -> str:
    return "|".join(table.strip().replace("{SEE}", _SEE).split("\n"))


WEB_VIEW = _pattern(_WEB_VIEW)
"""What leads to the newsletter's own page."""
FOOTER = _pattern(_FOOTER)
"""What stands in a footer and hardly anywhere else."""
SPONSORED = _pattern(_SPONSORED)
"""What marks a block as paid for, as a whole line."""
CALLS = _pattern(_CALLS)
"""What invites to read on elsewhere, as a whole line."""
FORWARD = _pattern(_FORWARD)
"""What stands above a message that was forwarded."""
