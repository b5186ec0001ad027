"""The sheet of the house for who evaluates it: its papers, their versions and dates, when its
councils met. Nobody is in it.
"""

from collections.abc import Iterator

from django.utils import timezone

from dossier.establishment.dates import full_day
from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.meetings.models import Council, Meeting
from dossier.notebooks.models import Notebook
from dossier.rights.models import HouseText

TITLE = "Ce qui existe, et depuis quand"
YEARS = 5  # between two evaluations (CASF D312-204)


def told(*, by: Worker) -> str:
    """Return the sheet, in light marks."""
    return "\n".join([*_papers(), "", *_councils(by)])


def _papers() -> Iterator[str]:
    yield said("# Les textes {maison.du}")
    yield ""
    texts = HouseText.objects.filter(is_retired=False).prefetch_related("editions")
    for text in texts:
        for edition in text.editions.all():
            told = f"- {HouseText.Sort(text.sort).said.capitalize()}, version {edition.number}, "
            told += f"en vigueur depuis le {full_day(edition.in_force_on)}"
            if edition.opinion_on:
                told += f" ; avis {said('{conseil.du}')} le {full_day(edition.opinion_on)}"
            yield told
    if not texts:
        yield "Rien n’est noté."


def _councils(by: Worker) -> Iterator[str]:
    yield "# Quand on s’est réunis"
    yield ""
    today = timezone.localdate()
    councils = Council.objects.filter(notebook__in=Notebook.objects.visible_to(by))
    forms = dict(councils.values_list("notebook", "form"))
    since = today.replace(year=today.year - YEARS, day=1)
    held = Meeting.objects.filter(notebook__in=forms, on__gte=since, on__lte=today)
    for one in held.order_by("on", "pk"):
        form = said(Council.Form(forms[one.notebook_id]).label)
        told = f"- {full_day(one.on).capitalize()} : {form}"
        if one.adopted_on:
            told += f", relevé adopté le {full_day(one.adopted_on)}"
        if one.sent_on:
            told += f", transmis le {full_day(one.sent_on)}"
        yield told
    if not held:
        yield "Rien n’est noté."
