"""Acts on outlines: from which a team starts writing, and which go from house to house as text."""

from django.db import transaction
from django.utils import timezone

from dossier.establishment.models import Team, Worker
from dossier.notebooks import rules
from dossier.notebooks.actions import NotAllowed
from dossier.notebooks.models import Outline

MAX_TITLE = 200


@transaction.atomic
def keep_outline(
    *, by: Worker, team: Team, title: str, text: str, outline: Outline | None = None
) -> Outline:
    """Make an outline for `team`, or change `outline`; what it was stays in its history.

    NotAllowed unless `by` is of the team, ValueError without a title or a text.
    """
    of_team = by.is_active and by.groups.filter(pk=team.pk).exists()
    if not of_team or (outline and outline.team_id != team.pk):
        raise NotAllowed
    title, text = " ".join(title.split())[:MAX_TITLE], rules.same_words(text).strip("\n")
    if not title or not text.strip():
        raise ValueError("an outline has a title and a text")
    outline = outline or Outline(team=team)
    outline.title, outline.text = title, text
    return _save(outline, by)


@transaction.atomic
def retire_outline(*, by: Worker, outline: Outline, is_retired: bool) -> Outline:
    """Offer an outline no more, or again. NotAllowed unless `by` is of its team."""
    if not Outline.objects.of(by).filter(pk=outline.pk).exists():
        raise NotAllowed
    outline.is_retired = is_retired
    return _save(outline, by)


def _save(outline: Outline, by: Worker) -> Outline:
    outline._history_user = by
    outline._history_date = timezone.now().replace(second=0, microsecond=0)
    outline.save()
    return outline


def written_out(outline: Outline) -> str:
    """Return an outline as a plain text that `read_in` reads back."""
    first = outline.text.split("\n", 1)[0]
    head = "" if rules.title_of(first) == outline.title else f"# {outline.title}\n\n"
    return f"{head}{outline.text}\n"


def read_in(text: str, *, name: str = "") -> tuple[str, str]:
    """Return (title, text) of an outline written as plain text: its first title, else `name`."""
    text = rules.keepable(rules.same_words(text)).removeprefix("\ufeff").strip("\n")
    first = next((line for line in text.split("\n") if line.strip()), "")
    return (rules.title_of(first) or name)[:MAX_TITLE], text
