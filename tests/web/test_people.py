"""Pages of who works here, used as people do."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dossier.accounts import people, sittings
from dossier.accounts.invitations import invite
from dossier.accounts.models import Invitation, Proof, Sitting
from dossier.establishment.models import Team, Worker
from dossier.notebooks import actions, teams
from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.models import KEEP, Draft, NotAllowed, Notebook, WorkerGrant
from dossier.notebooks.sharing import leave_team
from tests.conftest import PASSPHRASE, log_in, make_team
from tests.web.reading import fill, send

PHRASE = "sept lampes sous la pluie"
PEOPLE, OPEN = "/maison/gens/", "/maison/gens/nouveau/"


def opened(cast, **told):
    """Open an account by its page; return where it led."""
    client = log_in(cast.yann)
    given = {"name": "Lina Costa", "login": "lina"} | told
    return client, send(client, fill(client, OPEN, "people-open", **given))


# Coming.


def test_from_the_account_to_the_first_page(cast):
    client, answer = opened(cast, function="veilleuse")
    page = client.post(answer.url).content.decode()
    code = re.search(r'Votre code : <b class="lettres">([a-z-]+)<', page)[1]
    assert "Allez à <b>http://testserver/</b>" in page  # what the newcomer's paper says
    assert "Votre nom de connexion : <b" in page
    assert code not in client.get(answer.url).content.decode()
    lina = Client()
    told = {"login": "Lina", "code": code, "new_passphrase": PHRASE, "again_passphrase": PHRASE}
    assert lina.post("/premiere-fois/", told).url == "/"
    assert lina.get("/").status_code == 200
    assert Client().post("/premiere-fois/", told).status_code == 422
    assert client.post(answer.url).status_code == 404  # she came: no code any more
    assert "Faire un code" not in client.get(PEOPLE).content.decode()


def test_the_page_of_a_code_loaded_again_leaves_it_as_it_is(cast):
    client, answer = opened(cast)
    address = answer.url
    key = re.search(r'name="key" value="([^"]+)"', client.get(address).content.decode())[1]
    page = client.post(address, {"key": key}).content.decode()
    code = re.search(r'class="lettres">([a-z]+-[a-z-]+)<', page)[1]
    other = re.search(r'name="key" value="([^"]+)"', page)[1]
    again = client.post(address, {"key": key}, follow=True)
    assert again.redirect_chain == [(address, 302)]
    assert "Faites-en un autre" in again.content.decode()
    told = {"login": "lina", "new_passphrase": PHRASE, "again_passphrase": PHRASE}
    page = Client().post("/premiere-fois/", told | {"code": code, "again_passphrase": "x"})
    assert "Les deux phrases diffèrent" in page.content.decode()
    # Its own button makes another, and the first serves no more.
    page = client.post(address, {"key": other}).content.decode()
    assert re.search(r'class="lettres">([a-z]+-[a-z-]+)<', page)[1] != code
    assert Client().post("/premiere-fois/", told | {"code": code}).status_code == 422


def test_a_name_that_is_not_awaited_is_answered_as_a_wrong_code(cast):
    worker = people.open_account(by=cast.yann, login="lina", name="Lina")
    invite(by=cast.yann, worker=worker)
    told = {"code": "aaaaa-aaaaa", "new_passphrase": PHRASE, "again_passphrase": PHRASE}
    pages = []
    for login in ("lina", "samira", "inconnue", "gilles"):
        answer = Client().post("/premiere-fois/", told | {"login": login})
        page = re.sub(r'value="[^"]*"|class="lettres">[^<]*', "", answer.content.decode())
        pages.append((answer.status_code, page))
    assert len(set(pages)) == 1
    assert pages[0][0] == 422


def test_what_was_typed_comes_back_never_the_phrase(cast):
    told = {"login": "lina", "code": "abcde", "new_passphrase": PHRASE, "again_passphrase": "autre"}
    page = Client().post("/premiere-fois/", told).content.decode()
    assert 'value="lina"' in page
    assert 'value="abcde"' in page
    assert PHRASE not in page


def test_five_words_are_offered_and_stay_when_the_form_comes_back(cast):
    client = Client()
    drawn = re.search(r'class="lettres">([a-z ]+)<', client.get("/premiere-fois/").content.decode())
    told = {"login": "lina", "drawn_passphrase": drawn[1]}
    assert drawn[1] in client.post("/premiere-fois/", told).content.decode()
    told["drawn_passphrase"] = "<b>ce que je veux</b>"
    assert "ce que je veux" not in client.post("/premiere-fois/", told).content.decode()
    for address in ("/ma-porte/phrase/",):
        assert "cinq mots" in log_in(cast.samira).get(address).content.decode()


@pytest.mark.parametrize("who", ["samira", "helene", "noor"])
def test_who_accompanies_opens_no_account(cast, who):
    worker = people.open_account(by=cast.yann, login="lina", name="Lina")
    client = log_in(getattr(cast, who))
    for address in (OPEN, reverse("people-code", args=[worker.pk])):
        assert client.get(address).status_code == client.post(address).status_code == 404


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"login": "samira"}, "déjà pris"),
        ({"login": "lina costa"}, "sans accent"),
        ({"name": " SAMIRA "}, "porte déjà ce nom"),
        ({"name": "Sami\u200bra"}, "porte déjà ce nom"),
        ({"name": "S\u0430mira"}, "mélange deux alphabets"),
        ({"name": "\u200b"}, "Écrivez au moins un prénom"),
        ({"name": ""}, "Écrivez au moins un prénom"),
    ],
)
def test_an_account_that_cannot_be_opened_is_told_and_kept(cast, told, said):
    _, answer = opened(cast, function="veilleuse", **told)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert 'value="veilleuse"' in answer.content.decode()
    assert Draft.objects.of(cast.yann).count() == 1
    assert not Worker.objects.filter(function="veilleuse").exists()


def test_an_account_opened_twice_by_one_form_is_opened_once(cast):
    client = log_in(cast.yann)
    form = fill(client, OPEN, "people-open", name="Lina", login="lina")
    assert send(client, form).url == send(client, form).url
    assert Worker.objects.filter(login="lina").count() == Invitation.objects.count() == 1


# What is seen of each other.


@pytest.mark.parametrize("who", ["samira", "noor", "yann"])
def test_all_see_names_functions_teams_and_nothing_of_visits_nor_proofs(cast, who):
    cast.karim.came_at = cast.karim.bookmark_at = timezone.now().replace(year=2021)
    cast.karim.function = "éducateur"
    cast.karim.save()
    client = log_in(getattr(cast, who))
    before = client.get(PEOPLE).content
    page = before.decode()
    assert "Karim" in page
    assert "éducateur" in page
    assert "Foyer" in page
    assert "Gilles" not in page
    assert "2021" not in page
    Proof.objects.create(worker=cast.karim, sort="totp", added_on=timezone.localdate())
    Sitting.objects.create(worker=cast.karim, session="x", began_at=timezone.now())
    Worker.objects.filter(pk=cast.karim.pk).update(came_at=None, bookmark_at=None)
    tokens = rb'name="csrfmiddlewaretoken" value="[^"]*"'
    assert re.sub(tokens, b"", client.get(PEOPLE).content) == re.sub(tokens, b"", before)


def test_the_list_costs_as_much_for_many(cast, django_assert_num_queries):
    client = log_in(cast.yann)
    client.get(PEOPLE)
    with django_assert_num_queries(7) as few:
        client.get(PEOPLE)
    for number in range(20):
        Worker.objects.create(login=f"w{number}", name=f"W{number}").groups.add(cast.foyer)
    with django_assert_num_queries(len(few.captured_queries)):
        client.get(PEOPLE)


def test_one_says_how_one_is_called_and_takes_the_name_of_no_other(cast):
    client = log_in(cast.samira)
    form = fill(client, "/maison/gens/moi/", "people-self", name="Samira B.", function="éduc")
    assert send(client, form).status_code == 302
    cast.samira.refresh_from_db()
    assert (cast.samira.name, cast.samira.function) == ("Samira B.", "éduc")
    form = fill(client, "/maison/gens/moi/", "people-self", name="karim")
    assert "porte déjà ce nom" in send(client, form).content.decode()


# The direction.


def test_the_direction_says_who_is_and_before_there_is_one_who_is_in_a_team(cast):
    found = {who: people.may_name_heads(getattr(cast, who)) for who in ("samira", "noor", "yann")}
    assert found == {"samira": True, "noor": False, "yann": False}
    client = log_in(cast.samira)
    answer = client.post("/maison/gens/direction/", {"heads": [cast.helene.pk]})
    assert answer.status_code == 302
    assert list(Worker.objects.filter(is_head=True)) == [cast.helene]
    assert client.post("/maison/gens/direction/", {"heads": [cast.samira.pk]}).status_code == 404
    told = {"heads": [cast.helene.pk, cast.maud.pk]}
    log_in(cast.helene).post("/maison/gens/direction/", told)
    assert Worker.objects.filter(is_head=True).count() == 2
    assert "direction" in client.get(PEOPLE).content.decode()


def test_who_keeps_the_machine_names_the_direction_of_a_house_where_nobody_is_yet(db):
    yann = Worker.objects.create(login="y", name="Y", is_administrator=True)
    samira = Worker.objects.create(login="s", name="S")
    people.name_heads(by=yann, heads=[samira])
    with pytest.raises(people.NotTheirs):
        people.name_heads(by=yann, heads=[])


@pytest.mark.parametrize("who", ["yann", "gilles"])
def test_nobody_who_accompanies_nobody_is_the_direction(cast, who):
    with pytest.raises(people.NotTheirs):
        people.name_heads(by=cast.samira, heads=[getattr(cast, who)])


# Teams.


def test_a_team_is_made_by_who_keeps_the_machine_and_filled_by_who_accompanies(cast):
    client = log_in(cast.yann)
    form = fill(client, "/maison/equipes/nouvelle/", "team-create", name="Accueil de jour")
    place = send(client, form).url
    team = Team.objects.get(name="Accueil de jour")
    welcome = reverse("team-welcome", args=[team.pk])
    assert client.get(welcome).status_code == 404
    noor = log_in(cast.noor)
    assert send(noor, fill(noor, welcome, "team-welcome", worker=str(cast.noor.pk))).url == place
    assert list(cast.noor.teams) == [team]
    assert log_in(cast.samira).get(welcome).status_code == 404
    assert client.get(reverse("team-edit", args=[team.pk])).status_code == 404


def test_who_just_came_is_the_first_to_be_welcomed(cast):
    page = log_in(cast.samira).get(reverse("team-welcome", args=[cast.foyer.pk]))
    names = [one.name for one in page.context["form"].fields["worker"].queryset]
    assert names[0] == "Noor"
    assert names[1:] == sorted(names[1:])
    assert len(names) > 2


def test_who_is_welcomed_nowhere_yet_is_told_whom_to_tell(cast):
    told = "ne vous a pas encore accueilli"
    assert told in log_in(cast.noor).get("/").content.decode()
    cast.noor.groups.add(cast.foyer)
    assert told not in log_in(cast.noor).get("/").content.decode()
    cast.helene.groups.clear()
    cast.helene.is_head = True
    cast.helene.save()
    assert told not in log_in(cast.helene).get("/").content.decode()


def test_who_has_not_come_yet_and_who_keeps_the_machine_are_welcomed_nowhere(cast):
    lina = people.open_account(by=cast.yann, login="lina", name="Lina")
    client, welcome = log_in(cast.samira), reverse("team-welcome", args=[cast.foyer.pk])
    for worker in (lina, cast.yann, cast.gilles):
        assert client.post(welcome, {"worker": worker.pk}).status_code == 422
    assert set(cast.foyer.workers.all()) == {cast.samira, cast.karim, cast.helene}


def test_a_team_that_was_emptied_opens_nothing_to_the_first_come(cast):
    cast.foyer.workers.clear()
    assert not teams.may_welcome(cast.noor, cast.foyer)
    assert not teams.may_welcome(cast.maud, cast.foyer)
    assert teams.may_welcome(cast.samira, cast.foyer)  # she keeps all that is open to it
    people.name_heads(by=cast.maud, heads=[cast.noor])
    cast.noor.refresh_from_db()
    assert teams.may_welcome(cast.noor, cast.foyer)


def test_who_keeps_the_machine_empties_no_team(cast):
    with pytest.raises(NotAllowed):
        leave_team(by=cast.yann, worker=cast.karim, team=cast.foyer)
    place = reverse("team-leave", args=[cast.foyer.pk, cast.karim.pk])
    assert log_in(cast.yann).post(place).status_code == 404


def test_anybody_leaves_a_team_and_is_told_what_only_they_keep(cast):
    actions.give(by=cast.samira, notebook=cast.amina, to=cast.nuit, level=KEEP)
    WorkerGrant.objects.filter(content_object=cast.amina).delete()
    client, place = log_in(cast.bruno), reverse("team-leave", args=[cast.nuit.pk, cast.bruno.pk])
    log_in(cast.helene).post(reverse("team-leave", args=[cast.nuit.pk, cast.helene.pk]))
    answer = client.post(place, follow=True)
    assert "Vous seul·e gardez encore quelque chose" in answer.content.decode()
    assert "Amina" not in answer.content.decode()
    assert list(cast.bruno.teams) == [cast.nuit]
    karim = log_in(cast.karim)
    place = reverse("team-leave", args=[cast.foyer.pk, cast.karim.pk])
    assert [karim.post(place).status_code, karim.post(place).status_code] == [302, 302]
    assert not cast.karim.teams.exists()


def test_a_team_renamed_renames_what_waits_in_its_bric_a_brac(cast):
    heap = bricabrac(by=cast.samira, team=cast.foyer)
    client, place = log_in(cast.samira), reverse("team-edit", args=[cast.foyer.pk])
    send(client, fill(client, place, "team-edit", name="Foyer du haut"))
    heap.refresh_from_db()
    assert heap.title == "Foyer du haut"
    form = fill(client, place, "team-edit", name="NUIT", presentation="Ceux du haut.")
    answer = send(client, form)
    assert "déjà pris" in answer.content.decode()
    assert "Ceux du haut." in answer.content.decode()


# Leaving.


def test_who_keeps_the_machine_closes_an_account_and_learns_of_no_notebook(cast):
    client, place = log_in(cast.yann), reverse("people-leave", args=[cast.samira.pk])
    shown = client.get(place).content.decode()
    refused = client.post(place, {}).content.decode()
    for page in (shown, refused):
        for word in ("Amina", "Le premier étage", "Un mot"):
            assert word not in page
    assert "choisissez qui" in refused
    answer = client.post(place, {"successor": cast.karim.pk}, follow=True)
    assert "n’entre plus ici" in answer.content.decode()
    assert cast.amina in Notebook.objects.kept_by(cast.karim)
    assert not Worker.objects.get(login="samira").is_active


def test_the_last_who_keeps_the_machine_finds_another_first(cast):
    client, place = log_in(cast.yann), reverse("people-leave", args=[cast.yann.pk])
    told = {"passphrase": PASSPHRASE}
    answer = client.post(place, told)
    assert answer.status_code == 422
    assert "ouvrez d’abord un compte" in answer.content.decode()
    assert Worker.objects.get(login="yann").is_active
    Worker.objects.create(login="zoe", name="Zoé", is_administrator=True)
    assert client.post(place, told).status_code == 302
    assert client.get("/").status_code == 302


def test_nobody_else_closes_an_account(cast):
    place = reverse("people-leave", args=[cast.karim.pk])
    for who in (cast.samira, cast.noor):
        client = log_in(who)
        assert client.get(place).status_code == client.post(place).status_code == 404


# Sittings.


def entered(login="samira") -> Client:
    """Return a browser that came in by the page."""
    client = Client(REMOTE_ADDR="192.168.1.7", headers={"user-agent": "Firefox/140 Android"})
    answer = client.post("/connexion/", {"login": login, "passphrase": PASSPHRASE})
    assert answer.status_code == 302
    return client


def test_one_sees_where_one_is_and_ends_one_or_all_the_others(cast):
    here, there, elsewhere, other = entered(), entered(), entered(), entered("karim")
    page = here.get("/ma-porte/sessions/").content.decode()
    assert page.count("Firefox sur Android</b>") == 3
    assert page.count("ici même") == 1
    one = Sitting.objects.get(session=there.session.session_key)
    assert here.post("/ma-porte/sessions/", {"fin": one.pk}).status_code == 302
    assert [b.get("/").status_code for b in (here, there, elsewhere)] == [200, 302, 200]
    theirs = Sitting.objects.get(worker=cast.karim)
    for asked in (theirs.pk, one.pk, "x", "9" * 30, ""):
        assert here.post("/ma-porte/sessions/", {"fin": asked}).status_code == 404
    here.post("/ma-porte/sessions/", {"fin": "toutes"})
    assert [b.get("/").status_code for b in (here, elsewhere, other)] == [200, 302, 200]
    assert sittings.open_to(cast.samira).count() == 1


def test_a_team_and_an_account_that_do_not_exist_are_nowhere(cast):
    client = log_in(cast.samira)
    for name, args in (("team-detail", [9_999]), ("people-leave", [9_999])):
        assert client.get(reverse(name, args=args)).status_code == 404
    assert make_team("Vide").pk
