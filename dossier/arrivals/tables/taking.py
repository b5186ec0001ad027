"""A spreadsheet read into people, texts, and a report: nothing of its cells is lost."""

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from dossier.arrivals.brought import Around, Brought, Fate, Line, Paper, Period, Someone, Told
from dossier.arrivals.tables import columns, days, names
from dossier.arrivals.tables.columns import NAMES, SAID, Column, Plan, Role, Shape, guess
from dossier.arrivals.tables.grid import Sheet, in_order, letters
from dossier.arrivals.tables.names import Mention, Name
from dossier.arrivals.tables.reading import sheets

SHOWN_LINES = 5
SHOWN_NAMES = 30
SHAPES = {
    Shape.PEOPLE: "Chaque ligne y est lue comme quelqu’un",
    Shape.WRITINGS: "Chaque ligne y est lue comme un texte",
    Shape.LINES: "Chaque ligne y est gardée comme un texte, telle quelle",
}
SPLIT, UNSURE = (
    "plusieurs noms dans une case : chacun est pris",
    "ce n’est pas sûrement un seul nom",
)
NO_BIRTH = "ce n’est pas une naissance que l’on comprenne : gardée en mots"
NO_CENTURY = "une année de naissance à deux chiffres, sans dire le siècle : gardée telle quelle"
OF_SEVERAL = "le même numéro est donné à plusieurs noms : chacun est pris à part"
NO_DAY = "ce n’est pas un jour qui existe : gardé en mots"
NO_STAY = Period()
Row = tuple[str, ...]


def read(name: str, content: bytes, plans: Mapping[str, Plan] | None = None) -> Brought:
    """Return all that a spreadsheet brings. `plans` are how to read its sheets, by their names,
    when a guess was corrected. Raises Unreadable.
    """
    found = [
        Table(sheet, (plans or {}).get(sheet.name) or guess(sheet))
        for sheet in sheets(name, content)
    ]
    known = {one.tokens for table in found for one in table.single_names() if one.tokens}
    for table in found:
        table.hear(known, is_alone=len(found) == 1)
    keys = names.keys(mention for table in found for mention in table.mentions())
    people, texts = People(), Texts()
    for table in found:
        table.tell(keys, people, texts)
    someones = people.told()
    report = [line for table in found for line in table.report()]
    report += people.report()
    report.append(_summary(someones, texts.told))
    return Brought(Paper(name, content), someones, tuple(texts.told), tuple(report))


def _summary(people: tuple[Someone, ...], texts: list[Told]) -> Line:
    of_nobody = sum(not one.of for one in texts)
    words = f"En tout : {_many(len(people), 'nom')}, {_many(len(texts), 'texte')}"
    words += f", dont {of_nobody} qui ne disent pas de qui ils parlent" * bool(of_nobody)
    return Line("fichier", Fate.TAKEN, f"{words}.")


def _many(many: int, name: str) -> str:
    return f"{many} {name}{'s' * (many > 1)}"


@dataclass
class Heard:
    """A line of the source: its cells by column, who it names, and under which title it stands."""

    at: int
    cells: dict[int, str]
    names: tuple[Name, ...] = ()
    parts: tuple[str, ...] = ()  # the words of each name, when one cell holds several
    mentions: tuple[Mention, ...] = ()
    under: str = ""


class Notes:
    """What there is to say of lines, said once for all of those it is true of."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, Fate, str], list[int]] = defaultdict(list)

    def add(
        self, at: int, words: str, fate: Fate = Fate.KEPT, column: Column | None = None
    ) -> None:
        """Say `words` of a line, from 0, and maybe of its cell in a column."""
        where = f", colonne {letters(column.at)}" if column else ""
        self.found[where, fate, words].append(at + 1)

    def told(self, sheet: str) -> Iterator[Line]:
        """Yield the lines of the report."""
        for (where, fate, words), lines in self.found.items():
            first = ", ".join(map(str, lines[:SHOWN_LINES]))
            more = len(lines) - SHOWN_LINES
            told = f"lignes {first}" if len(lines) > 1 else f"ligne {first}"
            told += f" et {more} autres" if more > 0 else ""
            yield Line(f"{sheet}{told}{where}", fate, f"{words[:1].upper()}{words[1:]}.")


class Table:
    """A sheet and its plan, on the way to what it brings."""

    def __init__(self, sheet: Sheet, plan: Plan) -> None:
        self.sheet, self.plan, self.notes = sheet, plan, Notes()
        self.lines: list[Heard] = []
        self.around: list[str] = []
        self.where = ""
        self.name_of = {one.at: one.name or f"Colonne {letters(one.at)}" for one in plan.columns}
        self.at = {role: one for role in Role for one in reversed(plan.of(role))}
        self.ties = _ties(plan)

    def _rows(self) -> Iterator[tuple[int, Row]]:
        first = -1 if self.plan.header is None else self.plan.header
        return ((at, row) for at, row in in_order(self.sheet.rows) if at > first)

    def _cell(self, row: Row, role: Role) -> str:
        column = self.at.get(role)
        return row[column.at] if column and column.at < len(row) else ""

    def single_names(self) -> Iterator[Name]:
        """Yield the names that stand alone in their cells: with them, others are told apart."""
        if self.plan.shape == Shape.LINES:
            return
        for _, row in self._rows():
            words = self._cell(row, Role.WHO)
            if not words:
                yield self._in_cells(row)
            elif names.is_single(words):
                yield names.in_one_cell(words)

    def _in_cells(self, row: Row) -> Name:
        roles = (Role.FAMILY, Role.FIRST, Role.USAGE, Role.CALLED)
        return names.in_cells(*(self._cell(row, role) for role in roles))

    def hear(self, known: set[tuple[str, ...]], *, is_alone: bool) -> None:
        """Read the lines: who they name, which are no line of the table."""
        self.where = "" if is_alone else f"feuille « {self.sheet.name} », "
        header = self.sheet.rows[self.plan.header] if self.plan.header is not None else None
        for _, row in in_order(self.sheet.rows[: self.plan.header or 0]):
            self.around.append(_joined(row))
        under = ""
        for at, row in self._rows():
            if row == header:
                self.notes.add(at, "les noms des colonnes y sont redits", Fate.TAKEN)
            elif self.plan.shape == Shape.LINES:
                self.lines.append(Heard(at, _cells(row)))
            elif self._is_title(row):
                under = _joined(row)
                self._aside(at, row, "un titre au milieu : redit sur les lignes qui le suivent")
            elif self._is_total(row):
                self._aside(at, row, "un total, ou une note de fin : gardé à part, en mots")
            else:
                self._heard(at, row, known, under)

    def _aside(self, at: int, row: Row, words: str) -> None:
        self.around.append(_joined(row))
        self.notes.add(at, words)

    def _is_title(self, row: Row) -> bool:
        filled = [one for one in row if one]
        if len(filled) > 1 or len(self.plan.columns) < 3 or Role.SERVICE in self.at:
            return False
        words = columns.plain(filled[0])
        is_text = bool(self._cell(row, Role.TEXT))
        return not is_text and bool(words) and words[0] in columns.lexicon()["headings"]

    def _is_total(self, row: Row) -> bool:
        filled = [one for one in row if one]
        told = any(self._cell(row, role) for role in (Role.DATE, Role.BIRTH, Role.TEXT))
        if told or len(filled) > max(2, len(self.plan.columns) / 2):
            return False
        words = columns.plain(filled[0])
        return bool(words) and words[0] in columns.lexicon()["totals"]

    def _heard(self, at: int, row: Row, known: set[tuple[str, ...]], under: str) -> None:
        is_list = self.plan.shape == Shape.PEOPLE
        whole, number = self._cell(row, Role.WHO), self._cell(row, Role.NUMBER)
        if whole:
            those = names.apart(whole, known, is_list=is_list)
            parts = tuple(one for one in those if names.tokens(one))
            told = tuple(map(names.in_one_cell, parts))
            if len(told) > 1:
                self.notes.add(at, SPLIT, Fate.TAKEN, self.at[Role.WHO])
            elif not names.is_single(whole) and names.tokens(whole) not in known:
                fate = "gardé en un seul" if told else "gardé en mots, sans dire de qui"
                self.notes.add(at, f"{UNSURE} : {fate}", column=self.at[Role.WHO])
        else:
            told = tuple(one for one in [self._in_cells(row)] if one.tokens)
            parts = ()
        if not told and number and not whole:
            told = (Name(f"n° {number}", "", ()),)
            self.notes.add(at, "un numéro sans nom : il tient lieu de nom", Fate.TAKEN)
        line = Heard(at, _cells(row), told, parts, under=under)
        if len(told) == 1:
            birth = self._cell(row, Role.BIRTH)
            if birth and not days.is_birth(birth):
                words = NO_CENTURY if days.read_day(birth) else NO_BIRTH
                self.notes.add(at, words, column=self.at[Role.BIRTH])
            birth = days.birth_of(birth)[1] if birth else ""
            line.mentions = (Mention(number, told[0].tokens, told[0].order, birth, told[0].also),)
        else:
            line.mentions = tuple(Mention("", one.tokens, one.order, "", one.also) for one in told)
        if told or not is_list:
            self.lines.append(line)
        else:
            self._aside(at, row, "ni nom ni numéro : la ligne est gardée à part, en mots")

    def mentions(self) -> Iterator[Mention]:
        """Yield all who are named."""
        return (mention for line in self.lines for mention in line.mentions)

    def tell(self, keys: Mapping[Mention, str], people: "People", texts: "Texts") -> None:
        """Give `people` and `texts` what the lines hold."""
        for line in self.lines:
            if self.plan.shape == Shape.PEOPLE:
                self._tell_people(line, keys, people)
            else:
                self._tell_text(line, keys, people, texts)
        if self.around:
            head = f"Autour du tableau « {self.sheet.name} » :"
            texts.add((), "\n".join([head, *self.around]), what=self.around)

    def _tell_people(self, line: Heard, keys: Mapping[Mention, str], people: "People") -> None:
        cells, those = dict(line.cells), []
        for name, mention in zip(line.names, line.mentions, strict=True):
            key = keys[mention]
            if not key:
                key = f"p:{' '.join(mention.tokens)}|"
                self.notes.add(line.at, "plusieurs portent ce nom, sans naissance pour savoir qui")
            those.append(people.somebody(key, name))
        self._name(line, cells, those)
        around = self._around(cells)
        stay = self._stay(line, cells)
        for one in those:
            one.lines.append(f"{self.where}ligne {line.at + 1}")
            one.around |= dict.fromkeys(around)
            for at, words in cells.items():
                one.tell(self.name_of[at], words, stay)
            if stay != NO_STAY:
                one.stays.setdefault(stay, {})

    def _name(self, line: Heard, cells: dict[int, str], those: list["Draft"]) -> None:
        """Take out of `cells` what names those: what their names do not say is a fact."""
        for column in [self.at[role] for role in Role if role in NAMES and role in self.at]:
            if words := cells.pop(column.at, ""):
                is_parted = column.role == Role.WHO and len(line.parts) == len(those)
                for one, part in zip(
                    those, line.parts if is_parted else [words] * len(those), strict=True
                ):
                    one.spelt.setdefault((self.name_of[column.at], part))
        if len(those) > 1:
            return
        if birth := self._take(cells, Role.BIRTH):
            those[0].births.setdefault(*reversed(days.birth_of(birth)))
        if number := self._take(cells, Role.NUMBER):
            those[0].facts.setdefault(self.name_of[self.at[Role.NUMBER].at], {}).setdefault(number)
        if "|" in those[0].key and those[0].key.startswith("n:"):
            self.notes.add(line.at, OF_SEVERAL, column=self.at[Role.NUMBER])

    def _stay(self, line: Heard, cells: dict[int, str]) -> Period:
        service = self._take(cells, Role.SERVICE) or line.under
        told, words = [], []
        for role in (Role.ENTRY, Role.EXIT):
            raw = self._take(cells, role)
            day = days.read_day(raw) if raw else None
            if raw and (day is None or isinstance(day, datetime) and day.time() != time()):
                words.append(f"{self.name_of[self.at[role].at]} : {raw}")
            if raw and day is None:
                self.notes.add(line.at, NO_DAY, column=self.at[role])
            told.append(day.date() if isinstance(day, datetime) else day)
        return Period(service, told[0], told[1], "\n".join(words))

    def _take(self, cells: dict[int, str], role: Role) -> str:
        column = self.at.get(role)
        return cells.pop(column.at, "") if column else ""

    def _around(self, cells: dict[int, str]) -> list[Around]:
        found = []
        for named, ties, reached in self.ties:
            name = " ".join(cells[one.at] for one in named if one.at in cells)
            if not name:
                continue
            tie = ", ".join(cells.pop(one.at) for one in ties if one.at in cells)
            for one in named:
                cells.pop(one.at, None)
            words = [
                f"{self.name_of[one.at]} : {cells.pop(one.at)}"
                for one in reached
                if one.at in cells
            ]
            found.append(Around(name, tie or self.name_of[named[0].at], "\n".join(words)))
        return found

    def _tell_text(
        self, line: Heard, keys: Mapping[Mention, str], people: "People", texts: "Texts"
    ) -> None:
        cells = dict(line.cells)
        if self.plan.shape == Shape.LINES:
            texts.add((), self._below(cells), what=list(cells.values()))
            return
        of = [keys[mention] for mention in line.mentions]
        if of and all(of):
            those = [people.somebody(*one) for one in zip(of, line.names, strict=True)]
            self._name(line, cells, those)
        elif of:
            of = []
            self.notes.add(line.at, "plusieurs portent ce nom : le texte n’est donné à aucun")
        elif not any(self._cell_of(cells, role) for role in (*NAMES, Role.NUMBER)):
            self.notes.add(line.at, "la ligne ne dit pas de qui elle parle")
        when, moment = self._when(line, cells)
        heading, author = self._take(cells, Role.HEADING), self._take(cells, Role.AUTHOR)
        main = {one.at: cells.pop(one.at) for one in self.plan.of(Role.TEXT) if one.at in cells}
        parts = list(main.values()) if len(self.plan.of(Role.TEXT)) == 1 else [self._below(main)]
        if line.under:
            parts.append(f"Dans le tableau, sous : {line.under}")
        text = "\n".join(filter(None, [*parts, self._below(cells)]))
        what = list((main or cells).values())
        texts.add(
            tuple(dict.fromkeys(of)),
            text or self._below(line.cells),
            what=what, when=when, moment=moment, heading=heading, author=author,
        )  # fmt: skip

    def _cell_of(self, cells: dict[int, str], role: Role) -> str:
        return cells.get(self.at[role].at, "") if role in self.at else ""

    def _when(self, line: Heard, cells: dict[int, str]) -> tuple[date | datetime | None, str]:
        """Take when a text was out of `cells`: the day or instant, and the words that are none."""
        raw, clock = self._take(cells, Role.DATE), self._take(cells, Role.TIME)
        day = days.read_day(raw) if raw else None
        at = days.read_time(clock) if clock else None
        if raw and day is None:
            self.notes.add(line.at, NO_DAY, column=self.at[Role.DATE])
            return None, " ".join(filter(None, [raw, clock]))
        if day is None or isinstance(day, datetime) or at is None:
            same = isinstance(day, datetime) and at == day.time()
            return day, "" if same else clock
        return datetime.combine(day, at), ""

    def _below(self, cells: Mapping[int, str]) -> str:
        """Return cells as lines: "Nom de colonne : valeur"."""
        if self.plan.header is None:
            return "\n".join(cells.values())
        return "\n".join(f"{self.name_of[at]} : {words}" for at, words in cells.items())

    def report(self) -> Iterator[Line]:
        """Yield what is to be said of the sheet."""
        yield from self.sheet.said
        sheet = f"feuille « {self.sheet.name} »" if self.where else "tableau"
        yield Line(sheet, Fate.TAKEN, f"{SHAPES[self.plan.shape]} : {self.plan.why}.")
        for one in self.plan.columns:
            is_kept = one.role == Role.OTHER or self.plan.shape == Shape.LINES
            said = SAID[Role.OTHER] if self.plan.shape == Shape.LINES else SAID[one.role]
            why = f" ({one.why})" if one.why and said == SAID[one.role] else ""
            words = f"« {self.name_of[one.at]} » : {said}{why}."
            where = f"{self.where}colonne {letters(one.at)}"
            yield Line(where, Fate.KEPT if is_kept else Fate.TAKEN, words)
        yield from self.notes.told(self.where)
        if self.around:
            words = (
                f"Hors du tableau, {_many(len(self.around), 'ligne')} : tout est gardé en un texte."
            )
            yield Line(sheet, Fate.KEPT, words)


def _joined(row: Row) -> str:
    return " ; ".join(filter(None, row))


def _cells(row: Row) -> dict[int, str]:
    return {at: words for at, words in enumerate(row) if words}


Tied = tuple[list[Column], list[Column], list[Column]]


def _ties(plan: Plan) -> list[Tied]:
    """Return the columns of each one around: of the name, of the tie, of how to reach them."""
    marks = set(columns.lexicon()["relatives"])

    def mark(column: Column) -> tuple[str, ...]:
        return tuple(sorted(w for w in columns.plain(column.name) if w in marks or w.isdigit()))

    found: list[tuple[tuple[str, ...], Tied]] = []
    for one in plan.of(Role.RELATIVE):
        same = next((tied for marked, tied in found if marked == mark(one)), None)
        if same is None:
            same = ([], [], [])
            found.append((mark(one), same))
        same[0].append(one)
    for role, place in ((Role.TIE, 1), (Role.RELATIVE_PHONE, 2)):
        for one in plan.of(role):
            same = [tied for marked, tied in found if mark(one) and marked == mark(one)]
            left = [tied for _, tied in found if tied[0][0].at < one.at]
            for tied in (same or left[-1:] or [tied for _, tied in found[:1]])[:1]:
                tied[place].append(one)
    return [tied for _, tied in found]


@dataclass
class Draft:
    """Somebody being put together from several lines; dicts keep each thing once, in order."""

    key: str
    names: dict[Name, None] = field(default_factory=dict)
    births: dict[str, str] = field(default_factory=dict)
    spelt: dict[tuple[str, str], None] = field(default_factory=dict)
    facts: dict[str, dict[str, None]] = field(default_factory=dict)
    stays: dict[Period, dict[str, dict[str, None]]] = field(default_factory=dict)
    around: dict[Around, None] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def tell(self, heading: str, words: str, stay: Period) -> None:
        """Keep a fact, with the stay of its line."""
        self.facts.setdefault(heading, {}).setdefault(words)
        if stay != NO_STAY:
            self.stays.setdefault(stay, {}).setdefault(heading, {}).setdefault(words)

    def told(self) -> Someone:
        """Return what was put together: what is told twice otherwise is kept twice, in the words
        of the stays it is told with when it changes from one to another.
        """
        name = next(iter(self.names))
        civil = next((one.civil for one in self.names if one.civil), "")
        birth, *others = self.births.values() or [""]
        said = words_of(f"{name.called} {civil}")
        facts = [(heading, words) for heading, words in self.spelt if words_of(words) - said]
        facts += [("Autre naissance", words) for words in others]
        moved = self._moving()
        stays = []
        for stay, told in self.stays.items():
            more = [f"{one} : {words}" for one in told if one in moved for words in told[one]]
            stays.append(replace(stay, word="\n".join(filter(None, [stay.word, *more]))))
        facts += [
            (heading, words)
            for heading, those in self.facts.items()
            if heading not in moved
            for words in those
        ]
        return Someone(
            self.key, name.called, civil, birth, tuple(facts), tuple(stays), tuple(self.around)
        )

    def _moving(self) -> set[str]:
        """Return the headings that change from one stay to another, and are told nowhere else."""
        if len(self.stays) < 2:
            return set()
        with_stay: dict[str, set[str]] = defaultdict(set)
        for told in self.stays.values():
            for heading, those in told.items():
                with_stay[heading] |= those.keys()
        return {
            heading
            for heading, those in self.facts.items()
            if len(those) > 1 and those.keys() <= with_stay[heading]
        }

    def disagreements(self) -> list[str]:
        """Return what its lines tell otherwise from one to another."""
        moved = self._moving()
        found = [one for one, those in self.facts.items() if len(those) > 1 and one not in moved]
        found += ["la naissance"] if len(self.births) > 1 else []
        return found + (["le nom"] if len({one.tokens for one in self.names}) > 1 else [])


def words_of(text: str) -> set[str]:
    """Return the words of a text, whatever their case."""
    return set(re.findall(r"[^\W_]+", text.casefold()))


class People:
    """Those who are told of, by their key."""

    def __init__(self) -> None:
        self.drafts: dict[str, Draft] = {}

    def somebody(self, key: str, name: Name) -> Draft:
        """Return the one of that key, who bears this name."""
        draft = self.drafts.setdefault(key, Draft(key))
        draft.names.setdefault(name)
        return draft

    def told(self) -> tuple[Someone, ...]:
        """Return everyone, in the order of the source."""
        return tuple(draft.told() for draft in self.drafts.values())

    def report(self) -> Iterator[Line]:
        """Yield what the lines of one tell otherwise from one to another."""
        differing = [draft for draft in self.drafts.values() if draft.disagreements()]
        for draft in differing[:SHOWN_NAMES]:
            words = f"Pour {next(iter(draft.names)).called}, les lignes ne disent pas la même chose"
            words += f" ({', '.join(draft.disagreements())}) : tout est gardé."
            yield Line(", ".join(draft.lines[:SHOWN_LINES]) or "fichier", Fate.KEPT, words)
        if (more := len(differing) - SHOWN_NAMES) > 0:
            words = f"De même pour {more} autres : tout est gardé."
            yield Line("fichier", Fate.KEPT, words)


class Texts:
    """The texts, each with a key of its own."""

    def __init__(self) -> None:
        self.told: list[Told] = []
        self.met: Counter[str] = Counter()

    def add(
        self,
        of: tuple[str, ...],
        text: str,
        *,
        what: Iterable[str],
        when: date | datetime | None = None,
        moment: str = "",
        heading: str = "",
        author: str = "",
    ) -> None:
        """Keep a text. Its key is made of whom it is of, when, and `what` it says: the same
        wherever its line stands; the second of two that are the same is the second.
        """
        parts = [of, when.isoformat() if when else "", moment, author, [*what]]
        key = hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]
        self.met[key] += 1
        key = f"t:{key}" if self.met[key] == 1 else f"t:{key}-{self.met[key]}"
        self.told.append(Told(key, of, text, when, moment, heading, author))
