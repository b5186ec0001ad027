"""Closing, opening, bringing back; the slip and its gestures; what others may know of it."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from dossier.collectives.actions import join
from dossier.establishment.actions import farewell
from dossier.journal.models import Entry
from dossier.notebooks import actions
from dossier.notebooks.drafts import keep_draft
from dossier.notebooks.models import READ, Draft, NotAllowed, Notebook
from dossier.persons.actions import note_stay
from dossier.retention import actions as archives
from dossier.retention.models import Archive, Slip
from tests.conftest import log_in, make_notebook, make_writing

LONG_AGO = date(2010, 6, 30)


def closed(cast, **more) -> Archive:
    told = {"by": cast.samira, "dossier": cast.amina.dossier, "last_contact_on": LONG_AGO} | more
    return archives.close(**told)


def grants(notebook) -> set:
    own = {(one.user, one.permission.codename, one.reason) for one in notebook.worker_grants.all()}
    return own | {
        (one.group.name, one.permission.codename, one.reason) for one in notebook.team_grants.all()
    }


def test_closing_takes_it_off_every_page_and_nothing_else(cast):
    make_writing(cast.samira, cast.amina, "Le mot canari.")
    make_writing(cast.samira, cast.etage, "Le mot de l’étage, avec @Amina.")
    join(by=cast.samira, notebook=cast.etage, person=cast.amina.dossier.person)
    closed(cast)
    client = log_in(cast.karim)
    for address in ("/", "/cahiers/", "/transmission/", "/calendrier/", "/chercher/?q=canari"):
        assert "canari." not in client.get(address).content.decode()
    assert client.get("/noms/", {"q": "ami"}).json()["names"] == []
    assert client.get(f"/cahiers/{cast.amina.pk}/").status_code == 404
    page = client.get(f"/cahiers/{cast.etage.pk}/").content.decode()
    assert "Le mot de l’étage" in page
    assert list(Notebook.objects.visible_to(cast.karim)) == [cast.etage]


def test_only_who_keeps_closes_and_once(cast):
    with pytest.raises(NotAllowed):
        closed(cast, by=cast.karim)
    closed(cast)
    with pytest.raises(NotAllowed):
        closed(cast)


def test_what_was_typed_there_is_found_again_and_put_elsewhere(cast):
    key = "7d0c2f0e-4f0e-4b43-9c4b-3c1f4b9f1a11"
    keep_draft(
        by=cast.karim, key=key, path=f"/cahiers/{cast.amina.pk}/ecrire/", notebook=cast.amina,
        fields={"text": "Un début à ne pas perdre."},
    )  # fmt: skip
    closed(cast)
    client = log_in(cast.karim)
    assert "Un début à ne pas perdre." in client.get("/brouillons/").content.decode()
    page = client.get(reverse("draft-resume", args=[key]), follow=True)
    assert (page.status_code, b"Rien n\xe2\x80\x99est perdu" in page.content) == (404, True)
    assert client.get(reverse("draft-place", args=[key])).status_code == 200
    assert Draft.objects.count() == 1


def test_opening_needs_a_reason_is_seen_and_ends(cast, monkeypatch):
    archive = closed(cast)
    with pytest.raises(archives.NoReason):
        archives.open_archive(by=cast.bruno, archive=archive, reason=" ")
    with pytest.raises(NotAllowed):
        archives.open_archive(by=cast.maud, archive=archive, reason="Je veux.")
    archives.open_archive(by=cast.bruno, archive=archive, reason="Elle demande.")
    assert cast.amina in Notebook.objects.visible_to(cast.bruno)
    assert cast.amina not in Notebook.objects.writable_by(cast.bruno)
    assert cast.amina not in Notebook.objects.visible_to(cast.samira)
    page = log_in(cast.samira).get(f"/archives/{archive.pk}/").content.decode()
    assert "Elle demande." in page
    assert (
        "Elle demande." not in log_in(cast.karim).get(f"/archives/{archive.pk}/").content.decode()
    )
    assert Entry.objects.filter(act="reopened", worker=cast.bruno).count() == 1
    later = timezone.now() + archives.OPEN_FOR + timedelta(minutes=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert cast.amina not in Notebook.objects.visible_to(cast.bruno)


def test_brought_back_each_has_what_they_had_but_who_left(cast):
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.noor, level=READ, reason="le toit")
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.maud, level=READ)
    before = grants(cast.amina)
    archive = closed(cast)
    archives.open_archive(by=cast.bruno, archive=archive, reason="Elle demande.")
    farewell(worker=cast.maud)
    with pytest.raises(NotAllowed):
        archives.bring_back(by=cast.karim, archive=archive)
    archives.bring_back(by=cast.samira, archive=archive)
    assert grants(cast.amina) == {one for one in before if one[0] != cast.maud}
    assert Archive.objects.count() == 0


def test_when_its_keeper_left_who_wrote_there_answers_for_it(cast):
    archive = closed(cast)
    assert not Archive.objects.kept_by(cast.karim).exists()
    farewell(worker=cast.samira)
    assert not Archive.objects.visible_to(cast.samira).exists()
    assert list(Archive.objects.kept_by(cast.karim)) == [archive]
    assert not Archive.objects.kept_by(cast.bruno).exists()
    archives.bring_back(by=cast.karim, archive=archive)
    assert cast.amina in Notebook.objects.kept_by(cast.karim)


def test_who_read_for_a_few_days_answers_for_nothing(cast):
    dossier, soon = make_notebook(cast.noor, "Zelda").dossier, timezone.now() + timedelta(days=3)
    told = {"by": cast.noor, "notebook": dossier.notebook, "level": READ}
    actions.grant(**told, to=cast.bruno, until=soon)
    actions.grant(**told, to=cast.maud)
    monday = date(2010, 6, 28)
    archive = archives.close(by=cast.noor, dossier=dossier, last_contact_on=monday)
    farewell(worker=cast.noor)
    assert list(Archive.objects.visible_to(cast.bruno)) == [archive]
    assert not Archive.objects.kept_by(cast.bruno).exists()
    assert list(Archive.objects.kept_by(cast.maud)) == [archive]
    with pytest.raises(NotAllowed):
        archives.bring_back(by=cast.bruno, archive=archive)


def test_who_never_read_it_learns_nothing(cast):
    addresses = ("/", "/archives/", "/cahiers/", "/loi/", "/bordereaux/nouveau/", "/certificats/")
    client = log_in(cast.maud)
    key = r'(name="(key|csrfmiddlewaretoken|plume|seen)" value="[^"]*")'
    bodies = []
    for at in range(2):
        told = [client.get(address).content.decode() for address in addresses]
        bodies.append([re.sub(key, "", one) for one in told])
        if not at:
            archive = closed(cast)
            archives.make_slip(by=cast.samira, archives=[archive])
    assert bodies[0] == bodies[1]
    assert client.get(f"/archives/{archive.pk}/").status_code == 404


def test_a_slip_waits_for_its_time_for_no_hold_and_for_its_keeper(cast):
    archive = closed(cast, last_contact_on=timezone.localdate())
    with pytest.raises(archives.TooEarly):
        archives.make_slip(by=cast.samira, archives=[archive])
    Archive.objects.update(keep_until=LONG_AGO)
    archive.refresh_from_db()
    archives.hold(by=cast.samira, archive=archive, why="Un procès.")
    with pytest.raises(archives.TooEarly):
        archives.make_slip(by=cast.samira, archives=[archive])
    archives.hold(by=cast.samira, archive=archive, why="")
    with pytest.raises(NotAllowed):
        archives.make_slip(by=cast.karim, archives=[archive])
    slip = archives.make_slip(by=cast.samira, archives=[archive])
    with pytest.raises(archives.Already):
        archives.make_slip(by=cast.samira, archives=[archive])
    with pytest.raises(archives.Already):
        archives.bring_back(by=cast.samira, archive=archive)
    assert "Amina" not in str(list(slip.lines.values()))
    for who, seen in ((cast.samira, True), (cast.karim, False), (cast.maud, False)):
        assert Slip.objects.visible_to(who).exists() is seen


def test_to_keep_longer_says_why_and_holds(cast):
    archive = closed(cast)
    line = archives.make_slip(by=cast.samira, archives=[archive]).lines.get()
    for decision in ("keep", "deposit"):
        with pytest.raises(archives.NoReason):
            archives.decide(by=cast.samira, line=line, decision=decision)
    with pytest.raises(NotAllowed):
        archives.decide(by=cast.karim, line=line, decision="destroy")
    archives.decide(by=cast.samira, line=line, decision="keep", reason="Sa sœur la cherche.")
    archive.refresh_from_db()
    assert archive.hold == "Sa sœur la cherche."
    archives.bring_back(by=cast.samira, archive=archive)


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_of_archives_costs_as_much_with_one_as_with_thirty(
    cast, django_assert_num_queries, count
):
    for number in range(count):
        for is_closed in (True, False):
            notebook = make_notebook(cast.samira, f"Personne {number}", cast.foyer)
            note_stay(by=cast.samira, dossier=notebook.dossier, service="Ici", until_on=LONG_AGO)
            if is_closed:
                closed(cast, dossier=notebook.dossier)
    client = log_in(cast.samira)
    client.get("/archives/")
    with django_assert_num_queries(10):
        client.get("/archives/")
