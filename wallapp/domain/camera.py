"""Owners, sites, cameras and their streams."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from wallapp.base.ids import CameraNumber, OwnerName


class OwnerKind(StrEnum):
    """What an owner is; a camera's sensitivity follows it where none is given."""

    CITY = "city"
    TRAMWAY = "tramway"
    BANK = "bank"
    SCHOOL = "school"
    SHOP = "shop"
    PORT = "port"
    HOSPITAL = "hospital"
    HOTEL = "hotel"
    OTHER = "other"


class CameraKind(StrEnum):
    """How the camera looks at the world."""

    FIXED = "fixed"
    PTZ = "ptz"
    FISHEYE = "fisheye"


class Sensitivity(StrEnum):
    """How much of a camera is open without a grant: public clear, private mosaic, protected closed."""

    PUBLIC = "public"
    PRIVATE = "private"
    PROTECTED = "protected"


class Transport(StrEnum):
    """How RTSP media travel; other protocols ignore it."""

    TCP = "tcp"
    UDP = "udp"


class StreamName(StrEnum):
    """Which of a camera's streams."""

    MAIN = "main"
    SUB = "sub"
    OVERVIEW = "overview"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for cameras. `colour` is #RRGGBB, drawn beside the name; empty means by kind."""

    name: OwnerName
    kind: OwnerKind
    contact: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """A place of an owner's; its name is unique with the owner."""

    owner: OwnerName
    name: str


@dataclass(frozen=True, slots=True)
class Camera:
    """One registered camera. Addresses never hold credentials: `credential` names an entry of the vault.

    Attributes:
      lat_deg, lon_deg: WGS 84; None where the position is not known.
      height_m: of the lens above the ground.
      azimuth_deg: 0 is north, clockwise; of the centre of the picture.
      hfov_deg: horizontal field of view, over 0, at most 360.
      range_m: to which a person can be made out.
      retention_days: what the owner keeps; the wall itself records nothing.
      streams: address by name; at least main or sub.
    """

    number: CameraNumber
    name: str
    owner: OwnerName
    streams: dict[StreamName, str] = field(default_factory=dict)
    site: str = ""
    kind: CameraKind = CameraKind.FIXED
    sensitivity: Sensitivity = Sensitivity.PUBLIC
    transport: Transport = Transport.TCP
    credential: str = ""
    lat_deg: float | None = None
    lon_deg: float | None = None
    height_m: float | None = None
    azimuth_deg: float | None = None
    hfov_deg: float | None = None
    range_m: float | None = None
    purpose: str = ""
    legal_basis: str = ""
    retention_days: int | None = None


_SENSITIVITY_BY_KIND = {
    OwnerKind.CITY: Sensitivity.PUBLIC,
    OwnerKind.TRAMWAY: Sensitivity.PUBLIC,
    OwnerKind.SCHOOL: Sensitivity.PROTECTED,
}


def default_sensitivity(kind: OwnerKind) -> Sensitivity:
    """What holds where the register says nothing: private for everybody but city, tramway and school."""
    return _SENSITIVITY_BY_KIND.get(kind, Sensitivity.PRIVATE)
