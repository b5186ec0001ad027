"""What reaches or numbers somebody in a French text: telephones, e-mails, births, addresses.

Pure functions. Every pattern is bounded, so that a text of any length is read in a time that grows
with it and no faster.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dossier.collectives.naming import CAPITAL, DATES, MONTHS
from dossier.disclosures.pseudonyms.vocabulary import folded, lines
from dossier.notebooks import french

PHONE, EMAIL, NIR = "phone", "email", "nir"
BIRTHDATE, ADDRESS, NUMBER = "birthdate", "address", "number"


class Span(NamedTuple):
    """Where something stands (end excluded), what it is, and whether that is sure."""

    start: int
    end: int
    kind: str
    is_sure: bool = True


S = "[ \u00a0\u202f\u2009]"
SEP = "[ \u00a0\u202f\u2009./_·‑–-]"
NOT_DIGIT_BEFORE = r"(?<![\w+])(?<!\d[.,-])"
FIGURES = "z[ée]ro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|"
FIGURES += "quinze|seize|vingts?|trente|quarante|cinquante|soixante|et"
PHONES = [
    re.compile(  # +33 (0)6 12 34 56 78
        rf"(?<![\w+])(?:\+{S}?|00{S}?)33{SEP}{{0,2}}(?:\(0\){SEP}{{0,2}}|0{SEP}?)?[1-9]"
        rf"(?:{SEP}{{0,2}}\d){{8}}(?!\d)"
    ),
    re.compile(rf"{NOT_DIGIT_BEFORE}[0Oo]{S}?[1-9](?:{S}?{SEP}{S}?\d\d){{4}}(?!\d)(?!{S}?[hH]\d?)"),
    re.compile(rf"{NOT_DIGIT_BEFORE}[0O][1-9]\d{{8}}(?!\w)"),
    re.compile(rf"{NOT_DIGIT_BEFORE}0[1-9](?:[ .\u00a0]?\d{{2,4}}){{2,4}}(?![\d/]|[.,]\d)"),
    re.compile(rf"{NOT_DIGIT_BEFORE}0{S}?[1-9](?:(?:{S}|[.])?\d){{8}}(?![.]?\d)"),
    re.compile(rf"{NOT_DIGIT_BEFORE}0{S}?8\d\d(?:{S}\d{{3}}){{2}}(?!\d)"),
    re.compile(  # any other country
        rf"(?<![\w+])(?:\+{S}?|00{S}?)[1-9]\d{{0,2}}(?:{SEP}?\(0?\d{{0,3}}\))?"
        rf"(?:{SEP}?\d){{8,12}}(?!\d)"
    ),
    re.compile(
        rf"(?<!\w)(?:z[ée]ro|plus{S}trente[ -]trois)(?:[ ,.-]{{1,2}}(?:{FIGURES})){{4,14}}(?!\w)",
        re.IGNORECASE,
    ),
]
DAY_FIRST = re.compile(r"\d\d[ .]\d\d[ .](?:19|20)\d\d(?!\d)")
PHONE_SAID = re.compile(
    r"(?<!\w)(?:t[ée]l[ée]?(?:phone)?|port(?:able)?|mobile|fixe|fax|gsm|whatsapp)[.]?"
    rf"(?:{S}(?:fixe|portable|mobile|pro|perso))?{S}?[:=]?{S}?(?P<value>\d(?:{SEP}?\d){{7,9}})(?!\d)",
    re.IGNORECASE,
)
NOT_A_PHONE = re.compile(r"(?:loto|tirage|code-barres?)[^\d\n]{0,12}$", re.IGNORECASE)
WHOLE_MAIL = re.compile(r"(?<![\w.+-])[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
AT = re.compile(
    rf"{S}?(?:\(at\)|\[at\]|\(arobase\)|\[arobase\]|(?<=\s)arr?oba[sz]e?(?=\s)"
    rf"|(?<=\s)at(?=\s)|(?<=\s)@(?=\s)|@){S}?",
    re.IGNORECASE,
)
POINT = rf"(?:{S}?[.]|{S}?(?:\(point\)|\[point\]|\(dot\)){S}?|{S}(?:point|dot){S})"
DASH = rf"(?:tiret(?:{S}(?:du{S})?(?:bas|haut|six|6|huit|8))?|underscore)"
LOCAL = re.compile(
    rf"[\w+-]{{1,40}}(?:(?:{S}(?:point|{DASH}){S}|[.]|{POINT})[\w+-]{{1,40}}){{0,4}}$",
    re.IGNORECASE,
)
DOMAIN = re.compile(
    rf"[\w-]{{1,40}}(?:{S}{DASH}{S}[\w-]{{1,40}})?(?:{POINT}[\w-]{{2,40}}){{1,4}}", re.IGNORECASE
)
NSEP = "[ \u00a0\u202f\u2009._/‑-]{0,2}"
NIR_AT = re.compile(
    rf"(?<![\w.,/-])[1278]{NSEP}\d{NSEP}\d{NSEP}(?P<month>\d{NSEP}\d){NSEP}\d{NSEP}[\dABab]"
    rf"(?:{NSEP}\d){{6}}"
    rf"(?:{NSEP}{S}?(?:\(?cl[ée]{S}?:?{S}?)?\d{NSEP}\d\)?)?(?!\d)"
)
NIR_GROUPS = re.compile(  # where one parts its figures
    r"\w\W*\w\w\W*\w\w\W*\w\w\W*\w{3}\W*\w{3}\W*(?:cl[ée]\W*)?(?:\w\w\W*)?", re.IGNORECASE
)
MONTHS_OF_NIR = {*range(1, 13), *range(20, 43), *range(50, 100)}
KEY = re.compile(
    r"[\s,;/()–-]{0,4}(?:et )?(?:(?:la|sa|avec la|de) )?cl[ée]f?\s?:?\s?(?P<key>\d\d)(?!\d)",
    re.IGNORECASE,
)
IBAN = re.compile(
    rf"(?<!\w)(?:[A-Z]{{2}}|fr){S}?\d{{2}}(?:[ \u00a0-]?[A-Z\d]{{4}}){{3,7}}"
    r"(?:[ \u00a0-]?[A-Z\d]{1,4})?(?!\w)"
)
PLATE = re.compile(
    r"(?<!\w)(?:[A-HJ-NP-TV-Z]{2}[ -]?\d{3}[ -]?[A-HJ-NP-TV-Z]{2}|\d{2}[A-Z]{2}\d{5})(?![\w-])"
)
OLD_PLATE = re.compile(
    r"(?<!\w)(?:\d{1,4}[ -]?[A-Z]{2,3}[ -]?\d{2}|[A-Z]{2}[ -]?\d{3}[ -]?[A-Z]{2})(?!\w)",
    re.IGNORECASE,
)
PLATE_SAID = re.compile(
    r"immat|plaque|voiture|v[ée]hicule|scooter|camion|caravane|remorque|fourgon|minibus|moto(?!\w)|"
    r"renault|clio|peugeot|citro[ëe]n|(?<!\w)auto(?!\w)",
    re.IGNORECASE,
)
SHAPED = re.compile(
    r"(?<![\w.,/-])(?:[A-Z]{1,5}[ /-]?)?\d{1,6}(?:[/-][\dA-Z]{1,12}){2,5}(?![\w/-])"
)
CARD = re.compile(r"(?<![\w.,/-])\d{4}(?:[ -]\d{4}){3}(?![\w-]| \d)")
RIB = re.compile(r"(?<!\w)\d{5}[ -]\d{5}[ -][\dA-Z]{11}[ -]\d{2}(?!\w)")
RIB_PART = re.compile(
    rf"(?<!\w)(?:code{S})?(?:banque|établissement|guichet|agence|compte|cl[ée])(?:{S}rib)?"
    rf"{S}?(?:n[°º]{S}?)?:?{S}?(?P<value>\d[\dA-Z]{{0,12}}(?: \d{{2,6}}){{0,4}})(?!\w)",
    re.IGNORECASE,
)
RIB_SAID = re.compile(
    r"(?<!\w)rib(?!\w)|(?:banque|établissement|agence)[^\n]{0,60}guichet", re.IGNORECASE
)
ROLL = re.compile(r"(?<![\w/.,-])(?:RG \d\d/\d{3,6}|\d\d/\d{5})(?![\w/-])")  # of a court
LONG = re.compile(r"(?<![\w.,/-])\d{8,20}(?:[ -]?[A-Z])?(?!\w)(?![ \u00a0]?(?:€|euros?))")
LETTERED = "(?:[A-Z]{1,6}[/.-]){0,3}[A-Z]{1,5}[ /.-]?"
VALUE = re.compile(
    rf"(?:{LETTERED}|[a-z]{{1,3}}[-/]?)?"
    r"\d[\dA-Z]{0,24}(?:(?:[ \u00a0\u202f./-]| / )(?=[A-Z]{0,5}[ -]?\d)"
    r"[A-Z]{0,5}[ -]?\d[\dA-Z]{0,12}|"
    r"[/-](?:[A-Z]{1,8}|[a-z])(?!\w)){0,8}"
    r"(?:(?<=\d\d\d\d)[a-z]|[ \u00a0]?(?:[A-Z](?=\s*[,.;:)]|\s*$|\n)|[B-Z](?![\w’'.°])))?(?![\w])"
)
NOT_OF_A_FILE = re.compile(r"(?:BP|CS|TSA)[ \d]|[LRD][. ]{0,2}\d{3}(?:-\d|(?!\d))")  # boxes, laws
NUMBERED = re.compile(
    r"(?<![\w/-])(?:{})(?![\w/-])".format(
        "|".join(sorted(map(re.escape, folded("numbered")), key=len, reverse=True))
    )
)
GAP = re.compile(
    r"(?:[^\d;!?\n\[(]{0,20}\(\d[\dAB]\d?\))?[^\d;!?\n\[]{0,48}"
    r"(?:\n[ ]{0,4}(?=[A-Z]{0,5}[ -]?\d{3}))?"
)
STRONG_MARK = re.compile(r"n[°º]|\bno[.]|num(?:[ée]ro|[.])?s?(?!\w)|#|matricule", re.IGNORECASE)
NUMBER_SAID = re.compile(
    rf"(?<!\w)(?:n[°º]|numéro|num[.]|matricule|identifiant){S}?"
    rf"(?:(?:[dl][’'])?[^\W\d_]{{1,16}}{S}){{0,3}}"
    rf"(?:est{S}le{S})?:?{S}?(?=[A-Z]{{0,5}}[ /-]?\d)",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"[ \u00a0\u202f]?(?:[,.]\d|€|%|°|h(?:\d|\b)|euros?\b|heures?\b|jours?\b|mois\b|ans?\b|"
    r"années?\b|"
    r"semaines?\b|pages?\b|pers(?:[.]|\w+)|fois\b|kg\b|k?m\b|mg\b|ml\b|cl\b|cm\b|g\b|m²|minutes?\b|"
    r"points?\b|places?\b|lits?\b|documents?\b|pièces?\b|centimes\b|cts?\b|[k€])",
    re.IGNORECASE,
)
DAY_WORDS = (
    "premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|"
)
DAY_WORDS += (
    "seize|dix-sept|dix-huit|dix-neuf|vingt(?:[ -]et[ -]un|-\\w{3,6})?|trente(?:[ -]et[ -]un)?"
)
YEAR_WORDS = (
    rf"(?:deux{S}mille?|(?:mil(?:le)?{S}|dix-)neuf{S}cents?)(?:[ -](?:{FIGURES}|dix)(?!\w)){{0,4}}"
)
BORN_ON = re.compile(
    rf"{DATES.pattern}|(?<!\w)(?:\d{{1,2}}(?:er)?|{DAY_WORDS}){S}(?:{MONTHS})"
    rf"(?:{S}(?:(?:\d{{4}}|\d\d)(?!\d)|{YEAR_WORDS}))?(?!\w)"
    rf"|(?<!\w)(?:{MONTHS}){S}\d{{4}}(?!\d)|(?<![\w/.,-])\d{{1,2}}[/.-]\d{{4}}(?!\d)|(?<![\w/.,-])\d{{1,2}}/\d{{1,2}}(?![\d/])"
    r"|(?<![\w/.,-])(?:19|20)\d\d(?![\w/-])|(?<!\d)\d{8}(?!\d)|(?<!\d)\d\d[ ]\d\d[ ]\d{4}(?!\d)",
    re.IGNORECASE,
)
BORN_IN = re.compile(
    r"(?<!\w)n[ée]{1,2}s?(?:\(e\))? en (?P<year>[’']?\d\d)(?![\w/-])", re.IGNORECASE
)
BORN = re.compile(
    r"(?<![\w’'])(?:n[ée]{1,2}?e?s?(?:[(·.]e[)]?(?:[·.]?s)?)?|"
    r"(?P<noun>dates?(?: et lieux?)? de naissances?|naissances?|"
    r"d[.]?d[.]?n[.]?|d[.]?n[.]?(?= ?:)|dat[.]? naiss[.]?|naiss[.]?|nais[.])"
    r"|n[.](?= ?(?:le|en) ))(?!\w)",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    rf"(?:\s|[:,()=|._…*–-]|(?i:[dl][’'])|\(\d[\dAB]\d{{0,3}}\)|"
    rf"(?i:le|la|les|en|à|a|au|aux|du|de|des|un|vers|est|sa|son|ses|"
    rf"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|fille|fils|mère|père|frère|sœur|enfants?|"
    rf"bébé|résidente?|intéressée?|usagère?|jeune|année|mois|dans|Mme|M[.]|"
    rf"hôpital|maternité|clinique|ville|commune|village|prématurément|"
    rf"seul|sous|présumée?|environ|autour|terme|domicile|par|césarienne|ou|date|déclarée|"
    rf"inconnue?|union)(?![\w])|"
    rf"(?<!\w)(?:[{CAPITAL}][\w’'-]*))*",
)
BETWEEN_WORDS = re.compile(  # but of another event: "né au Mali, arrivé en 2019"
    r"(?:[ ,(]{1,2}(?!(?:est|a|ont|il|elle|qui|et|depuis|jusqu|où|puis|dont)(?!\w))"
    r"(?!(?!prématur|présum|déclar)[a-zà-ÿ-]{2,20}(?:é|ée|és|ées)(?!\w))"
    r"[^\W\d][\w’'-]{0,20}\)?){1,8}[ ,:]{1,2}"
)
NEXT_BORN = re.compile(rf"{S}?(?:,|et|puis|/|;|ou){S}?(?:le|en)?{S}?")
NOT_OF_BIRTH = re.compile(
    r"(?:acte|extrait|certificat|déclaration|prime|congé|(?<!et )lieu|bulletin|liste)s?"
    r"(?: intégral| d[’']acte)? de $",
    re.IGNORECASE,
)
AGE = r"(?:\d{1,3}|[a-zé-]{2,20})"
WEEKDAY = "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
SAID_BIRTH = re.compile(  # before a date: of age, of so many years, an anniversary, a coming
    r"(?:(?:majeure?s?|majorité)(?: [^\W\d][\w’'-]*){0,2}?"
    r"(?:,? (?:le|au|en|ce|depuis(?: le)?)|(?: le)? ?[:(])"
    r"|(?:f[êe]t\w+|aur(?:a|ont|ait)|attei\w+|souffl\w+|pour|(?:jour|veille) de) "
    rf"(?:(?:ses|leurs|nos|les) )?{AGE} (?:ans|bougies)(?: révolus)?"
    r"(?: d(?:e |[’'])[\w’'-]{2,30})?,? ?(?:le|en|au|\()"
    rf"|(?<!\w)(?:a|avait) eu (?:ses )?{AGE} ans le"
    r"|(?<!\d)\d{1,2} ans,? \(|\(\d{1,2} ans,"
    r"|(?<!\d)(?:18|dix-huit) ans(?: le| en| au| depuis(?: le)?| ?[:(])"
    r"|(?<!\w)(?:je suis|tu es|t[’']es)(?: bien)? du"
    r"|anniversaire(?! du| de (?:la|mariage|rencontre|décès|mort|sa|son|leur)(?!\w)| de l[’'])"
    r"(?: d(?:e |[’'])[^\W\d_][\w’'-]{0,30}(?: [A-ZÀ-ÖØ-Þ][\w’'-]{0,30})?)?"
    r"(?: (?:tombe|est|sera|c[’']est|arrive))?(?:(?: ?[:,(]| le| au| c[’']est)){1,3}"
    rf"|anniversaire(?= {WEEKDAY} $)"
    r"|(?:(?:venue?s?|arrivée?s?|mise?s?) au monde|(?:vu|voit) le jour|accouché(?: d[e’'] ?\w+)?)"
    r" (?:le|en|un|du))"
    rf"(?: {WEEKDAY})? ?$",
    re.IGNORECASE,
)
BIRTH_AFTER = re.compile(
    r"[\s(,]{1,3}(?:(?:est|c[’']est|comme|,) )?(?:(?:la|sa|leur|ma|une) )?"
    r"(?:date de naissance|ddn)\)?(?!\w)(?!\s*:)"
    r"|,? (?:c[’']est |jour de )?(?:l[’']|son |leur |mon )anniversaire(?! d[eu] (?:la|mariage))",
    re.IGNORECASE,
)
UNBORN = re.compile(
    r"(?:(?<!\w)(?:l[’']|le |la |les |un |une |ce |cet |cette |notre |nos ))"
    rf"(?:{'|'.join(word for line in lines('unborn') for word in line)})"
    r"s?(?: (?:(?:de |du |des |d[’'])?[\w’'-]{1,30})){0,3} $",
    re.IGNORECASE,
)
ROADS = (
    "(?:grande?[’' -]{1,2})?rue|ruelle|sente|digue|avenue|av[.]?|ave[.]?|boulevard|blvd|bld|"
    "boul[.]?|bvd|bd[.]?|chemin|chem[.]?|ch[.]|impasse|imp[.]|allées?|all[.]|quai|sentier|faubourg|fbg|fg|"
    "montée|venelle|traverse|chaussée|esplanade"
)
OTHER_ROADS = (
    "cour|courée|hameau|quartier|lotissement|galerie|côte|rampe|rocade|castel|place|pl[.]|cours|"
    "cité|route|rte|square|sq[.]?|grand[’' -]place|passage|villa|promenade|rond-point|voie|clos|"
    "mail|parvis"
)
OF = r"(?:de|du|des|d[’']|la|le|les|l[’']|aux?|à|et|en|sur|sous)"
LINK = rf"(?:{OF}(?:(?<=[’'])|{S}))"
PROPER = rf"(?:[{CAPITAL}][.]|\d{{1,3}}-[{CAPITAL}]\w{{1,30}}|[{CAPITAL}][\w’'-]{{0,30}})"
NO_UNIT = (
    rf"(?!(?i:b[âa]t(?:iment)?|app(?:artement|art|t)?|apt|esc(?:alier)?|étage|porte|résidence|rés|rdc)"
    rf"[.]?{S})"
)
PROPERS = (
    rf"{LINK}{{0,3}}{PROPER}"
    rf"(?:{S}{NO_UNIT}{LINK}{{0,2}}(?:{PROPER}|\d{{1,2}}(?={S}[{CAPITAL}]))){{0,5}}"
)
A_DAY = rf"(?:du{S})?\d{{1,2}}(?:er)?[ -](?i:{MONTHS})(?:[ -]\d{{4}})?"
LOW = (
    rf"{LINK}{{0,3}}[^\W\d_][\w’'-]{{1,30}}"
    rf"(?:{S}(?:du|des|de(?:{S}la)?|de{S}l[’'](?=\w)|d[’'](?=\w)){S}?(?<=[ ’'])"
    rf"[^\W\d_][\w’'-]{{2,30}}){{0,2}}"
)
LOWS = (
    rf"{LOW}(?:{S}[^\W\d_][\w’'-]{{0,30}}){{0,4}}?"
    rf"(?=,?{S}{{0,2}}(?:\d{{5}}(?!\d)|(?i:app?a?r?t|b[âa]t|esc|r[ée]s|porte)(?:[.]|{S}|[a-zé])"
    rf"|\d{{1,2}}(?i:er|e|[èe]me){S}))"
)
AT_NUMBER = (
    rf"\d{{1,4}}(?:{S}?(?i:bis|ter|quater)(?!\w)|{S}?[A-D](?!\w))?(?:{S}?[-/]{S}?\d{{1,4}})?"
    rf"{S}?,?{S}?(?:(?:de{S}la|du){S}|de{S}l[’'])?"
)
STREET = (
    rf"(?:{AT_NUMBER}(?i:{ROADS}|r[.]?){S}(?:{A_DAY}|{PROPERS}|{LOWS}|{LOW})"
    rf"|{AT_NUMBER}(?i:{OTHER_ROADS}){S}(?:{A_DAY}|{PROPERS})"
    rf"|(?i:{ROADS}|place){S}(?:{A_DAY}|{PROPERS}))"
)
UNIT = (
    r"(?i:appartement|appart[.]?|appt?[.]?|apt[.]?|cage|palier|aile|îlot|pavillon|chalet|mobil-home|"
    r"parcelle|bâtiment|batiment|bât[.]?|bat[.]?|escalier|esc[.]?|porte|bloc|hall|entrée|étage|"
    rf"logement|lgt|chambre|lot|boîte|bte|BAL|int[.]|interphone|tour|studio|emplacement){S}?"
    rf"(?i:n°{S}?|numéro{S})?"
    rf"(?:[A-Z]{{1,2}}(?:{S}?\d{{1,3}}(?!{S}?(?i:er|[èe]me|[eè]){S}))?|\d{{1,4}}{S}?[A-Z]?|(?i:gauche|droite?|face))(?!\w)"
    rf"|(?i:bâtiment|bât[.]?|tour|escalier){S}(?:«{S}?)?[{CAPITAL}][\w’'-]{{2,30}}(?:{S}?»)?"
    r"|(?:\d{1,2} ?(?i:er|[èe]me|[eè])|(?i:premier|deuxième|second|troisième|quatrième|cinquième|"
    rf"dernier)){S}?(?:(?i:étage|etage|ét[.]|et[.])(?:{S}(?i:gauche|droite|face)(?!\w))?"
    r"|(?i:gauche|droite|face)(?!\w))"
    rf"|\d{{1,2}}(?i:[èe]me|er|e)(?=,|{S}[–-]|{S}?\))|(?i:rez-de-chaussée|rdc)(?!\w)"
)
NAMED = (
    r"(?i:résidence|residence|rés(?:id)?[.]|lotissement|hameau|lieu-dit|lieudit|lieu dit|"
    rf"z[.]?[ai][.]?c?){S}(?:(?i:sociale|universitaire|étudiante|autonomie|hlm|services?){S})?"
    rf"[«“\"]?{S}?{PROPERS}(?:{S}?[»”\"])?"
)
LEAD = (
    r"(?i:villa|immeuble|imm[.]|domaine|ferme|château|clos|camping|hôtel|gîte|pension|fjt|"
    rf"quartier|aire|parc|le mas){S}(?:(?:n°{S}?)?\d{{1,4}}|{PROPERS})"
    rf"|CCAS(?:{S}{PROPERS})?|[nN]°{S}?\d{{1,4}}(?!\w)"
)
BOX = rf"(?:[Bb]oîte{S}postale|BP|B[.]P[.]|CS|TSA){S}?\d{{1,3}}(?:{S}?\d{{2,3}})?(?!\d)"
TOWN = (
    rf"(?:(?:L[EA]S?|L[ea]s?|Sainte?|Ste?[.]?){S})?[{CAPITAL}][\w’'-]{{1,30}}"
    rf"(?:{S}(?:(?:sur|sous|lès|les|en|de|la|le|du|des|aux?|à|l[’']|d[’']){S}?){{0,2}}"
    rf"(?!(?i:cedex))[{CAPITAL}][\w’'-]{{1,30}}){{0,4}}"
)
CEDEX = rf"(?:{S}(?i:cedex)(?:{S}\d{{1,2}}(?!\d))?)?"
CODE = r"(?:F-?|FR-)?(?:0[1-9]|[1-8]\d|9[0-8]|2[AB])\d{3}(?!\d)"
IN_TOWN = (
    rf"{CODE},?{S}{{1,2}}(?:[–-]{S})?{TOWN}{CEDEX}"
    rf"|(?:0[1-9]|[1-8]\d|9[0-8])[ .]\d{{3}}{S}{TOWN}{CEDEX}"
    rf"|{TOWN}{S}\({CODE}\)"
)
PIECE = re.compile(
    rf"(?<![\w’'-])(?:(?P<street>{STREET}|{AT_NUMBER}{PROPERS}(?=,?{S}{{1,2}}{CODE}))"
    rf"|(?P<box>{BOX})|(?P<town>{IN_TOWN})|(?P<named>{NAMED})|(?P<lead>{LEAD})|(?P<unit>{UNIT})|(?P<code>{CODE}(?:{S}(?:st|ste|saint|sainte|le|la|les)(?={S}))?"
    rf"(?:{S}[a-zà-ÿ][\w’'-]{{2,30}}(?:{S}(?:sur|sous|de|du|des|en|la|le|les){S}[a-zà-ÿ]{{2,30}}){{0,2}}"
    rf"{CEDEX})?))"
)
GLUE = re.compile(r"[\s,.:()/|•–—-]{0,4}(?:à |au )?")
DEPARTMENT = rf"(?:{S}\(\d[\dAB]\d{{0,3}}\))?"
IN_TOWN_SAID = re.compile(
    rf",?{S}à{S}(?P<town>{TOWN}{DEPARTMENT})"
    rf"|(?:,{S}|{S}[–-]{S}|{S}\((?!\d))(?P<next>{TOWN}{DEPARTMENT})(?={S}?[.,;:)»!?–-]|\s*(?:\n|$))"
    rf"|,?\n(?P<below>{TOWN})(?=[ ]*(?:\n|$))"
    rf"|,?{S}(?P<coded>{TOWN},?{S}{CODE})"
)
FIELD = re.compile(  # "Adresse : Kerlann, Plounéour"
    rf"(?i:adresse|domicile|domiciliation)(?:{S}[^\W\d]{{2,12}}){{0,3}}{S}?:{S}?"
    rf"(?P<value>{PROPERS}(?:,{S}{PROPERS}){{0,2}})(?=[.;]|\s*(?:\n|$))"
)
CALLED = re.compile(  # a residence before the rest: "Les Hauts de Kerdual, bât 3", "habite Kerlann"
    rf"(?:(?:^|\n|:{S})(?P<name>(?:L[ea]s?{S}|L[’']){PROPERS})"
    rf"|(?::{S}|(?:demeur\w+|domicili\w+|habit\w+|vit|résid\w+),?{S}(?:à{S}|au{S})?)"
    rf"(?P<bare>{PROPERS}))[,\s–-]{{1,3}}$"
)
COUNTED_ROAD = re.compile(
    rf"(?<![\w-])(?:{FIGURES})(?:[ -](?:{FIGURES})){{0,4}}(?:{S}(?:bis|ter))?,?{S}$", re.IGNORECASE
)
LIVED_IN = re.compile(
    r"(?:habit|demeur|domicil|log[ée]|h[ée]berg|r[ée]sid|adresse|d[ée]m[ée]nag|courrier)"
    r"\w*[^.;\n]{0,30}$"
    r"|(?<!\w)(?:vit|vivait|dort|dormait|chez)(?!\w)[^.;\n]{0,24}$",
    re.IGNORECASE,
)
PAGED = re.compile(
    r"(?:pages?|p[.]|salles?|bus|lignes?|chapitres?|questions?)\W{0,2}$", re.IGNORECASE
)
CODE_SAID = re.compile(
    r"(?:code postal|c[.]?p[.]?|habite|domicilié[e]?)\W{0,4}(?:à |en )?$", re.IGNORECASE
)


def spans(text: str) -> list[Span]:
    """Return what is found, in order; nothing twice, what is surest first served."""
    taken = bytearray(len(text))
    kept = []
    for search in (_mails, _ibans, _nirs, _births, _said_numbers, _phones, _addresses, _numbers):
        for found in search(text):
            one = found._replace(start=_free(text, taken, found))
            if one.start < one.end and not any(taken[one.start : one.end]):
                taken[one.start : one.end] = b"\1" * (one.end - one.start)
                kept.append(one)
    return sorted(kept)


def _free(text: str, taken: bytearray, one: Span) -> int:
    """Return where an address begins, after what was found before it; else where a span does."""
    start = one.start
    while one.kind == ADDRESS and taken[one.start] and start < one.end:
        if not taken[start] and text[start].isalnum():
            break
        start += 1
    return start


def _mails(text: str) -> Iterator[Span]:
    for one in WHOLE_MAIL.finditer(text):
        yield Span(one.start(), one.end(), EMAIL)
    for at in AT.finditer(text):
        domain = DOMAIN.match(text, at.end())
        local = LOCAL.search(text[max(0, at.start() - 120) : at.start()])
        is_tied = at[0][:1] not in " \u00a0\u202f" or at[0][-1:] in " \u00a0\u202f"
        if domain and local and is_tied:
            yield Span(at.start() - len(local[0]), domain.end(), EMAIL)


def _ibans(text: str) -> Iterator[Span]:
    for one in IBAN.finditer(text):
        yield Span(one.start(), one.end(), NUMBER)


def _nirs(text: str) -> Iterator[Span]:
    for one in NIR_AT.finditer(text):
        month = int(re.sub(r"\D", "", one["month"]))
        is_other = not NIR_GROUPS.fullmatch(one[0]) or _is_unnumbered(text, one.start())
        if month in MONTHS_OF_NIR and not is_other:
            yield Span(one.start(), one.end(), NIR)
            if key := KEY.match(text, one.end()):
                yield Span(key.start("key"), key.end(), NIR)


def _births(text: str) -> Iterator[Span]:
    """Dates said to be births in the sentence: "née à Oran le 3 mai 1980", "DDN : 3/5/80"."""
    for one in BORN_IN.finditer(text):
        yield Span(one.start("year"), one.end(), BIRTHDATE)
    end = -1
    for one in BORN_ON.finditer(text):
        is_next = end >= 0 and NEXT_BORN.fullmatch(text, end, one.start())
        if is_next or _is_birth(text[max(0, one.start() - 70) : one.start()], one[0]):
            yield Span(one.start(), one.end(), BIRTHDATE)
            end = one.end()
        elif BIRTH_AFTER.match(text[one.end() : one.end() + 44]):
            yield Span(one.start(), one.end(), BIRTHDATE)


def _is_birth(before: str, said: str) -> bool:
    if SAID_BIRTH.search(before):
        return True
    born = None
    for found in BORN.finditer(before):
        born = found
    if born is None or NOT_OF_BIRTH.search(before[: born.start()]):
        return False
    if not born["noun"] and UNBORN.search(before[: born.start()]):
        return False
    gap = before[born.end() :]
    if (
        not born["noun"]
        and french.fold(born[0])[:2] == "ne"
        and born[0].casefold() in {"ne", "nes"}
    ):
        return bool(re.fullmatch(rf"{S}(?:le|en){S}", gap, re.IGNORECASE)) and not gap.isspace()
    if born["noun"] and re.fullmatch(r"[^.;\n\d]{0,40}[:|]\s*", gap):
        return True
    if born["noun"] is None and not re.search(rf"(?i:le|en|vers|un|[:,(]){S}?$|^{S}$", gap):
        return False
    return bool(BETWEEN.fullmatch(gap)) or (not born["noun"] and bool(BETWEEN_WORDS.fullmatch(gap)))


def _is_counted(text: str, value: re.Match) -> bool:
    return bool(COUNTED.match(text, value.end()))


def _said_numbers(text: str) -> Iterator[Span]:
    """What is said to be the number of a file, a contract, somebody's at an office."""
    for pattern in (ROLL, RIB, CARD):
        for one in pattern.finditer(text):
            yield Span(one.start(), one.end(), NUMBER)
    for one in RIB_PART.finditer(text):
        is_long = one.end() - one.start("value") > 1
        if is_long and RIB_SAID.search(text[max(0, one.start() - 90) : one.end() + 60]):
            yield Span(one.start("value"), one.end(), NUMBER)
    low = _same_length_fold(text)
    for noun in NUMBERED.finditer(low):
        gap = GAP.match(text, noun.end())
        value = _value(text, noun.end(), gap.end())
        if value and _is_numbered(text, noun, value):
            yield Span(value.start(), value.end(), NUMBER)


def _same_length_fold(text: str) -> str:
    return text.casefold().translate(ACCENTS) if len(text.casefold()) == len(text) else text.lower()


ACCENTS = str.maketrans("àâäéèêëîïôöùûüÿç", "aaaeeeeiioouuuyc")


def _value(text: str, start: int, end: int) -> re.Match | None:
    """Return the value that begins before or at `end`, with the letters that begin it."""
    lead = re.search(rf"(?<!\w)(?:{LETTERED}|[a-z]{{1,2}}[-/]?)$", text[start:end])
    if lead and not re.fullmatch(r"(?:CAF|MDPH|CPAM|MSA|RG|PV|SIAO|N|DALO|CNDA|OFPRA)[ ]", lead[0]):
        end = start + lead.start()
    return VALUE.match(text, end)


def _is_phone(text: str, noun: re.Match, value: re.Match) -> bool:
    """Whether what follows "assurance", "dossier" is rather a telephone."""
    if text[value.start() - 1] == "+":
        return True
    is_french = re.fullmatch(r"0[1-9]\d{8}", re.sub(r"\D", "", value[0]))
    is_parted = not value[0].isdigit() and not re.search(r"[-/](?:19|20)\d\d[-/]", value[0])
    return bool(is_french) and (is_parted or noun[0] in folded("offices"))


def _is_numbered(text: str, noun: re.Match, value: re.Match) -> bool:
    said, gap = value[0], text[noun.end() : value.start()]
    gap = gap.removeprefix(".") if noun[0] == "ref" else gap
    digits = sum(map(str.isdigit, said))
    words = re.findall(r"[^\W\d_]{2,}", gap)
    is_day = re.fullmatch(r"\d{1,2}[/-]\d{1,2}", said)
    if (
        is_day
        or _is_phone(text, noun, value)
        or NOT_OF_A_FILE.match(said)
        or DATES.match(said)
        or _is_counted(text, value)
        or len(words) > 5
    ):
        return False
    is_card = noun[0] in {"carte", "abonnement", "badge"}  # "carte de bus"
    if not is_card and any(french.fold(word) in folded("unnumbered") for word in words[-2:]):
        return False
    before = text[max(0, noun.start() - 24) : noun.start()]
    is_strong = (
        STRONG_MARK.search(gap + " ")
        or re.search(
            r"(?:n[°º]|\bno[.]?|num(?:éro|ero|[.])|réf[.]?)[^\d.;\n]{0,16}$", before, re.IGNORECASE
        )
        or noun[0] in {"matricule", "identifiant"}
    )
    if is_strong and not re.search(r"[.]\s", gap.replace("no.", "")):
        return digits >= 3 or (digits >= 2 and bool(re.search(r"[A-Z/-]", said)))
    if re.search(r"[.,]\s", gap):
        return False
    is_year = re.fullmatch(r"(?:19|20)\d\d", said)
    is_mixed = digits >= 3 and re.search(r"[A-Z]|\d[/-]\d", said)
    is_mixed = is_mixed or (digits >= 2 and re.fullmatch(r"[\dA-Z]{8,12}", said))
    is_file = noun[0] in {"dossier", "allocataire", "ecrou"} and digits == 4
    near = len(words) <= 2 and not re.search(r"(?<!\w)(?:du|le|en|depuis|à|et|pour)\s*$", gap)
    return bool(near and not is_year and (digits >= 5 or is_mixed or is_file))


def _phones(text: str) -> Iterator[Span]:
    for pattern in PHONES:
        for one in pattern.finditer(text):
            digits = sum(map(str.isdigit, one[0]))
            is_said = not digits or digits >= (10 if one[0][0] in "0oO" else 8) - (
                one[0][0] in "oO"
            )
            is_other = NOT_A_PHONE.search(text[max(0, one.start() - 30) : one.start()])
            is_short = one[0][0] == "0" and one[0][:2] != "00" and digits != 10
            if is_said and not is_short and not is_other and not DAY_FIRST.match(one[0]):
                yield Span(one.start(), one.end(), PHONE)
    for one in PHONE_SAID.finditer(text):
        yield Span(one.start("value"), one.end("value"), PHONE)


def _addresses(text: str) -> Iterator[Span]:
    """Pieces of addresses that follow each other make one; a door alone makes none."""
    cluster: list[re.Match] = []
    for piece in PIECE.finditer(text):
        if cluster and not _is_glued(text, cluster[-1], piece):
            yield from _address(text, cluster)
            cluster = []
        cluster.append(piece)
    yield from _address(text, cluster)
    for one in FIELD.finditer(text):
        yield Span(one.start("value"), one.end("value"), ADDRESS)


def _is_glued(text: str, last: re.Match, piece: re.Match) -> bool:
    """Whether a piece goes on an address; after a point, only a town does."""
    gap = GLUE.fullmatch(text, last.end(), piece.start())
    is_town = piece.lastgroup in {"town", "code"} and last.lastgroup not in {"town", "code"}
    return bool(gap) and ("." not in gap[0] or is_town)


def _address(text: str, cluster: list[re.Match]) -> Iterator[Span]:
    if len(cluster) > 1 and cluster[0].lastgroup == "code":
        cluster = cluster[1:]
    kinds = [piece.lastgroup for piece in cluster]
    is_code = kinds == ["code"] and CODE_SAID.search(
        text[max(0, cluster[0].start() - 20) : cluster[0].start()]
    )
    while (
        cluster
        and kinds[-1] == "unit"
        and len(kinds) > 1
        and "\n" in text[cluster[-2].end() : cluster[-1].start()]
    ):
        cluster, kinds = cluster[:-1], kinds[:-1]
    while cluster and kinds[-1] == "lead" and not cluster[-1][0].casefold().startswith("n°"):
        cluster, kinds = cluster[:-1], kinds[:-1]
    if not {"street", "box", "town", "named"} & {*kinds} and not is_code:
        return
    before = text[max(0, cluster[0].start() - 60) : cluster[0].start()]
    is_bare = {*kinds} <= {"street", "lead"} and not re.search(r"\d", cluster[0][0] + before[-6:])
    is_bare = is_bare and not COUNTED_ROAD.search(before)
    if (is_bare and not LIVED_IN.search(before)) or PAGED.search(before):
        return
    end = cluster[-1].end()
    if kinds[-1] in {"street", "unit", "named"} and (town := IN_TOWN_SAID.match(text, end)):
        end = town.end(town.lastgroup)
    start = cluster[0].start()
    number = re.search(rf"(?<!\d)\d{{1,4}}{S}?,?{S}$", text[max(0, start - 8) : start])
    if number and not cluster[0][0][0].isdigit():
        start -= len(number[0])
    elif number := COUNTED_ROAD.search(text[max(0, start - 40) : start]):
        start = max(0, start - 40) + number.start()
    if called := CALLED.search(text[max(0, start - 60) : start]):
        start = max(0, start - 60) + called.start(called.lastgroup)
    yield Span(start, end, ADDRESS)


def _is_unnumbered(text: str, start: int) -> bool:
    before = french.fold_all(text[max(0, start - 30) : start]).split()
    is_of_such = {*before[-3:-1]} & {"de", "d"}  # "lot de vaccins n°"
    return bool({*before[-4 if is_of_such else -2 :]} & folded("unnumbered"))


def _numbers(text: str) -> Iterator[Span]:
    for one in PLATE.finditer(text):
        yield Span(one.start(), one.end(), NUMBER)
    for pattern in (LONG, SHAPED):
        for one in pattern.finditer(text):
            is_enough = sum(map(str.isdigit, one[0])) >= 7 and not DATES.match(one[0])
            if is_enough and not _is_unnumbered(text, one.start()):
                yield Span(one.start(), one.end(), NUMBER)
    for one in OLD_PLATE.finditer(text):
        around = (
            text[max(0, one.start() - 40) : one.start()] + " " + text[one.end() : one.end() + 24]
        )
        if PLATE_SAID.search(around):
            yield Span(one.start(), one.end(), NUMBER)
    for one in NUMBER_SAID.finditer(text):
        value = VALUE.match(text, one.end())
        within = {*french.fold_all(one[0]).split()} & folded("unnumbered")
        if not value or within or _is_unnumbered(text, one.start()):
            continue
        digits = sum(map(str.isdigit, value[0]))
        if digits >= 4 and not DATES.match(value[0]) and not _is_counted(text, value):
            yield Span(value.start(), value.end(), NUMBER)
