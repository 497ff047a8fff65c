"""Our wall in a real window, its tiles exactly so large: python -m tests.bench.our_wall CSV WxH SECONDS STATS."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from wallapp.app import wall
from wallapp.domain.layout import preset
from wallapp.services.options import CameraSource, Station, WallOptions
from wallapp.ui.wall.painted_wall import GAP_PX
from wallapp.ui.window import MainWindow


def main() -> int:
    cameras, size, seconds, stats = sys.argv[1:]
    width_px, height_px = (int(side) for side in size.split("x"))
    show = MainWindow.show

    def show_with_tiles_of_that_size(window: MainWindow) -> None:
        show(window)

        def fit() -> None:
            wide = 4 * width_px + 3 * GAP_PX - window.canvas.width()
            high = 4 * height_px + 3 * GAP_PX - window.canvas.height()
            window.resize(window.width() + wide, window.height() + high)

        QTimer.singleShot(0, fit)
        QTimer.singleShot(300, fit)

    MainWindow.show = show_with_tiles_of_that_size  # type: ignore[method-assign]  # the product has no such option
    options = WallOptions(
        Station(Path(stats).parent),
        CameraSource.FILE,
        cameras_file=Path(cameras),
        layout=preset("16"),
        duration_s=float(seconds),
        stats_path=Path(stats),
    )
    return wall.run_wall(options)


if __name__ == "__main__":
    sys.exit(main())
