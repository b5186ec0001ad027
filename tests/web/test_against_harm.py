"""What a hostile or hurried hand could do to somebody's words, and must not."""

import time
import uuid
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from dossier.collectives.models import Collective, Membership
from dossier.notebooks import mentions
from dossier.notebooks.drafts import MAX_UNPROVEN, drop_draft
from dossier.notebooks.marks import render
from dossier.notebooks.models import Attachment, Draft, Heading, Sent, Tag, Writing
from dossier.persons.models import Dossier, Person, Relation, Stay
from dossier.web import rescue
from tests.conftest import log_in, make_writing
from tests.web.reading import fill, form_to, forms_of, send, texts_shown
from tests.web.test_files import paper

OURS = "Elle a mangé seule. Personne ne l’a vue sortir."


def stolen(worker, key, **fields) -> dict[str, str]:
    """Return a form that bears a worker's pen, sent by somebody without a session."""
    return {"plume": rescue.pen(worker), "key": str(key)} | fields


def drafts_of(worker) -> set[str]:
    """Return the texts of a worker's drafts."""
    return {draft.text for draft in Draft.objects.of(worker)}


@pytest.fixture
def kept(cast):
    """Return a draft of samira's."""
    client, key = log_in(cast.samira), uuid.uuid4()
    client.post("/brouillons/garder/", {"key": str(key), "text": OURS, "path": "/ecrire/"})
    return Draft.objects.get(key=key)


# Without a session, one may add, and nothing else.


@pytest.mark.parametrize("text", ["", "  ", "Autre chose.", "Elle a mangé", OURS[:-1]])
def test_a_pen_alone_replaces_and_deletes_nothing(cast, kept, text):
    Client().post("/ecrire/", stolen(cast.samira, kept.key, text=text))
    kept.refresh_from_db()
    assert kept.text == OURS
    assert drafts_of(cast.samira) == {OURS} | ({text} if text.strip() else set())


def test_a_pen_alone_goes_on_with_what_was_kept(cast, kept):
    Client().post("/ecrire/", stolen(cast.samira, kept.key, text=OURS + " Puis elle a ri."))
    assert drafts_of(cast.samira) == {OURS + " Puis elle a ri."}


def test_a_pen_alone_joins_nothing_to_what_was_kept(cast, kept):
    Client().post("/ecrire/", stolen(cast.samira, kept.key, text="Autre.") | {"files": paper()})
    assert list(Attachment.objects.pending(cast.samira, kept.key)) == []
    assert drafts_of(cast.samira) == {OURS, "Autre."}


def test_a_pen_alone_adds_so_many_drafts_and_no_more(cast):
    for _ in range(MAX_UNPROVEN):
        Draft.objects.create(
            author=cast.samira,
            key=uuid.uuid4(),
            path="/ecrire/",
            fields={},
            kept_at="2026-01-01T00:00Z",
        )
    response = Client().post("/ecrire/", stolen(cast.samira, uuid.uuid4(), text="De trop."))
    assert Draft.objects.count() == MAX_UNPROVEN
    assert texts_shown(response) == ["De trop."]


def test_a_text_without_a_place_in_any_database_is_kept_as_near_as_can_be(cast):
    client = log_in(cast.samira)
    body = "text=un%00deux%ED%A0%80&path=/ecrire/&key=" + str(uuid.uuid4())
    client.post("/brouillons/garder/", body, content_type="application/x-www-form-urlencoded")
    assert "un�deux" in Draft.objects.get().text


# The same form, sent twice, does once; with other words, it is another act.

CREATES = {
    "person-create": ((), Person, {"called": "Zoé"}, {"called": "Zoé B."}),
    "collective-create": ((), Collective, {"name": "La chorale"}, {"name": "Le chœur"}),
    "stay-create": (("amina",), Stay, {"service": "Le foyer"}, {"service": "Le SAVS"}),
    "relation-create": (("amina",), Relation, {"name": "Odile"}, {"name": "Odile, sa tante"}),
    "membership-create": (("etage",), Membership, {"words": "dix"}, {"words": "onze"}),
}


@pytest.mark.parametrize("name", CREATES)
def test_a_form_sent_twice_does_once(cast, name):
    where, model, typed, other = CREATES[name]
    address = reverse(name, args=[getattr(cast, one).pk for one in where])
    client, before = log_in(cast.samira), model.objects.count()
    form = fill(client, address, name, **typed)
    first, again = send(client, form), send(client, form)
    assert (first.status_code, again.status_code, first.url) == (302, 302, again.url)
    assert model.objects.count() == before + 1
    form.fields |= other
    assert send(client, form).status_code == 302
    assert model.objects.count() == before + 2


def test_the_key_of_a_form_is_its_worker_s(cast):
    form = fill(log_in(cast.samira), "/personnes/nouvelle/", "person-create", called="Zoé")
    send(log_in(cast.samira), form)
    theirs = fill(log_in(cast.karim), "/personnes/nouvelle/", "person-create", called="Zoé")
    theirs.fields["key"] = form.fields["key"]
    send(log_in(cast.karim), theirs)
    assert Dossier.objects.filter(person__called="Zoé").count() == 2


def test_forms_sent_are_forgotten_after_a_month(cast):
    client = log_in(cast.samira)
    send(client, fill(client, "/personnes/nouvelle/", "person-create", called="Zoé"))
    Sent.objects.update(sent_at="2025-01-01T00:00Z")
    send(client, fill(client, "/personnes/nouvelle/", "person-create", called="Ali"))
    assert Sent.objects.count() == 1


@pytest.mark.parametrize(
    "changed",
    [{"heading": "Nuit"}, {"voice": "person"}, {"tags": "repas"}, {"occurred_on": "2026-01-04"}],
    ids=str,
)
def test_a_form_sent_again_with_one_change_is_offered_as_a_correction(cast, changed):
    client = log_in(cast.samira)
    form = fill(client, reverse("notebook-detail", args=[cast.amina.pk]), "writing-create")
    form.fields["text"] = OURS
    send(client, form)
    form.fields |= changed
    response = send(client, form)
    (name, typed) = next(iter(changed.items()))
    assert response.status_code == 409
    assert form_to(response, "writing-correct").fields[name] == typed
    assert Draft.objects.get().fields[name] == typed
    assert send(client, form_to(response, "writing-correct")).status_code == 302
    assert (Writing.objects.count(), Draft.objects.count()) == (1, 0)
    assert Writing.objects.get().version == 2


def test_a_form_sent_again_after_its_correction_changes_nothing(cast):
    client = log_in(cast.samira)
    form = fill(client, reverse("notebook-detail", args=[cast.amina.pk]), "writing-create")
    form.fields["text"] = OURS
    send(client, form)
    writing = Writing.objects.get()
    address = reverse("writing-correct", args=[writing.pk])
    send(client, fill(client, address, "writing-correct", text="Mieux dit."))
    assert send(client, form).status_code == 302
    assert Writing.objects.get().text == "Mieux dit."


# Two people at one fiche: neither loses.


def test_a_fiche_changed_meanwhile_is_not_replaced(cast):
    address = reverse("person-edit", args=[cast.amina.pk])
    samira, karim = log_in(cast.samira), log_in(cast.karim)
    hers = fill(samira, address, "person-edit", word="Allergique aux arachides.")
    his = fill(karim, address, "person-edit", civil_name="Amina Benali")
    assert send(samira, hers).status_code == 302
    refused = send(karim, his)
    assert refused.status_code == 422
    assert "Allergique aux arachides." in refused.content.decode()
    again = form_to(refused, "person-edit")
    assert again.fields["civil_name"] == "Amina Benali"
    again.fields["word"] = "Allergique aux arachides."
    assert send(karim, again).status_code == 302
    person = cast.amina.dossier.person
    person.refresh_from_db()
    assert (person.word, person.civil_name) == ("Allergique aux arachides.", "Amina Benali")


def test_a_fiche_saved_twice_the_same_is_no_quarrel(cast):
    client = log_in(cast.samira)
    form = fill(client, reverse("person-edit", args=[cast.amina.pk]), "person-edit", word="Un mot.")
    assert [send(client, form).status_code for _ in range(2)] == [302, 302]


# An answer belongs to what it answers.


def test_an_answer_begun_is_taken_up_under_what_it_answers_only(cast):
    one, two = (make_writing(cast.karim, cast.amina, text) for text in ("Un.", "Deux."))
    client = log_in(cast.samira)
    place = reverse("writing-create", args=[cast.amina.pk])
    form = fill(client, f"{place}?repond={one.pk}", "writing-create", text="Je ne crois pas.")
    form.action = "/brouillons/garder/"
    send(client, form)
    for address in (f"{place}?repond={two.pk}", reverse("notebook-detail", args=[cast.amina.pk])):
        assert form_to(client.get(address), "writing-create").fields["text"] == ""
    again = form_to(client.get(f"{place}?repond={one.pk}"), "writing-create")
    assert again.fields["text"] == "Je ne crois pas."


def test_an_answer_taken_up_from_the_drafts_still_answers(cast):
    one = make_writing(cast.karim, cast.amina, "Un.")
    client = log_in(cast.samira)
    place = reverse("writing-create", args=[cast.amina.pk])
    form = fill(client, f"{place}?repond={one.pk}", "writing-create", text="Je ne crois pas.")
    form.action = "/brouillons/garder/"
    send(client, form)
    resumed = client.get(reverse("draft-resume", args=[Draft.objects.get().key])).url
    response = send(client, form_to(client.get(resumed), "writing-create"))
    assert response.status_code == 302
    assert Writing.objects.get(author=cast.samira).answers == one


# Words that were going where one may no longer go.


def closed(cast):
    """Close Amina's notebook to karim's team."""
    cast.amina.team_grants.all().delete()


def test_a_text_sent_to_a_notebook_closed_meanwhile_waits_in_the_drafts(cast):
    client = log_in(cast.karim)
    form = fill(client, reverse("notebook-detail", args=[cast.amina.pk]), "writing-create")
    form.fields["text"] = OURS
    closed(cast)
    response = send(client, form)
    assert (response.status_code, texts_shown(response)) == (404, [OURS])
    draft = Draft.objects.get()
    resumed = client.get(reverse("draft-resume", args=[draft.key]), follow=True)
    assert (resumed.status_code, texts_shown(resumed)) == (404, [OURS])
    place = reverse("draft-place", args=[draft.key])
    assert place in resumed.content.decode()
    form = form_to(client.get(place), "writing-place")
    form.fields["notebook"] = str(cast.etage.pk)
    assert send(client, form).status_code == 302
    assert Writing.objects.get().notebook == cast.etage
    assert Draft.objects.count() == 0


def test_a_fiche_of_a_notebook_closed_meanwhile_can_become_a_writing(cast):
    client = log_in(cast.karim)
    address = reverse("relation-create", args=[cast.amina.pk])
    form = fill(client, address, "relation-create", name="Odile", word="Sa tante, 06…")
    closed(cast)
    send(client, form)
    form = form_to(
        client.get(reverse("draft-place", args=[Draft.objects.get().key])), "writing-place"
    )
    form.fields["notebook"] = str(cast.etage.pk)
    send(client, form)
    assert Writing.objects.get().text == "Odile\n\nSa tante, 06…"


def test_nothing_is_kept_of_a_lost_address_without_words(cast):
    client = log_in(cast.samira)
    assert client.post("/nulle-part/", {"text": "Un mot."}).status_code == 404
    assert client.post("/nulle-part/", {"key": str(uuid.uuid4())}).status_code == 404
    assert Draft.objects.count() == 0


# Requests that cannot be read.


@pytest.mark.parametrize("address", ["/nulle-part/", "/ecrire/", "/connexion/"])
@pytest.mark.parametrize(
    "content_type",
    [
        "multipart/form-data; boundary=",
        "multipart/form-data",
        "application/x-www-form-urlencoded; charset=utf-7",
        "application/x-www-form-urlencoded; charset=utf-16",
        "text/plain; charset=inconnu",
    ],
)
def test_a_body_that_cannot_be_read_breaks_nothing(cast, address, content_type):
    for client in (Client(), log_in(cast.samira)):
        client.raise_request_exception = False
        response = client.generic("POST", address, b"text=+AGE-", content_type=content_type)
        assert response.status_code in {400, 403, 404}


# What costs too much.


def test_a_hundred_word_title_and_thousands_of_names_are_quick():
    titles = [(1, " ".join(["le"] * 100)), *((n, f"Le {n}") for n in range(2, 400))]
    start = time.perf_counter()
    mentions.find("@Zoé @personne " * 13_000, titles)
    assert time.perf_counter() - start < 2


def test_many_long_changes_are_told_quickly(cast):
    def text(seed: int) -> str:
        sentences = [" ".join(f"m{seed}x{n}x{w}" for w in range(300)) for n in range(12)]
        return "\n".join(sentences)

    client = log_in(cast.samira)
    writing = make_writing(cast.samira, cast.amina, text(1))
    address = reverse("writing-correct", args=[writing.pk])
    send(client, fill(client, address, "writing-correct", text=text(2)))
    start = time.perf_counter()
    page = client.get(reverse("writing-versions", args=[writing.pk]))
    assert page.status_code == 200
    assert time.perf_counter() - start < 4


# Words that must not tell of others.


def test_the_spelling_of_another_team_is_not_told(cast):
    make_writing(cast.maud, cast.didier, "Un.", heading="Affaire Mercier", tags=("TUTELLE",))
    mine = make_writing(
        cast.samira, cast.amina, "Deux.", heading="affaire mercier", tags=("tutelle",)
    )
    assert (mine.heading.name, mine.tag_words) == ("affaire mercier", "tutelle")
    again = make_writing(cast.karim, cast.amina, "Trois.", heading="Affaire Mercier")
    assert again.heading == mine.heading
    assert {one.name for one in Heading.objects.all()} == {"Affaire Mercier", "affaire mercier"}
    assert {one.name for one in Tag.objects.all()} == {"TUTELLE", "tutelle"}


def test_who_is_of_no_team_pushes_a_notebook_into_none(cast):
    client = log_in(cast.noor)
    form = fill(client, "/personnes/nouvelle/", "person-create", called="Zoé")
    assert "teams" not in form.fields
    form.fields["teams"] = str(cast.savs.pk)
    send(client, form)
    notebook = Person.objects.get(called="Zoé").dossier.notebook
    assert notebook.team_grants.count() == 0


# Smaller harms.


def test_a_name_cut_by_a_mark_shows_no_stray_sign():
    html = render("@Le *premier* étage", [("Le *premier", "/cahiers/1/")])
    assert "1" not in html.replace("/cahiers/1/", "")
    assert "0" not in html


def test_a_membership_ends_the_first_time_it_is_asked(cast):
    member = Membership.objects.create(notebook=cast.etage, words="dix", until_on=date(2026, 1, 4))
    address = reverse("membership-end", args=[cast.etage.pk, member.pk])
    log_in(cast.samira).post(address)
    member.refresh_from_db()
    assert member.until_on == date(2026, 1, 4)


def test_a_membership_does_not_end_before_it_begins(cast):
    client = log_in(cast.samira)
    address = reverse("membership-create", args=[cast.etage.pk])
    typed = {"words": "dix", "from_on": "2026-03-04", "until_on": "2026-03-03"}
    assert send(client, fill(client, address, "membership-create", **typed)).status_code == 422
    assert Draft.objects.get().fields["words"] == "dix"


def test_what_no_computer_keeps_is_shown_replaced_in_a_fiche(cast):
    client = log_in(cast.samira)
    form = fill(client, "/personnes/nouvelle/", "person-create", called="Zo\x00é")
    assert send(client, form).status_code == 302
    assert Person.objects.filter(called="Zo�é").exists()


def test_a_draft_dropped_twice_is_no_matter(cast, kept):
    for _ in range(2):
        drop_draft(by=cast.samira, key=kept.key)
    assert drafts_of(cast.samira) == set()


def test_the_page_of_a_refused_fiche_has_one_key(cast):
    client = log_in(cast.samira)
    response = client.post("/personnes/nouvelle/", {"key": "x", "word": "Un mot."})
    (form,) = [one for one in forms_of(response) if one.name == "person-create"]
    assert form.fields["key"] == str(Draft.objects.get().key)
