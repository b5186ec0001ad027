"""Listening to texts as they were typed and as they are read: what either lets hear makes doubt."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from dossier.collectives import naming
from dossier.collectives.naming import Known
from dossier.reading import doubts, rendered
from dossier.reading.others import Listening, Own


@dataclass(frozen=True)
class Ear:
    """Who listens: whose names they know, whom it is about, the whole names of colleagues."""

    known: Sequence[Known]
    own: Own
    colleagues: Collection[str]

    @cached_property
    def shorts(self) -> doubts.Shorts:
        """The first names of others."""
        return doubts.Shorts(self.known, self.own.who)

    def listen(self, texts: Sequence[str], spoken: Collection[int] = ()) -> list[Listening]:
        """Return texts as one listens whether they speak of somebody else; `spoken` are the places
        of those that somebody says in the first person. Places are those of what was typed.
        """
        read = {at: as_read for at, text in enumerate(texts) if (as_read := rendered.read(text))}
        found = naming.look([*texts, *(one.text for one in read.values())], self.known)
        heard = [
            self._hear(text, found[at], is_spoken=at in spoken) for at, text in enumerate(texts)
        ]
        for (at, one), those in zip(read.items(), found[len(texts) :], strict=True):
            again = self._hear(one.text, those, is_spoken=at in spoken)
            told = []
            for sign in again.signs:
                start, end = one.source(sign.start, sign.end)
                told.append(sign._replace(start=start, end=end))
            heard[at].signs = doubts.around(heard[at].signs, told)
        return heard

    def _hear(self, text: str, found: Sequence[naming.Found], *, is_spoken: bool) -> Listening:
        heard = Listening(text, found, self.own, self.colleagues, is_spoken=is_spoken)
        heard.signs = doubts.around(heard.signs, doubts.look(heard, self.shorts))
        return heard
