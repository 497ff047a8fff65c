"""The program as a person starts it: a process of its own with a profile of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_WITHIN_S = 60.0


def environment(home: Path, **more: str) -> dict[str, str]:
    """The test's environment with another home, no display and no passphrase of the tester's."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("WALLAPP_VAULT_PASSPHRASE", None)
    # Output that is not kept back hides errors of the last flush.
    kept.pop("PYTHONUNBUFFERED", None)
    # No desktop session: the tester's own vault must neither be asked nor filled.
    kept.pop("DBUS_SESSION_BUS_ADDRESS", None)
    return {**kept, "XDG_DATA_HOME": str(home / "data"), "XDG_RUNTIME_DIR": str(home), **more}


def wallapp(*arguments: str, home: Path, told: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; `told` is piped in, `more` goes to its environment."""
    return subprocess.run(
        [sys.executable, "-m", "wallapp", *arguments],
        input=told,
        capture_output=True,
        text=True,
        env=environment(home, **more),
        timeout=_WITHIN_S,
    )
