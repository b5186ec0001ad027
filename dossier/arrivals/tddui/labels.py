"""French words for what FHIR R4 and TDDUI name in English: elements, codes, extensions, resources.

Sources: the element definitions of FHIR R4 (hl7.org/fhir/R4) and the code systems and extensions
of the TDDUI guide (interop.esante.gouv.fr/ig/fhir/tddui). What is in none of these tables is not
understood, and is said to be so. They are words of the format, the same in all houses: those a
house may change are said of its own things.
"""

import re
from pathlib import Path


def _tables() -> dict[str, dict[str, str]]:
    """Return the tables of `french.txt` by name; an entry a line, "name name: words"."""
    found: dict[str, dict[str, str]] = {}
    for line in Path(__file__).with_name("french.txt").read_text(encoding="utf-8").splitlines():
        names, _, words = line.partition(":")
        if line.startswith("["):
            table = found[line.strip("[]")] = {}
        elif words:
            table.update(dict.fromkeys(names.split(), words.strip()))
    return found


FRENCH = _tables()
PHRASES = FRENCH["PHRASES"]
TYPES = FRENCH["TYPES"]

# What is cited by the others: told together, once.
CITED = {
    *("Practitioner", "PractitionerRole", "Organization", "OrganizationAffiliation", "Location"),
    *("HealthcareService", "CareTeam", "Device", "Endpoint"),
}
# Bank and insurance stay in the original only, their values unsaid.
PRIVATE = {
    *("Coverage", "Account", "Claim", "ClaimResponse", "ExplanationOfBenefit", "Invoice"),
    *("PaymentNotice", "PaymentReconciliation", "ChargeItem", "InsurancePlan"),
    *("CoverageEligibilityRequest", "CoverageEligibilityResponse"),
}
# Management: said, in the original only.
MANAGED = {"Schedule", "Slot"}

# Elements that name, link or version, and tell a person nothing.
TECHNICAL = {
    *("id", "meta", "implicitRules", "resourceType", "fullUrl", "request", "response", "search"),
    *("versionId", "profile", "instantiatesCanonical", "instantiatesUri", "linkId", "definition"),
    *("url", "system", "version", "userSelected", "hash", "format", "@schemaLocation"),
}

LABELS = FRENCH["LABELS"]

BASES = (
    *("CodeableConcept", "Reference", "DateTime", "Date", "Time", "Instant", "Period", "Quantity"),
    *("Range", "Ratio", "String", "Boolean", "Integer", "Decimal", "Uri", "Url", "Canonical"),
    *("Code", "Coding", "Attachment", "Annotation", "Identifier", "Age", "Duration", "Distance"),
    *("Count", "Money", "Timing", "HumanName", "Address", "ContactPoint", "Markdown", "Id", "Oid"),
    *("Uuid", "PositiveInt", "UnsignedInt", "Base64Binary", "SampledData", "Signature"),
    *("Expression", "Dosage", "ContactDetail", "RelatedArtifact", "UsageContext", "Meta"),
)
CHOICE = re.compile(rf"([a-z][A-Za-z]*?)({'|'.join(sorted(BASES, key=len, reverse=True))})")


def label(name: str) -> str:
    """Return the words for an element, "" when it has none: it is not understood."""
    if name in LABELS:
        return LABELS[name]
    choice = CHOICE.fullmatch(name)
    return LABELS.get(choice[1], "") if choice else ""


CODES = FRENCH["CODES"]
# Elements whose value is a code of FHIR's own.
CODED = {
    *("status", "intent", "use", "gender", "lifecycleStatus", "docStatus", "priority", "type"),
    *("code", "system", "mode", "criticality", "severity", "dayOfWeek", "daysOfWeek", "kind"),
    *("category", "required", "valueCode", "statusReason"),
}

# Codes of code systems, by the end of the system's name and the code.
CODINGS = {
    ("v3-actcode", "HH"): "à domicile",
    ("v3-actcode", "IMP"): "en hébergement complet",
    ("v3-actcode", "AMB"): "en ambulatoire",
    ("v3-actcode", "SS"): "séjour de courte durée",
    ("v3-actcode", "VR"): "à distance",
    ("v3-actcode", "EMER"): "en urgence",
    ("v3-actcode", "FLD"): "sur le terrain",
    ("v3-participationtype", "PART"): "participant",
    ("v3-participationtype", "PPRF"): "intervenant principal",
    ("v3-participationtype", "SPRF"): "second intervenant",
    ("v3-participationtype", "ATND"): "responsable",
    ("v3-participationtype", "CON"): "consultant",
    ("v3-participationtype", "REF"): "orienteur",
    ("v3-participationtype", "ADM"): "chargé de l’admission",
    ("v3-participationtype", "DIS"): "chargé de la sortie",
    ("data-absent-reason", "not-permitted"): "hors nomenclature",
    ("data-absent-reason", "unknown"): "inconnu",
    ("data-absent-reason", "asked-unknown"): "demandé, inconnu",
    ("data-absent-reason", "asked-declined"): "demandé, non répondu",
    ("data-absent-reason", "not-applicable"): "sans objet",
    ("data-absent-reason", "masked"): "masqué",
    ("data-absent-reason", "not-asked"): "non demandé",
    ("cs-v2-0445", "VALI"): "identité qualifiée ou validée",
    ("cs-v2-0445", "PROV"): "identité provisoire",
    ("cs-v2-0445", "QUAL"): "identité récupérée",
    ("cs-v2-0445", "DOUTE"): "identité douteuse",
    ("consentscope", "patient-privacy"): "vie privée",
    ("consentscope", "treatment"): "accompagnement",
    ("consentscope", "adr"): "directives anticipées",
    ("consentscope", "research"): "recherche",
    ("v3-maritalstatus", "M"): "marié",
    ("v3-maritalstatus", "S"): "jamais marié",
    ("v3-maritalstatus", "D"): "divorcé",
    ("v3-maritalstatus", "W"): "veuf",
    ("v3-maritalstatus", "T"): "partenaires",
    ("v3-maritalstatus", "L"): "séparé légalement",
}

IDENTIFIERS = FRENCH["IDENTIFIERS"]
NIR_TYPES = {"INS-NIR", "INS-NIA", "INS", "NIR", "NIA", "INS-C", "NH", "SS", "NI"}
NIR_SYSTEMS = {  # OIDs of the INS (NIR, NIA, tests and demonstrations) and of the NIR
    *("1.2.250.1.213.1.4.8", "1.2.250.1.213.1.4.9", "1.2.250.1.213.1.4.10"),
    *("1.2.250.1.213.1.4.11", "1.2.250.1.213.1.4.2", "1.2.250.1.213.1.4.1"),
}
BANK = {"IBAN", "BIC", "RIB", "XX-IBAN"}

# Codes of TDDUI that say what a note, an input or an output is.
SLICES = FRENCH["SLICES"]
OWN_WORDS = {"avisUsagerObjectif", "avisUsager", "souhait", "souhaits"}

EXTENSIONS = FRENCH["EXTENSIONS"]
# What the house does not take up: management of transports, meals and means.
MANAGED_EXTENSIONS = {"meal", "ressources-used", "facturation", "planned-absence"}
