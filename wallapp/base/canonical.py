"""One value, one sequence of bytes: JSON in the only spelling that may be signed or hashed.

UTF-8, keys sorted by code point, no spaces, no floats (two machines may write one differently), whole numbers
of 64 bits. Texts are taken as they are, never normalised: what was signed is what was shown.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Final

from wallapp.base.errors import BadInput
from wallapp.base.ids import Digest

SIZE_MAX_BYTES: Final = 256 * 1024
DEPTH_MAX: Final = 16
"""How deep lists and objects may lie in each other, the outermost counted."""
_WHOLE_MAX: Final = 2**63 - 1


def canonical(value: Mapping[str, object]) -> bytes:
    """The bytes of a value made of mappings, lists or tuples, texts, whole numbers, booleans and None.

    Returns:
      UTF-8. Two values have the same bytes only where they are the same; a tuple counts as a list.

    Raises:
      ValueError: it holds anything else (a float, a key that is no text, half a surrogate pair), or is deeper than
      DEPTH_MAX or longer than SIZE_MAX_BYTES.
    """
    if not isinstance(value, Mapping):
        raise ValueError("a canonical document is a mapping")
    body = json.dumps(
        _plain(value, 1), ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    ).encode("utf-8")
    if len(body) > SIZE_MAX_BYTES:
        raise ValueError(f"a canonical document has at most {SIZE_MAX_BYTES} bytes, this one {len(body)}")
    return body


def parse(body: bytes) -> dict[str, object]:
    """The value that `canonical` makes these very bytes of; lists for its lists and tuples.

    Raises:
      BadInput: no value has these bytes: no JSON, another spelling of it (spaces, order, a key twice, an escape that
      is not needed), a float, too deep or too long. The text names the reason and never the content.
    """
    if len(body) > SIZE_MAX_BYTES:
        raise _refused(f"it is longer than {SIZE_MAX_BYTES} bytes")
    try:
        value = json.loads(body.decode("utf-8"))
        again = canonical(value)
    except (ValueError, RecursionError):
        raise _refused("it is no JSON of texts, whole numbers, lists and objects") from None
    if again != body:
        raise _refused("the same content is spelt otherwise")
    found: dict[str, object] = value
    return found


def digest(body: bytes) -> Digest:
    """SHA-256 of the bytes, lower-case hex."""
    return Digest(hashlib.sha256(body).hexdigest())


def _plain(value: object, depth: int) -> object:
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        if not -_WHOLE_MAX - 1 <= value <= _WHOLE_MAX:
            raise ValueError("a canonical document's numbers fit 64 bits")
        return int(value)
    if depth > DEPTH_MAX:
        raise ValueError(f"a canonical document is at most {DEPTH_MAX} deep")
    if isinstance(value, (list, tuple)):
        return [_plain(each, depth + 1) for each in value]
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise ValueError("a canonical document's keys are texts")
        return {str(key): _plain(each, depth + 1) for key, each in value.items()}
    raise ValueError(f"a canonical document holds no {type(value).__name__}")


def _refused(reason: str) -> BadInput:
    return BadInput(f"the document is not in its one canonical form ({reason}); have it made and signed anew")
