"""What logging in needs to remember, and no more: never when somebody last came, nor from where."""

from django.db import models

from dossier.establishment.models import Worker


class Invitation(models.Model):
    """A code that lets a new worker choose their passphrase, until a day; kept as a digest."""

    worker = models.OneToOneField(Worker, on_delete=models.CASCADE, related_name="invitation")
    digest = models.CharField(max_length=64)
    until = models.DateTimeField()
    by = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )

    def __str__(self) -> str:
        return f"{self.worker}"


class Proof(models.Model):
    """A second proof (*seconde preuve*) of a worker: an application that gives six digits (TOTP,
    RFC 6238: `secret` in base 32, `step` the last one used), or a passkey (WebAuthn: `credential`
    its identifier in base64url, `public` the credential data, `count` its counter).
    """

    class Sort(models.TextChoices):
        """Which."""

        TOTP = "totp", "une application qui donne six chiffres"
        PASSKEY = "passkey", "une clé d’accès"

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="proofs")
    sort = models.CharField(max_length=8, choices=Sort)
    name = models.CharField(max_length=100, blank=True)
    secret = models.CharField(max_length=64, blank=True)
    step = models.BigIntegerField(default=0)
    credential = models.CharField(max_length=1_400, blank=True, db_index=True)
    public = models.BinaryField(default=bytes)
    count = models.BigIntegerField(default=0)
    added_on = models.DateField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name or self.get_sort_display()


class RecoveryCode(models.Model):
    """A code on paper that serves once in place of a second proof; kept as a digest, then gone."""

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"{self.worker}"


class Machine(models.Model):
    """A computer or a phone that people log in from, known by a cookie of which this is the digest;
    a shared one locks itself soon, and opens again with a PIN.
    """

    digest = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=100, blank=True)
    is_shared = models.BooleanField(default=False)
    added_on = models.DateField()

    def __str__(self) -> str:
        return self.name


class Known(models.Model):
    """A worker who logged in once from a machine: what strangers try elsewhere does not slow them
    there. `pin` (hashed, or none) opens a lock again on this machine alone; `missed` how many
    wrong ones in a row.
    """

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="machines")
    machine = models.ForeignKey(Machine, on_delete=models.CASCADE, related_name="workers")
    pin = models.CharField(max_length=128, blank=True)
    missed = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["worker", "machine"], name="known_once")]

    def __str__(self) -> str:
        return f"{self.worker}, {self.machine}"


class Sitting(models.Model):
    """A session that is open, for its worker alone to see and end; gone when it ends.

    `began_at` is to the half-hour; nothing says when it last served.
    """

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="sittings")
    session = models.CharField(max_length=40, unique=True)
    machine = models.ForeignKey(Machine, on_delete=models.SET_NULL, null=True, related_name="+")
    label = models.CharField(max_length=100, blank=True)
    began_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.label


class Failure(models.Model):
    """Wrong passphrases in a row, by the digest of where they come from; forgotten with time."""

    digest = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.count}"


class Rescue(models.Model):
    """Somebody who cannot log in any more, whom two colleagues are to vouch for (*se porter
    garant*): `code` is what they are told by voice, `browser` what only the asking browser holds,
    both as digests. An unknown name has one too, without a worker: the page says the same.
    """

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, null=True, related_name="rescues")
    code = models.CharField(max_length=64, unique=True)
    browser = models.CharField(max_length=64)
    until = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.worker}"


class Voucher(models.Model):
    """A colleague who vouched for a rescue, having seen or heard who asks."""

    rescue = models.ForeignKey(Rescue, on_delete=models.CASCADE, related_name="vouchers")
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["rescue", "by"], name="vouch_once")]

    def __str__(self) -> str:
        return f"{self.by}"
