"""The life told in the fixtures, lived with moved clocks: what the law awaits each evening; then
no byte of a name, of a word, of a file.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import timezone

from dossier.demo.cast import FIXTURES
from dossier.notebooks import actions
from dossier.notebooks.models import Notebook
from dossier.persons.actions import note_stay, open_dossier
from dossier.reading.copy import copy
from dossier.reading.requests import note_reply, note_request
from dossier.retention import actions as archives
from dossier.retention.destruction import destroy
from dossier.retention.models import Archive, Certificate
from dossier.rights.actions import frame_house
from dossier.rights.contracts import draw_up, write_contract
from dossier.rights.givings import note_giving, note_givings
from dossier.rights.models import Contract
from dossier.rights.reports import open_report, write_report
from dossier.rights.texts import open_text, publish
from dossier.web.awaits.gather import awaited, tell
from tests.conftest import log_in, make_attachment, make_writing
from tests.retention.test_a_life import clean_wholly, every_byte, needles

STORY = tomllib.loads((FIXTURES / "une-vie.toml").read_text(encoding="utf-8"))
OF_THE_HOUSE = {"visa", "decide", "bordereau", "detruit"}  # what is said there is of no person
NAMES = ("Maïlou", "Kerambrun", "Nolwenn", "Groseille")
LETTERS = 5
PHOTO = b"the photo of a girl and a hedgehog of cloth" * 9


def words_of(days: list[dict]) -> set[str]:
    """Return the words of a story that are long enough to be looked for."""
    told = [STORY["etat_civil"], STORY["mot"]]
    for day in days:
        if day["acte"] not in OF_THE_HOUSE:
            told += [day.get(key, "") for key in ("texte", "service", "mots", "mot", "comment")]
            told += [day.get(key, "") for key in ("participants", "pourquoi", "photo", "a")]
    return {word for one in told for word in re.findall(rf"\w{{{LETTERS},}}", one)}


def present(looked_for: dict[bytes, str]) -> set[str]:
    """Return the words that are somewhere in what the house keeps."""
    kept = [content for _, content in every_byte()]
    return {word for needle, word in looked_for.items() if any(needle in one for one in kept)}


class Life:
    """The story, lived by its acts alone."""

    def __init__(self, cast) -> None:
        self.cast, self.by = cast, {"by": cast.samira}
        self.files: list[bytes] = []

    def arrive(self, day: dict) -> None:
        self.dossier = open_dossier(
            **self.by, called=STORY["appelee"], civil_name=STORY["etat_civil"],
            birth=STORY["naissance"], word=STORY["mot"], teams=[self.cast.foyer],
        )  # fmt: skip
        self.notebook = self.dossier.notebook
        self.of = self.by | {"dossier": self.dossier}
        self.revient(day)

    def revient(self, day: dict) -> None:
        told = {"team": self.cast.foyer, "service": day["service"], "from_on": day["le"]}
        self.stay = note_stay(**self.of, **told)

    def part(self, day: dict) -> None:
        note_stay(**self.of, stay=self.stay, team=self.stay.team, service=self.stay.service,
                  from_on=self.stay.from_on, until_on=day["le"], word=day["mot"])  # fmt: skip

    def ecrit(self, day: dict) -> None:
        self.first = make_writing(self.cast.samira, self.notebook, day["texte"])
        make_attachment(self.cast.samira, self.first, data=PHOTO, name=day["photo"])
        self.files.append(PHOTO)

    def parle(self, day: dict) -> None:
        make_writing(self.cast.karim, self.notebook, day["texte"], voice="person")

    def corrige(self, day: dict) -> None:
        content = actions.content_of(self.first, text=day["texte"])
        actions.correct(**self.by, writing=self.first, version=1, content=content)

    def remis(self, day: dict) -> None:
        things = [self.texts[sort] for sort in day["textes"]]
        told = {"who": day["a"], "side": day["cote"], "how": day["comment"]}
        note_givings(**self.of, things=things, **told)

    def contrat(self, day: dict) -> None:
        amends = Contract.objects.filter(dossier=self.dossier).first()
        is_amendment = day["sorte"] == Contract.Sort.AMENDMENT
        self.contract = draw_up(**self.of, sort=day["sorte"], stay=self.stay,
                                amends=amends if is_amendment else None,
                                took_part=day.get("participants", ""))  # fmt: skip
        write_contract(**self.by, contract=self.contract, text=day["texte"])

    def signe(self, day: dict) -> None:
        told = {"answer": day["reponse"], "side": day["cote"], "who": day["a"]}
        told |= {"how": day.get("comment", ""), "words": day.get("mots", "")}
        note_giving(**self.of, contract=self.contract, **told)

    def rapport(self, day: dict) -> None:
        report = open_report(**self.of, sort="situation", informed=day["dit_a"])
        write_report(**self.by, report=report, text=day["texte"])

    def demande(self, day: dict) -> None:
        self.asked = note_request(**self.of, sort=day["sorte"], side=day["cote"], who=day["a"],
                                  words=day["mots"])  # fmt: skip

    def repond(self, day: dict) -> None:
        told = {"answer": day["reponse"], "words": day["mots"]}
        note_reply(**self.by, request=self.asked, **told)
        assert copy(**self.of).blocks

    def referme(self, day: dict) -> None:
        self.stay.refresh_from_db()
        last = self.stay.until_on
        self.archive = archives.close(**self.of, last_contact_on=last, why=day["pourquoi"])
        assert self.archive.keep_until == day["garde"]
        assert not self.is_read_by(self.cast.karim)

    def rouvre(self, day: dict) -> None:
        reader = {"by": self.cast.karim, "archive": self.archive}
        archives.open_archive(**reader, reason=day["pourquoi"])
        assert self.is_read_by(self.cast.karim)
        page = log_in(self.cast.samira).get(f"/archives/{self.archive.pk}/").content.decode()
        assert "seize ans, écrit pour savoir" in page  # the reason is seen

    def is_read_by(self, worker) -> bool:
        return Notebook.objects.visible_to(worker).filter(pk=self.notebook.pk).exists()

    def bordereau(self, day: dict) -> None:
        assert archives.may_go(self.archive, day["le"])
        assert not archives.may_go(self.archive, self.archive.keep_until - timedelta(days=1))
        self.slip = archives.make_slip(**self.by, archives=[self.archive])

    def decide(self, day: dict) -> None:
        line = self.slip.lines.get()
        archives.decide(**self.by, line=line, decision=day["decision"])

    def visa(self, day: dict) -> None:
        archives.note_visa(**self.by, slip=self.slip, visa=day["visa"], on=day["le"])

    def publish_texts(self) -> None:
        self.texts = {
            sort: publish(
                **self.by, house_text=open_text(**self.by, sort=sort, title=sort), text="Un texte."
            )
            for sort in ("welcome", "charter", "rules")
        }


def set_clock(monkeypatch, on: date) -> None:
    now = datetime.combine(on, time(10, 30), tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: now)


def evenings(life: Life) -> Iterator[str]:
    """Yield what the law awaits for the person."""
    today = timezone.localdate()
    for one in awaited(worker=life.cast.samira, today=today, notebook=life.notebook):
        yield from (tell(line.sentence) for line in one.lines)


@pytest.mark.django_db(transaction=True)
def test_the_told_life_and_then_nothing_of_it(cast, monkeypatch):
    days, life = STORY["jour"], Life(cast)
    assert [day["le"] for day in days] == sorted(day["le"] for day in days)
    set_clock(monkeypatch, date(2016, 1, 4))
    frame_house(by=cast.samira, protects_children=True, has_public_mission=True)
    life.publish_texts()
    everything = needles(sorted(words_of(days) | set(NAMES)))
    before = present(everything)
    assert not before & set(NAMES)

    for day in days[:-1]:
        set_clock(monkeypatch, day["le"])
        getattr(life, day["acte"])(day)
        said = "\n".join(evenings(life))
        for words in day.get("attend", ()):
            assert words in said, (day["le"], said)
        for words in day.get("attend_plus", ()):
            assert words not in said, (day["le"], said)
        assert not (day.get("rien") and said), (day["le"], said)

    own = set(everything.values()) - before
    assert present(everything) - before == own  # the control: each word is there
    assert any(PHOTO in content for _, content in every_byte())

    set_clock(monkeypatch, days[-1]["le"])
    destroy(by=cast.samira, slip=life.slip)
    clean_wholly()
    assert present(everything) - before == set()
    assert not any(PHOTO in content for _, content in every_byte())
    assert not Archive.objects.exists()
    certificate = Certificate.objects.get()
    assert (certificate.files, certificate.visa) == (1, STORY["jour"][-2]["visa"])
