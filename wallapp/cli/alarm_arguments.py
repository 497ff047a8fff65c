"""The words of `wallapp alarm`: an alarm from a script, listening for partners' alarms, and who the partners are."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final, TypeVar

from wallapp.base.errors import BadInput
from wallapp.base.ids import CameraNumber
from wallapp.cli import values
from wallapp.cli.parser import Parser
from wallapp.domain.cap import Category
from wallapp.domain.incident import Priority
from wallapp.domain.place import Place
from wallapp.domain.policy import FactKind
from wallapp.services.alarm_input import FACTS, AlarmForm, checked, checked_source
from wallapp.services.options import AlarmListenOptions, AlarmOptions, PartnerAction, PartnerOptions, Station

HOST: Final = "127.0.0.1"
PORT: Final = 8443
_PORT_MAX: Final = 65_535
_SOURCE: Final = "script"
_Word = TypeVar("_Word", bound=StrEnum)
_StationOf = Callable[[dict[str, Any]], Station]


def add_alarm(commands: Any, station: Parser, station_of: _StationOf) -> None:
    """Add the command to the grammar.

    Args:
      station: the options that all commands share.
      station_of: reads them.
    """
    # Not set where not given, as all options of this grammar.
    alarm = commands.add_parser(
        "alarm",
        parents=[station],
        argument_default=argparse.SUPPRESS,
        help="raise an alarm from a script; listen, partner: let partners' systems raise them",
        description="Raise an alarm, and print one JSON line about it. The same --reference again repeats the alarm.",
    )
    alarm.set_defaults(make=lambda given: _raised(given, station_of(given)))
    alarm.add_argument("--title", metavar="TEXT", help="what happened; an alarm needs it")
    alarm.add_argument("--detail", metavar="TEXT", help="what else is known")
    alarm.add_argument("--source", metavar="NAME", help=f"who raises it; {_SOURCE} if left out")
    alarm.add_argument("--reference", metavar="TEXT", help="what the source calls it; the same again is a repetition")
    alarm.add_argument("--priority", metavar="WORD", type=_word_of("--priority", Priority), help=_words(Priority))
    alarm.add_argument("--category", metavar="WORD", type=_word_of("--category", Category), help=_words(Category))
    alarm.add_argument("--camera", metavar="N", type=_camera, help="the camera that sees it")
    alarm.add_argument("--place", metavar="LAT,LON", type=_place, help="where; --place=-33.5,7.6 for a negative one")
    facts = ", ".join(fact.value for fact in FACTS)
    alarm.add_argument(
        "--fact", metavar="WORD", type=_word_of("--fact", FactKind), help=f"{facts}: for a person to confirm"
    )
    _add_demo(alarm)
    actions = alarm.add_subparsers(title="actions", metavar="ACTION", parser_class=Parser)
    _add_listen(actions, station, station_of)
    _add_partner(actions, station, station_of)


def _add_listen(actions: Any, station: Parser, station_of: _StationOf) -> None:
    listen = actions.add_parser(
        "listen",
        parents=[station],
        argument_default=argparse.SUPPRESS,
        help="take partners' alarms by HTTPS until ended",
    )
    listen.add_argument("--certificate", metavar="FILE.pem", type=values.path, required=True, help="this server's")
    listen.add_argument(
        "--key", metavar="FILE.pem", type=values.path, required=True, help="the certificate's, unsealed"
    )
    listen.add_argument("--host", metavar="ADDRESS", help=f"where to listen; {HOST}, this machine alone, if left out")
    listen.add_argument("--port", metavar="N", type=_port, help=f"{PORT} if left out; 0 takes a free one")
    _add_demo(listen)
    listen.set_defaults(make=lambda given: _listening(given, station_of(given)))


def _add_partner(actions: Any, station: Parser, station_of: _StationOf) -> None:
    partner = actions.add_parser("partner", help="whose systems may raise alarms: add, list, remove")
    what = partner.add_subparsers(title="actions", metavar="ACTION", required=True, parser_class=Parser)
    words = {
        PartnerAction.ADD: "print a new partner's token, this once",
        PartnerAction.LIST: "the partners",
        PartnerAction.REMOVE: "take a partner's token from it",
    }
    for action, text in words.items():
        parser = what.add_parser(action.value, parents=[station], argument_default=argparse.SUPPRESS, help=text)
        if action is not PartnerAction.LIST:
            parser.add_argument("name", metavar="NAME", help="as the list of alarms shows it")
        _add_demo(parser)
        parser.set_defaults(make=lambda given: _partner(given, station_of(given)), action=action)


def _add_demo(parser: Parser) -> None:
    parser.add_argument("--demo", action="store_true", help="in the simulated city's store")


def _raised(given: dict[str, Any], station: Station) -> AlarmOptions:
    if not given.get("title", "").strip():
        raise BadInput("alarm: say what happened with --title TEXT; see wallapp alarm --help")
    form = AlarmForm(
        title=given["title"],
        reference=given.get("reference", ""),
        detail=given.get("detail", ""),
        priority=given.get("priority", Priority.MEDIUM),
        category=given.get("category", Category.OTHER),
        camera=given.get("camera"),
        place=given.get("place"),
        fact=given.get("fact"),
    )
    source = checked_source(given.get("source", _SOURCE))
    checked(form, source=source)  # before the store is opened
    return AlarmOptions(station, form, source, is_demo=given.get("demo", False))


def _listening(given: dict[str, Any], station: Station) -> AlarmListenOptions:
    return AlarmListenOptions(
        station,
        given["certificate"],
        given["key"],
        host=given.get("host", HOST),
        port=given.get("port", PORT),
        is_demo=given.get("demo", False),
    )


def _partner(given: dict[str, Any], station: Station) -> PartnerOptions:
    return PartnerOptions(station, given["action"], name=given.get("name", ""), is_demo=given.get("demo", False))


def _camera(text: str) -> CameraNumber:
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and int(text) > 0):
        raise BadInput("--camera: give a camera's number, such as --camera 104")
    return CameraNumber(int(text))


def _place(text: str) -> Place:
    try:
        lat, lon = (float(part) for part in text.split(","))
        if not (math.isfinite(lat) and math.isfinite(lon)):
            raise ValueError(text)
        return Place(lat, lon)
    except ValueError:
        raise BadInput("--place: give latitude and longitude in degrees, such as --place=33.59,-7.61") from None


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and int(text) <= _PORT_MAX):
        raise BadInput(f"--port: give a number up to {_PORT_MAX}")
    return int(text)


def _word_of(option: str, kind: type[_Word]) -> Callable[[str], _Word]:
    """One of a closed list, whatever its case."""

    def read(text: str) -> _Word:
        for word in kind:
            if word.value.casefold() == text.strip().casefold():
                return word
        raise BadInput(f"{option}: give one of {_words(kind)}")

    return read


def _words(kind: type[StrEnum]) -> str:
    return ", ".join(word.value for word in kind)
