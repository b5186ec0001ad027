"""What is said once for several persons, when one may say why, what a report still waits for."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from dossier.persons.actions import describe, note_stay
from dossier.rights import contracts, reports
from dossier.rights.actions import frame_house
from dossier.rights.givings import mark_giving, note_giving
from dossier.rights.models import Explanation, Report
from tests.conftest import log_in, make_notebook
from tests.web.reading import form_to
from tests.web.test_awaits import PAGE, arrive, keys

ONCE = "De ce qui a été remis, signé ou refusé depuis leur arrivée"
BINDER = f"{PAGE}classeur/"


def test_those_of_whom_nothing_is_noted_are_named_under_one_sentence(cast):
    names = ["Élie", "Zoé", "Noé"]
    held = [make_notebook(cast.samira, name, cast.foyer) for name in names]
    for one in held:
        arrive(cast.samira, one, ago=900)
    client = log_in(cast.samira)
    answer = client.get(PAGE)
    page = answer.content.decode()
    assert page.count(ONCE) == 1
    assert all(f'/cahiers/{one.pk}/droits/#attendu">{one}</a>' in page for one in held)
    assert "rien n’est noté ici. Si c’est" not in page
    assert not [one for one in names if f">{one}</a></h3>" in page]
    form = form_to(answer, "law-binder")
    told = client.post(form.action, {"qui": [held[0].pk, held[2].pk]}, follow=True)
    page = told.content.decode()
    assert set(Explanation.objects.values_list("dossier__notebook", "words")) == {
        (held[0].pk, "C’est dans le classeur."),
        (held[2].pk, "C’est dans le classeur."),
    }
    assert page.count("C’est dans le classeur.") == 2
    assert "Le dire autrement" in page
    assert ONCE in page


def test_nothing_ticked_says_so(cast):
    page = log_in(cast.samira).post(BINDER, follow=True).content.decode()
    assert "Cochez au moins un nom." in page


def test_only_who_writes_says_it_is_in_the_binder(cast):
    arrive(cast.samira, cast.amina, ago=900)
    arrive(cast.maud, cast.didier, ago=900)
    page = log_in(cast.bruno).get(PAGE).content.decode()
    assert (ONCE in page, 'name="qui"' in page, "Didier" in page) == (True, False, False)
    read = log_in(cast.bruno).get(f"/cahiers/{cast.amina.pk}/droits/").content.decode()
    assert "C’est peut-être dans un classeur." in read
    assert "une phrase suffit" not in read
    for who in (cast.bruno, cast.yann, cast.maud):
        assert log_in(who).post(BINDER, {"qui": [cast.amina.pk]}).status_code == 404
    both = {"qui": [cast.amina.pk, cast.didier.pk]}
    assert log_in(cast.samira).post(BINDER, both).status_code == 404
    assert log_in(cast.samira).post(BINDER, {"qui": ["x"]}).status_code == 404
    assert not Explanation.objects.exists()


def test_why_is_asked_of_what_is_near_and_the_day_of_arrival_may_be_noted(cast):
    arrive(cast.samira, cast.amina)
    dossier = cast.amina.dossier
    today = timezone.localdate()
    note_giving(by=cast.samira, dossier=dossier, edition=None, what="Une clé", on=today)
    rights = f"/cahiers/{cast.amina.pk}/droits/"
    page = log_in(cast.samira).get(rights).content.decode()
    assert f"/cahiers/{cast.amina.pk}/attendu/contract/" in page
    drawn = contracts.draw_up(by=cast.samira, dossier=dossier, sort="dipc")
    note_giving(by=cast.samira, dossier=dossier, contract=drawn, answer="signed")
    page = log_in(cast.samira).get(rights).content.decode()
    assert "On relirait ensemble" in page
    assert f"/cahiers/{cast.amina.pk}/attendu/review/" not in page
    page = log_in(cast.maud).get(f"/cahiers/{cast.didier.pk}/droits/").content.decode()
    told = page.partition("On n’a pas noté depuis quand")[2].partition("</li>")[0]
    assert f'href="{reverse("person-detail", args=[cast.didier.pk])}">Le noter' in told


def test_who_left_is_not_told_that_it_is_done(cast):
    today = timezone.localdate()
    note_stay(
        by=cast.samira, dossier=cast.amina.dossier, from_on=date(2010, 1, 1),
        until_on=today - timedelta(days=400),
    )  # fmt: skip
    page = log_in(cast.samira).get(f"/cahiers/{cast.amina.pk}/droits/").content.decode()
    assert "Rien : la loi n’attend quelque chose que pour qui est là." in page
    assert "c’est fait, c’est refusé" not in page


def test_a_report_made_known_to_nobody_still_waits(cast):
    frame_house(by=cast.samira, protects_children=True)
    today = timezone.localdate()
    dossier = cast.amina.dossier
    born = today - timedelta(days=9 * 365)
    describe(by=cast.samira, dossier=dossier, called="Amina", birth=f"{born:%d/%m/%Y}")
    arrive(cast.samira, cast.amina, ago=90)
    made = reports.open_report(by=cast.samira, dossier=dossier, sort=Report.Sort.SITUATION)
    assert "child-told" not in [key for _, key in keys(cast.samira, cast.amina)]
    reports.write_report(by=cast.samira, report=made, text="Elle dort.")
    assert "child-told" in [key for _, key in keys(cast.samira)]
    page = log_in(cast.samira).get(f"/cahiers/{cast.amina.pk}/droits/").content.decode()
    assert "serait à porter à la connaissance de l’enfant" in page
    note_giving(by=cast.samira, dossier=dossier, report=made, answer="later")
    assert "child-told" in [key for _, key in keys(cast.samira)]
    line = note_giving(by=cast.samira, dossier=dossier, report=made, answer="told")
    assert "child-told" not in [key for _, key in keys(cast.samira)]
    mark_giving(by=cast.samira, giving=line, is_mistaken=True)
    assert "child-told" in [key for _, key in keys(cast.samira)]


def test_reports_of_a_situation_are_not_offered_for_somebody_of_forty(cast):
    frame_house(by=cast.samira, protects_children=True)
    link = f"/cahiers/{cast.amina.pk}/rapports/"
    for years, shown in ((40, False), (19, True), (9, True)):
        born = timezone.localdate() - timedelta(days=years * 366)
        describe(
            by=cast.samira, dossier=cast.amina.dossier, called="Amina", birth=f"{born:%d/%m/%Y}"
        )
        page = log_in(cast.samira).get(f"/cahiers/{cast.amina.pk}/droits/").content.decode()
        assert (link in page) == shown
