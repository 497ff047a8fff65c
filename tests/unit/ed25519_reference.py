"""Ed25519 once more, from the formulas of RFC 8032 section 5.1 alone: slow, and only to compare with."""

from __future__ import annotations

import hashlib

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, P) % P
_ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)

Point = tuple[int, int]
NEUTRAL: Point = (0, 1)


def added(one: Point, other: Point) -> Point:
    """The sum of two points of the curve."""
    (x1, y1), (x2, y2) = one, other
    product = _D * x1 * x2 * y1 * y2 % P
    return (
        (x1 * y2 + x2 * y1) * pow(1 + product, -1, P) % P,
        (y1 * y2 + x1 * x2) * pow(1 - product, -1, P) % P,
    )


def times(factor: int, point: Point) -> Point:
    """The point added to itself so many times."""
    total = NEUTRAL
    while factor:
        if factor & 1:
            total = added(total, point)
        point = added(point, point)
        factor >>= 1
    return total


def decoded(raw: bytes) -> Point | None:
    """The point of 32 bytes, y taken modulo P as lenient implementations do; None where there is none."""
    number = int.from_bytes(raw, "little")
    y, odd = number % 2**255 % P, number >> 255
    square = (y * y - 1) * pow(_D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * _ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P:
        return None
    return (x if x % 2 == odd else -x % P, y)


def encoded(point: Point) -> bytes:
    """32 bytes: y, and the sign of x in the highest bit."""
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


def _base() -> Point:
    point = decoded((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
    assert point is not None
    return point


BASE = _base()


def _halves(private_key: bytes) -> tuple[int, bytes]:
    hashed = hashlib.sha512(private_key).digest()
    scalar = int.from_bytes(hashed[:32], "little")
    return (scalar & (2**254 - 8)) | 2**254, hashed[32:]


def public_key(private_key: bytes) -> bytes:
    """The public key of a private one."""
    return encoded(times(_halves(private_key)[0], BASE))


def signature(private_key: bytes, message: bytes) -> bytes:
    """The signature of the bare message."""
    scalar, prefix = _halves(private_key)
    nonce = int.from_bytes(hashlib.sha512(prefix + message).digest(), "little") % ORDER
    first = encoded(times(nonce, BASE))
    bound = int.from_bytes(hashlib.sha512(first + public_key(private_key) + message).digest(), "little")
    return first + ((nonce + bound * scalar) % ORDER).to_bytes(32, "little")
