"""Every address of the application, led to something of samira's."""

import uuid

from django.urls import get_resolver, reverse

from dossier.collectives.actions import join, open_collective
from dossier.collectives.causes import tell_nameless
from dossier.establishment.actions import change_word, undo_word
from dossier.establishment.words import Word
from dossier.notebooks import drafts, labels
from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.models import Heading, Tag
from dossier.notebooks.outlines import keep_outline
from dossier.notebooks.pieces import Taken
from dossier.notebooks.taking_up import assemble
from dossier.persons.actions import note_relation, note_stay
from dossier.projects.actions import open_project
from tests.conftest import Cast, make_attachment, make_writing

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
    project = open_project(by=cast.samira, title="Vers la mer", teams=[cast.foyer]).notebook
    join(by=cast.samira, notebook=project, collective=cast.etage.collective)
    cause = open_collective(
        by=cast.samira, name="Des murs humides", kind="cause", teams=[cast.foyer]
    ).notebook
    writing = make_writing(
        cast.samira, cast.amina, "Un mot à @Le premier étage.", heading="Nuit", tags=("sommeil",)
    )
    make_writing(cast.karim, cast.amina, "Une *suite*.", answers=writing)
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
    more = {
        "stay-edit": {"stay": stay.pk},
        "relation-edit": {"relation": relation.pk},
        "membership-end": {"membership": member.pk},
        "heading-change": {"team": cast.foyer.pk, "pk": Heading.objects.get().pk},
        "tag-change": {"team": cast.foyer.pk, "pk": Tag.objects.get(name="repos").pk},
        "label-undo": {"pk": change.pk},
        "house-word-change": {"word": "cahier"},
        "house-word-undo": {"pk": word.pk},
        "outline-edit": {"pk": outline.pk},
        "outline-text": {"pk": outline.pk},
        "assembly-edit": {"pk": assembly.pk},
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
            places = {
                "collective": cast.etage,
                "membership": cast.etage,
                "project": project,
                "cause": cause,
            }
            kwargs["pk"] = cast.amina.pk if of_amina else places.get(area, writing).pk
        found[one.name] = reverse(one.name, kwargs=kwargs)
    return found
