"""The checklist of a crisis level between two stations: each tick a line of the log, also while the store is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.shared_room import Station, log_texts, seed
from wallapp.base.errors import Denied, RuleBroken
from wallapp.domain.crisis_level import Activation, Bindings, CrisisLevel
from wallapp.services.checklist import CheckItem, Checklist
from wallapp.services.crisis import LevelWish
from wallapp.store.unit_of_work import Store

TASKS = ("Call the prefecture", "Open the second room")


@pytest.fixture
def both(real_store: Store, tmp_path: Path) -> Iterator[tuple[Station, Station]]:
    seed(real_store)
    one, two = Station(real_store, tmp_path, "desk-1"), Station(real_store, tmp_path, "desk-2")
    yield one, two
    one.stop()
    two.stop()


def _begin(both: tuple[Station, Station], level: CrisisLevel) -> Activation:
    one, two = both
    wish = LevelWish(level, "crowd", one.clock.now_at() + timedelta(hours=2), bindings=Bindings(checklist=TASKS))
    asked = one.crisis.ask(one.who("supervisor"), wish)
    return two.crisis.approve(two.who("operator"), asked.id).activation


def _items(station: Station, activation: Activation | None, login: str = "operator") -> list[CheckItem]:
    return Checklist(station.room, station.log).items(station.who(login), activation)


def test_a_tick_is_seen_by_all_and_can_be_taken_back(both: tuple[Station, Station], real_store: Store) -> None:
    one, two = both
    level, operator = _begin(both, CrisisLevel.WATCH), one.who("operator")
    assert [(item.text, item.is_done) for item in _items(one, level)] == [(text, False) for text in TASKS]
    desk = Checklist(one.room, one.log)
    desk.tick(operator, _items(one, level)[1], done=True)
    first, second = _items(two, level)
    assert not first.is_done and second.ticked_by == operator.account
    desk.tick(operator, second, done=False)
    assert not any(item.is_done for item in _items(two, level))
    assert log_texts(real_store)[-2:] == [
        "checklist of level 1, done: Open the second room",
        "checklist of level 1, not done after all: Open the second room",
    ]


def test_another_level_begins_with_nothing_ticked_and_the_old_list_is_over(both: tuple[Station, Station]) -> None:
    one, _two = both
    level, operator = _begin(both, CrisisLevel.WATCH), one.who("operator")
    desk = Checklist(one.room, one.log)
    desk.tick(operator, _items(one, level)[0], done=True)
    higher = _begin(both, CrisisLevel.PARTIAL)
    assert not any(item.is_done for item in _items(one, higher))
    with pytest.raises(RuleBroken, match="over"):
        desk.tick(operator, _items(one, level)[1], done=True)


def test_who_writes_no_log_ticks_nothing(both: tuple[Station, Station]) -> None:
    one, _two = both
    level = _begin(both, CrisisLevel.WATCH)
    item = _items(one, level)[0]
    for login in ("auditor", "banker", "trainer"):
        with pytest.raises(Denied):
            Checklist(one.room, one.log).tick(one.who(login), item, done=True)
    with pytest.raises(Denied):
        _items(one, level, "banker")
    assert _items(one, None) == []


def test_a_tick_waits_at_its_station_while_the_store_is_lost(both: tuple[Station, Station]) -> None:
    one, two = both
    level = _begin(both, CrisisLevel.WATCH)
    item = _items(one, level)[0]
    one.cable.is_cut = True
    Checklist(one.room, one.log).tick(one.who("operator"), item, done=True)
    assert [(each.is_done, each.is_local) for each in _items(one, level)] == [(True, True), (False, False)]
    assert not _items(two, level)[0].is_done
    one.cable.is_cut = False
    one.room.send()
    assert [(each.is_done, each.is_local) for each in _items(two, level)] == [(True, False), (False, False)]
