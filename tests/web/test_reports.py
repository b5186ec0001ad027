"""Child protection: shown where children are protected, sent by nobody, disagreement kept."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from dossier.notebooks.models import NotAllowed, Writing
from dossier.persons.actions import describe, note_stay
from dossier.rights import reports
from dossier.rights.actions import frame_house
from dossier.rights.awaits import awaits
from dossier.rights.givings import note_giving
from dossier.rights.models import Giving, Report
from tests.conftest import log_in, make_notebook


@pytest.fixture
def report(cast) -> Report:
    """Return a report on Amina's situation, in a house that protects children."""
    frame_house(by=cast.samira, protects_children=True)
    return reports.open_report(by=cast.samira, dossier=cast.amina.dossier, sort="situation")


def test_reports_are_shown_where_children_are_protected(cast):
    client = log_in(cast.samira)
    address = reverse("person-reports", args=[cast.amina.pk])
    rights = reverse("person-rights", args=[cast.amina.pk])
    found = []
    for protects in (False, True):
        frame_house(by=cast.samira, protects_children=protects)
        found.append(
            (client.get(address).status_code, address in client.get(rights).content.decode())
        )
    assert found == [(404, False), (200, True)]
    reports.open_report(by=cast.samira, dossier=cast.amina.dossier, sort="concern")
    frame_house(by=cast.samira, protects_children=False)
    assert client.get(address).status_code == 200  # what was noted is not lost


@pytest.mark.parametrize("sort", Report.Sort.values)
def test_report_text_begins_with_an_outline_and_empty_titles_go(cast, report, sort):
    made = reports.open_report(by=cast.samira, dossier=cast.amina.dossier, sort=sort)
    client, address = log_in(cast.samira), reverse("report-text", args=[made.pk])
    outline = reports.OUTLINES[sort]
    assert outline.split("\n")[2] in client.get(address).content.decode()
    assert client.post(address, {"text": outline}).status_code == 422
    title = outline.split("\n")[2]
    typed = outline.replace(title, f"{title}\nElle dort mieux.")
    assert client.post(address, {"text": typed}).status_code == 302
    made.refresh_from_db()
    assert "Elle dort mieux." in made.writing.text
    assert (made.writing.text.count("## "), made.writing.is_common) == (1, True)
    assert client.get(address).url == reverse("writing-correct", args=[made.writing_id])


def test_two_hands_write_and_neither_is_lost(cast, report):
    pages = [log_in(who) for who in (cast.samira, cast.karim)]
    address = reverse("report-text", args=[report.pk])
    found = [one.post(address, {"text": f"# Ce que dit {n}"}) for n, one in enumerate(pages)]
    assert [one.status_code for one in found] == [302, 409]
    assert all(f"Ce que dit {n}" in found[1].content.decode() for n in (0, 1))
    assert Writing.objects.count() == 1


def test_write_report_corrects_the_next_times(cast, report):
    reports.write_report(by=cast.samira, report=report, text="Un.")
    again = reports.write_report(by=cast.karim, report=report, text="Deux.")
    assert (again.version, again.text, Writing.objects.count()) == (2, "Deux.", 1)


def test_what_people_did_is_noted_and_nothing_is_sent(cast, report, mailoutbox):
    client = log_in(cast.samira)
    told = {"informed": "Les parents, le 3. Le père n’a pas été joint : contraire à son intérêt.",
            "sent_to": "Le département", "sent_on": timezone.localdate().isoformat()}  # fmt: skip
    assert client.post(reverse("report-edit", args=[report.pk]), told).status_code == 302
    page = client.get(reverse("report-detail", args=[report.pk])).content.decode()
    assert "contraire à son intérêt" in page
    assert "Le département" in page
    assert mailoutbox == []


def test_a_disagreement_is_kept_in_its_words_and_struck_when_mistaken(cast, report):
    client = log_in(cast.samira)
    told = {"who": "sa mère", "answer": "disagreed", "words": "Ce n’est pas ce que j’ai dit."}
    assert client.post(reverse("report-tell", args=[report.pk]), told).status_code == 302
    line = Giving.objects.get()
    assert (line.report, line.side, line.answer) == (report, "other", "disagreed")
    page = reverse("report-detail", args=[report.pk])
    assert "Ce n’est pas ce que j’ai dit." in client.get(page).content.decode()
    mark = reverse("report-untell", args=[report.pk, line.pk])
    for value, is_mistaken in (("oui", True), ("non", False)):
        client.post(mark, {"erreur": value})
        line.refresh_from_db()
        assert line.is_mistaken == is_mistaken
        assert "Ce n’est pas ce que j’ai dit." in client.get(page).content.decode()


def test_a_line_is_not_reached_through_another_report(cast, report):
    theirs = reports.open_report(by=cast.maud, dossier=cast.didier.dossier, sort="situation")
    line = note_giving(by=cast.maud, dossier=cast.didier.dossier, report=theirs)
    address = reverse("report-untell", args=[report.pk, line.pk])
    assert log_in(cast.samira).post(address, {"erreur": "oui"}).status_code == 404
    with pytest.raises(ValueError, match="somebody else"):
        note_giving(by=cast.samira, dossier=cast.amina.dossier, report=theirs)


def test_reports_are_for_who_writes(cast, report):
    with pytest.raises(NotAllowed):
        reports.open_report(by=cast.bruno, dossier=cast.amina.dossier, sort="situation")
    for act, told in (
        (reports.change_report, {"sent_to": "x"}),
        (reports.write_report, {"text": "x"}),
        (reports.mark_report, {"is_mistaken": True}),
    ):
        with pytest.raises(NotAllowed):
            act(by=cast.bruno, report=report, **told)
    with pytest.raises(ValueError, match="route"):
        reports.open_report(by=cast.samira, dossier=cast.amina.dossier, sort="rumeur")
    with pytest.raises(TypeError):
        reports.change_report(by=cast.samira, report=report, is_mistaken=True)


def test_a_written_report_of_a_child_is_what_the_next_is_counted_from(cast, report):
    today = timezone.localdate()
    note_stay(by=cast.samira, dossier=cast.amina.dossier, from_on=today - timedelta(days=500))
    describe(by=cast.samira, dossier=cast.amina.dossier, called="Amina", birth=str(today.year - 10))

    def due():
        found = awaits(worker=cast.samira, today=today, notebook=cast.amina)
        return [one.due_on for one in found if one.key == "child-report"]

    late = due()
    assert late[0] < today
    reports.write_report(by=cast.samira, report=report, text="Elle va bien.")
    assert due()[0] > today
    reports.mark_report(by=cast.samira, report=report, is_mistaken=True)
    assert due() == late


def test_the_page_costs_as_much_with_one_report_as_with_thirty(
    cast, report, django_assert_num_queries
):
    client, other = log_in(cast.samira), make_notebook(cast.samira, "Zoé", cast.foyer)
    for _ in range(30):
        reports.open_report(by=cast.samira, dossier=other.dossier, sort="situation")
    for notebook in (cast.amina, other):
        address = reverse("person-reports", args=[notebook.pk])
        client.get(address)
        with django_assert_num_queries(22):
            client.get(address)
