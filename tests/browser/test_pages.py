"""Every page under axe, light and dark, on a phone and at a desk; weight; print."""

import gzip
import io
import uuid

import pypdf
import pytest
from django.test import Client
from django.utils import timezone

from dossier.collectives.actions import join, open_collective
from dossier.disclosures.consents import Asked, answer_consent, ask_consent
from dossier.disclosures.missions import note_mission
from dossier.disclosures.models import Consent
from dossier.establishment.actions import change_word
from dossier.establishment.words import KNOWN, Word
from dossier.meetings.actions import call_meeting, conclude, note_answer, set_aside
from dossier.meetings.councils import declare_council, seat
from dossier.notebooks import labels
from dossier.notebooks.drafts import keep_draft
from dossier.notebooks.models import Heading, Tag
from dossier.notebooks.outlines import keep_outline
from dossier.notebooks.pieces import Taken
from dossier.notebooks.sharing import open_circle
from dossier.notebooks.taking_up import assemble
from dossier.notebooks.ties import tie
from dossier.notes.actions import keep as keep_note
from dossier.persons.actions import note_stay
from dossier.projects.actions import (
    note_agreement,
    note_step,
    open_project,
    write_easy,
    write_text,
)
from dossier.reading.requests import note_reply, note_request
from dossier.rights import contracts, givings, texts
from dossier.rights.actions import frame_house
from dossier.rights.awaits import explain
from dossier.rights.durations import change_term
from dossier.rights.givings import note_giving
from dossier.rights.reports import open_report, write_report
from dossier.rights.trust import note_trust
from dossier.trust.urgent import open_at_once
from dossier.web.words.forms import LONGEST
from tests.browser.conftest import HEIGHT
from tests.browser.steps import log_in, write
from tests.conftest import log_in as log_in_client
from tests.conftest import make_notebook, make_writing
from tests.web.house import archived, keep_to_seal, sent

FIRST_VISIT, LATER_PAGE = 60_000, 20_000


@pytest.fixture
def house(cast):
    """Fill the notebooks, and return the address of every kind of page."""
    cast.samira.is_head = True  # so that all pages open to her
    cast.samira.save(update_fields=["is_head"])
    first = make_writing(cast.samira, cast.amina, "Un *premier* mot.", heading="Nuit", tags=("a",))
    make_writing(cast.karim, cast.amina, "Une réponse, avec @Le premier étage.", answers=first)
    make_writing(cast.samira, cast.amina, "Non.", voice="person", moment="hier soir")
    draft = keep_draft(
        by=cast.samira, key=uuid.uuid4(), path="/ecrire/", fields={"text": "Un brouillon @Amina"}
    )
    outline = keep_outline(by=cast.samira, team=cast.foyer, title="Projet", text="# Projet")
    takes = [Taken(first, words="Et *puis*."), Taken(first, passage="Un […] mot.")]
    made = assemble(by=cast.samira, notebook=cast.etage, takes=takes, text="# Ensemble")
    fields = {"title": "Commencé", "source": [str(first.pk), ""]}
    begun = keep_draft(by=cast.samira, key=uuid.uuid4(), path="/assembler/", fields=fields)
    project = open_project(by=cast.samira, title="Vers la mer", teams=[cast.foyer])
    sea = f"/cahiers/{project.notebook_id}"
    join(by=cast.samira, notebook=project.notebook, person=cast.amina.dossier.person)
    text = write_text(by=cast.samira, project=project, text="En mai. Ou en juin.")
    write_easy(by=cast.karim, project=project, text="On part.")
    make_writing(cast.samira, project.notebook, "Non.", answers=text, voice="person")
    step = note_step(by=cast.samira, project=project, words="Un car", when="en mai")
    for answer in ("yes", "no"):
        note_agreement(by=cast.samira, project=project, side="house", answer=answer, words="Bien.")
    later = open_project(by=cast.samira, title="Plus tard", teams=[cast.foyer]).notebook
    tie(by=cast.samira, writing=first, notebook=project.notebook)
    label = labels.relabel(
        by=cast.samira, team=cast.foyer, label=Heading.objects.get(), name="Veille"
    )
    change_word(by=cast.samira, key="trame", word=Word("canevas"))
    cause = open_collective(by=cast.samira, name="Des murs", kind="cause").notebook
    nameless = f"/ecrits/{first.pk}/sans-les-noms/"
    fields = {"text": "[…] mot.", "extract": "", "notebook": str(cause.pk)}
    checked = keep_draft(by=cast.samira, key=uuid.uuid4(), path=nameless, fields=fields)
    words = f"/mots/{cast.foyer.pk}"
    council = declare_council(by=cast.samira, notebook=cast.etage)
    sits = seat(by=cast.samira, council=council, college="persons", name="Odile")
    met = call_meeting(by=cast.samira, notebook=cast.etage, title="Les gens de l’étage")
    points = [
        set_aside(by=cast.samira, notebook=cast.etage, writing=first, words=said)
        for said in ("La chaudière", "", "Le bruit de la cour", "La peinture")
    ]
    for one in points[2:]:
        conclude(by=cast.samira, point=one, text="On la *refait*.")
    note_answer(by=cast.samira, point=points[3], text="En mai.")
    next_one = call_meeting(by=cast.samira, notebook=cast.etage, title="La fois d’après")
    note = keep_note(by=cast.samira, text="Reparler à Amina de la clé, *demain*.")
    asked = note_request(
        by=cast.samira, dossier=cast.amina.dossier, sort="read", words="Je veux tout lire.",
        matters=["health", "old-health", "third-parties"],
    )  # fmt: skip
    note_reply(by=cast.samira, request=asked, answer="refused")
    wanted = {"recipient": "le collège", "sort": "school", "purpose": "La *rentrée*."}
    wanted |= {"dossier": cast.amina.dossier, "until": timezone.localdate()}
    consent = ask_consent(by=cast.samira, asked=[Asked(cast.amina)], **wanted)
    said_yes = ask_consent(by=cast.samira, asked=[Asked(cast.amina)], **wanted)
    answer_consent(by=cast.samira, consent=said_yes, answer="yes", words="Oui, *mais* pas tout.")
    amina, etage = f"/cahiers/{cast.amina.pk}", f"/cahiers/{cast.etage.pk}"
    frame_house(by=cast.samira, protects_children=True, categories=["1", "III"])
    change_term(by=cast.samira, key="review", amount=6, unit="months", source="décidé ici")
    note_stay(
        by=cast.samira, dossier=cast.amina.dossier, service="Le foyer", from_on=timezone.localdate()
    )
    explain(by=cast.samira, dossier=cast.amina.dossier, key="contract", words="Sa tante vient.")
    reports = [
        open_report(by=cast.samira, dossier=cast.amina.dossier, sort=sort)
        for sort in ("situation", "concern")
    ]
    write_report(by=cast.samira, report=reports[0], text="# Depuis la dernière fois\n\nBien.")
    note_giving(
        by=cast.samira, dossier=cast.amina.dossier, report=reports[0], answer="disagreed",
        words="Je ne suis pas d’accord.", how="Lu à voix haute.",
    )  # fmt: skip
    zoe = make_notebook(cast.samira, "Zoé", cast.foyer)
    closed = archived(cast.samira, zoe)
    archive, slip = closed["archive-detail"]["pk"], closed["slip-detail"]["pk"]
    line, one = closed["slip-line"]["line"], closed["house-certificate"]["pk"]
    health = open_circle(by=cast.samira, around=cast.amina, name="Santé", to=[cast.noor])
    make_writing(cast.samira, health, "Deux comprimés le soir.")
    open_at_once(by=cast.maud, name="Amina", reason="Les pompiers sont là, *vite*.")
    return [
        f"{amina}/partage/", f"{amina}/partage/ouvrir/", f"{amina}/partage/confier/",
        f"{amina}/partage/pro/{cast.samira.pk}/", f"{amina}/partage/equipe/{cast.nuit.pk}/",
        f"{amina}/cercles/nouveau/", f"/cahiers/{health.pk}/", "/urgence/",
        f"{amina}/droits/", f"{amina}/archiver/", "/archives/", f"/archives/{archive}/",
        f"/archives/{archive}/ouvrir/", f"/archives/{archive}/garder/", "/bordereaux/nouveau/",
        f"/bordereaux/{slip}/", f"/bordereaux/{slip}/visa/", f"/bordereaux/{slip}/lignes/{line}/",
        f"/bordereaux/{slip}/detruire/", "/certificats/", f"/certificats/{one}/",
        "/", "/cahiers/", f"{amina}/", f"{amina}/?tri=1", f"{amina}/ecrire/?repond={first.pk}",
        f"{amina}/personne/", f"{amina}/personne/modifier/", f"{amina}/accompagnements/nouveau/",
        f"{amina}/entourage/nouveau/", f"{etage}/", f"{etage}/collectif/",
        f"{etage}/collectif/modifier/", f"{etage}/membres/nouveau/", f"/ecrits/{first.pk}/",
        f"/ecrits/{first.pk}/corriger/", f"/ecrits/{first.pk}/versions/", "/brouillons/",
        f"/brouillons/{draft.key}/ranger/", "/transmission/",
        "/transmission/?depuis=lundi", "/calendrier/",
        "/chercher/?q=mot", "/chercher/?q=rien",
        "/personnes/nouvelle/", "/collectifs/nouveau/", "/bric-a-brac/", "/mots/",
        "/causes/nouvelle/", f"{nameless}?neuf=1", f"{nameless}?brouillon={checked.key}",
        f"/cahiers/{cause.pk}/", f"/cahiers/{cause.pk}/collectif/", "/mots-de-la-maison/",
        "/mots-de-la-maison/professionnel/", "/trames/",
        "/trames/nouvelle/", f"/trames/{outline.pk}/", f"{amina}/ecrire/?trame={outline.pk}",
        f"/ecrits/{first.pk}/reprendre/", "/assemblages/", "/assembler/", f"/ecrits/{made.pk}/",
        f"/ecrits/{made.pk}/recomposer/", f"/assembler/?brouillon={begun.key}",
        f"/assembler/{begun.key}/choisir/?q=mot", f"/assembler/{begun.key}/choisir/",
        f"{sea}/projet/", f"{sea}/accords/nouveau/", f"{sea}/etapes/nouvelle/",
        f"{sea}/etapes/{step.pk}/", f"/cahiers/{later.pk}/projet/",
        f"/cahiers/{later.pk}/projet/texte/", f"/cahiers/{later.pk}/projet/facile/",
        f"/projets/nouveau/?avec={cast.amina.pk}", f"/ecrits/{first.pk}/rattacher/",
        f"{etage}/reunions/", f"{etage}/reunions/nouvelle/", f"{etage}/points/nouveau/",
        f"{etage}/participation/", f"{etage}/participation/modifier/?here=lodging",
        f"{etage}/participation/sieges/nouveau/", f"{etage}/participation/sieges/{sits.pk}/",
        f"/reunions/{met.pk}/", f"/reunions/{next_one.pk}/", f"/reunions/{met.pk}/modifier/",
        f"/reunions/{met.pk}/compte-rendu/", f"/reunions/{met.pk}/ordre-du-jour/",
        f"/points/{points[0].pk}/conclure/", f"/points/{points[2].pk}/reponse/",
        f"/points/{points[1].pk}/modifier/", f"/ecrits/{first.pk}/mettre-de-cote/",
        f"{words}/etiquettes/{Tag.objects.get().pk}/",
        f"{words}/rubriques/{Heading.objects.get(name=label.new).pk}/",
        f"{amina}/a-deux/", f"{amina}/a-deux/dire/?accord=non", f"{amina}/a-deux/regarder/",
        f"{amina}/a-deux/regarder/{first.pk}/", f"{amina}/copie/",
        f"{amina}/droits/", "/loi/", "/loi/ce-qui-est-attendu/", "/loi/tableau/",
        "/loi/tableau/?noms=oui", "/loi/cadre/", "/loi/cadre/modifier/",
        "/loi/cadre/durees/review/", f"{amina}/attendu/contract/", f"{amina}/rapports/",
        f"{amina}/rapports/nouveau/", f"/rapports/{reports[0].pk}/",
        f"/rapports/{reports[0].pk}/modifier/", f"/rapports/{reports[0].pk}/dire/",
        f"/rapports/{reports[1].pk}/texte/",
        f"{etage}/participation/annee/{timezone.localdate().year}/",
        "/notes/", "/notes/nouvelle/", f"/notes/{note.key}/", f"/notes/{note.key}/porter/",
        "/loi/", "/demandes/", "/ecrire/pour-etre-lu/", f"{amina}/droits/",
        f"{amina}/demandes/nouvelle/", f"{amina}/sorties/demander/",
        *(f"{amina}/sorties/{consent.pk}/{one}" for one in ("", "ecrits/", "reponse/")),
        *(f"{amina}/sorties/{said_yes.pk}/{one}" for one in ("", "reprendre/")),
        *leaving(cast, said_yes, first),
        f"{amina}/demandes/{asked.pk}/", f"{amina}/demandes/{asked.pk}/preciser/",
        f"{amina}/demandes/{asked.pk}/lettre/", f"{amina}/demandes/{asked.pk}/repondre/",
        f"{amina}/trace/", "/ma-trace/", "/trace/demander/",
        *tools_of_the_law(cast),
        "/maison/gens/", "/maison/gens/moi/", "/maison/gens/direction/",
        f"/maison/gens/{cast.samira.pk}/depart/", "/maison/equipes/", "/maison/equipes/nouvelle/",
        f"/maison/equipes/{cast.foyer.pk}/", f"/maison/equipes/{cast.foyer.pk}/modifier/",
        f"/maison/equipes/{cast.foyer.pk}/accueillir/", "/ma-porte/sessions/",
    ]  # fmt: skip


def leaving(cast, consent, writing) -> list[str]:
    """Prepare a sending and note an evaluation; return the addresses of those pages."""
    mission = note_mission(by=cast.samira, body="Le *cabinet*", words="Pour voir.")
    places = sent(cast.samira, Consent.objects.get(pk=consent.pk), writing)
    keep_to_seal(cast.samira)
    made, sealed = (places[f"disclosure-{one}"]["pk"] for one in ("detail", "kept"))
    piece, handed = places["disclosure-piece"]["line"], places["disclosure-letter"]["pk"]
    pages = ("", "choisir/", f"pieces/{piece}/", "noms/", "apercu/", "sceller/")
    return [
        *(f"/envois/{made}/{one}" for one in pages),
        *(f"/envois/{sealed}/{one}" for one in ("", "remise/", "relire/")),
        f"/envois/{handed}/", "/evaluations/", "/evaluations/nouvelle/",
        f"/evaluations/{mission.pk}/", f"/evaluations/{mission.pk}/modifier/",
    ]  # fmt: skip


def tools_of_the_law(cast) -> list[str]:
    """Publish texts, note what was given and signed; return the addresses of those pages."""
    on = {"by": cast.samira}
    booklet = texts.open_text(**on, sort="welcome", title="Bienvenue")
    for text in ("# Midi", "# Une heure"):
        edition = texts.publish(**on, house_text=booklet, text=text, easy="On mange.")
    dossier, amina = cast.amina.dossier, f"/cahiers/{cast.amina.pk}"
    made = contracts.draw_up(**on, dossier=dossier, sort="stay", facts={"stay": "more"})
    bare = contracts.draw_up(**on, dossier=dossier, sort="dipc")
    contracts.write_contract(**on, contract=made, text="# Contrat\n\nUne *chambre*.")
    drawn = [[[10, 10], [400, 90]]]
    for answer, strokes in (("signed", drawn), ("refused", None)):
        told = {"answer": answer, "strokes": strokes, "words": "Voilà."}
        givings.note_giving(**on, dossier=dossier, contract=made, **told)
    note_trust(**on, dossier=dossier, act="named", name="Odile")
    mine = f"{amina}/contrats"
    return [
        "/loi/", "/textes/", "/textes/nouveau/", f"/textes/{booklet.pk}/",
        f"/textes/{booklet.pk}/publier/", f"/textes/editions/{edition.pk}/",
        f"/textes/editions/{edition.pk}/comparer/", f"{amina}/droits/",
        f"{mine}/lequel/?category=8&stay=exactly", f"{mine}/nouveau/", f"{mine}/{made.pk}/",
        f"{mine}/{made.pk}/modifier/", f"{mine}/{made.pk}/signer/",
        f"{mine}/{bare.pk}/texte/?trame=modele", f"{amina}/remises/",
        f"{amina}/remises/nouvelle/?arrivee=1", f"{amina}/remises/signer/{edition.pk}/",
        f"{amina}/confiance/nouvelle/",
        "/loi/chiffres/", "/loi/chiffres/2025/", "/loi/chiffres/2025/rapport/", "/loi/registre/",
        "/loi/registre/texte-clair/",
    ]  # fmt: skip


@pytest.mark.parametrize(("dark", "width"), [(False, 390), (True, 1280), (True, 390)])
def test_axe_finds_nothing_on_any_page(house, cast, make_page, axe, watch, dark, width):
    watch.expected_statuses |= {404, 422}
    page = make_page(dark=dark, width=width)
    page.goto("/connexion/")
    axe(page)
    log_in(page)
    for address in [*house, "/nulle-part/"]:
        page.goto(address)
        axe(page)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{address} overflows by {wide} px"
    page.goto("/personnes/nouvelle/")
    page.get_by_role("button", name="Ouvrir", exact=True).click()
    axe(page)
    write(page, f"/cahiers/{cast.amina.pk}/", "Deux mots.")
    axe(page)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_longest_words_of_a_house_push_nothing_off_the_screen(house, cast, make_page, width):
    for key in KNOWN:
        change_word(by=cast.samira, key=key, word=Word("m" * LONGEST, "m" * LONGEST))
    page = make_page(width=width)
    log_in(page)
    for address in house:
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{address} overflows by {wide} px"
        for link in page.locator(".rayon a").all():
            box = link.bounding_box()
            assert (box["x"] >= 0, box["x"] + box["width"] <= width) == (True, True)


def test_first_visit_weighs_little(cast, make_page):
    page, seen = make_page(), set()
    page.on("request", lambda request: seen.add(request.url))
    log_in(page)
    names = {address.rsplit("/", 1)[-1].split(".")[0] for address in seen}
    assert {"style", "dossier", "literata"} <= names
    assert sum(_on_the_wire(page, address) for address in seen) < FIRST_VISIT


def _on_the_wire(page, address: str) -> int:
    body = page.context.request.get(address).body()
    return len(body) if address.endswith("woff2") else len(gzip.compress(body))


def test_a_page_of_thirty_field_notes_weighs_little(cast):
    note = (
        "Ce soir {0} a préparé le repas avec nous, puis elle est montée sans un mot. À {0} heures "
        "elle a demandé si la lumière du couloir pouvait rester allumée. On a parlé de sa sœur, "
        "du bus de {0}, et de la lettre qu’elle n’a pas ouverte. Rien de plus, la nuit est calme."
    )
    for number in range(31):
        make_writing(
            cast.samira, cast.amina, note.format(number), heading="Nuit", tags=("sommeil",)
        )
    client: Client = log_in_client(cast.samira)
    answer = client.get(f"/cahiers/{cast.amina.pk}/", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.content) < LATER_PAGE


@pytest.mark.parametrize("width", [390, 1280])
def test_the_head_is_reached_in_the_order_it_is_drawn(cast, make_page, width):
    page = make_page(width=width)
    log_in(page)
    links = page.locator(".rayon a").all()
    places = [link.bounding_box()["x"] for link in links]
    assert places == sorted(places)
    assert links[2].inner_text() == "Écrire"


@pytest.mark.parametrize("width", [390, 1280])
def test_a_large_page_is_large_and_its_tools_are_on_one_row(cast, make_page, width):
    page = make_page(width=width, devices=True)
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/ecrire/")
    box = page.get_by_label("Qu’est-ce qui s’est passé ?").bounding_box()
    assert box["height"] >= 0.55 * HEIGHT - 1
    tools = page.locator(".outils > *").all()
    assert len({tool.bounding_box()["y"] for tool in tools}) == 1


def test_a_notebook_prints_what_was_written_and_nothing_else(house, cast, make_page):
    page = make_page()
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/")
    page.emulate_media(media="print")
    for gone in ("#ecrire", ".tete", ".gestes-ecrit", ".couverture .sous"):
        assert not page.locator(gone).first.is_visible()
    assert page.get_by_role("article").first.is_visible()
    (only,) = printed(page)
    assert only.startswith("Amina\nAujourd’hui")
    for said in ("Qui est", "Chercher", "Répondre", "Plus ancien"):
        assert said not in only


@pytest.mark.parametrize("kind", ["writing", "notebook", "assembly"])
def test_what_is_long_prints_from_its_first_page(cast, make_page, kind):
    text = "\n\n".join(f"Phrase {number}, avec ce qu’il faut de mots." for number in range(120))
    writing = make_writing(cast.samira, cast.amina, text)
    takes = [Taken(writing, words="Nos mots.")]
    made = assemble(by=cast.samira, notebook=cast.etage, takes=takes, text="# Ensemble")
    page = make_page(dark=True)
    log_in(page)
    page.goto(
        {
            "writing": f"/ecrits/{writing.pk}/",
            "notebook": f"/cahiers/{cast.amina.pk}/",
            "assembly": f"/ecrits/{made.pk}/",
        }[kind]
    )
    pages = printed(page)
    assert "Phrase 0," in pages[0]
    assert "Phrase 119," in pages[-1]
    for said in ("Lire là où", "En faire", "Versions", "Qui est", "Corriger", "Au revoir"):
        assert said not in "\n".join(pages)


def printed(page) -> list[str]:
    """Return the words of each page that would come out of the printer."""
    reader = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [one.extract_text() for one in reader.pages]
