"""Places on the globe, and the flat ground around one of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

EARTH_RADIUS_M: Final = 6_371_008.8
"""Mean radius (IUGG)."""

EastNorth = tuple[float, float]
"""Metres east and metres north of a plane's origin."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the earth's surface in WGS 84 degrees; latitude -90 to 90, longitude -180 to 180."""

    lat_deg: float
    lon_deg: float

    def __post_init__(self) -> None:
        if not (-90.0 <= self.lat_deg <= 90.0 and -180.0 <= self.lon_deg <= 180.0):
            raise ValueError(f"not a place on the globe: latitude {self.lat_deg}, longitude {self.lon_deg}")


@dataclass(frozen=True, slots=True)
class TangentPlane:
    """The flat ground about a place: equirectangular, under 0.1 % off within 10 km of it below 60 degrees."""

    origin: Place

    def to_metres(self, place: Place) -> EastNorth:
        """(east, north) of a place, the short way round the globe."""
        east_deg = math.remainder(place.lon_deg - self.origin.lon_deg, 360.0)
        north_m = math.radians(place.lat_deg - self.origin.lat_deg) * EARTH_RADIUS_M
        return math.radians(east_deg) * EARTH_RADIUS_M * self._shrink(), north_m

    def to_place(self, east_m: float, north_m: float) -> Place:
        """The inverse of `to_metres`; stops at the poles."""
        lat_deg = self.origin.lat_deg + math.degrees(north_m / EARTH_RADIUS_M)
        lon_deg = self.origin.lon_deg + math.degrees(east_m / (EARTH_RADIUS_M * self._shrink()))
        return Place(min(90.0, max(-90.0, lat_deg)), math.remainder(lon_deg, 360.0))

    def _shrink(self) -> float:
        return max(1e-6, math.cos(math.radians(self.origin.lat_deg)))


def distance_m(here: Place, there: Place) -> float:
    """Along the great circle (haversine, sphere: within 0.6 % of the ellipsoid anywhere)."""
    here_lat, there_lat = math.radians(here.lat_deg), math.radians(there.lat_deg)
    half_lat, half_lon = (there_lat - here_lat) / 2, math.radians(there.lon_deg - here.lon_deg) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(here_lat) * math.cos(there_lat) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_M * math.asin(min(1.0, math.sqrt(chord)))


def bearing_deg(here: Place, there: Place) -> float:
    """Where to look from `here` to see `there`: 0 is north, clockwise, under 360; 0 where both are one place."""
    here_lat, there_lat = math.radians(here.lat_deg), math.radians(there.lat_deg)
    turn = math.radians(there.lon_deg - here.lon_deg)
    east = math.sin(turn) * math.cos(there_lat)
    north = math.cos(here_lat) * math.sin(there_lat) - math.sin(here_lat) * math.cos(there_lat) * math.cos(turn)
    # The second remainder: a bearing a hair west of north would round up to 360.
    return math.degrees(math.atan2(east, north)) % 360.0 % 360.0


def offset(here: Place, *, east_m: float, north_m: float) -> Place:
    """The place so many metres away; for distances of a city."""
    return TangentPlane(here).to_place(east_m, north_m)


def towards(here: Place, azimuth_deg: float, away_m: float) -> Place:
    """The place so many metres away in a direction; for distances of a city."""
    azimuth = math.radians(azimuth_deg)
    return offset(here, east_m=away_m * math.sin(azimuth), north_m=away_m * math.cos(azimuth))


def turn_deg(from_deg: float, to_deg: float) -> float:
    """How far to turn from one bearing to another the short way: -180 to 180, clockwise positive."""
    return math.remainder(to_deg - from_deg, 360.0)
