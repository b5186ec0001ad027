"""People and texts of dirty spreadsheets, as they come out of programs and drawers."""

from datetime import date, datetime

import pytest

from dossier.arrivals.brought import Around, Fate, Period, Unreadable
from dossier.arrivals.tables.columns import Role, Shape, guess
from dossier.arrivals.tables.reading import sheets
from dossier.arrivals.tables.taking import read
from tests.arrivals.tables import made
from tests.arrivals.tables.made import csv, xls, xlsx

AMINA, YANIS = "p:amina diallo|2009-03-12", "p:kone yanis|2010-04-13"
LIST = ["Nom", "Prénom", "Date de naissance"]


def brought(*rows, plans=None):
    """Return what a sheet of these rows brings."""
    return read("liste.xlsx", xlsx(rows), plans)


def said(one) -> str:
    """Return the report in one text."""
    return "\n".join(f"{line.where} | {line.words}" for line in one.report)


def people(one):
    """Return the people by their key."""
    return {someone.key: someone for someone in one.people}


# Lists of people.


@pytest.mark.parametrize(
    "rows",
    [
        [LIST, ["DIALLO", "Amina", "12/03/2009"]],
        [LIST, ["Diallo", "Amina", (39884, made.DAY)]],
        [LIST, ["Diallo ", " amina", 39884]],
        [["Usager", "DDN"], ["DIALLO Amina", "2009-03-12"]],
        [["Usager", "DDN"], ["Amina DIALLO", "12 mars 2009"]],
        [["Usager", "DDN"], ["Diallo, Amina", "12.03.2009"]],
        [["Usager", "DDN"], ["Mme DIALLO Amina", "2009-03-12 00:00:00"]],
        [["NOM_PRENOM", "DT_NAISS"], ["Amina Diallo", "12-03-2009"]],
        [["Foyer"], [], ["", "Nom", "Prénom", "Né(e) le"], ["", "Diallo", "Amina", "12/03/2009"]],
        [LIST, ["DIALLO", "Amina", "12/3/2009"], LIST, ["DIALLO", "Amina", "12/03/2009"]],
        [["Prénom", "Unité", "DDN", "Nom"], ["Amina", "", "12/3/2009", "Diallo"], ["Total 1"]],
    ],
)  # fmt: skip
def test_the_same_person_has_the_same_key_in_any_sheet(rows):
    assert [one.key for one in brought(*rows).people] == [AMINA]


def test_a_person_has_all_that_the_line_tells():
    (one,) = brought(
        ["IPP", "Nom", "Nom de naissance", "Prénom", "Prénom usuel", "Sexe", "DDN", "Date d’entrée",
         "Date de sortie", "Unité", "Nom de la mère", "Tél. mère", "Tuteur", "Tél", "Pointure"],
        ["00123", "KONE", "DIALLO", "Aminata", "Mina", "F", "12/03/1989", "01/02/2020", "", "Lilas",
         "Fatou D.", "06 12 34 56 78", "UDAF", "01 02 03 04 05", "38"],
    ).people  # fmt: skip
    assert (one.key, one.called, one.civil_name) == ("n:00123", "Mina Kone", "Aminata Diallo")
    assert one.birth == "12/03/1989"
    assert one.stays == (Period("Lilas", date(2020, 2, 1)),)
    assert one.around == (
        Around("Fatou D.", "Nom de la mère", "Tél. mère : 06 12 34 56 78"),
        Around("UDAF", "Tuteur"),
    )
    assert one.facts == (
        ("IPP", "00123"), ("Sexe", "F"), ("Tél", "01 02 03 04 05"), ("Pointure", "38"),
    )  # fmt: skip


def test_what_a_name_does_not_say_of_its_cell_is_a_fact():
    (one,) = brought(["Usager", "DDN"], ["Mme DIALLO Amina (dite Mina)", "12/03/2009"]).people
    assert (one.called, one.civil_name) == ("Amina Diallo", "Amina Diallo")
    assert one.facts == (("Usager", "Mme DIALLO Amina (dite Mina)"),)


def test_homonyms_with_other_births_stay_two():
    found = brought(LIST, ["Diallo", "Amina", "12/03/2009"], ["Diallo", "Amina", "05/06/1950"])
    assert people(found).keys() == {AMINA, "p:amina diallo|1950-06-05"}


def test_homonyms_with_other_numbers_stay_two():
    rows = [["N° dossier", *LIST], ["7", "Diallo", "Amina", ""], ["8", "Diallo", "Amina", ""]]
    assert people(brought(*rows)).keys() == {"n:7", "n:8"}


def test_a_line_without_birth_is_of_the_only_one_of_that_name():
    rows = [["Diallo", "Amina", ""], ["Diallo", "Amina", "12/03/2009"], ["Kone", "Yanis", ""]]
    assert [one.key for one in brought(LIST, *rows).people] == [AMINA, "p:kone yanis|"]


def test_a_line_without_birth_is_of_nobody_among_homonyms():
    rows = [["Diallo", "Amina", at] for at in ("12/03/2009", "05/06/1950", "")]
    found = brought(LIST, *rows)
    assert len(found.people) == 3
    assert "Plusieurs portent ce nom" in said(found)


def test_one_number_for_a_family_is_not_one_person():
    rows = [["N° dossier", *LIST, "Ville"], ["7", "Diallo", "Amina", "12/03/2009", "Lyon"]]
    rows += [["7", "Diallo", "Fatou", "12/03/2009", "Lyon"], ["8", "Kone", "Yanis", "", "Nice"]]
    rows += [["9", "Petit", "Léa", "", "Nice"], ["10", "Roi", "Tom", "", "Nice"]]
    found = brought(*rows)
    assert [one.called for one in found.people][:2] == ["Amina Diallo", "Fatou Diallo"]
    assert [one.key for one in found.people][:2] == ["n:7|amina diallo", "n:7|diallo fatou"]
    assert "Le même numéro est donné à plusieurs noms" in said(found)


def test_a_married_name_under_the_same_number_is_the_same_person():
    rows = [
        ["IPP", *LIST],
        ["7", "Diallo", "Amina", ""],
        ["7", "Kone", "Amina", ""],
        ["8", "Roi", "Tom", ""],
    ]
    found = brought(*rows)
    assert people(found).keys() == {"n:7", "n:8"}
    assert ("Nom", "Kone") in people(found)["n:7"].facts
    assert "Pour Amina Diallo, les lignes ne disent pas la même chose (le nom)" in said(found)


def test_several_lines_of_one_person_are_one_with_all_their_stays():
    names = ["IPP", "Nom", "Prénom", "Entrée", "Sortie", "Unité", "Motif de sortie", "Ville"]
    rows = [["7", "Diallo", "Amina", "01/02/2020", "03/04/2021", "Lilas", "retour", "Lyon"]]
    rows += [["7", "Diallo", "Amina", "05/06/2022", "", "Roses", "", "Lyon"]]
    rows += [["7", "Diallo", "Amina", "01/01/2019", "02/01/2019", "Roses", "fugue", "Lyon"]]
    found = brought(names, *rows)
    (one,) = found.people
    assert one.stays == (
        Period("Lilas", date(2020, 2, 1), date(2021, 4, 3), "Motif de sortie : retour"),
        Period("Roses", date(2022, 6, 5)),
        Period("Roses", date(2019, 1, 1), date(2019, 1, 2), "Motif de sortie : fugue"),
    )
    assert one.facts == (("IPP", "7"), ("Ville", "Lyon"))
    assert "même chose" not in said(found)


def test_lines_of_one_person_that_disagree_are_both_kept_and_said():
    rows = [["IPP", *LIST, "Ville"], ["7", "Diallo", "Amina", "12/03/2009", "Lyon"]]
    rows += [["7", "Diallo", "Amina", "13/03/2009", "Nice"], ["8", "Roi", "Tom", "", ""]]
    found = brought(*rows)
    one = people(found)["n:7"]
    assert one.birth == "12/03/2009"
    assert one.facts[0] == ("Autre naissance", "13/03/2009")
    assert one.facts[2:] == (("Ville", "Lyon"), ("Ville", "Nice"))
    assert "ligne 2, ligne 3 | Pour Amina Diallo" in said(found)
    assert "(Ville, la naissance) : tout est gardé." in said(found)


def test_days_that_never_were_are_kept_in_words_and_said():
    names = [*LIST, "Entrée"]
    found = brought(names, ["Diallo", "Amina", "31/02/2009", "30/02/2020"])
    (one,) = found.people
    assert one.birth == "31/02/2009"
    assert one.stays == (Period(word="Entrée : 30/02/2020"),)
    assert "ligne 2, colonne C | Ce n’est pas une naissance" in said(found)
    assert "ligne 2, colonne D | Ce n’est pas un jour qui existe" in said(found)


def test_births_and_stays_of_two_digits_and_of_midnight():
    rows = [["Diallo", "Amina", "12/03/09", "2020-02-01 00:00:00"]]
    rows += [["Kone", "Yanis", "12/03/58", "2020-02-01 14:30"]]
    found = brought([*LIST, "Entré(e) le"], *rows)
    assert [one.birth for one in found.people] == ["12/03/09", "12/03/1958"]
    assert [one.stays[0].word for one in found.people] == ["", "Entré(e) le : 2020-02-01 14:30"]
    assert "ligne 2, colonne C | Une année de naissance à deux chiffres" in said(found)


def test_lines_that_are_nobody_are_kept_apart_in_words():
    rows = [["Foyer", "", ""], LIST, ["Diallo", "Amina", ""], ["", "", "12/03/2009"], ["Total : 1"]]
    rows += [["Édité le 12/03/2021"]]
    found = brought(*rows)
    (text,) = found.texts
    assert text.text == (
        "Autour du tableau « Feuil1 » :\nFoyer\n12/03/2009\nTotal : 1\nÉdité le 12/03/2021"
    )
    assert len(found.people) == 1
    assert "ligne 4 | Ni nom ni numéro" in said(found)


def test_a_number_without_a_name_is_somebody_all_the_same():
    rows = [["IPP", *LIST], ["7", "", "", "12/03/2009"], ["8", "Kone", "Yanis", ""]]
    assert people(brought(*rows))["n:7"].called == "n° 7"


def test_titles_between_lines_are_the_service_of_those_below():
    rows = [LIST, ["Unité Lilas"], ["Diallo", "Amina", ""], ["Unité Roses"], ["Kone", "Yanis", ""]]
    found = brought(*rows)
    assert [one.stays for one in found.people] == [
        (Period("Unité Lilas"),),
        (Period("Unité Roses"),),
    ]


def test_two_people_in_a_cell_of_a_list_are_two():
    found = brought(
        ["Usager", "Ville"], ["DUPONT Léa / MARTIN Tom", "Lyon"], ["KONE Yanis", "Nice"]
    )
    assert [(one.called, one.facts) for one in found.people] == [
        ("Léa Dupont", (("Ville", "Lyon"),)),
        ("Tom Martin", (("Ville", "Lyon"),)),
        ("Yanis Kone", (("Ville", "Nice"),)),
    ]


def test_a_name_that_may_be_two_is_one_in_a_list_and_it_is_said():
    found = brought(["Usager", "Ville"], ["Amina et Yanis Diallo", "Lyon"])
    assert [one.called for one in found.people] == ["Amina et Yanis Diallo"]
    assert "Ce n’est pas sûrement un seul nom : gardé en un seul" in said(found)


def test_a_line_without_a_name_does_not_make_a_title_one():
    found = brought(["Nom", "Ville"], ["Diallo", ""], ["M. et Mme Diallo", ""], ["", "Lyon"])
    assert [one.called for one in found.people] == ["Diallo", "M. et Mme Diallo"]


def test_a_text_among_names_is_no_name():
    long = "Il faudra rappeler la mère. " * 9
    found = brought(
        ["Usager", "Ville"], ["DIALLO Amina", "Lyon"], ["KONE Yanis", ""], [long, "Nice"]
    )
    assert [one.called for one in found.people] == ["Amina Diallo", "Yanis Kone"]
    assert found.texts[0].text == f"Autour du tableau « Feuil1 » :\n{long.strip()} ; Nice"


def test_merged_names_are_of_each_line():
    rows = [["Usager", "Ville"], ["DIALLO Amina", "Lyon"], ["", "Nice"]]
    (one,) = read("a.xlsx", xlsx(rows, merged=["A2:A3"])).people
    assert one.facts == (("Ville", "Lyon"), ("Ville", "Nice"))


def test_the_house_and_its_lists_in_an_old_xls():
    rows = [["N° dossier", "Nom", "Prénom", "DDN"], [12.0, "DIALLO", "Amina", 39884.0]]
    (one,) = read("a.xls", xls(rows)).people
    assert (one.key, one.birth) == ("n:12", "12/03/2009")


# Writings.

WRITINGS = ["Date", "Heure", "Usager", "Cible", "Transmission", "Auteur"]


def test_a_writing_has_its_people_its_instant_its_heading_and_its_author():
    (text,) = brought(
        WRITINGS, ["12/03/2021", "14h30", "DIALLO Amina", "Santé", "A bien dormi.", "P. Martin"]
    ).texts
    assert text.of == ("p:amina diallo|",)
    assert text.when == datetime(2021, 3, 12, 14, 30)  # noqa: DTZ001
    assert (text.text, text.heading, text.author) == ("A bien dormi.", "Santé", "P. Martin")


def test_columns_that_have_no_place_stand_below_the_text():
    names = ["Date", "Usager", "Transmission", "Humeur", "Lu"]
    (text,) = brought(names, ["12/03/2021", "DIALLO Amina", "Bien.", "gaie", True]).texts
    assert text.text == "Bien.\nHumeur : gaie\nLu : VRAI"


def test_targeted_writings_keep_their_parts():
    names = ["Date", "Résident", "Cible", "Données", "Actions", "Résultats"]
    (text,) = brought(names, ["12/03/2021", "DIALLO Amina", "Sommeil", "Agitée", "", "Dort"]).texts
    assert text.text == "Données : Agitée\nRésultats : Dort"


def test_a_writing_of_two_people_is_of_both():
    rows = [WRITINGS, ["12/03/2021", "", "Amina B. et Yanis K.", "", "Au parc.", ""]]
    found = brought(*rows)
    assert found.texts[0].of == ("p:amina b|", "p:k yanis|")
    assert all(one.facts == () for one in found.people)


def test_commas_stand_between_people_only_when_it_is_sure():
    rows = [
        ["12/03/2021", "", who, "", "Bien.", ""]
        for who in ("LE GOFF Anne, KONE Yanis", "LE GOFF, Anne")
    ]
    found = brought(WRITINGS, *rows)
    assert [text.of for text in found.texts] == [
        ("p:anne goff le|", "p:kone yanis|"),
        ("p:anne goff le|",),
    ]


def test_the_number_of_a_text_is_of_nobody():
    names = ["Id", "Date", "Usager", "Description des faits", "Déclarant"]
    rows = [["101", "12/03/2021", "DIALLO Amina", "Chute.", "Mme Roi"]]
    rows += [["104", "13/03/2021", "KONE Yanis", "Cris.", ""]]
    found = brought(names, *rows)
    assert people(found).keys() == {"p:amina diallo|", "p:kone yanis|"}
    assert (found.texts[0].text, found.texts[0].author) == ("Chute.\nId : 101", "Mme Roi")


def test_first_names_alone_are_two_when_both_are_known():
    rows = [
        ["12/03/2021", "", who, "", "Bien.", ""]
        for who in ("Léa", "Tom", "Léa et Tom", "Léa & Zoé")
    ]
    found = brought(WRITINGS, *rows)
    assert [text.of for text in found.texts] == [("p:lea|",), ("p:tom|",), ("p:lea|", "p:tom|"), ()]
    assert found.texts[3].text == "Bien.\nUsager : Léa & Zoé"


@pytest.mark.parametrize(
    "who",
    [
        "fratrie Diallo", "M. et Mme Diallo", "Tous", "Groupe des grands", "Léa/Tom",
        "Amina et Yanis Diallo", "les résidents du 2e", "Anne Le Goff, Yanis Kone", "Léa, Tom, Zoé",
    ],
)  # fmt: skip
def test_a_cell_that_names_nobody_surely_is_kept_in_words(who):
    found = brought(WRITINGS, ["12/03/2021", "", who, "", "Au parc.", ""])
    assert found.people == ()
    assert found.texts[0].of == ()
    assert found.texts[0].text == f"Au parc.\nUsager : {who}"
    assert "gardé en mots, sans dire de qui" in said(found)


def test_a_name_of_several_is_given_to_none():
    first = [LIST, ["Diallo", "Amina", "12/03/2009"], ["Diallo", "Amina", "05/06/1950"]]
    second = [WRITINGS, ["12/03/2021", "", "DIALLO Amina", "", "Bien.", ""]]
    found = read("a.xlsx", xlsx(first, second, names=["Gens", "Notes"]))
    assert found.texts[0].of == ()
    assert found.texts[0].text == "Bien.\nUsager : DIALLO Amina"
    assert "feuille « Notes », ligne 2 | Plusieurs portent ce nom" in said(found)


def test_a_sheet_of_people_tells_who_the_others_speak_of():
    first = [["IPP", *LIST], ["7", "DIALLO", "Amina", "12/03/2009"], ["9", "Kone", "Yanis", ""]]
    second = [WRITINGS, ["12/03/2021", "", "Amina Diallo", "", "Bien.", ""]]
    third = [["IPP", "Date", "Note"], ["9", "13/03/2021", "Mieux."]]
    found = read("a.xlsx", xlsx(first, second, third))
    assert people(found).keys() == {"n:7", "n:9"}
    assert [text.of for text in found.texts] == [("n:7",), ("n:9",)]


def test_a_name_in_use_is_of_whoever_bears_it_in_the_list():
    first = [
        ["Nom de naissance", "Nom d’usage", "Prénom", "DDN"],
        ["DIALLO", "KONE", "Amina", "12/03/2009"],
    ]
    second = [WRITINGS, ["12/03/2021", "", "Amina Kone", "", "Bien.", ""]]
    found = read("a.xlsx", xlsx(first, second))
    assert [one.key for one in found.people] == [AMINA]
    assert found.texts[0].of == (AMINA,)


def test_a_moment_that_is_no_day_is_kept_in_words():
    rows = [
        ["31/02/2021", "14h", "DIALLO Amina", "", "a", ""],
        ["12/03/2021", "matin", "", "", "b", ""],
    ]
    found = brought(WRITINGS, *rows)
    first, second = found.texts
    assert (first.when, first.moment) == (None, "31/02/2021 14h")
    assert (second.when, second.moment) == (date(2021, 3, 12), "matin")
    assert "ligne 2, colonne A | Ce n’est pas un jour qui existe" in said(found)
    assert "ligne 3 | La ligne ne dit pas de qui elle parle" in said(found)


def test_a_line_without_text_is_still_a_writing():
    (text, _) = brought(
        WRITINGS, ["12/03/2021", "", "DIALLO Amina", "", "", ""], ["1/1/2021", "", "", "", "x", ""]
    ).texts
    assert text.text == "Date : 12/03/2021\nUsager : DIALLO Amina"


def test_keys_of_texts_hang_on_what_they_say():
    rows = [["12/03/2021", "", "DIALLO Amina", "", one, ""] for one in ("a", "b", "a")]
    once = [text.key for text in brought(WRITINGS, *rows).texts]
    again = [
        text.key for text in brought(WRITINGS, ["1/1/2020", "", "", "", "z", ""], *rows[::-1]).texts
    ]
    assert len(set(once)) == 3
    assert set(once) < set(again)
    assert once[2] == f"{once[0]}-2"


def test_keys_of_texts_stay_when_a_column_is_added():
    row = ["12/03/2021", "", "DIALLO Amina", "", "a", ""]
    once = brought(WRITINGS, row).texts[0].key
    assert brought([*WRITINGS, "Lu"], [*row, "oui"]).texts[0].key == once


# What is neither.


def test_other_lines_are_each_kept_as_a_text():
    found = brought(["Article", "Quantité"], ["Draps", 12], ["Draps", 12], ["Savons", ""])
    assert found.people == ()
    assert [text.text for text in found.texts] == [
        "Article : Draps\nQuantité : 12", "Article : Draps\nQuantité : 12", "Article : Savons",
    ]  # fmt: skip
    assert len({text.key for text in found.texts}) == 3


def test_lines_without_names_of_columns_are_kept_as_they_are():
    text = "Réveil difficile ce matin.\nElle a demandé sa mère.\n".encode("cp1252")
    assert [one.text for one in read("a.txt", text).texts] == [
        "Réveil difficile ce matin.", "Elle a demandé sa mère.",
    ]  # fmt: skip


def test_formulas_of_wicked_cells_are_words():
    (one,) = brought(["Usager", "Ville"], ["DIALLO Amina", "=cmd|' /C calc'!A0"]).people
    assert one.facts == (("Ville", "=cmd|' /C calc'!A0"),)


# Corrections, and the report.


def test_a_corrected_plan_is_followed():
    rows = [["Truc", "Machin"], ["DIALLO Amina", "12/03/2009"]]
    content = xlsx(rows)
    plan = guess(sheets("a", content)[0]).with_roles({0: Role.WHO, 1: Role.BIRTH})
    assert [one.key for one in read("a", content, {"Feuil1": plan}).people] == [AMINA]
    plan = plan.with_shape(Shape.LINES)
    assert (
        read("a", content, {"Feuil1": plan}).texts[0].text
        == "Truc : DIALLO Amina\nMachin : 12/03/2009"
    )


def test_the_report_says_what_each_column_became():
    found = brought([*LIST, "Pointure"], ["Diallo", "Amina", "12/03/2009", "38"])
    assert [(line.where, line.fate, line.words) for line in found.report] == [
        ("tableau", Fate.TAKEN, "Chaque ligne y est lue comme quelqu’un : il y a des noms."),
        ("colonne A", Fate.TAKEN, "« Nom » : nom de famille (d’après son nom)."),
        ("colonne B", Fate.TAKEN, "« Prénom » : prénom (d’après son nom)."),
        ("colonne C", Fate.TAKEN, "« Date de naissance » : naissance (d’après son nom)."),
        ("colonne D", Fate.KEPT, "« Pointure » : autre chose, gardé sous ce nom."),
        ("fichier", Fate.TAKEN, "En tout : 1 nom, 0 texte."),
    ]


def test_the_report_says_once_what_is_true_of_many_lines():
    rows = [["31/02/2021", "", "DIALLO Amina", "", f"{at}", ""] for at in range(9)]
    assert "lignes 2, 3, 4, 5, 6 et 4 autres, colonne A | Ce n’est pas" in said(
        brought(WRITINGS, *rows)
    )


def test_the_original_is_kept_and_what_cannot_be_read_is_said():
    content = csv([["Nom", "Ville"], ["Diallo", "Lyon"]]).encode()
    assert read("a.csv", content).original.content == content
    with pytest.raises(Unreadable, match="vide"):
        read("a.csv", b"")
