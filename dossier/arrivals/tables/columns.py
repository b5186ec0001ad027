"""What each column of a sheet is, guessed from its name and its values, and why."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import islice
from pathlib import Path

from dossier.arrivals.tables import days
from dossier.arrivals.tables.grid import Sheet, in_order, letters
from dossier.establishment.words import fold

LEXICON = Path(__file__).with_name("columns.txt")
SMALL = {"de", "du", "la", "le", "l", "les", "d", "des", "et", "ou", "a", "un", "une", "s"}
HEADER_WITHIN = 40  # filled rows among which the names of the columns stand
LOOKED_AT = 400  # values of a column that are looked at
MOST, HALF = 0.8, 0.5
LONG = 60  # characters from which a cell is rather a text than a word
BARE = {"n", "no", "num", "numero", "id", "code", "identifiant"}  # a number of who knows what
PHONE = re.compile(r"(?:\+?\d{1,3}|0)?[\d .\-/()]{8,}")
MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
TITLES = {
    "m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "f", "h", "homme", "femme",
    "masculin", "feminin", "garcon", "fille", "masc", "fem", "nb", "autre", "1", "2",
}  # fmt: skip


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    WHO = "who"  # a name in one cell
    FAMILY = "family"
    USAGE = "usage"  # a family name in use, beside the one of birth
    FIRST = "first"
    CALLED = "called"
    BIRTH = "birth"
    TITLE = "title"
    DATE = "date"
    TIME = "time"
    AUTHOR = "author"
    TEXT = "text"
    HEADING = "heading"
    SERVICE = "service"
    ENTRY = "entry"
    EXIT = "exit"
    RELATIVE = "relative"
    TIE = "tie"
    RELATIVE_PHONE = "relative_phone"
    PHONE = "phone"
    MAIL = "mail"
    ADDRESS = "address"
    OTHER = "other"


# What is said of each, on screen.
SAID = {
    Role.NUMBER: "numéro", Role.WHO: "nom et prénom", Role.FAMILY: "nom de famille",
    Role.USAGE: "nom d’usage", Role.FIRST: "prénom", Role.CALLED: "comment on l’appelle",
    Role.BIRTH: "naissance", Role.TITLE: "civilité", Role.DATE: "jour", Role.TIME: "heure",
    Role.AUTHOR: "auteur", Role.TEXT: "texte", Role.HEADING: "thème",
    Role.SERVICE: "lieu ou groupe", Role.ENTRY: "entrée", Role.EXIT: "sortie",
    Role.RELATIVE: "quelqu’un autour", Role.TIE: "lien",
    Role.RELATIVE_PHONE: "téléphone de quelqu’un autour", Role.PHONE: "téléphone",
    Role.MAIL: "adresse électronique", Role.ADDRESS: "adresse",
    Role.OTHER: "autre chose, gardé sous ce nom",
}  # fmt: skip
ONCE = set(Role) - {Role.TEXT, Role.RELATIVE, Role.TIE, Role.RELATIVE_PHONE, Role.PHONE}
ONCE -= {Role.MAIL, Role.ADDRESS, Role.OTHER}
NAMES = {Role.WHO, Role.FAMILY, Role.USAGE, Role.FIRST, Role.CALLED}
DAYS = {Role.DATE, Role.ENTRY, Role.EXIT}


class Shape(StrEnum):
    """What each line of a sheet is."""

    PEOPLE = "people"  # somebody, on one line or several
    WRITINGS = "writings"  # a text, of somebody or of nobody
    LINES = "lines"  # something else, kept as a text


@dataclass(frozen=True)
class Column:
    """A column, from 0, with its name, what it is taken for, and why, in French words."""

    at: int
    name: str
    role: Role
    why: str


@dataclass(frozen=True)
class Plan:
    """How a sheet is to be read: the row of its names (from 0; None without), its columns, and
    what its lines are.
    """

    header: int | None
    columns: tuple[Column, ...]
    shape: Shape
    why: str

    def with_roles(self, roles: Mapping[int, Role]) -> "Plan":
        """Return the plan with what columns are, from 0, corrected; lines are what that makes."""
        columns = tuple(
            replace(one, role=roles[one.at], why="choisi") if one.at in roles else one
            for one in self.columns
        )
        return Plan(self.header, columns, *shape_of(columns))

    def with_shape(self, shape: Shape) -> "Plan":
        """Return the plan with what its lines are, corrected."""
        return replace(self, shape=shape, why="choisi")

    def of(self, *roles: Role) -> tuple[Column, ...]:
        """Return the columns that are one of `roles`, from the left."""
        return tuple(one for one in self.columns if one.role in roles)


@cache
def lexicon() -> dict[str, tuple[str, ...]]:
    """Return the phrases of `columns.txt` by section, folded as `plain` does."""
    found, section = {}, ""
    for line in LEXICON.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
            found[section] = ()
        elif line and not line.startswith("#"):
            found[section] += (" ".join(plain(line)),)
    return found


@cache
def _roles() -> dict[str, Role]:
    """Return what each phrase names; the first to be written wins."""
    found = {}
    for role in Role:
        for phrase in lexicon().get(role, ()):
            found.setdefault(phrase, role)
    return found


def plain(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded, less the small ones: "N° de DossierUsager" gives
    ("n", "dossier", "usager").
    """
    apart = re.sub(r"([a-zà-ÿ])([A-ZÀ-Ý])", r"\1 \2", name.replace("°", " ").replace("º", " "))
    words = re.findall(r"[a-z]+|\d+", fold(apart).replace("œ", "oe"))
    return tuple(word for word in words if word not in SMALL) or tuple(words)


def named(name: str) -> tuple[Role, str]:
    """Return what the name of a column says it is, and why; (OTHER, "") when it says nothing."""
    words = plain(name)
    if role := _roles().get(" ".join(words)):
        return role, "d’après son nom"
    held = set(words)
    if held & set(lexicon()["relatives"]):
        return _of_a_relative(held), "d’après son nom, qui parle de quelqu’un autour"
    if held & set(lexicon()["others"]):
        return Role.OTHER, ""
    if held & set(lexicon()["authors"]) and not held & {"date", "heure"}:
        return Role.AUTHOR, "d’après son nom, qui parle d’un auteur"
    for size in range(len(words) - 1, 0, -1):
        for start in range(len(words) - size + 1):
            phrase = " ".join(words[start : start + size])
            role = _roles().get(phrase)
            if role and (size > 1 or len(phrase) > 4 and role != Role.NUMBER):
                return role, f"son nom contient « {phrase} »"
    return Role.OTHER, ""


def _of_a_relative(held: set[str]) -> Role:
    if held & {"tel", "telephone", "portable", "mobile", "mail", "email", "courriel", "adresse"}:
        return Role.RELATIVE_PHONE
    if held & {"lien", "parente", "qualite"}:
        return Role.TIE
    return Role.OTHER if held & {"date", "naissance", "ne", "nee"} else Role.RELATIVE


def guess(sheet: Sheet) -> Plan:
    """Return how to read a sheet, as its names and its values make one think."""
    header = header_of(sheet)
    names = sheet.rows[header] if header is not None else ()
    first = -1 if header is None else header
    width = max(map(len, sheet.rows), default=0)
    values = [[] for _ in range(width)]
    for at, row in in_order(sheet.rows):
        if at > first:
            for column, words in enumerate(row):
                if words and len(values[column]) < LOOKED_AT:
                    values[column].append(words)
    columns = []
    for at in range(width):
        name = names[at] if at < len(names) else ""
        if name or values[at]:
            role, why = named(name) if name else (Role.OTHER, "")
            columns.append(Column(at, name, *_weighed(role, why, name, values[at])))
    columns = _alone(_by_values(columns, values), values)
    columns = _real_number(columns, sheet.rows[first + 1 :])
    return Plan(header, tuple(columns), *shape_of(columns))


def header_of(sheet: Sheet) -> int | None:
    """Return the row where the names of the columns stand, from 0; None when there is none."""
    best, found = 0, None
    filled = list(islice(in_order(sheet.rows), HEADER_WITHIN))
    for at, row in filled:
        cells = [words for words in row if words]
        known = sum(len(words) < LONG and named(words)[0] != Role.OTHER for words in cells)
        exact = sum(" ".join(plain(words)) in _roles() for words in cells)
        enough = known >= max(min(2, len(cells)), len(cells) / 4) and (exact or known > 2)
        if enough and known + exact > best:
            best, found = known + exact, at
    if found is None and len(filled) > 1:
        at, row = filled[0]
        return at if _may_name(row, [other for _, other in filled[1:]]) else None
    return found


def _may_name(row: tuple[str, ...], others: Iterable[tuple[str, ...]]) -> bool:
    """Whether a first row of unknown words names columns: they are words, others are not."""
    if not all(row) or len(set(row)) < len(row) or any(re.search(r"\d", one) for one in row):
        return False
    below = Counter(at for other in others for at, one in enumerate(other) if re.search(r"\d", one))
    return any(below[at] for at in range(len(row)))


def _share(values: list[str], test: Callable[[str], object]) -> float:
    return sum(bool(test(words)) for words in values) / len(values) if values else 0.0


def _weighed(role: Role, why: str, name: str, values: list[str]) -> tuple[Role, str]:
    """Return what a column is once its values were looked at."""
    if not values:
        return role, why
    if role == Role.BIRTH and _share(values, days.is_birth) < HALF and plain(name)[0] != "date":
        return Role.OTHER, "son nom fait penser à une naissance, mais pas ce qu’elle contient"
    is_exact = plain(name) in {("date",), ("jour",)}
    if role in DAYS and not is_exact and _share(values, lambda one: re.search(r"\d", one)) < HALF:
        return Role.OTHER, "son nom fait penser à un jour, mais pas ce qu’elle contient"
    if role == Role.TITLE and _share(values, lambda one: fold(one).rstrip(".") in TITLES) < HALF:
        return Role.HEADING, "son nom, et ce qu’elle contient"
    if role == Role.RELATIVE and _share(values, PHONE.fullmatch) > HALF:
        return Role.RELATIVE_PHONE, "ce sont des numéros de téléphone"
    if role == Role.WHO and _share(values, lambda one: len(one) > LONG) > HALF:
        return Role.TEXT, "ce sont des textes longs"
    return role, why


def _by_values(columns: list[Column], values: list[list[str]]) -> list[Column]:
    """Return the columns, those whose name says nothing told by what they hold."""
    roles = {one.role for one in columns}
    tests = [
        (Role.MAIL, MAIL.fullmatch, "ce sont des adresses électroniques", set()),
        (Role.DATE, days.read_day, "ce sont des jours", {Role.BIRTH, Role.ENTRY, Role.DATE}),
        (Role.PHONE, _is_phone, "ce sont des numéros de téléphone", set()),
        (Role.TITLE, _is_title, "ce sont des civilités", {Role.TITLE}),
        (Role.TEXT, lambda one: len(one) > LONG, "ce sont des textes longs", {Role.TEXT}),
        (Role.WHO, _is_name, "on dirait des noms et des prénoms", NAMES),
    ]
    told = []
    for one in columns:
        if one.role == Role.OTHER and not one.why:
            held = values[one.at]
            for role, test, why, but in tests:
                needed = HALF if role == Role.TEXT else MOST
                if not (roles & but) and held and _share(held, test) >= needed:
                    one = replace(one, role=role, why=why)  # noqa: PLW2901
                    roles.add(role)
                    break
        told.append(one)
    return told


def _is_phone(words: str) -> bool:
    return bool(PHONE.fullmatch(words)) and 9 <= sum(map(str.isdigit, words)) <= 13


def _is_title(words: str) -> bool:
    return fold(words).rstrip(".") in TITLES - {"1", "2"}


def _is_name(words: str) -> bool:
    """Whether words are a first name and one in capitals, in either order."""
    parts = words.split()
    upper = [one for one in parts if len(one) > 1 and one.isupper() and not re.search(r"\d", one)]
    return 2 <= len(parts) <= 5 and 0 < len(upper) < len(parts) and all(map(_is_capital, parts))


def _is_capital(word: str) -> bool:
    return word[0].isupper() or fold(word) in SMALL


def _alone(columns: list[Column], values: list[list[str]]) -> list[Column]:
    """Return the columns with one of each: another of the same is kept under its name."""
    roles = {one.role for one in columns}
    taken: dict[Role, Column] = {}
    told = []
    for one in columns:
        role, why = one.role, one.why
        if role == Role.FAMILY and not roles & {Role.FIRST, Role.CALLED, Role.WHO}:
            role, why = Role.WHO, "aucune autre colonne ne donne les prénoms"
        elif role == Role.ENTRY and Role.DATE not in roles and _are_writings(roles):
            role, why = Role.DATE, "le seul jour de ces textes"
        if role == Role.FAMILY and Role.FAMILY in taken and _is_of_birth(one):
            # Two names: the one of birth is the civil one, the other the one in use.
            told[told.index(taken[role])] = replace(taken[role], role=Role.USAGE)
        elif role in ONCE and role in taken:
            first = taken[role].name or letters(taken[role].at)
            role, why = Role.OTHER, f"c’est déjà la colonne « {first} »"
        told.append(replace(one, role=role, why=why))
        taken[role] = told[-1]
    return told


def _is_of_birth(column: Column) -> bool:
    return bool(set(plain(column.name)) & {"naissance", "naiss", "fille", "patronymique"})


def _are_writings(roles: set[Role]) -> bool:
    return Role.TEXT in roles and bool(roles & {Role.AUTHOR, Role.TIME}) and Role.BIRTH not in roles


def _real_number(columns: list[Column], rows: tuple[tuple[str, ...], ...]) -> list[Column]:
    """Return the columns, a number that is not somebody's being only kept: the rank of lines, or
    of texts, would name another each time lines are sorted.
    """
    at = next((place for place, one in enumerate(columns) if one.role == Role.NUMBER), None)
    if at is None:
        return columns
    names = [one.at for one in columns if one.role in NAMES | {Role.BIRTH}]
    of_each: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for row in rows:
        if len(row) > columns[at].at and row[columns[at].at]:
            name = tuple(fold(row[one]) if one < len(row) else "" for one in names)
            of_each[row[columns[at].at]].add(name)
    is_bare = " ".join(plain(columns[at].name)) in BARE
    many = len(of_each)
    if is_bare and many > 1 and of_each.keys() == {str(one + 1) for one in range(many)}:
        why = "c’est le rang des lignes"
    elif is_bare and _are_all_apart(columns, rows, columns[at].at):
        why = "c’est le numéro de chaque texte"
    elif sum(len(those) > 1 for those in of_each.values()) > many / 2:
        why = "le même numéro est donné à plusieurs noms"
    elif is_bare and names and len(set().union(*of_each.values())) < many * MOST:
        why = "chaque ligne a le sien, alors que des noms reviennent"
    else:
        return columns
    return [
        replace(one, role=Role.OTHER, why=why) if place == at else one
        for place, one in enumerate(columns)
    ]


def _are_all_apart(columns: list[Column], rows: tuple[tuple[str, ...], ...], at: int) -> bool:
    """Whether each line of writings has its own number."""
    numbers = [row[at] for row in rows if len(row) > at and row[at]]
    is_told = shape_of(columns)[0] == Shape.WRITINGS and bool({one.role for one in columns} & NAMES)
    return is_told and len(set(numbers)) == len(numbers)


def shape_of(columns: Iterable[Column]) -> tuple[Shape, str]:
    """Return what the lines of a sheet are, as its columns say, and why."""
    roles = {one.role for one in columns}
    somebody = roles & (NAMES | {Role.NUMBER})
    told = Role.TEXT in roles
    if told and (Role.DATE in roles or _are_writings(roles)):
        return Shape.WRITINGS, "il y a un texte, et un jour ou un auteur"
    if told and somebody and not roles & {Role.BIRTH, Role.ENTRY, Role.TITLE, Role.PHONE}:
        return Shape.WRITINGS, "il y a un texte, et de qui il parle"
    if roles & NAMES:
        return Shape.PEOPLE, "il y a des noms"
    if Role.NUMBER in roles and Role.BIRTH in roles:
        return Shape.PEOPLE, "il y a des numéros et des naissances"
    return Shape.LINES, "on n’y reconnaît ni des gens, ni des textes datés"
