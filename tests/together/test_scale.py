"""Two hundred members and five thousand writings cost each page the queries that a few do."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from dossier.collectives.actions import join
from dossier.collectives.models import Membership
from dossier.notebooks import bulk
from dossier.notebooks.actions import Content, permission
from dossier.notebooks.models import WRITE, Notebook, TeamGrant
from dossier.persons.models import Dossier, Person, Relation, Stay
from dossier.projects.actions import open_project
from tests.conftest import Cast, log_in

MEMBERS, WRITINGS = 200, 5_000
PAGES = {
    "home": (),
    "handover": (),
    "calendar": (),
    "calendar-month": (),
    "notebook-list": (),
    "writing-search": (),
    "tie-list": (),
    "label-list": (),
    "assembly-list": (),
    "notebook-detail": ("etage", "project", "person"),
    "notebook-sharing": ("etage", "project", "person"),
    "notebook-ties": ("etage", "project", "person"),
    "collective-detail": ("etage",),
    "project-detail": ("project",),
    "person-detail": ("person",),
    "person-rights": ("person",),
    "law": (),
    "writing-create": ("etage", "project"),
    "membership-create": ("etage", "project"),
}
QUERY = {"writing-search": {"q": "jardin"}}


def crowd(cast: Cast, project: Notebook, numbers: range) -> None:
    """Bring in persons that samira reads, all of the first floor and of the project."""
    persons = Person.objects.bulk_create(Person(called=f"Habitante {n}") for n in numbers)
    notebooks = Notebook.objects.bulk_create(
        Notebook(kind=Notebook.Kind.DOSSIER, title=person.called) for person in persons
    )
    pairs = list(zip(persons, notebooks, strict=True))
    dossiers = Dossier.objects.bulk_create(Dossier(person=p, notebook=n) for p, n in pairs)
    write = permission(WRITE)
    TeamGrant.objects.bulk_create(
        TeamGrant(group=cast.foyer, content_object=one, permission=write) for one in notebooks
    )
    Membership.objects.bulk_create(
        Membership(notebook=place, person=one, from_on=date(2026, 1, 1))
        for place in (cast.etage, project)
        for one in persons
    )
    Stay.objects.bulk_create(
        Stay(dossier=one, service="Foyer", from_on=timezone.localdate()) for one in dossiers
    )
    Relation.objects.bulk_create(Relation(notebook=one, name="Sa tante") for one in notebooks)


def written(cast: Cast, places: list[Notebook], count: int) -> None:
    """Write as many times, here and there, lately."""
    now = timezone.now().replace(second=0, microsecond=0)
    bulk.write_many(
        bulk.Signed(
            notebook_id=places[n % len(places)].pk,
            author=cast.samira,
            content=Content(text=f"Au jardin, {n} fois, avec @Amina.", heading="Jardin"),
            signed_at=now - timedelta(minutes=2 * n + 2),
        )
        for n in range(count)
    )


def counts(cast: Cast, places: dict[str, Notebook]) -> dict[str, int]:
    """Return how many queries each page takes, once it was opened."""
    client, found = log_in(cast.samira), {}
    for name, where in PAGES.items():
        for place in where or ("",):
            address = reverse(name, args=[places[place].pk] if place else [])
            client.get(address, QUERY.get(name, {}))
            with CaptureQueriesContext(
                connection,
            ) as asked:
                answer = client.get(address, QUERY.get(name, {}))
            assert answer.status_code == 200, address
            found[f"{name} {place}"] = len(asked)
    return found


@pytest.fixture
def project(cast) -> Notebook:
    """Return a project of the foyer."""
    notebook = open_project(by=cast.samira, title="Vers la mer", teams=[cast.foyer]).notebook
    join(by=cast.samira, notebook=notebook, collective=cast.etage.collective)
    return notebook


def test_pages_cost_the_same_with_200_members_and_5000_writings(cast, project):
    crowd(cast, project, range(2))
    person = Notebook.objects.get(title="Habitante 0")
    places = {"etage": cast.etage, "project": project, "person": person}
    written(cast, [*places.values(), cast.amina], 80)
    few = counts(cast, places)
    crowd(cast, project, range(2, MEMBERS))
    written(cast, [*places.values(), cast.amina], WRITINGS - 80)
    assert Membership.objects.filter(notebook=cast.etage).count() == MEMBERS
    many = counts(cast, places)
    # A few notebooks take one more: theirs are listed (`timeline.read_all`).
    assert many == few | {"home ": few["home "] - 1}
