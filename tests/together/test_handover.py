"""The handover: what was signed, gathered, shortened to a sheet; nothing of the rest."""

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from dossier.establishment.actions import told_until
from dossier.establishment.models import Worker
from dossier.journal.models import Entry
from dossier.notebooks import actions, bulk
from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.models import READ
from dossier.projects.actions import open_project
from dossier.together.handover import (
    LETTERS,
    SHEET,
    TITLE,
    head,
    letters,
    lines_of,
    nights,
    read,
    shares,
    shortened,
)
from dossier.web.handover.forms import moment
from tests.conftest import log_in, make_notebook, make_writing
from tests.web.reading import form_to

PARIS = ZoneInfo("Europe/Paris")
PAGE = "/transmission/"


def at(text: str) -> datetime:
    """Return a local moment."""
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


@pytest.mark.parametrize(
    ("lengths", "budget", "kept"),
    [
        ([], 10, []),
        ([3, 4], 10, [3, 4]),
        ([3, 4], 7, [3, 4]),
        ([10], 4, [4]),
        ([10, 2], 8, [6, 2]),
        ([2, 10], 8, [2, 6]),
        ([10, 10], 8, [4, 4]),
        ([10, 10], 9, [5, 4]),
        ([50, 3, 20, 4], 30, [12, 3, 11, 4]),
        ([5, 5, 5], 15, [5, 5, 5]),
        ([5, 6, 5], 15, [5, 5, 5]),
        ([1, 1, 1], 0, [0, 0, 0]),
        ([4], -3, [0]),
    ],
)
def test_the_longest_give_first_and_evenly(lengths, budget, kept):
    assert shares(lengths, budget) == kept


@given(st.lists(st.integers(0, 400), max_size=40), st.integers(-10, 4000))
def test_shares_fill_the_sheet_and_no_more(lengths, budget):
    kept = shares(lengths, budget)
    assert sum(kept) == min(sum(lengths), max(budget, 0))
    cut = {share for share, length in zip(kept, lengths, strict=True) if share < length}
    assert not cut or max(cut) - min(cut) <= 1
    assert all(share <= max(cut, default=share) + 1 for share in kept) or not cut


@given(st.text(max_size=600), st.integers(1, 6), st.integers(0, 60))
def test_what_is_shortened_fits_its_lines(text, lines, before):
    told = shortened(text, lines, before)
    assert letters(told) <= max(lines * LETTERS - before, 12)


def test_what_is_shortened_ends_on_a_word():
    text = "Elle a préparé le repas avec nous, puis elle est montée sans un mot. " * 3
    told = shortened(text, 2, 30)
    assert told.endswith(" …")
    assert text.startswith(told.removesuffix(" …") + " ")
    assert shortened("# Calme", 2, 30) == "Calme"


@pytest.mark.parametrize(
    ("now", "since", "until"),
    [
        ("2026-11-25T22:15", "2026-11-25T21:00", None),
        ("2026-11-25T02:15", "2026-11-24T21:00", None),
        ("2026-11-25T07:59", "2026-11-24T21:00", None),
        ("2026-11-25T14:00", "2026-11-24T21:00", "2026-11-25T08:00"),
        ("2027-01-01T09:00", "2026-12-31T21:00", "2027-01-01T08:00"),
        ("2026-10-25T09:00", "2026-10-24T21:00", "2026-10-25T08:00"),
        ("2028-03-01T09:00", "2028-02-29T21:00", "2028-03-01T08:00"),
    ],
)
def test_a_night_is_the_last_one(now, since, until):
    assert nights(at(now))["cette nuit"] == (at(since), at(until) if until else None)


def test_the_night_when_the_hour_changes_lasts_as_long_as_it_did():
    longer, shorter = (
        nights(at(f"{day}T09:00"))["cette nuit"] for day in ("2026-10-25", "2027-03-28")
    )
    lasted = [until.astimezone(UTC) - since.astimezone(UTC) for since, until in (longer, shorter)]
    assert lasted == [timedelta(hours=12), timedelta(hours=10)]


def test_monday_is_this_week_s():
    assert nights(at("2026-11-29T10:00"))["depuis lundi"][0] == at("2026-11-23T00:00")
    assert nights(at("2026-11-23T10:00"))["depuis lundi"][0] == at("2026-11-23T00:00")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2026-11-24T21:00", "2026-11-24T21:00"),
        ("2026-11-24 21:00:30", "2026-11-24T21:00"),
        ("24/11/2026 21:00", "2026-11-24T21:00"),
        ("24/11/2026 à 21 h 15", "2026-11-24T21:15"),
        ("24/11 21h", "2026-11-24T21:00"),
        ("24/11/26", "2026-11-24T00:00"),
        ("hier 18h30", "2026-11-24T18:30"),
        ("Hier, 18 h", "2026-11-24T18:00"),
        ("avant-hier", "2026-11-23T00:00"),
        ("21h", "2026-11-25T21:00"),
        ("lundi", "2026-11-23T00:00"),
        ("mercredi 8:00", "2026-11-25T08:00"),
        ("2026-10-25T02:30", "2026-10-25T02:30"),
        ("2027-03-28T02:30", "2027-03-28T02:30"),
        ("29/02/2028 7h", "2028-02-29T07:00"),
        ("29/02/2026", None),
        ("0001-01-01T00:00", None),
        ("9999-12-31T23:59", None),
        ("25:00", None),
        ("bonjour", None),
        ("²", None),
        ("\x00", None),
        ("9" * 400, None),
        ("h" * 4000, None),
        ("à " * 4000 + "12h", None),
    ],
)
def test_a_moment_is_read_as_it_is_typed(typed, expected):
    found = moment(typed, now=at("2026-11-25T22:00"))
    assert found == (at(expected) if expected else None)


def told(groups) -> list[tuple[str, list]]:
    """Return what a handover tells, by notebook, answers inside."""

    def one(row):
        return (
            (row.line.text, [one(answer) for answer in row.answers])
            if row.answers
            else row.line.text
        )

    return [(group.name, [one(row) for row in group.told]) for group in groups]


NOW = at("2026-11-25T22:00")


def test_it_gathers_by_person_then_collective_project_cause_and_heaps_last(cast):
    project = open_project(by=cast.samira, title="À la mer", teams=[cast.foyer]).notebook
    cause = actions.open_notebook(by=cast.samira, kind="cause", title="Loyers", teams=[cast.foyer])
    zoe = make_notebook(cast.samira, "Zoé", cast.foyer)
    heap = bricabrac(by=cast.samira, team=cast.foyer)
    for number, place in enumerate([heap, cause, project, cast.etage, zoe, cast.amina]):
        make_writing(cast.karim, place, f"Mot {number}", at=NOW - timedelta(minutes=number))
    found = read(by=cast.samira, since=NOW - timedelta(days=1))
    assert [group.name for group in found.groups] == [
        "Amina", "Zoé", "Le premier étage", "À la mer", "Loyers", "Bric-à-brac, Foyer",
    ]  # fmt: skip


def test_answers_stand_under_what_they_answer_and_time_goes_forward(cast):
    first = make_writing(cast.samira, cast.amina, "Le carnet ?", at=NOW - timedelta(hours=3))
    make_writing(cast.samira, cast.amina, "Calme.", at=NOW - timedelta(hours=2))
    answer = make_writing(
        cast.karim, cast.amina, "Ici.", at=NOW - timedelta(hours=1), answers=first
    )
    make_writing(cast.samira, cast.amina, "Merci.", at=NOW, answers=answer)
    found = read(by=cast.samira, since=NOW - timedelta(days=1))
    assert told(found.groups) == [("Amina", [("Le carnet ?", ["Ici.", "Merci."]), "Calme."])]
    found = read(by=cast.samira, since=NOW - timedelta(hours=1))
    assert told(found.groups) == [("Amina", [("Ici.", ["Merci."])])]


def test_it_is_news_by_when_it_was_signed_and_told_with_when_it_happened(cast):
    more = {"at": NOW, "occurred_on": date(2026, 11, 2)}
    make_writing(cast.samira, cast.amina, "Noté tard.", **more)
    make_writing(cast.samira, cast.amina, "Avant.", at=NOW - timedelta(days=3))
    found = read(by=cast.samira, since=NOW - timedelta(hours=1))
    assert told(found.groups) == [("Amina", ["Noté tard."])]
    page = log_in(cast.samira).get(PAGE, {"depuis": f"{NOW:%Y-%m-%dT%H:%M}"}).content.decode()
    assert "Noté tard." in page
    assert "2 novembre" in page


def test_a_period_begins_with_its_first_minute_and_ends_before_its_last(cast):
    for minutes in (0, 10, 20):
        make_writing(cast.samira, cast.amina, f"{minutes}", at=NOW + timedelta(minutes=minutes))
    found = read(by=cast.samira, since=NOW, until=NOW + timedelta(minutes=20))
    assert told(found.groups) == [("Amina", ["0", "10"])]


def fill(cast, count: int, text: str = "Un mot de plus, et rien d’autre ce soir. ") -> None:
    """Sign many writings, a minute apart, the last one at NOW."""
    places = [cast.amina.pk, cast.etage.pk]
    bulk.write_many(
        bulk.Signed(
            places[n % 2],
            cast.karim,
            actions.Content(text=f"N°{n}. {text * (n % 5)}"),
            NOW - timedelta(minutes=count - n),
        )
        for n in range(count)
    )


def test_what_does_not_fit_is_one_step_back_and_nothing_is_lost_between(cast):
    fill(cast, 500)
    seen, until = [], None
    for _ in range(20):
        found = read(by=cast.samira, since=NOW - timedelta(days=9), until=until)
        rows = [row.line.text.split(".")[0] for group in found.groups for row in group.told]
        seen += rows
        if not (until := found.before):
            break
    assert sorted(seen) == sorted(f"N°{n}" for n in range(500))


def test_a_sheet_holds_what_it_says(cast):
    fill(cast, 150, "Encore un mot. " * 9)
    found = read(by=cast.samira, since=NOW - timedelta(days=9))
    rows = [row for group in found.groups for row in group.told]
    taken = sum(
        lines_of(row.line.text if row.text is None else row.text, head(row.line)) for row in rows
    )
    assert taken + TITLE * len(found.groups) <= SHEET
    assert (found.is_shortened, found.is_dense, found.before is not None) == (True, True, True)


def test_one_very_long_writing_leaves_room_for_the_others(cast):
    make_writing(cast.samira, cast.amina, "mot " * 12_500, at=NOW)
    make_writing(cast.samira, cast.etage, "Une phrase entière qui reste.", at=NOW)
    found = read(by=cast.samira, since=NOW - timedelta(days=1))
    (amina,), (etage,) = (group.told for group in found.groups)
    assert etage.text is None
    assert 5_000 < len(amina.text) < 12_000
    assert amina.text.endswith("mot …")


# What one may not read.


@pytest.mark.parametrize("who", ["samira", "bruno", "maud", "yann", "helene"])
def test_each_is_told_what_they_read_and_nothing_of_the_rest(cast, who):
    for keeper, place, text in (
        (cast.samira, cast.amina, "Au jardin avec @Didier"),
        (cast.samira, cast.etage, "Au salon"),
        (cast.maud, cast.didier, "À la banque"),
    ):
        make_writing(keeper, place, text)
    worker = getattr(cast, who)
    read_by = {
        "samira": {"Au jardin", "Au salon"}, "bruno": {"Au jardin", "Au salon"},
        "maud": {"À la banque"}, "yann": set(), "helene": {"Au jardin", "Au salon", "À la banque"},
    }[who]  # fmt: skip
    client = log_in(worker)
    everything = [("cahier", str(one.pk)) for one in (cast.amina, cast.etage, cast.didier)]
    query = "&".join(f"{name}={value}" for name, value in everything)
    for address in (PAGE, f"{PAGE}?{query}", f"{PAGE}?depuis=lundi&{query}"):
        page = client.get(address).content.decode()
        for text in ("Au jardin", "Au salon", "À la banque"):
            assert (text in page) == (text in read_by), (address, text)
        if "À la banque" not in read_by:
            assert ">Didier" not in page
        if "Au salon" not in read_by:
            assert "Le premier étage" not in page


def test_a_notebook_one_may_not_read_answers_as_one_that_is_not_there(cast):
    make_writing(cast.maud, cast.didier, "À la banque")
    client = log_in(cast.samira)
    pages = [
        client.get(PAGE, {"cahier": pk}).content.decode().replace(str(pk), "N")
        for pk in (cast.didier.pk, 987_654)
    ]
    assert [page.count("Rien n’a été signé là") for page in pages] == [1, 1]


def test_an_answer_one_may_read_without_its_question_names_it_only_where_both_are(cast):
    first = make_writing(cast.samira, cast.amina, "Le carnet ?", at=NOW - timedelta(days=2))
    make_writing(cast.karim, cast.amina, "Ici.", at=NOW, answers=first)
    page = log_in(cast.bruno).get(PAGE, {"depuis": f"{NOW:%Y-%m-%d}"}).content.decode()
    assert "en réponse à Samira" in page


def test_who_reads_may_not_answer_and_who_writes_may(cast):
    writing = make_writing(cast.samira, cast.amina, "Au jardin")
    answer = f"?repond={writing.pk}"
    found = [answer in log_in(who).get(PAGE).content.decode() for who in (cast.karim, cast.bruno)]
    assert found == [True, False]


def test_it_leaves_a_line_for_what_it_shows_alone(cast):
    make_writing(cast.samira, cast.amina, "Au jardin")
    make_writing(cast.maud, cast.didier, "À la banque")
    Entry.objects.all().delete()
    client = log_in(cast.karim)
    client.get(PAGE)
    client.get(PAGE)
    assert [(e.act, e.notebook) for e in Entry.objects.all()] == [(Entry.Act.OPENED, cast.amina)]


def test_the_bookmark_is_placed_from_what_is_new_and_not_from_a_period(cast):
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.noor, level=READ)
    client, place = log_in(cast.noor), reverse("bookmark-place")
    pages = [client.get(PAGE, asked).content.decode() for asked in ({}, {"depuis": "lundi"})]
    assert [place in page for page in pages] == [True, False]


def mark(client, page) -> str:
    """Press « J’ai tout lu » of a page; return what is said."""
    form = form_to(page, "bookmark-place")
    answer = client.post(reverse("bookmark-place"), form.fields)
    assert answer.url == reverse("handover")
    return client.get(answer.url).content.decode()


def test_the_bookmark_is_placed_where_the_page_that_was_read_ended(cast):
    cast.samira.bookmark_at = timezone.now() - timedelta(days=1)
    cast.samira.save()
    client = log_in(cast.samira)
    page = client.get(PAGE)
    make_writing(cast.karim, cast.amina, "Signé pendant qu’elle lisait.")
    page = mark(client, page)
    assert "Le marque-page est posé." in page
    assert "Signé pendant qu’elle lisait." in page


@pytest.mark.parametrize("at", ["", "demain", "-3", "99999999999", "99999999999999999", "²", None])
def test_a_moment_that_was_not_shown_moves_no_bookmark(cast, at):
    before = timezone.now().replace(microsecond=0) - timedelta(days=1)
    cast.samira.bookmark_at = before
    cast.samira.save()
    client = log_in(cast.samira)
    client.post(reverse("bookmark-place"), {} if at is None else {"at": at})
    assert "est resté où il était" in client.get(PAGE).content.decode()
    client.post(reverse("bookmark-place"), {"at": "1000"})  # never back
    assert Worker.objects.get(pk=cast.samira.pk).bookmark_at == before


def test_what_comes_before_is_read_before_all_is_said_to_be(cast):
    now = timezone.now().replace(second=0, microsecond=0)
    cast.samira.bookmark_at = now - timedelta(days=2)
    cast.samira.save()
    for number in range(200):
        make_writing(
            cast.karim, cast.amina, f"Mot {number}.", at=now - timedelta(minutes=number + 3)
        )
    client, place, read = log_in(cast.samira), reverse("bookmark-place"), []
    address, first = PAGE, int(told_until().timestamp())
    while address:
        page = client.get(address)
        text = page.content.decode()
        read += re.findall(r"Mot \d+[.]", text)
        is_last = not page.context["earlier"]
        assert (place in text) == is_last
        assert ("Lire d’abord ce qui vient avant" in text) != is_last
        address = "" if is_last else PAGE + page.context["earlier"]
    assert len(set(read)) == 200
    mark(client, page)
    placed = Worker.objects.get(pk=cast.samira.pk).bookmark_at
    assert first <= int(placed.timestamp()) <= first + 120
    later = f"{timezone.localtime() + timedelta(hours=1):%Y-%m-%dT%H:%M}"
    for asked in ({"jusque": later}, {"depuis": later, "lu": str(first)}, {"cahier": "1"}):
        assert place not in client.get(PAGE, asked).content.decode()


@pytest.mark.parametrize("is_kept", [False, True])
@pytest.mark.parametrize("period", ["", "depuis=2026-01-02T08%3A00&cahier=3"])
def test_one_comes_back_to_the_handover_after_writing(cast, period, is_kept):
    other = make_writing(cast.karim, cast.amina, "Au jardin")
    client = log_in(cast.samira)
    page = client.get(f"{PAGE}?{period}")
    form = form_to(page, "writing-place")
    form.fields |= {"text": "Vu.", "notebook": "" if is_kept else str(cast.amina.pk)}
    answer = client.post(form.action, form.fields)
    if is_kept:
        form = form_to(client.get(answer.url), "writing-place")
        answer = client.post(form.action, form.fields | {"notebook": str(cast.amina.pk)})
    assert answer.url == PAGE + (f"?{period}" if period else "")
    page = client.get(reverse("handover"), {"depuis": "2020-01-01"}).content.decode()
    link = unescape(re.search(rf'href="([^"]*repond={other.pk}[^"]*)#', page)[1])
    form = form_to(client.get(link), "writing-create")
    refused = client.post(form.action, form.fields | {"text": "Oui.", "occurred_on": "jamais"})
    form = form_to(refused, "writing-create")
    answer = client.post(form.action, form.fields | {"text": "Oui.", "occurred_on": ""})
    assert answer.url == f"{PAGE}?depuis=2020-01-01"


@pytest.mark.parametrize(
    "came", ["https://ailleurs.example", "//ailleurs.example", "/deconnexion/", "x"]
)
def test_nobody_is_led_elsewhere(cast, came):
    client, place = log_in(cast.samira), reverse("writing-create", args=[cast.amina.pk])
    answer = client.post(place, {"text": "Vu.", "came": came})
    assert answer.url.startswith(reverse("notebook-detail", args=[cast.amina.pk]))
    answer = client.post(place, {"text": "Vu là.", "came": f"?next={came}&cahier={came}"})
    assert answer.url.startswith(f"{PAGE}?cahier=")


def test_a_reversed_period_is_put_in_order(cast):
    make_writing(cast.karim, cast.amina, "Au jardin", at=at("2026-03-02T10:00"))
    asked = {"depuis": "2026-03-03", "jusque": "2026-03-02"}
    assert "Au jardin" in log_in(cast.samira).get(PAGE, asked).content.decode()


def test_a_moment_that_is_not_understood_is_said_and_stays(cast):
    page = log_in(cast.samira).get(PAGE, {"depuis": "hier", "jusque": "<b>bientôt"})
    page = unescape(page.content.decode())
    assert "On n’a pas compris ce moment : « <b>bientôt »." in page
    assert 'type="text" name="jusque" value="<b>bientôt"' in page
    assert reverse("bookmark-place") not in page


@pytest.mark.parametrize("value", ["bonjour", "0001-01-01T00:00", "9999-12-31T23:59", "\x00", "²"])
@pytest.mark.parametrize("name", ["depuis", "jusque", "cahier"])
def test_what_cannot_be_read_of_an_address_is_as_if_not_given(cast, name, value):
    assert log_in(cast.samira).get(PAGE, {name: value}).status_code == 200


def test_it_costs_the_same_with_1_and_300(cast, django_assert_num_queries):
    client = log_in(cast.samira)
    make_writing(cast.samira, cast.amina, "Un mot.")
    client.get(PAGE)
    with django_assert_num_queries(14):
        client.get(PAGE)
    now = timezone.now().replace(second=0, microsecond=0)
    places = [make_notebook(cast.samira, f"Habitante {n}", cast.foyer) for n in range(30)]
    bulk.write_many(
        bulk.Signed(places[n % 30].pk, cast.karim, actions.Content(text=f"Mot {n}."), now)
        for n in range(300)
    )
    client.get(PAGE)
    with django_assert_num_queries(14):
        client.get(PAGE)
