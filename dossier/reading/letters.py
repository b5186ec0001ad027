"""The letter that answers a request: an outline of ours, in which one writes."""

from dossier.establishment.house import house, said
from dossier.reading.models import Reply, Request

TO_SAY = "…"


def letter(request: Request, asked_on: str, reply: Reply | None, remedies: list[str]) -> str:
    """Return the beginning of a letter; `asked_on` and `remedies` are told in words."""
    refuses = reply and reply.answer in {Reply.Answer.REFUSED, Reply.Answer.PARTLY}
    parts = [
        said("# {reponse.Singulier} à votre demande du {on}", on=asked_on),
        "\n".join(filter(None, [house().name, house().address])),
        f"À {request.who or request.dossier.person}",
        "Bonjour,",
        "## Ce que vous avez demandé",
        request.words or request.get_sort_display().capitalize(),
        "## Ce que nous vous disons",
        (reply.words if reply else "") or TO_SAY,
        "## Quand, et comment",
        "Le jour, le lieu, qui sera là ; ou ce qui est joint à cette lettre.",
    ]
    if refuses:
        parts += ["## Pourquoi", TO_SAY]
    parts += [
        "## Si vous n’êtes pas d’accord",
        "Vous pouvez nous le dire, et nous en reparlerons. Vous pouvez aussi vous adresser à :",
        "\n".join(f"- {one}" for one in remedies),
        "## Pour en parler",
        "Un nom, un numéro.",
    ]
    return "\n\n".join(filter(None, parts))
