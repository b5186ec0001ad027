"""What a bundle takes, what stays here, what its format has no place for: in French, counted.

No word of anybody is in it, nor a name: it goes beside the bundle.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

BLANKS = re.compile(r"(?<=«) | (?=[:;!?»])")  # those that must not break
TAKEN = {
    "writings": "écrits",
    "elsewhere": "dont écrits d’ailleurs, où l’on parle de la personne",
    "files": "photos, sons, films",
    "stays": "accompagnements",
    "around": "personnes de l’entourage",
    "agreements": "avis de la personne sur un projet",
    "professionals": "professionnels nommés, parce qu’ils ont écrit",
}
KEPT = {
    "waiting": "écrits qui attendent d’être relus, entiers (rien n’en sort avant)",
    "apart": "écrits mis à part en relisant",
    "covered": "passages couverts en relisant, remplacés par « passage couvert »",
    "beside": "mots à côté des écrits qui parlent peut-être de quelqu’un d’autre",
    "labels": "rubriques, étiquettes ou moments qui nomment peut-être quelqu’un",
    "relations": "noms de l’entourage (« --with-around » les emporte, si la maison le décide)",
    "unshown": "pièces jointes que personne n’a décidé de montrer",
    "documents": "documents joints, PDF ou bureautique (à remettre à part)",
    "missing": "fichiers que la maison devrait tenir et n’a plus",
}
LOST = {
    "births": "naissances dites en mots (dans le document « Présentation »)",
    "versions": "versions d’avant des écrits",
    "memberships": "collectifs et projets dont la personne est",
    "contracts": "contrats et avenants",
    "givings": "choses remises, signées ou refusées",
    "requests": "demandes, et leurs réponses",
    "consents": "accords pour que quelque chose sorte",
    "trusts": "étapes de la personne de confiance",
}
ALWAYS = (
    "Qui peut lire, et jusqu’à quand : le format ne le dit pas. Qui reçoit lit tout.",
    "Qui a lu, et qui pourra le savoir.",
    "Les fils : une réponse reste attachée à ce à quoi elle répond, si les deux sont là ; rien de "
    "plus.",
    "Les accords de la maison aux projets : aucun n’est inventé, donc aucun projet n’est mis dans "
    "les cases du format ; ce qui en est écrit part comme un document.",
    "Les droits d’effacer et de corriger : le format ne sait que créer.",
    "Les notes personnelles et les brouillons : ils ne sortent jamais.",
)
NOT_THIS = """\
CE QUE CE LOT N’EST PAS

Il suit TDDUI 2.3.0, vérifié sur une partie de ses règles (« dossier export check »). L’Agence du
numérique en santé ne l’a pas validé. Depuis 2025, ce format sert à transmettre à qui finance, et ne
dit plus porter un dossier d’un logiciel à l’autre : « dossier takeout » emporte tout.

{claims}
"""
CLAIMS = (
    "Aucun profil n’est annoncé pour la personne, ni pour ce qui renvoie à elle : il manque le "
    "rang de naissance{more}. Rien n’est inventé à la place."
)
WITHOUT_FINESS = ", et le numéro FINESS de la maison (« --finess »)"


@dataclass
class Losses:
    """What became of a dossier, counted by the keys of TAKEN, KEPT and LOST."""

    counts: Counter[str] = field(default_factory=Counter)
    has_finess: bool = False

    def add(self, what: str, many: int = 1) -> None:
        """Count."""
        self.counts[what] += many

    def told(self) -> dict[str, dict[str, int]]:
        """Return the counts, by what became of things."""
        parts = {"taken": TAKEN, "kept": KEPT, "lost": LOST}
        return {name: {key: self.counts[key] for key in keys} for name, keys in parts.items()}

    def report(self) -> str:
        """Return the report that goes beside the bundle."""
        claims = CLAIMS.format(more="" if self.has_finess else WITHOUT_FINESS)
        parts = [
            "Ce que ce lot TDDUI emporte d’un dossier, et ce qu’il n’emporte pas",
            "EMPORTÉ",
            self._lines(TAKEN, "Rien."),
            "RESTÉ ICI",
            self._lines(KEPT, "Rien n’est couvert ni retenu."),
            "PERDU : LE FORMAT N’A PAS DE PLACE",
            self._lines(LOST, ""),
            "\n".join(f"  – {one}" for one in ALWAYS),
            NOT_THIS.format(claims=claims),
        ]
        told = "\n\n".join(part for part in parts if part)
        return BLANKS.sub("\u00a0", told)

    def _lines(self, keys: dict[str, str], none: str) -> str:
        found = [f"  – {words} : {self.counts[key]}" for key, words in keys.items()]
        told = [line for line, key in zip(found, keys, strict=True) if self.counts[key]]
        return "\n".join(told) or none
