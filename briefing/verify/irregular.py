"""Irregular forms of English words, and the forms that they are compared as."""

from __future__ import annotations

_FORMS = """
arise arose arisen|awake awoke awoken|bear bore born borne|beat beaten|become became|begin began begun
bend bent|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought
build built|burn burnt|buy bought|catch caught|choose chose chosen|come came|deal dealt|dig dug
do did done does
draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed
feel felt|fight fought|find found|flee fled|fly flew flown flies|forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone goes|grow grew grown
hang hung|have has had|hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led
learn learnt|leave left|lend lent|lie lay lain lying|light lit|lose lost|make made|mean meant|meet met
pay paid|prove proven|ride rode ridden|ring rang rung|rise rose risen|run ran|say said says|see saw seen
seek sought
sell sold|send sent|shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung
sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|speed sped|spend spent|spin spun|stand stood
steal stole stolen|stick stuck|sting stung|strike struck stricken|strive strove|swear swore sworn|sweep swept
swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought
throw threw thrown
understand understood|undergo underwent undergone|wake woke woken|wear wore worn|weep wept|win won
withdraw withdrew
write wrote written|be is are was were been being am|man men|woman women|child children|person people
foot feet
life lives|wife wives|thief thieves|knife knives|die died dies dying dead death|injure injury injuries
plead pled|overcome overcame|undertake undertook undertaken|uphold upheld|mistake mistook mistaken
"""

BASE = {
    form: group.split()[0]
    for line in _FORMS.strip().split("\n")
    for group in line.split("|")
    for form in group.split()
}
"""By form, in lower case: what it is a form of."""
