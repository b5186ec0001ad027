"""Where one may turn after a refusal, by what was asked and by whom: a dated table. Pure.

CRPA: code des relations entre le public et l'administration; CASF: code de l'action sociale et des
familles; CSP: code de la santé publique; RGPD: règlement (UE) 2016/679.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dossier.meetings.rules import Sentence

# As `Request.Sort` and `Request.Side` write them.
READ, CORRECT, OPPOSE = "read", "correct", "oppose"
ERASE, TAKE_AWAY, LIMIT = "erase", "take-away", "limit"
PERSON, REPRESENTATIVE, HEIR, OTHER = "person", "representative", "heir", "other"
EVERY = frozenset({READ, CORRECT, OPPOSE, ERASE, TAKE_AWAY, LIMIT})
HANDED_OVER = frozenset({READ, TAKE_AWAY})
LIVING = frozenset({PERSON, REPRESENTATIVE, OTHER})


@dataclass(frozen=True)
class Remedy:
    """Somebody one may turn to, since when a text says so, after which requests, and for whom;
    `is_public` where there is a public mission alone.
    """

    words: str
    since: date
    sorts: frozenset[str] = EVERY
    sides: frozenset[str] = LIVING | {HEIR}
    is_public: bool = False


TABLE = (
    Remedy(
        "La CNIL (3, place de Fontenoy, 75007 Paris ; cnil.fr), et le juge (RGPD, articles 77 et "
        "79).",
        date(2018, 5, 25),
        sides=LIVING,
    ),
    Remedy(
        "La CNIL (3, place de Fontenoy, 75007 Paris ; cnil.fr), pour ce que la loi du 6 janvier "
        "1978 ouvre aux héritiers (articles 84 à 86) ; et le juge. Entre héritiers qui ne sont pas "
        "d’accord, le tribunal judiciaire (article 85).",
        date(2019, 6, 1),
        sides=frozenset({HEIR}),
    ),
    Remedy(
        "Pour un document, la CADA, avant le juge administratif et dans les deux mois qui suivent "
        "le refus (cada.fr ; CRPA L342-1, R343-1). Un mois sans rien dire vaut refus (CRPA "
        "R311-12, R311-13).",
        date(2016, 1, 1),
        sorts=HANDED_OVER,
        is_public=True,
    ),
    Remedy(
        "Une personne qualifiée, choisie sur la liste du département (CASF L311-5).",
        date(2002, 1, 3),
        sides=frozenset({PERSON, REPRESENTATIVE}),
    ),
    Remedy("Le Défenseur des droits (defenseurdesdroits.fr).", date(2011, 3, 31)),
)


def remedies(sort: str, side: str, *, has_public_mission: bool, on: date) -> list[Sentence]:
    """Say where one may turn `on` a day, after a refusal in part or whole of a `sort` of request
    (`Request.Sort`) made by a `side` (`Request.Side`); it is told with the refusal (RGPD art. 12,
    4).

    The CADA knows of access to documents alone (CRPA L311-1, L342-1): neither of correcting nor of
    erasing. The RGPD is not for the dead (recital 27): for heirs, loi du 6 janvier 1978 art. 84 to
    86. A *personne qualifiée* is for whom the house receives, and who represents them (CASF
    L311-5); the Défenseur des droits for heirs too (loi organique 2011-333, art. 5).
    """
    return [Sentence(one.words) for one in _held(sort, side, has_public_mission, on)]


def _held(sort: str, side: str, has_public_mission: bool, on: date) -> Iterator[Remedy]:
    for one in TABLE:
        is_theirs = sort in one.sorts and side in one.sides
        if is_theirs and one.since <= on and (has_public_mission or not one.is_public):
            yield one


def why(side: str) -> str:
    """Say by which text reasons are due to who is refused: RGPD art. 12, 4; for an heir, CSP
    R1111-7 (health), CRPA L211-2 and L211-5 (an administration), for the RGPD is not for the dead.
    """
    if side == HEIR:
        return "CSP R1111-7 pour la santé ; CRPA L211-2 pour une administration"
    return "RGPD, article 12"


def heir_may(sort: str) -> list[Sentence]:
    """Say what may be answered to an heir: the rights end with the person's life, but for what they
    had said of it, and for what settles the succession (loi du 6 janvier 1978, art. 84 and 85).
    """
    told = [
        "Le RGPD ne vaut pas pour qui est mort (considérant 27) : c’est la loi du 6 janvier 1978 "
        "qui parle, et d’abord ce que la morte ou le mort en avait dit (articles 84 et 85, I).",
        _HEIR_MAY[sort],
    ]
    return [Sentence(one) for one in told]


_TO_READ = (
    "Les héritiers peuvent recevoir ce qu’il faut pour régler la succession, et ce qui tient des "
    "souvenirs de famille (article 85, II, 1°). Ce n’est pas {dossier.le} entier."
)
_HEIR_MAY = {
    READ: _TO_READ,
    TAKE_AWAY: _TO_READ,
    CORRECT: (
        "Les héritiers peuvent faire tenir compte du décès, et faire mettre à jour (article 85, "
        "II, 2°). Ce que quelqu’un a pensé ou compris ne se remplace pas : leurs mots se mettent à "
        "côté."
    ),
    OPPOSE: (
        "Les héritiers peuvent s’opposer à ce que l’on continue de s’en servir (article 85, II, "
        "2°). Garder ce qu’une loi demande de garder reste possible."
    ),
    ERASE: (
        "Si la morte ou le mort l’avait demandé, on le suit (article 85, I). Sinon la loi parle de "
        "mettre à jour et de ne plus s’en servir, pas d’effacer (article 85, II, 2°)."
    ),
    LIMIT: (
        "La loi ne parle pas de limiter ; elle parle de s’opposer à ce que l’on continue de s’en "
        "servir (article 85, II, 2°)."
    ),
}
