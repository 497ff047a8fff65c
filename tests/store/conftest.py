"""The real store and the fake, for the contract that both keep."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.memory_store import MemoryStore
from wallapp.services.ports import UnitSource
from wallapp.store.engine import open_store
from wallapp.store.unit_of_work import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "profile")
    yield opened
    opened.close()


@pytest.fixture(params=["sqlite", "memory"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[UnitSource]:
    if request.param == "memory":
        yield MemoryStore()
        return
    opened = open_store(tmp_path / "profile")
    yield opened
    opened.close()
