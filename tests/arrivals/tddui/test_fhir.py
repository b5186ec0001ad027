"""A bundle of FHIR read: each value of it is where one looks for it, or is said to be left."""

import base64
import copy
import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from fhir.resources.R4B.bundle import Bundle

from dossier.arrivals.brought import Fate, Period
from dossier.arrivals.tddui import account, read
from tests.arrivals.tddui.words import (
    MUCH,
    ZOE,
    as_json,
    as_xml,
    assert_nothing_is_silent,
    came_out,
    example,
    needs_examples,
    ref,
)


@pytest.fixture(scope="module")
def much():
    return assert_nothing_is_silent(as_json(*MUCH))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def told(brought, heading: str):
    (text,) = [one for one in brought.texts if plain(one.heading).startswith(heading)]
    return text


def said(brought) -> str:
    return plain("\n".join(f"{line.where} / {line.words}" for line in brought.report))


# The examples of the publisher


@needs_examples
def test_the_ssiad_bundle_field_by_field():
    brought = assert_nothing_is_silent(example("v2.2/ssiad-bundle.narratives-removed.json"))
    (jean,) = brought.people
    assert jean.key == "3480787529/194704032"
    assert (jean.called, jean.civil_name) == ("Jean DUPONT", "Jean Stéphane Patrick DUPONT")
    assert plain(jean.birth) == ("3 avril 1947, Mazoires, FRA (Code de la commune (INSEE) : 63220)")
    facts = {name: plain(text) for name, text in jean.facts}
    assert facts == {
        "Fiabilité de l’identité": "Statut de l’identité : identité qualifiée ou validée",
        "Identifiant": "3480787529/194704032 (numéro dans la structure)",
        "Sexe": "masculin",
        "Adresse": "12 rue des Lilas, 76748 Vittefleur, France (domicile)",
    }
    (stay,) = jean.stays
    assert (stay.service, stay.from_on, stay.until_on) == (
        "Les Chênes Verts",
        date(2023, 4, 14),
        None,
    )
    assert plain(stay.word).splitlines() == [
        "Date d’admission : 11 avril 2023",
        "Mode d’entrée : Date de début du suivi post-opératoire : 14/04/2023",
        "Mode de sortie : Sortie prévisionnelle prévue pour le 5 mai 2023",
        "Fin prévue : 5 mai 2023",
        "Modalité : à domicile",
        "Statut : en cours",
        "Identifiant : 3480787529/(INS)-SEJOUR-1012 (numéro de séjour)",
    ]
    visit = told(brought, "Évènement")
    assert plain(visit.heading) == "Évènement : Visite à domicile pour soins infirmier."
    assert (visit.of, visit.moment) == ((jean.key,), "")
    assert visit.when == datetime(2023, 4, 14, 10, 30, tzinfo=timezone(timedelta(hours=2)))
    lines = plain(visit.text).splitlines()
    assert "Motif : Suivi post-opératoire suite à intervention chirurgicale de la hanche." in lines
    assert "Participant : Type : participant ; Personne : MME Claire Martin" in plain(visit.text)
    assert "Lieu : Location/tddui-event-location-example, absent du fichier" in lines
    assert "a compris les consignes" in visit.text
    assert "Cet évènement a débuté plus tard" in visit.text
    cited = told(brought, "Professionnels, structures et lieux cités")
    assert "DE Infirmier" in cited.text
    assert "10103441234" in cited.text
    assert "Location/tddui-event-location-example, qui n’est pas dans le fichier" in said(brought)
    assert "Gestion, non repris et resté dans l’original" in said(brought)
    assert "budgetReel" in said(brought)


@needs_examples
def test_the_national_number_of_the_example_is_in_the_original_only():
    brought = read("a.json", example("v2.2/ssiad-bundle.narratives-removed.json"))
    assert "147720425367411" not in came_out(brought) + said(brought)
    assert b"147720425367411" in brought.original.content
    left = [leaf for leaf in account(brought.original.content) if leaf.why == "private"]
    assert "147720425367411" in [leaf.value for leaf in left]


@needs_examples
@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("v1.1/Bundle-TDDUIBundleExample.json", 2),
        ("v1.1/DocumentReference-TDDUIDocumentReferenceExample.json", 1),
    ],
)
def test_documents_of_the_first_version(name, count):
    brought = assert_nothing_is_silent(example(name))
    assert (len(brought.texts), brought.people) == (count, ())
    first = brought.texts[0]
    assert first.text.splitlines()[0] == "Hello world"
    assert (first.key, first.of, first.papers) == ("2569874526325", (), ())
    assert plain(first.heading) == "Document : DocumentReference TDDUI"


@needs_examples
@pytest.mark.parametrize(
    "name",
    [
        "v2.2/ssiad-bundle.narratives-removed.json",
        "v1.1/Bundle-TDDUIBundleExample.json",
    ],
)
def test_the_examples_in_xml_say_the_same(name):
    content = example(name)
    other = assert_nothing_is_silent(as_xml(content))
    brought = read("", content)
    assert (other.people, other.texts) == (brought.people, brought.texts)


# People


def test_a_person_is_called_by_the_name_in_use(much):
    (zoe,) = much.people
    assert (zoe.key, zoe.called, zoe.civil_name) == ("U-77", "Zoé Lagrange", "Zoé Aimée Tournesol")
    assert plain(zoe.birth) == "mai 1969, rang de naissance : 2"
    facts = {name: plain(text) for name, text in zoe.facts}
    assert facts["Autre nom (surnom)"] == "Zozo"
    assert facts["Civilité"] == "Mme"
    assert facts["Téléphone ou adresse électronique"] == (
        "01 99 00 00 01 (téléphone, portable) ; zoe@maison.example (courriel)"
    )
    assert facts["Sexe"] == "féminin"
    assert facts["Décès"] == "non"
    assert facts["Situation familiale"] == "en couple"
    assert "langue des signes" in facts["Langue et communication"]
    assert facts["Structure responsable"] == "Foyer des Tilleuls"


def test_those_around_with_their_tie(much):
    around = {near.name: (near.tie, plain(near.word)) for near in much.people[0].around}
    assert around["Odile Pré"][0] == "voisine"
    assert "01 99 00 00 02" in around["Odile Pré"][1]
    assert around["Lise Tournesol"][0] == "Mère"
    assert "à appeler le soir" in around["Lise Tournesol"][1]
    assert "Rose Lagrange" in around


def test_a_stay_is_a_period(much):
    (stay,) = much.people[0].stays
    assert isinstance(stay, Period)
    assert (stay.from_on, stay.until_on) == (date(2020, 9, 1), date(2024, 6, 30))
    assert stay.service == "Foyer des Tilleuls"
    assert "Départ vers un logement à elle" in stay.word


@pytest.mark.parametrize(
    ("names", "called", "civil"),
    [
        ([{"text": "Ali Baba"}], "Ali Baba", "Ali Baba"),
        ([{"family": "Baba", "given": ["Ali", "Omar"]}], "Ali Baba", "Ali Omar Baba"),
        ([{"use": "official", "family": "B", "given": ["A"]}, {"use": "usual", "given": ["Z"]}],
         "Z B", "A B"),
        ([{"use": "maiden", "family": "M"}, {"use": "usual", "family": "U", "given": ["A"]}],
         "A U", "M"),
        ([], "Personne sans nom", ""),
    ],
)  # fmt: skip
def test_names_as_they_come(names, called, civil):
    patient = {"resourceType": "Patient", "id": "p", "name": names}
    (one,) = assert_nothing_is_silent(json.dumps(patient).encode()).people
    assert (one.called, one.civil_name) == (called, civil)


def test_the_key_is_the_number_of_the_house_else_the_address():
    bare = {"resourceType": "Patient", "id": "p", "name": [{"text": "Ali"}]}
    other = bare | {"id": "q", "identifier": [{"system": "x", "value": "12"}]}
    twin = other | {"id": "r", "name": [{"text": "Bea"}]}
    keys = [one.key for one in read("", as_json(bare, other, twin)).people]
    assert keys == [
        "https://ailleurs.example/Patient/p",
        "12",
        "https://ailleurs.example/Patient/r",
    ]
    assert keys == [one.key for one in read("", as_json(bare, other, twin)).people]


@pytest.mark.parametrize(
    "identifier",
    [
        {"system": "urn:oid:1.2.250.1.213.1.4.8", "value": "123"},
        {"type": {"coding": [{"code": "NIR"}]}, "value": "987"},
        {"value": "2 69 05 49 588 157 80"},
        {"system": "urn:iban", "value": "FR7630006000011234567890189"},
    ],
)
def test_social_security_and_bank_numbers_are_left(identifier):
    patient = {"resourceType": "Patient", "id": "p", "identifier": [identifier]}
    brought = assert_nothing_is_silent(json.dumps(patient).encode())
    assert identifier["value"] not in came_out(brought) + said(brought)
    assert "Numéro de sécurité sociale, banque ou assurance" in said(brought)
    assert brought.people[0].key == "Patient/p"


@pytest.mark.parametrize("number", ["FR76 3000 6000 0112 3456 7890 189", "269054958815780"])
def test_such_a_number_is_left_wherever_it_is(number):
    patient = {
        "resourceType": "Patient", "id": "p", "inconnu": number,
        "extension": [{"url": "urn:x:compte", "valueString": number}],
    }  # fmt: skip
    for content in (json.dumps(patient).encode(), as_xml(json.dumps(patient).encode())):
        brought = assert_nothing_is_silent(content)
        assert number not in came_out(brought) + said(brought)
        assert "banque ou assurance : non repris" in said(brought)


def test_a_number_that_only_looks_like_one_is_kept():
    code = {"resourceType": "Patient", "id": "p", "identifier": [{"value": "FR7630006000011234"}]}
    assert assert_nothing_is_silent(json.dumps(code).encode()).people[0].key == "FR7630006000011234"


def test_a_national_number_is_masked_wherever_another_number_carries_it():
    event = {
        "resourceType": "Encounter",
        "identifier": [{"value": "1/269054958815780-EVN-3"}],
        "subject": ref("Patient/zoe"),
    }
    brought = assert_nothing_is_silent(as_json(ZOE, event))
    assert "269054958815780" not in came_out(brought) + said(brought)
    assert "1/(INS)-EVN-3" in [text.key for text in brought.texts]


# Texts


def test_an_event_with_its_words(much):
    sortie = told(much, "Évènement")
    assert (sortie.of, sortie.key) == (("U-77",), "3750000001/77-EVN-4")
    assert sortie.when == datetime(2023, 3, 4, 14, 0, tzinfo=timezone(timedelta(hours=1)))
    text = plain(sortie.text)
    assert "Compte rendu : Zoé a choisi les pommes." in text
    assert "Paul Ravel (Référent de parcours, Foyer des Tilleuls)" in text
    assert "Un collègue parti (Practitioner/parti, absent du fichier)" in text
    assert "« humeur-du-jour » : radieuse" in text
    assert "Personne présente : oui" in text
    assert "meal" not in text
    assert "tddui-meal" in said(much)


def test_a_project_its_wishes_its_aims(much):
    projet = told(much, "Projet personnalisé")
    assert plain(projet.heading) == "Projet personnalisé : Projet de Zoé"
    assert (projet.when, projet.moment) == (None, "2021")
    assert projet.author == "Paul Ravel (Référent de parcours, Foyer des Tilleuls)"
    assert "Vivre chez elle." in projet.text
    assert "Lu avec elle, à voix haute." in projet.text
    assert "à partir de 2021 jusqu’à décembre 2022" in projet.text
    attente = told(much, "Attente")
    assert attente.heading == "Attente, dite par la personne"
    assert "Dans les mots de la personne : « Je veux mes clés. »" in plain(attente.text)
    objectif = told(much, "Objectif : Cuisiner")
    assert "Avis de la personne, dans ses mots : « Oui mais pas de poisson. »" in plain(
        objectif.text
    )
    assert objectif.author.startswith("Paul Ravel")
    assert objectif.when == date(2021, 3, 1)
    assert "Un repas par semaine" in objectif.text


def test_an_action_a_review(much):
    action = told(much, "Action : Atelier cuisine")
    assert action.of == ("U-77",)  # through the project
    assert "Avis de la personne, dans ses mots : « J’aime couper. »" in plain(action.text)
    assert "autreChose : prévoir un tabouret" in plain(action.text)
    bilan = told(much, "Bilan")
    assert bilan.when == date(2022, 1, 15)
    text = plain(bilan.text)
    assert "Je suis contente." in text
    assert "Auteur : Zoé Lagrange (la personne accompagnée)" in text
    assert "Date du prochain bilan : janvier 2023" in text
    assert "Synthèse du bilan : Deux plats sur trois." in text


def test_an_agreement_an_observation_a_grid(much):
    accord = told(much, "Accord")
    assert (accord.when, accord.of) == (date(2021, 2, 3), ("U-77",))
    assert accord.author == "Zoé Lagrange (la personne accompagnée)"
    poids = told(much, "Observation : Poids")
    assert "Valeur : 61.5 kg" in plain(poids.text)
    assert "Appétit : bon" in plain(poids.text)
    assert poids.when == datetime(2022, 5, 6, 9, 5, tzinfo=UTC)
    assert poids.author == "Lise Tournesol (Mère)"
    grille = told(much, "Évaluation")
    assert "Se déplacer : seule ; oui" in plain(grille.text)
    assert "  1.1 : 3" in plain(grille.text)
    assert grille.author == "Zoé Lagrange (la personne accompagnée)"


def test_a_letter_is_its_text_and_a_drawing_its_file(much):
    lettre = told(much, "Document")
    assert lettre.text.startswith("Chère équipe,\nmerci.\n\n")
    assert lettre.author == "Zoé Lagrange (la personne accompagnée)"
    papers = {paper.name: paper.content for paper in lettre.papers}
    assert papers == {
        "Dessin.pdf": b"%PDF-1.4 fin",
        "Cassé (illisible).txt": b"pas*de*base64",
    }
    assert "n’a pas pu être lu" in lettre.text
    assert "« Dessin.pdf »" in said(much)


def test_what_is_not_there_keeps_its_words(much):
    mot = told(much, "Message")
    assert mot.of == ()
    assert mot.author == "Rose Lagrange"
    assert "Bonne année à tous" in mot.text
    assert "Personne : Patient/inconnue, absent du fichier" in plain(mot.text)
    assert "Renvoi à Patient/inconnue" in said(much)


def test_what_is_left_is_said(much):
    words = said(much)
    assert "champInconnu.x = valeur rare" in words
    assert "« VisionPrescription »" in words
    assert "lensSpecification[0].eye = right" in words
    assert "comment = vacances" in words
    assert "12.5" in words
    assert "SECRET-MUTUELLE" not in words + came_out(much)
    assert "269054958815780" not in words + came_out(much)


def test_those_who_are_cited_are_kept_together(much):
    cited = told(much, "Professionnels, structures et lieux cités")
    assert cited.of == ("U-77",)
    assert "3 quai des Brumes, 76999 Ouville" in cited.text
    assert "Éducateur spécialisé" in cited.text


def test_those_cited_for_several_persons_are_in_no_notebook():
    ali = {"resourceType": "Patient", "id": "ali", "name": [{"text": "Ali"}]}
    house = {"resourceType": "Organization", "id": "h", "name": "Foyer"}
    assert told(assert_nothing_is_silent(as_json(ZOE, ali, house)), "Professionnels").of == ()


def test_the_parts_of_a_document_as_it_has_them():
    def part(title: str, words: str, **more) -> dict:
        div = f'<div xmlns="http://www.w3.org/1999/xhtml">{words}</div>'
        return {"title": title, "text": {"status": "generated", "div": div}} | more

    letter = {
        "resourceType": "Composition", "id": "c", "title": "Lettre", "date": "2023-01-02",
        "subject": ref("Patient/zoe"), "author": [{"display": "Docteur Lune"}],
        "section": [part("Matin", "Aime le thé", section=[part("Soir", "Lit tard")])],
    }  # fmt: skip
    for content in (as_json(ZOE, letter), as_xml(as_json(ZOE, letter))):
        text = told(assert_nothing_is_silent(content), "Document rédigé : Lettre")
        assert text.author == "Docteur Lune"
        assert "Matin :\nAime le thé\nSoir : Lit tard" in plain(text.text)


@pytest.mark.parametrize(
    ("more", "is_stay"),
    [
        ({"identifier": [{"value": "1/2-SEJOUR-3"}]}, True),
        ({"identifier": [{"value": "1/2-EVN-3"}], "class": {"code": "IMP"}}, False),
        ({"meta": {"profile": ["urn:tddui-encounter-sejour"]}}, True),
        ({"extension": [{"url": "x/tddui-admission-date", "valueDateTime": "2020"}]}, True),
        ({"extension": [{"url": "x/tddui-event-label", "valueString": "Bal"}]}, False),
        ({"class": {"code": "IMP"}, "period": {"start": "2020-01-01", "end": "2021-02"}}, True),
        ({"class": {"code": "AMB"}, "period": {"start": "2020-01-01"}}, False),
        ({"partOf": ref("Encounter/x"), "class": {"code": "IMP"}}, False),
        ({}, False),
    ],
)
def test_a_stay_or_an_event(more, is_stay):
    encounter = {"resourceType": "Encounter", "id": "e", "subject": ref("Patient/zoe")} | more
    brought = assert_nothing_is_silent(as_json(ZOE, encounter))
    assert bool(brought.people[0].stays) == is_stay
    assert bool(brought.texts) != is_stay


def test_fates_of_the_whole(much):
    fates = {leaf.path: leaf.fate for leaf in account(as_json(*MUCH))}
    assert fates["entry[0].resource.name[1].family"] is Fate.TAKEN
    assert fates["entry[0].resource.gender"] is Fate.KEPT
    assert fates["entry[0].resource.identifier[1].value"] is Fate.UNKNOWN
    assert fates["entry[5].resource.period.start"] is Fate.TAKEN
    assert fates["entry[6].resource.period.start"] is Fate.TAKEN
    assert fates["entry[20].resource.champInconnu.x"] is Fate.UNKNOWN


def test_the_same_in_xml(much):
    xml = as_xml(as_json(*MUCH))
    other = assert_nothing_is_silent(xml)
    assert other.people == much.people
    assert other.texts == much.texts


def test_what_we_made_is_fhir():
    kept = [copy.deepcopy(one) for one in MUCH if one["resourceType"] != "Communication"]
    for one in kept:
        if one["resourceType"] == "DocumentReference":
            one["content"].pop()
    for name in ("VisionPrescription", "Slot", "Coverage"):
        kept = [one for one in kept if one["resourceType"] != name]
    assert len(Bundle.model_validate_json(as_json(*kept)).entry) == len(kept)


# Tolerance


@pytest.mark.parametrize("kind", ["collection", "document", "searchset", "batch", "n’importe"])
def test_any_type_of_bundle(kind, much):
    assert read("", as_json(*MUCH, kind=kind)).people == much.people


def test_a_resource_alone_a_list_and_lines_of_resources():
    alone = read("", json.dumps(ZOE).encode())
    assert alone.people[0].called == "Zoé Lagrange"
    goal = {"resourceType": "Goal", "subject": ref("Patient/zoe"), "description": {"text": "Voir"}}
    for content in (json.dumps([ZOE, goal]), f"{json.dumps(ZOE)}\n{json.dumps(goal)}\n"):
        brought = assert_nothing_is_silent(content.encode())
        assert [text.of for text in brought.texts] == [("U-77",)]


@pytest.mark.parametrize(
    "reference",
    [
        "Patient/zoe",
        "https://ailleurs.example/Patient/zoe",
        "https://autre.example/fhir/Patient/zoe",
        "Patient/zoe/_history/3",
        "urn:uuid:zoe",
    ],
)
def test_references_in_all_their_shapes(reference):
    goal = {"resourceType": "Goal", "subject": ref(reference), "description": {"text": "Voir"}}
    assert read("", as_json(ZOE, goal)).texts[0].of == ("U-77",)


def test_a_reference_by_number():
    by_number = {"identifier": {"system": "urn:oid:9.9", "value": "U-77"}}
    goal = {"resourceType": "Goal", "subject": by_number, "description": {"text": "Voir"}}
    assert assert_nothing_is_silent(as_json(ZOE, goal)).texts[0].of == ("U-77",)


def test_references_in_a_ring_end():
    first = {
        "resourceType": "Task",
        "id": "a",
        "basedOn": [ref("Task/b")],
        "partOf": [ref("Task/a")],
    }
    second = {"resourceType": "Task", "id": "b", "basedOn": [ref("Task/a")]}
    brought = assert_nothing_is_silent(as_json(first, second))
    assert [text.of for text in brought.texts] == [(), ()]


def test_an_event_of_a_group_goes_to_each():
    ali = {"resourceType": "Patient", "id": "ali", "name": [{"text": "Ali"}]}
    group = {
        "resourceType": "Group", "id": "g", "name": "Atelier tricot", "type": "person",
        "member": [{"entity": ref("Patient/zoe")}, {"entity": ref("Patient/ali")}],
    }  # fmt: skip
    event = {"resourceType": "Encounter", "id": "e", "subject": ref("Group/g")}
    brought = assert_nothing_is_silent(as_json(ZOE, ali, group, event))
    keys = ("U-77", "https://ailleurs.example/Patient/ali")
    assert told(brought, "Évènement").of == keys
    assert "Atelier tricot" in told(brought, "Évènement").text
    assert "Zoé" not in told(brought, "Évènement").text


def test_a_file_joined_by_another_thing_is_of_the_same_person():
    event = {
        "resourceType": "Encounter", "id": "e", "subject": ref("Patient/zoe"),
        "extension": [{"url": "tddui-attachment", "valueReference": ref("DocumentReference/d")}],
    }  # fmt: skip
    document = {
        "resourceType": "DocumentReference", "id": "d",
        "content": [{"attachment": {"contentType": "text/html", "title": "page.html",
                                    "data": base64.b64encode(b"<p>Bonjour <b>toi</b>").decode()}}],
    }  # fmt: skip
    page = told(assert_nothing_is_silent(as_json(ZOE, event, document)), "Document")
    assert page.of == ("U-77",)
    assert page.text.startswith("Bonjour toi")
    assert [paper.name for paper in page.papers] == ["page.html"]


def test_a_narrative_that_people_wrote_is_kept():
    inner = "<p>Deux <b>mots</b></p><ul><li>un</li></ul>"
    div = f'<div xmlns="http://www.w3.org/1999/xhtml">{inner}</div>'
    flag = {
        "resourceType": "Flag", "id": "f", "subject": ref("Patient/zoe"),
        "text": {"status": "additional", "div": div}, "code": {"text": "Attention"},
    }  # fmt: skip
    for content in (as_json(ZOE, flag), as_xml(as_json(ZOE, flag))):
        text = told(assert_nothing_is_silent(content), "Point d’attention").text
        assert "Deux mots" in text
        assert "–\u00a0un" in text


@pytest.mark.parametrize(
    ("written", "when", "moment"),
    [
        ("2021", None, "2021"),
        ("2021-03", None, "mars 2021"),
        ("2021-03-01", date(2021, 3, 1), ""),
        ("2021-02-30", None, "2021-02-30"),
        ("au printemps", None, "au printemps"),
    ],
)
def test_dates_as_they_are(written, when, moment):
    flag = {"resourceType": "Observation", "effectiveDateTime": written, "code": {"text": "Vu"}}
    (text,) = assert_nothing_is_silent(json.dumps(flag).encode()).texts
    assert (text.when, text.moment) == (when, moment)


def test_what_json_says_beside_a_value_is_kept():
    patient = {
        "resourceType": "Patient", "id": "p",
        "name": [{"given": ["Ali", None], "_given": [None, {"extension": [
            {"url": "urn:x/pourquoi", "valueString": "illisible sur l’acte"}]}]}],
        "_birthDate": {"extension": [{
            "url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
            "valueCode": "unknown"}]},
    }  # fmt: skip
    brought = assert_nothing_is_silent(json.dumps(patient).encode())
    assert "illisible sur l’acte" in came_out(brought)
    assert brought.people[0].birth == "Donnée absente\u00a0: inconnu"


def test_a_name_said_twice_in_json_is_lost_for_nobody():
    content = b'{"resourceType": "Patient", "id": "p", "gender": "male", "gender": "female"}'
    brought = assert_nothing_is_silent(content)
    assert dict(brought.people[0].facts)["Sexe"] == "masculin\u00a0; féminin"
    assert [leaf.path for leaf in account(content)][-2:] == ["gender", "gender#2"]
