"""One process or several: the same results in the same order, and a death costs one item."""

from itertools import count, islice

import pytest

from engine.work import Doubler, give_up, weigh
from recoupe.engine import Settings, Work, map_ordered

WANTED = [f"{number * 2}" for number in range(30)]


def work(*, deadly=False):
    return Work(build=Doubler(deadly), weigh=weigh, give_up=give_up)


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_items(workers):
    settings = Settings(workers=workers, batch_chars=4)
    assert list(map_ordered(work(), range(30), settings=settings)) == WANTED


def test_processes_start_only_beyond_what_is_worthwhile(monkeypatch):
    started = []
    monkeypatch.setattr("recoupe.engine.ordered.cpu_count", lambda: 2)
    monkeypatch.setattr("recoupe.engine.ordered._pool", started.append)
    settings = Settings(worthwhile_chars=50)
    assert list(map_ordered(work(), range(30), settings=settings)) == WANTED
    assert started == []


def test_a_long_input_is_begun_alone_and_ended_together(monkeypatch):
    monkeypatch.setattr("recoupe.engine.ordered.cpu_count", lambda: 2)
    settings = Settings(worthwhile_chars=10, batch_chars=4)
    assert list(map_ordered(work(), range(30), settings=settings)) == WANTED


def test_an_endless_input_is_read_no_further_than_needed():
    read = []

    def numbers():
        for number in count():
            read.append(number)
            yield number

    settings = Settings(workers=2, batch_chars=5, batches_ahead=2)
    assert list(islice(map_ordered(work(), numbers(), settings=settings), 30)) == WANTED
    assert len(read) <= 30 + 5 * 2 * 2


def test_an_item_whose_process_dies_is_given_up_and_no_other():
    settings = Settings(workers=2, batch_chars=4)
    results = list(map_ordered(work(deadly=True), range(30), settings=settings))
    assert results == [*WANTED[:13], "13 is lost", *WANTED[14:]]


def test_nothing_in_nothing_out():
    assert list(map_ordered(work(), [], settings=Settings(workers=2))) == []
