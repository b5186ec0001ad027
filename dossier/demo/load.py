"""Bringing the invented establishment to life, through the same acts as everybody."""

import uuid
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from dossier.collectives.actions import join, open_collective
from dossier.demo import cast
from dossier.demo.compose import Note, compose
from dossier.demo.law import Law
from dossier.demo.together import Together
from dossier.demo.trust import Trust
from dossier.establishment.actions import farewell, name_establishment, welcome
from dossier.establishment.models import Establishment, Team, Worker
from dossier.notebooks import actions, attachments, bulk, passages
from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.models import KEEP, READ, WRITE, Notebook, Writing
from dossier.notebooks.outlines import keep_outline, read_in
from dossier.notebooks.pieces import Taken
from dossier.persons.actions import note_relation, note_stay, open_dossier
from dossier.persons.models import Person

PASSPHRASE = "le lavoir chante le matin"  # noqa: S105 - shown to whoever tries the demo
COMPOSED = 2_400
DAYS = 3 * 365
VOICES = {"personne": Writing.Voice.PERSON, "proche": Writing.Voice.RELATIVE}


def is_loaded() -> bool:
    """Whether a house lives here already."""
    return Establishment.objects.exists()


class House:
    """The invented establishment while it is brought in: its people by their id in the files."""

    def __init__(self, progress: Callable[[str], object], now: datetime | None = None) -> None:
        self.data = cast.house()
        self.now = now or cast.local_now(timezone.get_default_timezone())
        self.progress = progress
        self.teams: dict[str, Team] = {}
        self.workers: dict[str, Worker] = {}
        self.notebooks: dict[str, Notebook] = {}
        self.persons: dict[str, Person] = {}
        self.named: dict[str, Writing] = {}

    @transaction.atomic
    def load(self) -> None:
        """Bring in everything, or nothing."""
        self._establishment()
        self.progress("La maison, ses équipes et ses professionnels sont là.")
        for entry in self.data["personne"]:
            self._person(entry)
        for entry in self.data["collectif"]:
            self.collective(entry)
        together = Together(self)
        together.open()
        self.progress(f"{len(self.persons)} personnes, des collectifs, des causes, des projets.")
        blocks = cast.blocks(self.now)
        for block in blocks:
            if not together.holds(block):
                self.sign(block)
        written = len(blocks) + bulk.write_many(self.composed(COMPOSED, DAYS))
        self.progress(f"{written} écrits, sur trois ans.")
        kept = cast.pieces()
        for entry in kept:
            self._piece(entry)
        together.live(blocks)
        self._outlines()
        for entry in cast.assemblies():
            self._assembly(entry)
        self.progress(
            f"{len(kept)} photos, sons, dessins et fragments ; des trames, des assemblages."
        )
        Law(self).live(cast.law())
        self.progress(
            "Les textes de la maison, des contrats, des demandes, un dossier aux archives."
        )
        Trust(self).live(cast.trust())
        for entry in self.data["pro"]:
            if entry.get("parti"):
                farewell(worker=self.workers[entry["id"]])

    def _establishment(self) -> None:
        house = self.data["etablissement"]
        name_establishment(
            name=house["nom"],
            address=f"{house['adresse']}, {house['ville']}",
            presentation=house["presentation"],
        )
        for entry in self.data["equipe"]:
            self.teams[entry["id"]] = Team.objects.create(
                name=entry["nom"], presentation=entry["presentation"]
            )
        for entry in self.data["pro"]:
            teams = entry["equipes"] or (["foyer"] if entry.get("parti") else [])
            self.workers[entry["id"]] = welcome(
                login=entry["identifiant"],
                name=entry["nom"],
                passphrase=PASSPHRASE,
                function=entry["fonction"],
                teams=tuple(self.teams[team] for team in teams),
                is_administrator=entry.get("administrateur", False),
            )

    def share(self, entry: dict[str, Any], notebook: Notebook) -> Worker:
        """Open a notebook as its entry says; return its first keeper."""
        keepers = [self.workers[name] for name in entry["garants"]]
        for other in keepers[1:]:
            actions.grant(by=keepers[0], notebook=notebook, to=other, level=KEEP)
        for level, key in ((WRITE, "equipes"), (READ, "lecture")):
            for team in entry.get(key, []):
                actions.grant(by=keepers[0], notebook=notebook, to=self.teams[team], level=level)
        self.notebooks[entry["id"]] = notebook
        return keepers[0]

    def _day(self, ago: int | None) -> date | None:
        return None if ago is None else self.now.date() - timedelta(days=ago)

    def _person(self, entry: dict[str, Any]) -> None:
        dossier = open_dossier(
            by=self.workers[entry["garants"][0]],
            called=entry["nom"],
            civil_name=entry.get("etat_civil", ""),
            birth=entry.get("naissance", ""),
            word=entry.get("mot", ""),
        )
        keeper = self.share(entry, dossier.notebook)
        self.persons[entry["id"]] = dossier.person
        for stay in entry.get("sejour", []):
            note_stay(
                by=keeper,
                dossier=dossier,
                team=self.teams[stay["service"]],
                service=self.teams[stay["service"]].name,
                from_on=self._day(stay["depuis"]),
                until_on=self._day(stay.get("jusque")),
                word=stay.get("mot", ""),
            )
        for relation in entry.get("proche", []):
            note_relation(
                by=keeper,
                notebook=dossier.notebook,
                name=relation["nom"],
                tie=relation["lien"],
                word=relation.get("mot", ""),
            )

    def collective(self, entry: dict[str, Any], kind: str = Notebook.Kind.COLLECTIVE) -> None:
        """Open a collective, or a cause, as its entry says."""
        collective = open_collective(
            by=self.workers[entry["garants"][0]],
            name=entry["nom"],
            sort=entry.get("genre", ""),
            word=entry.get("mot", ""),
            kind=kind,
        )
        self.share(entry, collective.notebook)
        self.members(entry, collective.notebook)

    def members(self, entry: dict[str, Any], notebook: Notebook) -> None:
        """Say who is in a collective, a cause or a project: named, counted, or in words."""
        keeper = self.workers[entry["garants"][0]]
        for member in entry.get("membre", []):
            person = self.persons[member["personne"]] if "personne" in member else None
            group = self.notebooks[member["collectif"]] if "collectif" in member else None
            join(
                by=self._who_sees(person, notebook) if person else keeper,
                notebook=notebook,
                person=person,
                collective=group.collective if group else None,
                words=member.get("mot", ""),
                count=member.get("nombre"),
                from_on=self._day(member.get("depuis")),
                until_on=self._day(member.get("jusque")),
            )

    def _who_sees(self, person: Person, notebook: Notebook) -> Worker:
        """Return a worker who may both read the person's dossier and write in `notebook`."""
        for worker in self.workers.values():
            seen = Notebook.objects.visible_to(worker).filter(dossier__person=person)
            if seen.exists() and Notebook.objects.writable_by(worker).filter(pk=notebook.pk):
                return worker
        raise ValueError(f"nobody can name {person} in {notebook}")

    def sign(self, block: cast.Block) -> None:
        """Sign a hand-written writing, or a later version of one."""
        named, by, options = self.named, self.workers[block.author], block.options
        if corrected := options.get("corrige"):
            present = Writing.objects.get(pk=named[corrected].pk)
            actions.correct(
                by=by,
                writing=present,
                version=present.version,
                content=_content(block),
                at=block.at,
            )
            return
        writing, _ = actions.write(
            by=by,
            notebook=self.notebooks[block.notebook],
            content=_content(block),
            answers=named.get(options.get("répond", "")),
            at=block.at,
        )
        if "id" in options:
            named[options["id"]] = writing

    def present(self, name: str) -> Writing:
        """Return a writing of the files as it is now."""
        return Writing.objects.select_related("notebook").get(pk=self.named[name].pk)

    def _outlines(self) -> None:
        for path in sorted(cast.OUTLINES.glob("*.txt")):
            title, text = read_in(path.read_text(encoding="utf-8"), name=path.stem)
            for team in (self.teams["foyer"], self.teams["savs"]):
                by = Worker.objects.filter(groups=team, is_active=True).order_by("pk").first()
                keep_outline(by=by, team=team, title=title, text=text)

    def _piece(self, entry: dict[str, Any]) -> None:
        """Keep what came from outside: a fragment in its team's heap, or joined to a writing."""
        by, key = self.workers[entry["by"]], uuid.uuid4()
        if entry["where"] == "bricabrac":
            notebook = bricabrac(by=by, team=by.teams.order_by("pk").first())
        else:
            notebook = self.notebooks[entry["where"]]
        if "file" in entry:
            content = (cast.PIECES / entry["file"]).read_bytes()
            joined = attachments.join(by=by, key=key, name=entry["name"], pieces=[content])
            attachments.describe(by=by, attachment=joined, description=entry["description"])
        content = actions.Content(
            text=entry["text"],
            voice=entry.get("voice", Writing.Voice.WORKER),
            speaker=entry.get("speaker", ""),
        )
        at = self.now - timedelta(days=entry["ago"], minutes=len(entry["text"]))
        kept, _ = actions.write(by=by, notebook=notebook, content=content, key=key, at=at)
        self.named[entry.get("file", str(key))] = kept

    def _assembly(self, entry: dict[str, Any]) -> None:
        """Make something of what was kept."""
        hanging = passages.threads([self.named[piece["of"]].pk for piece in entry["piece"]])
        threads = {pk: [one.pk for one in answers] for pk, answers in hanging.items()}
        takes = [
            Taken(
                Writing.objects.get(pk=self.named[piece["of"]].pk),
                passage=piece.get("passage", ""),
                words=piece.get("words", "").strip(),
                tells_source=not piece.get("untold", False),
                without=threads[self.named[piece["of"]].pk] if piece.get("alone") else (),
            )
            for piece in entry["piece"]
        ]
        actions.write(
            by=self.workers[entry["by"]],
            notebook=self.notebooks[entry["where"]],
            content=actions.Content(text=entry["text"].strip()),
            takes=takes,
            at=self.now - timedelta(days=entry["ago"]),
        )

    def composed(self, count: int, days: int, seed: int = 2002) -> Iterator[bulk.Signed]:
        """Yield `count` composed writings over `days` days, ready to come in."""
        for note in compose(self.data, count=count, days=days, seed=seed, now=self.now):
            yield bulk.Signed(
                notebook_id=self.notebooks[note.notebook].pk,
                author=self.workers[note.author],
                content=_noted(note),
                signed_at=self.now - timedelta(minutes=note.minutes_ago),
            )


def _content(block: cast.Block) -> actions.Content:
    options = block.options
    voice, _, speaker = options.get("voix", "").partition(":")
    return actions.Content(
        text=block.text,
        heading=options.get("rubrique", ""),
        tags=tuple(tag.strip() for tag in options.get("tags", "").split(",") if tag.strip()),
        voice=VOICES.get(voice.strip(), Writing.Voice.WORKER),
        speaker=speaker.strip(),
        moment=options.get("moment", ""),
    )


def _noted(note: Note) -> actions.Content:
    return actions.Content(
        text=note.text,
        heading=note.heading,
        tags=note.tags,
        voice=note.voice,
        speaker=note.speaker,
    )


def load(progress: Callable[[str], object]) -> None:
    """Bring in the invented establishment; `progress` is told each step in French."""
    House(progress).load()
