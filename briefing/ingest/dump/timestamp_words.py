"""Words of timestamps: all that a line of date and time may say besides figures."""

from __future__ import annotations

from briefing.text.months import MONTHS, WEEKDAYS

_FILLERS = frozenset(
    """
    published posted updated modified created last first on at am pm a m p date time of the and
    o'clock today
    yesterday ago hour hours hr hrs h minute minutes min mins second seconds day days week weeks
    just now since
    gmt utc bst est edt cst cdt mst mdt pst pdt et pt ct cet cest eet eest msk ist jst hkt sgt aest
    aedt local
    z t st nd rd th er issued edited revised publication
    veröffentlicht aktualisiert stand uhr um am vom den der vor stunden stunde minuten tag tagen
    zuletzt erstellt
    mo di mi do fr sa so hier segunda terça quarta quinta sexta feira
    publié publiée mis mise à jour le a il y heures heure heu jours jour modifié modifiée
    publicado publicada actualizado actualizada atualizado el de del las horas hora hace há em às
    pubblicato aggiornato il alle ore
    gepubliceerd bijgewerkt laatst om uur geleden
    опубликовано обновлено в г года мск назад часов часа час минут минуты
    نشر نشرت تم النشر تحديث آخر في الساعة منذ ساعة ساعات دقيقة دقائق بتوقيت غرينتش ص م كانون تشرين
    الأول الثاني
    dodano שבת ראשון שני שלישי רביעי חמישי שישי יום ב ה
    发布 发表 更新 时间 发布时间 日期 年 月 日 时 時 分 星期 更新日
    公開 午前 午後 配信 上午 下午 북 오전 오후 입력 수정
    """.split()
)
ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "мск": 3,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "jst": 9,
    "hkt": 8, "sgt": 8, "aest": 10, "aedt": 11,
}  # fmt: skip
"""Hours from UTC, by the zone's short name in small letters."""

WORDS = _FILLERS | WEEKDAYS | set(MONTHS) | set(ZONES)
"""The words themselves, case-folded."""
