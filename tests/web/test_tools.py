"""What a person was given, contracts, who they trust: from the browser."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from dossier.notebooks.actions import grant
from dossier.notebooks.models import READ, Writing
from dossier.persons.actions import note_stay
from dossier.rights import contracts, givings, texts, trust
from dossier.rights.actions import frame_house
from dossier.rights.models import Contract, Giving, Trust
from tests.conftest import log_in, make_attachment
from tests.web.reading import fill, form_to, send


def rights(notebook) -> str:
    return reverse("person-rights", args=[notebook.pk])


def page_of(worker, address: str) -> str:
    """Return a page, as text."""
    response = log_in(worker).get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def three(cast):
    """Publish what is given on arrival, and return the editions."""
    found = []
    for sort, title in (("welcome", "Le livret"), ("charter", "La charte"), ("rules", "La règle")):
        one = texts.open_text(by=cast.samira, sort=sort, title=title)
        found.append(texts.publish(by=cast.samira, house_text=one, text=f"Voici {title}."))
    return found


@pytest.fixture
def contract(cast) -> Contract:
    """Return Amina's contract, with a text."""
    made = contracts.draw_up(by=cast.samira, dossier=cast.amina.dossier, sort="stay")
    contracts.write_contract(by=cast.samira, contract=made, text="# Contrat\n\nUne chambre.")
    return made


def address(name: str, contract: Contract) -> str:
    """Return an address of a contract."""
    return reverse(f"contract-{name}", args=[contract.dossier.notebook_id, contract.pk])


def test_three_texts_are_given_on_arrival_without_typing(cast, three):
    client = log_in(cast.samira)
    assert "?arrivee=1" in client.get(rights(cast.amina)).content.decode()
    where = reverse("giving-create", args=[cast.amina.pk])
    form = form_to(client.get(where, {"arrivee": "1"}), "giving-create")
    assert send(client, form).status_code == 302
    assert [one.edition for one in Giving.objects.order_by("pk")] == three
    page = client.get(rights(cast.amina)).content.decode()
    assert all(f"{one.house_text}, édition 1" in page for one in three)


def test_an_edition_that_was_replaced_may_still_be_noted(cast, three):
    texts.publish(by=cast.samira, house_text=three[0].house_text, text="Neuf.")
    client, where = log_in(cast.samira), reverse("giving-create", args=[cast.amina.pk])
    form = form_to(client.get(where, {"edition": str(three[0].pk)}), "giving-create")
    assert send(client, form).status_code == 302
    assert Giving.objects.get().edition == three[0]


def test_a_refusal_is_told_calmly_and_offers_without_forcing(cast, contract):
    givings.note_giving(
        by=cast.samira, dossier=cast.amina.dossier, contract=contract, answer="refused",
        words="Pas sans ma chambre.",
    )  # fmt: skip
    page = page_of(cast.samira, address("detail", contract))
    assert "Dire non est un droit" in page
    assert "?sorte=dipc&amp;refused=yes" in page
    assert "Pas sans ma chambre." in page
    read = page_of(cast.bruno, address("detail", contract))
    assert ("Dire non est un droit" in read, "?sorte=dipc" in read) == (True, False)


def test_what_was_noted_by_mistake_stays_struck_and_stands_no_more(cast, contract):
    line = givings.note_giving(
        by=cast.samira, dossier=cast.amina.dossier, contract=contract, answer="signed",
        strokes=[[[10, 10], [200, 90]]],
    )  # fmt: skip
    client = log_in(cast.samira)
    assert '<svg class="signature"' in page_of(cast.bruno, address("detail", contract))
    where = reverse("giving-mark", args=[cast.amina.pk, line.pk])
    client.post(where, {"erreur": "oui"})
    page = client.get(address("detail", contract)).content.decode()
    assert ("Noté par erreur :" in page, '<svg class="signature"' in page) == (True, False)
    client.post(where, {"erreur": "non"})
    assert not Giving.objects.get().is_mistaken


def test_a_signed_version_that_was_corrected_since_says_so(cast, contract):
    givings.note_giving(
        by=cast.samira, dossier=cast.amina.dossier, contract=contract, answer="signed"
    )
    assert "corrigé depuis" not in page_of(cast.bruno, address("detail", contract))
    contracts.write_contract(by=cast.karim, contract=contract, text="Deux chambres.")
    page = page_of(cast.bruno, address("detail", contract))
    assert "Version 1." in page
    assert "Le texte a été corrigé depuis." in page


def test_the_situation_leads_to_a_contract_that_keeps_it(cast):
    frame_house(by=cast.samira, categories=["8"])
    client = log_in(cast.samira)
    which = reverse("contract-which", args=[cast.amina.pk])
    assert client.get(which).context["form"].initial == {"category": "8"}
    page = client.get(which, {"category": "8", "stay": "exactly"})
    assert [one["sort"] for one in page.context["readings"]] == ["stay", "dipc"]
    assert "Deux lectures sont possibles" in page.content.decode()
    create = reverse("contract-create", args=[cast.amina.pk])
    asked = {"sorte": "stay", "category": "8", "stay": "exactly", "home": "forged"}
    form = form_to(client.get(create, asked), "contract-create")
    send(client, form)
    made = Contract.objects.get()
    assert (made.sort, made.facts) == ("stay", {"category": "8", "stay": "exactly"})
    assert "Ce que disait le texte" in client.get(address("detail", made)).content.decode()


def test_the_stay_tells_how_long_it_is_foreseen(cast):
    today = timezone.localdate()
    note_stay(
        by=cast.samira, dossier=cast.amina.dossier, service="Foyer", from_on=today,
        until_on=today + timedelta(days=300),
    )  # fmt: skip
    which = reverse("contract-which", args=[cast.amina.pk])
    assert log_in(cast.samira).get(which).context["form"].initial == {"stay": "more"}


def test_delays_are_told_quietly_until_it_is_done(cast, contract):
    note_stay(
        by=cast.samira, dossier=cast.amina.dossier, service="Foyer",
        from_on=timezone.localdate() - timedelta(days=3),
    )  # fmt: skip
    page = page_of(cast.samira, address("detail", contract))
    assert "À remettre avant le" in page
    assert "À signer, ou à refuser, avant le" in page
    givings.note_giving(
        by=cast.samira, dossier=cast.amina.dossier, contract=contract, answer="refused"
    )
    assert "avant le" not in page_of(cast.samira, address("detail", contract))


@pytest.mark.parametrize(("years", "said"), [(10, "a moins de dix-huit ans"), (30, ""), (None, "")])
def test_the_opinion_of_a_minor_is_asked_gently(cast, years, said):
    person, today = cast.amina.dossier.person, timezone.localdate()
    if years:
        born = today - timedelta(days=years * 366)
        person.born_from = person.born_until = born
        person.save()
    page = page_of(cast.samira, reverse("contract-create", args=[cast.amina.pk]))
    assert ("dix-huit ans" in page) == bool(said)
    assert ("Ce qu’en dit l’enfant" in page) == (years != 30)


def test_the_outline_that_comes_with_it_leaves_what_is_untouched(cast):
    made = contracts.draw_up(by=cast.samira, dossier=cast.amina.dossier, sort="stay")
    client = log_in(cast.samira)
    form = form_to(client.get(address("text", made), {"trame": "modele"}), "contract-text")
    assert "## Ce que la maison apporte" in form.fields["text"]
    text = form.fields["text"].replace("Ses mots d’abord, tels quels.", "Je veux du calme.")
    form.fields["text"] = text
    assert send(client, form).status_code == 302
    made.refresh_from_db()
    assert made.writing.text == (
        "# Contrat de séjour\n\n## Pourquoi je viens, ce que j’attends\nJe veux du calme."
    )
    again = client.get(address("text", made))
    assert again.url == reverse("writing-correct", args=[made.writing.pk])


def test_a_correction_leads_back_to_the_contract(cast, contract):
    client = log_in(cast.karim)
    where = reverse("writing-correct", args=[contract.writing.pk])
    answer = send(client, fill(client, where, "writing-correct", text="Deux chambres."))
    assert answer.url == address("detail", contract)


def test_what_is_drawn_is_signed_on_the_version_that_was_read(cast, contract):
    client = log_in(cast.samira)
    form = form_to(client.get(address("sign", contract)), "contract-sign")
    assert form.fields["version"] == "1"
    contracts.write_contract(by=cast.karim, contract=contract, text="Deux chambres.")
    form.fields["strokes"] = "[[[10,20],[30,40]]]"
    assert send(client, form).url == send(client, form).url
    line = Giving.objects.get()
    assert (line.answer, line.version, line.strokes) == ("signed", 1, [[[10, 20], [30, 40]]])
    form.fields |= {"version": "9999", "who": "Amina"}
    send(client, form)
    assert Giving.objects.order_by("pk").last().version == 2


@pytest.mark.parametrize("sent", ["[[[1,2000]]]", "[", '[[["<svg>",1]]]', ""])
def test_no_drawing_and_no_name_is_no_signature(cast, contract, sent):
    client = log_in(cast.samira)
    answer = client.post(address("sign", contract), {"strokes": sent})
    assert (answer.status_code, Giving.objects.count()) == (422, 0)
    assert "<svg>" not in answer.content.decode()


def test_a_paper_joined_is_kept_in_the_dossier(cast, contract):
    held = make_attachment(cast.samira, name="signé.png")
    client, where = log_in(cast.samira), reverse("giving-create", args=[cast.amina.pk])
    typed = {"key": str(held.key), "contract": str(contract.pk), "answer": "signed"}
    assert client.post(where, typed).url == address("detail", contract)
    paper = Writing.objects.order_by("pk").last()
    assert (Giving.objects.get().writing, paper.notebook) == (paper, cast.amina)
    assert "Le papier, en image" in page_of(cast.bruno, address("detail", contract))


def test_trust_is_told_and_may_be_declined(cast):
    one = texts.open_text(by=cast.samira, sort="trusted", title="La notice")
    notice = texts.publish(by=cast.samira, house_text=one, text="x")
    client, where = log_in(cast.samira), reverse("trust-create", args=[cast.amina.pk])
    day = (timezone.localdate() + timedelta(days=3)).isoformat()
    form = fill(client, where, "trust-create", interview_on=day, act="proposed")
    assert form.fields["edition"] == str(notice.pk)
    send(client, form)
    assert "Reculer l’entretien est possible" in page_of(cast.bruno, rights(cast.amina))
    trust.note_trust(by=cast.samira, dossier=cast.amina.dossier, act="declined")
    assert "Pas souhaitée pour l’instant" in page_of(cast.bruno, rights(cast.amina))
    client.post(reverse("trust-mark", args=[cast.amina.pk, Trust.objects.last().pk]))
    assert "Proposée le" in page_of(cast.bruno, rights(cast.amina))


def test_the_list_of_who_may_help_outside_is_shown(cast):
    one = texts.open_text(by=cast.maud, sort="qualified", title="À qui parler")
    texts.publish(by=cast.maud, house_text=one, text="Des noms.")
    assert "À qui parler" in page_of(cast.bruno, rights(cast.amina))


def test_a_contract_of_another_dossier_is_not_reached_from_ones_own(cast, contract):
    theirs = contracts.draw_up(
        by=cast.maud, dossier=cast.didier.dossier, sort="dipc", why="Un secret de Didier."
    )
    client = log_in(cast.samira)
    for name in ("detail", "edit", "text", "sign", "document-pdf"):
        where = reverse(f"contract-{name}", args=[cast.amina.pk, theirs.pk])
        assert client.get(where).status_code == 404
    where = reverse("giving-create", args=[cast.amina.pk])
    for name in ("contract", "report"):
        answer = client.post(where, {name: str(theirs.pk), "what": "x"})
        assert "Didier" not in answer.content.decode()
    create = reverse("contract-create", args=[cast.amina.pk])
    assert client.post(create, {"amends": str(theirs.pk)}).status_code == 422
    assert "secret" not in client.get(create, {"change": str(theirs.pk)}).content.decode()
    assert not Giving.objects.filter(contract=theirs).exists()


def test_the_paper_of_a_version_says_what_it_said_then(cast, contract):
    givings.note_giving(
        by=cast.samira, dossier=cast.amina.dossier, contract=contract, answer="signed",
        strokes=[[[10, 10], [300, 90]]],
    )  # fmt: skip
    contracts.write_contract(by=cast.karim, contract=contract, text="Deux chambres.")
    where = address("document-html", contract)
    now = page_of(cast.bruno, where)
    then = page_of(cast.bruno, f"{where}?version=1")
    assert ("Deux chambres" in now, "Signé par" in now) == (True, False)
    assert ("Une chambre" in then, "Signé par Amina" in then) == (True, True)
    assert ("data:image/jpeg" in then, "data:image/jpeg" in now) == (True, False)
    assert log_in(cast.bruno).get(f"{where}?version=3").status_code == 404


def test_who_reads_one_dossier_learns_nothing_of_another_by_the_texts(cast, three):
    """An edition is everybody's: to whom it was given is not."""
    givings.note_giving(by=cast.maud, dossier=cast.didier.dossier, edition=three[0], who="Didier")
    grant(by=cast.samira, notebook=cast.amina, to=cast.noor, level=READ)
    for where in (
        reverse("house-text-detail", args=[three[0].house_text_id]),
        reverse("house-text-edition", args=[three[0].pk]),
        reverse("giving-list", args=[cast.amina.pk]),
        rights(cast.amina),
    ):
        for worker in (cast.samira, cast.noor):
            page = page_of(worker, where)
            assert "Didier" not in page
            assert "Maud" not in page


@pytest.mark.parametrize("count", [1, 30])
def test_pages_cost_as_much_with_one_line_as_with_thirty(
    cast, three, contract, django_assert_num_queries, count
):
    dossier = cast.amina.dossier
    for _ in range(count):
        givings.note_giving(by=cast.samira, dossier=dossier, contract=contract, answer="signed")
        givings.note_giving(by=cast.samira, dossier=dossier, edition=three[0])
        contracts.draw_up(by=cast.samira, dossier=dossier, sort="amendment", amends=contract)
        trust.note_trust(by=cast.samira, dossier=dossier, act="proposed")
    client = log_in(cast.samira)
    for where, queries in (
        (reverse("giving-list", args=[cast.amina.pk]), 7),
        (address("detail", contract), 11),
        (reverse("giving-create", args=[cast.amina.pk]), 8),
    ):
        client.get(where)
        with django_assert_num_queries(queries):
            client.get(where)
