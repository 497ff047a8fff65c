"""A table written and read again changes nothing, whatever the cameras hold."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes.memory_store import MemoryStore
from wallapp.base.ids import CameraNumber, OwnerName
from wallapp.domain.camera import Camera, CameraKind, Owner, OwnerKind, Sensitivity, StreamName, Transport
from wallapp.exchange.cameras_csv import read_rows, write_cameras
from wallapp.services.import_plan import RowKind, make_plan
from wallapp.services.registry import Registry
from wallapp.store.engine import open_store

FORBIDDEN = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def texts(length_max: int) -> st.SearchStrategy[str]:
    """Texts that the register may hold: one line, composed, no formula."""
    letters = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters=FORBIDDEN)
    composed = st.text(letters, min_size=1, max_size=length_max).map(
        lambda text: unicodedata.normalize("NFC", text).strip()
    )
    return composed.filter(lambda text: 0 < len(text) <= length_max and text[0] not in "=+-@")


def numbers(low: float, high: float, *, exclude_min: bool = False) -> st.SearchStrategy[float | None]:
    return st.none() | st.floats(low, high, exclude_min=exclude_min)


ADDRESSES = st.sampled_from(
    ["rtsp://h/a,b", "rtsps://[::1]:322/x?a=1&b=2", '/srv/é "clip".mp4', "udp://@:5000", "http://h/o.jpg"]
)
STREAMS = st.dictionaries(st.sampled_from(list(StreamName)), ADDRESSES).filter(
    lambda streams: bool(streams.keys() & {StreamName.MAIN, StreamName.SUB})
)
POSITIONS = st.just((None, None)) | st.tuples(st.floats(-90, 90), st.floats(-180, 180))
OWNER = st.builds(Owner, texts(80).map(OwnerName), st.sampled_from(OwnerKind))
OWNERS = st.lists(OWNER, min_size=1, max_size=4, unique_by=lambda owner: owner.name)


@st.composite
def registers(draw: st.DrawFn) -> tuple[list[Owner], list[Camera]]:
    owners = draw(OWNERS)
    cameras = []
    for number in draw(st.lists(st.integers(1, 999_999), unique=True, max_size=6)):
        lat_deg, lon_deg = draw(POSITIONS)
        camera = Camera(
            CameraNumber(number),
            draw(texts(80)),
            draw(st.sampled_from(owners)).name,
            draw(STREAMS),
            site=draw(st.just("") | texts(80)),
            kind=draw(st.sampled_from(CameraKind)),
            sensitivity=draw(st.sampled_from(Sensitivity)),
            transport=draw(st.sampled_from(Transport)),
            credential=draw(st.sampled_from(["", "a", "gate-7.b_c"])),
            lat_deg=lat_deg,
            lon_deg=lon_deg,
            height_m=draw(numbers(0, 1000)),
            azimuth_deg=draw(numbers(0, 360)),
            hfov_deg=draw(numbers(0, 360, exclude_min=True)),
            range_m=draw(numbers(0, 100_000, exclude_min=True)),
            purpose=draw(st.just("") | texts(500)),
            legal_basis=draw(st.just("") | texts(500)),
            retention_days=draw(st.none() | st.integers(0, 36_500)),
        )
        cameras.append(camera)
    return owners, sorted(cameras, key=lambda camera: camera.number)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(registers())
def test_a_fresh_station_gets_equal_cameras(tmp_path: Path, register: tuple[list[Owner], list[Camera]]) -> None:
    owners, cameras = register
    write_cameras(tmp_path / "a.csv", cameras, owners)
    rows = read_rows(tmp_path / "a.csv")
    registry = Registry(MemoryStore())
    registry.apply(registry.plan_import(rows))
    assert registry.cameras() == cameras
    used = {camera.owner for camera in cameras}
    assert {owner.name: owner.kind for owner in registry.owners()} == {o.name: o.kind for o in owners if o.name in used}
    again = registry.plan_import(rows)
    assert len(again.of_kind(RowKind.UNCHANGED)) == len(cameras)
    assert (again.owners, again.sites) == ((), ())
    write_cameras(tmp_path / "b.csv", registry.cameras(), registry.owners())
    assert (tmp_path / "b.csv").read_bytes() == (tmp_path / "a.csv").read_bytes()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=20)
@given(registers())
def test_the_database_keeps_every_value(tmp_path: Path, register: tuple[list[Owner], list[Camera]]) -> None:
    owners, cameras = register
    write_cameras(tmp_path / "a.csv", cameras, owners)
    plan = make_plan(read_rows(tmp_path / "a.csv"))
    store = open_store(tmp_path / "profile")
    with store.writing() as unit:
        unit.owners.put_owners([owner.after for owner in plan.owners])
        unit.owners.add_sites(plan.sites)
        unit.cameras.put_cameras(plan.cameras)
    kept = {camera.number: camera for camera in Registry(store).cameras()}
    store.close()
    assert {camera.number: kept[camera.number] for camera in cameras} == {camera.number: camera for camera in cameras}
