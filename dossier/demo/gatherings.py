"""The councils and the meetings of the invented establishment."""

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from dossier.demo import cast
from dossier.establishment.models import Worker
from dossier.meetings.actions import call_meeting, change_meeting, conclude, note_answer, set_aside
from dossier.meetings.councils import declare_council, seat
from dossier.meetings.models import Meeting, Point

if TYPE_CHECKING:
    from dossier.demo.load import House

Entry = dict[str, Any]
AFTER = timedelta(hours=2)  # a conclusion is written down at the end


class Gatherings:
    """Who sits in the councils of `house`, and who met to say what."""

    def __init__(self, house: "House") -> None:
        self.house = house

    def live(self, data: Entry) -> None:
        """Declare the councils, hold the meetings that were, plan those to come."""
        for entry in data["conseil"]:
            self._council(entry)
        for entry in sorted(data["rencontre"], key=lambda one: self._day(one["jour"])):
            self._meeting(entry)

    def _by(self, entry: Entry) -> Worker:
        return self.house.workers[entry["par"]]

    def _day(self, words: str | None) -> date | None:
        return cast.day_of(words, self.house.now.date()) if words else None

    def _council(self, entry: Entry) -> None:
        by = self._by(entry)
        council = declare_council(
            by=by,
            notebook=self.house.notebooks[entry["ou"]],
            form=entry["forme"],
            rules_on=self._day(entry.get("reglement")),
            word=entry.get("mot", ""),
        )
        for one in entry.get("siege", []):
            seat(
                by=by,
                council=council,
                college=one["college"],
                name=one["nom"],
                role=one.get("role", ""),
                is_substitute=one.get("suppleant", False),
                chosen=one.get("choisi", ""),
                from_on=self._day(one.get("depuis")),
                until_on=self._day(one.get("jusque")),
            )

    def _meeting(self, entry: Entry) -> None:
        by, hour = self._by(entry), entry.get("heure")
        notebook = self.house.notebooks[entry["ou"]]
        meeting = call_meeting(
            by=by,
            notebook=notebook,
            title=entry.get("titre", ""),
            on=self._day(entry["jour"]),
            at=time.fromisoformat(hour) if hour else None,
            place=entry.get("lieu", ""),
        )
        change_meeting(
            by=by,
            meeting=meeting,
            persons=[self.house.persons[name] for name in entry.get("personnes", [])],
            came=entry.get("venus", ""),
            count=entry.get("nombre"),
            president=entry.get("preside", ""),
            secretary=entry.get("secretaire", ""),
            agenda_sent_on=self._day(entry.get("convoque")),
            signed_on=self._day(entry.get("signe")),
            adopted_on=self._day(entry.get("adopte")),
            sent_on=self._day(entry.get("envoye")),
        )
        for one in entry.get("point", []):
            self._point({"par": entry["par"]} | one, entry, meeting)

    def _point(self, one: Entry, entry: Entry, meeting: Meeting) -> None:
        """Set a point aside for a meeting; say what was concluded of it and answered, if it was."""
        point = set_aside(
            by=self._by(one),
            notebook=meeting.notebook,
            writing=self.house.present(one["de"]) if "de" in one else None,
            words=one.get("dit", ""),
            meeting=meeting,
        )
        begins = cast.past(meeting.on, meeting.at, self.house.now)
        Point.objects.filter(pk=point.pk).update(at=begins - timedelta(days=1))
        if "conclu" in one:
            by = self._by(entry)
            conclude(by=by, point=point, text=one["conclu"], at=begins + AFTER)
        if "reponse" in one:
            day = self._day(one["reponse_jour"])
            by = self.house.workers[one.get("reponse_par", "helene")]
            point.refresh_from_db()
            at = cast.past(day, time(18), self.house.now)
            note_answer(by=by, point=point, text=one["reponse"], on=day, at=at)
