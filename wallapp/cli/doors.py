"""The way to the wall, kept open even where the wall's own libraries cannot be loaded.

On a machine without Qt's system libraries importing the wall fails; `wallapp doctor` must run all the same,
because it is what tells a person which library is missing.
"""

from __future__ import annotations

from wallapp.base.errors import Unavailable
from wallapp.services.options import WallOptions

try:
    from wallapp.app.wall import run_wall as _run_wall
except ImportError as error:
    if (error.name or "").startswith("wallapp"):
        raise
    _missing = str(error)

    def _run_wall(options: WallOptions) -> int:
        raise Unavailable(f"the wall's libraries cannot be loaded ({_missing}); run wallapp doctor")


def run_wall(options: WallOptions) -> int:
    """Run a wall; returns the exit code.

    Raises:
      Unavailable: a library that the wall needs cannot be loaded on this machine.
    """
    return _run_wall(options)
