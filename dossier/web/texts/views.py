"""Pages of the texts of the house: everybody reads them, who speaks for the house publishes."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dossier.rights import rules, texts
from dossier.rights.actions import terms
from dossier.rights.models import Edition, HouseText
from dossier.web import rescue
from dossier.web.drafts import once, open_form, retry
from dossier.web.files.with_form import holds, once_with_files, pending
from dossier.web.meetings.around import tell
from dossier.web.texts.forms import EditionForm, TextForm
from dossier.web.texts.sorts import help_of, is_given, unasked_opinion

LIGHT = Edition.objects.defer("text", "easy", "changed", "opinion").select_related("by")


def _speaking(request: HttpRequest) -> None:
    if not request.user.speaks_for_house:
        raise Http404


@require_safe
def house_text_list(request: HttpRequest) -> HttpResponse:
    """Show the texts of the house by sort, with the edition in force; what is put aside last."""
    today = timezone.localdate()
    found = HouseText.objects.prefetch_related(Prefetch("editions", LIGHT))
    held: dict[str, list] = {}
    for one in found:
        shown = {"text": one, "current": rules.current(one.editions.all(), today)}
        held.setdefault("aside" if one.is_retired else one.sort, []).append(shown)
    sorts = [
        {"sort": sort, "said": sort.said, "help": help_of(sort), "texts": held.get(sort, [])}
        for sort in HouseText.Sort
    ]
    context = {"sorts": sorts, "aside": held.get("aside", [])}
    return render(request, "texts/house_text_list.html", context | _may(request))


def _may(request: HttpRequest) -> dict[str, bool]:
    return {"may_publish": request.user.speaks_for_house}


def house_text_open(request: HttpRequest) -> HttpResponse:
    """Open a text: its sort is enough, or a title."""
    _speaking(request)
    form = open_form(TextForm, request)
    if not form.is_bound and request.GET.get("sorte") in HouseText.Sort:
        form.initial.setdefault("sort", request.GET["sorte"])
    if request.method != "POST" or not form.is_valid():
        return retry(request, "texts/house_text_open.html", {"form": form})

    def act() -> str:
        opened = texts.open_text(by=request.user, **form.given())
        return reverse("house-text-publish", args=[opened.pk])

    return once(request, act)


@require_safe
def house_text_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a text: the edition in force, those to come, the former ones."""
    house_text = get_object_or_404(HouseText, pk=pk)
    today = timezone.localdate()
    editions = list(LIGHT.filter(house_text=house_text))
    current = rules.current(editions, today)
    due = current and rules.revision(house_text.sort, current.in_force_on, terms(), today)
    context = {
        "house_text": house_text,
        "sort": HouseText.Sort(house_text.sort).said,
        "help": help_of(house_text.sort),
        "current": (whole := current and Edition.objects.get(pk=current.pk)),
        "opinion": unasked_opinion(house_text.sort, whole),
        "is_given": is_given(house_text.sort) and request.user.accompanies,
        "editions": editions,
        "due": tell(due) if not house_text.is_retired else "",
    }
    return render(request, "texts/house_text_detail.html", context | _may(request))


def house_text_publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish an edition, begun with what the last one said; the former ones stay."""
    _speaking(request)
    house_text = get_object_or_404(HouseText, pk=pk)
    last = house_text.editions.first()
    initial = {"text": last.text, "easy": last.easy} if last else {}
    form = open_form(EditionForm, request, initial=initial)
    if holds(request, form) and not _has_many(request, form):

        def act() -> str:
            key = rescue.form_key(request)
            made = texts.publish(by=request.user, house_text=house_text, key=key, **form.given())
            done = f"L’édition {made.number} est publiée. Celles d’avant restent."
            messages.success(request, done)
            if is_given(house_text.sort) and request.user.accompanies:
                return reverse("house-text-holders", args=[pk])
            return reverse("house-text-edition", args=[made.pk])

        return once_with_files(request, act)
    context = {"form": form, "house_text": house_text, "last": last}
    context |= {"joined": pending(request, form), "help": help_of(house_text.sort)}
    context["back"] = reverse("house-text-detail", args=[pk])
    return retry(request, "texts/house_text_publish.html", context)


def _has_many(request: HttpRequest, form: EditionForm) -> bool:
    if pending(request, form).count() < 2:
        return False
    form.add_error(None, "Une édition garde un seul fichier : retirez ceux qui sont en trop.")
    return True


@require_POST
def house_text_retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a text aside, or take it up again."""
    _speaking(request)
    house_text = get_object_or_404(HouseText, pk=pk)
    is_retired = request.POST.get("geste") != "reprendre"
    texts.retire(by=request.user, house_text=house_text, is_retired=is_retired)
    told = "Ce texte n’est plus proposé. Tout ce qui a été remis reste lisible."
    messages.success(request, told if is_retired else "Ce texte est de nouveau proposé.")
    return redirect("house-text-detail", pk)


def edition_of(pk: int) -> Edition:
    """Return an edition and its text; 404 when there is none."""
    return get_object_or_404(Edition.objects.select_related("house_text", "blob", "by"), pk=pk)


@require_safe
def house_text_edition(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what an edition says, and what may be done of it."""
    edition = edition_of(pk)
    editions = list(LIGHT.filter(house_text=edition.house_text))
    current = rules.current(editions, timezone.localdate())
    context = {
        "edition": edition,
        "house_text": edition.house_text,
        "opinion": unasked_opinion(edition.house_text.sort, edition),
        "is_given": is_given(edition.house_text.sort) and request.user.accompanies,
        "is_current": bool(current and current.pk == pk),
        "is_to_come": edition.in_force_on > timezone.localdate(),
        "others": [one for one in editions if one.pk != pk],
    }
    return render(request, "texts/house_text_edition.html", context)
