"""Capitalised words that are no part of a person's name, and titles that stand before one."""

from __future__ import annotations

HONORIFICS = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f", "madam": "f", "mx": ""}
"""Titles that the full name replaces, in lower case, with the gender that they tell ("m", "f" or "")."""

CROWNED = {
    **dict.fromkeys("king prince pope emperor sultan duke baron lord father brother saint".split(), "m"),
    **dict.fromkeys("queen princess duchess countess baroness lady sister empress".split(), "f"),
}
"""Titles that stand before a given name: "Prince William" is nobody of the surname William."""

RANKS = {
    **dict.fromkeys("sir sheikh imam congressman councilman chairman spokesman actor waiter".split(), "m"),
    **dict.fromkeys("dame congresswoman councilwoman chairwoman spokeswoman actress waitress".split(), "f"),
    **dict.fromkeys(
        """
        president premier chancellor minister secretary senator governor mayor representative speaker judge
        justice attorney general colonel captain major lieutenant sergeant corporal private admiral commander
        marshal inspector detective constable officer chief superintendent sheriff deputy trooper dr doctor
        professor prof reverend rev rabbi bishop archbishop cardinal pastor ambassador coach manager director
        sen rep gov gen col lt sgt capt maj cmdr adm cpl pvt brig det insp const supt pfc spc hon pres
        ayatollah mullah leader singer rapper comedian author writer producer striker midfielder defender
        goalkeeper skipper boss ceo cfo spokesperson lawyer prosecutor investigator chef teacher student
        freshman sophomore host anchor correspondent councillor councilor alderman alderwoman candidate
        """.split(),
        "",
    ),
}
"""Titles and callings that stay before a name, in lower case, with the gender that they tell."""

FIELDS = frozenset(
    """
    prime vice attorneys marine army navy defense defence foreign finance interior home health justice
    education treasury state opposition party police staff acting interim democrat democratic republican
    labour conservative tory liberal independent mp mep former ex-president then-president master senior
    junior supreme chief u.s us uk u.k un eu fbi cia nasa nato cnn bbc nbc abc cbs ap team field grand deputy
    assistant associate sheriff's
    """.split()
)
"""What comes before a title, in lower case: the "Foreign" of "Foreign Minister"."""

NO_NAME = frozenset(
    """
    a about above according across after again against ahead all along already also although am among amid an
    and another any anyone are around as asked at back based because been before behind being believe below
    besides between beyond both but by call can clearly could currently day days despite did do does don't
    down during each earlier either eight even eventually every everyone everything ex except few finally
    first five following for former formerly four from get give given go good great had half has have having
    he her here hers him his how however i if in including indeed instead into is isn't it it's its just last
    late lastly later least less let like long look looking made make many may maybe me meanwhile meet might
    more moreover most mostly much must my nearly neither never new next nine no nobody none nor not nothing
    now of off often oh old on once one only or other others our out over own part perhaps plus put rather
    read really said same say says second see seven she should show similarly since six so some someone
    something sometimes soon speaking still such take tell ten than thanks that that's the their them then
    there there's these they they're third this those though three through throughout thus to today together
    tomorrow tonight too two under unless unlike until up upon us use usually very want was we we're well were
    what what's when where whereas whether which while who whose why will with within without would writing
    yes yesterday yet you your monday tuesday wednesday thursday friday saturday sunday january february march
    april june july august september october november december spring summer autumn fall winter christmas
    easter thanksgiving halloween ramadan english american british french german italian spanish russian
    chinese japanese indian pakistani israeli palestinian iranian iraqi syrian turkish egyptian libyan
    tunisian algerian moroccan nigerian kenyan ethiopian somali sudanese south-african african asian european
    latin western eastern northern southern central arab jewish muslim christian catholic protestant sunni
    shiite shia hindu buddhist islamic islamist mormon kurdish afghan saudi yemeni qatari kuwaiti emirati
    lebanese jordanian irish scottish welsh dutch belgian swiss austrian polish czech slovak hungarian
    romanian bulgarian greek serbian croatian bosnian albanian ukrainian belarusian georgian armenian
    norwegian swedish danish finnish icelandic estonian latvian lithuanian portuguese brazilian argentine
    argentinian chilean peruvian colombian venezuelan mexican cuban haitian canadian australian korean
    vietnamese thai indonesian malaysian filipino burmese nepalese bangladeshi malian malawian zimbabwean
    ghanaian ivorian senegalese ugandan rwandan congolese tuareg olympic nobel greek nazi soviet
    victorian
    """.split()
)
"""Lower case; stripped from the front of a run of capitalised words."""

NO_PERSON = frozenset(
    """
    university college school academy institute institution hospital clinic center centre museum gallery
    library theatre theater church cathedral chapel mosque synagogue temple abbey palace castle tower bridge
    airport station port harbor harbour street road avenue boulevard lane drive square park gardens garden
    plaza mall hall house houses court courts courthouse prison jail county city town village state states
    province region district borough island islands isle river lake sea ocean bay beach coast gulf strait
    mountain mountains mount hill hills valley desert forest creek canyon falls springs heights north south
    east west northern southern eastern western central republic kingdom union nations federation commonwealth
    empire territories zone strip bank department ministry office bureau agency administration authority
    commission committee council board parliament congress senate assembly cabinet government police force
    forces army navy guard corps command service services fbi cia company corporation corp inc ltd llc plc
    group holdings partners associates industries technologies systems motors airlines airways aviation air
    airbus boeing media news times post tribune herald gazette journal magazine press network television tv
    radio channel studios pictures entertainment records music games software association society foundation
    fund trust alliance coalition league club team party movement front campaign project program programme
    initiative organization organisation cup championship championships tournament open masters prix games
    olympics marathon festival awards award oscars prize series show film movie book act bill law amendment
    treaty agreement accord deal war battle revolution uprising attack day week month year night morning
    evening weekend eve street wall united rovers wanderers albion athletic rangers celtic hotspur arsenal
    chelsea everton liverpool madrid barcelona juventus bayern dortmund milan inter villa forest wednesday
    hornets raiders giants jets bears lions eagles patriots saints warriors bulls lakers celtics yankees
    dodgers red sox white black blue green grand royal st ave rd blvd saint street times square brigade
    brigades battalion militia hebdo los san santa santo las el new york washington london paris berlin moscow
    kremlin baghdad america africa asia europe australia britain england scotland wales ireland france germany
    italy spain portugal russia china japan india pakistan israel iran iraq syria turkey egypt libya tunisia
    algeria morocco nigeria kenya ethiopia somalia sudan yemen qatar kuwait lebanon jordan afghanistan ukraine
    poland greece mexico brazil argentina chile peru colombia venezuela cuba haiti canada korea vietnam
    thailand indonesia malaysia philippines california texas florida ohio michigan illinois pennsylvania
    georgia virginia carolina alabama mississippi louisiana tennessee kentucky missouri iowa minnesota
    wisconsin colorado arizona nevada utah oregon hampshire jersey massachusetts connecticut maryland delaware
    indiana kansas nebraska oklahoma arkansas dakota montana wyoming idaho hawaii alaska maine vermont
    facebook twitter google apple microsoft amazon instagram youtube cnn bbc nbc abc cbs reuters isis isil
    qaeda haram hezbollah hamas taliban houthi houthis shabaab bible quran koran god jesus christ christmas
    internet web democratic national international federal royal supreme world global american british
    european african human rights public general secretary security defense health justice education science
    research children women men families
    """.split()
)
"""Lower case; a run of capitalised words with one of these is a place, an organisation, a work or an"
" event."""
