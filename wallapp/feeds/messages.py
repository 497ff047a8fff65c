"""What reaches the supervisor's thread: wishes from any other, and what the decoders' readers heard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera
from wallapp.domain.lease import Lease
from wallapp.domain.view import View
from wallapp.feeds.child import Child
from wallapp.feeds.scene_post import Files
from wallapp.frames.control import Certify, Report, Trust, ViewOrder


@dataclass(frozen=True, slots=True)
class Want:
    """These views and no others."""

    views: tuple[View, ...]
    cameras: Mapping[CameraNumber, Camera]


@dataclass(frozen=True, slots=True)
class TryNow:
    """Open this camera's feeds now."""

    camera: CameraNumber


@dataclass(frozen=True, slots=True)
class Stop:
    """End."""


@dataclass(frozen=True, slots=True)
class Said:
    """A decoder reported something."""

    child: Child
    report: Report


@dataclass(frozen=True, slots=True)
class Gone:
    """A decoder is gone."""

    child: Child


@dataclass(frozen=True, slots=True)
class Leased:
    """What is in force from now on.

    Attributes:
      leases: one a camera.
      trust: what decoders are to believe; None leaves it.
      scenes: files of certified empty scenes; None leaves them.
    """

    leases: Mapping[CameraNumber, Lease]
    trust: Trust | None
    scenes: Files | None


@dataclass(frozen=True, slots=True)
class ViewAsked:
    """Something about a camera's remembered views."""

    order: ViewOrder


@dataclass(frozen=True, slots=True)
class SceneAsked:
    """A camera's empty scene is to be taken."""

    order: Certify


Message = Want | TryNow | Leased | ViewAsked | SceneAsked | Stop | Said | Gone
