"""The guide of who keeps the machine, handed over as it is shipped."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

GUIDE = settings.BASE_DIR / "docs" / "guide" / "tenir-la-machine.md"


@require_safe
def machine_guide(request: HttpRequest) -> HttpResponse:
    """Show the guide of the machine: plain words, that any browser shows without a page."""
    told = GUIDE.read_text(encoding="utf-8")
    return HttpResponse(told, content_type="text/plain; charset=utf-8")
