"""Sharing by those who accompany: opened, changed, closed, handed over, never without a keeper."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dossier.notebooks import sharing
from dossier.notebooks.actions import NoKeeperLeft, grant
from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.models import KEEP, READ, WRITE, NotAllowed, Notebook, WorkerGrant
from dossier.web.dates import full_day
from tests.conftest import log_in
from tests.trust.pages import says


def page(cast, who, notebook=None):
    """Return what the page of sharing says to somebody."""
    return log_in(who).get(f"/cahiers/{(notebook or cast.amina).pk}/partage/")


def post(by, address, **given):
    """Send a form, and return the answer."""
    return log_in(by).post(address, given)


def test_at_home_one_is_told_what_was_opened_to_one_and_to_nobody_else(cast):
    grant(by=cast.samira, notebook=cast.amina, to=cast.noor, level=READ, reason="le temps du camp")
    sharing.hand_over(by=cast.maud, notebook=cast.didier, to=cast.bruno)
    grant(by=cast.samira, notebook=cast.etage, to=cast.savs, level=WRITE)

    def told(who):
        words = says(log_in(who).get("/"))
        return words.split("On vous a ouvert")[1].split("Depuis")[0] if "a ouvert" in words else ""

    assert "Amina vous pouvez lire ; c’est Samira aujourd’hui" in told(cast.noor)
    assert "le temps du camp" in told(cast.noor)
    assert "Didier vous en avez la garde ; c’est Maud aujourd’hui" in told(cast.bruno)
    assert "Le premier étage vous pouvez y écrire, avec l’équipe SAVS" in told(cast.maud)
    assert "Amina" not in told(cast.maud)
    assert "Amina vous pouvez lire, avec l’équipe Nuit" in told(cast.bruno)
    assert told(cast.samira) == told(cast.yann) == ""
    grant(by=cast.samira, notebook=cast.etage, to=cast.maud, level=READ)
    assert "Le premier étage vous pouvez y écrire, avec l’équipe SAVS" in told(cast.maud)
    WorkerGrant.objects.filter(user=cast.noor).update(given_at=timezone.now() - timedelta(days=8))
    assert told(cast.noor) == ""
    WorkerGrant.objects.filter(user=cast.bruno).update(until=timezone.now())
    assert "Didier" not in told(cast.bruno)


def test_everybody_who_reads_sees_who_else_may_what_why_until_when_and_by_whom(cast):
    until = timezone.now() + timedelta(days=40)
    grant(
        by=cast.samira, notebook=cast.amina, to=cast.noor, level=WRITE, until=until,
        reason="elle la remplace jusqu’à l’été",
    )  # fmt: skip
    for who in (cast.samira, cast.karim, cast.bruno, cast.noor):
        words = says(page(cast, who))
        assert "Noor peut écrire dans le cahier, jusqu’au" in words
        assert "elle la remplace jusqu’à l’été" in words
        assert "ouvert par Samira" in words
        assert "L’équipe Nuit lit le cahier" in words
    assert page(cast, cast.maud).status_code == 404


def test_only_keepers_are_shown_how_to_change(cast):
    assert "/partage/ouvrir/" in page(cast, cast.samira).content.decode()
    assert "/partage/ouvrir/" not in page(cast, cast.karim).content.decode()
    assert post(cast.karim, f"/cahiers/{cast.amina.pk}/partage/ouvrir/").status_code == 404


def test_those_who_work_here_are_named_and_never_who_keeps_the_machine(cast):
    body = log_in(cast.samira).get(f"/cahiers/{cast.amina.pk}/partage/ouvrir/").content.decode()
    assert ">Noor<" in body
    assert ">SAVS<" in body
    assert "Yann" not in body
    assert "Gilles" not in body
    assert ">Foyer<" not in body


def test_opened_until_a_day_the_day_counts_whole(cast):
    on = timezone.localdate() + timedelta(days=2)
    sent = post(
        cast.samira, f"/cahiers/{cast.amina.pk}/partage/ouvrir/",
        who=f"p{cast.noor.pk}", level=READ, until=on.isoformat(), reason="",
    )  # fmt: skip
    assert sent.status_code == 302
    kept = WorkerGrant.objects.get(user=cast.noor)
    last = timezone.localtime(kept.until - timedelta(seconds=1))
    assert (last.date(), kept.reason, kept.given_by) == (on, "", cast.samira)
    assert f"Noor lit le cahier, jusqu’au {full_day(on)}" in says(page(cast, cast.bruno))
    assert ", 0 h 00" not in says(page(cast, cast.bruno))
    assert cast.amina in Notebook.objects.visible_to(cast.noor)


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        ({"who": "", "level": READ}, "Choisissez à qui."),
        ({"who": "p1000000", "level": READ}, "Choisissez dans la liste."),
        ({"who": "yann", "level": READ}, "Choisissez dans la liste."),
        ({"who": "noor", "level": KEEP, "until": "2199-01-01"}, "enlevez la date"),
        ({"who": "noor", "level": READ, "until": "2020-01-01"}, "Ce jour est passé"),
        ({"who": "noor", "level": READ, "until": "demain"}, "Ce jour ne se lit pas : « demain »"),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_comes_back(cast, given, refused):
    if (name := given["who"]) in {"yann", "noor"}:
        given = given | {"who": f"p{getattr(cast, name).pk}"}
    sent = post(cast.samira, f"/cahiers/{cast.amina.pk}/partage/ouvrir/", **given, reason="un mot")
    assert sent.status_code == 422
    assert refused in says(sent)
    assert 'value="un mot"' in sent.content.decode()
    assert not WorkerGrant.objects.filter(user__in=[cast.noor, cast.yann]).exists()


def test_who_only_reads_is_told_whom_to_ask(cast):
    assert "Pour l’ouvrir à quelqu’un d’autre, demandez à Samira." in says(page(cast, cast.bruno))
    grant(by=cast.samira, notebook=cast.amina, to=cast.nuit, level=KEEP)
    grant(by=cast.samira, notebook=cast.amina, to=cast.maud, level=READ)
    assert "demandez à l’équipe Nuit et Samira." in says(page(cast, cast.maud))


def test_changed_then_closed(cast):
    place = f"/cahiers/{cast.amina.pk}/partage/equipe/{cast.nuit.pk}/"
    assert post(cast.samira, place, level=WRITE, reason="la nuit aussi écrit").status_code == 302
    assert cast.amina in Notebook.objects.writable_by(cast.bruno)
    assert post(cast.samira, f"{place}refermer/").status_code == 302
    assert cast.amina not in Notebook.objects.visible_to(cast.bruno)
    assert post(cast.samira, f"{place}refermer/").status_code == 404


def test_a_change_that_keeps_the_day_keeps_the_hour(cast):
    until = timezone.now() + timedelta(hours=20)
    grant(by=cast.samira, notebook=cast.amina, to=cast.noor, level=READ, until=until)
    place = f"/cahiers/{cast.amina.pk}/partage/pro/{cast.noor.pk}/"
    day = timezone.localtime(until - timedelta(minutes=1)).date()
    post(cast.samira, place, level=WRITE, until=day.isoformat(), reason="")
    assert WorkerGrant.objects.get(user=cast.noor).until == until


def test_the_last_keeper_is_not_taken_away(cast):
    place = f"/cahiers/{cast.amina.pk}/partage/pro/{cast.samira.pk}/"
    sent = post(cast.samira, place, level=WRITE, reason="")
    assert sent.status_code == 422
    assert "Il ne resterait aucun collègue pour garder le cahier" in says(sent)
    sent = log_in(cast.samira).post(f"{place}refermer/", follow=True)
    assert "Il ne resterait aucun collègue pour garder le cahier" in says(sent)
    assert cast.amina in Notebook.objects.kept_by(cast.samira)


def test_handed_over(cast):
    place = f"/cahiers/{cast.amina.pk}/partage/confier/"
    assert post(cast.samira, place, to=cast.noor.pk, reason="je pars").status_code == 302
    assert cast.amina in Notebook.objects.kept_by(cast.noor)
    assert cast.amina not in Notebook.objects.kept_by(cast.samira)
    assert cast.amina in Notebook.objects.writable_by(cast.samira)  # with her team
    assert post(cast.noor, place, to=cast.yann.pk).status_code == 422


def test_who_keeps_the_machine_is_given_nothing(cast):
    for act in (
        lambda: grant(by=cast.samira, notebook=cast.amina, to=cast.yann, level=READ),
        lambda: sharing.hand_over(by=cast.samira, notebook=cast.amina, to=cast.yann),
        lambda: sharing.open_circle(
            by=cast.samira, around=cast.amina, name="Santé", to=[cast.yann]
        ),
    ):
        with pytest.raises(NotAllowed):
            act()
    with pytest.raises(NoKeeperLeft):
        sharing.withdraw(by=cast.samira, notebook=cast.amina, who=cast.samira)


def test_a_heap_is_shared_with_its_team_and_nobody_else(cast):
    heap = bricabrac(by=cast.samira, team=cast.foyer)
    assert page(cast, cast.karim, heap).status_code == 200
    assert log_in(cast.samira).get(f"/cahiers/{heap.pk}/partage/ouvrir/").status_code == 404


def test_to_hand_over_says_which_circles_are_handed_apart(cast):
    circle = sharing.open_circle(by=cast.samira, around=cast.amina, name="Santé")
    grant(by=cast.samira, notebook=cast.amina, to=cast.karim, level=KEEP)
    place = f"/cahiers/{cast.amina.pk}/partage/confier/"
    assert (
        f"/cahiers/{circle.pk}/partage/confier/" in log_in(cast.samira).get(place).content.decode()
    )
    told = log_in(cast.karim).get(place).content.decode()
    assert ("Santé" in told, "à part" in told) == (False, False)
