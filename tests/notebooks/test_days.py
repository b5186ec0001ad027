"""The days to come that a text announces, as workers say them."""

import importlib
import time
import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from dossier.notebooks.actions import Content, correct
from dossier.notebooks.bricabrac import bricabrac, file_away
from dossier.notebooks.bulk import Signed, write_many
from dossier.notebooks.days import MAX_DAYS, announced
from dossier.notebooks.models import DaySaid, Writing
from tests.conftest import make_writing

PARIS = ZoneInfo("Europe/Paris")
days_said = importlib.import_module("dossier.migrations.0015_calendar_days_said")
LIVED = date(2026, 11, 25)  # a Wednesday
CASES = tomllib.loads(Path(__file__).with_name("days_cases.toml").read_text(encoding="utf-8"))


def lived(case: dict) -> date:
    """Return the day a sentence was lived on."""
    return date.fromisoformat(case["lived"]) if "lived" in case else LIVED


def found(case: dict) -> list[str]:
    """Return what the rules find in a sentence, as the table says it."""
    return [
        f"{one.on} {one.at:%H:%M}" if one.at else f"{one.on}"
        for one in announced(case["text"], lived_on=lived(case))
    ]


@pytest.mark.parametrize("case", CASES["said"], ids=lambda case: case["text"][:50])
def test_a_sentence_announces_the_days_it_says(case):
    expected = set(case["days"]) - set(case.get("missed", ())) | set(case.get("wrongly", ()))
    assert set(found(case)) == expected


def measured() -> tuple[float, float]:
    """Return the precision and the recall of the rules over the table."""
    pairs = [(set(case["days"]), set(found(case))) for case in CASES["said"]]
    right = sum(len(wanted & said) for wanted, said in pairs)
    return (
        right / sum(len(said) for _, said in pairs),
        right / sum(len(wanted) for wanted, _ in pairs),
    )


def test_what_is_said_is_right_before_it_is_complete():
    precision, recall = measured()
    assert len(CASES["said"]) >= 120
    assert precision >= 0.98, precision
    assert recall >= 0.9, recall


@pytest.mark.parametrize(
    ("lived_on", "occurred_on", "days"),
    [
        (LIVED, date(2026, 11, 26), [date(2026, 11, 26)]),
        (LIVED, LIVED, []),
        (LIVED, date(2026, 11, 24), []),
        (LIVED, date(9999, 12, 31), [date(9999, 12, 31)]),
    ],
)
def test_the_day_noted_beside_is_announced_when_it_is_to_come(lived_on, occurred_on, days):
    said = announced("Sortie.\nEt le reste.", lived_on=lived_on, occurred_on=occurred_on)
    assert [(one.on, one.at, one.words) for one in said] == [(on, None, "Sortie.") for on in days]


def test_words_are_those_of_the_sentence_that_says_it_and_never_long():
    text = "Calme.\nRdv *Odile* le 12 décembre à 14 h 30, avec sa tante. Puis rien."
    (one,) = announced(text, lived_on=LIVED)
    assert one.words == "Rdv *Odile* le 12 décembre à 14 h 30, avec sa tante."
    (one,) = announced(f"{'mot ' * 300}le 12 décembre{' mot' * 300}", lived_on=LIVED)
    assert "12 décembre" in one.words
    assert len(one.words) <= 200


def test_a_day_said_twice_is_announced_once_with_its_hour():
    text = "Demain, coiffeur.\nNe pas oublier demain à 9 h. Demain !"
    assert [(one.on, f"{one.at:%H:%M}") for one in announced(text, lived_on=LIVED)] == [
        (date(2026, 11, 26), "09:00")
    ]


HOSTILE = [
    "1, " * 27_000, "le 1 et " * 10_000, "12/12 " * 13_000, "le 12/12 " * 9_000, "demain " * 11_000,
    "lundi " * 13_000, " " * 80_000, "9" * 80_000, "a été " * 13_000, "le\u00a0" * 26_000,
    "le 12 décembre à " * 4_700, "2026-12-" * 10_000, "\n" * 80_000, "mardi 1, " * 8_000,
    "né le 1 mai " * 6_600, "à 1 h " * 13_000, "(((" * 26_000, "le 1 janvier 9999 " * 4_400,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_a_hostile_text_costs_little(text):
    start = time.process_time()
    assert len(announced(text, lived_on=LIVED)) <= MAX_DAYS
    assert time.process_time() - start < 1


@given(
    st.text(st.sampled_from("le 12/3demain lundi prochain décembre à h.,-\n1er9"), max_size=200),
    st.dates(max_value=date(9000, 1, 1)),
    st.none() | st.dates(),
)
def test_any_text_of_any_day_is_read(text, lived_on, occurred_on):
    said = announced(text, lived_on=lived_on, occurred_on=occurred_on)
    assert all(one.on > lived_on and len(one.words) <= 200 for one in said)
    assert [one.on for one in said] == sorted({one.on for one in said})


# Kept as writings are signed, corrected, brought in, filed.


def kept(writing: Writing) -> list[tuple[str, str]]:
    """Return the days kept of a writing, and their hours."""
    days = writing.days_said.order_by("on").values_list("on", "at")
    return [(on.isoformat(), at.strftime("%H:%M") if at else "") for on, at in days]


SIGNED = datetime(2026, 11, 25, 21, 0, tzinfo=PARIS)


def test_what_one_signs_says_its_days_and_a_correction_says_others(cast):
    writing = make_writing(cast.samira, cast.amina, "Rdv le 12 décembre à 9 h.", at=SIGNED)
    assert kept(writing) == [("2026-12-12", "09:00")]
    content = Content(text="Rien le 12, tout le 14 décembre.", occurred_on=date(2026, 11, 27))
    correct(by=cast.samira, writing=writing, version=1, content=content, at=SIGNED)
    assert kept(writing) == [("2026-11-27", ""), ("2026-12-14", "")]


def test_days_are_counted_from_the_day_lived(cast):
    more = {"at": SIGNED, "occurred_on": date(2026, 11, 20)}
    writing = make_writing(cast.samira, cast.amina, "Demain, marché. Le 24 novembre, fête.", **more)
    assert kept(writing) == [("2026-11-21", ""), ("2026-11-24", "")]


def test_what_is_brought_in_says_its_days(cast):
    signed = Signed(cast.amina.pk, cast.samira, Content(text="Demain, coiffeur."), SIGNED)
    write_many([signed, signed])
    assert [kept(one) for one in Writing.objects.all()] == [[("2026-11-26", "")]] * 2


def test_days_follow_what_is_filed(cast):
    heap = bricabrac(by=cast.samira, team=cast.foyer)
    writing = make_writing(cast.samira, heap, "Demain, coiffeur.", at=SIGNED)
    file_away(by=cast.samira, writing=writing, notebook=cast.amina)
    assert [one.writing.notebook for one in DaySaid.objects.all()] == [cast.amina]


def test_days_of_what_was_signed_before_are_found_once(cast):
    make_writing(cast.samira, cast.amina, "Demain, coiffeur.")
    old = timezone.now() - timedelta(days=500)
    make_writing(cast.samira, cast.amina, "Demain, coiffeur.", at=old)
    DaySaid.objects.all().delete()
    for _ in range(2):
        days_said.find(apps, None)
    (one,) = DaySaid.objects.all()
    assert one.on == timezone.localdate() + timedelta(days=1)
