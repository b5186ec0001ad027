"""What TDDUI 2.3.0 (FHIR R4) calls things, and its resources made of plain values.

Source: the guide of the Agence du numérique en santé, interop.esante.gouv.fr/ig/fhir/tddui. A
profile is claimed only where all that it makes mandatory is there: the rank of a birth in its
register, the national number of a professional are not kept here, so that neither a person nor
what points to one claims any.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

GUIDE = "https://interop.esante.gouv.fr/ig/fhir/tddui"
PROFILE = f"{GUIDE}/StructureDefinition"
COMMENT = f"{PROFILE}/tddui-comment"
FR_TYPES = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203"
TYPES = "http://terminology.hl7.org/CodeSystem/v2-0203"
STAY_TYPES = f"{GUIDE}/CodeSystem/tddui-encounter-identifier"
ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
STRUCTURES = "urn:oid:1.2.250.1.71.4.2.2"
LOCAL = "https://identifiant-medicosocial-localusager.esante.gouv.fr"
STAYS = "https://identifiant-medicosocial-sejour.esante.gouv.fr"
URI = "urn:ietf:rfc:3986"
PLAIN = "text/plain; charset=utf-8"
FINESS = re.compile(r"(?:\d\d|2[AB])\d{7}")

Resource = dict[str, Any]


def bundle(at: datetime) -> Resource:
    """Return a bundle without its entries, made `at`."""
    return {
        "resourceType": "Bundle",
        "meta": {"profile": [f"{PROFILE}/tddui-bundle"]},
        "type": "transaction",
        "timestamp": instant(at),
    }


def entry(uuid: str, resource: Resource) -> Resource:
    """Return the entry of a resource, to be created."""
    request = {"method": "POST", "url": resource["resourceType"]}
    return {"fullUrl": f"urn:uuid:{uuid}", "resource": resource, "request": request}


def ref(uuid: str) -> Resource:
    """Return a reference to a resource of the same bundle."""
    return {"reference": f"urn:uuid:{uuid}"}


def instant(at: datetime) -> str:
    """Return an instant with a zone, to the second."""
    return at.isoformat(timespec="seconds")


def organization(name: str, finess: str) -> Resource:
    """Return the house; it claims its profile when its FINESS number is known."""
    told: Resource = {"resourceType": "Organization", "name": name}
    if finess:
        told["meta"] = {"profile": [f"{PROFILE}/tddui-organization"]}
        kind = {"coding": [{"system": FR_TYPES, "code": "IDNST"}]}
        told["identifier"] = [{"type": kind, "system": STRUCTURES, "value": f"1{finess}"}]
    return told


def patient(uuid: str, *, called: str, civil: str, birth: str, finess: str) -> Resource:
    """Return a person; `birth` is a date of FHIR, maybe of a month or a year alone. What is empty
    is left out.
    """
    number: Resource = {"system": URI, "value": f"urn:uuid:{uuid}"}
    if finess:
        kind = {"coding": [{"system": TYPES, "code": "PI"}]}
        number = {"type": kind, "system": LOCAL, "value": local(uuid, finess)}
    told: Resource = {"resourceType": "Patient", "identifier": [number]}
    names = [{"use": "official", "text": civil}, {"use": "usual", "text": called}]
    if names := [one for one in names if one["text"]]:
        told["name"] = names
    return told | ({"birthDate": birth} if birth else {})


def local(uuid: str, finess: str) -> str:
    """Return the national form of a local number: 3, FINESS, a number of this house."""
    return f"3{finess}/{uuid[:8]}"


def practitioner(name: str) -> Resource:
    """Return a professional."""
    return {"resourceType": "Practitioner", "name": [{"text": name}]}


def role(practitioner: str, organization: str, function: str) -> Resource:
    """Return the function of a professional in the house."""
    who = {"practitioner": ref(practitioner), "organization": ref(organization)}
    return {"resourceType": "PractitionerRole", **who, "code": [{"text": function}]}


def related(uuid: str, patient: str, *, name: str, tie: str, word: str) -> Resource:
    """Return somebody around a person."""
    told: Resource = {
        "resourceType": "RelatedPerson",
        "identifier": [{"system": URI, "value": f"urn:uuid:{uuid}"}],
        "patient": ref(patient),
        "name": [{"text": name}],
    }
    told |= {"relationship": [{"text": tie}]} if tie else {}
    return told | _comment(word)


def stay(
    uuid: str,
    patient: str,
    organization: str,
    *,
    number: str,
    status: str,
    from_on: date | None,
    until_on: date | None,
    service: str,
    word: str,
) -> Resource:
    """Return a stay; `number` is its national one, if the house has a FINESS. How the person is
    received is not known here, and is said so.
    """
    kind = {"coding": [{"system": STAY_TYPES, "code": "SEJ"}]}
    value = {"system": STAYS, "value": number}
    value = value if number else {"system": URI, "value": f"urn:uuid:{uuid}"}
    days = {"start": from_on, "end": until_on}
    period = {name: day.isoformat() for name, day in days.items() if day}
    told: Resource = {
        "resourceType": "Encounter",
        "identifier": [{"type": kind, **value}],
        "status": status,
        "class": {"system": ABSENT, "code": "unknown"},
        "subject": ref(patient),
        "serviceProvider": ref(organization),
    }
    told |= {"period": period} if period else {}
    told |= {"serviceType": {"text": service}} if service else {}
    return told | _comment(word)


def _comment(word: str) -> Resource:
    return {"extension": [{"url": COMMENT, "valueString": word}]} if word else {}


def document(
    uuid: str,
    patient: str,
    authors: Iterable[str],
    *,
    title: str,
    kind: str,
    data: str,
    created: str = "",
    lived: str = "",
    description: str = "",
    after: str = "",
) -> Resource:
    """Return a document: `kind` is its MIME type, `data` its content in base64, `created` when it
    was signed, `lived` when what it tells was; `after` is the document that it adds to.
    """
    attachment = {"contentType": kind, "language": "fr-FR", "data": data, "title": title}
    attachment |= {"creation": created} if created else {}
    told: Resource = {
        "resourceType": "DocumentReference",
        "masterIdentifier": {"system": URI, "value": f"urn:uuid:{uuid}"},
        "status": "current",
        "subject": ref(patient),
        "author": [ref(one) for one in authors],
        "content": [{"attachment": attachment}],
    }
    told |= {"description": description} if description else {}
    told |= {"relatesTo": [{"code": "appends", "target": ref(after)}]} if after else {}
    return told | ({"context": {"period": {"start": lived}}} if lived else {})
