"""Sentences and writings where what must go is known, to measure a pseudonymiser with.

The sources are `sentences.txt`, `writings.txt` and `more.txt`, UTF-8. A block begins with `### `
and a title, then says what the instance knows, a line for each kind (`person: Name | Name`), a
blank line, and the text. In sentences.txt each line of that text is an entry, in the others the
text is one.
`[[person:Amina]]` must go; `[[person?:Amina]]` too, though nobody declared that name.
"""

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = ("sentences", "writings", "more")
DECLARED = ("person", "relative", "worker", "place")
KINDS = ("person", "place", "phone", "email", "nir", "birthdate", "address", "number")
MARK = re.compile(rf"\[\[({'|'.join(KINDS)})(\??):([^\[\]]+)\]\]")
BLOCK = re.compile(r"^### .*\n", re.MULTILINE)


def _entry(marked: str, known: list[dict]) -> dict:
    """Return the entry that a marked text says."""
    text, end, spans, undeclared = "", 0, [], []
    for mark in MARK.finditer(marked):
        text += marked[end : mark.start()]
        span = [len(text), len(text) + len(mark[3]), mark[1]]
        spans.append(span)
        undeclared += [span] if mark[2] else []
        text += mark[3]
        end = mark.end()
    entry = {"text": text + marked[end:], "known": known, "spans": spans}
    return entry | ({"undeclared": True, "undeclared_spans": undeclared} if undeclared else {})


def _known(head: str) -> list[dict]:
    """Return the names that the head of a block declares."""
    lines = [line.split(": ", 1) for line in head.splitlines()]
    return [{"kind": kind, "name": name} for kind, said in lines for name in said.split(" | ")]


def labelled(name: str) -> list[dict]:
    """Return the entries of one of SOURCES, in the order of the source.

    An entry is `text` (str), `known` (list of {"kind": one of DECLARED, "name": str}) and `spans`,
    in order: [start, end, kind], offsets in characters of `text`, end exclusive, kind one of KINDS.
    Where a span is of a name that nobody declared, `undeclared` is True and `undeclared_spans` has
    those spans. OSError if there is no such source.
    """
    entries = []
    for block in BLOCK.split((HERE / f"{name}.txt").read_text(encoding="utf-8"))[1:]:
        head, _, body = block.partition("\n\n")
        texts = body.strip().splitlines() if name == "sentences" else [body.strip()]
        entries += [_entry(text, _known(head)) for text in texts if text]
    return entries


if __name__ == "__main__":
    for source in SOURCES:
        for one in labelled(source):
            sys.stdout.write(json.dumps(one, ensure_ascii=False) + "\n")
