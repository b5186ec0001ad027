"""The words of the interface that a house may change, and what French does to each.

Templates say `{{ mots.cahier.le }}`, Python says `said("dans {cahier.le}")`: "le cahier",
"la feuille", "l’agenda". A form asked with a capital has one: `{cahier.Le}`. Agreement goes by
gender: `{cahier:blanc,blanche}`, `{{ mots.cahier|accord:"blanc,blanche" }}`.
"""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

MASCULINE, FEMININE = "m", "f"
VOWELS = set("aeiouœæ")
# What ends the part of a name that takes the plural: "pièces à joindre", "groupes de vie".
LINKS = {"a", "au", "aux", "de", "des", "du", "en", "par", "pour", "sur"}


def fold(text: str) -> str:
    """Return `text` without case nor accents."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


def of(name: str) -> str:
    """Return "de" before the name of somebody or something: "d’Alain", "de Yann", "d’Hélène".

    A first y before a vowel is a consonant; an h is taken for mute, as in most names.
    """
    first, second = f"{fold(name)}  "[:2]
    is_elided = second not in VOWELS if first == "y" else first in VOWELS | {"h"}
    return f"d’{name}" if is_elided else f"de {name}"


def listed(names: Iterable[str]) -> str:
    """Return names as one says them: "Alain, Yann et Hélène"."""
    *before, last = [*names] or [""]
    return f"{', '.join(before)} et {last}" if before else last


def plural_of(name: str) -> str:
    """Return the likely plural: "dossier unique" gives "dossiers uniques"."""
    words = name.split()
    folded = [fold(word) for word in words]
    links = (at for at, one in enumerate(folded) if one in LINKS or one.startswith(("d’", "d'")))
    end = next(links, len(words))
    return " ".join([_plural(word) for word in words[:end]] + words[end:])


def _plural(word: str) -> str:
    if not word[-1].isalpha() or word[-1] in "sxz":
        return word
    if word.endswith(("au", "eu", "œu")):
        return f"{word}x"
    return f"{word[:-2]}aux" if word.endswith("al") else f"{word}s"


def _both(masculine: str, feminine: str, link: str) -> str:
    """Return one form for the two: "professionnel·le", "éducatrice ou éducateur"."""
    if masculine == feminine:
        return masculine
    if is_suffixed(masculine, feminine):
        return f"{masculine}·{feminine.removeprefix(masculine)}"
    return f"{feminine} {link} {masculine}"


def is_suffixed(masculine: str, feminine: str) -> bool:
    """Whether the feminine only adds an e, maybe after a double letter: venue, professionnelle."""
    return feminine in {f"{masculine}e", f"{masculine}{masculine[-1:]}e"}


def _form(masculine: str, feminine: str, *elided: str) -> property:
    """Return a form with a small word before; `elided` before a vowel (masculine, feminine)."""

    def said(word: "Word") -> str:
        told = []
        for name, gender in word.forms():
            small = feminine if gender == FEMININE else masculine
            if elided and word.is_elided(name):
                small = elided[-1 if gender == FEMININE else 0]
            told.append(f"{small}{name}")
        return " ou ".join(told)

    return property(said)


@dataclass(frozen=True)
class Word:
    """A word of the house. `feminine`, for people, makes it said of anybody: "professionnel·le".

    An empty `plural` is guessed, `elides` (l’, cet, mon) too when None, from the first letter.
    """

    singular: str
    plural: str = ""
    gender: str = MASCULINE
    feminine: str = ""
    elides: bool | None = None

    def __format__(self, spec: str) -> str:
        """Agree: "blanc,blanche" gives what goes with this word; nothing gives the word."""
        return self.accord(spec) if spec else self.singulier

    def __str__(self) -> str:
        return self.singulier

    def __getattr__(self, name: str) -> str:
        """Return a form with a capital: `Le` is `le` at the beginning of a sentence."""
        if not name[:1].isupper():
            raise AttributeError(name)
        form = getattr(self, name[0].lower() + name[1:])
        return form[:1].upper() + form[1:]

    @property
    def is_double(self) -> bool:
        """Whether it has two forms, said together."""
        return self.gender == MASCULINE and self.feminine not in {"", self.singular}

    @property
    def singulier(self) -> str:
        """cahier; professionnel·le."""
        return _both(self.singular, self.feminine, "ou") if self.is_double else self.singular

    @property
    def pluriel(self) -> str:
        """cahiers; professionnel·les."""
        plural = self.plural or plural_of(self.singular)
        if not self.is_double:
            return plural
        if is_suffixed(self.singular, self.feminine) and plural == f"{self.singular}s":
            return f"{self.singulier}s"
        return f"{plural_of(self.feminine)} et {plural}"

    def accord(self, forms: str) -> str:
        """Return, of "masculine,feminine", the one that goes with this word, or both."""
        masculine, feminine = forms.split(",")
        if self.is_double:
            return _both(masculine, feminine, "ou")
        return feminine if self.gender == FEMININE else masculine

    def forms(self) -> list[tuple[str, str]]:
        """Return each form in the singular with its gender: one, or two for somebody."""
        more = [(self.feminine, FEMININE)] if self.is_double else []
        return [(self.singular, self.gender), *more]

    def is_elided(self, name: str) -> bool:
        """Whether le, de, ce are shortened before `name`."""
        return fold(name)[:1] in VOWELS if self.elides is None else self.elides

    le = _form("le ", "la ", "l’")
    un = _form("un ", "une ")
    du = _form("du ", "de la ", "de l’")
    au = _form("au ", "à la ", "à l’")
    ce = _form("ce ", "cette ", "cet ", "cette ")
    mon = _form("mon ", "ma ", "mon ")
    son = _form("son ", "sa ", "son ")
    aucun = _form("aucun ", "aucune ")
    quel = _form("quel ", "quelle ")
    nouveau = _form("nouveau ", "nouvelle ", "nouvel ", "nouvelle ")


@dataclass(frozen=True)
class Known:
    """A word the interface uses: what it is at first, what it names, whether it is somebody."""

    word: Word
    names: str
    is_somebody: bool = False


# The keys are French, as the templates that read them.
KNOWN: dict[str, Known] = {
    "cahier": Known(Word("cahier"), "Ce que l’on tient à plusieurs, jour après jour."),
    "dossier": Known(
        Word("dossier"), "Ce que l’on ouvre pour quelqu’un, avec tout ce qui le concerne."
    ),
    "personne": Known(
        Word("personne", gender="f"), "Qui est accompagné : résidente, habitant…", True
    ),
    "proche": Known(Word("proche"), "Qui compte pour elle ou lui : famille, amis…", True),
    "entourage": Known(Word("entourage"), "L’ensemble de ceux qui comptent."),
    "accompagnement": Known(Word("accompagnement"), "De quand à quand, et où : séjour, suivi…"),
    "professionnel": Known(
        Word("professionnel", feminine="professionnelle"), "Qui travaille ici.", True
    ),
    "equipe": Known(Word("équipe", gender="f"), "Qui travaille ensemble."),
    "direction": Known(Word("direction", gender="f"), "Qui décide, et répond de tout."),
    "collectif": Known(Word("collectif"), "Un groupe de vie, un atelier, un conseil."),
    "projet": Known(Word("projet"), "Ce que l’on veut faire, seul ou à plusieurs."),
    "cause": Known(
        Word("cause commune", gender="f"),
        "Ce que plusieurs vivent et que nul ne réglera seul.",
    ),
    "reunion": Known(Word("réunion", gender="f"), "Un moment où l’on se retrouve pour parler."),
    "conseil": Known(
        Word("conseil de la vie sociale", "conseils de la vie sociale"),
        "Là où ceux qui vivent ici donnent leur avis.",
    ),
    "transmission": Known(
        Word("transmission", gender="f"), "Ce que ceux qui partent laissent à ceux qui arrivent."
    ),
    "ecrit": Known(Word("écrit"), "Ce que l’on signe : note, page, compte rendu…"),
    "reponse": Known(Word("réponse", gender="f"), "Ce qui revient sous ce que l’on a signé."),
    "brouillon": Known(Word("brouillon"), "Ce qui n’est pas encore signé, et n’est lu que de soi."),
    "bricabrac": Known(
        Word("bric-à-brac", "bric-à-brac"), "Là où les choses attendent de servir un jour."
    ),
    "fragment": Known(Word("fragment"), "Ce qui attend là."),
    "assemblage": Known(
        Word("assemblage"), "Des passages de plusieurs endroits, et des mots entre eux."
    ),
    "piece": Known(Word("pièce jointe", gender="f"), "Photo, son, dessin, document ajoutés."),
    "rubrique": Known(Word("rubrique", gender="f"), "Le mot sous lequel on classe, un seul."),
    "etiquette": Known(Word("étiquette", gender="f"), "Les mots que l’on colle, plusieurs."),
    "trame": Known(Word("trame", gender="f"), "Des titres pour commencer."),
    "maison": Known(Word("maison", gender="f"), "Ici : foyer, service, établissement…"),
}
FIELDS = tuple(one.name for one in fields(Word))


class Words(dict[str, Word]):
    """The words of a house by key: those it changed, and for the rest what they are at first.

    `print` is the same for the same words: what is kept in memory under it is never stale.
    """

    def __init__(self, changed: Mapping[str, Mapping[str, Any]]) -> None:
        mine = {
            key: Word(**{name: one[name] for name in FIELDS if name in one})
            for key, one in changed.items()
            if key in KNOWN
        }
        super().__init__({key: one.word for key, one in KNOWN.items()} | mine)
        self.print = json.dumps(changed, sort_keys=True)


def told(word: Word) -> str:
    """Return a word in a few of its forms, to hear whether they sound right."""
    forms = [word.le, word.ce, word.du, word.au, word.un, f"les {word.pluriel}"]
    return ", ".join(dict.fromkeys(forms))


def kept(key: str, word: Word) -> dict[str, Any] | None:
    """Return what to keep of a word: nothing when it is said as at first."""
    return None if told(word) == told(KNOWN[key].word) else asdict(word)
