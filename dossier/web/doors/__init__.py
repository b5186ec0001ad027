"""Pages of one’s own door: passphrase, second proofs, sittings, machines, getting back in."""
