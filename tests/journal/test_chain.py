"""The chain of the journal: whatever is touched is seen, no later than where it was touched; what
the house does itself stands.
"""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, assume, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from dossier.journal import chain, cutting, prints, verifying
from dossier.journal.models import Entry, Mark, Seal
from dossier.journal.verifying import Anchor, Bad, Whole
from tests.conftest import make_writing

NINE = datetime(2026, 3, 24, 9, 0, tzinfo=UTC)
OFTEN = tried(
    deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch):
    monkeypatch.setattr(verifying, "PATIENCE", 0)


@pytest.fixture
def house(cast):
    """Return the cast, and two writings of Amina's notebook, with an empty journal."""
    cast.writings = [make_writing(cast.samira, cast.amina, f"Mot {one}.") for one in range(2)]
    Entry.objects.all().delete()
    return cast


def leave(house, number: int, at: datetime = NINE) -> list[int]:
    """Leave `number` lines, a minute apart, in three notebooks; return their numbers."""
    who, where = [house.samira, house.bruno], [house.amina, house.etage, house.didier]
    about = [None, *house.writings]
    return [
        Entry.objects.create(
            at=at + timedelta(minutes=one),
            worker=who[one % 2],
            notebook=where[one % 3],
            act=["opened", "wrote", "printed", "corrected"][one % 4],
            writing=about[one // 2 % 3],
        ).pk
        for one in range(number)
    ]


def sealed(house, number: int) -> list[int]:
    """Leave lines, and seal them."""
    pks = leave(house, number)
    chain.seal(pks)
    return pks


class Undone(Exception):
    """Ends an example, whose rows go."""


def told_by(act) -> Whole | Bad:
    """Do an act, verify, and take all of it back."""
    found = []
    try:
        with transaction.atomic():
            act()
            found.append(verifying.verify())
            raise Undone
    except Undone:
        return found[0]


# What the house does.


def test_lines_that_nobody_touched_verify(house):
    sealed(house, 12)
    found = verifying.verify()
    assert isinstance(found, Whole)
    assert (found.first.place, found.last.place, found.waiting) == (0, 12, 0)
    assert found.last.at == NINE + timedelta(minutes=11)


def test_a_print_says_nothing_without_the_key():
    line = (1, NINE, 2, 3, "opened", None)
    assert prints.core(b"a", line) != prints.core(b"b", line)
    assert len(prints.core(b"a", line)) == 32
    assert prints.writing(b"a", line) != prints.writing(b"a", (*line[:5], 7))
    assert prints.core(b"a", line) == prints.core(b"a", (1, "2026-03-24 09:00:00", *line[2:]))


def test_a_line_waits_for_its_seal(house):
    sealed(house, 3)
    leave(house, 2, NINE + timedelta(hours=2))
    assert verifying.verify().waiting == 2
    assert chain.seal() == 2
    assert verifying.verify().last.place == 5


def test_at_most_some_hundreds_are_sealed_at_once(house, monkeypatch):
    monkeypatch.setattr(chain, "AT_ONCE", 5)
    pks = leave(house, 12)
    assert [chain.seal(pks[-1:]) for _ in range(4)] == [5, 5, 2, 0]
    assert isinstance(verifying.verify(), Whole)


def test_an_old_instance_is_sealed_by_the_command(house, monkeypatch):
    monkeypatch.setattr(chain, "AT_ONCE", 5)
    leave(house, 12)
    leave(house, 3, NINE - timedelta(days=400))  # what came in from elsewhere, long ago
    assert chain.seal_all() == (15, 3)
    assert chain.seal_all() == (0, 0)
    assert isinstance(verifying.verify(), Whole)


def test_a_line_committed_late_is_sealed(house):
    first, second = leave(house, 2)
    chain.seal([second])
    assert [one.entry for one in Seal.objects.order_by("place")] == [first, second]


@OFTEN
@given(st.data())
def test_what_the_house_takes_off_leaves_a_chain_that_verifies(house, data):
    def live():
        at = NINE
        for _ in range(data.draw(st.integers(1, 5))):
            pks = leave(house, data.draw(st.integers(0, 9)), at)
            at += timedelta(hours=1)
            chain.seal(pks)
            act = data.draw(st.sampled_from(["write", "destroy", "loosen", "cut"]))
            if act == "destroy":
                gone(data.draw(st.sampled_from([house.amina, house.etage, house.didier])))
            elif act == "loosen":
                loosened(data.draw(st.sampled_from(house.writings)))
            elif act == "cut":
                cutting.cut(
                    at - timedelta(minutes=data.draw(st.integers(0, 300))),
                    at_once=data.draw(st.sampled_from([1, 3, 500])),
                )
            assert isinstance(verifying.verify(), Whole)

    assert isinstance(told_by(live), Whole)


def gone(notebook) -> None:
    """Take off the lines of a notebook, as destroying does."""
    pks = set(Entry.objects.filter(notebook=notebook).values_list("pk", flat=True))
    cutting.take_off(pks, set())
    Entry.objects.filter(pk__in=pks).delete()


def loosened(writing) -> None:
    """Take a writing off the lines that name it, as destroying does."""
    cutting.take_off(set(), {writing.pk})
    Entry.objects.filter(writing=writing).update(writing=None)


def test_what_is_left_of_a_line_taken_off_says_nothing(house):
    sealed(house, 4)
    gone(house.amina)
    left = Seal.objects.exclude(gone="").get(place=1)
    assert (left.core, left.writing, left.loosened) == ("", "", "")


def test_a_cut_takes_the_lines_whose_time_is_past_and_no_other(house, monkeypatch):
    sealed(house, 12)
    until = NINE + timedelta(minutes=7)
    monkeypatch.setattr(cutting, "AT_ONCE", 4)
    assert cutting.would_cut(until) == cutting.Cut(7, NINE + timedelta(minutes=6))
    assert Entry.objects.count() == Seal.objects.count() == 12
    assert cutting.cut(until, at_once=4).lines == 4
    assert [cutting.cut(until, at_once=4).lines for _ in range(2)] == [3, 0]
    assert Entry.objects.count() == Seal.objects.count() == 5
    assert isinstance(verifying.verify(), Whole)
    assert cutting.cut(NINE + timedelta(days=1)).lines == 5
    assert verifying.verify().first.place == 12
    sealed(house, 2)
    assert verifying.verify().last.place == 14


def test_a_young_line_keeps_the_old_ones_that_came_in_after_it(house):
    chain.seal(leave(house, 2))
    chain.seal(leave(house, 2, NINE - timedelta(days=4000)))
    assert cutting.cut(NINE - timedelta(days=365)).lines == 0
    assert cutting.cut(NINE + timedelta(hours=1)).lines == 4


def test_a_clock_that_was_wrong_keeps_nothing_for_ever(house):
    chain.seal(leave(house, 1))
    chain.seal(leave(house, 1, datetime(2999, 1, 1, tzinfo=UTC)))
    chain.seal(leave(house, 1))
    assert cutting.cut(NINE + timedelta(hours=1)).lines == 3


def test_a_cut_stops_at_what_was_touched(house):
    pks = sealed(house, 6)
    Entry.objects.filter(pk=pks[3]).update(worker=house.maud)
    told = cutting.cut(NINE + timedelta(days=1))
    assert (told.lines, told.bad.place, told.bad.what) == (3, 4, "changed")
    assert verifying.verify() == told.bad


# What somebody does who has the database and no key.

TABLES = {
    "dossier_entry": ("id", "at", "worker_id", "notebook_id", "act", "writing_id"),
    "dossier_seal": ("place", "entry", "core", "writing", "seal", "gone", "loosened"),
    "dossier_mark": ("id", "end", "place", "seal", "proof", "at"),
}
PLACES = st.integers(1, 14)


def lived(house) -> list[int]:
    """Leave a chain with all there may be in one; return the numbers of the lines, by place."""
    chain.seal(leave(house, 4, NINE - timedelta(hours=5)))
    assert cutting.cut(NINE - timedelta(hours=4)).lines == 4
    pks = sealed(house, 14)
    gone(house.didier)
    loosened(house.writings[0])
    return pks


def test_all_that_is_in_a_chain_is_in_the_one_that_is_touched(house):
    lived(house)
    assert verifying.verify() == Whole(*chain.ends(), 0)
    assert Seal.objects.exclude(gone="").count() == 4
    assert Seal.objects.exclude(loosened="").count() == 2
    assert chain.ends()[0].place == 4


def run(sql: str, *told) -> int:
    """Write in the database by hand; return how many rows it changed."""
    with connection.cursor() as cursor:
        cursor.execute(sql, told)
        return cursor.rowcount


def other(data, value):
    """Return what a flipped byte may make of a value."""
    if isinstance(value, datetime):
        return value + timedelta(seconds=2 ** data.draw(st.integers(0, 20)))
    if isinstance(value, int):
        return value ^ (1 << data.draw(st.integers(0, 12)))
    if value is None:
        return data.draw(st.integers(1, 9))
    if not value:
        return data.draw(st.sampled_from(["0", "f" * 32]))
    place = data.draw(st.integers(0, len(value) - 1))
    sign = data.draw(st.sampled_from("0123456789abcdef TZ:-.é"))
    assume(sign != value[place])
    return value[:place] + sign + value[place + 1 :]


def flip(data, table: str, place: int) -> None:
    """Change one byte of one column of the line or the seal of a place, or of a mark."""
    column = data.draw(st.sampled_from(TABLES[table]))
    own = {"dossier_entry": "id", "dossier_seal": "place", "dossier_mark": "id"}[table]
    number = place
    if table == "dossier_entry":
        number = Seal.objects.get(place=place).entry
    elif table == "dossier_mark":
        number = 1 + place % 2
    with connection.cursor() as cursor:
        read = chain.raw("at") if column == "at" else f'"{column}"'
        cursor.execute(f"SELECT {read} FROM {table} WHERE {own} = %s", [number])  # noqa: S608
        row = cursor.fetchone()
    assume(row)
    try:
        with transaction.atomic():
            new = other(data, row[0])
            assume(new != row[0])
            run(f'UPDATE {table} SET "{column}" = %s WHERE {own} = %s', new, number)  # noqa: S608
    except IntegrityError:
        assume(False)


def insert(data, place: int) -> None:
    """Add a line of a day already sealed, with a number of its own, or with one that was taken."""
    free = data.draw(st.sampled_from([1, None]))
    held = Seal.objects.get(place=place).entry
    taken = Entry.objects.filter(pk=held).exists()
    extra = {"pk": held} if free and not taken else {}
    old = Entry.objects.filter(pk__gt=held).first() or Entry.objects.last()
    Entry.objects.create(
        at=NINE - timedelta(days=1), worker_id=old.worker_id, notebook_id=old.notebook_id,
        act="opened", **extra,
    )  # fmt: skip


def delete_line(data, place: int) -> None:
    """Take a line off."""
    assume(run("DELETE FROM dossier_entry WHERE id = %s", Seal.objects.get(place=place).entry))


def delete_both(data, place: int) -> None:
    """Take a line off, with its seal; and close the gap, or not."""
    held = Seal.objects.get(place=place)
    run("DELETE FROM dossier_entry WHERE id = %s", held.entry)
    run("DELETE FROM dossier_seal WHERE place = %s", place)
    if data.draw(st.booleans()):
        for after in range(place + 1, 19):
            run("UPDATE dossier_seal SET place = %s WHERE place = %s", after - 1, after)


def swap(data, place: int) -> None:
    """Exchange what two places hold: all of it, or a column."""
    with_ = data.draw(st.integers(5, 18))
    assume(with_ != place)
    one, two = Seal.objects.get(place=place), Seal.objects.get(place=with_)
    names = data.draw(
        st.sampled_from([["entry"], ["core"], ["writing"], ["seal"], ["gone"], ["loosened"],
                         ["entry", "core", "writing", "seal", "gone", "loosened"]])
    )  # fmt: skip
    assume(any(getattr(one, name) != getattr(two, name) for name in names))
    run("UPDATE dossier_seal SET entry = -entry WHERE place = %s", with_)
    for name in names:
        mine, theirs = getattr(one, name), getattr(two, name)
        setattr(one, name, theirs)
        setattr(two, name, mine)
    one.save()
    two.save()


def swap_lines(data, place: int) -> None:
    """Exchange what two lines say, or their numbers."""
    with_ = data.draw(st.integers(5, 18))
    numbers = [Seal.objects.get(place=one).entry for one in (place, with_)]
    one, two = (Entry.objects.filter(pk=pk).first() for pk in numbers)
    assume(one and two and one != two)
    said = ("at", "worker_id", "notebook_id", "act", "writing_id")
    first, second = ([getattr(line, name) for name in said] for line in (one, two))
    Entry.objects.filter(pk=one.pk).update(**dict(zip(said, second, strict=True)))
    Entry.objects.filter(pk=two.pk).update(**dict(zip(said, first, strict=True)))


def null(data, place: int) -> None:
    """Take the writing off a line that names one."""
    held = Seal.objects.get(place=place).entry
    assume(Entry.objects.filter(pk=held, writing__isnull=False).update(writing=None))
    if data.draw(st.booleans()):
        Seal.objects.filter(place=place).update(loosened="0" * 32)


def cut_tail(data, place: int) -> None:
    """Take off the end, and say that it ends before."""
    after = Seal.objects.filter(place__gte=place).order_by("place")
    pks = list(after.values_list("entry", flat=True))
    assume(Entry.objects.filter(pk=pks[0]).exists())
    Entry.objects.filter(pk__in=pks).delete()
    if data.draw(st.booleans()):
        former = Seal.objects.filter(place=place - 1).first()
        Seal.objects.filter(place__gte=place).delete()
        if former and data.draw(st.booleans()):
            Mark.objects.filter(end="last").update(place=former.place, seal=former.seal)


def cut_head(data, place: int) -> None:
    """Take off the beginning, and say that it begins after."""
    held = Seal.objects.get(place=place)
    pks = list(Seal.objects.filter(place__lte=place).values_list("entry", flat=True))
    Entry.objects.filter(pk__in=pks).delete()
    Seal.objects.filter(place__lte=place).delete()
    if data.draw(st.booleans()):
        Mark.objects.filter(end="first").update(place=place, seal=held.seal)


def forge_gone(data, place: int) -> None:
    """Take a line off, and leave a proof made without the key, or that of another place."""
    told = Seal.objects.exclude(gone="").exclude(place=place).first().gone
    proof = data.draw(st.sampled_from(["0" * 32, told]))
    entry = Seal.objects.get(place=place).entry
    assume(Entry.objects.filter(pk=entry).delete()[0])
    Seal.objects.filter(place=place).update(gone=proof, core="", writing="", loosened="")


HARMS = {
    "flip a line": lambda data, place: flip(data, "dossier_entry", place),
    "flip a seal": lambda data, place: flip(data, "dossier_seal", place),
    "flip a mark": lambda data, place: flip(data, "dossier_mark", place),
    "insert": insert,
    "delete": delete_line,
    "delete both": delete_both,
    "swap": swap,
    "swap lines": swap_lines,
    "null": null,
    "cut tail": cut_tail,
    "cut head": cut_head,
    "forge gone": forge_gone,
}


@pytest.mark.parametrize("harm", HARMS)
@OFTEN
@given(st.data())
def test_whatever_is_touched_is_seen_where_it_was(house, harm, data):
    place = data.draw(st.integers(5, 18))

    def touch():
        lived(house)
        HARMS[harm](data, place)

    found = told_by(touch)
    assert isinstance(found, Bad)
    # A line that was added has no place: it is told where it would stand.
    assert found.place <= (19 if harm == "insert" else place)


def test_nothing_is_sealed_over_an_end_that_was_moved(house):
    sealed(house, 6)
    cut = Seal.objects.get(place=4)
    Seal.objects.filter(place__gt=4).delete()
    Mark.objects.filter(end="last").update(place=4, seal=cut.seal)
    with pytest.raises(chain.Broken):
        chain.seal(leave(house, 1))
    with pytest.raises(chain.Broken):
        chain.seal_all()
    with pytest.raises(chain.Broken):
        cutting.cut(NINE + timedelta(days=1))
    assert verifying.verify() == Bad(0, "end")


def test_a_line_put_among_the_old_ones_is_never_sealed_by_itself(house):
    sealed(house, 6)
    Entry.objects.create(
        at=NINE - timedelta(days=3), worker=house.maud, notebook=house.amina, act="opened"
    )
    chain.seal(leave(house, 1, NINE + timedelta(hours=1)))
    found = verifying.verify()
    assert (found.what, found.at) == ("added", NINE - timedelta(days=3))


def test_an_empty_journal_is_not_a_whole_one(house):
    assert verifying.verify() == Bad(0, "not-begun")
    sealed(house, 3)
    for table in (Entry, Seal, Mark):
        table.objects.all().delete()
    assert verifying.verify() == Bad(0, "not-begun")


def test_what_was_copied_on_paper_tells_an_older_database(house):
    sealed(house, 6)
    held = chain.ends()[1]
    anchor = Anchor(held.place, held.seal)
    assert isinstance(verifying.verify(anchor), Whole)
    assert verifying.verify(Anchor(held.place, "0" * 32)) == Bad(
        6, "changed", Seal.objects.get(place=6).entry
    )
    assert verifying.verify(Anchor(9, "0" * 32)) == Bad(7, "missing")
    chain.seal(leave(house, 3, NINE + timedelta(hours=1)))
    assert isinstance(verifying.verify(anchor), Whole)
    cutting.cut(NINE + timedelta(minutes=30))
    assert isinstance(verifying.verify(anchor), Whole)
    assert isinstance(verifying.verify(Anchor(2, "0" * 32)), Whole)  # cut since: nothing to say


def test_who_has_another_key_verifies_nothing(house, monkeypatch):
    sealed(house, 3)
    monkeypatch.setattr(settings, "JOURNAL_KEY", "une autre")
    assert verifying.verify() == Bad(0, "end")


def test_bytes_that_are_no_text_are_seen(house):
    if connection.vendor != "sqlite":
        pytest.skip("absent: PostgreSQL keeps texts that are texts")
    pks = sealed(house, 4)

    def touch():
        run("UPDATE dossier_entry SET act = CAST(x'ff6f' AS TEXT) WHERE id = %s", pks[1])
        assert verifying.verify().place == 2
        run("UPDATE dossier_entry SET worker_id = x'ff6f' WHERE id = %s", pks[0])
        assert cutting.cut(NINE + timedelta(days=1)).lines == 0

    assert told_by(touch).place == 1


def test_a_line_touched_before_it_is_taken_off_has_no_proof(house):
    pks = sealed(house, 6)
    Entry.objects.filter(pk=pks[1]).update(notebook=house.amina)  # of another notebook
    gone(house.amina)
    assert (verifying.verify().place, verifying.verify().what) == (2, "missing")
