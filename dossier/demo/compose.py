"""Composing believable writings for the invented establishment: same arguments, same writings."""

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import accumulate
from random import Random
from typing import Any, NamedTuple

from dossier.demo import phrases

DAY = 1440  # minutes
GONE = 370  # days ago: who has left the house wrote before
REST = 21  # days ago: what is nearer was written by hand
OWN, PERSON, RELATIVE, TAIL, POSTSCRIPT, AT = 0.14, 0.1, 0.11, 0.2, 0.05, 0.16
HEADED, TAGGED, TWICE, MORE = 0.46, 0.27, 0.45, 0.8
ROUNDS = 2  # times that a person's own lines and the stories come round
TEAMS = {"F": ("foyer", "nuit"), "J": ("jour",), "S": ("savs",)}
PLACES = {"foyer": "F", "jour": "J", "savs": "S"}
SEASONS = ("hiver", "printemps", "ete", "automne")
SLOT = re.compile(r"\[(~?[\w.]+)\]")
AGREEMENT = re.compile(r"\{(?:(?!_)[^}]*\||ils|Ils|es)")
CLOSED = re.compile(r"(?:fin|parole|court|rep)\]$")
SUFFIX = re.compile(r"\|[mf]$")
START = re.compile(r"(^|[.!?] )\{P\}")
TOGETHER = (("ils", "Ils", "s"), ("elles", "Elles", "es"))

# A text, or a text cut at its slots: text, deck, text, deck, text.
Alternative = str | tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One composed writing, its people and notebooks by their id in `maison.toml`.

    `minutes_ago` is in minutes before the loading instant; `voice` is "worker", "person" or
    "relative", and `speaker` says who when it is a relative.
    """

    notebook: str
    author: str
    minutes_ago: int
    text: str
    heading: str = ""
    tags: tuple[str, ...] = ()
    voice: str = "worker"
    speaker: str = ""


class _Theme(NamedTuple):
    name: str
    places: tuple[str, ...]
    authors: tuple[str, ...]
    bands: str
    headings: tuple[str, ...]
    tags: tuple[str, ...]
    lines: list[str]


class _Line(NamedTuple):
    theme: _Theme
    alternative: Alternative
    is_open: bool  # an author may add a word of their own
    is_whole: bool  # a story, to which nothing is added


class _Moment(NamedTuple):
    day: int  # days ago
    minute: int  # of the day
    band: str
    season: str
    era: int  # between two comings or goings


class _Words(dict[str, str]):
    """What the braces of a text stand for; agreements "m|f" are worked out when first met."""

    def __init__(self, person: str, author: str) -> None:
        super().__init__()
        self.genders = phrases.GENDER.get(person, "m"), phrases.GENDER.get(author, "m")

    def __missing__(self, key: str) -> str:
        whose = 1 if key.startswith("_") else 0
        masculine, _, feminine = key.lstrip("_").partition("|")
        self[key] = feminine if self.genders[whose] == "f" else masculine
        return self[key]


class _Deck:
    """Things drawn at random, none twice before all have come."""

    __slots__ = ("_at", "_cards", "_random", "is_loose", "rounds")

    def __init__(self, cards: list[Any], random: Random, *, is_loose: bool = False) -> None:
        self._cards, self._random, self.rounds = cards, random, 0
        self.is_loose = is_loose  # two of its things may follow one another
        self._shuffle()

    def _shuffle(self) -> None:
        draw = self._random.random
        self._cards.sort(key=lambda _: draw())
        self._at = 0

    def draw(self) -> Any:
        """Return the next thing."""
        cards = self._cards
        if self._at == len(cards):
            last = cards[-1]
            self._shuffle()
            if cards[0] is last:
                cards[0], cards[-1] = cards[-1], cards[0]
        self._at += 1
        return cards[self._at - 1]

    def draw_where(self, fits: Callable[[Any], bool]) -> Any | None:
        """Return the next thing that fits, leaving those it passes over for later; else None."""
        cards = self._cards
        for turn in range(2):
            for index in range(self._at, len(cards)):
                if fits(cards[index]):
                    cards[self._at], cards[index] = cards[index], cards[self._at]
                    self._at += 1
                    return cards[self._at - 1]
            if turn or not any(map(fits, cards[: self._at])):
                break
            self._shuffle()
            self.rounds += 1
        return None


@cache
def _grammar() -> tuple[list[_Theme], dict[str, list[str]]]:
    """Return the themes, and the alternatives of each slot."""
    themes: list[_Theme] = []
    slots: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in "".join(phrases.TEXTS).replace("\n  ", " ").splitlines():
        if line.startswith("== "):
            themes.append(_theme(line[3:]))
            lines = themes[-1].lines
        elif line.startswith(":: "):
            lines = slots.setdefault(line[3:], [])
        elif line:
            told = START.sub(r"\1{PP}", line)
            lines.append(told.replace("¶", "\n\n").replace("↵", "\n"))
    return themes, slots


def _theme(line: str) -> _Theme:
    name, places, authors, bands, headings, tags = (part.strip() for part in line.split("|"))
    return _Theme(
        name=name,
        places=tuple(places.split()),
        authors=tuple(a for word in authors.split() for a in phrases.GROUPS.get(word, (word,))),
        bands=bands,
        headings=tuple(heading.strip() for heading in headings.split(",")),
        tags=tuple(tag.strip() for tag in tags.split(",") if tag.strip()),
        lines=[],
    )


def _of(name: str, word: str = "de") -> str:
    """Return "de Rosa" or "d'Odette", also before an @."""
    return f"{word[:-1]}'{name}" if name.lstrip("@")[0] in "AEÉIOU" else f"{word} {name}"


class _Book:
    """One notebook: what may be told in it, by whom, and what was told last."""

    def __init__(self, entry: dict[str, Any], random: Random) -> None:
        self.id: str = entry["id"]
        self.entry, self.random = entry, random
        self.told: tuple[str, ...] = ()  # the themes of the last writing
        self.is_person = "genre" not in entry
        self.gender = phrases.GENDER.get(self.id, "c")
        self.teams = frozenset(entry.get("equipes", []))
        self.life = random.uniform(0.6, 1.4) * (0.65 if len(self.teams) > 2 else 1)
        self._decks: dict[str, _Deck] = {}
        self._suited: dict[str, bool] = {}
        self._lines: dict[tuple[str, bool], _Deck | None] = {}

    def suits(self, text: str) -> bool:
        """Whether a text may be said of this person: their agreement, and their silence."""
        if text.endswith(("|m", "|f")) and text[-1] != self.gender:
            return False
        if self.id in phrases.SILENT and "«" in text:
            return False
        if self.gender == "n" and AGREEMENT.search(text):
            return False
        return all(self._has(slot) for slot in SLOT.findall(text))

    def _has(self, slot: str) -> bool:
        if slot not in self._suited:
            slots = _grammar()[1]
            texts = slots.get(slot) or slots[f"{slot[1:]}.sans"]
            self._suited[slot] = any(map(self.suits, texts))
        return self._suited[slot]

    def deck(self, slot: str) -> _Deck:
        """Return the alternatives of `slot` for this notebook."""
        if slot not in self._decks:
            texts = filter(self.suits, _grammar()[1][slot])
            cards = [self._cut(text) for text in texts]
            self._decks[slot] = _Deck(cards, self.random, is_loose=slot in phrases.LOOSE)
        return self._decks[slot]

    def _cut(self, text: str) -> Alternative:
        parts: list[Any] = SLOT.split(SUFFIX.sub("", text))
        for index in range(1, len(parts), 2):
            if not parts[index].startswith("~"):
                parts[index] = self.deck(parts[index])
        return tuple(parts) if len(parts) > 1 else parts[0]

    def lines(self, place: str, by_night: bool = False) -> _Deck | None:
        """Return the lines that may be told at `place`, None for none at all."""
        if (place, by_night) not in self._lines:
            cards = [
                _Line(theme, self._cut(line), not CLOSED.search(line), place.endswith("+"))
                for theme in _grammar()[0]
                if self._tells(theme, place) and by_night is (theme.bands == "n")
                for line in theme.lines
                if self.suits(line)
            ]
            self._lines[place, by_night] = _Deck(cards, self.random) if cards else None
        return self._lines[place, by_night]

    def _tells(self, theme: _Theme, place: str) -> bool:
        if theme.name in phrases.AVOIDED.get(self.id, ()):
            return False
        groups = {name for name, ids in phrases.GROUPS.items() if self.id in ids}
        return any(
            where == place
            for group, _, where in (token.rpartition("&") for token in theme.places)
            if not group or group in groups
        )

    def fill(self, alternative: Alternative, season: str) -> str:
        """Return the whole text of an alternative, its slots drawn."""
        if isinstance(alternative, str):
            return alternative
        parts = list(alternative)
        for index in range(1, len(parts), 2):
            deck = parts[index]
            if isinstance(deck, str):
                deck = self.deck(f"{deck[1:]}.{season}")
            drawn = deck.draw()
            parts[index] = drawn if isinstance(drawn, str) else self.fill(drawn, season)
            if deck.is_loose and self.random.random() < TWICE:
                parts[index] += " " + self.fill(deck.draw(), season)
        return "".join(parts)


class _Composer:
    """Everything that one call of `compose` needs to remember."""

    def __init__(self, house: dict[str, Any], seed: int, now: datetime | None) -> None:
        self.random = Random(seed)  # noqa: S311
        self.now = now
        self.noon = now.hour * 60 + now.minute if now else DAY // 2
        self.books = [_Book(entry, self.random) for entry in house["personne"]]
        self.books += [_Book(entry, self.random) for entry in house["collectif"]]
        self.edges = self._edges()
        self._present: dict[int, dict[str, list[str]]] = {}
        self._weights: dict[tuple[int, int], tuple[list[float], list[tuple[str, str]]]] = {}
        self._peers: dict[tuple[int, str, str], list[str]] = {}
        self.stories: dict[str, float] = {}  # how often one is told, by place
        self.by_id = {book.id: book for book in self.books}
        self.pros = {pro["id"]: pro for pro in house["pro"]}
        self._pens: dict[tuple[str, str, bool], dict[str, tuple[str, ...]]] = {}
        self._words: dict[tuple[str, str], _Words] = {}
        self._readable: dict[tuple[str, str], bool] = {}

    # ------------------------------------------------------------------ when and where

    def weekday(self, day: int) -> int:
        """Return the day of the week `day` days ago, 0 for Monday."""
        return ((self.now.weekday() if self.now else 0) - day) % 7

    def season(self, day: int) -> str:
        """Return the season `day` days ago, "sans" when nobody knows."""
        if self.now is None:
            return "sans"
        return SEASONS[(self.now - timedelta(days=day)).month % 12 // 3]

    def _edges(self) -> list[int]:
        """Return the days, counted back, at which somebody comes or goes."""
        edges = {GONE + 1, *phrases.OPENED.values()}
        edges.update(day + 1 for day in phrases.NAMED_SINCE.values())
        for book in self.books:
            for stay in book.entry.get("sejour", []) + book.entry.get("membre", []):
                if "depuis" in stay:
                    edges.add(stay["depuis"] + 1)
                edges.add(stay.get("jusque", 0))
        return sorted(edges)

    def present(self, era: int) -> dict[str, list[str]]:
        """Return the ids of those staying at `era`, by place."""
        if era not in self._present:
            day = self.edges[era - 1] if era else 0
            here: dict[str, list[str]] = {"F": [], "J": [], "S": []}
            for book in self.books:
                for stay in book.entry.get("sejour", []):
                    if stay["depuis"] >= day >= stay.get("jusque", 0):
                        here[PLACES[stay["service"]]].append(book.id)
            self._present[era] = here
        return self._present[era]

    def weights(self, day: int) -> tuple[list[float], list[tuple[str, str]]]:
        """Return how much is written `day` days ago, summed up, by notebook and place."""
        key = bisect(self.edges, day), self.weekday(day)
        if key not in self._weights:
            weights = self._weigh(*key, day)
            self._weights[key] = list(accumulate(weights.values())), list(weights)
        return self._weights[key]

    def _weigh(self, era: int, weekday: int, day: int) -> dict[tuple[str, str], float]:
        weights = {
            (name, place): self.by_id[name].life * phrases.WEEKS[place][weekday]
            for place, names in self.present(era).items()
            for name in names
        }
        total, all_shares = sum(weights.values()), sum(phrases.SHARES.values())
        shares = {
            name: share
            for name, share in phrases.SHARES.items()
            if name in self.by_id and day < phrases.OPENED.get(name, day + 1)
        }
        factor = total * all_shares / (100 - all_shares) / max(sum(shares.values()), 15)
        for name, share in shares.items():
            weights[name, name] = factor * share * phrases.WEEKS[name][weekday]
        return weights

    def notes(self, count: int, days: int) -> Iterator[Note]:
        """Yield `count` notes, oldest first."""
        first = REST if days >= 100 else 1
        span = range(max(days - 1, first), first - 1, -1)
        sums = list(accumulate(self.weights(day)[0][-1] for day in span))
        if not sums or not sums[-1]:
            return
        self.stories = {
            place: min(0.3, times / max(count, 1)) for place, times in phrases.STORIES.items()
        }
        done = 0
        for day, reached in zip(span, sums, strict=True):
            due = round(count * reached / sums[-1])
            yield from self._one_day(day, due - done)
            done = due

    def _one_day(self, day: int, count: int) -> Iterator[Note]:
        if not count:
            return
        sums, where = self.weights(day)
        draw, top, last = self.random.random, sums[-1], len(sums) - 1
        drawn = [where[min(bisect(sums, draw() * top), last)] for _ in range(count)]
        era, season = bisect(self.edges, day), self.season(day)
        for minute, (name, place) in sorted((self._minute(one), one) for one in drawn):
            moment = _Moment(day, minute, _band(minute, place), season, era)
            yield self._note(self.by_id[name], place, moment)

    def _minute(self, where: tuple[str, str]) -> int:
        name, place = where
        hours = phrases.HOURS[place]
        if place == "F" and "nuit" not in self.by_id[name].teams:
            hours = hours[3:]
        sums, low, high = _clock(hours)
        index = bisect(sums, self.random.random() * sums[-1])
        return low[index] + int(self.random.random() * (high[index] - low[index]))

    # ------------------------------------------------------------------ who and what

    def pens(self, book: _Book, place: str, day: int) -> dict[str, tuple[str, ...]]:
        """Return who may write here, by theme, each as many times as they weigh."""
        key = (book.id, place, day > GONE)
        if key not in self._pens:
            self._pens[key] = {
                theme.name: tuple(self._pens_of(book, place, theme, day)) for theme in _grammar()[0]
            }
        return self._pens[key]

    def _pens_of(self, book: _Book, place: str, theme: _Theme, day: int) -> Iterator[str]:
        for name in theme.authors:
            if name in self.pros and self._may_write(book, place, name, day):
                twice = 2 if name in book.entry.get("garants", []) else 1
                yield from [name] * (phrases.PENS.get(name, 1) * twice)

    def _may_write(self, book: _Book, place: str, author: str, day: int) -> bool:
        pro = self.pros[author]
        if pro.get("administrateur"):
            return False
        if pro.get("parti"):
            return day > GONE and "foyer" in book.teams and place in ("F", "etage")
        if author in book.entry.get("garants", []):
            return True
        teams = book.teams.intersection(TEAMS.get(place, book.teams))
        return not teams.isdisjoint(pro["equipes"])

    def _note(self, book: _Book, place: str, moment: _Moment) -> Note:
        voice = self._voice(book, moment.band)
        line, author = self._line(book, place, voice, moment)
        earlier = len(book.told)
        book.told = (*book.told, line.theme.name)
        text = self._text(book, place, voice, line, author, moment)
        book.told = book.told[earlier:]
        draw = self.random.random
        headings = line.theme.headings
        heading = headings[int(draw() * len(headings))] if draw() < HEADED else ""
        return Note(
            notebook=book.id,
            author=author,
            minutes_ago=moment.day * DAY + self.noon - moment.minute,
            text=text,
            heading=heading,
            tags=line.theme.tags if draw() < TAGGED else (),
            voice=voice,
            speaker=phrases.RELATIVES[book.id] if voice == "relative" else "",
        )

    def _voice(self, book: _Book, band: str) -> str:
        if not book.is_person or band == "n":
            return "worker"
        drawn = self.random.random()
        if drawn < PERSON and "moi" not in book.told and book.id not in phrases.SILENT:
            return "person"
        if drawn > 1 - RELATIVE and "eux" not in book.told and book.id in phrases.RELATIVES:
            return "relative"
        return "worker"

    def _line(self, book: _Book, place: str, voice: str, moment: _Moment) -> tuple[_Line, str]:
        """Return what is told and who writes it."""
        for where in self._wheres(book, place, voice, moment.band):
            if line := self._draw(book, where, place, moment):
                pens = self.pens(book, place, moment.day)[line.theme.name]
                return line, pens[int(self.random.random() * len(pens))]
        raise ValueError(f"nothing to tell in {book.id} at {place}, band {moment.band}")

    def _draw(
        self, book: _Book, where: str, place: str, moment: _Moment, author: str = ""
    ) -> _Line | None:
        """Return a line of `where` for this moment, for `author` if one is given."""

        pens, told, band = self.pens(book, place, moment.day), book.told, moment.band

        def fits(line: _Line) -> bool:
            theme = line.theme
            if band not in theme.bands or theme.name in told:
                return False
            if not author:
                return bool(pens[theme.name])
            return author in pens[theme.name] and theme.name not in phrases.SOLO

        deck = book.lines(where, band == "n")
        return deck.draw_where(fits) if deck else None

    def _wheres(self, book: _Book, place: str, voice: str, band: str) -> Iterator[str]:
        """Yield where to look for a line, the preferred place first."""
        if voice != "worker":
            yield ("@" if voice == "person" else "~") + place
        stories = book.lines(f"{place}+", band == "n")
        if stories and self.random.random() < self.stories[place]:
            yield f"{place}+"
        own = book.lines(book.id) if book.is_person else None
        if own and (
            book.id in phrases.APART
            or (band != "n" and own.rounds < ROUNDS and self.random.random() < OWN)
        ):
            yield book.id
        yield place
        yield book.id

    # ------------------------------------------------------------------ the text

    def _text(
        self, book: _Book, place: str, voice: str, line: _Line, author: str, moment: _Moment
    ) -> str:
        text = self._told(book, place, voice, line, author, moment)
        if voice != "worker" or line.is_whole or book.id in phrases.APART:
            return text
        if place in phrases.SOBER or author not in phrases.TALKERS or len(text) > 260:
            return text
        if self.random.random() < MORE and (
            other := self._draw(book, place, place, moment, author)
        ):
            book.told = (*book.told, other.theme.name)
            return f"{text}\n\n{self._told(book, place, voice, other, author, moment)}"
        return text

    def _told(
        self, book: _Book, place: str, voice: str, line: _Line, author: str, moment: _Moment
    ) -> str:
        """Return what a line says, as its author would have typed it."""
        text = book.fill(line.alternative, moment.season)
        if voice == "worker" and line.is_open and not line.is_whole:
            text += self._tail(book, place, author, line.theme)
        if "{" in text:
            text = text.format_map(self._names(book, place, voice, text, author, moment))
        return _dressed(text, author, voice)

    def _tail(self, book: _Book, place: str, author: str, theme: _Theme) -> str:
        """Return a word of the author's own after the text, or nothing."""
        slot = f"fin.{author}"
        if slot not in _grammar()[1] or theme.name.startswith("own."):
            return ""
        drawn = self.random.random()
        if drawn < TAIL and book.is_person:
            return " " + book.fill(book.deck(slot).draw(), "sans")
        if drawn > 1 - POSTSCRIPT and place in ("F", "etage"):
            return "\n\n" + book.fill(book.deck("ps").draw(), "sans")
        return ""

    def _names(
        self, book: _Book, place: str, voice: str, text: str, author: str, moment: _Moment
    ) -> _Words:
        """Return the words of a text: the person's, and those of somebody beside them."""
        peers = self.peers(book, place, moment.era)
        subject = book.id
        if not book.is_person:
            subject = peers[int(self.random.random() * len(peers))]
        words = self._words_of(subject, author)
        if "{A" in text or "{a}" in text:
            other = subject
            while other == subject:
                other = peers[int(self.random.random() * len(peers))]
            name = self.by_id[other].entry["nom"]
            words["a"], words["Ae"] = name.lower(), self._agreement(other)
            both = words.genders[0] == "f" == phrases.GENDER.get(other)
            words["ils"], words["Ils"], words["es"] = TOGETHER[both]
            if voice == "worker" and self.random.random() < AT and self._reads(author, other):
                name = f"@{name}"
            words["A"], words["Ade"], words["Aque"] = name, _of(name), _of(name, "que")
        return words

    def peers(self, book: _Book, place: str, era: int) -> list[str]:
        """Return the ids of at least two persons who are there, and may be named."""
        key = (era, book.id, place)
        if key not in self._peers:
            self._peers[key] = self._find_peers(book, place, era)
        return self._peers[key]

    def _find_peers(self, book: _Book, place: str, era: int) -> list[str]:
        here, day = self.present(era), self.edges[era - 1] if era else 0
        everybody = set().union(*here.values())
        peers = [
            member["personne"]
            for member in book.entry.get("membre", [])
            if member.get("personne") in everybody
            and member.get("depuis", day) >= day >= member.get("jusque", 0)
            and phrases.NAMED_SINCE.get((book.id, member["personne"]), day) >= day
        ]
        named = [one for one in peers or here.get(place, []) if phrases.GENDER.get(one) in "mf"]
        if not book.is_person:
            named = [name for name in named if name not in phrases.SILENT]
        if len(set(named) - {book.id}) < 2:
            named += [name for name in ("bernadette", "titi", "alain") if name in self.by_id]
        return named

    def _words_of(self, person: str, author: str) -> _Words:
        if (person, author) not in self._words:
            name = self.by_id[person].entry["nom"]
            relative = phrases.RELATIVES.get(person, "sa famille")
            words = _Words(person, author)
            words.update(N=name, n=name.lower(), de=_of(name), que=_of(name, "que"))
            words.update(de_b=_of(name).lower(), P=relative)
            words["PP"] = relative[0].upper() + relative[1:]
            self._words[person, author] = words
        return self._words[person, author]

    def _agreement(self, person: str) -> str:
        return "e" if phrases.GENDER.get(person) == "f" else ""

    def _reads(self, author: str, person: str) -> bool:
        """Whether a team of `author` may read the notebook of `person`."""
        if (author, person) not in self._readable:
            entry = self.by_id[person].entry
            teams = [*entry.get("equipes", []), *entry.get("lecture", [])]
            known = set(self.pros[author]["equipes"]) & set(teams)
            self._readable[author, person] = bool(known)
        return self._readable[author, person]


@cache
def _clock(hours: tuple[tuple[int, int, int], ...]) -> tuple[list[int], list[int], list[int]]:
    low, high, weights = (list(column) for column in zip(*hours, strict=True))
    return list(accumulate(weights)), low, high


def _band(minute: int, place: str) -> str:
    """Return the part of the day at `place`: n, m, a or e; a visit at seven is of the afternoon."""
    if minute < 420 or minute >= 1300:
        return "n"
    if minute < 720:
        return "m"
    return "a" if minute < 1080 or place == "S" else "e"


def _dressed(text: str, author: str, voice: str) -> str:
    """Return a text as its author would have typed it."""
    text = text.replace("D..", "D.")
    if author == "bruno":
        return text.rstrip(".")
    if author == "fabrice" and voice == "worker":
        text = text.replace("« ", '"').replace(" »", '"').replace(" a ", " à ", 1)
        return text.removesuffix(".") if len(text) % 2 else text
    return text[0].upper() + text[1:]


def compose(
    house: dict[str, Any],
    *,
    count: int,
    days: int,
    seed: int = 2002,
    now: datetime | None = None,
) -> Iterator[Note]:
    """Yield `count` invented writings over `days` days, oldest first.

    `house` is the parsed `maison.toml`. Over 100 days or more, the last three weeks are left to
    the writings made by hand. `now` is the loading instant, local: with it the hours, the days of
    the week and the seasons are those of the calendar; without it a Monday noon is supposed, and
    nobody speaks of the weather of a season.
    """
    yield from _Composer(house, seed, now).notes(count, days)
