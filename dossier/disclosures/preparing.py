"""What a sending would hold: each text with other names, what speaks of others, what is doubtful.

Nothing is decided here: names that are known change, and all else is shown for somebody to decide.
What was prepared is kept with its basis, so that what is sealed is what was seen.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.utils import timezone

from dossier.disclosures import facts, sheet
from dossier.disclosures.models import Disclosed, Disclosure
from dossier.disclosures.pseudonyms import finding, nets
from dossier.disclosures.pseudonyms.finding import Found
from dossier.disclosures.pseudonyms.known import (
    PERSON,
    PLACE,
    RELATIVE,
    WORKER,
    Index,
    Known,
)
from dossier.disclosures.pseudonyms.replacing import Choices, Pseudonyms, Segment, apply
from dossier.documents.easy import sentences
from dossier.establishment.dates import MONTHS, full_day
from dossier.establishment.house import house
from dossier.establishment.models import Team, Worker
from dossier.files import kinds
from dossier.notebooks import french
from dossier.notebooks.models import UNNAMED, Attachment, Notebook, Writing
from dossier.persons.models import Person, Relation

GAP = "[…]"
AROUND = 40  # letters shown around a doubt
TO_READ = {kinds.PDF, kinds.OFFICE, kinds.TEXT}  # files that leave as their words alone
TO_LOOK = {kinds.IMAGE, kinds.SOUND, kinds.VIDEO}
FILES = {
    kinds.IMAGE: "une image",
    kinds.SOUND: "un son",
    kinds.VIDEO: "un film",
}

Span = tuple[int, int]


class Sentence(NamedTuple):
    """A sentence of a writing: where it stands, its words; whether it speaks of somebody else, and
    what was decided of it: covered, left, or nothing yet.
    """

    start: int
    end: int
    words: str
    speaks_of_others: bool
    is_hidden: bool
    is_kept: bool

    @property
    def is_settled(self) -> bool:
        """Whether somebody decided, if there is something to decide."""
        return not self.speaks_of_others or self.is_hidden or self.is_kept


class Doubt(NamedTuple):
    """A word that may be a name, where it stands first, how often; `decision` is "changed", "left",
    or nothing yet.
    """

    said: str
    before: str
    after: str
    why: str
    count: int
    decision: str


@dataclass
class Row:
    """A piece as it would leave: what it is `called`, its sentences before, its stretches after;
    `whole` its words.
    """

    piece: Disclosed
    called: str = ""
    whole: str = ""
    sentences: list[Sentence] = field(default_factory=list)
    segments: tuple[Segment, ...] = ()
    found: tuple[Found, ...] = ()

    @property
    def told(self) -> str:
        """The words that leave."""
        return "".join(one.shown for one in self.segments)

    @property
    def is_looked_at(self) -> bool:
        """Whether somebody looked at it as it is now."""
        is_same = self.piece.seen == print_of(self.whole)
        return is_same and all(one.is_settled for one in self.sentences)


@dataclass
class Prepared:
    """A sending as it would leave: its pieces, its doubts, the words of its purpose, which piece
    answers which criterion; `basis` is a print of all that it is made of.
    """

    basis: str
    rows: list[Row]
    doubts: list[Doubt]
    purpose: str
    answers: str
    replaced: list[tuple[str, str]]

    @property
    def unread(self) -> list[Row]:
        """The pieces nobody looked at as they are."""
        return [one for one in self.rows if not one.is_looked_at]

    @property
    def undecided(self) -> list[Doubt]:
        """The doubts nobody decided."""
        return [one for one in self.doubts if not one.decision]

    @property
    def is_ready(self) -> bool:
        """Whether it may be sealed."""
        return bool(self.rows) and not self.unread and not self.undecided


def known(*, by: Worker) -> tuple[Known, ...]:
    """Return the names that `by` may know: of whom they read the notebook, around them, who works
    there, the places of the house. Of somebody else nothing is told: their name is a doubt as
    any other, that somebody decides.
    """
    seen = Notebook.objects.visible_to(by)
    people = Person.objects.filter(dossier__notebook__in=seen)
    told = [
        Known(PERSON, name, f"p{pk}")
        for pk, called, civil in people.order_by("pk").values_list("pk", "called", "civil_name")
        for name in dict.fromkeys(filter(None, (called.strip(), civil.strip())))
    ]
    around = Relation.objects.filter(notebook__in=seen).order_by("name", "pk")
    told += [
        Known(RELATIVE, name, f"r{name.casefold()}")
        for name in dict.fromkeys(around.values_list("name", flat=True))
        if name.strip()
    ]
    workers = Worker.objects.order_by("pk").values_list("pk", "name")
    told += [Known(WORKER, name, f"w{pk}") for pk, name in workers if name.strip()]
    groups = seen.exclude(kind__in=[Notebook.Kind.DOSSIER, *UNNAMED]).order_by("title")
    places = [house().name, *Team.objects.order_by("name").values_list("name", flat=True)]
    places += groups.values_list("title", flat=True)
    told += [Known(PLACE, one, f"l{one}") for one in dict.fromkeys(places) if one.strip()]
    return tuple(told)


def basis(disclosure: Disclosure, *, by: Worker, names: Sequence[Known]) -> str:
    """Return a print (SHA-256) of all that what leaves is made of."""
    return _basis(disclosure, names, [(p, *source(p, by=by)) for p in rows_of(disclosure)])


def _basis(
    disclosure: Disclosure, names: Sequence[Known], sources: Iterable[tuple[Disclosed, str, str]]
) -> str:
    rows = [
        (one.pk, one.seen, one.hidden, one.kept, one.criterion, one.method, *words)
        for one, *words in sources
    ]
    told = [
        disclosure.names,
        disclosure.choices,
        disclosure.until.isoformat(),
        [(one.kind, one.name, one.key) for one in names],
        rows,
    ]
    whole = json.dumps(told, sort_keys=True).encode() + bytes(disclosure.seed)
    return hashlib.sha256(whole).hexdigest()


def rows_of(disclosure: Disclosure, *, only: int | None = None) -> list[Disclosed]:
    """Return the pieces of a sending, or `only` one, with what they are taken from; each person of
    whom dates are told has a `rank` among those returned, in the order drawn.
    """
    around = ("writing__heading", "writing__notebook", "consent__dossier__person")
    around += ("edition__house_text", "disclosure")
    found = disclosure.pieces.select_related(*around, "attachment__blob", "attachment__writing")
    found = found.select_related("attachment__writing__heading")
    found = list(found.filter(pk=only) if only else found)
    for rank, one in enumerate(p for p in found if p.consent_id and not p.writing_id):
        one.rank = rank
    return found


def read(*, by: Worker, disclosure: Disclosure) -> Prepared:
    """Return a sending as it would leave; nothing is written."""
    names = known(by=by)
    made = _Preparing(by, disclosure, names).made()
    for row in made.rows:
        row.piece.title, row.piece.told = row.called[:500], row.told
    return made


def prepare(*, by: Worker, disclosure: Disclosure) -> Prepared:
    """Return a sending as it would leave, and keep it so, with its basis."""
    disclosure.refresh_from_db()
    made = read(by=by, disclosure=disclosure)
    Disclosed.objects.bulk_update([one.piece for one in made.rows], ["title", "told"], 200)
    disclosure.basis = made.basis
    disclosure.is_ready, disclosure.told_purpose = made.is_ready, made.purpose
    disclosure.told_answers = made.answers
    disclosure.save(update_fields=["basis", "is_ready", "told_purpose", "told_answers"])
    return made


def choices_of(disclosure: Disclosure) -> Choices:
    """Return what was decided of names."""
    held = disclosure.choices
    return Choices(
        undone=frozenset(held.get("undone", ())),
        added=held.get("added", {}),
        covered=frozenset(held.get("covered", ())),
    )


def day_of(writing: Writing) -> date:
    """Return the day a writing tells of, or else that it was signed."""
    return writing.occurred_on or timezone.localtime(writing.signed_at).date()


def births(person: Person) -> re.Pattern | None:
    """Return what finds the day of somebody's birth however it is written; None when the day is not
    known.
    """
    if not person.born_from or person.born_from != person.born_until:
        return None
    on, month = person.born_from, MONTHS[person.born_from.month - 1]
    short = month[:3].replace("é", "[ée]").replace("û", "[ûu]")
    between = r"[\s/.,\u00a0\u202f-]{1,3}"
    months = rf"(?:0?{on.month}|{short}[^\W\d_]{{0,7}}\.?)"
    day, year = rf"0?{on.day}(?:er)?", rf"(?:{on.year}|{on.year % 100:02})"
    return re.compile(
        rf"(?<!\d)(?:{day}{between}{months}{between}{year}|{on.isoformat()})(?!\d)", re.IGNORECASE
    )


def print_of(words: str) -> str:
    """Return a print of words somebody looked at: SHA-256, its first 16 signs in hexadecimal."""
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


def source(piece: Disclosed, *, by: Worker) -> tuple[str, str]:
    """Return the title of a piece and its words, as they are in the house today."""
    if piece.attachment:
        return _of_file(piece.attachment)
    if piece.writing:
        return titled(piece.writing), piece.writing.text
    if piece.edition:
        named = f"{piece.edition.house_text.title}, version {piece.edition.number}"
        on = full_day(piece.edition.in_force_on)
        return f"{named}, en vigueur depuis le {on}", piece.edition.text
    if piece.consent:
        return facts.called(piece.rank), facts.told(piece.consent.dossier, by=by)
    return sheet.TITLE, sheet.told(by=by)


class _Preparing:
    """A sending being prepared."""

    def __init__(self, by: Worker, disclosure: Disclosure, names: tuple[Known, ...]) -> None:
        self.by, self.disclosure, self.names = by, disclosure, names
        self.choices = choices_of(disclosure)
        self.pieces = rows_of(disclosure)
        self.person = disclosure.consent.dossier.person if disclosure.consent else None
        self.own = f"p{self.person.pk}" if self.person else ""
        own = disclosure.consent.dossier.notebook_id if self.person else 0
        names_of = f"{self.person.called} {self.person.civil_name}" if self.person else ""
        self.own_words = {word.folded for word in french.words(names_of)}
        circles = Notebook.objects.filter(circle__around=own).values_list("pk", flat=True)
        self.own_notebooks = {own, *circles}

    def made(self) -> Prepared:
        """Return the sending as it would leave."""
        rows = [Row(piece, *source(piece, by=self.by)) for piece in self.pieces]
        now = _basis(self.disclosure, self.names, [(r.piece, r.called, r.whole) for r in rows])
        for row in rows:
            row.found = self._find(row.whole)
            row.sentences = list(self._sentences(row))
        texts = [self._covered(row) for row in rows]
        criteria = self._criteria(rows)
        named = [*(row.called for row in rows), self.disclosure.purpose, *criteria]
        written = {one for text in (*(t for t, _ in texts), *named) for one in self._births(text)}
        choices = replace(self.choices, covered=self.choices.covered | written)
        others = Pseudonyms(bytes(self.disclosure.seed), self.names, [t for t, _ in texts] + named)
        doubts = _Doubts(choices)
        replaced: dict[str, str] = {}

        def told(text: str, found: list[Found]) -> tuple[Segment, ...]:
            segments = apply(text, self._meant(found), choices, others).segments
            doubts.read(segments)
            replaced.update({one.said: one.shown for one in segments if one.is_replaced})
            return segments

        for row, (text, found) in zip(rows, texts, strict=True):
            row.called = _shown(told(row.called, self._find(row.called)))
            row.segments = told(text, found)
        purpose = _shown(told(self.disclosure.purpose, self._find(self.disclosure.purpose)))
        answers = "\n".join(
            f"- {_shown(told(one, self._find(one)))} : {row.called}"
            for one, row in zip(criteria, rows, strict=True)
            if one
        )
        return Prepared(now, rows, doubts.told(), purpose, answers, list(replaced.items()))

    def _find(self, text: str) -> tuple[Found, ...]:
        return _found(text, self.names)

    def _meant(self, found: Iterable[Found]) -> list[Found]:
        """Return what may change: not the name of the house, which says who it comes from, nor the
        person's own, when they keep it.
        """
        keeps = self.disclosure.names == Disclosure.Names.OTHERS
        here = f"l{house().name}"
        return [one for one in found if one.who != here and not (keeps and self._is_own(one))]

    def _is_own(self, found: Found) -> bool:
        """Whether a name is the person's own, letter for letter: nearly theirs is another's."""
        told = {word.folded for word in french.words(found.said)}
        return found.who == self.own and told <= self.own_words

    def _births(self, text: str) -> list[str]:
        keeps = self.disclosure.names == Disclosure.Names.OTHERS
        found = births(self.person) if self.person and not keeps else None
        return [one[0] for one in found.finditer(text)] if found else []

    def _criteria(self, rows: Sequence[Row]) -> list[str]:
        """Return what each piece answers, when it was said, before names change."""
        return [
            ", ".join(filter(None, (row.piece.get_method_display(), row.piece.criterion)))
            for row in rows
        ]

    def _sentences(self, row: Row) -> Iterator[Sentence]:
        """Yield the sentences of a piece; all speak of others where a relative does, and in words
        that are not of the person's own notebook.
        """
        piece = row.piece
        writing = piece.writing or (piece.attachment.writing if piece.attachment else None)
        if not writing:
            return
        is_theirs = writing.voice == Writing.Voice.RELATIVE
        is_theirs |= bool(self.own) and writing.notebook_id not in self.own_notebooks
        is_same = piece.seen == print_of(row.whole)
        told = (piece.hidden, piece.kept) if is_same else ((), ())
        hidden, kept = ({tuple(one) for one in those} for those in told)
        for start, end in spans(row.whole):
            others = is_theirs or any(
                self._is_of_other(one) for one in row.found if one.start < end and one.end > start
            )
            here = (start, end)
            yield Sentence(*here, row.whole[start:end], others, here in hidden, here in kept)

    def _is_of_other(self, found: Found) -> bool:
        if found.kind != PERSON or self._is_own(found):
            return False
        is_meant = found.is_sure or found.said in self.choices.added
        return is_meant and not found.who.startswith("w")

    def _covered(self, row: Row) -> tuple[str, list[Found]]:
        """Return the words of a piece without what is covered, and what is found there."""
        hidden = _joined(
            [one[:2] for one in row.sentences if one.is_hidden],
            [(one.start, one.end) for one in row.found],
        )
        text, found, at = "", [], 0
        for start, end in [*hidden, (len(row.whole), len(row.whole))]:
            moved = len(text) - at
            text += row.whole[at:start]
            found += [
                _moved(one, moved) for one in row.found if at <= one.start and one.end <= start
            ]
            if start < end:
                text += "" if text.endswith(GAP) or text.endswith(f"{GAP} ") else GAP
            at = end
        return text, found


@lru_cache(maxsize=2)
def _index(names: tuple[Known, ...]) -> Index:
    return Index(names)


@lru_cache(maxsize=512)
def _found(text: str, names: tuple[Known, ...]) -> tuple[Found, ...]:
    """Return all that is found in a text, by the rules and by the net where there is one; kept, as
    a sending is looked at page after page.
    """
    found = finding.find(text, _index(names))
    if model := nets.model():
        found = [*found, *nets.caught(text, found, model)]
    return tuple(sorted(found, key=lambda one: one.start))


class _Doubts:
    """The doubts of a sending, by spelling."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.held: dict[str, Doubt] = {}

    def read(self, segments: Sequence[Segment]) -> None:
        """Take the doubts of a text; what was decided of one stays."""
        for at, one in enumerate(segments):
            if not one.found or one.found.is_sure or one.found.who.startswith("covered:"):
                continue
            held = self.held.get(one.said)
            if held:
                self.held[one.said] = held._replace(count=held.count + 1)
                continue
            before = "".join(each.shown for each in segments[max(0, at - 3) : at])[-AROUND:]
            after = "".join(each.shown for each in segments[at + 1 : at + 4])[:AROUND]
            decision = "left" if one.said in self.choices.undone else ""
            decision = "changed" if one.said in self.choices.added else decision
            self.held[one.said] = Doubt(one.said, before, after, one.found.why, 1, decision)

    def told(self) -> list[Doubt]:
        """Return them, in the order of the texts."""
        return list(self.held.values())


def spans(text: str) -> list[Span]:
    """Return where each sentence of a text stands."""
    found, at = [], 0
    for one in sentences(text):
        start = text.index(one, at)
        at = start + len(one)
        found.append((start, at))
    return found


def titled(writing: Writing) -> str:
    """Return what to call a writing where it is read without its notebook: its day, its heading,
    and who speaks when it is not a worker.
    """
    on = f"le {full_day(day_of(writing))}"
    named = f"{writing.heading}, {on}" if writing.heading else on.capitalize()
    return named if writing.is_from_worker else f"{named} ({writing.voice_said})"


def _joined(hidden: Iterable[Span], found: Iterable[Span]) -> list[Span]:
    """Return what is covered, with the whole of what is found across an edge of it: half a name is
    not left.
    """
    told = sorted(hidden)
    for start, end in found:
        edges = [one for one in told if start < one[1] and end > one[0]]
        if any(start < one[0] or end > one[1] for one in edges):
            told.append((start, end))
    joined: list[Span] = []
    for start, end in sorted(told):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _of_file(attachment: Attachment) -> tuple[str, str]:
    """Return what to call a file, without its own name, and the words that go with it."""
    blob = attachment.blob
    sort = FILES.get(blob.kind, "un document, ses mots seuls")
    words = blob.text if blob.kind in TO_READ else attachment.description
    return f"Le {full_day(day_of(attachment.writing))}, {sort}", words


def _moved(one: Found, by: int) -> Found:
    pieces = tuple(replace(p, start=p.start + by, end=p.end + by) for p in one.pieces)
    return replace(one, start=one.start + by, end=one.end + by, pieces=pieces)


def _shown(segments: Iterable[Segment]) -> str:
    return "".join(one.shown for one in segments)
