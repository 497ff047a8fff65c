"""What every store keeps to, the real one and the tests' fake alike."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest

from wallapp.base.errors import BadInput, Bug, Conflict, NotFound
from wallapp.base.ids import CameraNumber, LayoutNumber, OwnerName
from wallapp.domain.camera import Camera, CameraKind, Owner, OwnerKind, Sensitivity, Site, StreamName, Transport
from wallapp.services.layouts import Layouts, Settings
from wallapp.services.ports import SavedLayout, UnitSource
from wallapp.services.registry import Registry

PORT = Owner(OwnerName("Port"), OwnerKind.PORT, contact="quay 3", colour="#112233")
QUAY = Site(PORT.name, "Quay")
FULL = Camera(
    CameraNumber(7),
    "Grue Nord «7» رصيف",
    PORT.name,
    {StreamName.MAIN: "rtsp://h/m", StreamName.SUB: "rtsp://h/s", StreamName.OVERVIEW: "http://h/o.jpg"},
    site="Quay",
    kind=CameraKind.PTZ,
    sensitivity=Sensitivity.PROTECTED,
    transport=Transport.UDP,
    credential="quay-7",
    lat_deg=33.60000000000001,
    lon_deg=-7.1e-7,
    height_m=0.0,
    azimuth_deg=359.9,
    hfov_deg=90.5,
    range_m=120.0,
    purpose="safety of the quay",
    legal_basis="law 1",
    retention_days=0,
)
BARE = Camera(CameraNumber(8), "8", PORT.name, {StreamName.SUB: "rtsp://h/8"})


def fill(source: UnitSource) -> None:
    with source.writing() as unit:
        unit.owners.put_owners([PORT])
        unit.owners.add_sites([QUAY, QUAY])
        unit.cameras.put_cameras([BARE, FULL])


def test_what_is_put_is_found_again_unchanged(source: UnitSource) -> None:
    fill(source)
    registry = Registry(source)
    assert registry.owners() == [PORT]
    assert registry.sites() == [QUAY]
    assert registry.cameras() == [FULL, BARE]
    assert registry.camera(FULL.number) == FULL


def test_putting_again_replaces(source: UnitSource) -> None:
    fill(source)
    moved = replace(FULL, streams={StreamName.MAIN: "rtsp://other/m"}, site="", lat_deg=None, lon_deg=None)
    with source.writing() as unit:
        unit.owners.put_owners([replace(PORT, kind=OwnerKind.CITY)])
        unit.owners.add_sites([QUAY])
        unit.cameras.put_cameras([moved])
    registry = Registry(source)
    assert registry.cameras() == [moved, BARE]
    assert registry.owners() == [replace(PORT, kind=OwnerKind.CITY)]
    assert registry.sites() == [QUAY]


def test_nothing_of_a_block_that_raises_is_kept(source: UnitSource) -> None:
    fill(source)
    with pytest.raises(RuntimeError), source.writing() as unit:
        unit.cameras.put_cameras([replace(BARE, name="changed")])
        unit.owners.put_owners([Owner(OwnerName("New"), OwnerKind.SHOP)])
        raise RuntimeError
    assert Registry(source).cameras() == [FULL, BARE]
    assert Registry(source).owners() == [PORT]


def test_nothing_told_to_a_reader_is_kept(source: UnitSource) -> None:
    # A server refuses it outright.
    with suppress(Bug), source.reading() as unit:
        unit.owners.put_owners([PORT])
    assert Registry(source).owners() == []


@pytest.mark.parametrize("camera", [replace(BARE, owner=OwnerName("Nobody")), replace(BARE, site="Nowhere")])
def test_a_camera_needs_its_owner_and_site(source: UnitSource, camera: Camera) -> None:
    fill(source)
    with pytest.raises(Conflict), source.writing() as unit:
        unit.cameras.put_cameras([camera])
    assert Registry(source).cameras() == [FULL, BARE]


def test_a_camera_that_is_not_there_is_named(source: UnitSource) -> None:
    with pytest.raises(NotFound, match="camera 9"):
        Registry(source).camera(CameraNumber(9))


def test_layouts_are_saved_replaced_listed_and_deleted(source: UnitSource) -> None:
    layouts = Layouts(source)
    two = SavedLayout(LayoutNumber(2), "Corniche", 1, '{"grid": "4x4"}')
    layouts.save(SavedLayout(LayoutNumber(10), "", 1, "{}"))
    layouts.save(replace(two, name="old", version=3))
    layouts.save(two)
    assert layouts.load(LayoutNumber(2)) == two
    assert [layout.number for layout in layouts.list()] == [2, 10]
    assert layouts.delete(LayoutNumber(2))
    assert not layouts.delete(LayoutNumber(2))
    with pytest.raises(NotFound, match="layout 2"):
        layouts.load(LayoutNumber(2))


@pytest.mark.parametrize("number", [0, -1, 1000])
def test_a_layout_number_out_of_range_is_refused(source: UnitSource, number: int) -> None:
    with pytest.raises(BadInput, match="1 to 999"):
        Layouts(source).save(SavedLayout(LayoutNumber(number), "", 1, "{}"))


def test_settings_are_kept_by_name(source: UnitSource) -> None:
    settings = Settings(source)
    assert settings.read("window") is None
    settings.write("window", "a")
    settings.write("window", "b")
    assert settings.read("window") == "b"
