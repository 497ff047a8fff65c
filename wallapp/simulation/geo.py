"""The city's one ground plane: metres east and north of the origin, and its place on the globe.

Flat-earth mapping about the origin; over the city's kilometre it is off by less than a centimetre.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius (IUGG)."""


@dataclass(frozen=True, slots=True)
class GroundPlane:
    """Where the plane's origin touches the globe. x is east, y is north, z is up, all in metres."""

    origin_lat_deg: float
    origin_lon_deg: float

    def to_lat_lon(self, x_m: float, y_m: float) -> tuple[float, float]:
        """(latitude, longitude) in degrees of a point of the plane."""
        lat_deg = self.origin_lat_deg + math.degrees(y_m / EARTH_RADIUS_M)
        lon_deg = self.origin_lon_deg + math.degrees(x_m / (EARTH_RADIUS_M * self._shrink()))
        return lat_deg, lon_deg

    def to_plane(self, lat_deg: float, lon_deg: float) -> tuple[float, float]:
        """(x, y) in metres of a place on the globe; the inverse of `to_lat_lon`."""
        y_m = math.radians(lat_deg - self.origin_lat_deg) * EARTH_RADIUS_M
        x_m = math.radians(lon_deg - self.origin_lon_deg) * EARTH_RADIUS_M * self._shrink()
        return x_m, y_m

    def _shrink(self) -> float:
        return math.cos(math.radians(self.origin_lat_deg))
