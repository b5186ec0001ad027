"""Pages of dossiers."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from dossier.establishment.house import said
from dossier.journal.actions import record_opening
from dossier.notebooks.models import Notebook, NotebookQuerySet
from dossier.persons import actions
from dossier.persons.models import Dossier, Relation, Stay
from dossier.web.collectives.views import belonging
from dossier.web.drafts import once, open_form, retry
from dossier.web.fiches import AROUND, fiche
from dossier.web.persons.forms import NewPersonForm, PersonForm, RelationForm, StayForm


def _dossiers(notebooks: NotebookQuerySet) -> QuerySet[Dossier]:
    return Dossier.objects.filter(notebook__in=notebooks).select_related("person", "notebook")


def _writable(request: HttpRequest, pk: int) -> Dossier:
    notebooks = Notebook.objects.writable_by(request.user)
    return get_object_or_404(_dossiers(notebooks), notebook=pk)


def _fiche(pk: int) -> str:
    return reverse("person-detail", args=[pk])


def person_create(request: HttpRequest) -> HttpResponse:
    """Open a dossier."""
    form = open_form(NewPersonForm, request, worker=request.user)
    if request.method != "POST" or not form.is_valid():
        return retry(request, "persons/person_create.html", {"form": form})

    def act() -> str:
        dossier = actions.open_dossier(by=request.user, **form.given())
        done = "C’est fait : {dossier.le} de {name} est {dossier:ouvert,ouverte}."
        messages.success(request, said(done, name=dossier.person))
        return reverse("notebook-detail", args=[dossier.notebook_id])

    return once(request, act)


@require_safe
def person_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who the person is, her stays, her entourage, and who may read."""
    dossier = get_object_or_404(_dossiers(Notebook.objects.visible_to(request.user)), notebook=pk)
    record_opening(by=request.user, notebook=dossier.notebook)
    may_write = Notebook.objects.writable_by(request.user).filter(pk=pk).exists()
    context = {
        "dossier": dossier,
        "person": dossier.person,
        "notebook": dossier.notebook,
        "stays": dossier.stays.select_related("team"),
        "relations": dossier.notebook.relations.all(),
        **belonging(request.user, person=dossier.person),
        "may_write": may_write,
    }
    return render(request, "persons/person_detail.html", context)


def person_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who the person is."""
    dossier = _writable(request, pk)
    person = dossier.person
    initial = {name: getattr(person, name) for name in ("called", "civil_name", "birth", "word")}
    form = open_form(PersonForm, request, initial=initial)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "notebook": dossier.notebook}
        return retry(request, "persons/person_edit.html", context)

    def act() -> str:
        actions.describe(by=request.user, dossier=dossier, **form.given())
        return _fiche(pk)

    return once(request, act)


def stay_edit(request: HttpRequest, pk: int, stay: int | None = None) -> HttpResponse:
    """Note a stay, or change one."""
    dossier = _writable(request, pk)
    noted = get_object_or_404(Stay, pk=stay, dossier=dossier) if stay else None
    names = ("service", "from_on", "until_on", "word")
    initial = {name: getattr(noted, name) for name in names} if noted else {}
    if noted and not noted.service:
        initial["service"] = str(noted)
    form = open_form(StayForm, request, initial=initial)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "notebook": dossier.notebook}
        return retry(request, "persons/stay_edit.html", context)

    def act() -> str:
        team = noted.team if noted else None
        actions.note_stay(by=request.user, dossier=dossier, stay=noted, team=team, **form.given())
        return _fiche(pk)

    return once(request, act)


def relation_edit(request: HttpRequest, pk: int, relation: int | None = None) -> HttpResponse:
    """Note somebody around a person, a collective or a project, or change what is noted."""
    writable = Notebook.objects.writable_by(request.user).filter(kind__in=AROUND)
    notebook = get_object_or_404(writable, pk=pk)
    noted = get_object_or_404(Relation, pk=relation, notebook=notebook) if relation else None
    initial = {name: getattr(noted, name) for name in ("name", "tie", "word")} if noted else {}
    form = open_form(RelationForm, request, initial=initial)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "notebook": notebook, "fiche": fiche(notebook)}
        return retry(request, "persons/relation_edit.html", context)

    def act() -> str:
        actions.note_relation(by=request.user, notebook=notebook, relation=noted, **form.given())
        return fiche(notebook)

    return once(request, act)
