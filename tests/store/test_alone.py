"""Those who read much, judge and then write: one at a time, on every real store."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from wallapp.base.errors import Conflict
from wallapp.base.ids import OwnerName
from wallapp.domain.camera import Owner, OwnerKind
from wallapp.services.ports import Row
from wallapp.services.registry import Registry
from wallapp.store.unit_of_work import Store

CITY = Owner(OwnerName("City"), OwnerKind.CITY)


def test_who_writes_alone_waits_and_sees_what_was_kept(real_store: Store) -> None:
    def look() -> list[Owner]:
        with real_store.writing(alone=True) as unit:
            return unit.owners.owners()

    with ThreadPoolExecutor(1) as threads:
        with real_store.writing(alone=True) as unit:
            waiting = threads.submit(look)
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.3)
            unit.owners.put_owners([CITY])
        assert waiting.result(timeout=5) == [CITY]


def test_of_two_imports_planned_from_one_state_one_is_refused(real_store: Store) -> None:
    registry = Registry(real_store)

    def rows(name: str) -> list[Row]:
        cells = [{"number": str(n), "name": f"{name} {n}", "owner": "City", "main": "rtsp://h/x"} for n in range(1, 60)]
        return [Row(line, row) for line, row in enumerate(cells, 2)]

    def refused(name: str) -> bool:
        try:
            registry.apply(plans[name])
        except Conflict:
            return True
        return False

    registry.apply(registry.plan_import(rows("first")))
    for round_ in range(4):
        names = [f"left {round_}", f"right {round_}"]
        plans = {name: registry.plan_import(rows(name)) for name in names}
        with ThreadPoolExecutor(2) as threads:
            assert sorted(threads.map(refused, names)) == [False, True]
        assert len({camera.name.rsplit(" ", 1)[0] for camera in registry.cameras()}) == 1
