"""What FHIR R4 and the published differentials of TDDUI (2.2 and 2.3) make mandatory, as tables.

Transcribed from the profiles of the Agence du numérique en santé (CC0), those of FR Core and IHE
MHD they derive from, and the definitions of FHIR R4 for the base. A part of their rules: no value
set that is not in the guide, no invariant of terminologies.
"""

import re
from dataclasses import dataclass

from dossier.departures.resources import (
    ABSENT,
    COMMENT,
    FINESS,
    LOCAL,
    PROFILE,
    STAYS,
    STRUCTURES,
)

MANY = 1_000_000
PROFESSIONALS = "urn:oid:1.2.250.1.71.4.2.1"
EVENTS = "https://identifiant-medicosocial-evenement.esante.gouv.fr"
CISIS = "https://smt.esante.gouv.fr/fhir/CodeSystem/terminologie-cisis"
SERAFIN = "https://smt.esante.gouv.fr/terminologie-SERAFINPH"
TYPED = "identifier[type.coding.code={}]"


@dataclass(frozen=True)
class Rule:
    """In each of what holds it, an element is there at least `low` times and at most `high`; its
    value is one of `among`, or a reference to a resource that claims one of `targets` (a profile,
    or the name of a type).
    """

    path: str
    low: int = 0
    high: int = MANY
    among: frozenset[str] = frozenset()
    targets: tuple[str, ...] = ()


def one(path: str, *among: str, targets: tuple[str, ...] = ()) -> Rule:
    """Return the rule of an element that is there once."""
    return Rule(path, 1, 1, frozenset(among), targets)


def some(path: str, *among: str, targets: tuple[str, ...] = ()) -> Rule:
    """Return the rule of an element that is there at least once."""
    return Rule(path, 1, MANY, frozenset(among), targets)


def at_most(high: int, path: str, *among: str, targets: tuple[str, ...] = ()) -> Rule:
    """Return the rule of an element that may be there."""
    return Rule(path, 0, high, frozenset(among), targets)


def extension(name: str) -> str:
    """Return the path of an extension of the guide."""
    return f"extension[url={PROFILE}/{name}]"


# FHIR R4: what each type must have, and its required codes.
STATES = {
    "Encounter": "planned arrived triaged in-progress onleave finished cancelled entered-in-error "
    "unknown",
    "Task": "draft requested received accepted rejected ready cancelled in-progress on-hold failed "
    "completed entered-in-error",
    "CarePlan": "draft active on-hold revoked completed entered-in-error unknown",
    "ServiceRequest": "draft active on-hold revoked completed entered-in-error unknown",
    "QuestionnaireResponse": "in-progress completed amended entered-in-error stopped",
    "DocumentReference": "current superseded entered-in-error",
    "Consent": "draft proposed active rejected inactive entered-in-error",
    "Observation": "registered preliminary final amended corrected cancelled entered-in-error "
    "unknown",
    "Slot": "busy free busy-unavailable busy-tentative entered-in-error",
}
PLANS = ["proposal", "plan", "order", "option"]
BASE: dict[str, tuple[Rule, ...]] = {
    "Patient": (at_most(1, "gender", "male", "female", "other", "unknown"),),
    "RelatedPerson": (one("patient", targets=("Patient",)),),
    "Organization": (),
    "Practitioner": (),
    "PractitionerRole": (),
    "Location": (),
    "Group": (one("type"), one("actual")),
    "Encounter": (
        one("class"),
        one("location.location"),
        at_most(1, "subject", targets=("Patient", "Group")),
        at_most(1, "serviceProvider", targets=("Organization",)),
    ),
    "DocumentReference": (
        some("content"),
        one("content.attachment"),
        one("relatesTo.code", "replaces", "transforms", "signs", "appends"),
        one("relatesTo.target", targets=("DocumentReference",)),
    ),
    "Task": (one("intent", "unknown", *PLANS, "original-order", "reflex-order", "filler-order"),),
    "CarePlan": (one("intent", *PLANS), one("subject", targets=("Patient", "Group"))),
    "ServiceRequest": (one("intent"), one("subject")),
    "Goal": (one("lifecycleStatus"), one("description"), one("subject")),
    "Consent": (one("scope"), some("category")),
    "QuestionnaireResponse": (one("item.linkId"),),
    "Observation": (one("code"),),
    "Basic": (one("code"),),
    "Slot": (one("schedule"), one("start"), one("end")),
}
NAME_USES = ["usual", "official", "temp", "nickname", "anonymous", "old", "maiden"]
EVERY = (
    at_most(1, "identifier.use", "usual", "official", "temp", "secondary", "old"),
    at_most(1, "name.use", *NAME_USES),
)
BUNDLE = (
    one(
        "type",
        *("document", "message", "transaction", "transaction-response", "batch"),
        *("batch-response", "history", "searchset", "collection"),
    ),
    one("entry.request.method", "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"),
    one("entry.request.url"),
)

# TDDUI: what each profile makes mandatory.
PATIENTS = ("tddui-patient", "tddui-patient-ins")
NUMBERED = (
    at_most(1, TYPED.format("PI")),
    one(f"{TYPED.format('PI')}.system", LOCAL),
    one(f"{TYPED.format('PIN')}.use", "usual"),
    one(f"{TYPED.format('PIN')}.system"),
    one(f"{TYPED.format('PIN')}.value"),
    at_most(1, "name[use=usual]"),
)
PROFILES: dict[str, tuple[Rule, ...]] = {
    "tddui-bundle": (
        one("type", "transaction"),
        one("entry.resource"),
        one("entry.request"),
        one("entry.request.method", "POST"),
    ),
    "tddui-patient": (
        *NUMBERED,
        one("name[use=official]"),
        one("birthDate"),
        one(f"_birthDate.{extension('tddui-birth-order')}"),
        one("_birthDate"),
        at_most(1, "gender", "male", "female", "unknown"),
    ),
    "tddui-patient-ins": (
        *NUMBERED,
        *(at_most(1, TYPED.format(kind)) for kind in ("INS-NIR", "INS-NIR-TEST", "INS-NIR-DEMO")),
        at_most(1, TYPED.format("INS-NIA")),
    ),
    "tddui-organization": (
        one(TYPED.format("IDNST")),
        one(f"{TYPED.format('IDNST')}.system", STRUCTURES),
        one("identifier.system"),
        one("identifier.value"),
    ),
    "tddui-practitioner": (
        one(f"identifier[system={PROFESSIONALS}]"),
        one("identifier.system"),
        one("identifier.value"),
        at_most(1, "name"),
    ),
    "tddui-practitioner-role": (
        at_most(1, "code"),
        at_most(1, "practitioner", targets=("tddui-practitioner",)),
        at_most(1, "organization", targets=("tddui-organization",)),
    ),
    "tddui-related-person-contact": (
        one("identifier"),
        one("patient", targets=PATIENTS),
        at_most(1, extension("tddui-comment")),
        at_most(1, extension("tddui-related-person-contact-description")),
        at_most(1, "address"),
    ),
    "tddui-encounter-sejour": (
        one(TYPED.format("SEJ")),
        one(f"{TYPED.format('SEJ')}.system", STAYS),
        one(f"{TYPED.format('SEJ')}.value"),
        one("subject", targets=PATIENTS),
        one("serviceProvider", targets=("tddui-organization",)),
        one("hospitalization.origin", targets=("tddui-organization",)),
        at_most(1, f"extension[url={COMMENT}]"),
        *(
            at_most(1, extension(f"tddui-{name}"))
            for name in ("admission-date", "entry-mode-label", "exit-mode-label")
        ),
    ),
    "tddui-encounter-evenement": (
        one("identifier"),
        one("identifier.system", EVENTS),
        one("identifier.value"),
        one("class.system"),
        one("class.code"),
        one("subject", targets=(*PATIENTS, "Group")),
        one("period.start"),
        one("period.end"),
        at_most(1, "location"),
        at_most(1, "partOf", targets=("tddui-encounter-sejour",)),
        at_most(1, "serviceProvider", targets=("tddui-organization",)),
        at_most(
            1,
            "participant.individual",
            targets=(
                "tddui-practitioner",
                "tddui-practitioner-role",
                "tddui-related-person-contact",
            ),
        ),
        *(one(f"type[coding.system={system}].coding.code") for system in (CISIS, SERAFIN)),
        one(f"type[coding.system={ABSENT}].coding.code", "not-permitted"),
        one(f"type[coding.system={ABSENT}].text"),
        *(
            at_most(1, extension(f"tddui-event-{name}"))
            for name in ("label", "report", "outside-service", "reason")
        ),
    ),
    "tddui-document-reference": (
        one("masterIdentifier"),
        one("status", "current"),
        one("subject", targets=PATIENTS),
        one("content"),
        some(
            "author",
            targets=(
                *("tddui-practitioner-role", "tddui-practitioner", "tddui-organization"),
                *(*PATIENTS, "Device", "tddui-related-person-contact"),
            ),
        ),
        one("content.attachment.contentType"),
        one("content.attachment.data"),
        one("content.attachment.title"),
        at_most(0, "content.attachment.url"),
        at_most(0, "identifier"),
        at_most(0, "docStatus"),
        at_most(0, "modifierExtension"),
        at_most(1, "context.event"),
        at_most(1, "context.sourcePatientInfo", targets=PATIENTS),
    ),
}
# What a number of these systems looks like: 3, FINESS, /, a local number, a kind, a number.
LOCAL_NUMBER = rf"3(?:{FINESS.pattern})/[^\s/]+"
NUMBERS = {
    LOCAL: re.compile(LOCAL_NUMBER),
    STAYS: re.compile(rf"{LOCAL_NUMBER}-SEJOUR-\S+"),
    EVENTS: re.compile(rf"{LOCAL_NUMBER}-EVN-\S+"),
    "https://identifiant-medicosocial-transportprofessionnel.esante.gouv.fr": re.compile(
        rf"{LOCAL_NUMBER}-TPPro-\S+"
    ),
    "https://identifiant-medicosocial-transportusager.esante.gouv.fr": re.compile(
        rf"{LOCAL_NUMBER}-TPPat-\S+"
    ),
}
