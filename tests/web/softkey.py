"""A passkey made of software: what a telephone would answer, and what a thief would."""

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

FLAG = AuthenticatorData.FLAG


@dataclass
class SoftKey:
    """One key for one site; what it says can be bent, to see it refused."""

    rp_id: str = "testserver"
    origin: str = "http://testserver"
    counter: int = 0
    flags: FLAG = FLAG.UP | FLAG.UV
    private: Any = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    credential: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def made(self, asked: dict[str, Any]) -> str:
        """Answer the question that makes a key."""
        public = ES256.from_cryptography_key(self.private.public_key())
        data = AttestedCredentialData.create(Aaguid.NONE, self.credential, public)
        authenticator = self._data(self.flags | FLAG.AT, data)
        client = self._client(CollectedClientData.TYPE.CREATE, asked)
        attestation = AttestationObject.create("none", authenticator, {})
        return self._answer(clientDataJSON=client, attestationObject=attestation)

    def shown(self, asked: dict[str, Any]) -> str:
        """Answer the question that asks for the key."""
        authenticator = self._data(self.flags)
        client = self._client(CollectedClientData.TYPE.GET, asked)
        told = bytes(authenticator) + hashlib.sha256(client).digest()
        signature = self.private.sign(told, ec.ECDSA(hashes.SHA256()))
        return self._answer(
            clientDataJSON=client, authenticatorData=authenticator, signature=signature
        )

    def _data(self, flags: FLAG, data: Any = None) -> AuthenticatorData:
        party = hashlib.sha256(self.rp_id.encode()).digest()
        return AuthenticatorData.create(party, flags, self.counter, data or b"")

    def _client(self, kind: str, asked: dict[str, Any]) -> bytes:
        challenge = websafe_decode(asked["challenge"])
        return bytes(CollectedClientData.create(kind, challenge, self.origin))

    def _answer(self, **parts: bytes) -> str:
        name = websafe_encode(self.credential)
        told = {part: websafe_encode(bytes(value)) for part, value in parts.items()}
        answer = {"id": name, "rawId": name, "type": "public-key", "response": told}
        return json.dumps(answer | {"clientExtensionResults": {}})
