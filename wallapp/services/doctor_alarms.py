"""What the facts about the alarm input mean. Pure; the front door gathers them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import Final

from wallapp.services.doctor import Finding, Verdict

ENDS_SOON: Final = timedelta(days=30)
_CHECK: Final = "alarms"


@dataclass(frozen=True, slots=True)
class AlarmInputFacts:
    """Attributes:
    address: where it said that it listens.
    answers: whether somebody speaks TLS there now.
    ends_at: of the certificate that is shown there; None where none was.
    """

    address: tuple[str, int]
    answers: bool
    ends_at: datetime | None = None


def judge_alarm_input(facts: AlarmInputFacts | None, *, partners: int | None, now_at: datetime) -> list[Finding]:
    """Whether partners' alarms come in.

    Args:
      facts: None where it was never started here, or was ended.
      partners: how many have a token; None where that is not known.
    """
    if facts is None:
        return [_is_off(partners)]
    host, port = facts.address
    where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    if not facts.answers:
        text = f"partners' alarms are not heard: nothing answers at {where}, where it was started"
        return [Finding(_CHECK, Verdict.PROBLEM, text, "start wallapp alarm listen again")]
    reach = "this machine alone" if ip_address(host).is_loopback else "other machines too"
    known = "" if partners is None else f"; {partners} partners"
    text = f"partners' alarms are heard at https://{where} ({reach}){known}"
    found = [Finding(_CHECK, Verdict.OK, text)]
    if partners == 0:
        found = [Finding(_CHECK, Verdict.NOTE, text, "wallapp alarm partner add NAME, or end it")]
    if facts.ends_at is not None:
        found.append(_certificate(facts.ends_at, now_at))
    return found


def _is_off(partners: int | None) -> Finding:
    text = "the alarm input is off: alarms come from wallapp alarm on this machine"
    if partners:
        return Finding(
            _CHECK,
            Verdict.NOTE,
            f"{text}; {partners} partners have tokens",
            "where they are to be heard: wallapp alarm listen",
        )
    return Finding(_CHECK, Verdict.OK, text)


def _certificate(ends_at: datetime, now_at: datetime) -> Finding:
    text = f"its certificate is good until {ends_at:%Y-%m-%d}"
    if ends_at <= now_at:
        words = f"its certificate's time ended at {ends_at:%Y-%m-%d}: partners refuse it"
        return Finding(_CHECK, Verdict.PROBLEM, words, "renew it and start wallapp alarm listen again")
    if ends_at - now_at < ENDS_SOON:
        return Finding(_CHECK, Verdict.NOTE, text, "renew it and start wallapp alarm listen again")
    return Finding(_CHECK, Verdict.OK, text)
