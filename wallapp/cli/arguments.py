"""The grammar of the command line (DESIGN 7), and from arguments to checked options."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from platformdirs import user_data_path

from wallapp import __version__
from wallapp.base.errors import BadInput
from wallapp.cli import values
from wallapp.cli.alarm_arguments import add_alarm
from wallapp.cli.parser import Parser
from wallapp.services.options import (
    AlarmListenOptions,
    AlarmOptions,
    CamerasAction,
    CamerasOptions,
    CameraSource,
    CapAction,
    CapOptions,
    DoctorOptions,
    PartnerOptions,
    Station,
    StoreOptions,
    VaultAction,
    VaultOptions,
    WallOptions,
)

Options = (
    WallOptions
    | CamerasOptions
    | VaultOptions
    | StoreOptions
    | DoctorOptions
    | CapOptions
    | AlarmOptions
    | AlarmListenOptions
    | PartnerOptions
)

LANGUAGES: Final = ("fr", "ar", "en")


def parse(argv: Sequence[str]) -> Options:
    """The options that the arguments ask for. --help and --version print and raise SystemExit(0).

    Raises:
      BadInput: they cannot be used; nothing was opened.
    """
    given = vars(make_parser().parse_args(argv))
    make: Callable[[dict[str, Any]], Options] = given.get("make", _wall)
    return make(given)


def make_parser() -> Parser:
    """The whole grammar; tests compare it with the README."""
    station, running = _station_options(), _running_options()
    parser = Parser(
        prog="wallapp",
        parents=[station, running],
        description="A control-room video wall. Without a command: the console with the registered cameras.",
    )
    parser.add_argument("--version", action="version", version=f"wallapp {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)
    _add_demo(commands, [station, running])
    _add_wall(commands, [station, running])
    _add_cameras(commands, station)
    _add_vault(commands, station)
    _add_store(commands, station)
    _add_cap(commands, station)
    add_alarm(commands, station, _station)
    _add_doctor(commands, station)
    return parser


# Nothing is set for an option that was not given: a sub-command's default would else undo what stood before it.


def _station_options() -> Parser:
    parser = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    group = parser.add_argument_group("the station")
    group.add_argument("--profile", metavar="DIR", type=values.path, help="where this station keeps what it knows")
    group.add_argument("--as", metavar="NAME", dest="operator", type=values.operator, help="who sits here")
    group.add_argument(
        "--station", metavar="NAME", dest="station", type=values.station, help="its name, if not the host's"
    )
    group.add_argument("--store", metavar="URL", help="a database in place of the profile's own file")
    group.add_argument("--language", choices=LANGUAGES, help="of the console")
    return parser


def _running_options() -> Parser:
    parser = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    group = parser.add_argument_group("the wall")
    group.add_argument("--layout", metavar="RxC", type=values.layout, help="rows x columns (4x4), or 1+5, 1+7, 2+8")
    group.add_argument("--headless", action="store_true", help="no window; needs no display")
    group.add_argument("--seconds", metavar="S", type=values.duration_s, help="end S seconds after the first live tile")
    group.add_argument(
        "--snapshot", metavar="FILE.png", type=values.snapshot_path, help="the wall as it was at the end"
    )
    group.add_argument(
        "--cap-inbox", metavar="DIR", dest="cap_inbox", type=values.cap_inbox, help="watch a folder for CAP messages"
    )
    group.add_argument("--stats", metavar="FILE.json", type=values.stats_path, help="the figures of the run")
    return parser


def _add_demo(commands: Any, parents: list[Parser]) -> None:
    demo = commands.add_parser("demo", parents=parents, help="a simulated city, nothing else needed")
    demo.add_argument(
        "--cameras",
        metavar="N",
        dest="demo_cameras",
        type=values.camera_count,
        default=argparse.SUPPRESS,
        help="how many of the city's cameras",
    )
    demo.add_argument("--rtsp", action="store_true", help="play them through a real RTSP server on this machine")
    demo.set_defaults(make=_demo)


def _add_wall(commands: Any, parents: list[Parser]) -> None:
    wall = commands.add_parser("wall", parents=parents, help="your cameras, from a CSV file")
    wall.add_argument(
        "--cameras", metavar="FILE.csv", dest="cameras_file", type=values.path, required=True, help="see the README"
    )
    wall.set_defaults(make=_wall_of_file)


def _add_cameras(commands: Any, station: Parser) -> None:
    cameras = commands.add_parser("cameras", help="the registry: import, check, list, export")
    actions = cameras.add_subparsers(title="actions", metavar="ACTION", required=True, parser_class=Parser)
    what = {
        CamerasAction.CHECK: "say what an import would do, row by row; changes nothing",
        CamerasAction.IMPORT: "check, then take the file in if no row is wrong",
        CamerasAction.LIST: "list the registry, or what a file holds",
        CamerasAction.EXPORT: "write the registry to a file",
    }
    for action, words in what.items():
        parser = actions.add_parser(action.value, parents=[station], help=words)
        number = "?" if action is CamerasAction.LIST else None
        parser.add_argument("file", metavar="FILE.csv", type=values.path, nargs=number)
        parser.set_defaults(make=_cameras, action=action)
        if action is CamerasAction.IMPORT:
            parser.add_argument("--dry-run", action="store_true", help="only say what it would do, as check does")
            parser.add_argument("--skip-wrong", action="store_true", help="leave wrong rows out and take the others")


def _add_vault(commands: Any, station: Parser) -> None:
    vault = commands.add_parser("vault", help="the cameras' users and passwords: set, list, forget")
    actions = vault.add_subparsers(title="actions", metavar="ACTION", required=True, parser_class=Parser)
    put = actions.add_parser("set", parents=[station], help="keep a user and password under a name")
    put.add_argument("entry", metavar="NAME", type=values.entry, help="as in the credential column of cameras.csv")
    put.add_argument("--user", metavar="USER", required=True, help="the password is asked for, or read from a pipe")
    put.set_defaults(make=_vault, action=VaultAction.SET)
    listing = actions.add_parser("list", parents=[station], help="the names of all entries")
    listing.set_defaults(make=_vault, action=VaultAction.LIST)
    forget = actions.add_parser("forget", parents=[station], help="remove an entry")
    forget.add_argument("entry", metavar="NAME", type=values.entry)
    forget.set_defaults(make=_vault, action=VaultAction.FORGET)


def _add_cap(commands: Any, station: Parser) -> None:
    cap = commands.add_parser("cap", help="alerts in the Common Alerting Protocol: check")
    actions = cap.add_subparsers(title="actions", metavar="ACTION", required=True, parser_class=Parser)
    check = actions.add_parser("check", parents=[station], help="one JSON line an alert, or why it is refused")
    check.add_argument("files", metavar="FILE", type=values.path, nargs="+")
    check.set_defaults(make=_cap, action=CapAction.CHECK)


def _add_store(commands: Any, station: Parser) -> None:
    store = commands.add_parser("store", help="the database that several stations share: prepare")
    actions = store.add_subparsers(title="actions", metavar="ACTION", required=True, parser_class=Parser)
    words = "make or update the tables as their owner, and give the stations' role what it needs; after each update"
    prepare = actions.add_parser("prepare", parents=[station], help=words)
    prepare.add_argument("role", metavar="ROLE", help="the role that stations use; --store names the owner's URL")
    prepare.set_defaults(make=_store)


def _add_doctor(commands: Any, station: Parser) -> None:
    doctor = commands.add_parser(
        "doctor", parents=[station], help="what this station can and cannot do, and what to do about it"
    )
    doctor.add_argument("--json", action="store_true", dest="as_json", help="for programs")
    doctor.set_defaults(make=_doctor)


def _station(given: dict[str, Any]) -> Station:
    profile_dir: Path | None = given.get("profile")
    return Station(
        profile_dir=(profile_dir or user_data_path("wallapp", appauthor=False)).absolute(),
        store_url=given.get("store"),
        operator=given.get("operator", ""),
        name=given.get("station", ""),
        language=given.get("language"),
    )


def _running(given: dict[str, Any]) -> dict[str, Any]:
    """What every kind of wall has, its output files tried."""
    snapshot_path: Path | None = given.get("snapshot")
    stats_path: Path | None = given.get("stats")
    if snapshot_path is not None:
        values.check_writable("--snapshot", snapshot_path)
    if stats_path is not None:
        values.check_writable("--stats", stats_path)
    if stats_path is not None and stats_path == snapshot_path:
        raise BadInput("--stats and --snapshot name the same file; give two")
    return {
        "station": _station(given),
        "layout": given.get("layout"),
        "headless": given.get("headless", False),
        "duration_s": given.get("seconds"),
        "snapshot_path": snapshot_path,
        "cap_inbox": given.get("cap_inbox"),
        "stats_path": stats_path,
    }


def _wall(given: dict[str, Any]) -> WallOptions:
    return WallOptions(source=CameraSource.REGISTRY, **_running(given))


def _demo(given: dict[str, Any]) -> WallOptions:
    demo_cameras: int | None = given.get("demo_cameras")
    return WallOptions(source=CameraSource.DEMO, demo_cameras=demo_cameras, rtsp=given["rtsp"], **_running(given))


def _wall_of_file(given: dict[str, Any]) -> WallOptions:
    return WallOptions(source=CameraSource.FILE, cameras_file=given["cameras_file"], **_running(given))


def _cameras(given: dict[str, Any]) -> CamerasOptions:
    return CamerasOptions(
        _station(given),
        given["action"],
        given["file"],
        skip_wrong=given.get("skip_wrong", False),
        dry_run=given.get("dry_run", False),
    )


def _vault(given: dict[str, Any]) -> VaultOptions:
    return VaultOptions(_station(given), given["action"], entry=given.get("entry", ""), user=given.get("user", ""))


def _cap(given: dict[str, Any]) -> CapOptions:
    return CapOptions(_station(given), given["action"], tuple(given["files"]))


def _store(given: dict[str, Any]) -> StoreOptions:
    if given.get("store") is None:
        raise BadInput("store prepare: name the database with --store postgresql+psycopg://owner@host/database")
    return StoreOptions(_station(given), given["role"])


def _doctor(given: dict[str, Any]) -> DoctorOptions:
    return DoctorOptions(_station(given), as_json=given["as_json"])
