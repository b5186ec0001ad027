"""What the law asks, held by the invented establishment: texts, contracts, requests, an archive."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from dossier.demo import cast
from dossier.establishment.models import Worker
from dossier.notebooks.actions import Content, grant, write
from dossier.notebooks.models import WRITE, Notebook
from dossier.persons.actions import note_stay, open_dossier
from dossier.persons.models import Dossier
from dossier.reading.covering import cover, waiting
from dossier.reading.requests import note_reply, note_request
from dossier.reading.rules import CHOSEN
from dossier.retention.actions import close, open_archive
from dossier.rights.actions import frame_house
from dossier.rights.contracts import draw_up, write_contract
from dossier.rights.givings import note_giving
from dossier.rights.models import Contract, Edition
from dossier.rights.texts import open_text, publish
from dossier.rights.trust import note_trust

if TYPE_CHECKING:
    from dossier.demo.load import House

Entry = dict[str, Any]
ALL = 1_000


class Law:
    """The texts of `house`, what was given to whom, what was asked, what was closed."""

    def __init__(self, house: "House") -> None:
        self.house = house
        self.editions: dict[str, list[Edition]] = {}
        self.contracts: dict[str, Contract] = {}

    def live(self, data: Entry) -> None:
        """Hold what the law asks, as the file says."""
        self._frame(data["cadre"])
        for entry in data["texte"]:
            self._text(entry)
        for entry in data["remis"]:
            self._given(entry)
        for entry in data["contrat"]:
            self._contract(entry)
        for entry in data["confiance"]:
            self._trust(entry)
        for entry in data["demande"]:
            self._request(entry)
        for entry in data["relu"]:
            self._looked_at(entry)
        for entry in data["archive"]:
            self._archive(entry)

    def _by(self, entry: Entry) -> Worker:
        return self.house.workers[entry["par"]]

    def _day(self, words: str | None) -> date | None:
        return cast.day_of(words, self.house.now.date()) if words else None

    def _at(self, entry: Entry) -> datetime:
        return cast.past(self._day(entry["jour"]), time(16, 40), self.house.now)

    def _dossier(self, entry: Entry) -> Dossier:
        return self.house.persons[entry["personne"]].dossier

    def _when(self, entry: Entry) -> Entry:
        """Return who notes what an entry tells, of whom, on which day."""
        on = self._day(entry["jour"])
        return {"by": self._by(entry), "dossier": self._dossier(entry), "on": on,
                "at": self._at(entry)}  # fmt: skip

    def _frame(self, entry: Entry) -> None:
        frame_house(
            by=self._by(entry),
            categories=entry["categories"],
            situation=entry["situation"],
            has_public_mission=entry["mission_publique"],
            archives=entry["archives"],
            notes_days=entry["notes_jours"],
            data_officer=entry["donnees"],
        )

    def _text(self, entry: Entry) -> None:
        first = self._by(entry["edition"][0])
        text = open_text(by=first, sort=entry["sorte"], title=entry["titre"])
        self.editions[entry["id"]] = [
            publish(
                by=self._by(one),
                house_text=text,
                text=one["texte"],
                easy=one.get("facile", ""),
                changed=one.get("change", ""),
                in_force_on=self._day(one["depuis"]),
                opinion=one.get("avis", ""),
                opinion_on=self._day(one.get("avis_jour")),
                at=self._at({"jour": one["depuis"]}),
            )
            for one in entry["edition"]
        ]

    def _edition(self, name: str, on: date) -> Edition:
        """Return the edition of a text in force on a day; the first for a day before them all."""
        known = self.editions[name]
        return next((one for one in reversed(known) if one.in_force_on <= on), known[0])

    def _given(self, entry: Entry) -> None:
        for name in entry["textes"]:
            when = self._when(entry)
            note_giving(
                **when,
                edition=self._edition(name, when["on"]),
                how=entry.get("comment", ""),
                present=entry.get("present", ""),
            )

    def _contract(self, entry: Entry) -> None:
        when = self._when(entry)
        when.pop("on")
        contract = draw_up(
            **when,
            sort=entry["sorte"],
            amends=self.contracts.get(entry.get("modifie", "")),
            facts=entry.get("faits", {}),
            why=entry.get("pourquoi", ""),
            took_part=entry.get("participants", ""),
            from_on=self._day(entry.get("depuis")),
        )
        write_contract(by=when["by"], contract=contract, text=entry["texte"], at=when["at"])
        self.contracts[entry["id"]] = contract
        for one in entry.get("geste", []):
            note_giving(
                **self._when(entry | one),
                contract=contract,
                answer=one["reponse"],
                side=one.get("cote", "person"),
                who=one.get("qui", ""),
                how=one.get("comment", ""),
                present=one.get("present", ""),
                words=one.get("mots", ""),
            )

    def _trust(self, entry: Entry) -> None:
        when = self._when(entry)
        notice = self._edition("notice", when["on"]) if entry["acte"] == "proposed" else None
        note_trust(
            **when,
            act=entry["acte"],
            name=entry.get("nom", ""),
            interview_on=self._day(entry.get("entretien")),
            attested_on=self._day(entry.get("atteste")),
            edition=notice,
            words=entry.get("mots", ""),
        )

    def _request(self, entry: Entry) -> None:
        when = self._when(entry)
        asked = note_request(
            by=when["by"],
            dossier=when["dossier"],
            sort=entry["sorte"],
            asked_on=when["on"],
            side=entry.get("cote", "person"),
            who=entry.get("qui", ""),
            how=entry.get("comment", ""),
            words=entry.get("mots", ""),
            checked=entry.get("verifie", ""),
            at=when["at"],
        )
        for one in entry.get("reponse", []):
            note_reply(
                by=self._by(one),
                request=asked,
                answer=one["reponse"],
                on=self._day(one["jour"]),
                words=one["mots"],
                at=self._at(one),
            )

    def _looked_at(self, entry: Entry) -> None:
        """Decide, as it is prepared, of the latest writings that wait to be read together."""
        when = self._when(entry)
        when.pop("on")
        found, _ = waiting(by=when["by"], dossier=when["dossier"], size=ALL)
        for one in found[-entry["combien"] :]:
            spans = [(part.start, part.end, part.reason) for part in one.prepared()]
            cover(
                **when,
                writing=one.writing,
                version=one.writing.version,
                spans=[span for span in spans if span[2] in CHOSEN],
                words=entry["mots"],
            )

    def _archive(self, entry: Entry) -> None:
        """Open a dossier of long ago, write what was written then, close it."""
        house, keeper = self.house, self.house.workers[entry["garant"]]
        dossier = open_dossier(
            by=keeper,
            called=entry["nom"],
            civil_name=entry["etat_civil"],
            birth=entry["naissance"],
            word=entry["mot"],
        )
        for team in entry["equipes"]:
            grant(by=keeper, notebook=dossier.notebook, to=house.teams[team], level=WRITE)
        ends = [house.now.date() - timedelta(days=entry[one]) for one in ("depuis", "jusque")]
        place = house.teams[entry["equipes"][0]]
        note_stay(
            by=keeper, dossier=dossier, team=place, service=place.name,
            from_on=ends[0], until_on=ends[1],
        )  # fmt: skip
        for one in entry["ecrit"]:
            self._old(one, dossier.notebook)
        archive = close(
            by=keeper,
            dossier=dossier,
            last_contact_on=ends[1],
            why=entry["pourquoi"],
            at=self._at({"jour": entry["refermee"]}),
        )
        for one in entry.get("ouverture", []):
            open_archive(by=self._by(one), archive=archive, reason=one["raison"], at=self._at(one))

    def _old(self, entry: Entry, notebook: Notebook) -> None:
        content = Content(text=entry["texte"])
        write(by=self._by(entry), notebook=notebook, content=content, at=self._at(entry))
