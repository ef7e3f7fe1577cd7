"""Names that a dateline is made of: cities that news is filed from, and the agencies that file it.

The lists only settle what the form leaves open ("Paris: …" against "Verdict: …"); a dateline in
capitals, with a date or with an agency is found without them.
"""

from __future__ import annotations

_CITIES = """
abidjan|abu dhabi|abuja|accra|addis ababa|aden|albany|aleppo|algiers|alger|almaty|amman|amsterdam
ankara
antananarivo|anchorage|ashgabat|asmara|astana|asuncion|asunción|athens|athènes|atlanta|auckland
austin
baghdad|bagdad|baku|baltimore|bamako|bandar seri begawan|bangalore|bangkok|bangui|banjul|barcelona
basra
beijing|beirut|beyrouth|belfast|belgrade|belgrad|belmopan|bengaluru|benghazi|berlin|bern|berne
bhopal|bilbao
birmingham|bishkek|bissau|bogota|bogotá|bonn|bordeaux|boston|brasilia|brasília|bratislava
brazzaville
bridgetown|brisbane|bristol|brussels|bruxelles|brüssel|bucharest|bucarest|budapest|buenos aires
bujumbura
cairo|kairo|calgary|canberra|cape town|caracas|cardiff|casablanca|chandigarh|charlotte|chennai
chicago
chisinau|chișinău|cologne|köln|colombo|conakry|copenhagen|københavn|cotonou|dakar|dallas|damascus
damas
dar es salaam|darwin|davos|delhi|denver|detroit|dhaka|dili|djibouti|dodoma|doha|donetsk|dortmund
dresden
dubai|dublin|durban|dushanbe|düsseldorf|edinburgh|edmonton|entebbe|erbil|florence|frankfurt|freetown
gaborone|gaza|gaza city|geneva|genève|genf|georgetown|glasgow|goma|guangzhou|guatemala city|hague
the hague
la haye|den haag|hamburg|hannover|hanoi|harare|havana|la habana|helsinki|hiroshima|ho chi minh city
hong kong
honiara|honolulu|houston|hyderabad|islamabad|istanbul|jaipur|jakarta|jeddah|jerusalem|jérusalem
johannesburg
juba|kabul|kaboul|kampala|kandahar|kano|karachi|kathmandu|kharkiv|khartoum|kherson|kigali|kingston
kinshasa
kolkata|kuala lumpur|kuwait city|kyiv|kiev|kyjiw|kiew|kyoto|la paz|lagos|lahore|las vegas|lausanne
leeds
leipzig|libreville|lilongwe|lille|lima|lisbon|lisboa|lisbonne|lissabon|liverpool|ljubljana|lomé|lome
london
londres|los angeles|luanda|lucknow|lusaka|luxembourg|luxemburg|lviv|lyon|madrid|malabo|male|managua
manama
manchester|manila|maputo|marseille|marseilles|maseru|mbabane|mecca|melbourne|mexico city|miami|milan
milano
mailand|minneapolis|minsk|mogadishu|mombasa|monrovia|montevideo|montreal|montréal|moroni|moscow
moscou|moskau
mosul|mumbai|munich|münchen|muscat|nagasaki|nairobi|naples|napoli|nassau|naypyitaw|ndjamena
n'djamena
new delhi|neu-delhi|new orleans|new york|niamey|nice|nicosia|nouakchott|nuuk|odesa|odessa|oslo
ottawa
ouagadougou|palermo|panama city|paramaribo|paris|perth|peshawar|philadelphia|phnom penh|phoenix
podgorica
port moresby|port of spain|port-au-prince|portland|porto|porto-novo|port louis|prague|prag|praia
pretoria
pristina|pyongyang|quebec|québec|quito|rabat|ramallah|rangoon|reykjavik|riga|rio de janeiro|riyadh
rome|roma
rom|rotterdam|sacramento|salt lake city|samara|san diego|san francisco|san jose|san josé|san juan
san salvador
sanaa|sana'a|santiago|santo domingo|sao paulo|são paulo|sarajevo|sarajewo|seattle|seoul|séoul
seville|sevilla
shanghai|sharjah|singapore|skopje|sofia|srebrenica|srinagar|st petersburg|st. petersburg|stockholm
strasbourg
strasburg|stuttgart|suva|sydney|tallinn|tampa|tashkent|tbilisi|tegucigalpa|tehran|teheran|téhéran
tel aviv
thimphu|tirana|tokyo|tokio|toronto|toulouse|tripoli|tunis|turin|torino|ulaanbaatar|uppsala|utrecht
valletta
valencia|vancouver|vatican city|venice|venezia|victoria|vienna|vienne|wien|vientiane|vilnius
vladivostok
warsaw|varsovie|warschau|washington|wellington|windhoek|wuhan|yangon|yaounde|yaoundé|yerevan|zagreb
zurich|zürich
москва|санкт-петербург|петербург|киев|київ|минск|лондон|париж|берлин|вашингтон|пекин|брюссель|женева
стамбул
القاهرة|بيروت|دمشق|بغداد|الرياض|جدة|دبي|أبوظبي|أبو ظبي|الدوحة|عمان|مسقط|صنعاء|عدن|الخرطوم|طرابلس
تونس|الجزائر
الرباط|الدار البيضاء|نواكشوط|القدس|غزة|رام الله|الكويت|المنامة|باريس|لندن|واشنطن|نيويورك|موسكو|جنيف
طهران|أنقرة|باماكو
"""

_AGENCIES = """
aap|abc|afp|agencies|agenzia|aljazeera|al jazeera|anadolu|ani|ansa|antara|ap|apa|associated press
ats|bbc
bbc news|belga|bernama|bloomberg|cbs|cna|cnn|cnn business|cnn money|dpa|ddp|epd|efe|interfax|ians
irna|jiji
jiji press|kna|kuna|kyodo|kyodo news|lusa|mena|nbc|nhk|npr|ntb|pa|pap|petra|prnewswire|business wire
pti|reuters
rtr|ria novosti|saba|sana|sda|sid|spa|staff report|tass|tt|thomson reuters foundation|un news|unb
upi|wafa|wam
xinhua|yonhap|тасс|риа новости|интерфакс|رويترز|أ ف ب|أ.ف.ب|وام|واس|سانا|وفا|الأناضول
ロイター|共同|時事|新华社
新華社
"""

CITIES = frozenset(name for line in _CITIES.split("\n") for name in line.split("|") if name)
"""Place names, case-folded, in the spellings of several languages."""

AGENCIES = frozenset(name for line in _AGENCIES.split("\n") for name in line.split("|") if name)
"""News agencies and broadcasters, case-folded."""
