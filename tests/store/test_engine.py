"""Opening the store: fresh, again, by several at once, and everything that may stand in its place."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, create_engine, event

from wallapp.base.errors import BadInput, RuleBroken, Unavailable
from wallapp.base.ids import LayoutNumber, OwnerName
from wallapp.domain.camera import Owner, OwnerKind
from wallapp.services.layouts import Layouts
from wallapp.services.ports import SavedLayout
from wallapp.services.registry import Registry
from wallapp.store.engine import FILE_NAME, open_store
from wallapp.store.schema import METADATA
from wallapp.store.unit_of_work import Store

OWNER = Owner(OwnerName("City"), OwnerKind.CITY)


def raw(profile: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(profile / FILE_NAME))


def filled(profile: Path) -> Path:
    store = open_store(profile)
    with store.writing() as unit:
        unit.owners.put_owners([OWNER])
    store.close()
    return profile


def digest(profile: Path) -> str:
    return hashlib.sha256((profile / FILE_NAME).read_bytes()).hexdigest()


def test_a_profile_is_made_and_found_again(tmp_path: Path) -> None:
    profile = filled(tmp_path / "a" / "b % c")
    store = open_store(profile)
    assert Registry(store).owners() == [OWNER]
    store.close()
    assert sorted(path.name for path in profile.iterdir()) == [FILE_NAME]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights another way")
def test_nobody_else_may_read_the_profile(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    store = open_store(profile)
    assert stat.S_IMODE(profile.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in profile.iterdir()} == {0o600}
    store.close()


def test_the_migrations_lead_to_the_schema(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{filled(tmp_path) / FILE_NAME}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()


def test_the_connection_is_safe(store: Store) -> None:
    seen = {}
    with store._engine.connect() as connection:
        for pragma in ("foreign_keys", "synchronous", "journal_mode", "busy_timeout"):
            seen[pragma] = connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
    assert seen == {"foreign_keys": 1, "synchronous": 2, "journal_mode": "wal", "busy_timeout": 5000}


def test_several_may_open_a_fresh_profile_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(6) as threads:
        stores = list(threads.map(lambda _: open_store(tmp_path / "profile"), range(6)))
    for store in stores:
        assert Registry(store).owners() == []
        store.close()


def test_a_newer_profile_is_left_untouched(tmp_path: Path) -> None:
    with raw(filled(tmp_path)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    before = digest(tmp_path)
    with pytest.raises(BadInput, match="made by a newer wallapp; update this station or choose another --profile"):
        open_store(tmp_path)
    assert digest(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_another_programs_database_is_left_untouched(tmp_path: Path) -> None:
    with raw(tmp_path) as database:
        database.execute("CREATE TABLE recipe (name TEXT)")
    before = digest(tmp_path)
    with pytest.raises(BadInput, match="another program"):
        open_store(tmp_path)
    assert digest(tmp_path) == before


def test_a_file_that_is_no_database_is_left_untouched(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"number,name,owner\n" * 100)
    before = digest(tmp_path)
    with pytest.raises(BadInput, match="not a wallapp profile's database"):
        open_store(tmp_path)
    assert digest(tmp_path) == before


def test_a_damaged_database_is_named(tmp_path: Path) -> None:
    content = bytearray((filled(tmp_path) / FILE_NAME).read_bytes())
    content[100:] = bytes(len(content) - 100)
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(BadInput, match="put a backup in its place"):
        open_store(tmp_path)


@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_profile_that_is_a_file_is_refused(tmp_path: Path, below: str) -> None:
    (tmp_path / "profile").write_text("x")
    with pytest.raises(BadInput, match="no folder"):
        open_store(tmp_path / "profile" / below)


def test_a_database_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(BadInput, match="choose another --profile"):
        open_store(tmp_path)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("nonsense", "no database URL"),
        ("nonsense://user:s3cr3t@host/name", "no driver for nonsense"),
        ("mysql+nonsense://user:s3cr3t@host/name", "no driver for mysql"),
        ("postgresql+psycopg://user:s3cr3t@host:port/name", "no database URL"),
    ],
)
def test_a_store_url_that_cannot_be_used_is_one_clear_line(tmp_path: Path, url: str, words: str) -> None:
    with pytest.raises(BadInput, match=words) as caught:
        open_store(tmp_path, url=url)
    assert "s3cr3t" not in str(caught.value)


def test_a_read_only_profile_can_be_read_and_says_so_when_written(tmp_path: Path) -> None:
    profile = filled(tmp_path)
    store = open_store(profile, url=f"sqlite:///file:{profile / FILE_NAME}?mode=ro&uri=true")
    assert Registry(store).owners() == [OWNER]
    with pytest.raises(Unavailable, match="read-only"):
        Layouts(store).save(SavedLayout(LayoutNumber(1), "", 1, "{}"))
    store.close()


@contextmanager
def no_page_beyond(pages: int) -> Iterator[None]:
    """Every new connection finds a full disk after so many pages: SQLite's own error, from its own limit."""

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(Engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(Engine, "connect", limit)


def test_a_full_disk_keeps_nothing_half(tmp_path: Path) -> None:
    filled(tmp_path)
    with no_page_beyond(30):
        store = open_store(tmp_path)
        with pytest.raises(Unavailable, match="disk is full"), store.writing() as unit:
            unit.owners.put_owners(
                [Owner(OwnerName(f"Shop {n}"), OwnerKind.SHOP, contact="x" * 500) for n in range(500)]
            )
        assert Registry(store).owners() == [OWNER]
        store.close()


def test_a_disk_full_while_the_profile_is_made_leaves_it_fresh(tmp_path: Path) -> None:
    with no_page_beyond(6), pytest.raises(Unavailable, match="disk is full"):
        open_store(tmp_path)
    store = open_store(tmp_path)
    assert Registry(store).owners() == []
    store.close()


def test_readers_do_not_wait_for_a_writer(store: Store) -> None:
    with store.writing() as unit:
        unit.owners.put_owners([OWNER])
        with ThreadPoolExecutor(1) as threads:
            assert threads.submit(Registry(store).owners).result(timeout=2) == []
    assert Registry(store).owners() == [OWNER]


def test_a_kind_that_only_a_newer_wallapp_knows_is_named(tmp_path: Path) -> None:
    with raw(filled(tmp_path)) as database:
        database.execute("UPDATE owner SET kind = 'spaceport'")
        database.commit()
    store = open_store(tmp_path)
    with pytest.raises(BadInput, match="OwnerKind 'spaceport', made by a newer wallapp"):
        Registry(store).owners()
    store.close()


def test_a_trigger_that_refuses_is_a_rule(store: Store) -> None:
    with store.writing() as unit:
        unit.owners.put_owners([OWNER])
        unit.owners._connection.exec_driver_sql(
            "CREATE TRIGGER keep BEFORE DELETE ON owner BEGIN SELECT RAISE(ABORT, 'an owner stays'); END"
        )
    with pytest.raises(RuleBroken, match=r"^an owner stays$"), store.writing() as unit:
        unit.owners._connection.exec_driver_sql("DELETE FROM owner")


@pytest.mark.slow
def test_a_second_writer_waits_then_says_that_the_store_is_in_use(store: Store) -> None:
    def write() -> None:
        with store.writing() as unit:
            unit.owners.put_owners([OWNER])

    with ThreadPoolExecutor(1) as threads:
        with store.writing(), pytest.raises(Unavailable, match="in use by another"):
            threads.submit(write).result(timeout=20)
        threads.submit(write).result(timeout=20)
    assert Registry(store).owners() == [OWNER]
