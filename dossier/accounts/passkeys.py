"""Passkeys (WebAuthn level 2): a key that a telephone, a computer or a small object holds.

Places are given as (host, origin): "foyer.example", "https://foyer.example". A state is what the
session keeps between a question and its answer, JSON, with what it was asked for and of whom: the
answer to one question is none to another. An answer is what the browser gave, JSON.
"""

import json
import struct
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

from cryptography.exceptions import UnsupportedAlgorithm
from django.utils import timezone
from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    AuthenticatorData,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from dossier.accounts.digests import digest
from dossier.accounts.models import Proof
from dossier.establishment.models import Worker

MAKE, SHOW = "make", "show"  # what a question is asked for
LONGEST = 20_000  # signs of an answer
VERIFIED = UserVerificationRequirement.REQUIRED
PREFERRED = UserVerificationRequirement.PREFERRED

# What the library raises on bytes that are no answer, or of a kind it does not know.
UNREADABLE = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError),
    *(TypeError, ValueError, struct.error, UnsupportedAlgorithm),
)


class WrongKey(Exception):
    """An answer that no key of this worker gave, to another question, or elsewhere."""


@dataclass(frozen=True)
class Place:
    """Where keys are asked for: a key serves there, and nowhere else."""

    host: str
    origin: str
    name: str

    @property
    def is_named(self) -> bool:
        """Whether browsers make keys for it: never for a bare address such as 192.168.1.10."""
        try:
            ip_address(self.host.strip("[]"))
        except ValueError:
            return True
        return False

    @property
    def server(self) -> Fido2Server:
        """What checks answers, for exactly this origin."""
        party = PublicKeyCredentialRpEntity(id=self.host, name=self.name)
        return Fido2Server(party, verify_origin=lambda origin: origin == self.origin)


def ask_new(*, worker: Worker, place: Place) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the question that makes a key, and its state."""
    user = PublicKeyCredentialUserEntity(
        id=bytes.fromhex(digest("handle", str(worker.pk))),
        name=worker.login,
        display_name=worker.name,
    )
    options, state = place.server.register_begin(
        user,
        credentials=_credentials(worker),
        resident_key_requirement=ResidentKeyRequirement.PREFERRED,
        user_verification=PREFERRED,
    )
    return dict(options.public_key), _asked(state, MAKE, worker)


def add(*, worker: Worker, place: Place, state: Any, answer: str, name: str = "") -> Proof:
    """Keep the key that answered; WrongKey otherwise."""
    try:
        _must_be(state, MAKE, worker)
        made = place.server.register_complete(state, _read(answer))
    except UNREADABLE as wrong:
        raise WrongKey from wrong
    credential = websafe_encode(made.credential_data.credential_id)
    if len(credential) > Proof._meta.get_field("credential").max_length:
        raise WrongKey
    if Proof.objects.filter(credential=credential).exists():
        raise WrongKey
    return Proof.objects.create(
        worker=worker,
        sort=Proof.Sort.PASSKEY,
        name=name,
        credential=credential,
        public=bytes(made.credential_data),
        count=made.counter,
        added_on=timezone.localdate(),
    )


def ask(*, place: Place, worker: Worker | None = None) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the question to the keys of `worker`, and its state; to any key that checks who holds
    it (fingerprint, face, PIN) without one: alone, it stands for the passphrase too.
    """
    if worker:
        options, state = place.server.authenticate_begin(_credentials(worker), PREFERRED)
    else:
        options, state = place.server.authenticate_begin(None, VERIFIED)
    return dict(options.public_key), _asked(state, SHOW, worker)


def answered(*, place: Place, state: Any, answer: str, worker: Worker | None = None) -> Worker:
    """Return whose key answered, among those of `worker` if given; WrongKey otherwise.

    Without a worker, the key itself must say that it checked who holds it.
    """
    try:
        _must_be(state, SHOW, worker)
        given = AuthenticationResponse.from_dict(_read(answer))
        proof = _proofs(worker).get(credential=websafe_encode(given.raw_id))
        known = AttestedCredentialData(bytes(proof.public))
        place.server.authenticate_complete(state, [known], given)
    except (*UNREADABLE, Proof.DoesNotExist) as wrong:
        raise WrongKey from wrong
    told = given.response.authenticator_data
    if not worker and not told.flags & AuthenticatorData.FLAG.UV:
        raise WrongKey
    count = told.counter
    # A counter that does not grow is a copy of the key; many keys have none, and say zero.
    is_newer = {"count__lt": count} if count or proof.count else {}
    if not Proof.objects.filter(pk=proof.pk, **is_newer).update(count=count):
        raise WrongKey
    return proof.worker


def _asked(state: Any, purpose: str, worker: Worker | None) -> dict[str, Any]:
    return dict(state) | {"purpose": purpose, "worker": worker.pk if worker else None}


def _must_be(state: Any, purpose: str, worker: Worker | None) -> None:
    if (state["purpose"], state["worker"]) != (purpose, worker.pk if worker else None):
        raise WrongKey


def _proofs(worker: Worker | None) -> Any:
    proofs = Proof.objects.filter(sort=Proof.Sort.PASSKEY).select_related("worker")
    return proofs.filter(worker=worker) if worker else proofs.filter(worker__is_active=True)


def _credentials(worker: Worker) -> list[AttestedCredentialData]:
    return [AttestedCredentialData(bytes(proof.public)) for proof in _proofs(worker)]


def _read(answer: str) -> dict[str, Any]:
    if len(answer) > LONGEST:
        raise ValueError
    told = json.loads(answer)
    if not isinstance(told, dict):
        raise TypeError
    return told
