"""The days to come that a text announces, as workers write them in French (decision 0016).

Precise before complete: a day that nobody announced would cost trust; one that is missed is still
in the text. What is found and what is left out is in `tests/notebooks/days_cases.toml`.
"""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import islice
from typing import NamedTuple

from django.utils import timezone

from dossier.establishment.dates import DAYS
from dossier.notebooks import rules
from dossier.notebooks.french import fold
from dossier.notebooks.models import DaySaid, Writing

MONTHS = {
    "janvier": 1, "janv": 1, "fevrier": 2, "fevr": 2, "fev": 2, "mars": 3, "avril": 4, "avr": 4,
    "mai": 5, "juin": 6, "juillet": 7, "juil": 7, "aout": 8, "septembre": 9, "sept": 9,
    "octobre": 10, "oct": 10, "novembre": 11, "nov": 11, "decembre": 12, "dec": 12,
}  # fmt: skip
AHEAD = timedelta(days=275)  # a day without its year further than that is one that was
FAR = timedelta(days=3660)
MAX_DAYS, MAX_READ = 30, 500  # of one text
MAX_WORDS = 200
AROUND = 70  # letters before a day that say whether it is to come
_S = r"[\s,(]{1,3}"
_WEEKDAY = rf"(?P<weekday>{'|'.join(DAYS)})"
_MONTH = (
    r"janvier|janv\b|f[ée]vrier|f[ée]vr?\b|mars|avril|avr\b|mai|juin|juillet|juil\b|ao[uû]t"
    r"|septembre|sept\b|octobre|oct\b|novembre|nov\b|d[ée]cembre|d[ée]c\b"
)
_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_AND = r"(?:\s{0,2},\s{0,2}(?:le\s)?|\s(?:et|ou|au|puis)(?:\sle)?\s)"
_HOUR = (
    r"(?:(?:\s(?:matin|midi|soir|après-midi))?[\s,:(]{1,3}(?:(?:à|a|vers|dès|de)\s)?"
    r"(?:(?P<hour>[01]?\d|2[0-3])(?:\s?h(?:eures?\b)?(?:\s?(?P<minute>[0-5]\d))?(?![a-z\d])"
    r"|:(?P<colon>[0-5]\d))|(?P<noon>midi)\b))?"
)
DAY = re.compile(
    r"(?<![\w/.-])(?:"
    rf"(?:{_WEEKDAY}\s{{1,2}})?(?P<many>(?:{_NUMBER}{_AND}){{0,4}})(?P<day>1er|premier|{_NUMBER})"
    rf"\s{{1,2}}(?:(?P<month>{_MONTH})(?![a-zéû])\.?(?:\s(?P<year>(?:19|20)\d\d))?"
    r"|du\s(?P<next_month>mois\sprochain))"
    rf"|(?:(?P<cue>le|du|au|les|rdv|rendez-vous|pour|avant|{'|'.join(DAYS)})\s)?"
    r"(?P<d>\d{1,2})(?P<sep>[/.])(?P<m>\d{1,2})(?:(?P=sep)(?P<y>20\d\d|\d\d))?(?![/.]?\d)"
    r"|(?P<iso>20\d\d-[01]\d-[0-3]\d)(?!\d)"
    r"|(?P<tomorrow>(?P<after>après[-\s])?demain)\b(?!-)"
    r"|(?P<named>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    rf"(?:\s(?P<next>prochain|en\shuit|de\sla\ssemaine\sprochaine)|\s(?P<alone>{_NUMBER})(?![\w/:]|\.\d)"
    r"(?!\s?(?:h|heures?|ans|jours|fois|euros)\b))?"
    rf"){_HOUR}",
    re.IGNORECASE,
)
HOUR_BEFORE = re.compile(
    r"(?:à|a|vers|dès)\s(?P<hour>[01]?\d|2[0-3])(?:\s?h(?:eures?)?(?:\s?(?P<minute>[0-5]\d))?"
    r"|:(?P<colon>[0-5]\d))\s(?:le\s)?$",
    re.IGNORECASE,
)
# What was: a birth, a letter, a street, somebody who came; but not what was planned.
BEFORE = re.compile(
    r"\b(?:née?s?(?:\s(?:le|en))?|depuis(?:\sle)?|(?:rue|avenue|place|boulevard|quai)\s(?:du|des)"
    r"|(?:courrier|lettre|mail|courriel|jugement|ordonnance|certificat|attestation|facture|arrêté"
    r"|loi|décret|circulaire|article|rapport|photo|message)s?(?:\sdu)?|daté?e?s?\sdu|hier,?)\s?$",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(?:a|as|ai|ont|avait|avais|avaient|avons|est|sont|suis|était|étaient)\s"
    r"(?:été\s|pas\s|déjà\s|enfin\s|bien\s){0,2}(?P<done>\w{2,20}(?:é|ée|és|ées|i|ie|it|is|u|ue|us|ert|ort))\b",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"^(?:fix|pr[ée]v|pri|prévu|report|programm|convoqu|repouss|cal|not|confirm|invit|décal"
    r"|avanc|mainten|obtenu|demand|propos|décid|attend|inscri|promis|accept|vu|dit|reçu)",
    re.IGNORECASE,
)
PLAN = re.compile(
    r"(?:prévue?s?|report[ée]e?s?|repoussée?s?|décalée?s?|remise?s?|fixée?s?|programmée?s?"
    r"|attendue?s?|d[’']ici)\s(?:pour\s|à\s|au\s|le\s|ce\s)?$",
    re.IGNORECASE,
)
NOT_BEFORE = re.compile(r"(?:\b(?:à|dans)\s|«\s?)$", re.IGNORECASE)  # à demain; un mot
OTHER = re.compile(r"\sest un autre jour|[\s»]{1,3}depuis\b|\s(?:derni[eè]re?)\b", re.IGNORECASE)
AMOUNT = re.compile(r"\s?(?:comprimé|cp\b|cachet|dose|verre|tarif|pension|journée|heure)", re.I)
END = re.compile(r"[.!?…](?=\s|$)|\n")


class Announced(NamedTuple):
    """A day to come, the hour if it is said, and the sentence that says it."""

    on: date
    at: time | None
    words: str


def announced(text: str, *, lived_on: date, occurred_on: date | None = None) -> list[Announced]:
    """Return the days after `lived_on` that a text announces, in order, each once.

    MAX_DAYS at most, of the MAX_READ first that look like one.
    `occurred_on` is the day noted beside it, announced too if it is to come.
    """
    found: dict[date, Announced] = {}
    if occurred_on and occurred_on > lived_on:
        found[occurred_on] = Announced(occurred_on, None, _sentence(text, 0, 0))
    for match in islice(DAY.finditer(text), MAX_READ):
        before = text[max(0, match.start() - AROUND) : match.start()]
        for on in _days(match, before, text, lived_on):
            if on > lived_on and (on not in found or not found[on].at):
                words = _sentence(text, match.start(), match.end())
                at = _hour(match) or _hour(HOUR_BEFORE.search(before))
                found[on] = Announced(on, at, words) if on not in found or at else found[on]
    return [found[on] for on in sorted(found)][:MAX_DAYS]


def rows(writing: Writing) -> list[DaySaid]:
    """Return the days that a writing announces, to be saved: those after it was lived; for a text
    with several hands, that is rewritten for months, those after its last version.
    """
    lived = rules.instant(writing.position)
    if writing.is_common and writing.corrected_at:
        lived = max(lived, writing.corrected_at)
    lived_on = timezone.localtime(lived).date()
    found = announced(writing.text, lived_on=lived_on, occurred_on=writing.occurred_on)
    return [DaySaid(writing=writing, **one._asdict()) for one in found]


def _days(match: re.Match, before: str, text: str, lived_on: date) -> Iterator[date]:
    """Yield the days of a match that are told as to come."""
    after = text[match.end() : match.end() + 20]
    if match["tomorrow"]:
        if not _is_greeting(before, after) and not OTHER.match(after):
            yield lived_on + timedelta(days=2 if match["after"] else 1)
    elif match["named"]:
        yield from _weekday(match, before, lived_on)
    elif match["iso"]:
        yield from _at(*map(int, match["iso"].split("-")), lived_on=lived_on)
    elif match["sep"]:
        if not AMOUNT.match(after) and not _was(before + (match["cue"] or "")):
            yield from _numbers(match, before, lived_on)
    elif not OTHER.match(after) and not _was(before):
        yield from _of_month(match, before, lived_on)


def _is_greeting(before: str, after: str) -> bool:
    """Whether "demain" is what one says in leaving, or a word alone between quotation marks."""
    told = NOT_BEFORE.search(before)
    is_alone = after.lstrip(" .!?")[:1] in {"»", ""}
    return bool(told) and (not told[0].startswith("«") or is_alone)


def _was(before: str) -> bool:
    """Whether what stands before a day, in its sentence, tells what was."""
    sentence = END.split(before)[-1]
    if BEFORE.search(sentence):
        return True
    return any(not PLANNED.match(one["done"]) for one in DONE.finditer(sentence))


def _at(year: int, month: int, day: int, *, lived_on: date) -> Iterator[date]:
    """Yield a whole date, if there is one and it is not too far."""
    try:
        on = date(year, month, day)
    except ValueError:
        return
    if on - lived_on < FAR:
        yield on


def _next(month: int, day: int, lived_on: date) -> Iterator[date]:
    """Yield the next such day, if it is nearer than what was."""
    for year in (lived_on.year, lived_on.year + 1):
        for on in _at(year, month, day, lived_on=lived_on):
            if on > lived_on:
                if on - lived_on < AHEAD:
                    yield on
                return
            if on == lived_on:
                return


def _of_month(match: re.Match, before: str, lived_on: date) -> Iterator[date]:
    numbers = [int(one) for one in re.findall(r"\d+", match["many"] or "")]
    numbers.append(int(re.sub(r"\D", "", match["day"]) or 1))
    if match["next_month"]:
        month = lived_on.month % 12 + 1
        for day in numbers:
            yield from _at(lived_on.year + (month == 1), month, day, lived_on=lived_on)
        return
    month = MONTHS[fold(match["month"])]
    if not match["weekday"] and not re.search(LEADS, before) and not match["many"]:
        return
    for day in numbers:
        if match["year"]:
            yield from _at(int(match["year"]), month, day, lived_on=lived_on)
        else:
            yield from _next(month, day, lived_on)


LEADS = re.compile(r"(?:^|\W)(?:les?|du|au|rdv|rendez-vous|pour|avant|dès)\s$", re.IGNORECASE)


def _numbers(match: re.Match, before: str, lived_on: date) -> Iterator[date]:
    day, month, year = int(match["d"]), int(match["m"]), match["y"]
    if year:
        yield from _at(int(year[-2:]) + 2000, month, day, lived_on=lived_on)
    elif match["cue"] and match["sep"] == "/":
        yield from _next(month, day, lived_on)


def _weekday(match: re.Match, before: str, lived_on: date) -> Iterator[date]:
    ahead = (DAYS.index(match["named"].lower()) - lived_on.weekday() - 1) % 7 + 1
    on = lived_on + timedelta(days=ahead)
    how = (match["next"] or "").lower()
    if how.startswith("en"):
        yield on + timedelta(days=7)
    elif how.startswith("de"):
        yield lived_on + timedelta(days=7 - lived_on.weekday() + on.weekday())
    elif match["alone"]:
        coming = [lived_on + timedelta(days=n) for n in range(1, 29)]
        same = (d for d in coming if d.day == int(match["alone"]))
        yield from (d for d in same if d.weekday() == on.weekday() and not _was(before))
    elif how or PLAN.search(before):
        yield on


def _hour(match: re.Match | None) -> time | None:
    """Return the hour that a match tells."""
    if not match:
        return None
    if match.groupdict().get("noon"):
        return time(12)
    if not match["hour"]:
        return None
    return time(int(match["hour"]), int(match["minute"] or match["colon"] or 0))


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around a place of the text, on one line, MAX_WORDS letters at most."""
    head = END.split(text[max(0, start - MAX_WORDS) : start])[-1]
    if len(head) > AROUND:
        head = f"… {head[-AROUND:].partition(' ')[2]}"
    rest = text[start : start + 2 * MAX_WORDS]
    stop = END.search(rest, min(end - start, len(rest)))
    words = " ".join((head + rest[: stop.end() if stop else None]).split()).lstrip("#>-*• ")
    if len(words) <= MAX_WORDS:
        return words
    return words[: MAX_WORDS - 2].rsplit(" ", 1)[0] + " …"
