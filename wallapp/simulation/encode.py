"""The child that draws and encodes: jobs in by stdin, one JSON line each; results out by stdout.

Runs at low priority. Ends at once when stdin ends, so that no child outlives a killed parent.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import sys
import threading
from pathlib import Path
from typing import Any

import cv2

from wallapp.base import log
from wallapp.base.errors import BadInput
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import CameraKind
from wallapp.simulation.city import City, load_city
from wallapp.simulation.clip import write_clips
from wallapp.simulation.clip_store import ClipStore
from wallapp.simulation.events import Event
from wallapp.simulation.scenes.large_scene import LargeScene
from wallapp.simulation.scenes.scene import Scene

NICENESS = 15


def main(arguments: list[str]) -> int:
    """Work until stdin ends. Returns 0; a job that fails is answered with its error and the next is taken."""
    parser = argparse.ArgumentParser(prog="python -m wallapp.simulation.encode")
    parser.add_argument("--folder", type=Path, required=True, help="the store's folder")
    folder: Path = parser.parse_args(arguments).folder
    log.configure()
    _step_back()
    jobs: queue.SimpleQueue[str] = queue.SimpleQueue()
    store = ClipStore(folder)
    threading.Thread(target=_read_jobs, args=(jobs, store), name="encode-stdin", daemon=True).start()
    city = load_city()
    while True:
        answer = _do(json.loads(jobs.get()), city, store)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _do(job: dict[str, Any], city: City, store: ClipStore) -> dict[str, str | None]:
    number = CameraNumber(job["number"])
    event = Event(job["event"]) if job["event"] else None
    try:
        if not store.is_whole(number, event):
            with store.making(number, event) as (main_path, sub_path):
                view = city.viewpoints[number]
                kind = LargeScene if view.kind is CameraKind.PTZ else Scene
                frames = kind(view, event=event).frames()
                write_clips(frames, main_path, sub_path, still=event is Event.FROZEN)
    except (OSError, BadInput) as error:
        return {"error": str(error)}
    return {"error": None}


def _read_jobs(jobs: queue.SimpleQueue[str], store: ClipStore) -> None:
    """Pass lines on; at the end of stdin the parent is gone, whatever the drawing does."""
    for line in sys.stdin:
        jobs.put(line)
    store.remove_parts_of(os.getpid())
    os._exit(0)


def _step_back() -> None:
    """Give way to everything else: the wall must not stutter while the city is drawn."""
    cv2.setNumThreads(1)
    if sys.platform != "win32":
        os.nice(NICENESS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
