"""What was signed stays: the head of a contract may be completed, what it said then is kept."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from dossier.notebooks.models import Outline
from dossier.persons.actions import note_stay
from dossier.rights import contracts, givings, heads, trust
from dossier.rights.models import Contract, Giving
from tests.conftest import log_in
from tests.web.reading import form_to, send
from tests.web.test_tools import address, page_of, rights, three  # noqa: F401

STROKES = [[[10, 10], [300, 90]]]


@pytest.fixture
def contract(cast) -> Contract:
    """Return Amina's contract, with a text, in which she took part."""
    made = contracts.draw_up(
        by=cast.samira, dossier=cast.amina.dossier, sort="stay", took_part="Amina, Karim",
        from_on=date(2026, 3, 1),
    )  # fmt: skip
    contracts.write_contract(by=cast.samira, contract=made, text="# Contrat\n\nUne chambre.")
    return made


def sign(cast, contract, **more) -> Giving:
    told = {"answer": "signed", "strokes": STROKES} | more
    return givings.note_giving(by=cast.samira, dossier=contract.dossier, contract=contract, **told)


def describe(cast, contract, **told) -> None:
    contracts.describe_contract(by=cast.karim, contract=contract, **told)


def test_who_signed_keeps_the_head_they_signed(cast, contract):
    line = sign(cast, contract, on=date(2026, 3, 2))
    describe(cast, contract, took_part="Karim seul", sort="dipc", from_on=date(2026, 4, 5))
    line.refresh_from_db()
    told = {"took_part": "Amina, Karim", "sort": "stay", "from_on": "2026-03-01"}
    assert told.items() <= line.head.items()
    for reader in (cast.samira, cast.bruno):
        page = page_of(reader, address("detail", contract))
        assert "Karim seul" in page
        assert "Tel que signé le lundi 2 mars 2026 ; corrigé depuis." in page
        assert "Amina, Karim" in page
        assert "dimanche 1 mars 2026" in page or "dimanche 1er mars 2026" in page
        assert '<dd dir="auto">contrat de séjour</dd>' in page
    paper = page_of(cast.bruno, address("document-html", contract))
    assert "Karim seul" in paper
    assert "Tel que signé le lundi 2 mars 2026 ; corrigé depuis." in paper
    assert "Qui y a pris part : Amina, Karim" in paper


def test_what_was_empty_is_said_to_be_completed(cast, contract):
    describe(cast, contract, took_part="")
    sign(cast, contract, answer="refused", strokes=None, words="Non.")
    describe(cast, contract, took_part="Amina")
    page = page_of(cast.samira, address("detail", contract))
    assert "Tel que refusé le" in page
    assert "; complété depuis." in page
    assert "ce n’était pas dit" in page


def test_saying_the_same_again_changes_nothing_and_back_again_neither(cast, contract):
    line = sign(cast, contract)
    describe(cast, contract, took_part="Amina, Karim")
    line.refresh_from_db()
    assert line.head is None
    describe(cast, contract, took_part="Personne")
    describe(cast, contract, took_part="Amina, Karim")
    line.refresh_from_db()
    assert line.head["took_part"] == "Amina, Karim"
    assert "Tel que signé" not in page_of(cast.samira, address("detail", contract))


def test_each_signature_keeps_its_own_head(cast, contract):
    first = sign(cast, contract)
    describe(cast, contract, took_part="Amina, sa mère")
    second = sign(cast, contract, side="representative", who="Sa mère")
    describe(cast, contract, took_part="Amina, sa mère, son oncle")
    third = sign(cast, contract, side="house")
    kept = {one.pk: one.head and one.head["took_part"] for one in Giving.objects.all()}
    assert kept == {first.pk: "Amina, Karim", second.pk: "Amina, sa mère", third.pk: None}
    where = address("document-html", contract)
    paper = page_of(cast.samira, f"{where}?remise={second.pk}")
    assert ("Y ont pris part : Amina, sa mère" in paper, "son oncle" in paper) == (True, False)
    assert ("Signé par Sa mère" in paper, "Signé par Amina" in paper) == (True, False)
    assert "Lu ensemble le" not in paper


def test_stay_and_amended_contract_are_named_as_they_were(cast, contract):
    stay = note_stay(by=cast.samira, dossier=cast.amina.dossier, from_on=date(2026, 1, 1))
    other = contracts.draw_up(by=cast.samira, dossier=cast.amina.dossier, sort="stay")
    describe(cast, contract, stay=stay, amends=other, sort="amendment")
    line = sign(cast, contract)
    describe(cast, contract, stay=None, amends=None)
    line.refresh_from_db()
    then = heads.as_answered(contract, line)
    assert (then.stay, then.amends, contract.stay) == (stay, other, None)
    page = page_of(cast.samira, address("detail", contract))
    assert "<dt>Il change</dt>" in page
    assert "<dt>Où</dt>" in page


def test_a_signed_version_is_offered_once_its_text_was_corrected(cast, contract):
    line = sign(cast, contract, on=date(2026, 3, 2))
    where = address("document-html", contract)
    link = f"{where}?remise={line.pk}"
    assert link not in page_of(cast.bruno, address("detail", contract))
    contracts.write_contract(by=cast.karim, contract=contract, text="Deux chambres.")
    for place in (address("detail", contract), rights(cast.amina)):
        assert link in page_of(cast.bruno, place)
    then = page_of(cast.bruno, link)
    assert ("Une chambre" in then, "Deux chambres" in then) == (True, False)
    assert ("Signé par Amina" in then, "data:image/jpeg" in then) == (True, True)
    assert "tel qu’il était le lundi 2 mars 2026, dans sa version 1" in then
    assert "Lu ensemble le" not in then
    assert "Lu ensemble le" in page_of(cast.bruno, where)
    assert log_in(cast.bruno).get(f"{where}?remise=99999").status_code == 404
    assert log_in(cast.bruno).get(f"{where}?remise=x").status_code == 404
    assert log_in(cast.maud).get(link).status_code == 404
    table = page_of(cast.bruno, "/loi/tableau/")
    assert "signé le lundi 2 mars 2026, le texte a été corrigé depuis" in table


def test_signed_before_there_was_a_text_is_handed_over_as_it_was(cast):
    made = contracts.draw_up(by=cast.samira, dossier=cast.amina.dossier, sort="dipc")
    line = sign(cast, made)
    contracts.write_contract(by=cast.samira, contract=made, text="Plus tard.")
    then = page_of(cast.samira, f"{address('document-html', made)}?remise={line.pk}")
    assert ("Signé par Amina" in then, "Plus tard" in then) == (True, False)
    assert f"?remise={line.pk}" in page_of(cast.samira, address("detail", made))


def test_a_line_of_another_contract_is_not_handed_over_under_this_one(cast, contract):
    other = contracts.draw_up(by=cast.samira, dossier=cast.amina.dossier, sort="stay")
    line = sign(cast, other)
    where = f"{address('document-html', contract)}?remise={line.pk}"
    assert log_in(cast.samira).get(where).status_code == 404


def test_one_signs_the_head_one_read(cast, contract):
    client = log_in(cast.samira)
    page = client.get(address("sign", contract))
    assert "Amina, Karim" in page.content.decode()
    form = form_to(page, "contract-sign")
    describe(cast, contract, took_part="Karim seul")
    form.fields["who"] = "Amina K."
    answer = send(client, form)
    assert (answer.status_code, Giving.objects.count()) == (422, 0)
    told = answer.content.decode()
    assert ("a changé pendant que vous lisiez" in told, "Karim seul" in told) == (True, True)
    again = form_to(answer, "contract-sign")
    assert again.fields["who"] == "Amina K."
    assert send(client, again).status_code == 302
    assert Giving.objects.get().answer == "signed"


def test_a_title_that_names_the_person_does_not_name_her_twice(cast, contract):
    where = address("document-html", contract)
    assert "<title>Contrat : Amina</title>" in page_of(cast.samira, where)
    contracts.write_contract(
        by=cast.samira, contract=contract, text="# Contrat de séjour d’Amina\n\nUne chambre."
    )
    assert "<title>Contrat de séjour d’Amina</title>" in page_of(cast.samira, where)
    contracts.write_contract(by=cast.samira, contract=contract, text="# Aminata\n\nUne chambre.")
    assert "<title>Aminata : Amina</title>" in page_of(cast.samira, where)


def test_an_amendment_does_not_begin_the_day_of_arrival(cast, contract):
    note_stay(by=cast.samira, dossier=cast.amina.dossier, from_on=date(2020, 5, 4))
    client = log_in(cast.samira)
    where = address("detail", contract).rsplit("/", 2)[0] + "/nouveau/"
    for asked, begun in (
        ({"change": str(contract.pk)}, ""),
        ({"sorte": "amendment"}, ""),
        ({"sorte": "stay"}, "2020-05-04"),
        ({}, ""),
    ):
        form = form_to(client.get(where, asked), "contract-create")
        assert form.fields["from_on"] == begun


def test_what_was_given_since_the_arrival_is_not_ticked_again(cast, three):  # noqa: F811
    dossier = cast.amina.dossier
    today = timezone.localdate()
    gone = note_stay(
        by=cast.samira, dossier=dossier, from_on=today - timedelta(900),
        until_on=today - timedelta(300),
    )  # fmt: skip
    assert gone
    note_stay(by=cast.samira, dossier=dossier, from_on=today - timedelta(9))
    give = {"by": cast.samira, "dossier": dossier}
    givings.note_giving(**give, edition=three[0], answer="refused")
    givings.note_giving(**give, edition=three[1], answer="later")
    givings.note_giving(**give, edition=three[2], on=today - timedelta(400))
    client = log_in(cast.samira)
    where = rights(cast.amina).replace("/droits/", "/remises/nouvelle/")
    form = form_to(client.get(where, {"arrivee": "1"}), "giving-create")
    assert form.fields["editions"] == [str(three[1].pk), str(three[2].pk)]


def test_a_mistake_says_what_it_did_and_how_to_take_it_back(cast, contract):
    line = sign(cast, contract, strokes=None, how="Lu ensemble à la cuisine")
    proposed = trust.note_trust(by=cast.samira, dossier=contract.dossier, act="proposed")
    client = log_in(cast.samira)
    here = f"/cahiers/{cast.amina.pk}"
    for where in (
        f"{here}/remises/{line.pk}/erreur/",
        f"{here}/confiance/{proposed.pk}/erreur/",
        address("mark", contract),
    ):
        page = client.post(where, {"erreur": "oui"}, follow=True).content.decode()
        assert "Noté par erreur : cela ne compte plus, et reste lisible, barré." in page
        page = client.post(where, {"erreur": "non"}, follow=True).content.decode()
        assert "Ce n’était pas une erreur : cela compte de nouveau." in page
    client.post(f"{here}/remises/{line.pk}/erreur/", {"erreur": "oui"})
    page = page_of(cast.samira, address("detail", contract))
    assert (">Ce n’était pas une erreur<" in page, ">Remettre<" in page) == (True, False)
    assert "Lu ensemble à la cuisine. <span" in page


def test_titles_left_empty_are_said_to_have_gone(cast):
    made = contracts.draw_up(by=cast.samira, dossier=cast.amina.dossier, sort="stay")
    client = log_in(cast.samira)
    form = form_to(client.get(address("text", made), {"trame": "modele"}), "contract-text")
    form.fields["text"] = form.fields["text"].replace("Ses mots d’abord, tels quels.", "Du calme.")
    page = client.post(form.action, form.fields, follow=True).content.decode()
    assert "Les titres restés vides n’y sont plus : Ce que l’on fait ensemble, " in page
    assert "Pourquoi je viens, ce que j’attends, " not in page


def test_outlines_for_something_else_stand_apart(cast):
    team = cast.samira.teams.first()
    for title in ("Plaidoyer", "Contrat du foyer"):
        Outline.objects.create(team=team, title=title, text=f"# {title}")
    made = contracts.draw_up(by=cast.samira, dossier=cast.amina.dossier, sort="other")
    page = page_of(cast.samira, address("text", made))
    first, _, apart = page.partition("<summary>Trames pour autre chose</summary>")
    assert ("Contrat du foyer" in first, "Plaidoyer" in first) == (True, False)
    assert "Plaidoyer" in apart
