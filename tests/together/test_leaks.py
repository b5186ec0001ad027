"""What each may read only in part: nothing of the rest is on any page they can reach.

Each thing bears a word of its own, and the word says which notebooks one must read to know it.
Each worker follows all links there are, opens the documents, and no word of another's is there;
who reads everything finds each word, so that there is something to leak.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product

import pytest
from django.urls import reverse
from django.utils import timezone

from dossier.collectives import actions as collectives
from dossier.collectives.actions import join, open_collective
from dossier.collectives.causes import tell_nameless
from dossier.disclosures.consents import Asked, answer_consent, ask_consent
from dossier.establishment.models import Worker
from dossier.meetings.actions import call_meeting, conclude, note_answer, set_aside
from dossier.notebooks import actions
from dossier.notebooks.models import READ, Notebook
from dossier.notebooks.sharing import open_circle
from dossier.notebooks.ties import tie
from dossier.persons import actions as persons
from dossier.persons.actions import note_relation
from dossier.projects.actions import (
    note_agreement,
    note_step,
    open_project,
    write_easy,
    write_text,
)
from dossier.reading.requests import note_reply, note_request
from dossier.rights.actions import frame_house
from dossier.rights.contracts import draw_up, write_contract
from dossier.rights.givings import note_giving
from dossier.rights.reports import open_report, write_report
from dossier.rights.texts import open_text, publish
from dossier.rights.trust import note_trust
from tests.conftest import Cast, log_in, make_attachment, make_notebook, make_writing
from tests.web.reading import told, walk

WHO = ("samira", "karim", "bruno", "maud", "yann", "helene", "nadia")
# Words of a length that nobody else writes: zubababa, zubabade…
SYLLABLES = ("ba", "de", "fi", "go", "lu", "mo", "ra", "se", "ti", "vo")


@dataclass
class House:
    """The house, and which notebooks one must read to know each word; some words lead nowhere."""

    cast: Cast
    words: dict[str, set[int]] = field(default_factory=dict)
    left: Iterator[tuple[str, ...]] = field(default_factory=lambda: product(SYLLABLES, repeat=3))

    def word(self, *notebooks: Notebook) -> str:
        """Return a new word, to be known by who reads all of `notebooks`."""
        word = "zu" + "".join(next(self.left))
        self.words[word] = {one.pk for one in notebooks}
        return word


@pytest.fixture
def house(cast) -> House:
    """Return a house where nobody but helene and nadia reads everything.

    The project is of amina (the foyer's), of didier (the SAVS's) and of the first floor; samira
    and maud read it, each with their own person; bruno reads the floor alone; nadia all of it and
    writes in none.
    """
    cast.nadia = Worker.objects.create(login="nadia", name="Nadia", password="!")
    house = House(cast)
    project = open_project(by=cast.helene, title="Le voyage", teams=[cast.foyer, cast.savs])
    cast.project = project.notebook
    cast.cercle = make_notebook(cast.maud, "Le cercle", cast.savs, collective=True)
    actions.grant(
        by=cast.samira,
        notebook=cast.amina,
        to=cast.nuit,
        level=READ,
        until=timezone.now() - timedelta(days=1),
    )
    for keeper, place in (
        (cast.samira, cast.amina),
        (cast.samira, cast.etage),
        (cast.maud, cast.didier),
        (cast.helene, cast.project),
        (cast.maud, cast.cercle),
    ):
        actions.grant(by=keeper, notebook=place, to=cast.nadia, level=READ)
    _members(house)
    _circle(house)
    _writings(house)
    _law(house)
    return house


def _members(house: House) -> None:
    """Tie persons and collectives; who reads one end alone knows nothing of it."""
    cast = house.cast
    for name, place in (("amina", cast.project), ("amina", cast.etage), ("didier", cast.project),
                        ("didier", cast.cercle)):  # fmt: skip
        person = getattr(cast, name).dossier.person
        join(by=cast.helene, notebook=place, person=person, from_on=date(2026, 1, 1))
    for inner in (cast.etage, cast.cercle):
        join(by=cast.helene, notebook=cast.project, collective=inner.collective)
    for name in ("amina", "didier", "etage", "cercle"):
        notebook = getattr(cast, name)
        called = house.word(notebook)
        if notebook.kind == Notebook.Kind.DOSSIER:
            persons.describe(by=cast.helene, dossier=notebook.dossier, called=f"Prénom {called}")
        else:
            group = notebook.collective
            collectives.describe(by=cast.helene, collective=group, name=f"Groupe {called}")
    for place in (cast.amina, cast.didier, cast.etage, cast.cercle, cast.project):
        note_relation(by=cast.helene, notebook=place, name=house.word(place))
    for place in (cast.etage, cast.cercle, cast.project):
        join(by=cast.helene, notebook=place, words=f"des gens de {house.word(place)}")


def _circle(house: House) -> None:
    """Open a circle around amina's dossier, which helene and nadia are in, and her team is not."""
    cast, more = house.cast, {"level": READ, "to": [house.cast.nadia]}
    around = Notebook.objects.get(pk=cast.amina.pk)
    cast.soins = open_circle(by=cast.samira, around=around, name="Soins", **more)
    actions.grant(by=cast.samira, notebook=cast.soins, to=cast.helene, level="keep_notebook")
    cast.soins.title = f"{house.word(cast.soins)}, {around.title}"
    cast.soins.save()
    for who in (cast.helene, cast.nadia):
        grant = cast.soins.worker_grants.get(user=who)
        grant.reason = house.word(cast.soins)
        grant.save()


def _writings(house: House) -> None:
    """Write in each notebook, with a heading, a tag, a file; mention one notebook in another."""
    cast = house.cast
    for place in (
        cast.amina, cast.soins, cast.didier, cast.etage, cast.cercle, cast.project,
    ):  # fmt: skip
        heading, tag = house.word(place), house.word(place)
        text = f"# Titre\n\nUn jardin de {house.word(place)}."
        writing = make_writing(cast.helene, place, text, heading=heading, tags=(tag,))
        make_attachment(cast.helene, writing, description=house.word(place), name="photo.png")
    _projects(house)
    _meetings(house)
    _causes(house)
    title = Notebook.objects.get(pk=cast.project.pk).title
    make_writing(cast.helene, cast.didier, f"Pour @{title}, {house.word(cast.didier)}.")


def _projects(house: House) -> None:
    """Write the project's text, note its steps and what each said of it, tie writings to it."""
    cast, project = house.cast, house.cast.project
    living = {"by": cast.helene, "project": project.project}
    write_text(**living, text=f"On partira par {house.word(project)}.")
    write_easy(**living, text=f"On part par {house.word(project)}.")
    on = timezone.localdate() + timedelta(days=3)
    note_step(**living, words=f"Louer {house.word(project)}", on=on)
    note_agreement(**living, side="house", answer="yes", words=f"Oui à {house.word(project)}")
    for name in ("amina", "didier"):
        place = getattr(cast, name)
        words = f"Non à {house.word(place, project)}"
        person = place.dossier.person
        note_agreement(**living, side="person", answer="no", person=person, words=words)
        tied = make_writing(cast.helene, place, f"Une idée de {house.word(place)}.")
        tie(by=cast.helene, writing=tied, notebook=project)
    day = f"{on:%d/%m/%Y}"
    make_writing(cast.helene, cast.didier, f"Le {day}, visite de {house.word(cast.didier)}.")


def _meetings(house: House) -> None:
    """Hold a meeting of the first floor, with points that are writings of others; call the next."""
    cast = house.cast
    points = []
    met = call_meeting(by=cast.helene, notebook=cast.etage, title=f"Chez {house.word(cast.etage)}")
    for place in (cast.amina, cast.didier):
        secret = make_writing(cast.helene, place, f"En parler : {house.word(place)}.")
        for words in ("", f"Le point {house.word(cast.etage)}"):
            given = {"notebook": cast.etage, "writing": secret, "words": words}
            points.append(set_aside(by=cast.helene, meeting=met, **given))
    for point in points[1::2]:
        conclude(by=cast.helene, point=point, text=f"On garde {house.word(cast.etage)}.")
        note_answer(by=cast.helene, point=point, text=f"Entendu pour {house.word(cast.etage)}.")
    on = timezone.localdate() + timedelta(days=9)
    call_meeting(by=cast.helene, notebook=cast.etage, title=house.word(cast.etage), on=on)


def _causes(house: House) -> None:
    """Tell passages of both persons in a cause that bruno reads too."""
    cast = house.cast
    cause = open_collective(by=cast.helene, name="La cause", kind=Notebook.Kind.CAUSE)
    cast.cause = cause.notebook
    for who in (cast.bruno, cast.nadia):
        actions.grant(by=cast.helene, notebook=cast.cause, to=who, level=READ)
    for place in (cast.amina, cast.didier):
        source = make_writing(cast.helene, place, f"Le mur de {house.word(place)} suinte.")
        answer = make_writing(
            cast.helene, place, f"Chez {house.word(place)} aussi.", answers=source, voice="person",
            speaker=house.word(place),
        )  # fmt: skip
        tell_nameless(
            by=cast.helene,
            source=source,
            cause=cast.cause,
            text=f"Un mur de {house.word(cast.cause)} suinte.",
            answers={answer.pk: f"Ailleurs {house.word(cast.cause)} aussi."},
        )


def _law(house: House) -> None:
    """Note what the law asks of both persons: texts given, contracts, who they trust, requests."""
    cast = house.cast
    frame_house(by=cast.helene, protects_children=True, categories=["7"])
    text = open_text(by=cast.helene, sort="welcome", title="Le livret")
    edition = publish(by=cast.helene, house_text=text, text="Bienvenue au jardin.")
    for place in (cast.amina, cast.didier):
        on = {"by": cast.helene, "dossier": place.dossier}
        note_giving(**on, edition=edition, how=f"Lu avec {house.word(place)}")
        note_giving(**on, edition=edition, answer="refused", words=f"Non, dit {house.word(place)}")
        contract = draw_up(**on, sort="stay", why=f"Parce que {house.word(place)}")
        write_contract(by=cast.helene, contract=contract, text=f"On fera {house.word(place)}.")
        note_giving(**on, contract=contract, answer="signed", who=house.word(place))
        note_trust(**on, act="named", name=house.word(place))
        asked = note_request(**on, sort="read", words=f"Lire {house.word(place)}")
        note_reply(by=cast.helene, request=asked, answer="partly", words=house.word(place))
        wanted = {"recipient": house.word(place), "sort": "other", "until": timezone.localdate()}
        consent = ask_consent(
            **on, **wanted, purpose=f"Dire {house.word(place)}", asked=[Asked(place)]
        )
        answer_consent(by=cast.helene, consent=consent, answer="no", words=house.word(place))
        note_request(**on, sort="correct", words=f"Corriger {house.word(place)}")
        report = open_report(**on, sort="situation")
        write_report(by=cast.helene, report=report, text=f"Il grandit, {house.word(place)}.")


def read_by(worker) -> str:
    """Return all that a worker can read by following links, and a few addresses nobody links; of
    the documents to print, the first three: the others are made likewise.
    """
    printed = 0

    def is_followed(address: str) -> bool:
        nonlocal printed
        printed += address.endswith((".pdf", ".odt"))
        return printed <= 3 or not address.endswith((".pdf", ".odt"))

    start = ["/", "/chercher/?q=jardin", "/chercher/?q=mur", "/noms/?q=", "/rubriques/"]
    start += ["/loi/", "/demandes/", "/archives/", "/notes/"]
    start += ["/liens/", "/mots/", "/calendrier/", "/calendrier/six-mois.ics", "/transmission/"]
    return "\n".join(told(answer) for _, answer in walk(log_in(worker), start, is_followed))


def test_nothing_of_what_one_does_not_read_is_on_any_page(house):
    seen = {
        who: set(Notebook.objects.visible_to(getattr(house.cast, who)).values_list("pk", flat=True))
        for who in WHO
    }
    leaked, missing = [], []
    for who in WHO:
        everything = read_by(getattr(house.cast, who))
        for word, needed in house.words.items():
            if not needed <= seen[who] and word in everything:
                at = everything.index(word)
                leaked.append((who, word, everything[at - 80 : at + 40]))
            if who == "nadia" and word not in everything:
                missing.append(word)
    assert leaked == []
    assert missing == []


@pytest.mark.parametrize("who", ["samira", "maud", "bruno", "yann"])
def test_what_is_not_for_one_is_as_what_does_not_exist(house, who):
    worker = getattr(house.cast, who)
    seen = set(Notebook.objects.visible_to(worker).values_list("pk", flat=True))
    hidden = Notebook.objects.exclude(pk__in=seen).values_list("pk", flat=True)
    client = log_in(worker)
    nothing = client.get(reverse("notebook-detail", args=[987_654])).content
    for pk in hidden:
        for name in ("notebook-detail", "notebook-ties", "collective-detail", "project-detail"):
            response = client.get(reverse(name, args=[pk]))
            assert response.status_code == 404
            assert len(response.content) == len(nothing)
