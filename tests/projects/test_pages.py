"""The pages of projects: the text and their words, who agrees, steps; what must not be told."""

import re
import uuid
from datetime import date

import pytest
from django.urls import reverse

from dossier.collectives.actions import join
from dossier.establishment.actions import farewell
from dossier.journal.models import Entry
from dossier.notebooks import actions as notebooks
from dossier.notebooks import ties
from dossier.notebooks.models import READ, Draft, NotAllowed, Writing
from dossier.persons.actions import note_relation, open_dossier
from dossier.projects import actions
from dossier.projects.models import Agreement, Project, Step
from tests.conftest import log_in, make_attachment, make_notebook, make_writing
from tests.web.reading import fill, form_to, send, texts_shown


@pytest.fixture
def project(cast):
    """Return a project of the foyer in which Amina is."""
    project = actions.open_project(by=cast.samira, title="Vers la mer", teams=[cast.foyer])
    join(by=cast.samira, notebook=project.notebook, person=cast.amina.dossier.person)
    return project


def at(name: str, project: Project, *more: int) -> str:
    """Return an address of a project."""
    return reverse(name, args=[project.notebook_id, *more])


def shown(worker, project: Project) -> str:
    """Return what the page of a project says, its marks and spaces apart."""
    body = log_in(worker).get(at("project-detail", project)).content.decode()
    main = body[body.index("<main") :]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())


# The text.


def test_the_page_invites_to_write_then_shows_the_text_whole(cast, project):
    assert "Commencer à l’écrire" in shown(cast.samira, project)
    client = log_in(cast.samira)
    form = fill(
        client, at("project-text", project), "project-text", text="# Vers la mer\n\nEn mai."
    )
    assert send(client, form).url == at("project-detail", project)
    told = shown(cast.karim, project)
    assert told.count("Vers la mer") == 1  # the page bears the title of the text
    assert "En mai." in told
    assert "De la main de Samira." in told
    project.refresh_from_db()
    assert project.text.is_common


def test_the_text_shows_its_pictures_and_who_took_part(cast, project):
    text = actions.write_text(by=cast.samira, project=project, text="En mai.")
    make_attachment(cast.samira, text, description="La plage, vue du car.")
    actions.write_text(by=cast.karim, project=project, text="En juin.")
    farewell(worker=cast.karim)
    body = log_in(cast.samira).get(at("project-detail", project)).content.decode()
    assert 'alt="La plage, vue du car."' in body
    assert "Y ont pris part : Samira, Karim." in body
    assert reverse("writing-versions", args=[text.pk]) in body


def test_a_colleague_corrects_it_by_the_page_of_corrections(cast, project):
    text = actions.write_text(by=cast.samira, project=project, text="En mai.")
    client = log_in(cast.karim)
    form = fill(client, reverse("writing-correct", args=[text.pk]), "writing-correct", text="Juin.")
    assert send(client, form).status_code == 302
    page = log_in(cast.samira).get(reverse("writing-versions", args=[text.pk])).content.decode()
    assert page.index("par Karim") < page.index("par Samira")


def test_a_late_autosave_of_a_colleague_brings_no_draft_back(cast, project):
    text = actions.write_text(by=cast.samira, project=project, text="En mai.")
    client = log_in(cast.karim)
    form = fill(client, reverse("writing-correct", args=[text.pk]), "writing-correct", text="Juin.")
    send(client, form)
    late = form.fields | {"text": "Jui"}
    client.post(reverse("draft-keep"), late, headers={"X-Suite": "1"})
    assert Draft.objects.count() == 0


def test_two_who_begin_at_once_lose_neither_text(cast, project):
    one, two = log_in(cast.samira), log_in(cast.karim)
    first = fill(one, at("project-text", project), "project-text", text="En mai.")
    second = fill(two, at("project-text", project), "project-text", text="En juin.")
    assert send(one, first).status_code == 302
    answer = send(two, second)
    assert answer.status_code == 409
    assert "En mai." in answer.content.decode()
    assert texts_shown(answer) == ["En juin."]
    assert send(two, form_to(answer, "writing-correct")).status_code == 302
    text = Writing.objects.get(is_common=True)
    assert [row.text for row in text.history.order_by("history_id")] == ["En mai.", "En juin."]


def test_sent_twice_it_is_written_once(cast, project):
    client = log_in(cast.samira)
    form = fill(client, at("project-text", project), "project-text", text="En mai.")
    assert [send(client, form).status_code for _ in range(2)] == [302, 302]
    form.fields["text"] = "En mai, ou en juin."
    answer = send(client, form)
    assert (answer.status_code, texts_shown(answer)) == (409, ["En mai, ou en juin."])
    assert Writing.objects.get(is_common=True).version == 1


def test_once_written_the_same_address_leads_to_corrections(cast, project):
    text = actions.write_text(by=cast.samira, project=project, text="En mai.")
    answer = log_in(cast.karim).get(at("project-text", project))
    assert answer.url == reverse("writing-correct", args=[text.pk])


def test_the_easy_text_begins_with_a_sentence_a_line(cast, project):
    actions.write_text(by=cast.samira, project=project, text="Elle veut partir. Elle ira.")
    page = log_in(cast.karim).get(at("project-easy", project))
    assert texts_shown(page) == ["Elle veut partir.\nElle ira."]
    actions.write_easy(by=cast.karim, project=project, text="Je pars.")
    told = shown(cast.samira, project)
    assert "Je pars." in told
    assert "Imprimer en grandes lettres" in told


# Their words beside, of equal rank.


def test_their_words_stand_beside_the_text(cast, project):
    text = actions.write_text(by=cast.samira, project=project, text="En mai.")
    make_writing(cast.karim, project.notebook, "Le train.", answers=text)
    make_writing(
        cast.karim, project.notebook, "Pas en mai !", answers=text, voice="person", speaker="Amina"
    )
    told = shown(cast.samira, project)
    assert told.index("Leurs mots") < told.index("Pas en mai !") < told.index("Ce qui y répond")
    assert "Amina , avec Karim" in told
    page = log_in(cast.samira).get(
        reverse("writing-create", args=[project.notebook_id]), {"repond": text.pk, "voix": "person"}
    )
    assert form_to(page, "writing-create").fields["voice"] == "person"


# Agreements.


def test_an_agreement_of_the_house_is_shown_as_what_it_is(cast, project):
    actions.note_agreement(by=cast.samira, project=project, side="house", answer="yes")
    told = shown(cast.samira, project)
    assert "L’accord de la maison n’est pas celui des personnes." in told
    assert "Amina : rien n’est noté de sa part, ce n’est pas son accord." in told
    person = cast.amina.dossier.person
    actions.note_agreement(
        by=cast.samira, project=project, side="person", person=person, answer="no", words="Non !"
    )
    told = shown(cast.samira, project)
    assert "rien n’est noté de" not in told
    assert "Dire non est un droit." in told
    assert "Non !" in told


def test_when_the_text_changed_since_it_is_said(cast, project):
    actions.note_agreement(by=cast.samira, project=project, side="house", answer="yes")
    assert "Le texte a changé" not in shown(cast.samira, project)
    actions.write_text(by=cast.samira, project=project, text="En mai.")
    assert "Il n’y avait pas encore de texte." in shown(cast.samira, project)
    actions.note_agreement(by=cast.samira, project=project, side="house", answer="no")
    assert "Le texte a changé" not in shown(cast.samira, project)
    actions.write_text(by=cast.karim, project=project, text="En juin.")
    assert "Le texte a changé depuis." in shown(cast.samira, project)


def test_an_agreement_is_noted_by_the_page_and_the_former_stays(cast, project):
    client, person = log_in(cast.samira), str(cast.amina.dossier.person.pk)
    for answer in ("yes", "partly"):
        typed = {"side": "person", "person": person, "answer": answer, "on": "2026-03-02"}
        form = fill(client, at("agreement-create", project), "agreement-create", **typed)
        assert [send(client, form).status_code for _ in range(2)] == [302, 302]
    assert [one.answer for one in Agreement.objects.all()] == ["yes", "partly"]
    told = shown(cast.samira, project)
    assert told.index("oui, mais pas à tout") < told.index("Ce qui avait été dit avant")


def test_an_agreement_noted_by_mistake_stays_struck_and_is_put_back(cast, project):
    noted = actions.note_agreement(by=cast.samira, project=project, side="house", answer="yes")
    client, address = log_in(cast.samira), at("agreement-mark", project, noted.pk)
    assert "Noté par erreur" in shown(cast.samira, project)
    for _ in range(2):
        assert (
            client.post(address, {"erreur": "oui"}).url
            == at("project-detail", project) + "#accords"
        )
    told = shown(cast.samira, project)
    assert "n’est pas celui des personnes" not in told
    assert told.index("Ce qui avait été dit avant") < told.index("Noté par erreur :")
    assert "<s>" in client.get(at("project-detail", project)).content.decode()
    assert "Remettre" in told
    client.post(address, {"erreur": "non"})
    told = shown(cast.samira, project)
    assert "n’est pas celui des personnes" in told
    assert "Remettre" not in told


def test_a_line_one_may_not_know_of_is_not_marked(cast, project):
    notebooks.grant(by=cast.samira, notebook=project.notebook, to=cast.maud, level="write_notebook")
    noted = actions.note_agreement(
        by=cast.samira, project=project, side="person", person=cast.amina.dossier.person,
        answer="no",
    )  # fmt: skip
    assert log_in(cast.maud).post(at("agreement-mark", project, noted.pk)).status_code == 404
    with pytest.raises(NotAllowed):
        actions.mark_agreement(by=cast.maud, agreement=noted, is_mistaken=True)
    noted.refresh_from_db()
    assert not noted.is_mistaken


def test_who_speaks_is_the_only_one_in_it_or_is_asked(cast, project):
    client, address = log_in(cast.samira), at("agreement-create", project)
    answer = client.post(address, {"side": "person", "answer": "yes"})
    assert (answer.status_code, Agreement.objects.get().person) == (302, cast.amina.dossier.person)
    for side in ("other", ""):
        typed = {"side": side, "answer": "yes", "words": "Oui, en mai."}
        answer = client.post(address, typed)
        assert answer.status_code == 422
        page = answer.content.decode()
        assert ("Dites qui, avec un nom ou vos mots." in page, "Oui, en mai." in page) == (
            True,
            True,
        )
    bao = open_dossier(by=cast.samira, called="Bao", teams=[cast.foyer]).person
    join(by=cast.samira, notebook=project.notebook, person=bao)
    assert client.post(address, {"side": "person", "answer": "yes"}).status_code == 422
    typed = {"side": "person", "answer": "yes", "who": "Amina, avec sa sœur"}
    assert client.post(address, typed).status_code == 302
    assert Agreement.objects.count() == 2


def test_a_review_and_their_words_come_back_to_the_page_of_the_project(cast, project):
    text = actions.write_text(by=cast.samira, project=project, text="En mai.")
    client, page = log_in(cast.samira), at("project-detail", project)
    write = at("writing-create", project)
    for asked, part, more in (
        ("?rubrique=Bilan", "bilans", {}),
        (f"?repond={text.pk}&voix=person", "leurs-mots", {}),
        ("", None, {"heading": "Courses"}),
    ):
        form = fill(client, write + asked, "writing-create", text="Un mot.", **more)
        went = send(client, form).url
        assert went == f"{page}#{part}" if part else went.startswith(at("notebook-detail", project))
    for refused in ("?rubrique=Bilan", f"?repond={text.pk}"):  # through a refusal too
        form = form_to(
            send(client, fill(client, write + refused, "writing-create", text="")), "writing-create"
        )
        form.fields["text"] = "Un autre mot."
        assert send(client, form).url.startswith(page)


def test_the_page_leads_to_its_drawing_and_compares_only_what_differs(cast, project):
    client, drawing = log_in(cast.samira), at("notebook-ties", project)
    text = actions.write_text(by=cast.samira, project=project, text="En mai.")
    page = client.get(at("project-detail", project)).content.decode()
    versions = reverse("writing-versions", args=[text.pk])
    assert (drawing in page, versions in page) == (True, False)
    actions.write_text(by=cast.samira, project=project, text="En juin.")
    assert versions in client.get(at("project-detail", project)).content.decode()


SECRETS = ("Didier", "Refus de Didier", "sa curatrice", "de sa part")


def test_a_reader_of_the_project_alone_learns_nothing_of_a_person(cast, project):
    """maud reads the project, and neither Amina nor who else is in it."""
    notebooks.grant(by=cast.maud, notebook=cast.didier, to=cast.samira, level=READ)
    notebooks.grant(by=cast.samira, notebook=project.notebook, to=cast.bruno, level=READ)
    notebooks.grant(by=cast.samira, notebook=project.notebook, to=cast.noor, level=READ)
    actions.note_agreement(by=cast.samira, project=project, side="house", answer="yes")
    before = shown(cast.noor, project)
    person = cast.didier.dossier.person
    join(by=cast.samira, notebook=project.notebook, person=person)
    actions.note_agreement(
        by=cast.samira, project=project, side="person", person=person, answer="no",
        words="Refus de Didier.",
    )  # fmt: skip
    actions.note_agreement(
        by=cast.samira, project=project, side="other", person=person, who="sa curatrice",
        answer="partly",
    )  # fmt: skip
    writing = make_writing(cast.maud, cast.didier, "Un secret de Didier.")
    notebooks.grant(by=cast.samira, notebook=project.notebook, to=cast.maud, level="write_notebook")
    ties.tie(by=cast.maud, writing=writing, notebook=project.notebook)
    after = shown(cast.noor, project)
    assert after.replace(" Maud peut écrire dans le cahier", "") == before
    assert not any(secret in after for secret in SECRETS)
    of_bruno = shown(cast.bruno, project)  # reads Amina alone
    assert "Amina : rien n’est noté de sa part" in of_bruno
    assert "Didier" not in of_bruno
    assert "Refus" not in of_bruno
    assert "Refus de Didier." in shown(cast.maud, project)
    assert "Un secret de Didier." in shown(cast.maud, project)


def test_a_person_one_may_not_read_is_not_offered(cast, project):
    for name in ("agreement-create", "project-create"):
        args = [project.notebook_id] if name == "agreement-create" else []
        page = log_in(cast.samira).get(reverse(name, args=args)).content.decode()
        assert "Amina" in page
        assert "Didier" not in page
    answer = log_in(cast.samira).post(
        at("agreement-create", project),
        {"side": "person", "person": str(cast.didier.dossier.person.pk), "answer": "yes"},
    )
    assert (answer.status_code, Agreement.objects.count()) == (422, 0)


# Steps.


def test_a_step_is_added_done_undone_and_taken_off(cast, project):
    client = log_in(cast.samira)
    form = fill(client, at("step-create", project), "step-create", words="Un car", when="en mai")
    assert send(client, form).status_code == 302
    step = Step.objects.get()
    for told, done in (("oui", True), ("oui", True), ("non", False)):
        client.post(at("step-mark", project, step.pk), {"fait": told})
        step.refresh_from_db()
        assert bool(step.done_on) == done
    for _ in range(2):
        assert client.post(at("step-drop", project, step.pk)).status_code == 302
    assert Step.objects.count() == 0
    (draft,) = Draft.objects.all()
    page = client.get(reverse("draft-resume", args=[draft.key]), follow=True)
    again = form_to(page, "step-create")
    assert (again.fields["words"], again.fields["when"]) == ("Un car", "en mai")


def test_a_step_is_never_late(cast, project):
    actions.note_step(by=cast.samira, project=project, words="Un car", on=date(2020, 1, 1))
    told = shown(cast.samira, project).casefold()
    assert "un car" in told
    assert not any(word in told for word in ("retard", "dépassé", "échu", "%"))


# Reviews, ties, where projects are begun.


def test_reviews_are_writings_under_their_heading(cast, project):
    address = reverse("writing-create", args=[project.notebook_id])
    client = log_in(cast.karim)
    form = fill(client, f"{address}?rubrique=Bilan", "writing-create", text="# Un an après\n\nOui.")
    assert form.fields["heading"] == "Bilan"
    send(client, form)
    assert "Un an après" in shown(cast.samira, project)


@pytest.mark.parametrize("whose", ["amina", "etage"])
def test_a_project_begins_from_somebody_s_page(cast, whose):
    notebook, client = getattr(cast, whose), log_in(cast.bruno)  # who only reads Amina
    page = "person" if whose == "amina" else "collective"
    body = client.get(reverse(f"{page}-detail", args=[notebook.pk])).content.decode()
    address = f"{reverse('project-create')}?avec={notebook.pk}"
    assert address in body
    form = fill(client, address, "project-create", title="Un toit", sort="personnalisé")
    assert form.fields["whose"] == str(notebook.pk)
    assert [send(client, form).status_code for _ in range(2)] == [302, 302]
    project = Project.objects.get()
    assert [str(one) for one in project.notebook.memberships.all()] == [notebook.title]
    body = client.get(reverse(f"{page}-detail", args=[notebook.pk])).content.decode()
    assert reverse("project-detail", args=[project.notebook_id]) in body
    # samira keeps that notebook and may not read the project.
    body = log_in(cast.samira).get(reverse(f"{page}-detail", args=[notebook.pk])).content.decode()
    assert "Un toit" not in body


def test_a_project_is_not_begun_with_whom_one_may_not_read(cast):
    typed = {"title": "Un toit", "whose": str(cast.didier.pk), "key": str(uuid.uuid4())}
    client = log_in(cast.samira)
    answers = [
        client.post(reverse("project-create"), typed | {"whose": whose}).content.decode()
        for whose in (str(cast.didier.pk), "987654321")
    ]
    assert Project.objects.count() == 0
    assert "Didier" not in answers[0]
    page = client.get(f"{reverse('project-create')}?avec={cast.didier.pk}")
    assert "Didier" not in page.content.decode()


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_costs_the_same_with_one_of_each_and_thirty(
    cast, project, count, django_assert_num_queries
):
    text = actions.write_text(by=cast.samira, project=project, text="En mai.")
    actions.write_easy(by=cast.samira, project=project, text="En mai.")
    for number in range(count):
        notebook = make_notebook(cast.samira, f"Zoé {number}", cast.foyer)
        person = notebook.dossier.person
        join(by=cast.samira, notebook=project.notebook, person=person)
        actions.note_step(by=cast.samira, project=project, words=f"Pas {number}")
        for _ in range(2):
            actions.note_agreement(
                by=cast.samira, project=project, side="person", person=person, answer="no"
            )
        make_writing(cast.karim, project.notebook, "Oui.", answers=text, voice="person")
        make_writing(cast.karim, project.notebook, "Bilan.", heading="Bilan")
        note_relation(by=cast.samira, notebook=project.notebook, name="Odile")
        writing = make_writing(cast.karim, notebook, "Vers la mer.")
        ties.tie(by=cast.karim, writing=writing, notebook=project.notebook)
    client = log_in(cast.samira)
    client.get(at("project-detail", project))
    with django_assert_num_queries(QUERIES):
        client.get(at("project-detail", project))


QUERIES = 29


def test_the_page_leaves_one_line(cast, project):
    Entry.objects.all().delete()
    shown(cast.karim, project)
    assert [(one.act, one.notebook) for one in Entry.objects.all()] == [
        ("opened", project.notebook)
    ]
