"""Words that open a sentence, and that stand in no name after an abbreviation, by language; small letters."""

STARTERS = {
    "en": (
        "the this that these those there here it its he she they we you i his her their our my your a an "
        "and but or so if when while as at in on for from by with after before since although though "
        "however meanwhile what who whom whose where why how which because then now some many most several "
        "both all each every another other others no not nor yet also even once until unless under over "
        "during despite between instead later earlier still just only such to about according among "
        "following last next more nearly neither either nobody none nothing perhaps maybe please like "
        "unlike without within through throughout against across thus therefore indeed often sometimes "
        "further furthermore moreover nevertheless finally first similarly currently recently never always "
        "anyone everyone someone something everything few officials police authorities critics experts "
        "analysts researchers prosecutors investigators witnesses residents shares hundreds thousands "
        "millions billions dozens one two three four five six seven eight nine ten is are was were do does "
        "did can could would should has have had let yes today yesterday tomorrow tonight don't"
    ),
    "de": (
        "der die das den dem des ein eine einen einem einer er sie es wir ich ihr sein seine ihre dies "
        "diese dieser dieses und aber oder doch denn wenn als weil da dort hier im in am an auf aus bei mit "
        "nach seit von vor zu zum zur für durch über unter auch noch nur schon so dann danach jetzt heute "
        "gestern was wer wie wo warum wann man kein keine alle viele einige mehr bis trotz während nachdem"
    ),
    "fr": (
        "le la les un une des du de ce cet cette ces il elle ils elles on nous vous je tu son sa ses leur "
        "leurs mais et ou donc or car si quand lorsque comme après avant depuis pour par avec sans dans en "
        "au aux sur sous selon que qui où pourquoi comment ainsi alors aussi puis tout tous toutes "
        "plusieurs l d c qu j n s"
    ),
    "es": (
        "el la los las un una unos unas este esta estos estas ese esa eso esto él ella ellos ellas yo "
        "nosotros su sus pero y o si cuando mientras como después antes desde para por con sin en al del de "
        "según qué quién cómo dónde cuándo también además así entonces luego todo todos muchos varios no"
    ),
    "it": (
        "il lo la i gli le un uno una questo questa questi queste quello egli lui lei loro noi io ma e o se "
        "quando mentre come dopo prima da per con senza in nel nella al alla del della secondo che chi dove "
        "perché anche poi così tutti molti alcuni non è l un"
    ),
    "pt": (
        "o a os as um uma este esta estes estas esse essa isso isto ele ela eles elas nós eu seu sua mas e "
        "ou se quando enquanto como depois antes desde para por com sem em no na nos nas ao do da segundo "
        "que quem onde também além assim então todos muitos não"
    ),
    "nl": (
        "de het een dit dat deze die hij zij ze wij we ik jij u zijn haar hun maar en of als toen terwijl "
        "omdat na voor sinds met zonder in op aan bij van uit naar volgens wat wie waar waarom hoe ook nog "
        "dan er daar hier alle veel geen niet"
    ),
    "da": (
        "den det de en et dette denne disse han hun vi jeg du i på for fra med uden efter før siden hvis "
        "når mens men og eller da så også her der hvad hvem hvor hvorfor hvordan alle mange ingen ikke "
        "ifølge"
    ),
    "sv": (
        "den det de en ett detta denna dessa han hon vi jag du i på för från med utan efter före sedan om "
        "när medan men och eller då så också här där vad vem var varför hur alla många ingen inte enligt"
    ),
    "nb": (
        "den det de en et dette denne disse han hun vi jeg du i på for fra med uten etter før siden hvis "
        "når mens men og eller da så også her der hva hvem hvor hvorfor hvordan alle mange ingen ikke "
        "ifølge"
    ),
    "ru": (
        "он она оно они мы вы я это этот эта эти тот в но а и или если когда пока после до при по за с на у "
        "к от из для что кто где почему как также однако все многие"
    ),
    "uk": (
        "він вона воно вони ми ви я це цей ця ці але а і або якщо коли поки після до при за з у на від для "
        "що хто де чому як також однак усі"
    ),
    "pl": (
        "to ten ta te on ona ono oni my wy ja ale i a lub jeśli gdy kiedy po przed od do na w we z ze za "
        "dla co kto gdzie dlaczego jak także jednak wszyscy nie jest potem"
    ),
    "cs": (
        "to ten ta ti on ona ono oni my vy já ale a nebo když po před od do na v ve s z za pro co kdo kde "
        "proč jak také však všichni ne"
    ),
    "sk": (
        "to ten tá tí on ona ono oni my vy ja ale a alebo keď po pred od do na v vo s z za pre čo kto kde "
        "prečo ako tiež však všetci nie"
    ),
}
