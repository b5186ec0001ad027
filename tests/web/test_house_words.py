"""The pages of the words of the house: who may, what they do, nothing former kept in memory."""

from html import unescape
from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from dossier.establishment import house
from dossier.establishment.actions import (
    MayNotChangeWords,
    Unchanged,
    change_word,
    name_establishment,
    undo_word,
)
from dossier.establishment.models import Establishment, WordChange
from dossier.establishment.words import FEMININE, MASCULINE, Word, told
from dossier.notebooks import actions
from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.models import Notebook
from dossier.notebooks.versions import versions
from tests.conftest import log_in, make_worker, make_writing
from tests.web.reading import fill, forms_of, send
from tests.web.test_no_former_word import PLACE, rename_all

# Who may, and what they see.


@pytest.mark.parametrize(
    ("who", "status"),
    [("samira", 200), ("bruno", 200), ("maud", 200), ("yann", 200), ("alone", 404)],
)
def test_who_accompanies_or_keeps_the_machine_changes_the_words(cast, who, status):
    client = log_in(make_worker("alone") if who == "alone" else getattr(cast, who))
    change = reverse("house-word-change", args=["cahier"])
    assert [client.get(address).status_code for address in (PLACE, change)] == [status] * 2
    sent = client.post(change, {"singular": "carnet"}).status_code
    change = WordChange.objects.first() or WordChange(pk=1)
    undone = client.post(reverse("house-word-undo", args=[change.pk])).status_code
    changed = 302 if status == 200 else 404
    assert (sent, undone) == (changed, changed)
    assert WordChange.objects.count() == (2 if status == 200 else 0)


def test_who_left_or_is_not_logged_in_changes_no_word(cast):
    change = reverse("house-word-change", args=["cahier"])
    assert Client().get(PLACE).status_code == 302
    assert Client().post(change, {"singular": "carnet"}).status_code == 403
    cast.gilles.groups.add(cast.foyer)
    for nobody in (cast.gilles, make_worker("alone")):
        with pytest.raises(MayNotChangeWords):
            change_word(by=nobody, key="cahier", word=Word("carnet"))
    assert Establishment.objects.get().words == {}


def test_the_link_is_shown_to_who_may(cast):
    told = {}
    for who in (cast.samira, cast.yann, make_worker("alone")):
        for address in ("/", "/mots/"):
            told[who.login, address] = PLACE in log_in(who).get(address).content.decode()
    assert told == {
        ("samira", "/"): False, ("samira", "/mots/"): True,
        ("yann", "/"): True, ("yann", "/mots/"): False,
        ("alone", "/"): False, ("alone", "/mots/"): False,
    }  # fmt: skip


def test_the_words_tell_nothing_of_any_notebook(cast):
    make_writing(cast.samira, cast.amina, "Une fugue.", heading="Fugues", tags=("police",))
    page = log_in(cast.yann).get(PLACE).content.decode()
    assert [name for name in ("Amina", "étage", "Didier", "ugue", "police") if name in page] == []


def test_an_unknown_word_is_nothing_here(cast):
    client = log_in(cast.samira)
    for name in ("licorne", "singular", "0"):
        address = reverse("house-word-change", args=[name])
        assert [client.get(address).status_code, client.post(address).status_code] == [404, 404]


# Changing one.


def changing(client: Client, key: str, **typed: str):
    """Open the page of a word as a browser does, type, send."""
    address = reverse("house-word-change", args=[key])
    return send(client, fill(client, address, "house-word-change", **typed))


def test_a_word_alone_is_enough_and_the_rest_follows(cast):
    client = log_in(cast.samira)
    assert changing(client, "cahier", singular="  carnet  ").status_code == 302
    assert Establishment.objects.get().words["cahier"]["singular"] == "carnet"
    assert house.words()["cahier"].pluriel == "carnets"
    page = client.get(PLACE).content.decode()
    assert f"On dira : {told(Word('carnet'))}." in page
    assert ">Carnet, carnets</a>" in page


def test_what_belonged_to_the_former_word_goes_with_it(cast):
    client = log_in(cast.samira)
    changing(client, "bricabrac", singular="bazar")
    changing(client, "professionnel", singular="collègue")
    assert house.words()["bricabrac"].pluriel == "bazars"
    assert house.words()["professionnel"].pluriel == "collègues"


def test_everything_about_a_word_can_be_said(cast):
    changing(
        log_in(cast.samira), "personne",
        singular="hôte", plural="hôtes", gender="m", feminine="hôtesse", elides="oui",
    )  # fmt: skip
    word = house.words()["personne"]
    assert word == Word("hôte", "hôtes", MASCULINE, "hôtesse", elides=True)
    assert (word.le, word.pluriel) == ("l’hôte ou l’hôtesse", "hôtesses et hôtes")
    assert "l’hôte ou l’hôtesse</label>" in log_in(cast.samira).get("/").content.decode()


@pytest.mark.parametrize("typed", [{"singular": "", "plural": ""}, {"geste": "defaut"}])
def test_an_empty_word_is_the_word_as_at_first(cast, typed):
    change_word(by=cast.yann, key="cahier", word=Word("carnet", gender=FEMININE))
    assert changing(log_in(cast.samira), "cahier", **typed).status_code == 302
    assert Establishment.objects.get().words == {}
    assert [(one.by, one.new) for one in WordChange.objects.all()][0] == (cast.samira, None)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"singular": "x" * 41}, "C’est un peu long : 40 signes au plus, il y en a 41."),
        ({"plural": "x" * 41}, "C’est un peu long : 40 signes au plus, il y en a 41."),
        ({"singular": "car\u200bnet"}, "Un seul : il s’y cache un signe invisible."),
        ({"singular": "car\x00net"}, "Un seul : il s’y cache un signe invisible."),
        ({"plural": "car\u202enets"}, "Plusieurs : il s’y cache un signe invisible."),
        ({"singular": "…"}, "Un seul : il faut au moins une lettre."),
        ({"singular": "", "plural": "carnets"}, "Écrivez aussi le mot pour un seul."),
        ({"singular": "carnet", "gender": "n"}, "Sélectionnez un choix valide."),
    ],
)
def test_what_cannot_be_a_word_is_told_and_kept_on_the_page(cast, typed, said):
    client = log_in(cast.samira)
    address = reverse("house-word-change", args=["cahier"])
    response = client.post(address, {"singular": "carnet"} | typed)
    assert response.status_code == 422
    assert said in unescape(response.content.decode())
    assert Establishment.objects.get().words == {}


def test_a_word_is_a_word_and_nothing_else(cast):
    """Neither tags for a browser, nor fields for a sentence."""
    client = log_in(cast.samira)
    changing(client, "cahier", singular="<b>gras</b>")
    changing(client, "collectif", singular="{equipe.le} {0} %s")
    for address in ("/", "/cahiers/", PLACE, f"/cahiers/{cast.amina.pk}/", "/nulle-part/"):
        page = client.get(address).content.decode()
        assert "<b>gras" not in page
        assert "&lt;b&gt;gras" in page.casefold()
    page = client.post("/collectifs/nouveau/", {"name": "Jardin"}, follow=True).content.decode()
    assert "&lt;b&gt;gras&lt;/b&gt; « Jardin »" in page
    assert "{equipe.le} {0} %s" in client.get("/collectifs/nouveau/").content.decode()


def test_changed_meanwhile_a_word_is_refused_once_with_both(cast):
    client, address = log_in(cast.samira), reverse("house-word-change", args=["cahier"])
    form = fill(client, address, "house-word-change", singular="carnet")
    changing(log_in(cast.bruno), "cahier", singular="registre")
    response = send(client, form)
    assert response.status_code == 422
    assert "quelqu’un a enregistré entre-temps « registre »" in response.content.decode()
    assert house.words()["cahier"].singular == "registre"
    (again,) = [one for one in forms_of(response) if one.name == "house-word-change"]
    assert again.fields["singular"] == "carnet"
    assert send(client, again).status_code == 302
    assert house.words()["cahier"].singular == "carnet"


def test_a_change_sent_twice_is_one_change(cast):
    client, address = log_in(cast.samira), reverse("house-word-change", args=["cahier"])
    form = fill(client, address, "house-word-change", singular="carnet")
    assert [send(client, form).status_code for _ in range(2)] == [302, 302]
    assert WordChange.objects.count() == 1


# What was changed, and undoing it.


def test_history_tells_who_changed_which_word_and_undoes_it(cast):
    change_word(by=cast.samira, key="cahier", word=Word("carnet"))
    change = change_word(by=cast.bruno, key="cahier", word=Word("registre"))
    assert (change.at.second, change.at.microsecond) == (0, 0)
    client = log_in(cast.yann)
    page = client.get(PLACE).content.decode()
    assert "Bruno : <q>carnet</q> est devenu <q>registre</q>" in page
    assert "Samira : <q>cahier</q> est devenu <q>carnet</q>" in page
    undo = reverse("house-word-undo", args=[change.pk])
    page = client.post(undo, follow=True).content.decode()
    assert "C’est défait. On dira : le carnet" in page
    assert "ce mot a changé depuis" in client.post(undo, follow=True).content.decode()
    assert house.words()["cahier"].singular == "carnet"


def test_only_the_last_change_of_a_word_may_be_undone(cast):
    change_word(by=cast.samira, key="cahier", word=Word("carnet"))
    change_word(by=cast.samira, key="trame", word=Word("trame", "trames-types", gender=FEMININE))
    last = change_word(by=cast.bruno, key="cahier", word=Word("carnet", gender=FEMININE))
    client = log_in(cast.yann)
    page = client.get(PLACE).content.decode()
    assert "Bruno : <q>carnet</q> s’accorde autrement" in page
    assert "Samira : <q>trames</q> est devenu <q>trames-types</q>" in page
    undo_word(by=cast.yann, change=last)
    page = client.get(PLACE).content.decode()
    undoing = [reverse("house-word-undo", args=[one.pk]) for one in WordChange.objects.all()]
    assert [undo in page for undo in undoing] == [True, False, True, False]


def test_undo_gives_back_the_word_as_at_first_and_leaves_the_others(cast):
    first = change_word(by=cast.samira, key="cahier", word=Word("carnet"))
    change_word(by=cast.samira, key="trame", word=Word("canevas"))
    undo_word(by=cast.karim, change=first)
    assert list(Establishment.objects.get().words) == ["trame"]
    with pytest.raises(Unchanged):
        undo_word(by=cast.karim, change=first)
    with pytest.raises(Unchanged):
        change_word(by=cast.karim, key="cahier", word=Word("cahier", "cahiers"))


def test_a_house_without_a_name_has_words_too(cast):
    Establishment.objects.all().delete()
    changing(log_in(cast.yann), "maison", singular="demeure")
    page = log_in(cast.yann).get("/").content.decode()
    assert '<a class="maison" href="/">Demeure</a>' in page
    name_establishment(name="Les Tilleuls")
    assert house.words()["maison"].singular == "demeure"


# Never a former word kept somewhere.


def test_an_article_kept_in_memory_is_not_shown_in_former_words(cast):
    first = make_writing(cast.samira, cast.amina, "Un mot.")
    make_writing(cast.karim, cast.amina, "Un autre.", answers=first)
    client, address = log_in(cast.samira), f"/cahiers/{cast.amina.pk}/"
    change, heard = None, []
    for name in ("", "suite", ""):
        if name:
            change = change_word(by=cast.samira, key="reponse", word=Word(name, gender=FEMININE))
        elif change:
            undo_word(by=cast.samira, change=change)
        page = client.get(address).content.decode()
        heard.append(("En réponse à" in page, "En suite à" in page))
    assert heard == [(True, False), (False, True), (True, False)]


def test_words_changed_by_another_process_are_said_at_the_next_request(cast):
    client = log_in(cast.samira)
    assert ">Cahiers</a>" in client.get("/").content.decode()
    Establishment.objects.update(words={"cahier": {"singular": "carnet"}})
    assert ">Carnets</a>" in client.get("/").content.decode()
    assert house.said("{cahier.le}") == "le carnet"


def test_outside_of_a_request_nothing_is_remembered(cast, django_assert_num_queries):
    log_in(cast.samira).get("/")
    with django_assert_num_queries(2):
        assert [house.said("{cahier.le}"), house.said("{cahier.le}")] == ["le cahier"] * 2
    with django_assert_num_queries(1), house.reading_once():
        assert [house.said("{cahier.le}"), house.said("{cahier.le}")] == ["le cahier"] * 2


def test_a_heap_is_called_with_the_words_of_the_house(cast):
    heaps = [bricabrac(by=cast.samira, team=cast.foyer), bricabrac(by=cast.samira)]
    assert [str(heap) for heap in heaps] == ["Bric-à-brac, Foyer", "Mon bric-à-brac"]
    change_word(by=cast.samira, key="bricabrac", word=Word("étagère", gender=FEMININE))
    assert [str(heap) for heap in heaps] == ["Étagère, Foyer", "Mon étagère"]


def test_a_heap_at_hand_and_in_search_is_called_so_too(cast):
    heap = bricabrac(by=cast.samira, team=cast.foyer)
    fragment = make_writing(cast.samira, heap, "Une chanson, @Amina.")
    change_word(by=cast.samira, key="bricabrac", word=Word("étagère", gender=FEMININE))
    client = log_in(cast.samira)
    addresses = ["/", "/cahiers/", "/chercher/?q=chanson", f"/cahiers/{cast.amina.pk}/"]
    addresses += ["/transmission/", "/calendrier/", "/bric-a-brac/", f"/ecrits/{fragment.pk}/"]
    told = {one: client.get(one).content.decode().count("Étagère, Foyer") for one in addresses}
    assert [one for one, count in told.items() if not count] == ["/cahiers/"]


def test_a_heap_of_before_leaves_its_word_and_takes_it_again(cast):
    migration = import_module("dossier.migrations.0010_said_with_house_words")
    heaps = [bricabrac(by=cast.samira, team=cast.foyer), bricabrac(by=cast.samira)]
    titles = []
    for change in (migration.with_word, migration.without_word):
        change(apps, None)
        titles.append([Notebook.objects.get(pk=heap.pk).title for heap in heaps])
    assert titles == [["Bric-à-brac, Foyer", "Mon bric-à-brac"], ["Foyer", ""]]
    assert Notebook.objects.get(pk=cast.amina.pk).title == "Amina"


def test_what_changed_in_a_version_is_told_with_the_words_of_the_house(cast):
    writing = make_writing(cast.samira, cast.amina, "Un mot.")
    content = actions.Content(text="Un mot.", heading="Nuit")
    actions.correct(by=cast.samira, writing=writing, version=1, content=content)
    change_word(by=cast.samira, key="rubrique", word=Word("thème"))
    assert versions(writing, by=cast.samira)[0].also == ["le thème"]


@pytest.mark.parametrize(
    ("address", "queries"), [("/cahiers/{}/", 17), ("/", 19), ("/cahiers/", 4)]
)
def test_words_cost_no_query(cast, django_assert_num_queries, address, queries):
    make_writing(cast.samira, cast.amina, "Un mot.")
    rename_all(cast.samira, MASCULINE)
    client, address = log_in(cast.samira), address.format(cast.amina.pk)
    client.get(address)
    with django_assert_num_queries(queries):
        client.get(address)
