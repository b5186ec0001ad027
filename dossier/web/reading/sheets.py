"""Passages as a page shows them: what is covered is gone before anything is set."""

import re
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from dossier.files import kinds
from dossier.notebooks import marks
from dossier.notebooks.models import Attachment, Writing
from dossier.reading import rules
from dossier.reading.desk import Passage
from dossier.reading.rules import Stretch
from dossier.reading.telling import lived, place, who
from dossier.web import dates

# A character that nobody types holds the place of what is covered while marks are read.
HELD = "\ue0c0"
COVERED = re.compile(f"{HELD}(\\d+){HELD}")
SHOWN = {kinds.IMAGE: "image", kinds.SOUND: "son", kinds.VIDEO: "film"}


def text(stretches: Iterable[Stretch]) -> SafeString:
    """Return what is read as safe HTML, a bar in place of each covered stretch."""
    stretches = list(stretches)
    held = " ".join(
        f"{HELD}{number}{HELD}" if one.reasons else one.text.replace(HELD, "")
        for number, one in enumerate(stretches)
    )
    html = COVERED.sub(lambda found: bar(stretches[int(found[1])].reasons), marks.render(held))
    return mark_safe(html)  # noqa: S308 - the output of marks, and words of the law escaped


def bar(reasons: Iterable[str]) -> str:
    """Return the bar that stands for what is covered, the same whatever its length."""
    return f'<span class="couvert">passage couvert : {escape(rules.told(reasons))}</span>'


def file(one: Attachment) -> dict[str, Any]:
    """Return a file that was decided shown: its number and sort, neither its name nor the words
    that describe it, which may change after one looked.
    """
    return {"pk": one.pk, "sort": SHOWN.get(one.blob.kind, ""), "mime": one.blob.mime}


def shown(passage: Passage, called: str, *, may_say: bool) -> dict[str, Any]:
    """Return a passage as the page of reading together shows it."""
    at = lived(passage)
    is_read = bool(passage.stretches) or bool(passage.shown_files)
    may_say = may_say and not passage.writing.notebook.is_circle  # an answer lives with it
    return {
        "pk": passage.writing.pk,
        "day": at.date(),
        "clock": dates.clock(at),
        "who": who(passage, called),
        "is_own_voice": passage.writing.voice == Writing.Voice.PERSON and passage.is_here,
        "is_answer": bool(passage.writing.answers_id),
        "place": place(passage),
        "is_waiting": passage.is_waiting,
        "whole": rules.told([passage.whole]) if passage.whole else "",
        "text": text(passage.stretches),
        "files": [file(one) for one in passage.shown_files],
        "may_answer": may_say and passage.is_here and is_read,
    }


def days(passages: Iterable[Passage], called: str, *, may_say: bool) -> list[dict[str, Any]]:
    """Return passages gathered by day, in the order given."""
    told = [shown(one, called, may_say=may_say) for one in passages]
    today = timezone.localdate()
    return [
        {"day": day, "is_near": 0 <= (today - day).days < 7, "passages": list(those)}
        for day, those in groupby(told, itemgetter("day"))
    ]
