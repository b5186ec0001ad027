"""The house's own texts, what each person was given of them, contracts, reports, who they trust."""

from django.db import models
from simple_history.models import HistoricalRecords

from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.files.models import Blob
from dossier.notebooks.models import Notebook, Writing
from dossier.persons.models import Dossier, Stay


class OfDossier(models.QuerySet):
    """Sets of what hangs on dossiers: read and written by who reads and writes their notebooks."""

    def visible_to(self, worker: Worker) -> "OfDossier":
        """Return those of the dossiers `worker` may read."""
        return self.filter(dossier__notebook__in=Notebook.objects.visible_to(worker))

    def writable_by(self, worker: Worker) -> "OfDossier":
        """Return those of the dossiers `worker` may write in."""
        return self.filter(dossier__notebook__in=Notebook.objects.writable_by(worker))


class Frame(models.Model):
    """What of the law applies to this house: one row; each version of it stays readable.

    `categories` are numbers of CASF L312-1 I ("1" to "17", "III"); `situation` what
    `meetings.rules.form_due` knows; `terms` the durations the house changed, by key of
    `terms.KNOWN`: lists of {"amount", "unit", "since", "source"}. `has_public_mission`: its files
    are public archives (code du patrimoine L211-4), destroyed with the visa of `archives` alone.
    `notes_days` is how long a personal note may be kept at most.
    """

    categories = models.JSONField(default=list, blank=True)
    situation = models.JSONField(default=list, blank=True)
    terms = models.JSONField(default=dict, blank=True)
    has_public_mission = models.BooleanField(default=True)
    archives = models.CharField(max_length=300, blank=True)
    protects_children = models.BooleanField(default=False)
    notes_days = models.PositiveSmallIntegerField(default=30)
    data_officer = models.CharField(max_length=300, blank=True)
    history = HistoricalRecords(related_name="versions")

    def __str__(self) -> str:
        return ", ".join(self.categories)

    @classmethod
    def here(cls) -> "Frame":
        """Return the frame of this house; the one it begins with before it has said any."""
        return cls.objects.first() or cls()


class HouseText(models.Model):
    """A text of the house (*livret d'accueil, règlement de fonctionnement* …), read by everyone who
    works there; `Edition` holds what it says.
    """

    class Sort(models.TextChoices):
        """Which tool of the law it is (CASF L311-4 to L311-8), or what else."""

        WELCOME = "welcome", "livret d’accueil"
        CHARTER = "charter", "charte des droits et libertés"
        RULES = "rules", "règlement de fonctionnement"
        ESTABLISHMENT = "establishment", "projet d’établissement ou de service"
        QUALIFIED = "qualified", "liste des personnes qualifiées"
        TRUSTED = "trusted", "notice sur la personne de confiance"
        DATA = "data", "ce que deviennent les informations"
        WRITING = "writing", "charte d’écriture"
        OTHER = "other", "autre texte"

        @property
        def said(self) -> str:
            """Which it is, in the words of the house."""
            return said(self.label)

    sort = models.CharField(max_length=15, choices=Sort)
    title = models.CharField(max_length=200)
    is_retired = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title


class Edition(models.Model):
    """An edition of a text of the house: it never changes, a new one comes after it.

    `text` may be empty when the paper itself (`blob`, called `name`) is kept; `easy` is the same in
    easy words. In force from `in_force_on`. `opinion` and `opinion_on`: what the council said of it
    (CASF L311-7, L311-8).
    """

    house_text = models.ForeignKey(HouseText, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    easy = models.TextField(blank=True)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, related_name="editions")
    name = models.CharField(max_length=200, blank=True)
    changed = models.TextField(blank=True)
    in_force_on = models.DateField()
    opinion = models.TextField(blank=True)
    opinion_on = models.DateField(null=True)
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["house_text", "number"], name="edition_once")
        ]

    def __str__(self) -> str:
        return f"{self.house_text} ({self.number})"


class Contract(models.Model):
    """A *contrat de séjour*, a DIPC, an amendment (CASF L311-4, D311): why this one, who took part.

    What it says is a writing of the dossier with several hands, once it is begun. `facts` are the
    answers from which the kind was told (`rules.which_contract`), `why` what the worker decided. A
    minor's opinion is sought, and who took part is named. `from_on` and `until_on`: its effect.
    """

    class Sort(models.TextChoices):
        """Which it is."""

        STAY = "stay", "contrat de séjour"
        DIPC = "dipc", "document individuel de prise en charge"
        WORK = "work", "contrat d’accompagnement par le travail"
        AMENDMENT = "amendment", "avenant"
        OTHER = "other", "autre contrat"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="contracts")
    sort = models.CharField(max_length=10, choices=Sort)
    stay = models.ForeignKey(Stay, on_delete=models.SET_NULL, null=True, related_name="+")
    amends = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, related_name="amendments"
    )
    writing = models.OneToOneField(
        Writing, on_delete=models.PROTECT, null=True, related_name="contract"
    )
    facts = models.JSONField(default=dict, blank=True)
    why = models.TextField(blank=True)
    took_part = models.TextField(blank=True)
    minor_opinion = models.TextField(blank=True)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    is_mistaken = models.BooleanField(default=False)

    objects = OfDossier.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.get_sort_display()


class Report(models.Model):
    """A writing of child protection: the report on a child's situation (CASF L223-5), an
    *information préoccupante* or a *signalement* (R226-2-2). The software sends nothing: `sent_to`
    and `sent_on` say what people did. `informed` says who was told before, or why not.
    """

    class Sort(models.TextChoices):
        """Which route."""

        SITUATION = "situation", "rapport de situation"
        CONCERN = "concern", "information préoccupante"
        ALERT = "alert", "signalement"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="reports")
    sort = models.CharField(max_length=10, choices=Sort)
    writing = models.OneToOneField(
        Writing, on_delete=models.PROTECT, null=True, related_name="report"
    )
    on = models.DateField()
    sent_to = models.CharField(max_length=300, blank=True)
    sent_on = models.DateField(null=True)
    informed = models.TextField(blank=True)
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    is_mistaken = models.BooleanField(default=False)

    objects = OfDossier.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return self.get_sort_display()


class Giving(models.Model):
    """Something given, explained, made known, signed or refused, on a day: what was noted stays.

    Given: an `edition` of a text, a `contract` or a `report` (`version` is that of its writing), or
    `what` in words. `head` is that of the contract then, once it changed (`heads`). `side` is who
    received it, `how` how it was explained, `words` what they said or why they refused: a refusal
    is an answer (CASF D311). `strokes` is a signature drawn on the screen: lines of [x, y] points,
    0 to 1000; `writing` holds the signed paper, photographed.
    """

    class Side(models.TextChoices):
        """To whom, or by whom."""

        PERSON = "person", "{personne.le}"
        REPRESENTATIVE = "representative", "qui {personne:le,la} représente"
        HOUSE = "house", "{maison.le}"
        OTHER = "other", "quelqu’un d’autre"

    class Answer(models.TextChoices):
        """What became of it."""

        GIVEN = "given", "remis"
        TOLD = "told", "expliqué, porté à la connaissance"
        SIGNED = "signed", "signé"
        REFUSED = "refused", "refusé"
        DISAGREED = "disagreed", "désaccord"
        LATER = "later", "pas maintenant"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="givings")
    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, null=True, related_name="givings"
    )
    contract = models.ForeignKey(
        Contract, on_delete=models.CASCADE, null=True, related_name="givings"
    )
    report = models.ForeignKey(Report, on_delete=models.CASCADE, null=True, related_name="givings")
    version = models.PositiveSmallIntegerField(null=True)
    head = models.JSONField(null=True)
    what = models.CharField(max_length=300, blank=True)
    side = models.CharField(max_length=15, choices=Side, default=Side.PERSON)
    who = models.CharField(max_length=200, blank=True)
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.GIVEN)
    on = models.DateField()
    how = models.TextField(blank=True)
    present = models.CharField(max_length=300, blank=True)
    words = models.TextField(blank=True)
    strokes = models.JSONField(null=True)
    writing = models.ForeignKey(Writing, on_delete=models.PROTECT, null=True, related_name="+")
    noted_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    noted_at = models.DateTimeField()
    is_mistaken = models.BooleanField(default=False)

    objects = OfDossier.as_manager()

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return self.answer


class Trust(models.Model):
    """What became of the *personne de confiance* (CASF L311-5-1): proposed, named, declined,
    revoked, each on its day; declining is an answer.

    `interview_on` is the day of the interview for the contract: the information comes eight days
    before. `attested_on` is the signed attestation, `writing` its photograph.
    """

    class Act(models.TextChoices):
        """What happened."""

        PROPOSED = "proposed", "proposée"
        NAMED = "named", "désignée"
        DECLINED = "declined", "pas souhaitée"
        REVOKED = "revoked", "révoquée"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="trusts")
    act = models.CharField(max_length=10, choices=Act)
    on = models.DateField()
    name = models.CharField(max_length=200, blank=True)
    interview_on = models.DateField(null=True)
    attested_on = models.DateField(null=True)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, null=True, related_name="+")
    words = models.TextField(blank=True)
    writing = models.ForeignKey(Writing, on_delete=models.PROTECT, null=True, related_name="+")
    noted_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    noted_at = models.DateTimeField()
    is_mistaken = models.BooleanField(default=False)

    objects = OfDossier.as_manager()

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return self.act


class Explanation(models.Model):
    """Why something the law awaits is not there, in words: `key` names what (`awaits`)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="explanations")
    key = models.CharField(max_length=100)
    words = models.TextField()
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects = OfDossier.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.words[:60]
