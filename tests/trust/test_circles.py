"""Circles: read by those who are in them; nobody else learns that they exist."""

import io
import zipfile
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from dossier.notebooks import actions, circles, sharing, ties
from dossier.notebooks.bricabrac import bricabrac, file_away, put_back
from dossier.notebooks.models import READ, WRITE, Mention, NotAllowed, Notebook
from dossier.notebooks.pieces import Taken
from dossier.notebooks.taking_up import assemble
from dossier.notebooks.timeline import Seen, read
from dossier.persons.actions import describe
from dossier.reading.desk import Desk
from dossier.reading.passages import concerning
from dossier.retention import actions as archives
from dossier.retention import deposit
from dossier.retention.models import ArchiveReader
from tests.conftest import log_in, make_attachment, make_writing
from tests.trust.pages import says
from tests.web.reading import told, walk

SECRET = "zumadera"


@pytest.fixture
def health(cast):
    """Return the circle of amina's health: samira keeps it, noor writes there, nobody else."""
    return sharing.open_circle(by=cast.samira, around=cast.amina, name="Santé", to=[cast.noor])


def texts(who, notebook) -> list[str]:
    """Return what somebody reads in a notebook."""
    return [one.text for one in read(notebook, seen=Seen(who)).writings]


def test_it_bears_its_name_and_that_of_what_it_is_around(cast, health):
    assert str(health) == "Santé, Amina"
    assert health.kind == Notebook.Kind.CIRCLE
    describe(by=cast.samira, dossier=cast.amina.dossier, called="Mina")
    health.refresh_from_db()
    assert str(health) == "Santé, Mina"


@pytest.mark.parametrize("name", ["Santé", "Santé, visites, soins", "x" * 60])
@pytest.mark.parametrize("around", ["Amina", "A" * 200, "Amina, dite Mina", "Santé"])
def test_its_own_name_is_found_again(name, around):
    assert circles.name_of(circles.titled(name, around), around) == name


def test_who_reads_both_reads_it_in_the_timeline_and_nobody_else(cast, health):
    make_writing(cast.samira, cast.amina, "Au jardin.")
    one = make_writing(cast.noor, health, "Deux comprimés le soir.")
    assert texts(cast.samira, cast.amina) == ["Deux comprimés le soir.", "Au jardin."]
    assert texts(cast.samira, health) == ["Deux comprimés le soir."]
    assert texts(cast.karim, cast.amina) == texts(cast.bruno, cast.amina) == ["Au jardin."]
    page = log_in(cast.samira).get(f"/cahiers/{cast.amina.pk}/")
    assert "dans le cahier Santé, Amina" in says(page)
    actions.correct(
        by=cast.noor, writing=one, version=1, content=actions.Content(text="Trois comprimés.")
    )
    assert texts(cast.samira, cast.amina)[0] == "Trois comprimés."
    assert cast.amina not in Notebook.objects.visible_to(cast.noor)


def test_an_answer_and_what_is_filed_there_are_tied_too(cast, health):
    first = make_writing(cast.samira, health, "Elle dort mal.")
    make_writing(cast.noor, health, "Depuis mardi.", answers=first)
    heap = bricabrac(by=cast.samira)
    fragment = make_writing(cast.samira, heap, "Une ordonnance.")
    file_away(by=cast.samira, writing=fragment, notebook=health)
    assert sorted(texts(cast.samira, cast.amina)) == [
        "Depuis mardi.", "Elle dort mal.", "Une ordonnance.",
    ]  # fmt: skip
    put_back(by=cast.samira, writing=fragment)
    assert sorted(texts(cast.samira, cast.amina)) == ["Depuis mardi.", "Elle dort mal."]
    named = make_writing(cast.samira, heap, "Pour @Amina.")
    file_away(by=cast.samira, writing=named, notebook=health)
    put_back(by=cast.samira, writing=named)
    assert Mention.objects.get(writing=named).by is None  # its text says so, nothing else


def test_it_is_not_loosened_from_what_it_is_around(cast, health):
    one = make_writing(cast.samira, health, "Elle dort mal.")
    with pytest.raises(NotAllowed):
        ties.untie(by=cast.samira, writing=one, notebook=cast.amina)
    body = log_in(cast.samira).get(f"/ecrits/{one.pk}/rattacher/").content.decode()
    assert f"rattacher/{cast.amina.pk}/" not in body
    ties.tie(by=cast.samira, writing=one, notebook=cast.etage)
    ties.untie(by=cast.samira, writing=one, notebook=cast.etage)


def test_it_is_never_named_with_an_at_sign(cast, health):
    make_writing(cast.samira, cast.etage, "Voir @Santé, Amina.")
    assert not Mention.objects.filter(notebook=health).exists()
    names = log_in(cast.samira).get("/noms/?q=san").json()["names"]
    assert names == []
    told_, _ = actions.write(
        by=cast.samira, notebook=cast.etage, content=actions.Content(text="Voir @Amina, ici.")
    )
    assert set(told_.mentions.values_list("notebook", flat=True)) == {cast.amina.pk}


def test_only_keepers_open_one_around_what_has_a_name(cast):
    for who in (cast.karim, cast.bruno, cast.maud, cast.yann):
        with pytest.raises(NotAllowed):
            sharing.open_circle(by=who, around=cast.amina, name="Santé")
        assert log_in(who).get(f"/cahiers/{cast.amina.pk}/cercles/nouveau/").status_code == 404
    health = sharing.open_circle(by=cast.samira, around=cast.amina, name="Santé")
    with pytest.raises(ValueError, match="around"):
        sharing.open_circle(by=cast.samira, around=health, name="Soins")
    with pytest.raises(sharing.AlreadyThere):
        sharing.open_circle(by=cast.samira, around=cast.amina, name="santé")


def test_one_of_the_same_name_that_one_does_not_read_is_not_told(cast, health):
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.helene, level="keep_notebook")
    place = f"/cahiers/{cast.amina.pk}/cercles/nouveau/"
    sent = log_in(cast.helene).post(place, {"name": "Santé", "who": [f"p{cast.maud.pk}"]})
    assert sent.status_code == 302
    sent = log_in(cast.helene).post(place, {"name": "SANTÉ"})
    assert (sent.status_code, "Il y a déjà ici un cercle de ce nom" in says(sent)) == (422, True)
    assert Notebook.objects.filter(title="Santé, Amina").count() == 2
    assert Notebook.objects.visible_to(cast.maud).filter(title="Santé, Amina").count() == 1


def test_opened_from_its_page_to_those_who_are_ticked(cast):
    place = f"/cahiers/{cast.amina.pk}/cercles/nouveau/"
    who = [f"p{cast.noor.pk}", f"e{cast.nuit.pk}"]
    sent = log_in(cast.samira).post(place, {"name": " Santé ", "who": who, "level": READ})
    circle = Notebook.objects.get(kind="circle")
    assert sent.url == f"/cahiers/{circle.pk}/"
    assert [(one.who, one.level) for one in circle.readers] == [
        ("Samira", "keep_notebook"), ("L’équipe Nuit", READ), ("Noor", READ),
    ]  # fmt: skip
    assert log_in(cast.samira).post(place, {"name": " "}).status_code == 422


def test_who_reads_it_finds_it_on_the_shelf_beside_and_in_search(cast, health):
    make_writing(cast.noor, health, "Deux comprimés le soir.", heading="Soins")
    client = log_in(cast.samira)
    assert "Les cercles Santé, Amina" in says(client.get("/cahiers/"))
    assert "Le cercle Santé" in says(client.get(f"/cahiers/{cast.amina.pk}/"))
    assert "Autour : Amina" in says(client.get(f"/cahiers/{health.pk}/"))
    assert "Autour" not in says(log_in(cast.noor).get(f"/cahiers/{health.pk}/"))
    for who in (cast.samira, cast.noor):
        assert "Deux comprimés" in says(log_in(who).get("/chercher/?q=comprimé&ou=circle"))
    body = log_in(cast.noor).get("/").content.decode()
    assert f'value="{health.pk}"' in body  # where to write


@pytest.mark.parametrize("who", ["karim", "yann"])
def test_who_does_not_read_it_finds_no_word_of_it_on_any_page(cast, health, who):
    """They follow every link there is: neither its name, its words nor that it is there."""
    actions.rename(cast.amina, "Amina")
    health.title = f"{SECRET}, Amina"
    health.save()
    one = make_writing(
        cast.samira, health, f"# Un {SECRET}\n\nLe 3 mai, {SECRET}.", heading=f"H{SECRET}",
        tags=(f"T{SECRET}",),
    )  # fmt: skip
    make_attachment(cast.samira, one, description=SECRET, name=f"{SECRET}.png")
    shared = make_writing(cast.samira, health, "Elle aime le jardin.")
    assemble(by=cast.samira, notebook=cast.etage, takes=[Taken(shared)], text="# Ensemble")
    client = log_in(getattr(cast, who))
    seen = {address: told(answer) for address, answer in walk(client, ["/"])}
    assert len(seen) > 5
    assert [address for address, body in seen.items() if SECRET in body] == []
    for address in (
        f"/cahiers/{health.pk}/",
        f"/cahiers/{health.pk}/partage/",
        f"/ecrits/{one.pk}/",
    ):
        assert client.get(address).status_code == 404
    found = client.get(f"/chercher/?q={SECRET}")  # nothing is sought by who keeps the machine
    assert found.status_code == 404 if who == "yann" else found.context["results"].hits == []


def test_a_passage_taken_out_of_it_does_not_say_where_it_comes_from(cast, health):
    one = make_writing(cast.samira, health, "Elle aime le jardin.")
    made = assemble(by=cast.samira, notebook=cast.etage, takes=[Taken(one)], text="# Ensemble")
    pages = {who: says(log_in(who).get(f"/ecrits/{made.pk}/")) for who in (cast.samira, cast.karim)}
    assert "Elle aime le jardin." in pages[cast.karim]
    assert ["Santé" in page for page in pages.values()] == [True, False]


def test_the_person_reads_it_with_a_keeper_who_does(cast, health):
    make_writing(cast.samira, cast.amina, "Au jardin.")
    make_writing(cast.noor, health, "Amina a bien dormi.")
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.helene, level="keep_notebook")
    found = {
        who: {one.text for one in concerning(by=who, dossier=cast.amina.dossier)}
        for who in (cast.samira, cast.helene)
    }
    assert found[cast.samira] == {"Au jardin.", "Amina a bien dormi."}
    assert found[cast.helene] == {"Au jardin."}
    desk = Desk(by=cast.samira, dossier=cast.amina.dossier)
    passages = desk.read(list(concerning(by=cast.samira, dossier=cast.amina.dossier)))
    assert all(one.is_here and one.is_told for one in passages)
    for kind in ("html", "pdf"):
        sent = log_in(cast.samira).get(reverse(f"person-copy-{kind}", args=[cast.amina.pk]))
        assert "amina a bien dormi" in told(sent)


@pytest.fixture
def closed(cast, health):
    """Close amina's dossier, with its circle; return its archive."""
    make_writing(cast.noor, health, f"Deux comprimés de {SECRET}.")
    return archives.close(
        by=cast.samira, dossier=cast.amina.dossier, last_contact_on=date(2010, 6, 30)
    )


def test_closing_takes_it_along_and_bringing_back_gives_it_back(cast, health, closed):
    everybody = (cast.samira, cast.noor, cast.karim)
    assert not any(Notebook.objects.visible_to(who).filter(pk=health.pk) for who in everybody)
    assert closed not in type(closed).objects.visible_to(cast.noor)
    page = says(log_in(cast.karim).get(f"/archives/{closed.pk}/"))
    assert "L’équipe Foyer" in page
    assert "Noor" not in page
    archives.bring_back(by=cast.samira, archive=closed)
    assert health in Notebook.objects.writable_by(cast.noor)
    assert health in Notebook.objects.kept_by(cast.samira)
    assert not ArchiveReader.objects.exists()


def test_opening_an_archive_opens_the_circles_one_read(cast, health, closed):
    for who, is_open in ((cast.samira, True), (cast.karim, False)):
        archives.open_archive(by=who, archive=closed, reason="une question de sa fille")
        assert (health in Notebook.objects.visible_to(who)) == is_open
        archives.shut_archive(by=who, archive=closed)
        assert health not in Notebook.objects.visible_to(who)


def test_brought_back_without_its_keepers_it_is_kept_by_those_who_wrote_there(cast, health, closed):
    cast.samira.is_active = False
    cast.samira.save()
    archives.bring_back(by=cast.karim, archive=closed)
    assert health in Notebook.objects.kept_by(cast.noor)
    assert health not in Notebook.objects.visible_to(cast.karim)


def test_raised_to_keep_only_those_without_an_end(cast, health):
    soon = timezone.now() + timedelta(days=1)
    actions.grant(by=cast.samira, notebook=health, to=cast.noor, level=WRITE, until=soon)
    actions.grant(by=cast.samira, notebook=health, to=cast.nuit, level=READ)
    cast.samira.is_active = False
    cast.samira.save()
    assert sharing.kept_on(health)
    assert health in Notebook.objects.kept_by(cast.bruno)
    assert health not in Notebook.objects.kept_by(cast.noor)


def test_what_goes_to_the_archives_holds_it_for_who_read_it(cast, health, closed):
    found = {}
    for who in (cast.samira, cast.karim):
        file = io.BytesIO()
        deposit.write(cast.amina.dossier, file, by=who)
        with zipfile.ZipFile(file) as made:
            found[who] = SECRET in made.read(deposit.PAGE).decode()
    assert found == {cast.samira: True, cast.karim: False}


@pytest.mark.parametrize(
    "name",
    [
        *("person-detail", "person-edit", "person-rights", "collective-detail", "project-detail"),
        *("meeting-list", "meeting-create", "membership-create", "relation-create"),
        *("archive-close", "circle-create", "council-detail", "reading-together", "notebook-ties"),
    ],
)
def test_what_is_not_for_a_circle_is_not_there(cast, health, name):
    client = log_in(cast.samira)
    assert client.get(reverse(name, args=[health.pk])).status_code == 404
