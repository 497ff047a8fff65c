"""A station's own clock, held against the furthest time it kept."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from wallapp.base.clock import ManualClock
from wallapp.base.errors import Unavailable
from wallapp.base.ids import OwnerName
from wallapp.domain.camera import Owner, OwnerKind
from wallapp.services.ports import UnitSource
from wallapp.store.engine import open_store

CITY = Owner(OwnerName("City"), OwnerKind.CITY)


def test_time_passes_within_a_unit_and_is_aware(source: UnitSource) -> None:
    with source.writing() as unit:
        first_at = unit.now_at()
        assert first_at.utcoffset() == timedelta(0)
        assert unit.now_at() >= first_at
    with source.reading() as unit:
        assert unit.now_at() >= first_at


def keep(profile: Path, clock: ManualClock, *, write: bool = True) -> None:
    store = open_store(profile, clock=clock)
    with store.writing() as unit:
        if write:
            unit.owners.put_owners([CITY])
    store.close()


def test_a_clock_that_went_back_decides_nothing_also_after_a_restart(tmp_path: Path) -> None:
    clock = ManualClock()
    keep(tmp_path, clock)
    clock.advance(-2.1)
    store = open_store(tmp_path, clock=clock)
    with pytest.raises(Unavailable, match="went back by 2 s"), store.writing() as unit:
        unit.owners.put_owners([CITY])
        unit.now_at()
    with pytest.raises(Unavailable, match="went back"), store.reading() as unit:
        unit.now_at()
    with store.writing() as unit:  # What needs no time goes on, and does not lower the mark.
        unit.owners.put_owners([CITY])
    with pytest.raises(Unavailable), store.reading() as unit:
        unit.now_at()
    clock.advance(2.2)
    with store.writing() as unit:
        assert unit.now_at() == clock.now_at()
    store.close()


def test_a_small_step_back_is_not_seen(tmp_path: Path) -> None:
    clock = ManualClock()
    kept_at = clock.now_at()
    keep(tmp_path, clock)
    clock.advance(-1.9)
    store = open_store(tmp_path, clock=clock)
    with store.writing() as unit:
        assert unit.now_at() == kept_at
    store.close()


def test_a_clock_does_not_go_back_within_a_unit(tmp_path: Path) -> None:
    clock = ManualClock()
    store = open_store(tmp_path, clock=clock)
    with store.writing() as unit:
        clock.advance(50)
        ahead_at = unit.now_at()
        clock.advance(-50)
        assert unit.now_at() == ahead_at
    with pytest.raises(Unavailable), store.reading() as unit:
        unit.now_at()
    store.close()


def test_an_idle_station_raises_its_mark_only_now_and_then(tmp_path: Path) -> None:
    clock = ManualClock()
    keep(tmp_path, clock)
    clock.advance(9)
    keep(tmp_path, clock, write=False)
    clock.advance(-9)
    store = open_store(tmp_path, clock=clock)
    with store.reading() as unit:
        assert unit.now_at() == clock.now_at()
    clock.advance(11)
    keep(tmp_path, clock, write=False)
    clock.advance(-11)
    with pytest.raises(Unavailable), store.reading() as unit:
        unit.now_at()
    store.close()


def test_a_clock_that_was_far_ahead_can_be_accepted_again(tmp_path: Path) -> None:
    clock = ManualClock()
    clock.advance(1e9)
    keep(tmp_path, clock)
    wrong_at = clock.now_at()
    clock.advance(-1e9)
    store = open_store(tmp_path, clock=clock)
    assert store.accept_clock() == wrong_at
    with store.writing() as unit:
        assert unit.now_at() == clock.now_at()
    store.close()
