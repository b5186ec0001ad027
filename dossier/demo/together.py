"""What the invented establishment does together: projects and causes."""

import uuid
from datetime import date, time
from typing import TYPE_CHECKING, Any

from dossier.collectives.causes import tell_nameless
from dossier.demo import cast
from dossier.demo.gatherings import Gatherings
from dossier.establishment.models import Worker
from dossier.notebooks import actions, attachments
from dossier.notebooks.models import Notebook, Writing
from dossier.notebooks.pieces import Taken
from dossier.notebooks.ties import tie
from dossier.persons.actions import note_relation
from dossier.projects.actions import note_agreement, note_step, open_project, write_easy, write_text
from dossier.projects.models import Agreement, Project

if TYPE_CHECKING:
    from dossier.demo.load import House

Entry = dict[str, Any]


class Together:
    """What is done together, brought into `house` in the order in which things lean on others."""

    def __init__(self, house: "House") -> None:
        self.house = house
        self.data = cast.together()
        self.projects: dict[str, Project] = {}
        causes = [one["id"] for one in self.data["collectif"] if one.get("sorte") == "cause"]
        self.own = {*causes, *(one["id"] for one in self.data["projet"])}

    def holds(self, block: cast.Block) -> bool:
        """Whether a writing lives in a project or a cause: those lean on all the others."""
        return block.notebook in self.own

    def open(self) -> None:
        """Open the collectives, the causes and the projects, with who is in them."""
        for entry in self.data["collectif"]:
            kind = Notebook.Kind(entry.get("sorte", "collective"))
            self.house.collective(entry, kind)
        for entry in self.data["projet"]:
            self._project(entry)

    def live(self, blocks: list[cast.Block]) -> None:
        """Write what was written there, say who agrees, meet."""
        for block in blocks:
            if self.holds(block):
                self._write(block)
        for block in blocks:
            self._tie(block)
        for entry in self.data["projet"]:
            self._steps(entry)
            self._agreements(entry)
        Gatherings(self.house).live(self.data)

    def _by(self, entry: Entry) -> Worker:
        return self.house.workers[entry["par"]]

    def _day(self, words: str | None) -> date | None:
        return cast.day_of(words, self.house.now.date()) if words else None

    def _project(self, entry: Entry) -> None:
        house = self.house
        keeper = house.workers[entry["garants"][0]]
        project = open_project(by=keeper, title=entry["nom"], sort=entry.get("genre", ""))
        house.share(entry, project.notebook)
        house.members(entry, project.notebook)
        for one in entry.get("proche", []):
            note_relation(
                by=keeper,
                notebook=project.notebook,
                name=one["nom"],
                tie=one["lien"],
                word=one.get("mot", ""),
            )
        self.projects[entry["id"]] = project

    def _write(self, block: cast.Block) -> None:
        """Sign a writing of a project or a cause."""
        by, options, named = self.house.workers[block.author], block.options, self.house.named
        if "texte" in options or "facile" in options:
            write, key = (write_text, write_easy)["facile" in options], uuid.uuid4()
            if "image" in options:
                self._join(by, key, options["image"])
            project = self.projects[block.notebook]
            written = write(by=by, project=project, text=block.text, key=key, at=block.at)
        elif "sans-nom" in options:
            written = self._tell(block)
        elif "reprend" in options:
            written, _ = actions.write(
                by=by,
                notebook=self.house.notebooks[block.notebook],
                content=actions.Content(text=block.text),
                takes=[self._take(name.strip()) for name in options["reprend"].split(",")],
                at=block.at,
            )
        else:
            return self.house.sign(block)
        if "id" in options:
            named[options["id"]] = written
        return None

    def _join(self, by: Worker, key: uuid.UUID, file: str) -> None:
        entry = next(one for one in cast.pieces() if one.get("file") == file)
        content = (cast.PIECES / file).read_bytes()
        joined = attachments.join(by=by, key=key, name=entry["name"], pieces=[content])
        attachments.describe(by=by, attachment=joined, description=entry["description"])

    def _tell(self, block: cast.Block) -> Writing:
        """Tell a passage of a notebook in a cause, without the names, with what answered it."""
        named = self.house.named
        text, answers = cast.parts(block.text)
        return tell_nameless(
            by=self.house.workers[block.author],
            source=self.house.present(block.options["sans-nom"]),
            cause=self.house.notebooks[block.notebook],
            text=text,
            answers={named[name].pk: told for name, told in answers.items()},
            at=block.at,
        )

    def _take(self, name: str) -> Taken:
        source = self.house.present(name)
        return Taken(source, tells_source=source.notebook.kind != Notebook.Kind.DOSSIER)

    def _tie(self, block: cast.Block) -> None:
        for name in filter(None, block.options.get("rattache", "").split(", ")):
            writing = self.house.present(block.options["id"])
            by = self.house.workers[block.author]
            tie(by=by, writing=writing, notebook=self.house.notebooks[name])

    def _steps(self, entry: Entry) -> None:
        for one in entry.get("etape", []):
            note_step(
                by=self._by(one),
                project=self.projects[entry["id"]],
                words=one["dit"],
                on=self._day(one.get("jour")),
                when=one.get("quand", ""),
                done_on=self._day(one.get("fait")),
            )

    def _agreements(self, entry: Entry) -> None:
        for one in entry.get("accord", []):
            noted = note_agreement(
                by=self._by(one),
                project=self.projects[entry["id"]],
                side=one["de"],
                answer=one["dit"],
                person=self.house.persons.get(one.get("personne", "")),
                who=one.get("qui", ""),
                words=one.get("mots", ""),
                how=one.get("comment", ""),
                present=one.get("present", ""),
                on=self._day(one["jour"]),
                version=one["version"],
            )
            at = cast.past(self._day(one["jour"]), time(18), self.house.now)
            Agreement.objects.filter(pk=noted.pk).update(noted_at=at)
