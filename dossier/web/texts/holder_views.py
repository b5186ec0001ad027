"""Who holds which edition of a text, so that the new one is given to those who have not got it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dossier.journal.actions import record_openings
from dossier.rights.holders import holders
from dossier.rights.models import HouseText
from dossier.web.converters import number
from dossier.web.texts.sorts import unasked_opinion

PAGE = 40  # persons


@require_safe
def house_text_holders(request: HttpRequest, pk: int) -> HttpResponse:
    """Show, of those whose dossiers one reads, who still has a former edition, or none, then who
    has the last one.
    """
    house_text = get_object_or_404(HouseText, pk=pk)
    last = house_text.editions.first()
    today = timezone.localdate()
    found = holders(worker=request.user, house_text=house_text, today=today) if last else []
    found = sorted(found, key=lambda one: one.holds(last))
    first = (max(number(request.GET.get("suite", "")) or 1, 1) - 1) * PAGE
    shown = found[first : first + PAGE]
    record_openings(by=request.user, notebook_ids={one.dossier.notebook_id for one in shown})
    context = {
        "house_text": house_text,
        "last": last,
        "is_to_come": bool(last and last.in_force_on > today),
        "without": [one for one in shown if not one.holds(last)],
        "holding": [one for one in shown if one.holds(last)],
        "next": first // PAGE + 2 if found[first + PAGE :] else None,
        "opinion": unasked_opinion(house_text.sort, last),
    }
    return render(request, "texts/house_text_holders.html", context)
