"""Refusals of the services in the reader's language.

A service's refusal is one English line, as the command line prints it. Those that an operator meets are known here by
their wording; one that is not known is shown as it came, for a reason in another language is better than none.
"""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wallapp.base.errors import WallError

_KNOWN: Final[tuple[tuple[re.Pattern[str], object], ...]] = tuple(
    (re.compile(pattern), text)
    for pattern, text in (
        (
            r"the name, the password or the code is wrong; try again",
            QT_TRANSLATE_NOOP("Refusals", "The name, the password or the code is wrong; try again"),
        ),
        (
            r"too many wrong tries; wait (?P<seconds>\d+) s and try again",
            QT_TRANSLATE_NOOP("Refusals", "Too many wrong tries: wait {seconds} s"),
        ),
        (
            r"this code was used already; wait for the next one",
            QT_TRANSLATE_NOOP("Refusals", "This code was used already; wait for the next one"),
        ),
        (
            r"your confirmation is over; give your password again",
            QT_TRANSLATE_NOOP("Refusals", "Your confirmation is over; give your password again"),
        ),
        (
            r"this account (?:was|is) closed; .*",
            QT_TRANSLATE_NOOP("Refusals", "This account was closed; ask an administrator"),
        ),
        (
            r"choose a password other than the one you were given",
            QT_TRANSLATE_NOOP("Refusals", "Choose a password other than the one you were given"),
        ),
        (
            r"a password has at least (?P<least>\d+) characters, this one (?P<typed>\d+);.*",
            QT_TRANSLATE_NOOP(
                "Refusals", "A password has at least {least} characters, this one {typed}; take a sentence"
            ),
        ),
        (
            r"this is not among the rights of your roles; ask an administrator",
            QT_TRANSLATE_NOOP("Refusals", "This is not among the rights of your roles; ask an administrator"),
        ),
        (
            r"the signed list of trusted people does not name you.*",
            QT_TRANSLATE_NOOP(
                "Refusals", "The signed list of trusted people does not name you in this role yet; ask an administrator"
            ),
        ),
        (
            r"a reason has (?P<least>\d+) to (?P<most>\d+) characters; .*",
            QT_TRANSLATE_NOOP("Refusals", "A reason has {least} to {most} characters; say what you have to look at"),
        ),
        (
            r"there is no camera (?P<number>\d+); .*",
            QT_TRANSLATE_NOOP("Refusals", "There is no camera {number}"),
        ),
        (
            r"(?P<owner>.+) has no policy in force, .*",
            QT_TRANSLATE_NOOP("Refusals", "{owner} has no policy in force: nothing of it can be opened"),
        ),
        (
            r"the policy of (?P<owner>.+) does not name camera (?P<number>\d+); .*",
            QT_TRANSLATE_NOOP("Refusals", "The policy of {owner} does not name camera {number}"),
        ),
        (
            r"(?P<owner>.+) opens for these purposes only: .*",
            QT_TRANSLATE_NOOP("Refusals", "{owner} does not open for this purpose; choose another"),
        ),
        (
            r"(?P<owner>.+) opens for 1 to (?P<most>\d+) s; ask for less time",
            QT_TRANSLATE_NOOP("Refusals", "{owner} opens for at most {minutes} min; ask for less time"),
        ),
        (
            r"nobody could ever open this for you: the leg '(?P<leg>.+?)' .*",
            QT_TRANSLATE_NOOP(
                "Refusals",
                "Nobody could ever open this for you: too few people can agree as “{leg}”; ask an administrator",
            ),
        ),
        (
            r"you have (?P<count>\d+) undecided requests, at most (?P<most>\d+) may be; .*",
            QT_TRANSLATE_NOOP("Refusals", "You have {count} undecided requests, at most {most} may be; withdraw some"),
        ),
        (
            r"(?:camera (?P<number>\d+)) is locked; .*",
            QT_TRANSLATE_NOOP("Refusals", "Camera {number} is locked; whoever set the lock can lift it"),
        ),
        (
            r"your account is locked; .*",
            QT_TRANSLATE_NOOP("Refusals", "Your account is locked; a supervisor or an administrator can lift the lock"),
        ),
        (
            r"the station (?P<station>.+) is locked; .*",
            QT_TRANSLATE_NOOP("Refusals", "The station {station} is locked; a supervisor can lift the lock"),
        ),
        (
            r"(?P<owner>.+) does not allow to break the glass.*",
            QT_TRANSLATE_NOOP("Refusals", "{owner} does not allow to break the glass here; ask for access"),
        ),
        (
            r"an earlier time that you broke the glass was not reviewed.*",
            QT_TRANSLATE_NOOP("Refusals", "An earlier time that you broke the glass was not reviewed; ask for access"),
        ),
        (
            r"this request (?:is|has) .*",
            QT_TRANSLATE_NOOP("Refusals", "This request is decided or expired already"),
        ),
        (
            r"this grant is over already.*",
            QT_TRANSLATE_NOOP("Refusals", "This grant is over already"),
        ),
        (
            r"say in a word or two what happened",
            QT_TRANSLATE_NOOP("Refusals", "Say in a word or two what has happened"),
        ),
        (
            r"this incident is somebody else's; .*",
            QT_TRANSLATE_NOOP("Refusals", "This incident is somebody else's; take it over first"),
        ),
        (
            r"a message to the public is issued by a supervisor; .*",
            QT_TRANSLATE_NOOP("Refusals", "A message to the public is issued by a supervisor"),
        ),
        (
            r"no message about this incident holds any more; .*",
            QT_TRANSLATE_NOOP("Refusals", "No message about this incident holds any more: there is nothing to cancel"),
        ),
        (
            r"an incident that is a draft has nothing to tell; .*",
            QT_TRANSLATE_NOOP("Refusals", "The incident is still a draft: open it before you tell anybody"),
        ),
        (
            r"say who sends the message, .*",
            QT_TRANSLATE_NOOP("Refusals", "Say who sends the message, such as room@city.example"),
        ),
        (
            r"this message was taken in before; .*",
            QT_TRANSLATE_NOOP("Refusals", "This message was taken in before; nothing was changed"),
        ),
        (
            r"this message is about nothing that this room knows; .*",
            QT_TRANSLATE_NOOP("Refusals", "This message is about nothing that this room knows; nothing was changed"),
        ),
        (
            r"a real message is not taken into a drill; .*",
            QT_TRANSLATE_NOOP("Refusals", "A real message is not taken into a drill"),
        ),
        (
            r"the PDF (?:could not be printed|took too long).*",
            QT_TRANSLATE_NOOP("Refusals", "The PDF could not be printed; try again, with fewer lines"),
        ),
        (
            r"(?P<path>.+) could not be written \((?P<why>.+)\); .*",
            QT_TRANSLATE_NOOP("Refusals", "{path} could not be written ({why}): choose another place"),
        ),
        (
            r"this incident is yours already",
            QT_TRANSLATE_NOOP("Refusals", "This incident is yours already"),
        ),
        (
            r"a closed incident is reopened by a supervisor only",
            QT_TRANSLATE_NOOP("Refusals", "A closed incident is reopened by a supervisor only"),
        ),
        (
            r"(?P<count>\d+) of its markers are open; .*",
            QT_TRANSLATE_NOOP("Refusals", "Open markers: {count}; resolve, withdraw or detach them first"),
        ),
        (
            r"an incident that is .+ cannot become .+",
            QT_TRANSLATE_NOOP("Refusals", "Somebody has led this incident on meanwhile; look again"),
        ),
        (
            r"an incident that is .+ is not changed any more; .*",
            QT_TRANSLATE_NOOP("Refusals", "This incident is over and not changed any more; write a line into the log"),
        ),
        (
            r"incidents are worked on by operators and supervisors; .*",
            QT_TRANSLATE_NOOP("Refusals", "Incidents are worked on by operators and supervisors; ask one"),
        ),
        (
            r"there is no such incident; look again",
            QT_TRANSLATE_NOOP("Refusals", "There is no such incident; look again"),
        ),
        (
            r"camera (?P<number>\d+) is not linked to this incident; .*",
            QT_TRANSLATE_NOOP("Refusals", "Camera {number} is not linked to this incident"),
        ),
        (
            r"this alarm was acknowledged already",
            QT_TRANSLATE_NOOP("Refusals", "Somebody has acknowledged this alarm already"),
        ),
        (
            r"this alarm is shelved already; .*",
            QT_TRANSLATE_NOOP("Refusals", "This alarm is shelved already; take it from the shelf first"),
        ),
        (
            r"this alarm is not shelved",
            QT_TRANSLATE_NOOP("Refusals", "This alarm is not shelved any more"),
        ),
        (
            r"an alarm is shelved until a time within the next 12 hours",
            QT_TRANSLATE_NOOP("Refusals", "An alarm is shelved for 12 hours at most"),
        ),
        (
            r"an incident was opened from this alarm already",
            QT_TRANSLATE_NOOP("Refusals", "An incident was opened from this alarm already"),
        ),
        (
            r"this alarm names no place or no event that a circumstance could rest on",
            QT_TRANSLATE_NOOP("Refusals", "This alarm names no place; confirm the event by its camera instead"),
        ),
        (
            r"a fact can be confirmed that happened in the last 24 hours, .*",
            QT_TRANSLATE_NOOP("Refusals", "Only what happened in the last 24 hours can be confirmed"),
        ),
        (
            r"there is no such conflict any more; look again|it was changed again at this very moment; look again",
            QT_TRANSLATE_NOOP("Refusals", "Somebody has settled or changed it meanwhile; look again"),
        ),
        (
            r"the object is gone; make it anew",
            QT_TRANSLATE_NOOP("Refusals", "It was deleted meanwhile; make it anew"),
        ),
        (
            r"the store does not answer; this can be done again when it is back",
            QT_TRANSLATE_NOOP("Refusals", "The store does not answer; this can be done when it is back"),
        ),
        (
            r"this layer is locked; unlock it first",
            QT_TRANSLATE_NOOP("Refusals", "This layer is locked; unlock it first"),
        ),
        (
            r"an archived layer is not changed any more; copy it",
            QT_TRANSLATE_NOOP("Refusals", "An archived layer is not changed any more"),
        ),
        (
            r"there is no such (?:layer|feature); look again",
            QT_TRANSLATE_NOOP("Refusals", "Somebody else took it away meanwhile"),
        ),
        (
            r"level \S+ cannot be followed by \S+: .*",
            QT_TRANSLATE_NOOP(
                "Refusals", "A level goes up by any step and down by one; recovery follows an activation only"
            ),
        ),
        (
            r"a crisis level needs a second person; .*",
            QT_TRANSLATE_NOOP("Refusals", "A crisis level needs a second person: somebody else must decide"),
        ),
        (
            r"who raised the level cannot ratify it; .*",
            QT_TRANSLATE_NOOP("Refusals", "Who raised the level cannot ratify it: somebody else must"),
        ),
        (
            r"the level is (?:\S+ by now, not \S+|not \S+ any more); .*",
            QT_TRANSLATE_NOOP("Refusals", "The level has changed meanwhile; look again"),
        ),
        (
            r"the time of review that was asked for has passed; ask again",
            QT_TRANSLATE_NOOP("Refusals", "The time of review that was asked for has passed; ask again"),
        ),
        (
            r"this (?:level was approved|request for a level was decided) already",
            QT_TRANSLATE_NOOP("Refusals", "Somebody has decided it already"),
        ),
        (
            r"only a step up can be an emergency; .*",
            QT_TRANSLATE_NOOP("Refusals", "Only a step up can be an emergency; a step down waits for a second person"),
        ),
        (
            r"circumstances of access need the signed list .*",
            QT_TRANSLATE_NOOP(
                "Refusals", "A level opens access only with the signed list of trusted people, and never in a drill"
            ),
        ),
        (
            r"this level brings circumstances of access: .*",
            QT_TRANSLATE_NOOP(
                "Refusals", "This level opens access around a place: ask for it again with an incident that has one"
            ),
        ),
        (
            r"the level that brought this checklist is over; .*",
            QT_TRANSLATE_NOOP("Refusals", "The level that brought this checklist is over"),
        ),
        (
            r"(?:all codes of this minute were used; .*)",
            QT_TRANSLATE_NOOP("Refusals", "All codes of this minute were used; wait half a minute"),
        ),
    )
)


def say(error: WallError) -> str:
    """The refusal as it is shown; the service's own line where it is not known here."""
    line = str(error)
    for pattern, text in _KNOWN:
        found = pattern.fullmatch(line)
        if found is not None:
            values = found.groupdict()
            if values.get("most", "").isdecimal():
                values["minutes"] = f"{int(values['most']) / 60:g}"
            return QCoreApplication.translate("Refusals", str(text)).format(**values)
    return line


def wait_s(error: WallError) -> int:
    """How many seconds a lockout lasts; 0 where it is none."""
    found = re.fullmatch(r"too many wrong tries; wait (\d+) s and try again", str(error))
    return int(found[1]) if found else 0
