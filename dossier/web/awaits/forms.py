"""The form that says why something is not there."""

from dossier.web.keyed import KeyedForm, area


class ExplanationForm(KeyedForm):
    """Why, in free words."""

    words = area("Pourquoi, avec vos mots", 5_000, rows=4)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].required = True
        self.fields["words"].error_messages["required"] = "Écrivez au moins quelques mots."
