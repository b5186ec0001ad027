"""What one tells without the names, while it is being made: the passage, the answers that follow
it, the names found and those left, the boxes one may still change.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dossier.collectives import causes, naming
from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.notebooks import passages, rules
from dossier.notebooks.drafts import listed
from dossier.notebooks.models import Writing
from dossier.web.converters import number

HIDE, SHOWN, LEFT = "hide", "shown", "left"
AGAIN = "1"  # what `step` says while one goes back to the passage


def digest(text: str) -> str:
    """Return a print of what was put in a box, to know whether a hand changed it."""
    return hashlib.sha256(rules.same_words(text).encode()).hexdigest()[:16]


@dataclass
class Box:
    """A box: what is told of a writing; `before` is what a hand had made of it, when it was made
    again meanwhile.
    """

    writing: Writing
    name: str
    made: str
    text: str
    before: str
    must_follow: bool = False
    is_left: bool = False
    is_new: bool = False

    @property
    def end(self) -> str:
        """What the names of its fields end with."""
        return self.name.removeprefix("text")

    @property
    def follows(self) -> str:
        """Who answers, and whether it always follows."""
        if self.must_follow:
            return said("{who} y répond : cela suit toujours", who=self.writing.voice_said)
        return said("{professionnel.Un} y a répondu")


class Sheet:
    """A passage of `source` and the answers to it, as the fields of a form or a draft have them."""

    def __init__(self, source: Writing, *, by: Worker, fields: Mapping[str, Any]) -> None:
        self.source, self.by, self.fields = source, by, fields
        asked = number(self._field("version")) or source.version
        answers = passages.threads([source.pk])[source.pk]
        wanted = [(source, asked), *((one, one.version) for one in [source, *answers])]
        told = passages.said(wanted, by=by)
        self.version = asked if (source.pk, asked) in told else source.version
        self.text = told[source.pk, self.version]
        self.writings = [source, *answers]
        without_words = said("[{piece.un}, sans paroles]")
        self.said = [told[one.pk, one.version].strip() or without_words for one in answers]

    def _field(self, name: str) -> str:
        return rules.keepable(rules.same_words("\n".join(listed(self.fields.get(name)))))

    @property
    def is_checking(self) -> bool:
        """Whether the names are being checked; else the passage is being chosen."""
        is_made = "text" in self.fields and self._field("step") != AGAIN
        return is_made and self.is_verbatim

    @property
    def is_verbatim(self) -> bool:
        """Whether the passage is word for word what the source says."""
        try:
            return bool(self.texts)
        except passages.NotVerbatim:
            return False

    @property
    def passage(self) -> str:
        """The passage as typed, all of it for none."""
        return self._field("extract") or self.text

    @cached_property
    def texts(self) -> list[str]:
        """The passage and what answers it, with the names; NotVerbatim for other words."""
        return [passages.passage_of(self.text, self.passage), *self.said]

    @cached_property
    def found(self) -> list[list[naming.Found]]:
        """What names somebody in them."""
        known = causes.known(by=self.by, notebook=self.source.notebook)
        return naming.look(self.texts, known)

    @cached_property
    def hidden(self) -> set[str]:
        """The spellings that are replaced: those ticked, and at first those that seem sure."""
        first = naming.hidden_at_first(self.found)
        if SHOWN not in self.fields:
            return first
        return set(self._list(HIDE)) | (first - set(self._list(SHOWN)))

    def _list(self, name: str) -> list[str]:
        return [rules.keepable(rules.same_words(one)) for one in listed(self.fields.get(name))]

    @property
    def has_known(self) -> bool:
        """Whether somebody known is named."""
        return any(not row.is_doubt for row in self.rows)

    @property
    def has_doubts(self) -> bool:
        """Whether something may be a name."""
        return any(row.is_doubt for row in self.rows)

    @cached_property
    def rows(self) -> list[naming.Row]:
        """What was found, and by what it is replaced."""
        return naming.rows(self.found, self.hidden, causes.words())

    @cached_property
    def boxes(self) -> list[Box]:
        """The boxes as they are typed; one that is not yet, as it is made."""
        made = naming.without(self.texts, self.found, self.hidden, causes.words())
        left = set(self._list(LEFT))
        boxes = []
        for place, (one, text) in enumerate(zip(self.writings, made, strict=True)):
            end = f"-{one.pk}" if place else ""
            is_new = f"text{end}" not in self.fields
            boxes.append(
                Box(
                    one,
                    f"text{end}",
                    digest(text) if is_new else self._field(f"made{end}"),
                    text if is_new else self._field(f"text{end}"),
                    self._field(f"before{end}"),
                    must_follow=bool(place) and not one.is_from_worker,
                    is_left=bool(place) and one.is_from_worker and str(one.pk) in left,
                    is_new=is_new,
                )
            )
        return boxes

    def made_again(self) -> dict[str, str]:
        """Return the boxes made again from the passage and the ticks, as fields; what a hand had
        changed is kept beside, and stays in the box when the same would be made.
        """
        made = naming.without(self.texts, self.found, self.hidden, causes.words())
        fields = {"version": str(self.version), "extract": self.texts[0]}
        for box, text in zip(self.boxes, made, strict=True):
            by_hand = not box.is_new and digest(box.text) != box.made
            is_kept = by_hand and digest(text) == box.made
            if by_hand and not is_kept and box.text.strip() != text.strip():
                before = "\n\n".join(filter(None, (box.text, box.before)))
                fields[f"before{box.end}"] = before
            fields[f"text{box.end}"] = box.text if is_kept else text
            fields[f"made{box.end}"] = digest(text)
        return fields

    @property
    def answers(self) -> dict[int, str]:
        """The answers told, by number, less those of colleagues that are left out."""
        return {box.writing.pk: box.text for box in self.boxes[1:] if not box.is_left}

    def faults(self) -> list[str]:
        """Return what keeps the boxes from being signed, and what to do."""
        told = []
        if not self.boxes[0].text.strip():
            told.append("Il ne reste rien à raconter : écrivez au moins quelques mots.")
        if any(len(box.text) > rules.MAX_TEXT for box in self.boxes):
            told.append("C’est trop long : gardez-en l’essentiel.")
        if any(box.is_new for box in self.boxes[1:]):
            told.append(
                said("{reponse.Un} est {reponse:arrivé,arrivée} entre-temps : relisez plus bas.")
            )
        if any(box.must_follow and not box.text.strip() for box in self.boxes):
            told.append(
                said("Ce que {personne.le} ou {proche.un} y répond suit toujours : dites-le.")
            )
        return told
