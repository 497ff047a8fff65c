"""`python -m tests.e2e.access_round OUT`: a request in two real windows side by side, by the keyboard alone.

From the closed tile to the clear picture and its end, the operator on the left, the supervisor on the right; a
picture of each step, and how long each took. The school's head, whose consent the rules want too, agrees from
elsewhere.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.access_room import SCHOOL, TILES, Console, Room, is_closed, is_open, now_s
from tests.e2e.screen import Screen
from tests.waiting import wait_until
from wallapp.app.demo_people import DEMO_PASSWORD
from wallapp.domain.access import Request, RequestState

SIDE_PX = (1920, 1080)
WITHIN_S = 15.0
REASON = "the alarm at the gate has gone off"


@dataclass
class Round:
    """Two consoles on one screen."""

    out: Path
    screen: Screen
    room: Room
    operator: Console
    supervisor: Console
    begin_s: float = field(default_factory=now_s)
    steps: list[tuple[str, float]] = field(default_factory=list)

    def step(self, name: str) -> None:
        """Keep a picture of this step, and when it was reached."""
        self.steps.append((name, now_s() - self.begin_s))
        self.screen.keep(self.out / f"{len(self.steps):02}-{name}.png")

    def wait(self, condition: Callable[[], object], what: str, *, within_s: float = WITHIN_S) -> None:
        """Until it is so; a picture of the failure is kept where it does not come."""
        try:
            wait_until(condition, within_s=within_s, what=what)
        except AssertionError:
            self.screen.keep(self.out / "failed.png")
            raise

    def windows(self, console: Console) -> list[str]:
        """The ids of its visible windows, the newest last."""
        pid = str(console.process.pid)
        found = self.screen.do("search", "--onlyvisible", "--pid", pid, "--name", ".").split()
        # The search by process finds windows of others that were opened over one's own.
        return sorted((one for one in found if self.screen.do("getwindowpid", one) == pid), key=int)

    def at_front(self, console: Console, count: int) -> None:
        """Wait for so many windows of it, and give the newest the keyboard, as a window manager would."""
        self.wait(lambda: len(self.windows(console)) == count, f"{count} windows of {console.operator}'s")
        self.screen.focus(self.windows(console)[-1])

    def request(self) -> Request:
        """The one that there is."""
        with self.room.store.reading() as unit:
            (request,) = unit.requests.requests()
        return request


def ask_for_it(one: Round) -> Request:
    """Go to the closed tile, ask, write why."""
    one.at_front(one.operator, 1)
    one.screen.key("Down")
    one.step("closed")
    one.screen.key("r")
    one.at_front(one.operator, 2)
    one.screen.key("Tab")
    one.screen.type(REASON)
    one.step("asking")
    one.screen.key("ctrl+Return")
    one.wait(lambda: len(one.windows(one.operator)) == 1, "the form sent")
    request = one.request()
    assert request.state is RequestState.PENDING
    assert request.terms.cameras == {SCHOOL}
    return request


def decide_on_it(one: Round, request: Request) -> None:
    """Notice it without being disturbed, go there, give less time, approve and prove who it is."""
    one.room.approve("school", request)
    one.at_front(one.supervisor, 1)
    one.wait(lambda: "asks for" in one.supervisor.state()["notice"], "the notice")
    one.wait(lambda: "1 of 2 agreed" in one.operator.tile(SCHOOL)["says"], "the consent on the operator's tile")
    one.step("noticed")
    one.screen.key("F8")
    one.at_front(one.supervisor, 2)
    one.wait(lambda: one.supervisor.state()["enabled"].get("Approve (A)"), "the case")
    one.screen.key("minus")
    one.step("narrowed")
    one.screen.key("a")
    one.at_front(one.supervisor, 3)
    one.screen.type(DEMO_PASSWORD)
    one.screen.key("Tab")
    one.screen.type(one.room.code("supervisor"))
    one.step("proving")
    one.screen.key("Return")


def see_it(one: Round, request: Request) -> None:
    """The picture opens on the operator's wall, and there alone."""
    one.wait(lambda: is_open(one.operator.state(), SCHOOL), "the clear picture")
    one.wait(lambda: "clear until" in one.operator.tile(SCHOOL)["says"], "the words on the tile")
    one.step("clear")
    assert is_closed(one.supervisor.state(), SCHOOL)
    with one.room.store.reading() as unit:
        grant = unit.grants.grant_of(request.terms.request)
    assert grant is not None
    assert (grant.not_after - grant.not_before).total_seconds() < request.terms.duration_s


def end_it(one: Round, request: Request) -> None:
    """Look who looks, end it, see the decoder's word."""
    one.screen.key("Escape")
    one.at_front(one.supervisor, 1)
    one.screen.key("F7")
    one.at_front(one.supervisor, 2)
    one.wait(lambda: one.supervisor.state()["enabled"].get("Revoke (R)"), "who looks")
    one.step("who-looks")
    one.screen.key("r")
    one.step("sure")
    one.screen.key("Return")
    one.wait(lambda: is_closed(one.operator.state(), SCHOOL), "the closed tile")
    one.wait(lambda: "revoked" in one.operator.tile(SCHOOL)["says"], "why it closed")
    with one.room.store.reading() as unit:
        grant = unit.grants.grant_of(request.terms.request)
    assert grant is not None
    one.wait(lambda: one.room.kept(grant.grant).closed_at, "the decoder's word")
    one.wait(
        lambda: any("revoked" in line and "not confirmed" not in line for line in one.operator.state()["words"]),
        "the decoder's word in the operator's list",
    )
    one.step("ended")
    one.screen.key("Escape")


def do_round(out: Path, home: Path) -> Round:
    """The whole round; each step waits for what it brings about."""
    out.mkdir(parents=True, exist_ok=True)
    with Screen(2 * SIDE_PX[0], SIDE_PX[1]) as screen, Room(home) as room:
        operator = room.console("operator", display=screen.display).up()
        supervisor = room.console("supervisor", display=screen.display).up()
        one = Round(out, screen, room, operator, supervisor)
        for index, console in enumerate((operator, supervisor)):
            (window,) = one.windows(console)
            screen.do("windowsize", "--sync", window, *SIDE_PX)
            screen.do("windowmove", "--sync", window, index * SIDE_PX[0], 0)
        operator.wait(lambda seen: seen["tiles"][TILES[SCHOOL]]["wants"] == "closed", within_s=10, what="a closed tile")
        one.begin_s = now_s()
        request = ask_for_it(one)
        decide_on_it(one, request)
        see_it(one, request)
        end_it(one, request)
        assert (operator.quit(), supervisor.quit()) == (0, 0)
        return one


def main() -> int:
    with tempfile.TemporaryDirectory() as home:
        one = do_round(Path(sys.argv[1]), Path(home))
    for name, at_s in one.steps:
        print(f"{at_s:6.1f} s  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
