"""A CDA document (TDDUI 1.1) read: the identity of its header, the narrative of each section.

A section is made to be read by people: its narrative becomes a text as it is. What its structured
entries say besides is said in the report, and stays in the original.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime

from dossier.arrivals.brought import Around, Fate, Line, Someone, Told
from dossier.arrivals.tddui import report
from dossier.arrivals.tddui.labels import FRENCH, NIR_SYSTEMS, PHRASES
from dossier.arrivals.tddui.narrative import narrative
from dossier.arrivals.tddui.source import CDA, Leaf, Node, Source
from dossier.arrivals.tddui.words import (
    INSTANT,
    Pair,
    Speech,
    day_words,
    hide,
    is_national,
    lines,
    moment,
    tidy,
)

TIME = re.compile(r"(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?(\.\d+)?)?([+-]\d{4})?")
ORDER = {"prefix": 0, "given": 1, "family": 2}
NEAR = {"houseNumber", "houseNumberNumeric", "streetNameType", "postalCode"}
CLOSE = "\u200b"  # what holds a house's number to its street until the address is whole
TIMES = {"time", "effectiveTime", "birthTime", "deceasedTime", "low", "high", "center"}
STRUCTURE = {  # attributes that link, version or type, and tell a person nothing
    *("@root", "@codeSystem", "@codeSystemName", "@codeSystemVersion", "@classCode", "@moodCode"),
    *("@typeCode", "@inversionInd", "@determinerCode", "@nullFlavor", "@type", "@ID", "@mediaType"),
    *("@representation", "@contextConductionInd", "@contextControlCode", "@schemaLocation"),
    *("@assigningAuthorityName", "@styleCode", "@integrityCheckAlgorithm", "@operator"),
    *("@institutionSpecified", "@displayable", "@independentInd", "@listType"),
}
LINKS = re.compile(r"/(templateId|typeId|realmCode)\[")
ROLES = FRENCH["ROLES"]
FACTS = FRENCH["FACTS"]
AROUND = {"PRS", "NOK", "CAREGIVER", "ECON", "GUARD", "AGNT", "CON"}


def is_cda(source: Source) -> bool:
    """Say whether a source is a CDA document."""
    return source.root.name == "ClinicalDocument" and source.root.space in (CDA, "")


def iso(time: str) -> str:
    """Return a time of HL7 version 3 as FHIR writes it, as it is when it is no such time."""
    found = TIME.fullmatch(time.strip())
    if not found or (found[4] and not found[3]):
        return time
    day = "-".join(part for part in found.groups()[:3] if part)
    if not found[4]:
        return day
    zone = found[8] or ""
    clock = f"{found[4]}:{found[5]}" + (f":{found[6]}{found[7] or ''}" if found[6] else "")
    return f"{day}T{clock}{zone and f'{zone[:3]}:{zone[3:]}'}"


class Document:
    """The reading of one CDA document."""

    def __init__(self, source: Source):
        self.source = source
        self.root = source.root
        self.speech = Speech(lambda _node: "")
        self.people: list[Someone] = []
        self.texts: list[Told] = []
        self.lines: list[Line] = []
        self.parts: list[tuple[str, Node]] = []  # what is told apart in the report
        self.masked = hide(source.leaves)
        for node in self.root.every():
            if node.name == "id" and _is_private(node):
                node.leave("private")
                if len(node.value("@extension")) > 7:
                    self.masked.add(node.value("@extension"))
        self.speech.masked = self.masked
        self.when = self._time(self.root.one("effectiveTime"))
        number = self.root.one("setId") or self.root.one("id")
        self.key = "|".join(filter(None, _number(number))) if number else "document"

    def read(self) -> None:
        """Read the header and the sections into people, texts and the lines of the report."""
        for number, target in enumerate(self.root.all("recordTarget"), 1):
            self._person(target, number)
        self.keys = tuple(one.key for one in self.people)
        self._header()
        for component in self.root.all("component"):
            for body in component.all("nonXMLBody"):
                self._file(body)
            for body in component.all("structuredBody"):
                for number, part in enumerate(body.all("component"), 1):
                    for section in part.all("section"):
                        self._section(section, str(number), ())
        for leaf in self.source.leaves:
            if _name(leaf) in STRUCTURE or LINKS.search(leaf.path):
                leaf.leave("technical")

    def _time(self, node: Node | None) -> date | datetime | None:
        return moment(iso(node.value("@value"))) if node else None

    # The person

    def _person(self, target: Node, number: int) -> None:
        role = target.one("patientRole") or target
        person = role.one("patient") or role
        self.parts.append((PHRASES["head-person"], target))
        names = person.all("name")
        called, civil, facts = self._names(names)
        born = person.value("birthTime", "@value")
        key = self._number_of(role) or "|".join(filter(None, (civil, born)))
        if not key or key in (one.key for one in self.people):
            key = f"{key or self.key}#{number}"
        birth = [self.said(kid) for kid in person.all("birthTime")]
        birth += [self.said(kid) for kid in person.all("birthplace")]
        for kid in person.all("multipleBirthInd", "multipleBirthOrderNumber"):
            name = "rang de naissance" if kid.name.endswith("Number") else "naissance multiple"
            birth.append(f"{name}\u00a0: {self.said(kid)}")
        for kid in person.all("birthTime", "birthplace", "multipleBirthOrderNumber"):
            _taken(kid)
        around = tuple(filter(None, map(self._around, person.all("guardian"))))
        around += tuple(filter(None, map(self._participant, self.root.all("participant"))))
        done = {"patient", "name", "birthTime", "birthplace", "guardian", "multipleBirthInd"}
        done |= {"multipleBirthOrderNumber", "templateId", "realmCode", "typeId"}
        elements = [*role.kids, *(person.kids if person is not role else [])]
        for kid in elements:
            if kid.name not in done and (text := self.said(kid)):
                facts.append((FACTS.get(kid.name, "Autre précision"), text))
        self.people.append(
            Someone(key, called, civil, ", ".join(filter(None, birth)), tuple(facts), (), around)
        )
        heads = ", ".join(dict.fromkeys(name.lower() for name, _ in facts))
        words = f"La fiche de {called} est reprise{f' ({heads})' if heads else ''}."
        self.lines.append(Line(PHRASES["head-person"], Fate.TAKEN, words))

    def _number_of(self, role: Node) -> str:
        for node in role.all("id"):
            value = node.one("@extension")
            if value and not _is_private(node):
                value.leaf.mark(Fate.TAKEN)
                return value.leaf.value.strip()
        return ""

    def _names(self, names: list[Node]) -> tuple[str, str, list[Pair]]:
        """Return how a person is called, their civil name, and what else their names tell."""
        facts: list[Pair] = []
        if not names:
            return PHRASES["nameless"], "", facts
        parts = [kid for name in names[:1] for kid in name.kids]
        given, family = (
            {q: " ".join(_text(k) for k in parts if k.name == part and k.value("@qualifier") == q)
             for q in ("CL", "", "BR", "SP")}
            for part in ("given", "family")
        )  # fmt: skip
        first = given["CL"] or given["BR"] or given[""].partition(" ")[0]
        last = family["CL"] or family["SP"] or family[""] or family["BR"]
        called = tidy(f"{first} {last}") or _text(names[0])
        civil = tidy(f"{given[''] or given['BR'] or first} {family['BR'] or family[''] or last}")
        for kid in parts:
            words = _text(kid)
            if words and words in f"{called} {civil}":
                _mark(kid, Fate.TAKEN)
                for one in kid.all("@qualifier"):
                    one.leaf.leave("technical")
            elif kid.name != "#" and words:
                facts.append(("Autre nom", self.said(kid)))
        if not any(kid.name in ("given", "family") for kid in parts):
            _mark(names[0], Fate.TAKEN)
        facts += [("Autre nom", self.said(name)) for name in names[1:]]
        return called or PHRASES["nameless"], civil, [pair for pair in facts if pair[1]]

    def _around(self, node: Node) -> Around | None:
        person = next((one for one in node.every() if one.name == "name"), None)
        name = self.said(person) if person else ""
        ties = [self.said(kid) for kid in node.all("code")]
        rest = [
            self.said(kid) for kid in node.kids if kid.name != "code" and person not in kid.every()
        ]
        for kid in filter(None, (person, node.one("code"))):
            _taken(kid)
        if not (name or any(ties) or any(rest)):
            return None
        return Around(
            name or "Contact", ", ".join(filter(None, ties)), "\n".join(filter(None, rest))
        )

    def _participant(self, node: Node) -> Around | None:
        """Return the person around whom a participant of the header is, None when it is none."""
        entity = node.one("associatedEntity")
        if not entity or entity.value("@classCode") not in AROUND:
            return None
        return self._around(entity)

    # The header

    def _header(self) -> None:
        pairs: list[Pair] = []
        for kid in self.root.kids:
            entity = kid.one("associatedEntity") if kid.name == "participant" else None
            if entity and entity.value("@classCode") in AROUND and self.people:
                self.parts.append((PHRASES["head-around"], kid))
                pairs += [("Participant", text) for text in [self._unsaid(kid)] if text]
            elif kid.name in ("recordTarget", "component", "realmCode", "typeId", "templateId"):
                pass
            elif kid.name != "#" or kid.leaf:
                self.parts.append(("l’en-tête", kid))
                if kid.name in ROLES and (text := self.said(kid)):
                    pairs.append((ROLES[kid.name], text))
                elif kid.name in ("id", "setId"):
                    kid.leave("technical")
        text = lines(pairs)
        if text:
            heading = "Présentation du document reçu"
            self._tell(f"{self.key}#en-tête", heading, text, self._authors(self.root))
            self.lines.append(
                Line("l’en-tête", Fate.KEPT, f"{PHRASES['kept']}\u00a0: «\u00a0{heading}\u00a0».")
            )
        self.parts.append(("le document", self.root))

    def _unsaid(self, node: Node) -> str:
        """Return the words for what is around a person of the header, the person being told."""
        kept = [kid for kid in node.kids if kid.name != "associatedEntity"]
        return self.said(Node(node.name, node.path, kids=kept))

    def _authors(self, node: Node) -> str:
        """Return the authors of a part, by name and function, or by their software."""
        found = []
        for author in node.all("author"):
            names = [_text(one) for one in author.every() if one.name == "name"]
            names = names or [
                _text(o)
                for o in author.every()
                if o.name in ("softwareName", "manufacturerModelName")
            ]
            code = author.value("assignedAuthor", "code", "@displayName")
            who = next(filter(None, names), "")
            found.append(f"{who} ({code})" if who and code else who or code)
        return "\u00a0; ".join(filter(None, found))

    def _tell(self, key: str, heading: str, text: str, author: str) -> None:
        told, papers = self.speech.taken()
        alike = sum(one.key.partition(" (")[0] == key for one in self.texts)
        key = f"{key} ({alike + 1})" if alike else key
        whole = "\n\n".join(part for part in (text, *told) if part) or heading
        words = ""
        effective = self.root.one("effectiveTime")
        if effective and not self.when:
            words = day_words(iso(effective.value("@value")))
        self.texts.append(
            Told(key, self.keys[:1], whole, self.when, words, heading[:300], author, papers)
        )

    # The body

    def _file(self, body: Node) -> None:
        self.parts.append(("le corps du document", body))
        title = self.root.value("title") or _text(self.root.one("title")) or "Document"
        said = []
        for node in body.all("text"):
            said += self._data(node, title)
        words = f"Fichier joint\u00a0: {', '.join(said)}" if said else ""
        self._tell(f"{self.key}#corps", title, words, self._authors(self.root))
        self.lines.append(Line("le corps du document", Fate.KEPT, f"{PHRASES['kept']}. {words}"))

    def _data(self, node: Node, title: str) -> list[str]:
        """Keep the file that an element holds; return its name, or its text when it is one."""
        kind = node.value("@mediaType")
        for kid in node.all("#"):
            if not kid.leaf:
                continue
            if node.value("@representation") == "B64":
                return self.speech.file(kid.leaf, title, kind)
            kid.leaf.mark(Fate.KEPT, kid.leaf.value.strip())
            self.speech.told.append(kid.leaf.value.strip())
        return []

    def _section(self, section: Node, place: str, above: tuple[str, ...]) -> None:
        title = (
            _text(section.one("title"))
            or section.value("code", "@displayName")
            or f"Section {place}"
        )
        _mark(section.one("title"), Fate.TAKEN)
        where = f"section «\u00a0{title}\u00a0»"
        text = "\n".join(
            narrative(kid, lambda leaf: leaf.mark(Fate.KEPT)) for kid in section.all("text")
        )
        for kid in section.all("text"):
            kid.leave("layout")
        own = [kid for kid in section.kids if kid.name != "component"]
        media = [one for kid in own for one in kid.every() if one.name == "observationMedia"]
        names = [name for one in media for v in one.all("value") for name in self._data(v, title)]
        told = [f"Fichier joint\u00a0: {name}" for name in names]
        people = ("author", "informant", "subject")
        told += filter(None, (self.said(kid) for kid in own if kid.name in people))
        whole = "\n".join(filter(None, [text, *told]))
        number = section.value("id", "@extension") or section.value("id", "@root") or place
        heading = " – ".join((*above, title))
        if whole or not section.all("component"):
            self._tell(
                f"{self.key}#{number}",
                heading,
                whole,
                self._authors(section) or self._authors(self.root),
            )
            for kid in section.all("id"):
                kid.leave("technical")
            self._account(Node(section.name, section.path, kids=own), f"{heading}\n{whole}")
            said = f", avec {', '.join(names)}" if names else ""
            self.lines.append(Line(where, Fate.KEPT, f"{PHRASES['kept-section']}{said}."))
        self.parts.append((where, Node(section.name, section.path, kids=own)))
        for number, part in enumerate(section.all("component"), 1):
            for inner in part.all("section"):
                self._section(inner, f"{place}.{number}", (*above, title))

    def _account(self, section: Node, text: str) -> None:
        """Say of each structured value of a section whether the text that is kept has it."""
        there = tidy(text)
        for node in section.every():
            for kid in node.kids:
                leaf = kid.leaf
                if not leaf or leaf.fate is not Fate.UNKNOWN or leaf.why:
                    continue
                if _is_structure(node, kid):
                    leaf.leave("technical")
                elif found := next(
                    filter(None, (_in(form, there) for form in _forms(leaf.value))), ""
                ):
                    leaf.mark(Fate.KEPT, found)
                else:
                    leaf.leave("structured")

    # Words

    def said(self, node: Node | None) -> str:
        """Return the words for an element of the header, and mark them."""
        if node is None or (node.name == "id" and _is_private(node)):
            if node is not None:
                node.leave("private")
            return ""
        if node.name in ("templateId", "typeId"):
            return ""
        kids = [kid for kid in node.kids if kid.name[:1] not in "@#"]
        if node.name == "name":
            kids.sort(key=lambda kid: ORDER.get(kid.name, len(ORDER)))
        words = self._own(node)
        for kid in kids:
            joint = " " if node.name == "name" or words.endswith(CLOSE) else ", "
            if said := self.said(kid):
                words = f"{words}{joint if words else ''}{said}{CLOSE if kid.name in NEAR else ''}"
        return words.replace(f"{CLOSE} ", " ").removesuffix(CLOSE)

    def _own(self, node: Node) -> str:
        """Return the words for what an element itself tells: its text, its code, its number."""
        told = []
        for kid in node.kids:
            leaf = kid.leaf
            if not leaf or kid.name in STRUCTURE or leaf.why == "empty":
                continue
            if kid.name == "@code" and node.value("@displayName"):
                leaf.leave("technical")
                continue
            if leaf.value.strip() in self.masked:
                leaf.leave("private")
                continue
            words = tidy(leaf.value)
            if kid.name == "@value" and (node.name in TIMES or INSTANT.fullmatch(iso(words))):
                words = day_words(iso(words)) if node.name in TIMES else words
                words = {"low": "à partir de\u00a0: ", "high": "jusqu’à\u00a0: "}.get(
                    node.name, ""
                ) + words
            elif kid.name == "@qualifier":
                continue
            elif kid.name in ("@value", "@use"):
                words = _plain_value(kid.name, words)
            for national in self.masked:
                words = words.replace(national, "(INS)")
            leaf.mark(Fate.KEPT, words)
            told.append(words)
        return " ".join(told)

    # The report

    def report(self) -> list[Line]:
        """Return the lines of the report: what each part became, and what of it is left."""
        said: set[Leaf] = set()
        told = [*self.lines]
        by_place: dict[str, list[Leaf]] = {}
        for where, node in self.parts:
            leaves = [leaf for leaf in node.leaves() if leaf not in said]
            if where == "le document":
                leaves = [kid.leaf for kid in node.kids if kid.leaf]
            said.update(leaves)
            by_place.setdefault(where, []).extend(leaves)
        rest = [leaf for leaf in self.source.leaves if leaf not in said]
        by_place.setdefault("le document", []).extend(rest)
        for where, leaves in by_place.items():
            told += report.left(where, leaves, _common(leaves), self.masked)
        return told


def _is_private(node: Node) -> bool:
    root, number = node.value("@root"), node.value("@extension")
    return root in NIR_SYSTEMS or is_national(number)


def _number(node: Node) -> Iterator[str]:
    yield node.value("@root")
    yield node.value("@extension")


def _name(leaf: Leaf) -> str:
    return leaf.path.rpartition("/")[2].partition("[")[0]


def _text(node: Node | None) -> str:
    """Return the text of an element and of those within, on one line."""
    if node is None:
        return ""
    texts = (one.leaf.value if one.leaf else " " for one in node.every() if one.name == "#")
    if node.name == "name" and any(kid.name in ("given", "family") for kid in node.kids):
        parts = sorted(
            (k for k in node.kids if k.name[:1] not in "@#"),
            key=lambda k: ORDER.get(k.name, len(ORDER)),
        )
        return tidy(" ".join(map(_text, parts)))
    return tidy("".join(texts))


def _mark(node: Node | None, fate: Fate) -> None:
    for one in node.every() if node else ():
        if one.name == "#" and one.leaf:
            one.leaf.mark(fate, tidy(one.leaf.value))


def _taken(node: Node) -> None:
    """Mark as taken what was kept of an element."""
    for leaf in node.leaves():
        if leaf.fate is Fate.KEPT:
            leaf.mark(Fate.TAKEN, leaf.words)


def _plain_value(name: str, words: str) -> str:
    if name == "@use":
        return {"H": "(domicile)", "HP": "(domicile)", "WP": "(travail)", "MC": "(portable)"}.get(
            words, f"({words})"
        )
    for scheme in ("tel:", "mailto:", "fax:"):
        words = words.removeprefix(scheme)
    return {"true": "oui", "false": "non"}.get(words, words)


def _is_structure(node: Node, kid: Node) -> bool:
    """Say whether a value of an entry only links, versions or types it."""
    if kid.name in STRUCTURE or node.name in ("templateId", "statusCode", "typeId"):
        return True
    if node.name == "reference" and kid.name == "@value":
        return True
    return kid.name == "@code" and bool(node.value("@displayName"))


def _forms(value: str) -> list[str]:
    """Return the ways in which a narrative may write a value."""
    words = tidy(value)
    forms = [words]
    found = TIME.fullmatch(words)
    if found and found[3]:
        year, month, day = found[1], found[2], found[3]
        plain = day_words(f"{year}-{month}-{day}")
        forms += [f"{day}/{month}/{year}", plain, plain.replace("1er ", "01 ")]
    return [form for form in forms if form]


def _in(words: str, text: str) -> str:
    """Return words as a text has them, "" when it does not."""
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE)
    return found[0] if found else ""


def _common(leaves: list[Leaf]) -> str:
    """Return the path that all these values have in common."""
    if not leaves:
        return ""
    first, last = min(leaf.path for leaf in leaves), max(leaf.path for leaf in leaves)
    same = 0
    while same < min(len(first), len(last)) and first[same] == last[same]:
        same += 1
    return first[:same].rpartition("/")[0]
