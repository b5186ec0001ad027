"""Births, numbers, addresses, places, names that are words: the rules, one by one."""

import pytest

from dossier.disclosures.pseudonyms.contacts import spans
from dossier.disclosures.pseudonyms.finding import find
from dossier.disclosures.pseudonyms.known import Known
from dossier.disclosures.pseudonyms.levelling import levelled

HOUSE = (
    Known("person", "Rose Marchand"),
    Known("person", "Kelyan Morvan"),
    Known("relative", "Priscilla Durieux"),
    Known("worker", "Marion Leclerc"),
    Known("worker", "Blaise Delacroix"),
    Known("place", "Foyer de vie Les Alizés"),
    Known("place", "EHPAD Le Clos Fleuri"),
    Known("place", "Saint-Aubert-sur-Orne"),
    Known("place", "Résidence des Quatre-Vents"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il dit : je suis du 14.02.1951.", ["14.02.1951"]),
        ("Le courrier est du 14.02.2021.", []),
        ("Lot de masques n° K5512 reçu.", []),
        ("Son dossier n° 55120 est prêt.", ["55120"]),
        ("Elle est du 11 avril 1958.", ["11 avril 1958"]),
        ("Dernière lettre : elle est du 11 avril 2018.", []),
        ("Amina (7 janvier 2014) et Karim (9 juin 2017)", ["7 janvier 2014", "9 juin 2017"]),
        ("Amina (7 janvier 2024), réunion suivante.", []),
        ("Elle a 100 ans le 3 février.", ["3 février"]),
        ("Condamné à 2 ans le 4 juin.", []),
        ("C’est l’anniv. de sa mère (4/5/1932).", ["4/5/1932"]),
        ("L’anniversaire de sa greffe le 4/5/2012.", []),
        ("Nés les 23 février 2012 et 8 octobre 2014.", ["23 février 2012", "8 octobre 2014"]),
        ("Le 4 juin, Elsa aura 10 ans.", ["4 juin"]),
        ("Voiture immatriculée FT 882 MK, garée.", ["FT 882 MK"]),
        ("Notification N2024/11875 reçue.", ["N2024/11875"]),
        ("La délibération 2018-326 du conseil.", []),
        ("Dossiers PM/2024/0418 et PM/2024/0419.", ["PM/2024/0418", "PM/2024/0419"]),
        ("Le modèle Zippie, référence ZP-300.", []),
        ("La concession porte le numéro C-1187.", ["C-1187"]),
    ],
)
def test_births_and_numbers(text, found):
    assert [text[one.start : one.end] for one in spans(text)] == found


@pytest.mark.parametrize(
    "address",
    [
        "4 sq des genets apt 6",
        "17 lot. du stade 35980 brehal",
        "Cité des Tisserands, bât. C, 2e étage, porte 12, à Loscoët",
        "Le Moulin Neuf, 85987 Saint-Ouvrain",
        "Montluel-le-Haut (01984), 6 montée des Remparts",
        "6 rte de Sées, Le Bourg, 61983 Sainte-Scolasse",
        "12 rue des Lilas, Saint-Jean-de-la-Ruelle",
        "45, avenue Gambetta, Paris 20e",
        "24 allée rené char, 5e, porte B",
        "7 chemin de la Fontaine froide, 35980 Rennoù",
        "tour 7, cité Saint-Jacques-le-Neuf",
    ],
)
def test_an_address_is_whole(address):
    text = f"Il habite {address}."
    assert [text[one.start : one.end] for one in spans(text)] == [address]


@pytest.mark.parametrize(
    "text",
    [
        "Il faut 2 cours de guitare, 4 allées et venues, 5 places de cinéma.",
        "Rendez-vous au tribunal le 22, rue Gambetta.",
        "12 mail envoyés ce jour, 3 sur le clos.",
        "Elle cherche une cité et une tour.",
    ],
)
def test_no_address(text):
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il a fêté Noël aux Alizés.", ["Alizés"]),
        ("Retour au foyer des Alizés.", ["foyer des Alizés"]),
        ("La fête du clos fleuri.", ["clos fleuri"]),
        ("Il a vu un clos fleuri.", []),
        ("Le bus de saint-aubert.", ["saint-aubert"]),
        ("L’éduc des 4 vents rappelle.", ["4 vents"]),
        ("22h rose pleure", ["rose"]),
        ("le doudou de rose est perdu", ["rose"]),
        ("il a donné un pot de rose", []),
        ("elle a frappé rose", ["rose"]),
        ("une robe rose", []),
        ("Il attend dans la salle Delacroix.", []),
        ("MORVAN, Kelyan : absent", ["MORVAN, Kelyan"]),
        ("colis de p. durieux", ["p. durieux"]),
        ("Cordialement,\nM. Leclerc, éducatrice", ["M. Leclerc"]),
        ("Vu M. Leclerc hier.", ["Leclerc"]),
    ],
)
def test_places_and_names_that_are_words(text, found):
    assert [one.said for one in find(text, HOUSE) if one.is_sure] == found


def test_the_items_of_a_list_are_not_a_line_cut():
    items = "NEVEU Gaston, atelier bois, présent toute la semaine\nMARIN Blandine, atelier"
    cut = "Elle a demandé à revoir le logement avant la fin du\nmois de mars, et l’a obtenu."
    assert levelled(items)[0] == items
    assert levelled(cut)[0] == cut.replace("\n", " ")
