"""`python -m tests.e2e.crisis_round OUT`: an alarm, a crisis and its end in two real windows, by the keyboard.

The operator on the left, the supervisor on the right: alarm, incident, marker, spotlight, the request for the private
cameras, a perimeter, level 2 with a second person, a CAP message, stand-down. A picture of each step, and how long
each took.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.program import environment
from tests.e2e.access_room import HALL, PLACE, STREET, TILES, Console, Room, now_s
from tests.e2e.access_round import SIDE_PX, Round
from tests.e2e.screen import Screen
from wallapp.domain.access import RequestState

ALARM = "Panic button at the counter"
GRID = (2, 3)


def situation(console: Console) -> dict[str, Any]:
    """What it last read."""
    found: dict[str, Any] = console.state()["situation"]
    return found


def both(one: Round, condition: Callable[[dict[str, Any]], object], what: str) -> None:
    """Until both stations see it so."""
    one.wait(lambda: condition(situation(one.operator)) and condition(situation(one.supervisor)), what)


def to_wall(one: Round, console: Console) -> None:
    """Give the console's window the keyboard."""
    one.at_front(console, 1)


def raise_alarm(one: Round) -> None:
    """A script of the bank's raises an alarm; both stations list it."""
    command = [sys.executable, "-m", "wallapp", "alarm", "--demo", "--profile", str(one.room.profile)]
    command += ["--title", ALARM, "--source", "bank", "--camera", str(HALL), "--priority", "critical"]
    subprocess.run(command, env=environment(one.room.home), check=True, capture_output=True, timeout=60)
    both(one, lambda seen: ALARM in seen["alarms"], "the alarm at both stations")
    one.step("alarm")


def open_incident(one: Round) -> None:
    """F12 goes to the alarm, I makes it an incident."""
    to_wall(one, one.operator)
    one.screen.key("F12")
    one.screen.key("i")
    both(one, lambda seen: len(seen["incidents"]) == 1, "the incident at both stations")
    one.step("incident")


def place_marker(one: Round) -> None:
    """A spot of the selected tile by the keys, then the marker's form."""
    one.screen.key("Escape", "Escape")
    to_wall(one, one.operator)
    one.screen.key("ctrl+m")
    one.screen.key("Right", "Right", "Down")
    one.step("cross")
    one.screen.key("Return")
    one.screen.key("Down", "Return")
    one.at_front(one.operator, 2)
    one.step("marker-form")
    one.screen.key("Return")
    both(one, lambda seen: seen["markers"] == 1, "the marker at both stations")
    to_wall(one, one.operator)
    one.step("marker")


def shine(one: Round) -> None:
    """The nearest cameras come up around the incident."""
    before = [tile["camera"] for tile in one.operator.state()["tiles"]]
    one.screen.key("ctrl+space")
    one.wait(lambda: [tile["camera"] for tile in one.operator.state()["tiles"]] != before, "the spotlight")
    one.wait(
        lambda: all(
            tile["state"] in ("live", "closed") for tile in one.operator.state()["tiles"] if tile["camera"] is not None
        ),
        "its pictures",
    )
    one.step("spotlight")


def ask_for_all(one: Round) -> None:
    """What the spotlight brought up locked is asked for, the reason filled in from the incident."""
    one.screen.key("ctrl+r")
    one.at_front(one.operator, 2)
    one.step("asking")
    one.screen.key("ctrl+Return")
    one.wait(lambda: len(one.windows(one.operator)) == 1, "the form sent")
    with one.room.store.reading() as unit:
        requests = unit.requests.requests()
    assert requests
    assert all(request.state is RequestState.PENDING for request in requests)
    cameras = {camera for request in requests for camera in request.terms.cameras}
    assert HALL in cameras
    assert cameras.isdisjoint({STREET, PLACE})
    one.step("asked")


def draw_perimeter(one: Round) -> None:
    """Round the incident, from its row in the list; Enter keeps it."""
    to_wall(one, one.operator)
    one.screen.key("F5")
    one.screen.key("p")
    one.step("drawing")
    one.screen.key("ctrl+Return")
    both(one, lambda seen: len(seen["layers"]) == 1, "the perimeter at both stations")
    one.step("perimeter")


def ask_for_level(one: Round, digit: str, why: str) -> None:
    """The supervisor's page of the level: a digit asks for that level."""
    to_wall(one, one.supervisor)
    one.screen.key("ctrl+F10")
    one.at_front(one.supervisor, 2)
    one.screen.key(digit)
    one.at_front(one.supervisor, 3)
    one.screen.type(why)
    one.step(f"level-{digit}-form")
    one.screen.key("Return")
    both(one, lambda seen: seen["asked"], f"the request for level {digit} at both stations")
    one.step(f"level-{digit}-asked")


def agree_to_level(one: Round, digit: str) -> None:
    """The operator, told at once, is the second person."""
    to_wall(one, one.operator)
    one.screen.key("ctrl+F10")
    one.at_front(one.operator, 2)
    one.wait(lambda: one.operator.state()["enabled"].get("Agree: it begins now (A)"), "the request on the page")
    one.screen.key("a")
    both(one, lambda seen: seen["level"] == digit and not seen["asked"], f"level {digit} at both stations")
    one.step(f"level-{digit}")
    one.screen.key("Escape")
    to_wall(one, one.operator)
    one.at_front(one.supervisor, 2)
    one.screen.key("Escape")


def raise_level(one: Round) -> None:
    """Level 2 by two persons."""
    ask_for_level(one, "2", "people in the hall, exits narrow")
    agree_to_level(one, "2")


def send_cap(one: Round) -> None:
    """The incident leaves as a CAP message."""
    path = one.room.home / "alert.xml"
    to_wall(one, one.operator)
    one.screen.key("F5")
    one.screen.key("ctrl+shift+e")
    one.at_front(one.operator, 2)
    one.step("cap-form")
    one.screen.key("Return")
    one.at_front(one.operator, 3)
    one.screen.key("ctrl+a")
    one.screen.type(str(path))
    one.screen.key("Return")
    one.wait(path.exists, "the message's file")
    checked = subprocess.run(
        [sys.executable, "-m", "wallapp", "cap", "check", str(path)],
        env=environment(one.room.home),
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert json.loads(checked.stdout)["msgType"] == "Alert"
    to_wall(one, one.operator)
    one.step("cap")


def stand_down(one: Round) -> None:
    """To watch and to routine, each with a second person; the wall as it was before the spotlight."""
    ask_for_level(one, "1", "the hall is clear")
    agree_to_level(one, "1")
    ask_for_level(one, "0", "nobody is hurt")
    agree_to_level(one, "0")
    one.screen.key("Escape")
    to_wall(one, one.operator)
    one.screen.key("BackSpace")
    first = TILES[STREET]
    one.wait(lambda: one.operator.state()["tiles"][first]["camera"] == STREET, "the wall as it was")
    lines = situation(one.operator)["lines"]
    assert len(lines) >= len(STORY)
    one.step("stood-down")


def do_round(out: Path, home: Path) -> Round:
    """The whole story; each step waits for what it brings about."""
    out.mkdir(parents=True, exist_ok=True)
    with Screen(2 * SIDE_PX[0], SIDE_PX[1]) as screen, Room(home) as room:
        operator = room.console("operator", display=screen.display).up()
        supervisor = room.console("supervisor", display=screen.display).up()
        one = Round(out, screen, room, operator, supervisor)
        for index, console in enumerate((operator, supervisor)):
            (window,) = one.windows(console)
            screen.do("windowsize", "--sync", window, *SIDE_PX)
            screen.do("windowmove", "--sync", window, index * SIDE_PX[0], 0)
        one.begin_s = now_s()
        for step in STORY:
            step(one)
        assert (operator.quit(), supervisor.quit()) == (0, 0)
        return one


STORY = (
    raise_alarm,
    open_incident,
    place_marker,
    shine,
    ask_for_all,
    draw_perimeter,
    raise_level,
    send_cap,
    stand_down,
)


def main() -> int:
    with tempfile.TemporaryDirectory() as home:
        one = do_round(Path(sys.argv[1]), Path(home))
    for name, at_s in one.steps:
        print(f"{at_s:6.1f} s  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
