"""Being woken by what others keep, and noticing that the store is gone and back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.servers.postgres import Database
from tests.waiting import look_for, wait_until
from wallapp.base.clock import SystemClock
from wallapp.base.errors import Unavailable
from wallapp.base.ids import LayoutNumber, OwnerName
from wallapp.domain.camera import Owner, OwnerKind
from wallapp.services.registry import Registry
from wallapp.store.engine import open_store
from wallapp.store.unit_of_work import Store, StoreUnit
from wallapp.store.wakeups import Pace, StoreWakeups

CITY = Owner(OwnerName("City"), OwnerKind.CITY)
QUIET = Pace(poll_s=1000)


class Heard:
    """What a console was told."""

    def __init__(self) -> None:
        self.changes = 0
        self.reachable: list[bool] = []

    def changed(self) -> None:
        self.changes += 1


@contextmanager
def listening(store: Store, pace: Pace = QUIET) -> Iterator[Heard]:
    """Begins when the first wake-up has come."""
    heard = Heard()
    wakeups = StoreWakeups(store, pace=pace)
    wakeups.start(heard.changed, reachable=heard.reachable.append)
    try:
        wait_until(lambda: heard.changes == 1, within_s=5)
        yield heard
    finally:
        wakeups.close()
    told = heard.changes
    assert wakeups.is_reachable == ([True, *heard.reachable][-1])
    assert heard.changes == told


@pytest.fixture
def other(real_store: Store) -> Iterator[Store]:
    """Another console's store of the same place."""
    url = real_store.engine.url.render_as_string(hide_password=False)
    opened = open_store(Path("unused"), url=url)
    yield opened
    opened.close()


def put(unit: StoreUnit) -> None:
    unit.owners.put_owners([CITY])


def test_what_another_console_keeps_wakes_soon(real_store: Store, other: Store) -> None:
    with listening(real_store) as heard:
        other.write(put)
        wait_until(lambda: heard.changes == 2, within_s=1.5)
        assert Registry(real_store).owners() == [CITY]
        other.write(put)
        wait_until(lambda: heard.changes == 3, within_s=1.5)
        assert heard.reachable == []


@pytest.mark.slow
def test_what_keeps_nothing_wakes_nobody(real_store: Store, other: Store) -> None:
    def look(_gone_s: float) -> None:
        with other.writing() as unit:
            unit.now_at()
            unit.layouts.drop_layout(LayoutNumber(9))
        Registry(other).owners()

    other.write(put)  # Raises SQLite's mark of time, which then is not raised for a while.
    with listening(real_store) as heard:
        look_for(0.8, look, every_s=0.1)
        assert heard.changes == 1


def test_saying_so_wakes_without_a_row(database: Database, tmp_path: Path) -> None:
    store = open_store(tmp_path, url=database.url)
    with listening(store) as heard:
        store.write(lambda unit: unit.changed("grant"))
        wait_until(lambda: heard.changes == 2, within_s=1)
    store.close()


def test_a_poll_stands_behind_it(real_store: Store) -> None:
    with listening(real_store, Pace(poll_s=0.3)) as heard:
        wait_until(lambda: heard.changes >= 3, within_s=5)


@pytest.mark.logs("what was woken could not look: busy")
def test_one_who_cannot_look_is_woken_again(real_store: Store, other: Store) -> None:
    calls = []

    def fail() -> None:
        calls.append(1)
        raise Unavailable("busy")

    wakeups = StoreWakeups(real_store, pace=QUIET)
    wakeups.start(fail, reachable=lambda _: None)
    wait_until(lambda: len(calls) == 1, within_s=5)
    other.write(put)
    wait_until(lambda: len(calls) == 2, within_s=2)
    wakeups.close()


def unavailable_within_s(work: Callable[[], object]) -> float:
    clock = SystemClock()
    begin_mono_s = clock.mono_s()
    with pytest.raises(Unavailable, match="does not answer"):
        work()
    return clock.mono_s() - begin_mono_s


@pytest.mark.slow
@pytest.mark.logs("store lost: the store .* does not answer")
def test_a_killed_server_is_noticed_and_used_again_when_it_is_back(database: Database, tmp_path: Path) -> None:
    store = open_store(tmp_path, url=database.url)
    store.write(put)
    with listening(store) as heard:
        database.server.kill()
        try:
            assert unavailable_within_s(lambda: store.write(put)) < 5
            assert unavailable_within_s(Registry(store).owners) < 5
            wait_until(lambda: heard.reachable == [False], within_s=5)
        finally:
            database.server.start()
        assert Registry(store).owners() == [CITY]
        store.write(put)
        wait_until(lambda: heard.reachable == [False, True], within_s=8)
        changes = heard.changes
        assert changes >= 2, "what was kept while nobody listened must be looked for"
        store.write(lambda unit: unit.changed())
        wait_until(lambda: heard.changes > changes, within_s=2)
    store.close()


def test_a_session_that_is_ended_in_the_middle_keeps_nothing(database: Database, tmp_path: Path) -> None:
    store = open_store(tmp_path, url=database.url)

    def interrupted(unit: StoreUnit) -> None:
        put(unit)
        database.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            f"WHERE datname = '{database.name}' AND pid <> pg_backend_pid()"
        )

    assert unavailable_within_s(lambda: store.write(interrupted)) < 5
    assert Registry(store).owners() == []
    store.close()


@pytest.mark.slow
def test_no_server_outlives_tests_that_were_killed(tmp_path: Path) -> None:
    code = (
        "import os, pathlib, signal\n"
        "from tests.servers.postgres import PostgresServer, postgres_programs\n"
        "server = PostgresServer(postgres_programs())\n"
        f"pathlib.Path({str(tmp_path / 'folder')!r}).write_text(str(server.folder))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, timeout=60, cwd=os.getcwd())
    assert done.returncode == -signal.SIGKILL
    folder = Path((tmp_path / "folder").read_text())
    wait_until(lambda: not folder.exists(), within_s=10)
