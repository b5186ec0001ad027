"""What one says once a line was noted by mistake, or is not after all."""


def marked(*, is_mistaken: bool) -> str:
    """Return what to say: nothing goes, and it can be undone."""
    if is_mistaken:
        return "Noté par erreur : cela ne compte plus, et reste lisible, barré."
    return "Ce n’était pas une erreur : cela compte de nouveau."
