"""Agreements for something to leave: asked, answered, taken back; silence is no."""

import io
from datetime import date, timedelta

import pypdf
import pytest
from django.utils import timezone

from dossier.collectives.actions import join
from dossier.disclosures import consents
from dossier.disclosures.consents import AlreadyAnswered, Asked, NothingAsked
from dossier.disclosures.models import Allowed, Consent
from dossier.disclosures.rules import USUAL, State, state
from dossier.establishment.house import said
from dossier.journal.models import Entry
from dossier.notebooks.models import Draft, NotAllowed
from dossier.notebooks.sharing import open_circle
from dossier.persons.models import Dossier
from tests.conftest import log_in, make_writing
from tests.trust.pages import says

TODAY = date(2026, 3, 1)
LATER = timezone.localdate() + timedelta(days=60)


@pytest.fixture
def dossier(cast):
    return Dossier.objects.get(notebook=cast.amina)


@pytest.fixture
def ask(cast, dossier):
    def asked(*what, by=None, **more):
        told = {"recipient": "le collège des Acacias", "sort": "school", "until": LATER}
        told |= {"purpose": "Pour que la rentrée se passe bien.", **more}
        return consents.ask_consent(by=by or cast.samira, dossier=dossier, asked=what, **told)

    return asked


@pytest.mark.parametrize(
    ("answer", "until", "withdrawn", "is_mistaken", "expected"),
    [
        ("", TODAY, None, False, State.SILENT),
        ("", date(2026, 2, 28), None, False, State.SILENT),
        ("no", TODAY, None, False, State.REFUSED),
        ("yes", TODAY, None, False, State.GIVEN),
        ("yes", date(2026, 2, 28), None, False, State.ENDED),
        ("yes", date(2028, 2, 29), None, False, State.GIVEN),
        ("yes", TODAY, TODAY, False, State.WITHDRAWN),
        ("yes", date(2026, 2, 1), date(2026, 1, 31), False, State.WITHDRAWN),
        ("yes", TODAY, None, True, State.MISTAKEN),
        ("oui", TODAY, None, False, State.SILENT),
    ],
)
def test_where_an_agreement_stands(answer, until, withdrawn, is_mistaken, expected):
    told = {"answer": answer, "until": until, "withdrawn_on": withdrawn}
    assert state(**told, is_mistaken=is_mistaken, today=TODAY) == expected
    found = expected == State.GIVEN
    assert found == (answer == "yes" and until >= TODAY and not withdrawn and not is_mistaken)


def test_what_is_usual_is_said_of_every_sort_in_the_words_of_the_house(db):
    assert set(USUAL) == set(Consent.Sort.values)
    for lines in USUAL.values():
        assert all("{" not in said(one) for one in lines)


def test_silence_and_refusal_let_nothing_leave(cast, ask):
    make_writing(cast.samira, cast.amina, "Elle aime le dessin.")
    silent, refused, given = (ask(Asked(cast.amina)) for _ in range(3))
    consents.answer_consent(by=cast.karim, consent=refused, answer="no")
    consents.answer_consent(by=cast.karim, consent=given, answer="yes", words="D’accord pour ça.")
    standing = Consent.objects.given(timezone.localdate())
    assert list(standing) == [given]
    assert (silent.state, Consent.objects.get(pk=refused.pk).state) == ("silent", "refused")
    consents.withdraw_consent(by=cast.samira, consent=given, words="J’ai changé d’avis.")
    assert not Consent.objects.given(timezone.localdate()).exists()
    given.refresh_from_db()
    assert (given.state, given.withdrawn_by) == (State.WITHDRAWN, cast.samira)
    assert Entry.objects.filter(notebook=cast.amina, act="consented").count() == 6


def test_what_is_asked_is_what_was_said_and_no_more(cast, ask):
    day = date(2026, 3, 10)
    kept = make_writing(cast.samira, cast.amina, "À l’école.", heading="École", occurred_on=day)
    make_writing(cast.samira, cast.amina, "Chez le médecin.", heading="Santé", occurred_on=day)
    make_writing(cast.samira, cast.amina, "Sans rubrique.", occurred_on=day)
    after = make_writing(
        cast.samira, cast.amina, "Après.", heading="École", occurred_on=day + timedelta(days=1)
    )
    make_writing(cast.samira, cast.etage, "Ailleurs.", heading="École", occurred_on=day)
    consent = ask(Asked(cast.amina, kept.heading), since=day, before=day)
    assert list(consent.writings(cast.samira)) == [kept]
    consents.add_to_consent(by=cast.samira, consent=consent, writings=[after])
    assert list(consent.writings(cast.samira)) == [kept, after]
    consents.take_from_consent(
        by=cast.samira, consent=consent, allowed=consent.allowed.get(writing=None)
    )
    assert list(consent.writings(cast.samira)) == [after]
    assert list(consent.writings(cast.maud)) == []


def test_what_was_answered_does_not_change_what_was_asked(cast, ask):
    writing = make_writing(cast.samira, cast.amina, "Elle aime le dessin.")
    consent = ask(Asked(cast.amina))
    consents.answer_consent(by=cast.samira, consent=consent, answer="yes")
    changes = [
        lambda: consents.add_to_consent(by=cast.samira, consent=consent, writings=[writing]),
        lambda: consents.take_from_consent(
            by=cast.samira, consent=consent, allowed=consent.allowed.get()
        ),
        lambda: consents.answer_consent(by=cast.samira, consent=consent, answer="no"),
    ]
    for change in changes:
        with pytest.raises(AlreadyAnswered):
            change()
    assert Allowed.objects.filter(consent=consent).count() == 1


def test_nobody_says_yes_to_nothing(cast, ask):
    consent = ask()
    with pytest.raises(NothingAsked):
        consents.answer_consent(by=cast.samira, consent=consent, answer="yes")


def test_who_does_not_write_there_asks_and_answers_nothing(cast, ask):
    consent = ask(Asked(cast.amina))
    for who in (cast.bruno, cast.maud, cast.noor, cast.yann, cast.gilles):
        for act in (
            lambda who=who: ask(Asked(cast.amina), by=who),
            lambda who=who: consents.answer_consent(by=who, consent=consent, answer="yes"),
            lambda who=who: consents.withdraw_consent(by=who, consent=consent),
            lambda who=who: consents.mark_consent(by=who, consent=consent, is_mistaken=True),
        ):
            with pytest.raises(NotAllowed):
                act()
    with pytest.raises(NotAllowed):
        ask(Asked(cast.didier))
    with pytest.raises(NotAllowed):
        ask(writings=[make_writing(cast.maud, cast.didier, "Chez Didier.")])


def test_what_others_share_does_not_leave_whole_on_one_yes(cast, dossier, ask):
    join(by=cast.samira, notebook=cast.etage, person=dossier.person)
    shared = make_writing(cast.samira, cast.etage, "Amina et Nour ont repeint.")
    with pytest.raises(NotAllowed):
        ask(Asked(cast.etage))
    consent = ask(writings=[shared])
    assert list(consent.writings(cast.samira)) == [shared]


def test_days_and_words_that_cannot_be_are_refused(cast, ask):
    yesterday = timezone.localdate() - timedelta(days=1)
    wrong = [
        {"until": yesterday},
        {"recipient": " "},
        {"recipient": "\u200b"},
        {"purpose": " "},
        {"sort": "anybody"},
        {"since": LATER, "before": yesterday},
    ]
    for one in wrong:
        with pytest.raises(ValueError, match="said|days"):
            ask(Asked(cast.amina), **one)
    consent = ask(Asked(cast.amina))
    for one in ({"answer": "maybe"}, {"answer": "yes", "on": yesterday}):
        with pytest.raises(ValueError, match="answer|day"):
            consents.answer_consent(by=cast.samira, consent=consent, **one)


def test_an_agreement_about_a_circle_says_nothing_to_who_does_not_read_it(cast, ask):
    health = open_circle(by=cast.samira, around=cast.amina, name="Santé")
    consent = ask(Asked(health), recipient="l’hôpital Nord", sort="hospital")
    place = f"/cahiers/{cast.amina.pk}/"
    assert consent not in Consent.objects.visible_to(cast.karim)
    assert "Nord" not in says(log_in(cast.karim).get(f"{place}droits/"))
    for more in ("", "ecrits/", "reponse/", "reprendre/", "feuille.pdf"):
        address = f"{place}sorties/{consent.pk}/{more}"
        assert log_in(cast.karim).get(address).status_code == 404, more
    assert "Nord" in says(log_in(cast.samira).get(f"{place}droits/"))
    with pytest.raises(NotAllowed):
        consents.answer_consent(by=cast.karim, consent=consent, answer="yes")


# On the screen.


def test_from_the_question_to_the_answer_and_back(cast):
    writing = make_writing(cast.samira, cast.amina, "Elle dessine des oiseaux.")
    place, samira = f"/cahiers/{cast.amina.pk}/sorties/", log_in(cast.samira)
    given = {"sort": "school", "recipient": "le collège", "purpose": "La rentrée", "until": LATER}
    page = samira.post(f"{place}demander/", given)
    consent = Consent.objects.get()
    assert page.url == f"{place}{consent.pk}/"
    assert "Rien n’est encore choisi" in says(samira.get(page.url))
    refused = samira.post(f"{page.url}reponse/", {"answer": "yes", "words": "Oui oui."})
    assert refused.status_code == 422
    assert "on ne dit pas oui à rien" in says(refused)
    assert Draft.objects.get(author=cast.samira).fields["words"] == "Oui oui."
    assert "oiseaux" in says(samira.get(f"{page.url}ecrits/"))
    samira.post(f"{page.url}ecrits/", {"ecrit": [writing.pk, "999999", "x"]})
    assert list(consent.writings(cast.samira)) == [writing]
    paper = samira.get(f"{page.url}feuille.pdf")
    told = pypdf.PdfReader(io.BytesIO(paper.content)).pages
    words = " ".join(" ".join(one.extract_text() for one in told).split())
    for one in ("le collège", "La rentrée", "Vous pouvez dire non", "Non, je ne suis pas d’accord"):
        assert one in words
    assert "oiseaux" not in words
    samira.post(
        f"{page.url}reponse/",
        {"answer": "yes", "words": "Les oiseaux, oui.", "ways": ["pictures"], "present": "Sa sœur"},
    )
    told = says(samira.get(page.url))
    for one in ("Oui, jusqu’au", "Les oiseaux, oui.", "des pictogrammes", "Sa sœur"):
        assert one in told
    samira.post(f"{page.url}reprendre/", {"words": "Finalement non."})
    told = says(samira.get(page.url))
    assert "rien ne sort plus" in told
    assert "Finalement non." in told
    assert "reprendre" not in samira.get(page.url).content.decode()


def test_a_question_that_says_too_little_is_kept_and_says_what_is_missing(cast):
    place = f"/cahiers/{cast.amina.pk}/sorties/demander/"
    told = log_in(cast.samira).post(place, {"purpose": "Pour la rentrée"})
    assert told.status_code == 422
    for one in ("Dites à qui : un choix suffit", "Dites à qui exactement", "un accord a une fin"):
        assert one in says(told)
    assert Draft.objects.get().fields["purpose"] == "Pour la rentrée"


def test_who_reads_only_sees_and_changes_nothing(cast, ask):
    consent = ask(Asked(cast.amina))
    page = f"/cahiers/{cast.amina.pk}/sorties/{consent.pk}/"
    told = log_in(cast.bruno).get(page)
    assert "le collège des Acacias" in says(told)
    assert "<form" not in told.content.decode().split("<main")[1]
    for more in ("ecrits/", "reponse/", "reprendre/", "enlever/", "erreur/"):
        assert log_in(cast.bruno).post(page + more).status_code == 404
    assert log_in(cast.bruno).get(f"/cahiers/{cast.amina.pk}/sorties/demander/").status_code == 404
    assert log_in(cast.maud).get(page).status_code == 404


def test_what_is_chosen_is_of_what_one_reads(cast, ask):
    hers = make_writing(cast.maud, cast.didier, "Chez Didier.")
    consent = ask(Asked(cast.amina))
    page = f"/cahiers/{cast.amina.pk}/sorties/{consent.pk}/"
    log_in(cast.samira).post(f"{page}ecrits/", {"ecrit": [hers.pk]})
    assert Allowed.objects.filter(writing=hers).count() == 0
    other = ask(Asked(cast.amina))
    log_in(cast.samira).post(f"{page}enlever/", {"quoi": other.allowed.get().pk})
    assert other.allowed.count() == consent.allowed.count() == 1


def test_signs_that_nobody_sees_name_nobody(cast):
    place = f"/cahiers/{cast.amina.pk}/sorties/demander/"
    typed = {"sort": "school", "recipient": "\u200b", "purpose": "\u2063", "until": LATER}
    told = says(log_in(cast.samira).post(place, typed))
    assert "Dites à qui exactement" in told
    assert "c’est à cela qu’on dit oui" in told
