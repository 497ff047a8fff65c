"""The post between the console and the decoders about certified empty scenes."""

from __future__ import annotations

import queue
from collections.abc import Collection, Mapping

from wallapp.base.ids import CameraNumber
from wallapp.domain.scene_file import SceneRefusal
from wallapp.feeds.child import Child
from wallapp.frames.control import Certified, Certify, SceneFiles

Files = Mapping[CameraNumber, tuple[bytes, ...]]


class ScenePost:
    """Supervisor thread, but for `news`, which any thread may empty.

    A scene is far larger than an order: it goes to a decoder once, before the first order for its camera there, and
    again only when it changes.
    """

    def __init__(self) -> None:
        self.news: queue.SimpleQueue[Certified] = queue.SimpleQueue()
        self._files: Files = {}
        self._told: dict[Child, dict[CameraNumber, tuple[bytes, ...]]] = {}

    def take(self, files: Files) -> set[CameraNumber]:
        """These are the scenes from now on; gives the cameras for which that is new."""
        known, self._files = self._files, dict(files)
        cameras = known.keys() | files.keys()
        return {camera for camera in cameras if known.get(camera, ()) != files.get(camera, ())}

    def tell(self, child: Child, cameras: Collection[CameraNumber]) -> None:
        """Send a decoder what it does not have yet of these cameras; to be called before it is sent their orders."""
        told = self._told.setdefault(child, {})
        for camera in sorted(cameras):
            files = self._files.get(camera, ())
            if told.get(camera, ()) != files:
                told[camera] = files
                child.send_scene_order(SceneFiles(camera, files))

    def certify(self, order: Certify, children: Collection[Child]) -> None:
        """Have the camera's empty scene taken by the decoders that play it."""
        for child in dict.fromkeys(children):
            child.send_scene_order(order)
        if not children:
            self.news.put(Certified(order.camera, refused=SceneRefusal.NOT_OPEN))

    def lost(self, child: Child) -> None:
        """A decoder is gone."""
        self._told.pop(child, None)

    def clear(self) -> None:
        """Let go of every decoder."""
        self._told.clear()
