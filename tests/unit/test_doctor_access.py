"""What the doctor says of access: each fact's meaning, and that what is possible is said to be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wallapp.services import doctor_access
from wallapp.services.doctor import Finding, Verdict
from wallapp.services.doctor_access import GuardFacts, RegisterFacts, TrustFacts

TRUST = TrustFacts(version=3, digest="ab12", administrators=2)
SERVER = GuardFacts(is_file=False, role="station1")
REGISTER = RegisterFacts(count=0, unsigned=(), doubled=())


def verdicts(findings: list[Finding]) -> list[Verdict]:
    assert all(one.advice for one in findings if one.verdict is not Verdict.OK), "it must say what prevents it"
    return [one.verdict for one in findings]


def test_a_trust_list_under_four_eyes_is_good_and_named() -> None:
    (finding,) = doctor_access.judge_trust(TRUST)
    assert finding.verdict is Verdict.OK
    assert "ab12" in finding.text


@pytest.mark.parametrize(
    ("facts", "verdict", "word"),
    [
        (replace(TRUST, fault="list 3 lacks the signatures"), Verdict.PROBLEM, "lacks the signatures"),
        (replace(TRUST, version=0, digest=""), Verdict.NOTE, "no trust list"),
        (replace(TRUST, administrators=1), Verdict.NOTE, "one person"),
        (replace(TRUST, unchecked="/p/trust.unchecked"), Verdict.NOTE, "ab12 is believed as the store itself gave it"),
    ],
)
def test_a_trust_that_one_person_could_turn_is_told(facts: TrustFacts, verdict: Verdict, word: str) -> None:
    findings = doctor_access.judge_trust(facts)
    assert verdicts(findings) == [verdict]
    assert word in findings[0].text


@pytest.mark.parametrize(
    ("facts", "expected", "word"),
    [
        (GuardFacts(is_file=True), [Verdict.NOTE], "a file of this account"),
        (SERVER, [Verdict.NOTE], "no picture opens by it"),
        (replace(SERVER, is_superuser=True), [Verdict.PROBLEM], "is a superuser"),
        (replace(SERVER, owns_tables=True), [Verdict.PROBLEM], "owns the tables"),
        (replace(SERVER, rewritable=("audit_entry",)), [Verdict.PROBLEM], "may rewrite audit_entry"),
        (replace(SERVER, is_proven=False), [Verdict.NOTE, Verdict.PROBLEM], "station1"),
    ],
)
def test_what_the_store_holds_back(facts: GuardFacts, expected: list[Verdict], word: str) -> None:
    findings = doctor_access.judge_guards(facts)
    assert verdicts(findings) == expected
    assert word in findings[0].text


@pytest.mark.parametrize(
    ("behind_s", "verdict", "word"),
    [
        (0.0, Verdict.OK, "within"),
        (5.0, Verdict.OK, "within"),
        (5.1, Verdict.PROBLEM, "behind"),
        (-60.0, Verdict.PROBLEM, "60 s ahead"),
    ],
)
def test_a_clock_that_is_off(behind_s: float, verdict: Verdict, word: str) -> None:
    finding = doctor_access.judge_clock(replace(SERVER, behind_s=behind_s))
    assert (finding.verdict, word in finding.text) == (verdict, True)


def test_what_the_register_alone_would_open() -> None:
    assert verdicts(doctor_access.judge_register(REGISTER)) == [Verdict.OK]
    findings = doctor_access.judge_register(RegisterFacts(count=20, unsigned=tuple(range(1, 13)), doubled=(7,)))
    assert verdicts(findings) == [Verdict.PROBLEM, Verdict.NOTE, Verdict.NOTE]
    assert "camera 7:" in findings[0].text
    assert "cameras 1, 2, 3, 4, 5, 6, 7, 8 and 4 more" in findings[1].text
    assert "20 cameras" in findings[2].text


def test_there_is_nothing_to_say_without_people() -> None:
    assert doctor_access.judge_no_people().verdict is Verdict.OK
    assert "as wall" in doctor_access.judge_account("wall").text
