"""The doctor's look at the alarm input: whether it listens, where, and for how long its certificate is good."""

from __future__ import annotations

import json
import socket
import ssl
from pathlib import Path
from typing import Final

from wallapp.app.alarm_listen import STATUS_FILE
from wallapp.base.clock import Clock
from wallapp.base.errors import WallError
from wallapp.services.alarm_input_partners import PartnerDesk
from wallapp.services.doctor import Finding
from wallapp.services.doctor_alarms import AlarmInputFacts, judge_alarm_input
from wallapp.store.unit_of_work import Store
from wallapp.vault.certificates import certificate_of

_WITHIN_S: Final = 3.0


def examine_alarms(store: Store | None, profile_dir: Path, clock: Clock) -> list[Finding]:
    """All findings about it. Changes nothing, raises no alarm.

    Args:
      store: None where there is none yet.

    Raises:
      Unavailable: the store does not answer.
    """
    partners = None if store is None else len(PartnerDesk(store, clock).partners())
    return judge_alarm_input(_facts(profile_dir / STATUS_FILE), partners=partners, now_at=clock.now_at())


def _facts(path: Path) -> AlarmInputFacts | None:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        address = str(said["host"]), int(said["port"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    try:
        shown = _shown_at(address)
        return AlarmInputFacts(address, answers=True, ends_at=certificate_of(shown).ends_at)
    except (OSError, WallError):
        return AlarmInputFacts(address, answers=False)


def _shown_at(address: tuple[str, int]) -> bytes:
    """The certificate that is shown there, whoever signed it: nothing is told to that server, and nothing believed."""
    host, port = address
    own = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with (
        socket.create_connection((own, port), timeout=_WITHIN_S) as line,
        context.wrap_socket(line) as encrypted,
    ):
        return encrypted.getpeercert(binary_form=True) or b""
