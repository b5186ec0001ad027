"""What the law says of the tools of 2002: pure, in sentences of the house, never a score.

Code de l'action sociale et des familles (CASF). Durations come from `terms`; where two readings
exist both are told, and a human decides.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol

from dossier.meetings.rules import Sentence
from dossier.rights.terms import YEARS, Term, Terms, after

CONTRACT = ("1", "2", "5", "6", "7", "8", "9", "10", "12", "16", "III")
DIPC = ("3", "4", "11")
OWN = ("13", "14", "15")
CATEGORIES = (*map(str, range(1, 18)), "III")
YES, NO = "yes", "no"
MORE, EXACTLY, LESS, NONE = "more", "exactly", "less", "none"
MINOR, ADULT, MAYBE = "minor", "adult", "maybe"
ADMISSION = ("welcome", "charter", "rules")  # given together on arrival (CASF L311-4)
MAJORITY = 18
STAY_SORT, DIPC_SORT, WORK_SORT, OWN_SORT = "stay", "dipc", "work", "other"


@dataclass(frozen=True)
class Reading:
    """What a reading of the law leads to: a sort of contract ("other" for one with its own
    regime), why, in words of the house, and from which article.
    """

    sort: str
    why: str
    article: str


class Dated(Protocol):
    """What is in force from a day: an edition."""

    in_force_on: date
    number: int


def current(editions: Iterable[Dated], today: date) -> Any:
    """Return the edition in force `today`: the last to have come into force; None before any."""
    come = [one for one in editions if one.in_force_on <= today]
    return max(come, key=lambda one: (one.in_force_on, one.number), default=None)


def revision(sort: str, in_force_on: date, terms: Terms, today: date) -> Sentence | None:
    """Say until when a text of the house stands as it is: five years for the *règlement de
    fonctionnement* (CASF L311-7, R311-33) and for the *projet d'établissement* (L311-8). None for
    the others, of which no text sets the rhythm.
    """
    if sort not in {"rules", "establishment"}:
        return None
    due = terms.after(sort, in_force_on)
    words = "Cette édition serait à revoir avant le {due}." if due >= today else ""
    return Sentence(words or "Cette édition était à revoir avant le {due}.", {"due": due})


def admitted_on(stays: Iterable[tuple[date | None, date | None]], on: date) -> date | None:
    """Return the day of the admission that still holds `on`, from (first day, last day) of stays;
    None outside of any stay, or when no day is known.

    Stays that overlap, or follow each other without a day between, are one admission; who comes
    back after having left is admitted anew (CASF D311: the delays run from the admission).
    """
    begun = sorted((first, last) for first, last in _known(stays) if first <= on)
    start = end = None
    for first, last in begun:
        if start is None or first > end + timedelta(days=1):
            start, end = first, last
        else:
            end = max(end, last)
    return start if start and end >= on else None


def _known(stays: Iterable[tuple[date | None, date | None]]) -> Iterable[tuple[date, date]]:
    return [(first, last or date.max - timedelta(days=1)) for first, last in stays if first]


@dataclass(frozen=True)
class Delays:
    """The last days of what the law counts from an admission (CASF D311)."""

    given: date
    signed: date
    amended: date
    reviewed: date


def delays(admitted: date, terms: Terms, reviewed: date | None = None) -> Delays:
    """Return the delays that run from an admission (CASF D311): the contract or the document given
    within 15 days, signed within a month; an amendment with aims and services within 6 months;
    read again a year after, counted from `reviewed`, the last time, or from the admission.
    """
    return Delays(
        given=terms.after("contract-given", admitted),
        signed=terms.after("contract-signed", admitted),
        amended=terms.after("amendment", admitted),
        reviewed=terms.after("review", reviewed or admitted),
    )


def stay_foreseen(from_on: date | None, until_on: date | None, terms: Terms) -> str:
    """Return whether a stay is foreseen for MORE than two months, LESS, EXACTLY two; "" when one
    cannot tell (CASF D311). Whether the last day counts is not written: both counts are EXACTLY.
    """
    if not from_on or not until_on:
        return ""
    limit = terms.after("short-stay", from_on)
    if until_on > limit:
        return MORE
    return EXACTLY if until_on >= limit - timedelta(days=1) else LESS


WORK = Reading(
    WORK_SORT,
    "L’aide par le travail, en ESAT, a son propre contrat, d’un an, relu avec qui le signe.",
    "CASF L311-4, annexe 3-9",
)
REFUSAL = Reading(
    DIPC_SORT,
    "Refuser de signer un contrat de séjour est un droit : un document individuel prend sa place.",
    "CASF D311",
)
JUDGE = Reading(
    DIPC_SORT,
    "Pour qui est mineur et confié par une mesure éducative d’un juge, un document individuel.",
    "CASF D311, II",
)
BY_CATEGORY = Reading(
    DIPC_SORT,
    "Un service du {category} de l’article L312-1 établit un document individuel.",
    "CASF D311, II",
)
AT_HOME = Reading(
    DIPC_SORT,
    "À domicile ou en milieu ordinaire de vie, un document individuel.",
    "CASF D311, II",
)
NO_STAY = Reading(DIPC_SORT, "Sans séjour, un document individuel.", "CASF D311, II")
SHORT = Reading(
    DIPC_SORT, "Pour un séjour prévu de moins de {short}, un document individuel.", "CASF D311, II"
)
LONG = Reading(
    STAY_SORT,
    "Pour un séjour prévu, continu ou non, de plus de {short}, un contrat de séjour.",
    "CASF D311, I",
)
EXACT = (
    Reading(
        STAY_SORT,
        "Juste {short} : le texte dit « plus » pour l’un et « moins » pour l’autre. Si un jour de "
        "plus est possible, un contrat de séjour.",
        "CASF D311, I",
    ),
    Reading(
        DIPC_SORT,
        "Juste {short}, et pas un jour de plus : un document individuel se défend aussi.",
        "CASF D311, II",
    ),
)
REGIME = (
    Reading(
        OWN_SORT,
        "Le {category} n’est dans aucune des deux listes : c’est le texte propre à ces services "
        "qui dit quoi remettre.",
        "CASF D311, lu avec L312-1",
    ),
    Reading(
        DIPC_SORT,
        "L’article L311-4 vaut pour tous : faute de texte propre, un document individuel dit "
        "l’essentiel.",
        "CASF L311-4",
    ),
)
UNLISTED = (
    Reading(
        STAY_SORT,
        "Le {category} n’est pas nommé dans la liste connue ici. S’il y a un séjour de plus de "
        "{short}, un contrat de séjour par ressemblance.",
        "CASF L311-4",
    ),
    Reading(
        DIPC_SORT,
        "Sinon, un document individuel : l’un des deux est toujours dû.",
        "CASF L311-4",
    ),
)
WHEN = "Si c’est la bonne situation : "


def which_contract(
    facts: Mapping[str, str], terms: Terms | None = None, on: date | None = None
) -> list[Reading]:
    """Return the readings of which contract is due (CASF L311-4, D311), the surest first; the
    worker decides.

    `facts`: `category` (of L312-1 I: "1" to "17", "III"), `stay` (MORE, LESS, EXACTLY than two
    months, NONE), and, each YES or NO, `home` (at home, in ordinary surroundings), `judge` (a minor
    under a judge's educative measure), `refused` (to sign), `work` (support through work).
    Anything missing is not known. `terms`, in force `on`, say how long a short stay is.
    """
    short = (terms or Terms({})).of("short-stay", on or date.max).said
    category = facts.get("category", "")
    told = {"short": short, "category": _of_law(category)}
    return [
        Reading(one.sort, one.why.replace("{short}", told["short"]).replace(
            "{category}", told["category"]), one.article)
        for one in _readings(facts, category)
    ]  # fmt: skip


def _of_law(category: str) -> str:
    return "III" if category == "III" else f"{category}° du I"


def _readings(facts: Mapping[str, str], category: str) -> Sequence[Reading]:
    is_yes = {name for name in ("home", "judge", "refused", "work") if facts.get(name) == YES}
    if "work" in is_yes:
        return [WORK]
    if category in OWN:
        return REGIME
    sure = [JUDGE] if "judge" in is_yes else []
    sure += [BY_CATEGORY] if category in DIPC else []
    sure += [REFUSAL] if "refused" in is_yes else []
    if sure:
        return sure
    return _by_stay(facts.get("stay", ""), category, is_at_home="home" in is_yes)


def _by_stay(stay: str, category: str, *, is_at_home: bool) -> Sequence[Reading]:
    """Return the readings that the stay foreseen leads to, in a category that may sign a contract
    or that is not known.
    """
    if stay == NONE:
        return [NO_STAY]
    if is_at_home:
        return [AT_HOME, _if(LONG)] if stay in {MORE, EXACTLY} else [AT_HOME]
    if category and category not in CONTRACT:
        return UNLISTED
    told = {MORE: [LONG], LESS: [SHORT], EXACTLY: EXACT}.get(stay, [_if(LONG), _if(SHORT)])
    if not category and stay in {MORE, EXACTLY}:
        return [*told, Reading(DIPC_SORT, "Sauf dans un service du 3°, du 4° ou du 11° du I : "
                               "un document individuel.", "CASF D311, II")]  # fmt: skip
    return told


def _if(reading: Reading) -> Reading:
    """Return a reading that holds on a condition nobody told."""
    first, rest = reading.why[0].lower(), reading.why[1:]
    return Reading(reading.sort, f"{WHEN}{first}{rest}", reading.article)


def trusted_by(interview_on: date, terms: Terms) -> date:
    """Return the last day to tell of the *personne de confiance* before an interview for the
    contract: eight days before, with the notice (CASF L311-5-1, annexe 4-10).
    """
    return terms.before("trusted", interview_on)


def trusted(interview_on: date | None, told_on: date | None, terms: Terms) -> Sentence | None:
    """Say whether what was told `told_on` of the *personne de confiance* came early enough before
    an interview; None without an interview.
    """
    if not interview_on:
        return None
    due = trusted_by(interview_on, terms)
    days = {"due": due, "interview": interview_on}
    if told_on and told_on > due:
        return Sentence(
            "Pour un entretien le {interview}, l’information était attendue le {due} au plus tard. "
            "Reculer l’entretien est possible ; en reparler ce jour-là aussi.",
            days,
        )
    if told_on:
        return Sentence("L’information est venue à temps pour l’entretien du {interview}.", days)
    return Sentence("Pour un entretien le {interview}, à proposer le {due} au plus tard.", days)


class Told(Protocol):
    """What was noted of the *personne de confiance*, in order of time."""

    act: str


def standing(lines: Iterable[Told]) -> Any:
    """Return the line that says who stands now: the last named and not revoked since; else the last
    answer noted, whatever it is; None when nothing was noted (CASF L311-5-1).

    To decline, or to be asked again, takes nothing back from who was named: only a revocation does.
    """
    named = last = None
    for line in lines:
        last = line
        if line.act == "named":
            named = line
        elif line.act == "revoked":
            named = None
    return named or last


def majority(born_from: date | None, born_until: date | None, on: date) -> str:
    """Return whether somebody born between two days is a MINOR `on`, an ADULT, MAYBE either, or ""
    when nothing is known of their birth (code civil, 388 and 414: eighteen years accomplished).

    Who is born on 29 February has no such day eighteen years later: 28 February or 1 March, both
    readings exist, and that day they are MAYBE.
    """
    if not born_from or not born_until:
        return ""
    years = Term(MAJORITY, YEARS, "code civil 388")
    first, last = after(born_from, years), after(born_until, years)
    if last.day != born_until.day:
        last += timedelta(days=1)
    if on < first:
        return MINOR
    return ADULT if on >= last else MAYBE
