"""Pages of the frame of the house: read by all who work here, changed by who speaks for it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from dossier.rights import durations
from dossier.rights.actions import frame_house
from dossier.rights.models import Frame
from dossier.rights.terms import KNOWN, Term, Terms
from dossier.web.drafts import once, open_form, retry
from dossier.web.frame.categories import CATEGORIES, category
from dossier.web.frame.forms import SITUATION, FrameForm, TermForm
from dossier.web.frame.told import changed, history

NAMES = (
    "categories", "situation", "has_public_mission", "archives", "protects_children", "notes_days",
    "data_officer",
)  # fmt: skip


@require_safe
def house_frame(request: HttpRequest) -> HttpResponse:
    """Show what of the law applies here, the durations, and what was changed."""
    frame, today = Frame.here(), timezone.localdate()
    terms = Terms(frame.terms)
    context = {
        "frame": frame,
        "categories": [category(one) for one in CATEGORIES if one in frame.categories],
        "situation": [words for key, words in SITUATION if key in frame.situation],
        "durations": [
            (key, known, held, _law(key, held), durations.may_change(request.user, key))
            for key, known in KNOWN.items()
            for held in [terms.of(key, today)]
        ],
        "history": list(history()),
        "may_change": request.user.speaks_for_house,
    }
    return render(request, "frame/house_frame.html", context)


def _law(key: str, held: Term) -> Term | None:
    """Return what the law says of a duration, when the house holds another."""
    law = Terms({}).of(key, timezone.localdate())
    return None if (law.amount, law.unit) == (held.amount, held.unit) else law


def _must_speak(request: HttpRequest) -> None:
    if not request.user.speaks_for_house:
        raise Http404


def house_frame_edit(request: HttpRequest) -> HttpResponse:
    """Say what of the law applies here."""
    _must_speak(request)
    frame = Frame.here()
    initial = {name: getattr(frame, name) for name in NAMES}
    form = open_form(FrameForm, request, initial=initial)
    if request.method != "POST" or not form.is_valid():
        return retry(request, "frame/house_frame_edit.html", {"form": form})

    def act() -> str:
        frame_house(by=request.user, **form.given())
        return reverse("house-frame")

    return once(request, act)


def house_term_change(request: HttpRequest, term: str) -> HttpResponse:
    """Change a duration from a day, or come back to the law's own."""
    if not (known := KNOWN.get(term)) or not durations.may_change(request.user, term):
        raise Http404
    held, law = Terms(Frame.here().terms).of(term, timezone.localdate()), Terms({})
    initial = {"amount": held.amount, "unit": held.unit}
    form = open_form(TermForm, request, initial=initial, known=known)
    is_back = request.POST.get("geste") == "loi"
    if request.method == "POST" and (is_back or form.is_valid()):
        return once(request, lambda: _change(request, term, held, None if is_back else form))
    context = {"form": form, "known": known, "held": held}
    context |= {"law": law.of(term, timezone.localdate()), "changes": list(changed(term))}
    return retry(request, "frame/house_term_change.html", context)


def _change(request: HttpRequest, key: str, held: Term, form: TermForm | None) -> str:
    if form is None:
        durations.back_to_law(by=request.user, key=key)
        messages.success(request, "C’est fait : à partir d’aujourd’hui, ce que dit la loi.")
    else:
        given = form.given()
        given["amount"] = given["amount"] or held.amount
        given["unit"] = given["unit"] or held.unit
        given["source"] = given.pop("because")
        durations.change_term(by=request.user, key=key, **given)
        messages.success(request, "C’est noté.")
    return f"{reverse('house-frame')}#durees"
