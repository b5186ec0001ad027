"""Who is tied to what: as values, as a drawing, as a list; nothing of what one may not read."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from dossier.collectives.actions import join, leave, open_collective
from dossier.journal.models import Entry
from dossier.notebooks import actions
from dossier.notebooks.models import READ, Notebook
from dossier.projects.actions import open_project
from dossier.together.drawing import Node, Ties, draw, ties
from tests.conftest import log_in, make_notebook

TODAY = date(2026, 11, 25)
A, B, C, D = (Node(pk, name, kind) for pk, name, kind in (
    (1, "Amina", "dossier"), (2, "Bachir", "dossier"), (3, "L’étage", "collective"),
    (4, "Vers la mer", "project"),
))  # fmt: skip


@pytest.fixture
def tied(cast):
    """Return the project of amina and didier, of the first floor too, which helene alone reads
    whole: samira reads amina and the floor, maud didier.
    """
    project = open_project(by=cast.helene, title="Vers la mer", teams=[cast.foyer]).notebook
    actions.grant(by=cast.helene, notebook=project, to=cast.savs, level=READ)
    for name in ("amina", "didier"):
        person = getattr(cast, name).dossier.person
        join(by=cast.helene, notebook=project, person=person)
    join(by=cast.helene, notebook=project, collective=cast.etage.collective)
    join(by=cast.helene, notebook=cast.etage, person=cast.amina.dossier.person)
    join(by=cast.helene, notebook=cast.etage, words="une dizaine de voisins", count=10)
    return project


def names(found: Ties) -> set[tuple[str, str]]:
    """Return the pairs by name."""
    return {(found.nodes[a].name, found.nodes[b].name) for a, b in found.pairs}


def test_each_sees_the_ties_of_which_they_read_both_ends(cast, tied):
    seen = {
        who: names(ties(by=getattr(cast, who), on=TODAY)) for who in ("helene", "samira", "maud")
    }
    ours = {("Amina", "Vers la mer"), ("Le premier étage", "Vers la mer"),
            ("Amina", "Le premier étage")}  # fmt: skip
    assert seen == {
        "helene": ours | {("Didier", "Vers la mer")},
        "samira": ours,
        "maud": {("Didier", "Vers la mer")},
    }
    assert ties(by=cast.yann, on=TODAY) == Ties({}, [])


@pytest.mark.parametrize("who", ["samira", "maud", "bruno", "yann", "karim"])
def test_the_page_says_nothing_of_what_one_does_not_read(cast, tied, who):
    worker = getattr(cast, who)
    read = set(Notebook.objects.visible_to(worker).values_list("title", flat=True))
    page = log_in(worker).get(reverse("tie-list")).content.decode()
    hidden = {"Amina", "Didier", "Le premier étage", "Vers la mer"} - read
    assert [name for name in hidden if name in page] == []
    assert page.count("<rect") == len(ties(by=worker, on=TODAY).nodes)
    assert "dizaine" not in page


def test_ties_are_those_of_a_day(cast, tied):
    membership = tied.memberships.get(person=cast.didier.dossier.person)
    leave(by=cast.helene, membership=membership, until_on=TODAY)
    days = [TODAY, TODAY + timedelta(days=1)]
    found = [("Didier", "Vers la mer") in names(ties(by=cast.maud, on=day)) for day in days]
    assert found == [True, False]
    join(by=cast.helene, notebook=cast.etage, person=cast.didier.dossier.person,
         from_on=date(2026, 12, 1))  # fmt: skip
    found = [("Didier", "Le premier étage") in names(ties(by=cast.helene, on=day))
             for day in (date(2026, 11, 30), date(2026, 12, 1))]  # fmt: skip
    assert found == [False, True]


def test_a_cause_is_tied_to_nobody(cast, tied):
    cause = open_collective(by=cast.samira, name="Rue des Tanneurs", kind=Notebook.Kind.CAUSE)
    join(by=cast.samira, notebook=cause.notebook, words="trois familles")
    assert cause.notebook_id not in ties(by=cast.samira, on=TODAY).nodes
    client = log_in(cast.samira)
    assert client.get(reverse("notebook-ties", args=[cause.notebook_id])).status_code == 404


def test_around_a_notebook_is_what_it_is_tied_to_and_what_that_is_tied_to(cast):
    one, two, three = (make_notebook(cast.samira, name, collective=True) for name in "XYZ")
    for inner, outer in ((one, two), (two, three)):
        join(by=cast.samira, notebook=outer, collective=inner.collective)
    join(by=cast.samira, notebook=one, person=cast.amina.dossier.person)
    found = ties(by=cast.samira, on=TODAY).around(cast.amina.pk)
    assert names(found) == {("Amina", "X"), ("X", "Y")}
    assert set(found.nodes) == {cast.amina.pk, one.pk, two.pk}


def test_what_is_drawn_is_told_in_words_too(cast, tied):
    told = ties(by=cast.helene, on=TODAY).told()
    assert [(place.name, [one.name for one in those]) for place, those in told] == [
        ("Le premier étage", ["Amina"]),
        ("Vers la mer", ["Amina", "Didier", "Le premier étage"]),
    ]


def test_boxes_stand_apart_and_lines_meet_them():
    found = draw(Ties({n.pk: n for n in (A, B, C, D)}, [(1, 3), (2, 3), (3, 4), (1, 4)]))
    places = {box.node.pk: (box.x, box.y) for box in found.boxes}
    assert len(set(places.values())) == 4
    assert [places[pk][0] for pk in (1, 3, 4)] == sorted({x for x, _ in places.values()})
    assert places[1][0] == places[2][0]
    assert len(found.lines) == 4
    assert all(0 <= x < found.width and 0 <= y < found.height for x, y in places.values())


def test_two_of_one_column_are_tied_on_their_side():
    other = Node(5, "La chorale", "collective")
    found = draw(Ties({3: C, 5: other}, [(5, 3)]))
    start = found.lines[0].removeprefix("M").split("C")[0]
    bend = found.lines[0].split("C")[1].split()[0]
    assert float(bend) < float(start.split()[0])


def test_lines_cross_less_once_untangled():
    left = [Node(n, f"P{n}", "dossier") for n in range(6)]
    right = [Node(10 + n, f"C{n}", "collective") for n in range(6)]
    pairs = [(n, 15 - n) for n in range(6)]
    found = draw(Ties({n.pk: n for n in left + right}, pairs))
    y = {box.node.pk: box.y for box in found.boxes}
    crossings = sum((y[a] - y[c]) * (y[b] - y[d]) < 0 for a, b in pairs for c, d in pairs if a < c)
    assert crossings == 0


def test_a_name_of_any_length_and_any_signs_is_drawn(cast, tied):
    name = "<script>alert(1)</script> & un nom qui ne finit jamais"
    place = make_notebook(cast.samira, name, cast.foyer, collective=True)
    join(by=cast.samira, notebook=place, person=cast.amina.dossier.person)
    page = log_in(cast.samira).get(reverse("tie-list")).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/sc…" in page


@pytest.mark.parametrize("asked", ["", "2026-13-01", "bonjour", "0001-01-01", "9999-12-31"])
def test_a_day_that_cannot_be_read_is_today(cast, tied, asked):
    response = log_in(cast.helene).get(reverse("tie-list"), {"le": asked})
    assert response.status_code == 200


def test_an_empty_house_says_what_to_do(cast):
    page = log_in(cast.noor).get(reverse("tie-list")).content.decode()
    assert "<svg" not in page
    assert "Rien à dessiner ici" in page


def test_the_page_costs_the_same_with_1_and_200_members(cast, django_assert_num_queries):
    client, address = log_in(cast.samira), reverse("notebook-ties", args=[cast.etage.pk])
    join(by=cast.samira, notebook=cast.etage, person=cast.amina.dossier.person)
    client.get(address)
    with django_assert_num_queries(6):
        client.get(address)
    for number in range(200):
        person = make_notebook(cast.samira, f"Habitante {number}").dossier.person
        join(by=cast.samira, notebook=cast.etage, person=person)
    client.get(address)
    with django_assert_num_queries(6):
        page = client.get(address).content.decode()
    assert page.count("<rect") == 202


def test_opening_the_ties_of_a_notebook_leaves_its_line(cast, tied):
    log_in(cast.karim).get(reverse("notebook-ties", args=[tied.pk]))
    lines = Entry.objects.filter(notebook=tied, act=Entry.Act.OPENED)
    assert [line.worker_id for line in lines] == [cast.karim.pk]
    assert timezone.now() - lines[0].at < timedelta(hours=1)


def test_two_columns_shrink_on_a_telephone_and_three_say_that_they_go_on():
    two = draw(Ties({1: A, 3: C}, [(1, 3)]))
    three = draw(Ties({1: A, 3: C, 4: D}, [(1, 3), (3, 4)]))
    assert (two.is_narrow, three.is_narrow) == (True, False)


def test_the_page_says_that_a_wide_drawing_slides(cast, tied):
    page = log_in(cast.helene).get(reverse("tie-list")).content.decode()
    assert 'class="sous ecran glisser"' in page
    assert "etroit" not in page
