"""A bundle of FHIR R4 (TDDUI 1.1, 2.2 and 2.3, or any other) read into people, texts and files.

Tolerant: profiles, versions and requests are only told; what a reference points at and is not there
keeps its words; what has no French words here is left in the original and said.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from dossier.arrivals.brought import Around, Fate, Line, Paper, Period, Someone, Told, Unreadable
from dossier.arrivals.tddui import report
from dossier.arrivals.tddui.labels import CITED, MANAGED, PHRASES, PRIVATE, SLICES, TECHNICAL, TYPES
from dossier.arrivals.tddui.source import Leaf, Node, Source
from dossier.arrivals.tddui.words import (
    PERSON,
    Pair,
    Speech,
    bare,
    day_words,
    hide,
    is_private,
    lines,
    moment,
    quoted,
    tidy,
)

SUBJECTS = ("subject", "patient", "for", "beneficiary", "individual")
THROUGH = ("encounter", "basedOn", "focus", "partOf", "context", "about", "addresses", "schedule")
AUTHORS = {
    "DocumentReference": ("author",),
    "Composition": ("author",),
    "QuestionnaireResponse": ("author", "source"),
    "CarePlan": ("author",),
    "Goal": ("expressedBy",),
    "Task": ("requester",),
    "ServiceRequest": ("requester",),
    "Observation": ("performer",),
    "Consent": ("performer",),
    "Communication": ("sender",),
    "Condition": ("recorder", "asserter"),
    "AllergyIntolerance": ("recorder", "asserter"),
    "Procedure": ("recorder",),
    "DiagnosticReport": ("performer",),
    "ClinicalImpression": ("assessor",),
    "Basic": ("author",),
    "Flag": ("author",),
    "List": ("source",),
}
WHEN = (
    *("date", "authored", "authoredOn", "effectiveDateTime", "effectivePeriod", "effectiveInstant"),
    *("occurrenceDateTime", "occurrencePeriod", "performedDateTime", "performedPeriod", "dateTime"),
    *(
        "executionPeriod",
        "period",
        "sent",
        "received",
        "start",
        "startDate",
        "statusDate",
        "created",
    ),
    *("onsetDateTime", "recordedDate", "issued", "recorded", "dateAsserted", "context"),
)
FIRST = (  # what one reads first of a thing
    *(
        "Libellé",
        "Titre",
        "Nom",
        "Type",
        "Nature",
        "Catégorie",
        "Motif",
        "Description",
        "Compte rendu",
    ),
    *("Message", "Valeur", "Conclusion", "Note", "Commentaire"),
)
LAST = ("Statut", "Avancement", "Intention", "Identifiant", "Langue", "Noté le")
STEPS, CROWD = 4, 50  # how far from a thing its persons are looked for, among how many others
STAY, EVENT = ("sejour", "SEJ", "-SEJOUR-"), ("evenement", "EVN", "-EVN-")
PARTS = {  # what a part of a personalised project is, by its profile, its number or its notes
    "Goal": (
        ("Attente", ("attente", "-ATTE-", "-PPAttente-", "origineAttente", "commentaireAttente")),
        (PHRASES["plan"], ("projet-vie", "projetvie", "-PDV-")),
        ("Objectif", ("objectif", "-OBJE-", "-PPObjectif-", "titreObjectif")),
    ),
    "Task": (
        ("Bilan", ("bilan", "-BILA-")),
        ("Moyen ou ressource", ("moyen", "-MORE-")),
        ("Prestation", ("prestation", "-PRES-")),
        ("Transport", ("transport", "-TPPro-", "-TPPat-")),
        ("Action", ("action", "-ACTI-")),
    ),
    "ServiceRequest": (
        ("Besoin", ("besoin", "-BESO-")),
        ("Demande d’orientation", ("orientation",)),
    ),
    "Basic": (
        ("Droit à une prestation", ("droit",)),
        ("Décision", ("decision",)),
    ),
    "Observation": (
        ("Repas", ("repas", "meal", "REPAS")),
        ("Période scolaire", ("scolaire", "PERIODESCOL", "-PSCO-")),
        ("Mobilité", ("mobilite", "MOBILITE")),
        ("Cause du décès", ("mortalite", "deces")),
    ),
}
BESIDES = "Ce que l’envoi dit de ce document\u00a0:"
NOT_TAKEN_UP = {"Transport", "Repas"}  # management, outside what the house keeps
OWN_ORIGIN = re.compile(PHRASES["own-origin"])


@dataclass(eq=False)
class Thing:
    """A resource of the source, and what becomes of it."""

    node: Node
    place: str  # "élément 3", "élément 3, inclus"
    url: str = ""  # its fullUrl
    holder: "Thing | None" = None
    key: str = ""
    lines: list[Line] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """Return its type, as FHIR names it."""
        return self.node.kind

    @property
    def address(self) -> str:
        """Return "Type/id", "" when it has no id."""
        identity = self.node.value("id")
        return f"{self.kind}/{identity}" if identity else ""

    def leaves(self) -> Iterator[Leaf]:
        """Return its own values, not those of the resources within."""
        return _own(self.node)


def _own(node: Node) -> Iterator[Leaf]:
    if node.leaf:
        yield node.leaf
    for kid in node.kids:
        if not kid.kind:
            yield from _own(kid)


def is_fhir(source: Source) -> bool:
    """Say whether a source is of FHIR: it has a resource, at its top or in a list."""
    root = source.root
    return bool(root.kind) or (not root.name and any(kid.kind for kid in root.kids))


class Bundle:
    """The reading of one source of FHIR."""

    def __init__(self, source: Source):
        self.source = source
        self.things: list[Thing] = []
        self.counted = 0
        self._find(source.root, None, "")
        self.here: Thing | None = None
        self.missing: list[str] = []
        self.speech = Speech(self.named)
        self.speech.masked = hide(source.leaves)
        for node in source.root.every():
            if node.name.endswith("dentifier") and is_private(node):
                node.leave("private")
                if len(node.value("value")) > 7:
                    self.speech.masked.add(node.value("value"))
        self.people: dict[Thing, Someone] = {}
        self.texts: list[Told] = []
        self._index()

    # What is there

    def _find(self, node: Node, holder: Thing | None, url: str) -> None:
        if node.kind:
            self.counted += holder is None and node.kind != "Bundle"
            place = f"{holder.place}, inclus" if holder else f"élément {self.counted}"
            if node.kind == "Bundle":
                place = "le lot"
            thing = Thing(node, place, url, holder)
            self.things.append(thing)
            holder = thing if node.kind not in ("Bundle", "Parameters") else None
        inside = node.value("fullUrl")
        for kid in node.kids:
            self._find(kid, holder, inside)

    def _index(self) -> None:
        self.by_url: dict[str, Thing] = {}
        self.by_number: dict[str, Thing] = {}
        self.by_inner: dict[tuple[Thing, str], Thing] = {}
        self.by_id: dict[str, list[Thing]] = {}
        self.told_about: dict[Thing, list[Thing]] = {}
        self.subjects: dict[Thing, list[Thing]] = {}
        self.near: dict[Thing, list[Thing]] = {}
        self.questions: dict[str, Node] = {}
        for thing in self.things:
            if thing.holder:
                self.by_inner.setdefault((thing.holder, thing.node.value("id")), thing)
                continue
            for name in filter(None, (thing.url, thing.address)):
                self.by_url.setdefault(name, thing)
            self.by_id.setdefault(thing.node.value("id"), []).append(thing)
            if thing.kind == "Questionnaire":
                self._index_questions(thing)
            for number in thing.node.all("identifier", "masterIdentifier"):
                if value := number.value("value"):
                    self.by_number.setdefault(f"{number.value('system')}|{value}", thing)
        self.pointing: dict[Thing, list[Thing]] = {}
        for thing in self.things:
            for target in self._targets(thing):
                self.pointing.setdefault(target, []).append(thing)

    def _index_questions(self, thing: Thing) -> None:
        for item in thing.node.every():
            if item.name == "item" and item.value("text"):
                self.questions.setdefault(item.value("linkId"), item.one("text"))

    def _targets(self, thing: Thing) -> Iterator[Thing]:
        if thing.kind == "Bundle":
            return
        for node in thing.node.every():
            if node.name in ("reference", "url") and node.leaf:
                target = self._at(node.leaf.value.strip(), thing)
                if target and target is not thing:
                    yield target

    def _at(self, reference: str, thing: Thing | None) -> Thing | None:
        """Return the thing at an address, None when it is not in the source."""
        if reference.startswith("#"):
            holder = (thing.holder or thing) if thing else None
            return self.by_inner.get((holder, reference[1:])) if reference[1:] else holder
        plain = reference.partition("/_history/")[0]
        short = "/".join(plain.rstrip("/").split("/")[-2:])
        bare_id = plain.removeprefix("urn:uuid:").removeprefix("urn:oid:")
        for name in (reference, plain, short if short != plain else ""):
            if name in self.by_url:
                return self.by_url[name]
        alike = self.by_id.get(bare_id, []) if bare_id else []
        return alike[0] if len(alike) == 1 else None

    def target(self, node: Node) -> Thing | None:
        """Return the thing that a Reference points at, None when it is not in the source."""
        found = self._at(node.value("reference"), self.here) if node.value("reference") else None
        if not found and (number := node.one("identifier")):
            found = self.by_number.get(f"{number.value('system')}|{number.value('value')}")
        return found

    # What it is called

    def named(self, node: Node) -> str:
        """Return the words for what a Reference points at, "" when it is not in the source."""
        found = self.target(node)
        if not found and node.value("reference"):
            self.missing.append(node.value("reference"))
        return self.called(found) if found else ""

    def called(self, thing: Thing, depth: int = 0) -> str:
        """Return the words by which a thing is called where it is cited."""
        node = thing.node
        if thing.kind == "Patient":
            return f"{_names(node)[0] or PHRASES['nameless']} {PERSON}"
        if thing.kind == "RelatedPerson":
            tie = ", ".join(filter(None, map(_concept, node.all("relationship"))))
            return _bracketed(_human(node.one("name")) or PHRASES["around"], tie)
        if thing.kind == "Practitioner":
            return _bracketed(
                _human(node.one("name")) or PHRASES["professional"], self._function(thing)
            )
        if thing.kind == "PractitionerRole" and depth < 3:
            return self._role(thing, depth)
        name = node.value("name") or _title(node) or node.value("description", "text")
        what = self.what(thing)
        if thing.kind in CITED | {"Group"} and name:
            return tidy(name)
        return f"{what} «\u00a0{tidy(name)[:100]}\u00a0»" if name else what

    def _function(self, thing: Thing) -> str:
        """Return the function of a professional: that of their roles, else their qualifications."""
        roles = [
            role
            for role in self.pointing.get(thing, ())
            if role.kind == "PractitionerRole" and role.node.one("code")
        ]
        codes = [code for role in roles for code in role.node.all("code")]
        words = [_concept(code) for code in codes] + [_profession(code) for code in codes]
        words = words or [
            _concept(code) for one in thing.node.all("qualification") for code in one.all("code")
        ]
        return ", ".join(dict.fromkeys(filter(None, words)))

    def _role(self, thing: Thing, depth: int) -> str:
        here, self.here = self.here, thing
        who = thing.node.one("practitioner")
        person = self.target(who) if who else None
        place = thing.node.one("organization")
        house = self.target(place) if place else None
        self.here = here
        name = _human(person.node.one("name")) if person else who.value("display") if who else ""
        codes = thing.node.all("code", "specialty")
        words = [*filter(None, [*map(_concept, codes), *map(_profession, codes)])]
        if house:
            words.append(self.called(house, depth + 1))
        return _bracketed(name or PHRASES["professional"], ", ".join(dict.fromkeys(words)))

    def what(self, thing: Thing) -> str:
        """Return the words for what a thing is: its type, or what part of a project it is."""
        marks = _marks(thing.node)
        for words, signs in PARTS.get(thing.kind, ()):
            if any(sign in mark for sign in signs for mark in marks):
                return words
        if thing.kind == "Encounter" and is_stay(thing.node):
            return "Séjour"
        return TYPES.get(thing.kind, f"Élément «\u00a0{thing.kind}\u00a0»")

    # Whom it is about

    def about(self, thing: Thing) -> list[Thing]:
        """Return the persons that a thing is about: its own subject, else that of what it is in."""
        if thing not in self.told_about:
            self.told_about[thing] = self._about(thing)
        return self.told_about[thing]

    def _about(self, thing: Thing) -> list[Thing]:
        """Look for the persons of a thing in itself, then in what is near it, step by step."""
        seen, near = {thing}, [thing]
        for _step in range(STEPS):
            found = [person for one in near for person in self._own_subjects(one)]
            if found:
                return list(dict.fromkeys(found))
            nearer = dict.fromkeys(other for one in near for other in self._near(one))
            near = [one for one in nearer if one not in seen][:CROWD]
            seen.update(near)
        return []

    def _own_subjects(self, thing: Thing) -> list[Thing]:
        if thing not in self.subjects:
            self.subjects[thing] = self._subjects(thing)
        return self.subjects[thing]

    def _near(self, thing: Thing) -> list[Thing]:
        if thing not in self.near:
            self.near[thing] = list(self._through(thing))
        return self.near[thing]

    def _subjects(self, thing: Thing, depth: int = 0) -> list[Thing]:
        if thing.kind == "Patient":
            return [thing]
        here, self.here = self.here, thing
        targets = [target for node in _subject_nodes(thing) if (target := self.target(node))]
        self.here = here
        found = []
        for target in targets:
            if target.kind == "Patient":
                found.append(target)
            elif target.kind in ("Group", "RelatedPerson") and depth < STEPS:
                found += self._subjects(target, depth + 1)
        return list(dict.fromkeys(found))

    def _through(self, thing: Thing) -> Iterator[Thing]:
        """Give the things near one: those it is in, those that cite it."""
        here, self.here = self.here, thing
        nodes = [kid for kid in thing.node.kids if kid.name in THROUGH or kid.name == "extension"]
        inner = [node for kid in nodes for node in kid.every() if node.one("reference")]
        targets = [self.target(node) for node in inner]
        self.here = here
        for other in (*targets, thing.holder, *self.pointing.get(thing, ())):
            if other and other.kind not in CITED:
                yield other

    # The reading

    def read(self) -> None:
        """Read all things into people, texts and the lines of the report."""
        if not any(thing.kind != "Bundle" for thing in self.things):
            raise Unreadable(
                "Ce fichier est un lot FHIR sans aucun élément. Demandez à qui l’a envoyé de"
                " l’envoyer à nouveau."
            )
        self._give_keys()
        for thing in self.things:
            if thing.kind == "Patient":
                self._person(thing)
        for thing in self.things:
            if thing.kind != "Patient":
                self._thing(thing)
        self._cited()

    def _give_keys(self) -> None:
        taken: set[tuple[bool, str]] = set()
        for number, thing in enumerate(self.things, 1):
            inner = f"{thing.holder.key}#{thing.node.value('id')}" if thing.holder else ""
            names = [_number(thing.node, self.speech.masked), thing.url, thing.address, inner]
            names = [name for name in names if name]
            is_person = thing.kind == "Patient"
            key = next((name for name in names if (is_person, name) not in taken), "")
            name = names[0] if names else f"{thing.kind} {_print(thing.leaves())}"
            thing.key = key or (name if (is_person, name) not in taken else f"{name} ({number})")
            taken.add((is_person, thing.key))

    def _thing(self, thing: Thing) -> None:
        self.here = thing
        what = self.what(thing)
        if thing.kind == "Bundle":
            _leave_envelope(thing.node)
        elif thing.kind in PRIVATE:
            thing.node.leave("private")
        elif thing.kind in MANAGED or what in NOT_TAKEN_UP:
            _leave_managed(thing)
        elif thing.kind in CITED or thing.kind not in TYPES:
            return
        elif thing.kind == "RelatedPerson" and self._persons(thing):
            self._relation(thing)
        elif (thing.kind == "EpisodeOfCare" or what == "Séjour") and self._persons(thing):
            self._stay(thing)
        else:
            self._text(thing)

    def _persons(self, thing: Thing) -> list[Thing]:
        return [person for person in self.about(thing) if person in self.people]

    # A person

    def _person(self, thing: Thing) -> None:
        self.here = thing
        node = thing.node
        called, civil, facts = self._own_names(thing)
        birth = self._birth(node)
        _mark_number(node, thing.key, Fate.TAKEN)
        around = [self._contact(kid) for kid in node.all("contact")]
        _leave_generated(node)
        done = {"name", "contact", "birthDate", "multipleBirthInteger", "multipleBirthBoolean"}
        left = Node(node.name, node.path, kids=[k for k in node.kids if not _is_birth_place(k)])
        facts += self.speech.pairs(left, done | _generated(node))
        told, papers = self.speech.taken()
        facts += [("Texte joint", text) for text in told]
        if papers:
            self.texts.append(
                Told(f"{thing.key}#photo", (thing.key,), PHRASES["photo"], None, "",
                     "Photo", "", papers)
            )  # fmt: skip
        who = Someone(
            thing.key, called, civil, birth, tuple(facts), (), tuple(filter(None, around))
        )
        self.people[thing] = who
        heads = ", ".join(dict.fromkeys(name.lower() for name, _ in facts))
        self._say(
            thing, Fate.TAKEN, f"La fiche de {called} est reprise{f' ({heads})' if heads else ''}."
        )

    def _own_names(self, thing: Thing) -> tuple[str, str, list[Pair]]:
        """Return how a person is called, their civil name, and what else their names tell."""
        node = thing.node
        called, civil, used = _names(node)
        facts: list[Pair] = []
        for name in node.all("name"):
            if name not in used:
                text = self.speech.words(name)
                use = "".join(self.speech.words(kid) for kid in name.all("use"))
                text, use = (text, use) if text else (use, "")
                facts.append((f"Autre nom ({use})" if use else "Autre nom", text))
                continue
            words = civil if name is used[-1] and civil else called
            for kid in name.kids:
                if kid.name in ("family", "given", "text") and kid.leaf:
                    facts += self._part(kid, f"{called} {civil}")
                elif kid.name == "use" and kid.leaf:
                    kid.leaf.mark(Fate.TAKEN, words) if words else kid.leave("technical")
                elif _is_birth_names(kid):
                    for leaf in (
                        leaf for value in kid.all("valueString") for leaf in value.leaves()
                    ):
                        leaf.mark(Fate.TAKEN)
                    kid.leave("technical")
            rest = Node("name", name.path, kids=[k for k in name.kids if not _is_birth_names(k)])
            facts += self.speech.rest(rest, "family", "given", "text", "use")
        return called or PHRASES["nameless"], civil, [pair for pair in facts if pair[1]]

    def _part(self, kid: Node, names: str) -> list[Pair]:
        """Mark a part of a name as taken where it is; tell it apart where it is not."""
        facts = []
        value = tidy(kid.leaf.value)
        if value and value in names:
            kid.leaf.mark(Fate.TAKEN, value)
        elif words := self.speech.value(kid):
            title = {"family": "Nom de famille", "given": "Prénom"}.get(kid.name, "Nom en entier")
            facts.append((title, words))
        if kid.kids:
            facts += self.speech.pairs(Node(kid.name, kid.path, kids=kid.kids))
        return facts

    def _birth(self, node: Node) -> str:
        """Return the words for the birth of a person: the day, the place, the rank."""
        parts = [self.speech.words(kid) for kid in node.all("birthDate")]
        places = [kid for kid in node.kids if _is_birth_place(kid)]
        parts += [text for place in places for _, text in self.speech.extension(place)]
        for kid in node.all("multipleBirthInteger", "multipleBirthBoolean"):
            name = "rang de naissance" if kid.name.endswith("Integer") else "naissance multiple"
            parts.append(f"{name}\u00a0: {self.speech.words(kid)}")
        for kid in (node.one("birthDate"), node.one("multipleBirthInteger")):
            if kid and kid.leaf and kid.leaf.fate is Fate.KEPT:
                kid.leaf.mark(Fate.TAKEN, kid.leaf.words)
        return ", ".join(filter(None, parts))

    def _contact(self, node: Node) -> Around | None:
        name = self.speech.words(node.one("name")) if node.one("name") else ""
        ties = [self.speech.words(kid) for kid in node.all("relationship")]
        word = lines(self.speech.rest(node, "name", "relationship"))
        if not (name or any(ties) or word):
            return None
        return Around(name or "Contact", ", ".join(filter(None, ties)), word)

    def _relation(self, thing: Thing) -> None:
        node = thing.node
        names = [self.speech.words(kid) for kid in node.all("name")]
        ties = [self.speech.words(kid) for kid in node.all("relationship")]
        for kid in node.all("name", "relationship"):
            for leaf in kid.leaves():
                if leaf.fate is Fate.KEPT:
                    leaf.mark(Fate.TAKEN, leaf.words)
        subjects = self._mark_subjects(thing, ("patient",))
        _leave_generated(node)
        pairs = self.speech.pairs(node, {"name", "relationship", *subjects} | _generated(node))
        told, papers = self.speech.taken()
        names = list(filter(None, names))
        name = names[0] if names else PHRASES["around"]
        pairs += [("Autre nom", other) for other in names[1:]] + [("Texte joint", t) for t in told]
        around = Around(name, ", ".join(filter(None, ties)), lines(pairs))
        for person in self._persons(thing):
            self._grow(person, around=(around,))
            if papers:
                self.texts.append(
                    Told(f"{thing.key}#photo", (person.key,), f"Photo de {name}", papers=papers)
                )
        whom = self._whom(thing)
        self._say(thing, Fate.TAKEN, f"{PHRASES['kept-around']} {whom}\u00a0: {name}.")

    def _grow(self, person: Thing, **more: tuple) -> None:
        old = self.people[person]
        values = {name: (*getattr(old, name), *value) for name, value in more.items()}
        self.people[person] = Someone(**{**old.__dict__, **values})

    def _whom(self, thing: Thing) -> str:
        return " et ".join(self.people[person].called for person in self._persons(thing))

    # A stay

    def _stay(self, thing: Thing) -> None:
        node = thing.node
        days = [self._day(node, side) for side in ("start", "end")]
        houses = node.all("serviceProvider", "managingOrganization")
        service = tidy(" ; ".join(filter(None, map(self.speech.words, houses))))
        subjects = self._mark_subjects(thing)
        skip = {"serviceProvider", "managingOrganization", *subjects} | _generated(node)
        if all(len(node.all("period")) == 1 and day[1] for day in days):
            skip.add("period")
        _mark_number(node, thing.key, Fate.KEPT)
        _leave_generated(node)
        word = lines(_in_order(self.speech.pairs(node, skip)))
        told, papers = self.speech.taken()
        stay = Period(service, days[0][0], days[1][0], "\n".join([word, *told]).strip())
        for person in self._persons(thing):
            self._grow(person, stays=(stay,))
            if papers:
                self.texts.append(Told(f"{thing.key}#pieces", (person.key,), word, papers=papers))
        self._say(thing, Fate.TAKEN, f"Le séjour est noté pour {self._whom(thing)}.")

    def _day(self, node: Node, side: str) -> tuple[date | None, bool]:
        """Return a day of a stay, and whether nothing more of it is to be told."""
        one = node.one("period", side)
        if not one or not one.leaf:
            return None, True
        when = moment(one.leaf.value.strip())
        if when is None:
            return None, False
        if isinstance(when, datetime):
            return when.date(), False
        one.leaf.mark(Fate.TAKEN, when.isoformat())
        return when, not one.kids

    # A text

    def _text(self, thing: Thing) -> None:
        node = thing.node
        persons = self.about(thing)
        when, words = self._when(node)
        author, done = self._author(thing)
        done |= self._mark_subjects(thing)
        _mark_number(node, thing.key, Fate.TAKEN)
        _leave_generated(node)
        heading, own = self._heading(thing)
        pairs = self._body(thing, done | _generated(node), own)
        told, papers = self.speech.taken()
        besides = lines(_in_order(pairs))
        if told and besides:
            besides = f"{BESIDES}\n{besides}"
        text = "\n\n".join(part for part in (*told, besides) if part) or heading
        keys = tuple(person.key for person in persons)
        self.texts.append(Told(thing.key, keys, text, when, words, heading, author, papers))
        self._say(thing, Fate.KEPT, self._said(persons, when, words, papers))

    def _said(self, persons: list[Thing], when, words: str, papers: tuple[Paper, ...]) -> str:
        whose = " et ".join(self.people[person].called for person in persons)
        day = when.isoformat()[:10] if when else ""
        nobody = f", {PHRASES['nobody']}"
        said = f"{PHRASES['kept']}{f' pour {whose}' if whose else nobody}"
        said += f", à la date\u00a0: {day_words(day) or words}" if day or words else ", sans date"
        if papers:
            said += f", avec {' et '.join(quoted(paper.name) for paper in papers)}"
        return f"{said}."

    def _when(self, node: Node) -> tuple[date | datetime | None, str]:
        """Return the day or instant that a thing tells, or the words it has for it."""
        for name in WHEN:
            for way in ((name,), (name, "start"), (name, "period", "start")):
                one = node.one(*way)
                text = one.leaf.value.strip() if one and one.leaf and not one.leaf.why else ""
                if text and one.name != "context":
                    return _dated(one.leaf, text)
        return None, ""

    def _author(self, thing: Thing) -> tuple[str, set[str]]:
        """Return who wrote a thing, by name and function, and the elements that say so."""
        for name in AUTHORS.get(thing.kind, ()):
            nodes = thing.node.all(name)
            if words := [*filter(None, map(self.speech.words, nodes))]:
                for leaf in (leaf for node in nodes for leaf in node.leaves()):
                    if leaf.fate is Fate.KEPT:
                        leaf.mark(Fate.TAKEN, leaf.words)
                return tidy(" ; ".join(words)).replace(" ; ", "\u00a0; "), {name}
        return "", set()

    def _mark_subjects(self, thing: Thing, names: tuple[str, ...] = SUBJECTS) -> set[str]:
        """Mark the references to the persons a thing is about; return those that tell no more."""
        done = set()
        for name in names:
            nodes = thing.node.all(name)
            for node in nodes:
                target = self.target(node)
                is_bare = {kid.name for kid in node.kids} <= {"reference", "type"}
                if target in self.people and is_bare and len(nodes) == 1:
                    done.add(name)
                    node.one("reference").leaf.mark(Fate.TAKEN, target.key)
                    node.leave("technical")
        return done

    def _heading(self, thing: Thing) -> tuple[str, bool]:
        """Return the heading of a text, and whether it is the person who says what it describes."""
        node = thing.node
        what = self.what(thing)
        own = thing.kind == "Goal" and self._is_own(thing)
        title = _title(node)
        if own:
            what = (
                f"{what}, {PHRASES['own-wish']}"
                if what == "Attente"
                else f"{what} {PHRASES['own-aim']}"
            )
        return (f"{what}\u00a0: {tidy(title)}" if title else what)[:300], own

    def _is_own(self, thing: Thing) -> bool:
        by = thing.node.one("expressedBy")
        target = self.target(by) if by else None
        origin = _slice_text(thing.node, "origineAttente")
        return bool((target and target.kind == "Patient") or OWN_ORIGIN.match(origin))

    def _body(self, thing: Thing, done: set[str], own: bool) -> list[Pair]:
        node = thing.node
        if thing.kind == "QuestionnaireResponse":
            pairs = self.speech.pairs(node, done | {"item"})
            answers = "\n".join(line for item in node.all("item") for line in self._item(item, ""))
            return [*pairs, (PHRASES["answers"], answers)]
        if thing.kind == "Binary":
            return [("Fichier", self.speech.attachment(node))]
        pairs = self.speech.pairs(node, done)
        if own:
            return [
                (PHRASES["own-words"], quoted(text)) if name == "Description"
                else (name, text)
                for name, text in pairs
            ]  # fmt: skip
        return pairs

    def _item(self, node: Node, margin: str) -> list[str]:
        """Return a question and its answers, and those within, as lines."""
        text, link = node.one("text"), node.one("linkId")
        question = self.speech.words(text) if text else self._question(node.value("linkId"))
        if link and link.leaf and not question:
            link.leaf.mark(Fate.KEPT)
            question = link.leaf.value
        elif link and link.leaf:
            link.leave("technical")
        answers, inner = [], []
        for answer in node.all("answer"):
            values = [kid for kid in answer.kids if kid.name.startswith("value")]
            answers += filter(None, map(self.speech.words, values))
            for name, words in self.speech.rest(answer, "item", *(kid.name for kid in values)):
                answers.append(f"{name}\u00a0: {words}")
            inner += answer.all("item")
        more = self.speech.rest(node, "text", "answer", "item", "linkId")
        both = "\u00a0; "
        told = [f"{margin}{question}\u00a0: {both.join(answers)}" if answers else margin + question]
        told += [f"{margin}  {name}\u00a0: {words}" for name, words in more]
        for item in [*inner, *node.all("item")]:
            told += self._item(item, f"{margin}  ")
        return told

    def _question(self, link: str) -> str:
        """Return the text of a question that an answer names, where its grid is in the source."""
        text = self.questions.get(link) if link else None
        if not text:
            return ""
        text.leaf.mark(Fate.KEPT)
        return text.leaf.value

    # Who and what is cited

    def _cited(self) -> None:
        blocks = []
        cited = [thing for thing in self.things if thing.kind in CITED]
        for thing in cited:
            self.here = thing
            _leave_generated(thing.node)
            pairs = self.speech.pairs(thing.node, _generated(thing.node))
            blocks.append("\n".join(filter(None, [self.what(thing), lines(pairs)])))
            self._say(thing, Fate.KEPT, f"{self.called(thing)}\u00a0: gardé parmi ce qui est cité.")
        told, papers = self.speech.taken()
        if not blocks:
            return
        keys = [who.key for who in self.people.values()]
        leaves = (leaf for thing in cited for leaf in thing.leaves())
        self.texts.append(
            Told(
                key=f"cités {_print(leaves)}",
                of=tuple(keys) if len(keys) == 1 else (),
                text="\n\n".join([*blocks, *told]),
                heading=PHRASES["cited"],
                papers=papers,
            )
        )

    # The report

    def _say(self, thing: Thing, fate: Fate, words: str) -> None:
        thing.lines.append(Line(self.where(thing), fate, words))
        for missing in dict.fromkeys(self.missing):
            said = (
                f"Renvoi à {missing}, qui n’est pas dans le fichier\u00a0: gardé comme un libellé."
            )
            thing.lines.append(Line(self.where(thing), Fate.KEPT, said))
        self.missing = []

    def where(self, thing: Thing) -> str:
        """Return where a thing is in the source, in words."""
        return (
            f"{thing.place}\u00a0: {self.called(thing)}" if thing.kind != "Bundle" else thing.place
        )

    def report(self) -> list[Line]:
        """Return the lines of the report: what each thing became, and what of it is left."""
        told: list[Line] = []
        profiles = sorted({
            bare(node.leaf.value)
            for node in self.source.root.every()
            if node.name == "profile" and node.leaf
        })  # fmt: skip
        if profiles:
            words = f"Profils annoncés, non vérifiés\u00a0: {', '.join(profiles)}."
            told.append(Line("tout le fichier", Fate.UNKNOWN, words))
        for thing in self.things:
            told += thing.lines
            if not thing.lines and thing.kind not in ("Bundle", *TYPES):
                words = f"Type non compris ({quoted(thing.kind)}), resté dans l’original."
                told.append(Line(self.where(thing), Fate.UNKNOWN, words))
            told += report.left(
                self.where(thing), thing.leaves(), thing.node.path, self.speech.masked
            )
        seen = {leaf for thing in self.things for leaf in thing.leaves()}
        stray = [leaf for leaf in self.source.leaves if leaf not in seen]
        return told + report.left("tout le fichier", stray, "", self.speech.masked)


def _subject_nodes(thing: Thing) -> list[Node]:
    """Return the references to whom a thing is about."""
    node = thing.node
    if thing.kind == "Group":
        return [entity for member in node.all("member") for entity in member.all("entity")]
    if thing.kind in ("Appointment", "Schedule"):
        return [actor for part in [node, *node.all("participant")] for actor in part.all("actor")]
    found = [kid for kid in node.kids if kid.name in SUBJECTS]
    return found + [
        kid for context in node.all("context") for kid in context.all("sourcePatientInfo")
    ]


def is_stay(node: Node) -> bool:
    """Say whether an Encounter is a stay, not an event of a day."""
    marks = _marks(node)
    if any(sign in mark for sign in STAY for mark in marks):
        return True
    if any(sign in mark for sign in EVENT for mark in marks) or node.one("partOf"):
        return False
    urls = [bare(kid.value("url")) for kid in node.all("extension")]
    if any(url.startswith("event-") for url in urls):
        return False
    if any(url in ("admission-date", "entry-mode-label", "exit-mode-label") for url in urls):
        return True
    start, end = node.value("period", "start"), node.value("period", "end")
    is_long = start[:10] != end[:10] and bool(start)
    return node.value("class", "code") in ("IMP", "ACUTE", "NONAC", "SS") and is_long


def _marks(node: Node) -> list[str]:
    """Return what tells the kind of a thing: its profiles, numbers and codes."""
    found = []
    for kid in node.kids:
        if kid.name == "meta":
            found += [bare(one.leaf.value) for one in kid.all("profile") if one.leaf]
        elif kid.name in ("identifier", "masterIdentifier"):
            found += [kid.value("value"), kid.value("system"), kid.value("type", "coding", "code")]
        elif kid.name == "code":
            found += [one.value("code") for one in kid.all("coding")]
        elif kid.name == "note":
            found += [leaf.value for e in kid.all("extension") for leaf in e.leaves()]
    return found


def _dated(leaf: Leaf, text: str) -> tuple[date | datetime | None, str]:
    when = moment(text)
    words = day_words(text)
    leaf.mark(Fate.TAKEN, when.isoformat() if when else words)
    return when, "" if when else words


def _in_order(pairs: list[Pair]) -> list[Pair]:
    """Return pairs, what one reads first being first."""

    def rank(pair: Pair) -> int:
        if pair[0] in FIRST:
            return FIRST.index(pair[0])
        return len(FIRST) + 1 + (LAST.index(pair[0]) + 1 if pair[0] in LAST else 0)

    return sorted(pairs, key=rank)


def _number(node: Node, masked: set[str]) -> str:
    """Return the number that names a thing in its house, "" when it has none."""
    for kid in node.all("masterIdentifier", "identifier"):
        value = kid.value("value")
        if value and not is_private(kid):
            for national in masked:
                value = value.replace(national, "(INS)")
            return value
    return ""


def _print(leaves: Iterable[Leaf]) -> str:
    """Return what tells a thing without a name apart: a digest of all that it says."""
    values = {leaf.value for leaf in leaves if not leaf.path.endswith("resourceType")}
    said = "\n".join(sorted(values))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _mark_number(node: Node, key: str, fate: Fate) -> None:
    for kid in node.all("masterIdentifier", "identifier"):
        value = kid.one("value")
        if value and value.leaf and not is_private(kid) and value.leaf.value.strip() == key:
            value.leaf.mark(fate)


def _leave_envelope(node: Node) -> None:
    """Leave what a bundle says of its own sending."""
    for kid in node.kids:
        if kid.name in (
            "id",
            "meta",
            "type",
            "timestamp",
            "total",
            "link",
            "resourceType",
            "identifier",
        ):
            kid.leave("technical")
        for inner in kid.all("fullUrl", "request", "response", "search", "link", "id"):
            if kid.name == "entry":
                inner.leave("technical")


def _leave_managed(thing: Thing) -> None:
    """Leave a thing of management: what tells a person nothing apart from what does."""
    for node in thing.node.every():
        if node.name in TECHNICAL:
            node.leave("technical")
        elif node.name == "coding" and node.value("display"):
            for kid in node.all("code"):
                kid.leave("technical")
    for leaf in thing.leaves():
        leaf.leave("managed")


def _generated(node: Node) -> set[str]:
    """Return the name of the narrative of a thing, when a program made it of the rest."""
    return {"text"} if node.value("text", "status") == "generated" else set()


def _leave_generated(node: Node) -> None:
    if _generated(node):
        for kid in node.all("text"):
            kid.leave("generated")


def _is_birth_place(node: Node) -> bool:
    key = bare(node.value("url")) if node.name == "extension" else ""
    return key in ("patient-birthPlace", "birthPlace", "birth-order", "patient-multiple-birth")


def _is_birth_names(node: Node) -> bool:
    return node.name == "extension" and bare(node.value("url")).endswith("birth-list-given-name")


def _label(node: Node) -> str:
    """Return the label that TDDUI gives to an event."""
    labels = (kid for kid in node.all("extension") if bare(kid.value("url")) == "event-label")
    return next((kid.value("valueString") for kid in labels), "")


def _title(node: Node) -> str:
    """Return the title of a thing, wherever its type has it, "" when it has none."""
    return (
        node.value("title")
        or _label(node)
        or _slice_text(node, "titre")
        or _input_text(node, "titre")
        or node.value("content", "attachment", "title")
        or node.value("description")
        or _concept(node.one("code"))
    )


def _slice_text(node: Node, code: str) -> str:
    """Return the text of the note of a goal that is marked by this code, "" when none."""
    for note in node.all("note"):
        found = {leaf.value for e in note.all("extension") for leaf in e.leaves()}
        if any(value.startswith(code) for value in found & SLICES.keys()):
            return note.value("text")
    return ""


def _input_text(node: Node, code: str) -> str:
    """Return the text of the input of a task that has this code, "" when none."""
    for one in node.all("input"):
        if one.value("type", "coding", "code") == code:
            return one.value("valueString")
    return ""


def _names(node: Node) -> tuple[str, str, list[Node]]:
    """Return how a person is called, their civil name, and the names that were used for it."""
    by_use: dict[str, Node] = {}
    for name in node.all("name"):
        by_use.setdefault(name.value("use"), name)
    order = ("usual", "", "official", "nickname", "maiden", "anonymous", "temp", "old")
    usual = next((by_use[use] for use in order if use in by_use), None)
    usual = usual or next(iter(by_use.values()), None)
    if usual is None:
        return "", "", []
    official = by_use.get("official", by_use.get("maiden", usual))
    first = usual.value("given") or official.value("given")
    family = _families(usual) or _families(official)
    parts = " ".join(filter(None, (first, family)))
    called = parts or usual.value("text") or official.value("text")
    lists = (kid.value("valueString") for kid in official.all("extension") if _is_birth_names(kid))
    given = next(filter(None, lists), "") or " ".join(
        kid.leaf.value.strip() for kid in official.all("given") if kid.leaf and not kid.leaf.why
    )
    civil = " ".join(filter(None, (given, _families(official)))) or official.value("text")
    return tidy(called), tidy(civil), [usual] if usual is official else [usual, official]


def _families(name: Node) -> str:
    return " ".join(k.leaf.value.strip() for k in name.all("family") if k.leaf and not k.leaf.why)


def _human(node: Node | None) -> str:
    """Return the words for a HumanName, nothing of it being marked."""
    if node is None:
        return ""
    if node.leaf:
        return node.leaf.value
    order = ("prefix", "given", "family", "suffix")
    found = [kid for name in order for kid in node.all(name)]
    parts = [kid.leaf.value for kid in found if kid.leaf and not kid.leaf.why]
    return tidy(" ".join(parts) or node.value("text"))


def _concept(node: Node | None) -> str:
    """Return the words for a CodeableConcept, nothing of it being marked."""
    if node is None:
        return ""
    shown = (kid.value("display") or kid.value("code") for kid in node.all("coding"))
    return tidy(node.value("text") or next(filter(None, shown), ""))


def _profession(node: Node) -> str:
    """Return the words for the profession that an extension tells of a function."""
    values = (kid.one("valueCodeableConcept") for kid in node.all("extension"))
    return next(filter(None, map(_concept, values)), "")


def _bracketed(name: str, more: str) -> str:
    return f"{name} ({more})" if more else name
