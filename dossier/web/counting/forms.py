"""The period one counts."""

from typing import Any

from django import forms

from dossier.web.keyed import day


class PeriodForm(forms.Form):
    """From a day to another; both have a beginning to start from."""

    du = day("Du")
    au = day("Au", is_past=True)

    def clean(self) -> dict[str, Any]:
        """Refuse an end before its beginning."""
        given = super().clean()
        first, last = given.get("du"), given.get("au")
        if first and last and last < first:
            self.add_error("au", "La fin vient avant le début : vérifiez les deux dates.")
        return given
