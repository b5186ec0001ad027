"""An invented house, and the marked sentences said of it."""

import re
from collections.abc import Iterable
from pathlib import Path

from dossier.disclosures.pseudonyms.known import Known
from dossier.disclosures.pseudonyms.measuring import KINDS, Entry, Labelled

KIND = {"?": "?", **dict(zip("pltmnbaf", KINDS, strict=True))}
MARK = re.compile(r"\{([^:{}]):([^{}]*)\}")
HOUSE = (
    Known("person", "Amina Benali", gender="f"),
    Known("person", "Rose Petit", gender="f"),
    Known("person", "Jean-Luc Martin", gender="m"),
    Known("person", "Clément Blanc", gender="m"),
    Known("person", "Marine Moulin"),
    Known("person", "Thi Mai Nguyen"),
    Known("person", "BEN SALAH Mohamed"),
    Known("person", "Lina Moreau"),
    Known("person", "Éloïse de La Fontaine"),
    Known("person", "Ousmane Diallo"),
    Known("person", "Kévin Lefèvre"),
    Known("person", "Marie-Claire Dubois-Renard"),
    Known("relative", "Mme Odile Marchand"),
    Known("relative", "Fatou N’Diaye"),
    Known("relative", "Sébastien Moreau"),
    Known("relative", "Pierre Moreau"),
    Known("relative", "sa grand-mère"),
    Known("worker", "Karim Haddad"),
    Known("worker", "Jean-Pierre Le Goff"),
    Known("worker", "Samira"),
    Known("worker", "Dr Sophie Garnier"),
    Known("worker", "Nathalie O’Connor"),
    Known("place", "Foyer de la Colline"),
    Known("place", "Les Tilleuls"),
    Known("place", "Villeurbanne"),
    Known("place", "Collège Jean Moulin"),
    Known("place", "Saint-Étienne"),
    Known("place", "ESAT Le Verger"),
)
OTHER_HOUSE = (
    Known("person", "Aïssatou Camara"),
    Known("person", "Bintou Camara"),
    Known("person", "Théo Garcia-Lopez"),
    Known("person", "Claire Fontaine"),
    Known("person", "Noé Chevalier"),
    Known("person", "Victoire Leroy"),
    Known("person", "Constance Leroy"),
    Known("person", "Abdelkader Ould Sidi"),
    Known("person", "Hugo Da Costa"),
    Known("relative", "Mariama Camara"),
    Known("relative", "Me Dupuis"),
    Known("worker", "Véronique Le Bihan"),
    Known("worker", "Dr Benoît"),
    Known("place", "Foyer Les Hirondelles"),
    Known("place", "Maison Bleue"),
    Known("place", "CMP de Bellecombe"),
    Known("place", "La Rochelle"),
    Known("place", "Hôpital Sainte-Anne"),
)


def lines(name: str) -> tuple[str, ...]:
    """Return the marked sentences of a file beside."""
    told = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return tuple(line for line in told if not line.startswith("#"))


LINES = lines("sentences.txt")
OTHER_LINES = lines("other_sentences.txt")


def unmarked(line: str) -> tuple[str, list[Labelled]]:
    """Return a sentence without its marks, and where what they hold stands."""
    text, spans, at = "", [], 0
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        spans.append((len(text), len(text) + len(mark[2]), KIND[mark[1]]))
        text, at = text + mark[2], mark.end()
    return text + line[at:], spans


def entries(told: Iterable[str], known: tuple[Known, ...]) -> list[Entry]:
    """Return sentences as a labelled set, where a doubt is not to go."""
    return [
        Entry(text, known, tuple(one for one in spans if one[2] != "?"))
        for text, spans in map(unmarked, told)
    ]
