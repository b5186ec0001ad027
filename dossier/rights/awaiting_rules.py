"""What the law awaits for a person: pure, in sentences, never a score.

Code de l'action sociale et des familles (CASF), articles L311-3 to L311-5-1, D311 and L223-5. What
was refused is settled. Days are inclusive: "au plus tard le" is the last day. A day that nobody
noted is said to be unknown, never invented.
"""

from collections.abc import Collection, Iterator
from datetime import date

from dossier.establishment.words import listed
from dossier.rights import child_rules
from dossier.rights.admission_rules import Admission, admission
from dossier.rights.due import SETTLED, STILL, Due, Facts, Given, Looked, days_of, say
from dossier.rights.terms import YEARS, Term, Terms, after

WELCOME, CHARTER, RULES = "welcome", "charter", "rules"
ON_ARRIVAL = {
    WELCOME: ("le livret d’accueil", "remis"),
    CHARTER: ("la charte des droits et libertés", "remise"),
    RULES: ("le règlement de fonctionnement", "remis"),
}
CONTRACTS = {
    "stay": ("le contrat de séjour", "remis"),
    "dipc": ("le document individuel de prise en charge", "remis"),
    "work": ("le contrat d’accompagnement par le travail", "remis"),
    "other": ("le contrat", "remis"),
}
UNKNOWN_CONTRACT = "le contrat de séjour, ou le document individuel de prise en charge,"
TO_SIGN = {"stay", "work"}
AMENDMENT, STAY, DIPC = "amendment", "stay", "dipc"
LONG_AGO = Term(1, YEARS, "")
KEYS = (
    "arrival", "before", "texts", "contract", "signature", "dipc", "trusted", "amendment", "review",
    "child-report", "child-told",
)  # fmt: skip


def awaiting(
    facts: Facts,
    *,
    today: date,
    terms: Terms,
    texts: Collection[str],
    protects_children: bool = False,
) -> list[Due]:
    """Return what the law awaits for somebody `today`, in the order of `KEYS`; nothing for who is
    not here. `texts` are the sorts of texts the house has: one cannot give what there is not.
    """
    here = admission(facts.stays, today)
    if not here:
        return []
    if not here.is_noted:
        return [_arrival(here)]
    told = [_arrival(here)] if here.from_on is None or here.is_unsure else []
    if before := noted_elsewhere(facts, here, today):
        told.append(before)
    else:
        told += filter(None, [given_on_arrival(facts, here, today, texts)])
        told += contract(facts, here, today, terms)
        told += filter(None, [trusted(facts, here, today, terms)])
    told += filter(None, [amendment(facts, here, today, terms)])
    told += filter(None, [review(facts, here, today, terms)])
    if protects_children:
        told += filter(None, [child_report(facts, here, today, terms), child_told(facts, here)])
    return told


def _arrival(here: Admission) -> Due:
    if here.is_unsure:
        words = (
            "{accompagnement.Un} n’a pas de premier jour : l’arrivée est peut-être plus ancienne "
            "que le {first}."
        )
        return Due("arrival", words, days={"first": here.from_on}, since=here.after)
    words = "On n’a pas noté depuis quand : sans ce jour, la loi ne dit pas pour quand."
    return Due("arrival", words, since=here.after)


def noted_elsewhere(facts: Facts, here: Admission, today: date) -> Due | None:
    """Say once that nothing at all is noted of an arrival of a year ago or more: the house most
    likely has it on paper, from before it wrote here.
    """
    noted = [*(one.on for one in facts.given), *(one.on for one in facts.drawn)]
    noted += [on for on, _ in facts.trusts]
    if not here.from_on or after(here.from_on, LONG_AGO) > today or any(map(here.holds, noted)):
        return None
    words = (
        "De ce qui a été remis, signé ou refusé depuis l’arrivée, le {due}, rien n’est noté ici."
    )
    return Due("before", words, here.from_on, days_of(here.from_on), since=here.after)


def given_on_arrival(
    facts: Facts, here: Admission, today: date, texts: Collection[str]
) -> Due | None:
    """Say which of the *livret d'accueil*, the charter and the *règlement de fonctionnement* are
    still to give: all three on arrival (CASF L311-4). What was refused is settled.
    """
    held = {
        one.sort for one in facts.given if here.holds(one.on) and one.answer in SETTLED and one.sort
    }
    missing = [one for one in ON_ARRIVAL if one in texts and one not in held]
    if not missing:
        return None
    due, names = here.from_on, [ON_ARRIVAL[one][0] for one in missing]
    subject = listed(names)
    done = ON_ARRIVAL[missing[0]][1] if len(names) == 1 else "remis"
    begun, many = subject[0].upper() + subject[1:], len(names) > 1
    if due and today > due:
        words = f"{begun} {'devaient' if many else 'devait'} être {done} à l’arrivée, le {{due}}"
        words += STILL
    else:
        when = "le {due}" if due else "dont on ne sait pas le jour"
        words = f"{begun} {'seraient' if many else 'serait'} à remettre à l’arrivée, {when}."
    return Due("texts", words, due, days_of(due), since=here.after)


def _about(facts: Facts, here: Admission, sorts: Collection[str]) -> dict[int, list[Given]]:
    """Return what became of each contract of this admission, by its number."""
    numbers = {one.pk for one in facts.drawn if one.sort in sorts and here.holds(one.on)}
    return {
        pk: [one for one in facts.given if one.contract == pk and one.answer in SETTLED]
        for pk in sorted(numbers)
    }


def contract(facts: Facts, here: Admission, today: date, terms: Terms) -> Iterator[Due]:
    """Say what is still to do of the *contrat de séjour* or DIPC (CASF L311-4, D311): given within
    fifteen days of admission, the contract signed within a month. Refused, it is settled, and a
    DIPC takes its place: the text gives that one no day of its own.
    """
    sorts = {one.pk: one.sort for one in facts.drawn}
    became = _about(facts, here, CONTRACTS)
    known = {pk: {one.answer for one in lines} for pk, lines in became.items() if lines}
    if not known:
        due = terms.after("contract-given", here.from_on) if here.from_on else None
        subject = CONTRACTS[sorts[max(became)]][0] if became else UNKNOWN_CONTRACT
        yield Due("contract", say(subject, "remis", "remettre", due, today), due, days_of(due),
                  since=here.after)  # fmt: skip
        return
    is_signed = any(
        one.answer == "signed" and one.side != "house" for lines in became.values() for one in lines
    )
    if is_signed or DIPC in {sorts[pk] for pk in known}:
        return
    refused = [pk for pk, answers in known.items() if "refused" in answers]
    if any(sorts[pk] == STAY for pk in refused):
        words = (
            "Le contrat de séjour n’a pas été accepté, et c’est un droit. Un document individuel "
            "de prise en charge prend sa place : il serait à remettre, sans jour dit par le texte."
        )
        yield Due("dipc", words, since=here.after)
    elif not refused and (waiting := [pk for pk in known if sorts[pk] in TO_SIGN]):
        due = terms.after("contract-signed", here.from_on) if here.from_on else None
        subject = CONTRACTS[sorts[waiting[-1]]][0]
        yield Due("signature", say(subject, "signé", "signer", due, today), due, days_of(due),
                  since=here.after)  # fmt: skip


def trusted(facts: Facts, here: Admission, today: date, terms: Terms) -> Due | None:
    """Say whether the *personne de confiance* is still to be proposed (CASF L311-5-1): to an adult,
    at each admission, eight days before the interview for the contract. Proposed, named, declined:
    all settle it. The day of the interview is not known before it is noted.
    """
    is_minor = child_rules.is_minor(facts.born, today)
    if is_minor or any(here.holds(on) for on, _ in facts.trusts):
        return None
    ahead = terms.of("trusted", here.from_on or today).said
    has_met = any(lines for lines in _about(facts, here, CONTRACTS).values())
    if has_met:
        words = "La personne de confiance devait être proposée {ahead} au moins avant l’entretien"
        words += " du contrat" + STILL
    else:
        words = "La personne de confiance serait à proposer {ahead} au moins avant l’entretien du"
        words += " contrat."
    if is_minor is None:
        words += " La loi ne le demande qu’à partir de dix-huit ans, et l’âge n’est pas sûr."
    more, days = {"ahead": ahead}, {}
    if facts.trusts and max(facts.trusts)[1] == "named":
        words += " Une désignation du {named}, d’avant ce retour, peut tenir encore : à redire."
        days = {"named": max(facts.trusts)[0]}
    return Due("trusted", words, None, days, more, here.after)


def amendment(facts: Facts, here: Admission, today: date, terms: Terms) -> Due | None:
    """Say whether the amendment that states aims and services is still to give, within six months
    of admission (CASF D311). The text writes it of the contract; whether a DIPC asks for one is
    read in two ways, and that is said.
    """
    base = {one.pk: one.sort for one in facts.drawn if one.sort in CONTRACTS}
    held = {
        base[pk]
        for pk, lines in _about(facts, here, CONTRACTS).items()
        if any(one.answer != "refused" for one in lines)
    }
    if not held or any(lines for lines in _about(facts, here, {AMENDMENT}).values()):
        return None
    due = terms.after("amendment", here.from_on) if here.from_on else None
    subject = "l’avenant qui précise les objectifs et ce qui est proposé"
    words = say(subject, "remis", "remettre", due, today)
    if held == {DIPC}:
        words += " D’un document individuel, le texte se lit de deux façons : {maison.le} décide."
    return Due("amendment", words, due, days_of(due), since=here.after)


def last_look(facts: Facts, here: Admission) -> Looked | None:
    """Return what was last read again with the person: the contract given or signed, an amendment,
    or a review of a project or of the notebook; the latest, a review for the same day.
    """
    sorts = {one.pk: one.sort for one in facts.drawn}
    found = [
        Looked(one.on, "avenant" if sorts[one.contract] == AMENDMENT else "contrat ou document")
        for one in facts.given
        if one.contract in sorts and one.answer in SETTLED - {"refused"} and here.holds(one.on)
    ]
    found += [one for one in facts.looked if here.holds(one.on)]
    return max(reversed(found), key=lambda one: one.on, default=None)


def review(facts: Facts, here: Admission, today: date, terms: Terms) -> Due | None:
    """Say when one looks again, once a year at least (CASF D311), from `last_look`, which is named;
    nothing before there is anything to look at.
    """
    last = last_look(facts, here)
    if not last:
        return None
    due = terms.after("review", last.on)
    words = "On relirait ensemble au plus tard le {due}." if today <= due else (
        "On devait relire ensemble au plus tard le {due}" + STILL
    )  # fmt: skip
    words += " La dernière fois : {what}, le {last}."
    days = {"due": due, "last": last.on}
    return Due("review", words, due, days, {"what": last.what}, last.on)


def child_report(facts: Facts, here: Admission, today: date, terms: Terms) -> Due | None:
    """Say when the next report on a child's situation is due (CASF L223-5), in each reading; see
    `child_rules.report_due`.
    """
    last = max((one for one in facts.reports if here.holds(one)), default=None)
    start = last or here.from_on
    if child_rules.ages(facts.born, today) and child_rules.is_minor(facts.born, today) is False:
        return None
    since = last or here.after
    if not start:
        words = "Un rapport sur la situation serait à faire ; on ne sait pas pour quand."
        return Due("child-report", words, since=since)
    days = child_rules.report_due(start, facts.born, terms, today)
    if not days:
        return None
    words = say("le rapport sur la situation", "fait", "faire", days[0], today)
    told = {"due": days[0]}
    if len(days) > 1:
        words += " Selon l’âge et la lecture du texte, ce serait plutôt le {other}."
        told["other"] = days[-1]
    return Due("child-report", words, days[0], told, since=since)


def child_told(facts: Facts, here: Admission) -> Due | None:
    """Say that the last report on a child's situation was made known to nobody: the text wants it
    brought to the child, as their age allows, and to the parents or the guardian (CASF L223-5).
    """
    last = max((one for one in facts.reports if here.holds(one)), default=None)
    if last is None or last not in facts.untold:
        return None
    words = (
        "Le rapport du {on} serait à porter à la connaissance de l’enfant, selon son âge, et de "
        "ses parents ou de qui en a la charge : ce n’est pas noté."
    )
    return Due("child-told", words, days={"on": last}, since=last)
