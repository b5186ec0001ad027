"""What reaches or numbers somebody in a French text: telephones, e-mails, births, addresses.

Pure functions. Every pattern is bounded, so that a text of any length is read in a time that grows
with it and no faster.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from dossier.collectives.naming import CAPITAL, DATES, MONTHS
from dossier.disclosures.pseudonyms.vocabulary import folded, is_first_name, is_plain, lines
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
NIR_SAID = re.compile(
    r"(?<!\w)(?:s[ée]cu(?:rit[ée] sociale)?|nir|n?ss|numéros|insee|vitale)(?!\w)", re.IGNORECASE
)
MONTHS_OF_NIR = {*range(1, 13), *range(20, 43), *range(50, 100)}
KEY = re.compile(
    r"[\s,;/()–-]{0,4}(?:et |puis )?(?:(?:la|sa|avec la|de) )?cl[ée]f?\s?:?\s?(?P<key>\d\d)(?!\d)",
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
    r"renault|clio|peugeot|citro[ëe]n|twingo|kangoo|m[ée]gane|sc[ée]nic|berlingo|(?<!\w)(?:polo|golf|audi|bmw|fiat|opel|dacia|ford)(?!\w)|(?<!\w)auto(?!\w)",
    re.IGNORECASE,
)
SHAPED = re.compile(
    r"(?<![\w.,/-])(?:[A-Z]{1,5}[ /-]?)?\d{1,6}(?:[/-][\dA-Z]{1,12}){2,5}(?![\w/-])"
)
PORTALIS = re.compile(r"portalis ?:? ?(?P<value>(?=[\w-]*-)[A-Z\d][A-Z\d/-]{7,30})", re.IGNORECASE)
YEARED = re.compile(  # "N2024/11875", "2026/001188", "25-441822"
    r"(?<![\w.,/-])(?:[A-Z]{1,4}\d{4}[/-]\d{3,8}|[A-Z]{0,4}(?:\d{4}|\d\d)[/-]\d{5,8})(?![\w/-]|[.,]\d)"
)
GROUPED = re.compile(
    r"(?<![\w.,/-])(?<!\d )\d{2,3}(?:[ \u00a0]\d{3}){3,5}(?![\w,]|[ \u00a0]?(?:\d|€))"
)
MIXED = re.compile(  # "38RF2600117"
    r"(?<![\w.@/-])(?=\d*[A-Z]{1,4}\d|\d+[A-Z])[\dA-Z]{8,16}(?![\w@/-]|[.]\w)"
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
    r"(?:(?<=\d\d\d\d)[a-z]|"
    r"[ \u00a0]?(?:[A-Z]{1,2}(?=\s*[,.;:)]|\s*$|\n)|[B-Z](?![\w’'.°])))?(?![\w])"
)
NOT_OF_A_FILE = re.compile(r"(?:BP|CS|TSA)[ \d]|[LRD][. ]{0,2}\d{3}(?:-\d|(?!\d))")  # boxes, laws
AND_NUMBER = re.compile(rf"(?:{S}et|,|{S};|{S}/){S}(?:n[°º]{S}?|le{S}|la{S})?")
NUMBERED = re.compile(
    r"(?<![\w-])(?<!\w\w/)(?:{})(?![\w/-])".format(
        "|".join(sorted(map(re.escape, folded("numbered")), key=len, reverse=True))
    )
)
GAP = re.compile(
    r"(?:[^\d;!?\n\[(]{0,20}\(\d[\dAB]\d?\))?[^\d;!?\n\[]{0,48}"
    r"(?:\n[ ]{0,4}(?=[A-Z]{0,5}[ -]?\d{3}))?"
)
OF_A_THING = re.compile(r"(?:mod[èe]le|marque|produit|appareil|machine|panne|pièce)[^.;\n]*$")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ /-"  # that may come before the figures of a number
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
    rf"|(?<!\w)(?:{MONTHS}){S}(?:\d{{4}}(?!\d)|\d\d(?![\w/]))|(?<![\w/.,-])\d{{1,2}}[/.-]\d{{4}}(?!\d)|(?<![\w/.,-])\d{{1,2}}/\d{{1,2}}(?![\d/])"
    r"|(?<![\w/.,-])(?:19|20)\d\d(?![\w/-])|(?<!\d)\d{8}(?!\d)|(?<!\d)\d\d[ ]\d\d[ ]\d{4}(?!\d)",
    re.IGNORECASE,
)
BORN_IN = re.compile(
    r"(?<!\w)n[ée]{1,2}s?(?:\(e\))? en (?P<year>[’']?\d\d)(?![\w/-])", re.IGNORECASE
)
BORN = re.compile(
    r"(?<![\w’'])(?:n[ée]{1,2}?e?s?(?:[(·.]e[)]?(?:[·.]?s)?)?|"
    r"(?P<noun>dates?(?: et lieux?)? de naissances?|naissances?|"
    r"d[.]?d[.]?n[.]?|d[.]?n[.]?(?= ?[:=]| $)|dat[.]? naiss[.]?|naiss[.]?|nais[.])"
    r"|n[.](?= ?(?:le|en) ))(?!\w)",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    rf"(?:\s|[:,()=|._…*«»–-]|(?i:[dl][’'])|\(\d[\dAB]\d{{0,3}}\)|"
    rf"(?i:le|la|les|en|à|a|au|aux|du|de|des|un|vers|est|sa|son|ses|"
    rf"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|fille|fils|mère|père|frère|sœur|enfants?|"
    rf"bébé|résidente?|intéressée?|usagère?|jeune|année|mois|dans|hier|avant-hier|Mme|M[.]|"
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
BORN_ENDS = re.compile(
    rf"(?:les?|en|vers|un|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|[:,(]){S}?$|^{S}$",
    re.IGNORECASE,
)
NEXT_BORN = re.compile(rf"(?:{S}pour{S}[^\W\d]{{2,12}})?{S}?(?:,|et|puis|/|;|ou){S}?(?:le|en)?{S}?")
FIRST_NOTES = 2020  # what is dated before is older than what is written
OF_A_DAY = re.compile(
    rf"(?<![\w’'])(?:(?P<who>il|elle|ils|elles|iel)|(?P<name>[^\W\d_][\w’'-]+)[.]?)"
    rf"{S}(?:est|était|serait|sont){S}(?:bien{S}|déjà{S})?(?:du|de|d[’'])(?:{S})?$",
    re.IGNORECASE,
)
OF_PAPER = re.compile(
    r"(?:courrier|lettre|facture|ordonnance|jugement|rapport|certificat|note|attestation|décision|"
    r"notification|demande|dernière|visite|mesure|plainte|prescription|carte|version|photo)",
    re.IGNORECASE,
)
NAME_BESIDE = re.compile(
    rf"(?<![\w’'-])(?P<name>[^\W\d_][\w’-]+)[.]?(?:{S}?[(]|{S}[–—-]{S}|,{S}|{S}?[;|]{S}?)"
    rf"(?:du{S}|le{S})?$"
)
NOT_OF_BIRTH = re.compile(
    r"(?:acte|extrait|certificat|déclaration|prime|congé|(?<!et )lieu|bulletin|liste)s?"
    r"(?: intégral| d[’']acte)? de $",
    re.IGNORECASE,
)
AGE = r"(?:\d{1,3}|[a-zé-]{2,20})"
WEEKDAY = "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
KIN = r"(?:m[èe]re|p[èe]re|fille|fils|s(?:œ|oe)ur|fr[èe]re|mari|femme|petite?|maman|papa)(?!\w)"
SAID_BIRTH = re.compile(  # before a date: of age, of so many years, an anniversary, a coming
    r"(?:(?:majeure?s?|majorité)(?: [^\W\d][\w’'-]*){0,2}?"
    r"(?:,? (?:le|au|en|ce|depuis(?: le)?)|(?: le)? ?[:(])"
    r"|(?:f[êe]t\w+|aur(?:a|ont|ait)|attei\w+|souffl\w+|pour|(?:jour|veille) de) "
    rf"(?:(?:ses|leurs|nos|les) )?{AGE} (?:ans|bougies)(?: révolus)?"
    r"(?: d(?:e |[’'])[\w’'-]{2,30})?"
    rf"(?: (?:hier|demain|ce jour|ce matin|ce soir|aujourd[’']hui|lol|mdr|{WEEKDAY}))?"
    r",? ?(?:le|en|au|\()"
    rf"|(?<!\w)(?:a|avait) (?:eu )?(?:ses )?{AGE} ans le"
    rf"|(?<!\bà )(?<!depuis )(?<!pour )(?<!\bde )(?<!pendant )(?<!a )(?<!\w)\d{{1,3}} ans le"
    rf"|(?<!\w)(?:à|pour) (?:ses|leurs) {AGE} ans,? le"
    rf"|(?<!\d)\d{{1,3}} ans (?:pour|d[e’']) ?[^\W\d][\w’'-]{{1,20}},? le"
    r"|(?<!\w)accouchement le"
    r"|(?<!\w)anniv(?:ersaire|[.])? (?!d[eu]s? |mariage|le |la )[^\W\d][\w’'-]{1,20}(?: le| :)?"
    r"|(?<!\w)l[’'](?:a|avait) eue?(?: «)? (?:le|un|en)"
    r"|(?<!\w)anniv(?:ersaire)?s[^\n.;:\d]{0,24}:[^\n.;]{0,70}(?: le|,| :|\()"
    r"|(?<!\d)\d{1,2} ans,? \(|\(\d{1,2} ans,"
    r"|(?<!\d)(?:18|dix-huit) ans(?: le| en| au| depuis(?: le)?| ?[:(])"
    r"|(?<!\w)(?:je suis|tu es|t[’']es)(?: bien)? du"
    r"|(?<!\w)anniv(?:ersaire|[.])?"
    r"(?! du| de (?:la|mariage|rencontre|décès|mort)(?!\w)| de l[’']"
    rf"| de (?:sa|son|leur|ma|mon|notre) (?!{KIN}))"
    rf"(?: d(?:e |[’'])(?:(?:sa|son|leur|ma|mon|notre) {KIN}"
    r"|[^\W\d_][\w’'-]{0,30}(?: [A-ZÀ-ÖØ-Þ][\w’'-]{0,30})?))?"
    r"(?: (?:tombe|est|sera|c[’']est|arrive))?(?:(?: ?[:,(]| le|(?<=\()le| au| c[’']est)){1,3}"
    rf"|anniversaire(?= {WEEKDAY} $)"
    r"|(?:(?:venue?s?|arrivée?s?|mise?s?) au monde|(?:vu|voit) le jour|accouché(?: d[e’'] ?\w+)?)"
    r" (?:le|en|un|du))"
    rf"(?: {WEEKDAY})? ?$",
    re.IGNORECASE,
)
BIRTH_AFTER = re.compile(
    r"[\s(,]{1,3}(?:(?:est|c[’']est|comme|,) )?(?:(?:la|sa|leur|ma|une) )?"
    r"(?:date de naissance|ddn)\)?(?!\w)(?!\s*:)"
    r"|,? (?:c[’']est |jour de )?(?:l[’']|son |leur |mon )anniversaire(?! d[eu] (?:la|mariage))"
    r"|, (?:on |nous |il |elle )?(?:f[êe]t|souffl)\w+ (?:l[’']|son |leur )anniversaire"
    r"(?! d[eu] (?:la|l|mariage)| de l[’'])"
    rf"|, [^\W\d][\w’'-]{{1,20}} (?:aura|fêter?a|soufflera|fête|souffle) "
    rf"(?:ses )?{AGE} (?:ans|bougies)",
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
    "boul[.]?|bvd|bd[.]?|chemin|chem[.]?|ch[.]|impasse|imp[.]|all[ée]es?|all[.]|quai|sentier|faubourg|fbg|fg|"
    "mont[ée]e|venelle|traverse|chauss[ée]e|esplanade|hent|straed|carrer|camin"
)
LOW_ROADS = (
    "square|sq[.]?|route|rte[.]?|hameau|lotissement|rond-point|cité|mail|clos|"
    "pl(?:ace|[.])?(?= (?:du|des|de la|de l[’']|d[’']))"
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
TAIL = (  # "rue des Trois cheminées, 35000 …"
    rf"(?:(?:{S}{NO_UNIT}(?!(?:avec|chez|est|a|et|à)(?!\w))(?:(?:de|du|des){S})?[a-zà-ÿ]{{3,20}}){{1,2}}"
    r"(?=,? (?:\d{5}|\d\d \d{3})(?!\d)))?"
)
A_DAY = rf"(?:du{S})?\d{{1,2}}(?:er)?[ -](?i:{MONTHS})(?:[ -]\d{{4}})?"
LOW = (
    rf"(?!(?:et|en|à|est){S}){LINK}{{0,3}}[^\W\d_][\w’'-]{{1,30}}"
    rf"(?:{S}(?:du|des|de(?:{S}la)?|de{S}l[’'](?=\w)|d[’'](?=\w)){S}?(?<=[ ’'])"
    rf"[^\W\d_][\w’'-]{{2,30}}){{0,2}}"
)
LOWS = (
    rf"{LOW}(?:{S}[^\W\d_][\w’'-]{{0,30}}){{0,4}}?"
    rf"(?=,?{S}{{0,2}}(?:\d{{5}}(?!\d)|(?i:app?a?r?t|b[âa]t|esc|r[ée]s|porte)(?:[.]|{S}|[a-zé])"
    rf"|\d{{1,2}}(?i:er|[èe]me|e)[ ,]))"
)
LOW_END = (  # "rue victor hugo.": up to what ends the sentence or the line
    rf"{LOW}(?:{S}(?!(?:avec|chez|depuis|et|ou|pour|par|à|a|en|le|la|les|un|une|dans|qui|où|il|elle|"
    rf"est|ce|cet|cette|son|sa|ses|je|on|pas|puis|donc|mais)(?!\w))[^\W\d_][\w’'-]{{0,30}}){{1,2}}"
    rf"(?={S}?(?:[,.;:)»!?]|\n|$))"
)
AT_NUMBER = (
    rf"\d{{1,4}}(?:{S}?(?i:bis|ter|quater)(?!\w)|{S}?[A-D](?!\w))?(?:{S}?[-/]{S}?\d{{1,4}})?"
    rf"{S}?,?{S}?(?:(?:de{S}la|du){S}|de{S}l[’'])?"
)
STREET = (
    rf"(?:{AT_NUMBER}(?:(?i:anc(?:ienne?|[.])|vieille|vieux|petite?){S})?(?i:{ROADS}|r[.]?){S}(?:{A_DAY}|{PROPERS}{TAIL}|{LOWS}|{LOW_END}|{LOW})"
    rf"|{AT_NUMBER}(?:(?:le|anc(?:ienne?|[.])|vieille){S})?(?i:{OTHER_ROADS}){S}(?:{A_DAY}|{PROPERS}{TAIL})"
    rf"|{AT_NUMBER}(?i:{LOW_ROADS}){S}(?=(?i:d[eu]s?{S}|d[’']|les?{S}|la{S}|st|saint))(?:{LOWS}|{LOW_END}|{LOW})"
    rf"|{AT_NUMBER}(?i:route|rte[.]?){S}(?i:d[ée]partementale|nationale|communale)(?:{S}\d{{1,4}})?"
    rf"|(?i:{ROADS}|place|route|rte[.]?|square|sq[.]?){S}(?:{A_DAY}|{PROPERS})"
    rf"(?:(?:,{S}|{S}[(]?)(?:au{S})?(?:n[°o]{S}?|numéro{S}|(?<=au )|(?<=[(]))\d{{1,4}}(?!\w))?)"
)
UNIT = (
    r"(?i:appartement|appart[.]?|appt?[.]?|apt[.]?|cage|palier|aile|îlot|pavillon|chalet|mobil-home|"
    r"parcelle|bâtiment|batiment|bât[.]?|bat[.]?|escalier|esc[.]?|porte|bloc|hall|entr[ée]e|[ée]tage|"
    r"logement|lgt|chambre|ch[.]|lot|bo[îi]te(?: aux lettres)?|bte|BAL|int[.]|interphone|tour|"
    rf"studio|emplacement){S}?"
    rf"(?i:n°{S}?|numéro{S})?"
    rf"(?:[A-Z]{{1,2}}(?:{S}?\d{{1,3}}(?!{S}?(?i:er|[èe]me|[eè]){S}))?|\d{{1,4}}{S}?[A-Z]?|"
    r"(?i:(?:de |à |en )?(?:gauche|droite?|face)))(?!\w)"
    rf"|(?i:bâtiment|bât[.]?|tour|escalier){S}(?:«{S}?)?(?:L[ea]s?{S})?[{CAPITAL}][\w’'-]{{2,30}}(?:{S}?»)?"
    r"|(?:\d{1,2} ?(?i:er|[èe]me|[eè])|(?i:premier|deuxième|second|troisième|quatrième|cinquième|"
    rf"dernier)){S}?(?:(?i:étage|etage|ét[.]|et[.])(?:{S}(?i:gauche|droite|face)(?!\w))?"
    r"|(?i:gauche|droite|face)(?!\w))"
    rf"|(?i:bât|bat|esc|appt?|cage)[.]?{S}[a-z](?!\w)"
    rf"|\d{{1,2}}(?i:[èe]me|er|e)(?=[,.;]|{S}[–-]|{S}?\))"
    rf"|(?i:rez[- ]de[- ]chauss[ée]e|rdc)(?:{S}(?i:gauche|droite?|face|haut|bas))?(?!\w)"
    rf"|(?i:(?:digi)?code){S}(?=[A-Z]{{0,4}}\d)[A-Z\d]{{3,6}}(?!\w)"
)
NAMED = (
    r"(?i:résidence|residence|rés(?:id)?[.]|lotissement|hameau|lieu-dit|lieudit|lieu dit|"
    rf"z[.]?[ai][.]?c?){S}(?:(?i:sociale|universitaire|étudiante|autonomie|hlm|services?){S})?"
    rf"[«“\"]?{S}?{PROPERS}(?:{S}?[»”\"])?"
)
LEAD = (
    r"(?i:villa|immeuble|imm[.]|domaine|ferme|château|clos|camping|hôtel|gîte|pension|fjt|cit[ée]|"
    rf"hlm|tour|mas|foyer|quartier|aire|parc|le mas){S}(?:(?:n°{S}?)?\d{{1,4}}|{PROPERS})"
    rf"|(?i:aire){S}d[’']accueil{S}{PROPERS}|CCAS(?:{S}{PROPERS})?|[nN]°{S}?\d{{1,4}}(?!\w)"
)
LOW_NAMED = (
    r"(?i:r[ée]sidence|r[ée]s(?:id)?[.]|lotissement|lot[.]|hameau|lieu[ -]?dit|cit[ée]|hlm)"
    rf"{S}(?:(?:les|le|la|des|du|de{S}la){S}|(?:de{S})?l[’'])"
    rf"[a-zà-ÿ][\w’'-]{{3,30}}(?:{S}(?:du|des|de){S}[a-zà-ÿ]{{3,30}})?"
)
HOME = re.compile(
    r"(?:cit[ée]|hlm|tour|mas|clos|domaine|villa|imm|foyer|fjt|pension|r[ée]s|lot|hameau|lieu)",
    re.IGNORECASE,
)
HOME_SAID = re.compile(
    r"(?<!\w)(?:habit|demeur|domicil|log[ée]|réside|résidant|adresse|emm[ée]nag|d[ée]m[ée]nag|courrier)"
    r"\w*[^.;\n]{0,30}$|(?<!\w)(?:vit|vivait|vivent)(?!\w)[^.;\n]{0,16}$",
    re.IGNORECASE,
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
    rf"(?:{CODE}|(?:B|L|CH)-\d{{4}}),?{S}{{1,2}}(?:[–-]{S})?{TOWN}{CEDEX}"
    rf"|\({CODE}\){S}{TOWN}{CEDEX}"
    rf"|(?:0[1-9]|[1-8]\d|9[0-8])[ .]\d{{3}}{S}{TOWN}{CEDEX}"
    rf"|{TOWN}{S}\({CODE}\)"
)
PIECE = re.compile(
    rf"(?:(?<![\w’'-])|(?<=[dDlL][’']))(?:(?P<street>{STREET}|{AT_NUMBER}{PROPERS}(?=,?{S}{{1,2}}{CODE}))"
    rf"|(?P<box>{BOX})|(?P<town>{IN_TOWN})|(?P<named>{NAMED})|(?P<lead>{LEAD}|{LOW_NAMED})|(?P<unit>{UNIT})|(?P<code>{CODE}(?:{S}(?:st|ste|saint|sainte|le|la|les)(?={S}))?"
    rf"(?:{S}[a-zà-ÿ][\w’'-]{{2,30}}(?:{S}(?:sur|sous|de|du|des|en|la|le|les){S}[a-zà-ÿ]{{2,30}}){{0,2}}"
    rf"{CEDEX})?))"
)
GLUE = re.compile(r"[\s,.:()/|•–—-]{0,4}(?:\d{1,4}, )?(?:(?:à|a|au|de la|du|code postal|CP) )?")
LOCALITY = re.compile(rf"(?:,{S}|{S}?[(–-]{S}?){PROPERS}(?:,{S}|{S}?[)–-]{S}?)")  # before its town
DEPARTMENT = rf"(?:{S}\(\d[\dAB]\d{{0,3}}\))?"
IN_TOWN_SAID = re.compile(
    rf",?{S}(?P<coded>{TOWN},?{S}{CODE})"
    rf"|,?{S}(?P<ward>(?i:paris|lyon|marseille){S}\d{{1,2}}(?:{S}?(?i:er|[èe]me|e))?(?!\w))"
    rf"|,?{S}à{S}(?P<town>{TOWN}{DEPARTMENT})"
    rf"|(?:,{S}|{S}[–-]{S}|{S}\((?!\d))(?P<next>{TOWN}{DEPARTMENT})(?![\w’'-])"
    rf"(?={S}?[.,;:)»!?–]|{S}-|{S}à{S}\d|\s*(?:\n|$))"
    rf"|,{S}(?P<tied>(?=[\w’']+-){TOWN})(?![\w’'-])"
    rf"|,?\n(?P<below>{TOWN})(?=[ ]*(?:\n|$))"
    rf"|{S}[àa]{S}(?P<low>[a-zà-ÿ][\w-]{{3,30}})(?!\w)"
)
HAMLET = re.compile(  # before its town: "Le Moulin Neuf, 85987 Saint-Ouvrain"
    rf"(?:^|[\s«(:–-])(?P<name>(?:(?:[Ll]es?|[Ll]a|[Ll][’']){S}?)?{PROPERS}|[Bb]ourg|[Vv]illage),?{S}{{1,2}}(?:[–-]{S})?$"
)
TOWN_FIRST = re.compile(rf"(?:^|[\s’'])(?:à|de|d[’']|:|habite|vers|sur){S}?(?P<name>{TOWN}),{S}$")
FIELD = re.compile(  # "Adresse : Kerlann, Plounéour"
    rf"(?i:adresse|domicile|domiciliation)(?:{S}[^\W\d]{{2,12}}){{0,3}}{S}?:{S}?"
    rf"(?P<value>(?!(?:M|Mr|Mme|Mmes|Mlle|Dr|Me)(?!\w)){PROPERS}(?:,{S}{PROPERS}){{0,2}})(?=[.;]|\s*(?:\n|$))"
)
CALLED = re.compile(  # a residence before the rest: "Les Hauts de Kerdual, bât 3", "habite Kerlann"
    rf"(?:(?:^|\n|[:,]{S})(?P<name>(?:L[ea]s?{S}|L[’']){PROPERS})"
    rf"|(?::{S}|(?:demeur\w+|domicili\w+|habit\w+|vit|résid\w+|courrier),?{S}(?:à{S}|au{S})?)"
    rf"(?P<bare>{PROPERS}))[,\s–-]{{1,3}}$"
)
NUMBER_BEFORE = re.compile(
    rf"(?<![\d/])(?:\d{{1,4}}/)?\d{{1,4}}(?:{S}?(?i:bis|ter|quater)|{S}?[A-D])?{S}?,?{S}$"
)
COUNTED_ROAD = re.compile(
    rf"(?<![\w-])(?:{FIGURES})(?:[ -](?:{FIGURES})){{0,4}}(?:{S}(?:bis|ter))?,?{S}$", re.IGNORECASE
)
LIVED_IN = re.compile(
    r"(?:habit|demeur|domicil|log[ée]|h[ée]berg|r[ée]sid|adresse|d[ée]m[ée]nag|courrier)"
    r"\w*[^.;\n]{0,45}$"
    r"|(?<!\w)(?:vit|vivait|dort|dormait|chez)(?!\w)[^.;\n]{0,24}$",
    re.IGNORECASE,
)
PAGED = re.compile(
    r"(?:pages?|p[.]|salles?|bus|lignes?|chapitres?|questions?)\W{0,2}$", re.IGNORECASE
)
CODE_SAID = re.compile(
    r"(?:code postal|c[.]?p[.]?|habite|domicilié[e]?)\W{0,4}(?:à |en )?$", re.IGNORECASE
)


def spans(text: str, is_name: Callable[[str], bool] = is_first_name) -> list[Span]:
    """Return what is found, in order; nothing twice, what is surest first served.

    `is_name` says whether a word, folded, is somebody's name: beside may stand their birth, and
    no name begins an address.
    """
    taken = bytearray(len(text))
    kept = []
    for search in (
        _mails,
        _ibans,
        _nirs,
        partial(_births, is_name=is_name),
        _said_numbers,
        _phones,
        partial(_addresses, is_name=is_name),
        _numbers,
    ):
        for found in search(text):
            one = found._replace(start=_free(text, taken, found))
            is_rest = one.start > found.start and not re.search(r"\d", text[one.start : one.end])
            if is_rest and one.kind == ADDRESS:
                continue
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
        is_parted = NIR_GROUPS.fullmatch(one[0]) or NIR_SAID.search(
            text[max(0, one.start() - 60) : one.start()]
        )
        is_other = not is_parted or _is_unnumbered(text, one.start())
        if month in MONTHS_OF_NIR and not is_other:
            yield Span(one.start(), one.end(), NIR)
            if key := KEY.match(text, one.end()):
                yield Span(key.start("key"), key.end(), NIR)


def _births(text: str, is_name: Callable[[str], bool]) -> Iterator[Span]:
    """Dates said to be births in the sentence: "née à Oran le 3 mai 1980", "DDN : 3/5/80"; old ones
    beside a name: "Amina (3/5/80)", "elle est du 3/5/80".
    """
    last = max(map(int, re.findall(r"(?<![\w/])20\d\d(?!\w)|(?<=/)20\d\d(?!\w)", text)), default=0)
    for one in BORN_IN.finditer(text):
        yield Span(one.start("year"), one.end(), BIRTHDATE)
    end = -1
    for one in BORN_ON.finditer(text):
        is_next = end >= 0 and NEXT_BORN.fullmatch(text, end, one.start())
        before = text[max(0, one.start() - 90) : one.start()]
        is_old = _is_old(one[0], last)
        is_whole = not re.match(rf"{SEP}\d\d", text[one.end() : one.end() + 3])
        is_birth = _is_birth(before, is_old=is_old) or (
            is_whole and _is_somebodys(before, one[0], is_name, is_old)
        )
        if is_next or is_birth:
            yield Span(one.start(), one.end(), BIRTHDATE)
            end = one.end()
        elif BIRTH_AFTER.match(text[one.end() : one.end() + 60]):
            yield Span(one.start(), one.end(), BIRTHDATE)


def _is_old(said: str, last: int) -> bool:
    """Whether a day is told with its year, of before what is written: `last` is the latest year of
    the text.
    """
    year = re.search(r"\d{4}$|(?<=[^\d])\d\d$", said)
    if not year or re.fullmatch(r"\d{1,2}[/.-]\d{1,2}", said):
        return bool(re.search(rf"(?:{MONTHS}){S}{YEAR_WORDS}$", said, re.IGNORECASE))
    told = int(year[0])
    told += (0 if len(year[0]) > 2 else 2000) - (100 if 30 < told < 100 else 0)
    return told < max(FIRST_NOTES, last - 1)


def _is_somebodys(before: str, said: str, is_name: Callable[[str], bool], is_old: bool) -> bool:
    """Whether an old day is a name's: "Amina (3/5/80)", "Amina est du 3/5", "elle est du"."""
    if told := OF_A_DAY.search(before):
        is_of_paper = OF_PAPER.search(before[: told.start()])
        return is_old and not is_of_paper if told["who"] else is_name(french.fold(told["name"]))
    beside = NAME_BESIDE.search(before)
    is_day = len(re.findall(r"\w+", said)) > 2
    return bool(beside) and is_old and is_day and is_name(french.fold(beside["name"]))


def _is_birth(before: str, *, is_old: bool) -> bool:
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
    if born["noun"] and re.fullmatch(r"[^.;\n\d]{0,40}[:|]\s*|[^.;\n\d]{1,30}\?\s+", gap):
        return True
    if born["noun"] and is_old and born[0][0] in "dD" and re.fullmatch(r"[^.;\n\d]{1,40}", gap):
        return True
    if born["noun"] is None and not re.search(BORN_ENDS, gap):
        return False
    return bool(BETWEEN.fullmatch(gap)) or (not born["noun"] and bool(BETWEEN_WORDS.fullmatch(gap)))


def _is_counted(text: str, value: re.Match) -> bool:
    return bool(COUNTED.match(text, value.end()))


def _said_numbers(text: str) -> Iterator[Span]:
    """What is said to be the number of a file, a contract, somebody's at an office."""
    for pattern in (PLATE, ROLL, RIB, CARD):
        for one in pattern.finditer(text):
            yield Span(one.start(), one.end(), NUMBER)
    for one in PORTALIS.finditer(text):
        yield Span(one.start("value"), one.end(), NUMBER)
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
            yield from _same_again(text, value)
            key = KEY.match(text, value.end()) if noun[0] == "compte" else None
            if key:
                yield Span(key.start("key"), key.end(), NUMBER)


def _same_again(text: str, value: re.Match) -> Iterator[Span]:
    """Another number of the same shape, after "et" or a comma."""
    following = AND_NUMBER.match(text, value.end())
    other = following and VALUE.match(text, following.end())
    if other and sum(map(str.isdigit, other[0])) > 4 and _shape(other[0]) == _shape(value[0]):
        yield Span(other.start(), other.end(), NUMBER)


def _shape(said: str) -> str:
    return re.sub(r"\d", "0", said)


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
    gap = gap.removeprefix(".") if noun[0] in {"ref", "alloc", "adh"} else gap
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
    before = text[max(0, noun.start() - 30) : noun.start()]
    if noun[0].startswith("ref") and OF_A_THING.search(before):
        return False
    is_strong = (
        STRONG_MARK.search(gap + " ")
        or re.search(
            r"(?:n[°º]|\bno[.]?|num(?:éro|ero|[.])|réf[.]?)[^\d.;\n]{0,16}$", before, re.IGNORECASE
        )
        or noun[0] in {"matricule", "identifiant"}
    )
    if is_strong and not re.search(r"[.]\s", gap.replace("no.", "")):
        return digits >= 3 or (digits >= 2 and bool(re.search(r"[A-Z/-]", said)))
    if re.search(r"[.,]\s", gap) and not (gap == ", " and digits >= 6 and said[0].isalpha()):
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


def _addresses(text: str, is_name: Callable[[str], bool]) -> Iterator[Span]:
    """Pieces of addresses that follow each other make one; a door alone makes none."""
    cluster: list[re.Match] = []
    for piece in PIECE.finditer(text):
        if cluster and not _is_glued(text, cluster[-1], piece):
            yield from _address(text, cluster, is_name)
            cluster = []
        cluster.append(piece)
    yield from _address(text, cluster, is_name)
    for one in FIELD.finditer(text):
        yield Span(one.start("value"), one.end("value"), ADDRESS)


def _is_glued(text: str, last: re.Match, piece: re.Match) -> bool:
    """Whether a piece goes on an address; after a point, only a town does."""
    gap = GLUE.fullmatch(text, last.end(), piece.start())
    is_town = piece.lastgroup in {"town", "code"} and last.lastgroup not in {"town", "code"}
    if is_town and not gap and piece.start() - last.end() < 60:
        return bool(LOCALITY.fullmatch(text, last.end(), piece.start()))
    return bool(gap) and ("." not in gap[0] or is_town)


def _is_home(text: str, cluster: list[re.Match]) -> bool:
    """Whether a house with a door, or where somebody lives, is an address without street nor town:
    "cité Bellevue, bât. C", "habite cité Bellevue", "son adresse : tour 7, 2e étage".
    """
    if not cluster:
        return False
    before = text[max(0, cluster[0].start() - 60) : cluster[0].start()]
    is_house = cluster[0].lastgroup == "lead" and bool(HOME.match(cluster[0][0]))
    has_door = any(
        piece.lastgroup in {"unit", "code"} or piece[0][:1] in "nN" for piece in cluster[1:]
    )
    return (is_house or has_door) and bool(HOME_SAID.search(before) or (is_house and has_door))


def _first(text: str, start: int, cluster: list[re.Match], is_name: Callable[[str], bool]) -> int:
    """Return where an address begins: with its number, the house, the hamlet or the town before."""
    before = text[max(0, start - 70) : start]
    first = cluster[0]
    number = NUMBER_BEFORE.search(before)
    if number and not first[0][0].isdigit():
        start -= len(number[0])
    elif number := COUNTED_ROAD.search(before):
        start -= len(before) - number.start()
    before = text[max(0, start - 70) : start]
    for pattern in (CALLED, HAMLET if first.lastgroup == "town" else TOWN_FIRST):
        if called := pattern.search(before):
            said = called[called.lastgroup]
            lead = french.fold_all(before[: called.start(called.lastgroup)]).split()[-1:]
            is_other = said.isupper() and len(said) < 7 and pattern is not CALLED
            is_other = is_other or {*lead} & folded("titles")
            if not is_other and not any(map(is_name, french.fold_all(said).split())):
                return start - len(before) + called.start(called.lastgroup)
    return start


def _address(text: str, cluster: list[re.Match], is_name: Callable[[str], bool]) -> Iterator[Span]:
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
    is_home = _is_home(text, cluster)
    while (
        len(cluster) > is_home
        and not {"street", "box", "town"} & {*kinds}
        and kinds[-1] == "lead"
        and not cluster[-1][0].casefold().startswith("n°")
        and not (is_home and HOME.match(cluster[-1][0]))
    ):
        cluster, kinds = cluster[:-1], kinds[:-1]
    if not {"street", "box", "town", "named"} & {*kinds} and not (is_code or is_home):
        return
    before = text[max(0, cluster[0].start() - 60) : cluster[0].start()]
    is_numbered = re.search(r"\d", cluster[0][0]) or NUMBER_BEFORE.search(before)
    is_bare = {*kinds} <= {"street", "lead"} and not is_numbered
    is_day = re.match(r"\d{1,2}, ", cluster[0][0]) and before.casefold().endswith("le ")
    is_bare = (is_bare and not COUNTED_ROAD.search(before)) or (bool(is_day) and len(cluster) < 2)
    if (is_bare and not is_home and not LIVED_IN.search(before)) or PAGED.search(before):
        return
    end = cluster[-1].end()
    if kinds[-1] in {"street", "unit", "named", "lead"}:
        town = IN_TOWN_SAID.match(text, end)
        is_word = town and town["low"] and is_plain(french.fold(town["low"]))
        is_known = town and town["tied"] and is_name(french.fold_all(town["tied"]).split()[0])
        if town and not (is_word or is_known):
            end = town.end(town.lastgroup)
    start = _first(text, cluster[0].start(), cluster, is_name)
    yield Span(start, end, ADDRESS)


PORTER = re.compile(r"(?<!\w)(?:porte(?= (?:le|un)(?!\w))|point de livraison)")  # no door, no point


def _is_unnumbered(text: str, start: int) -> bool:
    before = french.fold_all(PORTER.sub("", text[max(0, start - 30) : start])).split()
    is_of_such = {*before[-3:-1]} & {"de", "d"}  # "lot de vaccins n°"
    return bool({*before[-4 if is_of_such else -2 :]} & folded("unnumbered"))


def _numbers(text: str) -> Iterator[Span]:
    for pattern in (LONG, SHAPED, YEARED, GROUPED, MIXED):
        for one in pattern.finditer(text):
            is_enough = sum(map(str.isdigit, one[0])) >= 7 and not DATES.match(
                one[0].lstrip(LETTERS)
            )
            if is_enough and not _is_unnumbered(text, one.start()):
                yield Span(one.start(), one.end(), NUMBER)
    for one in OLD_PLATE.finditer(text):
        around = (
            text[max(0, one.start() - 40) : one.start()] + " " + text[one.end() : one.end() + 24]
        )
        if PLATE_SAID.search(around):
            yield Span(one.start(), one.end(), NUMBER)
    for one in NUMBER_SAID.finditer(text):
        lead = re.search(r"(?<!\w)[A-Z]{1,2} $", one[0])
        value = VALUE.match(text, one.start() + lead.start() if lead else one.end())
        within = {*french.fold_all(one[0]).split()} & folded("unnumbered")
        if not value or within or _is_unnumbered(text, one.start()):
            continue
        digits = sum(map(str.isdigit, value[0]))
        if digits >= 4 and not DATES.match(value[0]) and not _is_counted(text, value):
            yield Span(value.start(), value.end(), NUMBER)
