"""Every address of the application, led to something of samira's."""

import uuid

from django.urls import get_resolver, reverse
from django.utils import timezone

from dossier.collectives.actions import join, open_collective
from dossier.collectives.causes import tell_nameless
from dossier.establishment.actions import change_word, undo_word
from dossier.establishment.words import Word
from dossier.meetings import actions as meetings
from dossier.meetings.councils import declare_council, seat
from dossier.notebooks import drafts, labels, ties
from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.models import Heading, Tag
from dossier.notebooks.outlines import keep_outline
from dossier.notebooks.pieces import Taken
from dossier.notebooks.taking_up import assemble
from dossier.persons.actions import note_relation, note_stay
from dossier.projects.actions import (
    note_agreement,
    note_step,
    open_project,
    write_easy,
    write_text,
)
from tests.conftest import Cast, make_attachment, make_writing

WHERE_MET = {"meeting-list", "meeting-create", "point-create"}
AMINA = {"notebook", "person", "stay", "relation"}


def patterns(resolver=None) -> list:
    """Return all the addresses of the application."""
    found = []
    for one in (resolver or get_resolver()).url_patterns:
        found += patterns(one) if hasattr(one, "url_patterns") else [one]
    return found


def furnish(cast: Cast) -> dict[str, str]:
    """Put something everywhere and return each address by its name, all open to samira."""
    stay = note_stay(by=cast.samira, dossier=cast.amina.dossier, service="Le foyer")
    relation = note_relation(by=cast.samira, notebook=cast.amina, name="Odile")
    member = join(by=cast.samira, notebook=cast.etage, person=cast.amina.dossier.person)
    sea = open_project(by=cast.samira, title="Vers la mer", teams=[cast.foyer])
    project, step = sea.notebook, note_step(by=cast.samira, project=sea, words="Un car")
    write_text(by=cast.samira, project=sea, text="Trois jours. Tous ensemble.")
    write_easy(by=cast.karim, project=sea, text="On va voir la mer.")
    for side in ("house", "person"):
        person = None if side == "house" else cast.amina.dossier.person
        agreed = note_agreement(by=cast.samira, project=sea, side=side, answer="yes", person=person)
    begun = open_project(by=cast.samira, title="Plus tard", teams=[cast.foyer]).notebook
    join(by=cast.samira, notebook=project, collective=cast.etage.collective)
    cause = open_collective(
        by=cast.samira, name="Des murs humides", kind="cause", teams=[cast.foyer]
    ).notebook
    writing = make_writing(
        cast.samira, cast.amina, "Un mot à @Le premier étage.", heading="Nuit", tags=("sommeil",)
    )
    make_writing(cast.karim, cast.amina, "Une *suite*.", answers=writing)
    ties.tie(by=cast.samira, writing=writing, notebook=project)
    damp = make_writing(cast.samira, cast.amina, "Amina tousse, le mur suinte.")
    tell_nameless(by=cast.samira, source=damp, cause=cause, text="[…] tousse, le mur suinte.")
    takes = [Taken(writing, words="Et après ?")]
    assembly = assemble(by=cast.samira, notebook=cast.etage, takes=takes, text="# Ensemble")
    draft = drafts.keep_draft(
        by=cast.samira, key=uuid.uuid4(), path="/ecrire/", fields={"text": "Un début."}
    )
    fragment = make_writing(
        cast.samira, bricabrac(by=cast.samira, team=cast.foyer), "Trois mots dans l’escalier."
    )
    signed = make_attachment(cast.samira, writing, description="La cour sous la neige.")
    make_attachment(cast.samira, writing, kind="sound", name="chanson.wav")
    make_attachment(cast.samira, writing, kind="pdf", name="lettre.pdf")
    change = labels.relabel(
        by=cast.samira, team=cast.foyer, label=Tag.objects.get(name="sommeil"), name="repos"
    )
    outline = keep_outline(by=cast.samira, team=cast.foyer, title="Le mois", text="# Le mois")
    word = change_word(by=cast.samira, key="trame", word=Word("canevas"))
    word = undo_word(by=cast.samira, change=word)
    pending = make_attachment(cast.samira, data=b"brouillon", key=draft.key)
    council = declare_council(by=cast.samira, notebook=cast.etage)
    sits = seat(by=cast.samira, council=council, college="persons", name="Odile")
    met = meetings.call_meeting(by=cast.samira, notebook=cast.etage, title="Vite")
    point, done = [
        meetings.set_aside(by=cast.samira, notebook=cast.etage, words=words, writing=writing)
        for words in ("La chaudière", "La peinture")
    ]
    meetings.conclude(by=cast.samira, point=done, text="On la refait.")
    more = {
        "stay-edit": {"stay": stay.pk},
        "relation-edit": {"relation": relation.pk},
        **{f"membership-{act}": {"membership": member.pk} for act in ("edit", "end", "drop")},
        "heading-change": {"team": cast.foyer.pk, "pk": Heading.objects.get().pk},
        "tag-change": {"team": cast.foyer.pk, "pk": Tag.objects.get(name="repos").pk},
        "label-undo": {"pk": change.pk},
        "house-word-change": {"word": "cahier"},
        "house-word-undo": {"pk": word.pk},
        "outline-edit": {"pk": outline.pk},
        "outline-text": {"pk": outline.pk},
        "assembly-edit": {"pk": assembly.pk},
        "writing-untie": {"pk": writing.pk, "notebook": project.pk},
        "project-text": {"pk": begun.pk},
        "project-easy": {"pk": begun.pk},
        **{f"step-{act}": {"step": step.pk} for act in ("edit", "mark", "drop")},
        "seat-edit": {"seat": sits.pk},
        "point-answer": {"pk": done.pk},
        "point-loosen": {"pk": done.pk},
        "agreement-mark": {"line": agreed.pk},
        **{
            f"house-figures-{which}": {"year": timezone.localdate().year - 1}
            for which in ("year", "csv", "activity", "pdf", "odt", "html")
        },
    }
    found = {}
    for one in patterns():
        area, kwargs = one.name.split("-")[0], dict(more.get(one.name, {}))
        if "key" in one.pattern.converters:
            kwargs["key"] = draft.key
        elif area == "attachment" and "pk" in one.pattern.converters:
            kwargs["pk"] = (pending if one.name == "attachment-take-off" else signed).pk
        elif area == "fragment" and "pk" in one.pattern.converters:
            kwargs["pk"] = fragment.pk
        elif "pk" in one.pattern.converters and "pk" not in kwargs:
            of_amina = area in AMINA or one.name == "writing-create"
            places = {"collective": cast.etage, "membership": cast.etage}
            places |= dict.fromkeys(("project", "step", "agreement"), project) | {"cause": cause}
            places |= {"meeting": met, "point": point, "council": cast.etage, "seat": cast.etage}
            places = dict.fromkeys(places, cast.etage) if one.name in WHERE_MET else places
            kwargs["pk"] = cast.amina.pk if of_amina else places.get(area, writing).pk
        found[one.name] = reverse(one.name, kwargs=kwargs)
    return found
