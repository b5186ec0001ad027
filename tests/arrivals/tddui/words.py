"""What tests of TDDUI share: all the words that came out, a bundle that says much, FHIR's XML."""

import base64
import json
import re
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest

from dossier.arrivals.brought import Brought, Fate
from dossier.arrivals.tddui import account, read

SHARED = Path(__file__).resolve().parents[4] / "shared" / "tddui"
TDDUI = "https://interop.esante.gouv.fr/ig/fhir/tddui"
needs_examples = pytest.mark.skipif(
    not SHARED.exists(), reason="absent: the examples of the publisher are not beside the project"
)


def example(name: str) -> bytes:
    """Return an example of the publisher."""
    return (SHARED / name).read_bytes()


def spaced(text: str) -> str:
    """Return a text, all blanks of it being one."""
    return re.sub(r"\s+", " ", text)


def came_out(brought: Brought) -> str:
    """Return all the words that came out of a source, but those of its report."""
    told = []
    for one in brought.people:
        told += [one.key, one.called, one.civil_name, one.birth]
        told += [word for fact in one.facts for word in fact]
        for stay in one.stays:
            told += [stay.service, str(stay.from_on), str(stay.until_on), stay.word]
        told += [word for near in one.around for word in (near.name, near.tie, near.word)]
    for text in brought.texts:
        told += [text.key, *text.of, text.text, text.moment, text.heading, text.author]
        told += [text.when.isoformat()] if text.when else []
        for paper in text.papers:
            raw = paper.content.decode("utf-8", "replace")
            told += [paper.name, base64.b64encode(paper.content).decode(), raw]
    return spaced("\n".join(told))


def squeezed(text: str) -> str:
    """Return a text without its blanks: base64 may be on several lines."""
    return re.sub(r"\s", "", text)


def assert_nothing_is_silent(content: bytes) -> Brought:
    """Read a source, and prove that each of its values is where the account says it is."""
    brought = read("reçu.json", content)
    words = came_out(brought)
    said = spaced("\n".join(line.words for line in brought.report))
    leaves = account(content)
    assert len({leaf.path for leaf in leaves}) == len(leaves)
    private = [one.value for one in leaves if one.why == "private" and len(one.value) > 7]
    for leaf in leaves:
        if leaf.fate in (Fate.TAKEN, Fate.KEPT):
            found = spaced(leaf.words).strip()
            assert found or not leaf.value.strip(), leaf
            assert found in words or squeezed(found) in squeezed(words), leaf
        elif leaf.why == "private":
            assert "resté dans l’original seulement" in said
        elif leaf.why != "empty":
            value = leaf.value
            for number in private:
                value = value.replace(number, "(INS)")
            told = [" ".join(one.split())[:250] for one in (value, leaf.value)]
            assert told[0] in said or told[1] in said, leaf
    assert brought.original.content == content
    assert len({text.key for text in brought.texts}) == len(brought.texts)
    assert len({one.key for one in brought.people}) == len(brought.people)
    return brought


def as_json(*resources: dict, kind: str = "transaction") -> bytes:
    """Return a bundle of these resources, as JSON."""
    entries = []
    for one in resources:
        url = f"https://ailleurs.example/{one['resourceType']}/{one.get('id', 'x')}"
        request = {"method": "POST", "url": f"TDDUI{one['resourceType']}"}
        entries.append({"fullUrl": url, "resource": one, "request": request})
    bundle = {"resourceType": "Bundle", "type": kind, "entry": entries}
    return json.dumps(bundle, ensure_ascii=False).encode()


def as_xml(content: bytes) -> bytes:
    """Return a resource in JSON as FHIR's XML."""
    resource = json.loads(content)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_resource(resource, True)}'.encode()


def _resource(resource: dict, top: bool = False) -> str:
    kind = resource["resourceType"]
    space = ' xmlns="http://hl7.org/fhir"' if top else ""
    inner = "".join(
        _element(name, value) for name, value in resource.items() if name != "resourceType"
    )
    return f"<{kind}{space}>{inner}</{kind}>"


def _element(name: str, value) -> str:
    if isinstance(value, list):
        return "".join(_element(name, thing) for thing in value)
    if name == "div":
        return value
    if isinstance(value, dict) and "resourceType" in value:
        return f"<{name}>{_resource(value)}</{name}>"
    if isinstance(value, dict):
        is_extension = name in ("extension", "modifierExtension")
        attributes = f" url={quoteattr(value['url'])}" if is_extension else ""
        inner = "".join(
            _element(key, thing)
            for key, thing in value.items()
            if not (is_extension and key == "url")
        )
        return f"<{name}{attributes}>{inner}</{name}>"
    text = {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value
    return f"<{name} value={quoteattr(str(text))}/>"


def ref(to: str, **more) -> dict:
    """Return a reference."""
    return {"reference": to, **more}


def concept(code: str, display: str = "", system: str = f"{TDDUI}/CodeSystem/x") -> dict:
    """Return a CodeableConcept."""
    coding = {"system": system, "code": code}
    return {"coding": [coding | ({"display": display} if display else {})]}


def extension(name: str, **value) -> dict:
    """Return an extension of TDDUI."""
    return {"url": f"{TDDUI}/StructureDefinition/tddui-{name}", **value}


def number(kind: str, local: str) -> list[dict]:
    """Return the number that TDDUI gives to a thing."""
    system = f"https://identifiant-medicosocial-{kind}.esante.gouv.fr"
    return [{"system": system, "value": f"3750000001/77-{local}"}]


def slice_note(code: str, text: str) -> dict:
    """Return the note of a goal that says what it is."""
    system = f"{TDDUI}/CodeSystem/tddui-discriminator"
    kind = concept(code, system=system)
    return {"extension": [extension("discriminator", valueCodeableConcept=kind)], "text": text}


def task_input(kind: str, code: str, **value) -> dict:
    """Return the input of a task."""
    return {"type": concept(code, system=f"{TDDUI}/CodeSystem/tddui-task-input-{kind}"), **value}


def packed(content: bytes) -> str:
    """Return bytes in base64."""
    return base64.b64encode(content).decode()


def attached(kind: str, title: str, data: str) -> dict:
    """Return the content of a document."""
    return {"attachment": {"contentType": kind, "title": title, "data": data}}


ZOE = {
    "resourceType": "Patient",
    "id": "zoe",
    "identifier": [
        {"type": concept("PI"), "system": "urn:oid:9.9", "value": "U-77"},
        {"type": concept("INS-NIR"), "system": "urn:oid:1.2.250.1.213.1.4.8",
         "value": "269054958815780"},
    ],
    "active": True,
    "name": [
        {"use": "official", "family": "Tournesol", "given": ["Zoé", "Aimée"], "prefix": ["Mme"]},
        {"use": "usual", "family": "Lagrange", "given": ["Zoé"]},
        {"use": "nickname", "text": "Zozo"},
    ],
    "telecom": [{"system": "phone", "value": "01 99 00 00 01", "use": "mobile"},
                {"system": "email", "value": "zoe@maison.example"}],
    "gender": "female",
    "birthDate": "1969-05",
    "deceasedBoolean": False,
    "maritalStatus": {"text": "en couple"},
    "multipleBirthInteger": 2,
    "contact": [{"relationship": [{"text": "voisine"}], "name": {"text": "Odile Pré"},
                 "telecom": [{"system": "phone", "value": "01 99 00 00 02"}]}],
    "communication": [{"language": {"text": "français et langue des signes"}, "preferred": True}],
    "managingOrganization": ref("Organization/maison"),
}  # fmt: skip

MUCH = (
    ZOE,
    {"resourceType": "Organization", "id": "maison", "name": "Foyer des Tilleuls",
     "telecom": [{"system": "phone", "value": "01 99 00 00 03"}],
     "address": [{"line": ["3 quai des Brumes"], "city": "Ouville", "postalCode": "76999"}]},
    {"resourceType": "Practitioner", "id": "paul", "name": [{"family": "Ravel", "given": ["Paul"]}],
     "qualification": [{"code": concept("ES", "Éducateur spécialisé")}]},
    {"resourceType": "PractitionerRole", "id": "role", "practitioner": ref("Practitioner/paul"),
     "organization": ref("Organization/maison"), "code": [concept("R", "Référent de parcours")]},
    {"resourceType": "RelatedPerson", "id": "mere", "patient": ref("Patient/zoe"),
     "relationship": [concept("MTH", "Mère")], "name": [{"text": "Lise Tournesol"}],
     "telecom": [{"system": "phone", "value": "01 99 00 00 04"}],
     "extension": [extension("related-person-contact-description",
                             valueString="à appeler le soir")]},
    {"resourceType": "Encounter", "id": "sejour", "identifier": number("sejour", "SEJOUR-1"),
     "status": "finished", "class": {"code": "IMP"}, "subject": ref("Patient/zoe"),
     "period": {"start": "2020-09-01", "end": "2024-06-30"},
     "serviceProvider": ref("Organization/maison"),
     "extension": [extension("exit-mode-label", valueString="Départ vers un logement à elle")]},
    {"resourceType": "Encounter", "id": "sortie", "identifier": number("evenement", "EVN-4"),
     "status": "finished", "class": {"code": "AMB"}, "subject": ref("Patient/zoe"),
     "period": {"start": "2023-03-04T14:00:00+01:00", "end": "2023-03-04T17:30:00+01:00"},
     "extension": [extension("event-label", valueString="Sortie au marché"),
                   extension("event-report", valueString="Zoé a choisi les pommes."),
                   extension("meal", valueBoolean=True),
                   extension("patient-present", valueBoolean=True),
                   {"url": "urn:logiciel:humeur-du-jour", "valueString": "radieuse"}],
     "participant": [{"individual": ref("PractitionerRole/role")},
                     {"individual": ref("Practitioner/parti", display="Un collègue parti")}]},
    {"resourceType": "CarePlan", "id": "projet", "identifier": number("projet", "PPER-1"),
     "title": "Projet de Zoé", "description": "Vivre chez elle.", "status": "active",
     "intent": "plan", "subject": ref("Patient/zoe"), "period": {"start": "2021", "end": "2022-12"},
     "author": ref("PractitionerRole/role"), "note": [{"text": "Lu avec elle, à voix haute."}],
     "supportingInfo": [ref("Consent/accord", display="Consentement usager")],
     "goal": [ref("Goal/attente"), ref("Goal/objectif")]},
    {"resourceType": "Consent", "id": "accord", "status": "active", "dateTime": "2021-02-03",
     "scope": concept("treatment"), "patient": ref("Patient/zoe"),
     "performer": [ref("Patient/zoe")], "category": [{"text": "projet"}]},
    {"resourceType": "Goal", "id": "attente", "identifier": number("attente", "ATTE-1"),
     "lifecycleStatus": "active", "description": {"text": "Je veux mes clés."},
     "subject": ref("Patient/zoe"), "note": [slice_note("origineAttente", "Usager")]},
    {"resourceType": "Goal", "id": "objectif", "identifier": number("objectif", "OBJE-1"),
     "lifecycleStatus": "active", "description": {"text": "Savoir cuisiner trois plats."},
     "subject": ref("Patient/zoe"), "expressedBy": ref("PractitionerRole/role"),
     "startDate": "2021-03-01", "target": [{"detailString": "Un repas par semaine",
                                            "dueDate": "2021-12"}],
     "note": [slice_note("titreObjectif", "Cuisiner"),
              slice_note("avisUsagerObjectif", "Oui mais pas de poisson.")]},
    {"resourceType": "Task", "id": "action", "identifier": number("action", "ACTI-1"),
     "status": "in-progress", "intent": "plan", "basedOn": [ref("CarePlan/projet")],
     "description": "Atelier du jeudi", "owner": ref("PractitionerRole/role"),
     "input": [task_input("action", "titre", valueString="Atelier cuisine"),
               task_input("action", "avisUsager", valueString="J’aime couper."),
               task_input("action", "autreChose", valueString="prévoir un tabouret")]},
    {"resourceType": "Task", "id": "bilan", "identifier": number("bilan", "BILA-1"),
     "status": "completed", "intent": "plan", "for": ref("Patient/zoe"),
     "executionPeriod": {"start": "2022-01-15"},
     "input": [task_input("bilan", "synthesePreparationBilan", valueAnnotation={
                   "authorReference": ref("Patient/zoe"), "text": "Je suis contente.",
                   "time": "2022-01-10"}),
               task_input("bilan", "dateProchainBilan", valueDateTime="2023-01")],
     "output": [{"type": concept("syntheseBilan", system=f"{TDDUI}/CodeSystem/tddui-o"),
                 "valueString": "Deux plats sur trois."}]},
    {"resourceType": "Task", "id": "taxi", "identifier": number("transport", "TPPat-1"),
     "status": "completed", "intent": "plan", "for": ref("Patient/zoe"),
     "input": [task_input("transport", "budgetReel",
                          valueMoney={"value": 12.5, "currency": "EUR"})]},
    {"resourceType": "Observation", "id": "poids", "status": "final", "code": {"text": "Poids"},
     "subject": ref("Patient/zoe"), "effectiveDateTime": "2022-05-06T09:05:00Z",
     "performer": [ref("RelatedPerson/mere")],
     "valueQuantity": {"value": 61.50, "unit": "kg", "system": "urn:u", "code": "kg"},
     "component": [{"code": {"text": "Appétit"}, "valueString": "bon"}]},
    {"resourceType": "QuestionnaireResponse", "id": "grille", "status": "completed",
     "questionnaire": "urn:grille", "subject": ref("Patient/zoe"), "authored": "2022-07-08",
     "source": ref("Patient/zoe"),
     "item": [{"linkId": "1", "text": "Se déplacer", "answer": [
                  {"valueCoding": {"code": "A", "display": "seule"}},
                  {"valueBoolean": True}], "item": [
                  {"linkId": "1.1", "answer": [{"valueInteger": 3}]}]}]},
    {"resourceType": "DocumentReference", "id": "lettre", "status": "current",
     "masterIdentifier": {"value": "DOC-1"}, "subject": ref("Patient/zoe"),
     "date": "2022-09-10T11:12:13+02:00", "author": [ref("Patient/zoe")],
     "content": [attached("text/plain", "Ma lettre", packed("Chère équipe,\nmerci.".encode())),
                 attached("application/pdf", "Dessin", packed(b"%PDF-1.4 fin")),
                 attached("image/png", "Cassé", "pas*de*base64")]},
    {"resourceType": "Coverage", "id": "mutuelle", "status": "active",
     "beneficiary": ref("Patient/zoe"), "subscriberId": "SECRET-MUTUELLE"},
    {"resourceType": "Slot", "id": "absence", "status": "busy", "start": "2022-08-01T00:00:00Z",
     "comment": "vacances"},
    {"resourceType": "VisionPrescription", "id": "lunettes", "status": "active",
     "patient": ref("Patient/zoe"), "lensSpecification": [{"eye": "right"}]},
    {"resourceType": "Communication", "id": "mot", "status": "completed", "sent": "2023-01-02",
     "subject": ref("Patient/inconnue"), "sender": ref("#tante"),
     "contained": [{"resourceType": "RelatedPerson", "id": "tante",
                    "patient": ref("Patient/zoe"), "name": [{"text": "Rose Lagrange"}]}],
     "payload": [{"contentString": "Bonne année à tous"}], "champInconnu": {"x": "valeur rare"}},
)  # fmt: skip
