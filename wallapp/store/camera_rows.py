"""Cameras and their streams as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from wallapp.base.ids import CameraNumber, OwnerName
from wallapp.domain.camera import Camera, CameraKind, Sensitivity, StreamName, Transport
from wallapp.store.faults import known
from wallapp.store.schema import CAMERA, CAMERA_STREAM


def camera_to_row(camera: Camera) -> dict[str, Any]:
    """Column values by name, without the streams."""
    return {
        "number": camera.number,
        "name": camera.name,
        "owner": camera.owner,
        "site": camera.site or None,
        "kind": camera.kind.value,
        "sensitivity": camera.sensitivity.value,
        "transport": camera.transport.value,
        "credential": camera.credential,
        "lat_deg": camera.lat_deg,
        "lon_deg": camera.lon_deg,
        "height_m": camera.height_m,
        "azimuth_deg": camera.azimuth_deg,
        "hfov_deg": camera.hfov_deg,
        "range_m": camera.range_m,
        "purpose": camera.purpose,
        "legal_basis": camera.legal_basis,
        "retention_days": camera.retention_days,
    }


def camera_from_row(row: Mapping[str, Any], streams: dict[StreamName, str]) -> Camera:
    """The value of a row and its streams. Raises BadInput where a newer wallapp wrote one of its kinds."""
    return Camera(
        CameraNumber(row["number"]),
        row["name"],
        OwnerName(row["owner"]),
        streams,
        site=row["site"] or "",
        kind=known(CameraKind, row["kind"]),
        sensitivity=known(Sensitivity, row["sensitivity"]),
        transport=known(Transport, row["transport"]),
        credential=row["credential"],
        lat_deg=row["lat_deg"],
        lon_deg=row["lon_deg"],
        height_m=row["height_m"],
        azimuth_deg=row["azimuth_deg"],
        hfov_deg=row["hfov_deg"],
        range_m=row["range_m"],
        purpose=row["purpose"],
        legal_basis=row["legal_basis"],
        retention_days=row["retention_days"],
    )


def streams_to_rows(camera: Camera) -> list[dict[str, Any]]:
    """One row a stream."""
    return [
        {"camera": camera.number, "name": name.value, "address": address} for name, address in camera.streams.items()
    ]


def streams_from_rows(rows: Iterable[Mapping[str, Any]]) -> dict[int, dict[StreamName, str]]:
    """Streams by camera number, each camera's in the order of StreamName."""
    found: dict[int, dict[StreamName, str]] = {}
    for row in rows:
        found.setdefault(row["camera"], {})[known(StreamName, row["name"])] = row["address"]
    return {
        number: {name: streams[name] for name in StreamName if name in streams} for number, streams in found.items()
    }


class CameraRows:
    """Fulfils services.ports.CameraTable on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def cameras(self) -> list[Camera]:
        """All, by number."""
        streams = streams_from_rows(_mappings(self._connection, select(CAMERA_STREAM)))
        rows = _mappings(self._connection, select(CAMERA).order_by(CAMERA.c.number))
        return [camera_from_row(row, streams.get(row["number"], {})) for row in rows]

    def camera(self, number: CameraNumber) -> Camera | None:
        """The camera of that number; None where there is none."""
        for row in _mappings(self._connection, select(CAMERA).where(CAMERA.c.number == number)):
            of_camera = select(CAMERA_STREAM).where(CAMERA_STREAM.c.camera == number)
            return camera_from_row(row, streams_from_rows(_mappings(self._connection, of_camera)).get(number, {}))
        return None

    def put_cameras(self, cameras: Sequence[Camera]) -> None:
        """Add each, or replace the one of its number, streams included."""
        if not cameras:
            return
        there = set(self._connection.execute(select(CAMERA.c.number)).scalars())
        new = [camera_to_row(camera) for camera in cameras if camera.number not in there]
        changed = [camera_to_row(camera) for camera in cameras if camera.number in there]
        if new:
            self._connection.execute(insert(CAMERA), new)
        if changed:
            # A bound name may not be a column's own name in an update.
            statement = update(CAMERA).where(CAMERA.c.number == bindparam("at_number"))
            self._connection.execute(statement, [{**row, "at_number": row["number"]} for row in changed])
            drop = delete(CAMERA_STREAM).where(CAMERA_STREAM.c.camera == bindparam("at_number"))
            self._connection.execute(drop, [{"at_number": row["number"]} for row in changed])
        streams = [row for camera in cameras for row in streams_to_rows(camera)]
        if streams:
            self._connection.execute(insert(CAMERA_STREAM), streams)


def _mappings(connection: Connection, statement: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(statement).mappings()]
