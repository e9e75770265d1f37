"""Keys and what is done with them: seal, open, sign, verify, agree on a receipt key.

Suite 1: age with X25519 for sealing, Ed25519 over SHA-256 for signing, X25519 with
HKDF-SHA256 for the receipt key. The libraries load when they are first needed.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from db.exchange.faults import BadCard, CannotUnseal
from db.store import Store

SUITE = 1
_SCALAR_BYTES = 32


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """What others know of a ledger: age recipient, Ed25519 and receipt keys in hex."""

    age: str
    sign: str
    receipt: str

    @property
    def id(self) -> str:
        """Give the short name of the signing key, as headers carry it."""
        return hashlib.sha256(bytes.fromhex(self.sign)).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """This ledger's secrets, as kept inside the encrypted file, and their public half."""

    age: str
    sign: bytes
    receipt: bytes
    public: PublicKeys


def own_keys(store: Store) -> OwnKeys:
    """Give this ledger's keys; the receipt key is made when it is first needed."""
    age, sign = store.secret("age"), store.secret("sign")
    if age is None or sign is None:
        raise RuntimeError("a ledger is made with its keys")
    receipt = store.secret("receipt")
    if receipt is None:
        receipt = os.urandom(_SCALAR_BYTES)
        store.put_secret("receipt", receipt)
    identity = _x25519().Identity.from_str(age.decode())
    signing: Any = import_module("nacl.signing").SigningKey(sign)
    public = PublicKeys(
        str(identity.to_public()),
        bytes(signing.verify_key).hex(),
        import_module("nacl.bindings").crypto_scalarmult_base(receipt).hex(),
    )
    return OwnKeys(age.decode(), sign, receipt, public)


def seal(content: bytes, recipients: list[str]) -> bytes:
    """Give the content sealed to these age recipients."""
    keys = [_x25519().Recipient.from_str(one) for one in recipients]
    sealed: bytes = import_module("pyrage").encrypt(content, keys)
    return sealed


def unseal(sealed: bytes, identity: str) -> bytes:
    """Give the content of a sealed part; CannotUnseal when the key does not fit."""
    pyrage: Any = import_module("pyrage")
    try:
        content: bytes = pyrage.decrypt(sealed, [_x25519().Identity.from_str(identity)])
    except pyrage.DecryptError as refused:
        raise CannotUnseal from refused
    return content


def sign(seed: bytes, content: bytes) -> str:
    """Give the Ed25519 signature over SHA-256 of the content, in hex."""
    key: Any = import_module("nacl.signing").SigningKey(seed)
    return bytes(key.sign(hashlib.sha256(content).digest()).signature).hex()


def is_signed(public: str, content: bytes, signature: str) -> bool:
    """Say whether the signature in lower-case hex is this key's over the content."""
    try:
        raw = bytes.fromhex(signature)
        key: Any = import_module("nacl.signing").VerifyKey(bytes.fromhex(public))
    except (ValueError, TypeError):
        return False
    if raw.hex() != signature or len(raw) != 64:
        return False
    try:
        key.verify(hashlib.sha256(content).digest(), raw)
    except import_module("nacl.exceptions").BadSignatureError:
        return False
    return True


def refuse_bad_keys(keys: PublicKeys) -> None:
    """Raise BadCard when a public key is not one."""
    pyrage: Any = import_module("pyrage")
    try:
        _x25519().Recipient.from_str(keys.age)
    except pyrage.RecipientError as wrong:
        raise BadCard("封装钥匙读不出来") from wrong
    for name, text in (("签名", keys.sign), ("回执", keys.receipt)):
        try:
            raw = bytes.fromhex(text)
        except ValueError:
            raw = b""
        if len(raw) != 32 or raw.hex() != text:
            raise BadCard(f"{name}钥匙读不出来")


def receipt_key(own: OwnKeys, partner: PublicKeys) -> bytes:
    """Give the key both sides of an enrolment share: HKDF-SHA256 over X25519.

    Either side reaches it from its own secret and the other's card, so nothing secret
    ever travels. The public keys are in the salt: other cards, other key.
    """
    nacl: Any = import_module("nacl.bindings")
    shared: bytes = nacl.crypto_scalarmult(own.receipt, bytes.fromhex(partner.receipt))
    salt = "".join(sorted((own.public.receipt, partner.receipt))).encode()
    extracted = hmac.new(salt, shared, hashlib.sha256).digest()
    return hmac.new(extracted, b"sifasuo receipt key 1\x01", hashlib.sha256).digest()


def _x25519() -> Any:
    return import_module("pyrage").x25519
