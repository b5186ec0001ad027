"""The copy for the person (CASF L311-3, 5°; RGPD article 15): one document, with what concerns
them wherever the worker reads, and nothing of anybody else. What nobody looked at is covered.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import groupby

from django.db import transaction
from django.utils import timezone

from dossier.collectives.causes import in_words
from dossier.disclosures import outgoing
from dossier.disclosures.models import Consent, Disclosure
from dossier.disclosures.rules import State
from dossier.documents import pages
from dossier.documents.pages import Block, Items, Paragraph, Rule, Run, Title
from dossier.establishment.dates import full_day
from dossier.establishment.house import house, said
from dossier.establishment.models import Worker
from dossier.files import kinds
from dossier.files.actions import handed
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.actions import must_keep
from dossier.notebooks.models import Attachment
from dossier.notebooks.printed import blocks
from dossier.persons.models import Dossier
from dossier.projects.models import Agreement
from dossier.reading import own_name, rules, telling
from dossier.reading.desk import Desk, Passage
from dossier.reading.models import Beside, Request
from dossier.reading.passages import concerning
from dossier.rights.models import Frame, Giving, Report

BATCH = 400
READ = {Entry.Act.OPENED, Entry.Act.READ_VERSIONS, Entry.Act.READ_TOGETHER}
LEFT = {Entry.Act.PRINTED, Entry.Act.COPIED}
HOW_TO = (
    "Cette copie vous appartient. Elle dit ce qui est gardé à votre sujet, et qui l’a noté.",
    "D’abord vient ce que l’on sait de vous. Ensuite, ce qui a été noté, du plus ancien au plus "
    "récent. À la fin : vos accords, ce qui vous a été remis, vos demandes, qui a lu, ce qui est "
    "sorti.",
    "Quand vous lisez « passage couvert », il y a là quelque chose que vous ne pouvez pas lire "
    "ici. Le plus souvent, cela parle de quelqu’un d’autre : la loi protège chacun, comme elle "
    "vous protège. La longueur de ce qui est couvert ne se voit pas.",
    "Quand vous lisez « attend d’être relu », cela n’a pas encore été regardé. Vous pouvez "
    "demander que cela le soit.",
)
MORE = (
    "Vous pouvez demander une explication, une correction, ou à lire ce qui est couvert. "
    "Demandez-le à qui vous a remis cette copie : on doit vous répondre dans le mois.",
    "Ce qui a été fait pour un juge se lit au tribunal.",
    "Si ce qu’on vous répond ne vous va pas, vous pouvez vous adresser à une personne qualifiée "
    "(demandez-en la liste), au Défenseur des droits{cada} ou à la CNIL. C’est gratuit.",
)
CADA = ", à la CADA (la commission d’accès aux documents administratifs)"
# What became of what was given, said to whom it was given.
TO_YOU = {
    Giving.Answer.GIVEN: "vous a été remis",
    Giving.Answer.TOLD: "vous a été expliqué",
    Giving.Answer.SIGNED: "vous l’avez signé",
    Giving.Answer.REFUSED: "vous l’avez refusé",
    Giving.Answer.DISAGREED: "vous n’étiez pas d’accord",
    Giving.Answer.LATER: "vous avez dit : pas maintenant",
}
TO_OTHERS = {
    Giving.Side.REPRESENTATIVE: "qui vous représente",
    Giving.Side.HOUSE: "{maison.le}",
    Giving.Side.OTHER: "quelqu’un d’autre",
}
ANSWERED = {
    State.SILENT: "vous n’avez rien dit, et c’est non",
    State.REFUSED: "vous avez dit non",
    State.GIVEN: "vous avez dit oui",
    State.ENDED: "vous avez dit oui ; c’est fini",
    State.WITHDRAWN: "vous avez dit oui, puis repris votre accord",
}
AROUND = "Les noms de {proche.pluriel} ne sont pas dans cette copie : cela les protège."
ELSEWHERE = "Ce que d’autres {cahier.pluriel} pourraient dire se demande à qui les garde."


def copy(*, by: Worker, dossier: Dossier) -> pages.Document:
    """Return the copy for the person of `dossier`, as `by` reads. Raises NotAllowed unless `by`
    keeps the dossier. As many queries for each BATCH of writings.
    """
    must_keep(by, dossier.notebook)
    made = _Copy(by, dossier)
    today = full_day(timezone.localdate())
    return pages.Document(
        title="Votre copie",
        blocks=tuple(made.blocks()),
        house=house().name,
        told=f"Copie préparée le {today} par {by.name}",
        words=pages.Words(answer=said("{reponse.Singulier}"), enclosed="À part"),
    )


def beside(*, by: Worker, dossier: Dossier) -> dict[str, str]:
    """Return the words beside the writings of a dossier that a keeper is to look at, as `by` reads
    them, by print. Raises NotAllowed unless `by` keeps the dossier.
    """
    must_keep(by, dossier.notebook)
    return _Copy(by, dossier).around()


@transaction.atomic
def cover_beside(
    *, by: Worker, dossier: Dossier, chosen: Mapping[str, str], at: datetime | None = None
) -> None:
    """Decide what the copy shows of words beside the writings: a reason of `rules.CHOSEN` to cover
    them, "" to show them, by print. Prints of no words that are there are left out. Raises
    NotAllowed, and `rules.NotASpan` for a reason that is none.
    """
    there, held = beside(by=by, dossier=dossier), Beside.objects.decided(dossier)
    at = (at or timezone.now()).replace(second=0, microsecond=0)
    for mark, reason in chosen.items():
        if reason and reason not in rules.CHOSEN:
            raise rules.NotASpan(reason)
        if mark in there and held.get(mark) != reason:
            Beside.objects.create(dossier=dossier, print=mark, reason=reason, by=by, at=at)
    record(by=by, notebook=dossier.notebook, act=Entry.Act.COVERED, at=at)


def _given(one: Giving) -> str:
    """Return what became of what was given, as it is told to whom the copy is for."""
    if one.side == Giving.Side.PERSON:
        return TO_YOU[one.answer]
    return f"{Giving.Answer(one.answer).label} ({said(TO_OTHERS[one.side])})"


def _line(words: str, *, strong: bool = False, emphasis: bool = False) -> Paragraph:
    return Paragraph((Run(words, strong=strong, emphasis=emphasis),))


def _title(words: str, level: int = 1) -> Title:
    return Title(level, (Run(words),))


def _list(lines: Iterable[str], none: str) -> Block:
    told = tuple((_line(one),) for one in lines)
    return Items(told) if told else _line(none, emphasis=True)


class _Copy:
    """A copy being made."""

    def __init__(self, by: Worker, dossier: Dossier) -> None:
        self.by, self.dossier, self.notebook = by, dossier, dossier.notebook
        self.desk = Desk(by=by, dossier=dossier)
        self.covered: Counter[str] = Counter()
        self.decided = Beside.objects.decided(dossier)
        self.beside: dict[str, str] = {}

    def plain(self, words: str, before: str = "") -> str:
        """Return free words; those that may speak of somebody else as they were decided, covered
        while nobody looked at them.
        """
        return self._told(words, before, is_plain=self.desk.is_plain(words))

    def _name(self, words: str) -> str:
        return self._told(words, is_plain=self.desk.is_own_name(words)) or "ce n’est pas noté"

    def _birth(self, words: str) -> str:
        if own_name.is_birth(words):
            return words
        return self.plain(words) or "ce n’est pas noté"

    def _told(self, words: str, before: str = "", *, is_plain: bool) -> str:
        words = words.strip()
        if not words:
            return ""
        if not is_plain:
            mark = rules.print_of(words)
            self.beside[mark] = words
            if reason := self.decided.get(mark, rules.UNREAD):
                return f"{before}[couvert : {rules.told([reason])}]"
        return before + words

    def around(self) -> dict[str, str]:
        """Return the words beside the writings that may speak of somebody else, by their print."""
        parts = (self._person, self._agreements, self._givings, self._requests, self._consents)
        for part in (*parts, self._left):
            list(part())
        return self.beside

    def blocks(self) -> Iterator[Block]:
        """Yield the copy, in order."""
        writings = list(self._writings())
        yield _title("Comment lire cette copie")
        yield from map(_line, HOW_TO)
        yield _line(said(ELSEWHERE))
        yield _title("Ce qui est couvert", 2)
        yield _list(self._counted(), "Rien n’est couvert dans ce qui a été noté.")
        yield _title("Pour aller plus loin", 2)
        cada = CADA if Frame.here().has_public_mission else ""
        yield from (_line(one.replace("{cada}", cada)) for one in MORE)
        yield Rule()
        yield _title("Ce que l’on sait de vous")
        yield from self._person()
        yield _title("Ce qui a été noté")
        yield from writings or [_line("Rien n’a été noté.", emphasis=True)]
        yield _title("Vos accords, vos mots")
        yield _list(self._agreements(), "Rien n’est noté.")
        yield _title("Ce qui vous a été remis, expliqué, signé")
        yield _list(self._givings(), "Rien n’est noté.")
        yield _title("Vos demandes, et ce qui y a été répondu")
        yield _list(self._requests(), "Aucune demande n’est notée.")
        yield _title("Ce que l’on vous a demandé de laisser sortir")
        yield _list(self._consents(), "Rien n’a été demandé.")
        yield _title("Qui a lu avant vous")
        yield _list(self._readers(), "Rien n’est noté.")
        yield _title("Ce qui est sorti")
        yield _list(self._left(), "Rien n’est noté.")

    def _counted(self) -> Iterator[str]:
        for told, count in self.covered.most_common():
            words = rules.in_words(count, in_words(count))
            yield f"{words[:1].upper()}{words[1:]} : {told}."

    def _person(self) -> Iterator[Block]:
        person = self.dossier.person
        yield _line(f"On vous appelle : {self._name(person.called)}.")
        yield _line(f"État civil : {self._name(person.civil_name)}.")
        yield _line(f"Naissance : {self._birth(person.birth)}.")
        if word := self.plain(person.word):
            yield from blocks(word)
        yield _title(said("{accompagnement.Pluriel}"), 2)
        yield _list(map(self._stay, self.dossier.stays.select_related("team")), "Rien de noté.")
        yield _line(said(AROUND))

    def _stay(self, stay) -> str:
        told = self.plain(stay.service) or str(stay.team or "")
        told += f", depuis le {full_day(stay.from_on)}" if stay.from_on else ""
        told += f", jusqu’au {full_day(stay.until_on)}" if stay.until_on else ""
        return told + self.plain(stay.word, ". ")

    def _writings(self) -> Iterator[Block]:
        found = concerning(by=self.by, dossier=self.dossier).order_by("position")
        after, read = None, []
        while rows := list((found.filter(position__gt=after) if after else found)[:BATCH]):
            read += [one for one in self.desk.read(rows) if one.is_told]
            after = rows[-1].position
        for on, those in groupby(read, lambda one: telling.lived(one).date()):
            yield _title(full_day(on).capitalize(), 2)
            for one in those:
                yield from self._passage(one)

    def _passage(self, passage: Passage) -> Iterator[Block]:
        at, where = telling.lived(passage), telling.place(passage)
        head = f"{telling.who(passage, self.desk.called)}, {at.hour} h {at.minute:02}"
        yield _line(", ".join(filter(None, (head, where))), strong=True)
        if passage.is_waiting:
            self.covered["cela attend d’être relu"] += 1
            yield _line("[attend d’être relu]", emphasis=True)
            return
        for reason in passage.reasons:
            self.covered[rules.REASONS[reason].told] += 1
        if passage.whole:
            yield _line(f"[mis à part : {rules.told([passage.whole])}]", emphasis=True)
            return
        yield from blocks(
            " ".join(
                f"[passage couvert : {rules.told(one.reasons)}]" if one.reasons else one.text
                for one in passage.stretches
            )
        )
        yield from map(_file, passage.shown_files)

    def _agreements(self) -> Iterator[str]:
        seen = Agreement.objects.visible_to(self.by)
        found = seen.filter(person=self.dossier.person, is_mistaken=False)
        for one in found.select_related("project"):
            on = f"{full_day(one.on).capitalize()}, vous" if one.on else "Vous"
            title = self.plain(one.project.title)
            about = title if title.startswith("[") else f"« {title} »"
            told = f"{on} avez dit ce que vous pensiez de {about} : {one.get_answer_display()}"
            yield told + self.plain(one.words, ". Vos mots : ")

    def _givings(self) -> Iterator[str]:
        found = Giving.objects.visible_to(self.by).filter(dossier=self.dossier, is_mistaken=False)
        for one in found.select_related("edition__house_text", "contract", "report"):
            if one.report and one.report.sort != Report.Sort.SITUATION:
                continue
            what = str(one.edition or one.contract or one.report or self.plain(one.what))
            told = f"{full_day(one.on).capitalize()}, {what} : {_given(one)}"
            more = self.plain(one.how, ". Comment : ") + self.plain(one.words, ". Mots : ")
            yield told + more

    def _requests(self) -> Iterator[str]:
        found = Request.objects.visible_to(self.by).filter(dossier=self.dossier, is_mistaken=False)
        for one in found.prefetch_related("replies"):
            told = f"{full_day(one.asked_on).capitalize()} : {one.get_sort_display()}"
            told += self.plain(one.words, ". ")
            for reply in one.replies.all():
                if not reply.is_mistaken:
                    told += f". Répondu le {full_day(reply.on)} : {reply.get_answer_display()}"
                    told += self.plain(reply.words, ". ")
            yield told

    def _consents(self) -> Iterator[str]:
        found = Consent.objects.visible_to(self.by).filter(dossier=self.dossier, is_mistaken=False)
        for one in found:
            asked = full_day(timezone.localtime(one.asked_at).date()).capitalize()
            told = f"{asked}, pour{self.plain(one.recipient, ' ')} : {ANSWERED[one.state]}"
            if one.side == Consent.Side.REPRESENTATIVE and one.answer:
                told = told.replace("vous avez dit", "qui vous représente a dit")
            until = full_day(one.until)
            told += f". Jusqu’au {until}" if one.state in {State.GIVEN, State.ENDED} else ""
            yield told + self.plain(one.purpose, ". Pour : ") + self.plain(one.words, ". Mots : ")

    def _entries(self, acts: Iterable[str]) -> list[Entry]:
        found = Entry.objects.filter(notebook=self.notebook, act__in=acts)
        return list(found.select_related("worker").order_by("at", "pk"))

    def _readers(self) -> Iterator[str]:
        def when(entry: Entry) -> str:
            at = timezone.localtime(entry.at)
            return f"{full_day(at.date()).capitalize()}, {telling.half(at)}"

        for told, those in groupby(self._entries(READ | LEFT), when):
            acts: dict[str, dict[str, None]] = {}
            for entry in those:
                act = said(Entry.Act(entry.act).label)
                acts.setdefault(entry.worker.name, {})[act] = None
            yield f"{told} : " + " ; ".join(
                f"{name} {', '.join(done)}" for name, done in acts.items()
            )

    def _left(self) -> Iterator[str]:
        def when(entry: Entry) -> str:
            return full_day(timezone.localtime(entry.at).date()).capitalize()

        for on, those in groupby(self._entries(LEFT), when):
            acts = {(one.worker.name, said(Entry.Act(one.act).label)): None for one in those}
            yield f"{on} : " + " ; ".join(map(" ".join, acts))
        for one, _ in outgoing.of_dossier(dossier=self.dossier, by=self.by):
            on = full_day(one.handed_on or timezone.localtime(one.sealed_at).date()).capitalize()
            did = "remis" if one.handed_on else "scellé, pas remis"
            told = f"{on} : {said(Disclosure.Sort(one.pack).label)}, {did}"
            yield told + self.plain(one.recipient, " à ") + self.plain(one.purpose, ". Pour : ")
        sent = Report.objects.visible_to(self.by).filter(dossier=self.dossier, is_mistaken=False)
        for one in sent.filter(sort=Report.Sort.SITUATION).exclude(sent_to=""):
            on = f"{full_day(one.sent_on).capitalize()} : " if one.sent_on else ""
            yield f"{on}{one.get_sort_display()}, envoyé{self.plain(one.sent_to, ' à ')}"


def _file(one: Attachment) -> Block:
    """Return a file that was decided shown, without its name nor what describes it."""
    blob = one.blob
    if blob.kind == kinds.IMAGE:
        size = (blob.width or 0, blob.height or 0)
        return pages.Picture(blob.path("large"), "image/webp", "Image jointe", "", *size)
    if blob.kind in {kinds.SOUND, kinds.VIDEO} and (path := handed(blob)):
        sort = pages.Sound if blob.kind == kinds.SOUND else pages.Film
        return sort("", path, blob.mime)
    return pages.Enclosed("à demander", blob.size)
