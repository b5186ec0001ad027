"""French words for what FHIR R4 and TDDUI name in English: elements, codes, extensions, resources.

Sources: the element definitions of FHIR R4 (hl7.org/fhir/R4) and the code systems and extensions
of the TDDUI guide (interop.esante.gouv.fr/ig/fhir/tddui). What is in none of these tables is not
understood, and is said to be so.
"""

import re


def _table(text: str) -> dict[str, str]:
    """Return a table written one entry a line, "name name: words"."""
    lines = (line.partition(":") for line in text.strip().splitlines())
    return {name: words.strip() for names, _, words in lines for name in names.split()}


TYPES = _table("""
    Patient: Personne accompagnée
    RelatedPerson: Personne de l’entourage
    Practitioner: Professionnel
    PractitionerRole: Fonction d’un professionnel
    Organization: Structure
    OrganizationAffiliation: Lien entre structures
    Location: Lieu
    HealthcareService: Service
    Group: Groupe
    CareTeam: Équipe
    Endpoint Device: Outil
    Encounter: Évènement
    EpisodeOfCare: Séjour
    CarePlan: Projet personnalisé
    Goal: Objectif
    Task: Action
    ServiceRequest: Besoin ou demande
    Observation: Observation
    Condition: Problème de santé
    Procedure: Acte
    AllergyIntolerance: Allergie ou intolérance
    MedicationStatement: Traitement pris
    MedicationRequest: Prescription
    MedicationAdministration: Prise d’un médicament
    Medication: Médicament
    Immunization: Vaccination
    DiagnosticReport: Compte rendu d’examen
    ClinicalImpression: Synthèse
    RiskAssessment: Évaluation d’un risque
    NutritionOrder: Consigne alimentaire
    DeviceRequest DeviceUseStatement: Matériel
    FamilyMemberHistory: Antécédents familiaux
    QuestionnaireResponse: Évaluation
    Consent: Accord
    DocumentReference DocumentManifest: Document
    Composition: Document rédigé
    Communication: Message
    CommunicationRequest: Message à transmettre
    Appointment: Rendez-vous
    AppointmentResponse: Réponse à un rendez-vous
    Basic: Décision ou droit
    Flag: Point d’attention
    List: Liste
    Media: Image ou enregistrement
    Binary: Fichier
    Provenance: Origine des données
    Schedule: Calendrier de présence
    Slot: Présence ou absence
    Coverage: Droits d’assurance
    Account: Compte
    Claim ClaimResponse ExplanationOfBenefit Invoice PaymentNotice: Facturation
    CoverageEligibilityRequest CoverageEligibilityResponse InsurancePlan: Assurance
    PaymentReconciliation ChargeItem Contract: Facturation
""")

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

LABELS = _table("""
    abatement: Fin
    accident: Accident
    action: Action
    active: Actif
    activity: Activité
    actor agent: Intervenant
    address: Adresse
    addresses: Répond à
    admitSource: Provenance
    account appointment: Lié à
    age: Âge
    alias: Autre nom
    allDay: Toute la journée
    amount: Montant
    answer: Réponse
    appliesTo: Concerne
    approach: Approche
    asserter: Affirmé par
    assessor: Évalué par
    attachment content: Contenu
    attester: Attesté par
    authenticator: Validé par
    author: Auteur
    authoredOn authored: Écrit le
    availableTime: Disponibilités
    availableStartTime: À partir de
    availableEndTime: Jusqu’à
    notAvailable: Indisponibilités
    availabilityExceptions: Exceptions aux disponibilités
    daysOfWeek: Jours
    basedOn: Dans le cadre de
    birthDate: Date de naissance
    bodySite: Partie du corps
    businessStatus: Avancement
    careManager: Référent
    careTeam team: Équipe
    category: Catégorie
    cause: Cause
    characteristic: Caractéristique
    class: Modalité
    classHistory: Modalités successives
    clinicalStatus: État
    code: Nature
    comment comments patientInstruction: Commentaire
    communication: Langue et communication
    completedDateTime: Terminé le
    complication: Complication
    component: Détail
    concept: Notion
    condition: Problème
    conclusion: Conclusion
    contact: Contact
    contactPoint telecom: Téléphone ou adresse électronique
    context: Contexte
    contributor: Contributeur
    contentType mediaType: Type de fichier
    criticality: Gravité possible
    custodian: Conservé par
    data: Donnée
    dataAbsentReason: Raison de l’absence de donnée
    date: Date
    dateAsserted: Affirmé le
    dateTime: Date
    dateRecorded recordedDate recorded issued created: Noté le
    deceased: Décès
    description: Description
    destination: Destination
    detail: Détail
    detectedIssue: Point de vigilance
    device: Matériel
    diagnosis: Diagnostic
    dietPreference: Régime alimentaire
    dischargeDisposition: Mode de sortie
    display: Libellé
    division: Partie
    doNotPerform: À ne pas faire
    docStatus: Avancement du document
    dosage dosageInstruction: Posologie
    dose: Dose
    due: Échéance
    duration: Durée
    effective: Date
    encounter: Au cours de
    end: Fin
    endpoint: Outil
    entity: Élément
    entry: Contenu
    episodeOfCare: Séjour
    event: Évènement
    evidence: Éléments à l’appui
    exclude: Exclu
    executionPeriod: Période
    expectation: Attente
    expirationDate expires: Expire le
    expressedBy: Exprimé par
    facility: Établissement
    facilityType: Type d’établissement
    finding: Constat
    flag: Point d’attention
    focus: Porte sur
    for: Pour
    function: Fonction
    gender: Sexe
    generalPractitioner: Médecin ou structure référente
    goal: Objectif
    group groupIdentifier: Groupe
    healthcareService: Service
    hospitalization: Entrée et sortie
    hoursOfOperation: Horaires
    identifier masterIdentifier: Identifiant
    image photo: Photo
    individual: Personne
    influence: Influence
    informationSource source informant: Source
    input: Élément
    insurance: Assurance
    intent: Intention
    interpretation: Interprétation
    interpreter: Interprète
    item: Élément
    kind: Sorte
    language: Langue
    lastModified: Modifié le
    lastUpdated: Mis à jour le
    length: Durée
    link: Autre fiche
    assigner: Attribué par
    questionnaire: Grille
    policyRule: Règle
    lifecycleStatus: Avancement
    location: Lieu
    managingEntity managingOrganization: Structure responsable
    manifestation: Manifestation
    maritalStatus: Situation familiale
    measure: Mesure
    medication: Médicament
    medium: Moyen
    member: Membre
    method: Méthode
    mode: Mode
    modality: Modalité
    module: Module
    multipleBirth: Naissance multiple ou rang de naissance
    name: Nom
    note: Note
    number: Numéro
    occurrence occurred: Date
    onset: Début
    onBehalfOf: Au nom de
    operationalStatus: Fonctionnement
    organization: Structure
    origin: Origine
    outcome outcomeCodeableConcept outcomeReference: Résultat
    output: Résultat
    owner: Responsable
    part partOf: Fait partie de
    participant: Participant
    participantType: Type de participant
    participatingOrganization: Structure participante
    party: Partie
    patient: Personne
    payload: Message
    performed: Date
    performer: Fait par
    performerType: Type d’intervenant
    period: Période
    persona: Personne
    physicalType: Type de lieu
    plannedStart: Début prévu
    plannedEnd: Fin prévue
    policy: Règle
    position: Position
    latitude: Latitude
    longitude: Longitude
    altitude: Altitude
    postalCode: Code postal
    practiceSetting: Cadre
    practitioner: Professionnel
    preAdmissionIdentifier: Numéro de préadmission
    preferred: Préférée
    priority: Priorité
    probability: Probabilité
    problem: Problème
    product: Produit
    progress: Avancée
    prognosisCodeableConcept prognosisReference: Pronostic
    protocol: Protocole
    provision: Ce qui est accepté ou refusé
    purpose: But
    qualification: Qualification
    quantity: Quantité
    question: Question
    rank: Rang
    rate: Rythme
    reAdmission: Réadmission
    reaction: Réaction
    reason reasonCode statusReason: Motif
    reasonReference: Motif
    received: Reçu le
    recipient receiver: Destinataire
    recorder: Noté par
    reference: Référence
    referralRequest: Demande d’orientation
    relatedArtifact related: Document lié
    relatesTo: Lié à
    relationship: Lien
    repeat: Répétition
    replaces: Remplace
    requester: Demandé par
    requestedPeriod: Période demandée
    resource: Élément
    responsibleParty: Responsable
    result: Résultat
    role: Rôle
    route: Voie
    scope: Portée
    score: Score
    section: Partie
    securityLabel: Confidentialité
    sender: Envoyé par
    sent: Envoyé le
    serviceCategory: Catégorie de service
    serviceProvider: Structure
    serviceType: Type de service
    setting: Cadre
    severity: Gravité
    situation: Situation
    specialArrangement specialCourtesy: Disposition particulière
    specialty: Spécialité
    specimen: Prélèvement
    stage: Stade
    start: Début
    started: Commencé le
    startDate: Début
    status verificationStatus: Statut
    statusDate: Statut du
    statusHistory: Statuts successifs
    subject: Personne
    subType: Précision
    substance: Substance
    summary: Résumé
    supportingInfo supportingInformation: Éléments joints
    target: Cible
    targetDisease: Maladie visée
    text: Texte
    timing: Moment
    title: Titre
    topic: Sujet
    type: Type
    use: Usage
    reference: Référence
    used usedReference usedCode: Utilisé
    value: Valeur
    verification: Vérification
    verified: Vérifié
    verifiedWith: Vérifié avec
    verificationDate: Vérifié le
    vaccineCode: Vaccin
    workflowStatus: Avancement
    sourcePatientInfo: Personne
    when whenHandedOver whenPrepared: Quand
    who: Qui
    bodyStructure: Partie du corps
    achievementStatus: Atteinte de l’objectif
    author: Auteur
    allergy: Allergie
    balance: Solde
    count: Nombre
    countMax: Nombre au plus
    frequency: Fréquence
    frequencyMax: Fréquence au plus
    periodMax: Période au plus
    periodUnit durationUnit: Unité
    dayOfWeek: Jour
    timeOfDay: Heure
    offset: Décalage
    bounds: Limites
    asNeeded: Si besoin
    additionalInstruction: Consigne
    doseAndRate: Dose
    maxDosePerPeriod maxDosePerAdministration maxDosePerLifetime: Dose maximale
    sequence: Ordre
    site: Endroit
    dispenseRequest: Délivrance
    numberOfRepeatsAllowed: Renouvellements
    validityPeriod: Validité
    referenceRange: Valeurs de référence
    low: Minimum
    high: Maximum
    hasMember derivedFrom: Observations liées
    legallyAuthenticated: Authentification
    signature: Signature
    modeOfArrival: Mode d’arrivée
    courtesy: Égards
    carrier: Transporteur
    restriction: Limite
    repetitions: Répétitions
    relevantHistory: Historique
    orderedBy: Rangé par
    orderDetail: Détail de la demande
    locationCode locationReference: Lieu
    prefix: Civilité
    suffix: Suffixe
    deleted: Retiré
    emptyReason: Raison de l’absence
    inactive: Inactif
    actual: Réel
    minutesDuration: Durée en minutes
    slot: Créneau
    cancelationReason: Raison de l’annulation
    required: Présence requise
    schedule: Calendrier
    overbooked: En surnombre
    planningHorizon: Période
    contactPerson: Contact
    size: Taille
    creation: Créé le
    bodyLength: Longueur
    width: Largeur
    height: Hauteur
    operator: Opérateur
    series: Série
    lotNumber: Lot
    manufacturer: Fabricant
    manufactureDate: Fabriqué le
    deviceName modelNumber serialNumber: Désignation
    instructions: Consignes
    diet oralDiet: Alimentation
    foodPreferenceModifier: Préférences alimentaires
    excludeFoodModifier: À exclure de l’alimentation
    allergyIntolerance: Allergies
    nutrient: Nutriment
    texture: Texture
    fluidConsistencyType: Consistance des liquides
    supplement: Complément
    investigation: Examen
    protocolApplied: Schéma
    primarySource: Source directe
    isSubpotent: Dose incomplète
    exposedRisk: Risque
    prediction: Prévision
    qualitativeRisk: Risque
    mitigation: Prévention
    rationale: Raison
    basis: Fondement
    basisCode: Fondement
    initiator: À l’initiative de
    controller: Responsable du traitement
    securityLabels: Confidentialité
    dataPeriod: Période des données
    contained: Élément inclus
    about: À propos de
    administration administrationInstruction: Administration
    allowed: Permis
    appointmentRequired: Sur rendez-vous
    appointmentType: Type de rendez-vous
    assessment: Bilan
    authority: Autorité
    batch: Lot
    born: Naissance
    closingTime: Fermeture
    openingTime: Ouverture
    complicationDetail: Complication
    confidentiality: Confidentialité
    connectionType payloadType payloadMimeType: Type d’échange
    contributedToDeath: A contribué au décès
    courseOfTherapyType: Type de traitement
    coverageArea: Territoire
    dailyAmount: Quantité par jour
    dispenseInterval: Intervalle entre les délivrances
    distinctIdentifier partNumber property parameter: Caractéristique
    documentType: Type de document
    doseNumber: Numéro de la dose
    seriesDoses: Nombre de doses
    during: Pendant
    education: Information donnée
    eligibility programEligibility: Conditions d’accès
    estimatedAge: Âge estimé
    eventHistory: Historique
    expectedSupplyDuration: Durée de la délivrance
    exposureRoute: Voie d’exposition
    extraDetails: Autres précisions
    focalDevice: Matériel
    followUp: Suite prévue
    foodType: Aliment
    form: Forme
    fundingSource: Financement
    imagingStudy media presentedForm report: Compte rendu
    inResponseTo: En réponse à
    ingredient: Composant
    initialFill: Première délivrance
    instruction: Consigne
    instantiates: D’après
    isActive: Principe actif
    issuer: Délivré par
    lastOccurrence: Dernière fois
    manipulated: Manipulé
    meaning: Signification
    orderer: Demandé par
    other: Autre fiche
    parent: Élément parent
    participantStatus: Réponse
    previous: Synthèse précédente
    priorPrescription priorRequest: Demande précédente
    productName: Produit
    program: Programme
    providedBy: Proposé par
    publicationDate presentationDate recordedOn: Noté le
    ref: Référence
    referralMethod: Mode d’orientation
    relativeRisk: Risque relatif
    reportOrigin: Origine de l’information
    reported: Rapporté par
    requisition: Groupe de demandes
    resultsInterpreter: Interprété par
    rule: Règle
    safety: Sécurité
    scheduled: Prévu
    securityContext: Confidentialité
    serviceProvisionCode: Conditions du service
    sex: Sexe
    specialization: Spécialité
    strength: Dosage
    subpotentReason: Raison
    substitution: Remplacement
    time: Heure
    uri: Adresse
    view: Vue
    what: Élément
    unit: Unité
    family: Nom de famille
    given: Prénom
    city: Ville
    country: Pays
    line: Adresse
    district: Département
    state: Région
    currency: Monnaie
    comparator: Comparaison
""")

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


CODES = _table("""
    planned proposed: prévu
    arrived: arrivé
    triaged: accueilli
    in-progress: en cours
    onleave: en absence
    finished completed: terminé
    cancelled: annulé
    entered-in-error: saisi par erreur
    unknown: inconnu
    draft: brouillon
    active: actif
    inactive: inactif
    on-hold: en attente
    revoked: retiré
    proposal: proposition
    plan: plan
    order: demande
    original-order: demande initiale
    directive: consigne
    option: option
    requested: demandé
    received: reçu
    accepted: accepté
    rejected: refusé
    ready: prêt
    failed: non abouti
    stopped: arrêté
    not-done: non fait
    preparation: en préparation
    amended: modifié
    corrected: corrigé
    appended: complété
    final: définitif
    preliminary: provisoire
    registered: enregistré
    partial: partiel
    current: en vigueur
    superseded: remplacé
    resolved: résolu
    remission: en rémission
    relapse: rechute
    recurrence: récidive
    confirmed: confirmé
    unconfirmed: non confirmé
    provisional: provisoire
    differential: hypothèse
    refuted: écarté
    booked: réservé
    fulfilled: honoré
    noshow: absent
    waitlist: en liste d’attente
    pending: en attente
    declined: décliné
    tentative: à confirmer
    needs-action: en attente de réponse
    busy: occupé
    free: libre
    routine: ordinaire
    urgent: urgent
    asap: au plus vite
    stat: immédiat
    permit: accepté
    deny: refusé
    male: masculin
    female: féminin
    other: autre
    official: officiel
    usual: d’usage
    temp: temporaire
    nickname: surnom
    anonymous: anonyme
    old: ancien
    maiden: de naissance
    home: domicile
    work: travail
    mobile: portable
    billing: facturation
    secondary: secondaire
    postal: postale
    physical: physique
    both: postale et physique
    phone: téléphone
    fax: télécopie
    email: courriel
    pager: messageur
    sms: SMS
    waiting: en attente
    improving: en progrès
    worsening: en recul
    achieved: atteint
    not-achieved: non atteint
    in-error: par erreur
    person: personne
    replaces: remplace
    transforms: transforme
    signs: signe
    appends: complète
    high: haute
    low: basse
    mon: lundi
    tue: mardi
    wed: mercredi
    thu: jeudi
    fri: vendredi
    sat: samedi
    sun: dimanche
    required: requis
    optional: facultatif
    information-only: pour information
    true: oui
    false: non
""")
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
    ("consentscope", "patient-privacy"): "vie privée de la personne",
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

IDENTIFIERS = _table("""
    PI: numéro dans la structure
    MR: numéro de dossier
    VN: numéro d’évènement
    SEJ: numéro de séjour
    IDNST: numéro national de structure
    FINEG: FINESS géographique
    FINEJ: FINESS juridique
    SIREN: SIREN
    SIRET: SIRET
    RPPS IDNPS: numéro national de professionnel
    ADELI: ADELI
    1.2.250.1.71.4.2.1: numéro national de professionnel
    1.2.250.1.71.4.2.2: numéro national de structure
    PPN: passeport
    DL: permis de conduire
""")
NIR_TYPES = {"INS-NIR", "INS-NIA", "INS", "NIR", "NIA", "INS-C", "NH", "SS", "NI"}
NIR_SYSTEMS = {  # OIDs of the INS (NIR, NIA, tests and demonstrations) and of the NIR
    *("1.2.250.1.213.1.4.8", "1.2.250.1.213.1.4.9", "1.2.250.1.213.1.4.10"),
    *("1.2.250.1.213.1.4.11", "1.2.250.1.213.1.4.2", "1.2.250.1.213.1.4.1"),
}
BANK = {"IBAN", "BIC", "RIB", "XX-IBAN"}

# Codes of TDDUI that say what a note, an input or an output is.
SLICES = _table("""
    titreObjectif titre: Titre
    avisUsagerObjectif avisUsager: Avis de la personne, dans ses mots
    strategieMiseEnOeuvreObjectif: Stratégie de mise en œuvre
    origineAttente: Origine de l’attente
    commentaireAttente: Commentaire sur l’attente
    accordUsager: Accord de la personne
    accordStructure: Accord de la structure
    evaluation: Évaluation
    resultatAttendu: Résultat attendu
    pieceJointe: Pièce jointe
    objectif: Objectif
    perimetre: Périmètre
    problematique: Problématique
    invite: Personnes invitées
    dateProchainBilan: Date du prochain bilan
    synthesePreparationBilan: Préparation du bilan
    syntheseBilan: Synthèse du bilan
    description: Description
    besoin: Besoin
    souhait souhaits: Souhait
    demandeOrientation: Demande d’orientation
    depotPoste: Preuve de dépôt
    reponseOrientation: Réponse à la demande
    pieceComplementaire: Pièce complémentaire
""")
OWN_WORDS = {"avisUsagerObjectif", "avisUsager", "souhait", "souhaits"}

EXTENSIONS = _table("""
    admission-date: Date d’admission
    birth-order patient-multiple-birth: Rang de naissance
    attachment: Pièce jointe
    comment: Commentaire
    careplan-reference careplan-projet-perso-ref: Projet personnalisé
    evaluation-reference evaluation-ref: Évaluation
    entry-mode-label: Mode d’entrée
    exit-mode-label: Mode de sortie
    entry-date-origin: Date d’entrée dans la structure de provenance
    event-label: Libellé
    event-reason: Motif
    event-report: Compte rendu
    event-cancel-reason cancel-reason: Motif de l’annulation
    outside-service event-outside-service: Hors projet
    patient-present: Personne présente
    participant-present: Présent
    patient-validation: Validé par la personne
    exercise-mode: Mode d’exercice
    profession: Profession
    nationality patient-nationality: Nationalité
    qr-participant: Participant à l’évaluation
    status-author: Auteur du statut
    author: Auteur
    responsible: Responsable
    related-person-contact-description: Présentation
    household-situation: Composition du foyer
    assessment-method: Méthode d’évaluation
    decision: Décision
    droit-decision: Droit
    identity-reliability: Fiabilité de l’identité
    identityStatus: Statut de l’identité
    validationDate: Date de validation
    validationMode: Mode de validation
    patient-birthPlace birthPlace: Lieu de naissance
    address-insee-code: Code de la commune (INSEE)
    patient-birth-list-given-name birth-list-given-name: Prénoms de naissance
    Encounter.plannedEndDate extension-Encounter.plannedEndDate: Fin prévue
    Encounter.plannedStartDate extension-Encounter.plannedStartDate: Début prévu
    data-absent-reason: Donnée absente
    patient-ident-reliability: Fiabilité de l’identité
    code: Code
    period: Période
    deathPlace patient-death-place: Lieu du décès
    contact-identifier: Contact
    droitPrestation: Droit à une prestation
    dateOuverture: Date d’ouverture
    dateEcheance: Date d’échéance
    existencePAG: Plan d’accompagnement global
    patient-birthTime: Heure de naissance
""")
# What the house does not take up: management of transports, meals and means.
MANAGED_EXTENSIONS = {"meal", "ressources-used", "facturation", "planned-absence"}
