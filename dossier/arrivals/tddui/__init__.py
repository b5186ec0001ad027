"""TDDUI, the French transfer format of the DUI, read into what any source is read into.

`read` is pure: it takes bytes, and touches no database. `account` tells of each value of a source
what became of it; the report of `read` tells the same in words.
"""

from dossier.arrivals.brought import Brought, Fate, Line, Paper, Unreadable
from dossier.arrivals.tddui import cda, fhir
from dossier.arrivals.tddui.source import Leaf, Source, opened

__all__ = ["Leaf", "account", "read"]


def read(name: str, content: bytes) -> Brought:
    """Return what a TDDUI file brings: a bundle or a resource of FHIR R4 (JSON, XML), or a CDA.

    `name` is that of the file. Raise Unreadable, with what to do in French, when it is none of
    these.
    """
    return _read(name, opened(content), content)


def account(content: bytes) -> list[Leaf]:
    """Return each value of a source, in order: its path, itself, and what became of it.

    Raise Unreadable as `read` does.
    """
    source = opened(content)
    _read("", source, content)
    return source.leaves


def _read(name: str, source: Source, content: bytes) -> Brought:
    remarks = [Line("tout le fichier", Fate.UNKNOWN, remark) for remark in source.remarks]
    if cda.is_cda(source):
        document = cda.Document(source)
        document.read()
        people, texts, lines = document.people, document.texts, document.report()
    elif fhir.is_fhir(source):
        bundle = fhir.Bundle(source)
        bundle.read()
        people, texts, lines = bundle.people.values(), bundle.texts, bundle.report()
    else:
        raise Unreadable(
            "Ce fichier n’est pas un transfert TDDUI\u00a0: il n’a ni lot FHIR ni document CDA."
            " Demandez à qui l’a envoyé l’export TDDUI de son logiciel, ou apportez ce fichier"
            " comme un simple fichier."
        )
    return Brought(Paper(name, content), tuple(people), tuple(texts), (*remarks, *lines))
