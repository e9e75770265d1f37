"""The printed recovery key: 160 random bits and a checksum, in nine groups of four."""

from __future__ import annotations

import hashlib
import os

from db.store.faults import BadRecoveryKey

# Crockford's alphabet: no I, L, O or U, which people misread.
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0"})
_SECRET_BYTES = 20
_SECRET_SIGNS = 32
_CHECK_SIGNS = 4


def new_recovery_secret() -> bytes:
    """Give 160 random bits."""
    return os.urandom(_SECRET_BYTES)


def show_recovery_key(secret: bytes) -> str:
    """Give the secret as people print it: ABCD-EFGH-…, nine groups."""
    signs = _in_signs(int.from_bytes(secret, "big"), _SECRET_SIGNS) + _check(secret)
    return "-".join(signs[at : at + 4] for at in range(0, len(signs), 4))


def read_recovery_key(text: str) -> bytes:
    """Give the secret of a typed recovery key; BadRecoveryKey when it is mistyped."""
    signs = "".join(text.upper().split()).replace("-", "").translate(_MISREAD)
    if len(signs) != _SECRET_SIGNS + _CHECK_SIGNS or any(s not in _SIGNS for s in signs):
        raise BadRecoveryKey
    number = 0
    for sign in signs[:_SECRET_SIGNS]:
        number = number * 32 + _SIGNS.index(sign)
    secret = number.to_bytes(_SECRET_BYTES, "big")
    if _check(secret) != signs[_SECRET_SIGNS:]:
        raise BadRecoveryKey
    return secret


def _check(secret: bytes) -> str:
    digest = hashlib.sha256(b"sifasuo recovery check" + secret).digest()
    return _in_signs(int.from_bytes(digest[:4], "big") >> 12, _CHECK_SIGNS)


def _in_signs(number: int, length: int) -> str:
    signs = ""
    for _ in range(length):
        number, rest = divmod(number, 32)
        signs = _SIGNS[rest] + signs
    return signs
