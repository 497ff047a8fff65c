"""What a station's facts mean for who may look: which attack is possible on this installation, and what prevents it.

Pure; the front door gathers the facts. Nothing here says that a thing is safe because nobody would do it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wallapp.domain.warrant import CLOCK_SKEW
from wallapp.services.doctor import Finding, Verdict

_NAMED: Final = 8
"""Cameras that a line names before it counts the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustFacts:
    """Whom this station believes.

    Attributes:
      version: of the newest list; 0 where the store has none.
      digest: of the list that the pin names; empty without a pin.
      administrators: on the newest list, whose accounts are open.
      unchecked: the file that says the pin was taken from the store itself and nobody has compared it; else empty.
      fault: why the store's chain cannot be believed; empty where it can.
    """

    version: int
    digest: str
    administrators: int
    unchecked: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardFacts:
    """What the store holds back from whoever has this station's key to it.

    Attributes:
      is_file: a file of the person who runs this, not a server.
      role: the server's user of this station.
      is_proven: nobody can stand between the station and the server.
      rewritable: append-only tables that the role could change all the same.
      behind_s: how far this station's clock is behind the store's; negative where it is ahead.
    """

    is_file: bool
    role: str = ""
    is_superuser: bool = False
    owns_tables: bool = False
    is_proven: bool = True
    rewritable: tuple[str, ...] = ()
    behind_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFacts:
    """What the register says beside what the owners signed.

    Attributes:
      count: cameras with an address.
      unsigned: private and protected ones that no owner's agreement names.
      doubled: cameras that no agreement names, at the address of one that an agreement names.
    """

    count: int
    unsigned: tuple[int, ...]
    doubled: tuple[int, ...]


def judge_no_people() -> Finding:
    """A wall without accounts."""
    return Finding("access", Verdict.OK, "no accounts: nothing opens a private camera here")


def judge_trust(facts: TrustFacts) -> list[Finding]:
    """Whether one person alone could change whom the decoders believe."""
    check = "access: trust"
    if facts.fault:
        text = f"{facts.fault}; no grant opens, and private cameras are as the register alone calls them"
        advice = "ask the administrators which list is theirs, and who wrote this one"
        return [Finding(check, Verdict.PROBLEM, text, advice)]
    if not facts.version:
        return [Finding(check, Verdict.NOTE, "there is no trust list: nothing opens", "have an administrator found it")]
    findings = []
    if facts.unchecked:
        text = f"{facts.digest} is believed as the store itself gave it at the first start"
        advice = (
            f"compare it with what wallapp doctor says at the administrators' station, then delete {facts.unchecked}"
        )
        findings.append(Finding(check, Verdict.NOTE, text, advice))
    if facts.administrators < 2:
        text = f"list {facts.version} needs one administrator's signature only: one person can decide whose votes count"
        advice = "make a second administrator and sign a new list"
        findings.append(Finding(check, Verdict.NOTE, text, advice))
    if findings:
        return findings
    text = f"{facts.digest} is believed, and list {facts.version} that follows from it; changes need two of "
    return [Finding(check, Verdict.OK, f"{text}{facts.administrators} administrators")]


def judge_guards(facts: GuardFacts) -> list[Finding]:
    """What a person can do to the store by hand, past wallapp."""
    check = "access: store"
    findings = []
    if facts.is_file:
        text = (
            "a file of this account: whoever is signed in to the system here can change it by hand, such as let a "
            "revoked grant run to its end, lift a lock, cut the history; no new grant opens, votes are signed"
        )
        advice = "keep the store on PostgreSQL (wallapp store prepare), or give the wall a system account of its own"
        findings.append(Finding(check, Verdict.NOTE, text, advice))
    elif facts.is_superuser or facts.owns_tables or facts.rewritable:
        how = "is a superuser" if facts.is_superuser else "owns the tables" if facts.owns_tables else "may rewrite"
        rest = f" {', '.join(facts.rewritable)}" if how == "may rewrite" else ""
        text = f"this station's role {facts.role} {how}{rest}: its password is enough to change what was decided"
        advice = "let the owner of the tables run: wallapp store prepare ROLE, and give stations that role"
        findings.append(Finding(check, Verdict.PROBLEM, text, advice))
    else:
        text = (
            f"with the password of {facts.role} a person can, by hand, insert votes that count for nothing, lift "
            "locks, end grants, change roles and replace passwords so as to come in as somebody else; no picture "
            "opens by it, votes are signed"
        )
        advice = "give each station a role of its own, bind it to its address in pg_hba.conf, and keep it from people"
        findings.append(Finding(check, Verdict.NOTE, text, advice))
    if not facts.is_file and not facts.is_proven:
        text = "the server's name is not verified: who stands between can answer in its place, and reads all of it"
        advice = "add ?sslmode=verify-full&sslrootcert=FILE to --store"
        findings.append(Finding(check, Verdict.PROBLEM, text, advice))
    return findings


def judge_clock(facts: GuardFacts) -> Finding:
    """Whether grants begin and end on time here."""
    check, behind_s = "access: clock", facts.behind_s
    if facts.is_file:
        return Finding(check, Verdict.OK, "this station's own; the store refuses one that was set back")
    if abs(behind_s) > CLOCK_SKEW.total_seconds():
        side = "behind" if behind_s > 0 else "ahead of"
        text = f"{abs(behind_s):.0f} s {side} the store's: grants open late, or end early"
        return Finding(check, Verdict.PROBLEM, text, "set this station's clock by NTP")
    return Finding(check, Verdict.OK, f"within {CLOCK_SKEW.total_seconds():.0f} s of the store's")


def judge_register(facts: RegisterFacts) -> list[Finding]:
    """What who writes the register by hand could open."""
    check = "access: register"
    findings = []
    if facts.doubled:
        text = f"{_named(facts.doubled)}: another number for the address of a camera whose owner signed an agreement"
        findings.append(Finding(check, Verdict.PROBLEM, text, "remove them, or have the owner's agreement name them"))
    if facts.unsigned:
        text = f"no agreement names {_named(facts.unsigned)}: calling one public in the register opens it"
        findings.append(Finding(check, Verdict.NOTE, text, "have their owner countersign an agreement that names them"))
    if facts.count:
        text = (
            f"the addresses of {facts.count} cameras can be read in the store, and put under another number there; "
            "their passwords are not in it"
        )
        advice = "give every camera a password, kept in the vault, and a network that only wall stations reach"
        findings.append(Finding(check, Verdict.NOTE, text, advice))
    return findings or [Finding(check, Verdict.OK, "no cameras registered")]


def judge_account(account: str) -> Finding:
    """Who could read the decoders' memory."""
    text = (
        f"decoders run as {account}, as the console does: another program of that account can read what they decode, "
        "and keep a revoked grant open here until its time is over"
    )
    advice = "give the wall a system account without a shell or other programs, and operators none of its password"
    return Finding("access: account", Verdict.NOTE, text, advice)


def _named(numbers: Sequence[int]) -> str:
    shown, more = sorted(numbers)[:_NAMED], len(numbers) - _NAMED
    listed = ", ".join(map(str, shown))
    return f"camera {listed}" if len(numbers) == 1 else f"cameras {listed}" + (f" and {more} more" if more > 0 else "")
