"""What the law awaits, as pages: who reads what, in words, at a cost that does not grow."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from dossier.collectives.actions import join
from dossier.journal.models import Entry
from dossier.meetings.actions import call_meeting
from dossier.meetings.councils import declare_council
from dossier.notebooks.models import NotAllowed
from dossier.persons.actions import describe, note_stay
from dossier.projects.actions import open_project
from dossier.reading.models import Reply, Request
from dossier.rights.awaits import awaits, explain
from dossier.rights.givings import note_giving
from dossier.rights.models import Contract, Edition, Explanation, HouseText, Report, Trust
from tests.conftest import log_in, make_notebook, make_writing

PAGE = "/loi/ce-qui-est-attendu/"


def arrive(by, notebook, ago: int = 3, **more):
    """Note that somebody came `ago` days ago."""
    today = timezone.localdate()
    return note_stay(by=by, dossier=notebook.dossier, from_on=today - timedelta(days=ago), **more)


def keys(worker, notebook=None) -> list[tuple[str, str]]:
    found = awaits(worker=worker, today=timezone.localdate(), notebook=notebook)
    return [(str(one.dossier), one.key) for one in found]


def test_awaits_is_of_what_one_reads_and_no_more(cast):
    arrive(cast.samira, cast.amina)
    arrive(cast.maud, cast.didier)
    found = {who: keys(who) for who in (cast.samira, cast.bruno, cast.maud, cast.yann)}
    amina, didier = [[(who, key) for key in ("contract", "trusted")] for who in ("Amina", "Didier")]
    assert found == {cast.samira: amina, cast.bruno: amina, cast.maud: didier, cast.yann: []}
    for address in (PAGE, "/loi/tableau/", "/loi/tableau/?noms=oui", "/loi/tableau.html?noms=oui"):
        page = log_in(cast.samira).get(address).content.decode()
        assert "Didier" not in page
        assert f"/cahiers/{cast.didier.pk}/" not in page


def test_the_table_without_names_numbers_only_whom_one_reads(cast):
    for number in range(3):
        arrive(cast.maud, make_notebook(cast.maud, f"Zélie {number}", cast.savs))
    arrive(cast.samira, cast.amina)
    page = log_in(cast.samira).get("/loi/tableau/").content.decode()
    assert ("Personne 1" in page, "Personne 2" in page, "Amina" in page) == (True, False, False)
    whole = log_in(cast.helene).get("/loi/tableau.html").content.decode()
    assert "Personne 4" in whole
    assert not [name for name in ("Amina", "Zélie") if name in whole]


def test_the_table_tells_facts_and_no_free_words(cast):
    arrive(cast.samira, cast.amina)
    text = HouseText.objects.create(sort="welcome", title="Bienvenue")
    edition = Edition.objects.create(
        house_text=text, number=2, text="…", in_force_on=date(2024, 1, 1), by=cast.samira,
        at=timezone.now(),
    )  # fmt: skip
    dossier, on = cast.amina.dossier, date(2026, 3, 3)
    contract = Contract.objects.create(
        dossier=dossier, sort="stay", by=cast.samira, at=timezone.now(), why="secret du contrat"
    )
    common = {"by": cast.samira, "dossier": dossier, "on": on, "words": "à cause d’Odile"}
    note_giving(edition=edition, answer="refused", **common)
    note_giving(contract=contract, answer="signed", side="representative", **common)
    note_giving(what="le dessin d’Odile", who="Odile", **common)
    alert = Report.objects.create(
        dossier=dossier, sort="alert", on=on, by=cast.samira, at=timezone.now()
    )
    note_giving(report=alert, **common)
    mistaken = note_giving(edition=edition, answer="signed", **common)
    mistaken.is_mistaken = True
    mistaken.save()
    Trust.objects.create(
        dossier=dossier, act="declined", on=on, name="Odile", noted_by=cast.samira,
        noted_at=timezone.now(),
    )  # fmt: skip
    for address in ("/loi/tableau/?noms=oui", "/loi/tableau.html?noms=oui"):
        page = log_in(cast.samira).get(address).content.decode()
        told = [
            "Livret d’accueil, édition 2 : refusé le mardi 3 mars 2026.",
            "Contrat de séjour : signé le mardi 3 mars 2026 (qui la représente).",
            "Autre chose : remis le mardi 3 mars 2026.",
            "Personne de confiance : pas souhaitée le mardi 3 mars 2026.",
        ]
        assert [one for one in told if one not in page] == []
        assert [one for one in ("Odile", "secret", "ignalement") if one in page] == []


def test_each_notebook_the_table_tells_has_its_line(cast):
    arrive(cast.samira, cast.amina)
    other = make_notebook(cast.samira, "Zoé", cast.foyer)
    arrive(cast.samira, other)
    gone = make_notebook(cast.samira, "Partie", cast.foyer)
    note_stay(
        by=cast.samira, dossier=gone.dossier, from_on=date(2020, 1, 1), until_on=date(2020, 2, 1)
    )
    Entry.objects.all().delete()
    log_in(cast.karim).get("/loi/tableau.html")
    lines = Entry.objects.order_by("notebook").values_list("act", "worker", "notebook")
    assert list(lines) == [("printed", cast.karim.pk, one.pk) for one in (cast.amina, other)]


def test_the_page_says_plainly_and_leaves_its_line(cast):
    arrive(cast.samira, cast.amina, 40)
    Entry.objects.all().delete()
    page = log_in(cast.karim).get(PAGE).content.decode()
    assert "devait être remis au plus tard le" in page
    assert "on peut encore le faire" in page
    assert list(Entry.objects.values_list("act", "notebook")) == [("opened", cast.amina.pk)]
    assert not [word for word in ("%", "retard", "urgent", "rouge") if f" {word}" in page]


def test_who_left_awaits_nothing_and_who_comes_back_begins_again(cast):
    note_stay(
        by=cast.samira, dossier=cast.amina.dossier, from_on=date(2020, 1, 1),
        until_on=date(2020, 2, 1),
    )  # fmt: skip
    assert keys(cast.samira) == []
    arrive(cast.samira, cast.amina)
    assert keys(cast.samira) == [("Amina", "contract"), ("Amina", "trusted")]


def test_without_a_day_of_arrival_that_is_said(cast):
    assert keys(cast.samira) == [("Amina", "arrival")]
    note_stay(by=cast.samira, dossier=cast.amina.dossier, service="Le foyer")
    assert keys(cast.samira) == [("Amina", key) for key in ("arrival", "contract", "trusted")]


def test_the_list_is_by_name_never_by_lateness(cast):
    for name, ago in (("Zoé", 340), ("Élodie", 2), ("émile", 90)):
        arrive(cast.samira, make_notebook(cast.samira, name, cast.foyer), ago)
    arrive(cast.samira, cast.amina, 30)
    page = log_in(cast.samira).get(PAGE)
    names = [str(one.dossier) for one, _ in page.context["persons"]]
    assert names == ["Amina", "Élodie", "émile", "Zoé"]


def test_a_review_is_taken_from_the_projects_one_reads(cast):
    arrive(cast.samira, cast.amina, 300)
    given = Contract.objects.create(
        dossier=cast.amina.dossier, sort="dipc", by=cast.samira, at=timezone.now(),
        from_on=timezone.localdate() - timedelta(days=300),
    )  # fmt: skip
    note_giving(
        by=cast.samira, dossier=cast.amina.dossier, contract=given,
        on=timezone.localdate() - timedelta(days=299),
    )  # fmt: skip
    project = open_project(by=cast.samira, title="Vers la mer").notebook
    join(by=cast.samira, notebook=project, person=cast.amina.dossier.person)
    make_writing(cast.samira, project, "On continue.", heading="Bilan")
    found = {}
    for who in (cast.samira, cast.karim):
        (one,) = [one for one in awaits(worker=who, today=timezone.localdate(),
                                        notebook=cast.amina) if one.key == "review"]  # fmt: skip
        found[who] = one.sentence.more["what"]
    assert found == {cast.samira: "bilan, « Vers la mer »", cast.karim: "contrat ou document"}
    page = log_in(cast.karim).get(f"/cahiers/{cast.amina.pk}/droits/").content.decode()
    assert "Vers la mer" not in page


def test_explain_is_shown_changed_and_begins_again_with_a_new_arrival(cast):
    arrive(cast.samira, cast.amina)
    client = log_in(cast.samira)
    address = reverse("person-explain", args=[cast.amina.pk, "contract"])
    for words in ("Sa tante vient mardi.", "Elle préfère {attendre}."):
        assert client.post(address, {"words": words}).status_code == 302
    page = client.get(PAGE).content.decode()
    assert ("Elle préfère {attendre}." in page, "Sa tante" in page) == (True, False)
    assert "Sa tante vient mardi." in client.get(address).content.decode()
    Explanation.objects.update(at=timezone.now() - timedelta(days=50))
    arrive(cast.samira, cast.amina, 60, until_on=timezone.localdate() - timedelta(days=20))
    assert "Elle préfère" not in client.get(PAGE).content.decode()


def test_explain_is_for_who_writes(cast):
    with pytest.raises(NotAllowed):
        explain(by=cast.bruno, dossier=cast.amina.dossier, key="contract", words="Non.")
    for key in ("autre", "request-", "request-x"):
        with pytest.raises(ValueError, match="called"):
            explain(by=cast.samira, dossier=cast.amina.dossier, key=key, words="Non.")
    with pytest.raises(ValueError, match="words"):
        explain(by=cast.samira, dossier=cast.amina.dossier, key="contract", words=" ")
    page = log_in(cast.bruno).get(PAGE).content.decode()
    assert "attendu/" not in page


def ask(dossier, by, **more) -> Request:
    fields = {"sort": "read", "asked_on": timezone.localdate(), "noted_at": timezone.now()} | more
    return Request.objects.create(dossier=dossier, noted_by=by, **fields)


def test_requests_wait_until_they_are_answered(cast):
    mine, theirs = ask(cast.amina.dossier, cast.samira), ask(cast.didier.dossier, cast.maud)
    arrive(cast.samira, cast.amina)
    client = log_in(cast.samira)
    page = client.get(PAGE).content.decode()
    assert (f"request-{mine.pk}" in page, f"request-{theirs.pk}" in page) == (True, False)
    foreign = reverse("person-explain", args=[cast.amina.pk, f"request-{theirs.pk}"])
    assert client.get(foreign).status_code == 404
    reply = Reply.objects.create(
        request=mine, answer="refused", on=timezone.localdate(), noted_by=cast.samira,
        noted_at=timezone.now(),
    )  # fmt: skip
    assert f"request-{mine.pk}" not in client.get(PAGE).content.decode()
    for told in ({"answer": "extended"}, {"answer": "granted", "is_mistaken": True}):
        Reply.objects.filter(pk=reply.pk).update(**told)
        assert f"request-{mine.pk}" in client.get(PAGE).content.decode()


def test_the_councils_of_others_are_not_told(cast):
    declare_council(by=cast.samira, notebook=cast.etage)
    call_meeting(by=cast.samira, notebook=cast.etage, on=timezone.localdate())
    found = {
        who: "Le premier étage" in log_in(who).get(PAGE).content.decode()
        for who in (cast.samira, cast.maud)
    }
    assert found == {cast.samira: True, cast.maud: False}


def _fill(cast, count: int) -> None:
    text = HouseText.objects.create(sort="rules", title="Règlement")
    edition = Edition.objects.create(
        house_text=text, number=1, in_force_on=date(2025, 1, 1), by=cast.samira, at=timezone.now()
    )
    council = cast.etage
    declare_council(by=cast.samira, notebook=council)
    for number in range(count):
        notebook = make_notebook(cast.samira, f"Personne {number}", cast.foyer)
        dossier = notebook.dossier
        arrive(cast.samira, notebook)
        describe(by=cast.samira, dossier=dossier, called=f"P{number}", birth="vers 2010")
        note_giving(by=cast.samira, dossier=dossier, edition=edition, answer="later")
        contract = Contract.objects.create(
            dossier=dossier, sort="stay", by=cast.samira, at=timezone.now()
        )
        note_giving(by=cast.samira, dossier=dossier, contract=contract)
        explain(by=cast.samira, dossier=dossier, key="signature", words="Plus tard.")
        ask(dossier, cast.samira)
        call_meeting(by=cast.samira, notebook=council, on=timezone.localdate())


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize(("address", "queries"), [(PAGE, 24), ("/loi/tableau/", 8)])
def test_a_page_costs_as_much_for_one_person_as_for_thirty(
    cast, django_assert_num_queries, address, queries, count
):
    _fill(cast, count)
    client = log_in(cast.samira)
    client.get(address)
    with django_assert_num_queries(queries):
        client.get(address)


def test_the_page_is_cut_in_parts(cast):
    for number in range(45):
        arrive(cast.samira, make_notebook(cast.samira, f"Personne {number:02}", cast.foyer))
    client = log_in(cast.samira)
    found = [
        len(client.get(PAGE, {"suite": one}).context["persons"]) for one in ("", "2", "9", "x")
    ]
    assert found == [40, 6, 0, 40]
