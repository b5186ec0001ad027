"""Personal notes: a worker’s own, part of no dossier, which empty themselves."""
