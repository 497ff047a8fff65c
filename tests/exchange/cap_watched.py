"""Run by itself: reads CAP bytes from its input and says what the interpreter opened meanwhile, as JSON."""

from __future__ import annotations

import json
import resource
import sys

from wallapp.exchange.cap_read import read_cap

_OPENING = ("open", "socket.", "os.", "subprocess.", "urllib.", "http.", "ftplib.", "import", "shutil.", "ctypes.")


def main() -> None:
    """Whatever Python opens is seen by the hook; whatever a C library opens fails, as no descriptor is left."""
    content = sys.stdin.buffer.read()
    events: list[str] = []
    watching = False

    def watch(event: str, _: tuple[object, ...]) -> None:
        if watching and event.startswith(_OPENING):
            events.append(event)

    sys.addaudithook(watch)
    if "--open-something" in sys.argv:
        watching = True
        with open("/etc/hostname", encoding="utf-8"):
            pass
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    watching = True
    readings = read_cap(content)
    watching = False
    refusals = [reading.refusal for reading in readings]
    sys.stdout.write(json.dumps({"opened": events, "refusals": refusals}))


if __name__ == "__main__":
    main()
