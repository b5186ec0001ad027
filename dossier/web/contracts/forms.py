"""Forms of contracts, of what was given, of who is trusted: in each, a word is enough."""

from typing import Any

from django import forms
from django.utils import timezone

from dossier.establishment.house import said, said_later
from dossier.persons.models import Dossier, Stay
from dossier.rights import strokes
from dossier.rights.models import Contract, Edition, Giving, Report, Trust
from dossier.web import dates
from dossier.web.converters import number
from dossier.web.keyed import KeyedForm, PeriodOfFiche, Several, area, day, line

RADIO = forms.RadioSelect


def _stay_said(stay: Stay) -> str:
    since = f", depuis le {dates.full_day(stay.from_on)}" if stay.from_on else ""
    return f"{stay}{since}"


class ContractForm(PeriodOfFiche, KeyedForm):
    """A contract, or an amendment: which, why, who took part, its effect."""

    sort = forms.ChoiceField(
        label="Lequel", required=False, choices=Contract.Sort.choices, widget=RADIO
    )
    amends = forms.ModelChoiceField(
        Contract.objects.none(), label="Il change", required=False, empty_label="—"
    )
    stay = forms.ModelChoiceField(
        Stay.objects.none(), label=said_later("Pour {accompagnement.quel}"), required=False,
        empty_label="—",
    )  # fmt: skip
    why = area("Pourquoi celui-là, si vous voulez le dire", rows=2)
    took_part = area("Qui y a pris part", rows=2)
    minor_opinion = area("Ce qu’en dit l’enfant, ses mots", rows=2)
    from_on = day("Il prend effet le")
    until_on = day("Jusqu’au")
    facts = forms.CharField(required=False, widget=forms.HiddenInput)
    field_order = ["sort", "amends", "stay", "took_part", "minor_opinion", "from_on", "until_on"]

    def __init__(self, *args: Any, dossier: Dossier, asks_child: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stays = dossier.stays.select_related("team")
        amended = dossier.contracts.exclude(sort=Contract.Sort.AMENDMENT)
        offered = {
            "stay": (stays, [(one.pk, _stay_said(one)) for one in stays]),
            "amends": (amended, [(one.pk, contract_said(one)) for one in amended]),
        }
        for name, (rows, choices) in offered.items():
            self.fields[name].queryset = rows
            self.fields[name].choices = [("", "—"), *choices]
            if not choices:
                del self.fields[name]
        if not asks_child:
            del self.fields["minor_opinion"]

    def clean(self) -> dict[str, Any]:
        """Understand which it is when nobody said."""
        given = super().clean()
        fallback = Contract.Sort.AMENDMENT if given.get("amends") else Contract.Sort.OTHER
        given["sort"] = given.get("sort") or fallback
        return given


def contract_said(contract: Contract) -> str:
    """Return what a contract is called in a list."""
    name = said(contract.get_sort_display())
    when = contract.from_on or timezone.localtime(contract.at).date()
    day = dates.full_day(when).partition(" ")[2]
    return f"{name[:1].upper()}{name[1:]} du {day}"


class WhoForm(KeyedForm):
    """Who was there, on which side."""

    side = forms.ChoiceField(label="À qui", required=False, widget=RADIO, initial="person")
    who = line("Son nom, si ce n’est pas déjà dit", hint="sa mère, Mme Roy, sa tutrice")
    present = line("Qui était là", 300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["side"].choices = [(one.value, said(one.label)) for one in Giving.Side]

    def clean_side(self) -> str:
        """Return the side, the person's own when nobody said."""
        return self.cleaned_data["side"] or Giving.Side.PERSON


class GivingForm(WhoForm):
    """What was given, explained, signed or refused: several things in one gesture."""

    contract = forms.ModelChoiceField(
        Contract.objects.none(), label="Le contrat", required=False, empty_label="—"
    )
    report = forms.ModelChoiceField(
        Report.objects.none(), label="Le rapport", required=False, empty_label="—"
    )
    what = line("Autre chose, avec vos mots", 300, hint="la clé de la chambre, un plan du quartier")
    answer = forms.ChoiceField(
        label="Ce qu’il en est", required=False, choices=Giving.Answer.choices, widget=RADIO,
        initial="given",
    )  # fmt: skip
    on = day("Quel jour, si ce n’est pas aujourd’hui", is_past=True)
    how = line("Comment on l’a expliqué", 2_000, hint="lu ensemble, avec des images, traduit…")
    words = area("Ses mots, ou pourquoi c’est non")
    field_order = ["editions", "contract", "report", "what", "answer", "side", "who", "on", "how"]
    joined = False

    def __init__(
        self, *args: Any, dossier: Dossier, editions: list[Edition], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if editions:
            rows = Edition.objects.filter(pk__in=[one.pk for one in editions])
            several = Several(
                rows,
                label=said_later("Les textes {maison.du}"),
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
            several.choices = [(one.pk, edition_said(one)) for one in editions]
            self.fields["editions"] = several
        standing = {"is_mistaken": False}
        contracts = dossier.contracts.filter(**standing).select_related("writing")
        reports = dossier.reports.filter(**standing).select_related("writing")
        told = {"contract": (contracts, contract_said), "report": (reports, report_said)}
        for name, (rows, call) in told.items():
            choices = [(one.pk, call(one)) for one in rows]
            self.fields[name].queryset = rows
            self.fields[name].choices = [("", "—"), *choices]
            if not choices:
                del self.fields[name]
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """Ask what it is about, when nothing at all says so."""
        given = super().clean()
        given["answer"] = given.get("answer") or Giving.Answer.GIVEN
        is_told = any((given.get(name) or "").strip() for name in ("what", "words", "how", "who"))
        is_told = is_told or any(given.get(name) for name in ("editions", "contract", "report"))
        if not is_told and not self.joined and not self.errors:
            self.add_error("what", "Dites au moins quoi : cochez un texte, ou écrivez un mot.")
        return given

    def things(self) -> list[Edition | Contract | Report]:
        """Return what was given, of all that the house keeps."""
        told = self.cleaned_data
        found = [*(told.get("editions") or []), told.get("contract"), told.get("report")]
        return [one for one in found if one]


def edition_said(edition: Edition) -> str:
    """Return what an edition is called in a list."""
    return f"{edition.house_text}, édition {edition.number}"


def report_said(report: Report) -> str:
    """Return what a report is called in a list."""
    return f"{report.get_sort_display().capitalize()}, du {dates.full_day(report.on)}"


class SignForm(WhoForm):
    """A signature: drawn, or one's name written."""

    strokes = forms.CharField(required=False, widget=forms.HiddenInput)
    version = forms.CharField(required=False, widget=forms.HiddenInput)
    head = forms.CharField(required=False, widget=forms.HiddenInput)
    field_order = ["side", "who", "present"]

    def __init__(
        self, *args: Any, head: str = "", version: int | None = None, **kwargs: Any
    ) -> None:
        """`head` is a print of what the contract's head says now, `version` that of its text, None
        when there is none: what was read is signed.
        """
        super().__init__(*args, **kwargs)
        self.now = self.initial["head"] = head
        self.latest = version
        if not self.is_bound:
            self.initial.setdefault("version", version or "")
        self.fields["side"].label = "Qui signe"
        self.fields["who"].label = "Son nom, en toutes lettres"

    def clean_strokes(self) -> list | None:
        """Return the drawing, as it can be kept."""
        try:
            return strokes.read(self.cleaned_data["strokes"])
        except strokes.NoSignature:
            raise forms.ValidationError(
                "La signature n’a pas pu être lue. Recommencez-la, ou écrivez le nom à la place."
            ) from None

    def clean_version(self) -> int | None:
        """Return the version that was read; None when it is not one there is."""
        told = number(self.cleaned_data["version"].strip()) or 0
        return told if told in range(1, (self.latest or 0) + 1) else None

    def clean(self) -> dict[str, Any]:
        """Ask for a drawing or a name."""
        given = super().clean()
        if not given.get("strokes") and not (given.get("who") or "").strip() and not self.errors:
            self.add_error("who", "Signez dans le cadre, ou écrivez le nom de qui signe.")
        self.data = self.data.copy()
        if self.latest and not given.get("version"):
            self.data["version"] = str(self.latest)
            self.add_error(
                None,
                "Le texte est arrivé, ou a changé, depuis que cette page est ouverte. Lisez-le "
                "ci-dessus, puis signez si cela convient.",
            )
        if given.pop("head", "") not in {"", self.now}:
            self.data["head"] = self.now
            self.add_error(
                None,
                "Ce qui est dit en tête de ce contrat a changé pendant que vous lisiez. "
                "Relisez-le, puis signez si cela convient.",
            )
        return given


class TrustForm(KeyedForm):
    """What became of the person of trust."""

    act = forms.ChoiceField(
        label="Ce qu’il en est", required=False, choices=Trust.Act.choices, widget=RADIO
    )
    name = line("Son nom, et comment la joindre", hint="Odile Marchal, 06…")
    on = day("Quel jour, si ce n’est pas aujourd’hui", is_past=True)
    interview_on = day("L’entretien pour le contrat est prévu le")
    attested_on = day("L’attestation est signée du", is_past=True)
    edition = forms.ModelChoiceField(
        Edition.objects.none(), label="La notice remise", required=False, empty_label="—"
    )
    words = area("Quelques mots")
    joined = False

    def __init__(self, *args: Any, editions: list[Edition], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edition"].queryset = Edition.objects.filter(
            pk__in=[one.pk for one in editions]
        )
        self.fields["edition"].choices = [("", "—"), *((o.pk, edition_said(o)) for o in editions)]
        if not editions:
            del self.fields["edition"]

    def clean(self) -> dict[str, Any]:
        """Understand what happened when nobody said; who is named has a name."""
        given = super().clean()
        name = (given.get("name") or "").strip()
        act = given.get("act") or (Trust.Act.NAMED if name else Trust.Act.PROPOSED)
        given["act"] = act
        said_something = name or (given.get("words") or "").strip()
        if act == Trust.Act.NAMED and not said_something and not self.errors:
            self.add_error("name", "Écrivez qui est désigné, ou quelques mots.")
        return given
