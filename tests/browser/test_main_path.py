"""The main path with and without JavaScript: write, mention, find, correct, read the former."""

import pytest
from playwright.sync_api import expect

from dossier.notebooks.models import Draft, Writing
from tests.browser.steps import log_in, write
from tests.conftest import make_notebook

WORD_PASTE = (
    "« Réunion » – 14 h\u00a0:\n•\tAmina a dit “non”\n•\tœuf, cœur, 3\u202f€ 🎉\n\n\tÀ suivre…"
)


@pytest.fixture(params=[True, False], ids=["javascript", "plain"])
def page(request, cast, make_page):
    """Open a page where JavaScript is on, then one where it is off."""
    return make_page(javascript=request.param, width=390)


def test_a_worker_writes_mentions_finds_corrects_and_reads_the_former_version(page, cast):
    log_in(page)
    write(page, f"/cahiers/{cast.etage.pk}/", f"Ce soir @Amina a fugué.\n{WORD_PASTE}")
    assert Writing.objects.get().text == f"Ce soir @Amina a fugué.\n{WORD_PASTE}"

    page.goto(f"/cahiers/{cast.amina.pk}/")
    expect(page.get_by_role("article")).to_contain_text("dans le cahier Le premier étage")

    page.get_by_role("navigation").get_by_role("link", name="Chercher").click()
    page.get_by_role("searchbox").fill("fugues")
    page.get_by_role("button", name="Chercher").click()
    expect(page.locator("mark")).to_have_text("fugué")

    page.goto(f"/cahiers/{cast.etage.pk}/")
    page.get_by_role("link", name="Corriger").click()
    page.get_by_label("Votre texte").fill("Ce soir @Amina est sortie.")
    page.get_by_role("button", name="Enregistrer la correction").click()
    expect(page.get_by_role("article")).to_contain_text("est sortie")
    page.get_by_role("link", name="voir avant").click()
    expect(page.locator("del").first).to_contain_text("a fugué")
    expect(page.get_by_text("Le premier texte.")).to_be_visible()


def test_a_text_without_a_notebook_is_kept_and_then_placed(page, cast):
    log_in(page)
    page.get_by_label("Qu’est-ce qui s’est passé ?").fill("Trois mots dans l’escalier avec @Amina")
    page.get_by_role("button", name="Écrire dans le cahier").click()
    expect(page.get_by_role("heading", name="Dans quel cahier ?")).to_be_visible()
    page.get_by_role("button", name="Amina").click()
    expect(page.get_by_text("C’est noté")).to_be_visible()
    assert (Writing.objects.get().notebook, Draft.objects.count()) == (cast.amina, 0)


def test_a_session_that_ended_loses_nothing(page, cast):
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/ecrire/")
    page.get_by_label("Qu’est-ce qui s’est passé ?").fill("Une heure de travail.")
    page.context.clear_cookies(name="dossier_session")
    page.get_by_role("button", name="Écrire dans le cahier").click()
    expect(page.get_by_text("Votre texte est dans vos brouillons")).to_be_visible()
    page.get_by_label("Votre nom de connexion").fill("samira")
    page.get_by_label("Votre phrase secrète").fill("une phrase pour les essais")
    page.get_by_role("button", name="Entrer").click()
    expect(page.get_by_label("Qu’est-ce qui s’est passé ?")).to_have_value("Une heure de travail.")
    page.get_by_role("button", name="Écrire dans le cahier").click()
    expect(page.get_by_text("C’est noté")).to_be_visible()
    assert [writing.text for writing in Writing.objects.all()] == ["Une heure de travail."]


@pytest.fixture(autouse=True)
def _ended_sessions_answer_403(watch):
    watch.expected_statuses.add(403)


def test_a_draft_comes_back_in_its_notebook(page, cast):
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/")
    page.get_by_label("Qu’est-ce qui s’est passé ?").fill("À moitié")
    page.get_by_role("button", name="Garder en brouillon").click()
    page.goto(f"/cahiers/{cast.amina.pk}/")
    expect(page.get_by_label("Qu’est-ce qui s’est passé ?")).to_have_value("À moitié")


def test_the_persons_own_words_and_an_answer(page, cast):
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/")
    page.get_by_text("Préciser quand").click()
    page.get_by_label("la personne", exact=True).check()
    page.get_by_label("Rubrique").fill("Ce que j’en dis")
    page.get_by_label("Qu’est-ce qui s’est passé ?").fill("Je ne suis pas d’accord.")
    page.get_by_role("button", name="Écrire dans le cahier").click()
    page.get_by_role("link", name="Répondre").click()
    page.get_by_label("Que répondez-vous ?").fill("Entendu.")
    page.get_by_role("button", name="Répondre").click()
    expect(page.get_by_text("En réponse à")).to_be_visible()
    answer = Writing.objects.get(text="Entendu.")
    assert (answer.answers.voice, answer.answers.heading.name) == ("person", "Ce que j’en dis")


def test_a_dossier_and_a_collective_open_with_one_word(page, cast):
    log_in(page)
    page.goto("/personnes/nouvelle/")
    page.get_by_label("Comment veut-elle").fill("Zoé")
    page.get_by_role("button", name="Ouvrir", exact=True).click()
    expect(page.get_by_role("heading", name="Zoé")).to_be_visible()
    page.goto("/collectifs/nouveau/")
    page.get_by_label("Comment s’appelle").fill("La sortie à la mer")
    page.get_by_role("button", name="Ouvrir", exact=True).click()
    expect(page.get_by_role("heading", name="La sortie à la mer")).to_be_visible()


def test_another_team_s_notebook_is_not_there(page, cast, watch):
    watch.expected_statuses.add(404)
    make_notebook(cast.maud, "Secret", cast.savs)
    log_in(page)
    page.goto(f"/cahiers/{cast.didier.pk}/")
    expect(page.get_by_role("heading", name="Il n’y a rien ici")).to_be_visible()
