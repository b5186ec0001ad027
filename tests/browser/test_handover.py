"""The handover prints on one sheet, whatever was signed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dossier.notebooks import bulk
from dossier.notebooks.actions import Content
from tests.browser.steps import log_in
from tests.browser.test_pages import printed
from tests.conftest import make_notebook

NIGHT = (
    "Ce soir elle a préparé le repas avec nous, puis elle est montée sans un mot. À {} heures elle "
    "a demandé si la lumière du couloir pouvait rester allumée. On a parlé de sa sœur, du bus et "
    "de la lettre qu’elle n’a pas ouverte. Rien de plus, la nuit est calme."
)


def write(cast, texts, places=None):
    """Sign these texts, a few minutes apart, the last one a minute ago."""
    places, now = (
        places or [cast.amina, cast.etage],
        timezone.now().replace(second=0, microsecond=0),
    )
    bulk.write_many(
        bulk.Signed(
            places[n % len(places)].pk,
            (cast.samira, cast.karim)[n % 2],
            Content(text=text),
            now - timedelta(minutes=20 * (len(texts) - n)),
        )
        for n, text in enumerate(texts)
    )


def sheet(make_page) -> list[str]:
    """Return the pages of the handover, printed."""
    page = make_page()
    log_in(page)
    start = timezone.localtime() - timedelta(days=6)
    page.goto(f"/transmission/?depuis={start:%Y-%m-%dT%H:%M}")
    return printed(page)


MANY = [f"{NIGHT.format(n)} Note {n}." if n % 3 else f"Calme, note {n}." for n in range(150)]
LOADS = {
    "quiet": ["Calme.", "Elle a dormi.", NIGHT.format(3)],
    "night": [NIGHT.format(n) for n in range(14)],
    "weekend": MANY,
    "long": ["mot " * 12_500],
    "long among others": [*MANY[:20], "mot " * 12_500],
    "lines": ["\n\n".join("ab" for _ in range(2_000)), *MANY[:10]],
    "list": ["\n".join(f"- point {n}" for n in range(60)), "# Titre\n\nTexte\n\n> cité"],
    "wide": ["W" * 3_000, "漢字" * 2_000, "MAJUSCULES " * 400, "😀" * 500],
    "short": ["Calme." for _ in range(300)],
    "full": [NIGHT.format(n) * 2 for n in range(9)],
    "paragraphs": ["\n\n".join(NIGHT.format(n) for n in range(3)) for _ in range(5)],
}


@pytest.mark.parametrize("load", LOADS)
def test_it_prints_on_one_sheet(cast, make_page, load):
    write(cast, LOADS[load])
    pages = sheet(make_page)
    assert len(pages) == 1
    for said in ("Répondre", "la suite", "Qu’est-ce qui s’est passé", "Au revoir", "Lire"):
        assert said not in pages[0].replace("la suite »", "").replace("La suite", "")


def test_it_prints_many_notebooks_on_one_sheet(cast, make_page):
    places = [make_notebook(cast.samira, f"Habitante {n}", cast.foyer) for n in range(90)]
    write(cast, [NIGHT.format(n) for n in range(180)], places)
    assert len(sheet(make_page)) == 1


def test_a_quiet_night_is_whole_and_a_full_weekend_says_what_it_leaves(cast, make_page):
    write(cast, LOADS["quiet"])
    (only,) = sheet(make_page)
    assert "la nuit est calme" in only.replace("\n", " ")
    assert "raccourcis" not in only
    write(cast, MANY)
    (only,) = sheet(make_page)
    assert "raccourcis" in only
    assert "elle commence" in only
    assert "note 147" in only.replace("\n", " ")
