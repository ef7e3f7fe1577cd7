"""The names of months and weekdays, as datelines and timestamps write them."""

from __future__ import annotations

# One line a language: en fr de es it pt nl ru, Arabic in its two calendars of names, pl cs tr el he hi.
_NAMES = """
january february march april may june july august september october november december
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
januar februar märz april mai juni juli august september oktober november dezember
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
ledna února března dubna května června července srpna září října listopadu prosince
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου\
 δεκεμβρίου
ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
"""
_SHORT = """
jan feb mar apr may jun jul aug sep oct nov dec
janv févr mars avr mai juin juil août sept oct nov déc
jän febr mär apr mai jun jul aug sept okt nov dez
ene feb mar abr may jun jul agos sept oct nov dic
янв фев мар апр май июн июл авг сен окт ноя дек
"""

MONTHS: dict[str, int] = {
    name.replace("_", " "): number
    for line in (_NAMES + _SHORT).strip().split("\n")
    for number, name in enumerate(line.split(), 1)
}
"""Month names and their short forms without the point, case-folded, with the month's number."""

_DAYS = """
mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
lundi mardi mercredi jeudi vendredi samedi dimanche
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
lunes martes miércoles jueves viernes sábado domingo segunda-feira terça-feira quarta-feira
quinta-feira sexta-feira
lunedì martedì mercoledì giovedì venerdì sabato domenica
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье
السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة
sobota neděle pondělí úterý středa čtvrtek pátek niedziela poniedziałek wtorek środa czwartek piątek
pazartesi salı çarşamba perşembe cuma cumartesi pazar
σάββατο κυριακή δευτέρα τρίτη τετάρτη πέμπτη παρασκευή
शनिवार रविवार सोमवार मंगलवार बुधवार गुरुवार शुक्रवार
星期一 星期二 星期三 星期四 星期五 星期六 星期日 周一 周二 周三 周四 周五 周六 周日
月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日
"""

WEEKDAYS = frozenset(_DAYS.split())
"""Weekday names, case-folded."""
