"""A bundle that keeps to every profile there is a table for: invented, for tests to spoil."""

import base64
import copy
from typing import Any

from dossier.departures.profiles import CISIS, EVENTS, PROFESSIONALS, SERAFIN
from dossier.departures.resources import (
    ABSENT,
    COMMENT,
    FR_TYPES,
    LOCAL,
    PROFILE,
    STAY_TYPES,
    STAYS,
    STRUCTURES,
    TYPES,
    URI,
)

FINESS = "990000001"


def _coded(system: str, code: str) -> dict[str, Any]:
    return {"coding": [{"system": system, "code": code}]}


def _ref(kind: str, number: int) -> dict[str, str]:
    return {"reference": f"urn:uuid:{kind}-{number}"}


def _made(kind: str, profile: str, **more: Any) -> dict[str, Any]:
    return {"resourceType": kind, "meta": {"profile": [f"{PROFILE}/{profile}"]}, **more}


ORDER = f"{PROFILE}/tddui-birth-order"
NAME = [{"use": "official", "family": "ZIBELINOU", "given": ["Léo"]}, {"use": "usual", "text": "L"}]
HOUSE, PATIENT, STAY = _ref("Organization", 1), _ref("Patient", 1), _ref("Encounter", 1)
EVENT_TEXT = {"coding": [{"system": ABSENT, "code": "not-permitted"}], "text": "Sortie"}


def _said(*names: str) -> list[dict[str, str]]:
    return [{"url": f"{PROFILE}/tddui-{name}", "valueString": "oui"} for name in names]


MODEL: list[tuple[str, dict[str, Any]]] = [
    (
        "Organization-1",
        _made(
            "Organization",
            "tddui-organization",
            name="La maison d’essai",
            identifier=[
                {"type": _coded(FR_TYPES, "IDNST"), "system": STRUCTURES, "value": f"1{FINESS}"}
            ],
        ),
    ),
    (
        "Patient-1",
        _made(
            "Patient",
            "tddui-patient",
            identifier=[
                {"type": _coded(TYPES, "PI"), "system": LOCAL, "value": f"3{FINESS}/12"},
                {
                    "use": "usual",
                    "type": _coded(TYPES, "PIN"),
                    "system": "urn:oid:1.2.3",
                    "value": "7",
                },
            ],
            name=NAME,
            gender="female",
            birthDate="1989-03-12",
            _birthDate={"extension": [{"url": ORDER, "valueInteger": 12}]},
        ),
    ),
    (
        "Patient-2",
        _made(
            "Patient",
            "tddui-patient-ins",
            identifier=[
                *(
                    {"type": _coded(FR_TYPES, kind), "system": "urn:oid:1.2.4", "value": "0"}
                    for kind in ("INS-NIR", "INS-NIR-TEST", "INS-NIR-DEMO", "INS-NIA")
                ),
                {"type": _coded(TYPES, "PI"), "system": LOCAL, "value": f"3{FINESS}/13"},
                {"use": "usual", "type": _coded(TYPES, "PIN"), "system": "urn:oid:1", "value": "8"},
            ],
            name=NAME,
        ),
    ),
    (
        "Practitioner-1",
        _made(
            "Practitioner",
            "tddui-practitioner",
            identifier=[{"system": PROFESSIONALS, "value": "10000000000"}],
            name=[{"text": "Samira"}],
        ),
    ),
    (
        "PractitionerRole-1",
        _made(
            "PractitionerRole",
            "tddui-practitioner-role",
            practitioner=_ref("Practitioner", 1),
            organization=HOUSE,
            code=[{"text": "éducatrice"}],
        ),
    ),
    ("Location-1", {"resourceType": "Location", "name": "Le jardin"}),
    (
        "RelatedPerson-1",
        _made(
            "RelatedPerson",
            "tddui-related-person-contact",
            identifier=[{"system": URI, "value": "urn:uuid:1"}],
            patient=PATIENT,
            name=[{"text": "Nour"}],
            extension=[
                {"url": COMMENT, "valueString": "appelle le soir"},
                *_said("related-person-contact-description"),
            ],
            address=[{"text": "Ailleurs"}],
        ),
    ),
    (
        "Encounter-1",
        _made(
            "Encounter",
            "tddui-encounter-sejour",
            identifier=[
                {
                    "type": _coded(STAY_TYPES, "SEJ"),
                    "system": STAYS,
                    "value": f"3{FINESS}/12-SEJOUR-1",
                }
            ],
            status="in-progress",
            **{"class": {"system": ABSENT, "code": "unknown"}},
            subject=PATIENT,
            serviceProvider=HOUSE,
            period={"start": "2024-03-01", "end": "2024-04-01"},
            hospitalization={"origin": HOUSE},
            extension=[
                {"url": COMMENT, "valueString": "au studio"},
                *_said("admission-date", "entry-mode-label", "exit-mode-label"),
            ],
        ),
    ),
    (
        "Encounter-2",
        _made(
            "Encounter",
            "tddui-encounter-evenement",
            identifier=[{"system": EVENTS, "value": f"3{FINESS}/12-EVN-1"}],
            status="finished",
            **{"class": {"system": ABSENT, "code": "unknown"}},
            type=[_coded(CISIS, "MED-1298"), _coded(SERAFIN, "2.3.3"), EVENT_TEXT],
            location=[{"location": {"reference": "urn:uuid:Location-1"}}],
            extension=_said("event-label", "event-report", "event-outside-service", "event-reason"),
            subject=PATIENT,
            serviceProvider=HOUSE,
            partOf=STAY,
            participant=[{"individual": _ref("Practitioner", 1)}],
            period={"start": "2024-03-02T10:00:00+01:00", "end": "2024-03-02T11:00:00+01:00"},
        ),
    ),
    (
        "DocumentReference-1",
        _made(
            "DocumentReference",
            "tddui-document-reference",
            masterIdentifier={"system": URI, "value": "urn:uuid:2"},
            status="current",
            subject=PATIENT,
            author=[PATIENT, _ref("PractitionerRole", 1)],
            content=[
                {
                    "attachment": {
                        "contentType": "text/plain",
                        "data": base64.b64encode(b"Elle a ri.").decode(),
                        "title": "Repas",
                        "creation": "2024-03-02T10:00:00+01:00",
                    }
                }
            ],
            context={
                "period": {"start": "2024-03-02"},
                "sourcePatientInfo": PATIENT,
                "event": [{"text": "un repas"}],
            },
        ),
    ),
    (
        "DocumentReference-2",
        _made(
            "DocumentReference",
            "tddui-document-reference",
            masterIdentifier={"system": URI, "value": "urn:uuid:3"},
            status="current",
            subject=PATIENT,
            author=[HOUSE],
            relatesTo=[{"code": "appends", "target": _ref("DocumentReference", 1)}],
            content=[{"attachment": {"contentType": "text/plain", "data": "YQ==", "title": "a"}}],
        ),
    ),
]


def model() -> dict[str, Any]:
    """Return the bundle, to be changed at will."""
    entries = [
        {
            "fullUrl": f"urn:uuid:{name}",
            "resource": resource,
            "request": {"method": "POST", "url": resource["resourceType"]},
        }
        for name, resource in MODEL
    ]
    told = {
        "resourceType": "Bundle",
        "meta": {"profile": [f"{PROFILE}/tddui-bundle"]},
        "type": "transaction",
        "timestamp": "2026-11-30T13:30:00+01:00",
        "entry": entries,
    }
    return copy.deepcopy(told)
