"""What is printed of a writing is what is read on screen: every word, every line end."""

import re
from html import unescape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dossier.documents.pages import Items, Paragraph, Run, Title
from dossier.notebooks.marks import render
from dossier.notebooks.printed import blocks

MARKED = st.text(
    st.one_of(
        st.sampled_from("*_#<>&\"'@-1. \n\t\\`[]()!AminaB"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"),
    )
)


def lines(found) -> list[str]:
    """Return the lines one reads in blocks, top to bottom."""
    read = []
    for block in found:
        if isinstance(block, Items):
            read += [line for item in block.items for line in lines(item)]
        else:
            read += "".join(run.text for run in block.runs).split("\n")
    return read


def on_screen(text: str) -> str:
    """Return the words one reads on screen, without spaces."""
    return "".join(unescape(re.sub(r"<[^>]*>", "", render(text))).split())


def words(text: str) -> str:
    """Return the words of blocks of `text`, without spaces."""
    return "".join("".join(lines(blocks(text))).split())


def paragraph(words: str) -> Paragraph:
    """Return a plain paragraph."""
    return Paragraph((Run(words),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Un mot.", [paragraph("Un mot.")]),
        ("Un\ndeux", [paragraph("Un\ndeux")]),
        ("Un\n\ndeux", [paragraph("Un"), paragraph("deux")]),
        (
            "*doux* et **fort**, ***les deux***",
            [
                Paragraph(
                    (
                        Run("doux", emphasis=True),
                        Run(" et "),
                        Run("fort", strong=True),
                        Run(", "),
                        Run("les deux", emphasis=True, strong=True),
                    )
                )
            ],
        ),
        (
            "# Un\n## Deux\n#### Trois",
            [Title(n + 1, (Run(t),)) for n, t in enumerate(("Un", "Deux", "Trois"))],
        ),
        ("- un\n- deux", [Items(((paragraph("un"),), (paragraph("deux"),)))]),
        ("3. un", [Items(((paragraph("un"),),), ordered=True, start=3)]),
        (
            "- un\n  1. dedans\n- deux",
            [
                Items(
                    (
                        (paragraph("un"), Items(((paragraph("dedans"),),), ordered=True)),
                        (paragraph("deux"),),
                    )
                )
            ],
        ),
        ("<b>x</b> &amp; #set", [paragraph("<b>x</b> &amp; #set")]),
    ],
)
def test_blocks(text, expected):
    assert blocks(text) == expected


@settings(max_examples=300, deadline=None)
@given(MARKED)
@example("- " * 30 + "mot")
@example("\n".join(f"{'  ' * depth}- mot{depth}" for depth in range(40)) + "\n\naprès")
@example("1. " * 200)
@example("مرحبا **أمينة** \u202e😀")
def test_blocks_say_what_the_screen_says(text):
    assert words(text) == on_screen(text)


def with_marks(found) -> str:
    """Return what one reads in blocks, the marks of lists included, without spaces."""
    read = ""
    for block in found:
        if isinstance(block, Items):
            for number, item in enumerate(block.items, block.start):
                read += f"{number}." if block.ordered else "-"
                read += with_marks(item)
        else:
            read += "".join("".join(run.text for run in block.runs).split())
    return read


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("0123. \n-a")))
@example("2. le linge\n\n5. la clé\n7. le bus\n\n2026. Une année")
@example("1. a\n   - 3. b\n     5. c\n1. d")
def test_the_numbers_printed_are_those_one_typed(text):
    assert with_marks(blocks(text)) == "".join(text.split())


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.characters(exclude_characters="#*_-+.)\\\t\x00", exclude_categories=["Cs", "Nd"]))
)
def test_blocks_lose_no_letter_and_no_line(text):
    typed = [line.split() for line in re.split("[\n\r]", text)]
    assert [line.split() for line in lines(blocks(text)) if line.split()] == list(
        filter(None, typed)
    )


@pytest.mark.parametrize("unit", ["mot ", "*a **b ", "- a\n", "<p>", "🙂", "ا"])
def test_blocks_of_a_long_text(unit):
    text = (unit * 50_000)[:50_000]
    assert words(text) == on_screen(text)
