"""What the law says of councils, read as tables of dates."""

from datetime import date

import pytest

from dossier.establishment.words import Words
from dossier.meetings import rules

HOUSE = Words({})


def told(sentence) -> str:
    """Return a sentence in the words of a house, its days as they are."""
    return sentence.words.format(**HOUSE, **sentence.days) if sentence else ""


@pytest.mark.parametrize(
    ("on", "due"),
    [
        ("2026-03-18", "2026-03-03"),
        ("2026-03-01", "2026-02-14"),
        ("2028-03-10", "2028-02-24"),  # a leap year
        ("2026-01-05", "2025-12-21"),
        ("2023-01-01", "2022-12-17"),  # the day the décret 2022-688 applies
        ("2022-12-31", "2022-12-23"),  # eight days before
    ],
)
def test_agenda_is_due_fifteen_days_before(on, due):
    assert rules.agenda_due(date.fromisoformat(on)) == date.fromisoformat(due)


AGENDAS = """
    2026-03-18  -           2026-02-20  L’ordre du jour serait à envoyer au plus tard le 2026-03-03.
    2026-03-18  -           2026-03-03  L’ordre du jour serait à envoyer au plus tard le 2026-03-03.
    2026-03-18  -           2026-03-04  Les quinze jours avant la réunion sont entamés depuis le 2026-03-03. L’ordre du jour peut encore partir.
    2026-03-18  -           2026-03-18  Les quinze jours avant la réunion sont entamés depuis le 2026-03-03. L’ordre du jour peut encore partir.
    2026-03-18  -           2026-03-19
    2026-03-18  2026-03-01  2026-03-10  L’ordre du jour a été envoyé le 2026-03-01.
    -           -           2026-03-10
"""  # noqa: E501


@pytest.mark.parametrize("row", AGENDAS.strip().splitlines())
def test_agenda_is_said_in_words(row):
    on, sent, today, *words = row.split(maxsplit=3)
    days = [None if one == "-" else date.fromisoformat(one) for one in (on, sent, today)]
    assert told(rules.agenda(*days)) == "".join(words)


LAW = "La loi en demande trois au moins"
END = "à prévoir d’ici la fin de décembre."


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([], f"Cette année, rien encore. {LAW} : trois seraient {END}"),
        (["2026-02-03"], f"Cette année, une réunion a eu lieu. {LAW} : deux autres seraient {END}"),
        (
            ["2026-02-03", "2026-06-01"],
            "Cette année, une réunion a eu lieu, une réunion est à venir. "
            f"{LAW} : une autre serait {END}",
        ),
        (["2026-01-03", "2026-02-03", "2026-03-24"],
         f"Cette année, deux réunions ont eu lieu, une réunion est à venir. {LAW}."),
        (["2025-12-31", "2027-01-01", None],
         f"Cette année, rien encore. {LAW} : trois seraient {END}"),
        ([f"2026-02-{day:02}" for day in range(1, 13)],
         f"Cette année, 12 réunions ont eu lieu. {LAW}."),
    ],
)  # fmt: skip
def test_what_stands_of_the_year_is_said_in_words(days, said):
    found = [date.fromisoformat(day) if day else None for day in days]
    assert told(rules.year(found, date(2026, 3, 24))) == said


def test_one_meeting_is_feminine_or_masculine_as_the_house_says():
    house = Words({"reunion": {"singular": "rendez-vous", "plural": "rendez-vous"}})
    sentence = rules.year([date(2026, 1, 3), date(2026, 2, 3)], date(2026, 3, 24))
    assert ": un autre serait" in sentence.words.format(**house)


TWO = "Il y faudrait au moins deux représentants des personnes."
WORKER = "Il y faudrait au moins un représentant des professionnel·les."
MANAGING = "Il y faudrait au moins un représentant de l’organisme gestionnaire."
HALF = (
    "Ensemble, ceux qui parlent pour les personnes, les familles et les représentants légaux "
    "devraient être plus de la moitié."
)
NEAR = (
    "Ils le sont si l’on compte avec eux les bénévoles et les autres membres : le texte ne le dit "
    "pas, la maison en décide."
)
P, F, R, V, W, M, O = (  # noqa: E741
    "persons", "families", "representatives", "volunteers", "workers", "managing", "other"
)  # fmt: skip


@pytest.mark.parametrize(
    ("colleges", "said"),
    [
        ([], [TWO, WORKER, MANAGING]),
        ([P, P, W, M], [HALF]),  # two of four is not more than half
        ([P, P, P, W, M], []),
        ([P, P, F, W, M], []),
        ([P, P, R, W, M], []),
        ([P, F, F, W, M], [TWO]),
        ([P, P, F, M], [WORKER]),
        ([P, P, F, W], [MANAGING]),
        ([P, P, F, W, W, M], [HALF]),
        ([P, P, V, W, M], [HALF, NEAR]),
        ([P, P, O, W, M], [HALF, NEAR]),
        ([P, P, F, V, W, M], [HALF, NEAR]),
        ([P, P, F, F, V, W, M], []),
    ],
    ids=lambda value: "-".join(value)[:40],
)
def test_composition_is_said_in_sentences(colleges, said):
    assert [told(one) for one in rules.composition(colleges)] == said


@pytest.mark.parametrize(
    ("from_on", "until_on", "today", "said"),
    [
        ("2024-02-01", "2026-02-01", "2026-01-31", "mandat jusqu’au 2026-02-01"),
        ("2024-02-01", "2026-02-01", "2026-02-01", "mandat jusqu’au 2026-02-01"),
        ("2024-02-01", "2026-02-01", "2026-02-02", "mandat fini le 2026-02-01"),
        ("2024-02-01", None, "2027-01-31", ""),
        ("2024-02-01", None, "2027-02-01",
         "trois ans le 2027-02-01 : à renouveler, sauf règlement intérieur qui dit plus"),
        ("2024-02-29", None, "2027-03-01",
         "trois ans le 2027-03-01 : à renouveler, sauf règlement intérieur qui dit plus"),
        (None, None, "2026-01-01", ""),
    ],
)  # fmt: skip
def test_mandates_end(from_on, until_on, today, said):
    days = [date.fromisoformat(one) if one else None for one in (from_on, until_on, today)]
    assert told(rules.mandate(*days)) == said


@pytest.mark.parametrize(
    ("situation", "begins"),
    [
        (["lodging"], "Le conseil de la vie sociale est dû"),
        (["day_care"], "Le conseil de la vie sociale est dû"),
        (["work"], "Le conseil de la vie sociale est dû"),
        ([], "Le conseil de la vie sociale n’est pas obligatoire"),
        (["short"], "Le conseil de la vie sociale n’est pas obligatoire"),
        (["lodging", "under_11"], "Le conseil de la vie sociale n’est pas imposé"),
        (["lodging", "judicial"], "Le conseil de la vie sociale n’est pas imposé"),
        (["lodging", "short"], "Le conseil de la vie sociale n’est pas imposé"),
        (["lodging", "living_place"], "Le conseil de la vie sociale n’est pas imposé"),
    ],
)
def test_form_due_is_explained(situation, begins):
    said = told(rules.form_due(situation))
    assert said.startswith(begins)
    assert ("une autre forme est due" in said) == ("est dû" not in said)


@pytest.mark.parametrize(
    ("count", "is_asked", "said"),
    [
        (None, True, ""), (0, True, "moins de cinq"), (4, True, "moins de cinq"), (5, True, "5"),
        (4, False, "4"), (None, False, ""),
    ],
)  # fmt: skip
def test_few_who_were_asked_are_not_counted(count, is_asked, said):
    assert rules.how_many(count, is_asked=is_asked) == said
