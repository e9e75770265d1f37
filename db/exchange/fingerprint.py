"""Numbers people read to each other: fingerprints of cards, codes of receipts."""

from __future__ import annotations

import hashlib
import hmac

from db.store.changes import canonical

FINGERPRINT_BITS = 80
_DIGITS = 25
_GROUP = 5
CODE_SIGNS = 12
"""Base-32 signs of a receipt code: 60 bits."""

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U, which are misread and misheard."""
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0"})


def fingerprint(keys: object) -> str:
    """Give 80 bits of SHA-256 over canonical JSON as 25 digits in five groups.

    Digits, because that is what is read over the telephone without mistakes.
    """
    digest = hashlib.sha256(b"sifasuo card\n" + canonical(keys).encode()).digest()
    digits = f"{int.from_bytes(digest[: FINGERPRINT_BITS // 8], 'big'):0{_DIGITS}d}"
    return " ".join(digits[at : at + _GROUP] for at in range(0, _DIGITS, _GROUP))


def receipt_code(key: bytes, bundle: str, have: object) -> str:
    """Give the receipt code XXXX-XXXX-XXXX: a truncated MAC over bundle id and vector."""
    words = canonical({"bundle": bundle, "have": have}).encode()
    digest = hmac.new(key, b"sifasuo receipt code 1\n" + words, hashlib.sha256).digest()
    number = int.from_bytes(digest[:8], "big") >> 4
    signs = ""
    for _ in range(CODE_SIGNS):
        number, rest = divmod(number, 32)
        signs = _SIGNS[rest] + signs
    return "-".join(signs[at : at + 4] for at in range(0, CODE_SIGNS, 4))


def typed_code(text: str) -> str | None:
    """Give a typed receipt code as it is printed; None when the text cannot be one."""
    signs = "".join(text.upper().split()).replace("-", "").translate(_MISREAD)
    if len(signs) != CODE_SIGNS or any(sign not in _SIGNS for sign in signs):
        return None
    return "-".join(signs[at : at + 4] for at in range(0, CODE_SIGNS, 4))


def same_code(one: str, other: str) -> bool:
    """Compare two codes in constant time."""
    return hmac.compare_digest(one.encode(), other.encode())
