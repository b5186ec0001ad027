"""The copy says "you", and each thing once."""

from datetime import date
from html import unescape

import pytest

from dossier.disclosures.consents import (
    Asked,
    answer_consent,
    ask_consent,
    withdraw_consent,
)
from dossier.disclosures.models import Consent
from dossier.documents.html import html
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.projects.actions import note_agreement, open_project
from dossier.reading.copy import copy
from dossier.rights.actions import frame_house
from dossier.rights.models import Giving
from tests.conftest import log_in


def told(cast) -> str:
    page = html(copy(by=cast.samira, dossier=cast.amina.dossier)).decode()
    return unescape(page).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("answer", "side", "words"),
    [
        ("given", "person", "un plan : vous a été remis"),
        ("signed", "person", "un plan : vous l’avez signé"),
        ("later", "person", "un plan : vous avez dit : pas maintenant"),
        ("given", "representative", "un plan : remis (qui vous représente)"),
    ],
)
def test_what_was_given_is_told_to_whom_reads(cast, answer, side, words):
    Giving.objects.create(
        dossier=cast.amina.dossier, what="un plan", side=side, answer=answer, on="2026-03-12",
        noted_by=cast.samira, noted_at="2026-03-12T10:00:00Z",
    )  # fmt: skip
    page = told(cast)
    assert words in page
    assert "(la personne" not in page


def test_what_left_is_told_once_a_day(cast):
    for _ in range(5):
        record(by=cast.samira, notebook=cast.amina, act=Entry.Act.PRINTED)
    assert told(cast).split("Ce qui est sorti")[-1].count("a sorti un document") == 1


def test_an_agreement_says_who_said_what_of_what(cast):
    project = open_project(by=cast.samira, title="Un jardin", teams=[cast.foyer])
    note_agreement(
        by=cast.samira,
        project=project,
        side="person",
        person=cast.amina.dossier.person,
        answer="no",
    )
    assert "avez dit ce que vous pensiez de « Un jardin » : non" in told(cast)


def test_what_one_was_asked_to_let_leave_is_told_and_what_became_of_it(cast):
    wanted = {"by": cast.samira, "dossier": cast.amina.dossier, "sort": "school"}
    wanted |= {"until": date(2199, 1, 1), "asked": [Asked(cast.amina)]}
    silent, given, taken = (
        ask_consent(**wanted, recipient=name, purpose="apprendre")
        for name in ("le collège", "le lycée", "la faculté")
    )
    answer_consent(by=cast.samira, consent=given, answer="yes", side="representative")
    answer_consent(by=cast.samira, consent=taken, answer="yes", words="Avec Nour.")
    withdraw_consent(by=cast.samira, consent=taken)
    page = told(cast).split("laisser sortir")[-1].split("Qui a lu")[0]
    for words in (
        "pour le collège : vous n’avez rien dit, et c’est non. Pour : apprendre",
        "pour le lycée : qui vous représente a dit oui. Jusqu’au mardi 1er janvier 2199",
        "pour la faculté : vous avez dit oui, puis repris votre accord",
    ):
        assert words in page
    assert "Nour" not in page
    assert [one.state for one in Consent.objects.order_by("pk")] == ["silent", "given", "withdrawn"]
    assert silent.state == "silent"


def test_where_one_turns_is_so(cast):
    assert "livret d’accueil" not in told(cast)
    assert "CADA" in told(cast)
    frame_house(by=cast.samira, has_public_mission=False)
    assert "CADA" not in told(cast)


def test_the_law_is_reached_from_the_first_page(cast):
    assert 'href="/loi/"' in log_in(cast.samira).get("/").content.decode()
