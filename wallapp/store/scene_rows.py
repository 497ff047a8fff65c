"""Certified empty scenes as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from wallapp.base.ids import AccountId, CameraNumber, Digest
from wallapp.services.access_ports import KeptScene
from wallapp.store.access_schema import SCENE
from wallapp.store.rows import add_row, all_rows


def scene_to_row(scene: KeptScene) -> dict[str, Any]:
    """Column values by name."""
    return {
        "digest": scene.digest,
        "camera": scene.camera,
        "made_by": scene.made_by,
        "made_at": scene.made_at,
        "body": scene.body,
    }


def scene_from_row(row: Mapping[str, Any]) -> KeptScene:
    """The value of a row."""
    return KeptScene(
        Digest(row["digest"]),
        CameraNumber(row["camera"]),
        AccountId(row["made_by"]),
        row["made_at"],
        bytes(row["body"]),
    )


class SceneRows:
    """Fulfils services.access_ports.SceneTable on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_scene(self, scene: KeptScene) -> bool:
        """False where one of that digest is there already."""
        return add_row(self._connection, SCENE, scene_to_row(scene))

    def scenes(self, camera: CameraNumber) -> list[KeptScene]:
        """Of the camera, newest first."""
        order = (SCENE.c.made_at.desc(), SCENE.c.digest)
        rows = all_rows(self._connection, select(SCENE).where(SCENE.c.camera == camera).order_by(*order))
        return [scene_from_row(row) for row in rows]

    def scene_files(self, digests: Iterable[Digest]) -> dict[Digest, bytes]:
        """The files of these, as far as they are kept."""
        wanted = sorted(set(digests))
        if not wanted:
            return {}
        rows = all_rows(self._connection, select(SCENE.c.digest, SCENE.c.body).where(SCENE.c.digest.in_(wanted)))
        return {Digest(row["digest"]): bytes(row["body"]) for row in rows}
