"""Each article of the requirements has its line in docs/promises.md, and each line its tests."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROMISES = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8")
LINES = [
    line
    for line in PROMISES.partition("## Article by article")[2].splitlines()
    if line.startswith("| ") and not line.startswith("| article")
]
REQUIREMENTS = ROOT.parent / "shared" / "requirements.md"
ARTICLE = re.compile(r"\b(?:[LDR]\d{3,4}(?:-\d+)*|226-13|20\d\d-\d{3,4})\b")


def articles_of(text: str) -> set[str]:
    """Return the articles that a text names."""
    return set(ARTICLE.findall(text))


@pytest.mark.skipif(not REQUIREMENTS.exists(), reason="the requirements are not beside the project")
def test_each_article_has_its_line():
    asked = articles_of(REQUIREMENTS.read_text(encoding="utf-8"))
    assert len(asked) > 20
    assert sorted(asked - articles_of("\n".join(LINES))) == []


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.split("|")[1].strip())
def test_a_line_has_a_test_that_exists_or_says_why_not(line):
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    assert len(cells) == 4
    tests = re.findall(r"`(tests/[\w/]+\.py)`", cells[3])
    assert [one for one in tests if not (ROOT / one).exists()] == []
    assert tests or re.search(r"not yet|said in the guide", cells[2])
