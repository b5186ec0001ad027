"""Every address of the application, led to something of samira's."""

import uuid
from datetime import date
from pathlib import Path

from django.conf import settings
from django.urls import get_resolver, reverse
from django.utils import timezone

from dossier.accounts.invitations import invite
from dossier.accounts.models import Proof
from dossier.accounts.people import name_heads, open_account
from dossier.accounts.totp import new_secret
from dossier.collectives.actions import join, open_collective
from dossier.collectives.causes import tell_nameless
from dossier.disclosures.consents import Asked, answer_consent, ask_consent, withdraw_consent
from dossier.disclosures.missions import note_mission
from dossier.disclosures.models import Disclosure
from dossier.disclosures.preparing import prepare, print_of
from dossier.disclosures.sendings import begin_sending, look_at, put_in
from dossier.establishment.actions import change_word, undo_word
from dossier.establishment.words import Word
from dossier.files.actions import keep_sealed
from dossier.meetings import actions as meetings
from dossier.meetings.councils import declare_council, seat
from dossier.notebooks import drafts, labels, ties
from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.models import Heading, Tag
from dossier.notebooks.outlines import keep_outline
from dossier.notebooks.pieces import Taken
from dossier.notebooks.sharing import open_circle
from dossier.notebooks.taking_up import assemble
from dossier.notes.actions import keep as keep_note
from dossier.persons.actions import note_relation, note_stay
from dossier.projects.actions import (
    note_agreement,
    note_step,
    open_project,
    write_easy,
    write_text,
)
from dossier.reading.covering import cover
from dossier.reading.requests import note_reply, note_request
from dossier.retention import actions as archives
from dossier.retention.models import Certificate, SlipLine
from dossier.rights import contracts, texts
from dossier.rights.actions import frame_house
from dossier.rights.awaits import explain
from dossier.rights.durations import change_term
from dossier.rights.givings import note_giving
from dossier.rights.reports import open_report, write_report
from dossier.rights.trust import note_trust
from dossier.trust.urgent import open_at_once
from tests.conftest import Cast, make_attachment, make_notebook, make_writing

APART = {"people-open", "people-code"}  # for who keeps the machine, and nobody else
WHERE_MET = {"meeting-list", "meeting-create", "point-create"}
YEARS = [f"council-year-{kind}" for kind in ("pdf", "odt", "html")]
AMINA = {
    "circle",
    "contract",
    "edition",
    "giving",
    "journal",
    "notebook",
    "person",
    "reading",
    "relation",
    "consent",
    "reply",
    "request",
    "sharing",
    "stay",
    "trust",
}


def sent(by, consent, writing) -> dict[str, dict]:
    """Prepare a sending of an agreement, keep it to be sealed; put another that was sealed, a third
    that was handed over before it was taken back: return where each address leads.
    """
    made = begin_sending(by=by, consent=consent)
    put_in(by=by, disclosure=made, writings=[writing])
    piece = made.pieces.get()
    look_at(by=by, piece=piece, seen=print_of(writing.text))
    Path(settings.MEDIA_ROOT).mkdir(exist_ok=True)
    copies = []
    for name in ("copie", "archive"):
        path = Path(settings.MEDIA_ROOT) / name
        path.write_text(f"{name} {made.reference}")
        copies.append(keep_sealed(path, "text/html"))
    told = {"sealed_at": timezone.now(), "sealed_by": by, "copy": copies[0], "archive": copies[1]}
    sealed, handed = begin_sending(by=by, consent=consent), begin_sending(by=by, consent=consent)
    Disclosure.objects.filter(pk__in=[sealed.pk, handed.pk]).update(**told)
    back = ask_consent(
        by=by, dossier=consent.dossier, asked=[Asked(consent.dossier.notebook)], recipient="un ami",
        sort="other", purpose="Voir", until=timezone.localdate(),
    )  # fmt: skip
    back = answer_consent(by=by, consent=back, answer="yes")
    withdraw_consent(by=by, consent=back)
    put = {"consent": back, "handed_on": timezone.localdate()}
    Disclosure.objects.filter(pk=handed.pk).update(**put)
    open_ones = ("detail", "choose", "names", "again", "abandon", "preview", "seal", "progress")
    shut = ("file", "archive", "hand", "kept")
    return {
        **{f"disclosure-{act}": {"pk": made.pk} for act in open_ones},
        **{f"disclosure-{act}": {"pk": made.pk, "line": piece.pk} for act in ("piece", "take-out")},
        **{f"disclosure-{act}": {"pk": sealed.pk} for act in shut},
        **dict.fromkeys(("disclosure-letter", "disclosure-letter-odt"), {"pk": handed.pk}),
        "consent-send": {"pk": consent.dossier.notebook_id, "line": consent.pk},
    }


def keep_to_seal(by) -> None:
    """Keep what is prepared as it is now, to be sealed."""
    for one in Disclosure.objects.filter(sealed_at=None):
        prepare(by=by, disclosure=one)


def archived(by, notebook) -> dict[str, dict]:
    """Close a dossier, decide of it on a slip, certify another: return where each address leads."""
    note_stay(by=by, dossier=notebook.dossier, service="Ici", until_on=date(2010, 6, 30))
    archive = archives.close(by=by, dossier=notebook.dossier, last_contact_on=date(2010, 6, 30))
    slip = archives.make_slip(by=by, archives=[archive])
    line = slip.lines.get()
    archives.note_visa(by=by, slip=slip, visa="AD 12")
    archives.decide(by=by, line=line, decision="deposit", deposit="12 J")
    archives.note_taken_out(by=by, line=line)
    told = {"number": 1, "first_year": 2001, "last_year": 2004, "writings": 3, "files": 1}
    gone = SlipLine.objects.create(slip=slip, decided_by=by, done_at=timezone.now(), **told)
    counted = {"writings": 3, "versions": 4, "files": 1, "elsewhere": 2}
    one = Certificate.objects.create(number=1, line=gone, on=date(2020, 1, 6), **counted)
    acts = ("detail", "open", "shut", "back", "hold")
    return {
        **{f"archive-{act}": {"pk": archive.pk} for act in acts},
        **{f"slip-{act}": {"pk": slip.pk} for act in ("detail", "pdf", "visa", "destroy")},
        **{f"slip-{act}": {"pk": slip.pk, "line": line.pk} for act in ("line", "deposit")},
        "house-certificate": {"pk": one.pk},
        "house-certificate-pdf": {"pk": one.pk},
    }


def patterns(resolver=None) -> list:
    """Return all the addresses of the application."""
    found = []
    for one in (resolver or get_resolver()).url_patterns:
        found += patterns(one) if hasattr(one, "url_patterns") else [one]
    return found


def furnish_rights(cast: Cast) -> dict[str, dict[str, int]]:
    """Put texts of the house, contracts and what was given; return their places by address."""
    dossier, on = cast.amina.dossier, {"by": cast.samira}
    booklet = texts.open_text(**on, sort="welcome", title="Bienvenue")
    held = make_attachment(cast.samira, name="livret.png", data=b"livret")
    texts.publish(**on, house_text=booklet, text="On entre.", easy="On entre.")
    edition = texts.publish(**on, house_text=booklet, text="On sort.", key=held.key, opinion="Oui.")
    for sort, title in (("qualified", "À qui parler"), ("trusted", "La notice")):
        one = texts.open_text(**on, sort=sort, title=title)
        texts.publish(**on, house_text=one, text="Des noms.")
    stay = contracts.draw_up(**on, dossier=dossier, sort="stay", took_part="Amina", facts={})
    contracts.write_contract(**on, contract=stay, text="# Contrat\n\nOn vit ici.")
    contracts.draw_up(**on, dossier=dossier, sort="amendment", amends=stay)
    bare = contracts.draw_up(**on, dossier=dossier, sort="dipc", facts={"home": "yes"})
    drawn = [[[100, 100], [300, 220]]]
    given = note_giving(**on, dossier=dossier, edition=edition, how="lu ensemble")
    note_giving(**on, dossier=dossier, contract=stay, answer="signed", strokes=drawn)
    note_giving(**on, dossier=dossier, contract=stay, answer="refused", words="Pas ça.")
    trusted = note_trust(**on, dossier=dossier, act="named", name="Odile")
    of_text = dict.fromkeys(("detail", "publish", "holders", "retire"), {"pk": booklet.pk})
    of_edition = ("edition", "compare", "file", "large", "document-pdf", "document-html")
    of_text |= dict.fromkeys(of_edition, {"pk": edition.pk})
    of_contract = (
        "detail",
        "edit",
        "sign",
        "mark",
        *(f"document-{k}" for k in ("pdf", "odt", "html")),
    )
    return {
        **{f"house-text-{name}": place for name, place in of_text.items()},
        **{f"contract-{name}": {"contract": stay.pk} for name in of_contract},
        "contract-text": {"contract": bare.pk},
        "giving-mark": {"line": given.pk},
        "edition-sign": {"edition": edition.pk},
        "trust-mark": {"line": trusted.pk},
    }


def give_proof(worker) -> Proof:
    """Give a worker an application that gives six digits."""
    on = timezone.localdate()
    return Proof.objects.create(worker=worker, sort="totp", secret=new_secret(), added_on=on)


def furnish_people(cast: Cast) -> dict[str, dict[str, int]]:
    """Name samira the direction, open an account; return the places of who works here."""
    name_heads(by=cast.samira, heads=[cast.samira])
    cast.samira.refresh_from_db()
    lina = open_account(by=cast.yann, login="lina", name="Lina")
    invite(by=cast.yann, worker=lina)
    acts = ("detail", "edit", "welcome")
    return {
        "people-code": {"pk": lina.pk},
        "people-leave": {"pk": cast.karim.pk},
        **{f"team-{act}": {"pk": cast.foyer.pk} for act in acts},
        "team-leave": {"pk": cast.foyer.pk, "worker": cast.karim.pk},
    }


def furnish(cast: Cast) -> dict[str, str]:
    """Put something everywhere and return each address by its name, all open to samira."""
    cast.samira.is_head = True  # so that all pages open to her
    cast.samira.save(update_fields=["is_head"])
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
    cover(
        by=cast.samira,
        dossier=cast.amina.dossier,
        writing=writing,
        version=writing.version,
        files=[signed.pk],
    )
    frame_house(by=cast.samira, protects_children=True, situation=["lodging"])
    change_term(by=cast.samira, key="review", amount=6, unit="months", source="nous")
    report = open_report(by=cast.samira, dossier=cast.amina.dossier, sort="situation")
    write_report(by=cast.samira, report=report, text="Elle va bien.")
    unwritten = open_report(by=cast.samira, dossier=cast.amina.dossier, sort="concern")
    told = note_giving(
        by=cast.samira, dossier=cast.amina.dossier, report=report, answer="disagreed", words="Non."
    )
    explain(by=cast.samira, dossier=cast.amina.dossier, key="contract", words="Sa tante vient.")
    health = open_circle(by=cast.samira, around=cast.amina, name="Santé", to=[cast.noor])
    make_writing(cast.samira, health, "Deux comprimés le soir.")
    at_once = open_at_once(by=cast.maud, name="Amina", reason="les pompiers sont là").urgent
    note = keep_note(by=cast.samira, text="Me souvenir de la clé.")
    asked = note_request(by=cast.samira, dossier=cast.amina.dossier, sort="read")
    reply = note_reply(by=cast.samira, request=asked, answer="refused")
    lines = ("detail", "complete", "mark", "letter")
    wanted = {"recipient": "le collège", "sort": "school", "purpose": "La rentrée"}
    wanted |= {"dossier": cast.amina.dossier, "until": timezone.localdate()}
    silent, given = (
        ask_consent(by=cast.samira, asked=[Asked(cast.amina)], **wanted) for _ in range(2)
    )
    given = answer_consent(by=cast.samira, consent=given, answer="yes", words="Oui.")
    plain = make_writing(cast.samira, cast.amina, "Une journée calme.")
    mission = note_mission(by=cast.samira, body="Le cabinet", words="Pour voir.")
    more = {
        **{
            f"consent-{act}": {"line": silent.pk}
            for act in ("writings", "take-out", "answer", "sheet", "mark")
        },
        **{f"consent-{act}": {"line": given.pk} for act in ("detail", "withdraw")},
        **sent(cast.samira, given, plain),
        **{f"house-mission-{act}": {"pk": mission.pk} for act in ("detail", "edit", "send")},
        **{f"request-{act}": {"line": asked.pk} for act in lines},
        "reply-create": {"line": asked.pk},
        "reply-mark": {"line": asked.pk, "reply": reply.pk},
        **{f"note-{act}": {"key": note.key} for act in ("edit", "carry", "drop")},
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
        "reading-look": {"writing": damp.pk},
        "reading-file": {"attachment": signed.pk},
        "person-explain": {"what": "contract"},
        "house-term-change": {"term": "review"},
        "guide-detail": {"name": "compter"},
        "report-text": {"pk": unwritten.pk},
        "report-untell": {"line": told.pk},
        **dict.fromkeys(("council-year", *YEARS), {"year": timezone.localdate().year}),
        **furnish_rights(cast),
        "door-proof": {"pk": give_proof(cast.samira).pk},
        "archive-close": {"pk": cast.amina.pk},
        **{f"sharing-worker-{act}": {"worker": cast.samira.pk} for act in ("change", "withdraw")},
        **{f"sharing-team-{act}": {"team": cast.nuit.pk} for act in ("change", "withdraw")},
        "urgent-seen": {"pk": at_once.pk},
        **furnish_people(cast),
        **archived(cast.samira, make_notebook(cast.samira, "Zoé", cast.foyer)),
        **{
            f"house-figures-{which}": {"year": timezone.localdate().year - 1}
            for which in ("year", "csv", "activity", "pdf", "odt", "html")
        },
    }
    found = {}
    for one in patterns():
        area, kwargs = one.name.split("-")[0], dict(more.get(one.name, {}))
        if "key" in one.pattern.converters:
            kwargs.setdefault("key", draft.key)
        elif area == "attachment" and "pk" in one.pattern.converters:
            kwargs["pk"] = (pending if one.name == "attachment-take-off" else signed).pk
        elif area == "fragment" and "pk" in one.pattern.converters:
            kwargs["pk"] = fragment.pk
        elif "pk" in one.pattern.converters and "pk" not in kwargs:
            of_amina = area in AMINA or one.name == "writing-create"
            places = {"collective": cast.etage, "membership": cast.etage}
            places |= dict.fromkeys(("project", "step", "agreement"), project) | {"cause": cause}
            places |= {"report": report}
            places |= {"meeting": met, "point": point, "council": cast.etage, "seat": cast.etage}
            places = dict.fromkeys(places, cast.etage) if one.name in WHERE_MET else places
            kwargs["pk"] = cast.amina.pk if of_amina else places.get(area, writing).pk
        found[one.name] = reverse(one.name, kwargs=kwargs)
    keep_to_seal(cast.samira)
    return found
