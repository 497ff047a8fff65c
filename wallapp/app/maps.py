"""Which map a station has: its own raster or GeoJSON file in the profile, else the simulated city's in a demo."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from wallapp.base.errors import WallError
from wallapp.base.places import resources_dir
from wallapp.exchange.map_geojson import read_map
from wallapp.exchange.mbtiles import MbTiles
from wallapp.ui.map.model import NO_GROUND, MapGround

log = logging.getLogger("wallapp.app.maps")

RASTER_FILE: Final = "map.mbtiles"
FEATURES_FILE: Final = "map.geojson"


@contextmanager
def open_map(profile_dir: Path, *, demo: bool) -> Iterator[MapGround]:
    """The ground of the map, open until the context ends; bare ground where there is none that can be read.

    A map that cannot be read must not keep the wall from opening: the log says what is wrong with it.
    """
    raster: MbTiles | None = None
    ground = NO_GROUND
    try:
        if (profile_dir / RASTER_FILE).exists():
            raster = MbTiles(profile_dir / RASTER_FILE)
            ground = MapGround(raster=raster, attribution=raster.attribution)
        elif (profile_dir / FEATURES_FILE).exists():
            ground = MapGround(read_map(profile_dir / FEATURES_FILE))
        elif demo:
            ground = MapGround(read_map(resources_dir() / "city" / FEATURES_FILE))
    except WallError as error:
        log.warning("the map is left out: %s", error)
    try:
        yield ground
    finally:
        if raster is not None:
            raster.close()
