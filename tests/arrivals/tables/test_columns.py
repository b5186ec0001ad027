"""Columns are told by their names and by what they hold, as French programs write them."""

from datetime import UTC, date, datetime, time

import pytest

from dossier.arrivals.tables import days
from dossier.arrivals.tables.columns import Role, Shape, guess, header_of, lexicon, named
from dossier.arrivals.tables.grid import Sheet

R = Role


def sheet(*rows):
    """Return a sheet of these rows."""
    return Sheet("Feuil1", tuple(tuple(row) for row in rows))


def roles(*rows):
    """Return what each column is taken for."""
    return [one.role for one in guess(sheet(*rows)).columns]


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Usager", R.WHO), ("RÉSIDENT", R.WHO), ("Nom et prénom", R.WHO), ("NOM_PRENOM", R.WHO),
        ("Personne accompagnée", R.WHO), ("Nom du résident", R.WHO), ("Nom", R.FAMILY),
        ("Nom de naissance", R.FAMILY), ("NomNaissance", R.FAMILY), ("Nom d’usage", R.USAGE),
        ("Nom d'usage", R.USAGE), ("Prénom(s)", R.FIRST), ("PRENOM", R.FIRST),
        ("Prénom usuel", R.CALLED), ("Surnom", R.CALLED), ("DDN", R.BIRTH), ("Né(e) le", R.BIRTH),
        ("Date de naissance", R.BIRTH), ("DATE_NAISS", R.BIRTH), ("DateNaissance", R.BIRTH),
        ("Sexe", R.TITLE), ("Civilité", R.TITLE), ("IPP", R.NUMBER), ("N° dossier", R.NUMBER),
        ("N° de dossier", R.NUMBER), ("Id_Usager", R.NUMBER), ("Matricule", R.NUMBER),
        ("Date", R.DATE), ("Date de la transmission", R.DATE), ("Date et heure", R.DATE),
        ("Heure", R.TIME), ("Auteur", R.AUTHOR), ("Nom du rédacteur", R.AUTHOR),
        ("Saisi par", R.AUTHOR), ("Rédigé par", R.AUTHOR), ("Transmission", R.TEXT),
        ("Observations", R.TEXT), ("Données", R.TEXT), ("Action", R.TEXT), ("Résultat", R.TEXT),
        ("Compte-rendu", R.TEXT), ("Cible", R.HEADING), ("Catégorie", R.HEADING),
        ("Type de transmission", R.HEADING), ("Unité de vie", R.SERVICE), ("Service", R.SERVICE),
        ("Date d’entrée", R.ENTRY), ("Date d'admission", R.ENTRY), ("Du", R.ENTRY),
        ("Sorti(e) le", R.EXIT), ("Date fin de prise en charge", R.EXIT), ("Au", R.EXIT),
        ("Mère", R.RELATIVE), ("Nom du responsable légal", R.RELATIVE),
        ("Personne à prévenir", R.RELATIVE), ("Tél. de la mère", R.RELATIVE_PHONE),
        ("Téléphone du tuteur", R.RELATIVE_PHONE), ("Lien de parenté", R.TIE), ("Tél.", R.PHONE),
        ("Portable", R.PHONE), ("E-mail", R.MAIL), ("Courriel", R.MAIL), ("Code postal", R.ADDRESS),
        ("Ville", R.ADDRESS), ("Médecin traitant", R.OTHER), ("Lieu de naissance", R.OTHER),
        ("N° sécu", R.OTHER), ("Référent", R.OTHER), ("Pointure", R.OTHER),
        ("Code couleur", R.OTHER),
        ("Date de naissance de la mère", R.OTHER),
    ],
)  # fmt: skip
def test_names_of_columns_are_understood(name, role):
    assert named(name)[0] == role


def test_each_phrase_of_the_lexicon_is_of_one_role():
    phrases = [one for role in Role for one in lexicon().get(role, ())]
    twice = {one for one in phrases if phrases.count(one) > 1}
    assert twice == set()


def test_the_names_of_columns_are_found_under_titles():
    rows = [
        ["Foyer des Tilleuls"],
        [],
        ["Liste des usagers au 12/03/2021"],
        ["Nom", "Prénom", "DDN"],
    ]
    assert header_of(sheet(*rows, ["Diallo", "Amina", "12/03/2009"])) == 3


def test_a_sheet_without_names_of_columns_has_none():
    plan = guess(sheet(["DIALLO Amina", "12/03/2009"], ["KONE Yanis", "13/04/2010"]))
    assert plan.header is None
    assert [one.role for one in plan.columns] == [R.WHO, R.DATE]


def test_names_of_columns_that_are_unknown_are_still_names():
    assert header_of(sheet(["Truc", "Machin"], ["a", "12"], ["b", "13"])) == 0
    assert header_of(sheet(["Truc", "Machin"], ["a", "b"])) is None


def test_a_name_alone_is_of_a_whole_name():
    assert roles(["Nom", "DDN"], ["DIALLO Amina", "12/03/2009"]) == [R.WHO, R.BIRTH]
    assert roles(["Nom", "Prénom"], ["DIALLO", "Amina"]) == [R.FAMILY, R.FIRST]


def test_two_family_names_are_the_one_of_birth_and_the_one_in_use():
    rows = ["Nom", "Nom de naissance", "Prénom"], ["KONE", "DIALLO", "Amina"]
    assert roles(*rows) == [R.USAGE, R.FAMILY, R.FIRST]


def test_what_columns_hold_corrects_their_names():
    rows = [["Nom", "Prénom", "Mode de sortie", "Titre", "Contact"]]
    rows += [["Diallo", "Amina", "famille", "Une sortie", "06 12 34 56 78"]]
    assert roles(*rows)[2:] == [R.OTHER, R.HEADING, R.RELATIVE_PHONE]


def test_what_columns_hold_tells_those_without_a_name():
    rows = [["Nom", "Prénom", "", "", ""]]
    rows += [["Diallo", "Amina", "a@b.fr", "06 12 34 56 78", "Mme"]] * 3
    assert roles(*rows)[2:] == [R.MAIL, R.PHONE, R.TITLE]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([["N°", "Nom"], ["2", "Kone"], ["1", "Diallo"], ["3", "Petit"]], "le rang des lignes"),
        (
            [["N° dossier", "Nom"], ["7", "Kone"], ["7", "Diallo"], ["8", "Petit"], ["8", "Roi"]],
            "donné à plusieurs noms",
        ),
        (
            [["Id", "Nom", "Ville"], *[[str(at), "Kone Yanis", "Lyon"] for at in range(7, 17)]],
            "des noms reviennent",
        ),
    ],
)
def test_a_number_that_is_of_nobody_is_only_kept(rows, why):
    plan = guess(sheet(*rows))
    assert plan.columns[0].role == R.OTHER
    assert why in plan.columns[0].why


def test_homonyms_do_not_take_their_numbers_away():
    rows = [
        ["N° dossier", "Nom", "DDN"],
        ["7", "Kone Yanis", "1/1/2001"],
        ["8", "Kone Yanis", "2/2/1950"],
    ]
    assert roles(*rows)[0] == R.NUMBER


def test_a_role_is_given_once_and_the_second_says_where_the_first_is():
    plan = guess(sheet(["Date", "Transmission", "Date de saisie"], ["1/1/2021", "a", "2/1/2021"]))
    assert plan.columns[2].role == R.OTHER
    assert "déjà la colonne « Date »" in plan.columns[2].why


@pytest.mark.parametrize(
    ("names", "shape"),
    [
        (["Nom", "Prénom", "DDN"], Shape.PEOPLE),
        (["Nom", "Prénom", "DDN", "Observations"], Shape.PEOPLE),
        (["Usager", "Unité"], Shape.PEOPLE),
        (["IPP", "DDN", "Unité"], Shape.PEOPLE),
        (["Date", "Usager", "Transmission"], Shape.WRITINGS),
        (["Date", "Transmission"], Shape.WRITINGS),
        (["Usager", "Note"], Shape.WRITINGS),
        (["Date de début", "Auteur", "Usager", "Texte"], Shape.WRITINGS),
        (["Article", "Quantité", "Prix"], Shape.LINES),
        (["Date", "Menu"], Shape.LINES),
    ],
)
def test_what_lines_are_is_guessed(names, shape):
    assert guess(sheet(names, ["1/1/2001"] * len(names))).shape == shape


def test_a_plan_may_be_corrected():
    plan = guess(sheet(["Truc", "Machin", "N"], ["a", "b", "12"]))
    assert plan.shape == Shape.LINES
    plan = plan.with_roles({0: R.WHO, 1: R.OTHER})
    assert (plan.shape, [one.role for one in plan.columns][:2]) == (Shape.PEOPLE, [R.WHO, R.OTHER])
    assert plan.columns[0].why == "choisi"
    assert plan.with_shape(Shape.LINES).shape == Shape.LINES


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("12/03/2021", date(2021, 3, 12)), ("1-3-21", date(2021, 3, 1)),
        ("1.3.1998", date(1998, 3, 1)),
        ("12 mars 2021", date(2021, 3, 12)), ("1er août 2021", date(2021, 8, 1)),
        ("vendredi 12 mars 2021", date(2021, 3, 12)), ("Ven. 12/03/2021", date(2021, 3, 12)),
        ("12-févr.-21", date(2021, 2, 12)), ("le 12/03/2021", date(2021, 3, 12)),
        ("2021-03-12", date(2021, 3, 12)), ("2021/03/12", date(2021, 3, 12)),
        ("44267", date(2021, 3, 12)),
        ("20210312", date(2021, 3, 12)), ("12032021", date(2021, 3, 12)),
        ("12/03/2021 14:30", datetime(2021, 3, 12, 14, 30)), # noqa: DTZ001
        ("12/03/2021 à 14h", datetime(2021, 3, 12, 14)), # noqa: DTZ001
        ("12/03/21 14 h 05", datetime(2021, 3, 12, 14, 5)), # noqa: DTZ001
        ("2021-03-12T14:30:15.123", datetime(2021, 3, 12, 14, 30, 15)), # noqa: DTZ001
        ("2021-03-12T14:30:15Z", datetime(2021, 3, 12, 14, 30, 15, tzinfo=UTC)),
        ("44267,5", datetime(2021, 3, 12, 12)), # noqa: DTZ001
        ("31/02/2021", None), ("03/25/2021", None), ("12/03/2021 25:00", None),
        ("00/00/0000", None),
        ("mars 2021", None), ("12", None), ("hier", None), ("", None), ("12/03", None),
    ],
)  # fmt: skip
def test_days_are_read_as_french_writes_them(words, day):
    assert days.read_day(words) == day


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("12/03/2009", ("12/03/2009", "2009-03-12")), ("39884", ("12/03/2009", "2009-03-12")),
        ("2009-03-12 00:00:00", ("12/03/2009", "2009-03-12")),
        ("12/03/58", ("12/03/1958", "1958-03-12")), ("12/03/09", ("12/03/09", "12/03/09")),
        ("né le 12 mars 2009", ("né le 12 mars 2009", "2009-03-12")),
        ("Vers  1950", ("Vers  1950", "vers 1950")),
    ],
)  # fmt: skip
def test_births_are_read_and_kept_in_words_when_they_are_no_day(words, told):
    assert days.birth_of(words) == told


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("14:30", time(14, 30)), ("14h30", time(14, 30)), ("9 h", time(9)), ("9h5", None),
        ("08:05:09", time(8, 5, 9)), ("1430", time(14, 30)), ("9.15", time(9, 15)),
        ("25:00", None), ("midi", None), ("14", None),
    ],
)  # fmt: skip
def test_hours_are_read(words, at):
    assert days.read_time(words) == at
