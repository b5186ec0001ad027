"""Who may read in the invented house: what was opened until a day, a circle, an urgent opening."""

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from dossier.demo import cast
from dossier.establishment.models import Worker
from dossier.notebooks import actions
from dossier.notebooks.models import KEEP, READ, WRITE, Notebook, Writing
from dossier.notebooks.sharing import open_circle
from dossier.trust.urgent import open_at_once

if TYPE_CHECKING:
    from dossier.demo.load import House

Entry = dict[str, Any]
LEVELS = {"lire": READ, "écrire": WRITE, "garder": KEEP}


class Trust:
    """The keepers of `house` decide; somebody opens at once what nobody has seen yet."""

    def __init__(self, house: "House") -> None:
        self.house = house

    def live(self, data: Entry) -> None:
        """Share as the file says."""
        heads = [self.house.workers[name].pk for name in data["direction"]]
        Worker.objects.filter(pk__in=heads).update(is_head=True)
        for entry in data["partage"]:
            self._share(entry)
        for entry in data["cercle"]:
            self._circle(entry)
        for entry in data["urgence"]:
            by = self.house.workers[entry["par"]]
            open_at_once(by=by, name=entry["nom"], reason=entry["mot"])

    def _share(self, entry: Entry) -> None:
        actions.grant(
            by=self.house.workers[entry["par"]],
            notebook=self.house.notebooks[entry["cahier"]],
            to=self.house.workers[entry["a"]],
            level=LEVELS[entry["peut"]],
            reason=entry["mot"],
            until=self._until(entry),
        )

    def _until(self, entry: Entry) -> datetime | None:
        if "jusque" not in entry:
            return None
        last = cast.day_of(entry["jusque"], self.house.now.date())
        return datetime.combine(last + timedelta(days=1), time(), tzinfo=self.house.now.tzinfo)

    def _circle(self, entry: Entry) -> None:
        circle = open_circle(
            by=self.house.workers[entry["par"]],
            around=self.house.notebooks[entry["autour"]],
            name=entry["nom"],
            to=[self.house.workers[name] for name in entry["avec"]],
            level=LEVELS[entry["peut"]],
        )
        for one in entry["ecrit"]:
            self._write(one, circle)

    def _write(self, entry: Entry, circle: Notebook) -> None:
        today = self.house.now.date()
        at = cast.past(cast.day_of(entry["jour"], today), time.fromisoformat(entry["heure"]),
                       self.house.now)  # fmt: skip
        content = actions.Content(
            text=cast.dated(entry["texte"], today),
            heading=entry.get("rubrique", ""),
            voice=entry.get("voix", Writing.Voice.WORKER),
        )
        by = self.house.workers[entry["par"]]
        actions.write(by=by, notebook=circle, content=content, at=at)
