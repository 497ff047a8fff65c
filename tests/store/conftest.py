"""The real store and the fake, for the contract that both keep."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exchange.cap_samples import SAMPLES
from tests.fakes.memory_store import MemoryStore
from wallapp.services.ports import UnitSource
from wallapp.store.engine import open_store
from wallapp.store.unit_of_work import Store

collect_ignore = [] if SAMPLES is not None else ["test_cap_desk_samples.py"]
"""As in tests/exchange: real senders' messages are not ours to ship."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "profile")
    yield opened
    opened.close()


@pytest.fixture(params=["sqlite", "postgres"])
def real_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each real store in turn, empty."""
    url = request.getfixturevalue("database").url if request.param == "postgres" else None
    opened = open_store(tmp_path / "profile", url=url)
    yield opened
    opened.close()


@pytest.fixture(params=["sqlite", "postgres", "memory"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[UnitSource]:
    """Each store in turn, the tests' fake too, empty."""
    if request.param == "memory":
        yield MemoryStore()
        return
    url = request.getfixturevalue("database").url if request.param == "postgres" else None
    opened = open_store(tmp_path / "profile", url=url)
    yield opened
    opened.close()
