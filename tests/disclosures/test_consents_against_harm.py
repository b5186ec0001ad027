"""Agreements against harm: none grows after it was said, comes back, or tells of a circle."""

import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone

from dossier.disclosures import consents
from dossier.disclosures.consents import Asked, AskedChanged, NotGiven, NowhereToKeep
from dossier.disclosures.models import Consent
from dossier.disclosures.rules import State
from dossier.notebooks.actions import grant
from dossier.notebooks.labels import relabel
from dossier.notebooks.models import READ, Draft, Writing
from dossier.notebooks.sharing import open_circle
from tests.conftest import log_in, make_attachment, make_writing
from tests.trust.pages import says

LATER = timezone.localdate() + timedelta(days=60)


@pytest.fixture
def ask(cast):
    def asked(*what, by=None, **more):
        told = {"recipient": "le collège des Acacias", "sort": "school", "until": LATER}
        told |= {"dossier": cast.amina.dossier, "purpose": "La rentrée.", **more}
        return consents.ask_consent(by=by or cast.samira, asked=what, **told)

    return asked


def page(cast, consent, more=""):
    """Return the address of an agreement."""
    return f"/cahiers/{cast.amina.pk}/sorties/{consent.pk}/{more}"


def yes(cast, consent, **more):
    """Note a yes."""
    return consents.answer_consent(by=cast.samira, consent=consent, answer="yes", **more)


def test_a_yes_is_not_to_what_was_added_while_it_was_said(cast, ask):
    one, other = (make_writing(cast.samira, cast.amina, words) for words in ("Un.", "Deux."))
    consent, samira = ask(writings=[one]), log_in(cast.samira)
    shown = samira.get(page(cast, consent, "reponse/"))
    assert "L’écrit du" in says(shown)
    seen = shown.context["form"]["seen"].value()
    consents.add_to_consent(by=cast.karim, consent=consent, writings=[other])
    given = {"answer": "yes", "words": "Oui, celui-là.", "seen": seen, "key": str(uuid.uuid4())}
    refused = samira.post(page(cast, consent, "reponse/"), given)
    assert refused.status_code == 422
    assert "a changé depuis" in says(refused)
    assert Consent.objects.get().state == State.SILENT
    given["seen"] = refused.context["form"]["seen"].value()
    assert samira.post(page(cast, consent, "reponse/"), given).status_code == 302
    assert Consent.objects.get().state == State.GIVEN


def test_a_yes_is_not_to_files_added_while_it_was_said(cast, ask):
    writing = make_writing(cast.samira, cast.amina, "Un.")
    consent = ask(writings=[writing])
    seen = consent.print
    consents.add_to_consent(by=cast.karim, consent=consent, writings=[writing], with_files=True)
    with pytest.raises(AskedChanged):
        yes(cast, consent, seen=seen)
    yes(cast, consent, seen=consent.print)


def test_nothing_is_signed_before_something_is_asked(cast, ask):
    consent = ask()
    refused = log_in(cast.samira).get(page(cast, consent, "feuille.pdf"))
    assert refused.status_code == 302
    assert "feuille.pdf" not in log_in(cast.samira).get(page(cast, consent)).content.decode()


def test_what_is_taken_back_while_it_was_said_a_mistake_does_not_come_back(cast, ask):
    consent = yes(cast, ask(Asked(cast.amina)))
    consents.mark_consent(by=cast.karim, consent=consent, is_mistaken=True)
    log_in(cast.samira).post(page(cast, consent, "reprendre/"), {"words": "Je ne veux plus."})
    consents.mark_consent(by=cast.karim, consent=consent, is_mistaken=False)
    now = Consent.objects.get()
    assert (now.state, now.withdrawn_words) == (State.WITHDRAWN, "Je ne veux plus.")
    assert not Consent.objects.given(timezone.localdate()).exists()


@pytest.mark.parametrize("answer", ["", "no"])
def test_what_was_not_given_is_not_taken_back_in_silence(cast, ask, answer):
    consent = ask(Asked(cast.amina))
    if answer:
        consents.answer_consent(by=cast.samira, consent=consent, answer=answer)
    with pytest.raises(NotGiven):
        consents.withdraw_consent(by=cast.samira, consent=consent, words="Plus rien.")
    samira = log_in(cast.samira)
    told = samira.post(page(cast, consent, "reprendre/"), {"words": "Plus rien."}, follow=True)
    assert "il n’y a rien à reprendre" in says(told)
    assert Draft.objects.get(author=cast.samira).fields["words"] == "Plus rien."


def test_what_is_signed_about_a_circle_is_kept_in_that_circle(cast, ask):
    health = open_circle(by=cast.samira, around=cast.amina, name="Santé")
    consent, key = ask(Asked(health), recipient="l’hôpital Nord", sort="hospital"), uuid.uuid4()
    make_attachment(cast.samira, key=key)
    signed = yes(cast, consent, key=key).writing
    assert signed.notebook == health
    assert signed not in Writing.objects.visible_to(cast.karim)
    assert "Nord" not in says(log_in(cast.karim).get(f"/cahiers/{cast.amina.pk}/"))


def test_a_question_about_a_circle_does_not_come_to_be_known_without_it(cast, ask):
    health = open_circle(by=cast.samira, around=cast.amina, name="Santé")
    inside = make_writing(cast.samira, health, "Le traitement a changé.")
    consent = ask(Asked(health), Asked(cast.amina), writings=[inside], purpose="Un dépistage.")
    for one in consent.allowed.all():
        given = {"quoi": one.pk}
        told = log_in(cast.samira).post(page(cast, consent, "enlever/"), given, follow=True)
    assert "serait connue" in says(told)
    assert [one.notebook for one in consent.allowed.all()] == [health]
    assert "dépistage" not in says(log_in(cast.karim).get(f"/cahiers/{cast.amina.pk}/droits/"))
    assert log_in(cast.karim).get(page(cast, consent)).status_code == 404


def test_what_is_signed_about_two_circles_is_kept_in_neither(cast, ask):
    circles = [
        open_circle(by=cast.samira, around=cast.amina, name=one) for one in ("Santé", "Famille")
    ]
    consent, key = ask(*map(Asked, circles)), uuid.uuid4()
    make_attachment(cast.samira, key=key)
    with pytest.raises(NowhereToKeep):
        yes(cast, consent, key=key)
    refused = log_in(cast.samira).post(
        page(cast, consent, "reponse/"), {"answer": "yes", "key": str(key)}
    )
    assert refused.status_code == 422
    assert "Gardez la feuille" in says(refused)
    assert yes(cast, consent).writing is None


def test_who_only_reads_the_circle_keeps_nothing_there(cast, ask):
    health = open_circle(by=cast.samira, around=cast.amina, name="Santé")
    grant(by=cast.samira, notebook=health, to=cast.karim, level=READ)
    consent, key = ask(Asked(health)), uuid.uuid4()
    make_attachment(cast.karim, key=key)
    with pytest.raises(NowhereToKeep):
        consents.answer_consent(by=cast.karim, consent=consent, answer="yes", key=key)


def test_what_was_answered_to_one_is_not_for_another_to_read(cast, ask):
    key = uuid.uuid4()
    make_attachment(cast.samira, key=key)
    signed = yes(cast, ask(Asked(cast.amina), recipient="le juge"), key=key).writing
    writing = make_writing(cast.samira, cast.amina, "Elle dessine.")
    assert list(ask(Asked(cast.amina)).writings(cast.samira)) == [writing]
    assert list(ask(writings=[signed]).writings(cast.samira)) == [signed]


def test_a_yes_to_a_heading_does_not_grow_when_a_team_joins_it_to_another(cast, ask):
    kept = make_writing(cast.samira, cast.amina, "À l’école.", heading="École")
    health = make_writing(cast.samira, cast.amina, "Chez le médecin.", heading="Santé")
    consent, heading = ask(Asked(cast.amina, kept.heading)), health.heading
    later = timezone.now() + timedelta(minutes=2)
    yes(cast, consent)
    Consent.objects.update(noted_at=timezone.now() - timedelta(minutes=2))
    relabel(by=cast.samira, team=cast.foyer, label=heading, name="École")
    assert list(Consent.objects.get().writings(cast.samira)) == [kept]
    # Asked now, or answered after, it is of what the heading has become.
    assert list(ask(Asked(cast.amina, kept.heading)).writings(cast.samira)) == [kept, health]
    Consent.objects.filter(pk=consent.pk).update(noted_at=later)
    assert list(Consent.objects.get(pk=consent.pk).writings(cast.samira)) == [kept, health]


def test_what_was_corrected_since_it_was_answered_is_said(cast, ask):
    writing = make_writing(cast.samira, cast.amina, "Elle dessine.")
    consent = yes(cast, ask(writings=[writing]))
    assert "corrigé depuis" not in says(log_in(cast.samira).get(page(cast, consent)))
    Writing.objects.update(corrected_at=timezone.now())
    assert "corrigé depuis qu’on a répondu" in says(log_in(cast.samira).get(page(cast, consent)))


def test_what_is_older_than_places_in_time_is_chosen_too(cast, ask):
    for year in range(1920, 1965):
        make_writing(cast.samira, cast.amina, f"En {year}.", occurred_on=date(year, 5, 1))
    consent, samira = ask(), log_in(cast.samira)
    first = samira.get(page(cast, consent, "ecrits/"))
    assert "En 1964." in says(first)
    told = says(samira.get(page(cast, consent, f"ecrits/?avant={first.context['before']}")))
    assert "En 1920." in told
    assert "En 1964." not in told
