"""Where writings are laid out to be read by whom they are about: what was decided, what waits, and
what nothing speaks against.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from django.db import connection

from dossier.collectives import causes, naming
from dossier.establishment.house import said
from dossier.establishment.house import words as house_words
from dossier.establishment.models import Worker
from dossier.notebooks import french
from dossier.notebooks.models import Attachment, Circle, Mention, Notebook, Piece, Tagging, Writing
from dossier.persons.models import Dossier
from dossier.reading import others, own_name, rules
from dossier.reading.doubts import first_names
from dossier.reading.hearing import Ear
from dossier.reading.models import Beside, Covering
from dossier.reading.others import Listening, Own, Sign
from dossier.reading.rules import Span, Stretch
from dossier.rights.models import Report

ANSWERS = "répond à ce qui attend d’être relu, ou l’a attendu"
NAMING = {others.NAME, others.WORD, others.COLLEAGUE}
SHOW, COVER = "show", "cover"
HEARD = 200  # writings from which one tells by which pronoun a person is told of


class Prepared(NamedTuple):
    """A sentence as it is shown to a keeper: where it stands, the reason it is proposed covered for
    (empty to show it), and what makes one doubt.
    """

    start: int
    end: int
    text: str
    reason: str
    signs: tuple[Sign, ...]


@dataclass
class Passage:
    """A writing as the person may read it.

    `text` is all it says, the passages it takes up included; `spans` in it are covered. `doubts`
    say why it waits, beside the `signs` in its text. `unread` are the stretches taken up from
    where the worker does not read. It `is_just_said` when the person said it in this very sitting.
    """

    writing: Writing
    text: str
    is_here: bool
    is_tied: bool
    listening: Listening
    unread: list[Span] = field(default_factory=list)
    files: list[Attachment] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    proposed: str = ""
    is_about_others: bool = False
    covering: Covering | None = None
    is_just_said: bool = False

    @property
    def is_concerned(self) -> bool:
        """Whether the person is surely whom it concerns: it is theirs, tied, or names them."""
        return self.is_here or self.is_tied or bool(self.listening.named)

    @property
    def speaks_of_others(self) -> bool:
        """Whether its text, or what stands beside it, speaks of somebody else."""
        return self.is_about_others or self.listening.is_about_others

    @property
    def is_clear(self) -> bool:
        """Whether nothing speaks against its being read, without anybody having looked at it."""
        return self.is_here and not (self.doubts or self.listening.signs or self.unread)

    @property
    def is_heard(self) -> bool:
        """Whether it is what the person themselves just said, as they said it, and names nobody:
        they learn nothing from it. Another day, it waits as any other.
        """
        if not self.is_just_said or self.covering or self.files or self.unread:
            return False
        is_theirs = self.is_here and self.writing.voice == Writing.Voice.PERSON
        if not is_theirs or self.writing.version > 1 or set(self.doubts) - {ANSWERS}:
            return False
        return not any(sign.kind in NAMING for sign in self.listening.signs)

    @property
    def is_waiting(self) -> bool:
        """Whether it waits, whole, for a keeper."""
        is_read = self.is_clear or self.is_heard
        return self.is_concerned and not self.covering and not is_read

    @property
    def is_told(self) -> bool:
        """Whether one says to the person that it exists: all but what was written of somebody else
        and no keeper looked at yet.
        """
        if self.covering:
            return True
        is_told = self.is_here or self.writing.notebook.kind in TOLD
        return self.is_concerned and is_told

    @property
    def whole(self) -> str:
        """The reason why all of it is set apart, if it is."""
        return self.covering.whole if self.covering else ""

    @cached_property
    def spans(self) -> list[Span]:
        """The stretches of `text` that were decided covered; those never read always are."""
        kept = [Span(*one) for one in self.covering.spans] if self.covering else []
        return [*kept, *self.unread]

    @cached_property
    def stretches(self) -> list[Stretch]:
        """What is read: nothing of what waits, nor of what is set apart."""
        is_read = self.covering or self.is_clear or self.is_heard
        if self.is_waiting or self.whole or not is_read:
            return []
        return rules.stretches(self.text, self.spans)

    @property
    def shown_files(self) -> list[Attachment]:
        """The files that a keeper decided to show."""
        if not self.covering or self.whole:
            return []
        return [one for one in self.files if one.pk in self.covering.files]

    @property
    def reasons(self) -> list[str]:
        """Why something of it is covered, a reason each time."""
        if self.whole:
            return [self.whole]
        return [reason for one in self.stretches for reason in one.reasons]

    @cached_property
    def at_once(self) -> str:
        """What may be decided of it among several, as it is proposed: SHOW or COVER all of it, or
        nothing. What is to be shown in part, has something joined, or would cover the person's own
        words, is looked at by itself.
        """
        if not self.is_waiting or self.files or self.unread:
            return ""
        reasons = {bool(one.reason) for one in self.prepared()}
        if not self.proposed and True not in reasons:
            return SHOW
        is_theirs = self.is_here and self.writing.voice == Writing.Voice.PERSON
        is_whole = bool(self.proposed) or reasons == {True}
        return COVER if is_whole and not is_theirs else ""

    @property
    def print(self) -> str:
        """What it is known by as it was shown: words, version, what was decided, and proposed."""
        decided = self.covering.pk if self.covering else 0
        spans = [(one.start, one.end, one.reason) for one in self.prepared()]
        told = f"{self.writing.version} {decided} {self.proposed} {spans} {self.text}"
        return rules.print_of(told)[:16]

    def prepared(self) -> list[Prepared]:
        """Return each sentence with what is proposed; what was decided before wins."""
        heard = self.listening.heard()
        proposals = rules.prepare(
            heard, is_elsewhere=not self.is_here, is_about_others=self.is_about_others
        )
        found = []
        for (start, end), reason in zip(rules.sentences(self.text), proposals, strict=True):
            signs = tuple(s for s in self.listening.signs if s.start < end and s.end > start)
            decided = self._decided(start, end)
            told = reason if decided is None else decided
            found.append(Prepared(start, end, self.text[start:end], told, signs))
        return found

    def _decided(self, start: int, end: int) -> str | None:
        if any(one.start < end and one.end > start for one in self.unread):
            return rules.UNREAD
        if not self.covering:
            return None
        return next((one.reason for one in self.spans if one.start < end and one.end > start), "")


TOLD = {Notebook.Kind.COLLECTIVE, Notebook.Kind.PROJECT}


class Desk:
    """What `by` knows while reading for the person of `dossier`: asked once. `said` are the numbers
    of the writings that the person said in this very sitting.
    """

    def __init__(self, *, by: Worker, dossier: Dossier, said: Collection[int] = ()) -> None:
        self.by, self.dossier, self.notebook = by, dossier, dossier.notebook
        self.just_said = frozenset(said)

    @cached_property
    def known(self) -> list[naming.Known]:
        """Whose names the worker may know; of the person, what is no more than a name."""
        known = causes.known(by=self.by, notebook=self.notebook)
        who = f"p{self.dossier.person_id}"
        first = first_names(known, who)
        return [
            replace(one, names=own_name.only_names(one.names, first)) if one.who == who else one
            for one in known
        ]

    def is_own_name(self, told: str) -> bool:
        """Whether words are the person's name, and tell nothing more."""
        return any(told in one.names for one in self.known if one.who == self.own.who)

    @cached_property
    def called(self) -> str:
        """How the person is called, when it is a name or a keeper decided to show it; else ""."""
        told = self.dossier.person.called
        if self.is_own_name(told):
            return told
        reason = Beside.objects.decided(self.dossier).get(rules.print_of(told), rules.UNREAD)
        return "" if reason else told

    @cached_property
    def own(self) -> Own:
        """Whom it is about, and the words by which the house calls all the others."""
        lately = Writing.objects.filter(notebook=self.notebook).order_by("-position")
        texts = lately.values_list("text", flat=True)[:HEARD]
        told = house_words()
        called = {
            word.folded
            for one in (told["personne"], told["proche"])
            for form in (one.singulier, one.pluriel)
            for word in french.words(form)
        }
        words = {one for one in called if len(one) > 3 and not others.is_in("common", one)}
        who = f"p{self.dossier.person_id}"
        return others.own_of(self.known, who, others.pronoun(texts), words)

    @cached_property
    def colleagues(self) -> set[str]:
        """The whole names of those who work there: two words at least, or it may be another's."""
        names = (name for one in self.known if one.sort == naming.WORKER for name in one.names)
        return {flat for name in names if " " in (flat := french.fold_all(name))}

    @cached_property
    def here(self) -> set[int]:
        """The notebooks that are the person's: that of the dossier, and the circles around it."""
        around = Circle.objects.filter(around=self.notebook).values_list("notebook", flat=True)
        return {self.notebook.pk, *around}

    @cached_property
    def seen(self) -> set[int]:
        """The notebooks the worker reads."""
        return set(Notebook.objects.visible_to(self.by).values_list("pk", flat=True))

    @cached_property
    def ear(self) -> Ear:
        """How the worker listens to a text."""
        return Ear(self.known, self.own, self.colleagues)

    def listen(self, texts: Sequence[str], spoken: Collection[int] = ()) -> list[Listening]:
        """Return texts as one listens whether they speak of somebody else; `spoken` are the places
        of those that somebody says in the first person.
        """
        return self.ear.listen(texts, spoken)

    def is_plain(self, text: str) -> bool:
        """Whether free words beside a writing speak of nobody else; others are not shown."""
        return not text or not self.listen([text])[0].signs

    def read(self, writings: Sequence[Writing]) -> list[Passage]:
        """Return writings as the person may read them; as many queries whatever they are."""
        if not writings:
            return []
        above = _above([one.pk for one in writings])
        missing = {pk for those in above.values() for pk in those} - {one.pk for one in writings}
        more = Writing.objects.filter(pk__in=missing).select_related("notebook", "heading")
        every = self._passages([*writings, *(more if missing else ())])
        for pk, those in above.items():
            if any(not every[one].is_clear for one in those):
                every[pk].doubts.append(ANSWERS)
                every[pk].is_about_others |= any(every[one].speaks_of_others for one in those)
        return [every[one.pk] for one in writings]

    def _passages(self, writings: Sequence[Writing]) -> dict[int, Passage]:
        around = _Around([one.pk for one in writings], self)
        texts = [around.text(one) for one in writings]
        moments = [f"{one.moment}\n{one.speaker}".strip() for one in writings]
        spoken = {place for place, one in enumerate(writings) if not one.is_from_worker}
        heard = self.listen([*(text for text, _ in texts), *moments], spoken)
        found = {}
        for number, one in enumerate(writings):
            text, unread = texts[number]
            found[one.pk] = Passage(
                writing=one,
                text=text,
                is_here=one.notebook_id in self.here,
                is_tied=self.notebook.pk in around.mentions.get(one.pk, ()),
                listening=heard[number],
                unread=unread,
                files=around.files.get(one.pk, []),
                covering=around.coverings.get((one.pk, one.version)),
                is_just_said=one.pk in self.just_said,
            )
            self._doubt(found[one.pk], heard[len(writings) + number], around)
        return found

    def _doubt(self, passage: Passage, beside: Listening, around: "_Around") -> None:
        """Say why a writing waits, beside what its text says; what to propose for all of it."""
        pk = passage.writing.pk
        elsewhere = around.mentions.get(pk, set()) - {self.notebook.pk}
        told = (
            (not passage.is_here, "vient d’ailleurs que de ce qui est à son nom"),
            (passage.writing.voice == Writing.Voice.RELATIVE, said("{proche.un} parle")),
            (beside.signs, "quelqu’un est nommé à côté du texte"),
            (not self._is_plain(passage, around), "ce sous quoi c’est rangé peut nommer quelqu’un"),
            (passage.files, "ce qui est joint peut montrer quelqu’un"),
            (pk in around.pieces, "des passages viennent d’ailleurs"),
            (elsewhere, "c’est aussi rattaché ailleurs"),
            (pk in around.reports, "c’est un rapport, ou une alerte"),
            (pk in around.covered, "a été couvert, avant que son texte change"),
        )
        passage.doubts += [words for is_so, words in told if is_so]
        passage.proposed = self._proposed(passage, around.reports.get(pk, ""))
        passage.is_about_others = passage.speaks_of_others

    def _is_plain(self, passage: Passage, around: "_Around") -> bool:
        heading = passage.writing.heading
        labels = [heading.name if heading else "", *around.tags.get(passage.writing.pk, ())]
        return all(others.is_plain(one, self.own) for one in labels)

    def _proposed(self, passage: Passage, sort: str) -> str:
        """Return the reason for which all of it is proposed to be set apart, if there is one."""
        if sort in {Report.Sort.CONCERN, Report.Sort.ALERT}:
            return rules.ALERT
        if passage.writing.voice == Writing.Voice.RELATIVE:
            return rules.CONFIDED
        matters = (sign.reason for sign in passage.listening.signs)
        return next((one for one in matters if one in {rules.JUDGE, rules.ALERT}), "")


class _Around:
    """What stands around writings: seven queries."""

    def __init__(self, pks: Sequence[int], desk: Desk) -> None:
        self.seen = desk.seen
        self.tags: dict[int, list[str]] = {}
        tagged = Tagging.objects.filter(writing__in=pks).values_list("writing", "tag__name")
        for pk, name in tagged:
            self.tags.setdefault(pk, []).append(name)
        self.mentions: dict[int, set[int]] = {}
        tied = Mention.objects.filter(writing__in=pks).values_list("writing", "notebook")
        for pk, notebook in tied:
            self.mentions.setdefault(pk, set()).add(notebook)
        self.files: dict[int, list[Attachment]] = {}
        joined = Attachment.objects.filter(writing__in=pks, until=None).select_related("blob")
        for one in joined.defer("blob__text").order_by("pk"):
            self.files.setdefault(one.writing_id, []).append(one)
        self.pieces: dict[int, list[Piece]] = {}
        taken = Piece.objects.filter(writing__in=pks, until=None)
        for one in taken.select_related("source__nameless").order_by("pk"):
            self.pieces.setdefault(one.writing_id, []).append(one)
        reports = Report.objects.filter(writing__in=pks, is_mistaken=False)
        self.reports = dict(reports.values_list("writing", "sort"))
        decided = Covering.objects.filter(dossier=desk.dossier, writing__in=pks)
        decided = decided.select_related("by").order_by("pk")
        self.coverings = {(one.writing_id, one.version): one for one in decided}
        self.covered = {one.writing_id for one in decided if one.spans or one.whole}
        self._withhold()

    def _withhold(self) -> None:
        """Leave out the files of passages that the worker may not read."""
        hidden = {
            one.pk for those in self.pieces.values() for one in those if not self._may_read(one)
        }
        for those in self.files.values():
            those[:] = [one for one in those if one.piece_id not in hidden]

    def _may_read(self, piece: Piece) -> bool:
        if piece.source.notebook_id in self.seen:
            return True
        return piece.is_shared and not hasattr(piece.source, "nameless")

    def text(self, writing: Writing) -> tuple[str, list[Span]]:
        """Return all that a writing says, the same for every reader, and what of it is withheld."""
        parts, unread, at = [writing.text], [], len(writing.text)
        for piece in self.pieces.get(writing.pk, ()):
            for words, may_read in ((piece.passage, self._may_read(piece)), (piece.words, True)):
                if words.strip():
                    at += 2
                    parts.append(words)
                    if not may_read:
                        unread.append(Span(at, at + len(words), rules.UNREAD))
                    at += len(words)
        return "\n\n".join(parts), unread


def _above(pks: Iterable[int]) -> dict[int, set[int]]:
    """Return what each writing answers, and what that answers, up to the first: one query."""
    pks = list(pks)
    marks = ", ".join(["%s"] * len(pks))
    sql = f"""WITH RECURSIVE up (root, id) AS (
            SELECT id, answers_id FROM dossier_writing
             WHERE id IN ({marks}) AND answers_id IS NOT NULL
            UNION SELECT u.root, w.answers_id FROM up u JOIN dossier_writing w ON w.id = u.id
             WHERE w.answers_id IS NOT NULL
        ) SELECT root, id FROM up"""  # noqa: S608 - marks only
    found: dict[int, set[int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(sql, pks)
        for root, pk in cursor.fetchall():
            found.setdefault(root, set()).add(pk)
    return found
