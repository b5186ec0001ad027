"""Pages of causes: opening one, telling without the names, speaking up; and what does not leak."""

import re
from html import unescape

import pytest
from django.urls import reverse

from dossier.collectives.actions import open_collective
from dossier.collectives.causes import WITHDRAWN, tell_nameless
from dossier.collectives.models import Collective, Membership
from dossier.journal.models import Entry
from dossier.notebooks import actions
from dossier.notebooks.models import WRITE, Draft, Nameless, Notebook, Writing
from dossier.notebooks.passages import NotVerbatim
from dossier.notebooks.pieces import Taken
from dossier.notebooks.taking_up import assemble
from dossier.persons.actions import describe, note_relation
from tests.conftest import log_in, make_attachment, make_notebook, make_writing
from tests.web.reading import fill, form_to, send

SAID = "Amina a vu Théo hier. Gertrudine attend, et le mur suinte chez Didier."
CAUSE = "Des murs humides"


@pytest.fixture
def cause(cast) -> Notebook:
    """Return a cause of the foyer and the SAVS: maud reads it, and does not read Amina; bruno
    reads Amina, and not the cause.
    """
    kind = Notebook.Kind.CAUSE
    opened = open_collective(by=cast.samira, name=CAUSE, kind=kind, teams=[cast.foyer])
    actions.grant(by=cast.samira, notebook=opened.notebook, to=cast.savs, level=WRITE)
    return opened.notebook


@pytest.fixture
def source(cast) -> Writing:
    describe(by=cast.samira, dossier=cast.amina.dossier, called="Amina", civil_name="Amina Benali")
    return make_writing(cast.samira, cast.amina, SAID, heading="Secrète", tags=("cachette",))


def address(writing: Writing) -> str:
    return reverse("writing-nameless", args=[writing.pk])


def gesture(client, form, name: str, **typed):
    """Press a button of a form; return the page where it leads."""
    form.fields |= typed | {"geste": name}
    response = send(client, form)
    return client.get(response.url) if response.status_code == 302 else response


def check(client, writing, cause=None, **typed):
    """Choose a cause, and see the passage without the names."""
    form = fill(client, address(writing), "writing-nameless", **typed)
    return gesture(client, form, "voir", notebook=str(cause.pk) if cause else "")


def checking(page):
    return form_to(page, "writing-nameless")


def box(page) -> str:
    return checking(page).fields["text"]


def test_the_whole_way_without_javascript(cast, source, cause):
    client = log_in(cast.samira)
    page = check(client, source, cause)
    assert page.status_code == 200
    form = checking(page)
    assert form.fields["text"] == (
        "[une personne] a vu [un nom, A] hier. Gertrudine attend, "
        "et le mur suinte chez [un nom, B]."
    )
    assert form.fields["shown"] == ["Amina", "Théo", "Gertrudine", "Didier"]
    assert form.fields["hide"] == ["Amina", "Théo", "Didier"]
    page = gesture(client, form, "refaire", hide=["Amina", "Gertrudine"])
    form = checking(page)
    assert form.fields["text"] == (
        "[une personne] a vu Théo hier. [un nom] attend, et le mur suinte chez Didier."
    )
    form.fields |= {"text": form.fields["text"].replace("Théo", "un ami"), "moment": "cet hiver"}
    response = send(client, form)
    (telling,) = Writing.objects.filter(notebook=cause)
    assert response.url == reverse("writing-detail", args=[telling.pk])
    assert telling.text.startswith("[une personne] a vu un ami hier.")
    assert telling.moment == "cet hiver"
    assert Draft.objects.count() == 0


def test_all_may_be_left_as_it_is(cast, source, cause):
    client = log_in(cast.samira)
    form = checking(check(client, source, cause))
    del form.fields["hide"]
    assert box(gesture(client, form, "refaire")) == SAID


def test_words_changed_by_hand_are_never_lost(cast, source, cause):
    client = log_in(cast.samira)
    form = checking(check(client, source, cause))
    page = gesture(client, form, "refaire", text="Mes mots à moi.")
    assert box(page) == "Mes mots à moi."  # the same ticks make the same: the hand wins
    page = gesture(client, checking(page), "refaire", hide=["Amina"])
    assert box(page).startswith("[une personne] a vu Théo")
    assert checking(page).fields["before"] == "Mes mots à moi."
    page = gesture(client, checking(page), "couper", text="Encore autre chose.")
    form = checking(page)
    assert (form.fields["text"], form.fields["before"]) == (
        "Encore autre chose.",
        "Mes mots à moi.",
    )
    page = gesture(client, form, "voir", extract="Amina a vu Théo hier. […]")
    assert box(page) == "[une personne] a vu Théo hier. […]"
    assert checking(page).fields["before"] == "Encore autre chose.\n\nMes mots à moi."


def test_what_was_begun_waits_for_its_author(cast, source, cause):
    client = log_in(cast.samira)
    form = checking(check(client, source, cause))
    gesture(client, form, "garder", text="Mes mots.")
    page = client.get(address(source), follow=True)
    assert box(page) == "Mes mots."
    assert "Mes mots." not in log_in(cast.karim).get(address(source), follow=True).content.decode()
    assert "text" not in checking(client.get(address(source) + "?neuf=1")).fields


def test_a_passage_is_cut_word_for_word(cast, source, cause):
    client = log_in(cast.samira)
    page = check(client, source, cause, extract="[…] le mur suinte […]")
    assert box(page) == "[…] le mur suinte […]"
    Draft.objects.all().delete()
    page = check(client, source, cause, extract="Le mur s’effondre.")
    assert page.status_code == 422
    assert "mot pour mot" in page.content.decode()
    assert checking(page).fields["extract"] == "Le mur s’effondre."


def test_a_new_cause_is_opened_on_the_spot_once(cast, source):
    client = log_in(cast.samira)
    for _ in range(2):
        form = checking(check(client, source, name="Des lettres sans réponse"))
        assert send(client, form).status_code == 302
    (opened,) = Collective.objects.filter(notebook__kind="cause")
    assert opened.notebook.writings.count() == 2
    assert Notebook.objects.writable_by(cast.karim).filter(pk=opened.notebook_id).exists()


def test_a_cause_must_be_said(cast, source, cause):
    page = check(log_in(cast.samira), source)
    assert page.status_code == 422
    assert "Choisissez une cause commune" in page.content.decode()


def test_sent_twice_and_in_two_windows(cast, source, cause):
    client = log_in(cast.samira)
    form = checking(check(client, source, cause))
    assert send(client, form).url == send(client, form).url
    assert Nameless.objects.count() == 1
    form.fields["text"] = "Changé après coup."
    page = client.get(send(client, form).url)
    assert Nameless.objects.count() == 1
    assert form_to(page, "writing-correct").fields["text"] == "Changé après coup."
    assert send(client, form_to(page, "writing-correct")).status_code == 302
    assert Nameless.objects.get().writing.text == "Changé après coup."
    other = fill(client, address(source) + "?neuf=1", "writing-nameless", notebook=str(cause.pk))
    assert send(client, checking(gesture(client, other, "voir"))).status_code == 302
    assert Nameless.objects.count() == 2


def test_answers_are_told_without_names_too(cast, source, cause):
    relative = make_writing(
        cast.samira,
        cast.amina,
        "Amina a raison.",
        answers=source,
        voice="relative",
        speaker="Odile",
    )
    colleague = make_writing(cast.karim, cast.amina, "J’ai vu Samira.", answers=source)
    client = log_in(cast.samira)
    form = checking(check(client, source, cause))
    assert form.fields[f"text-{relative.pk}"] == "[une personne] a raison."
    assert form.fields[f"text-{colleague.pk}"] == "J’ai vu [quelqu’un de l’équipe]."
    empty = dict(form.fields) | {f"text-{relative.pk}": " "}
    refused = client.post(address(source), empty)
    assert (refused.status_code, Nameless.objects.count()) == (422, 0)
    form.fields["left"] = str(colleague.pk)
    send(client, form)
    telling = Writing.objects.get(notebook=cause, answers=None)
    assert [(one.text, one.voice, one.speaker) for one in telling.replies.all()] == [
        ("[une personne] a raison.", "relative", "")
    ]


def test_an_answer_that_came_meanwhile_is_read_first(cast, source, cause):
    client = log_in(cast.samira)
    form = checking(check(client, source, cause))
    late = make_writing(cast.samira, cast.amina, "Non, dit Amina.", answers=source, voice="person")
    page = send(client, form)
    assert page.status_code == 422
    assert "entre-temps" in page.content.decode()
    assert checking(page).fields[f"text-{late.pk}"] == "Non, dit [une personne]."
    assert send(client, checking(page)).status_code == 302
    assert Nameless.objects.count() == 2


def test_what_was_corrected_meanwhile_is_told_as_it_was_read(cast, source, cause):
    client = log_in(cast.samira)
    form = checking(check(client, source, cause))
    content = actions.content_of(source, text="Amina a vu Nina.")
    actions.correct(by=cast.samira, writing=source, version=1, content=content)
    send(client, form)
    assert Nameless.objects.get().version == 1
    telling = Nameless.objects.get().writing
    page = client.get(reverse("writing-detail", args=[telling.pk])).content.decode()
    assert "corrigé depuis" in page


@pytest.mark.parametrize(
    "text",
    ["Amina. " * 7_000, "Avec Théo. " * 4_500, "<script>alert(1)</script> Amina", "\u202eAmina"],
)  # fmt: skip
def test_a_long_or_hostile_text_is_told(cast, cause, text):
    writing = make_writing(cast.samira, cast.amina, text[:50_000])
    client = log_in(cast.samira)
    page = check(client, writing, cause)
    assert b"<script>alert" not in page.content
    assert "Amina" not in box(page)
    response = send(client, checking(page))
    assert response.status_code in {302, 422}  # what is too long is said, and kept


def test_hostile_fields_break_nothing(cast, source, cause):
    client = log_in(cast.samira)
    for fields in (
        {"version": "999999", "text": "a", "notebook": str(cause.pk)},
        {"version": "x", "text": "a", "notebook": "9" * 30, "name": "b"},
        {"text": ["a", "b"], "hide": "\x00", "shown": ["", "\x00"], "name": "c", "left": "é"},
        {"text-999999": "a", "made-1": "x", "name": "d", "geste": "refaire"},
        {"step": "1", "text": "a", "geste": "nimporte", "name": "e"},
    ):
        assert client.post(address(source), fields).status_code in {302, 422}


# What does not leak.


def told(cast, source, cause) -> Writing:
    return tell_nameless(by=cast.samira, source=source, cause=cause, text="[…] le mur suinte.")


def words_of(client, place: str) -> str:
    return unescape(client.get(place).content.decode())


def test_no_page_of_the_cause_tells_anything_of_the_source(cast, source, cause):
    make_attachment(cast.samira, source, name="visage.png", description="Son visage")
    answer = make_writing(cast.samira, cast.amina, "Non.", answers=source, voice="person")
    telling = tell_nameless(
        by=cast.samira, source=source, cause=cause, text="[…] le mur suinte.",
        answers={answer.pk: "Non, dit [une personne]."},
    )  # fmt: skip
    content = actions.content_of(source, text=SAID + " Corrigé.")
    actions.correct(by=cast.samira, writing=source, version=1, content=content)
    taken = assemble(
        by=cast.samira, notebook=cause, takes=[Taken(telling, words="Après.")], text="# Plaidoyer"
    )
    client, seen = log_in(cast.maud), ""
    for place in (
        f"/cahiers/{cause.pk}/",
        f"/cahiers/{cause.pk}/collectif/",
        f"/ecrits/{telling.pk}/",
        f"/ecrits/{telling.pk}/versions/",
        f"/ecrits/{telling.pk}/reprendre/",
        f"/ecrits/{telling.pk}/sans-les-noms/",
        f"/ecrits/{taken.pk}/",
        reverse("writing-document-html", args=[taken.pk]),
        reverse("writing-document-html", args=[telling.pk]),
        "/", "/transmission/", "/chercher/?q=suinte", "/brouillons/", "/assemblages/", "/cahiers/",
        f"/rubriques/?cahier={cause.pk}", "/noms/?q=a",
    ):  # fmt: skip
        answer_ = client.get(place)
        assert answer_.status_code in {200, 404}, place
        seen += unescape(answer_.content.decode())
    assert "le mur suinte" in seen
    for secret in ("Amina", "Théo", "Gertrudine", "Secrète", "cachette", "visage", "corrigé depuis",
                   "noms, d’où", "Corrigé."):  # fmt: skip
        assert secret not in seen
    for pk in (source.pk, answer.pk):
        assert not re.search(rf"/ecrits/{pk}/|\be{pk}\b", seen)
    assert f"/cahiers/{cast.amina.pk}/" not in seen
    # Nor is it another page for who tries.
    for pk in (source.pk, 987_654):
        assert client.get(f"/ecrits/{pk}/sans-les-noms/").status_code == 404


def test_no_page_of_the_source_tells_anything_of_the_cause(cast, source, cause):
    telling = told(cast, source, cause)
    client = log_in(cast.bruno)
    seen = "".join(
        words_of(client, place)
        for place in (
            f"/cahiers/{cast.amina.pk}/", f"/ecrits/{source.pk}/", "/", "/transmission/",
            f"/ecrits/{source.pk}/versions/", "/chercher/?q=suinte", "/cahiers/",
        )
    )  # fmt: skip
    assert "repris dans un autre cahier" in seen
    assert CAUSE not in seen
    assert "sans les noms" not in seen
    assert not re.search(rf"/ecrits/{telling.pk}/|/cahiers/{cause.pk}/", seen)


def test_who_reads_both_goes_from_one_to_the_other(cast, source, cause):
    telling = told(cast, source, cause)
    client = log_in(cast.karim)
    assert f"repris, sans les noms, dans {CAUSE}" in words_of(client, f"/ecrits/{source.pk}/")
    page = words_of(client, f"/ecrits/{telling.pk}/")
    assert f'href="/ecrits/{source.pk}/">sans les noms' in page


def test_two_readers_do_not_share_an_article(cast, source, cause):
    telling = told(cast, source, cause)
    pages = [words_of(log_in(who), f"/ecrits/{telling.pk}/") for who in (cast.karim, cast.maud)]
    assert [f"/ecrits/{source.pk}/" in page for page in pages] == [True, False]


def test_a_name_one_may_not_know_is_a_doubt_as_any_other(cast, cause):
    """Didier and Hubertine: one has a dossier that samira may not read, the other is nobody."""
    note_relation(by=cast.maud, notebook=cast.didier, name="Odilon")
    client, pages = log_in(cast.samira), []
    for name in ("Didier", "Hubert", "Odilon"):
        writing = make_writing(cast.samira, cast.amina, f"On a vu {name} au guichet.")
        page = check(client, writing, cause).content.decode()
        bare = page.replace(name, "X").replace(f"/{writing.pk}/", "/N/")
        bare = re.sub(r'(name="(csrfmiddlewaretoken|plume|key|made)" value=)"[^"]*"', "", bare)
        pages.append(re.sub(r"[0-9a-f-]{36}", "", bare))
    assert pages[0] == pages[1] == pages[2]


# Causes themselves.


def test_a_cause_is_opened_with_a_name(cast):
    client = log_in(cast.samira)
    form = fill(client, "/causes/nouvelle/", "cause-create", name="Un guichet muet")
    page = client.get(send(client, form).url)
    assert page.context["notebook"].kind == "cause"
    assert "une cause commune</a>" in words_of(client, "/cahiers/")


def test_so_few_are_said_and_not_counted(cast, cause):
    client = log_in(cast.samira)
    place = reverse("membership-create", args=[cause.pk])
    page = client.post(place, {"words": "des familles", "count": "3"})
    assert page.status_code == 422
    assert "quelques-uns" in page.content.decode()
    Membership.objects.create(notebook=cause, words="des familles", count=3)
    seen = words_of(client, reverse("collective-detail", args=[cause.pk]))
    assert "(quelques-uns)" in seen
    assert "(3)" not in seen


def test_about_how_many_is_for_who_writes_there(cast, cause):
    for number in range(6):
        notebook = make_notebook(cast.samira, f"Personne {number}", cast.foyer)
        told(cast, make_writing(cast.samira, notebook, "Le mur suinte."), cause)
    actions.grant(by=cast.samira, notebook=cause, to=cast.nuit, level="read_notebook")
    place = reverse("collective-detail", args=[cause.pk])
    sentence = "Moins d’une dizaine de situations"
    found = {who: sentence in words_of(log_in(who), place) for who in (cast.karim, cast.bruno)}
    assert found == {cast.karim: True, cast.bruno: False}
    assert "plaider" not in words_of(log_in(cast.bruno), place)


def test_speaking_up_begins_with_what_is_told_there(cast, source, cause):
    telling = told(cast, source, cause)
    client = log_in(cast.samira)
    page = client.get(reverse("cause-plead", args=[cause.pk]), follow=True)
    choose = form_to(page, "assembly-choose")
    assert [offer.pk for offer in page.context["offers"]] == [telling.pk]
    choose.fields["piece"] = str(telling.pk)
    page = client.get(send(client, choose).url)
    assert form_to(page, "assembly-create").fields["notebook"] == str(cause.pk)
    assert send(client, form_to(page, "assembly-create")).status_code == 302
    (made,) = Writing.objects.assembled()
    assert made.notebook == cause
    assert "situations" not in made.text


NAMED = "[une personne] tousse, et Nadège a appelé."
HEALED = "[une personne] tousse, et sa tante a appelé."


def corrected(cast, source, cause) -> Writing:
    """Return a telling that named somebody, taken up in the journal of the SAVS, then corrected."""
    telling = tell_nameless(by=cast.samira, source=source, cause=cause, text=NAMED)
    joined = make_attachment(cast.samira, telling, name="nadege.png")
    savs = make_notebook(cast.maud, "Le journal du SAVS", cast.savs)
    assemble(by=cast.maud, notebook=savs, takes=[Taken(telling)], text="# Ensemble")
    content = actions.Content(text=HEALED)
    correction = {"version": 1, "content": content, "off": [joined.pk]}
    actions.correct(by=cast.samira, writing=telling, **correction)
    return Writing.objects.get(pk=telling.pk)


def test_a_name_taken_out_of_a_telling_is_read_by_who_reads_its_source_alone(cast, source, cause):
    telling = corrected(cast, source, cause)
    assembly = Writing.objects.get(text="# Ensemble")
    old = telling.attachments.get()
    pieces = [assembly.attachments.get(), old]
    client = log_in(cast.maud)
    places = [
        reverse(name, args=[one.pk])
        for one in (telling, assembly)
        for name in ("writing-detail", "writing-versions", "writing-document-html")
    ]
    places += [
        f"{reverse('writing-search')}?q={word}" for word in ("tousse", "Nadege", "nadege.png")
    ]
    places += [reverse("home"), reverse("handover"), reverse("assembly-edit", args=[assembly.pk])]
    places += [reverse("notebook-detail", args=[cause.pk]), reverse("assembly-list")]
    for place in places:
        page = unescape(client.get(place).content.decode())
        assert "Nadège" not in page, place
        assert "voir avant" not in page, place
        assert "orrigé" not in page, place
    for one in pieces:
        assert client.get(reverse("attachment-detail", args=[one.pk])).status_code == 404
    assert not search_hits(client, "Nadège")
    versions = client.get(reverse("writing-versions", args=[telling.pk])).content.decode()
    assert "sa tante" in versions
    assert "Version 2" not in versions


def search_hits(client, word: str) -> list:
    return client.get(reverse("writing-search"), {"q": word}).context["results"].hits


def test_who_reads_the_source_reads_the_former_versions(cast, source, cause):
    telling = corrected(cast, source, cause)
    client = log_in(cast.samira)
    page = client.get(reverse("writing-versions", args=[telling.pk])).content.decode()
    assert "Nadège" in page
    page = client.get(reverse("writing-correct", args=[telling.pk])).content.decode()
    assert "restera lisible" not in page
    assert "un cahier que vous ne lisez pas" in page  # where it was taken up
    assert "voir avant" in client.get(reverse("notebook-detail", args=[cause.pk])).content.decode()


def test_a_former_version_is_not_asked_for_by_its_number(cast, source, cause):
    telling = corrected(cast, source, cause)
    client = log_in(cast.maud)
    page = client.post(address(telling), {"version": "1", "extract": "", "geste": "voir"})
    shown = (
        client.get(page.url).content.decode() if page.status_code == 302 else page.content.decode()
    )
    assert "Nadège" not in shown
    form = {
        "source": str(telling.pk),
        "at": "1",
        "passage": "",
        "after": "",
        "tells": "",
        "kept": "",
    }
    page = client.post(reverse("assembly-create"), form | {"geste": "garder-0"})
    shown = (
        client.get(page.url).content.decode() if page.status_code == 302 else page.content.decode()
    )
    assert "Nadège" not in shown
    with pytest.raises(NotVerbatim):
        assemble(by=cast.maud, notebook=cause, takes=[Taken(telling, version=1)])


def test_a_telling_is_withdrawn_by_who_signed_it_or_keeps_the_cause(cast, source, cause):
    answer = make_writing(
        cast.samira, cast.amina, "Nadège dit non.", answers=source, voice="person"
    )
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.maud, level=WRITE)
    told = {answer.pk: "Nadège dit non."}
    telling = tell_nameless(by=cast.maud, source=source, cause=cause, text=NAMED, answers=told)
    place, there = (
        reverse("telling-withdraw", args=[telling.pk]),
        reverse("writing-detail", args=[telling.pk]),
    )
    assert log_in(cast.karim).post(place).status_code == 404  # writes there, and did not sign it
    assert place not in log_in(cast.karim).get(there).content.decode()
    client = log_in(cast.samira)  # keeps the cause
    assert place in client.get(there).content.decode()
    assert client.post(place).url == there
    for one in (telling, telling.replies.get()):
        one.refresh_from_db()
        assert one.text == WITHDRAWN
    assert place not in client.get(there).content.decode()
    assert client.post(place).status_code == 404
    acts = Entry.objects.filter(notebook=cause, act=Entry.Act.CORRECTED)
    assert acts.count() == 2
    assert not search_hits(client, "Nadège tousse")
