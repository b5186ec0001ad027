"""What the law says of councils: pure, in sentences of the house, never a score.

Code de l'action sociale et des familles (CASF), articles D311-3 to D311-32-1 as the décret
2022-688 of 25 April 2022 left them on 1 January 2023. A sentence says what would be due; the
house decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

AHEAD = timedelta(days=15)
A_YEAR = 3
LONGEST_YEARS = 3
NUMBERS = ("", "", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
PAPERS = ("agenda_sent_on", "signed_on", "adopted_on", "sent_on")
SMALL = 5  # below, a number may tell who


@dataclass(frozen=True)
class Sentence:
    """A sentence to say with the words of the house, and the days that it names."""

    words: str
    days: dict[str, date] = field(default_factory=dict)


def agenda_due(on: date) -> date:
    """Return the last day to send the agenda of a meeting held `on`: fifteen days before, with
    what is needed to understand it (CASF D311-16; eight days until 31 December 2022).
    """
    ahead = AHEAD if on >= date(2023, 1, 1) else timedelta(days=8)
    return on - ahead


def agenda(on: date | None, sent_on: date | None, today: date) -> Sentence | None:
    """Say what is due of an agenda (CASF D311-16); None when there is nothing to say."""
    if sent_on:
        return Sentence("L’ordre du jour a été envoyé le {sent}.", {"sent": sent_on})
    if not on or on < today:
        return None
    due = agenda_due(on)
    if today <= due:
        return Sentence("L’ordre du jour serait à envoyer au plus tard le {due}.", {"due": due})
    return Sentence(
        "Les quinze jours avant {reunion.le} sont entamés depuis le {due}. L’ordre du jour peut "
        "encore partir.",
        {"due": due},
    )


def papers(on: date | None, today: date) -> tuple[str, ...]:
    """Return the papers of a meeting held `on` of which something may be noted `today`: before
    that day there is only an agenda to send; its conclusions come after (CASF D311-20).
    """
    return ("agenda_sent_on",) if on and today < on else PAPERS


def year(days: Iterable[date | None], today: date) -> Sentence:
    """Say what of the civil year of `today` stands: meetings held, planned, and the three at
    least that the law asks (CASF D311-16), from the `days` of meetings.
    """
    ours = [day for day in days if day and day.year == today.year]
    held = sum(day < today for day in ours)
    to_come = len(ours) - held
    told = ["Cette année"]
    told += [f"{_meetings(held)} {_of(held, 'a eu', 'ont eu')} lieu" if held else "rien encore"]
    told += [f"{_meetings(to_come)} {_of(to_come, 'est', 'sont')} à venir"] if to_come else []
    if len(ours) >= A_YEAR:
        return Sentence(", ".join(told) + ". La loi en demande trois au moins.")
    missing = A_YEAR - len(ours)
    more = ("", "{reunion:un,une} autre", "deux autres", "trois")[missing]
    due = f". La loi en demande trois au moins : {more} {_of(missing, 'serait', 'seraient')}"
    return Sentence(", ".join(told) + f"{due} à prévoir d’ici la fin de décembre.")


def _meetings(count: int) -> str:
    if count == 1:
        return "{reunion.un}"
    return f"{NUMBERS[count] if count < len(NUMBERS) else count} {{reunion.pluriel}}"


def _of(count: int, one: str, several: str) -> str:
    return one if count == 1 else several


def composition(colleges: Iterable[str]) -> list[Sentence]:
    """Say what a council's composition would still ask (CASF D311-5), from the colleges of its
    titular members: two for the persons, one for the workers, one for the managing body at least
    (I); persons, families and legal representatives more than half of all (last paragraph).

    Two readings of "more than half" exist: whether a volunteer or another member who speaks for
    the persons is counted with them is not written; here they are not, and it is said when it
    would change the answer.
    """
    seats = list(colleges)
    told = []
    if seats.count("persons") < 2:
        told.append("Il y faudrait au moins deux représentants des {personne.pluriel}.")
    if not seats.count("workers"):
        told.append("Il y faudrait au moins un représentant des {professionnel.pluriel}.")
    if not seats.count("managing"):
        told.append("Il y faudrait au moins un représentant de l’organisme gestionnaire.")
    ours = sum(seats.count(one) for one in ("persons", "families", "representatives"))
    near = ours + seats.count("volunteers") + seats.count("other")
    if seats and 2 * ours <= len(seats):
        told.append(
            "Ensemble, ceux qui parlent pour les {personne.pluriel}, les familles et les "
            "représentants légaux devraient être plus de la moitié."
        )
        if 2 * near > len(seats):
            told.append(
                "Ils le sont si l’on compte avec eux les bénévoles et les autres membres : le "
                "texte ne le dit pas, {maison.le} en décide."
            )
    return [Sentence(one) for one in told]


def mandate(from_on: date | None, until_on: date | None, today: date) -> Sentence | None:
    """Say when a mandate ends, or ended. A mandate lasted one to three years, renewable (CASF
    D311-8 as known before 2023); since then the internal rules may say otherwise, so without an
    end both readings are told once three years have passed.
    """
    if until_on:
        words = "mandat fini le {until}" if until_on < today else "mandat jusqu’au {until}"
        return Sentence(words, {"until": until_on})
    if from_on and _years_after(from_on, LONGEST_YEARS) <= today:
        words = "trois ans le {until} : à renouveler, sauf règlement intérieur qui dit plus"
        return Sentence(words, {"until": _years_after(from_on, LONGEST_YEARS)})
    return None


def _years_after(day: date, years: int) -> date:
    """Return the same day `years` later; 1 March for a 29 February that is not."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def form_due(situation: Iterable[str]) -> Sentence:
    """Say which form of participation is due (CASF L311-6, D311-3, D311-21).

    `situation` holds what is true of the house: "lodging", "day_care" (continuous), "work"
    (support through work) make a council due; "under_11" (mostly), "judicial" (mostly minors
    under a court's measure), "living_place" (*lieu de vie et d'accueil*) and "short" (persons in
    difficulty or asylum seekers, staying less than the shortest mandate, a year) let another form
    take its place. Without a council, another form is always due.
    """
    here = set(situation)
    if not here & {"lodging", "day_care", "work"}:
        return Sentence(
            "{conseil.Le} n’est pas {conseil:obligatoire,obligatoire} : une autre forme est due, "
            "groupe d’expression, consultation ou enquête, celle que vous choisirez."
        )
    if here & {"under_11", "judicial", "living_place", "short"}:
        return Sentence(
            "{conseil.Le} n’est pas {conseil:imposé,imposée} ici. Ce n’est pas interdit non plus. "
            "Sans {conseil:lui,elle}, une autre forme est due."
        )
    return Sentence("{conseil.Le} est {conseil:dû,due} : hébergement, accueil continu ou travail.")


def how_many(count: int | None, *, is_asked: bool) -> str:
    """Return how many came, in figures; "moins de cinq" for who was asked in a consultation or a
    survey (`is_asked`): so few may be recognised.
    """
    if count is None:
        return ""
    return "moins de cinq" if is_asked and count < SMALL else str(count)
