"""Pages of the words of the house; nothing of any notebook is shown here."""

from collections.abc import Iterable, Iterator

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dossier.establishment import house
from dossier.establishment.actions import Unchanged, change_word, undo_word
from dossier.establishment.models import WordChange
from dossier.establishment.words import KNOWN, Known, Word, told
from dossier.web.drafts import once, open_form, retry
from dossier.web.words.forms import WordForm, initial_of

TOLD = 60


def _known(request: HttpRequest) -> dict[str, Known]:
    """Return the words that this worker may change: all of them, or nothing here for them."""
    if not request.user.speaks_for_house:
        raise Http404
    return KNOWN


def _said(change: WordChange) -> tuple[str, str]:
    """Return what was said before and after a change: the plural where it alone changed."""
    first = KNOWN[change.key].word
    old, new = (Word(**one) if one else first for one in (change.old, change.new))
    if old.singulier == new.singulier and old.pluriel != new.pluriel:
        return old.pluriel, new.pluriel
    return old.singulier, new.singulier


def _history(changes: Iterable[WordChange]) -> Iterator[dict]:
    """Yield what was changed, the latest first; the last change of a word may be undone."""
    met: set[str] = set()
    for change in changes:
        old, new = _said(change)
        yield {"change": change, "old": old, "new": new, "is_last": change.key not in met}
        met.add(change.key)


@require_safe
def house_word_list(request: HttpRequest) -> HttpResponse:
    """Show each word, what it names, and what was changed."""
    known, present = _known(request), house.words()
    shown = [{"key": key, "names": one.names, "word": present[key]} for key, one in known.items()]
    changes = WordChange.objects.filter(key__in=known).select_related("by")[:TOLD]
    context = {"shown": shown, "history": list(_history(changes))}
    return render(request, "words/house_word_list.html", context)


def house_word_change(request: HttpRequest, word: str) -> HttpResponse:
    """Call something otherwise, or as at first."""
    known = _known(request).get(word)
    if not known:
        raise Http404
    present = house.words()[word]
    form = open_form(WordForm, request, initial=initial_of(present), known=known)
    is_back = request.POST.get("geste") == "defaut"
    if request.method == "POST" and (is_back or form.is_valid()):
        chosen = None if is_back else form.word()
        return once(request, lambda: _change(request, word, chosen or known.word))
    context = {"form": form, "known": known, "word": present, "said": told(present)}
    return retry(request, "words/house_word_change.html", context)


def _change(request: HttpRequest, key: str, word: Word) -> str:
    try:
        change_word(by=request.user, key=key, word=word)
    except Unchanged:
        messages.warning(request, "Rien n’a changé : on le disait déjà ainsi.")
    else:
        messages.success(request, f"C’est fait. On dira : {told(word)}.")
    return reverse("house-word-list")


@require_POST
def house_word_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a word back what it was before a change."""
    change = get_object_or_404(WordChange, key__in=_known(request), pk=pk)
    try:
        undo_word(by=request.user, change=change)
    except Unchanged:
        messages.warning(request, "Il n’y a plus rien à défaire : ce mot a changé depuis.")
    else:
        messages.success(request, f"C’est défait. On dira : {told(house.words()[change.key])}.")
    return redirect("house-word-list")
