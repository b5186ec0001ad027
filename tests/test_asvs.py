"""docs/asvs.md names every requirement of levels 1 and 2 once, and what it says held is there."""

import re

from django.conf import settings

ROOT = settings.BASE_DIR
# OWASP ASVS 5.0.0: by section, the numbers of levels 1 and 2.
NUMBERS = """
    1.1: 1-2; 1.2: 1-9; 1.3: 1-11; 1.4: 1-3; 1.5: 1-2
    2.1: 1-3; 2.2: 1-3; 2.3: 1-4; 2.4: 1
    3.2: 1-2; 3.3: 1-4; 3.4: 1-6; 3.5: 1-5; 3.7: 1-2
    4.1: 1-3; 4.2: 1; 4.3: 1-2; 4.4: 1-4
    5.1: 1; 5.2: 1-3; 5.3: 1-2; 5.4: 1-3
    6.1: 1-3; 6.2: 1-12; 6.3: 1-4; 6.4: 1-4; 6.5: 1-5; 6.6: 1-3; 6.8: 1-4
    7.1: 1-3; 7.2: 1-4; 7.3: 1-2; 7.4: 1-5; 7.5: 1-2; 7.6: 1-2
    8.1: 1-2; 8.2: 1-3; 8.3: 1; 8.4: 1
    9.1: 1-3; 9.2: 1-4
    10.1: 1-2; 10.2: 1-2; 10.3: 1-4; 10.4: 1-11; 10.5: 1-5; 10.6: 1-2; 10.7: 1-3
    11.1: 1-2; 11.2: 1-3; 11.3: 1-3; 11.4: 1-4; 11.5: 1; 11.6: 1
    12.1: 1-3; 12.2: 1-2; 12.3: 1-4
    13.1: 1; 13.2: 1-5; 13.3: 1-2; 13.4: 1-5
    14.1: 1-2; 14.2: 1-4; 14.3: 1-3
    15.1: 1-3; 15.2: 1-3; 15.3: 1-7
    16.1: 1; 16.2: 1-5; 16.3: 1-4; 16.4: 1-3; 16.5: 1-3
    17.1: 1; 17.2: 1-4; 17.3: 1-2
"""
STATES = ("held", "not applicable", "not yet", "refused")
LINE = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]*) \|$", re.MULTILINE)
PATHS = re.compile(r"`([^`]+)`")


def numbers() -> list[str]:
    """Return every number of levels 1 and 2."""
    found = []
    for section, span in re.findall(r"(\d+\.\d+): ([\d-]+)", NUMBERS):
        first, _, last = span.partition("-")
        found += [f"{section}.{one}" for one in range(int(first), int(last or first) + 1)]
    return found


def lines() -> list[tuple[str, str, str, str]]:
    """Return (number, state, in our words, where) of each line."""
    return LINE.findall((ROOT / "docs" / "asvs.md").read_text())


def test_every_number_is_there_once_and_in_order():
    assert len(numbers()) == 253
    assert [number for number, *_ in lines()] == numbers()


def test_each_says_in_our_words_why_and_where():
    for number, state, words, where in lines():
        assert state in STATES, number
        assert len(words.split()) >= 2, number
        assert state != "held" or PATHS.findall(where), number


def test_what_is_held_is_held_by_something_that_is_there():
    lacking = [
        (number, path)
        for number, state, _, where in lines()
        if state == "held"
        for path in PATHS.findall(where)
        if not (ROOT / path).is_file()
    ]
    assert lacking == []


def test_what_is_counted_at_the_head_is_what_is_below():
    told = (ROOT / "docs" / "asvs.md").read_text()
    states = [state for _, state, *_ in lines()]
    for state in STATES:
        assert f"{states.count(state)} {state}" in told
