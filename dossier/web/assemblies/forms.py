"""The form of an assembly: a title, words, slips, and where it is signed."""

from typing import Any

from django import forms
from django.utils.functional import cached_property

from dossier.establishment.house import said, said_later
from dossier.establishment.models import Worker
from dossier.notebooks import passages, pieces, rules
from dossier.notebooks.drafts import listed
from dossier.notebooks.models import Notebook, Piece, Writing
from dossier.web.assemblies import slips
from dossier.web.bricabrac.heaps import heaps
from dossier.web.converters import number
from dossier.web.keyed import KeyedForm, area, line

TOO_MUCH = (
    f"C’est trop pour tenir ensemble : {pieces.MAX_PIECES} pièces au plus, et de quoi remplir un "
    "livre. Retirez-en, ou coupez en deux."
)
CHANGED = (
    "Une pièce n’est plus ce qu’elle était : retirez-la, ou reprenez-la telle qu’elle est à "
    "présent."
)
OUTDATED = (
    "Une version plus récente a été enregistrée entre-temps. Relisez-la parmi les versions. Si "
    "vous enregistrez maintenant, la vôtre passe devant, et l’autre reste lisible."
)
EMPTY = "Rien n’est encore là : ajoutez une pièce, ou écrivez quelques mots."


class AssemblyForm(KeyedForm):
    """What one gives of an assembly; `slips` are its pieces as typed, shown by the page."""

    title = line("Titre, si vous voulez")
    text = area("Pour commencer", rules.MAX_TEXT, rows=4)
    notebook = forms.ChoiceField(label=said_later("Dans {cahier.quel}"), required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        worker: Worker,
        writing: Writing | None = None,
        initial: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, initial=initial, **kwargs)
        self.saved = {}  # what is saved has its versions: nothing is replaced unseen
        self.worker, self.writing = worker, writing
        if writing:
            del self.fields["notebook"]
        else:
            self.fields["notebook"].choices = _places(worker)

    @cached_property
    def shown(self) -> list[slips.Shown]:
        """The slips of the form, as sent, as a draft kept them, or as they are to begin with."""
        told = dict(self.data.lists()) if self.is_bound else self.initial
        if slips.SOURCE not in told and self.writing:  # came without its pieces: they stay
            told = slips.of_writing(self.writing)
        asked = slips.found_again(slips.of_fields(told), self.former)
        return slips.shown(asked, by=self.worker, former=self.former)

    @property
    def notebook_ids(self) -> set[int]:
        """The notebooks of which something is shown."""
        return {one.source.notebook_id for one in self.shown if one.source}

    @property
    def to_keep(self) -> list[slips.Slip]:
        """The slips as a draft keeps them: no passage for one taken whole."""
        for one in self.shown:
            if one.source and not one.is_cut:
                one.slip.passage = ""
        return [one.slip for one in self.shown]

    @cached_property
    def former(self) -> list[Piece]:
        """The pieces of the writing being made again."""
        return pieces.present(self.writing) if self.writing else []

    @cached_property
    def left(self) -> set[int | None]:
        """The files that are not taken up."""
        return self._ticked(slips.LEFT)

    @cached_property
    def unsaid(self) -> set[int | None]:
        """The answers of colleagues that do not follow."""
        return self._ticked(slips.UNSAID)

    def _ticked(self, name: str) -> set[int | None]:
        told = self.data.getlist(name) if self.is_bound else listed(self.initial.get(name))
        return set(map(number, told))

    def clean(self) -> dict[str, Any]:
        """Build the pieces; say which slip cannot be kept as it is, and what to do."""
        given = super().clean()
        given["takes"] = [self._take(one) for one in self.shown]
        given["text"] = rules.titled(given.get("title") or "", given.get("text") or "")
        if len(given["text"]) > rules.MAX_TEXT:
            self.add_error("text", "Ce texte est trop long : mettez-en une partie après une pièce.")
        if not given["text"].strip() and not given["takes"]:
            self.add_error(None, EMPTY)
        return given

    def _take(self, one: slips.Shown) -> pieces.Taken | None:
        """Return the piece a slip asks for; None, and what to do, when it cannot be."""
        where, source = f"Pièce {one.place + 1} : ", one.source or self._unread(one)
        if not source:
            gone = said("vous ne lisez plus {cahier.le} d’où elle vient. Retirez-la.")
            self.add_error(None, where + gone)
            return None
        if len(one.slip.after) > rules.MAX_TEXT:
            self.add_error(None, f"{where}ce qui la suit est trop long. Gardez-en l’essentiel.")
        try:
            if one.source:
                passages.passage_of(one.text, one.slip.passage)
        except passages.NotVerbatim:
            self.add_error(
                None,
                f"{where}un passage se reprend mot pour mot. Enlevez ce que vous voulez, en "
                "mettant […] à la place ; vos mots à vous vont dessous.",
            )
        files = [joined.pk for joined in one.joined if joined.pk not in self.left]
        return pieces.Taken(
            source,
            one.slip.passage,
            rules.keepable(one.slip.after),
            one.slip.tells != slips.SILENT,
            one.slip.version,
            files,
            self.unsaid - {None},
            one.slip.kept,
        )

    def _unread(self, one: slips.Shown) -> Writing | None:
        """Return the source of a piece one had taken up while one read it."""
        return next(
            (piece.source for piece in self.former if piece.source_id == one.slip.source_id), None
        )


def _places(worker: Worker) -> list[tuple[str, str]]:
    """Return where an assembly may be signed: one's own heap first, the notebooks one writes in."""
    open_to_them = Notebook.objects.writable_by(worker).exclude(kind=Notebook.Kind.BRICABRAC)
    named = open_to_them.order_by("kind", "title").values_list("pk", "title")
    own_first = reversed(heaps(worker))  # one's own: nobody else reads what nobody placed
    return [
        *((heap.value, heap.name) for heap in own_first),
        *((str(pk), title) for pk, title in named),
    ]
