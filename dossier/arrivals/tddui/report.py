"""What became of a source, in words: a line for each thing taken or kept, and all that was not."""

from collections.abc import Collection, Iterable

from dossier.arrivals.brought import Fate, Line
from dossier.arrivals.tddui.source import Leaf

LONG = 300  # characters of a value that a line tells
WHY = {
    "": "Pas compris, resté dans l’original",
    "technical": "Valeurs techniques, restées dans l’original",
    "managed": "Gestion, non repris et resté dans l’original",
    "generated": "Résumé fait par un logiciel à partir du reste, resté dans l’original",
    "structured": "Données structurées que le texte ne dit pas, restées dans l’original",
    "layout": "Mise en forme, restée dans l’original",
    "empty": "Champs vides",
}
PRIVATE = (
    "Numéro de sécurité sociale, banque ou assurance\u00a0: non repris, resté dans l’original"
    " seulement"
)


def left(
    where: str, leaves: Iterable[Leaf], under: str = "", masked: Collection[str] = ()
) -> list[Line]:
    """Return a line for each reason for which values of a thing are left; their paths and values.

    `under` is the path of the thing, which need not be said again; `masked` are the national
    numbers, which are not said.
    """
    reasons: dict[str, list[Leaf]] = {}
    for leaf in leaves:
        if leaf.fate is Fate.UNKNOWN:
            reasons.setdefault(leaf.why, []).append(leaf)
    found = []
    for why in sorted(reasons):
        these = reasons[why]
        if why == "private":
            words = f"{PRIVATE} ({len(these)} {'valeurs' if len(these) > 1 else 'valeur'})."
        else:
            said = "\u00a0; ".join(_said(leaf, under, masked) for leaf in these)
            words = f"{WHY[why]}\u00a0: {said}"
        found.append(Line(where, Fate.UNKNOWN, words))
    return found


def _said(leaf: Leaf, under: str, masked: Collection[str]) -> str:
    path = leaf.path.removeprefix(under).lstrip("./") or leaf.path
    value = " ".join(leaf.value.split())
    for national in masked:
        value = value.replace(national, "(INS)")
    if len(value) > LONG:
        value = f"{value[:LONG]}… ({len(value)} caractères)"
    return f"{path} = {value}" if leaf.why != "empty" else path
