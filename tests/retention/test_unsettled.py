"""What waits is said before a dossier is closed, decided of, destroyed; why sooner than the law."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from dossier.persons.actions import note_relation, note_stay, open_dossier
from dossier.reading import requests
from dossier.reading.models import Request
from dossier.retention import actions as archives
from dossier.retention.destruction import destroy, plan
from dossier.retention.models import Archive, Slip
from tests.conftest import log_in, make_notebook, make_writing

LONG_AGO = date(2010, 6, 30)


def asks(cast, notebook=None, **more):
    dossier = (notebook or cast.amina).dossier
    return requests.note_request(by=cast.samira, dossier=dossier, sort="read", **more)


def asked_since(archive, by) -> Request:
    """Note a request as it was before closing was refused: nobody writes in an archive."""
    told = {"sort": "read", "asked_on": timezone.localdate(), "noted_by": by}
    return Request.objects.create(dossier=archive.dossier, noted_at=timezone.now(), **told)


def address(notebook) -> str:
    return f"/cahiers/{notebook.pk}/archiver/"


def closed_long_ago(cast, **more) -> Archive:
    told = {"by": cast.samira, "dossier": cast.amina.dossier, "last_contact_on": LONG_AGO} | more
    return archives.close(**told)


def test_a_request_without_an_answer_keeps_a_dossier_open(cast):
    one = asks(cast)
    with pytest.raises(archives.Asked):
        closed_long_ago(cast)
    client = log_in(cast.samira)
    page = client.get(address(cast.amina)).content.decode()
    assert f'href="/cahiers/{cast.amina.pk}/demandes/{one.pk}/"' in page
    assert "le temps court" in page
    told = {"last_contact_on": "2010-06-30", "words": "Ce que j’avais tapé."}
    answer = client.post(address(cast.amina), told)
    page = answer.content.decode()
    assert (answer.status_code, Archive.objects.count()) == (422, 0)
    assert "Ce que j’avais tapé." in page
    assert "faites-le d’abord" in page
    requests.note_reply(by=cast.samira, request=one, answer="extended")
    with pytest.raises(archives.Asked):
        closed_long_ago(cast)
    requests.note_reply(by=cast.samira, request=one, answer="granted")
    assert client.post(address(cast.amina), told).status_code == 302
    assert Archive.objects.count() == 1


def test_a_request_noted_by_mistake_keeps_nothing_open(cast):
    one = asks(cast)
    requests.mark_request(by=cast.samira, request=one, is_mistaken=True)
    closed_long_ago(cast)


def test_a_stay_that_goes_on_is_said_and_ended_or_a_word_says_why(cast):
    stay = note_stay(
        by=cast.samira,
        dossier=cast.amina.dossier,
        service="Au studio",
        from_on=date(2020, 5, 4),
        word="Le mot du studio.",
    )
    with pytest.raises(archives.NoReason):
        closed_long_ago(cast)
    client = log_in(cast.samira)
    assert "Au studio" in client.get(address(cast.amina)).content.decode()
    for typed, words in (
        ({}, "n’a pas de fin notée"),
        ({"ended_on": "2020-05-01"}, "La fin vient avant le début"),
    ):
        answer = client.post(address(cast.amina), {"last_contact_on": "2021-06-30"} | typed)
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert Archive.objects.count() == 0
    told = dict.fromkeys(("last_contact_on", "ended_on"), "2021-06-30")
    assert client.post(address(cast.amina), told).status_code == 302
    stay.refresh_from_db()
    kept = stay.service, stay.from_on, stay.until_on, stay.word
    assert kept == ("Au studio", date(2020, 5, 4), date(2021, 6, 30), "Le mot du studio.")


def test_a_word_leaves_a_stay_as_it_is(cast):
    stay = note_stay(by=cast.samira, dossier=cast.amina.dossier, service="Au studio")
    archive = closed_long_ago(cast, why="Parti sans rien dire, on ne sait quand.")
    stay.refresh_from_db()
    assert (stay.until_on, archive.why[:5]) == (None, "Parti")


def test_an_end_before_its_beginning_is_no_end(cast):
    note_stay(by=cast.samira, dossier=cast.amina.dossier, from_on=date(2020, 5, 4))
    with pytest.raises(ValueError, match="before it began"):
        closed_long_ago(cast, ended_on=date(2019, 1, 1))


def test_an_earlier_day_than_the_law_proposes_needs_a_word(cast):
    with pytest.raises(archives.NoReason):
        closed_long_ago(cast, keep_until=date(2012, 1, 1))
    client = log_in(cast.samira)
    told = {"last_contact_on": "2010-06-30", "keep_until": "2012-01-01", "words": "Mon mot."}
    answer = client.post(address(cast.amina), told)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "30 juin 2017" in page.replace("\xa0", " ")
    assert "Mon mot." in page
    told["keep_why"] = "Tout est ailleurs."
    assert client.post(address(cast.amina), told).status_code == 302
    archive = Archive.objects.get()
    assert (archive.keep_until, archive.keep_why) == (date(2012, 1, 1), "Tout est ailleurs.")
    assert "Tout est ailleurs." in client.get(f"/archives/{archive.pk}/").content.decode()


def test_the_day_proposed_follows_the_last_contact_typed(cast):
    told = {"last_contact_on": "2015-06-30", "keep_until": "2017-06-30"}
    answer = log_in(cast.samira).post(address(cast.amina), told)
    assert answer.status_code == 422
    assert "30 juin 2022" in answer.content.decode().replace("\xa0", " ")


def test_a_last_contact_before_what_was_written_needs_a_word(cast):
    make_writing(cast.samira, cast.amina, "Elle a appelé.", occurred_on=date(2016, 6, 30))
    told = {"last_contact_on": "2010-06-30", "keep_until": ""}
    client = log_in(cast.samira)
    answer = client.post(address(cast.amina), told)
    assert answer.status_code == 422
    assert "textes proposent de garder jusqu’au" in answer.content.decode()
    told["keep_why"] = "Un appel n’est pas un contact."
    assert client.post(address(cast.amina), told).status_code == 302
    line = archives.make_slip(by=cast.samira, archives=[Archive.objects.get()]).lines.get()
    assert "CNIL" in line.basis
    assert "décidé par la maison : Un appel n’est pas un contact)" in line.basis
    assert (line.first_year, line.last_year) == (2016, 2016)


def basis(cast, **more) -> str:
    archive = closed_long_ago(cast, **more)
    return archives.make_slip(by=cast.samira, archives=[archive]).lines.get().basis


def test_a_slip_cites_the_texts_for_their_own_day(cast):
    told = basis(cast)
    assert "à garder jusqu’en 2017 (CNIL, délibérations 2021-028 et 2023-095" in told
    assert "décidé par" not in told


def test_a_slip_cites_the_house_for_a_day_of_its_own_and_no_name(cast):
    note_relation(by=cast.samira, notebook=cast.amina, name="Farida Bel")
    told = basis(cast, keep_until=date(2012, 1, 1), keep_why="Amina, Farida et Didier l’ont dit.")
    assert "CNIL" not in told
    assert "à garder jusqu’en 2012 (décidé par la maison : [" in told
    assert told.count("[") == 3
    assert not any(name in told for name in ("Amina", "Farida", "Didier"))


def test_a_later_day_is_the_house_s_without_a_word(cast):
    told = basis(cast, keep_until=date(2019, 1, 1))
    assert "(décidé par la maison)" in told


def test_a_child_s_own_day_is_the_civil_code_s(cast):
    dossier = open_dossier(by=cast.samira, called="Zoé", birth="1994", teams=[cast.foyer])
    note_stay(by=cast.samira, dossier=dossier, until_on=LONG_AGO)
    archive = closed_long_ago(cast, dossier=dossier)
    Archive.objects.update(keep_until=archive.keep_until)
    with pytest.raises(archives.TooEarly):
        archives.make_slip(by=cast.samira, archives=[archive])
    later = timezone.now() + timedelta(days=366 * 40)
    told = archives.make_slip(by=cast.samira, archives=[archive], at=later).lines.get().basis
    assert "code civil 2226" in told
    assert "CNIL" not in told


def decided(cast, archive) -> Slip:
    slip = archives.make_slip(by=cast.samira, archives=[archive])
    archives.note_visa(by=cast.samira, slip=slip, visa="AD 7")
    archives.decide(by=cast.samira, line=slip.lines.get(), decision="destroy")
    return slip


def test_what_was_asked_since_stops_the_destruction_and_leads_to_it(cast):
    archive = closed_long_ago(cast)
    slip = decided(cast, archive)
    one = asked_since(archive, cast.samira)
    assert plan(slip)[0].needs == ("asked",)
    with pytest.raises(archives.Asked):
        destroy(by=cast.samira, slip=slip)
    client = log_in(cast.samira)
    line = slip.lines.get()
    for path in (f"/bordereaux/{slip.pk}/detruire/", f"/bordereaux/{slip.pk}/lignes/{line.pk}/"):
        page = client.get(path).content.decode()
        assert "le temps court" in page
        assert f'href="/archives/{archive.pk}/"' in page
    sentence = {"words": f"je détruis ce que dit le bordereau {slip.number}"}
    assert client.post(f"/bordereaux/{slip.pk}/detruire/", sentence).status_code == 422
    one.is_mistaken = True
    one.save()
    assert plan(slip)[0].needs == ()


def test_all_that_goes_is_said_before_deciding_and_destroying(cast):
    one = asks(cast)
    requests.note_reply(by=cast.samira, request=one, answer="granted")
    note_stay(by=cast.samira, dossier=cast.amina.dossier, until_on=LONG_AGO)
    slip = decided(cast, closed_long_ago(cast))
    client, line = log_in(cast.samira), slip.lines.get()
    for path in (f"/bordereaux/{slip.pk}/detruire/", f"/bordereaux/{slip.pk}/lignes/{line.pk}/"):
        page = client.get(path).content.decode()
        assert "Écrits : 0, demandes : 1, ce qu’on y a répondu : 1, accompagnements : 1" in page


def test_a_request_about_an_archive_is_still_said_and_how_to_answer(cast):
    archive = closed_long_ago(cast)
    one = asked_since(archive, cast.samira)
    client = log_in(cast.samira)
    listed = client.get("/demandes/").content.decode()
    assert f'href="/archives/{archive.pk}/"' in listed
    assert f"/archives/{archive.pk}/" not in log_in(cast.maud).get("/demandes/").content.decode()
    page = client.get(f"/archives/{archive.pk}/").content.decode()
    assert "le temps court" in page
    assert "reprenez d’abord" in page
    assert "demandez à qui" in log_in(cast.karim).get(f"/archives/{archive.pk}/").content.decode()
    client.post(f"/archives/{archive.pk}/ouvrir/", {"words": "Elle demande."})
    its_page = client.get(f"/cahiers/{cast.amina.pk}/demandes/{one.pk}/").content.decode()
    assert "se reprend dans l’usage de tous les jours" in its_page
    assert f'href="/archives/{archive.pk}/"' in its_page


def test_an_archive_open_for_a_week_says_so_and_offers_nothing_that_leads_nowhere(cast):
    writing = make_writing(cast.samira, cast.amina, "Le mot canari.")
    correct = f'href="/ecrits/{writing.pk}/corriger/"'
    client = log_in(cast.samira)
    before = client.get(f"/cahiers/{cast.amina.pk}/").content.decode()
    assert correct in before
    assert "Refermer" not in before
    archive = closed_long_ago(cast)
    client.post(f"/archives/{archive.pk}/ouvrir/", {"words": "Elle demande."})
    assert client.get(f"/ecrits/{writing.pk}/corriger/").status_code == 404
    for path in (f"/cahiers/{cast.amina.pk}/", f"/ecrits/{writing.pk}/", "/"):
        page = client.get(path).content.decode()
        assert "canari" in page
        assert correct not in page
    page = client.get(f"/cahiers/{cast.amina.pk}/").content.decode()
    assert "ouvert pour vous jusqu’au" in page
    assert f'action="/archives/{archive.pk}/refermer/"' in page


def test_closing_says_it_in_french(cast):
    page = log_in(cast.samira).get(address(cast.amina)).content.decode()
    assert "Qui lisait le dossier le retrouve aux archives" in page
    assert "le dossier lisaient" not in page


def test_with_nothing_ripe_a_slip_has_no_empty_list(cast):
    page = log_in(cast.samira).get("/bordereaux/nouveau/").content.decode()
    assert "Rien n’attend" in page
    assert "Faire le bordereau</button>" not in page
    make_notebook(cast.samira, "Zoé", cast.foyer)
    closed_long_ago(cast)
    page = log_in(cast.samira).get("/bordereaux/nouveau/").content.decode()
    assert "Faire le bordereau</button>" in page


def test_of_somebody_long_gone_nothing_is_said_to_be_done(cast):
    note_stay(by=cast.samira, dossier=cast.amina.dossier, until_on=LONG_AGO)
    page = log_in(cast.samira).get(f"/cahiers/{cast.amina.pk}/droits/").content.decode()
    assert "la loi n’attend quelque chose que pour qui est là" in page
    assert "c’est fait" not in page
