"""Who comes in: passphrases, second proofs, machines, sittings; how one gets back in."""
