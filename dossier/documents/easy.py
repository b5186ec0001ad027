"""A document set to be easy to read: one idea a line, pictures before what they show.

After the European rules for easy-to-read information (Inclusion Europe, *L'information pour
tous*): large letters, short lines, one sentence a line, no italics, pictures beside the words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dossier.documents.pages import (
    Answer,
    Block,
    Document,
    Items,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Run,
    Title,
)

# A sentence ends before a capital, a quote or a number, not after "M." nor after "Amina B.".
END = re.compile(
    r"(?<=[.!?…])(?:[ \u00a0\u202f]?[»”\")\]])*[ \u00a0]+(?=[«“(—–-]?[\u00a0\u202f ]?[^\W\d_])|\n+"
)
SHORT = re.compile(
    r"(?:^|[\s(«’'])(?:[^\W\d_]|MM|Mme|Mmes|Mlle|Dr|Me|St|Ste|art|cf|ex|etc|env|tél|n|p|pp)\.$"
)

NEAR = 40  # letters around an end that say whether it is one


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, in order; every letter of it is in one of them."""
    found: list[str] = []
    start = 0
    for end in END.finditer(text):
        near = text[max(start, end.start() - NEAR) : end.start()]
        after = text[end.end() : end.end() + NEAR]
        if "\n" not in end[0] and (SHORT.search(near) or not _begins(after)):
            continue
        found.append((text[start : end.start()] + end[0].rstrip()).strip())
        start = end.end()
    return [one for one in (*found, text[start:].strip()) if one]


def _begins(after: str) -> bool:
    """Whether a sentence begins: with a capital, or in a writing that has none."""
    letter = next((char for char in after if char.isalpha()), "")
    return not letter.islower()


def one_a_line(text: str) -> str:
    """Return a text with one sentence a line: titles, lists and empty lines stay."""
    lines = []
    for line in text.split("\n"):
        is_kept = not line.strip() or line.startswith((" ", "\t", "#"))
        lines += [line] if is_kept else sentences(line)
    return "\n".join(lines)


def easy(document: Document) -> Document:
    """Return `document` to be set easy to read: the same words in the same order, one sentence a
    paragraph, and pictures above the words they came with: those of the text itself at its head.
    Who signed it, who took it out and when come last.
    """
    told = tuple(_blocks(document.blocks))
    shown = tuple(one for one in told if isinstance(one, Picture))
    rest = tuple(one for one in told if not isinstance(one, Picture))
    last = tuple(Paragraph((Run(one),)) for one in (document.signed, document.told) if one)
    end = (Rule(), *last) if last else ()
    return replace(document, blocks=(*shown, *rest, *end), told="", signed="", is_easy=True)


def _blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (Paragraph(runs) for runs in _split(block.runs))
        elif isinstance(block, Title):
            yield replace(block, runs=_upright(block.runs))
        elif isinstance(block, Items):
            yield replace(block, items=tuple(tuple(_blocks(item)) for item in block.items))
        elif isinstance(block, Quote | Answer):
            inside = tuple(_blocks(block.blocks))
            shown = [one for one in inside if isinstance(one, Picture)]
            told = [one for one in inside if not isinstance(one, Picture)]
            yield replace(block, blocks=(*shown, *told))
        elif isinstance(block, Picture):
            yield replace(block, caption="")  # what it shows is for who does not see it
        else:
            yield block


def _upright(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs without italics: what was slanted is as it stands."""
    return tuple(replace(run, emphasis=False) for run in runs)


def _split(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """Yield the runs of each sentence of a paragraph."""
    whole, at = "".join(run.text for run in runs), 0
    for sentence in sentences(whole):
        start = whole.index(sentence, at)
        at = start + len(sentence)
        yield _upright(_between(runs, start, at))


def _between(runs: Iterable[Run], start: int, end: int) -> tuple[Run, ...]:
    """Return what stands between two places of the words of `runs`."""
    found, place = [], 0
    for run in runs:
        words = run.text[max(0, start - place) : max(0, end - place)]
        place += len(run.text)
        if words:
            found.append(replace(run, text=words))
    return tuple(found)
